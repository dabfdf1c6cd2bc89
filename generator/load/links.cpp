#include "load/links.h"

#include <algorithm>

#include "base/file.h"
#include "base/text.h"
#include "base/url.h"
#include "load/content.h"
#include "load/suggest.h"
#include "load/values.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Hint;
using model::Entry;

namespace {

std::string folder_of(const Entry& from, const model::Site& site) { return std::string(base::folder_of(model::content_path(site, from))); }

bool is_file_with_blanks(std::string_view address) {
  const auto path = base::decode_path(address.substr(0, address.find_first_of("?#")));
  return path.find(' ') != path.npos && media_type(path) != MediaType::none;
}

/// `a/b.vi.md` → `a/b.md` where `vi` is a language of the site.
std::string without_language(std::string path, const model::Site& site) {
  if (!path.ends_with(".md")) return path;
  for (const auto& language : site.languages)
    if (const std::string end = "." + language.tag + ".md"; path.ends_with(end)) return path.substr(0, path.size() - end.size()) + ".md";
  return path;
}

}  // namespace

Links::Links(const model::Site& site, const std::vector<std::string>& media, Pictures& pictures, std::unordered_map<std::string, const Entry*> files,
             base::Diagnostics& diagnostics)
    : site_(site), media_(media), pictures_(pictures), files_(std::move(files)), diagnostics_(diagnostics) {
  for (const auto& route : site_.routes)
    for (const auto& url : route.urls) urls_.emplace(url, &route);
  for (const auto& route : site_.hidden_routes)
    for (const auto& url : route.urls) hidden_urls_.emplace(url, &route);
}

std::optional<Links::Target> Links::find(std::string_view path, const Entry& from, std::size_t language) const {
  if (path.starts_with('/'))
    for (const std::string& url : {std::string(path.substr(1)), std::string(path.substr(1)) + "/"}) {
      if (const auto route = urls_.find(url); route != urls_.end()) return Target{url, route->second, ""};
      if (const auto route = hidden_urls_.find(url); route != hidden_urls_.end()) return Target{url, route->second, "", true};
    }
  const auto folder = folder_of(from, site_);
  auto file = content_path(path, folder);
  if (auto decoded = content_path(base::decode_path(path), folder); std::ranges::binary_search(media_, decoded)) file = std::move(decoded);  // as some editors write it
  if (const auto entry = files_.find(without_language(file, site_)); entry != files_.end() && entry->second->route)
    return Target{entry->second->route->urls[language], entry->second->route, "", is_hidden(*entry->second->route)};
  if (std::ranges::binary_search(media_, file)) {
    const auto* picture = pictures_.find(file);
    return Target{base::encode_path(picture ? picture->largest().url : "media/" + file), nullptr, file};
  }
  return std::nullopt;
}

bool Links::is_hidden(const model::Route& route) const {
  const auto found = hidden_urls_.find(route.urls.front());
  return found != hidden_urls_.end() && found->second == &route;
}

void Links::report_missing_image(const std::string& address, base::Place place, const Entry& from) {
  diagnostics_.add(missing_file({Code::image_missing, place, {address}}, content_path(address, folder_of(from, site_)), site_.content, media_));
}

void Links::report_dead(const std::string& address, base::Place place) {
  // What a refused file would have made may be what is meant.
  if (!std::ranges::all_of(site_.collections, &model::Entries::whole)) return;
  Diagnostic diagnostic{Code::link_dead, place, {address}};
  if (address.starts_with("www.")) {
    diagnostics_.add(diagnostic.hint(Hint::did_you_mean, {"https://" + address}));
    return;
  }
  std::vector<std::string> known;
  for (const auto& [url, route] : urls_) known.push_back("/" + url);
  for (const auto& [file, entry] : files_)
    if (entry->route) known.push_back("/" + file);
  std::ranges::sort(known);
  if (const auto near = base::nearest(address, known); !near.empty()) diagnostic.hint(Hint::did_you_mean, {near});
  diagnostics_.add(std::move(diagnostic));
}

std::optional<Resolved> Links::resolve(const LinkRequest& request, const Entry& from, std::size_t language) {
  const std::string& address = request.address;
  if (!base::scheme(address).empty() || address.starts_with("//")) {
    if (request.image && !base::is_of_this_machine(address)) {
      diagnostics_.add(remote_picture(address, request.place()));
      return std::nullopt;
    }
    if (!base::is_of_this_machine(address) && base::check_link(address) == base::LinkTrouble::none) return address;
    diagnostics_.add(refused_link(address, request.place()));
    return std::nullopt;
  }
  if (base::check_link(address) != base::LinkTrouble::none || is_file_with_blanks(address)) {
    diagnostics_.add(is_file_with_blanks(address) ? link_with_blanks(address, request.place()) : refused_link(address, request.place()));
    return std::nullopt;
  }
  const auto hash = address.find('#');
  const std::string path = address.substr(0, hash);
  const std::string anchor = hash == std::string::npos ? "" : address.substr(hash + 1);
  if (request.image && media_type(path) != MediaType::picture) {
    diagnostics_.add(Diagnostic{Code::image_type, request.place(), {address}}.hint(Hint::known_names, {media_types(true)}));
    return std::nullopt;
  }
  std::optional<Target> target;
  if (path.empty() && !anchor.empty() && from.route)
    target = Target{from.route->urls[std::min(language, from.route->urls.size() - 1)], from.route, ""};
  else if (!path.empty())
    target = find(path, from, language);
  if (!target || (request.image && target->media.empty())) {
    if (request.image)
      report_missing_image(address, request.place(), from);
    else
      report_dead(address, request.place());
    return std::nullopt;
  }
  if (target->hidden) {
    diagnostics_.add({Code::link_to_hidden, request.place(), {address}});
    return std::nullopt;
  }
  if (!target->media.empty()) use_media(target->media);
  if (request.image) {
    const auto* picture = pictures_.find(target->media);
    if (!picture) return std::nullopt;  // which is reported with what else is wrong with it
    return Resolved{site_.base_path + base::encode_path(picture->usual().url), pictures_.attributes_of(*picture)};
  }
  if (anchor.empty()) return site_.base_path + target->url;
  {
    const std::lock_guard lock(mutex_);
    anchors.push_back({target->url, anchor, request.place()});
  }
  return Resolved{path.empty() ? "#" + anchor : site_.base_path + target->url + "#" + anchor};
}

bool Links::resolve(model::Link& link, base::Place place, const Entry& from, std::size_t language) {
  if (!base::scheme(link.address).empty()) return true;
  const auto hash = link.address.find('#');
  const auto target = find(std::string_view(link.address).substr(0, hash), from, language);
  if (!target) {
    report_dead(link.address, place);
    return true;
  }
  if (target->hidden) {
    diagnostics_.add({Code::link_to_hidden, place, {link.address}});
    return false;
  }
  link.route = target->route;
  if (!target->media.empty()) {
    use_media(target->media);
    link.address = site_.base_path + target->url + (hash == std::string::npos ? "" : link.address.substr(hash));
  }
  if (hash == std::string::npos || !target->route) return true;
  link.anchor = link.address.substr(hash + 1);
  const std::lock_guard lock(mutex_);
  anchors.push_back({target->url, link.anchor, place});
  return true;
}

void Links::use_media(const std::string& path) {
  const std::lock_guard lock(mutex_);
  used_media_.insert(path);
}

std::vector<std::string> Links::used_media() const { return {used_media_.begin(), used_media_.end()}; }

}  // namespace load
