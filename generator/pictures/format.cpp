#include "pictures/format.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pictures {
namespace {

using enum Format;

/// The first name of a format is the one to be told.
constexpr std::array<std::pair<std::string_view, Format>, 8> names{
    {{"jpg", jpeg}, {"jpeg", jpeg}, {"png", png}, {"gif", gif}, {"webp", webp}, {"avif", avif}, {"heic", heic}, {"heif", heic}}};

/// ISO base media (ISO/IEC 14496-12): a box `ftyp` with a main brand, a version and further brands of four letters each.
Format format_of_brands(std::string_view bytes) {
  const auto length = (static_cast<unsigned char>(bytes[2]) << 8) | static_cast<unsigned char>(bytes[3]);
  const auto box = bytes.substr(0, std::min<std::size_t>(static_cast<std::size_t>(length), 256));
  const auto has = [&](std::string_view brand) {
    for (std::size_t at = 8; at + 4 <= box.size(); at += 4)
      if (box.substr(at, 4) == brand) return true;
    return false;
  };
  if (has("avif")) return avif;
  return has("heic") || has("heix") || has("mif1") ? heic : none;
}

}  // namespace

Format format_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return png;
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return gif;
  if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8).starts_with("WEBP")) return webp;
  if (bytes.size() >= 16 && bytes.substr(4).starts_with("ftyp")) return format_of_brands(bytes);
  return none;
}

Format format_named(std::string_view extension) {
  const auto found = std::ranges::find(names, extension, &std::pair<std::string_view, Format>::first);
  return found == names.end() ? none : found->second;
}

std::string_view name_of(Format format) {
  const auto found = std::ranges::find(names, format, &std::pair<std::string_view, Format>::second);
  return found == names.end() ? std::string_view() : found->first;
}

}  // namespace pictures
