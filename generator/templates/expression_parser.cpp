#include "templates/expression_parser.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace templates {
namespace {

using Type = Expression::Type;

/// Deeper trees come from long rows ("a ~ b ~ …") as well as from brackets.
constexpr int deepest_tree = 4 * deepest_nesting;

base::Span around(base::Span a, base::Span b) { return {a.begin, std::max(a.end, b.end)}; }

Expression node(Type type, std::vector<Expression> parts) {
  Expression made;
  made.type = type;
  if (!parts.empty()) made.span = around(parts.front().span, parts.back().span);
  for (const Expression& part : parts) made.depth = std::max(made.depth, part.depth + 1);
  made.parts = std::move(parts);
  return made;
}

std::vector<Expression> both(Expression a, Expression b) {
  std::vector<Expression> parts;
  parts.push_back(std::move(a));
  parts.push_back(std::move(b));
  return parts;
}

/// The text between the quotes, with `\"`, `\'`, `\\`, `\n` read.
std::string unquoted(std::string_view quoted) {
  std::string text;
  const std::size_t end = quoted.size() - (quoted.size() > 1 && quoted.back() == quoted.front() ? 1 : 0);
  for (std::size_t i = 1; i < end; ++i) {
    if (quoted[i] == '\\' && i + 1 < end)
      text += quoted[++i] == 'n' ? '\n' : quoted[i];
    else
      text += quoted[i];
  }
  return text;
}

class ExpressionParser {
 public:
  explicit ExpressionParser(TokenReader& reader) : reader_(reader) {}

  Expression whole() {
    if (!enter()) return {};
    Expression value = disjunction();
    if (reader_.take_word("if")) {
      Expression condition = disjunction();
      if (!reader_.take_word("else")) reader_.unexpected("else");
      std::vector<Expression> parts = both(std::move(value), std::move(condition));
      parts.push_back(whole());
      value = checked(node(Type::choice, std::move(parts)));
    }
    --level_;
    return value;
  }

 private:
  /// Counts one level of nesting; at the deepest, tells so and skips the tag.
  bool enter() {
    if (level_ < deepest_nesting) return ++level_;
    too_deep(reader_.now().span);
    return false;
  }
  void too_deep(base::Span span) {
    if (!reader_.failed()) reader_.mistake(base::Code::template_limit, span, {std::to_string(deepest_nesting)});
    reader_.unexpected_silently();
    while (!reader_.sees(TokenType::close) && !reader_.sees(TokenType::end)) reader_.take();
  }
  Expression checked(Expression made) {
    if (made.depth <= deepest_tree) return made;
    too_deep(made.span);
    return {};
  }

  Expression disjunction() {
    Expression left = conjunction();
    while (reader_.take_word("or")) left = checked(node(Type::disjunction, both(std::move(left), conjunction())));
    return left;
  }

  Expression conjunction() {
    Expression left = negation();
    while (reader_.take_word("and")) left = checked(node(Type::conjunction, both(std::move(left), negation())));
    return left;
  }

  Expression negation() {
    if (!reader_.sees_word("not")) return comparison();
    const base::Span begin = reader_.take().span;
    if (!enter()) return {};
    std::vector<Expression> parts;
    parts.push_back(negation());
    --level_;
    Expression made = node(Type::negation, std::move(parts));
    made.span = around(begin, made.span);
    return checked(std::move(made));
  }

  std::optional<Type> comparison_sign() {
    using Sign = std::pair<std::string_view, Type>;
    constexpr std::array<Sign, 6> signs{Sign{"==", Type::equal},  {"!=", Type::unequal}, {"<", Type::less},
                                        {"<=", Type::less_equal}, {">", Type::greater},  {">=", Type::greater_equal}};
    for (const auto& [sign, type] : signs)
      if (reader_.take_symbol(sign)) return type;
    if (reader_.take_word("in")) return Type::in;
    if (reader_.sees_word("not") && reader_.next().text == "in") {
      reader_.take();
      reader_.take();
      return Type::not_in;
    }
    return std::nullopt;
  }

  /// Comparisons do not chain: `a < b < c` is a mistake at the second sign.
  Expression comparison() {
    Expression left = sum();
    if (const auto type = comparison_sign()) left = checked(node(*type, both(std::move(left), sum())));
    return left;
  }

  Expression sum() {
    Expression left = sign();
    for (;;) {
      Type type = Type::join;
      if (reader_.take_symbol("+"))
        type = Type::plus;
      else if (reader_.take_symbol("-"))
        type = Type::minus;
      else if (!reader_.take_symbol("~"))
        return left;
      left = checked(node(type, both(std::move(left), sign())));
    }
  }

  Expression sign() {
    if (!reader_.sees_symbol("-")) return filtered();
    const base::Span begin = reader_.take().span;
    if (!enter()) return {};
    std::vector<Expression> parts;
    parts.push_back(sign());
    --level_;
    Expression made = node(Type::negative, std::move(parts));
    made.span = around(begin, made.span);
    return checked(std::move(made));
  }

