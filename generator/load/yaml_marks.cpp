#include "load/yaml_marks.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "load/yaml_page.h"

namespace load {

namespace {

bool begins_word(std::string_view text, std::size_t hash) { return hash + 1 < text.size() && std::string_view(" \t\n#!").find(text[hash + 1]) == std::string_view::npos; }

class Search {
 public:
  Search(const base::Source& source, base::Diagnostics& diagnostics) : source_(source), text_(source.text), diagnostics_(diagnostics) {}

  void visit(const Node& node) {
    for (const auto& item : node.items) visit(item);
    for (const auto& pair : node.pairs) visit(pair.value);
    if (!node.place.source) return;
    const bool is_scalar = node.shape == Node::Shape::scalar;
    if (const auto mark = node.text.find(confirm_tag); mark != node.text.npos) report_tag(node, mark);
    if (node.shape == Node::Shape::nothing) report_lost_words(node, " \t:-");
    if (is_scalar && (node.style == Node::Style::plain || node.style == Node::Style::quoted)) report_lost_words(node, " \t");
  }

 private:
  base::Place place(std::size_t begin, std::size_t size) const { return {&source_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)}}; }

  /// `between`: what may stand between the value and the `#`.
  void report_lost_words(const Node& node, const char* between) {
    const auto hash = std::min(text_.find_first_not_of(between, node.place.span.end), text_.size());
    if (hash == text_.size() || text_[hash] != '#' || hash == node.place.span.end || !begins_word(text_, hash)) return;
    const auto end = std::min({text_.find('\n', hash), text_.find(" # ", hash), text_.size()});
    const std::string lost(text_.substr(hash, text_.find_last_not_of(" \t\n", end - 1) + 1 - hash));
    diagnostics_.add(base::Diagnostic{base::Code::yaml_hash, place(hash, lost.size()), {lost}}
                         .hint(base::Hint::blank_after_hash, {in_double_quotes(node.text.empty() ? lost : node.text + " " + lost)}));
  }

  void report_tag(const Node& node, std::size_t mark) {
    const auto begin = text_.find(confirm_tag, node.place.span.begin);
    const bool is_block = node.style == Node::Style::literal || node.style == Node::Style::folded;
    std::string words = node.text.substr(0, mark) + node.text.substr(std::min(mark + confirm_tag.size() + 1, node.text.size()));
    words = is_block ? (node.style == Node::Style::literal ? "|" : ">") : words.substr(0, words.find_last_not_of(' ') + 1);
    diagnostics_.add(base::Diagnostic{base::Code::confirm_misplaced, begin == text_.npos ? node.place : place(begin, confirm_tag.size())}
                         .hint(base::Hint::expected_shape, {"`" + std::string(confirm_tag) + " " + words + "`"}));
  }

  const base::Source& source_;
  std::string_view text_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void report_misplaced_marks(const Node& tree, const base::Source& source, base::Span part, base::Diagnostics& diagnostics) {
  const std::string_view text = std::string_view(source.text).substr(0, part.end);
  auto hash = text.find('#', part.begin);
  while (hash != text.npos && (hash == 0 || text[hash - 1] != ' ' || !begins_word(text, hash))) hash = text.find('#', hash + 1);
  if (hash != text.npos || text.find(confirm_tag, part.begin) != text.npos) Search(source, diagnostics).visit(tree);
}

base::Diagnostic mark_before(base::Diagnostic mistake, const std::string& line) {
  const auto first = line.size() > 1 ? static_cast<unsigned char>(line[1]) : 0;
  const bool is_text = first >= 0x80 || (first >= 'A' && first <= 'Z');
  return is_text ? mistake.hint(base::Hint::wrap_in_quotes, {line}) : mistake.hint(base::Hint::write_the_text_itself);
}

}  // namespace load
