#include "cli/completion.h"

namespace cli {

using base::Tongue;

namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : std::string(between)) + word;
  return out;
}

std::string names_of(const std::vector<DeclaredCommand>& commands, std::string_view between) {
  std::vector<std::string> names;
  for (const auto& command : commands) names.push_back(command.name);
  return joined(names, between);
}

bool takes_files(const DeclaredCommand& command) {
  for (const auto& option : command.options)
    if (!option.is_named() && option.takes_file()) return true;
  return false;
}

/// Text between single quotes of a POSIX shell, with a backslash before each of `special`.
std::string quoted(std::string_view text, std::string_view special) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (special.find(c) != special.npos) out += '\\';
    out += c;
  }
  return out + "'";
}

/// The same of fish, which knows backslashes between quotes.
std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string zsh_option(const DeclaredOption& option, Tongue tongue) {
  std::string spec = option.name + (option.value.empty() ? "[" : "=[");
  for (const char c : option.about.in(tongue)) {
    if (c == '[' || c == ']' || c == '\\') spec += '\\';
    spec += c;
  }
  spec += "]";
  if (!option.value.empty()) spec += ":" + option.value.substr(0, option.value.find_first_of(" |:")) + ":";
  if (option.takes_folder()) spec += "_files -/";
  else if (option.takes_file()) spec += "_files";
  else if (!option.choices.empty()) spec += "(" + joined(option.choices, " ") + ")";
  return quoted(spec, "");
}

std::string zsh_in(const std::vector<DeclaredCommand>& commands, Tongue tongue) {
  const std::string help = quoted("(-h --help)", "") + "{-h,--help}" + quoted("[" + std::string(words::help.in(tongue)) + "]", "");
  std::string out = "    commands=(\n";
  for (const auto& command : commands) out += "      " + quoted(command.name + ":" + std::string(command.about.in(tongue)), "") + "\n";
  out += "    )\n    case $command in\n";
  for (const auto& command : commands) {
    out += "      " + command.name + ") options=(" + help;
    for (const auto& option : command.options)
      out += "\n        " + (option.is_named() ? zsh_option(option, tongue) : quoted("*:" + option.name + ":" + (option.takes_file() ? "_files" : ""), ""));
    out += ") ;;\n";
  }
  return out + "      *) options=(" + help + " " + quoted("--version[" + std::string(words::version.in(tongue)) + "]", "") + ") ;;\n    esac\n";
}

std::string fish_in(const std::vector<DeclaredCommand>& commands, Tongue tongue) {
  std::string out;
  const auto said = [tongue](const Words& words) { return " -d " + fish_quoted(words.in(tongue)) + "\n"; };
  out += "    complete -c loa -s h -l help" + said(words::help);
  out += "    complete -c loa -n __fish_use_subcommand -l version" + said(words::version);
  for (const auto& command : commands) {
    out += "    complete -c loa -n __fish_use_subcommand -a " + command.name + said(command.about);
    const std::string here = "    complete -c loa -n '__fish_seen_subcommand_from " + command.name + "'";
    for (const auto& option : command.options) {
      if (!option.is_named()) {
        if (option.takes_file()) out += here + " -F\n";
        continue;
      }
      out += here + " -l " + option.name.substr(option.name.find_first_not_of('-'));
      if (option.takes_folder()) out += " -x -a '(__fish_complete_directories)'";
      else if (option.takes_file()) out += " -r -F";
      else if (!option.choices.empty()) out += " -x -a " + fish_quoted(joined(option.choices, " "));
      else if (!option.value.empty()) out += " -x";
      out += said(option.about);
    }
  }
  return out;
}

}  // namespace

std::string bash_completion(const std::vector<DeclaredCommand>& commands) {
  std::string values, options;
  for (const auto& command : commands) {
    std::vector<std::string> names{"-h", "--help"};
    for (const auto& option : command.options) {
      if (!option.is_named()) continue;
      names.push_back(option.name);
      if (option.value.empty()) continue;
      values += "    " + command.name + "," + option.name + ") ";
      if (option.takes_folder()) values += "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\"); ";
      else if (option.takes_file()) values += "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\"); ";
      else if (!option.choices.empty()) values += "mapfile -t COMPREPLY < <(compgen -W " + quoted(joined(option.choices, " "), "") + " -- \"$cur\"); ";
      values += "return ;;\n";
    }
    options += "    " + command.name + ") words=" + quoted(joined(names, " "), "") + (takes_files(command) ? " files=yes" : "") + " ;;\n";
  }
  return "# Completion of loa in bash.\n"
         "_loa() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= words= files= i\n"
         "  COMPREPLY=()\n"
         "  # `--option=value` comes as three words.\n"
         "  if [[ $cur == = ]]; then cur=\n"
         "  elif [[ $prev == = && COMP_CWORD -gt 2 ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case ${COMP_WORDS[i]} in\n"
         "      " + names_of(commands, "|") + ") command=${COMP_WORDS[i]}; break ;;\n"
         "    esac\n"
         "  done\n"
         "  case $command,$prev in\n" + values +
         "  esac\n"
         "  case $command in\n"
         "    '') words='" + names_of(commands, " ") + " -h --help --version' ;;\n" + options +
         "  esac\n"
         "  if [[ -n $files && $cur != -* ]]; then\n"
         "    compopt -o filenames\n"
         "    mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
         "  else\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
         "  fi\n"
         "}\n"
         "complete -F _loa loa\n";
}

std::string zsh_completion(const std::vector<DeclaredCommand>& commands) {
  return "#compdef loa\n"
         "# Completion of loa in zsh.\n"
         "local command= word\n"
         "local -a commands options\n"
         "for word in ${words[2,CURRENT-1]}; do\n"
         "  case $word in\n"
         "    " + names_of(commands, "|") + ") command=$word; break ;;\n"
         "  esac\n"
         "done\n"
         "case $LC_ALL$LC_MESSAGES$LANG in\n"
         "  vi*)\n" + zsh_in(commands, Tongue::vi) +
         "    ;;\n"
         "  *)\n" + zsh_in(commands, Tongue::en) +
         "    ;;\n"
         "esac\n"
         "if [[ -n $command ]]; then\n"
         "  _arguments '1:: :' $options\n"
         "else\n"
         "  _describe -t commands loa commands\n"
         "  _arguments $options\n"
         "fi\n";
}

std::string fish_completion(const std::vector<DeclaredCommand>& commands) {
  return "# Completion of loa in fish.\n"
         "complete -c loa -f\n"
         "switch \"$LC_ALL$LC_MESSAGES$LANG\"\n"
         "  case 'vi*'\n" + fish_in(commands, Tongue::vi) +
         "  case '*'\n" + fish_in(commands, Tongue::en) +
         "end\n";
}

}  // namespace cli
