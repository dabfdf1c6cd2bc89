// What is published and what is not: drafts, days, and values that are still to be confirmed.
#pragma once

#include <deque>
#include <optional>

#include "base/diagnostics.h"
#include "load/written.h"

namespace load {

/// Tells of each entry whether it is hidden and why, and takes away from the others what must not be published: values with the tag
/// `!confirm`, and references to hidden entries. An item of a list without a field that it must have goes as a whole; an entry
/// without one is hidden, and what refers to it in turn. Every value that is to be confirmed is told, as a warning. With `drafts`, nothing
/// is taken away, and what would be hidden is known all the same.
void decide_publication(std::deque<Written>& all, std::optional<model::LocalTime> today, bool drafts, base::Diagnostics& diagnostics);

}  // namespace load
