// A template compiled: flat instructions for a machine with a stack, and what they point to.
//
// Includes, parents and blocks are part of it already, so that every name is a slot and nothing is looked up by name
// but the attributes of values.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "templates/operand.h"

namespace templates {

enum class Operation : std::uint8_t {
  text,       // appends texts[index]
  print,      // takes a value, prints it as `count` (a Printing) says
  constant,   // puts constants[index]
  slot,       // puts slot `index`
  attribute,  // of the value on top: names texts[index]
  item,       // takes key and value
  loop,       // puts what is asked of the innermost loop: `count` is a LoopPart
  list,       // takes `count` values
  negation,
  negative,  //
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
  join,           // take two
  test,           // tests()[index] of the value on top
  filter,         // filters()[index], takes `count` arguments with the value itself
  words,          // t(): calls[index], takes `count` arguments
  jump,           // to `index`
  jump_if_false,  // takes the condition
  jump_if_false_or_take,
  jump_if_true_or_take,  // leaves the value when it jumps
  store,                 // takes a value for slot `index`
  begin_loop,            // takes the list; slot `count`; to `index` where it is empty
  next_round,            // to `index` while there are more
};

enum class LoopPart : std::uint16_t { index, index0, first, last, length };

struct Instruction {
  Operation operation;
  std::uint16_t count = 0;
  std::uint32_t index = 0;
};

/// A call of t(): the labels of its arguments in order ("" for the key).
struct WordsCall {
  std::vector<std::string_view> labels;
};

struct Program {
  std::vector<Instruction> code;
  std::vector<base::Place> places;  ///< of each instruction
  std::vector<std::string_view> texts;
  std::vector<Operand> constants;
  std::vector<WordsCall> calls;
  std::deque<std::string> kept;                                     ///< texts that lie in no source
  std::vector<std::pair<std::string_view, std::uint32_t>> globals;  ///< those that are used, and their slots
  std::uint32_t slots = 0, stack = 0, loops = 0;
  bool complete = true;  ///< it uses no names that only another template could give
};

}  // namespace templates
