// What must be known before anything else can be read: the languages of the site and its address.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "load/yaml.h"

namespace load {

struct Settings {
  std::vector<std::string> languages;  ///< BCP 47 tags, the default first; never empty
  std::vector<base::Place> places;     ///< of the languages, one for each
  std::string base_url;                ///< absolute, with a last `/`
  std::optional<Node> colors;          ///< what is chosen in place of colours of the theme
};

/// Reads `site.yaml` of a content folder. Mistakes are added to `diagnostics`; nothing where the languages are not known,
/// without which every other word would be a mistake.
std::optional<Settings> settings(const std::string& content, base::Sources& sources, base::Diagnostics& diagnostics);

/// An absolute http(s) address with a last `/` added; empty where it is no such address.
std::string as_base_url(std::string address);

/// "vi", "en", "zh-hant": short enough and plain enough to be a folder.
bool is_language_tag(std::string_view text);

}  // namespace load
