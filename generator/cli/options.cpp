#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

#include "base/text.h"
#include "cli/command.h"
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

constexpr Words no_command{"không có lệnh `{0}`", "there is no command `{0}`"};
constexpr Words not_understood{"không hiểu `{0}`", "`{0}` is not understood"};
constexpr Words needs_value{"sau `{0}` cần một giá trị", "`{0}` needs a value behind it"};
constexpr Words not_one_of{"`{0}` không phải là {1}", "`{0}` is not {1}"};
constexpr Words not_in_range{"`{0}` không phải là số từ {1} đến {2}", "`{0}` is no number from {1} to {2}"};
constexpr Words see_help{"Xem `{0} --help`.", "See `{0} --help`."};
constexpr Words usage{"Cách dùng", "Usage"}, of_options{"LỰA CHỌN", "OPTIONS"}, of_commands{"LỆNH", "COMMAND"}, options_heading{"Lựa chọn", "Options"}, commands_heading{"Lệnh", "Commands"};

/// "; did you mean `serve`?", or nothing where no name is near.
std::string meant(const std::string& word, const std::vector<std::string>& names, Tongue tongue) {
  const auto near = base::nearest(word, names);
  const auto& hint = base::text(base::Hint::did_you_mean);
  return near.empty() ? "" : "; " + base::fill(tongue == Tongue::vi ? hint.vi : hint.en, {near});
}

/// What is wrong with a command line. The library's own words are English, and some speak of types.
std::string told(const CLI::App& app, const CLI::ParseError& error, int argc, const char* const* argv, Tongue tongue) {
  const std::string what = error.what(), option = what.substr(0, what.find(':'));
  const auto used = app.get_subcommands();
  const std::string help = base::fill(see_help.in(tongue), {used.empty() ? "loa" : "loa " + used.front()->get_name()});
  if (used.empty() && argc > 1 && argv[1][0] != '-') {
    std::vector<std::string> names;
    for (const auto& command : commands()) names.emplace_back(command.name);
    return base::fill(no_command.in(tongue), {argv[1]}) + meant(argv[1], names, tongue) + "\n" + help;
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    constexpr Words behind_command{"`{0}` đứng sau tên lệnh, ví dụ: loa check {0} …", "`{0}` stands behind the command, for example: loa check {0} …"};
    auto rest = used.empty() ? std::vector<std::string>() : used.front()->remaining();
    if (rest.empty()) rest = app.remaining();
    const std::string word = rest.empty() ? std::string(argv[1]) : rest.front();
    std::vector<std::string> names;
    for (const auto& command : declared_commands())
      if (used.empty() || command.name == used.front()->get_name())
        for (const auto& known : command.options) names.emplace_back(known.name);
    if (std::ranges::count(names, word)) return base::fill(behind_command.in(tongue), {word}) + "\n" + help;
    const bool may_be_meant = !used.empty() && word.starts_with("--");
    return base::fill(not_understood.in(tongue), {word}) + (may_be_meant ? meant(word, names, tongue) : "") + "\n" + help;
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return base::fill(needs_value.in(tongue), {option}) + "\n" + help;
  return what + "\n" + help;
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
  app_.add_option(name, into, text_of(about, tongue_))->option_text(value)->check([tongue = tongue_, least, most](const std::string& typed) {
    int number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    const bool is_number = !typed.starts_with('0') && error == std::errc() && end == typed.data() + typed.size() && number >= least && number <= most;
    return is_number ? std::string() : base::fill(not_in_range.in(tongue), {typed, std::to_string(least), std::to_string(most)});
  });
}

void Options::choice(const char* name, std::string& into, const Words& about, const std::vector<std::string>& choices) {
  const auto value = CLI::detail::join(choices, "|");
  declared_.push_back({name, about, value, choices});
  app_.add_option(name, into, text_of(about, tongue_))->option_text(value)->check([tongue = tongue_, choices](const std::string& typed) {
    const bool is_known = std::ranges::count(choices, typed) > 0;
    return is_known ? std::string() : base::fill(not_one_of.in(tongue), {typed, CLI::detail::join(choices, ", ")});
  });
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
  app.option_defaults()->group(text_of(options_heading, tongue));
  app.set_help_flag("-h,--help", text_of(words::help, tongue));
  app.set_version_flag("--version", "loa " LOA_VERSION, text_of(words::version, tongue));
  app.footer(text_of(words::example_program, tongue));
  app.require_subcommand(0, 1);
  for (const auto& [name, heading] : {std::pair("Usage", usage), std::pair("OPTIONS", of_options), std::pair("SUBCOMMAND", of_commands)}) app.get_formatter()->label(name, text_of(heading, tongue));

  Common common;
  std::vector<std::pair<CLI::App*, Command::Run>> known;
  for (const auto& command : commands()) {
    CLI::App* sub = app.add_subcommand(command.name, text_of(command.about, tongue));
    sub->set_help_flag("-h,--help", text_of(words::help, tongue));
    sub->footer(text_of(command.examples, tongue));
    Options options(*sub, tongue);
    known.emplace_back(sub, declare(command, options, common));
    sub->group(command.hidden ? "" : text_of(commands_heading, tongue));
  }

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool asks_for_help = error.get_exit_code() == 0;
    if (asks_for_help) app.exit(error);
    else std::cerr << told(app, error, argc, argv, tongue) << '\n';
    status = asks_for_help ? Status::done : Status::wrong_use;
    return std::nullopt;
  }
  for (auto& [sub, run] : known)
    if (sub->parsed()) return Asked{{tongue, common.format == "json" ? Format::json : Format::text}, std::move(run)};
  std::cerr << words::needs_command.in(tongue) << '\n';
  status = Status::wrong_use;
  return std::nullopt;
}

}  // namespace cli
