#include <doctest/doctest.h>

#include "base/parallel.h"
#include "templates/sample_site.h"

using tests::SampleSite;

namespace {

templates::Library compiled(SampleSite& site, base::Diagnostics& diagnostics) {
  site.site.languages = site.theme.languages;
  std::vector<std::string> names;
  for (const auto& [name, value] : site.globals.fields) names.push_back(name);
  return templates::compile(site.theme, names, diagnostics);
}

}  // namespace

TEST_CASE("library: it has every template that makes a page by itself") {
  SampleSite site;
  site.add_template("page.html", "{% set x = 1 %}{% include \"part.html\" %}{% include \"whole.html\" %}");
  site.add_template("part.html", "{{ x }}");
  site.add_template("whole.html", "whole");
  base::Diagnostics diagnostics;
  const templates::Library library = compiled(site, diagnostics);
  CHECK(tests::messages(diagnostics) == "");
  CHECK(library.has("page.html"));
  CHECK(library.has("whole.html"));
  CHECK_FALSE(library.has("part.html"));
  CHECK_FALSE(library.has("other.html"));
}

TEST_CASE("library: a part that is also declared as a page is held to the names of a page") {
  SampleSite site;
  site.add_template("page.html", "{% set x = 1 %}{% include \"part.html\" %}");
  site.add_template("part.html", "{{ x }}");
  model::PageDeclaration declaration;
  declaration.template_name = "part.html";
  site.theme.pages.push_back(declaration);
  CHECK(site.render("page.html").messages.find("part.html:1:4: error: nothing is called `x` here") == 0);
}

TEST_CASE("library: the globals of a page come before those that all pages share") {
  SampleSite site;
  site.add_template("page.html", "{{ words | length }}{{ nothing }}");
  base::Diagnostics diagnostics;
  const templates::Library library = compiled(site, diagnostics);
  const model::Record own{{{"nothing", tests::word("own")}}};
  CHECK(templates::render(library, "page.html", own, site.globals, {site.site, site.theme, site.route, 0},
                          diagnostics) == "4own");
}

TEST_CASE("library: pages are rendered from several threads at once, and all alike") {
  SampleSite site;
  site.add_template("page.html",
                    "{% for f in forums | sort('title') %}{{ f }} {{ f.when }} {{ f.share }} {{ t('hello', name=f.id) "
                    "}}{% endfor %}");
  base::Diagnostics diagnostics;
  const templates::Library library = compiled(site, diagnostics);
  std::vector<std::string> pages(400);
  base::parallel(pages.size(), 4, [&](std::size_t i) {
    pages[i] = templates::render(library, "page.html", site.globals, {}, {site.site, site.theme, site.route, i % 2},
                                 diagnostics);
  });
  CHECK(tests::messages(diagnostics) == "");
  for (std::size_t i = 2; i < pages.size(); ++i) REQUIRE(pages[i] == pages[i % 2]);
  CHECK(pages[0] != pages[1]);
}
