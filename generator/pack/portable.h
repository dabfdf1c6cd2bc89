// A site that works wherever its folder lies: on a stick, below any path, opened as files.
//
// Links between the site's own files become relative and name `index.html`, which no server adds here. What speaks of the
// site on the web stays: canonical addresses, feeds, sitemap, data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

namespace pack {

/// Rewrites the addresses in the attributes of every page among `files`; `base_path` is the path of the site on the web ("/path/").
void make_portable(std::vector<base::File>& files, std::string_view base_path, int jobs);

/// An address on the page `file` ("vi/gioi-thieu/index.html") that leads into the site, as one relative to that page:
/// "/path/vi/#menu" → "../index.html#menu". Any other address as it is.
std::string relative_address(std::string_view address, std::string_view file, std::string_view base_path);

}  // namespace pack
