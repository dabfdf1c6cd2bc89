// Filters of text, numbers, dates and addresses.
#include <algorithm>

#include "base/text.h"
#include "templates/address.h"
#include "templates/attribute.h"
#include "templates/filter_work.h"
#include "templates/json.h"
#include "templates/number.h"
#include "templates/printer.h"
#include "templates/when.h"
#include "templates/words.h"

namespace templates::work {
namespace {

Operand in_page_language(Rendering& rendering, const Operand& operand) {
  return spoken(operand, rendering.context.language);
}

std::string_view text(Rendering& rendering, const Operand& operand, std::string_view what) {
  return text_of(rendering, operand, rendering.context.language, what);
}

/// The date of an operand, or of the EDTF text that it is; nothing, with a mistake, where it is neither.
std::optional<model::When> when_of(Rendering& rendering, const Operand& operand, std::string_view what) {
  auto when = date_of(operand);
  if (!when) rendering.wrong_value(what, operand);
  return when;
}

/// The language of a tag; nothing, with a mistake, where the site has none of it.
std::optional<std::size_t> language_called(Rendering& rendering, std::string_view tag) {
  const auto& languages = rendering.context.site.languages;
  const auto found = std::ranges::find(languages, tag, &model::Language::tag);
  if (found != languages.end()) return static_cast<std::size_t>(found - languages.begin());
  rendering.mistake(base::Code::unknown_language, {std::string(tag)});
  return std::nullopt;
}

/// The language that an argument names, or the page's where there is none.
std::size_t language_asked_for(Rendering& rendering, const Operand& tag, std::string_view what) {
  const std::size_t own = rendering.context.language;
  return tag.is_nothing() ? own : language_called(rendering, text(rendering, tag, what)).value_or(own);
}

}  // namespace

Operand url(Rendering& rendering, Arguments arguments) {
  const auto language = language_asked_for(rendering, arguments[1], "url");
  const Operand one = spoken(arguments[0], language);
  if (one.is_nothing()) return {};
  if (!has_address(one)) return rendering.wrong_value("url", one);
  return address_of(rendering, one, language);
}

Operand absolute_url(Rendering& rendering, Arguments arguments) {
  const auto language = language_asked_for(rendering, arguments[1], "absolute_url");
  const Operand one = spoken(arguments[0], language);
  if (one.is_nothing()) return {};
  if (!has_address(one)) return rendering.wrong_value("absolute_url", one);
  return absolute_address_of(rendering, one, language);
}

Operand asset(Rendering& rendering, Arguments arguments) {
  const std::string_view name = text(rendering, arguments[0], "asset");
  const auto found = rendering.assets.find(name);
  if (found != rendering.assets.end())
    return Operand(rendering.keep({rendering.context.site.base_path, found->second}), Operand::Form::address);
  rendering.mistake(base::Code::template_undefined, {std::string(name)});
  return {};
}

Operand date(Rendering& rendering, Arguments arguments) {
  const Operand one = in_page_language(rendering, arguments[0]);
  if (is_empty(one)) return {};
  const auto when = when_of(rendering, one, "date");
  if (!when) return {};
  const std::string_view form = text(rendering, arguments[1], "date");
  if (form == "short") return Operand(rendering.keep(format_short(*when, rendering.language())));
  if (!form.empty() && form != "long") rendering.mistake(base::Code::template_wrong_arguments, {"date", "date(form=)"});
  return Operand(rendering.keep(format(*when, rendering.language())));
}

Operand default_value(Rendering&, Arguments arguments) { return is_empty(arguments[0]) ? arguments[1] : arguments[0]; }

Operand edtf(Rendering& rendering, Arguments arguments) {
  const Operand one = in_page_language(rendering, arguments[0]);
  if (is_empty(one)) return {};
  const auto when = when_of(rendering, one, "edtf");
  return when ? Operand(rendering.keep(model::to_edtf(*when))) : Operand();
}

Operand days_to(Rendering& rendering, Arguments arguments) {
  std::optional<std::chrono::sys_days> ends[2];
  for (std::size_t i = 0; i < 2; ++i) {
    const Operand one = in_page_language(rendering, arguments[i]);
    if (is_empty(one)) return {};
    const auto when = when_of(rendering, one, "days_to");
    if (when) ends[i] = i == 0 ? when->last_day() : when->first_day();
    if (!ends[i]) return {};
  }
  return Operand(double((*ends[1] - *ends[0]).count()));
}

Operand iso(Rendering& rendering, Arguments arguments) {
  const Operand one = in_page_language(rendering, arguments[0]);
  if (is_empty(one)) return {};
  const auto when = when_of(rendering, one, "iso");
  if (!when || !when->first_day()) return {};
  return Operand(rendering.keep(model::to_iso(*when->first_day())));
}

Operand in_language(Rendering& rendering, Arguments arguments) {
  const auto found = language_called(rendering, text(rendering, arguments[1], "in_language"));
  if (!found) return {};
  const std::size_t language = *found;
  Operand one = arguments[0];
  if (one.form == Operand::Form::entry) one = title(*one.entry);
  if (one.form == Operand::Form::route) one = title(*one.route);
  if (one.form == Operand::Form::translated) {
    const Said said = say(*one.translated, language);
    if (said.fell_back) return {};
    one = said.value;
  }
  const bool has_forms = one.form == Operand::Form::number || one.get<model::Choice>() ||
                         one.get<base::Box<model::Dated>>() || one.get<base::Box<model::Quantity>>();
  return has_forms ? Operand(text_of(rendering, one, language, "in_language")) : one;
}

Operand json(Rendering& rendering, Arguments arguments) {
  std::string out;
  append_json(rendering, out, arguments[0]);
  return Operand(rendering.keep(out));
}

Operand number(Rendering& rendering, Arguments arguments) {
  const Operand one = in_page_language(rendering, arguments[0]);
  if (one.is_nothing()) return {};
  if (one.form != Operand::Form::number && !one.get<base::Box<model::Quantity>>())
    return rendering.wrong_value("number", one);
  return Operand(text(rendering, one, "number"));
}

Operand plain(Rendering& rendering, Arguments arguments) {
  const Operand one = in_page_language(rendering, arguments[0]);
  if (one.is_nothing()) return {};
  const auto amount = amount_of(one);
  if (!amount) return rendering.wrong_value("plain", one);
  std::string text;
  append_plain_number(text, *amount);
  return Operand(rendering.keep(text));
}

Operand plural(Rendering& rendering, Arguments arguments) {
  const Operand one = in_page_language(rendering, arguments[0]);
  const auto amount = amount_of(one);
  if (!amount) return rendering.wrong_value("plural", one);
  const Operand call[] = {arguments[1], Operand(*amount)};
  return words(rendering, {"", "n"}, call);
}

Operand slug(Rendering& rendering, Arguments arguments) {
  return Operand(rendering.keep(base::slug(text(rendering, arguments[0], "slug"))));
}

Operand tel(Rendering& rendering, Arguments arguments) {
  const std::string_view typed = text(rendering, arguments[0], "tel");
  if (typed.empty()) return {};
  std::string address = "tel:";
  for (const char c : typed)
    if ((c >= '0' && c <= '9') || (c == '+' && address.size() == 4)) address += c;
  return Operand(rendering.keep(address), Operand::Form::address);
}

Operand webcal(Rendering& rendering, Arguments arguments) {
  const Operand address = absolute_address_of(rendering, arguments[0], rendering.context.language);
  if (address.is_nothing()) return {};
  const std::string_view text = address.is_text() ? address.text() : std::string_view();
  if (!text.starts_with(rendering.context.site.base_url)) return rendering.wrong_value("webcal", arguments[0]);
  return Operand(rendering.keep({"webcal", text.substr(text.find(':'))}), Operand::Form::address);
}

}  // namespace templates::work
