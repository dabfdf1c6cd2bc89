#include "load/arena.h"

#include <algorithm>
#include <cstring>

namespace load {
namespace {

std::size_t rounded(std::size_t size) {
  constexpr std::size_t unit = alignof(std::max_align_t);
  return (size + unit - 1) / unit * unit;
}

std::size_t& size_of(void* allocation) {
  return *reinterpret_cast<std::size_t*>(static_cast<std::byte*>(allocation) - alignof(std::max_align_t));
}

}  // namespace

std::byte* Arena::take(std::size_t size) {
  const std::size_t needed = head + rounded(size);
  if (static_cast<std::size_t>(end_ - next_) < needed) {
    const std::size_t block = std::max(block_size, needed);
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
    next_ = blocks_.back().get();
    end_ = next_ + block;
  }
  std::byte* result = next_ + head;
  next_ += needed;
  size_of(result) = rounded(size);
  return result;
}

void* Arena::allocate(std::size_t size) { return std::memset(take(size), 0, size); }

void* Arena::grow(void* old, std::size_t size) {
  if (!old) return take(size);
  const std::size_t had = size_of(old);
  if (size <= had) return old;
  const bool is_last = static_cast<std::byte*>(old) + had == next_;
  if (is_last && static_cast<std::size_t>(end_ - next_) >= rounded(size) - had) {
    next_ += rounded(size) - had;
    size_of(old) = rounded(size);
    return old;
  }
  return std::memcpy(take(size), old, had);
}

void Arena::reset() {
  if (blocks_.empty()) return;
  blocks_.resize(1);
  next_ = blocks_.front().get();
  end_ = next_ + block_size;  // the first block may be larger; the rest of it stays unused
}

Arena& thread_arena() {
  thread_local Arena arena;
  return arena;
}

}  // namespace load
