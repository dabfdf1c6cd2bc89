#include <iostream>
#include <memory>

#include "base/file.h"
#include "cli/command.h"
#include "cli/completion.h"
#include "cli/man_page.h"

namespace cli {

namespace {

constexpr Words folder{"Thư mục ghi vào, xếp như share/ của hệ thống.", "Folder to write to, laid out like share/ of a system."};

Status write(const std::string& into) {
  const auto commands = declared_commands();
  const auto put = [&into](const std::string& path, const std::string& text) { base::write(base::join(into, path), text); };
  for (const auto& [tongue, where] : {std::pair{base::Tongue::en, "man/man1/"}, std::pair{base::Tongue::vi, "man/vi/man1/"}}) {
    put(std::string(where) + "loa.1", man_page(commands, tongue));
    for (const auto& command : commands) put(where + ("loa-" + command.name) + ".1", man_page(command, tongue));
  }
  put("bash-completion/completions/loa", bash_completion(commands));
  put("zsh/vendor-completions/_loa", zsh_completion(commands));
  put("fish/vendor_completions.d/loa.fish", fish_completion(commands));
  return done;
}

}  // namespace

Command::Run declare_manual(Options& options) {
  auto into = std::make_shared<std::string>("manual");
  options.text("--output", *into, folder, "DIR [manual]");
  return [into](const Manner&) { return write(*into); };
}

}  // namespace cli
