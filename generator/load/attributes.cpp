#include "load/attributes.h"

#include <algorithm>
#include <charconv>

#include "load/suggest.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Hint;

namespace {
std::string_view shape_name(Node::Shape shape) {
  switch (shape) {
    case Node::Shape::nothing: return "@nothing";
    case Node::Shape::scalar: return "@text";
    case Node::Shape::sequence: return "@list";
    case Node::Shape::mapping: return "@mapping";
  }
  return "";
}

/// Reports a value that is not what its attribute takes: a yes-no, a number.
void report_kind(const Node& node, std::string_view name, std::string_view kind, base::Diagnostics& diagnostics) {
  if (node.shape == Node::Shape::scalar)
    diagnostics.add({Code::wrong_kind, node.place, {node.text, std::string(name), std::string(kind)}});
  else
    report_shape(node, name, "@text", diagnostics);
}
}  // namespace

Diagnostic wrong_shape(const Node& node, std::string_view what, std::string_view expected) {
  Diagnostic diagnostic{Code::wrong_shape, node.place, {std::string(what), std::string(expected), std::string(shape_name(node.shape))}};
  const bool is_item = expected == "@list" && node.shape == Node::Shape::scalar && node.text.size() <= 72;
  return is_item ? diagnostic.hint(Hint::expected_shape, {"`- " + node.text + "`"}) : diagnostic;
}

void report_shape(const Node& node, std::string_view what, std::string_view expected, base::Diagnostics& diagnostics) {
  diagnostics.add(wrong_shape(node, what, expected));
}

std::optional<bool> parse_yes_no(std::string_view text) {
  for (const auto yes : {"yes", "true", "có"})
    if (text == yes) return true;
  for (const auto no : {"no", "false", "không"})
    if (text == no) return false;
  return std::nullopt;
}

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  if (text.empty() || error != std::errc() || stop != end || !(number >= -1e15 && number <= 1e15)) return std::nullopt;
  return number;
}

Attributes::Attributes(const Node& node, std::string of_what, base::Diagnostics& diagnostics)
    : node_(node), of_what_(std::move(of_what)), diagnostics_(diagnostics) {
  if (!is_mapping()) report_shape(node_, of_what_, "@mapping", diagnostics_);
}

const Node* Attributes::take(std::string_view name) {
  taken_.emplace_back(name);
  return is_mapping() ? node_.find(name) : nullptr;
}

std::optional<std::string> Attributes::take_text(std::string_view name) {
  const Node* node = take(name);
  if (!node) return std::nullopt;
  if (node->shape == Node::Shape::scalar) return node->text;
  report_shape(*node, name, "@text", diagnostics_);
  return std::nullopt;
}

std::optional<bool> Attributes::take_yes_no(std::string_view name) {
  const Node* node = take(name);
  if (!node) return std::nullopt;
  const auto answer = node->shape == Node::Shape::scalar ? parse_yes_no(node->text) : std::nullopt;
  if (!answer) report_kind(*node, name, "yes-no", diagnostics_);
  return answer;
}

std::optional<double> Attributes::take_number(std::string_view name) {
  const Node* node = take(name);
  if (!node) return std::nullopt;
  const auto number = node->shape == Node::Shape::scalar ? parse_number(node->text) : std::nullopt;
  if (!number) report_kind(*node, name, "number", diagnostics_);
  return number;
}

std::optional<std::string> Attributes::take_choice(std::string_view name, const std::vector<std::string_view>& names) {
  const Node* node = take(name);
  if (!node) return std::nullopt;
  if (node->shape != Node::Shape::scalar) {
    report_shape(*node, name, "@text", diagnostics_);
    return std::nullopt;
  }
  if (std::ranges::count(names, node->text)) return node->text;
  diagnostics_.add(suggest({Code::unknown_option, node->place, {node->text, std::string(name)}}, node->text, {names.begin(), names.end()}));
  return std::nullopt;
}

const Node* Attributes::take_mapping(std::string_view name) {
  const Node* node = take(name);
  if (!node || node->shape == Node::Shape::mapping) return node;
  report_shape(*node, name, "@mapping", diagnostics_);
  return nullptr;
}

const Node* Attributes::take_list(std::string_view name) {
  const Node* node = take(name);
  if (!node || node->shape == Node::Shape::sequence) return node;
  report_shape(*node, name, "@list", diagnostics_);
  return nullptr;
}

const Node* Attributes::require(std::string_view name) {
  const Node* node = take(name);
  if (!node && is_mapping()) 
    diagnostics_.add(Diagnostic{Code::missing_attribute, node_.place, {std::string(name), of_what_}}.hint(Hint::add_colon, {std::string(name)}));
  return node;
}

void Attributes::finish() {
  if (!is_mapping()) return;
  for (const auto& pair : node_.pairs) {
    if (std::ranges::count(taken_, pair.key)) continue;
    diagnostics_.add(suggest({Code::unknown_attribute, pair.key_place, {pair.key, of_what_}}, pair.key, taken_));
  }
}

}  // namespace load
