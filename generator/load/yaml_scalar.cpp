#include "load/yaml_scalar.h"

#include <algorithm>

#include "load/yaml_slips.h"

namespace load {
namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;
using base::Span;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

class Scalar {
 public:
  Scalar(const base::Source& source, Span part, std::uint32_t begin, std::string_view value)
      : source_(source), part_(part), text_(std::string_view(source.text).substr(0, part.end)), begin_(begin), value_(value) {}

  Extent measure() {
    switch (look(begin_)) {
      case '"':
      case '\'': measure_quoted(); break;
      case '|': measure_literal(); break;
      case '>':
        extent_.style = Node::Style::folded;
        extent_.end = line(begin_).end;
        break;
      default: measure_plain();
    }
    return std::move(extent_);
  }

 private:
  char look(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  Span line(std::uint32_t at) const { return line_around(source_, part_, at); }
  base::Place place(std::uint32_t begin, std::uint32_t end) const { return {&source_, {begin, end}}; }

  void measure_quoted() {
    extent_.style = Node::Style::quoted;
    const char quote = text_[begin_];
    std::uint32_t end = begin_ + 1;
    for (; end < text_.size(); ++end) {
      const bool escapes = quote == '"' ? text_[end] == '\\' : text_[end] == quote && look(end + 1) == quote;
      if (escapes) ++end;
      else if (text_[end] == quote) break;
    }
    extent_.end = std::min(end + 1, static_cast<std::uint32_t>(text_.size()));
    if (text_.substr(begin_, extent_.end - begin_).find('\n') == text_.npos) return;
    extent_.quote_is_open = true;
    extent_.mistake = Diagnostic{Code::yaml_multiline_quote, place(begin_, begin_ + 1)}.hint(Hint::close_the_quote);
  }

  /// A bullet stands only before an item, where a dash of print may stand in a text: unless the text itself begins with one.
  std::optional<Diagnostic> sign_for_dash(std::uint32_t begin) const {
    const auto rest = text_.substr(begin);
    const bool is_bullet = rest.starts_with("• ") || rest.starts_with("● ") || rest.starts_with("◦ ");
    auto first = item_without_dash({source_, part_}, line(begin_)), here = item_without_dash({source_, part_}, line(begin));
    return here && first ? first : is_bullet ? here : std::nullopt;
  }

  /// A plain text may go on over lines that are indented; then blanks in the text are line ends in the file.
  void measure_plain() {
    std::uint32_t& end = extent_.end;
    end = begin_;
    if (text_.substr(begin_, value_.size()) == value_) {
      end += static_cast<std::uint32_t>(value_.size());
      extent_.mistake = quote_lost({source_, part_}, {begin_, end});
      return;
    }
    for (const char c : value_) {
      if (c != ' ' && c != '\n') {
        ++end;
      } else if (is_space(look(end))) {
        const std::uint32_t blanks = end;
        while (is_space(look(end))) ++end;
        if (!extent_.mistake) look_at_continuation(blanks, end);
      }
    }
    end = std::min(end, static_cast<std::uint32_t>(text_.size()));
  }

  /// A tab, or a dash that was to begin an item, makes the next line part of this text: rarely what was meant.
  void look_at_continuation(std::uint32_t blanks, std::uint32_t begin) {
    const auto between = text_.substr(blanks, begin - blanks);
    const std::size_t line_begin = between.rfind('\n');
    if (line_begin == between.npos) return;
    if (between.find('\t', line_begin) != between.npos)
      extent_.mistake = Diagnostic{Code::yaml_tab, place(line(begin).begin, begin)}.hint(Hint::indent_with_spaces);
    else if (look(begin) == '-' && is_space(look(begin + 1)))
      extent_.mistake = text_before({source_, part_}, line(begin)).value_or(Diagnostic{Code::yaml_indentation, place(begin, line(begin).end)});
    else
      extent_.mistake = sign_for_dash(begin);
  }

  /// The first line with words tells the indentation: what it has in the file less what it has in the text.
  void measure_literal() {
    extent_.style = Node::Style::literal;
    extent_.end = line(begin_).end;
    const auto end = static_cast<std::uint32_t>(text_.size());
    extent_.content = std::min(extent_.end + 1, end);
    std::string_view rest = value_;
    for (Span at = line(extent_.content); at.begin < end && !rest.empty(); at = line(at.end + 1)) {
      const auto in_text = static_cast<std::uint32_t>(std::min(rest.find_first_not_of(' '), rest.size()));
      if (in_text < rest.size() && rest[in_text] != '\n') {
        std::uint32_t in_file = 0;
        while (look(at.begin + in_file) == ' ') ++in_file;
        extent_.indent = in_file - std::min(in_text, in_file);
        return;
      }
      rest.remove_prefix(std::min<std::size_t>(in_text + 1, rest.size()));
      if (at.end + 1 >= end) return;
    }
  }

  const base::Source& source_;
  Span part_;
  std::string_view text_;
  std::uint32_t begin_;
  std::string_view value_;
  Extent extent_;
};

}  // namespace

Extent measure_scalar(const base::Source& source, Span part, std::uint32_t begin, std::string_view value) {
  return Scalar(source, part, begin, value).measure();
}

TextPlace text_place(const Node& scalar) {
  const base::Span span = scalar.place.span;
  const auto inner = [&](std::uint32_t quotes) -> TextPlace {
    if (span.end - span.begin != scalar.text.size() + 2 * quotes) return {scalar.place};  // escapes, or several lines
    return {{scalar.place.source, {span.begin + quotes, span.end - quotes}}, true, 0};
  };
  switch (scalar.style) {
    case Node::Style::plain: return inner(0);
    case Node::Style::quoted: return inner(1);
    case Node::Style::literal: return {{scalar.place.source, {scalar.content, scalar.content}}, true, scalar.indent};
    default: return {scalar.place};
  }
}

}  // namespace load
