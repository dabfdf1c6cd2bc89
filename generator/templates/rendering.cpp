#include "templates/rendering.h"

#include <algorithm>

namespace templates {
namespace {

/// What may be made on the way to one page.
constexpr std::size_t most_memory = std::size_t{64} << 20;

}  // namespace

bool Rendering::spend(std::size_t bytes) {
  spent_ += bytes;
  if (spent_ <= most_memory) return true;
  stop("64 MiB");
  return false;
}

std::string_view Rendering::keep(std::initializer_list<std::string_view> pieces) {
  std::size_t size = 0;
  for (const std::string_view piece : pieces) size += piece.size();
  if (size == 0 || !spend(size)) return {};
  char* const begin = static_cast<char*>(memory_.allocate(size, 1));
  char* next = begin;
  for (const std::string_view piece : pieces) next = std::copy(piece.begin(), piece.end(), next);
  return {begin, size};
}

Operand Rendering::list(const std::vector<Operand>& items) {
  const std::span<Operand> copy = room<Operand>(items.size());
  if (copy.size() == items.size()) std::ranges::copy(items, copy.begin());
  return Operand(std::span<const Operand>(copy));
}

void Rendering::mistake(base::Diagnostic mistake) {
  const std::pair told(at, mistake.code);
  if (std::ranges::find(told_, told) != told_.end()) return;
  told_.push_back(told);
  mistake.place = program.places[at];
  diagnostics.add(std::move(mistake));
}

Operand Rendering::wrong_value(std::string_view what, const Operand& operand) {
  mistake(base::Code::template_wrong_value, {std::string(what), type_name(operand)});
  return {};
}

void Rendering::stop(std::string limit) {
  if (!stopped) mistake(base::Code::template_limit, {std::move(limit)});
  stopped = true;
}

}  // namespace templates
