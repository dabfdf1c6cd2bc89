// What a field can hold, and what a template can print: one type for both, so that nothing is translated on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/box.h"
#include "base/html.h"
#include "base/source.h"
#include "model/when.h"

namespace model {

struct Value;
struct Option;
struct Entry;
struct Route;

using List = std::vector<Value>;

/// Named values in the order of their declaration. Every declared name is there; what was left out is a null.
struct Record {
  std::vector<std::pair<std::string, Value>> fields;
  const Value* find(std::string_view name) const;
  Value* find(std::string_view name);
  /// Adds or replaces.
  void set(std::string_view name, Value value);
};

/// One value per language of the site, in the order of the site's languages; null where it is missing.
struct Translated {
  std::vector<Value> languages;
};

/// Markdown as written; and, once the addresses of the site are known, the HTML that it became.
struct Prose {
  std::string markdown;  ///< empty where the text lies in its file just as it is: then it is what `place` spans
  /// Where the text begins in its file. With `line_for_line`, line n of the text is line n of the file from there on,
  /// `indent` bytes further right; without (a folded or quoted text), every mistake in it is at `place`.
  base::Place place;
  bool line_for_line = false;
  std::uint32_t indent = 0;

  /// The Markdown, wherever it lies.
  std::string_view text() const;

  base::Html html;
  struct Heading {
    int level = 2;
    std::string id, text;
  };
  std::vector<Heading> headings;
};

/// One of the options that a field declares: compared by its name, printed by its label.
struct Choice {
  const Option* option = nullptr;
};

/// A When as a field holds it: the day itself, and beside it the official wording and a note (empty where there is none).
struct Dated {
  When when;
  Translated text, note;
};

/// A number, maybe out of a whole, maybe with a unit: 144/200 communes; 90 %.
struct Quantity {
  double value = 0;
  std::optional<double> of;
  bool percent = false;
  Translated unit;  ///< empty where there is none
};

/// Another entry by its id; `entry` is null until all files are read, and stays so where there is no such entry.
struct Reference {
  std::string id;
  const Entry* entry = nullptr;
};

/// An address on the web, or (with `route`) a page of the site.
struct Link {
  std::string address;
  const Route* route = nullptr;
  std::string anchor;
};

/// A file of the content that is published: its path below the content folder.
struct Media {
  std::string path;
};

struct Value {
  using Data = std::variant<std::monostate, bool, double, std::string, base::Html, List, Record, Translated,
                            base::Box<Dated>, base::Box<Prose>, Choice, base::Box<Quantity>, Reference, base::Box<Link>,
                            Media, const Entry*, const Route*>;
  Data data;
  base::Place place;  ///< where an author wrote it; nowhere for what the program made

  Value() = default;
  template <class T>
    requires(!std::is_same_v<std::remove_cvref_t<T>, Value> && std::is_constructible_v<Data, T &&>)
  Value(T&& value, base::Place where = {}) : data(std::forward<T>(value)), place(where) {}

  template <class T>
  const T* get() const { return std::get_if<T>(&data); }
  template <class T>
  T* get() { return std::get_if<T>(&data); }
  bool is_null() const { return std::holds_alternative<std::monostate>(data); }
};

/// Calls `visit(value)` for a value and everything within it (lists, records, languages), outermost first.
template <class V, class Visit>
void for_each_value(V& value, Visit&& visit) {
  visit(value);
  if (auto* list = value.template get<List>())
    for (auto& one : *list) for_each_value(one, visit);
  else if (auto* record = value.template get<Record>())
    for (auto& [name, one] : record->fields) for_each_value(one, visit);
  else if (auto* translated = value.template get<Translated>())
    for (auto& one : translated->languages) for_each_value(one, visit);
}

}  // namespace model
