// The door of this room: all templates of a theme compiled, each by itself, and one of them run.
#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "templates/draft.h"
#include "templates/machine.h"
#include "templates/parser.h"
#include "templates/templates.h"

namespace templates {

struct Library::Contents {
  std::map<std::string, Program, std::less<>> programs;
  std::map<std::pair<const base::Source*, std::uint32_t>, Program> expressions;  ///< by where they lie
  Assets assets;
};

Library::Library() : contents(std::make_unique<Contents>()) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

bool Library::has(std::string_view name) const { return contents && contents->programs.contains(name); }

namespace {

using base::Code;

/// The include and extends tags of a template.
struct Use {
  std::string name;
  base::Place place;
};

void collect_uses(const Template& owner, const std::vector<Statement>& body, std::vector<Use>& uses) {
  for (const Statement& one : body) {
    if (one.type == Statement::Type::include && one.expression.type == Expression::Type::text)
      uses.push_back({one.expression.text, {owner.source, one.expression.span}});
    for (const Branch& branch : one.branches) collect_uses(owner, branch.body, uses);
  }
}

std::vector<Use> uses_of(const Template& owner) {
  std::vector<Use> uses;
  if (owner.extends) uses.push_back({owner.extends->text, {owner.source, owner.extends->span}});
  collect_uses(owner, owner.body, uses);
  return uses;
}

/// Follows includes and parents: what does not exist, and what leads back to itself.
class UseCheck {
 public:
  UseCheck(const Templates& templates, base::Diagnostics& diagnostics)
      : templates_(templates), diagnostics_(diagnostics) {
    for (const auto& [name, one] : templates) names_.push_back(name);
  }

  void visit(const Template& one) {
    if (!visited_.insert(&one).second) return;
    path_.push_back(&one);
    for (const Use& use : uses_of(one)) {
      const auto found = templates_.find(use.name);
      if (found == templates_.end())
        missing(use);
      else if (const auto begin = std::ranges::find(path_, &found->second); begin != path_.end())
        loop(use, begin);
      else
        visit(found->second);
    }
    path_.pop_back();
  }

 private:
  void missing(const Use& use) {
    base::Diagnostic mistake{Code::template_not_found, use.place, {use.name}};
    if (const std::string near = base::nearest(use.name, names_); !near.empty())
      mistake.hint(base::Hint::did_you_mean, {near});
    diagnostics_.add(std::move(mistake));
  }
  void loop(const Use& use, std::vector<const Template*>::const_iterator begin) {
    std::string way;
    for (auto one = begin; one != path_.end(); ++one) way += (*one)->name + " → ";
    diagnostics_.add({Code::template_loop, use.place, {way + use.name}});
  }

