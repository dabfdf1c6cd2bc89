#include "load/consent.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/file.h"
#include "base/text.h"
#include "load/attributes.h"
#include "load/own_fields.h"
#include "load/suggest.h"
#include "load/values.h"

namespace load {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Hint;

namespace {

/// A consent is a sentence, not a tick, and does not say that there is none.
bool says_who_agreed(std::string_view text) {
  constexpr long fewest_letters = 8;
  const auto folded = base::fold(text), lower = " " + base::lower(text) + " ";
  for (const std::string_view none : {" chưa ", " không đồng ý ", " không cho ", " không có ", " không được ", " không xin ", " từ chối ", " not ", " refused ", " none "})
    if (lower.find(none) != lower.npos) return false;
  for (const std::string_view none : {" không ", " no "})
    if (lower.starts_with(none) && !lower.starts_with(" không gian ")) return false;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC0; };  // 0xC0 and more begin a letter of other scripts
  return std::ranges::count_if(folded, is_letter) >= fewest_letters;
}

/// How it is written: "`stage.jpg: {consent: "…"}`".
std::string shape_of(std::string_view name, std::string_view consent) { return fmt::format("`{}: {{consent: \"{}\"}}`", name, consent); }

/// Whether a picture may be published, by what is said of it; or whether that has a mistake, which is reported.
bool is_agreed(const Node::Pair& pair, const Surroundings& around) {
  const auto& [name, name_place, node] = pair;
  if (const auto* proposal = node.proposal()) {
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

/// Reads one `pictures.yaml` after the other.
class Reading {
 public:
  Reading(const model::Site& site, const Content& content, Diagnostics& diagnostics) : site_(site), media_(content.media), diagnostics_(diagnostics) {
    for (const auto& path : content.media)
      if (media_type(path) == MediaType::picture) here_[std::string(base::folder_of(path))].emplace_back(base::name_of(path));
  }

  void file(const PicturesFile& file) {
    const auto& names = here_[file.folder];
    const auto agree = [&](const std::string& name) { agreed_.insert(file.folder.empty() ? name : file.folder + "/" + name); };
    if (!file.node) {  // that it cannot be read is mistake enough
      for (const auto& name : names) agree(name);
      return;
    }
    if (file.node->shape == Node::Shape::nothing) return;
    if (file.node->shape != Node::Shape::mapping) {
      diagnostics_.add(wrong_shape(*file.node, pictures_file, "@mapping").hint(Hint::expected_shape, {shape_of("anh.jpg", "…")}));
      return;
    }
    for (const auto& pair : file.node->pairs)
      if (!std::ranges::count(names, pair.key)) report_unknown(pair, names);
      else if (is_agreed(pair, {site_, media_, file.folder, std::nullopt, diagnostics_})) agree(pair.key);
  }

  Agreed take() { return std::move(agreed_); }

 private:
  void report_unknown(const Node::Pair& pair, const std::vector<std::string>& names) {
    Diagnostic diagnostic{Code::image_missing, pair.key_place, {pair.key}};
    const auto elsewhere = std::ranges::find_if(here_, [&](const auto& folder) { return std::ranges::count(folder.second, pair.key); });
    if (const auto near = base::nearest(pair.key, names); !near.empty()) diagnostic.hint(Hint::did_you_mean, {near});
    else if (std::ranges::count(picture_fields({}), pair.key, &model::Field::name)) diagnostic.hint(Hint::indent_below, {pair.key});
    else if (elsewhere != here_.end()) diagnostic.hint(Hint::write_into, {base::join(base::join(site_.content, elsewhere->first), pictures_file), pair.key + ": …"});
    else diagnostic.hint(Hint::remove_attribute, {pair.key});
    diagnostics_.add(std::move(diagnostic));
  }

  const model::Site& site_;
  const std::vector<std::string>& media_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::vector<std::string>> here_;  ///< folder → the names of its pictures
  Agreed agreed_;
};

}  // namespace

Agreed agreed_pictures(const model::Site& site, const Content& content, Diagnostics& diagnostics) {
  Reading reading(site, content, diagnostics);
  for (const auto& file : content.pictures) reading.file(file);
  return reading.take();
}

}  // namespace load
