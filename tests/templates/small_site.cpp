#include "templates/small_site.h"

namespace tests {
namespace {

model::Language language(std::string tag, std::string name, model::NumberForms numbers) {
  model::Language made;
  made.tag = std::move(tag);
  made.name = std::move(name);
  made.numbers = std::move(numbers);
  return made;
}

model::Language vietnamese() {
  model::Language made = language("vi", "Tiếng Việt", {".", ","});
  made.dates.months = {"01", "02", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
  made.dates.patterns = {{"day", "ngày {day2} tháng {month} năm {year}"},
                         {"day_short", "{day2}/{month}/{year}"},
                         {"to_be_announced", "sẽ thông báo sau"}};
  return made;
}

model::Language english() {
  model::Language made = language("en", "English", {",", "."});
  made.dates.months = {"January", "February", "March",     "April",   "May",      "June",
                       "July",    "August",   "September", "October", "November", "December"};
  made.dates.patterns = {
      {"day", "{day} {month} {year}"}, {"day_short", "{day} {month} {year}"}, {"to_be_announced", "to be announced"}};
  return made;
}

}  // namespace

SmallSite::SmallSite() {
  theme.languages = {vietnamese(), english()};
  add_string("untranslated", "(chỉ có bằng {language})", "(only in {language})");
  theme.assets.push_back({"style.css", "body{}"});
  site.base_url = "https://example.org/loa/";
  site.base_path = "/loa/";
}

void SmallSite::add_string(std::string key, std::string vi, std::string en) {
  theme.languages[0].strings[key] = {{"other", std::move(vi)}};
  theme.languages[1].strings[std::move(key)] = {{"other", std::move(en)}};
}

model::Entry& SmallSite::add(const std::string& collection, const std::string& id,
                             std::vector<std::pair<std::string, model::Value>> fields) {
  model::Collection* declared = nullptr;
  for (model::Collection& one : theme.collections)
    if (one.name == collection) declared = &one;
  if (!declared) {
    theme.collections.reserve(16);  // entries point to them
    declared = &theme.collections.emplace_back();
    declared->name = collection;
    site.collections.push_back({.collection = declared, .all = {}, .hidden = {}, .by_id = {}});
  }
  for (const auto& [name, value] : fields)
    if (!declared->find(name)) {
      model::Field field;
      field.name = name;
      declared->fields.push_back(std::move(field));
    }
  for (model::Entries& entries : site.collections)
    if (entries.collection == declared) {
      model::Entry& entry = entries.all.emplace_back();
      entry.collection = declared;
      entry.id = id;
      entry.fields.fields = std::move(fields);
      return entry;
    }
  throw std::logic_error("the collection was just added");
}

void SmallSite::add_template(const std::string& name, std::string text) {
  theme.templates[name] = &sources_.add(name, std::move(text));
}

Outcome SmallSite::render(const std::string& name, std::size_t language) {
  site.languages = theme.languages;
  std::vector<std::string> names = more_names;
  for (const auto& [global, value] : globals.fields) names.push_back(global);
  base::Diagnostics diagnostics;
  const templates::Library library = templates::compile(theme, names, diagnostics);
  Outcome outcome;
  if (!diagnostics.has_errors())
    outcome.text = templates::render(library, name, globals, {}, {site, theme, route, language}, diagnostics);
  outcome.messages = messages(diagnostics);
  return outcome;
}

Outcome SmallSite::page(std::string text, std::size_t language) {
  add_template("page.html", std::move(text));
  return render("page.html", language);
}

std::string messages(const base::Diagnostics& diagnostics) {
  std::string all;
  for (const base::Diagnostic& one : diagnostics.sorted()) all += to_text(one, base::Tongue::en) + "\n";
  return all;
}

std::string made_of(std::string text, std::size_t language) {
  SmallSite site;
  const Outcome outcome = site.page(std::move(text), language);
  return outcome.messages.empty() ? outcome.text : outcome.messages;
}

}  // namespace tests
