// The keys of a declaration, taken one by one; what nobody took is a mistake.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "load/yaml.h"

namespace load {

/// Reads one mapping of a theme's YAML. Every `take_…` reports a value of the wrong shape and then gives nothing.
class Attributes {
 public:
  /// `of_what` is the thing's name in messages. A node that is no mapping is a mistake.
  Attributes(const Node& node, std::string of_what, base::Diagnostics& diagnostics);

  const Node* take(std::string_view name);
  std::optional<std::string> take_text(std::string_view name);
  std::optional<bool> take_yes_no(std::string_view name);
  std::optional<double> take_number(std::string_view name);
  /// One of the names, or a mistake that lists them.
  std::optional<std::string> take_choice(std::string_view name, const std::vector<std::string_view>& names);
  const Node* take_mapping(std::string_view name);
  const Node* take_list(std::string_view name);
  /// As take, and a missing one is a mistake.
  const Node* require(std::string_view name);

  /// Reports every key that was not taken.
  void finish();

  base::Place place() const { return node_.place; }
  bool is_mapping() const { return node_.shape == Node::Shape::mapping; }

 private:
  const Node& node_;
  std::string of_what_;
  base::Diagnostics& diagnostics_;
  std::vector<std::string> taken_;
};

/// That `what` should have been something else: a term of messages ("@text", "@list", "@mapping") or plain words.
base::Diagnostic wrong_shape(const Node& node, std::string_view what, std::string_view expected);
void report_shape(const Node& node, std::string_view what, std::string_view expected, base::Diagnostics& diagnostics);

/// yes/no, true/false, có/không.
std::optional<bool> parse_yes_no(std::string_view text);

/// A whole or decimal number with a point, as programs write it.
std::optional<double> parse_number(std::string_view text);

}  // namespace load
