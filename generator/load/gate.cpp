#include "load/gate.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string_view>

#include "base/failure.h"
#include "base/text.h"
#include "load/garbled.h"

namespace load {
namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { if (number_ >= 0) ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

/// A character and how many bytes it takes; `value` is -1 for bytes that are no UTF-8.
struct Character {
  long value;
  std::size_t size;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(at);
  if (first < 0x80) return {static_cast<long>(first), 1};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return {-1, 1};
  long value = static_cast<long>(first & (0x7Fu >> size));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80u) return {-1, 1};
    value = value << 6 | static_cast<long>(byte(at + i) & 0x3Fu);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {-1, 1};
  return {value, size};
}

/// Characters that nobody sees and that change what others see: controls, a byte order mark amid the text, and the
/// marks that turn the direction of writing.
bool is_control(long c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// Bytes with which a control character can begin; all others are passed over quickly.
constexpr auto suspects = [] {
  std::array<bool, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[static_cast<std::size_t>(c)] = c != '\t' && c != '\n';
  table[0x7F] = table[0xC2] = table[0xE2] = table[0xEF] = true;
  return table;
}();

/// The offset of the first control character in text that is UTF-8.
std::optional<std::size_t> first_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (suspects[static_cast<unsigned char>(text[i])] && is_control(character_at(text, i).value)) return i;
  return std::nullopt;
}

/// CRLF and lone CR become LF.
void unify_line_ends(std::string& text) {
  std::size_t to = text.find('\r');
  if (to == std::string::npos) return;
  for (std::size_t from = to; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

/// Text that is safe to print: what is no UTF-8 becomes U+FFFD, a control character its picture (U+2400 …).
struct Printable {
  std::string text;
  base::Span first;  ///< the first character that was replaced
};
Printable printable(std::string_view text) {
  Printable result;
  const auto replace = [&](std::string_view picture) {
    const auto at = static_cast<std::uint32_t>(result.text.size());
    result.text += picture;
    if (result.first.end == 0) result.first = {at, static_cast<std::uint32_t>(result.text.size())};
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto [value, size] = character_at(text, i);
    if (value >= 0 && !is_control(value)) result.text += text.substr(i, size);
    else if (value >= 0 && value < 0x20) replace(std::string("\xE2\x90") + static_cast<char>(0x80 + value));
    else if (value == 0x7F) replace("\xE2\x90\xA1");
    else replace("\xEF\xBF\xBD");
    i += size;
  }
  return result;
}

/// UTF-16 says so by its mark, or shows a NUL in every second byte of plain letters.
bool looks_like_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const auto head = bytes.substr(0, 512);
  return static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0')) * 4 > head.size();
}

/// The 8-bit encoding of Vietnamese that the bytes look like, or empty. TCVN3 has ă â ê ô ơ ư đ at A8–AE, where
/// Windows-1258 has signs that are rare; Windows-1258 writes a tone as a byte of its own behind the vowel.
std::string_view vietnamese_encoding(std::string_view bytes) {
  constexpr std::string_view vowels = "aeiouyAEIOUY\xE2\xE3\xEA\xF4\xF5\xFD\xC2\xC3\xCA\xD4\xD5\xDD";
  constexpr std::string_view tones = "\xCC\xD2\xDE\xEC\xF2";
  std::size_t high = 0, well_formed = 0, tcvn = 0, toned = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto [value, size] = character_at(bytes, i);
    const auto byte = static_cast<unsigned char>(bytes[i]);
    well_formed += size > 1;
    high += value < 0;
    tcvn += value < 0 && byte >= 0xA8 && byte <= 0xAE;
    toned += value < 0 && i > 0 && tones.find(bytes[i]) != tones.npos && vowels.find(bytes[i - 1]) != vowels.npos;
    i += size;
  }
  if (well_formed > high) return {};
  if (tcvn * 10 >= high) return "TCVN3 (ABC)";
  return toned > 0 ? "Windows-1258" : "";
}

void refuse_encoding(std::string_view bytes, const std::string& shown_path, base::Sources& sources,
                     base::Diagnostics& diagnostics) {
  auto [text, first] = printable(bytes);
  const auto& source = sources.add(shown_path, std::move(text));
  const base::Place place{&source, first};
  const auto encoding = vietnamese_encoding(bytes);
  auto diagnostic = encoding.empty()
                        ? Diagnostic{Code::not_utf8, place, {std::to_string(base::position(source, first.begin).line)}}
                        : Diagnostic{Code::not_utf8_utf16, place, {std::string(encoding)}};
  diagnostics.add(diagnostic.hint(Hint::save_as_utf8));
}

/// A mistake of the file as a whole: there is no text to point into.
void refuse_file(Diagnostic diagnostic, const std::string& shown_path, base::Sources& sources, base::Diagnostics& diagnostics) {
  diagnostic.place = {&sources.add(shown_path, ""), {}};
  diagnostics.add(std::move(diagnostic));
}

Diagnostic too_large(std::uint64_t size) {
  return {Code::file_too_large, {}, {size_in_words(size), size_in_words(largest_file)}};
}

}  // namespace

