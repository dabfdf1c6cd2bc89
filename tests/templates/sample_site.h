// A small site with one value of each type, for templates that need something to show.
#pragma once

#include <deque>

#include "templates/small_site.h"

namespace tests {

/// Globals: `site` (title, base_url), `forums` (three entries), `forum` (the first of them), `page` (its page),
/// `nothing`.
///
///     title     text in both languages; that of the second forum is Vietnamese only
///     place     a reference; `place.name` is text
///     when      2024-06-01/2024-06-30, --06-01, to be announced with wording and note
///     status    a choice; `planned` has a label, `held` has none
///     share     a quantity; 144/200 communes, 90%, 1234.5
///     about     prose; link, source, poster: links and a file; sessions: a list of records; open: yes-no; year: a
///     number
class SampleSite : public SmallSite {
 public:
  SampleSite();

 private:
  void add_routes();
  model::Value status(int number) const;
  std::deque<model::Option> options_;
  std::deque<model::PageDeclaration> declarations_;
};

/// What the sample site makes of a text: the page, or else the messages.
std::string sample_of(std::string text, std::size_t language = 0);

}  // namespace tests
