// The site: everything that was said, checked and ready to be shown. Built once, then only looked at.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/collection.h"
#include "model/language.h"
#include "model/value.h"

namespace model {

/// Why an entry is not published.
struct Hidden {
  enum class Why {
    draft,       ///< its status says so
    not_yet,     ///< the day from which it is published has not come
    over,        ///< the last day on which it is published is past
    to_confirm,  ///< a field that it must have is still to be confirmed
    depends,     ///< it refers, in a field that it must have, to an entry that is not published
  } why = Why::draft;
  std::string on;     ///< of `not_yet` and `over` the date; else the field, or what is referred to: "place kon-tum"
  base::Place place;  ///< where that is said
};

/// One checked thing of a collection.
struct Entry {
  const Collection* collection = nullptr;
  std::string id;
  Record fields;
  base::Place place;
  const Route* route = nullptr;  ///< its page; null where its collection makes none
  std::vector<const Route*> pages;  ///< its further pages, in the order of their declaration
  bool unconfirmed = false;         ///< some of what is said of it is still to be confirmed, and not published but in a preview
  std::optional<Hidden> hidden;     ///< with a preview, of entries that are shown all the same, too
};

/// One page in all its languages. A page proper is a route and a language.
struct Route {
  const PageDeclaration* declaration = nullptr;
  const Collection* collection = nullptr;  ///< of an entry's page and of a list
  const Entry* entry = nullptr;            ///< of an entry's page
  /// Addresses below the base, one per language: "vi/gioi-thieu/", "vi/" or (one for all languages) "404.html".
  std::vector<std::string> urls;
  std::vector<base::Place> places;  ///< of each address: where an author can change it

  bool for_all_languages() const { return !declaration->file.empty(); }
};

/// An address that a page had before: a file there leads on.
struct Redirect {
  std::string url;  ///< below the base, as that of a route
  const Route* route = nullptr;
  std::size_t language = 0;  ///< of the page to which it leads
  base::Place place;
};

/// The file of an address: "vi/" → "vi/index.html", "404.html" → "404.html".
std::string file_of(std::string_view url);

/// Where the data of a collection is published: "data/forum.json".
std::string data_file(std::string_view collection, std::string_view extension);

/// The entries of one collection, in the order of their files and within a file as written.
struct Entries {
  const Collection* collection = nullptr;
  std::deque<Entry> all;     ///< those that are published
  std::deque<Entry> hidden;  ///< the others; their routes are not among those of the site
  const Route* list = nullptr;  ///< the page for all of them; null where there is none
  bool whole = true;  ///< false where a file of theirs was refused: then an id that is not here may be there all the same
  const Entry* find_hidden(std::string_view id) const;
  /// The first published entry of that id, or null. Fast once `index` was called after the last entry was added.
  const Entry* find(std::string_view id) const;
  void index();
  std::vector<std::size_t> by_id;  ///< positions in `all`, sorted by id; made by `index`
};

/// An anchor that a text links to: looked for once the pages are made.
struct AnchorUse {
  std::string url;  ///< of the page, below the base
  std::string anchor;
  base::Place place;
};

/// A text and what it was translated to, as fingerprints. `unit` is "forum/2024/lang-son sessions.venue en": the entry, the names on the way to the
/// text, without the numbers of items, and the language.
struct TranslationPair {
  std::string unit, source, translation;
  auto operator<=>(const TranslationPair&) const = default;
};

/// What was known to be true when it was last looked at; without it (an empty one) everything counts as true. A pair is there as often as it is
/// said, so that one of two equal texts may change.
struct TranslationMemory {
  std::multiset<TranslationPair> pairs;
};

/// A picture of the content as it is published: upright, in a few sizes, and without anything that tells of whom took it, where and when.
struct Picture {
  struct Size {
    int width = 0, height = 0;  ///< in pixels
    std::string url;            ///< below the base: "media/3f2a9c5570dd1e64-640.jpg"
    std::string bytes;
  };
  std::vector<Size> sizes;  ///< from the smallest; never empty

  const Size& largest() const { return sizes.back(); }
  /// What is shown where a browser does not choose: the largest of those that suit a telephone.
  const Size& usual() const;
};

/// The `srcset` of a picture (HTML standard, 4.8.4.2.1): encoded addresses with their widths.
std::string srcset(const Picture& picture, std::string_view base_path);

struct Site {
  std::vector<Language> languages;  ///< the first is the default
  std::string base_url;             ///< "https://example.org/path/", always with a last `/`
  std::string base_path;            ///< its path: "/path/"
  std::optional<LocalTime> today;
  std::deque<Entries> collections;  ///< in the order of the theme's
  std::deque<Route> routes;
  std::vector<Redirect> redirects;
  std::deque<Route> hidden_routes;  ///< where the hidden entries would be
  std::vector<std::string> media;   ///< content files that are published, as paths below the content folder, sorted
  std::map<std::string, Picture, std::less<>> pictures;  ///< those of the media that are pictures, by their paths
  std::string content;              ///< the content folder, to read them from
  std::vector<AnchorUse> anchors;
  TranslationMemory translations;

  const Entries* find(std::string_view collection) const;
  /// Null where the file is no picture.
  const Picture* find_picture(std::string_view path) const;
  /// Where a file of the content is published, below the base, not yet encoded: of a picture the usual size, or with `whole` the largest.
  std::string media_url(std::string_view path, bool whole = false) const;
  /// The one entry of the collection `site`; where there is none, an entry without fields.
  const Entry& self() const;
};

/// The file that says an entry, below the content folder: "2024/lang-son/forum.yaml"; empty where none does.
std::string_view content_path(const Site& site, const Entry& entry);

/// The id of the element that shows an entry on the list of its collection; empty where the list promises none.
std::string anchor_of(const Entry& entry);

/// The value in one language: a Translated gives that language's value, or (with `fell_back`) the first one there is,
/// the default language's before others, and says which; anything else is itself.
struct Spoken {
  const Value* value = nullptr;  ///< never null; a null Value where nothing is there in any language
  std::size_t language = 0;
  bool fell_back = false;
};
Spoken speak(const Value& value, std::size_t language);

/// The value of an entry's title field, or its id.
Value title_of(const Entry& entry);

}  // namespace model
