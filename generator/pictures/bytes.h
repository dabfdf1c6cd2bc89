// A scaled picture as one piece of bytes: to be kept in a file, to be handed from process to process.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pictures/scale.h"

namespace pictures {

/// A line with the hash of all that follows; a line of "0 jpg 4000 3000 50331648" (trouble, extension, whole size, most pixels); for each
/// size one of "320 240 18042" (width, height, bytes); an empty one; then the bytes of all sizes.
std::string to_bytes(const Picture& picture);

/// Nothing of bytes that are not whole.
std::optional<Picture> from_bytes(std::string_view bytes);

}  // namespace pictures
