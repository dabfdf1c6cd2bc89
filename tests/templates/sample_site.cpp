#include "templates/sample_site.h"

namespace tests {
namespace {

model::Value quantity(double value, std::optional<double> of, bool percent, model::Value unit = {}) {
  model::Quantity made{value, of, percent, {}};
  if (const auto* translated = unit.get<model::Translated>()) made.unit = *translated;
  return base::Box<model::Quantity>(made);
}

model::Value announced() {
  model::Dated dated;
  dated.when.value = model::Announced{};
  dated.text = *both(word("quý III năm 2024"), word("third quarter of 2024")).get<model::Translated>();
  dated.note = *both(word("Thông báo sau"), {}).get<model::Translated>();
  return base::Box<model::Dated>(dated);
}

model::Value prose(std::string html) {
  model::Prose made;
  made.markdown = html;
  made.html = base::Html::trusted(std::move(html));
  made.headings = {{2, "ai", "Ai"}, {3, "o-dau", "Ở đâu"}};
  return base::Box<model::Prose>(made);
}

model::Value link(std::string address) { return base::Box<model::Link>({std::move(address), nullptr, ""}); }
model::Value reference(const model::Entry& entry) { return model::Reference{entry.id, &entry}; }

model::Value sessions() {
  return model::List{
      record({{"level", word("tỉnh")}, {"venue", both(word("Nhà văn hoá"), word("Culture house"))}, {"seats", 1200.0}}),
      record({{"level", word("huyện")}, {"venue", {}}, {"seats", 90.0}})};
}

}  // namespace

SampleSite::SampleSite() {
  options_ = {{"planned", both(word("Dự kiến"), word("Planned"))}, {"held", {}}};
  const model::Entry& lang_son = add("place", "lang-son", {{"title", both(word("Lạng Sơn"), word("Lạng Sơn"))}});
  const model::Entry& ha_noi = add("place", "ha-noi", {{"title", both(word("Hà Nội"), word("Hanoi"))}});
  add("forum", "lang-son/2024",
      {{"title", both(word("Diễn đàn \"Ước mơ\" & <em>"), word("Forum \"Dreams\" & <em>"))},
       {"place", reference(lang_son)},
       {"when", date("2024-06-01")},
       {"status", status(0)},
       {"share", quantity(144, 200, false, both(word("xã"), word("communes")))},
       {"about", both(prose("<p>Giới thiệu</p>"), prose("<p>About</p>"))},
       {"link", link("https://example.org/?a=1&b=2")},
       {"source", link("javascript:alert(1)")},
       {"poster", model::Media{"2024/áp phích.jpg"}},
       {"sessions", sessions()},
       {"open", true},
       {"year", 2024.0},
       {"phone", word("1800 1567")},
       {"empty", {}}});
  add("forum", "ha-noi/2023",
      {{"title", both(word("Diễn đàn Hà Nội"), {})},
       {"place", reference(ha_noi)},
       {"when", date("2023-06-01")},
       {"status", status(1)},
       {"share", quantity(90, {}, true)},
       {"about", both(prose("<p>Chưa dịch</p>"), {})}});
  add("forum", "lang-son/2025",
      {{"title", both(word("Diễn đàn sau"), word("Later forum"))},
       {"place", reference(lang_son)},
       {"when", announced()},
       {"status", status(0)},
       {"share", quantity(1234.5, {}, false)}});
  add("site", "site", {{"title", both(word("Vì trẻ em"), word("For children"))}});
  add_routes();
  model::List forums;
  for (const model::Entry& forum : site.collections[1].all) forums.emplace_back(&forum);
  globals.set("forums", forums);
  globals.set("forum", &site.collections[1].all.front());
  globals.set("site", &site.collections[2].all.front());
  globals.set("page", &site.routes.front());
  globals.set("nothing", {});
  globals.set("hostile", word("\"><script>alert('x')</script>"));
  globals.set("bad_link", word("javascript:alert(1)"));
  globals.set("remote", word("https://elsewhere.example/x.png"));
  globals.set("html", base::Html::trusted("<b>bold</b>"));
  globals.set("words", texts({"đèn", "dê", "ăn", "ao"}));
  add_string("hello", "Xin chào {name}", "Hello {name}");
  add_string("close", "Đóng", "Close");
  theme.languages[0].strings["slogans"] = {{"other", "{n} khẩu hiệu"}};
  theme.languages[1].strings["slogans"] = {{"one", "{n} slogan"}, {"other", "{n} slogans"}};
  theme.languages[0].strings["only_vi"] = {{"other", "chỉ tiếng Việt"}};
}

model::Value SampleSite::status(int number) const { return model::Choice{&options_[static_cast<std::size_t>(number)]}; }

void SampleSite::add_routes() {
  model::PageDeclaration& declaration = declarations_.emplace_back();
  declaration.template_name = "page.html";
  for (model::Entry& forum : site.collections[1].all) {
    if (forum.id == "lang-son/2025") continue;  // has no page
    model::Route& made = site.routes.emplace_back();
    made.declaration = &declaration;
    made.collection = forum.collection;
    made.entry = &forum;
    made.urls = {"vi/dien-dan/" + forum.id + "/", "en/forums/" + forum.id + "/"};
    forum.route = &made;
  }
}

std::string sample_of(std::string text, std::size_t language) {
  SampleSite site;
  const Outcome outcome = site.page(std::move(text), language);
  return outcome.messages.empty() ? outcome.text : outcome.messages;
}

}  // namespace tests
