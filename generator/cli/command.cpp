#include "cli/command.h"

namespace cli {

std::span<const Command> commands() {
  static constexpr Command table[] = {
      {"build", words::build, words::example_build, declare_build},
      {"check", words::check, words::example_check, declare_check},
      {"list", words::list, words::example_list, declare_list},
      {"manual", words::manual, words::example_manual, declare_manual, true},
      {"new", words::begin, words::example_new, declare_new},
      {"pack", words::pack, words::example_pack, declare_pack},
      {"rollback", words::rollback, words::example_rollback, declare_rollback},
      {"schema", words::schema, words::example_schema, declare_schema},
      {"serve", words::serve, words::example_serve, declare_serve},
      {"translations", words::translations, words::example_translations, declare_translations},
      {"unpack", words::unpack, words::example_unpack, declare_unpack},
  };
  return table;
}

}  // namespace cli
