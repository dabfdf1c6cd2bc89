// A fingerprint of bytes (XXH3, 128 bits): equal bytes, equal hash. Not for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

struct Hash {
  std::uint64_t high = 0, low = 0;
  bool operator==(const Hash&) const = default;
};

Hash hash(std::string_view bytes);

/// 32 hexadecimal digits, and back; `from_hex` gives the zero hash for anything else.
std::string to_hex(const Hash& hash);
Hash from_hex(std::string_view text);

}  // namespace base
