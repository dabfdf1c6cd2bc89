// What there is to do for the translations of a site, for who keeps it: in words, as data or as a page.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/diagnostics.h"
#include "model/translation.h"

namespace checks {

struct TranslationCounts {
  int texts = 0, missing = 0, stale = 0, other_numbers = 0;
  int good() const { return texts - missing - stale; }
  /// Rounded down, so that 100 is all of them.
  int percent() const { return texts == 0 ? 100 : static_cast<int>(100LL * good() / texts); }
};

struct TranslationReport {
  /// What the comparison of numbers told, and of which translation; nothing where the first language has no text.
  struct Numbers {
    base::Diagnostic told;
    std::optional<std::size_t> of;
  };
  std::vector<model::Translation> all;
  std::vector<Numbers> numbers;  ///< in the order of files and lines

  /// By language; the first one is there only where a text of it is missing.
  std::map<std::size_t, TranslationCounts> counts(const model::Site& site) const;
  bool is_clean() const;
};

/// `diagnostics` are those of the checks of this site.
TranslationReport report_translations(const model::Site& site, const base::Diagnostics& diagnostics);

}  // namespace checks
