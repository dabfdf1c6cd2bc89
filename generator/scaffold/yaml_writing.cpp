#include "scaffold/yaml_writing.h"

#include <algorithm>

#include "load/parts.h"
#include "load/yaml.h"

namespace scaffold {

using model::Field;
using model::Kind;

namespace {

std::string said(const model::Value& text, std::size_t language) {
  const auto* words = model::speak(text, language).value->get<std::string>();
  std::string line = words ? *words : "";
  std::ranges::replace(line, '\n', ' ');
  return line;
}

bool is_given(const Field& field, const Given& given) {
  return std::ranges::any_of(given, [&](const auto& one) { return one.first == field.name || one.first.starts_with(field.name + "."); });
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t most = 12;
  std::string all;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i) all += (i ? ", " : "") + names[i];
  return names.size() > most ? all + " …" : all;
}

/// The same field with a picture, or a list of them, as the record that it is written as.
Field in_parts(Field field) {
  if (field.kind == Kind::list) field.fields.front() = in_parts(field.fields.front());
  if (field.kind == Kind::image && field.name != "src") field.kind = Kind::record, field.fields = load::image_fields();
  return field;
}

}  // namespace

std::string scalar(std::string_view text) {
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/' || c == '.'; };
  const bool starts_well = !text.empty() && text[0] != '-' && text[0] != '.';
  if (starts_well && std::ranges::all_of(text, is_plain) && text != "null" && text != "Null" && text != "NULL") return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\t' ? ' ' : c;
  }
  return out + "\"";
}

std::string FieldWriter::draft() const {
  return std::string(model::status_field) + ": " + std::string(model::draft_option) +
         (speaks_vietnamese() ? "   # bản nháp: xóa dòng này khi muốn đăng\n" : "   # take this line away to publish\n");
}

std::string FieldWriter::label(const Field& field) const {
  const auto text = said(field.label, language_);
  return text.empty() ? field.name : text;
}

std::string FieldWriter::explain(const Field& field) const {
  std::string text = label(field);
  if (const auto help = said(field.help, language_); !help.empty()) text += ". " + help;
  const Field& item = field.kind == Kind::list ? field.fields.front() : field;
  std::vector<std::string> names;
  for (const auto& option : item.options) {
    const auto meaning = said(option.label, language_);
    names.push_back(option.name + (meaning.empty() ? "" : " (" + meaning + ")"));
  }
  if (const auto* entries = site_.find(item.to))
    for (const auto& entry : entries->all) names.push_back(entry.id);
  if (item.kind == Kind::yes_no) names = {"yes", "no"};
  if (!names.empty()) text += (text.ends_with('.') ? " " : ". ") + std::string(speaks_vietnamese() ? "Chọn: " : "One of: ") + listed(names);
  if (item.kind == Kind::when) text += (text.ends_with('.') ? " " : ". ") + std::string(speaks_vietnamese() ? "Viết như: " : "Written like ") + "2027-06-01, 2027-06, 2027-06-01/2027-06-30, " + (speaks_vietnamese() ? "2027-07? (dấu ? là dự kiến)" : "2027-07? (with ? it is expected)");
  return text;
}

/// The shape of a value behind its colon, with nothing in it.
void FieldWriter::write_value(std::string& out, const Field& declared, const std::string& indent) const {
  const Field field = in_parts(declared);
  if (field.kind == Kind::list) {
    const Field& item = field.fields.front();
    if (item.kind != Kind::record) {
      std::string before = "\n" + indent + "  - ";
      for (const auto& language : site_.languages) {
        out += item.translated ? before + language.tag + ":" : before.substr(0, before.size() - 1);
        if (!item.translated) break;
        before = "\n" + indent + "    ";
      }
      out += "\n";
      return;
    }
    std::string before = indent + "  - ";
    out += "\n";
    for (const bool required : {true, false})
      for (const auto& one : item.fields) {
        if (one.required != required) continue;
        const bool is_first = before.ends_with("- ");
        out += (required || is_first ? before : before + "# ") + one.name + ":";
        const bool is_flat = one.kind != Kind::list && one.kind != Kind::record;
        if (const auto told = explain(one); is_flat && !(required && one.translated) && told != one.name) out += "   # " + told;
        if (required && is_flat && one.translated) write_value(out, one, indent + "    ");
        else out += "\n";
        before = indent + "    ";
      }
    return;
  }
  if (field.kind == Kind::record) {
    out += "\n";
    for (const auto& one : field.fields) out += indent + "  " + (one.required ? "" : "# ") + one.name + ":   # " + label(one) + "\n";
    return;
  }
  if (!field.translated) {
    out += "\n";
    return;
  }
  out += "\n";
  for (const auto& language : site_.languages) out += indent + "  " + language.tag + ":\n";
}

void FieldWriter::write_given(std::string& out, const Field& field, const Given& given, const std::string& indent) const {
  const auto value_in = [&](const std::string& name) {
    const auto found = given.find(name);
    return found == given.end() ? std::string() : " " + scalar(found->second);
  };
  const bool takes_list = field.kind == Kind::list && field.fields.front().kind != Kind::record;
  if (takes_list) {
    out += " [" + value_in(field.name).substr(1) + "]\n";
  } else if (!field.translated) {
    out += value_in(field.name) + "\n";
  } else {
    out += "\n";
    for (std::size_t i = 0; i < site_.languages.size(); ++i) {
      const auto& tag = site_.languages[i].tag;
      auto text = value_in(field.name + "." + tag);
      if (text.empty() && i == 0) text = value_in(field.name);  // one text alone is in the default language
      out += indent + "  " + tag + ":" + text + "\n";
    }
  }
}

void FieldWriter::write(std::string& out, const Field& field, const Given& given, const std::string& indent) const {
  out += indent + "# " + explain(field) + "\n";
  if (is_given(field, given)) {
    out += indent + field.name + ":";
    return write_given(out, field, given, indent);
  }
  if (field.required) {
    out += indent + field.name + ": " + std::string(load::confirm_tag);
    return write_value(out, field, indent);
  }
  std::string shape = field.name + ":";
  write_value(shape, field, "");
  for (std::size_t begin = 0; begin < shape.size();) {
    const auto end = shape.find('\n', begin);
    out += indent + "# " + shape.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
}

}  // namespace scaffold
