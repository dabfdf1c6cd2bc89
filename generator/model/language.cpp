#include "model/language.h"

#include <algorithm>

namespace model {

// Each name with what may stand in its braces. language.h says what each is for.
const std::vector<DatePattern>& DateForms::all() {
  static const std::vector<DatePattern> patterns = {
      {"day", "day day2 month month_number month_number2 year"},
      {"month", "month month_number month_number2 year"},
      {"year", "year"},
      {"season", "season year"},
      {"decade", "year to_year"},
      {"year_unstated", "year to_year"},
      {"month_unstated", "year"},
      {"day_unstated", "month month_number month_number2 year"},
      {"time", "hour hour2 minute2"},
      {"day_with_time", "date time"},
      {"days_in_month", "day day2 to_day to_day2 month month_number month_number2 year"},
      {"days_in_year",
       "day day2 month month_number month_number2 to_day to_day2 to_month to_month_number to_month_number2 year"},
      {"months_in_year", "month month_number month_number2 to_month to_month_number to_month_number2 year"},
      {"years", "year to_year"},
      {"times_in_day", "date from to"},
      {"range", "from to"},
      {"since", "date"},
      {"until_day", "date"},
      {"until_end", "date"},
      {"before", "day day2 month month_number month_number2 year"},
      {"begin_unknown", "date"},
      {"end_unknown", "date"},
      {"uncertain", "date"},
      {"approximate", "date"},
      {"yearly", "day day2 month month_number month_number2"},
      {"within", "span"},
      {"deadline", "date"},
      {"span_days", "n"},
      {"span_weeks", "n"},
      {"span_months", "n"},
      {"span_years", "n"},
      {"to_be_announced", ""},
      {"exact_day_to_be_announced", "date"},
  };
  return patterns;
}

const std::vector<std::string_view>& DateForms::names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> result;
    for (const auto& pattern : all()) result.push_back(pattern.name);
    return result;
  }();
  return names;
}

const DatePattern* DateForms::find(std::string_view name) {
  constexpr std::string_view categories[] = {"_zero", "_one", "_two", "_few", "_many", "_other"};
  if (name.ends_with("_short")) name = name.substr(0, name.rfind('_'));
  if (name.starts_with("span_") && std::ranges::find(categories, name.substr(name.rfind('_'))) != std::end(categories))
    name = name.substr(0, name.rfind('_'));
  const auto found = std::ranges::find(all(), name, &DatePattern::name);
  return found == all().end() ? nullptr : &*found;
}

const Wording* Language::find(std::string_view key) const {
  const auto found = strings.find(key);
  return found == strings.end() ? nullptr : &found->second;
}

}  // namespace model
