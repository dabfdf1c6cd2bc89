// What kind of picture a file is: by its first bytes, which browsers and viewers go by, and by its name.
#pragma once

#include <string_view>

namespace pictures {

enum class Format { none, jpeg, png, gif, webp, avif, heic };

/// By the first bytes.
Format format_of(std::string_view bytes);

/// By the end of a name, in lower case and without its dot: "jpg".
Format format_named(std::string_view extension);

/// The end that a name of that format should have: "jpg".
std::string_view name_of(Format format);

}  // namespace pictures
