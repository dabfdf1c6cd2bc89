#include "checks/phrases.h"

#include <algorithm>

#include "base/text.h"
#include "checks/characters.h"

namespace checks {

namespace {

Words split(std::string_view text) {
  Words words;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

Words words_of(std::string_view text) { return split(base::words(text)); }

Phrases::Phrases(const std::vector<std::string>& texts, const Words& numbers) : numbers_(numbers) {
  for (const auto& text : texts)
    if (auto phrase = split(base::lower(text)); !phrase.empty()) {
      longest_ = std::max(longest_, phrase.size());
      phrases_.push_back(std::move(phrase));
    }
}

std::size_t Phrases::end_of(const Words& phrase, const Words& words, std::size_t at) const {
  std::size_t i = at;
  for (const auto& part : phrase) {
    if (i == words.size()) return at;
    const auto& word = words[i++];
    if (part.front() != '#') {
      if (word != part) return at;
    } else if (is_digit(word.front())) {
      if (part.size() > 1 && word.substr(std::min(word.find_first_not_of("0123456789"), word.size())) != part.substr(1)) return at;
    } else {
      const auto is_number = [&](const std::string& one) { return std::ranges::find(numbers_, one) != numbers_.end(); };
      if (part.size() > 1 || !is_number(word)) return at;
      while (i < words.size() && is_number(words[i])) ++i;
    }
  }
  return i;
}

std::size_t Phrases::end_at(const Words& words, std::size_t at) const {
  for (const auto& phrase : phrases_)
    if (const auto end = end_of(phrase, words, at); end > at) return end;
  return at;
}

std::size_t Phrases::begin_before(const Words& words, std::size_t end) const {
  for (std::size_t at = end - std::min(end, longest_ + 1); at < end; ++at)  // a number in words may be two
    for (const auto& phrase : phrases_)
      if (end_of(phrase, words, at) == end) return at;
  return end;
}

std::pair<std::size_t, std::size_t> Phrases::first_in(const Words& words, const Phrases* but) const {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (const auto passed = but ? but->end_at(words, at) : at; passed > at) {
      at = passed - 1;
      continue;
    }
    if (const auto end = end_at(words, at); end > at) return {at, end};
  }
  return {0, 0};
}

}  // namespace checks
