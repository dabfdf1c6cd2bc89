// Words of a text, and phrases of a theme among them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace checks {

/// Words in lower case, as they stand in a text.
using Words = std::vector<std::string>;

Words words_of(std::string_view text);

/// Phrases whose parts are words in lower case, or `#`: a number, in digits with whatever is behind them or in words; `#t` is one in
/// digits with a `t` behind it.
class Phrases {
 public:
  /// `numbers`: words that are numbers or parts of them.
  Phrases(const std::vector<std::string>& texts, const Words& numbers);

  bool is_empty() const { return phrases_.empty(); }
  /// The word behind the first phrase that stands at `at`; `at` where none does.
  std::size_t end_at(const Words& words, std::size_t at) const;
  bool stand_at(const Words& words, std::size_t at) const { return end_at(words, at) > at; }
  bool stand_before(const Words& words, std::size_t end) const { return begin_before(words, end) < end; }
  /// The first word of a phrase that ends before `end`; `end` where none does.
  std::size_t begin_before(const Words& words, std::size_t end) const;
  /// The first phrase among the words, from and to; what begins with one of `but` is passed over. Empty where there is none.
  std::pair<std::size_t, std::size_t> first_in(const Words& words, const Phrases* but = nullptr) const;

 private:
  std::size_t end_of(const Words& phrase, const Words& words, std::size_t at) const;

  std::vector<Words> phrases_;
  Words numbers_;
  std::size_t longest_ = 0;
};

}  // namespace checks
