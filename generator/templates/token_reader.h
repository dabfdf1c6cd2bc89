// The tokens of a template, one after another, and the mistake of a token that does not fit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "templates/lexer.h"

namespace templates {

class TokenReader {
 public:
  TokenReader(const base::Source& source, std::vector<Token> all, base::Diagnostics& diagnostics)
      : source_(source), tokens_(std::move(all)), diagnostics_(diagnostics) {}

  const base::Source& source() const { return source_; }
  const Token& now() const { return tokens_[at_]; }
  const Token& next() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
  const Token& last() const { return tokens_[at_ ? at_ - 1 : 0]; }
  const Token& take() {
    const Token& token = tokens_[at_];
    if (token.type != TokenType::end) ++at_;
    return token;
  }

  bool sees(TokenType type) const { return now().type == type; }
  bool sees(TokenType type, std::string_view text) const { return now().type == type && now().text == text; }
  bool sees_word(std::string_view word) const { return sees(TokenType::name, word); }
  bool sees_symbol(std::string_view symbol) const { return sees(TokenType::symbol, symbol); }
  bool take_word(std::string_view word) { return sees_word(word) && (take(), true); }
  bool take_symbol(std::string_view symbol) { return sees_symbol(symbol) && (take(), true); }

  void mistake(base::Code code, base::Span span, std::vector<std::string> arguments) {
    diagnostics_.add({code, {&source_, span}, std::move(arguments)});
  }
  void add(base::Diagnostic diagnostic) { diagnostics_.add(std::move(diagnostic)); }

  /// The token here does not fit; only the first such mistake of a tag is told.
  void unexpected(std::string_view expected) {
    const std::string seen(now().type == TokenType::end ? "…" : now().text);
    if (!failed_ && !is_unclosed()) mistake(base::Code::template_syntax, now().span, {seen, std::string(expected)});
    failed_ = true;
  }
  /// As `unexpected`, where the mistake is told already.
  void unexpected_silently() { failed_ = true; }
  bool failed() const { return failed_; }
  void begin_tag() { failed_ = false; }

  /// Leaves the tag, which has to end here with `closer`; skips what is left of it.
  void close(std::string_view closer) {
    if (!sees(TokenType::close) || (now().text != closer && !now().text.empty())) unexpected(closer);
    while (!sees(TokenType::close) && !sees(TokenType::end)) take();
    take();
  }

 private:
  /// Whether the tag ends with an empty `close`: one that the lexer put in, with a mistake of its own.
  bool is_unclosed() const {
    std::size_t end = at_;
    while (tokens_[end].type != TokenType::close && tokens_[end].type != TokenType::end) ++end;
    return tokens_[end].type == TokenType::close && tokens_[end].text.empty();
  }

  const base::Source& source_;
  std::vector<Token> tokens_;
  base::Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace templates
