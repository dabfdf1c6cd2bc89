#include "load/suggest.h"

#include "base/text.h"

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

}  // namespace load
