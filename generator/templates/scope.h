// The names that a template may use, as far as the compiler has come.
//
// A frame is a stretch of template whose names end with it: a file, a block, a round of a loop. A name that is set in a
// branch of an `if` is there after it only where every branch sets it, so that no name is ever without a value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace templates {

class Scope {
 public:
  explicit Scope(const std::vector<std::string>& globals) : globals_(globals) { frames_.push_back(0); }

  std::optional<std::uint32_t> find(std::string_view name) const;
  bool is_global(std::string_view name) const;
  /// The slot of a name of this frame, from here on.
  std::uint32_t set(std::string_view name);
  /// The slot of a global, from here on.
  std::uint32_t use_global(std::string_view name);

  void enter() { frames_.push_back(names_.size()); }
  void leave();

  /// The names at this point, to come back to.
  std::size_t mark() const { return names_.size(); }
  /// The names set since `mark`, which are taken away again.
  std::vector<std::pair<std::string_view, std::uint32_t>> take_back(std::size_t mark);
  void restore(const std::vector<std::pair<std::string_view, std::uint32_t>>& names);

  /// All names that may be used here, for a hint.
  std::vector<std::string> visible() const;
  std::uint32_t slots() const { return slots_; }
  const std::vector<std::pair<std::string_view, std::uint32_t>>& used_globals() const { return used_; }

 private:
  struct Known {
    std::size_t frame;
    std::string_view name;
    std::uint32_t slot;
  };
  const std::vector<std::string>& globals_;
  std::vector<std::pair<std::string_view, std::uint32_t>> names_, used_;
  std::vector<Known> known_;         ///< every name that this frame and those around it ever set
  std::vector<std::size_t> frames_;  ///< where the names of each frame begin
  std::uint32_t slots_ = 0;
};

}  // namespace templates
