// Every collection as JSON and as CSV (RFC 4180), for other programs: ids, addresses, and each field under the name that the
// theme gave it.
//
// JSON: texts as objects by language, dates as EDTF (`yearly`, `within` and `after`, `before` and `tba` say what EDTF
// cannot) with their first and last possible day, references as ids, addresses with https:// and host, prose as HTML; what is
// empty is left out. CSV: one row an entry, a column for each language of a text;
// lists of single values joined by "; ", all else that is nested as JSON.
#include <fmt/format.h>

#include <algorithm>

#include "base/html.h"
#include "base/url.h"
#include "outputs/outputs.h"

namespace outputs {

namespace {

using model::Value;

std::string absolute(const model::Site& site, std::string_view path) { return site.base_url + base::encode_path(path); }

/// Where a link leads, as other programs can use it: to a page of the site in its first language, with https:// and host.
std::string absolute_link(const model::Site& site, const model::Link& link) {
  const std::string anchor = link.anchor.empty() || link.address.find('#') != link.address.npos ? "" : "#" + link.anchor;
  if (link.route) return absolute(site, link.route->urls.front()) + (link.anchor.empty() ? "" : "#" + link.anchor);
  if (!link.address.starts_with(site.base_path)) return link.address + anchor;
  return site.base_url + link.address.substr(site.base_path.size()) + anchor;
}

/// A date that EDTF can say.
bool is_edtf(const model::When& when) { return std::holds_alternative<model::Moment>(when.value) || std::holds_alternative<model::Interval>(when.value); }

class Json {
 public:
  Json(const model::Site& site, std::string& out) : site_(site), out_(out) {}

  void text(std::string_view text) { base::escape_json(out_, text); }
  void number(double number) { out_ += fmt::format("{}", number); }

  void value(const Value& value) {
    if (const auto* truth = value.get<bool>()) out_ += *truth ? "true" : "false";
    else if (const auto* amount = value.get<double>()) number(*amount);
    else if (const auto* words = value.get<std::string>()) text(*words);
    else if (const auto* list = value.get<model::List>()) items(*list);
    else if (const auto* record = value.get<model::Record>()) fields(*record);
    else if (const auto* translated = value.get<model::Translated>()) languages(*translated);
    else if (const auto* dated = value.get<base::Box<model::Dated>>()) when(**dated);
    else if (const auto* prose = value.get<base::Box<model::Prose>>()) text((*prose)->html.text());
    else if (const auto* choice = value.get<model::Choice>()) text(choice->option->name);
    else if (const auto* quantity = value.get<base::Box<model::Quantity>>()) amount_of(**quantity);
    else if (const auto* reference = value.get<model::Reference>()) text(reference->id);
    else if (const auto* link = value.get<base::Box<model::Link>>()) text(absolute_link(site_, **link));
    else if (const auto* media = value.get<model::Media>()) text(absolute(site_, site_.media_url(media->path, true)));
    else out_ += "null";
  }

  /// `{…}` of the members that `add` writes by calling `member`.
  template <class Add>
  void object(Add&& add) {
    const bool before = first_;
    out_ += '{';
    first_ = true;
    add();
    out_ += '}';
    first_ = before;
  }
  template <class Write>
  void member(std::string_view name, Write&& write) {
    if (!first_) out_ += ',';
    first_ = false;
    text(name);
    out_ += ':';
    write();
  }
  void member(std::string_view name, const Value& one) {
    if (!one.is_null()) member(name, [&] { value(one); });
  }

  void fields(const model::Record& record) {
    object([&] {
      for (const auto& [name, one] : record.fields) member(name, one);
    });
  }
  void languages(const model::Translated& translated) {
    object([&] {
      for (std::size_t i = 0; i < translated.languages.size(); ++i) member(site_.languages[i].tag, translated.languages[i]);
    });
  }

 private:
  void items(const model::List& list) {
    out_ += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_ += ',';
      value(list[i]);
    }
    out_ += ']';
  }

  void when(const model::Dated& dated) {
    object([&] {
      if (is_edtf(dated.when)) member("edtf", [&] { text(model::to_edtf(dated.when)); });
      else if (std::holds_alternative<model::Yearly>(dated.when.value)) member("yearly", [&] { text(model::to_edtf(dated.when)); });
      if (const auto* relative = std::get_if<model::Relative>(&dated.when.value)) {
        member("within", [&] { text(model::to_edtf(dated.when)); });
        member("after", [&] { text(relative->after); });
      }
      if (const auto day = dated.when.before_day()) member("before", [&] { text(model::to_iso(*day)); });
      if (dated.when.to_be_announced || std::holds_alternative<model::Announced>(dated.when.value)) member("tba", [&] { out_ += "true"; });
      if (const auto day = dated.when.first_day()) member("first", [&] { text(model::to_iso(*day)); });
      if (const auto day = dated.when.last_day()) member("last", [&] { text(model::to_iso(*day)); });
      if (!dated.text.languages.empty()) member("text", [&] { languages(dated.text); });
      if (!dated.note.languages.empty()) member("note", [&] { languages(dated.note); });
    });
  }

