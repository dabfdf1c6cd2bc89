#include "templates/parser.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "templates/expression_parser.h"
#include "templates/token_reader.h"

namespace templates {
namespace {

using base::Code;

constexpr std::array<std::string_view, 7> statement_words{"if", "for", "set", "include", "extends", "block", "elif"};

bool only_blanks(std::string_view text) { return text.find_first_not_of(" \t\n") == text.npos; }

class Parser {
 public:
  Parser(std::string name, const base::Source& source, base::Diagnostics& diagnostics)
      : reader_(source, tokens(source, diagnostics), diagnostics) {
    made_.name = std::move(name);
    made_.source = &source;
  }

  Template run() {
    made_.body = statements();
    while (!reader_.sees(TokenType::end)) {  // stopped by a word that ends nothing here
      stray();
      auto more = statements();
      std::move(more.begin(), more.end(), std::back_inserter(made_.body));
    }
    return std::move(made_);
  }

 private:
  bool at_tag(std::string_view word) const { return reader_.sees(TokenType::tag) && reader_.next().text == word; }
  bool at_end_of_statement() const {
    constexpr std::array<std::string_view, 5> words{"elif", "else", "endif", "endfor", "endblock"};
    return reader_.sees(TokenType::tag) && reader_.next().type == TokenType::name &&
           std::ranges::find(words, reader_.next().text) != words.end();
  }

  /// Up to the end of the file or a tag that ends or divides a statement.
  std::vector<Statement> statements() {
    std::vector<Statement> all;
    while (!reader_.sees(TokenType::end) && !at_end_of_statement()) {
      Statement statement;
      reader_.begin_tag();
      if (one(statement)) all.push_back(std::move(statement));
    }
    return all;
  }

  /// Reads what is here; false where it leaves no statement.
  bool one(Statement& statement) {
    const Token& token = reader_.take();
    statement.span = token.span;
    if (token.type == TokenType::text) {
      statement.name = token.text;
      anything_ = anything_ || !only_blanks(token.text);
      return true;
    }
    if (token.type == TokenType::print) {
      anything_ = true;
      statement.type = Statement::Type::print;
      statement.expression = parse_expression(reader_);
      end_tag("}}", statement.span);
      if (reader_.failed()) statement.expression = {};
      return true;
    }
    return tag(statement);
  }

  /// Ends a tag, and stretches its span to there.
  void end_tag(std::string_view closer, base::Span& span) {
    reader_.close(closer);
    span.end = reader_.last().span.end;
  }

  bool tag(Statement& statement) {
    const Token word = reader_.now();
    if (word.type != TokenType::name) {
      reader_.unexpected("if");
      reader_.close("%}");
      return false;
    }
    reader_.take();
    if (word.text == "extends") return extends(word), false;
    anything_ = anything_ || word.text != "set";
    if (word.text == "if")
      choice(statement);
    else if (word.text == "for")
      loop(statement);
    else if (word.text == "set")
      set(statement);
    else if (word.text == "include")
      include(statement);
    else if (word.text == "block")
      block(statement);
    else
      return unknown(word), false;
    return true;
  }

  void unknown(const Token& word) {
    base::Diagnostic mistake{Code::template_syntax,
                             {&reader_.source(), word.span},
                             {std::string(word.text), "if, for, set, include, extends, block"}};
    if (const std::string near = base::nearest(word.text, statement_words); !near.empty())
      mistake.hint(base::Hint::did_you_mean, {near});
    reader_.add(std::move(mistake));
    reader_.unexpected_silently();
    reader_.close("%}");
  }

  /// `{% endif %}` and the like where nothing of the kind is open.
  void stray() {
    const base::Span open = reader_.take().span;
    reader_.begin_tag();
    const Token word = reader_.take();
    const std::string_view what = word.text == "endfor" ? "{% for" : word.text == "endblock" ? "{% block" : "{% if";
    reader_.mistake(Code::template_syntax, {open.begin, word.span.end},
                    {"{% " + std::string(word.text), std::string(what)});
    reader_.unexpected_silently();
    reader_.close("%}");
  }

  void take_name(Statement& statement) {
    if (!reader_.sees(TokenType::name) || is_reserved(reader_.now().text) || reader_.now().text == "loop")
      return reader_.unexpected("name");
    statement.name = reader_.now().text;
    statement.name_span = reader_.take().span;
  }

