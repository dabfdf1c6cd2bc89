#include "load/suggest.h"

#include <algorithm>
#include <iterator>

#include "base/file.h"
#include "base/text.h"
#include "base/url.h"

namespace load {

namespace {
/// More names than this say nothing to who reads them.
constexpr std::size_t most_names = 16;

/// "2027/Ảnh lễ.JPG" → "anh-le.jpg"
std::string plain_name(std::string_view path) {
  const auto name = base::name_of(path);
  const auto dot = std::min(name.rfind('.'), name.size());
  return base::slug(name.substr(0, dot)) + base::lower(name.substr(dot));
}
}  // namespace

std::string listed(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "`" : ", `") + name + "`";
  return all;
}

base::Diagnostic suggest(base::Diagnostic diagnostic, std::string_view written, const std::vector<std::string>& names) {
  const auto near = base::nearest(written, names);
  if (!near.empty()) return diagnostic.hint(base::Hint::did_you_mean, {near});
  if (names.empty() || names.size() > most_names) return diagnostic;
  return diagnostic.hint(base::Hint::known_names, {listed(names)});
}

base::Diagnostic refused_link(const std::string& address, base::Place place) {
  if (!base::is_of_this_machine(address))
    return base::Diagnostic{base::Code::link_scheme, place, {address}}.hint(base::Hint::link_like);
  base::Diagnostic diagnostic{base::Code::link_to_this_machine, place, {address}};
  const auto host = address.find("://");  // of a preview: the rest is the page
  const auto path = address.starts_with("http") && host != address.npos ? address.find('/', host + 3) : address.npos;
  const bool is_page = path != address.npos && !std::string_view(address).substr(path).starts_with("/media/");
  return !is_page ? diagnostic.hint(base::Hint::move_into_content) : diagnostic.hint(base::Hint::did_you_mean, {address.substr(path)});
}

base::Diagnostic link_with_blanks(std::string_view address, base::Place place) {
  return base::Diagnostic{base::Code::link_with_blanks, place, {std::string(address)}}.hint(base::Hint::rename_file, {plain_name(base::decode_path(address))});
}

base::Diagnostic remote_picture(const std::string& address, base::Place place) {
  const bool is_itself = address.starts_with("data:");  // data:image/png;base64,…
  return base::Diagnostic{base::Code::image_remote, place, {is_itself ? address.substr(0, address.find_first_of(",;")) + "…" : address}}.hint(base::Hint::move_into_content);
}

base::Diagnostic missing_file(base::Diagnostic diagnostic, const std::string& path, const std::string& content, const std::vector<std::string>& media) {
  const auto is_there = [&](const std::string& one) { return std::ranges::count(media, one) > 0; };
  if (const auto below = path.find(content + "/"); below != path.npos && is_there(path.substr(below + content.size() + 1)))
    return diagnostic.hint(base::Hint::did_you_mean, {"/" + path.substr(below + content.size() + 1)});
  // As some computers write marks: as characters of their own.
  for (const auto& file : media)
    if (base::nfc(file) == path) return diagnostic.hint(base::Hint::rename_file, {plain_name(file)});
  std::vector<std::string> same_name;
  std::ranges::copy_if(media, std::back_inserter(same_name), [&](const auto& file) { return base::name_of(file) == base::name_of(path); });
  const auto near = same_name.size() == 1 ? same_name.front() : base::nearest(path, media);
  if (!near.empty()) return diagnostic.hint(base::Hint::did_you_mean, {"/" + near});
  return path.empty() ? diagnostic : diagnostic.hint(base::Hint::put_file, {base::join(content, path)});
}

base::Diagnostic suggest_known(base::Diagnostic diagnostic, std::string_view written, const std::vector<Known>& known) {
  const auto folded = base::fold(written), slug = base::slug(written);
  std::vector<std::string> names;
  for (const auto& one : known) {
    bool is_meant = one.name == slug;
    if (one.label)
      model::for_each_value(*one.label, [&](const model::Value& text) {
        const auto* label = text.get<std::string>();
        is_meant = is_meant || (label && base::fold(*label) == folded);
      });
    if (is_meant) return diagnostic.hint(base::Hint::did_you_mean, {one.name});
    names.push_back(one.name);
  }
  return suggest(std::move(diagnostic), written, names);
}

}  // namespace load
