// A new entry of any collection, made from its declaration.
#pragma once

#include <string>
#include <vector>

#include "model/site.h"
#include "scaffold/files.h"
#include "scaffold/yaml_writing.h"

namespace scaffold {

/// What has to be known before a file can be made: the names in the path of the collection's files, and of a list the id. A name of a list's
/// path that is no field (`{folder*}`) is not asked for: it goes to the file that is there.
std::vector<std::string> names_needed(const model::Collection& collection);

/// The field that a name in a path stands for; null for the id.
const model::Field* field_of(const model::Collection& collection, const std::string& name);

struct NewEntry {
  std::vector<ContentText> files;  ///< of Markdown one for each language
  std::vector<std::string> present;  ///< is there already: then nothing is to be written
};

/// Every field of the declaration with its label and help: with what is given, with a place to fill in where it must be there, else as a comment.
/// `given` has all that `names_needed` names, the id as "id". `language`: of the comments, in the site.
NewEntry begin_entry(const model::Site& site, const model::Collection& collection, const Given& given, std::size_t language);

}  // namespace scaffold
