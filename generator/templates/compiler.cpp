// Statements: the way through a template and everything that it draws in, with the place in the HTML at each step.
//
// Parents, blocks and includes are compiled where they stand, into one program. So a block is checked in the very place
// in which it will be printed, and an included template with exactly the names of the one that includes it.
#include <algorithm>

#include "base/text.h"
#include "templates/draft.h"
#include "templates/expression_parser.h"
#include "templates/html_place.h"

namespace templates {
namespace {

using base::Code;

/// How far templates may include and extend one another.
constexpr std::size_t deepest_files = 32;

/// A block as the most derived template has it.
struct Block {
  const Statement* statement = nullptr;
  const Template* owner = nullptr;
};
using Blocks = std::map<std::string_view, Block>;

void collect(const std::vector<Statement>& body, const Template& owner, Blocks& blocks) {
  for (const Statement& statement : body) {
    if (statement.type == Statement::Type::block) blocks.try_emplace(statement.name, Block{&statement, &owner});
    for (const Branch& branch : statement.branches) collect(branch.body, owner, blocks);
  }
}

class Compiler {
 public:
  explicit Compiler(Draft& draft) : draft_(draft) {}

  /// A template with its parents, where the program is now.
  void whole(const Template& leaf) {
    std::vector<const Template*> line{&leaf};
    while (const Template* parent = parent_of(*line.back())) {
      if (std::ranges::find(line, parent) != line.end() || line.size() > deepest_files) break;
      line.push_back(parent);
    }
    Blocks blocks;
    for (const Template* one : line) {
      check_blocks(*one, line);
      collect(one->body, *one, blocks);
    }
    std::swap(blocks, blocks_);
    const HtmlPlace begin = html_;
    for (const Template* one : line) {
      draft_.source = one->source;
      if (one != line.back()) preamble(*one);
    }
    body(line.back()->body);
    std::swap(blocks, blocks_);
    same_place(begin, line.back()->name, end_of(*line.back()));
  }

 private:
  const Template* parent_of(const Template& child) const {
    if (!child.extends) return nullptr;
    const auto found = draft_.catalog.templates.find(child.extends->text);
    return found == draft_.catalog.templates.end() ? nullptr : &found->second;
  }

  static base::Span end_of(const Template& whole) {
    const auto size = static_cast<std::uint32_t>(whole.source->text.size());
    return {size, size};
  }

  /// What a template sets before its parent begins.
  void preamble(const Template& child) {
    for (const Statement& one : child.body)
      if (one.type == Statement::Type::set) statement(one);
  }

  /// A block that no parent has would never be printed.
  void check_blocks(const Template& child, const std::vector<const Template*>& line) {
    const auto place = std::ranges::find(line, &child);
    const bool complete = !line.back()->extends;  // else a parent is missing, which is told elsewhere
    if (place + 1 == line.end() || !complete) return;
    Blocks known;
    for (auto parent = place + 1; parent != line.end(); ++parent) collect((*parent)->body, **parent, known);
    std::vector<std::string> names;
    for (const auto& [name, block] : known) names.emplace_back(name);
    draft_.source = child.source;
    for (const Statement& one : child.body)
      if (one.type == Statement::Type::block && !known.contains(one.name))
        draft_.tell(draft_.mistake(Code::template_undefined, one.name_span, {std::string(one.name)}), one.name, names);
  }

  void body(const std::vector<Statement>& statements) {
    for (const Statement& one : statements) {
      if (draft_.full) return;
      statement(one);
    }
  }

  void statement(const Statement& one) {
    switch (one.type) {
      case Statement::Type::text: return text(one);
      case Statement::Type::print: return print(one);
      case Statement::Type::choice: return choice(one);
      case Statement::Type::loop: return loop(one);
      case Statement::Type::set: return set(one);
      case Statement::Type::include: return include(one);
      case Statement::Type::block: return block(one);
    }
  }

  void text(const Statement& one) {
    const bool closed = html_.in_element_text();
    const std::uint32_t before = html_.opened();
    html_.follow(one.name, one.span.begin);
    const bool opens = closed || html_.opened() != before;
    if (opens && !html_.in_element_text()) opened_ = draft_.place({html_.opened(), html_.opened() + 1});
    draft_.emit(Operation::text, one.span, draft_.text(one.name));
  }

  void print(const Statement& one) {
    const Printing printing = html_.printing();
    const bool filtered = one.expression.type == Expression::Type::filter;
    if (printing == Printing::refused) {
      draft_.tell(draft_.mistake(Code::template_unsafe_place, one.span, {html_.name()}));
    } else if (printing == Printing::json && !(filtered && one.expression.name == "json")) {
      draft_.tell(draft_.mistake(Code::template_unsafe_place, one.span, {html_.name()})
                      .hint(base::Hint::expected_shape, {"{{ … | json }}"}));
    } else if (printing == Printing::asset && !(filtered && one.expression.name == "asset")) {
      draft_.tell(draft_.mistake(Code::template_unsafe_place, one.span, {html_.name()})
                      .hint(base::Hint::expected_shape, {"{{ \"…\" | asset }}"}));
    }
    html_.follow_print();
    compile_expression(draft_, one.expression);
    draft_.emit(Operation::print, one.expression.span, 0, static_cast<std::size_t>(printing));
  }

  /// After `what`, the HTML has to be where it was before; if it is not, it is taken to be.
  bool same_place(const HtmlPlace& begin, const std::string& what, base::Span end) {
    HtmlPlace meeting = begin;
    if (meeting.join(html_)) {
      html_ = meeting;
      return true;
    }
    const std::string open = html_.name().empty() ? begin.name() : html_.name();
    base::Diagnostic mistake = draft_.mistake(Code::template_html_open, end, {what, open});
    if (opened_.source && !html_.in_element_text()) mistake.note(base::Hint::opens_here, opened_);
    draft_.tell(std::move(mistake));
    html_ = begin;
    return false;
  }

