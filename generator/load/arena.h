// Memory that is given back all at once: what one text needs while it is turned into HTML.
//
// One per thread. A block is kept for the next text, anything beyond is returned to the system, so that one large page
// does not hold memory for the rest of the build.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace load {

class Arena {
 public:
  /// Zeroed and aligned for anything.
  void* allocate(std::size_t size);
  /// Grows in place where it was the last allocation; `old` may be null. What is new is not zeroed.
  void* grow(void* old, std::size_t size);
  /// Everything allocated so far is gone.
  void reset();

 private:
  static constexpr std::size_t block_size = std::size_t{4} << 20;
  static constexpr std::size_t head = alignof(std::max_align_t);  ///< before every allocation: its size

  std::byte* take(std::size_t size);

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;  ///< within the last block
  std::byte* end_ = nullptr;
};

/// The arena of this thread.
Arena& thread_arena();

}  // namespace load
