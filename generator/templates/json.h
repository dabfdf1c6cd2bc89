// Values as JSON, for structured data in a <script>.
#pragma once

#include <string>

#include "templates/rendering.h"

namespace templates {

/// Texts in the page's language, dates in EDTF, pages and files as absolute addresses, entries by their title; records
/// and lists as objects and arrays. Safe within <script>.
void append_json(Rendering& rendering, std::string& out, const Operand& operand);

}  // namespace templates
