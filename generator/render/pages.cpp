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

}  // namespace render
