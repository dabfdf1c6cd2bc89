// YAML as a small tree in which everything knows where it was written. yaml-cpp is sealed in yaml.cpp.
//
// Of YAML this is what people write by hand: mappings, lists and text. Anchors, aliases, tags (but for `!confirm`, which says that a
// value is only a proposal), merge keys, keys that are not words, second documents and quotes across lines are mistakes here, because they surprise whoever edits the file
// next, and some of them make a program that walks the tree run for ever. A key is said once. All scalars stay text, as
// typed (`08`, `no`, `111`), until a field reads them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"

namespace load {

struct Node {
  enum class Shape { nothing, scalar, sequence, mapping };
  enum class Style { plain, quoted, literal, folded };
  struct Pair;

  Shape shape = Shape::nothing;
  Style style = Style::plain;  ///< of a scalar
  std::string text;            ///< of a scalar
  /// A scalar as written, with its quotes; of a literal or folded text the line that opens it; of a mapping its first
  /// key; of a list its first line; of `[…]` and `{…}` all of it that is on one line; of nothing, the key it belongs to.
  base::Place place;
  std::uint32_t content = 0;  ///< of a literal text: the offset of its first line, and the bytes by which it is indented
  std::uint32_t indent = 0;
  base::Place confirm;        ///< the tag `!confirm` in front of it; nowhere where there is none
  bool withheld = false;      ///< taken away, because it is still to be confirmed or leads to what is not published
  std::vector<Node> items;    ///< of a sequence
  std::vector<Pair> pairs;    ///< of a mapping, in the order of the file, every key once

  const Node* find(std::string_view key) const;
  const base::Place* proposal() const;  ///< the first tag `!confirm` in front of it or of any part of it; null where there is none
};

struct Node::Pair {
  std::string key;
  base::Place key_place;
  Node value;
};

/// How a scalar's text lies in its file, in the terms of model::Prose: line n of the text is line n of the file from
/// `place` on, `indent` bytes further right; or, without `line_for_line`, all of it is at `place`.
struct TextPlace {
  base::Place place;
  bool line_for_line = false;
  std::uint32_t indent = 0;
};
TextPlace text_place(const Node& scalar);

/// Stands before a value that is only a proposal: `theme: !confirm Every child counts`.
constexpr std::string_view confirm_tag = "!confirm";

constexpr std::size_t deepest_nesting = 16;
constexpr std::size_t most_values = 10'000;
constexpr std::size_t most_values_of_a_list = 100'000;  ///< of a file that holds many entries

/// The tree of the YAML in a part of a source (all of it, or the front matter); an empty one is Shape::nothing. Nothing
/// where so much is wrong that what was meant is not known; with lesser mistakes, the tree as far as it is sound.
std::optional<Node> parse_yaml(const base::Source& source, base::Span part, base::Diagnostics& diagnostics,
                               std::size_t limit = most_values);

}  // namespace load
