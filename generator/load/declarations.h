// Collections, fields and pages as a theme declares them in YAML; every mistake in a declaration is reported like any other.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "load/yaml.h"
#include "model/theme.h"

namespace load {

/// One file `collections/<name>.yaml` or `traits/<name>.yaml`. Content may add fields and collections, never change what the theme declares.
struct CollectionFile {
  std::string name;
  Node node;
  bool of_content = false;
};

/// The sum of all files, in order of name; those of one name in the order given, the later ones adding and replacing.
/// `site` is always among them, with the program's own fields `languages`, `base_url` and `colors` (each with `light` and `dark`).
/// `traits`: the files `traits/<name>.yaml`, whose fields and rules a collection takes before its own.
std::vector<model::Collection> collections(const std::vector<CollectionFile>& files, const std::vector<CollectionFile>& traits,
                                           const std::vector<model::Color>& colors, const std::vector<std::string>& languages, base::Diagnostics& diagnostics);

/// Whose page is declared: only one of the theme or of a list can be one file, only a list's has an anchor for each entry.
enum class PageOf { theme, entry, list };

/// `{url: {vi: …, en: …}, template: …, title: …}`, or `{file: …, template: …}`; of a list `anchor: …`, too.
model::PageDeclaration page_declaration(std::string name, const Node& node, const std::vector<std::string>& languages,
                                        base::Diagnostics& diagnostics, PageOf of);

/// What can only be said when all is known: templates, fields and collections that a declaration names are there.
void check_declarations(const model::Theme& theme, base::Diagnostics& diagnostics);

/// `{vi: …, en: …}` or one text for the default language, as a Translated of texts. Languages that the site does not have are passed over.
model::Value declared_text(const Node& node, std::string_view what, const std::vector<std::string>& languages,
                           base::Diagnostics& diagnostics);

}  // namespace load
