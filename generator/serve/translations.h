// A page of the preview: what is still to be translated, in the words of the person at the keyboard.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "model/site.h"

namespace serve {

/// A whole HTML page. `diagnostics`: of the build, for the numbers that differ.
std::string translations_page(const model::Site& site, const base::Diagnostics& diagnostics, base::Tongue tongue);

}  // namespace serve
