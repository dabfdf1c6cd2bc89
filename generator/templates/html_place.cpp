#include "templates/html_place.h"

#include <algorithm>
#include <array>

namespace templates {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <std::size_t n>
bool any(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Elements in which `<` begins nothing but their own end tag.
constexpr std::array<std::string_view, 9> raw_elements{"script", "style",   "title",    "textarea", "iframe",
                                                       "xmp",    "noembed", "noframes", "plaintext"};
/// Elements that run or embed what they are given.
constexpr std::array<std::string_view, 6> embedding{"script", "iframe", "frame", "object", "embed", "base"};
/// Elements whose `href` loads something.
constexpr std::array<std::string_view, 3> loading_by_link{"link", "image", "use"};
constexpr std::array<std::string_view, 5> loading{"src", "poster", "data", "background", "manifest"};
/// Attributes with several addresses, of which a browser chooses one.
constexpr std::array<std::string_view, 2> loading_one_of{"srcset", "imagesrcset"};
constexpr std::array<std::string_view, 8> linking{"href",       "action",   "formaction", "cite",
                                                  "xlink:href", "longdesc", "ping",       "codebase"};
constexpr std::array<std::string_view, 2> forbidden{"style", "srcdoc"};

}  // namespace

void HtmlPlace::follow(std::string_view text, std::uint32_t at) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    at_ = at + static_cast<std::uint32_t>(i);
    if (state_ == State::text && element_.empty()) {  // most of a template
      i = std::min(text.find('<', i), text.size());
      if (i == text.size()) break;
      at_ = at + static_cast<std::uint32_t>(i);
    }
    step(text[i]);
  }
}

void HtmlPlace::follow_print() {
  if (state_ == State::before_value) state_ = State::unquoted;
  if (state_ == State::open) state_ = State::tag_name, tag_.clear();
  if (state_ == State::double_quoted && is_kept()) value_ += '{';  // so that what is printed next does not begin it
}

bool HtmlPlace::is_kept() const { return attribute_ == "type" || (refresh_ && attribute_ == "content"); }

void HtmlPlace::step(char c) {
  switch (state_) {
    case State::text: return in_text(c);
    case State::open:
    case State::end_open: return in_open(c);
    case State::tag_name:
      if (c == '>') return end_tag();
      if (is_space(c) || c == '/')
        state_ = State::tag;
      else
        tag_ += lower(c);
      return;
    case State::end_tag:
      if (c == '>') state_ = State::text;
      return;
    case State::tag: return in_tag(c);
    case State::attribute_name:
    case State::after_name: return in_attribute_name(c);
    case State::before_value: return before_value(c);
    case State::double_quoted:
    case State::single_quoted:
      if (c == (state_ == State::double_quoted ? '"' : '\'')) return end_value();
      if (is_kept()) value_ += lower(c);
      return;
    case State::unquoted:
      if (is_space(c)) return end_value();
      if (c == '>') return end_value(), end_tag();
      if (attribute_ == "type") value_ += lower(c);
      return;
    case State::markup:
      if (c == '-' && tail_ == "-")
        state_ = State::comment, tail_ = "--";
      else if (c == '>')
        state_ = State::text;
      else
        tail_ = c;
      return;
    case State::comment: return in_comment(c);
  }
}

void HtmlPlace::in_text(char c) {
  if (element_.empty()) {
    if (c == '<') state_ = State::open, opened_ = at_;
    return;
  }
  // Raw text ends at its own end tag: `</script` and a character that ends a name.
  const std::string end = "</" + element_;
  if (tail_ == end && (is_space(c) || c == '/' || c == '>')) {
    element_.clear();
    tail_.clear();
    state_ = c == '>' ? State::text : State::end_tag;
    return;
  }
  tail_ += lower(c);
  while (!tail_.empty() && !end.starts_with(tail_)) tail_.erase(0, 1);
}

void HtmlPlace::in_open(char c) {
  if (state_ == State::end_open) {
    state_ = is_letter(c) ? State::end_tag : c == '>' ? State::text : State::markup;
    tail_.clear();
  } else if (is_letter(c)) {
    state_ = State::tag_name;
    tag_.assign(1, lower(c));
    type_.clear();
    refresh_ = false;
  } else if (c == '/') {
    state_ = State::end_open;
  } else if (c == '!' || c == '?') {
    state_ = State::markup;
    tail_.clear();
  } else {
    state_ = c == '<' ? State::open : State::text;
  }
}

