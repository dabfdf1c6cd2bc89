#include "checks/privacy.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"
#include "checks/personal.h"

namespace checks {

namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;
using model::Field;
using model::Kind;
using model::Value;

/// Calls `visit(value, kind, language)` for every value that is said in words: texts, numbers to call, addresses.
template <class Visit>
void for_each_said(const Value& value, const Field& field, std::size_t language, Visit&& visit) {
  if (field.for_editors || field.name == model::slug_field) return;
  if (const auto* translated = value.get<model::Translated>()) {
    for (std::size_t i = 0; i < translated->languages.size(); ++i) for_each_said(translated->languages[i], field, i, visit);
  } else if (const auto* list = value.get<model::List>()) {
    for (const auto& item : *list) for_each_said(item, field.fields.front(), language, visit);
  } else if (const auto* record = value.get<model::Record>()) {
    for (std::size_t i = 0; i < record->fields.size(); ++i) for_each_said(record->fields[i].second, i < field.fields.size() ? field.fields[i] : field, language, visit);
  } else if (const auto* dated = value.get<base::Box<model::Dated>>()) {
    for (const auto* words : {&(*dated)->text, &(*dated)->note})
      for (std::size_t i = 0; i < words->languages.size(); ++i) visit(words->languages[i], Kind::text, i);
  } else {
    visit(value, field.kind, language);
  }
}

template <class Visit>
void for_each_said(const model::Entry& entry, Visit&& visit) {
  const auto& fields = entry.collection->fields;
  for (std::size_t i = 0; i < std::min(fields.size(), entry.fields.fields.size()); ++i) for_each_said(entry.fields.fields[i].second, fields[i], 0, visit);
}

std::string_view text_of(const Value& value) {
  if (const auto* text = value.get<std::string>()) return *text;
  const auto* prose = value.get<base::Box<model::Prose>>();
  return prose ? (*prose)->text() : std::string_view();
}

/// Where a part of a text stands in its file, or else the text.
base::Place place_of(const Value& value, std::string_view part) {
  base::Place place = value.place;
  if (!place.source) return place;
  std::size_t begin = place.span.begin, end = place.span.end;
  if (const auto* prose = value.get<base::Box<model::Prose>>(); prose && (*prose)->place.source) {
    begin = (*prose)->place.span.begin;
    end = std::max(end, begin + 2 * (*prose)->text().size());  // with its indentation
  }
  const auto at = std::string_view(place.source->text).substr(0, end).find(part, begin);
  if (at != std::string_view::npos) place.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
  return place;
}

class Search {
 public:
  Search(const model::Site& site, base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    for (const auto& language : site.languages) {
      auto& words = words_.emplace_back();
      if (!language.privacy.is_empty()) words.emplace(language.privacy);
    }
  }

  bool is_asked_for() const {
    return std::ranges::any_of(words_, [](const auto& words) { return words.has_value(); });
  }

  /// Numbers and addresses that the site tells on purpose.
  void know(const model::Entry& entry) {
    for_each_said(entry, [&](const Value& value, Kind kind, std::size_t) {
      if (kind == Kind::phone) phones_.insert(phone_key(text_of(value)));
      if (kind == Kind::email) addresses_.insert(base::lower(text_of(value)));
    });
  }

  void visit(const model::Entry& entry) const {
    const Value* field = entry.fields.find(model::checked_field);
    const auto* checked = field ? field->get<model::List>() : nullptr;
    std::vector<bool> stands_there(checked ? checked->size() : 0);
    for_each_said(entry, [&](const Value& value, Kind kind, std::size_t language) {
      const auto text = text_of(value);
      if (text.empty() || (kind != Kind::text && kind != Kind::prose && kind != Kind::word && kind != Kind::email && kind != Kind::image)) return;
      for (std::size_t i = 0; i < stands_there.size(); ++i)
        if (!stands_there[i]) stands_there[i] = text.find(text_of((*checked)[i])) != text.npos;
      if (!words_[language]) return;
      for (const auto& personal : words_[language]->in(text)) {
        const bool may_be_there = checked && std::ranges::any_of(*checked, [&](const Value& one) { return text_of(one) == personal.text; });
        if (!may_be_there && is_private(personal, kind, *words_[language])) report(value, personal);
      }
    });
    for (std::size_t i = 0; i < stands_there.size(); ++i)
      if (const auto word = std::string(text_of((*checked)[i])); !stands_there[i])
        diagnostics_.add(Diagnostic{Code::checked_unused, (*checked)[i].place, {word}}.hint(Hint::remove_attribute, {word}));
  }

 private:
  bool is_private(const Personal& personal, Kind kind, const PersonalWords& words) const {
    if (personal.what == Personal::What::person) return true;
    if (personal.what == Personal::What::phone) return kind != Kind::email && !phones_.contains(phone_key(personal.text));
    const auto address = base::lower(personal.text);
    return !addresses_.contains(address) || words.is_of_personal_host(address);
  }

  void report(const Value& value, const Personal& personal) const {
    const std::string text(personal.text);
    Diagnostic diagnostic{personal.what == Personal::What::phone ? Code::private_phone : Code::private_email, place_of(value, text), {text}};
    if (personal.what == Personal::What::person) diagnostic.code = Code::private_person, diagnostic.arguments.push_back(personal.beside);
    diagnostics_.add(std::move(diagnostic.hint(Hint::say_checked, {text})));
  }

  base::Diagnostics& diagnostics_;
  std::vector<std::optional<PersonalWords>> words_;  ///< by language
  std::set<std::string, std::less<>> phones_, addresses_;
};

}  // namespace

void privacy(const model::Site& site, int jobs, base::Diagnostics& diagnostics) {
  Search search(site, diagnostics);
  if (!search.is_asked_for()) return;
  for (const auto& entries : site.collections)
    for (const auto* some : {&entries.all, &entries.hidden})
      for (const auto& entry : *some) search.know(entry);
  for (const auto& entries : site.collections)
    for (const auto* some : {&entries.all, &entries.hidden}) base::parallel(some->size(), jobs, [&](std::size_t i) { search.visit((*some)[i]); });
}

}  // namespace checks
