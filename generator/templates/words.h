// The theme's own words: t("key", n=3, name="…").
#pragma once

#include <string_view>
#include <vector>

#include "model/language.h"
#include "templates/rendering.h"

namespace templates {

/// The names in braces of a wording: "{n} slogans" → n.
std::vector<std::string_view> placeholders(const model::Wording& wording);

/// The words for a key, in the language of the page or of the argument `lang`; where they are missing there, in the
/// default language. `arguments` begin with the key, and `labels` are their names.
Operand words(Rendering& rendering, const std::vector<std::string_view>& labels, std::span<const Operand> arguments);

}  // namespace templates
