#include "load/colors.h"

namespace load {

std::string colors_css(const std::vector<model::Color>& colors) {
  std::string light, dark;
  for (const auto& color : colors) {
    light += "  --" + color.name + ": " + color.light + ";\n";
    if (color.dark != color.light) dark += "    --" + color.name + ": " + color.dark + ";\n";
  }
  return ":root {\n  color-scheme: light dark;\n" + light + "}\n\n@media (prefers-color-scheme: dark) {\n  :root {\n" + dark + "  }\n}\n";
}

}  // namespace load
