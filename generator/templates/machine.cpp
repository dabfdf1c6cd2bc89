#include "templates/machine.h"

#include <algorithm>

#include "templates/attribute.h"
#include "templates/compare.h"
#include "templates/filters.h"
#include "templates/printer.h"
#include "templates/words.h"

namespace templates {
namespace {

using Form = Operand::Form;

constexpr std::size_t most_bytes = std::size_t{16} << 20;
constexpr std::size_t most_rounds = 10'000'000;

class Machine {
 public:
  Machine(const Program& program, const Assets& assets, const Context& context, base::Diagnostics& diagnostics)
      : rendering_(program, assets, context, diagnostics), program_(program), language_(context.language) {
    operands_.resize(program.slots + program.stack);
    loops_.resize(program.loops);
    top_ = operands_.data() + program.slots;
  }

  std::string page(const model::Record& own, const model::Record& shared) {
    out_.reserve(16 << 10);
    run(own, shared);
    return std::move(out_);
  }

  bool truth(const model::Record& own, const model::Record& shared) {
    run(own, shared);
    return rendering_.stopped || is_true(top());
  }

  std::string text(const model::Record& own, const model::Record& shared) {
    run(own, shared);
    return rendering_.stopped ? "" : std::string(text_of(rendering_, top(), language_, "show"));
  }

 private:
  void run(const model::Record& own, const model::Record& shared) {
    for (const auto& [name, slot] : program_.globals) {
      const model::Value* value = own.find(name);
      if (!value) value = shared.find(name);
      if (value) operands_[slot] = operand(*value);
    }
    for (std::size_t at = 0; at < program_.code.size() && !rendering_.stopped;) {
      rendering_.at = at;
      at = step(program_.code[at], at + 1);
    }
  }

  struct Loop {
    Items items;
    std::size_t round = 0;
  };

  Operand& top() { return top_[-1]; }
  Operand take() { return *--top_; }
  void put(const Operand& operand) { *top_++ = operand; }
  /// Replaces the two values on top by what a function makes of them.
  template <class Make>
  void two(Make&& make) {
    const Operand right = take();
    top() = make(top(), right);
  }

  /// Does one instruction and gives the number of the next.
  std::size_t step(const Instruction& now, std::size_t next) {
    switch (now.operation) {
      case Operation::text:
        out_ += program_.texts[now.index];
        check_size();
        break;
      case Operation::print:
        print(rendering_, out_, take(), static_cast<Printing>(now.count));
        check_size();
        break;
      case Operation::constant: put(program_.constants[now.index]); break;
      case Operation::slot: put(operands_[now.index]); break;
      case Operation::attribute: top() = attribute(rendering_, top(), program_.texts[now.index]); break;
      case Operation::store: operands_[now.index] = take(); break;
      case Operation::filter: call(filters()[now.index].work, now.count); break;
      case Operation::jump: return now.index;
      case Operation::jump_if_false: return is_true(take()) ? next : now.index;
      case Operation::jump_if_false_or_take:
        if (!is_true(top())) return now.index;
        --top_;
        break;
      case Operation::jump_if_true_or_take:
        if (is_true(top())) return now.index;
        --top_;
        break;
      case Operation::begin_loop: return begin_loop(now, next);
      case Operation::next_round: return next_round(now, next);
      default: compute(now);
    }
    return next;
  }

  void compute(const Instruction& now) {
    switch (now.operation) {
      case Operation::item: return two([&](const Operand& a, const Operand& b) { return item(rendering_, a, b); });
      case Operation::loop: return put(loop_part(static_cast<LoopPart>(now.count)));
      case Operation::list: return list(now.count);
      case Operation::negation: top() = Operand(!is_true(top())); return;
      case Operation::negative: top() = sum(Operand(0.0), top(), -1, "-"); return;
      case Operation::equal:
        return two([&](const Operand& a, const Operand& b) { return Operand(equal(rendering_, a, b)); });
      case Operation::unequal:
        return two([&](const Operand& a, const Operand& b) { return Operand(!equal(rendering_, a, b)); });
      case Operation::less: return compare("<", [](auto order) { return order < 0; });
      case Operation::less_equal: return compare("<=", [](auto order) { return order <= 0; });
      case Operation::greater: return compare(">", [](auto order) { return order > 0; });
      case Operation::greater_equal: return compare(">=", [](auto order) { return order >= 0; });
      case Operation::in:
        return two([&](const Operand& a, const Operand& b) { return Operand(contains(rendering_, b, a)); });
      case Operation::not_in:
        return two([&](const Operand& a, const Operand& b) { return Operand(!contains(rendering_, b, a)); });
      case Operation::plus: return two([&](const Operand& a, const Operand& b) { return sum(a, b, 1, "+"); });
      case Operation::minus: return two([&](const Operand& a, const Operand& b) { return sum(a, b, -1, "-"); });
      case Operation::join: return two([&](const Operand& a, const Operand& b) { return joined(a, b); });
      case Operation::test: top() = Operand(tests()[now.index].holds(top())); return;
      case Operation::words: {
        const auto& labels = program_.calls[now.index].labels;
        return call([&](Rendering& rendering, std::span<const Operand> all) { return words(rendering, labels, all); },
                    now.count);
      }
      default: return;
    }
  }

