#include "load/when_meant.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "base/text.h"
#include "model/when.h"

namespace load {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_understood(const std::string& edtf) { return !edtf.empty() && std::holds_alternative<model::When>(model::parse_when(edtf)); }

/// A number and what stands before it, up to the number before.
struct Part {
  std::string_view before, number;
};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_of("0123456789", at), text.size());
    std::size_t end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    parts.push_back({text.substr(at, begin - at), text.substr(begin, end - begin)});
    at = end;
  }
  return parts;  // the last one may have no number
}

/// One end: the numbers of its date, and its time as "T08:30".
struct Side {
  std::vector<std::string> date;
  std::string time;
};

std::string two_digits(std::string_view number) { return std::string(number.size() == 1 ? 1 : 0, '0').append(number); }

bool says_hour(std::string_view behind) {
  const auto said = trimmed(behind);
  const auto word = said.substr(0, said.find_first_of(" -–,"));
  return word == "h" || word == "gio" || said == ":";
}

/// The hour as clocks count to 24, from "2h chieu": 14.
std::string hour_of(std::string_view number, std::string_view all) {
  const bool is_late = all.find("chieu") != all.npos || all.find(" toi") != all.npos || all.find("pm") != all.npos;
  const int hour = std::stoi(std::string(number));
  return two_digits(std::to_string(is_late && hour < 12 ? hour + 12 : hour));
}

/// Between the two ends: a word, or a sign that is not the one between the numbers of a date.
bool is_between(const std::vector<Part>& parts, std::size_t at) {
  const auto sign = trimmed(parts[at].before);
  for (const std::string_view word : {"den", "to", "until"})
    if (sign.starts_with(word) && (sign.size() == word.size() || sign[word.size()] == ' ')) return true;
  if (sign.ends_with(" den") || sign.ends_with("–") || sign.ends_with("—") || sign.ends_with("->") || sign.ends_with("h-") || sign.ends_with("h -") || sign.starts_with("- ")) return true;
  const auto times = [&](std::string_view one, bool spaced) {
    return std::count_if(parts.begin() + 1, parts.end(), [&](const Part& part) { return !part.number.empty() && (spaced ? part.before == one : trimmed(part.before) == one); });
  };
  const auto others = [&](std::string_view one) { return times(one, false) > 0; };
  if (sign == "-") return (times("-", false) == 1 && (others("/") || others(".") || parts.back().before.find("nam") != std::string_view::npos)) || (parts[at].before == " - " && times(" - ", true) == 1 && times("-", true) > 0);
  return sign == "/" && times("/", false) == 1 && times("-", false) > 1;
}

/// The two ends of a text, or the first alone; nothing where there are more.
std::vector<Side> sides_of(std::string_view text) {
  const auto parts = parts_of(text);
  std::vector<Side> sides(1);
  bool is_behind_time = false;
  for (std::size_t i = 0; i < parts.size() && !parts[i].number.empty(); ++i) {
    const auto behind = i + 1 < parts.size() ? parts[i + 1].before : std::string_view();
    const bool is_hour = parts[i].number.size() <= 2 && says_hour(behind);
    if (i > 0 && (is_between(parts, i) || (is_hour && is_behind_time && trimmed(parts[i].before) == "-"))) sides.emplace_back();
    Side& side = sides.back();
    is_behind_time = is_hour;
    if (!is_hour) {
      side.date.emplace_back(parts[i].number);
      continue;
    }
    if (!side.time.empty()) return {};
    const auto sign = trimmed(behind);
    const bool has_minute = i + 1 < parts.size() && parts[i + 1].number.size() == 2 && (sign == "h" || sign == ":" || sign == "gio");
    side.time = "T" + hour_of(parts[i].number, text) + ":" + (has_minute ? std::string(parts[i + 1].number) : "00");
    if (has_minute) ++i;
  }
  return sides;
}

/// Day first, the year last.
void put_year_last(std::vector<std::string>& numbers) {
  if (!numbers.empty() && numbers.front().size() == 4) std::ranges::reverse(numbers);
}

/// What one end of two leaves to the other: "1-5/6/2024", "8h-11h 1/6/2024".
void complete(Side& side, const Side& other) {
  if (side.date.empty()) side.date = other.date;
  else if (side.date.size() < other.date.size() && side.date.back().size() != 4) side.date.insert(side.date.end(), other.date.begin() + static_cast<std::ptrdiff_t>(side.date.size()), other.date.end());
}

std::string written(const Side& side) {
  const auto date = as_edtf(side.date);
  return date.empty() || (!side.time.empty() && side.date.size() != 3) ? "" : date + side.time;
}

}  // namespace

std::vector<std::string> numbers_in(std::string_view written) {
  std::vector<std::string> numbers;
  for (const auto& part : parts_of(written))
    if (!part.number.empty()) numbers.emplace_back(part.number);
  return numbers;
}

std::string as_edtf(std::vector<std::string> numbers) {
  put_year_last(numbers);  // 2024-6, with the year first but not all digits
  if (numbers.size() < 2 || numbers.size() > 3 || numbers.back().size() != 4) return "";
  std::string edtf = numbers.back();
  for (std::size_t i = numbers.size() - 1; i-- > 0;) {
    if (numbers[i].empty() || numbers[i].size() > 2) return "";
    edtf.append("-").append(two_digits(numbers[i]));
  }
  return edtf;
}

std::string meant_date(std::string_view text) {
  const auto folded = base::fold(text);
  for (const std::string_view other : {"quy ", "tuan ", "quarter", "week"})  // no day and no month
    if (folded.find(other) != folded.npos) return "";
  auto sides = sides_of(folded);
  for (auto& side : sides) put_year_last(side.date);
  std::string edtf;
  if (sides.size() == 1) edtf = written(sides[0]);
  if (sides.size() == 2) {
    complete(sides[0], sides[1]);
    complete(sides[1], sides[0]);
    const auto begin = written(sides[0]), end = written(sides[1]);
    if (!begin.empty() && !end.empty()) edtf = begin + "/" + end;
  }
  if (!is_understood(edtf)) edtf = as_edtf(numbers_in(text));
  return is_understood(edtf) ? edtf : "";
}

std::string nearest_day(std::vector<std::string> numbers) {
  if (numbers.size() != 3) return "";
  if (numbers[0].size() == 4) std::swap(numbers[0], numbers[2]);
  auto swapped = numbers;
  std::swap(swapped[0], swapped[1]);
  for (auto& order : {numbers, swapped}) {
    if (const auto edtf = as_edtf(order); is_understood(edtf)) return edtf;
    for (const char* last : {"30", "29", "28"})
      if (const auto edtf = as_edtf({last, order[1], order[2]}); order[0] > last && is_understood(edtf)) return edtf;
  }
  return "";
}

}  // namespace load
