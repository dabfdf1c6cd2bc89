#include "load/settings.h"

#include <algorithm>

#include "base/file.h"
#include "base/url.h"
#include "load/gate.h"
#include "load/yaml.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;

namespace {

constexpr std::string_view default_base_url = "https://example.org/";

/// False where one of them is not understood.
bool read_languages(const Node& list, Settings& settings, Diagnostics& diagnostics) {
  bool understood = true;
  for (const auto& item : list.items) {
    const auto same = std::ranges::find(settings.languages, item.text);
    if (same != settings.languages.end()) {
      const base::Place first = settings.places[static_cast<std::size_t>(same - settings.languages.begin())];
      diagnostics.add(Diagnostic{Code::yaml_duplicate_key, item.place, {item.text}}.note(Hint::first_here, first));
    } else if (is_language_tag(item.text)) {
      settings.languages.push_back(item.text);
      settings.places.push_back(item.place);
    } else {
      diagnostics.add(Diagnostic{Code::not_a_language, item.place, {item.text}}.hint(Hint::expected_shape, {"vi, en, fr, zh-hant"}));
      understood = false;
    }
  }
  return understood;
}

/// The lines of a broken file that say `languages:`, so that its mistake is not the only one that is found.
base::Span lines_of_languages(std::string_view text) {
  constexpr std::string_view key = "languages:";
  auto begin = text.starts_with(key) ? 0 : text.find("\nlanguages:");
  if (begin == text.npos) return {};
  if (text[begin] == '\n') ++begin;
  auto end = begin;
  do end = std::min(text.find('\n', end), text.size() - 1) + 1;
  while (end < text.size() && (text[end] == ' ' || text[end] == '-'));
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

bool is_language_tag(std::string_view text) {
  const auto dash = text.find('-');
  const auto primary = text.substr(0, dash);
  if (primary.size() < 2 || primary.size() > 3 || text.size() > 16 || text.ends_with('-')) return false;
  return std::ranges::all_of(primary, [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string as_base_url(std::string address) {
  if (base::path_of_base(address).empty()) return "";
  if (!address.ends_with('/')) address += '/';
  return address;
}

std::optional<Settings> settings(const std::string& content, base::Sources& sources, Diagnostics& diagnostics) {
  const std::string path = base::join(content, "site.yaml");
  if (!base::is_folder(content)) {
    diagnostics.add(Diagnostic{Code::missing_folder, {}, {content}}.hint(Hint::choose_content));
    return std::nullopt;
  }
  if (!base::exists(path)) {
    diagnostics.add(Diagnostic{Code::missing_file, {}, {path}}.hint(Hint::expected_shape, {"`languages: [vi, en]`"}));
    return std::nullopt;
  }
  const base::Source* source = read(path, path, sources, diagnostics);
  if (!source) return std::nullopt;
  auto node = parse_yaml(*source, base::whole(*source), diagnostics);
  if (!node) {
    Diagnostics reported_already;
    node = parse_yaml(*source, lines_of_languages(source->text), reported_already);
    if (!node) return std::nullopt;
  }
  Settings settings{{}, {}, std::string(default_base_url), std::nullopt};
  const Node* languages = node->find("languages");
  const bool is_list = languages && languages->shape == Node::Shape::sequence;
  const bool understood = is_list && read_languages(*languages, settings, diagnostics);
  if (!is_list || languages->items.empty())
    diagnostics.add(Diagnostic{Code::missing_field, languages ? languages->place : node->place, {"languages", "site"}}.hint(
        Hint::expected_shape, {"`languages: [vi, en]`"}));
  if (const Node* base_url = node->find("base_url"); base_url && base_url->shape == Node::Shape::scalar) {
    if (auto read = as_base_url(base_url->text); !read.empty())
      settings.base_url = std::move(read);
    else
      diagnostics.add(Diagnostic{Code::wrong_kind, base_url->place, {base_url->text, "base_url", "link"}}.hint(Hint::expected_shape, {"https://example.org/"}));
  }
  if (const Node* colors = node->find("colors")) settings.colors = *colors;
  if (!understood || settings.languages.empty()) return std::nullopt;
  return settings;
}

}  // namespace load
