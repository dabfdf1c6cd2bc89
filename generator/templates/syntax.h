// A template as a tree: what the parser gives and the compiler takes. Names are pieces of the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace templates {

struct Expression {
  enum class Type {
    nothing,
    boolean,
    number,
    text,
    name,       ///< `x`
    attribute,  ///< `parts[0].name`
    item,       ///< `parts[0][parts[1]]`
    list,       ///< `[parts…]`
    call,       ///< `name(parts…)`
    filter,     ///< `parts[0] | name(parts[1]…)`
    test,       ///< `parts[0] is name`
    negative,
    negation,  ///< `-x`, `not x`
    conjunction,
    disjunction,  ///< `and`, `or`
    choice,       ///< `parts[0] if parts[1] else parts[2]`
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,
    in,
    not_in,
    plus,
    minus,
    join,
  };
  Type type = Type::nothing;
  base::Span span;
  base::Span name_span;
  std::string_view name;
  std::string text;   ///< of a text, without quotes and backslashes
  double number = 0;  ///< of a number; of a boolean, 0 or 1
  std::vector<Expression> parts;
  std::vector<std::string_view> labels;  ///< of a call or filter: the name before `=` of each argument, or empty
  int depth = 1;
};

struct Statement;

/// What stands between two tags of one statement. The condition is that of `if` and `elif`.
struct Branch {
  base::Span span;  ///< the tag that begins it
  base::Span end;   ///< the tag that ends it
  std::optional<Expression> condition;
  std::vector<Statement> body;
};

struct Statement {
  enum class Type {
    text,     ///< printed as it stands: `name`
    print,    ///< {{ expression }}
    choice,   ///< if, elif, else: `branches` in order
    loop,     ///< for `name` in `expression`: body, and maybe a second branch for "else"
    set,      ///< `name` = `expression`
    include,  ///< the template `expression.text`
    block,    ///< `name`, with one branch
  };
  Type type = Type::text;
  base::Span span;  ///< the tag, or the text
  base::Span name_span;
  std::string_view name;
  Expression expression;
  std::vector<Branch> branches;
};

/// One template file. `extends` is the text after that word.
struct Template {
  std::string name;
  const base::Source* source = nullptr;
  std::optional<Expression> extends;
  std::vector<Statement> body;
};

/// What is nested deeper than this is refused.
constexpr int deepest_nesting = 64;

}  // namespace templates
