// A declared type of thing (a forum, a hotline, a place): where its entries lie, which fields they have, which pages they make.
//
// The theme declares collections in YAML; content may add some of its own. The program knows kinds, not campaigns.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "model/channels.h"
#include "model/value.h"

namespace model {

enum class Kind {
  text, prose, word, number, quantity, yes_no, choice, when, phone, link, email, image, file, reference, list, record
};

/// The names as authors of themes write them, in the order of the enum: "text" … "yes-no" ….
std::string_view name_of(Kind kind);
std::optional<Kind> kind_named(std::string_view name);
const std::vector<std::string_view>& kind_names();

struct Option {
  std::string name;
  Value label;  ///< Translated; null where the name serves as its own label
};

/// What becomes of a field when a new year begins.
enum class NewYear { carry, clear, confirm };

struct Field {
  std::string name;
  Kind kind = Kind::word;
  bool required = false;
  bool translated = false;  ///< text and prose are, unless the declaration says otherwise
  NewYear new_year = NewYear::carry;
  std::string says;  ///< of a text: the field beside it whose figures it says; empty for none
  bool for_editors = false;  ///< says how the entry is kept, not what it is about: never published as data
  int search = 0;  ///< weight in the search of the site; 0: not searched
  Value label, help;  ///< Translated, or null
  std::vector<Option> options;                ///< of a choice
  std::string to;                             ///< of a reference: the collection's name
  base::Place to_place;
  std::vector<Field> fields;                  ///< of a record; of a list: one field of the same name, the kind of its items
  std::optional<double> least, most;          ///< of a number: its range; of a list: how many items
  base::Place place;
};

/// A pattern like "{period}/{place}/forum.yaml": text and names in turn. `{name}` stands for one or more characters but
/// no `/`; `{name*}` also for `/`.
struct Pattern {
  struct Piece {
    bool is_field = false, across_folders = false;
    std::string text;
  };
  std::string text;
  std::vector<Piece> pieces;
  base::Place place;

  /// The values of its names, in order, where the whole path fits; the shortest match from the left.
  std::optional<std::vector<std::pair<std::string, std::string>>> match(std::string_view path) const;
  /// Number of bytes outside the braces: of two patterns that fit, the one with more is meant.
  std::size_t literal_size() const;
};

/// Reads a pattern, or nothing where braces do not fit.
std::optional<Pattern> parse_pattern(std::string text, base::Place place);

/// How entries lie in the files of a collection.
enum class Holds {
  one,   ///< a YAML file is one entry; its id is the names in its path joined by `/`
  many,  ///< a YAML file is a mapping from id to entry
};

/// Pages of one shape: the address per language (below the language's folder) and the template.
struct PageDeclaration {
  std::string name;                ///< of a page of the theme ("home"); empty for those of a collection
  std::vector<Pattern> urls;       ///< one per language of the site; empty with `file`
  std::string file;                ///< one file for all languages ("404.html")
  std::string template_name;
  std::optional<Pattern> anchor;   ///< of a list: the id of the element that shows an entry, "topic-{id}"
  Value title;                     ///< Translated, or null
  base::Place place;
};

/// What has to hold for the entries of a collection: a condition in the language of templates, and what is said where it
/// does not hold.
struct Rule {
  std::string name;        ///< "quota-sum"
  std::vector<std::string> each;  ///< paths ("duties.agencies"): the rule is about each value there, not the entry
  std::string at;          ///< the path, from the item or the entry, to the value that a message points at; may be empty
  base::Place condition;   ///< the text of the expression, as it lies in its file
  bool only_warns = false; ///< `should` and not `must`
  Value say;               ///< Translated; `{}` in it stands for what `show` gives
  base::Place show;        ///< the text of another expression, or nowhere
  base::Place place;
};

/// What several collections share.
struct Trait {
  std::vector<Field> fields;
  std::vector<Rule> rules;
  Channels channels;
};

struct Collection {
  std::string name;
  Value label;  ///< Translated, or null
  Pattern files;
  bool markdown = false;  ///< one file a language, front matter and a body; else YAML
  Holds holds = Holds::one;
  std::string title = "title";  ///< the field that names an entry
  std::string body;             ///< of Markdown: the field that takes what follows the front matter
  std::vector<std::string> traits;
  std::vector<Field> fields;    ///< those of the traits first
  std::vector<Rule> rules;
  std::optional<PageDeclaration> page;  ///< one page for each entry
  std::vector<PageDeclaration> pages;   ///< further ones for each entry, by name
  std::optional<PageDeclaration> list;  ///< one page for all
  Channels channels;
  base::Place place;

  const Field* find(std::string_view name) const;
  /// The field of kind `when` that the path of a file says: there is an entry for each year. Null where the path says none.
  const Field* year_field() const;
};

/// The word for an entry in the addresses of its pages, language by language; where there is none, its id serves.
constexpr std::string_view slug_field = "slug";

/// What the program itself asks of every entry: whether it is published, and from which day to which.
constexpr std::string_view status_field = "status", draft_option = "draft", publish_from_field = "publish_from", expire_after_field = "expire_after", aliases_field = "aliases";

/// Words of an entry of which a check warns, and that may stand there all the same.
constexpr std::string_view checked_field = "checked";

/// Names that every entry has by itself, so that no field may be called so.
const std::vector<std::string_view>& reserved_field_names();

/// `[a-z][a-z0-9_]*`: what fields, options of templates and pages may be called.
bool is_plain_name(std::string_view name);

}  // namespace model
