#include "scaffold/new_entry.h"

#include <algorithm>

#include "base/file.h"
#include "load/content.h"

namespace scaffold {

using model::Collection;
using model::Holds;

namespace {

constexpr std::string_view id = "id";

std::string path_of(const Collection& collection, const Given& given) {
  std::string path;
  for (const auto& piece : collection.files.pieces) {
    const auto found = given.find(piece.text);
    path += !piece.is_field ? piece.text : found == given.end() ? std::string() : found->second;
  }
  return path;
}

/// The file of a list: where its path says fields, by what is given; else the one that has most entries of the collection, and in the
/// folder `lists` where there is none yet.
std::string file_of_list(const model::Site& site, const Collection& collection, const Given& given) {
  const auto is_open = [&](const model::Pattern::Piece& piece) { return piece.is_field && !collection.find(piece.text); };
  if (std::ranges::none_of(collection.files.pieces, is_open)) return path_of(collection, given);
  std::string best;
  long most = 0;
  const auto* entries = site.find(collection.name);
  const auto file_of = [&](const model::Entry& entry) { return model::content_path(site, entry); };
  for (const auto& entry : entries->all)
    if (const auto count = std::ranges::count(entries->all, file_of(entry), file_of); count > most) most = count, best = file_of(entry);
  if (!best.empty()) return best;
  for (const auto& piece : collection.files.pieces) best += piece.is_field ? "lists" : piece.text;
  return best;
}

bool in_path(const Collection& collection, const std::string& field) {
  return std::ranges::any_of(collection.files.pieces, [&](const auto& piece) { return piece.is_field && piece.text == field; });
}

/// All fields, those that must be there first. `tag`: of a Markdown file, whose texts are in one language.
std::string fields_of(const model::Site& site, const Collection& collection, const Given& given, std::size_t language, const std::string& indent, std::string_view tag) {
  const FieldWriter writer(site, language);
  std::string out;
  for (const bool required : {true, false})
    for (auto field : collection.fields) {
      const bool is_elsewhere = in_path(collection, field.name) || (!collection.body.empty() && field.name == collection.body);
      if (field.required != required || is_elsewhere || (!tag.empty() && field.name == model::status_field)) continue;
      Given here = given;
      if (!tag.empty() && field.translated) {
        field.translated = false;
        const auto own = given.find(field.name + "." + std::string(tag));
        if (own != given.end()) here[field.name] = own->second;
        else if (tag != site.languages.front().tag) here.erase(field.name);
        std::erase_if(here, [&](const auto& one) { return one.first.starts_with(field.name + "."); });
      }
      writer.write(out, field, here, indent);
    }
  return out;
}

int count_proposals(const std::string& text) {
  int count = 0;
  for (std::size_t at = text.find(": !confirm"); at != std::string::npos; at = text.find(": !confirm", at + 1)) ++count;
  return count;
}

}  // namespace

std::vector<std::string> names_needed(const Collection& collection) {
  const bool is_list = collection.holds == Holds::many;
  std::vector<std::string> names;
  for (const auto& piece : collection.files.pieces)
    if (piece.is_field && (!is_list || collection.find(piece.text))) names.push_back(piece.text);
  if (is_list) names.emplace_back(id);
  return names;
}

const model::Field* field_of(const Collection& collection, const std::string& name) { return name == id ? nullptr : collection.find(name); }

NewEntry begin_entry(const model::Site& site, const Collection& collection, const Given& given, std::size_t language) {
  NewEntry made;
  const auto add = [&](ContentText file) {
    file.to_confirm = count_proposals(file.text);
    if (!file.adds && base::exists(base::join(site.content, file.path))) made.present.push_back(file.path);
    else made.files.push_back(std::move(file));
  };
  const auto* entries = site.find(collection.name);
  if (collection.holds == Holds::many) {
    const std::string& name = given.at(std::string(id));
    ContentText file{file_of_list(site, collection, given), "", true, 0};
    const auto is_there = [&](const model::Entry* entry) { return entry && base::join(site.content, file.path) == entry->place.source->path; };
    if (is_there(entries->find(name)) || is_there(entries->find_hidden(name))) {
      made.present.push_back(file.path + ": " + name);
      return made;
    }
    const std::string path = base::join(site.content, file.path);
    std::string before = base::exists(path) ? base::read(path) : "";
    if (before.empty()) before = load::modeline(collection, file.path) + "\n";
    if (!before.ends_with('\n')) before += '\n';
    const std::string item = scalar(name) + ":\n" + fields_of(site, collection, given, language, "  ", "");
    file.to_confirm = count_proposals(item);
    file.text = before + item;
    made.files.push_back(std::move(file));
    return made;
  }
  const std::string path = path_of(collection, given);
  if (!collection.markdown) {
    add({path, load::modeline(collection, path) + "\n" + fields_of(site, collection, given, language, "", ""), false, 0});
    return made;
  }
  for (std::size_t i = 0; i < site.languages.size(); ++i) {
    const auto& tag = site.languages[i].tag;
    const bool vi = tag == "vi";
    std::string text = "---\n" + FieldWriter(site, language).draft();
    text += fields_of(site, collection, given, language, "", tag) + "---\n" + std::string(load::confirm_tag) + (vi ? " Viết nội dung thay cho dòng này.\n" : " Write the text in place of this line.\n");
    add({path.substr(0, path.size() - 2) + tag + ".md", std::move(text), false, 0});
  }
  return made;
}

}  // namespace scaffold