  void choice(const Statement& one) {
    using Names = std::vector<std::pair<std::string_view, std::uint32_t>>;
    const HtmlPlace begin = html_;
    const std::size_t mark = draft_.scope.mark();
    HtmlPlace meeting = begin;
    std::vector<std::uint32_t> ends;
    Names common;
    for (std::size_t i = 0; i < one.branches.size(); ++i) {
      const Branch& branch = one.branches[i];
      html_ = begin;
      std::uint32_t otherwise = 0;
      if (branch.condition) {
        compile_expression(draft_, *branch.condition);
        otherwise = draft_.emit(Operation::jump_if_false, branch.span);
      }
      body(branch.body);
      Names names = draft_.scope.take_back(mark);
      if (i == 0)
        meeting = html_, common = std::move(names);
      else
        std::erase_if(common, [&](const auto& name) { return std::ranges::find(names, name) == names.end(); });
      if (i > 0) meeting = same_place(meeting, "{% if", branch.end) ? html_ : begin;
      ends.push_back(draft_.emit(Operation::jump, branch.span));
      if (branch.condition) draft_.land(otherwise);
    }
    html_ = meeting;
    if (one.branches.back().condition) {  // there is no else: nothing may have changed
      same_place(begin, "{% if", one.branches.back().end);
      common.clear();
    }
    for (const std::uint32_t end : ends) draft_.land(end);
    draft_.scope.restore(common);
  }

  void loop(const Statement& one) {
    compile_expression(draft_, one.expression);
    const HtmlPlace begin = html_;
    draft_.scope.enter();
    const std::uint32_t slot = draft_.scope.set(one.name);
    ++draft_.loops;
    draft_.program.loops = std::max(draft_.program.loops, draft_.loops);
    const std::uint32_t start = draft_.emit(Operation::begin_loop, one.expression.span, 0, slot);
    const std::uint32_t round = draft_.here();
    body(one.branches.front().body);
    draft_.emit(Operation::next_round, one.span, round, slot);
    --draft_.loops;
    draft_.scope.leave();
    same_place(begin, "{% for", one.branches.front().end);
    if (one.branches.size() < 2) return draft_.land(start);

    const std::uint32_t out = draft_.emit(Operation::jump, one.span);
    draft_.land(start);
    const std::size_t mark = draft_.scope.mark();
    body(one.branches[1].body);
    draft_.scope.take_back(mark);
    same_place(begin, "{% else", one.branches[1].end);
    draft_.land(out);
  }

  void set(const Statement& one) {
    compile_expression(draft_, one.expression);
    draft_.emit(Operation::store, one.span, draft_.scope.set(one.name));
  }

  void include(const Statement& one) {
    const auto found = draft_.catalog.templates.find(one.expression.text);
    if (found == draft_.catalog.templates.end()) return;  // told for each file by itself
    if (!html_.in_element_text())
      return draft_.tell(draft_.mistake(Code::template_unsafe_place, one.span, {html_.name()}));
    const base::Source* const source = draft_.source;
    if (std::ranges::find(files_, &found->second) != files_.end()) return;  // a loop, told elsewhere
    if (files_.size() >= deepest_files)
      return draft_.tell(draft_.mistake(Code::template_limit, one.span, {std::to_string(deepest_files)}));
    draft_.used_from.push_back(draft_.place(one.span));
    files_.push_back(&found->second);
    draft_.scope.enter();
    whole(found->second);
    draft_.scope.leave();
    files_.pop_back();
    draft_.used_from.pop_back();
    draft_.source = source;
  }

  void block(const Statement& one) {
    const auto found = blocks_.find(one.name);
    if (found == blocks_.end()) return;
    if (files_.size() >= deepest_files)
      return draft_.tell(draft_.mistake(Code::template_limit, one.span, {std::to_string(deepest_files)}));
    const Block block = found->second;
    const base::Source* const source = draft_.source;
    const HtmlPlace begin = html_;
    draft_.source = block.owner->source;
    files_.push_back(nullptr);
    draft_.scope.enter();
    body(block.statement->branches.front().body);
    draft_.scope.leave();
    files_.pop_back();
    same_place(begin, "{% block " + std::string(one.name), block.statement->branches.front().end);
    draft_.source = source;
  }

  Draft& draft_;
  HtmlPlace html_;
  base::Place opened_;
  Blocks blocks_;
  std::vector<const Template*> files_;  ///< the includes and blocks that are open; null for a block
};

}  // namespace

Program compile_alone(base::Place place, const Catalog& catalog, const std::vector<std::string>& globals, base::Diagnostics& diagnostics) {
  TokenReader reader(*place.source, expression_tokens(*place.source, place.span, diagnostics), diagnostics);
  const Expression expression = parse_expression(reader);
  if (!reader.sees(TokenType::end)) reader.unexpected("and");
  Draft draft(catalog, globals, diagnostics);
  draft.source = place.source;
  compile_expression(draft, expression);
  draft.program.complete = !reader.failed();
  draft.program.slots = draft.scope.slots();
  draft.program.globals = draft.scope.used_globals();
  return std::move(draft.program);
}

Program compile_template(const Template& root, const Catalog& catalog, const std::vector<std::string>& globals,
                         bool may_lack_names, base::Diagnostics& diagnostics) {
  Draft draft(catalog, globals, diagnostics);
  draft.may_lack_names = may_lack_names;
  draft.source = root.source;
  Compiler(draft).whole(root);
  draft.program.slots = draft.scope.slots();
  draft.program.globals = draft.scope.used_globals();
  return std::move(draft.program);
}

}  // namespace templates
