// Files of content that are about to be written.
#pragma once

#include <string>
#include <vector>

#include "model/translation.h"

namespace scaffold {

struct ContentText {
  std::string path;   ///< below the content folder
  std::string text;   ///< all of the file
  bool adds = false;  ///< to a file that is there already, and keeps all that was in it
  int to_confirm = 0;  ///< values in it that somebody still has to confirm
};

/// Writes all of them, each in one step. Throws Failure.
void write(const std::string& content, const std::vector<ContentText>& files);

/// Brings the memory of translations up to date, where something is new. Throws Failure.
void remember_translations(const model::Site& site, const std::vector<model::Translation>& all);

}  // namespace scaffold
