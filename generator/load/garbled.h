// Words that were pasted in another encoding: they are valid text, and nobody can read them.
#pragma once

#include <optional>
#include <string_view>

#include "base/source.h"

namespace load {

/// The first such word of a text: UTF-8 that was read as Windows-1252 ("ThÃ´ng") or letters of TCVN3 ("Th«ng"); nothing where there is none.
std::optional<base::Span> garbled_word(std::string_view text);

}  // namespace load
