// A theme: what can be said (collections), how it looks (templates, assets, colours) and its words (strings).
//
// A theme may extend another; then this is the sum of both, the nearer one first where they differ.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/source.h"
#include "model/collection.h"
#include "model/language.h"

namespace model {

/// A colour by day and by night, as CSS writes it (#rrggbb).
struct Color {
  std::string name, light, dark;
  base::Place place;
  bool of_site = false;  ///< chosen in `site.yaml` in place of the theme's own
};

/// A time zone without summer time: its name in the IANA data and its offset from UTC.
struct TimeZone {
  std::string name;    ///< "Asia/Ho_Chi_Minh"; empty: times of day belong to no zone
  std::string offset;  ///< "+0700"
};

struct Theme {
  std::vector<Collection> collections;
  std::vector<PageDeclaration> pages;
  std::vector<Language> languages;  ///< those of the site, in its order
  std::map<std::string, const base::Source*, std::less<>> templates;  ///< by path below templates/
  std::vector<base::File> assets;   ///< by path below assets/, sorted
  std::vector<Color> colors;
  bool open_data = false;  ///< the collections are published as data, too
  bool search = false;     ///< what the pages can be searched by is published, too
  struct Offline {
    std::string page;    ///< of the theme's pages, one file for all languages; empty for none
    std::string worker;  ///< of the assets: the script behind sw.js
  } offline;
  std::string picture_sizes = "100vw";  ///< how wide pictures in texts are shown: the `sizes` of HTML (4.8.4.2.1)
  std::string redirect;    ///< the template of a page that only leads on to another; empty for none
  TimeZone time_zone;

  const Collection* find(std::string_view name) const;
};

}  // namespace model
