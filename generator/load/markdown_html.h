// The last touch on HTML from the Markdown library: ids for headings, tables that can be moved, no outdated attributes.
//
// It walks over the tags, not the text: between `<` and `>` there is only what the library wrote, since it escapes both
// in everything of the author's.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/value.h"

namespace load {

/// From the address of a picture, decoded, to further attributes: `srcset="…" width="…"`.
using PictureAttributes = std::map<std::string, std::string, std::less<>>;

/// `headings` are those of the text, in its order.
std::string dress(std::string_view html, const std::vector<model::Prose::Heading>& headings, const PictureAttributes& pictures);

}  // namespace load
