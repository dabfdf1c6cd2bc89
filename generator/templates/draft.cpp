#include "templates/draft.h"

#include <algorithm>

#include "base/text.h"

namespace templates {
namespace {

/// Far more than any theme has; reached by templates that include one another over and over.
constexpr std::size_t most_instructions = 200'000;
/// What fits into Instruction::count; slots are counted there as well.
constexpr std::size_t most_operands = 0xFFFF;

/// How many values an instruction puts on the stack, less those that it takes.
int effect(Operation operation, std::size_t count) {
  switch (operation) {
    case Operation::constant:
    case Operation::slot:
    case Operation::loop: return 1;
    case Operation::list:
    case Operation::filter:
    case Operation::words: return 1 - static_cast<int>(count);
    case Operation::print:
    case Operation::store:
    case Operation::begin_loop:
    case Operation::jump_if_false:
    case Operation::jump_if_false_or_take:
    case Operation::jump_if_true_or_take:
    case Operation::item:
    case Operation::equal:
    case Operation::unequal:
    case Operation::less:
    case Operation::less_equal:
    case Operation::greater:
    case Operation::greater_equal:
    case Operation::in:
    case Operation::not_in:
    case Operation::plus:
    case Operation::minus:
    case Operation::join: return -1;
    default: return 0;
  }
}

}  // namespace

std::uint32_t Draft::emit(Operation operation, base::Span span, std::size_t index, std::size_t count) {
  if ((program.code.size() >= most_instructions || count > most_operands) && !full) {
    full = true;
    tell(mistake(base::Code::template_limit, span, {std::to_string(most_instructions)}));
  }
  height_ = static_cast<std::uint32_t>(static_cast<int>(height_) + effect(operation, count));
  program.stack = std::max(program.stack, height_ + 1);
  program.code.push_back({operation, static_cast<std::uint16_t>(count), static_cast<std::uint32_t>(index)});
  program.places.push_back(place(span));
  return here() - 1;
}

std::size_t Draft::text(std::string_view text) {
  program.texts.push_back(text);
  return program.texts.size() - 1;
}

std::size_t Draft::constant(const Operand& operand) {
  program.constants.push_back(operand);
  return program.constants.size() - 1;
}

void Draft::tell(base::Diagnostic diagnostic, std::string_view word, const std::vector<std::string>& names) {
  constexpr std::size_t few = 12;
  if (const std::string near = base::nearest(word, names); !near.empty()) {
    diagnostic.hint(base::Hint::did_you_mean, {near});
  } else if (!names.empty() && names.size() <= few) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    diagnostic.hint(base::Hint::known_names, {all});
  }
  if (!used_from.empty()) diagnostic.note(base::Hint::used_from, used_from.back());
  tell(std::move(diagnostic));
}

}  // namespace templates
