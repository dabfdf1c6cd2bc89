// A package becomes a folder again, all of it or nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/package.h"

namespace archive {

/// How much a package may hold, so that a small archive cannot fill a disk.
struct Limits {
  std::size_t files = 100'000;
  std::uint64_t bytes = std::uint64_t{2} << 30;   ///< unpacked, all together
  std::uint64_t ratio = 100;                      ///< unpacked to packed, above …
  std::uint64_t free_bytes = std::uint64_t{100} << 20;  ///< … so much, which any package may have
};

struct Unpacked {
  std::size_t files = 0;
  std::uint64_t bytes = 0;
  std::vector<Trouble> troubles;  ///< with any, nothing is there
};

/// Unpacks into a folder that is empty or not there yet, beside which it works until all is there. Nothing is written before the list of
/// the archive is found to be good. Throws Failure, and then too nothing is left behind.
Unpacked unpack(const std::string& zip, const std::string& into, const Limits& limits = {});

}  // namespace archive
