// What in a text may tell who somebody is: phone numbers, e-mail addresses, and full names beside an age, a school or a home.
//
// Which words are names and what tells a person is knowledge of a language, and comes from the theme.
#pragma once

#include <array>
#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"

namespace checks {

struct Personal {
  enum class What { phone, email, person } what;
  std::string_view text;  ///< as it stands there
  std::string beside;     ///< of a person: what stands beside the name, in lower case
};

class PersonalWords {
 public:
  explicit PersonalWords(const model::Privacy& privacy);

  /// In their order. Most texts are looked at byte by byte, once.
  std::vector<Personal> in(std::string_view text) const;

  /// Whether an address, in lower case, is one that anybody gets for himself.
  bool is_of_personal_host(std::string_view address) const;

 private:
  /// Words in lower case; `#` stands for one that begins with a digit.
  using Phrase = std::vector<std::string>;

  static std::vector<Phrase> phrases(const std::vector<std::string>& texts);
  std::size_t name_at(std::string_view text, std::size_t begin) const;
  std::string what_tells(std::string_view text, std::size_t begin, std::size_t end) const;

  const std::vector<std::string>& mail_hosts_;
  std::vector<Phrase> people_, details_, public_, not_names_;
  std::array<std::vector<std::string>, 256> names_;  ///< family names, each with the blank behind it, by their first byte
  std::array<bool, 256> stops_{};                    ///< bytes with which something may begin
  std::bitset<65536> begins_;                        ///< two bytes with which a family name begins
};

/// The last nine digits: what two ways of writing one number have in common (`0912 345 678`, `+84 912 345 678`).
std::string phone_key(std::string_view number);

}  // namespace checks
