#include "load/parts.h"

namespace load {

using model::Field;
using model::Kind;

const std::vector<Field>& image_fields() {
  static const std::vector<Field> fields = [] {
    Field src, alt, caption;
    src.name = "src", src.kind = Kind::image, src.required = true;
    alt.name = "alt", alt.kind = Kind::text, alt.required = alt.translated = true;
    caption.name = "caption", caption.kind = Kind::text, caption.translated = true;
    return std::vector<Field>{src, alt, caption};
  }();
  return fields;
}

const std::vector<Field>& quantity_fields() {
  static const std::vector<Field> fields = [] {
    Field value, of, unit;
    value.name = "value", value.kind = Kind::number, value.required = true;
    of.name = "of", of.kind = Kind::number;
    unit.name = "unit", unit.kind = Kind::text, unit.translated = true;
    return std::vector<Field>{value, of, unit};
  }();
  return fields;
}

const std::vector<Field>& when_fields() {
  static const std::vector<Field> fields = [] {
    const auto field = [](const char* name, Kind kind, bool translated) {
      Field one;
      one.name = name, one.kind = kind, one.translated = translated;
      return one;
    };
    return std::vector<Field>{field("date", Kind::word, false), field("before", Kind::word, false), field("tba", Kind::yes_no, false), field("within", Kind::word, false),
                              field("after", Kind::word, false), field("text", Kind::text, true), field("note", Kind::text, true)};
  }();
  return fields;
}

}  // namespace load
