#include "checks/translations.h"

#include "model/translation.h"

namespace checks {

namespace {

/// "content/site.yaml:7", as `loa translations` takes it.
std::string at(const base::Place& place) { return place.source->path + ":" + std::to_string(base::position(*place.source, place.span.begin).line); }

}  // namespace

void translations(const model::Site& site, base::Diagnostics& diagnostics) {
  if (site.translations.pairs.empty()) return;
  for (const auto& one : model::translations_of(site))
    if (one.state == model::Translation::State::stale)
      diagnostics.add(base::Diagnostic{base::Code::stale_translation, one.said->place, {site.languages[one.language].tag, one.field}}
                          .hint(base::Hint::translate_again, {at(one.said->place)})
                          .note(base::Hint::other_text, one.source->place),
                      one.entry->hidden ? base::Severity::warning : base::Severity::error);
}

}  // namespace checks
