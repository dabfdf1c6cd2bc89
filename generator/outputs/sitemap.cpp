#include <algorithm>

#include "base/html.h"
#include "base/url.h"
#include "outputs/outputs.h"

namespace outputs {

namespace {

std::string address(const model::Site& site, const std::string& url) {
  std::string escaped;
  base::escape_xml(escaped, site.base_url + base::encode_path(url));
  return escaped;
}

std::string alternate(std::string_view language, const std::string& address) {
  return "    <xhtml:link rel=\"alternate\" hreflang=\"" + std::string(language) + "\" href=\"" + address + "\"/>\n";
}

/// The page that is all languages' first: the index of each language's folder.
bool is_home(const model::Site& site, const model::Route& route) {
  for (std::size_t i = 0; i < site.languages.size(); ++i)
    if (route.urls[i] != site.languages[i].tag + "/") return false;
  return true;
}

/// Whether the root of the site is a page by itself.
bool has_own_root(const model::Site& site) {
  return std::ranges::any_of(site.routes, [](const model::Route& route) { return model::file_of(route.urls.front()) == "index.html"; });
}

/// Every page in every language, each with all its languages beside it. The root is the door to the first page and one with it. Other pages
/// that are one file for all languages (the page for what is not found) are not listed.
std::string sitemap_xml(const model::Site& site) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
  for (const auto& route : site.routes) {
    if (route.for_all_languages()) continue;
    std::vector<std::string> addresses;
    std::string alternates;
    for (const auto& url : route.urls) {
      addresses.push_back(address(site, url));
      alternates += alternate(site.languages[addresses.size() - 1].tag, addresses.back());
    }
    const bool has_root = is_home(site, route) && has_own_root(site);
    if (has_root) addresses.insert(addresses.begin(), address(site, ""));
    alternates += alternate("x-default", addresses.front());
    for (const auto& one : addresses) out += "  <url>\n    <loc>" + one + "</loc>\n" + alternates + "  </url>\n";
  }
  return out + "</urlset>\n";
}

}  // namespace

std::vector<base::File> sitemap(const model::Site& site, const model::Theme&, const std::vector<base::File>&) {
  return {{"sitemap.xml", sitemap_xml(site)},
          {"robots.txt", "User-agent: *\nAllow: /\nSitemap: " + site.base_url + "sitemap.xml\n"}};
}

}  // namespace outputs
