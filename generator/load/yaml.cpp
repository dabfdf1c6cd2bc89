#include "load/yaml.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstring>
#include <istream>
#include <streambuf>
#include <utility>

#include "base/text.h"
#include "load/gate.h"
#include "load/yaml_lines.h"
#include "load/yaml_marks.h"
#include "load/yaml_scalar.h"
#include "load/yaml_slips.h"
#include "load/yaml_syntax.h"

namespace load {
namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;
using base::Span;
using Shape = Node::Shape;
using Style = Node::Style;

/// A stream over bytes that lie elsewhere.
class Bytes : public std::streambuf {
 public:
  explicit Bytes(std::string_view bytes) {
    char* begin = const_cast<char*>(bytes.data());  // never written to: there is no put area
    setg(begin, begin, begin + bytes.size());
  }
};

/// Who makes more of them in one file has sent something else than a file of ours.
constexpr int most_mistakes = 100;

/// Thrown through yaml-cpp where reading on makes no sense; the mistake has been reported.
struct Stop {};

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n'; }

/// Builds the tree from the reader's events and looks for all that the reader lets pass.
class Builder : public YAML::EventHandler {
 public:
  Builder(const base::Source& source, Span part, base::Diagnostics& diagnostics, std::size_t limit)
      : source_(source), text_(std::string_view(source.text).substr(0, part.end)), part_(part), diagnostics_(diagnostics), limit_(limit),
        last_(part.begin) {
    root_.place = place(part.begin, part.begin);
    frames_.reserve(deepest_nesting);
  }

