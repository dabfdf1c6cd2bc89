// The numbers that a text says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"

namespace checks {

/// In digits without leading zeros; sorted, each once.
using Numbers = std::vector<std::string>;

/// Of a text in a language, or (with `is_html`) of what a reader sees of HTML. Digits may be grouped as the language does;
/// with `months`, the name of a month, "June", is its number.
Numbers numbers_of(const std::string& text, const model::Language& language, bool is_html, bool months);

/// Of what programs write: "2024-06-01" has 1, 6 and 2024.
Numbers numbers_of(std::string_view plain);

/// The numbers of `a` that `b` does not have.
Numbers missing(const Numbers& a, const Numbers& b);

/// Those of both.
Numbers merged(const Numbers& a, const Numbers& b);

}  // namespace checks
