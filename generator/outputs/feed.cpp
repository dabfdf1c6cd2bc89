// A feed a language (Atom, RFC 4287): what the collections with a `feed` have, what was changed last first.
#include <algorithm>

#include "base/html.h"
#include "base/url.h"
#include "outputs/outputs.h"
#include "outputs/words.h"

namespace outputs {

namespace {

struct Item {
  const model::Entry* entry = nullptr;
  std::chrono::sys_days updated{};  ///< 1 January 1970 where the content says no day
};

std::vector<Item> items_of(const model::Site& site) {
  std::vector<Item> items;
  for (const auto& entries : site.collections)
    if (const auto& feed = entries.collection->channels.feed)
      for (const auto& entry : entries.all)
        if (entry.route) items.push_back({&entry, model::day_at(feed->updated, entry.fields, entry, site).value_or(std::chrono::sys_days{})});
  std::ranges::stable_sort(items, std::ranges::greater(), &Item::updated);
  return items;
}

std::string element(std::string_view name, std::string_view text) {
  std::string out = "<" + std::string(name) + ">";
  base::escape_xml(out, text);
  return out + "</" + std::string(name) + ">\n";
}

std::string link(std::string_view relation, std::string_view type, std::string_view language, std::string_view address) {
  std::string out = "<link rel=\"" + std::string(relation) + "\" type=\"" + std::string(type) + "\" hreflang=\"" + std::string(language) + "\" href=\"";
  base::escape_xml(out, address);
  return out + "\"/>\n";
}

std::string midnight(std::chrono::sys_days day) { return model::to_iso(day) + "T00:00:00Z"; }

std::string feed_xml(const model::Site& site, const std::vector<Item>& items, std::size_t language) {
  const Words words(site, language);
  const std::string& tag = site.languages[language].tag;
  const std::string address = site.base_url + model::feed_file(site.languages[language]);
  const std::string title = words.of(model::title_of(site.self()));
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + tag + "\">\n";
  out += element("id", address) + element("title", title);
  out += element("updated", midnight(items.empty() ? std::chrono::sys_days{} : items.front().updated));
  out += "<author>" + element("name", title) + "</author>\n";
  out += link("self", "application/atom+xml", tag, address) + link("alternate", "text/html", tag, site.base_url + tag + "/");
  for (const auto& [entry, updated] : items) {
    const auto& declaration = *entry->collection->channels.feed;
    const std::string page = page_address(site, *entry, language);
    out += "<entry>\n" + element("id", page) + element("title", words.joined(declaration.title, entry->fields, *entry, ": "));
    out += element("updated", midnight(updated)) + link("alternate", "text/html", tag, page);
    for (std::size_t other = 0; other < site.languages.size(); ++other)
      if (other != language) out += link("alternate", "text/html", site.languages[other].tag, page_address(site, *entry, other));
    if (const auto summary = words.joined(declaration.summary, entry->fields, *entry, " "); !summary.empty()) out += element("summary", summary);
    out += "</entry>\n";
  }
  return out + "</feed>\n";
}

}  // namespace

std::vector<base::File> feeds(const model::Site& site, const model::Theme&, const std::vector<base::File>&) {
  std::vector<base::File> files;
  if (std::ranges::none_of(site.collections, [](const auto& entries) { return entries.collection->channels.feed.has_value(); })) return files;
  const auto items = items_of(site);
  for (std::size_t language = 0; language < site.languages.size(); ++language)
    files.push_back({model::feed_file(site.languages[language]), feed_xml(site, items, language)});
  return files;
}

}  // namespace outputs
