// What the browser searches: a file for each language, `vi/search.js`. It is JavaScript and not JSON because a page that was
// opened from a disk may load nothing else.
//
//     self.loaSearch={documents:[
//     ["vi/van-de/#topic-dam","Vấn đề",3,"Đuối nước",1,"Trẻ em cần …"],
//     …],words:{
//     1:[
//     ["bơi học",0,7],
//     …],…}};
//
// A document is the address of a page below the site's root, the kind of thing that it tells about, and then its title and a
// sentence about it, each with its weight: these two are shown as they are, and may be empty. In every language a document has
// the same place; where nothing is said of it in this one it is `[]`. `words` has by weight the further words that stand in a
// document (by its place, from 0), those together that stand in the same ones. A word of a document is listed once, with its
// greatest weight.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "base/html.h"
#include "base/text.h"
#include "base/url.h"
#include "outputs/outputs.h"
#include "templates/when.h"

namespace outputs {

namespace {

using model::Value;

struct Text {
  int weight = 0;
  std::string text;
};

/// What a single value says in a language: nothing where it says it in another only, or has no words.
std::string said(const Value& value, const model::Site& site, std::size_t language) {
  if (const auto* translated = value.get<model::Translated>())
    return language < translated->languages.size() ? said(translated->languages[language], site, language) : "";
  if (const auto* text = value.get<std::string>()) return *text;
  if (const auto* number = value.get<double>()) return fmt::format("{}", *number);
  if (const auto* prose = value.get<base::Box<model::Prose>>()) return base::text_of((*prose)->html);
  if (const auto* choice = value.get<model::Choice>())
    return choice->option->label.is_null() ? choice->option->name : said(choice->option->label, site, language);
  if (const auto* dated = value.get<base::Box<model::Dated>>()) {
    std::string wording = said(Value((*dated)->text), site, language);
    return wording.empty() ? templates::format((*dated)->when, site.languages[language]) : wording;
  }
  if (const auto* reference = value.get<model::Reference>(); reference && reference->entry)
    if (const Value title = model::title_of(*reference->entry); !title.get<model::Reference>()) return said(title, site, language);
  return "";
}

/// Adds the texts of a field that is searched, and of those within it; what has no weight of its own has that around it.
void collect(std::vector<Text>& texts, const model::Field& field, const Value& value, int weight, const model::Site& site, std::size_t language) {
  if (field.search > 0) weight = field.search;
  const auto* translated = value.get<model::Translated>();
  const Value& spoken = translated && language < translated->languages.size() ? translated->languages[language] : value;
  if (const auto* list = spoken.get<model::List>()) {
    for (const auto& item : *list) collect(texts, field.fields.front(), item, weight, site, language);
  } else if (const auto* record = spoken.get<model::Record>()) {
    for (const auto& within : field.fields)
      if (const Value* one = record->find(within.name)) collect(texts, within, *one, weight, site, language);
    if (const Value* alt = field.kind == model::Kind::image ? record->find("alt") : nullptr; alt && weight > 0)
      texts.push_back({weight, said(*alt, site, language)});
  } else if (std::string text = weight > 0 ? said(spoken, site, language) : ""; !text.empty()) {
    texts.push_back({weight, std::move(text)});
  }
}

/// On one line; where that is too long, up to a blank and an ellipsis.
std::string shortened(std::string_view text, std::size_t most_characters) {
  std::string line;
  std::size_t characters = 0, last_blank = 0;
  bool is_behind_blank = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t character = base::next_character(text, i);
    if (character == ' ' || character == '\n' || character == '\t') {
      is_behind_blank = !line.empty();
      continue;
    }
    if (std::exchange(is_behind_blank, false)) {
      last_blank = line.size();
      line += ' ';
      ++characters;
    }
    if (++characters > most_characters) return line.substr(0, last_blank > 0 ? last_blank : line.size()) + "…";
    line += text.substr(start, i - start);
  }
  return line;
}

/// What is shown of the texts: the first of them, as far as there is room. It weighs as much as the least of them.
Text sentence(const std::vector<Text>& texts) {
  constexpr std::size_t room = 100;
  Text all;
  for (const auto& [weight, text] : texts) {
    all = {all.weight ? std::min(all.weight, weight) : weight, all.text + (all.text.empty() ? "" : " · ") + text};
    if (base::count_characters(all.text) > room) break;
  }
  return {all.weight, shortened(all.text, room)};
}

/// The greatest weight of all fields.
int heaviest(const std::vector<model::Field>& fields) {
  int most = 0;
  for (const auto& field : fields) most = std::max({most, field.search, heaviest(field.fields)});
  return most;
}

/// The documents of one language, and where each word stands.
class Index {
 public:
  Index(const model::Site& site, std::size_t language) : site_(site), language_(language) {}

