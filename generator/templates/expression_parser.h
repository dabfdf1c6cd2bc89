// Expressions, read by recursive descent; loosest first: `x if c else y`, or, and, not, comparisons, `~ + -`, then
// filters and tests, which hold more tightly than all operators.
#pragma once

#include "templates/syntax.h"
#include "templates/token_reader.h"

namespace templates {

/// The expression at the reader. Where there is none, a mistake is told and the result is `none`.
Expression parse_expression(TokenReader& reader);

/// Whether a word belongs to the language and cannot be a name.
bool is_reserved(std::string_view word);

}  // namespace templates
