// Slips of the hand that a line shows by itself: a blank that is missing behind a colon, another sign in place of a dash, a
// text that was broken, a word too much.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "load/yaml.h"
#include "load/yaml_page.h"

namespace load {

/// "a line without a colon", or with nothing between it and what follows, with what to do about it; `span` is what stands
/// on the line, with the dash of its item or without.
base::Diagnostic missing_colon(const Page& page, base::Span span);

/// A key without a colon, and the text before it of which it may be the rest, behind a comma; that is empty where there is none.
struct Suspect {
  base::Span key, text;
};
base::Diagnostic missing_colon(const Page& page, const Suspect& suspect);

/// Adds a key without a colon; `before` are the pairs before it within the same braces.
void suspect(std::vector<Suspect>& suspected, const std::vector<Node::Pair>& before, base::Span key);

/// A text without quotes at whose end the only one stands.
std::optional<base::Diagnostic> quote_lost(const Page& page, base::Span text);

/// The line above that is still `# key:`, while this one, below the key, is no comment any more.
std::optional<base::Diagnostic> commented_key(const Page& page, base::Span line);

/// What is wrong with a key that begins like an item of a list (`– a`, `• a`, `-a`), with a blank that is none, or that holds a colon.
std::optional<base::Diagnostic> mistake_in_key(const Page& page, base::Span span);

/// What is wrong with a line that begins with another sign than the dash of a list.
std::optional<base::Diagnostic> item_without_dash(const Page& page, base::Span line);

/// A word alone on the line above, below which `line` is indented: a key that lost its colon.
std::optional<base::Diagnostic> word_above(const Page& page, base::Span line);

/// The first line of a text, broken out of the line above it, after which the reader stumbles at `line`.
std::optional<base::Diagnostic> broken_text(const Page& page, base::Span line);

/// The text on the line above of which `line` begins a list or mapping that was meant to be the value of the same key.
std::optional<base::Diagnostic> text_before(const Page& page, base::Span line);

}  // namespace load
