#include "load/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <mutex>

#include "base/file.h"
#include "base/text.h"
#include "base/url.h"
#include "load/arena.h"
#include "load/content.h"
#include "load/gate.h"
#include "load/markdown_html.h"
#include "load/markdown_leftovers.h"
#include "load/markdown_limits.h"
#include "load/prose_place.h"
#include "load/suggest.h"

namespace load {
namespace {

using base::Code;
using base::Diagnostic;
using base::Hint;

/// Neither UNSAFE, SMART nor FOOTNOTES; nor VALIDATE_UTF8, since no text gets here but through the gate, which is stricter.
constexpr int options = CMARK_OPT_DEFAULT;

cmark_mem memory{[](std::size_t count, std::size_t size) { return thread_arena().allocate(count * size); },
                 [](void* old, std::size_t size) { return thread_arena().grow(old, size); }, [](void*) {}};

/// What cmark has taken from the thread's arena is gone at the end of the scope, nodes included.
struct ArenaScope {
  ArenaScope() = default;
  ArenaScope(const ArenaScope&) = delete;
  ArenaScope& operator=(const ArenaScope&) = delete;
  ~ArenaScope() { thread_arena().reset(); }
};

struct Extensions {
  cmark_syntax_extension *table, *tasklist, *strikethrough;
};
const Extensions& extensions() {
  static const Extensions all = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return Extensions{cmark_find_syntax_extension("table"), cmark_find_syntax_extension("tasklist"), cmark_find_syntax_extension("strikethrough")};
  }();
  return all;
}

/// Reads a text with the parser's extensions, and with strikethrough where it can matter.
///
/// While it reads, the library keeps an extension's special characters (`~`) in a table that all threads share, and takes
/// them out at the end; so of two texts with strikethrough at a time, one would lose it now and then. Texts without `~`
/// do not look at that entry.
cmark_node* parse(cmark_parser* parser, std::string_view markdown) {
  static std::mutex one_at_a_time;
  std::unique_lock lock(one_at_a_time, std::defer_lock);
  cmark_parser_attach_syntax_extension(parser, extensions().table);
  cmark_parser_attach_syntax_extension(parser, extensions().tasklist);
  if (markdown.find('~') != markdown.npos) {
    lock.lock();
    cmark_parser_attach_syntax_extension(parser, extensions().strikethrough);
  }
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  return cmark_parser_finish(parser);
}

bool is_leaf(cmark_node_type type) {
  switch (type) {
    case CMARK_NODE_HTML_BLOCK: case CMARK_NODE_THEMATIC_BREAK: case CMARK_NODE_CODE_BLOCK: case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK: case CMARK_NODE_LINEBREAK: case CMARK_NODE_CODE: case CMARK_NODE_HTML_INLINE: return true;
    default: return false;
  }
}

bool is_inline(cmark_node_type type) { return (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE; }

std::string_view view(const char* text) { return text ? std::string_view(text) : std::string_view(); }

void append_text(std::string& out, cmark_node* leaf) {
  const cmark_node_type type = cmark_node_get_type(leaf);
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) out += view(cmark_node_get_literal(leaf));
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) out += ' ';
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// The words within a node, without any marks.
std::string text_in(cmark_node* root) {
  std::string out;
  for (cmark_node* node = root; node;) {
    append_text(out, node);
    if (cmark_node* inner = cmark_node_first_child(node)) {
      node = inner;
      continue;
    }
    while (node != root && !cmark_node_next(node)) node = cmark_node_parent(node);
    node = node == root ? nullptr : cmark_node_next(node);
  }
  return out;
}

bool has_no_words(cmark_node* link) {
  for (cmark_node* part = cmark_node_first_child(link); part; part = cmark_node_next(part))
    if (cmark_node_get_type(part) == CMARK_NODE_IMAGE || cmark_node_get_type(part) == CMARK_NODE_HTML_INLINE) return false;
  return trimmed(text_in(link)).empty();
}

/// The line on which a node begins; inlines that do not know take it from what they stand in.
int line_of(cmark_node* node) {
  while (node && cmark_node_get_start_line(node) == 0) node = cmark_node_parent(node);
  return node ? cmark_node_get_start_line(node) : 1;
}

/// The Markdown that does what a tag does, where there is one.
std::string_view markdown_for(std::string_view html) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 20> known{{
      {"a", "[…](…)"}, {"b", "**…**"}, {"blockquote", "> …"}, {"br", "\\"}, {"code", "`…`"}, {"del", "~~…~~"}, {"em", "*…*"},
      {"h1", "## …"}, {"h2", "## …"}, {"h3", "### …"}, {"h4", "#### …"}, {"hr", "---"}, {"i", "*…*"}, {"img", "![…](…)"},
      {"li", "- …"}, {"ol", "1. …"}, {"s", "~~…~~"}, {"strong", "**…**"}, {"table", "| … |"}, {"ul", "- …"}}};
  const auto name = base::fold(html.substr(1, html.find_first_of(" \t\n/>", 1) - 1));
  const auto found = std::find_if(known.begin(), known.end(), [&](const auto& pair) { return pair.first == name; });
  return found == known.end() ? std::string_view() : found->second;
}

