#include "load/theme.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "base/file.h"
#include "base/installed.h"
#include "base/text.h"
#include "load/attributes.h"
#include "load/channels.h"
#include "load/colors.h"
#include "load/declarations.h"
#include "load/gate.h"
#include "load/lunr.h"
#include "load/strings.h"
#include "load/suggest.h"
#include "load/yaml.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;
using base::Source;
using base::Sources;

namespace {

/// The words behind a text that is shown in another language; the program itself asks for them.
constexpr std::string_view untranslated = "untranslated";

/// One folder of the chain, and all YAML that it holds.
struct Layer {
  std::string folder;
  std::optional<Node> node;
  std::vector<base::Found> files;
};

/// A theme and those that it extends, the nearest first.
struct Chain {
  std::vector<Layer> layers;
  bool whole = false;
};

std::optional<Node> read_yaml(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  const Source* source = read(path, path, sources, diagnostics);
  auto node = source ? parse_yaml(*source, base::whole(*source), diagnostics) : std::nullopt;
  if (const auto* proposal = node ? node->proposal() : nullptr)  // a theme proposes nothing
    diagnostics.add(Diagnostic{Code::yaml_tag, *proposal, {std::string(confirm_tag)}}.hint(base::Hint::delete_it));
  return node;
}

/// "default → lang-son → default"
std::string in_words(const std::vector<Layer>& layers, std::string_view last) {
  const auto name = [](std::string_view folder) {
    while (folder.ends_with('/')) folder.remove_suffix(1);
    return std::string(base::name_of(folder));
  };
  std::string names;
  for (const auto& layer : layers) names += name(layer.folder) + " → ";
  return names + name(last);
}

/// Follows `extends` from the nearest theme to the one that extends nothing.
Chain follow(const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  Chain chain;
  auto& layers = chain.layers;
  std::set<std::string> seen;
  base::Place asked;
  for (std::string next = folder; !next.empty();) {
    if (!seen.insert(base::canonical(next)).second) {
      diagnostics.add({Code::theme_loop, asked, {in_words(layers, next)}});
      return chain;
    }
    const std::string path = base::join(next, "theme.yaml");
    if (!base::is_folder(next)) {
      diagnostics.add({Code::unknown_theme, asked, {next}});
      return chain;
    }
    if (!base::exists(path)) {
      diagnostics.add({Code::missing_file, asked, {path}});
      return chain;
    }
    Layer layer{next, read_yaml(path, sources, diagnostics), base::list(next)};
    next.clear();
    if (layer.node) {
      if (const Node* extends = layer.node->find("extends"); extends && extends->shape == Node::Shape::scalar) {
        asked = extends->place;
        std::string_view own = layer.folder;
        while (own.ends_with('/')) own.remove_suffix(1);
        next = base::join(base::folder_of(own).empty() ? (own.starts_with('/') ? "/" : ".") : base::folder_of(own), extends->text);
        if (!base::is_folder(next))
          if (const auto installed = base::installed_theme(extends->text); !installed.empty()) next = installed;
      }
    }
    layers.push_back(std::move(layer));
  }
  chain.whole = std::ranges::all_of(layers, [](const Layer& layer) { return layer.node.has_value(); });
  return chain;
}

/// Reads the files of one layer over what the layers below it said.
class Reading {
 public:
  Reading(model::Theme& theme, const Settings& settings, Sources& sources, Diagnostics& diagnostics)
      : theme_(theme), settings_(settings), sources_(sources), diagnostics_(diagnostics) {
    for (const auto& tag : settings.languages) theme_.languages.push_back({tag, tag, {}, {}, {}, {}});
  }

  void add(const Layer& layer) {
    if (layer.node) read_theme_yaml(*layer.node);
    for (const auto& file : layer.files) {
      const std::string path = base::join(layer.folder, file.path);
      const std::string_view room = std::string_view(file.path).substr(0, file.path.find('/'));
      if (file.type != base::FileType::regular)
        diagnostics_.add({file.type == base::FileType::symbolic_link ? Code::symbolic_link : Code::not_a_regular_file, nowhere(path)});
      else if (room == "templates" && file.path.ends_with(".html"))
        add_template(file.path.substr(room.size() + 1), path);
      else if (room == "assets")
        assets_.insert_or_assign(file.path.substr(room.size() + 1), path);
      else if (room == "collections" && file.path.ends_with(".yaml"))
        add_declaration(collections_, path, false);
      else if (room == "traits" && file.path.ends_with(".yaml"))
        add_declaration(traits_, path, false);
      else if (room == "strings" && file.path.ends_with(".yaml"))
        add_strings(path);
      else if (file.path != "theme.yaml" && !room.starts_with("README") && !room.starts_with("LICENSE"))
        report_unknown(path);
    }
  }

