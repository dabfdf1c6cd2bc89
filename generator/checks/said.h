// What an entry says in words, one text after the other.
#pragma once

#include <algorithm>
#include <string_view>

#include "model/site.h"

namespace checks {

/// Calls `visit(value, kind, language)` for every value of a field that is said in words: texts, numbers to call, addresses. What only
/// editors see is not said.
template <class Visit>
void for_each_said(const model::Value& value, const model::Field& field, std::size_t language, Visit&& visit) {
  if (field.for_editors || field.name == model::slug_field) return;
  if (const auto* translated = value.get<model::Translated>()) {
    for (std::size_t i = 0; i < translated->languages.size(); ++i) for_each_said(translated->languages[i], field, i, visit);
  } else if (const auto* list = value.get<model::List>()) {
    for (const auto& item : *list) for_each_said(item, field.fields.front(), language, visit);
  } else if (const auto* record = value.get<model::Record>()) {
    for (std::size_t i = 0; i < record->fields.size(); ++i) for_each_said(record->fields[i].second, i < field.fields.size() ? field.fields[i] : field, language, visit);
  } else if (const auto* dated = value.get<base::Box<model::Dated>>()) {
    for (const auto* words : {&(*dated)->text, &(*dated)->note})
      for (std::size_t i = 0; i < words->languages.size(); ++i) visit(words->languages[i], model::Kind::text, i);
  } else {
    visit(value, field.kind, language);
  }
}

template <class Visit>
void for_each_said(const model::Entry& entry, Visit&& visit) {
  const auto& fields = entry.collection->fields;
  for (std::size_t i = 0; i < std::min(fields.size(), entry.fields.fields.size()); ++i) for_each_said(entry.fields.fields[i].second, fields[i], 0, visit);
}

/// A text or Markdown as it is written; empty of everything else.
std::string_view text_of(const model::Value& value);

/// Where a part of a text stands in its file, or else the text.
base::Place place_of(const model::Value& value, std::string_view part);

/// What an entry lists in its field `checked`; null where it has none.
const model::List* checked_in(const model::Entry& entry);

}  // namespace checks
