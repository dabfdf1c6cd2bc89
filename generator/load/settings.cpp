#include "load/settings.h"

#include <algorithm>

#include "base/file.h"
#include "base/url.h"
#include "load/gate.h"
#include "load/yaml.h"

namespace load {

using base::Code;
using base::Diagnostics;
using base::Hint;

namespace {

constexpr std::string_view default_base_url = "https://example.org/";

std::vector<std::string> read_languages(const Node& node, Diagnostics& diagnostics) {
  std::vector<std::string> languages;
  for (const auto& item : node.items) {
    if (is_language_tag(item.text) && !std::ranges::count(languages, item.text))
      languages.push_back(item.text);
    else
      diagnostics.add(base::Diagnostic{Code::unknown_language, item.place, {item.text}});
  }
  return languages;
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

Settings settings(const std::string& content, base::Sources& sources, Diagnostics& diagnostics) {
  Settings settings{{"vi"}, std::string(default_base_url)};
  const std::string path = base::join(content, "site.yaml");
  if (!base::is_folder(content) || !base::exists(path)) {
    const auto& nowhere = sources.add(base::is_folder(content) ? path : content, "");
    diagnostics.add({base::is_folder(content) ? Code::missing_file : Code::missing_folder, {&nowhere, {}}, {nowhere.path}});
    return settings;
  }
  const base::Source* source = read(path, path, sources, diagnostics);
  const auto node = source ? parse_yaml(*source, base::whole(*source), diagnostics) : std::nullopt;
  if (!node || node->shape != Node::Shape::mapping) return settings;
  if (const Node* languages = node->find("languages"); languages && languages->shape == Node::Shape::sequence)
    if (auto read = read_languages(*languages, diagnostics); !read.empty()) settings.languages = std::move(read);
  if (const Node* base_url = node->find("base_url"); base_url && base_url->shape == Node::Shape::scalar) {
    if (auto read = as_base_url(base_url->text); !read.empty())
      settings.base_url = std::move(read);
    else
      diagnostics.add({Code::wrong_kind, base_url->place, {base_url->text, "base_url", "link"}});
  }
  return settings;
}

}  // namespace load
