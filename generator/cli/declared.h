// A command line as it was declared, for what is made from it: manual pages, completion in shells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/words.h"

namespace cli {

/// An option (`--output`), or words that stand by their place (`file`).
struct DeclaredOption {
  std::string name;
  Words about;
  std::string value = {};                 ///< what the help shows behind it: "DIR [public]"; empty for a flag
  std::vector<std::string> choices = {};  ///< all values that there are; empty where any is

  bool is_named() const { return name.starts_with('-'); }
  bool takes_folder() const { return value.starts_with("DIR"); }
  bool takes_file() const { return value.starts_with("FILE") || name == "file"; }
};

struct DeclaredCommand {
  std::string name;
  Words about, examples;
  std::vector<DeclaredOption> options;
};

/// All commands that the help tells of, with their options, in its order.
std::vector<DeclaredCommand> declared_commands();

}  // namespace cli
