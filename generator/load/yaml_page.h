// The YAML of one source, with questions about its lines: what looks for a slip of the author's asks here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/source.h"

namespace load {

/// The line of the file around an offset: its begin and end (before the line end), within the part.
base::Span line_around(const base::Source& source, base::Span part, std::uint32_t at);

/// As a hint shows it: not longer than a line.
std::string shortened(std::string_view text);

/// Text as it stands between double quotes.
std::string in_double_quotes(std::string_view text);

/// Offsets are those of the source.
class Page {
 public:
  Page(const base::Source& source, base::Span part);

  static bool is_blank(char c) { return c == ' ' || c == '\t'; }

  char look(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  std::string_view text() const { return text_; }
  std::string_view view(base::Span span) const { return text_.substr(span.begin, span.end - span.begin); }
  base::Place place(base::Span span) const { return {&source_, span}; }
  base::Place place(std::uint32_t begin, std::uint32_t end) const { return place(base::Span{begin, end}); }
  base::Span line(std::uint32_t at) const { return line_around(source_, part_, at); }
  /// The bytes before an offset on its line.
  std::uint32_t column(std::uint32_t at) const { return at - line(at).begin; }

  /// What stands on a line, without the blanks around it.
  base::Span words(base::Span line) const;

  /// The nearest line above that says something; empty where there is none.
  base::Span line_above(base::Span below) const;

  /// Whether an item of a list begins here.
  bool is_dash(std::uint32_t at) const { return look(at) == '-' && is_blank(look(at + 1)); }

  /// The line `# key:` right above a line that is not indented less; empty where there is none.
  base::Span key_in_comment_above(base::Span line) const;

  /// What stands on a line, without the dashes of lists before it.
  base::Span behind_dashes(base::Span line) const;

  /// The offset of the colon that ends the first key in a span, or its end.
  std::uint32_t first_colon(base::Span line) const;

  /// What stands behind the colon that ends a key on this line; behind the dashes of a list where there is none.
  base::Span value_on(base::Span line) const;

 private:
  const base::Source& source_;
  base::Span part_;
  std::string_view text_;
};

}  // namespace load
