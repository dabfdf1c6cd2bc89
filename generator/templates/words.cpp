#include "templates/words.h"

#include <algorithm>

#include "base/text.h"
#include "templates/printer.h"

namespace templates {
namespace {

/// Calls `text(piece)` and `name(name)` for the pieces of a wording in turn.
template <class Text, class Name>
void split(std::string_view wording, Text&& text, Name&& name) {
  while (!wording.empty()) {
    const std::size_t open = std::min(wording.find('{'), wording.size());
    text(wording.substr(0, open));
    wording.remove_prefix(open);
    if (wording.empty()) return;
    const std::size_t close = wording.find('}');
    if (close == wording.npos) return text(wording);
    name(wording.substr(1, close - 1));
    wording.remove_prefix(close + 1);
  }
}

/// The form of a wording for a number; that for "other" where there is no number.
const std::string& form_for(const model::Wording& wording, const Operand* number, std::string_view tag) {
  auto found = wording.end();
  if (number && number->form == Operand::Form::number) found = wording.find(base::plural_category(number->number, tag));
  if (found == wording.end()) found = wording.find("other");
  return found == wording.end() ? wording.begin()->second : found->second;
}

}  // namespace

std::vector<std::string_view> placeholders(const model::Wording& wording) {
  std::vector<std::string_view> names;
  for (const auto& [category, text] : wording)
    split(
        text, [](std::string_view) {},
        [&](std::string_view name) {
          if (std::ranges::find(names, name) == names.end()) names.push_back(name);
        });
  return names;
}

Operand words(Rendering& rendering, const std::vector<std::string_view>& labels, std::span<const Operand> arguments) {
  const auto& languages = rendering.context.site.languages;
  const auto given = [&](std::string_view name) -> const Operand* {
    const auto found = std::ranges::find(labels, name);
    return found == labels.end() ? nullptr : &arguments[static_cast<std::size_t>(found - labels.begin())];
  };
  std::size_t language = rendering.context.language;
  if (const Operand* tag = given("lang")) {
    const std::string_view wanted = text_of(rendering, *tag, language, "t");
    const auto found = std::ranges::find(languages, wanted, &model::Language::tag);
    if (found != languages.end())
      language = static_cast<std::size_t>(found - languages.begin());
    else
      rendering.mistake(base::Code::unknown_language, {std::string(wanted)});
  }
  const std::string_view key = text_of(rendering, arguments.front(), language, "t");
  const model::Wording* wording = languages[language].find(key);
  if (!wording) wording = languages[language = 0].find(key);
  if (!wording || wording->empty()) {
    rendering.mistake(base::Code::template_undefined, {std::string(key)});
    return {};
  }
  const std::string& text = form_for(*wording, given("n"), languages[language].tag);
  if (text.find('{') == text.npos) return Operand(std::string_view(text));
  std::string filled;
  split(
      text, [&](std::string_view piece) { filled += piece; },
      [&](std::string_view name) {
        if (const Operand* value = given(name))
          filled += text_of(rendering, *value, language, "t");
        else
          rendering.mistake(base::Code::template_wrong_arguments,
                            {"t", "t(\"" + std::string(key) + "\", " + std::string(name) + "=…)"});
      });
  return Operand(rendering.keep(filled));
}

}  // namespace templates
