#include "publish/manifest.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>

namespace publish {
namespace {

constexpr std::string_view title = "loa manifest 1";

/// Takes words and lines off a text; after the first one that does not fit, `sound` is false for good.
struct Reader {
  std::string_view rest;
  bool sound = true;

  std::string_view until(char end) {
    const std::size_t at = rest.find(end);
    if (at == std::string_view::npos) {
      sound = false;
      return {};
    }
    const std::string_view word = rest.substr(0, at);
    rest.remove_prefix(at + 1);
    return word;
  }

  template <class Number>
  Number number() {
    const std::string_view word = until(' ');
    Number value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size()) sound = false;
    return value;
  }
};

template <class Number>
void append(std::string& out, Number number) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  out += ' ';
}

}  // namespace

Identity identity(const Descriptor& folder) {
  struct statx found {};
  if (statx(folder.number(), "", AT_EMPTY_PATH, STATX_INO | STATX_BTIME, &found) != 0) return {};
  const bool knows = found.stx_mask & STATX_BTIME;
  return {found.stx_ino, knows ? found.stx_btime.tv_sec * std::int64_t{1'000'000'000} + found.stx_btime.tv_nsec : 0};
}

std::string to_text(const Manifest& manifest, std::string_view boot) {
  std::string out(title);
  out += '\n';
  append(out, manifest.root.inode);
  append(out, manifest.root.born);
  out.append(boot) += '\n';
  for (const Manifest::Folder& folder : manifest.folders) {
    out += "d ";
    append(out, folder.modified);
    out += folder.path + '\n';
  }
  for (const Manifest::File& file : manifest.files) {
    out += "f ";
    append(out, file.stamp.size);
    append(out, file.stamp.modified);
    append(out, file.stamp.inode);
    out += base::to_hex(file.hash) + ' ' + file.path + '\n';
  }
  const std::string seal = base::to_hex(base::hash(out));
  return out + "end " + seal + '\n';
}

std::optional<Manifest> parse(std::string_view text, std::string_view boot) {
  constexpr std::size_t tail = sizeof("end \n") - 1 + 32;
  if (text.size() < tail) return std::nullopt;
  const std::string_view body = text.substr(0, text.size() - tail);
  if (text.substr(body.size()) != "end " + base::to_hex(base::hash(body)) + "\n") return std::nullopt;

  Reader reader{body};
  if (reader.until('\n') != title) return std::nullopt;
  Manifest manifest;
  manifest.root.inode = reader.number<std::uint64_t>();
  manifest.root.born = reader.number<std::int64_t>();
  const bool same_boot = reader.until('\n') == boot;
  while (reader.sound && !reader.rest.empty()) {
    const std::string_view kind = reader.until(' ');
    if (kind == "d") {
      Manifest::Folder folder;
      folder.modified = reader.number<std::int64_t>();
      folder.path = reader.until('\n');
      if (!same_boot) folder.modified = 0;
      manifest.folders.push_back(std::move(folder));
    } else {
      Manifest::File file;
      file.stamp.size = reader.number<std::uint64_t>();
      file.stamp.modified = reader.number<std::int64_t>();
      file.stamp.inode = reader.number<std::uint64_t>();
      file.hash = base::from_hex(reader.until(' '));
      file.path = reader.until('\n');
      if (!same_boot) file.stamp = {};
      manifest.files.push_back(std::move(file));
    }
  }
  if (!reader.sound) return std::nullopt;
  return manifest;
}

std::string this_boot() {
  const Descriptor file(open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC));
  char text[64];
  const ssize_t size = file ? pread(file.number(), text, sizeof text, 0) : 0;
  const std::string_view words(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  return std::string(words.substr(0, words.find('\n')));
}

}  // namespace publish