  /// The pages that no entry makes are found by their titles.
  void add_pages(int weight) {
    for (const auto& route : site_.routes)
      if (!route.entry && !route.for_all_languages())
        add(route, "", "", {weight, said(route.declaration->title, site_, language_)}, {});
  }

  /// An entry is found on its page or else on the list that shows it, and a field on the further page that is called like
  /// it; an entry without a title in this language is not.
  void add_entry(const model::Entries& entries, const model::Entry& entry) {
    const auto& collection = *entries.collection;
    const std::string kind = said(collection.label, site_, language_), anchor = model::anchor_of(entry);
    Text title{0, said(model::title_of(entry), site_, language_)};
    std::vector<Text> texts;
    for (const auto& field : collection.fields) {
      const Value* value = entry.fields.find(field.name);
      const auto page = std::ranges::find(entry.pages, field.name, [](const auto* route) { return route->declaration->name; });
      if (field.name == collection.title) {
        title.weight = field.search;
      } else if (value && page == entry.pages.end()) {
        collect(texts, field, *value, 0, site_, language_);
      } else if (value) {
        std::vector<Text> own;
        collect(own, field, *value, 0, site_, language_);
        const std::string name = said((*page)->declaration->title, site_, language_) + " · " + title.text;
        add(**page, "", kind, {0, title.text.empty() ? "" : name}, own);
      }
    }
    if (entry.route) add(*entry.route, "", kind, title, texts);
    else if (!anchor.empty()) add(*entries.list, anchor, kind, title, texts);
  }

  /// How many documents there are, as many in every language; one may say nothing in this one.
  std::size_t size() const { return documents_.size(); }
  bool says(std::size_t document) const { return !documents_[document].row.empty(); }
  /// How many words are not shown there, or weigh more than where they are.
  std::size_t further(std::size_t document) const { return documents_[document].further; }

  /// With those documents, in that order.
  base::File file(const std::vector<std::size_t>& order) const {
    std::vector<std::size_t> places(documents_.size());
    std::string bytes = "self.loaSearch={documents:[\n";
    for (std::size_t i = 0; i < order.size(); ++i) {
      places[order[i]] = i;
      bytes += (says(order[i]) ? documents_[order[i]].row : "[]") + ",\n";
    }
    bytes += "],words:{";
    for (const auto& [weight, groups] : groups_of_words(places)) {
      bytes += fmt::format("\n{}:[\n", weight);
      for (const auto& [documents, words] : groups) {
        base::escape_json(bytes += '[', words);
        bytes += fmt::format(",{}],\n", fmt::join(documents, ","));
      }
      bytes += "],";
    }
    return {site_.languages[language_].tag + "/search.js", bytes + "}};\n"};
  }

 private:
  /// A word: what it weighs in the document that was added last, and where it stands, with its weight, without being shown there.
  struct Word {
    std::size_t document = 0;
    int shown = 0, weight = 0;
    std::vector<std::pair<int, std::size_t>> places;
  };
  struct Document {
    std::string row;  ///< empty where nothing is said
    std::size_t further = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Groups = std::map<std::vector<std::size_t>, std::string>;

  std::string address(const model::Route& route) const {
    return base::encode_path(route.for_all_languages() ? route.urls.front() : route.urls[language_]);
  }