  /// A file among the collections that content adds.
  void add_of_content(const std::string& path, base::FileType type) {
    if (type != base::FileType::regular)
      diagnostics_.add({type == base::FileType::symbolic_link ? Code::symbolic_link : Code::not_a_regular_file, nowhere(path)});
    else if (path.ends_with(".yaml"))
      add_declaration(collections_, path, true);
    else
      report_unknown(path);
  }

  void add_declaration(std::vector<CollectionFile>& files, const std::string& path, bool of_content) {
    auto node = yaml(path);
    const auto name = base::name_of(path);
    if (node) files.push_back({std::string(name.substr(0, name.size() - 5)), std::move(*node), of_content});
  }

  void finish() {
    for (auto& [name, page] : pages_) theme_.pages.push_back(std::move(page));
    for (auto& [name, color] : colors_) theme_.colors.push_back(chosen(std::move(color)));
    check_contrast(theme_.colors, meetings_, diagnostics_);
    for (auto& [name, path] : assets_) theme_.assets.push_back({name, base::read(path)});
    theme_.assets.push_back({"colors.css", colors_css(theme_.colors)});
    if (theme_.search && !assets_.contains("lunr.js")) theme_.assets.push_back({"lunr.js", std::string(lunr())});
    theme_.collections = collections(collections_, traits_, theme_.colors, settings_.languages, diagnostics_);
    check_languages();
    check_offline();
    check_redirect();
    check_declarations(theme_, diagnostics_);
  }

  /// All files of YAML could be read.
  bool is_whole() const { return is_whole_; }

 private:
  /// A colour of the theme, or what `site.yaml` says in its place.
  model::Color chosen(model::Color color) {
    const Node* own = settings_.colors ? settings_.colors->find(color.name) : nullptr;
    if (!own || own->shape != Node::Shape::mapping) return color;
    color = read_color(color.name, *own, diagnostics_);
    color.of_site = true;
    return color;
  }

  std::optional<Node> yaml(const std::string& path) {
    auto node = read_yaml(path, sources_, diagnostics_);
    is_whole_ = is_whole_ && node;
    return node;
  }

  base::Place nowhere(const std::string& path) { return {&sources_.add(path, ""), {}}; }

  void report_unknown(const std::string& path) {
    Diagnostic diagnostic{Code::unknown_file, nowhere(path), {path}};
    if (base::extension_of(path) == "yml") diagnostic.hint(Hint::rename_file, {std::string(base::name_of(path.substr(0, path.size() - 3))) + "yaml"});
    diagnostics_.add(std::move(diagnostic));
  }

  void read_theme_yaml(const Node& node) {
    Attributes attributes(node, "theme.yaml", diagnostics_);
    attributes.take("extends");
    attributes.take("name");
    if (const auto open = attributes.take_yes_no("open_data")) theme_.open_data = *open;
    if (const auto search = attributes.take_yes_no("search")) theme_.search = *search;
    if (const Node* offline = attributes.take_mapping("offline")) read_offline(*offline);
    if (auto sizes = attributes.take_text("picture_sizes")) theme_.picture_sizes = *std::move(sizes);
    if (const Node* redirect = attributes.take("redirect")) theme_.redirect = redirect->text, redirect_place_ = redirect->place;
    if (const Node* zone = attributes.take("time_zone")) theme_.time_zone = read_time_zone(*zone, diagnostics_);
    if (const Node* pages = attributes.take_mapping("pages"))
      for (const auto& pair : pages->pairs) {
        if (!model::is_plain_name(pair.key)) diagnostics_.add({Code::name_not_plain, pair.key_place, {pair.key, "_"}});
        pages_.insert_or_assign(pair.key, page_declaration(pair.key, pair.value, settings_.languages, diagnostics_, PageOf::theme));
      }
    if (const Node* colors = attributes.take_mapping("colors"))
      for (const auto& pair : colors->pairs) {
        if (!base::is_slug(pair.key)) diagnostics_.add({Code::name_not_plain, pair.key_place, {pair.key, "-"}});
        colors_.insert_or_assign(pair.key, read_color(pair.key, pair.value, diagnostics_));
      }
    if (const Node* contrast = attributes.take_mapping("contrast"))
      for (auto& meeting : read_contrast(*contrast, diagnostics_)) meetings_.push_back(std::move(meeting));
    attributes.finish();
  }

  void read_offline(const Node& node) {
    Attributes attributes(node, "offline", diagnostics_);
    attributes.require("page");
    attributes.require("worker");
    theme_.offline = {attributes.take_text("page").value_or(""), attributes.take_text("worker").value_or("")};
    offline_place_ = node.place;
    attributes.finish();
  }

