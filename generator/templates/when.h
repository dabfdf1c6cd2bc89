// Dates in words, as each language writes them.
//
// Every word, and the order of the words, is a pattern of the language (model::DateForms); this room only chooses the
// pattern. Where a pattern or a name in it is missing, the whole date is written in EDTF: plain, but never wrong.
#pragma once

#include <string>

#include "model/language.h"
#include "model/when.h"

namespace templates {

/// As in a sentence: "ngày 01 tháng 6 năm 2024", "1 to 30 June 2024".
std::string format(const model::When& when, const model::Language& language);

/// As in a table: "01/6/2024", "1–30 June 2024".
std::string format_short(const model::When& when, const model::Language& language);

}  // namespace templates
