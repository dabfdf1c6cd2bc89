// A date as an author wrote it: EDTF, or a mapping with its official wording, a note, or what it comes after.
#pragma once

#include "load/values.h"

namespace load {

/// `2024-06`, `tba`, `{date: …, tba: yes, text: …, note: …}`, `{before: 2024-07-12, …}` or `{within: P15D, after: …, text: …, note: …}`.
model::Value read_when(const model::Field& field, const Node& node, const Surroundings& around);

/// How a date may be written, to be shown.
constexpr std::string_view date_examples = "2024-06-01, 2024-06-01T08:00, 2024-06, 2024-06-01/2024-06-30, 2024-10?, --06-01, tba";

/// Gives every relative date of an entry the day after which it runs: the last possible day of the field it names.
void anchor_relative_dates(model::Entry& entry, base::Diagnostics& diagnostics);

}  // namespace load