  void extends(const Token& word) {
    const Expression parent = file();
    reader_.close("%}");
    if (anything_ || made_.extends)
      reader_.mistake(Code::template_syntax, word.span, {"extends", "…"});
    else
      made_.extends = parent;
  }

  /// The name of a template, in quotes.
  Expression file() {
    if (!reader_.sees(TokenType::string)) {
      reader_.unexpected("\"….html\"");
      return {};
    }
    return parse_expression(reader_);
  }

  void include(Statement& statement) {
    statement.type = Statement::Type::include;
    statement.expression = file();
    if (statement.expression.type != Expression::Type::text) reader_.unexpected("\"….html\"");
    end_tag("%}", statement.span);
  }

  void set(Statement& statement) {
    statement.type = Statement::Type::set;
    take_name(statement);
    if (!reader_.take_symbol("=")) reader_.unexpected("=");
    if (!reader_.failed()) statement.expression = parse_expression(reader_);
    end_tag("%}", statement.span);
  }

  /// Reads a branch: the end of its first tag, its body, up to the tag behind it.
  void branch(Statement& statement, Branch made) {
    end_tag("%}", made.span);
    if (++level_ > deepest_nesting) reader_.mistake(Code::template_limit, made.span, {std::to_string(deepest_nesting)});
    made.body = level_ > deepest_nesting ? skipped() : statements();
    --level_;
    made.end = {reader_.now().span.begin, reader_.next().span.end};
    statement.branches.push_back(std::move(made));
  }

  /// Leaves out what is nested too deeply; everything to the end of the file, for what closes what is lost.
  std::vector<Statement> skipped() {
    while (!reader_.sees(TokenType::end)) reader_.take();
    return {};
  }

  /// Begins a branch at a tag whose word is read next.
  Branch next_branch() {
    Branch made;
    reader_.begin_tag();
    made.span = reader_.take().span;
    reader_.take();
    return made;
  }

  /// Takes `{% word %}`, or points to the opening of what was never closed.
  void finish(const Statement& statement, std::string_view word, std::string_view opening) {
    if (at_tag(word)) {
      next_branch();
      if (word == "endblock" && reader_.sees_word(statement.name)) reader_.take();
      return reader_.close("%}");
    }
    if (level_ >= deepest_nesting) return;
    base::Diagnostic mistake{Code::template_unclosed, {&reader_.source(), statement.span}, {std::string(opening)}};
    if (!reader_.sees(TokenType::end))
      mistake.note(base::Hint::missing_before, {&reader_.source(), {reader_.now().span.begin, reader_.next().span.end}},
                   {"{% " + std::string(word) + " %}"});
    reader_.add(std::move(mistake));
  }

  void choice(Statement& statement) {
    statement.type = Statement::Type::choice;
    Branch first;
    first.span = statement.span;
    first.condition = parse_expression(reader_);
    branch(statement, std::move(first));
    statement.span = statement.branches.front().span;
    while (at_tag("elif")) {
      Branch made = next_branch();
      made.condition = parse_expression(reader_);
      branch(statement, std::move(made));
    }
    if (at_tag("else")) branch(statement, next_branch());
    finish(statement, "endif", "{% if");
  }

  void loop(Statement& statement) {
    statement.type = Statement::Type::loop;
    take_name(statement);
    if (!reader_.take_word("in")) reader_.unexpected("in");
    if (!reader_.failed()) statement.expression = parse_expression(reader_);
    Branch body;
    body.span = statement.span;
    branch(statement, std::move(body));
    statement.span = statement.branches.front().span;
    if (at_tag("else")) branch(statement, next_branch());
    finish(statement, "endfor", "{% for");
  }

  void block(Statement& statement) {
    statement.type = Statement::Type::block;
    take_name(statement);
    Branch body;
    body.span = statement.span;
    branch(statement, std::move(body));
    statement.span = statement.branches.front().span;
    finish(statement, "endblock", "{% block");
  }

  TokenReader reader_;
  Template made_;
  bool anything_ = false;  ///< something that prints has been seen
  int level_ = 0;
};

}  // namespace

Template parse(std::string name, const base::Source& source, base::Diagnostics& diagnostics) {
  return Parser(std::move(name), source, diagnostics).run();
}

}  // namespace templates