  /// The page and the script for when there is no net are there.
  void check_redirect() {
    if (theme_.redirect.empty() || theme_.templates.contains(theme_.redirect)) return;
    std::vector<std::string> names;
    for (const auto& [name, source] : theme_.templates) names.push_back(name);
    diagnostics_.add(suggest({Code::template_not_found, redirect_place_, {theme_.redirect}}, theme_.redirect, names));
  }

  void check_offline() {
    if (theme_.offline.page.empty() || theme_.offline.worker.empty()) return;
    std::vector<std::string> pages, assets;
    for (const auto& page : theme_.pages)
      if (!page.file.empty()) pages.push_back(page.name);
    for (const auto& asset : theme_.assets) assets.push_back(asset.path);
    for (const auto& [names, name, what] : {std::tuple{pages, theme_.offline.page, "page"}, std::tuple{assets, theme_.offline.worker, "worker"}})
      if (!std::ranges::count(names, name)) diagnostics_.add(suggest({Code::unknown_option, offline_place_, {name, what}}, name, names));
  }

  void add_template(std::string name, const std::string& path) {
    if (const Source* source = read(path, path, sources_, diagnostics_)) theme_.templates.insert_or_assign(std::move(name), source);
  }

  void add_strings(const std::string& path) {
    const auto tag = base::name_of(path).substr(0, base::name_of(path).size() - 5);
    if (!is_language_tag(tag)) diagnostics_.add({Code::not_a_language, nowhere(path), {std::string(tag)}});
    const auto language = std::ranges::find(theme_.languages, tag, &model::Language::tag);
    if (language == theme_.languages.end()) return;
    if (const auto node = yaml(path)) {
      read_strings(*node, *language, diagnostics_);
      string_files_.insert_or_assign(std::string(tag), path);
    }
  }

  void report_missing(base::Place place, const std::string& key, const std::string& tag) {
    diagnostics_.add(Diagnostic{Code::missing_string, place, {key, tag}}.hint(Hint::put_theme_string, {key, "strings/" + tag + ".yaml"}));
  }

  /// Every language has a file of strings, and every word that the default language has.
  void check_languages() {
    for (std::size_t i = 0; i < theme_.languages.size(); ++i) {
      const auto& language = theme_.languages[i];
      const auto file = string_files_.find(language.tag);
      if (file == string_files_.end()) {
        diagnostics_.add(Diagnostic{Code::language_without_strings, settings_.places[i], {language.tag, "strings/" + language.tag + ".yaml"}}.hint(
            Hint::copy_strings, {"strings/" + theme_.languages.front().tag + ".yaml", "strings/" + language.tag + ".yaml"}));
        continue;
      }
      const base::Place place{&sources_.add(file->second, ""), {}};
      if (theme_.languages.size() > 1 && !language.find(untranslated))
        diagnostics_.add(Diagnostic{Code::missing_attribute, place, {std::string(untranslated), "strings"}}.hint(
            Hint::expected_shape, {"`" + std::string(untranslated) + ": \"({language})\"`"}));
      for (const auto name : model::DateForms::names())
        if (theme_.languages.front().dates.patterns.contains(name) && !language.dates.patterns.contains(name))
          report_missing(place, "dates." + std::string(name), language.tag);
      for (const auto& [key, wording] : theme_.languages.front().strings)
        if (!language.find(key) && key != untranslated) report_missing(place, key, language.tag);
    }
  }

  model::Theme& theme_;
  const Settings& settings_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  std::map<std::string, model::PageDeclaration> pages_;
  std::map<std::string, model::Color> colors_;
  std::vector<Meeting> meetings_;
  std::map<std::string, std::string> assets_;
  std::map<std::string, std::string> string_files_;
  std::vector<CollectionFile> collections_, traits_;
  base::Place offline_place_, redirect_place_;
  bool is_whole_ = true;
};

}  // namespace

std::vector<std::string> theme_folders(const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  std::vector<std::string> folders;
  for (const auto& layer : follow(folder, sources, diagnostics).layers) folders.push_back(layer.folder);
  return folders;
}

std::optional<model::Theme> theme(const std::string& folder, const std::string& content, const Settings& settings, Sources& sources, Diagnostics& diagnostics) {
  model::Theme theme;
  Reading reading(theme, settings, sources, diagnostics);
  const auto chain = follow(folder, sources, diagnostics);
  for (auto layer = chain.layers.rbegin(); layer != chain.layers.rend(); ++layer) reading.add(*layer);
  const std::string own = base::join(content, "collections");
  if (base::is_folder(own))
    for (const auto& file : base::list(own)) {
      reading.add_of_content(base::join(own, file.path), file.type);
    }
  if (!chain.whole || !reading.is_whole()) return std::nullopt;
  reading.finish();
  return theme;
}

}  // namespace load
