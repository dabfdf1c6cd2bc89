#include "load/yaml_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace load {
namespace {

using base::Span;
using Shape = Node::Shape;

constexpr auto letters = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = true;
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = true;
  for (std::size_t c = 0x80; c <= 0xFF; ++c) table[c] = true;
  return table;
}();

/// What means nothing else to YAML, wherever it stands behind the first letter of a text.
constexpr auto of_text = [] {
  auto table = letters;
  for (const char c : std::string_view(" -_./()%+")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool is_of_key(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }
bool is_null(std::string_view text) { return text == "null" || text == "Null" || text == "NULL"; }

class Lines {
 public:
  Lines(const base::Source& source, Span part)
      : source_(source), text_(std::string_view(source.text).substr(0, part.end)), at_(part.begin) {}

  /// Whether the part is of this kind to its end; then `root` is its tree.
  bool read(Node& root) {
    root.shape = Shape::mapping;
    while (at_ < text_.size())
      if (!line(root)) return false;
    if (root.pairs.empty()) return false;
    root.place = root.pairs.front().key_place;
    return true;
  }

 private:
  char look() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool skip(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) return false;
    at_ += static_cast<std::uint32_t>(expected.size());
    return true;
  }
  base::Place from(std::uint32_t begin) const { return {&source_, {begin, at_}}; }

  bool line(Node& root) {
    const std::uint32_t begin = at_;
    while (is_of_key(look())) ++at_;
    const std::string_view key = text_.substr(begin, at_ - begin);
    if (key.empty() || is_null(key) || root.find(key)) return false;
    auto& pair = root.pairs.emplace_back(std::string(key), from(begin), Node{});
    if (!skip(": ")) return false;
    return (look() == '[' ? list(pair.value) : scalar(pair.value)) && (at_ == text_.size() || skip("\n"));
  }

  bool list(Node& node) {
    node.shape = Shape::sequence;
    const std::uint32_t begin = at_++;
    do {
      if (!scalar(node.items.emplace_back())) return false;
    } while (skip(", "));
    if (!skip("]")) return false;
    node.place = from(begin);
    return true;
  }

  bool scalar(Node& node) {
    node.shape = Shape::scalar;
    const std::uint32_t begin = at_;
    if (look() == '"') {
      at_ = static_cast<std::uint32_t>(std::min(text_.find_first_of("\"\\\n", begin + 1), text_.size()));
      if (!skip("\"")) return false;
      node.style = Node::Style::quoted;
      node.text = text_.substr(begin + 1, at_ - begin - 2);
    } else {
      if (!letters[static_cast<unsigned char>(look())]) return false;
      while (at_ < text_.size() && of_text[static_cast<unsigned char>(text_[at_])]) ++at_;
      node.text = text_.substr(begin, at_ - begin);
      if (node.text.back() == ' ' || is_null(node.text)) return false;
    }
    node.place = from(begin);
    return true;
  }

  const base::Source& source_;
  std::string_view text_;  ///< the source up to the end of the part
  std::uint32_t at_;
};

}  // namespace

std::optional<Node> read_lines(const base::Source& source, Span part, std::size_t limit) {
  if (part.end - part.begin > limit) return std::nullopt;
  Node root;
  return Lines(source, part).read(root) ? std::optional(std::move(root)) : std::nullopt;
}

}  // namespace load
