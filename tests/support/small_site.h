// A site for tests of one thing at a time: one language, a page for every Markdown file, things, and places in a list.
#pragma once

#include <string>
#include <string_view>

namespace support {

/// All that is said, in English, about the small site with these files added (see Workspace::write_all).
std::string check_site(std::string_view files);

/// The same, where the content is these files alone.
std::string check_files(std::string_view files);

/// What a template prints for a field of this declaration in YAML that holds this value, in `[…]`; and before it, or alone,
/// what is said about it.
std::string said(std::string_view declaration, std::string_view value, std::string_view print = "{{ entry.x }}");

}  // namespace support
