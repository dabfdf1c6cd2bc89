// What a dot gives: the attributes of everything that a template can name.
#pragma once

#include <string_view>

#include "templates/rendering.h"

namespace templates {

/// The attribute of a value. Of nothing, it is nothing. One that is not declared is a mistake, and nothing.
Operand attribute(Rendering& rendering, const Operand& operand, std::string_view name);

/// As above for a path with dots: "place.name".
Operand attribute_path(Rendering& rendering, Operand operand, std::string_view path);

/// `x["name"]` and `x[0]`.
Operand item(Rendering& rendering, const Operand& operand, const Operand& key);

/// What names an entry or page when it is printed.
Operand title(const model::Entry& entry);
Operand title(const model::Route& route);

}  // namespace templates