void HtmlPlace::in_tag(char c) {
  if (c == '>') return end_tag();
  if (is_space(c) || c == '/') return;
  attribute_.assign(1, lower(c));
  value_.clear();
  state_ = c == '=' ? State::before_value : State::attribute_name;
}

void HtmlPlace::in_attribute_name(char c) {
  if (c == '>') return end_tag();
  if (c == '=') {
    state_ = State::before_value;
    refresh_ = refresh_ || (tag_ == "meta" && attribute_ == "http-equiv");
  } else if (is_space(c)) {
    state_ = State::after_name;
  } else if (c == '/') {
    state_ = State::tag;
  } else if (state_ == State::after_name) {
    in_tag(c);
  } else {
    attribute_ += lower(c);
  }
}

void HtmlPlace::before_value(char c) {
  if (is_space(c)) return;
  if (c == '>') return end_tag();
  if (c == '"')
    state_ = State::double_quoted;
  else if (c == '\'')
    state_ = State::single_quoted;
  else
    state_ = State::unquoted, value_ += lower(c);
}

void HtmlPlace::in_comment(char c) {
  // The dashes of `<!--` count, so that `<!-->` is a whole comment.
  tail_ += c;
  if (tail_.ends_with("-->") || tail_.ends_with("--!>")) {
    tail_.clear();
    state_ = State::text;
  } else if (tail_.size() > 3) {
    tail_.erase(0, 1);
  }
}

void HtmlPlace::end_value() {
  if (tag_ == "script" && attribute_ == "type") type_ = value_;
  attribute_.clear();
  value_.clear();
  state_ = State::tag;
}

void HtmlPlace::end_tag() {
  state_ = State::text;
  attribute_.clear();
  value_.clear();
  tail_.clear();
  if (any(raw_elements, tag_)) element_ = tag_;
}

Printing HtmlPlace::printing() const {
  if (state_ == State::text) {
    if (element_.empty()) return Printing::element;
    if (element_ == "title" || element_ == "textarea") return tail_.empty() ? Printing::plain : Printing::refused;
    const bool json = element_ == "script" && (type_ == "application/ld+json" || type_ == "application/json");
    return json && tail_.empty() ? Printing::json : Printing::refused;
  }
  if (state_ != State::double_quoted) return Printing::refused;
  if (refresh_) return attribute_ == "content" && value_ == "0; url=" ? Printing::resource : Printing::refused;
  if (attribute_.starts_with("on") || any(forbidden, attribute_)) return Printing::refused;
  if (tag_ == "script" && attribute_ == "type") return Printing::refused;
  if (any(loading_one_of, attribute_)) return Printing::resources;
  const bool loads = any(loading, attribute_), links = any(linking, attribute_);
  if ((loads || links) && any(embedding, tag_)) return Printing::asset;
  if (loads || (links && any(loading_by_link, tag_))) return Printing::resource;
  return links ? Printing::address : Printing::attribute;
}

std::string HtmlPlace::name() const {
  switch (state_) {
    case State::text: return element_.empty() ? "" : "<" + element_ + ">";
    case State::open:
    case State::end_open: return "<";
    case State::tag_name:
    case State::tag: return "<" + tag_;
    case State::end_tag: return "</";
    case State::attribute_name:
    case State::after_name: return attribute_;
    case State::before_value:
    case State::unquoted: return attribute_ + "=";
    case State::single_quoted: return attribute_ + "='";
    case State::double_quoted: return attribute_ + "=\"";
    case State::markup: return "<!";
    case State::comment: return "<!--";
  }
  return {};
}

bool HtmlPlace::join(const HtmlPlace& other) {
  const auto between = [](State state) {
    return state == State::tag || state == State::tag_name || state == State::attribute_name ||
           state == State::after_name;
  };
  if (element_ != other.element_ || (state_ != State::comment && tail_ != other.tail_)) return false;
  if (state_ == State::text && other.state_ == State::text) return element_ != "script" || type_ == other.type_;
  const bool one_tag = tag_ == other.tag_ && type_ == other.type_ && refresh_ == other.refresh_ && (!is_kept() || value_ == other.value_);
  if (state_ == other.state_ && attribute_ == other.attribute_) return one_tag;
  if (!between(state_) || !between(other.state_) || !one_tag) return false;
  state_ = State::tag;
  return true;
}

}  // namespace templates
