// The template language: a small Jinja, compiled to flat instructions at load and escaped by type.
//
// docs/templates.md is its reference. A template never sees raw text: what it prints is escaped for the place in which
// it stands, unless its type is Html. A name that nothing defines is a mistake when the template is compiled, an
// attribute that nothing declares is one when it is printed; neither is ever an empty string.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/site.h"
#include "model/theme.h"

namespace templates {

/// All templates and rules of a theme, compiled. Rendering from several threads at once is safe.
class Library {
 public:
  Library();
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  ~Library();
  bool has(std::string_view name) const;
  struct Contents;
  std::unique_ptr<Contents> contents;
};

/// Compiles every template and rule of the theme; all mistakes of all templates are added to `diagnostics`. `globals` are the
/// names that every page defines.
Library compile(const model::Theme& theme, const std::vector<std::string>& globals, base::Diagnostics& diagnostics);

/// The names in the expressions of a rule.
const std::vector<std::string>& rule_names();

/// What surrounds a page while it is rendered.
struct Context {
  const model::Site& site;
  const model::Theme& theme;
  const model::Route& route;
  std::size_t language = 0;  ///< index in site.languages
};

/// The page as text. The globals are in two records, looked up in turn and never copied: those of this page, and those
/// that all pages share. Mistakes that only show now (an attribute that is not there) are added to `diagnostics` with
/// the template's place, and rendering goes on.
std::string render(const Library& library, std::string_view name, const model::Record& own, const model::Record& shared,
                   const Context& context, base::Diagnostics& diagnostics);

/// Whether a rule holds; what its `show` gives, as text in the context's language, or nothing where it has none.
bool holds(const Library& library, const model::Rule& rule, const model::Record& own, const model::Record& shared, const Context& context,
           base::Diagnostics& diagnostics);
std::string shown(const Library& library, const model::Rule& rule, const model::Record& own, const model::Record& shared, const Context& context,
                  base::Diagnostics& diagnostics);

}  // namespace templates