  /// Without a title nothing is said, nor with one that has no weight and stands alone.
  void add(const model::Route& route, const std::string& anchor, std::string_view kind, const Text& title, const std::vector<Text>& texts) {
    Document& document = documents_.emplace_back();
    if (title.text.empty() || (title.weight <= 0 && texts.empty())) return;
    const Text about = sentence(texts);
    base::escape_json(document.row += '[', address(route) + (anchor.empty() ? "" : "#" + base::encode_path(anchor)));
    base::escape_json(document.row += ',', kind);
    base::escape_json(document.row += fmt::format(",{},", title.weight), title.text);
    base::escape_json(document.row += fmt::format(",{},", about.weight), about.text);
    document.row += ']';

    std::vector<Word*> met;
    meet(title, &Word::shown, met);
    meet(about, &Word::shown, met);
    for (const auto& text : texts) meet(text, &Word::weight, met);
    for (Word* word : met) {
      if (word->weight <= word->shown) continue;
      word->places.emplace_back(word->weight, documents_.size() - 1);
      ++document.further;
    }
  }

  /// Notes the words of a text of the last document; `met` are those of the document.
  void meet(const Text& text, int Word::*weight, std::vector<Word*>& met) {
    const std::string words = base::words(text.text);
    for (std::size_t begin = 0, end; (end = words.find(' ', begin)) != words.npos; begin = end + 1) {
      const auto one = std::string_view(words).substr(begin, end - begin);
      auto found = words_.find(one);
      if (found == words_.end()) found = words_.emplace(one, Word()).first;
      Word& word = found->second;
      if (word.document != documents_.size()) {
        word.document = documents_.size();
        word.shown = word.weight = 0;
        met.push_back(&word);
      }
      word.*weight = std::max(word.*weight, text.weight);
    }
  }

  /// By weight, the heaviest first: the words that stand in the same documents, sorted, with a blank between.
  std::map<int, Groups, std::greater<>> groups_of_words(const std::vector<std::size_t>& places) const {
    std::vector<std::pair<std::string_view, const Word*>> sorted;
    for (const auto& [text, word] : words_) sorted.emplace_back(text, &word);
    std::ranges::sort(sorted);
    std::map<int, Groups, std::greater<>> all;
    for (const auto& [text, word] : sorted) {
      std::map<int, std::vector<std::size_t>> documents;
      for (const auto& [weight, document] : word->places) documents[weight].push_back(places[document]);
      for (auto& [weight, list] : documents) {
        std::ranges::sort(list);
        std::string& group = all[weight][std::move(list)];
        (group += group.empty() ? "" : " ") += text;
      }
    }
    return all;
  }

  const model::Site& site_;
  std::size_t language_;
  std::vector<Document> documents_;
  std::unordered_map<std::string, Word, Hash, std::equal_to<>> words_;
};

/// The documents that say something in any language. Long ones come first: their numbers, which are written most often, are the shortest.
std::vector<std::size_t> order_of(const std::deque<Index>& all) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < all.front().size(); ++i)
    if (std::ranges::any_of(all, [&](const Index& index) { return index.says(i); })) order.push_back(i);
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return all.front().further(i); });
  return order;
}

}  // namespace

std::vector<base::File> search(const model::Site& site, const model::Theme& theme, const std::vector<base::File>&) {
  std::vector<base::File> files;
  if (!theme.search) return files;
  int weight = 1;
  for (const auto& collection : theme.collections) weight = std::max(weight, heaviest(collection.fields));
  std::deque<Index> all;
  for (std::size_t language = 0; language < site.languages.size(); ++language) {
    Index& index = all.emplace_back(site, language);
    index.add_pages(weight);
    for (const auto& entries : site.collections)
      for (const auto& entry : entries.all) index.add_entry(entries, entry);
  }
  const std::vector<std::size_t> order = order_of(all);
  for (const auto& index : all) files.push_back(index.file(order));
  return files;
}

}  // namespace outputs
