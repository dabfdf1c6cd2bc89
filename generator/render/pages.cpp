#include "render/pages.h"

#include "base/parallel.h"
#include "render/globals.h"

namespace render {

std::vector<base::File> pages(const model::Site& site, const model::Theme& theme, const templates::Library& library, int jobs,
                              std::atomic<std::size_t>& done, base::Diagnostics& diagnostics) {
  struct Page {
    const model::Route* route;
    std::size_t language;
  };
  std::vector<Page> all;
  for (const auto& route : site.routes)
    for (std::size_t i = 0; i < route.urls.size(); ++i) all.push_back({&route, i});

  const auto shared = shared_globals(site, theme);
  std::vector<base::File> files(all.size());
  base::parallel(all.size(), jobs, [&](std::size_t i) {
    const auto& [route, language] = all[i];
    files[i].path = model::file_of(route->urls[language]);
    files[i].bytes = templates::render(library, route->declaration->template_name, own_globals(site, *route, language), shared,
                                       {site, theme, *route, language}, diagnostics);
    ++done;
  });
  return files;
}

std::vector<base::File> redirects(const model::Site& site, const model::Theme& theme, const templates::Library& library, base::Diagnostics& diagnostics) {
  std::vector<base::File> files;
  const auto shared = shared_globals(site, theme);
  for (const auto& redirect : site.redirects) {
    if (theme.redirect.empty()) {
      diagnostics.add({base::Code::no_redirect_template, redirect.place, {"/" + redirect.url}});
      continue;
    }
    files.push_back({model::file_of(redirect.url), templates::render(library, theme.redirect, own_globals(site, *redirect.route, redirect.language), shared,
                                                                     {site, theme, *redirect.route, redirect.language}, diagnostics)});
  }
  return files;
}

}  // namespace render
