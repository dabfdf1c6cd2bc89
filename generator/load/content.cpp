#include "load/content.h"

#include <algorithm>

#include "base/parallel.h"
#include "base/text.h"
#include "load/front_matter.h"
#include "load/gate.h"
#include "load/settings.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;
using base::Sources;
using model::Collection;

namespace {

/// `pages/about.vi.md` → `pages/about.md` and `vi`.
struct MarkdownName {
  std::string path;
  std::optional<std::string> tag;
};

MarkdownName take_language(const std::string& path) {
  const std::string_view stem = std::string_view(path).substr(0, path.size() - 3);
  const auto dot = stem.rfind('.');
  if (dot == stem.npos || stem.find('/', dot) != stem.npos) return {path, std::nullopt};
  return {std::string(stem.substr(0, dot)) + ".md", std::string(stem.substr(dot + 1))};
}

/// Finds the collection of a file: the pattern that fits, and of several the one that says most by itself.
bool assign(ContentFile& file, const std::string& path, const std::vector<Collection>& collections) {
  for (const auto& collection : collections) {
    if (file.collection && collection.files.literal_size() <= file.collection->files.literal_size()) continue;
    auto names = collection.files.match(path);
    if (!names) continue;
    file.collection = &collection;
    file.names = std::move(*names);
  }
  file.id.clear();
  for (const auto& [name, value] : file.names) {
    if (name == "id") {
      file.id = value;
      break;
    }
    file.id += (file.id.empty() ? "" : "/") + value;
  }
  if (file.collection && file.id.empty()) file.id = file.collection->name;
  return file.collection != nullptr;
}

void report_unknown(const std::string& path, const std::vector<Collection>& collections, base::Place place, Diagnostics& diagnostics) {
  Diagnostic diagnostic{Code::unknown_file, place, {path}};
  if (const auto extension = base::extension_of(path); extension == "yml")
    diagnostic.hint(Hint::rename_to, {path.substr(0, path.size() - 3) + "yaml"});
  else {
    std::string known;
    for (const auto& collection : collections) known += (known.empty() ? "`" : ", `") + collection.files.text + "`";
    diagnostic.hint(Hint::known_names, {known});
  }
  diagnostics.add(std::move(diagnostic));
}

}  // namespace

MediaType media_type(std::string_view path) {
  const auto extension = base::extension_of(path);
  for (const auto known : {"jpg", "jpeg", "png", "gif", "webp", "avif"})
    if (extension == known) return MediaType::picture;
  for (const auto known : {"pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt", "zip"})
    if (extension == known) return MediaType::document;
  return MediaType::none;
}

Content content(const std::string& folder, const std::vector<Collection>& collections, const std::vector<std::string>& languages, int jobs,
                Sources& sources, Diagnostics& diagnostics) {
  Content content;
  if (!base::is_folder(folder)) return content;
  for (const auto& found : base::list(folder)) {
    const std::string shown = base::join(folder, found.path);
    const auto nowhere = [&] { return base::Place{&sources.add(shown, ""), {}}; };
    if (found.path.starts_with("collections/")) continue;
    if (found.type != base::FileType::regular) {
      diagnostics.add({found.type == base::FileType::symbolic_link ? Code::symbolic_link : Code::not_a_regular_file, nowhere(), {found.path}});
      continue;
    }
    if (media_type(found.path) != MediaType::none) {
      content.media.push_back(found.path);
      continue;
    }
    ContentFile file;
    file.path = found.path;
    std::string path = found.path;
    if (path.ends_with(".md")) {
      auto name = take_language(path);
      const auto language = name.tag ? std::ranges::find(languages, *name.tag) : languages.begin();
      if (language == languages.end()) {
        diagnostics.add(Diagnostic{Code::unknown_language, nowhere(), {*name.tag}}.hint(Hint::known_names, {[&] {
          std::string all;
          for (const auto& tag : languages) all += (all.empty() ? "" : ", ") + tag;
          return all;
        }()}));
        continue;
      }
      file.language = static_cast<std::size_t>(language - languages.begin());
      path = std::move(name.path);
    }
    if (assign(file, path, collections))
      content.files.push_back(std::move(file));
    else
      report_unknown(found.path, collections, nowhere(), diagnostics);
  }
  base::parallel(content.files.size(), jobs, [&](std::size_t i) {
    ContentFile& file = content.files[i];
    const std::string path = base::join(folder, file.path);
    const base::Source* source = read(path, path, sources, diagnostics);
    if (!source) return;
    base::Span yaml = base::whole(*source);
    if (file.collection->markdown) {
      const auto parts = split_front_matter(*source, diagnostics);
      if (!parts) return;
      yaml = parts->yaml;
      file.body = parts->body;
    }
    auto node = parse_yaml(*source, yaml, diagnostics, file.collection->holds == model::Holds::many ? most_values_of_a_list : most_values);
    if (!node) return;
    file.node = std::move(*node);
    file.source = source;
  });
  return content;
}

}  // namespace load
