// Values as a page shows them, in the place in which they stand.
#pragma once

#include <string>
#include <string_view>

#include "templates/html_place.h"
#include "templates/rendering.h"

namespace templates {

/// Appends a value, escaped for its place. What cannot be shown there is a mistake and prints nothing.
void print(Rendering& rendering, std::string& out, const Operand& operand, Printing printing);

/// A value as plain text in a language: dates, numbers and labels in its forms. Lists, HTML and yes-no have none, which
/// is a mistake; `what` is what was to be done with it.
std::string_view text_of(Rendering& rendering, const Operand& operand, std::size_t language, std::string_view what);

}  // namespace templates
