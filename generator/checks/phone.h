// Phone numbers in a text, in the ways that they are written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace checks {

/// The end of a number that begins at `begin` and has as many digits as one that can be dialled; `begin` where there is none. It
/// begins with `0`, `+` or one of the codes of countries. Groups are parted by one blank, dot, dash or bracket. `is_next`: right
/// behind another number and one sign (`0912345678/0987654321`).
std::size_t end_of_phone(std::string_view text, std::size_t begin, const std::vector<std::string>& country_codes, bool is_next);

/// The last nine digits: what two ways of writing one number have in common (`0912 345 678`, `+84 912 345 678`).
std::string phone_key(std::string_view number);

}  // namespace checks
