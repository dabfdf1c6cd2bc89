#include "load/pictures.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "base/failure.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/html.h"
#include "base/parallel.h"
#include "load/content.h"
#include "load/gate.h"
#include "pictures/cache.h"
#include "pictures/format.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;

namespace {

std::string in_megapixels(long pixels) { return fmt::format("{} MP", (pixels + 500'000) / 1'000'000); }

/// "20000×10000 (200 MP)"
std::string in_words(pictures::Size size) { return fmt::format("{}×{} ({})", size.width, size.height, in_megapixels(static_cast<long>(size.width) * size.height)); }

/// "media/3f2a…-640.jpg": by the hash of its bytes, since names of files tell when a picture was taken, or who is in it.
std::string url_of(const std::string& bytes, int width, std::string_view extension) {
  return fmt::format("media/{}-{}.{}", base::to_hex(base::hash(bytes)).substr(0, 16), width, extension);
}

/// "stage.jpg" and "png" → "stage.png"
std::string with_end(const std::string& name, const std::string& end) { return name.substr(0, name.rfind('.') + 1) + end; }

}  // namespace

Pictures::Pictures(const model::Site& site, std::string_view sizes, const std::vector<std::string>& media, const Agreed& agreed, base::Sources& sources)
    : site_(site), sizes_(sizes), sources_(sources) {
  for (const auto& path : media)
    if (media_type(path) == MediaType::picture) all_[path].is_agreed = agreed.contains(path);
}

void Pictures::prepare(int jobs) {
  std::vector<std::pair<const std::string, One>*> agreed;
  for (auto& pair : all_)
    if (pair.second.is_agreed) agreed.push_back(&pair);
  base::parallel(agreed.size(), jobs, [&](std::size_t i) {
    try {
      made(agreed[i]->first, agreed[i]->second);
    } catch (const base::Failure&) {  // which matters only where it is used
    }
  }, 1);
}

Pictures::One& Pictures::made(const std::string& path, One& one) {
  std::call_once(one.once, [&] { make(path, one); });
  return one;
}

void Pictures::make(const std::string& path, One& one) {
  const std::string shown = base::join(site_.content, path), name(base::name_of(path));
  const auto mistake = [&](Code code, std::vector<std::string> arguments) -> Diagnostic& {
    arguments.insert(arguments.begin(), name);
    return one.mistakes.emplace_back(Diagnostic{code, {&sources_.add(shown, ""), {}}, std::move(arguments)});
  };
  if (!one.is_agreed) mistake(Code::picture_consent_missing, {}).hint(Hint::say_consent, {base::join(base::folder_of(shown), pictures_file), name});

  std::error_code error;
  if (const auto size = std::filesystem::file_size(shown, error); !error && size > pictures::largest_file) {
    mistake(Code::picture_too_large, {size_in_words(size), size_in_words(pictures::largest_file)}).hint(Hint::save_smaller);
    return;
  }
  const auto bytes = base::read(shown);
  const auto format = pictures::format_of(bytes), named = pictures::format_named(base::extension_of(path));
  if (!bytes.empty() && format != named) {
    const bool is_document = bytes.starts_with("PK\3\4") || bytes.starts_with("%PDF") || bytes.starts_with("\xD0\xCF\x11\xE0"), is_picture = format != pictures::Format::none;
    const std::string holds = is_picture ? std::string(pictures::name_of(format)) : is_document ? "@document" : "@no_picture";
    auto& diagnostic = mistake(Code::picture_disguised, {std::string(pictures::name_of(named)), holds});
    is_picture ? diagnostic.hint(Hint::rename_file, {with_end(name, holds)}) : diagnostic.hint(is_document ? Hint::save_picture_out : Hint::get_again);
    return;
  }
  auto picture = bytes.empty() ? pictures::Picture{pictures::Trouble::broken, {}, 0, {}, {}} : pictures::scale_once(bytes);
  if (picture.trouble == pictures::Trouble::too_large)
    mistake(Code::picture_too_large, {in_words(picture.whole), in_megapixels(picture.most_pixels)}).hint(Hint::save_smaller);
  else if (picture.trouble == pictures::Trouble::broken)
    mistake(Code::picture_broken, {}).hint(Hint::get_again);
  if (!one.mistakes.empty()) return;
  for (auto& [size, scaled] : picture.scaled)
    one.picture.sizes.push_back({size.width, size.height, url_of(bytes, size.width, picture.extension), std::move(scaled)});
}

const model::Picture* Pictures::find(const std::string& path) {
  const auto found = all_.find(path);
  if (found == all_.end()) return nullptr;
  const auto& picture = made(path, found->second).picture;
  return picture.sizes.empty() ? nullptr : &picture;
}

std::string Pictures::attributes_of(const model::Picture& picture) const {
  std::string out = "srcset=\"";
  base::escape_html(out, model::srcset(picture, site_.base_path));
  base::escape_html(out += "\" sizes=\"", sizes_);
  return out + fmt::format("\" width=\"{}\" height=\"{}\"", picture.largest().width, picture.largest().height);
}

void Pictures::report_hidden_picture(const std::string& path, Diagnostics& diagnostics) {
  const std::string shown = base::join(site_.content, path), name(base::name_of(path)), end = base::extension_of(path);
  const auto format = pictures::format_of(base::read(shown));
  if (format == pictures::Format::none) return;
  const std::string holds(pictures::name_of(format));
  diagnostics.add(Diagnostic{Code::picture_disguised, {&sources_.add(shown, ""), {}}, {name, end, holds}}.hint(Hint::rename_file, {with_end(name, holds)}));
}

void Pictures::report(const std::vector<std::string>& used, Diagnostics& diagnostics) {
  for (const auto& path : used)
    if (const auto found = all_.find(path); found == all_.end())
      report_hidden_picture(path, diagnostics);
    else
      for (auto& mistake : std::exchange(made(path, found->second).mistakes, {})) diagnostics.add(std::move(mistake));
}

std::map<std::string, model::Picture, std::less<>> Pictures::take(const std::vector<std::string>& used) {
  std::map<std::string, model::Picture, std::less<>> taken;
  for (const auto& path : used)
    if (find(path)) taken.emplace(path, std::move(all_.find(path)->second.picture));
  return taken;
}

}  // namespace load
