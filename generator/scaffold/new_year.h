// The next year from the last one: by what each field declares to become of it (carry, clear, confirm).
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"
#include "scaffold/files.h"

namespace scaffold {

struct NewYear {
  std::string from;                 ///< the year that it is made from; empty where there is none
  std::vector<ContentText> files;   ///< what is to be written
  std::vector<std::string> present; ///< what is there already and stays as it is
};

/// A collection belongs to years where its files say one in their path: a name of `files` is a field of kind `when` (`{period}/{place}/plan.yaml`).
/// Of these, the files of one year become files of the next: comments stay; a field that says `carry` keeps its value, `confirm` keeps it
/// as a proposal, `clear` leaves a place to fill in. They begin as drafts. An entry whose id is the year (of a list) gets one for the next.
/// `from`: empty for the last year before `year`. `language`: of the comments, in the site.
NewYear begin_year(const model::Site& site, const std::string& year, const std::string& from, std::size_t language, base::Sources& sources,
                   base::Diagnostics& diagnostics);

}  // namespace scaffold
