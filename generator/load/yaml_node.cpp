#include "load/yaml.h"

namespace load {

const Node* Node::find(std::string_view key) const {
  for (const auto& pair : pairs)
    if (pair.key == key) return &pair.value;
  return nullptr;
}

const base::Place* Node::proposal() const {
  if (confirm.source) return &confirm;
  for (const auto& item : items)
    if (const auto* found = item.proposal()) return found;
  for (const auto& pair : pairs)
    if (const auto* found = pair.value.proposal()) return found;
  return nullptr;
}

}  // namespace load
