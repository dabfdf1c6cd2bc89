#include <algorithm>
#include <array>

#include "base/text.h"
#include "templates/draft.h"
#include "templates/filters.h"
#include "templates/words.h"

namespace templates {
namespace {

using base::Code;
using Type = Expression::Type;

constexpr std::array<std::string_view, 5> loop_parts{"index", "index0", "first", "last", "length"};

class ExpressionCompiler {
 public:
  explicit ExpressionCompiler(Draft& draft) : draft_(draft) {}

  void compile(const Expression& one) {
    switch (one.type) {
      case Type::nothing: return constant(one, Operand());
      case Type::boolean: return constant(one, Operand(one.number != 0));
      case Type::number: return constant(one, Operand(one.number));
      case Type::text: return constant(one, Operand(draft_.keep(one.text)));
      case Type::name: return name(one);
      case Type::attribute: return attribute(one);
      case Type::list: return list(one);
      case Type::call: return call(one);
      case Type::filter: return filter(one);
      case Type::test: return test(one);
      case Type::conjunction: return either(one, Operation::jump_if_false_or_take);
      case Type::disjunction: return either(one, Operation::jump_if_true_or_take);
      case Type::choice: return choice(one);
      default: return operation(one);
    }
  }

 private:
  void constant(const Expression& one, const Operand& value) {
    draft_.emit(Operation::constant, one.span, draft_.constant(value));
  }
  /// A mistake was told; the value counts as nothing.
  void nothing(const Expression& one) { constant(one, Operand()); }

  void name(const Expression& one) {
    if (const auto slot = draft_.scope.find(one.name)) {
      draft_.emit(Operation::slot, one.span, *slot);
    } else if (draft_.scope.is_global(one.name)) {
      draft_.emit(Operation::slot, one.span, draft_.scope.use_global(one.name));
    } else {
      if (draft_.may_lack_names)
        draft_.program.complete = false;
      else
        draft_.tell(draft_.mistake(Code::template_undefined, one.span, {std::string(one.name)}), one.name,
                    draft_.scope.visible());
      nothing(one);
    }
  }

  void attribute(const Expression& one) {
    const Expression& whole = one.parts.front();
    if (whole.type == Type::name && whole.name == "loop") return loop(one);
    compile(whole);
    draft_.emit(Operation::attribute, one.name_span, draft_.text(one.name));
  }

  void loop(const Expression& one) {
    const auto part = std::ranges::find(loop_parts, one.name);
    if (draft_.loops == 0) {
      if (draft_.may_lack_names)
        draft_.program.complete = false;
      else
        draft_.tell(draft_.mistake(Code::template_undefined, one.parts.front().span, {"loop"}));
    } else if (part == loop_parts.end()) {
      draft_.tell(draft_.mistake(Code::template_undefined, one.name_span, {"loop." + std::string(one.name)}), one.name,
                  {loop_parts.begin(), loop_parts.end()});
    } else {
      draft_.emit(Operation::loop, one.span, 0, static_cast<std::size_t>(part - loop_parts.begin()));
      return;
    }
    nothing(one);
  }

  void list(const Expression& one) {
    constexpr std::size_t most = 1000;
    if (one.parts.size() > most) {
      draft_.tell(draft_.mistake(Code::template_limit, one.span, {std::to_string(most)}));
      return nothing(one);
    }
    for (const Expression& part : one.parts) compile(part);
    draft_.emit(Operation::list, one.span, 0, one.parts.size());
  }

  void either(const Expression& one, Operation jump) {
    compile(one.parts[0]);
    const std::uint32_t out = draft_.emit(jump, one.span);
    compile(one.parts[1]);
    draft_.land(out);
  }

  void choice(const Expression& one) {
    compile(one.parts[1]);
    const std::uint32_t otherwise = draft_.emit(Operation::jump_if_false, one.span);
    compile(one.parts[0]);
    const std::uint32_t out = draft_.emit(Operation::jump, one.span);
    draft_.drop();
    draft_.land(otherwise);
    compile(one.parts[2]);
    draft_.land(out);
  }

  void operation(const Expression& one) {
    constexpr std::array<std::pair<Type, Operation>, 14> table{{
        {Type::item, Operation::item},
        {Type::negation, Operation::negation},
        {Type::negative, Operation::negative},
        {Type::equal, Operation::equal},
        {Type::unequal, Operation::unequal},
        {Type::less, Operation::less},
        {Type::less_equal, Operation::less_equal},
        {Type::greater, Operation::greater},
        {Type::greater_equal, Operation::greater_equal},
        {Type::in, Operation::in},
        {Type::not_in, Operation::not_in},
        {Type::plus, Operation::plus},
        {Type::minus, Operation::minus},
        {Type::join, Operation::join},
    }};
    for (const Expression& part : one.parts) compile(part);
    for (const auto& [type, operation] : table)
      if (type == one.type) draft_.emit(operation, one.span);
  }

  void test(const Expression& one) {
    compile(one.parts.front());
    const auto found = std::ranges::find(tests(), one.name, &Test::name);
    if (found == tests().end()) {
      std::vector<std::string> names;
      for (const Test& known : tests()) names.emplace_back(known.name);
      return draft_.tell(draft_.mistake(Code::template_unknown_test, one.name_span, {std::string(one.name)}), one.name,
                         names);
    }
    draft_.emit(Operation::test, one.span, static_cast<std::size_t>(found - tests().begin()));
  }

