// A command of the program: its words, its options and what it does. One file a command, one row of a table in command.cpp.
#pragma once

#include <functional>
#include <span>

#include "cli/options.h"

namespace cli {

enum class Format { text, json };

/// How a command speaks, whatever it does.
struct Manner {
  base::Tongue tongue = base::Tongue::en;
  Format format = Format::text;
};

/// Exit statuses of the program.
enum Status { done = 0, mistakes = 1, wrong_use = 2, machine_failed = 3 };

struct Command {
  /// Does what was typed, and tells what came of it. Throws Failure.
  using Run = std::function<Status(const Manner&)>;

  const char* name;
  Words about, examples;
  /// Declares the options; what it gives holds their values and is called once the line is understood.
  Run (*declare)(Options&);
  bool hidden = false;  ///< not for those who keep a site: not in the help
};

/// In the order of the help.
std::span<const Command> commands();

Command::Run declare_build(Options&);
Command::Run declare_check(Options&);
Command::Run declare_list(Options&);
Command::Run declare_manual(Options&);
Command::Run declare_new(Options&);
Command::Run declare_pack(Options&);
Command::Run declare_rollback(Options&);
Command::Run declare_schema(Options&);
Command::Run declare_serve(Options&);
Command::Run declare_translations(Options&);
Command::Run declare_unpack(Options&);

}  // namespace cli
