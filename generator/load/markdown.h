// Markdown (CommonMark with tables, strikethrough and task lists) as HTML that can do no harm. cmark-gfm is sealed in
// markdown.cpp.
//
// What an author may say is text. Raw HTML is a mistake with its line, every address passes the caller's `Resolve`, a
// picture has a description, and texts that would keep the library busy for seconds are refused before it sees them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/diagnostics.h"
#include "base/source.h"
#include "model/value.h"

namespace load {

/// An address in a text, as its author meant it: entities and escapes are undone.
struct LinkRequest {
  std::string address;
  std::function<base::Place()> place;  ///< finds the address in its line; only to be called while it is being resolved
  bool image = false;
  std::string alt;    ///< of a picture: its description, maybe empty
};

/// The address to print, and of a picture further attributes as HTML: `srcset="…" width="…"`, or none.
struct Resolved {
  std::string address, attributes;
  Resolved(std::string where, std::string further = {}) : address(std::move(where)), attributes(std::move(further)) {}
};

/// What to print; or nothing where the mistake has been reported: then the text stays, without a link.
/// It must not render Markdown itself.
using Resolve = std::function<std::optional<Resolved>(const LinkRequest&)>;

/// The ids of the headings on one page, each there once: "lich", "lich-2".
class HeadingIds {
 public:
  std::string add(std::string_view text);

 private:
  std::unordered_map<std::string, int> taken_;  ///< with the number that was tried last
};

constexpr std::size_t largest_markdown = 64 * 1024;  ///< bytes of one text
constexpr int most_bars = 64;            ///< `|` in a line
constexpr int most_cells = 5'000;        ///< of a table: columns × lines; of all tables in a text, four times as many
constexpr int most_brackets = 2'000;     ///< `[` in a text
constexpr int deepest_markdown = 100;    ///< quotes, lists, emphasis within one another

/// Fills `prose.html` and `prose.headings`. A level-one heading becomes level two, since the page has its own. Tables
/// stand in a `<div class="table" tabindex="0">`, so that a wide one can be moved by keyboard.
void render_markdown(model::Prose& prose, const Resolve& resolve, HeadingIds& ids, base::Diagnostics& diagnostics);

}  // namespace load
