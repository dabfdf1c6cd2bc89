// The content folder as a Site: read, checked against the theme's collections, put together and addressed.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/source.h"
#include "load/settings.h"
#include "model/site.h"
#include "model/theme.h"

namespace load {

/// Reads everything below `content`. Every mistake is added to `diagnostics`; what was understood is in the site all the
/// same, so that later checks find theirs. With `drafts`, what is hidden is shown. The site points into `theme` and `sources`, which must outlive it.
model::Site site(const std::string& content, const model::Theme& theme, const Settings& settings,
                 std::optional<model::LocalTime> today, bool drafts, int jobs, base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace load
