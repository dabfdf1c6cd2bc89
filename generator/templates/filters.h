// The filters and tests of the language, each with its name, its arguments and its work.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "templates/rendering.h"

namespace templates {

struct Parameter {
  std::string_view name;
  bool required = true;
};

struct Filter {
  std::string_view name;
  std::vector<Parameter> parameters;  ///< behind the value itself
  /// The value and all parameters in order; those not given are `missing`.
  Operand (*work)(Rendering&, std::span<const Operand> arguments);

  /// "sort(attribute, reverse=)": how it is called.
  std::string signature() const;
};

struct Test {
  std::string_view name;
  bool (*holds)(const Operand&);
};

/// All of them, sorted by name.
const std::vector<Filter>& filters();
const std::vector<Test>& tests();

}  // namespace templates
