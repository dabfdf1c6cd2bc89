#include "outputs/words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/url.h"
#include "templates/when.h"

namespace outputs {

std::string Words::of(const model::Value& value) const {
  const model::Value& said = *model::speak(value, language_).value;
  if (const auto* text = said.get<std::string>()) return *text;
  if (const auto* number = said.get<double>()) return fmt::format("{}", *number);
  if (const auto* dated = said.get<base::Box<model::Dated>>()) return of(**dated);
  if (const auto* reference = said.get<model::Reference>(); reference && reference->entry) {
    const model::Value title = model::title_of(*reference->entry);
    return title.get<model::Reference>() ? reference->id : of(title);  // no further, for it could come back
  }
  if (const auto* choice = said.get<model::Choice>()) return choice->option->label.is_null() ? choice->option->name : of(choice->option->label);
  return "";
}

std::string Words::of(const model::Translated& text) const {
  const auto& languages = text.languages;
  if (language_ < languages.size() && !languages[language_].is_null()) return of(languages[language_]);
  for (const auto& one : languages)
    if (!one.is_null()) return of(one);
  return "";
}

std::string Words::of(const model::Dated& dated) const {
  const std::string wording = of(dated.text);
  return wording.empty() ? templates::format(dated.when, site_.languages[language_]) : wording;
}

std::string Words::joined(const std::vector<model::Path>& paths, const model::Record& item, const model::Entry& entry, std::string_view between) const {
  std::string all;
  for (const auto& path : paths) {
    const model::Value* value = model::value_at(path, item, entry, site_);
    const std::string words = value ? of(*value) : "";
    if (!words.empty()) all += (all.empty() ? "" : std::string(between)) + words;
  }
  return all;
}

std::string page_address(const model::Site& site, const model::Entry& entry, std::size_t language) {
  return entry.route ? site.base_url + base::encode_path(entry.route->urls[language]) : "";
}

std::string shown_address(const model::Site& site, const model::Entry& entry, std::size_t language) {
  const model::Entries* entries = site.find(entry.collection->name);
  if (entry.route || !entries || !entries->list) return page_address(site, entry, language);
  const auto& urls = entries->list->urls;
  const std::string anchor = model::anchor_of(entry);
  return site.base_url + base::encode_path(urls[std::min(language, urls.size() - 1)]) + (anchor.empty() ? "" : "#" + base::encode_path(anchor));
}

}  // namespace outputs
