// A template as a row of tokens: raw text between tags, and what stands within them.
//
// Comments are gone and blanks are trimmed already, so that text tokens are exactly what will be printed: a newline
// directly after `%}` or `#}`, the blanks before a `{%` or `{#` that begins its line, and all blanks on the side of a
// `-`.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"

namespace templates {

enum class TokenType {
  text,    ///< raw text
  print,   ///< {{
  tag,     ///< {%
  close,   ///< }} or %}
  name,    ///< also the words of the language: if, in, and …
  string,  ///< with its quotes
  number,
  symbol,
  end,
};

/// `text` is the piece of the source at `span`; for a tag with `-`, without the dash.
struct Token {
  TokenType type = TokenType::end;
  base::Span span;
  std::string_view text;
};

/// The tokens of a template; the last one is always `end`. What is left open is closed where it must have ended.
std::vector<Token> tokens(const base::Source& source, base::Diagnostics& diagnostics);

/// The tokens of an expression that stands by itself in a part of a file.
std::vector<Token> expression_tokens(const base::Source& source, base::Span part, base::Diagnostics& diagnostics);

}  // namespace templates
