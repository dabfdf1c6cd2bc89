// A program while it is written: what both compilers, of statements and of expressions, share.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/theme.h"
#include "templates/program.h"
#include "templates/rendering.h"
#include "templates/scope.h"
#include "templates/syntax.h"

namespace templates {

using Templates = std::map<std::string, Template, std::less<>>;

/// What the templates of a theme may name.
struct Catalog {
  const Templates& templates;
  const Assets& assets;
  const std::vector<model::Language>& languages;
};

class Draft {
 public:
  Draft(const Catalog& named, const std::vector<std::string>& globals, base::Diagnostics& mistakes)
      : catalog(named), scope(globals), diagnostics(mistakes) {}

  const Catalog& catalog;
  Scope scope;
  base::Diagnostics& diagnostics;
  Program program;
  const base::Source* source = nullptr;  ///< of what is being compiled
  std::vector<base::Place> used_from;    ///< the includes that led here
  std::uint32_t loops = 0;               ///< those that are open
  bool may_lack_names = false;           ///< another template may give them
  bool full = false;                     ///< it has passed the limit of its size

  base::Place place(base::Span span) const { return {source, span}; }

  /// Adds an instruction and gives its number.
  std::uint32_t emit(Operation operation, base::Span span, std::size_t index = 0, std::size_t count = 0);
  std::uint32_t here() const { return static_cast<std::uint32_t>(program.code.size()); }
  /// Makes a jump lead here.
  void land(std::uint32_t jump) { program.code[jump].index = here(); }
  /// Another way to the same place, on which one value fewer lies on the stack.
  void drop() { --height_; }

  std::size_t text(std::string_view text);
  std::size_t constant(const Operand& operand);
  /// Text that lies in no source, kept with the program.
  std::string_view keep(std::string text) { return program.kept.emplace_back(std::move(text)); }

  base::Diagnostic mistake(base::Code code, base::Span span, std::vector<std::string> arguments) const {
    return {code, place(span), std::move(arguments)};
  }
  void tell(base::Diagnostic diagnostic) { diagnostics.add(std::move(diagnostic)); }
  /// With the nearest of `names` as a hint, or all of them where none is near and they are few.
  void tell(base::Diagnostic diagnostic, std::string_view word, const std::vector<std::string>& names);

 private:
  std::uint32_t height_ = 0;
};

/// Compiles an expression: its value will lie on the stack.
void compile_expression(Draft& draft, const Expression& expression);

/// Compiles an expression that stands by itself, in a part of a file.
Program compile_alone(base::Place place, const Catalog& catalog, const std::vector<std::string>& globals, base::Diagnostics& diagnostics);

/// Compiles a template with all that it extends and includes.
Program compile_template(const Template& root, const Catalog& catalog, const std::vector<std::string>& globals,
                         bool may_lack_names, base::Diagnostics& diagnostics);

}  // namespace templates
