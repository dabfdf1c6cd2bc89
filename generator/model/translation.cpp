#include "model/translation.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

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

/// The unit and the translation of a pair, whatever they translate.
using Words = std::pair<std::string, std::string>;
Words words_in(const TranslationPair& pair) { return {pair.unit, pair.translation}; }

/// What is remembered and not said any more, each as often as it is missed.
std::multiset<TranslationPair> unsaid(const std::vector<Translation>& all, const TranslationMemory& memory) {
  auto left = memory.pairs;
  for (const auto& one : all)
    if (one.said) {
      if (const auto known = left.find(one.pair); known != left.end()) left.erase(known);
    }
  return left;
}

/// Stale are the words that were said of another text, where that text is gone. Words of which all texts are still there are only said once more.
void mark_stale(std::vector<Translation>& all, const TranslationMemory& memory) {
  std::set<Words> abandoned;
  for (const auto& pair : unsaid(all, memory)) abandoned.insert(words_in(pair));
  auto known = memory.pairs;
  for (auto& one : all) {
    if (!one.said) continue;
    if (const auto found = known.find(one.pair); found != known.end()) known.erase(found);
    else if (abandoned.contains(words_in(one.pair))) one.state = Translation::State::stale;
  }
}

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
        const auto& languages = translated.languages;
        const auto source = static_cast<std::size_t>(std::ranges::find_if(languages, is_written) - languages.begin());
        for (std::size_t i = 0; i < languages.size() && source < languages.size(); ++i) {
          const bool is_said = is_written(languages[i]);
          // Without a text in the first language there is nothing that the others could be translations of.
          if (i == source || (source > 0 && is_said)) continue;
          Translation one{Translation::State::missing, &entry, path, i, &languages[source], source, nullptr, {}};
          if (is_said) {
            one.state = Translation::State::good;
            one.said = &languages[i];
            one.pair = {entry.collection->name + "/" + entry.id + " " + unit + " " + site.languages[i].tag, fingerprint(*one.source), fingerprint(*one.said)};
          }
          all.push_back(std::move(one));
        }
      });
    }
  };
  for (const auto& entries : site.collections)
    for (const auto* some : {&entries.all, &entries.hidden})
      for (const auto& entry : *some) visit_entry(entry);
  mark_stale(all, site.translations);
  return all;
}

TranslationMemory remembered(const std::vector<Translation>& all, const TranslationMemory& before) {
  TranslationMemory memory;
  std::map<Words, std::size_t> stale;
  for (const auto& one : all) {
    if (one.state == Translation::State::good) memory.pairs.insert(one.pair);
    if (one.state == Translation::State::stale) ++stale[words_in(one.pair)];
  }
  for (const auto& pair : unsaid(all, before)) {
    const auto found = stale.find(words_in(pair));
    if (found == stale.end() || found->second == 0) continue;
    --found->second;
    memory.pairs.insert(pair);
  }
  return memory;
}

}  // namespace model
