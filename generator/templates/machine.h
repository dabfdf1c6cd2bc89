// Runs a program: a stack of operands, slots for names, and the page as it grows.
#pragma once

#include <string>

#include "templates/program.h"
#include "templates/rendering.h"

namespace templates {

std::string run(const Program& program, const Assets& assets, const model::Record& own, const model::Record& shared,
                const Context& context, base::Diagnostics& diagnostics);

}  // namespace templates
