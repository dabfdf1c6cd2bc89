#include "model/translation.h"

#include <doctest/doctest.h>

#include "model/theme.h"

using namespace model;

namespace {

using Texts = std::vector<std::vector<std::string>>;

/// A site with one entry, whose field `steps` is a list of texts with these languages; "" is missing.
struct SmallSite {
  base::Source source{"content/day.yaml", ""};
  Collection collection;
  Site site;

  explicit SmallSite(const Texts& texts) {
    collection.name = "day";
    collection.fields.emplace_back().name = "steps";
    for (const auto* tag : {"vi", "en", "km"}) site.languages.emplace_back().tag = tag;
    auto& entries = site.collections.emplace_back();
    entries.collection = &collection;
    entries.all.emplace_back().collection = &collection;
    entries.all.back().id = "one";
    say(texts);
  }
  SmallSite(const SmallSite&) = delete;
  SmallSite& operator=(const SmallSite&) = delete;

  void say(const Texts& texts) {
    List steps;
    for (const auto& languages : texts) {
      Translated text;
      for (const auto& one : languages) text.languages.push_back(one.empty() ? Value() : Value(one, base::Place{&source, {}}));
      steps.emplace_back(std::move(text));
    }
    site.collections.front().all.front().fields.set("steps", std::move(steps));
  }

  /// "2 en stale" of everything that is not good, and what is good known from now on.
  std::string looked_at() {
    const auto all = translations_of(site);
    site.translations = remembered(all, site.translations);
    std::string told;
    for (const auto& one : all)
      if (one.state != Translation::State::good)
        told += (told.empty() ? "" : ", ") + one.field.substr(6) + " " + site.languages[one.language].tag + (one.state == Translation::State::stale ? " stale" : " missing");
    return told;
  }
};

}  // namespace

TEST_CASE("translation: stale is what stayed while its text changed, until one of both changes again") {
  SmallSite small({{"một", "one", "muoy"}, {"hai", "two", "pi"}});
  CHECK(small.looked_at() == "");
  small.say({{"một", "one", "muoy"}, {"hai!", "two", "pi pi"}});
  CHECK(small.looked_at() == "2 en stale");
  CHECK(small.looked_at() == "2 en stale");
  small.say({{"một", "one", "muoy"}, {"hai!", "two!", "pi pi"}});
  CHECK(small.looked_at() == "");
  small.say({{"một", "one", "muoy"}, {"hai", "two!", "pi pi"}});
  CHECK(small.looked_at() == "2 en stale, 2 km stale");
  small.say({{"một", "one", "muoy"}, {"hai!", "two!", "pi pi"}});
  CHECK(small.looked_at() == "");
}

TEST_CASE("translation: where a text stands does not matter") {
  SmallSite small({{"một", "one", "muoy"}, {"hai", "two", "pi"}});
  CHECK(small.looked_at() == "");
  small.say({{"không", "zero", "soun"}, {"hai", "two", "pi"}, {"một", "one", "muoy"}});
  CHECK(small.looked_at() == "");
  small.say({{"hai", "two", "pi"}});
  CHECK(small.looked_at() == "");
  CHECK(small.site.translations.pairs.size() == 2);
}

TEST_CASE("translation: of two equal texts one may change, and two texts may be translated alike") {
  SmallSite small({{"Cấp xã", "Commune", "x"}, {"Cấp xã", "Commune", "x"}});
  CHECK(small.looked_at() == "");
  small.say({{"Cấp xã", "Commune", "x"}, {"Xã", "Commune", "y"}});
  CHECK(small.looked_at() == "2 en stale");
  small.say({{"Cấp xã", "Commune", "x"}, {"Cấp xã", "Commune", "x"}, {"Xã", "Commune", "y"}});
  CHECK(small.looked_at() == "");
  small.say({{"Cấp xã", "Commune", "x"}, {"Cấp xã", "Commune", "x"}, {"Xã, phường", "Commune", "y"}});
  CHECK(small.looked_at() == "3 en stale, 3 km stale");
}

TEST_CASE("translation: missing is what one language has and another has not, the first one among them, told once each") {
  SmallSite small({{"một", "", "muoy"}, {"", "two", "pi"}, {"", "", "bei"}, {"", "", ""}});
  CHECK(small.looked_at() == "1 en missing, 2 vi missing, 3 vi missing, 3 en missing");
  const auto all = translations_of(small.site);
  CHECK(all.size() == 5);
  CHECK(*all[2].source->get<std::string>() == "two");
  CHECK(all[2].source_language == 1);
  CHECK(small.site.translations.pairs.size() == 1);
}