  void amount_of(const model::Quantity& quantity) {
    object([&] {
      member("value", [&] { number(quantity.value); });
      if (quantity.of) member("of", [&] { number(*quantity.of); });
      if (quantity.percent) member("percent", [&] { out_ += "true"; });
      if (!quantity.unit.languages.empty()) member("unit", [&] { languages(quantity.unit); });
    });
  }

  const model::Site& site_;
  std::string& out_;
  bool first_ = true;
};

std::string json(const model::Site& site, const model::Entries& entries) {
  std::string out;
  Json writer(site, out);
  out += "[\n";
  for (const auto& entry : entries.all) {
    if (&entry != &entries.all.front()) out += ",\n";
    writer.object([&] {
      writer.member("id", [&] { writer.text(entry.id); });
      if (entry.route)
        writer.member("url", [&] {
          writer.object([&] {
            for (std::size_t i = 0; i < site.languages.size(); ++i)
              writer.member(site.languages[i].tag, [&] { writer.text(absolute(site, entry.route->urls[i])); });
          });
        });
      for (const auto& [name, value] : entry.fields.fields)
        if (const auto* field = entries.collection->find(name); !field || !field->for_editors) writer.member(name, value);
    });
  }
  return out + "\n]\n";
}

/// What an author may begin with any sign; numbers, phone numbers and dates begin with theirs.
bool is_free_text(model::Kind kind) {
  return kind != model::Kind::number && kind != model::Kind::quantity && kind != model::Kind::phone && kind != model::Kind::when;
}

/// A cell in quotes. A text that a spreadsheet would take for a formula gets an apostrophe in front.
void append_cell(std::string& row, std::string_view text, bool is_free_text = true) {
  if (!row.empty()) row += ',';
  row += '"';
  if (is_free_text && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) row += '\'';
  for (const char c : text) {
    if (c == '"') row += '"';
    row += c;
  }
  row += '"';
}

std::string cell(const model::Site& site, const Value& value) {
  if (value.is_null()) return "";
  if (const auto* text = value.get<std::string>()) return *text;
  if (const auto* prose = value.get<base::Box<model::Prose>>()) return std::string((*prose)->html.text());
  if (const auto* link = value.get<base::Box<model::Link>>()) return absolute_link(site, **link);
  if (const auto* dated = value.get<base::Box<model::Dated>>()) {
    const model::When& when = (*dated)->when;
    if (const auto* relative = std::get_if<model::Relative>(&when.value)) return model::to_edtf(when) + " after " + relative->after;
    const auto day = when.before_day();
    return day ? "before " + model::to_iso(*day) : model::to_edtf(when);
  }
  if (const auto* reference = value.get<model::Reference>()) return reference->id;
  if (const auto* choice = value.get<model::Choice>()) return choice->option->name;
  if (const auto* list = value.get<model::List>()) {
    std::string all;
    const auto is_single = [](const Value& one) { return one.get<std::string>() || one.get<model::Reference>() || one.get<model::Choice>() || one.get<double>(); };
    if (std::all_of(list->begin(), list->end(), is_single)) {
      for (const auto& one : *list) all += (all.empty() ? "" : "; ") + cell(site, one);
      return all;
    }
  }
  std::string out;
  Json(site, out).value(value);
  return out.starts_with('"') ? out.substr(1, out.size() - 2) : out;
}

std::string csv(const model::Site& site, const model::Entries& entries) {
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  std::string out = "\xEF\xBB\xBF", row;
  const auto end_row = [&] {
    out += row + "\r\n";
    row.clear();
  };
  append_cell(row, "id");
  if (entries.collection->page)
    for (const auto& language : site.languages) append_cell(row, "url_" + language.tag);
  for (const auto& field : entries.collection->fields) {
    if (field.for_editors) continue;
    if (!field.translated) append_cell(row, field.name);
    else
      for (const auto& language : site.languages) append_cell(row, field.name + "_" + language.tag);
  }
  end_row();
  for (const auto& entry : entries.all) {
    append_cell(row, entry.id);
    if (entries.collection->page)
      for (std::size_t i = 0; i < site.languages.size(); ++i) append_cell(row, entry.route ? absolute(site, entry.route->urls[i]) : "");
    for (const auto& field : entries.collection->fields) {
      if (field.for_editors) continue;
      const Value* value = entry.fields.find(field.name);
      if (!field.translated) {
        append_cell(row, value ? cell(site, *value) : "", is_free_text(field.kind));
        continue;
      }
      const auto* translated = value ? value->get<model::Translated>() : nullptr;
      for (std::size_t i = 0; i < site.languages.size(); ++i)
        append_cell(row, translated && i < translated->languages.size() ? cell(site, translated->languages[i]) : "");
    }
    end_row();
  }
  return out;
}

}  // namespace

std::vector<base::File> data(const model::Site& site, const model::Theme& theme, const std::vector<base::File>&) {
  std::vector<base::File> files;
  if (!theme.open_data) return files;
  for (const auto& entries : site.collections) {
    files.push_back({model::data_file(entries.collection->name, "json"), json(site, entries)});
    files.push_back({model::data_file(entries.collection->name, "csv"), csv(site, entries)});
  }
  return files;
}

}  // namespace outputs
