// A whole site in a few lines, to try templates on: two languages, a theme with the templates given, globals by name.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"
#include "model/theme.h"
#include "templates/templates.h"

namespace tests {

inline model::Value both(model::Value vi, model::Value en) {
  model::Translated text;
  text.languages.push_back(std::move(vi));
  text.languages.push_back(std::move(en));
  return text;
}
inline model::Value word(std::string text) { return model::Value(std::move(text)); }
inline model::Value texts(const std::vector<std::string>& all) {
  model::List list;
  for (const std::string& one : all) list.emplace_back(one);
  return list;
}
inline model::Value record(std::vector<std::pair<std::string, model::Value>> fields) {
  return model::Record{std::move(fields)};
}
inline model::Value date(std::string_view edtf) {
  model::Dated dated;
  dated.when = std::get<model::When>(model::parse_when(edtf));
  return base::Box<model::Dated>(dated);
}

/// What came of a page: its text, or the messages in English.
struct Outcome {
  std::string text, messages;
};

class SmallSite {
 public:
  SmallSite();
  SmallSite(const SmallSite&) = delete;

  model::Site site;
  model::Theme theme;
  model::Route route;
  model::Record globals;
  std::vector<std::string> more_names;  ///< globals without a value

  /// An entry of a collection with these fields; all of them are declared as words.
  model::Entry& add(const std::string& collection, const std::string& id,
                    std::vector<std::pair<std::string, model::Value>> fields);
  void add_template(const std::string& name, std::string text);
  void add_string(std::string key, std::string vi, std::string en);

  /// Renders the template of that name.
  Outcome render(const std::string& name, std::size_t language = 0);
  /// Renders a text as "page.html".
  Outcome page(std::string text, std::size_t language = 0);

 private:
  base::Sources sources_;
  std::map<std::string, const model::Entry*> entries_;
};

std::string messages(const base::Diagnostics& diagnostics);

/// What a small site with nothing added makes of a text: the page, or else the messages.
std::string made_of(std::string text, std::size_t language = 0);

}  // namespace tests
