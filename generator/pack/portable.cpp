#include "pack/portable.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/parallel.h"
#include "base/tags.h"
#include "base/text.h"
#include "base/url.h"
#include "model/site.h"

namespace pack {

namespace {

using std::filesystem::path;

/// Attributes that hold one address, and `data-root`: the folder of the site, for scripts.
constexpr std::array<std::string_view, 12> holders{"href",       "src",      "action", "formaction", "poster",     "data",
                                                   "background", "manifest", "cite",   "longdesc",   "xlink:href", "data-root"};

/// The part of an attribute's value that is an address: all of it, or what follows in "0; url=/vi/"; empty where none is.
std::string_view address_in(const base::Tag& tag, const base::Attribute& attribute) {
  const std::string_view value = attribute.value;
  if (std::ranges::find(holders, attribute.name) != holders.end()) return value;
  if (tag.name != "meta" || attribute.name != "content" || base::lower(tag["http-equiv"]) != "refresh") return {};
  const auto mark = base::lower(value).find("url=");
  if (mark == std::string::npos) return {};
  const auto begin = std::min(value.find_first_not_of("'", mark + 4), value.size());
  return value.substr(begin, value.find('\'', begin) - begin);
}

/// "../../index.html" → "../../", for scripts that put paths behind it.
std::string folder_of_index(const std::string& address) {
  const auto folder = base::folder_of(address);
  return folder.empty() ? "./" : std::string(folder) + '/';
}

/// "/media/a-320.jpg 320w, /media/a-640.jpg 640w", address by address.
std::string relative_set(std::string_view set, const std::string& file, std::string_view base_path) {
  std::string out;
  while (!set.empty()) {
    const auto blanks = std::min(set.find_first_not_of(", \t\n\f\r"), set.size());
    const auto blank = std::min(set.find_first_of(" \t\n\f\r", blanks), set.size());
    const auto end = std::max(blanks, std::min(set.find_last_not_of(',', blank - 1) + 1, blank));  // a comma at its end is none of the address
    const auto next = end < blank ? blank : std::min(set.find(',', end), set.size());
    out.append(set.substr(0, blanks)).append(relative_address(set.substr(blanks, end - blanks), file, base_path)).append(set.substr(end, next - end));
    set.remove_prefix(next);
  }
  return out;
}

std::string portable(const base::File& page, std::string_view base_path) {
  const std::string_view html = page.bytes;
  std::string out;
  out.reserve(html.size());
  std::size_t done = 0;
  for (const auto& tag : base::start_tags(html))
    for (const auto& attribute : tag.attributes) {
      const bool is_set = attribute.name == "srcset" || attribute.name == "imagesrcset";
      const std::string_view address = is_set ? attribute.value : address_in(tag, attribute);
      if (address.empty()) continue;
      const auto at = static_cast<std::size_t>(address.data() - html.data());
      const auto relative = is_set ? relative_set(address, page.path, base_path) : relative_address(address, page.path, base_path);
      out.append(html, done, at - done) += attribute.name == "data-root" ? folder_of_index(relative) : relative;
      done = at + address.size();
    }
  return out.append(html, done);
}

}  // namespace

std::string relative_address(std::string_view address, std::string_view file, std::string_view base_path) {
  const std::string_view way = address.substr(0, address.find_first_of("?#"));
  const bool is_of_site = way.starts_with(base_path) && !way.starts_with("//");
  if (way.empty() || !base::scheme(way).empty() || (way.starts_with('/') && !is_of_site)) return std::string(address);
  const std::string target = model::file_of(is_of_site ? way.substr(base_path.size()) : way);
  const std::string relative = is_of_site ? path(target).lexically_relative(path(file).parent_path()).generic_string() : target;
  return relative + std::string(address.substr(way.size()));
}

void make_portable(std::vector<base::File>& files, std::string_view base_path, int jobs) {
  base::parallel(files.size(), jobs, [&](std::size_t i) {
    if (files[i].path.ends_with(".html")) files[i].bytes = portable(files[i], base_path);
  });
}

}  // namespace pack