  /// A value with its attributes, filters and tests.
  Expression filtered() {
    Expression value = primary();
    for (;;) {
      if (reader_.take_symbol("."))
        value = attribute(std::move(value));
      else if (reader_.take_symbol("["))
        value = item(std::move(value));
      else if (reader_.take_symbol("|"))
        value = filter(std::move(value));
      else if (reader_.take_word("is"))
        value = test(std::move(value));
      else
        return value;
      value = checked(std::move(value));
    }
  }

  /// Takes a name for `made`, or tells that there is none.
  void take_name(Expression& made) {
    if (!reader_.sees(TokenType::name)) return reader_.unexpected("name");
    made.name = reader_.now().text;
    made.name_span = reader_.take().span;
    made.span = around(made.span, made.name_span);
  }

  Expression one(Type type, Expression value) {
    std::vector<Expression> parts;
    parts.push_back(std::move(value));
    return node(type, std::move(parts));
  }

  Expression attribute(Expression value) {
    Expression made = one(Type::attribute, std::move(value));
    take_name(made);
    return made;
  }

  Expression item(Expression value) {
    Expression made = node(Type::item, both(std::move(value), whole()));
    if (!reader_.take_symbol("]")) reader_.unexpected("]");
    made.span = around(made.span, reader_.last().span);
    return made;
  }

  Expression filter(Expression value) {
    Expression made = one(Type::filter, std::move(value));
    take_name(made);
    if (reader_.take_symbol("(")) arguments(made);
    return made;
  }

  Expression test(Expression value) {
    const bool inverse = reader_.take_word("not");
    Expression made = one(Type::test, std::move(value));
    take_name(made);
    return inverse ? one(Type::negation, std::move(made)) : made;
  }

  /// The rest of `(a, name=b)`, added to the parts of a call or filter.
  void arguments(Expression& made) {
    made.labels.resize(made.parts.size());
    while (!reader_.sees_symbol(")")) {
      std::string_view label;
      if (reader_.sees(TokenType::name) && reader_.next().text == "=") {
        label = reader_.take().text;
        reader_.take();
      }
      made.labels.push_back(label);
      made.parts.push_back(whole());
      made.depth = std::max(made.depth, made.parts.back().depth + 1);
      if (reader_.failed() || !reader_.take_symbol(",")) break;
    }
    if (!reader_.take_symbol(")")) reader_.unexpected(")");
    made.span = around(made.span, reader_.last().span);
  }

  Expression literal(Type type, double number = 0) {
    Expression made;
    made.type = type;
    made.number = number;
    made.span = reader_.take().span;
    return made;
  }

  Expression primary() {
    const Token& token = reader_.now();
    if (token.type == TokenType::string) {
      Expression made = literal(Type::text);
      made.text = unquoted(token.text);
      return made;
    }
    if (token.type == TokenType::number) {
      double number = 0;
      std::from_chars(token.text.data(), token.text.data() + token.text.size(), number);
      return literal(Type::number, number);
    }
    if (reader_.sees_symbol("(")) return bracket();
    if (reader_.sees_symbol("[")) return list();
    if (token.text == "true" || token.text == "false") return literal(Type::boolean, token.text == "true");
    if (token.text == "none") return literal(Type::nothing);
    if (token.type == TokenType::name && !is_reserved(token.text)) return name();
    reader_.unexpected("value");
    return {};
  }

  Expression bracket() {
    const base::Span begin = reader_.take().span;
    Expression made = whole();
    if (!reader_.take_symbol(")")) reader_.unexpected(")");
    made.span = around(begin, reader_.last().span);
    return made;
  }

  Expression list() {
    const base::Span begin = reader_.take().span;
    std::vector<Expression> parts;
    while (!reader_.sees_symbol("]")) {
      parts.push_back(whole());
      if (reader_.failed() || !reader_.take_symbol(",")) break;
    }
    if (!reader_.take_symbol("]")) reader_.unexpected("]");
    Expression made = node(Type::list, std::move(parts));
    made.span = around(begin, reader_.last().span);
    return made;
  }

  Expression name() {
    Expression made;
    made.type = Type::name;
    made.span = reader_.now().span;
    take_name(made);
    if (reader_.take_symbol("(")) {
      made.type = Type::call;
      arguments(made);
    }
    return made;
  }

  TokenReader& reader_;
  int level_ = 0;
};

}  // namespace

bool is_reserved(std::string_view word) {
  constexpr std::array<std::string_view, 10> words{"true", "false", "none", "and", "or",
                                                   "not",  "in",    "is",   "if",  "else"};
  return std::ranges::find(words, word) != words.end();
}

Expression parse_expression(TokenReader& reader) {
  Expression made = ExpressionParser(reader).whole();
  // Half an expression would only lead to mistakes that are none.
  return reader.failed() ? Expression() : made;
}

}  // namespace templates
