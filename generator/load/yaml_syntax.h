// Where a YAML reader gives up, and what the author most likely did there.
//
// A reader of YAML says "illegal map value" where a person has written a second colon, a tab or one blank too many. This
// looks at the lines around the place and says it in the person's words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"

namespace load {

enum class SyntaxTrouble {
  value,      ///< a colon that opens no value
  end,        ///< a mapping or list goes on with what does not belong to it
  flow_end,   ///< within […] or {…} something else than a comma or the end
  start,      ///< a value begins with a character that has another meaning; or anything else
  escape,     ///< an unknown \x in double quotes
  scalar_end  ///< a quote that is never closed
};

struct SyntaxError {
  SyntaxTrouble trouble;
  std::uint32_t at;         ///< where the reader gave up, in the source
  std::uint32_t last = 0;   ///< the end of the last thing it understood
  std::uint32_t open = 0;   ///< where the innermost […] or {…} opens
};

/// The diagnostic for it. `part` is the YAML within the source.
base::Diagnostic explain(const base::Source& source, base::Span part, const SyntaxError& error);

/// A line that begins with `%` speaks to the reader of YAML, which believes it in silence and drops what follows.
std::optional<base::Diagnostic> directive(const base::Source& source, base::Span part);

/// The offset of the first quote from `from` on that is not in a comment.
std::uint32_t next_quote(std::string_view text, std::uint32_t from);

}  // namespace load
