// Where in a page a template stands, found by following its raw text as a browser would.
//
// What is printed is escaped for its place, so the place has to be known when the template is compiled. Only the state
// of HTML's tokenizer is followed (are we in a tag, in which attribute, in a script?), never which elements are open.
#pragma once

#include <string>
#include <string_view>

#include "base/source.h"

namespace templates {

/// What may be printed here.
enum class Printing {
  element,    ///< text between tags; also HTML
  plain,      ///< <title>, <textarea>: text
  attribute,  ///< between double quotes: text
  address,    ///< href="…": at its beginning an address
  resource,   ///< src="…", content="0; url=…" of a refresh: at its beginning an address of the site itself
  resources,  ///< srcset="…": addresses of the site itself, each with its width
  asset,      ///< <script src="…">: an asset of the theme
  json,       ///< <script type="application/ld+json">: what the filter json gives
  refused,
};

class HtmlPlace {
 public:
  /// Follows raw text. `at` is the offset of its first byte, to say later where something was opened.
  void follow(std::string_view text, std::uint32_t at = 0);

  Printing printing() const;
  /// How a message names the place: "<script>", "onclick", "a comment"; empty in element text.
  std::string name() const;
  bool in_element_text() const { return state_ == State::text && element_.empty(); }
  /// Where what is open now began.
  std::uint32_t opened() const { return opened_; }

  /// Something is printed here.
  void follow_print();

  /// Two ways that meet again: whether what follows is understood in the same way after both. Between the attributes of
  /// a tag is one place, whether or not the last attribute had a value.
  bool join(const HtmlPlace& other);

 private:
  enum class State {
    text,
    open,
    end_open,
    tag_name,
    end_tag,
    tag,
    attribute_name,
    after_name,
    before_value,
    double_quoted,
    single_quoted,
    unquoted,
    markup,
    comment,
  };
  void step(char c);
  void in_text(char c);
  void in_open(char c);
  void in_tag(char c);
  void in_attribute_name(char c);
  void before_value(char c);
  void in_comment(char c);
  void end_value();
  bool is_kept() const;
  void end_tag();

  State state_ = State::text;
  std::string element_;    ///< the element whose raw text this is: script, style, title, textarea …
  std::string tag_;        ///< the tag that is open, in lower case
  std::string attribute_;  ///< the attribute that is open, in lower case
  std::string value_;      ///< its value so far, of `type` and of where a refresh leads
  std::string type_;       ///< the type of a script
  std::string tail_;       ///< the last bytes of raw text or a comment, to find its end
  bool refresh_ = false;   ///< the tag is <meta http-equiv>
  std::uint32_t opened_ = 0, at_ = 0;
};

}  // namespace templates
