// A theme's colours by day and by night: read, held to a contrast that can be read, and written as CSS.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "load/yaml.h"
#include "model/theme.h"

namespace load {

/// `"#b3261e"`, the same by day and by night, or `{light: …, dark: …}`.
model::Color read_color(const std::string& name, const Node& node, base::Diagnostics& diagnostics);

/// Two colours that lie on one another.
struct Meeting {
  std::string front, ground;
  double least = 0;   ///< the contrast that they need
  base::Place place;  ///< where the ground is named
};

/// `{text: {ink: [paper, surface]}, marks: {edge: [paper]}}`: text needs 4.5 to 1, marks 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
std::vector<Meeting> read_contrast(const Node& node, base::Diagnostics& diagnostics);

/// Reports every pair that cannot be told apart well enough, at the colour of the two that `site.yaml` chose, or else at the front one.
void check_contrast(const std::vector<model::Color>& colors, const std::vector<Meeting>& meetings, base::Diagnostics& diagnostics);

/// `:root { --name: #rrggbb; … }`, and the same for prefers-color-scheme: dark.
std::string colors_css(const std::vector<model::Color>& colors);

}  // namespace load
