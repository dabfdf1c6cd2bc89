#include "load/own_fields.h"

#include <algorithm>

namespace load {

namespace {

using Languages = std::vector<std::string>;

model::Field own_field(std::string name, model::Kind kind, bool translated = false) {
  model::Field field;
  field.name = std::move(name);
  field.kind = kind;
  field.translated = translated;
  if (kind == model::Kind::list) field.fields.push_back(own_field(field.name, model::Kind::word));
  return field;
}

/// `colors: {accent: {light: …, dark: …}}`
model::Field colors_field(const std::vector<model::Color>& colors) {
  model::Field field = own_field("colors", model::Kind::record);
  for (const auto& color : colors) {
    model::Field one = own_field(color.name, model::Kind::record);
    one.fields = {own_field("light", model::Kind::word), own_field("dark", model::Kind::word)};
    field.fields.push_back(std::move(one));
  }
  return field;
}

/// A text of the program's own, in Vietnamese and, for every other language, in English.
model::Value own_text(const Languages& languages, std::string_view vi, std::string_view en) {
  model::Translated text;
  for (const auto& language : languages) text.languages.emplace_back(std::string(language == "vi" ? vi : en));
  return text;
}

model::Field editors_field(std::string_view name, model::Kind kind, model::Value label, model::Value help) {
  model::Field field = own_field(std::string(name), kind);
  field.for_editors = true;
  field.new_year = model::NewYear::clear;
  field.label = std::move(label);
  field.help = std::move(help);
  return field;
}

/// Whether an entry is published, and from which day to which.
std::vector<model::Field> publication_fields(const Languages& languages) {
  const auto say = [&](std::string_view vi, std::string_view en) { return own_text(languages, vi, en); };
  auto status = editors_field(model::status_field, model::Kind::choice, say("Tình trạng đăng", "Publication"),
                              say("Ghi draft khi chưa muốn đăng; xong thì xóa dòng này.", "draft: not published yet. Take the line away when it is ready."));
  status.options.push_back({std::string(model::draft_option), say("Bản nháp", "Draft")});
  return {std::move(status),
          editors_field(model::publish_from_field, model::Kind::when, say("Đăng từ", "Published from"),
                        say("Trước ngày này thì chưa đăng. Có thể ghi cả giờ: 2027-05-01T08:00.", "Not published before this day. An hour may be given: 2027-05-01T08:00.")),
          editors_field(model::expire_after_field, model::Kind::when, say("Đăng đến hết", "Published until"),
                        say("Hết ngày này thì thôi đăng.", "Not published any more after this day."))};
}

/// What a check warned of, and may stand in the entry.
model::Field checked_field(const Languages& languages) {
  return editors_field(model::checked_field, model::Kind::list, own_text(languages, "Đã kiểm tra", "Checked"),
                       own_text(languages, "Những chữ mà chương trình nhắc là nên xem lại (như thông tin riêng của một người, năm cũ) và đã kiểm tra là đúng, được phép đăng.", "Words of which the program warns (as what may tell who somebody is, or a former year), and of which you know that they are right and may be published."));
}

/// Whether an address of its entries has the word `{slug}`.
bool names_slug(const model::Collection& collection) {
  const auto has_slug = [](const model::Pattern& url) {
    return std::ranges::any_of(url.pieces, [](const auto& piece) { return piece.is_field && piece.text == model::slug_field; });
  };
  const auto names = [&](const model::PageDeclaration& page) { return std::ranges::any_of(page.urls, has_slug); };
  return (collection.page && names(*collection.page)) || std::ranges::any_of(collection.pages, names);
}

}  // namespace

std::vector<model::Field> picture_fields(const Languages& languages) {
  const auto say = [&](std::string_view vi, std::string_view en) { return own_text(languages, vi, en); };
  return {editors_field("consent", model::Kind::text, say("Sự đồng ý", "Consent"),
                        say("Ai đã đồng ý cho đăng ảnh, bằng cách nào, giấy tờ giữ ở đâu. Dòng này không được đăng.", "Who agreed to its publication, how, and where that is kept. This is not published.")),
          editors_field("people", model::Kind::yes_no, say("Có người trong ảnh", "People in it"), say("Ảnh không có người thì ghi no; khi đó không cần consent.", "no where nobody is in the picture; then no consent is needed."))};
}

void add_own_fields(model::Collection& collection, const std::vector<model::Color>& colors, const Languages& languages) {
  const auto add = [&](model::Field field) {
    if (!collection.find(field.name)) collection.fields.push_back(std::move(field));
  };
  if (names_slug(collection)) {
    auto slug = own_field(std::string(model::slug_field), model::Kind::word, true);
    slug.label = own_text(languages, "Tên trong địa chỉ trang", "Word in the address");
    slug.help = own_text(languages, "Bỏ trống thì lấy mã của mục. Đã đăng rồi thì không nên đổi.", "Left out, it is the id. It should not change once published.");
    add(std::move(slug));
  }
  if (collection.page && collection.name != "site") {
    auto aliases = editors_field(model::aliases_field, model::Kind::list, own_text(languages, "Địa chỉ cũ", "Former addresses"),
                                 own_text(languages, "Địa chỉ mà trang từng có, như /vi/ten-cu/: ai mở địa chỉ ấy thì được đưa đến đây.", "Addresses that the page had before, like /vi/old-name/: they lead here."));
    add(std::move(aliases));
  }
  if (collection.name != "site") {
    for (auto& field : publication_fields(languages)) {
      const auto same = std::ranges::find(collection.fields, field.name, &model::Field::name);
      const bool is_choice = same != collection.fields.end() && same->kind == model::Kind::choice;  // a theme's own: it gets the option
      if (is_choice && !std::ranges::count(same->options, model::draft_option, &model::Option::name))
        for (auto& option : field.options) same->options.push_back(std::move(option));
      add(std::move(field));
    }
    add(checked_field(languages));
    return;
  }
  add(own_field("languages", model::Kind::list));
  add(own_field("base_url", model::Kind::link));
  add(checked_field(languages));
  if (!colors.empty()) add(colors_field(colors));
}

}  // namespace load
