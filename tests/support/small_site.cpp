#include "support/small_site.h"

#include "base/file.h"
#include "support/workspace.h"

namespace support {

namespace {

constexpr std::string_view theme = R"x(== theme/theme.yaml ==
pages:
  home: {url: "", template: home.html}
== theme/templates/home.html ==
<p>{{ page.url }}</p>
== theme/templates/page.html ==
{{ entry.text }}
== theme/collections/page.yaml ==
files: "pages/{id*}.md"
body: text
page: {url: "{slug}/", template: page.html}
fields: {title: text, text: prose}
== theme/collections/place.yaml ==
files: lists/places.yaml
holds: many
title: name
fields: {name: text}
== theme/collections/thing.yaml ==
files: "things/{id}.yaml"
page: {url: "things/{slug}/", template: home.html}
fields:
  title: {kind: text, required: yes}
  when: when
  count: number
  place: {kind: reference, to: place}
  part_of: {kind: reference, to: thing}
== theme/strings/en.yaml ==
name: English
dates: {day: "{day2}.{month_number2}.{year}"}
strings: {untranslated: "(in {language})"}
== theme/strings/vi.yaml ==
name: Tiếng Việt
dates: {day: "{day2}-{month_number2}-{year}"}
strings: {untranslated: "(bằng {language})"}
)x";

constexpr std::string_view settings = "== content/site.yaml ==\nlanguages: [en]\nbase_url: https://example.org/\n";

}  // namespace

std::string check_site(std::string_view files) { return check_files(std::string(settings) + std::string(files)); }

std::string check_files(std::string_view files) {
  const Workspace workspace;
  workspace.write_all(theme);
  workspace.write_all(files);
  return check().en;
}

std::string said(std::string_view declaration, std::string_view value, std::string_view print) {
  const Workspace workspace;
  workspace.write_all(theme);
  workspace.write_all("== content/site.yaml ==\nlanguages: [en, vi]\nbase_url: https://example.org/\n");
  write("content/lists/places.yaml", "hanoi: {name: {en: Hanoi, vi: Hà Nội}}\n");
  write("content/a/photo.gif", a_gif);
  write("content/a/pictures.yaml", "photo.gif: {people: no}\n");
  write("content/a/plan.pdf", "");
  write("theme/collections/case.yaml", "files: \"{id}/case.yaml\"\npage: {url: case/, template: case.html}\nfields:\n  x: " + std::string(declaration) + "\n");
  write("theme/templates/case.html", "[" + std::string(print) + "]");
  write("content/a/case.yaml", "x: " + std::string(value) + "\n");
  const Told told = build();
  const std::string page = "public/en/case/index.html";
  return told.en + (base::exists(page) ? base::read(page) : "");
}

}  // namespace support
