// A theme's colours as CSS: custom properties, by day and by night.
#pragma once

#include <string>
#include <vector>

#include "model/theme.h"

namespace load {

/// `:root { --name: #rrggbb; … }`, and the same for prefers-color-scheme: dark.
std::string colors_css(const std::vector<model::Color>& colors);

}  // namespace load
