// Every page has an address of its own, made of plain words.
#pragma once

#include "base/diagnostics.h"
#include "model/site.h"

namespace checks {

/// Reports a site without pages, pages that share an address (naming both), and addresses that are not `word/word/` in [a-z0-9-].
void urls(const model::Site& site, base::Diagnostics& diagnostics);

}  // namespace checks
