#include "pictures/cache.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/failure.h"
#include "base/file.h"
#include "base/hash.h"
#include "pictures/apart.h"
#include "pictures/bytes.h"

namespace pictures {
namespace {

/// Changes when the same picture would be made otherwise.
constexpr std::string_view recipe = "2-" LOA_VIPS_VERSION;

/// Empty where there is none.
std::string folder() {
  const auto from = [](const char* variable) { return std::string_view(std::getenv(variable) ? std::getenv(variable) : ""); };
  if (const auto cache = from("XDG_CACHE_HOME"); cache.starts_with('/')) return base::join(cache, "loa/pictures");
  const auto home = from("HOME");
  return home.starts_with('/') ? base::join(home, ".cache/loa/pictures") : "";
}

}  // namespace

Picture scale_once(const std::string& bytes) {
  const auto kept_in = folder();
  if (kept_in.empty()) return scale_apart(bytes);
  const auto path = base::join(kept_in, fmt::format("{}-{}", base::to_hex(base::hash(bytes)), recipe));
  try {
    if (base::exists(path))
      if (auto known = from_bytes(base::read(path))) return *std::move(known);
  } catch (const base::Failure&) {
  }
  auto picture = scale_apart(bytes);
  if (picture.trouble == Trouble::none) try {
      base::write(path, to_bytes(picture));
    } catch (const base::Failure&) {
    }
  return picture;
}

void forget_all() {
  const auto kept_in = folder();
  if (kept_in.empty()) return;
  std::error_code error;
  std::filesystem::remove_all(kept_in, error);
  if (error) throw base::Failure(base::Task::remove, kept_in, error.value());
}

}  // namespace pictures
