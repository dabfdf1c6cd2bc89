#include "load/content.h"

#include <algorithm>

#include "base/parallel.h"
#include "base/text.h"
#include "load/front_matter.h"
#include "load/gate.h"
#include "load/settings.h"
#include "load/suggest.h"
#include "load/translation_memory.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;
using base::Sources;
using model::Collection;

namespace {

const std::vector<std::string> pictures = {"jpg", "jpeg", "png", "gif", "webp", "avif", "heic", "heif"};
const std::vector<std::string> documents = {"pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt"};

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

/// The name that a file manager made this one from: `forum (1).yaml`, `forum - Copy.yaml`. Empty where it did not.
std::string original_of(const std::string& name) {
  const auto dot = name.rfind('.');
  std::string stem = name.substr(0, dot);
  if (stem.ends_with(')')) {
    const auto open = stem.rfind(" (");
    if (open != stem.npos && stem.find_first_not_of("0123456789", open + 2) == stem.size() - 1) stem.erase(open);
  }
  for (const std::string_view end : {" - Copy", " - Sao chép", " copy", " - Bản sao"})
    if (stem.ends_with(end)) stem.erase(stem.size() - end.size());
  return stem.size() == std::min(dot, name.size()) || dot == name.npos ? "" : stem + name.substr(dot);
}

/// `pages/about.vi.md` as the patterns of collections know it.
std::string without_language(const std::string& path) { return path.ends_with(".md") ? take_language(path).path : path; }

void report_unknown(const std::string& path, const std::vector<Collection>& collections, base::Place place, Diagnostics& diagnostics) {
  Diagnostic diagnostic{Code::unknown_file, place, {path}};
  if (const auto extension = base::extension_of(path); extension == "yml") {
    diagnostics.add(diagnostic.hint(Hint::rename_file, {std::string(base::name_of(path.substr(0, path.size() - 3))) + "yaml"}));
    return;
  }
  if (const auto extension = base::extension_of(path); extension != "yaml" && extension != "md") {
    diagnostics.add(diagnostic.hint(Hint::take_away));
    return;
  }
  const auto is_wanted = [&](const std::string& name) {
    if (base::name_of(name) == pictures_file) return true;
    return !name.empty() && std::ranges::any_of(collections, [&](const auto& collection) { return collection.files.match(without_language(name)).has_value(); });
  };
  const std::string folder = std::string(base::folder_of(path)) + (path.find('/') == path.npos ? "" : "/"), name(base::name_of(path));
  if (const auto lower = base::lower(name); lower != name && is_wanted(folder + lower)) {
    diagnostics.add(diagnostic.hint(Hint::rename_file, {lower}));
    return;
  }
  if (const auto original = original_of(name); is_wanted(original.empty() ? "" : folder + original)) {
    diagnostics.add(diagnostic.hint(Hint::copy_of_file, {original}));
    return;
  }
  if (!base::nearest(name, std::vector{std::string(pictures_file)}).empty()) {
    diagnostics.add(diagnostic.hint(Hint::rename_file, {std::string(pictures_file)}));
    return;
  }
  std::vector<std::string> known;
  for (const auto& collection : collections) known.push_back(collection.files.text);
  known.push_back("{folder*}/" + std::string(pictures_file));
  diagnostics.add(diagnostic.hint(Hint::known_names, {listed(known)}));
}

/// A file that its editor saved as one of plain text: `forum.yaml.txt`, `about.vi.md.txt`. Empty for any other.
std::string without_txt(const std::string& path) {
  const bool is_hidden_end = path.ends_with(".yaml.txt") || path.ends_with(".md.txt");
  return is_hidden_end ? path.substr(0, path.size() - 4) : "";
}

/// A Markdown file in a language that the site does not have, or not in that spelling: `about.VI.md`.
void report_language(const std::string& path, const std::string& tag, const std::vector<std::string>& languages, base::Place place,
                     Diagnostics& diagnostics) {
  Diagnostic diagnostic{Code::unknown_language, place, {tag}};
  const auto lower = base::lower(tag);
  if (std::ranges::count(languages, lower)) {
    std::string name(base::name_of(path));
    name.replace(name.size() - 3 - tag.size(), tag.size(), lower);
    diagnostics.add(diagnostic.hint(Hint::rename_file, {name}));
  } else {
    diagnostics.add(diagnostic.hint(Hint::known_names, {listed(languages)}));
  }
}

}  // namespace