constexpr int most_raw_htmls = 100;  ///< reported in one text

/// One address at the foot of a text can be used by many links, each with a copy of it.
constexpr std::size_t most_address_bytes = 512 * 1024;

/// Walks over the tree of one text, reports what may not be in it, and gives links and headings their final form.
class Walk {
 public:
  Walk(model::Prose& prose, const ProsePlace& places, const Resolve& resolve, HeadingIds& ids, base::Diagnostics& diagnostics)
      : prose_(prose), places_(places), resolve_(resolve), ids_(ids), diagnostics_(diagnostics),
        leftovers_(places, prose.place.source && prose.place.source->path.ends_with(".md"), diagnostics) {}

  /// Of the pictures that were found.
  const PictureAttributes& pictures() const { return pictures_; }

  /// Whether the tree may be rendered.
  bool run(cmark_node* root) {
    for (cmark_node* node = root; node;) {
      if (!enter(node)) return false;
      cmark_node* next = cmark_node_first_child(node);
      while (!next) {
        // A node may only be changed when it is left: then it is known what comes after it.
        next = cmark_node_next(node);
        cmark_node* const parent = cmark_node_parent(node);
        leave(node, cmark_node_get_type(node));
        if (node == root) return is_within_limits();
        if (!next) node = parent;
      }
      node = next;
    }
    return true;
  }

 private:
  bool is_within_limits() const { return raw_htmls_ < most_raw_htmls && addresses_ <= most_address_bytes; }

  /// Whether to go on.
  bool enter(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (is_leaf(type)) {
      leaf(node, type);
    } else if (++depth_ > deepest_markdown) {
      diagnostics_.add({Code::markdown_too_deep, places_.words(line_of(node)), {std::to_string(deepest_markdown)}});
      return false;
    } else if (type == CMARK_NODE_PARAGRAPH) {
      look_for_blanks_in_addresses(node);
    } else if (type == CMARK_NODE_HEADING) {
      in_heading_ = true;
      heading_.clear();
    }
    show(node, type);
    return is_within_limits();
  }

