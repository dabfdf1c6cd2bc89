#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "cli/words.h"
#include "load/settings.h"
#include "model/when.h"

namespace cli {

using base::Tongue;

namespace {

std::string text(const Words& words, Tongue tongue) { return std::string(words.in(tongue)); }

/// The tongue is needed before the command line is understood, so it is looked for by itself first.
Tongue tongue_asked_for(int argc, const char* const* argv) {
  Tongue tongue = tongue_of_environment();
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    std::string_view value;
    if (word == "--messages" && i + 1 < argc) value = argv[i + 1];
    if (word.starts_with("--messages=")) value = word.substr(11);
    if (value == "vi") tongue = Tongue::vi;
    if (value == "en") tongue = Tongue::en;
  }
  return tongue;
}

/// Adds the options of one command to it; the values land in `invocation` and the two texts.
struct Declaration {
  Invocation invocation;
  std::string today, messages, format = "text";

  void say_how(CLI::App& app, Tongue tongue) {
    app.add_option("--messages", messages, text(words::messages, tongue))->check(CLI::IsMember({"vi", "en"}))->option_text("vi|en");
    app.add_option("--format", format, text(words::format, tongue))->check(CLI::IsMember({"text", "json"}))->option_text("text|json");
  }

  void say_where(CLI::App& app, Tongue tongue) {
    app.add_option("--output", invocation.options.output, text(words::output, tongue))->option_text("DIR [public]");
  }

  void say_for_whom(CLI::App& app, Tongue tongue) {
    app.add_flag("--portable", invocation.options.portable, text(words::portable, tongue));
    app.add_flag("--compress", invocation.options.compress, text(words::compress, tongue));
  }

  void say_what(CLI::App& app, Tongue tongue) {
    auto& options = invocation.options;
    app.add_option("--content", options.content, text(words::content, tongue))->option_text("DIR [content]");
    app.add_option("--theme", options.theme, text(words::theme, tongue))->option_text("DIR [themes/default]");
    app.add_option("--base-url", options.base_url, text(words::base_url, tongue))->option_text("URL")->check([tongue](const std::string& url) {
      return load::as_base_url(url).empty() ? "`" + url + "` " + text(words::not_a_base_url, tongue) : "";
    });
    app.add_option("--jobs", options.jobs, text(words::jobs, tongue))->option_text("N")->check(CLI::Range(1, 256));
    app.add_option("--today", today, text(words::today, tongue))->option_text("DATE")->check([tongue](const std::string& day) {
      return model::parse_day(day) ? "" : "`" + day + "` " + text(words::not_a_day, tongue);
    });
    app.add_flag("--strict", invocation.strict, text(words::strict, tongue));
  }
};

CLI::App* add_command(CLI::App& app, const char* name, const Words& about, const Words& examples, Tongue tongue) {
  CLI::App* command = app.add_subcommand(name, text(about, tongue));
  command->set_help_flag("-h,--help", text(words::help, tongue));
  command->footer(text(examples, tongue));
  return command;
}

}  // namespace

Tongue tongue_of_environment() {
  for (const auto name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value) return std::string_view(value).starts_with("vi") ? Tongue::vi : Tongue::en;
  return Tongue::en;
}

std::optional<Invocation> parse(int argc, const char* const* argv, int& status) {
  const Tongue tongue = tongue_asked_for(argc, argv);
  CLI::App app{text(words::program, tongue), "loa"};
  app.set_help_flag("-h,--help", text(words::help, tongue));
  app.set_version_flag("--version", "loa " LOA_VERSION, text(words::version, tongue));
  app.footer(text(words::example_program, tongue));
  app.require_subcommand(0, 1);

  Declaration declaration;
  declaration.invocation.options.jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  CLI::App* build = add_command(app, "build", words::build, words::example_build, tongue);
  CLI::App* check = add_command(app, "check", words::check, words::example_check, tongue);
  CLI::App* rollback = add_command(app, "rollback", words::rollback, words::example_rollback, tongue);
  declaration.say_what(*build, tongue);
  declaration.say_where(*build, tongue);
  declaration.say_for_whom(*build, tongue);
  declaration.say_what(*check, tongue);
  declaration.say_where(*rollback, tongue);
  for (auto* command : {build, check, rollback}) declaration.say_how(*command, tongue);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    status = app.exit(error) == 0 ? Status::done : Status::wrong_use;
    return std::nullopt;
  }
  if (app.get_subcommands().empty()) {
    std::cerr << words::needs_command.in(tongue) << '\n';
    status = Status::wrong_use;
    return std::nullopt;
  }
  Invocation invocation = declaration.invocation;
  invocation.command = build->parsed() ? Command::build : check->parsed() ? Command::check : Command::rollback;
  invocation.options.today = model::parse_day(declaration.today);
  invocation.options.base_url = load::as_base_url(invocation.options.base_url);
  invocation.tongue = tongue;
  invocation.format = declaration.format == "json" ? Format::json : Format::text;
  return invocation;
}

}  // namespace cli
