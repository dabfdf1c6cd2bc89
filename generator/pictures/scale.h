// A picture as somebody took it → the same picture upright, in a few sizes for screens of a few sizes, and nothing but the
// picture: no place, no time, no camera, no profile, no comment (EXIF, GPS, XMP, IPTC, ICC). libvips is sealed in scale.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pictures {

/// In pixels.
struct Size {
  int width = 0, height = 0;
  bool operator==(const Size&) const = default;
};

struct Scaled {
  Size size;
  std::string bytes;
};

enum class Trouble { none, broken, too_large };

struct Picture {
  Trouble trouble = Trouble::none;
  Size whole;                  ///< as it was taken, turned upright
  long most_pixels = 0;        ///< that it may have: the more memory its kind needs to be unpacked, the fewer
  std::string extension;       ///< "jpg" (JPEG, progressive), or "png" of what one can see through
  std::vector<Scaled> scaled;  ///< from the smallest; empty with a trouble
};

constexpr std::size_t largest_file = std::size_t{40} << 20;  ///< bytes
constexpr long most_pixels = 8192L * 6144;                    ///< width × height, with eight bits a colour; looked at before the picture is unpacked

extern const std::string_view library_name;  ///< of libvips, as it is opened

/// The sizes in which a picture is published, from the smallest: never larger than it is, 1280 pixels wide and 5120 high at most.
std::vector<Size> sizes_of(Size whole);

/// Of JPEG, PNG, GIF, WebP, AVIF, HEIC; of a moving picture the first image. Equal bytes, equal picture. Safe from several threads.
/// Throws Failure where libvips is not there: it is only loaded when there is a picture.
Picture scale(const std::string& bytes);

}  // namespace pictures
