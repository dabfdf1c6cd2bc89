// "Did you mean …": the nearest of the names that would have been right, or all of them where they are few.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/value.h"

namespace load {

/// The diagnostic with a hint that tells which of `names` may stand in place of `written`.
base::Diagnostic suggest(base::Diagnostic diagnostic, std::string_view written, const std::vector<std::string>& names);

/// A name and what people call it: its label in each language, or a title; null where it has none.
struct Known {
  std::string name;
  const model::Value* label = nullptr;
};
/// The same, where somebody may have written the label in place of the name: `đã tổ chức` for `held`, `Lạng Sơn` for `lang-son`.
base::Diagnostic suggest_known(base::Diagnostic diagnostic, std::string_view written, const std::vector<Known>& known);

/// What is wrong with an address that content may not link to.
base::Diagnostic refused_link(const std::string& address, base::Place place);

/// A file whose name has blanks, which no address has; with a name that would do.
base::Diagnostic link_with_blanks(std::string_view address, base::Place place);

/// A picture that is no file of the content: its address begins with a scheme.
base::Diagnostic remote_picture(const std::string& address, base::Place place);

/// With the file that was most likely meant by a path below the content folder (which may be empty), or where to put it.
base::Diagnostic missing_file(base::Diagnostic diagnostic, const std::string& path, const std::string& content, const std::vector<std::string>& media);

/// "`a`, `b`, `c`".
std::string listed(const std::vector<std::string>& names);

}  // namespace load
