// Text that is HTML already, as a type: only Markdown and the template engine make one, so nothing else can slip through.
#pragma once

#include <string>
#include <string_view>

namespace base {

class Html {
 public:
  Html() = default;
  /// The one door. Call it with what this program's own renderers wrote, never with an author's text.
  static Html trusted(std::string text) {
    Html html;
    html.text_ = std::move(text);
    return html;
  }
  const std::string& text() const { return text_; }
  bool operator==(const Html&) const = default;

 private:
  std::string text_;
};

/// The text of HTML as this program writes it, without tags; blocks are on lines of their own.
std::string text_of(const Html& html);

/// Appends `text` with & < > " ' as entities: right in element text and between double quotes.
void escape_html(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);

/// Appends a JSON string with its quotes; < > & U+2028 U+2029 as \u escapes, so that it may stand in a <script>.
void escape_json(std::string& out, std::string_view text);

/// Appends text for XML 1.0 (RFC-less feeds, sitemap): & < > " ' as entities, characters that XML forbids left out.
void escape_xml(std::string& out, std::string_view text);

}  // namespace base
