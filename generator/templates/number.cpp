#include "templates/number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace templates {
namespace {

/// "-1234.5" in the room given; the largest number has 309 digits.
using Room = std::array<char, 400>;

std::string_view digits(double number, Room& room) {
  constexpr int most_decimals = 6;
  if (!std::isfinite(number)) return "0";
  const auto end =
      std::to_chars(room.data(), room.data() + room.size(), number, std::chars_format::fixed, most_decimals).ptr;
  std::string_view text(room.data(), static_cast<std::size_t>(end - room.data()));
  text = text.substr(0, text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.remove_suffix(1);
  return text == "-0" ? "0" : text;
}

}  // namespace

void append_plain_number(std::string& out, double number) {
  Room room;
  out += digits(number, room);
}

void append_number(std::string& out, double number, const model::NumberForms& forms) {
  Room room;
  std::string_view text = digits(number, room);
  if (text.starts_with('-')) {
    out += '-';
    text.remove_prefix(1);
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) out += forms.group;
    out += text[i];
  }
  if (point < text.size()) (out += forms.decimal) += text.substr(point + 1);
}

}  // namespace templates
