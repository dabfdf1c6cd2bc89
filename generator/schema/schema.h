// What editors of text know of the files of content: a JSON Schema (draft-07) for each collection, made from its declaration, by which
// they complete and check while somebody types.
//
// A schema accepts everything that `load` accepts, and refuses most of what it refuses. It speaks the default language of the site.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "model/site.h"
#include "model/theme.h"

namespace schema {

/// One file `<collection>.json` for each collection of YAML, in their order. Front matter of Markdown is beyond what editors check.
std::vector<base::File> all(const model::Theme& theme, const model::Site& site);

/// How many schemas of a folder are new or changed, as they were, or gone.
struct Outcome {
  std::size_t changed = 0, same = 0, removed = 0;
};

/// Writes the files into a folder, which is made where it is not there, and removes the schemas of collections that are gone. A file
/// that loa did not make is left alone; where a schema would have its name, that is a Failure.
Outcome write(const std::string& folder, const std::vector<base::File>& files);

/// Begins every schema, by which loa knows its own.
constexpr std::string_view mark = "{\n  \"$comment\": \"Made by loa schema";

}  // namespace schema
