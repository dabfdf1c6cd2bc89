#include "load/suggest.h"

#include <algorithm>

#include "base/file.h"
#include "base/text.h"
#include "base/url.h"

namespace load {

namespace {
/// More names than this say nothing to who reads them.
constexpr std::size_t most_names = 16;
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
  return path == address.npos ? diagnostic.hint(base::Hint::move_into_content) : diagnostic.hint(base::Hint::did_you_mean, {address.substr(path)});
}

base::Diagnostic link_with_blanks(std::string_view address, base::Place place) {
  const auto path = base::decode_path(address);
  std::string name(base::name_of(path));
  std::ranges::replace(name, ' ', '-');
  const auto dot = std::min(name.rfind('.'), name.size());
  return base::Diagnostic{base::Code::link_with_blanks, place, {std::string(address)}}.hint(base::Hint::rename_file, {base::slug(name.substr(0, dot)) + base::lower(name.substr(dot))});
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
