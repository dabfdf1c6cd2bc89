#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/html.h"
#include "base/tags.h"
#include "outputs/outputs.h"

namespace outputs {

namespace {

/// What a page leads to and is made of, as addresses below the base with their queries; not what lies elsewhere, nor what only
/// speaks of the page (its other languages, its feed).
void add_addresses(std::set<std::string>& addresses, std::string_view html, std::string_view attribute, const model::Site& site) {
  for (const auto& tag : base::start_tags(html)) {
    std::string_view address = tag[attribute];
    if (!address.starts_with(site.base_path) || tag["rel"] == "alternate" || tag["rel"] == "canonical") continue;
    address.remove_prefix(site.base_path.size());
    addresses.emplace(address.substr(0, address.find('#')));
  }
}

/// A page as it is shown without a net: of each picture there is one size, that of `src`.
std::string without_other_sizes(std::string_view html) {
  std::string out;
  std::size_t done = 0;
  for (const auto& tag : base::start_tags(html))
    if (const auto sizes = tag["srcset"]; !sizes.empty()) {
      const auto at = static_cast<std::size_t>(sizes.data() - html.data());
      out.append(html, done, at - done);
      done = at + sizes.size();
    }
  return out.append(html, done);
}

const base::File* find(const std::vector<base::File>& files, std::string_view path) {
  const auto found = std::ranges::find(files, path, &base::File::path);
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

std::vector<base::File> offline(const model::Site& site, const model::Theme& theme, const std::vector<base::File>& made) {
  const auto declared = std::ranges::find(theme.pages, theme.offline.page, &model::PageDeclaration::name);
  const base::File* worker = find(theme.assets, theme.offline.worker);
  const base::File* page = declared == theme.pages.end() ? nullptr : find(made, declared->file);
  if (!page || !worker) return {};

  std::set<std::string> kept{page->path};
  add_addresses(kept, page->bytes, "href", site);
  for (const auto& address : std::set(kept))
    if (const base::File* file = find(made, model::file_of(address))) add_addresses(kept, file->bytes, "src", site);

  std::string pages, parts;
  for (const auto& address : kept)
    if (const base::File* file = find(made, model::file_of(address)); file && file->path.ends_with(".html")) {
      base::escape_json(pages += pages.empty() ? "{" : ",\n", address);
      base::escape_json(pages += ": ", without_other_sizes(file->bytes));
    } else {
      base::escape_json(parts += parts.empty() ? "" : ", ", address);
    }
  pages += "}\n";
  const std::string name = base::to_hex(base::hash(pages + parts + worker->bytes)).substr(0, 16);
  std::string script = "const kept = { name: \"" + name + "\", page: ";
  base::escape_json(script, page->path);
  return {{"offline.json", pages}, {"sw.js", script + ", parts: [" + parts + "] };\n" + worker->bytes}};
}

}  // namespace outputs
