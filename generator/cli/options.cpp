#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "cli/parse.h"

namespace cli {

using base::Tongue;

namespace {

std::string text_of(const Words& words, Tongue tongue) { return std::string(words.in(tongue)); }

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

}  // namespace

void Options::text(const char* name, std::string& into, const Words& about, const char* value, Check check) {
  declared_.push_back({name, about, value});
  auto* option = app_.add_option(name, into, text_of(about, tongue_))->option_text(value)->take_last();
  if (check) option->check(std::move(check));
}

void Options::texts(const char* name, std::vector<std::string>& into, const Words& about, const char* value) {
  declared_.push_back({name, about, value});
  app_.add_option(name, into, text_of(about, tongue_))->option_text(value)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Options::number(const char* name, int& into, const Words& about, const char* value, int least, int most) {
  declared_.push_back({name, about, value});
  app_.add_option(name, into, text_of(about, tongue_))->option_text(value)->check(CLI::Range(least, most));
}

void Options::choice(const char* name, std::string& into, const Words& about, const std::vector<std::string>& choices) {
  const auto value = CLI::detail::join(choices, "|");
  declared_.push_back({name, about, value, choices});
  app_.add_option(name, into, text_of(about, tongue_))->check(CLI::IsMember(choices))->option_text(value);
}

void Options::flag(const char* name, bool& into, const Words& about) {
  declared_.push_back({name, about});
  app_.add_flag(name, into, text_of(about, tongue_));
}

void Options::words(const char* name, std::vector<std::string>& into, const Words& about, bool required) {
  declared_.push_back({name, about});
  app_.add_option(name, into, text_of(about, tongue_))->required(required)->option_text(" ");
}

void Options::rest(std::vector<std::string>& into) {
  app_.allow_extras();
  app_.final_callback([&into, app = &app_] { into = app->remaining(); });
}

Tongue tongue_of_environment() {
  for (const auto name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value) return std::string_view(value).starts_with("vi") ? Tongue::vi : Tongue::en;
  return Tongue::en;
}

namespace {

/// What was typed of the options that every command has.
struct Common {
  std::string messages, format = "text";
};

Command::Run declare(const Command& command, Options& options, Common& common) {
  auto run = command.declare(options);
  options.choice("--messages", common.messages, words::messages, {"vi", "en"});
  options.choice("--format", common.format, words::format, {"text", "json"});
  return run;
}

}  // namespace

std::vector<DeclaredCommand> declared_commands() {
  std::vector<DeclaredCommand> all;
  Common common;
  for (const auto& command : commands()) {
    if (command.hidden) continue;
    CLI::App app;
    Options options(app, Tongue::en);
    declare(command, options, common);
    all.push_back({command.name, command.about, command.examples, options.declared()});
  }
  return all;
}

std::optional<Asked> parse(int argc, const char* const* argv, int& status) {
  const Tongue tongue = tongue_asked_for(argc, argv);
  CLI::App app{text_of(words::program, tongue), "loa"};
  app.set_help_flag("-h,--help", text_of(words::help, tongue));
  app.set_version_flag("--version", "loa " LOA_VERSION, text_of(words::version, tongue));
  app.footer(text_of(words::example_program, tongue));
  app.require_subcommand(0, 1);

  Common common;
  std::vector<std::pair<CLI::App*, Command::Run>> known;
  for (const auto& command : commands()) {
    CLI::App* sub = app.add_subcommand(command.name, text_of(command.about, tongue));
    sub->set_help_flag("-h,--help", text_of(words::help, tongue));
    sub->footer(text_of(command.examples, tongue));
    Options options(*sub, tongue);
    known.emplace_back(sub, declare(command, options, common));
    if (command.hidden) sub->group("");
  }

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    status = app.exit(error) == 0 ? Status::done : Status::wrong_use;
    return std::nullopt;
  }
  for (auto& [sub, run] : known)
    if (sub->parsed()) return Asked{{tongue, common.format == "json" ? Format::json : Format::text}, std::move(run)};
  std::cerr << words::needs_command.in(tongue) << '\n';
  status = Status::wrong_use;
  return std::nullopt;
}

}  // namespace cli
