#include "pictures/scale.h"

#include <dlfcn.h>
#include <vips/vips.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "base/failure.h"
#include "pictures/format.h"

namespace pictures {
namespace {

/// What is used of libvips. It draws in a hundred libraries, which would take longer to load than a site without pictures takes
/// to be built; so it is loaded by hand, once there is a picture.
struct Vips {
#define LOA_FUNCTIONS(each)                                                                                                        \
  each(vips_init) each(vips_concurrency_set) each(vips_cache_set_max) each(vips_block_untrusted_set) each(vips_error_clear)        \
  each(vips_image_new_from_buffer) each(vips_image_get_width) each(vips_image_get_height) each(vips_image_get_bands) each(vips_image_get_format)               \
  each(vips_image_get_typeof) each(vips_image_get_orientation_swap) each(vips_image_hasalpha) each(vips_image_copy_memory) each(vips_thumbnail_buffer)         \
  each(vips_thumbnail_image) each(vips_colourspace) each(vips_extract_band) each(vips_min) each(vips_jpegsave_buffer)              \
  each(vips_pngsave_buffer) each(vips_ifthenelse) each(vips_black) each(g_object_unref) each(g_free) each(g_log_set_default_handler)
#define LOA_DECLARE(name) decltype(&::name) name;
  LOA_FUNCTIONS(LOA_DECLARE)
#undef LOA_DECLARE

