// What a date that is not understood was most likely to be, for those who write dates and hours as people do in Vietnam.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace load {

/// The numbers in a text, in their order: "ngày 1 tháng 6 năm 2024" has 1, 6 and 2024.
std::vector<std::string> numbers_in(std::string_view written);

/// "1/6/2024", "01-06-2024", "6/2024" or "ngày 1 tháng 6 năm 2024" in the form that is understood, be there such a day or
/// not; empty where it is something else.
std::string as_edtf(std::vector<std::string> numbers);

/// The same of all that is sure, and that there is: with a time of day ("8h30 ngày 1/6/2024", "2024-06-01 8:30") or from one day
/// to another ("1-30/6/2024", "từ 1/6 đến 5/6/2024"). Empty for anything else.
std::string meant_date(std::string_view written);

/// What a date that there cannot be was most likely to be: with the month first, "6/25/2024", that day; else, "31/6/2024", the last
/// of the month. Empty where there is no telling.
std::string nearest_day(std::vector<std::string> numbers);

}  // namespace load
