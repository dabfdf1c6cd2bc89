#include "base/hash.h"

#include <xxhash.h>

namespace base {

Hash hash(std::string_view bytes) {
  const XXH128_hash_t found = XXH3_128bits(bytes.data(), bytes.size());
  return {found.high64, found.low64};
}

std::string to_hex(const Hash& hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out(32, '0');
  for (std::size_t i = 0; i < 16; ++i) {
    out[15 - i] = digits[hash.high >> (4 * i) & 15];
    out[31 - i] = digits[hash.low >> (4 * i) & 15];
  }
  return out;
}

Hash from_hex(std::string_view text) {
  if (text.size() != 32) return {};
  Hash hash;
  for (std::size_t i = 0; i < 32; ++i) {
    const char c = text[i];
    const bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'f';
    if (!digit && !letter) return {};
    auto& half = i < 16 ? hash.high : hash.low;
    half = half << 4 | static_cast<std::uint64_t>(digit ? c - '0' : c - 'a' + 10);
  }
  return hash;
}

}  // namespace base
