#include "templates/json.h"

#include "base/html.h"
#include "templates/address.h"
#include "templates/number.h"
#include "templates/printer.h"

namespace templates {
namespace {

using Form = Operand::Form;

class JsonWriter {
 public:
  JsonWriter(Rendering& rendering, std::string& out) : rendering_(rendering), out_(out) {}

  void write(const Operand& operand) {
    const std::size_t language = rendering_.context.language;
    const Operand one = spoken(operand, language);
    if (one.is_nothing())
      out_ += "null";
    else if (one.form == Form::boolean)
      out_ += one.boolean ? "true" : "false";
    else if (one.form == Form::number)
      append_plain_number(out_, one.number);
    else if (is_list(one, language))
      list(Items(one, language));
    else if (one.form == Form::bundle)
      members(one.bundle());
    else if (const auto* record = one.get<model::Record>())
      fields(*record);
    else
      base::escape_json(out_, text(one));
  }

 private:
  std::string_view text(const Operand& one) {
    if (const auto* html = one.get<base::Html>()) return html->text();
    if (const auto* prose = one.get<base::Box<model::Prose>>()) return (*prose)->html.text();
    if (const auto* dated = one.get<base::Box<model::Dated>>()) return rendering_.keep(model::to_edtf((*dated)->when));
    if (one.form == Form::route || one.get<base::Box<model::Link>>() || one.get<model::Media>()) {
      const Operand address = absolute_address_of(rendering_, one, rendering_.context.language);
      return address.is_text() ? address.text() : std::string_view();
    }
    return text_of(rendering_, one, rendering_.context.language, "json");
  }

  void list(const Items& items) {
    out_ += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ',';
      write(items[i]);
    }
    out_ += ']';
  }

  void member(std::string_view name, const Operand& value, bool& first) {
    if (!first) out_ += ',';
    first = false;
    base::escape_json(out_, name);
    out_ += ':';
    write(value);
  }

  void members(std::span<const Member> all) {
    out_ += '{';
    bool first = true;
    for (const Member& one : all) member(one.name, one.value, first);
    out_ += '}';
  }

  void fields(const model::Record& record) {
    out_ += '{';
    bool first = true;
    for (const auto& [name, value] : record.fields) member(name, operand(value), first);
    out_ += '}';
  }

  Rendering& rendering_;
  std::string& out_;
};

}  // namespace

void append_json(Rendering& rendering, std::string& out, const Operand& operand) {
  JsonWriter(rendering, out).write(operand);
}

}  // namespace templates
