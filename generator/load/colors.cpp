#include "load/colors.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "load/attributes.h"
#include "load/suggest.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;
using model::Color;

namespace {

std::string read_hex(const Node& node, Diagnostics& diagnostics) {
  const std::string& text = node.text;
  if (text.size() == 7 && text.starts_with('#') && text.find_first_not_of("0123456789abcdefABCDEF", 1) == text.npos) return text;
  diagnostics.add(Diagnostic{Code::color_not_understood, node.place, {text}}.hint(Hint::expected_shape, {"\"#b3261e\""}));
  return "#000000";
}

/// Relative luminance, 0 to 1 (WCAG 2.2).
double luminance(const std::string& hex) {
  const auto part = [&](std::size_t at) {
    const double value = static_cast<double>(std::strtol(hex.substr(at, 2).c_str(), nullptr, 16)) / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

double contrast(const std::string& a, const std::string& b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

const Color* find(const std::vector<Color>& colors, const std::string& name) {
  const auto found = std::ranges::find(colors, name, &Color::name);
  return found == colors.end() ? nullptr : &*found;
}

}  // namespace

Color read_color(const std::string& name, const Node& node, Diagnostics& diagnostics) {
  Color color{name, "#000000", "#000000", node.place};
  if (node.shape == Node::Shape::scalar) {
    color.light = color.dark = read_hex(node, diagnostics);
    return color;
  }
  Attributes attributes(node, name, diagnostics);
  if (const Node* light = attributes.require("light")) color.light = color.dark = read_hex(*light, diagnostics);
  if (const Node* dark = attributes.take("dark")) color.dark = read_hex(*dark, diagnostics);
  attributes.finish();
  return color;
}

std::vector<Meeting> read_contrast(const Node& node, Diagnostics& diagnostics) {
  std::vector<Meeting> meetings;
  Attributes attributes(node, "contrast", diagnostics);
  for (const auto& [kind, least] : {std::pair{"text", 4.5}, std::pair{"marks", 3.0}})
    if (const Node* fronts = attributes.take_mapping(kind))
      for (const auto& front : fronts->pairs) {
        if (front.value.shape != Node::Shape::sequence) report_shape(front.value, front.key, "@list", diagnostics);
        for (const auto& ground : front.value.items) meetings.push_back({front.key, ground.text, least, ground.place});
      }
  attributes.finish();
  return meetings;
}

void check_contrast(const std::vector<Color>& colors, const std::vector<Meeting>& meetings, Diagnostics& diagnostics) {
  for (const auto& meeting : meetings) {
    const Color* front = find(colors, meeting.front);
    const Color* ground = find(colors, meeting.ground);
    if (!front || !ground) {
      const std::string& unknown = front ? meeting.ground : meeting.front;
      std::vector<std::string> names;
      for (const auto& color : colors) names.push_back(color.name);
      diagnostics.add(suggest({Code::unknown_option, meeting.place, {unknown, "colors"}}, unknown, names));
      continue;
    }
    for (const auto& [scheme, one, other] : {std::tuple{"light", front->light, ground->light}, std::tuple{"dark", front->dark, ground->dark}}) {
      const double found = contrast(one, other);
      if (found < meeting.least)
        diagnostics.add(Diagnostic{Code::contrast_too_low, (ground->of_site && !front->of_site ? ground : front)->place,
                                   {meeting.front, meeting.ground, scheme, fmt::format("{:.2f}", std::floor(found * 100) / 100), fmt::format("{}", meeting.least)}});
    }
  }
}

std::string colors_css(const std::vector<Color>& colors) {
  std::string light, dark;
  for (const auto& color : colors) {
    light += "  --" + color.name + ": " + color.light + ";\n";
    if (color.dark != color.light) dark += "    --" + color.name + ": " + color.dark + ";\n";
  }
  return ":root {\n  color-scheme: light dark;\n" + light + "}\n\n@media (prefers-color-scheme: dark) {\n  :root {\n" + dark + "  }\n}\n";
}

}  // namespace load