std::string size_in_words(std::uint64_t bytes) {
  constexpr std::uint64_t kilo = 1024, mega = kilo * kilo;
  const bool in_megabytes = bytes >= 10 * mega || (bytes > 0 && bytes % mega == 0);
  const std::uint64_t unit = in_megabytes ? mega : kilo;
  return fmt::format("{} {}", (bytes + unit - 1) / unit, in_megabytes ? "MB" : "KB");
}

const base::Source* read(const std::string& path, const std::string& shown_path, base::Sources& sources,
                         base::Diagnostics& diagnostics) {
  // Not blocking, so that a pipe is seen for what it is and not waited for.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (file.number() < 0 && errno == ELOOP) {
    refuse_file(Diagnostic{Code::symbolic_link, {}}.hint(Hint::copy_real_file), shown_path, sources, diagnostics);
    return nullptr;
  }
  if (file.number() < 0 && errno == ENXIO) {  // a socket
    refuse_file({Code::not_a_regular_file, {}}, shown_path, sources, diagnostics);
    return nullptr;
  }
  struct stat status {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) throw base::Failure(base::Task::read, path, errno);
  if (!S_ISREG(status.st_mode)) {
    refuse_file({Code::not_a_regular_file, {}}, shown_path, sources, diagnostics);
    return nullptr;
  }
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > largest_file) {
    refuse_file(too_large(size), shown_path, sources, diagnostics);
    return nullptr;
  }
  // What an editor adds while the file is being read is for the next build.
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t count = ::read(file.number(), bytes.data() + got, bytes.size() - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw base::Failure(base::Task::read, path, errno);
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  bytes.resize(got);
  return admit(std::move(bytes), shown_path, sources, diagnostics);
}

const base::Source* admit(std::string bytes, const std::string& shown_path, base::Sources& sources,
                          base::Diagnostics& diagnostics) {
  if (bytes.size() > largest_file) {
    refuse_file(too_large(bytes.size()), shown_path, sources, diagnostics);
    return nullptr;
  }
  const auto clean = [&](std::string text) {
    const auto& source = sources.add(shown_path, std::move(text));
    if (const auto word = garbled_word(source.text))
      diagnostics.add(Diagnostic{Code::garbled_letters, {&source, *word}, {source.text.substr(word->begin, word->end - word->begin)}}.hint(Hint::paste_as_unicode));
    return &source;
  };
  if (base::is_plainly_clean(bytes)) return clean(std::move(bytes));
  if (looks_like_utf16(bytes)) {
    refuse_file(Diagnostic{Code::not_utf8_utf16, {}, {"UTF-16"}}.hint(Hint::save_as_utf8), shown_path, sources, diagnostics);
    return nullptr;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  unify_line_ends(bytes);
  if (base::first_non_utf8(bytes)) {
    refuse_encoding(bytes, shown_path, sources, diagnostics);
    return nullptr;
  }
  if (first_control(bytes)) {
    const auto name = control_in(bytes);
    auto [text, first] = printable(bytes);
    const auto& source = sources.add(shown_path, std::move(text));
    diagnostics.add(Diagnostic{Code::control_character, {&source, first}, {name}}.hint(Hint::delete_it));
    return nullptr;
  }
  return clean(base::nfc(std::move(bytes)));
}

std::string control_in(std::string_view text) {
  const auto control = first_control(text);
  return control ? fmt::format("U+{:04X}", character_at(text, *control).value) : "";
}

}  // namespace load