  Vips() {
    void* library = dlopen(LOA_VIPS_LIBRARY, RTLD_NOW | RTLD_LOCAL);
#define LOA_FIND(name) name = library ? reinterpret_cast<decltype(&::name)>(dlsym(library, #name)) : nullptr; \
  if (!name) throw base::Failure(base::Task::load_library, LOA_VIPS_LIBRARY, 0);
    LOA_FUNCTIONS(LOA_FIND)
#undef LOA_FIND
    if (vips_init("loa") != 0) throw base::Failure(base::Task::load_library, LOA_VIPS_LIBRARY, 0);
    g_log_set_default_handler([](const gchar*, GLogLevelFlags, const gchar*, gpointer) {}, nullptr);
    vips_block_untrusted_set(TRUE);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
  }
#undef LOA_FUNCTIONS
};

const Vips& vips() {
  static const Vips library;
  return library;
}

struct Unref {
  void operator()(VipsImage* image) const { vips().g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

/// What an operation of the library made, or nothing where it failed.
template <class Operation>
Image made_by(Operation&& operation) {
  VipsImage* image = nullptr;
  if (operation(&image) == 0) return Image(image);
  vips().vips_error_clear();
  return nullptr;
}

constexpr std::array widths{320, 640, 960, 1280};
constexpr int tallest = 5120;

/// The picture as large as asked for, upright, in sRGB with eight bits.
Image unpack(const std::string& bytes, Size size, bool has_profile) {
  // Without a profile the library would take a way through other colours that does not lead back to the same.
  const char* profile = has_profile ? "export_profile" : nullptr;
  const auto shrunk = made_by([&](VipsImage** out) {
    return vips().vips_thumbnail_buffer(const_cast<char*>(bytes.data()), bytes.size(), out, size.width, "height", size.height, "size", VIPS_SIZE_FORCE,
                                        "option_string", "[fail_on=truncated]", profile, "srgb", nullptr);
  });
  if (!shrunk) return nullptr;
  const auto colored = made_by([&](VipsImage** out) { return vips().vips_colourspace(shrunk.get(), out, VIPS_INTERPRETATION_sRGB, nullptr); });
  return colored ? made_by([&](VipsImage** out) { return (*out = vips().vips_image_copy_memory(colored.get())) ? 0 : -1; }) : nullptr;
}

/// The same with nothing beneath what is erased, and without its alpha channel where nothing can be seen through it.
Image with_clean_alpha(Image image) {
  if (!vips().vips_image_hasalpha(image.get())) return image;
  const int colors = vips().vips_image_get_bands(image.get()) - 1;
  const auto alpha = made_by([&](VipsImage** out) { return vips().vips_extract_band(image.get(), out, colors, nullptr); });
  double least = 0;
  if (!alpha || vips().vips_min(alpha.get(), &least, nullptr) != 0) return nullptr;
  if (least < 255) {
    const auto nothing = made_by([&](VipsImage** out) { return vips().vips_black(out, vips().vips_image_get_width(image.get()), vips().vips_image_get_height(image.get()), "bands", colors + 1, nullptr); });
    const auto clean = nothing ? made_by([&](VipsImage** out) { return vips().vips_ifthenelse(alpha.get(), image.get(), nothing.get(), out, nullptr); }) : nullptr;
    return clean ? made_by([&](VipsImage** out) { return (*out = vips().vips_image_copy_memory(clean.get())) ? 0 : -1; }) : nullptr;
  }
  return made_by([&](VipsImage** out) { return vips().vips_extract_band(image.get(), out, 0, "n", colors, nullptr); });
}

/// Empty where the library fails.
std::string pack(VipsImage* image, bool as_png) {
  void* data = nullptr;
  std::size_t size = 0;
  const int failed = as_png ? vips().vips_pngsave_buffer(image, &data, &size, "compression", 9, "strip", TRUE, nullptr)
                            : vips().vips_jpegsave_buffer(image, &data, &size, "Q", 78, "optimize_coding", TRUE, "interlace", TRUE, "strip", TRUE, nullptr);
  if (failed) vips().vips_error_clear();
  const std::unique_ptr<void, void (*)(void*)> owned(data, [](void* bytes) { vips().g_free(bytes); });
  return failed ? std::string() : std::string(static_cast<const char*>(data), size);
}

/// What the head of the file says; without a size where it cannot be understood.
struct Head {
  Picture picture;
  bool has_profile = false;  ///< its colours are not simply those of sRGB
};
Head look_at(const std::string& bytes) {
  Head head;
  Picture& picture = head.picture;
  picture.trouble = Trouble::broken;
  const Image image(vips().vips_image_new_from_buffer(bytes.data(), bytes.size(), "", nullptr));
  if (!image) {
    vips().vips_error_clear();
    return head;
  }
  picture.whole = {vips().vips_image_get_width(image.get()), vips().vips_image_get_height(image.get())};
  if (vips().vips_image_get_orientation_swap(image.get())) std::swap(picture.whole.width, picture.whole.height);
  head.has_profile = vips().vips_image_get_typeof(image.get(), VIPS_META_ICC_NAME) != 0;
  const bool is_greedy = format_of(bytes) == Format::avif || vips().vips_image_get_format(image.get()) != VIPS_FORMAT_UCHAR;
  picture.most_pixels = most_pixels / (is_greedy ? 2 : 1);
  return head;
}

}  // namespace

const std::string_view library_name = LOA_VIPS_LIBRARY;

std::vector<Size> sizes_of(Size whole) {
  const double ratio = static_cast<double>(whole.height) / whole.width;
  const int largest = std::max(1, std::min({whole.width, widths.back(), static_cast<int>(tallest / ratio)}));
  const auto height_at = [&](int width) { return std::clamp(static_cast<int>(std::lround(ratio * width)), 1, tallest); };
  std::vector<Size> sizes;
  for (const int width : widths)
    if (width + width / 4 <= largest) sizes.push_back({width, height_at(width)});
  sizes.push_back({largest, height_at(largest)});
  return sizes;
}

Picture scale(const std::string& bytes) {
  auto [picture, has_profile] = look_at(bytes);
  if (picture.whole.width < 1 || picture.whole.height < 1) return picture;
  const long pixels = static_cast<long>(picture.whole.width) * picture.whole.height;
  if (pixels > picture.most_pixels) {
    picture.trouble = Trouble::too_large;
    return picture;
  }
  const auto sizes = sizes_of(picture.whole);
  auto largest = unpack(bytes, sizes.back(), has_profile);
  if (largest) largest = with_clean_alpha(std::move(largest));
  if (!largest) return picture;
  const bool as_png = vips().vips_image_hasalpha(largest.get());
  std::vector<Scaled> scaled;
  for (const auto& size : sizes) {
    const auto smaller = made_by([&](VipsImage** out) {
      return vips().vips_thumbnail_image(largest.get(), out, size.width, "height", size.height, "size", VIPS_SIZE_FORCE, nullptr);
    });
    scaled.push_back({size, smaller ? pack(smaller.get(), as_png) : std::string()});
    if (scaled.back().bytes.empty()) return picture;
  }
  picture.trouble = Trouble::none;
  picture.extension = as_png ? "png" : "jpg";
  picture.scaled = std::move(scaled);
  return picture;
}

}  // namespace pictures
