#include "load/strings.h"

#include <algorithm>

#include "load/attributes.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;

namespace {

template <std::size_t n>
void read_names(const Node* node, std::string_view what, std::array<std::string, n>& names, Diagnostics& diagnostics) {
  if (!node) return;
  if (node->items.size() != n)
    return diagnostics.add({Code::list_length, node->place, {std::string(what), std::to_string(node->items.size()), std::to_string(n)}});
  for (std::size_t i = 0; i < n; ++i) names[i] = node->items[i].text;
}

void read_dates(const Node& node, model::DateForms& dates, Diagnostics& diagnostics) {
  Attributes attributes(node, "dates", diagnostics);
  read_names(attributes.take_list("months"), "months", dates.months, diagnostics);
  read_names(attributes.take_list("seasons"), "seasons", dates.seasons, diagnostics);
  for (const auto name : model::DateForms::names())
    if (auto pattern = attributes.take_text(name)) dates.patterns[std::string(name)] = std::move(*pattern);
  for (const auto& pair : node.pairs)  // the short forms and the plurals of some of them
    if (!dates.patterns.contains(pair.key) && model::DateForms::find(pair.key))
      if (auto pattern = attributes.take_text(pair.key)) dates.patterns[pair.key] = std::move(*pattern);
  attributes.finish();
}

void read_privacy(const Node& node, model::Privacy& privacy, Diagnostics& diagnostics) {
  Attributes attributes(node, "privacy", diagnostics);
  const std::pair<const char*, std::vector<std::string>*> lists[] = {
      {"mail_hosts", &privacy.mail_hosts}, {"country_codes", &privacy.country_codes}, {"family_names", &privacy.family_names},
      {"not_names", &privacy.not_names}, {"public_names", &privacy.public_names}, {"public_behind", &privacy.public_behind},
      {"before_places", &privacy.before_places}, {"people", &privacy.people}, {"details", &privacy.details},
      {"ages", &privacy.ages}, {"groups", &privacy.groups}, {"young", &privacy.young}, {"numbers", &privacy.numbers}};
  for (const auto& [name, texts] : lists) {
    const Node* list = attributes.take_list(name);
    if (!list) continue;
    texts->clear();
    for (const auto& item : list->items) {
      if (item.shape == Node::Shape::scalar) texts->push_back(item.text);
      else report_shape(item, name, "@text", diagnostics);
    }
  }
  attributes.finish();
}

/// One text, or one per plural category.
model::Wording read_wording(const Node& node, std::string_view key, Diagnostics& diagnostics) {
  if (node.shape == Node::Shape::scalar) return {{"other", node.text}};
  model::Wording wording;
  Attributes attributes(node, std::string(key), diagnostics);
  for (const auto category : {"zero", "one", "two", "few", "many", "other"})
    if (auto text = attributes.take_text(category)) wording[category] = std::move(*text);
  if (!wording.contains("other")) attributes.require("other");
  attributes.finish();
  return wording;
}

}  // namespace

void read_strings(const Node& node, model::Language& language, Diagnostics& diagnostics) {
  Attributes attributes(node, "strings", diagnostics);
  if (auto name = attributes.take_text("name")) language.name = std::move(*name);
  if (const Node* dates = attributes.take("dates")) read_dates(*dates, language.dates, diagnostics);
  if (const Node* node_numbers = attributes.take("numbers")) {
    Attributes numbers(*node_numbers, "numbers", diagnostics);
    if (auto group = numbers.take_text("group")) language.numbers.group = std::move(*group);
    if (auto decimal = numbers.take_text("decimal")) language.numbers.decimal = std::move(*decimal);
    numbers.finish();
  }
  if (const Node* privacy = attributes.take("privacy")) read_privacy(*privacy, language.privacy, diagnostics);
  if (const Node* strings = attributes.take_mapping("strings"))
    for (const auto& pair : strings->pairs) {
      if (!model::is_plain_name(pair.key)) diagnostics.add({Code::name_not_plain, pair.key_place, {pair.key, "_"}});
      language.strings.insert_or_assign(pair.key, read_wording(pair.value, pair.key, diagnostics));
    }
  attributes.finish();
}

}  // namespace load
