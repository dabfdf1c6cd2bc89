// What an author wrote for a field, as the value that its kind makes of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "load/yaml.h"
#include "model/collection.h"
#include "model/site.h"

namespace load {

/// What a value may refer to, and whose words it is in.
struct Surroundings {
  const model::Site& site;                  ///< its entries exist already; their fields may not
  const std::vector<std::string>& media;    ///< files of the content that may be published, sorted
  std::string folder;                       ///< of the file that is read, below the content folder
  std::optional<std::size_t> language;      ///< of a Markdown file: a plain text is in this language
  base::Diagnostics& diagnostics;
};

/// The value, or null where there is none or it could not be understood (which has been reported).
model::Value read_value(const model::Field& field, const Node& node, const Surroundings& around);

/// All fields of a mapping, in the order of the declaration, nulls included. `of_what` names the whole in messages.
/// Fields in `given` come from elsewhere (a file's path) and may not stand in the mapping.
model::Record read_record(const std::vector<model::Field>& fields, const Node& node, std::string_view of_what,
                          const std::vector<std::string>& given, const Surroundings& around);

}  // namespace load
