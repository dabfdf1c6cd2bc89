#include "base/html.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace base {
namespace {

constexpr std::string_view hex = "0123456789abcdef";

/// Copies runs of bytes that need nothing at once; `replacement(byte)` is empty for those.
template <class Replacement>
void append_escaped(std::string& out, std::string_view text, const std::array<bool, 256>& special,
                    Replacement&& replacement) {
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!special[static_cast<unsigned char>(text[i])]) continue;
    out.append(text, run, i - run);
    run = i + 1;
    replacement(text[i], i, run);
  }
  out.append(text, run, text.size() - run);
}

constexpr std::string_view entity(char character) {
  switch (character) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return "&#39;";
  }
}

constexpr std::array<bool, 256> bytes(std::string_view all, bool controls) {
  std::array<bool, 256> set{};
  for (const char one : all) set[static_cast<unsigned char>(one)] = true;
  for (std::size_t i = 0; controls && i < 0x20; ++i) set[i] = true;
  return set;
}

constexpr auto html_bytes = bytes("&<>\"'", false);
constexpr auto json_bytes = bytes("&<>\"\\\x7f\xe2", true);
constexpr auto xml_bytes = bytes("&<>\"'\xef", true);

}  // namespace

std::string text_of(const Html& html) {
  const std::string_view all = html.text();
  std::string out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == '<') {
      i = std::min(all.find('>', i), all.size());
      continue;
    }
    char character = all[i];
    for (const char special : std::string_view(character == '&' ? "&<>\"'" : ""))
      if (all.substr(i).starts_with(entity(special))) {
        i += entity(special).size() - 1;
        character = special;
        break;
      }
    out += character;
  }
  return out;
}

void escape_html(std::string& out, std::string_view text) {
  append_escaped(out, text, html_bytes, [&](char character, std::size_t, std::size_t&) { out += entity(character); });
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  escape_html(out, text);
  return out;
}

void escape_json(std::string& out, std::string_view text) {
  out += '"';
  append_escaped(out, text, json_bytes, [&](char character, std::size_t at, std::size_t& run) {
    switch (character) {
      case '"': out += "\\\""; return;
      case '\\': out += "\\\\"; return;
      case '\n': out += "\\n"; return;
      case '\t': out += "\\t"; return;
      case '\xe2': {  // U+2028 and U+2029 end a line in old JavaScript
        const std::string_view three = text.substr(at, 3);
        const bool separator = three == "\u2028" || three == "\u2029";
        out += separator ? (three == "\u2028" ? "\\u2028" : "\\u2029") : "\xe2";
        if (separator) run = at + 3;
        return;
      }
      default: {
        const auto byte = static_cast<unsigned char>(character);
        out += "\\u00";
        out += hex[byte >> 4];
        out += hex[byte & 15];
      }
    }
  });
  out += '"';
}

void escape_xml(std::string& out, std::string_view text) {
  append_escaped(out, text, xml_bytes, [&](char character, std::size_t at, std::size_t& run) {
    if (character == '\t' || character == '\n' || character == '\r') {
      out += character;
    } else if (character == '\xef') {  // U+FFFE and U+FFFF are no characters of XML
      const std::string_view three = text.substr(at, 3);
      if (three == "\uFFFE" || three == "\uFFFF")
        run = at + 3;
      else
        out += character;
    } else if (static_cast<unsigned char>(character) >= 0x20) {
      out += entity(character);
    }
  });
}

}  // namespace base