  void leaf(cmark_node* node, cmark_node_type type) {
    if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) return raw_html(node, type == CMARK_NODE_HTML_INLINE);
    if (type == CMARK_NODE_CODE_BLOCK) return code(node);
    if (in_heading_) append_text(heading_, node);
  }

  static bool has_lines(cmark_node* node, cmark_node_type type) {
    if (is_inline(type)) return false;
    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || view(cmark_node_get_type_string(node)) == "table_cell";
  }

  /// Puts what is shown of a node into its lines.
  void show(cmark_node* node, cmark_node_type type) {
    if (has_lines(node, type)) {
      const bool is_item = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM;
      shown_ = {type != CMARK_NODE_PARAGRAPH ? Shown::Block::other : is_item ? Shown::Block::item : Shown::Block::paragraph, cmark_node_get_end_line(node), {}};
      shown_.lines.push_back({line_of(node)});
    } else if (!is_inline(type) || shown_.lines.empty()) {
      return;
    } else if (type == CMARK_NODE_TEXT) {
      shown_.lines.back().text += view(cmark_node_get_literal(node));
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      shown_.lines.push_back({shown_.lines.back().number + 1});
    } else {
      const bool is_picture = type == CMARK_NODE_LINK && media_type(view(cmark_node_get_url(node))) == MediaType::picture;
      shown_.lines.back().text += is_picture ? Shown::link_to_picture : Shown::part;
    }
  }

  void code(cmark_node* node) {
    int length = 0, offset = 0;
    char sign = 0;
    const bool is_fenced = cmark_node_get_fenced(node, &length, &offset, &sign) != 0;
    leftovers_.look_at_code(line_of(node), cmark_node_get_end_line(node), view(cmark_node_get_literal(node)), std::string(is_fenced ? static_cast<std::size_t>(length) : 0, sign));
  }

  void leave(cmark_node* node, cmark_node_type type) {
    if (is_leaf(type)) return;
    --depth_;
    if (has_lines(node, type)) leftovers_.look(shown_);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) return link(node, type == CMARK_NODE_IMAGE);
    if (type != CMARK_NODE_HEADING) return;
    in_heading_ = false;
    look_for_accident(node);
    const int level = std::max(2, cmark_node_get_heading_level(node));
    cmark_node_set_heading_level(node, level);
    prose_.headings.push_back({level, ids_.add(heading_), heading_});
  }

  /// `---` right below a paragraph: nobody means a heading of several lines.
  void look_for_accident(cmark_node* node) {
    constexpr std::size_t longest = 80;
    const auto lines = static_cast<int>(shown_.lines.size());
    if (lines == 1 && base::count_characters(heading_) <= longest) return;
    const int below = line_of(node) + lines;
    const auto line = places_.line(below);
    const std::string marks(trimmed(line.substr(std::min(line.find('-'), line.size()))));
    if (marks.empty() || marks.find_first_not_of('-') != marks.npos) return;
    diagnostics_.add(Diagnostic{Code::heading_by_accident, places_.words(below), {marks, base::shortened(heading_, 60)}}.hint(Hint::blank_line_above, {marks}));
  }

  /// `![a](my photo.jpg)` and `![a] (photo.jpg)` stay as they are for Markdown, brackets and all; nobody means that.
  void look_for_blanks_in_addresses(cmark_node* node) {
    constexpr std::size_t most = 200;  // bytes of an address that somebody types
    for (int number = line_of(node); number <= cmark_node_get_end_line(node); ++number) {
      const std::string_view line = places_.line(number);
      for (std::size_t at = line.find(']'); at != line.npos; at = line.find(']', at + 1)) {
        const bool is_torn = line.substr(at + 1).starts_with(" (");
        const auto begin = at + (is_torn ? 3 : 2);
        if (begin > line.size() || line[begin - 1] != '(') continue;
        const auto near = line.substr(begin, most);
        const auto address = trimmed(near.substr(0, std::min(near.find(')'), near.size())));
        const bool is_whole = near.find(')') != near.npos && address.find_first_of("\"'<>[](") == address.npos;
        if (!is_whole || media_type(address) == MediaType::none) continue;
        const auto open = line.rfind('[', at);
        const bool is_picture = open != line.npos && open > 0 && line[open - 1] == '!';
        const bool is_code = std::ranges::count(line.substr(0, at), '`') % 2 != 0;
        if (is_code || (is_torn && !is_picture)) continue;
        const auto place = places_.at(number, static_cast<std::size_t>(address.data() - line.data()), address.size());
        if (address.find(' ') != address.npos) diagnostics_.add(link_with_blanks(address, place));
        else if (is_torn && media_type(address) == MediaType::picture) diagnostics_.add(Diagnostic{Code::link_torn, place, {std::string(address)}}.hint(Hint::expected_shape, {"`](" + std::string(address) + ")`"}));
      }
    }
  }

  void raw_html(cmark_node* node, bool is_inline) {
    std::string_view html = view(cmark_node_get_literal(node));
    html = html.substr(0, html.find('\n'));
    // The end of what has been reported where it began.
    if (is_inline && raw_htmls_ > 0 && html.starts_with("</")) return;
    ++raw_htmls_;
    const int line = line_of(node);
    const auto indent = std::min(html.find_first_not_of(' '), html.size());
    html.remove_prefix(indent);
    std::size_t column = is_inline ? static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(node))) - 1 : 0;
    if (places_.line(line).substr(std::min(column, places_.line(line).size())).substr(0, html.size()) != html) column = places_.line(line).find(html);
    const base::Place place = column == std::string_view::npos ? places_.words(line) : places_.at(line, column, html.size());
    constexpr std::size_t most = 60;
    diagnostics_.add(Diagnostic{Code::markdown_raw_html, place, {base::shortened(html, most)}}.hint(Hint::use_markdown, {std::string(markdown_for(html))}));
  }

  void link(cmark_node* node, bool is_image) {
    LinkRequest request;
    request.address = view(cmark_node_get_url(node));
    request.place = [this, node] { return place_of_address(node, view(cmark_node_get_url(node))); };
    addresses_ += request.address.size() + view(cmark_node_get_title(node)).size();
    if (addresses_ > most_address_bytes) {
      diagnostics_.add(Diagnostic{Code::markdown_too_large, request.place(), {size_in_words(addresses_), size_in_words(most_address_bytes)}}.hint(Hint::split_text));
      return;
    }
    request.image = is_image;
    if (is_image) request.alt = text_in(node);
    if (is_image && request.alt.find_first_not_of(" ") == std::string::npos)
      diagnostics_.add(Diagnostic{Code::image_alt_missing, request.place(), {request.address}}.hint(Hint::describe_picture));
    if (!is_image) leftovers_.look_at_link(line_of(node), text_in(node));
    if (!is_image && has_no_words(node))
      diagnostics_.add(Diagnostic{Code::link_empty, request.place(), {request.address}}.hint(Hint::write_words, {"`[…](" + request.address + ")`"}));
    if (const auto resolved = resolve_(request)) {
      cmark_node_set_url(node, resolved->address.c_str());
      if (!resolved->attributes.empty()) pictures_.emplace(base::decode_path(resolved->address), resolved->attributes);
      return;
    }
    for (cmark_node* first; (first = cmark_node_first_child(node)) && cmark_node_insert_before(node, first);) {}
    cmark_node_unlink(node);
  }

  /// The library knows the line of a link, and its columns more or less; the address is found by looking for it.
  base::Place place_of_address(cmark_node* node, std::string_view address) const {
    const int number = line_of(node);
    const std::string_view line = places_.line(number);
    const auto column = std::min(static_cast<std::size_t>(std::max(1, cmark_node_get_start_column(node))) - 1, line.size());
    const auto end = std::min(static_cast<std::size_t>(std::max(0, cmark_node_get_end_column(node))), line.size());
    std::string_view written = address;
    if (written.starts_with("mailto:") && line.find(written) == line.npos) written.remove_prefix(7);
    if (!written.empty()) {
      for (const std::size_t from : {column, std::size_t{0}})
        for (const std::string_view before : {"](", "](<", "<", ""}) {
          const std::size_t found = line.find(std::string(before).append(written), from);
          if (found != line.npos) return places_.at(number, found + before.size(), written.size());
        }
    }
    // An address with escapes, or at the foot of the text: then the link is what can be shown.
    return end > column ? places_.at(number, column, end - column) : places_.words(number);
  }

  model::Prose& prose_;
  const ProsePlace& places_;
  const Resolve& resolve_;
  HeadingIds& ids_;
  base::Diagnostics& diagnostics_;
  Leftovers leftovers_;
  Shown shown_;
  PictureAttributes pictures_;
  std::string heading_;
  bool in_heading_ = false;
  int depth_ = 0;
  int raw_htmls_ = 0;
  std::size_t addresses_ = 0;  ///< bytes of addresses and titles so far
};

}  // namespace

std::string HeadingIds::add(std::string_view text) {
  std::string id = base::slug(text);
  if (id.empty()) id = "section";
  if (id[0] >= '0' && id[0] <= '9') id = "section-" + id;  // ids begin with a letter, as CSS wants them
  int& last = taken_[id];
  if (last++ == 0) return id;
  for (;; ++last)
    if (std::string numbered = id + "-" + std::to_string(last); taken_.try_emplace(numbered, 1).second) return numbered;
}

void render_markdown(model::Prose& prose, const Resolve& resolve, HeadingIds& ids, base::Diagnostics& diagnostics) {
  prose.html = {};
  prose.headings.clear();
  const ProsePlace places(prose);
  if (!is_within_limits(prose, places, diagnostics)) return;

  const ArenaScope scope;
  cmark_parser* parser = cmark_parser_new_with_mem(options, &memory);
  cmark_node* root = parse(parser, prose.text());
  Walk walk(prose, places, resolve, ids, diagnostics);
  if (!walk.run(root)) return;
  const char* html = cmark_render_html_with_mem(root, options, cmark_parser_get_syntax_extensions(parser), &memory);
  prose.html = base::Html::trusted(dress(html, prose.headings, walk.pictures()));
}

}  // namespace load
