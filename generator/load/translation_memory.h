// The file that remembers what was translated from what; `loa translations` writes it, and it belongs to the content.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "model/translation.h"

namespace load {

/// Below the content folder.
constexpr std::string_view translation_file = "translations.lock";

/// What the file of a content folder says; an empty memory where there is none, or no plain file. A line that `to_text` did not write is passed over.
model::TranslationMemory translation_memory(const std::string& content);

/// One pair a line, sorted, below a line that says what this is.
std::string to_text(const model::TranslationMemory& memory);

}  // namespace load
