#include "model/translation.h"

#include <algorithm>

#include "base/hash.h"

namespace model {

namespace {

std::string fingerprint(const Value& value) { return base::to_hex(base::hash(words_of(value))).substr(0, 16); }

/// Visits every translated value within one, with the names on the way to it, and the same without numbers.
template <class Visit>
void for_each_translated(const Value& value, const std::string& path, const std::string& unit, Visit&& visit) {
  if (const auto* translated = value.get<Translated>()) {
    visit(*translated, path, unit);
  } else if (const auto* list = value.get<List>()) {
    for (std::size_t i = 0; i < list->size(); ++i) for_each_translated((*list)[i], path + "." + std::to_string(i + 1), unit, visit);
  } else if (const auto* record = value.get<Record>()) {
    for (const auto& [name, one] : record->fields) for_each_translated(one, path + "." + name, unit + "." + name, visit);
  } else if (const auto* dated = value.get<base::Box<Dated>>()) {
    visit((*dated)->text, path + ".text", unit + ".text");
    visit((*dated)->note, path + ".note", unit + ".note");
  } else if (const auto* quantity = value.get<base::Box<Quantity>>()) {
    visit((*quantity)->unit, path + ".unit", unit + ".unit");
  }
}

bool is_written(const Value& value) { return !value.is_null() && value.place.source; }

}  // namespace

std::string words_of(const Value& value) {
  std::string words;
  for_each_value(value, [&](const Value& one) {
    if (const auto* text = one.get<std::string>()) words += (words.empty() ? "" : "\n") + *text;
    else if (const auto* prose = one.get<base::Box<Prose>>()) words += (*prose)->text();
  });
  const auto begin = words.find_first_not_of(" \n"), end = words.find_last_not_of(" \n");
  return begin == words.npos ? "" : words.substr(begin, end + 1 - begin);
}

std::vector<Translation> translations_of(const Site& site) {
  std::vector<Translation> all;
  const auto visit_entry = [&](const Entry& entry) {
    for (const auto& [name, value] : entry.fields.fields) {
      const Field* field = entry.collection->find(name);
      if (!field || field->for_editors || name == slug_field) continue;
      for_each_translated(value, name, name, [&](const Translated& translated, const std::string& path, const std::string& unit) {
        if (translated.languages.empty()) return;
        const Value* source = is_written(translated.languages[0]) ? &translated.languages[0] : nullptr;
        for (std::size_t i = 1; i < translated.languages.size(); ++i) {
          const Value* said = is_written(translated.languages[i]) ? &translated.languages[i] : nullptr;
          if (!source && !said) continue;
          Translation one;
          one.entry = &entry;
          one.field = path;
          one.language = source ? i : 0;
          one.source = source ? source : said;
          one.said = source ? said : nullptr;
          one.state = one.said ? Translation::State::good : Translation::State::missing;
          if (one.said) one.pair = {entry.collection->name + "/" + entry.id + " " + unit + " " + site.languages[i].tag, fingerprint(*source), fingerprint(*said)};
          all.push_back(std::move(one));
        }
      });
    }
  };
  for (const auto& entries : site.collections)
    for (const auto* some : {&entries.all, &entries.hidden})
      for (const auto& entry : *some) visit_entry(entry);
  for (auto& one : all) {
    if (!one.said || site.translations.pairs.contains(one.pair)) continue;
    const auto first = site.translations.pairs.lower_bound({one.pair.unit, "", ""});
    for (auto known = first; known != site.translations.pairs.end() && known->unit == one.pair.unit; ++known)
      if (known->translation == one.pair.translation) one.state = Translation::State::stale;  // the same words, of another text
  }
  return all;
}

TranslationMemory remembered(const std::vector<Translation>& all, const TranslationMemory& before) {
  TranslationMemory memory;
  std::set<std::pair<std::string, std::string>> stale;
  for (const auto& one : all) {
    if (one.state == Translation::State::good) memory.pairs.insert(one.pair);
    if (one.state == Translation::State::stale) stale.emplace(one.pair.unit, one.pair.translation);
  }
  for (const auto& pair : before.pairs)
    if (stale.contains({pair.unit, pair.translation})) memory.pairs.insert(pair);
  return memory;
}

}  // namespace model
