#include "model/site.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "base/url.h"

namespace model {

std::string file_of(std::string_view url) {
  std::string file(url);
  if (file.empty() || file.ends_with('/')) file += "index.html";
  return file;
}

std::string data_file(std::string_view collection, std::string_view extension) {
  return std::string("data/").append(collection).append(".").append(extension);
}

void Entries::index() {
  by_id.resize(all.size());
  std::iota(by_id.begin(), by_id.end(), std::size_t{0});
  std::ranges::stable_sort(by_id, {}, [&](std::size_t i) -> std::string_view { return all[i].id; });
}

const Entry* Entries::find(std::string_view id) const {
  if (by_id.size() != all.size()) {
    const auto found = std::ranges::find(all, id, &Entry::id);
    return found == all.end() ? nullptr : &*found;
  }
  const auto id_at = [&](std::size_t i) -> std::string_view { return all[i].id; };
  const auto found = std::ranges::lower_bound(by_id, id, {}, id_at);
  return found == by_id.end() || id_at(*found) != id ? nullptr : &all[*found];
}

const Entry* Entries::find_hidden(std::string_view id) const {
  const auto found = std::ranges::find(hidden, id, &Entry::id);
  return found == hidden.end() ? nullptr : &*found;
}

const Entries* Site::find(std::string_view collection) const {
  for (const auto& entries : collections)
    if (entries.collection && entries.collection->name == collection) return &entries;
  return nullptr;
}

const Picture::Size& Picture::usual() const {
  constexpr int width_of_a_telephone = 640;
  const auto too_wide = std::ranges::find_if(sizes, [](const Size& size) { return size.width > width_of_a_telephone; });
  return too_wide == sizes.begin() ? *too_wide : *std::prev(too_wide);
}

std::string srcset(const Picture& picture, std::string_view base_path) {
  std::string set;
  for (const auto& size : picture.sizes) {
    if (!set.empty()) set += ", ";
    set.append(base_path).append(base::encode_path(size.url)).append(" ").append(std::to_string(size.width)).append("w");
  }
  return set;
}

const Picture* Site::find_picture(std::string_view path) const {
  const auto found = pictures.find(path);
  return found == pictures.end() ? nullptr : &found->second;
}

std::string Site::media_url(std::string_view path, bool whole) const {
  const auto* picture = find_picture(path);
  return !picture ? "media/" + std::string(path) : whole ? picture->largest().url : picture->usual().url;
}

const Entry& Site::self() const {
  static const Entry nothing;
  const Entries* entries = find("site");
  return entries && !entries->all.empty() ? entries->all.front() : nothing;
}

std::string_view content_path(const Site& site, const Entry& entry) {
  std::string_view path = entry.place.source ? std::string_view(entry.place.source->path) : std::string_view();
  if (path.starts_with(site.content)) path.remove_prefix(site.content.size());
  while (path.starts_with('/')) path.remove_prefix(1);
  return path;
}

std::string anchor_of(const Entry& entry) {
  std::string anchor;
  if (const auto& list = entry.collection->list; list && list->anchor)
    for (const auto& piece : list->anchor->pieces) anchor += piece.is_field ? entry.id : piece.text;
  return anchor;
}

Spoken speak(const Value& value, std::size_t language) {
  static const Value nothing;
  const auto* translated = value.get<Translated>();
  if (!translated) return {&value, language, false};
  const auto& languages = translated->languages;
  if (language < languages.size() && !languages[language].is_null()) return {&languages[language], language, false};
  for (std::size_t i = 0; i < languages.size(); ++i)
    if (!languages[i].is_null()) return {&languages[i], i, true};
  return {&nothing, language, false};
}

Value title_of(const Entry& entry) {
  if (entry.collection)
    if (const Value* title = entry.fields.find(entry.collection->title); title && !speak(*title, 0).value->is_null())
      return *title;
  return entry.id;
}

}  // namespace model