  void filter(const Expression& one) {
    const auto found = std::ranges::find(filters(), one.name, &Filter::name);
    if (found == filters().end()) {
      std::vector<std::string> names;
      for (const Filter& known : filters()) names.emplace_back(known.name);
      draft_.tell(draft_.mistake(Code::template_unknown_filter, one.name_span, {std::string(one.name)}), one.name,
                  names);
      return compile(one.parts.front());
    }
    const auto arguments = in_order(one, *found);
    if (!arguments) {
      draft_.tell(
          draft_.mistake(Code::template_wrong_arguments, one.name_span, {std::string(one.name), found->signature()}));
      return compile(one.parts.front());
    }
    compile(one.parts.front());
    for (const Expression* argument : *arguments) {
      if (argument)
        compile(*argument);
      else
        constant(one, Operand::missing());
    }
    check_words_of(one, *arguments);
    draft_.emit(Operation::filter, one.span, static_cast<std::size_t>(found - filters().begin()),
                arguments->size() + 1);
  }

  /// The arguments of a filter in the order of its parameters, null where one is left out; nothing where they do not
  /// fit.
  static std::optional<std::vector<const Expression*>> in_order(const Expression& one, const Filter& filter) {
    const auto& parameters = filter.parameters;
    std::vector<const Expression*> all(parameters.size());
    for (std::size_t i = 1; i < one.parts.size(); ++i) {
      const std::string_view label = i < one.labels.size() ? one.labels[i] : std::string_view();
      const std::size_t position =
          label.empty()
              ? i - 1
              : static_cast<std::size_t>(std::ranges::find(parameters, label, &Parameter::name) - parameters.begin());
      if (position >= all.size() || all[position]) return std::nullopt;
      all[position] = &one.parts[i];
    }
    for (std::size_t i = 0; i < all.size(); ++i)
      if (!all[i] && parameters[i].required) return std::nullopt;
    return all;
  }

  /// What literal words of a filter name has to exist.
  void check_words_of(const Expression& one, const std::vector<const Expression*>& arguments) {
    const Expression& value = one.parts.front();
    const Expression* first = arguments.empty() ? nullptr : arguments.front();
    const bool literal = first && first->type == Type::text;
    if (one.name == "asset" && value.type == Type::text && !draft_.catalog.assets.contains(value.text)) {
      std::vector<std::string> names;
      for (const auto& [name, address] : draft_.catalog.assets) names.push_back(name);
      draft_.tell(draft_.mistake(Code::template_undefined, value.span, {value.text}), value.text, names);
    } else if (one.name == "plural" && literal) {
      check_words(*first, {"n"});
    } else if (one.name == "date" && literal && first->text != "short" && first->text != "long") {
      draft_.tell(draft_.mistake(Code::template_wrong_arguments, first->span, {"date", "date(form=)"}), first->text,
                  {"long", "short"});
    } else if ((one.name == "in_language" || one.name == "url" || one.name == "absolute_url") && literal) {
      check_language(*first);
    }
  }

  void check_language(const Expression& tag) {
    std::vector<std::string> tags;
    for (const model::Language& language : draft_.catalog.languages) tags.push_back(language.tag);
    if (std::ranges::find(tags, tag.text) == tags.end())
      draft_.tell(draft_.mistake(Code::unknown_language, tag.span, {tag.text}), tag.text, tags);
  }

  /// A literal key has to be among the strings of the theme, and every `{name}` in them has to be given.
  void check_words(const Expression& key, const std::vector<std::string_view>& given) {
    std::vector<std::string> keys;
    bool found = false;
    for (const model::Language& language : draft_.catalog.languages) {
      const model::Wording* wording = language.find(key.text);
      found = found || wording;
      if (!wording) {
        for (const auto& [name, words] : language.strings) keys.push_back(name);
        continue;
      }
      for (const std::string_view name : placeholders(*wording))
        if (std::ranges::find(given, name) == given.end())
          draft_.tell(draft_.mistake(Code::template_wrong_arguments, key.span,
                                     {"t", "t(\"" + key.text + "\", " + std::string(name) + "=…)"}));
    }
    if (!found) draft_.tell(draft_.mistake(Code::template_undefined, key.span, {key.text}), key.text, keys);
  }

  void call(const Expression& one) {
    const std::string signature = "t(key, name=…)";
    if (one.name != "t") {
      draft_.tell(draft_.mistake(Code::template_undefined, one.name_span, {std::string(one.name)}), one.name, {"t"});
      return nothing(one);
    }
    bool fits = !one.parts.empty() && one.parts.size() <= 100 && one.labels.front().empty();
    for (std::size_t i = 1; i < one.parts.size(); ++i)
      fits = fits && !one.labels[i].empty() && std::count(one.labels.begin(), one.labels.end(), one.labels[i]) == 1;
    if (!fits) {
      draft_.tell(draft_.mistake(Code::template_wrong_arguments, one.name_span, {"t", signature}));
      return nothing(one);
    }
    if (one.parts.front().type == Type::text) check_words(one.parts.front(), one.labels);
    for (std::size_t i = 1; i < one.parts.size(); ++i)
      if (one.labels[i] == "lang" && one.parts[i].type == Type::text) check_language(one.parts[i]);
    for (const Expression& part : one.parts) compile(part);
    draft_.program.calls.push_back({one.labels});
    draft_.emit(Operation::words, one.span, draft_.program.calls.size() - 1, one.parts.size());
  }

  Draft& draft_;
};

}  // namespace

void compile_expression(Draft& draft, const Expression& expression) { ExpressionCompiler(draft).compile(expression); }

}  // namespace templates
