// When entries appear and disappear by themselves.
#pragma once

#include <string_view>
#include <vector>

#include "model/site.h"

namespace model {

/// "draft", "not-yet", "over", "to-confirm", "depends"
std::string_view name_of(Hidden::Why why);

struct Change {
  LocalTime at;
  bool appears = false;  ///< or disappears
  const Entry* entry = nullptr;
};

/// What will change after a time without anybody doing anything, soonest first; what is hidden for another reason than its days stays so.
std::vector<Change> changes_after(const Site& site, LocalTime time);

}  // namespace model
