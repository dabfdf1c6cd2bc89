#include "checks/privacy.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"
#include "checks/personal.h"
#include "checks/phone.h"
#include "checks/said.h"
#include "model/translation.h"

namespace checks {

namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;
using model::Kind;
using model::Value;

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

  /// Numbers and addresses that the site tells on purpose, and what its lists name: bodies, days, parts of the land.
  void know(const model::Entry& entry) {
    if (entry.collection->holds == model::Holds::many) listed_ += model::words_of(model::title_of(entry)) + '\n';
    for_each_said(entry, [&](const Value& value, Kind kind, std::size_t) {
      if (kind == Kind::phone) phones_.insert(phone_key(text_of(value)));
      if (kind == Kind::email) addresses_.insert(base::lower(text_of(value)));
    });
  }

  void visit(const model::Entry& entry) const {
    const auto* checked = checked_in(entry);
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
    if (personal.what == Personal::What::person) return listed_.find(personal.text) == std::string::npos;
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
  std::string listed_;  ///< titles, one a line
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
