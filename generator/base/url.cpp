#include "base/url.h"

#include <algorithm>
#include <charconv>

namespace base {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool starts_with_without_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? b + 32 : b);
         });
}

/// What RFC 3986 allows nowhere: blanks, controls, a backslash (which browsers take for a slash), quotes, <, >.
bool has_bad_character(std::string_view address) {
  return std::any_of(address.begin(), address.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7f || c == '\\' || c == '<' || c == '>' || c == '"' || c == '`' || c == '{' ||
           c == '}' || c == '|' || c == '^';
  });
}

/// U+0080–U+009F, and the characters that turn the direction of text and hide where a link leads.
bool has_bad_sequence(std::string_view address) {
  for (std::size_t i = 0; i + 1 < address.size(); ++i) {
    const auto byte = [&](std::size_t at) { return at < address.size() ? static_cast<unsigned char>(address[at]) : 0; };
    if (byte(i) == 0xc2 && byte(i + 1) >= 0x80 && byte(i + 1) <= 0xa0) return true;
    if (byte(i) == 0xe2 && byte(i + 1) == 0x80 && (byte(i + 2) <= 0x8f || (byte(i + 2) >= 0xa8 && byte(i + 2) <= 0xae)))
      return true;
    if (byte(i) == 0xe2 && byte(i + 1) == 0x81 && byte(i + 2) >= 0xa0 && byte(i + 2) <= 0xaf) return true;
  }
  return false;
}

}  // namespace

std::string scheme(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(address[0])) return {};
  std::string found;
  for (const char c : address.substr(0, colon)) {
    if (!is_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return {};
    found += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return found;
}

LinkTrouble check_link(std::string_view address) {
  if (has_bad_character(address) || has_bad_sequence(address)) return LinkTrouble::bad_character;
  const std::string found = scheme(address);
  if (found.empty()) {
    if (address.starts_with("//")) return LinkTrouble::no_host;
    // "a:b" with something that is no scheme before the colon is a path only after a slash, ? or #.
    const std::size_t colon = address.find(':');
    return colon != std::string_view::npos && address.find_first_of("/?#") > colon ? LinkTrouble::scheme
                                                                                   : LinkTrouble::none;
  }
  if (found == "mailto" || found == "tel")
    return address.size() > found.size() + 1 ? LinkTrouble::none : LinkTrouble::no_host;
  if (found != "http" && found != "https") return LinkTrouble::scheme;
  if (address.substr(found.size(), 3) != "://") return LinkTrouble::no_host;
  const std::string_view rest = address.substr(found.size() + 3);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  if (authority.find('@') != std::string_view::npos) return LinkTrouble::user_in_host;
  return authority.empty() || authority.front() == ':' ? LinkTrouble::no_host : LinkTrouble::none;
}

bool is_of_this_machine(std::string_view address) {
  const bool is_drive = address.size() > 2 && is_letter(address[0]) && address[1] == ':' && (address[2] == '\\' || address[2] == '/');
  if (is_drive || starts_with_without_case(address, "file:")) return true;
  for (const std::string_view scheme : {"http://", "https://"})
    if (starts_with_without_case(address, scheme)) {
      const auto host = address.substr(scheme.size(), address.find_first_of("/?#", scheme.size()) - scheme.size());
      for (const std::string_view own : {"localhost", "127.0.0.1", "[::1]", "0.0.0.0"})
        if (starts_with_without_case(host, own) && (host.size() == own.size() || host[own.size()] == ':')) return true;
    }
  return false;
}

std::string encode_path(std::string_view path) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  out.reserve(path.size());
  for (const char c : path) {
    if (is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '/') {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return out;
}

std::string decode_path(std::string_view path) {
  std::string out;
  out.reserve(path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    unsigned char byte = 0;
    const auto digits = path.substr(i + 1, path[i] == '%' ? 2 : 0);
    const bool is_encoded = digits.size() == 2 && std::from_chars(digits.data(), digits.data() + 2, byte, 16).ptr == digits.data() + 2;
    out += is_encoded ? static_cast<char>(byte) : path[i];
    if (is_encoded) i += 2;
  }
  return out;
}

std::string path_of_base(std::string_view base_url) {
  if (check_link(base_url) != LinkTrouble::none || base_url.find_first_of("?#&',") != std::string_view::npos) return {};
  if (!starts_with_without_case(base_url, "http://") && !starts_with_without_case(base_url, "https://")) return {};
  const std::size_t slash = base_url.find('/', base_url.find("://") + 3);
  std::string path(slash == std::string_view::npos ? "/" : base_url.substr(slash));
  if (path.back() != '/') path += '/';
  return path;
}

}  // namespace base
