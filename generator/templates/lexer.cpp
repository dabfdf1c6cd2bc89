#include "templates/lexer.h"

#include <algorithm>

namespace templates {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

class Lexer {
 public:
  Lexer(const base::Source& source, base::Span part, base::Diagnostics& diagnostics)
      : source_(source), text_(std::string_view(source.text).substr(0, part.end)), diagnostics_(diagnostics), at_(part.begin) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) raw_text();
    add(TokenType::end, text_.size(), text_.size());
    return std::move(tokens_);
  }

  std::vector<Token> expression() {
    for (; at_ < text_.size(); skip_space()) word();
    add(TokenType::end, text_.size(), text_.size());
    return std::move(tokens_);
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  void add(TokenType type, std::size_t begin, std::size_t end) {
    tokens_.push_back({type, span(begin, end), text_.substr(begin, end - begin)});
  }
  static base::Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  bool sees(std::string_view piece) const { return text_.substr(at_, piece.size()) == piece; }
  void unclosed(std::size_t begin, std::size_t end) {
    diagnostics_.add(
        {base::Code::template_unclosed, {&source_, span(begin, end)}, {std::string(text_.substr(begin, end - begin))}});
  }

  /// From `at_` to the next tag, and that tag.
  void raw_text() {
    const std::size_t begin = at_;
    std::size_t open = begin;
    while ((open = text_.find('{', open)) != text_.npos) {
      const char next = open + 1 < text_.size() ? text_[open + 1] : ' ';
      if (next == '{' || next == '%' || next == '#') break;
      ++open;
    }
    if (open == text_.npos) open = text_.size();
    add_text(begin, open);
    at_ = open;
    if (at_ == text_.size()) return;
    if (text_[at_ + 1] == '#') return comment();
    add(text_[at_ + 1] == '{' ? TokenType::print : TokenType::tag, at_, at_ + 2);
    at_ += 2;
    if (sees("-")) ++at_;
    code(open);
  }

  /// Text that ends at a tag, or at the end of the file, without the blanks that the tag swallows.
  void add_text(std::size_t begin, std::size_t end) {
    const std::string_view tag = text_.substr(end, 3);
    if (tag.ends_with('-')) {
      while (end > begin && is_space(text_[end - 1])) --end;
    } else if (!tag.empty() && tag[1] != '{') {
      std::size_t start = end;
      while (start > begin && is_blank(text_[start - 1])) --start;
      if (start == 0 || text_[start - 1] == '\n') end = start;
    }
    if (begin < end) add(TokenType::text, begin, end);
  }

  /// What a closing `}}`, `%}` or `#}` that ends at `at_` takes away behind it.
  void swallow(bool dash, bool newline) {
    if (dash) skip_space();
    else if (newline && sees("\n")) ++at_;
  }

  void comment() {
    const std::size_t close = text_.find("#}", at_ + 2);
    if (close == text_.npos) {
      unclosed(at_, at_ + 2);
      at_ = text_.size();
      return;
    }
    const bool dash = close > at_ + 2 && text_[close - 1] == '-';
    at_ = close + 2;
    swallow(dash, true);
  }

  /// The tokens from behind a `{{` or `{%` to its end.
  void code(std::size_t open) {
    for (;;) {
      skip_space();
      if (at_ == text_.size() || sees("{{") || sees("{%") || sees("{#")) {
        unclosed(open, open + 2);
        add(TokenType::close, at_, at_);
        return;
      }
      const bool dash = sees("-}}") || sees("-%}");
      if (dash) ++at_;
      if (sees("}}") || sees("%}")) {
        add(TokenType::close, at_, at_ + 2);
        at_ += 2;
        return swallow(dash, tokens_.back().text == "%}");
      }
      word();
    }
  }

  void word() {
    const std::size_t begin = at_;
    const char c = text_[at_];
    if (begins_name(c)) {
      while (at_ < text_.size() && (begins_name(text_[at_]) || is_digit(text_[at_]))) ++at_;
      add(TokenType::name, begin, at_);
    } else if (is_digit(c)) {
      while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
      if (sees(".") && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))
        for (++at_; at_ < text_.size() && is_digit(text_[at_]);) ++at_;
      add(TokenType::number, begin, at_);
    } else if (c == '"' || c == '\'') {
      string(c);
    } else {
      symbol();
    }
  }

  void string(char quote) {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, text_.size());
    if (at_ == text_.size() || text_[at_] == '\n') {
      unclosed(begin, begin + 1);
      // It must have ended before the end of its tag.
      const std::size_t close = std::min(text_.find("}}", begin), text_.find("%}", begin));
      at_ = std::min(at_, close);
    } else {
      ++at_;
    }
    add(TokenType::string, begin, at_);
  }

  void symbol() {
    const std::size_t begin = at_++;
    if (sees("=") && std::string_view("=!<>").find(text_[begin]) != std::string_view::npos) ++at_;
    while (at_ < text_.size() && (text_[at_] & 0xC0) == 0x80) ++at_;  // the rest of one character
    add(TokenType::symbol, begin, at_);
  }

  const base::Source& source_;
  std::string_view text_;
  base::Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  std::size_t at_;
};

}  // namespace

std::vector<Token> tokens(const base::Source& source, base::Diagnostics& diagnostics) {
  return Lexer(source, base::whole(source), diagnostics).run();
}

std::vector<Token> expression_tokens(const base::Source& source, base::Span part, base::Diagnostics& diagnostics) {
  return Lexer(source, part, diagnostics).expression();
}

}  // namespace templates
