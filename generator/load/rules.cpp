#include "load/rules.h"

#include "base/text.h"
#include "load/attributes.h"
#include "load/declarations.h"

namespace load {

using base::Diagnostics;

namespace {

/// Where the text of an expression lies in its file. It has to lie there as it is, so that what is wrong in it can be shown.
base::Place expression(const Node& node, std::string_view what, Diagnostics& diagnostics) {
  if (node.shape == Node::Shape::scalar) {
    const base::Place place = text_place(node).place;
    if (std::string_view(place.source->text).substr(place.span.begin, place.span.end - place.span.begin) == node.text) return place;
  }
  diagnostics.add(wrong_shape(node, what, "@plain_line").hint(base::Hint::expected_shape, {"`'entry.theme != \"\"'`"}));
  return {};
}

/// One path, or a list of them.
std::vector<std::string> read_paths(const Node& node, std::string_view what, Diagnostics& diagnostics) {
  if (node.shape == Node::Shape::scalar) return {node.text};
  std::vector<std::string> paths;
  if (node.shape == Node::Shape::mapping) report_shape(node, what, "@list", diagnostics);
  for (const auto& item : node.items)
    if (item.shape == Node::Shape::scalar) paths.push_back(item.text);
    else report_shape(item, what, "@text", diagnostics);
  return paths;
}

}  // namespace

std::vector<model::Rule> read_rules(const Node& node, const std::vector<std::string>& languages, Diagnostics& diagnostics) {
  std::vector<model::Rule> rules;
  if (node.shape != Node::Shape::mapping) {
    report_shape(node, "rules", "@mapping", diagnostics);
    return rules;
  }
  for (const auto& pair : node.pairs) {
    if (!base::is_slug(pair.key)) diagnostics.add({base::Code::name_not_plain, pair.key_place, {pair.key, "-"}});
    model::Rule rule;
    rule.name = pair.key;
    rule.place = pair.key_place;
    Attributes attributes(pair.value, pair.key, diagnostics);
    if (const Node* each = attributes.take("each")) rule.each = read_paths(*each, "each", diagnostics);
    rule.at = attributes.take_text("at").value_or("");
    const Node* should = attributes.take("should");
    rule.only_warns = should != nullptr;
    if (const Node* condition = should ? should : attributes.require("must")) rule.condition = expression(*condition, should ? "should" : "must", diagnostics);
    if (const Node* say = attributes.require("say")) rule.say = declared_text(*say, "say", languages, diagnostics);
    if (const Node* show = attributes.take("show")) rule.show = expression(*show, "show", diagnostics);
    attributes.finish();
    if (rule.condition.source) rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace load
