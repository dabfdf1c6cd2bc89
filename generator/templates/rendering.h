// One page being rendered: what surrounds it, and the memory of what is made on the way.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "templates/operand.h"
#include "templates/program.h"
#include "templates/templates.h"

namespace templates {

/// Where an asset of the theme is published, below the base: "assets/style.css?v=0123abcd".
using Assets = std::map<std::string, std::string, std::less<>>;

class Rendering {
 public:
  Rendering(const Program& running, const Assets& published, const Context& around, base::Diagnostics& mistakes)
      : program(running), assets(published), context(around), diagnostics(mistakes) {}

  const Program& program;
  const Assets& assets;
  const Context& context;
  base::Diagnostics& diagnostics;
  std::size_t at = 0;    ///< the instruction at work
  bool stopped = false;  ///< a limit is passed: the page is not finished

  const model::Language& language(std::size_t number) const { return context.site.languages[number]; }
  const model::Language& language() const { return language(context.language); }

  /// Text that lives as long as the rendering, put together from pieces.
  std::string_view keep(std::initializer_list<std::string_view> pieces);
  std::string_view keep(std::string_view text) { return keep({text}); }
  /// Room for that many operands, or members of a bundle.
  template <class T>
  std::span<T> room(std::size_t count) {
    if (!spend(count * sizeof(T))) return {};
    return {new (memory_.allocate(count * sizeof(T) + 1, alignof(T))) T[count], count};
  }
  Operand list(const std::vector<Operand>& items);

  /// A mistake at the instruction at work; each is told once a page.
  void mistake(base::Diagnostic mistake);
  void mistake(base::Code code, std::vector<std::string> arguments) { mistake({code, {}, std::move(arguments)}); }
  /// "`sort` does not work on text"; gives nothing.
  Operand wrong_value(std::string_view what, const Operand& operand);
  /// Ends the page with the mistake of a limit that was passed.
  void stop(std::string limit);

 private:
  bool spend(std::size_t bytes);

  std::array<std::byte, 4096> first_;
  std::pmr::monotonic_buffer_resource memory_{first_.data(), first_.size()};
  std::size_t spent_ = 0;
  std::vector<std::pair<std::size_t, base::Code>> told_;
};

}  // namespace templates
