#include "checks/rules.h"

#include <algorithm>

#include "base/parallel.h"
#include "render/globals.h"

namespace checks {

namespace {

using model::Value;

/// Visits what there is at a path ("duties.agencies") within a value, in one language: each item of the lists on the way and
/// at its end. It stays in the entry: a path through a reference leads nowhere.
template <class Visit>
void visit_at(const Value& value, std::string_view path, std::size_t language, Visit&& visit) {
  const Value& said = *model::speak(value, language).value;
  if (const auto* list = said.get<model::List>()) {
    for (const auto& item : *list) visit_at(item, path, language, visit);
    return;
  }
  if (path.empty()) {
    if (!said.is_null()) visit(said);
    return;
  }
  const auto name = path.substr(0, path.find('.'));
  path.remove_prefix(std::min(path.size(), name.size() + 1));
  const model::Record* record = said.get<model::Record>();
  if (const Value* inner = record ? record->find(name) : nullptr) visit_at(*inner, path, language, visit);
}

/// The place of the first value at a path, or that of the whole where there is none.
base::Place place_at(const Value& whole, std::string_view path, std::size_t language, base::Place otherwise) {
  base::Place place = whole.place.source ? whole.place : otherwise;
  bool found = path.empty();
  visit_at(whole, path, language, [&](const Value& value) {
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
      for (const auto& path : rule.each)
        visit_at(fields, path, 0, [&](const Value& item) {
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

  /// A rule has to hold in every language; what breaks it in several is told once, in the first of them.
  void judge(const model::Rule& rule, const model::Record& own, const Value& about, base::Place otherwise) const {
    for (std::size_t language = 0; language < site_.languages.size(); ++language) {
      base::Diagnostics mistakes;  // in the rule itself; then it says nothing about the content
      const bool holds = templates::holds(library_, rule, own, shared_, context(language), mistakes);
      for (auto& mistake : mistakes.sorted()) diagnostics_.add(std::move(mistake));
      if (mistakes.has_errors()) return;
      if (holds) continue;
      base::Diagnostic diagnostic{rule.only_warns ? base::Code::rule_warning : base::Code::rule_broken, place_at(about, rule.at, language, otherwise), {"", rule.name}};
      for (const auto tongue : {base::Tongue::vi, base::Tongue::en}) diagnostic.own_words.push_back(words(rule, own, tongue, language));
      diagnostics_.add(std::move(diagnostic));
      return;
    }
  }

  /// What the rule says in the site's language that is nearest to the tongue of whoever reads it. What it shows is in that
  /// language too, unless the first language breaks no rule: then it is in the one that does.
  std::string words(const model::Rule& rule, const model::Record& own, base::Tongue tongue, std::size_t broken_in) const {
    const auto found = std::ranges::find(site_.languages, tongue == base::Tongue::vi ? "vi" : "en", &model::Language::tag);
    const auto language = found == site_.languages.end() ? 0 : static_cast<std::size_t>(found - site_.languages.begin());
    const auto* text = model::speak(rule.say, language).value->get<std::string>();
    return filled(text ? *text : rule.name, templates::shown(library_, rule, own, shared_, context(broken_in ? broken_in : language), diagnostics_));
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
  base::Diagnostics of_hidden;  // what will be published later: it may be unfinished
  const Judge judge(site, theme, library, shared, diagnostics), judge_of_hidden(site, theme, library, shared, of_hidden);
  for (const auto& entries : site.collections) {
    if (entries.collection->rules.empty()) continue;
    base::parallel(entries.all.size(), jobs, [&](std::size_t i) { judge.entry(entries.all[i]); });
    for (const auto& entry : entries.hidden)
      if (entry.hidden->why != model::Hidden::Why::over) judge_of_hidden.entry(entry);
  }
  for (auto& diagnostic : of_hidden.sorted()) diagnostics.add(std::move(diagnostic), base::Severity::warning);
}

}  // namespace checks