  /// The whole tree, once the reader has come to the end.
  std::optional<Node> tree() {
    for (const auto& one : suspected_) add(missing_colon({source_, part_}, one));
    return sound_ && suspected_.empty() ? std::optional(std::move(root_)) : std::nullopt;
  }
  bool quote_is_open() const { return quote_is_open_; }
  SyntaxError error_at(const YAML::Mark& mark, SyntaxTrouble trouble) const {
    const std::uint32_t open = !frames_.empty() ? frames_.back().begin : last_;
    return {trouble, at(mark), last_, open};
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    const std::uint32_t begin = at(mark);
    const auto before = text_.substr(part_.begin, begin - part_.begin);
    if (text_.substr(begin).starts_with("---") || before.ends_with("...\n"))
      add(Diagnostic{Code::yaml_second_document, place(trimmed(line_around(source_, part_, begin), begin))}.hint(Hint::one_document));
    else
      add(explain(source_, part_, error_at(mark, SyntaxTrouble::end)));
    throw Stop{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    const std::uint32_t begin = skip_properties(at(mark));
    const std::uint32_t end = end_of_null(begin);
    if (awaits_key()) return key(std::string(text_.substr(begin, end - begin)), {begin, end}, Style::plain);
    Node node;
    const bool in_mapping = !frames_.empty() && frames_.back().node->shape == Shape::mapping;
    node.place = end > begin || !in_mapping ? place(begin, end) : frames_.back().node->pairs.back().key_place;
    put(std::move(node));
    last_ = std::max(last_, end);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    const Span span = word(at(mark));
    add(Diagnostic{Code::yaml_alias, place(span), {said(span, 1)}}.hint(Hint::write_the_text_itself));
    sound_ = false;
    last_ = span.end;
    if (awaits_key()) throw Stop{};
    put({});
  }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override {
    const std::uint32_t begin = skip_properties(at(mark));
    if (value.empty() && confirm_.source && is_alone(confirm_.span.end)) return put_empty_proposal();
    Node node;
    node.shape = Shape::scalar;
    const std::uint32_t end = measure(node, begin, value);
    last_ = std::max(last_, end);
    if (awaits_key()) return key(value, {begin, end}, node.style);
    node.text = value;
    const bool is_block = node.style == Style::literal || node.style == Style::folded;
    node.place = is_block ? place(trimmed(line_around(source_, part_, begin), begin)) : place(begin, end);
    if (frames_.empty() && node.style == Style::plain) suspected_.push_back({trimmed(line_around(source_, part_, begin), begin), {}});
    put(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(Shape::sequence, mark, tag, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(Shape::mapping, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(']'); }
  void OnMapEnd() override {
    Node& mapping = *frames_.back().node;
    close('}');
    drop_duplicates(mapping);
  }

 private:
  struct Frame {
    Node* node;
    std::uint32_t begin;
    bool awaits_value = false;
  };

  std::uint32_t at(const YAML::Mark& mark) const {
    const auto end = static_cast<std::uint32_t>(text_.size());
    return mark.pos < 0 ? end : std::min(end, part_.begin + static_cast<std::uint32_t>(mark.pos));
  }
  char look(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  base::Place place(Span span) const { return {&source_, span}; }
  base::Place place(std::uint32_t begin, std::uint32_t end) const { return place({begin, end}); }
  std::string said(Span span, std::uint32_t skip = 0) const {
    return std::string(text_.substr(span.begin + skip, span.end - span.begin - std::min(skip, span.end - span.begin)));
  }
  void add(Diagnostic diagnostic) {
    diagnostics_.add(std::move(diagnostic));
    if (++mistakes_ == most_mistakes) throw Stop{};
  }

  bool awaits_key() const {
    return !frames_.empty() && frames_.back().node->shape == Shape::mapping && !frames_.back().awaits_value;
  }

  /// From `begin` to the end of the line, without the blanks there.
  Span trimmed(Span line, std::uint32_t begin) const {
    while (line.end > begin && is_blank(look(line.end - 1))) --line.end;
    return {begin, line.end};
  }

  /// A word that begins with & * or !, to the next blank or, within brackets, comma.
  Span word(std::uint32_t begin) const {
    std::uint32_t end = begin + 1;
    while (end < text_.size() && !is_space(text_[end]) && text_[end] != ',' && text_[end] != ']' && text_[end] != '}') ++end;
    return {begin, std::min(end, static_cast<std::uint32_t>(text_.size()))};
  }

  /// Reports the anchors and tags that stand before a value, and keeps `!confirm` for it; the offset behind them.
  std::uint32_t skip_properties(std::uint32_t begin) {
    confirm_ = {};
    while (look(begin) == '&' || look(begin) == '!') {
      const Span span = word(begin);
      const Code code = look(begin) == '&' ? Code::yaml_anchor : Code::yaml_tag;
      if (said(span) == confirm_tag && !awaits_key())
        confirm_ = place(span);
      else if (code == Code::yaml_tag && !base::nearest(said(span), std::vector{std::string(confirm_tag)}).empty())
        add(Diagnostic{code, place(span), {said(span)}}.hint(Hint::did_you_mean, {std::string(confirm_tag)}));
      else
        add(mark_before(Diagnostic{code, place(span), {said(span, code == Code::yaml_anchor ? 1 : 0)}}, said(trimmed(line_around(source_, part_, begin), begin))));
      begin = span.end;
      while (is_space(look(begin)) || look(begin) == '#') begin = look(begin) == '#' ? line_around(source_, part_, begin).end : begin + 1;
    }
    return begin;
  }

  /// Whether nothing more stands on the line.
  bool is_alone(std::uint32_t begin) const {
    while (is_blank(look(begin))) ++begin;
    return begin >= text_.size() || look(begin) == '\n' || look(begin) == '#';
  }

  void put_empty_proposal() {
    Node node;
    node.place = confirm_;
    last_ = std::max(last_, confirm_.span.end);
    put(std::move(node));
  }

  /// `~` and `null` are written; other nothings are not.
  std::uint32_t end_of_null(std::uint32_t begin) const {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      const auto end = begin + static_cast<std::uint32_t>(word.size());
      const char next = look(end);
      if (begin >= last_ && text_.substr(begin).starts_with(word) && (next == '\0' || std::strchr(" \t\n,:]}", next))) return end;
    }
    return begin;
  }

  Node& put(Node node) {
    if (++count_ > limit_) {
      add({Code::yaml_too_large, node.place, {std::to_string(limit_)}});
      throw Stop{};
    }
    node.confirm = std::exchange(confirm_, {});
    if (frames_.empty()) return root_ = std::move(node);
    Frame& frame = frames_.back();
    if (frame.node->shape == Shape::sequence) return frame.node->items.emplace_back(std::move(node));
    frame.awaits_value = false;
    return frame.node->pairs.back().value = std::move(node);
  }

  /// Whether every bracket within a span has its counterpart there.
  bool is_closed(Span span) const {
    int depth = 0;
    for (const char c : text_.substr(span.begin, span.end - span.begin)) depth += (c == '[' || c == '{') - (c == ']' || c == '}');
    return depth <= 0;
  }

  void open(Shape shape, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    std::uint32_t begin = at(mark);
    confirm_ = {};
    if (anchor != 0 || (!tag.empty() && tag != "?")) begin = skip_properties(begin);
    Node node;
    node.shape = shape;
    node.place = place(trimmed(line_around(source_, part_, begin), begin));
    if (awaits_key()) {
      // Brackets without an end look like a key to the reader.
      const bool is_open = (look(begin) == '[' || look(begin) == '{') && !is_closed(node.place.span);
      add(is_open ? Diagnostic{Code::yaml_bracket_open, place(begin, begin + 1), {std::string(1, look(begin))}} : Diagnostic{Code::yaml_key_not_plain, node.place});
      throw Stop{};
    }
    if (frames_.size() == deepest_nesting) {
      add({Code::yaml_too_deep, place(begin, begin + 1), {std::to_string(deepest_nesting)}});
      throw Stop{};
    }
    Node& kept = put(std::move(node));
    frames_.push_back({&kept, begin});
    if (look(begin) == '[' || look(begin) == '{') last_ = begin + 1;
  }

  void close(char bracket) {
    const auto [node, begin, awaits_value] = frames_.back();
    frames_.pop_back();
    if (look(begin) != (bracket == ']' ? '[' : '{')) return;
    std::uint32_t end = last_;
    while (is_space(look(end)) || look(end) == ',' || look(end) == ':' || look(end) == '#') {
      if (look(end) == '#') end = line_around(source_, part_, end).end;
      else ++end;
    }
    if (look(end) != bracket) return;
    last_ = end + 1;
    if (last_ <= node->place.span.end) node->place.span.end = last_;
  }

  void key(std::string text, Span span, Style style) {
    Node& mapping = *frames_.back().node;
    const base::Place where = place(span);
    if (style == Style::plain)
      if (auto mistake = mistake_in_key({source_, part_}, span)) {
        add(std::move(*mistake));
        throw Stop{};
      }
    if (style == Style::plain && text == "<<") {
      add(Diagnostic{Code::yaml_merge_key, where}.hint(Hint::write_the_text_itself));
      sound_ = false;
    }
    std::uint32_t before = span.begin, after = span.end;
    while (before > part_.begin && is_blank(look(before - 1))) --before;
    while (is_blank(look(after))) ++after;
    const bool asked = before > part_.begin && before < span.begin && look(before - 1) == '?';
    if (asked) {
      add({Code::yaml_key_not_plain, place(before - 1, before)});
    } else if (text.empty() || style == Style::literal || style == Style::folded) {
      add({Code::yaml_key_not_plain, text.empty() ? place(span.begin, span.begin + 1) : where});
    } else if (look(after) != ':') {
      suspect(suspected_, look(frames_.back().begin) == '{' ? mapping.pairs : std::vector<Node::Pair>(), span);
    }
    if (mapping.pairs.empty() && look(frames_.back().begin) != '{') mapping.place = where;
    mapping.pairs.push_back({std::move(text), where, {}});
    mapping.pairs.back().value.place = where;
    frames_.back().awaits_value = true;
    last_ = std::max(last_, look(after) == ':' ? after + 1 : span.end);
  }

  /// Of keys that are there twice, the first one counts.
  void drop_duplicates(Node& mapping) {
    auto& pairs = mapping.pairs;
    std::vector<const Node::Pair*> sorted;
    sorted.reserve(pairs.size());
    for (const auto& pair : pairs) sorted.push_back(&pair);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
    std::vector<const Node::Pair*> dropped;
    for (std::size_t first = 0, i = 1; i < sorted.size(); ++i) {
      if (sorted[i]->key != sorted[first]->key) {
        first = i;
        continue;
      }
      const base::Place again = sorted[i]->key_place;
      if (auto slip = commented_key({source_, part_}, line_around(source_, part_, again.span.begin))) add(std::move(*slip));
      add(Diagnostic{Code::yaml_duplicate_key, again, {sorted[i]->key}}.note(Hint::first_here, sorted[first]->key_place));
      dropped.push_back(sorted[i]);
    }
    if (dropped.empty()) return;
    std::sort(dropped.begin(), dropped.end());
    std::vector<Node::Pair> kept;
    for (auto& pair : pairs)
      if (!std::binary_search(dropped.begin(), dropped.end(), &pair)) kept.push_back(std::move(pair));
    pairs = std::move(kept);
  }

  /// Finds out how a scalar is written; the offset of its end.
  std::uint32_t measure(Node& node, std::uint32_t begin, std::string_view value) {
    Extent extent = measure_scalar(source_, part_, begin, value);
    node.style = extent.style;
    node.content = extent.content;
    node.indent = extent.indent;
    if (extent.quote_is_open) quote_is_open_ = true, sound_ = false;
    if (extent.mistake) {
      if (said({begin, extent.end}).find('\n') != std::string::npos) node.shape = Shape::nothing, node.withheld = true;  // it is no text
      add(std::move(*extent.mistake));
    }
    if (extent.style == Style::quoted)
      if (const auto control = control_in(value); !control.empty())
        add(Diagnostic{Code::control_character, place(begin, extent.end), {control}}.hint(Hint::delete_it));
    return extent.end;
  }

  const base::Source& source_;
  std::string_view text_;  ///< the source up to the end of the part, so that offsets are those of the source
  Span part_;
  base::Diagnostics& diagnostics_;
  std::size_t limit_;
  std::uint32_t last_;  ///< the end of what has been understood
  base::Place confirm_;  ///< the tag before the value that comes
  Node root_;
  std::vector<Frame> frames_;
  std::size_t count_ = 0;
  std::vector<Suspect> suspected_;  ///< keys without a colon, unless the reader stumbles and knows better
  int documents_ = 0, mistakes_ = 0;
  bool sound_ = true;
  bool quote_is_open_ = false;
};

SyntaxTrouble trouble_of(std::string_view words) {
  namespace Said = YAML::ErrorMsg;
  const auto one_of = [&](std::initializer_list<std::string_view> list) { return std::find(list.begin(), list.end(), words) != list.end(); };
  if (words == Said::MAP_VALUE) return SyntaxTrouble::value;
  if (one_of({Said::END_OF_MAP, Said::END_OF_SEQ, Said::MAP_KEY, Said::TAB_IN_INDENTATION})) return SyntaxTrouble::end;
  if (one_of({Said::END_OF_MAP_FLOW, Said::END_OF_SEQ_FLOW})) return SyntaxTrouble::flow_end;
  if (one_of({Said::EOF_IN_SCALAR, Said::DOC_IN_SCALAR})) return SyntaxTrouble::scalar_end;
  if (words.starts_with(Said::INVALID_ESCAPE) || words.starts_with(Said::INVALID_HEX) || words.starts_with(Said::INVALID_UNICODE))
    return SyntaxTrouble::escape;
  return SyntaxTrouble::start;
}

}  // namespace

std::optional<Node> parse_yaml(const base::Source& source, Span part, base::Diagnostics& diagnostics, std::size_t limit) {
  if (auto tree = read_lines(source, part, limit)) {
    report_misplaced_marks(*tree, source, part, diagnostics);
    return tree;
  }
  if (auto mistake = directive(source, part)) {
    diagnostics.add(std::move(*mistake));
    return std::nullopt;
  }
  Builder builder(source, part, diagnostics, limit);
  try {
    Bytes bytes(std::string_view(source.text).substr(part.begin, part.end - part.begin));
    std::istream stream(&bytes);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {}
    auto tree = builder.tree();
    if (tree) report_misplaced_marks(*tree, source, part, diagnostics);
    return tree;
  } catch (const Stop&) {
  } catch (const YAML::DeepRecursion&) {
    diagnostics.add({Code::yaml_too_deep, {&source, {part.begin, part.begin}}, {std::to_string(deepest_nesting)}});
  } catch (const YAML::Exception& error) {
    // A quote that was not closed has been reported; what comes after it makes no sense.
    if (!builder.quote_is_open()) diagnostics.add(explain(source, part, builder.error_at(error.mark, trouble_of(error.msg))));
  }
  return std::nullopt;
}

}  // namespace load
