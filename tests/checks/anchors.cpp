#include <doctest/doctest.h>

#include "support/small_site.h"

using support::check_site;

namespace {

/// What is said of a list that shows its places so.
std::string listed(const std::string& anchor, const std::string& row) {
  return check_site("== theme/collections/place.yaml ==\nfiles: lists/places.yaml\nholds: many\ntitle: name\nfields: {name: text}\n"
                    "list: {url: places/, template: list.html, anchor: \"" + anchor + "\"}\n"
                    "== theme/templates/list.html ==\n{% for entry in entries %}" + row + "{% endfor %}\n"
                    "== content/lists/places.yaml ==\nhue: {name: Huế}\nvinh: {name: Vinh}\n");
}

}  // namespace

TEST_CASE("anchors: a list shows every entry under the anchor that it promises") {
  CHECK(listed("place-{id}", "<p id=\"place-{{ entry.id }}\">{{ entry }}</p>") == "");
  CHECK(listed("place-{id}", "<p id=\"plaza-{{ entry.id }}\">{{ entry }}</p>") ==
        R"(theme/collections/place.yaml:5:51: error: there is no `#place-hue` on the page `/en/places/` [anchor-dead]
   5 | list: {url: places/, template: list.html, anchor: "place-{id}"}
     |                                                   ^^^^^^^^^^^^ did you mean `#plaza-hue`?
)");
  CHECK(listed("place-{name}", "<p id=\"place-{{ entry.id }}\">{{ entry }}</p>") ==
        R"(theme/collections/place.yaml:5:59: error: the pattern names `name`, which is no field of `list` [unknown-pattern-field]
   5 | list: {url: places/, template: list.html, anchor: "place-{name}"}
     |                                                           ^^^^ known here: `id`
)");
}
