// The work of each filter; filters.cpp names them and says how they are called.
#pragma once

#include <span>

#include "templates/rendering.h"

namespace templates::work {

using Arguments = std::span<const Operand>;

// of text, dates and addresses
Operand absolute_url(Rendering& rendering, Arguments arguments);
Operand asset(Rendering& rendering, Arguments arguments);
Operand date(Rendering& rendering, Arguments arguments);
Operand days_to(Rendering& rendering, Arguments arguments);
Operand default_value(Rendering& rendering, Arguments arguments);
Operand edtf(Rendering& rendering, Arguments arguments);
Operand in_language(Rendering& rendering, Arguments arguments);
Operand iso(Rendering& rendering, Arguments arguments);
Operand json(Rendering& rendering, Arguments arguments);
Operand number(Rendering& rendering, Arguments arguments);
Operand plain(Rendering& rendering, Arguments arguments);
Operand plural(Rendering& rendering, Arguments arguments);
Operand slug(Rendering& rendering, Arguments arguments);
Operand tel(Rendering& rendering, Arguments arguments);
Operand webcal(Rendering& rendering, Arguments arguments);
Operand url(Rendering& rendering, Arguments arguments);

// of lists
Operand during(Rendering& rendering, Arguments arguments);
Operand first(Rendering& rendering, Arguments arguments);
Operand group(Rendering& rendering, Arguments arguments);
Operand spread(Rendering& rendering, Arguments arguments);
Operand join(Rendering& rendering, Arguments arguments);
Operand last(Rendering& rendering, Arguments arguments);
Operand length(Rendering& rendering, Arguments arguments);
Operand limit(Rendering& rendering, Arguments arguments);
Operand map(Rendering& rendering, Arguments arguments);
Operand reverse(Rendering& rendering, Arguments arguments);
Operand sort(Rendering& rendering, Arguments arguments);
Operand sum(Rendering& rendering, Arguments arguments);
Operand unique(Rendering& rendering, Arguments arguments);
Operand where(Rendering& rendering, Arguments arguments);

}  // namespace templates::work
