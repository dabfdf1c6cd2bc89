#include "templates/filters.h"

#include "templates/filter_work.h"

namespace templates {

std::string Filter::signature() const {
  std::string all(name);
  if (parameters.empty()) return all;
  std::string inside;
  for (const Parameter& parameter : parameters) {
    if (!inside.empty()) inside += ", ";
    inside += parameter.name;
    if (!parameter.required) inside += "=";
  }
  return all + "(" + inside + ")";
}

const std::vector<Filter>& filters() {
  static const std::vector<Filter> all{
      {"absolute_url", {{"tag", false}}, work::absolute_url},
      {"asset", {}, work::asset},
      {"date", {{"form", false}}, work::date},
      {"days_to", {{"date"}}, work::days_to},
      {"default", {{"value"}}, work::default_value},
      {"during", {{"attribute"}, {"date"}}, work::during},
      {"edtf", {}, work::edtf},
      {"first", {}, work::first},
      {"group", {{"attribute"}}, work::group},
      {"in_language", {{"tag"}}, work::in_language},
      {"iso", {}, work::iso},
      {"join", {{"separator", false}}, work::join},
      {"json", {}, work::json},
      {"last", {}, work::last},
      {"length", {}, work::length},
      {"limit", {{"count"}}, work::limit},
      {"map", {{"attribute"}}, work::map},
      {"number", {}, work::number},
      {"plain", {}, work::plain},
      {"plural", {{"key"}}, work::plural},
      {"reverse", {}, work::reverse},
      {"slug", {}, work::slug},
      {"sort", {{"attribute", false}, {"reverse", false}}, work::sort},
      {"spread", {{"attribute"}}, work::spread},
      {"sum", {{"attribute", false}}, work::sum},
      {"tel", {}, work::tel},
      {"unique", {}, work::unique},
      {"url", {{"tag", false}}, work::url},
      {"webcal", {}, work::webcal},
      {"where", {{"attribute"}, {"value"}}, work::where},
  };
  return all;
}

const std::vector<Test>& tests() {
  static const std::vector<Test> all{
      {"empty", [](const Operand& operand) { return is_empty(operand); }},
      {"none", [](const Operand& operand) { return operand.is_nothing(); }},
  };
  return all;
}

}  // namespace templates
