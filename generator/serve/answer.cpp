#include "serve/answer.h"

#include <utility>

#include "base/file.h"
#include "base/html.h"
#include "base/url.h"
#include "serve/client.h"

namespace serve {

using base::Tongue;
using base::Words;

namespace {

constexpr Words stays{"Có lỗi; trang bên dưới là bản tốt gần nhất", "There are mistakes; the page beneath is the last good one"};
constexpr Words no_site{"Có lỗi; chưa có bản nào để xem", "There are mistakes; there is no page to show yet"};
constexpr Words close_it{"Đóng", "Close"};
constexpr Words not_there{"Không có gì ở địa chỉ này.", "There is nothing at this address."};

std::string script_of(const Edition& edition) { return "<script src=\"/.loa/serve.js\" data-edition=\"" + edition.name + "\"></script>\n"; }

std::string with_script(std::string page, const Edition& edition) {
  const auto end = page.rfind("</body>");
  return page.insert(end == std::string::npos ? page.size() : end, script_of(edition));
}

/// Pages that the preview has for itself. No path of a site begins with a dot.
struct Reserved {
  std::string_view path, type;
  std::string (*text)(const Edition&, Tongue);
};
constexpr Reserved reserved[] = {
    {"/.loa/serve.js", "text/javascript", [](const Edition&, Tongue) { return std::string(script()); }},
    {"/.loa/serve.css", "text/css", [](const Edition&, Tongue) { return std::string(style()); }},
    {"/.loa/translations", "text/html", [](const Edition& edition, Tongue) { return edition.translations.empty() ? "" : with_script(edition.translations, edition); }},
    // The site's own would keep pages in the browser; this one takes itself away, and what another one kept.
    {"/sw.js", "text/javascript", [](const Edition&, Tongue) { return std::string(worker()); }},
};

constexpr std::pair<std::string_view, std::string_view> types[] = {
    {"html", "text/html"}, {"css", "text/css"}, {"js", "text/javascript"}, {"json", "application/json"}, {"xml", "application/xml"}, {"svg", "image/svg+xml"},
    {"txt", "text/plain"}, {"csv", "text/csv"}, {"ics", "text/calendar"}, {"webmanifest", "application/manifest+json"}, {"png", "image/png"},
    {"jpg", "image/jpeg"}, {"jpeg", "image/jpeg"}, {"gif", "image/gif"}, {"webp", "image/webp"}, {"avif", "image/avif"}, {"pdf", "application/pdf"},
    {"woff2", "font/woff2"}, {"ico", "image/vnd.microsoft.icon"}};

std::string with_charset(std::string_view type) {
  const bool is_text = type.starts_with("text/") || type.find("json") != type.npos || type.find("xml") != type.npos;
  return std::string(type) + (is_text ? "; charset=utf-8" : "");
}

std::string type_of(std::string_view path) {
  const std::string extension = base::extension_of(path);
  for (const auto& [ending, type] : types)
    if (ending == extension) return with_charset(type);
  return "application/octet-stream";
}

Answer page(int status, std::string body) { return {status, with_charset("text/html"), std::move(body), {}}; }

Answer of_file(int status, const std::string& path, const std::string& bytes, const Edition& edition) {
  return {status, type_of(path), path.ends_with(".html") ? with_script(bytes, edition) : bytes, {}};
}

/// Before there is a site: the mistakes alone, until they are mended.
Answer without_a_site(const Edition& edition, Tongue tongue) {
  const std::string language(tongue == Tongue::vi ? "vi" : "en"), title(no_site.in(tongue));
  return page(503, "<!doctype html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
                       title + "</title>\n</head>\n<body>\n<noscript><h1>" + title + "</h1>\n<pre>" + base::escape_html(edition.mistakes) + "</pre></noscript>\n" +
                       script_of(edition) + "</body>\n</html>\n");
}

}  // namespace

Answer answer(const Edition& edition, std::string_view path, Tongue tongue) {
  for (const auto& own : reserved)
    if (auto text = own.path == path ? own.text(edition, tongue) : ""; !text.empty()) return {200, with_charset(own.type), std::move(text), {}};
  const Answer nothing{404, with_charset("text/plain"), std::string(not_there.in(tongue)) + '\n', {}};
  if (!path.starts_with('/') || path.starts_with("/.loa/")) return nothing;
  if (edition.name.empty()) return without_a_site(edition, tongue);

  std::string name(path.substr(1));
  if (name.empty() || name.ends_with('/')) name += "index.html";
  if (const auto file = edition.files.find(name); file != edition.files.end()) return of_file(200, file->first, file->second, edition);
  if (edition.files.contains(name + "/index.html")) return {308, with_charset("text/plain"), "", base::encode_path(path) + '/'};
  if (const auto file = edition.files.find("404.html"); file != edition.files.end()) return of_file(404, file->first, file->second, edition);
  return nothing;
}

std::string to_json(const Edition& edition, Tongue tongue) {
  std::string out = "{\"edition\": \"" + edition.name + "\", \"mistakes\": ";
  base::escape_json(out, edition.mistakes);
  out += ", \"language\": \"" + std::string(tongue == Tongue::vi ? "vi" : "en") + "\", \"title\": ";
  base::escape_json(out, (edition.name.empty() ? no_site : stays).in(tongue));
  out += ", \"close\": ";
  base::escape_json(out, close_it.in(tongue));
  return out + "}";
}

bool is_own_host(std::string_view host, int port) {
  std::string lower(host);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  for (const std::string name : {"localhost", "127.0.0.1", "[::1]"})
    if (lower == name + ':' + std::to_string(port) || (port == 80 && lower == name)) return true;
  return false;
}

}  // namespace serve
