#include "checks/rules.h"

#include <algorithm>

#include "base/parallel.h"
#include "render/globals.h"

namespace checks {

namespace {

using model::Value;

/// Visits what there is at a path ("duties.agencies") within a value: each item of the lists on the way and at its end.
template <class Visit>
void visit_at(const Value& value, std::string_view path, Visit&& visit) {
  const Value& said = *model::speak(value, 0).value;
  if (const auto* list = said.get<model::List>()) {
    for (const auto& item : *list) visit_at(item, path, visit);
    return;
  }
  if (path.empty()) {
    if (!said.is_null()) visit(said);
    return;
  }
  const auto name = path.substr(0, path.find('.'));
  path.remove_prefix(std::min(path.size(), name.size() + 1));
  const model::Record* record = said.get<model::Record>();
  if (const auto* reference = said.get<model::Reference>(); reference && reference->entry) record = &reference->entry->fields;
  if (const Value* inner = record ? record->find(name) : nullptr) visit_at(*inner, path, visit);
}

/// The place of the first value at a path, or that of the whole where there is none.
base::Place place_at(const Value& whole, std::string_view path, base::Place otherwise) {
  base::Place place = whole.place.source ? whole.place : otherwise;
  bool found = path.empty();
  visit_at(whole, path, [&](const Value& value) {
    if (!found && value.place.source) found = true, place = value.place;
  });
  return place;
}

/// "… {} …" with the braces filled.
std::string filled(std::string text, const std::string& shown) {
  if (const auto at = text.find("{}"); at != text.npos) text.replace(at, 2, shown);
  return text;
}

class Judge {
 public:
  Judge(const model::Site& site, const model::Theme& theme, const templates::Library& library, const model::Record& shared, base::Diagnostics& diagnostics)
      : site_(site), theme_(theme), library_(library), shared_(shared), diagnostics_(diagnostics) {}

  void entry(const model::Entry& entry) const {
    for (const auto& rule : entry.collection->rules) {
      model::Record own{{{"entry", Value(&entry)}, {"item", {}}}};
      const Value fields{entry.fields, entry.place};
      if (rule.each.empty()) {
        judge(rule, own, fields, entry.place);
        continue;
      }
      visit_at(fields, rule.each, [&](const Value& item) {
        own.set("item", item);
        judge(rule, own, item, entry.place);
      });
    }
  }

 private:
  templates::Context context(std::size_t language) const {
    static const model::Route nowhere;
    return {site_, theme_, nowhere, language};
  }

  void judge(const model::Rule& rule, const model::Record& own, const Value& about, base::Place otherwise) const {
    base::Diagnostics mistakes;  // in the rule itself; then it says nothing about the content
    const bool holds = templates::holds(library_, rule, own, shared_, context(0), mistakes);
    for (auto& mistake : mistakes.sorted()) diagnostics_.add(std::move(mistake));
    if (holds || mistakes.has_errors()) return;
    base::Diagnostic diagnostic{rule.only_warns ? base::Code::rule_warning : base::Code::rule_broken, place_at(about, rule.at, otherwise), {"", rule.name}};
    for (const auto tongue : {base::Tongue::vi, base::Tongue::en}) diagnostic.own_words.push_back(words(rule, own, tongue));
    diagnostics_.add(std::move(diagnostic));
  }

  /// What the rule says in the site's language that is nearest to the tongue of whoever reads it.
  std::string words(const model::Rule& rule, const model::Record& own, base::Tongue tongue) const {
    const auto found = std::ranges::find(site_.languages, tongue == base::Tongue::vi ? "vi" : "en", &model::Language::tag);
    const auto language = found == site_.languages.end() ? 0 : static_cast<std::size_t>(found - site_.languages.begin());
    const auto* text = model::speak(rule.say, language).value->get<std::string>();
    return filled(text ? *text : rule.name, templates::shown(library_, rule, own, shared_, context(language), diagnostics_));
  }

  const model::Site& site_;
  const model::Theme& theme_;
  const templates::Library& library_;
  const model::Record& shared_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void rules(const model::Site& site, const model::Theme& theme, const templates::Library& library, int jobs, base::Diagnostics& diagnostics) {
  if (std::ranges::all_of(theme.collections, [](const auto& collection) { return collection.rules.empty(); })) return;
  const auto shared = render::shared_globals(site, theme);
  const Judge judge(site, theme, library, shared, diagnostics);
  for (const auto& entries : site.collections)
    if (!entries.collection->rules.empty())
      base::parallel(entries.all.size(), jobs, [&](std::size_t i) { judge.entry(entries.all[i]); });
}

}  // namespace checks
