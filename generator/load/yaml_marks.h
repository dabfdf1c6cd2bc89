// Marks of YAML where their author did not mean them: a `#` that takes words away, a `!confirm` that is only a word.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "base/source.h"
#include "load/yaml.h"

namespace load {

/// Reports values with a `#` behind them on their line that has no blank after it, as it begins a tag (`slogan: Listen #ForAll`), and texts in
/// which `!confirm` stands elsewhere than in front. `tree` is that of `part`.
void report_misplaced_marks(const Node& tree, const base::Source& source, base::Span part, base::Diagnostics& diagnostics);

/// An anchor or tag before a value, with what to do: "&Trung tâm" is a text for quotes, "&base" is none. `line`: from the mark on.
base::Diagnostic mark_before(base::Diagnostic mistake, const std::string& line);

}  // namespace load
