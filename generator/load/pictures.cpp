#include "load/pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/failure.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/html.h"
#include "base/parallel.h"
#include "base/text.h"
#include "load/attributes.h"
#include "load/gate.h"
#include "load/own_fields.h"
#include "load/suggest.h"
#include "load/values.h"
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

/// A consent is a sentence, not a tick, and not that there is none.
bool says_who_agreed(std::string_view text) {
  constexpr long fewest_letters = 8;
  const auto folded = base::fold(text), lower = base::lower(text) + " ";
  for (const std::string_view none : {"chưa ", "không ", "no ", "not ", "none "})
    if (lower.starts_with(none) && !lower.starts_with("không gian ")) return false;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC0; };  // 0xC0 and more begin a letter of other scripts
  return std::ranges::count_if(folded, is_letter) >= fewest_letters;
}

/// How it is written: "`stage.jpg: {consent: "…"}`".
std::string shape_of(std::string_view name, std::string_view consent) { return fmt::format("`{}: {{consent: \"{}\"}}`", name, consent); }

/// A value, or a part of it, is only proposed.
const base::Place* proposal_in(const Node& node) {
  if (node.confirm.source) return &node.confirm;
  for (const auto& pair : node.pairs)
    if (const auto* place = proposal_in(pair.value)) return place;
  return nullptr;
}

}  // namespace

Pictures::Pictures(const model::Site& site, std::string_view sizes, const Content& content, base::Sources& sources, Diagnostics& diagnostics)
    : site_(site), sizes_(sizes), sources_(sources) {
  for (const auto& path : content.media)
    if (media_type(path) == MediaType::picture) all_[path];
  for (const auto& file : content.pictures) read_statements(file, content, diagnostics);
}

void Pictures::read_statements(const PicturesFile& file, const Content& content, Diagnostics& diagnostics) {
  const auto in_folder = [&](std::string_view path) { return base::folder_of(path) == file.folder; };
  if (!file.node) {  // that it cannot be read is mistake enough
    for (auto& [path, one] : all_) one.is_agreed = one.is_agreed || in_folder(path);
    return;
  }
  if (file.node->shape == Node::Shape::nothing) return;
  if (file.node->shape != Node::Shape::mapping) {
    diagnostics.add(wrong_shape(*file.node, pictures_file, "@mapping").hint(Hint::expected_shape, {shape_of("anh.jpg", "…")}));
    return;
  }
  for (const auto& pair : file.node->pairs) {
    const auto found = all_.find(file.folder.empty() ? pair.key : file.folder + "/" + pair.key);
    if (found == all_.end()) report_unknown(pair, file.folder, diagnostics);
    else found->second.is_agreed = is_agreed(pair, {site_, content.media, file.folder, std::nullopt, diagnostics});
  }
}

void Pictures::report_unknown(const Node::Pair& pair, const std::string& folder, Diagnostics& diagnostics) const {
  Diagnostic diagnostic{Code::image_missing, pair.key_place, {pair.key}};
  std::vector<std::string> here;
  std::string elsewhere;
  for (const auto& [path, one] : all_) {
    const std::string name(base::name_of(path));
    if (base::folder_of(path) == folder) here.push_back(name);
    else if (name == pair.key) elsewhere = base::folder_of(path);
  }
  if (const auto near = base::nearest(pair.key, here); !near.empty()) diagnostic.hint(Hint::did_you_mean, {near});
  else if (std::ranges::count(picture_fields({}), pair.key, &model::Field::name)) diagnostic.hint(Hint::indent_below, {pair.key});
  else if (!elsewhere.empty()) diagnostic.hint(Hint::write_into, {base::join(base::join(site_.content, elsewhere), pictures_file), pair.key + ": …"});
  else diagnostic.hint(Hint::remove_attribute, {pair.key});
  diagnostics.add(std::move(diagnostic));
}

bool Pictures::is_agreed(const Node::Pair& pair, const Surroundings& around) {
  const auto& [name, name_place, node] = pair;
  if (const auto* proposal = proposal_in(node)) {
    around.diagnostics.add(Diagnostic{Code::to_confirm, *proposal, {name, "@it"}}.hint(Hint::remove_when_right, {std::string(confirm_tag)}));
    return false;
  }
  if (node.shape == Node::Shape::scalar) {
    constexpr std::string_view key = "consent:";  // without a blank behind it
    around.diagnostics.add(wrong_shape(node, name, "@mapping").hint(Hint::expected_shape, {shape_of(name, node.text.substr(node.text.starts_with(key) ? key.size() : 0))}));
    return true;
  }
  const auto said = read_record(picture_fields({}), node, name, {}, around);
  const auto* people = said.find("people")->get<bool>();
  if (people && !*people) return true;
  const auto* consent = said.find("consent")->get<std::string>();
  if (!consent && people) around.diagnostics.add(Diagnostic{Code::missing_field, said.find("people")->place, {"consent", name}}.hint(Hint::say_who_agreed));
  if (!consent) return people;
  if (says_who_agreed(*consent)) return true;
  around.diagnostics.add(Diagnostic{Code::picture_consent_unclear, said.find("consent")->place, {name, *consent}}.hint(Hint::say_who_agreed));
  return true;  // that is mistake enough
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
