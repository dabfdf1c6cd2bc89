// What values say in plain text, for files that are no pages.
#pragma once

#include <string>
#include <vector>

#include "model/event.h"

namespace outputs {

/// The words of values in one language (another's, where it lacks them), as a page would print them.
class Words {
 public:
  Words(const model::Site& site, std::size_t language) : site_(site), language_(language) {}

  /// A text, date, phone number, a number as programs write it, a choice's label, a reference's title; empty for all else.
  std::string of(const model::Value& value) const;
  /// The official wording of a date, or the date in words.
  std::string of(const model::Dated& dated) const;
  std::string of(const model::Translated& text) const;
  /// What the paths lead to, without what is empty, with `between` between.
  std::string joined(const std::vector<model::Path>& paths, const model::Record& item, const model::Entry& entry, std::string_view between) const;

 private:
  const model::Site& site_;
  std::size_t language_;
};

/// The address of an entry's page with https:// and host; empty where it has none.
std::string page_address(const model::Site& site, const model::Entry& entry, std::size_t language);

/// The address where an entry is shown: its page, or else its place on the list of its collection; empty where there is neither.
std::string shown_address(const model::Site& site, const model::Entry& entry, std::size_t language);

}  // namespace outputs
