#include "serve/translations.h"

#include <map>

#include "base/html.h"
#include "base/url.h"
#include "checks/translation_report.h"

namespace serve {

using base::escape_html;
using base::fill;
using base::Tongue;
using base::Words;
using model::Translation;

namespace {

constexpr Words title{"Bản dịch", "Translations"};
constexpr Words all_good{"Mọi bản dịch đều đủ và đúng.", "All translations are there and good."};
constexpr Words missing{"dòng {0}: {1}, thiếu bản {2}", "line {0}: {1}, {2} is missing"};
constexpr Words stale{"dòng {0}: {1}, bản {2} cũ hơn bản gốc", "line {0}: {1}, {2} is older than the text"};
constexpr Words other_numbers{"dòng {0}: {1}, {2} lệch số", "line {0}: {1}, {2} says other numbers"};
constexpr Words to_accept{"Vẫn đúng thì gõ:", "If it is still right, type:"};
constexpr Words see{"Xem trang", "See the page"};

/// The heads of the table, in the order of its columns.
constexpr Words heads[] = {{"Ngôn ngữ", "Language"}, {"Số chữ", "Texts"}, {"Đúng", "Good"}, {"Thiếu", "Missing"}, {"Cũ", "Stale"}, {"Lệch số", "Other numbers"}};

class Page {
 public:
  Page(const model::Site& site, const base::Diagnostics& diagnostics, Tongue tongue) : site_(site), report_(checks::report_translations(site, diagnostics)), tongue_(tongue) {}

  std::string html() const {
    const std::string name(title.in(tongue_));
    std::string out = "<!doctype html>\n<html lang=\"" + std::string(tongue_ == Tongue::vi ? "vi" : "en") +
                      "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + name +
                      "</title>\n</head>\n<body>\n<main>\n<h1>" + name + "</h1>\n" + table();
    const auto files = by_file();
    if (files.empty()) out += "<p>" + std::string(all_good.in(tongue_)) + "</p>\n";
    for (const auto& [path, items] : files) out += "<h2>" + escape_html(path) + "</h2>\n" + items;
    return out + "</main>\n</body>\n</html>\n";
  }

 private:
  std::string table() const {
    std::string out = "<table>\n<tr>";
    for (const auto& head : heads) out += "<th scope=\"col\">" + std::string(head.in(tongue_)) + "</th>";
    out += "</tr>\n";
    for (const auto& [language, count] : report_.counts(site_)) {
      out += "<tr><th scope=\"row\">" + escape_html(site_.languages[language].name) + "</th><td>" + std::to_string(count.texts) + "</td><td>" + std::to_string(count.good()) + " (" +
             std::to_string(count.percent()) + "%)</td>";
      for (const int number : {count.missing, count.stale, count.other_numbers}) out += "<td>" + std::to_string(number) + "</td>";
      out += "</tr>\n";
    }
    return out + "</table>\n";
  }

  std::map<std::string, std::string> by_file() const {
    std::map<std::string, std::string> files;
    for (const auto& one : report_.all)
      if (one.state != Translation::State::good) files[one.place().source->path] += item(one, one.state == Translation::State::stale ? stale : missing);
    for (const auto& [told, of] : report_.numbers)
      if (of) files[report_.all[*of].place().source->path] += item(report_.all[*of], other_numbers);
    return files;
  }

  static std::string line_of(const base::Place& place) { return std::to_string(base::position(*place.source, place.span.begin).line); }

  std::string spoken(const model::Value& value, std::size_t language) const {
    return "<p lang=\"" + escape_html(site_.languages[language].tag) + "\">" + escape_html(model::words_of(value)) + "</p>\n";
  }

  std::string item(const Translation& one, const Words& what) const {
    const base::Place place = one.place();
    const std::string line = line_of(place);
    std::string out = "<h3>" + escape_html(fill(what.in(tongue_), {line, one.field, site_.languages[one.language].name})) + "</h3>\n" + spoken(*one.source, one.source_language);
    if (one.said) out += spoken(*one.said, one.language);
    if (one.state == Translation::State::stale) out += "<p>" + std::string(to_accept.in(tongue_)) + " <code>loa translations --accept " + escape_html(place.source->path + ":" + line) + "</code></p>\n";
    const auto* route = one.entry->hidden ? nullptr : one.entry->route;
    if (route && one.language < route->urls.size()) out += "<p><a href=\"/" + base::encode_path(route->urls[one.language]) + "\">" + std::string(see.in(tongue_)) + "</a></p>\n";
    return out;
  }

  const model::Site& site_;
  checks::TranslationReport report_;
  Tongue tongue_;
};

}  // namespace

std::string translations_page(const model::Site& site, const base::Diagnostics& diagnostics, Tongue tongue) { return Page(site, diagnostics, tongue).html(); }

}  // namespace serve