  const Templates& templates_;
  base::Diagnostics& diagnostics_;
  std::vector<std::string> names_;
  std::set<const Template*> visited_;
  std::vector<const Template*> path_;
};

/// One name for two blocks of a file, at whatever depth.
void check_block_names(const Template& owner, const std::vector<Statement>& body,
                       std::map<std::string_view, base::Span>& known, base::Diagnostics& diagnostics) {
  for (const Statement& one : body) {
    if (one.type == Statement::Type::block && !one.name.empty()) {
      const auto [first, is_new] = known.try_emplace(one.name, one.name_span);
      if (!is_new)
        diagnostics.add(base::Diagnostic{
            Code::template_syntax, {owner.source, one.name_span}, {std::string(one.name), "{% block … %}"}}
                            .note(base::Hint::first_here, {owner.source, first->second}));
    }
    for (const Branch& branch : one.branches) check_block_names(owner, branch.body, known, diagnostics);
  }
}

/// A template that extends another is made of blocks; what stands outside them would never be printed.
void check_outside_blocks(const Template& one, base::Diagnostics& diagnostics) {
  if (!one.extends) return;
  for (const Statement& statement : one.body) {
    if (statement.type == Statement::Type::block || statement.type == Statement::Type::set) continue;
    base::Span span = statement.span;
    std::string_view text = std::string_view(one.source->text).substr(span.begin, span.end - span.begin);
    const std::size_t begin = text.find_first_not_of(" \t\n");
    if (begin == text.npos) continue;
    text.remove_prefix(begin);
    text = text.substr(0, text.find_first_of("\n"));
    span.begin += static_cast<std::uint32_t>(begin);
    span.end = span.begin + static_cast<std::uint32_t>(text.size());
    diagnostics.add({Code::template_syntax, {one.source, span}, {std::string(text), "{% block … %}"}});
  }
}

/// The templates that another one includes or extends and that make no page by themselves.
std::set<std::string, std::less<>> parts_of(const Templates& templates, const model::Theme& theme) {
  std::set<std::string, std::less<>> parts;
  for (const auto& [name, one] : templates)
    for (const Use& use : uses_of(one))
      if (use.name != name) parts.insert(use.name);
  for (const model::PageDeclaration& page : theme.pages) parts.erase(page.template_name);
  for (const model::Collection& collection : theme.collections) {
    if (collection.page) parts.erase(collection.page->template_name);
    if (collection.list) parts.erase(collection.list->template_name);
    for (const model::PageDeclaration& page : collection.pages) parts.erase(page.template_name);
  }
  return parts;
}

Assets published(const std::vector<base::File>& files) {
  constexpr std::size_t digits = 8;
  Assets assets;
  for (const base::File& file : files)
    assets[file.path] = "assets/" + file.path + "?v=" + base::to_hex(base::hash(file.bytes)).substr(0, digits);
  return assets;
}

std::pair<const base::Source*, std::uint32_t> key(base::Place place) { return {place.source, place.span.begin}; }

/// The expressions of all rules. A trait's rules are in every collection that takes it, and compiled once.
void compile_rules(Library::Contents& contents, const model::Theme& theme, const Catalog& catalog, base::Diagnostics& diagnostics) {
  for (const model::Collection& collection : theme.collections)
    for (const model::Rule& rule : collection.rules)
      for (const base::Place place : {rule.condition, rule.show})
        if (place.source && !contents.expressions.contains(key(place)))
          contents.expressions.emplace(key(place), compile_alone(place, catalog, rule_names(), diagnostics));
}

const Program* find(const Library& library, base::Place place) {
  const auto found = library.contents->expressions.find(key(place));
  return found == library.contents->expressions.end() || !found->second.complete ? nullptr : &found->second;
}

}  // namespace

const std::vector<std::string>& rule_names() {
  static const std::vector<std::string> names = {"entry", "item", "site", "collections", "pages", "today"};
  return names;
}

Library compile(const model::Theme& theme, const std::vector<std::string>& globals, base::Diagnostics& diagnostics) {
  Templates templates;
  for (const auto& [name, source] : theme.templates) templates.emplace(name, parse(name, *source, diagnostics));
  UseCheck uses(templates, diagnostics);
  for (const auto& [name, one] : templates) {
    uses.visit(one);
    std::map<std::string_view, base::Span> blocks;
    check_block_names(one, one.body, blocks, diagnostics);
    check_outside_blocks(one, diagnostics);
  }
  Library library;
  library.contents->assets = published(theme.assets);
  const auto parts = parts_of(templates, theme);
  const Catalog catalog{templates, library.contents->assets, theme.languages};
  for (const auto& [name, one] : templates) {
    Program program = compile_template(one, catalog, globals, parts.contains(name), diagnostics);
    if (program.complete) library.contents->programs.emplace(name, std::move(program));
  }
  compile_rules(*library.contents, theme, catalog, diagnostics);
  return library;
}

std::string render(const Library& library, std::string_view name, const model::Record& own, const model::Record& shared,
                   const Context& context, base::Diagnostics& diagnostics) {
  const auto found = library.contents->programs.find(name);
  if (found == library.contents->programs.end()) return {};
  return run(found->second, library.contents->assets, own, shared, context, diagnostics);
}

bool holds(const Library& library, const model::Rule& rule, const model::Record& own, const model::Record& shared, const Context& context,
           base::Diagnostics& diagnostics) {
  const Program* program = find(library, rule.condition);
  return !program || holds(*program, own, shared, context, diagnostics);
}

std::string shown(const Library& library, const model::Rule& rule, const model::Record& own, const model::Record& shared, const Context& context,
                  base::Diagnostics& diagnostics) {
  const Program* program = find(library, rule.show);
  return program ? text(*program, own, shared, context, diagnostics) : "";
}

}  // namespace templates
