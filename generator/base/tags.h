// The tags of a page, found as a browser finds them (HTML standard, 13.2.5): what stands in text, in a comment or in a script
// is never taken for one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

struct Attribute {
  std::string name;        ///< in lower case
  std::string_view value;  ///< the very bytes of the page between the quotes, entities and all; empty where there is none
};

struct Tag {
  std::string name;  ///< in lower case
  std::vector<Attribute> attributes;

  /// The value of the first attribute of that name; empty where there is none.
  std::string_view operator[](std::string_view attribute) const;
};

/// Every start tag, in the order of the page. Values point into `html`.
std::vector<Tag> start_tags(std::string_view html);

}  // namespace base