  void check_size() {
    if (out_.size() > most_bytes) rendering_.stop("16 MiB");
  }

  template <class Work>
  void call(Work&& work, std::size_t count) {
    top_ -= count;
    *top_ = work(rendering_, std::span<const Operand>(top_, count));
    ++top_;
  }

  void list(std::size_t count) {
    top_ -= count;
    *top_ = rendering_.list({top_, top_ + count});
    ++top_;
  }

  /// Of numbers and quantities; `+` also puts one list behind another.
  Operand sum(const Operand& left, const Operand& right, double sign, std::string_view what) {
    const Operand a = spoken(left, language_), b = spoken(right, language_);
    if (sign > 0 && is_list(a, language_) && is_list(b, language_)) return both(a, b);
    const auto first = amount_of(a), second = amount_of(b);
    if (!first) return rendering_.wrong_value(what, a);
    if (!second) return rendering_.wrong_value(what, b);
    return Operand(*first + sign * *second);
  }

  Operand both(const Operand& left, const Operand& right) {
    std::vector<Operand> items;
    for (const Operand& list : {left, right}) {
      const Items all(list, language_);
      for (std::size_t i = 0; i < all.size(); ++i) items.push_back(all[i]);
    }
    return rendering_.list(items);
  }

  Operand joined(const Operand& left, const Operand& right) {
    const std::string_view a = text_of(rendering_, left, language_, "~"),
                           b = text_of(rendering_, right, language_, "~");
    return Operand(rendering_.keep({a, b}));
  }

  /// Nothing is neither more nor less than anything.
  template <class Holds>
  void compare(std::string_view what, Holds&& holds) {
    two([&](const Operand& a, const Operand& b) {
      if (is_empty(a) || is_empty(b)) return Operand(false);
      if (const auto found = order(rendering_, a, b)) return Operand(holds(*found));
      return rendering_.wrong_value(what, a.is_text() ? b : a);
    });
  }

  Operand loop_part(LoopPart part) const {
    const Loop& loop = loops_[open_ - 1];
    switch (part) {
      case LoopPart::index: return Operand(double(loop.round + 1));
      case LoopPart::index0: return Operand(double(loop.round));
      case LoopPart::first: return Operand(loop.round == 0);
      case LoopPart::last: return Operand(loop.round + 1 == loop.items.size());
      case LoopPart::length: return Operand(double(loop.items.size()));
    }
    return {};
  }

  std::size_t begin_loop(const Instruction& now, std::size_t next) {
    const Operand list = spoken(take(), language_);
    if (!list.is_nothing() && !is_list(list, language_)) rendering_.wrong_value("for", list);
    const Items items(list, language_);
    if (items.size() == 0) return now.index;
    loops_[open_++] = {items, 0};
    operands_[now.count] = items[0];
    return next;
  }

  std::size_t next_round(const Instruction& now, std::size_t next) {
    Loop& loop = loops_[open_ - 1];
    if (++rounds_ > most_rounds) rendering_.stop(std::to_string(most_rounds));
    if (++loop.round >= loop.items.size()) {
      --open_;
      return next;
    }
    operands_[now.count] = loop.items[loop.round];
    return now.index;
  }

  Rendering rendering_;
  const Program& program_;
  std::size_t language_;
  std::vector<Operand> operands_;  ///< the slots, and behind them the stack
  Operand* top_ = nullptr;         ///< behind the topmost value
  std::vector<Loop> loops_;
  std::size_t open_ = 0, rounds_ = 0;
  std::string out_;
};

}  // namespace

std::string run(const Program& program, const Assets& assets, const model::Record& own, const model::Record& shared,
                const Context& context, base::Diagnostics& diagnostics) {
  return Machine(program, assets, context, diagnostics).page(own, shared);
}

const Assets no_assets;

bool holds(const Program& program, const model::Record& own, const model::Record& shared, const Context& context, base::Diagnostics& diagnostics) {
  return Machine(program, no_assets, context, diagnostics).truth(own, shared);
}

std::string text(const Program& program, const model::Record& own, const model::Record& shared, const Context& context, base::Diagnostics& diagnostics) {
  return Machine(program, no_assets, context, diagnostics).text(own, shared);
}

}  // namespace templates
