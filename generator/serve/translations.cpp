#include "serve/translations.h"

#include <map>

#include "base/html.h"
#include "model/translation.h"

namespace serve {

using base::Tongue;
using State = model::Translation::State;

namespace {

struct Words {
  std::string_view vi, en;
  std::string_view in(Tongue tongue) const { return tongue == Tongue::vi ? vi : en; }
};
constexpr Words heading{"Bản dịch", "Translations"};
constexpr Words all_good{"Mọi bản dịch đều đủ và đúng với bản gốc.", "Every translation is there and as new as its text."};
constexpr Words columns{"<th>Ngôn ngữ<th>Chữ<th>Đúng<th>Thiếu<th>Cũ", "<th>Language<th>Texts<th>Good<th>Missing<th>Stale"};
constexpr Words missing{"thiếu", "missing"}, stale{"cũ hơn bản gốc", "older than its text"}, numbers{"lệch con số", "other numbers"};

std::string row(const std::string& place, const std::string& what, std::string_view state, const std::string& source, const std::string& said) {
  return "<li><p><code>" + base::escape_html(place) + "</code> " + base::escape_html(what) + ": <strong>" + std::string(state) + "</strong></p>\n" +
         (source.empty() ? "" : "<blockquote>" + base::escape_html(source) + "</blockquote>\n") + (said.empty() ? "" : "<blockquote>" + base::escape_html(said) + "</blockquote>\n");
}

std::string place_of(const base::Place& place) { return place.source ? place.source->path + ":" + std::to_string(base::position(*place.source, place.span.begin).line) : std::string(); }

}  // namespace

std::string translations_page(const model::Site& site, const base::Diagnostics& diagnostics, Tongue tongue) {
  struct Counts {
    int all = 0, missing = 0, stale = 0;
  };
  std::map<std::size_t, Counts> counts;
  std::string rows;
  for (const auto& one : model::translations_of(site)) {
    auto& count = counts[one.language];
    ++count.all;
    count.missing += one.state == State::missing;
    count.stale += one.state == State::stale;
    if (one.state != State::good)
      rows += row(place_of(one.place()), one.field + " (" + site.languages[one.language].tag + ")", (one.state == State::stale ? stale : missing).in(tongue),
                  model::words_of(*one.source), one.said ? model::words_of(*one.said) : "");
  }
  for (const auto& diagnostic : diagnostics.sorted())
    if (diagnostic.code == base::Code::digits_differ) rows += row(place_of(diagnostic.place), diagnostic.arguments.front(), numbers.in(tongue), "", "");

  const std::string title(heading.in(tongue));
  std::string out = "<!doctype html>\n<html lang=\"" + std::string(tongue == Tongue::vi ? "vi" : "en") +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + title +
                    "</title>\n</head>\n<body>\n<h1>" + title + "</h1>\n<table>\n<tr>" + std::string(columns.in(tongue)) + "\n";
  for (const auto& [language, count] : counts)
    out += "<tr><td>" + base::escape_html(site.languages[language].name) + "<td>" + std::to_string(count.all) + "<td>" + std::to_string(count.all - count.missing - count.stale) + "<td>" +
           std::to_string(count.missing) + "<td>" + std::to_string(count.stale) + "\n";
  out += "</table>\n";
  out += rows.empty() ? "<p>" + std::string(all_good.in(tongue)) + "</p>\n" : "<ol>\n" + rows + "</ol>\n";
  return out + "</body>\n</html>\n";
}

}  // namespace serve
