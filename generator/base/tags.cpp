#include "base/tags.h"

#include <algorithm>
#include <array>

namespace base {
namespace {

constexpr std::string_view blanks = " \t\n\f\r", ends_of_name = " \t\n\f\r/>";

/// Elements that hold text alone: no tag begins before their own end tag.
constexpr std::array<std::string_view, 8> raw_elements{"script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Reads on through a page; `at` never passes its end.
struct Reader {
  std::string_view html;
  std::size_t at = 0;

  bool is_at_end() const { return at == html.size(); }
  std::string_view rest() const { return html.substr(at); }

  std::string_view until_any(std::string_view ends) {
    const std::size_t begin = at;
    at = std::min(html.find_first_of(ends, at), html.size());
    return html.substr(begin, at - begin);
  }

  std::string name(std::string_view ends) {
    std::string found(until_any(ends));
    std::ranges::transform(found, found.begin(), lower);
    return found;
  }

  void skip_any(std::string_view characters) { at = std::min(html.find_first_not_of(characters, at), html.size()); }
};

/// From the name of a tag to behind its `>`.
Tag read_tag(Reader& page) {
  Tag tag{page.name(ends_of_name), {}};
  for (;;) {
    page.skip_any(" \t\n\f\r/");
    if (page.is_at_end() || page.html[page.at] == '>') break;
    Attribute attribute;
    if (page.html[page.at] == '=') attribute.name = page.html[page.at++];
    attribute.name += page.name(" \t\n\f\r/>=");
    page.skip_any(blanks);
    if (page.rest().starts_with('=')) {
      ++page.at;
      page.skip_any(blanks);
      if (page.rest().starts_with('"') || page.rest().starts_with('\'')) {
        const char quote = page.html[page.at++];
        attribute.value = page.until_any(std::string_view(&quote, 1));
        if (!page.is_at_end()) ++page.at;
      } else {
        attribute.value = page.until_any(" \t\n\f\r>");
      }
    }
    tag.attributes.push_back(std::move(attribute));
  }
  if (!page.is_at_end()) ++page.at;
  return tag;
}

/// To the end tag of an element that holds text alone.
void skip_raw(Reader& page, std::string_view element) {
  const auto is_end = [&](std::string_view text) {
    return text.size() > element.size() + 2 && text.starts_with("</") &&
           std::ranges::equal(text.substr(2, element.size()), element, {}, lower) && ends_of_name.find(text[element.size() + 2]) != ends_of_name.npos;
  };
  while (!page.is_at_end() && !is_end(page.rest())) {
    ++page.at;
    page.until_any("<");
  }
}

}  // namespace

std::string_view Tag::operator[](std::string_view attribute) const {
  const auto found = std::ranges::find(attributes, attribute, &Attribute::name);
  return found == attributes.end() ? std::string_view() : found->value;
}

std::vector<Tag> start_tags(std::string_view html) {
  std::vector<Tag> tags;
  Reader page{html};
  while (page.until_any("<"), !page.is_at_end()) {
    const std::string_view rest = page.rest();
    const char next = rest.size() > 1 ? rest[1] : '\0', after = rest.size() > 2 ? rest[2] : '\0';
    if (is_letter(next)) {
      ++page.at;
      tags.push_back(read_tag(page));
      if (std::ranges::find(raw_elements, tags.back().name) != raw_elements.end()) skip_raw(page, tags.back().name);
    } else if (next == '/' && is_letter(after)) {
      page.at += 2;
      read_tag(page);
    } else if (rest.starts_with("<!--")) {
      // The dashes of `<!--` count, so that `<!-->` is a whole comment.
      page.at = std::min({html.find("-->", page.at + 2), html.find("--!>", page.at + 4), html.size()});
      page.until_any(">");
    } else if (next == '!' || next == '?' || next == '/') {
      page.until_any(">");
    } else {
      ++page.at;
    }
  }
  return tags;
}

}  // namespace base
