// Texts and their translations: which ones are missing, and which are older than the text that they translate.
//
// What was translated from what is remembered by fingerprints of both texts, not by days and not by where they stand: so an item may
// move or get another before it, and a copy of the content knows as much as the original.
#pragma once

#include <string>
#include <vector>

#include "model/site.h"

namespace model {

/// One text of an entry in one language that is not the first of the site; or in the first, where only others say it.
struct Translation {
  enum class State { good, missing, stale } state = State::good;
  const Entry* entry = nullptr;
  std::string field;  ///< "sessions.2.venue"
  std::size_t language = 0;
  const Value* source = nullptr;  ///< never null: what there is in the first language that has it
  std::size_t source_language = 0;
  const Value* said = nullptr;    ///< null where it is missing
  TranslationPair pair;           ///< as it is now

  /// Where an author can change it.
  base::Place place() const { return said ? said->place : source->place; }
};

/// Every translation of the entries of the site, those that are hidden too, in the order of the collections.
std::vector<Translation> translations_of(const Site& site);

/// The memory brought up to date: what is good is known from now on, what is stale stays so, and what is not there any more is forgotten.
TranslationMemory remembered(const std::vector<Translation>& all, const TranslationMemory& before);

/// The words of a text or prose, as one text.
std::string words_of(const Value& value);

}  // namespace model
