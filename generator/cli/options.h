// What a person types behind a command, declared once and read into variables. CLI11 is sealed in options.cpp.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/declared.h"

namespace CLI {
class App;
}

namespace cli {

/// Declares the options of one command. Each value lands in the variable that is given here, which has to live until the command
/// line was understood; a value that nobody types leaves it as it is.
class Options {
 public:
  /// What is wrong with a value, in the tongue of the messages; nothing where it is right.
  using Check = std::function<std::string(const std::string&)>;

  Options(CLI::App& app, base::Tongue tongue) : app_(app), tongue_(tongue) {}

  /// `value` is shown in the help: "DIR [public]".
  void text(const char* name, std::string& into, const Words& about, const char* value, Check check = {});
  void texts(const char* name, std::vector<std::string>& into, const Words& about, const char* value);
  void number(const char* name, int& into, const Words& about, const char* value, int least, int most);
  void choice(const char* name, std::string& into, const Words& about, const std::vector<std::string>& choices);
  void flag(const char* name, bool& into, const Words& about);
  /// Words that stand by their place, without a name in front; at least one where they are required.
  void words(const char* name, std::vector<std::string>& into, const Words& about, bool required);

  /// All words that are no option of those above, in their order, `--name` among them.
  void rest(std::vector<std::string>& into);

  base::Tongue tongue() const { return tongue_; }
  /// All of the above, as they were declared.
  const std::vector<DeclaredOption>& declared() const { return declared_; }

 private:
  CLI::App& app_;
  base::Tongue tongue_;
  std::vector<DeclaredOption> declared_;
};

}  // namespace cli
