#include "templates/printer.h"

#include "base/html.h"
#include "base/url.h"
#include "templates/address.h"
#include "templates/attribute.h"
#include "templates/number.h"
#include "templates/when.h"
#include "templates/words.h"

namespace templates {
namespace {

using Form = Operand::Form;

constexpr std::string_view printed = "{{ }}";

std::string_view number_text(Rendering& rendering, double number, std::size_t language) {
  std::string text;
  append_number(text, number, rendering.language(language).numbers);
  return rendering.keep(text);
}

/// "144/200 communes", "90%".
std::string_view quantity_text(Rendering& rendering, const model::Quantity& quantity, std::size_t language) {
  const model::NumberForms& forms = rendering.language(language).numbers;
  std::string text;
  append_number(text, quantity.value, forms);
  if (quantity.of) append_number(text += '/', *quantity.of, forms);
  if (quantity.percent) text += '%';
  const std::string_view unit = text_of(rendering, Operand(&quantity.unit), language, printed);
  if (!unit.empty()) (text += ' ') += unit;
  return rendering.keep(text);
}

/// The official wording where there is one, else the date in words.
std::string_view date_text(Rendering& rendering, const model::Dated& dated, std::size_t language) {
  const std::string_view wording = text_of(rendering, Operand(&dated.text), language, printed);
  return wording.empty() ? rendering.keep(format(dated.when, rendering.language(language))) : wording;
}

/// What a value prints in its stead: an entry its title, a choice its label, a date its wording.
Operand stand_in(const Operand& operand) {
  if (operand.form == Form::entry) return title(*operand.entry);
  if (operand.form == Form::route) return title(*operand.route);
  if (const auto* choice = operand.get<model::Choice>()) {
    if (!choice->option) return {};
    return choice->option->label.is_null() ? Operand(std::string_view(choice->option->name))
                                           : templates::operand(choice->option->label);
  }
  if (const auto* dated = operand.get<base::Box<model::Dated>>())
    if (Operand wording(&(*dated)->text); !is_empty(wording)) return wording;
  return operand;
}

const base::Html* html_of(const Operand& operand) {
  if (const auto* html = operand.get<base::Html>()) return html;
  const auto* prose = operand.get<base::Box<model::Prose>>();
  return prose ? &(*prose)->html : nullptr;
}

void print_in_element(Rendering& rendering, std::string& out, const Operand& operand);

/// A text that the page's language does not have, in the one that it has, and a note that says so.
void print_fallback(Rendering& rendering, std::string& out, const Said& said) {
  const model::Language& other = rendering.language(said.language);
  const Operand arguments[] = {Operand(std::string_view("untranslated")), Operand(std::string_view(other.name))};
  const Operand note = words(rendering, {"", "language"}, arguments);
  const bool block = html_of(said.value);
  const auto print_note = [&](std::string_view element) {
    if (is_empty(note)) return;
    ((out += '<') += element) += " class=\"untranslated\">";
    base::escape_html(out, note.text());
    ((out += "</") += element) += '>';
  };
  if (block) print_note("p");
  ((out += block ? "<div lang=\"" : "<span lang=\"") += other.tag) += "\">";
  if (block)
    out += html_of(said.value)->text();
  else
    base::escape_html(out, text_of(rendering, said.value, said.language, printed));
  out += block ? "</div>" : "</span>";
  if (!block && !is_empty(note)) {
    out += ' ';
    print_note("small");
  }
}

void print_in_element(Rendering& rendering, std::string& out, const Operand& operand) {
  if (operand.is_text()) return base::escape_html(out, operand.text());
  if (operand.form == Form::translated) {
    const Said said = say(*operand.translated, rendering.context.language);
    if (said.fell_back && !is_empty(said.value)) return print_fallback(rendering, out, said);
    return print_in_element(rendering, out, said.value);
  }
  if (const base::Html* html = html_of(operand)) {
    out += html->text();
    return;
  }
  // An entry may be named by another, and so on; a ring of them ends here.
  Operand shown = stand_in(operand);
  for (int i = 0; i < 8 && (shown.form == Form::entry || shown.get<model::Choice>()); ++i) shown = stand_in(shown);
  if (shown.form == Form::translated) return print_in_element(rendering, out, shown);
  base::escape_html(out, text_of(rendering, operand, rendering.context.language, printed));
}

/// Whether what is printed next is the first of an attribute's value, or the address of a refresh: browsers take no notice of blanks before it.
bool begins_attribute(const std::string& out) {
  std::size_t end = out.size();
  while (end > 0 && static_cast<unsigned char>(out[end - 1]) <= ' ') --end;
  return end > 0 && (out[end - 1] == '"' || std::string_view(out).substr(0, end).ends_with("\"0; url="));
}

void print_address(Rendering& rendering, std::string& out, const Operand& operand, Printing printing) {
  const Operand one = spoken(operand, rendering.context.language);
  if (one.is_nothing()) return;
  if (!has_address(one)) {
    rendering.wrong_value("href", one);
    return;
  }
  const Operand address = address_of(rendering, one, rendering.context.language);
  if (address.is_nothing()) return;
  const bool sound = address.form == Form::address || base::check_link(address.text()) == base::LinkTrouble::none;
  if (sound && (printing != Printing::resource || is_of_site(address.text(), rendering.context.site)))
    return base::escape_html(out, address.text());
  rendering.mistake(
      base::Diagnostic{base::Code::template_wrong_value, {}, {sound ? "src" : "href", std::string(address.text())}}
          .hint(base::Hint::link_like));
}

/// The part of a `srcset` up to the first ", ", which is taken off: an address without blanks and commas, and a width ("320w").
bool takes_candidate(std::string_view& set, const model::Site& site) {
  constexpr std::string_view between = ", ";
  const auto candidate = set.substr(0, set.find(between));
  set.remove_prefix(std::min(candidate.size() + between.size(), set.size()));
  if (candidate.find(',') != candidate.npos) return false;
  const auto blank = candidate.find(' ');
  const auto width = candidate.substr(std::min(blank + 1, candidate.size()));
  const bool is_width = width.size() > 1 && width.ends_with('w') && width.find_first_not_of("0123456789") == width.size() - 1;
  return blank != candidate.npos && is_width && is_of_site(candidate.substr(0, blank), site);
}

/// All of a `srcset`, as `.srcset` of a picture gives it.
void print_addresses(Rendering& rendering, std::string& out, const Operand& operand) {
  const Operand one = spoken(operand, rendering.context.language);
  if (one.is_nothing()) return;
  bool sound = one.is_text() && begins_attribute(out) && one.text().find_first_of("\t\n\f\r") == std::string_view::npos;
  for (std::string_view rest = one.is_text() ? one.text() : std::string_view(); sound && !rest.empty();) sound = takes_candidate(rest, rendering.context.site);
  if (sound) return base::escape_html(out, one.text());
  rendering.wrong_value("srcset", one);
}

}  // namespace

void print(Rendering& rendering, std::string& out, const Operand& operand, Printing printing) {
  switch (printing) {
    case Printing::element: return print_in_element(rendering, out, operand);
    case Printing::json: out += operand.is_text() ? operand.text() : std::string_view(); return;
    case Printing::refused: return;
    case Printing::resources: return print_addresses(rendering, out, operand);
    case Printing::address:
    case Printing::resource:
    case Printing::asset:
      if (begins_attribute(out)) return print_address(rendering, out, operand, printing);
      break;
    case Printing::plain:
    case Printing::attribute: break;
  }
  base::escape_html(out, text_of(rendering, operand, rendering.context.language, printed));
}

std::string_view text_of(Rendering& rendering, const Operand& operand, std::size_t language, std::string_view what) {
  Operand one = spoken(operand, language);
  for (int i = 0; i < 8 && !one.is_text(); ++i) one = spoken(stand_in(one), language);
  switch (one.form) {
    case Form::missing:
    case Form::nothing:
    case Form::translated: return {};
    case Form::text:
    case Form::address: return one.text();
    case Form::number: return number_text(rendering, one.number, language);
    case Form::entry: return one.entry->id;
    default: break;
  }
  if (const auto* quantity = one.get<base::Box<model::Quantity>>())
    return quantity_text(rendering, **quantity, language);
  if (const auto* dated = one.get<base::Box<model::Dated>>()) return date_text(rendering, **dated, language);
  if (one.get<base::Box<model::Link>>() || one.get<model::Media>()) {
    const Operand address = address_of(rendering, one, language);
    return address.is_text() ? address.text() : std::string_view();
  }
  rendering.wrong_value(what, one);
  return {};
}

}  // namespace templates
