// Addresses of what a template names: pages, entries, links and files, below the site's base.
#pragma once

#include "templates/rendering.h"

namespace templates {

/// The address in a language, encoded; nothing where there is none (an entry without a page). Text is given back as it
/// is.
Operand address_of(Rendering& rendering, const Operand& operand, std::size_t language);

/// The same with scheme and host of the site.
Operand absolute_address_of(Rendering& rendering, const Operand& operand, std::size_t language);

/// Whether the operand is of a type that has an address (which may still be none).
bool has_address(const Operand& operand);

/// Whether an address leads into the site itself: a path, or an address below its base.
bool is_of_site(std::string_view address, const model::Site& site);

}  // namespace templates
