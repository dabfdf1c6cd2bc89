// Runs a program: a stack of operands, slots for names, and the page as it grows.
#pragma once

#include <string>

#include "templates/program.h"
#include "templates/rendering.h"

namespace templates {

std::string run(const Program& program, const Assets& assets, const model::Record& own, const model::Record& shared,
                const Context& context, base::Diagnostics& diagnostics);

/// Of a program that is one expression: whether its value is true; its value as text.
bool holds(const Program& program, const model::Record& own, const model::Record& shared, const Context& context, base::Diagnostics& diagnostics);
std::string text(const Program& program, const model::Record& own, const model::Record& shared, const Context& context, base::Diagnostics& diagnostics);

}  // namespace templates
