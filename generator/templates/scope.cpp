#include "templates/scope.h"

#include <algorithm>

namespace templates {

std::optional<std::uint32_t> Scope::find(std::string_view name) const {
  for (auto one = names_.rbegin(); one != names_.rend(); ++one)
    if (one->first == name) return one->second;
  for (const auto& [used, slot] : used_)
    if (used == name) return slot;
  return std::nullopt;
}

bool Scope::is_global(std::string_view name) const { return std::ranges::find(globals_, name) != globals_.end(); }

std::uint32_t Scope::set(std::string_view name) {
  for (std::size_t i = frames_.back(); i < names_.size(); ++i)
    if (names_[i].first == name) return names_[i].second;
  // Two branches that set one name set the same slot.
  const std::size_t frame = frames_.size();
  auto known = std::ranges::find_if(known_, [&](const Known& one) { return one.frame == frame && one.name == name; });
  if (known == known_.end()) known = known_.insert(known_.end(), {frame, name, slots_++});
  names_.emplace_back(name, known->slot);
  return known->slot;
}

std::uint32_t Scope::use_global(std::string_view name) {
  used_.emplace_back(name, slots_);
  return slots_++;
}

void Scope::leave() {
  std::erase_if(known_, [&](const Known& one) { return one.frame == frames_.size(); });
  names_.resize(frames_.back());
  frames_.pop_back();
}

std::vector<std::pair<std::string_view, std::uint32_t>> Scope::take_back(std::size_t mark) {
  std::vector<std::pair<std::string_view, std::uint32_t>> taken(names_.begin() + static_cast<std::ptrdiff_t>(mark),
                                                                names_.end());
  names_.resize(mark);
  return taken;
}

void Scope::restore(const std::vector<std::pair<std::string_view, std::uint32_t>>& names) {
  names_.insert(names_.end(), names.begin(), names.end());
}

std::vector<std::string> Scope::visible() const {
  std::vector<std::string> all(globals_);
  for (const auto& [name, slot] : names_) all.emplace_back(name);
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  return all;
}

}  // namespace templates
