// Numbers as a language writes them: "1.234,5" or "1,234.5".
#pragma once

#include <string>

#include "model/language.h"

namespace templates {

/// At most six digits behind the decimal sign, and none that are only zeros.
void append_number(std::string& out, double number, const model::NumberForms& forms);

/// As JSON and addresses write it: "1234.5".
void append_plain_number(std::string& out, double number);

}  // namespace templates
