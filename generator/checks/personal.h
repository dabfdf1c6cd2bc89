// What in a text may tell who somebody is: phone numbers, e-mail addresses, and full names beside an age, a school or a home.
//
// Which words are names and what tells a person is knowledge of a language, and comes from the theme.
#pragma once

#include <array>
#include <bitset>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/phrases.h"
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
  struct Name {
    std::string text;
    bool is_in_capitals, is_prefix;  ///< a prefix has no blank behind it: `H'`
  };
  class Topic;
  struct Sentence;

  std::size_t name_at(std::string_view text, std::size_t begin) const;
  std::size_t unlisted_name_at(std::string_view text, std::size_t begin) const;
  bool has_name(std::string_view text, std::size_t begin, std::size_t end) const;
  bool is_public(const Sentence& sentence) const;
  bool is_young(const std::string& word) const;
  std::string age_in(const Words& words, bool any) const;
  std::string age_beside(std::string_view text, std::size_t begin, std::size_t end) const;
  std::string what_tells(std::string_view text, std::size_t begin, std::size_t end, Topic& topic) const;

  const std::vector<std::string>& mail_hosts_;
  const std::vector<std::string>& country_codes_;
  Phrases people_, details_, ages_, groups_, public_, public_behind_, not_names_, before_places_;
  Words numbers_;
  std::vector<std::pair<int, int>> young_;    ///< ages and years of birth, from and to
  std::array<std::vector<Name>, 256> names_;  ///< family names by their first byte
  std::array<bool, 256> stops_{};             ///< bytes with which something may begin
  std::bitset<65536> begins_;                 ///< two bytes with which a family name begins
};

}  // namespace checks