MarkdownName take_language(const std::string& path) {
  const std::string_view stem = std::string_view(path).substr(0, path.size() - 3);
  const auto dot = stem.rfind('.');
  if (dot == stem.npos || stem.find('/', dot) != stem.npos) return {path, std::nullopt};
  return {std::string(stem.substr(0, dot)) + ".md", std::string(stem.substr(dot + 1))};
}

std::string modeline(const model::Collection& collection, std::string_view path) {
  if (collection.markdown) return "";
  std::string line = "# yaml-language-server: $schema=";
  for (auto i = std::ranges::count(path, '/'); i > 0; --i) line += "../";
  return line + std::string(schemas_folder) + "/" + collection.name + ".json";
}

MediaType media_type(std::string_view path) {
  const auto extension = base::extension_of(path);
  if (std::ranges::count(pictures, extension)) return MediaType::picture;
  return std::ranges::count(documents, extension) ? MediaType::document : MediaType::none;
}

std::string media_types(bool pictures_only) {
  auto all = pictures;
  if (!pictures_only) all.insert(all.end(), documents.begin(), documents.end());
  return listed(all);
}

Content content(const std::string& folder, const std::vector<Collection>& collections, const std::vector<std::string>& languages, int jobs,
                Sources& sources, Diagnostics& diagnostics) {
  Content content;
  if (!base::is_folder(folder)) return content;
  for (const auto& found : base::list(folder)) {
    const std::string shown = base::join(folder, found.path);
    const auto nowhere = [&] { return base::Place{&sources.add(shown, ""), {}}; };
    if (found.path.starts_with("collections/") || (found.path == translation_file && found.type == base::FileType::regular)) continue;
    if (base::is_dropping(found.path)) continue;
    if (found.type != base::FileType::regular) {
      diagnostics.add(found.type == base::FileType::symbolic_link ? Diagnostic{Code::symbolic_link, nowhere()}.hint(Hint::copy_real_file)
                                                                  : Diagnostic{Code::not_a_regular_file, nowhere()});
      continue;
    }
    if (const auto meant = without_txt(found.path); !meant.empty()) {
      diagnostics.add(Diagnostic{Code::unknown_file, nowhere(), {found.path}}.hint(Hint::rename_file, {std::string(base::name_of(meant))}));
      continue;
    }
    if (media_type(found.path) != MediaType::none) {
      content.media.push_back(found.path);
      continue;
    }
    if (base::name_of(found.path) == pictures_file) {
      const base::Source* source = read(shown, shown, sources, diagnostics);
      content.pictures.push_back({std::string(base::folder_of(found.path)), source ? parse_yaml(*source, base::whole(*source), diagnostics) : std::nullopt});
      continue;
    }
    ContentFile file;
    file.path = found.path;
    std::string path = found.path;
    if (path.ends_with(".md")) {
      auto name = take_language(path);
      const auto language = name.tag ? std::ranges::find(languages, *name.tag) : languages.begin();
      if (language == languages.end()) {
        report_language(path, *name.tag, languages, nowhere(), diagnostics);
        continue;
      }
      file.language = static_cast<std::size_t>(language - languages.begin());
      path = std::move(name.path);
    }
    file.name_place = nowhere();
    if (assign(file, path, collections))
      content.files.push_back(std::move(file));
    else
      report_unknown(found.path, collections, file.name_place, diagnostics);
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

std::string content_path(std::string_view written, std::string_view folder) {
  std::string path = written.starts_with('/') ? "" : std::string(folder);
  for (std::size_t begin = 0; begin <= written.size();) {
    const auto end = std::min(written.find('/', begin), written.size());
    const auto part = written.substr(begin, end - begin);
    begin = end + 1;
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (path.empty()) return "";
      path = std::string(base::folder_of(path));
    } else {
      path += (path.empty() ? "" : "/") + std::string(part);
    }
  }
  return path;
}

}  // namespace load
