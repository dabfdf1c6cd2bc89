#include "scaffold/new_year.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/file.h"
#include "load/front_matter.h"
#include "load/gate.h"
#include "load/yaml.h"
#include "scaffold/yaml_writing.h"

namespace scaffold {

using load::Node;
using model::Collection;
using model::Field;
using model::Kind;
using model::NewYear::carry;
using model::NewYear::clear;
using model::NewYear::confirm;

namespace {

/// A file of a year: its path below the content folder, with a place for the year.
struct YearFile {
  const Collection* collection = nullptr;
  std::string path, year;
};

std::string without_language(const std::string& path, const model::Site& site) {
  for (const auto& language : site.languages)
    if (const std::string end = "." + language.tag + ".md"; path.ends_with(end)) return path.substr(0, path.size() - end.size()) + ".md";
  return path;
}

/// Every file of an entry: of Markdown one for each language in which there is one.
std::vector<std::string> files_of(const model::Entry& entry, const model::Site& site) {
  const std::string path = std::string(model::content_path(site, entry));
  if (!entry.collection->markdown) return {path};
  const std::string bare = without_language(path, site);
  std::vector<std::string> files;
  for (std::string one : {bare, std::string()}) {
    if (!one.empty() && base::exists(base::join(site.content, one))) files.push_back(one);
  }
  for (const auto& language : site.languages) {
    const std::string one = bare.substr(0, bare.size() - 2) + language.tag + ".md";
    if (base::exists(base::join(site.content, one))) files.push_back(one);
  }
  return files;
}

std::vector<YearFile> year_files(const model::Site& site) {
  std::vector<YearFile> all;
  for (const auto& entries : site.collections) {
    const Field* field = entries.collection->year_field();
    if (!field || entries.collection->holds == model::Holds::many) continue;
    for (const auto* some : {&entries.all, &entries.hidden})
      for (const auto& entry : *some)
        for (const auto& path : files_of(entry, site))
          if (const auto names = entries.collection->files.match(entries.collection->markdown ? without_language(path, site) : path))
            for (const auto& [name, value] : *names)
              if (name == field->name) all.push_back({entries.collection, path, value});
  }
  std::ranges::sort(all, {}, &YearFile::path);
  return all;
}

/// The path with another year: only the part that says it changes.
std::string in_year(const YearFile& file, const std::string& year) {
  const Field* field = file.collection->year_field();
  std::string path;
  std::string_view rest = file.path;
  for (std::size_t i = 0; i < file.collection->files.pieces.size(); ++i) {
    const auto& piece = file.collection->files.pieces[i];
    if (piece.is_field && piece.text == field->name) return path + year + std::string(rest.substr(file.year.size()));
    const auto length = piece.is_field ? rest.find('/') : piece.text.size();
    path += rest.substr(0, length);
    rest.remove_prefix(std::min(length, rest.size()));
  }
  return file.path;
}

/// A number that stands by itself, replaced: "Năm 2024" becomes "Năm 2025", "120240" stays.
std::string with_year(std::string_view text, const std::string& from, const std::string& year) {
  const auto is_digit = [&](std::size_t at) { return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])); };
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool stands_alone = text.substr(i).starts_with(from) && (i == 0 || !is_digit(i - 1)) && !is_digit(i + from.size());
    out += stands_alone ? year : std::string(1, text[i]);
    i += stands_alone ? from.size() : 1;
  }
  return out;
}

/// The fields of one mapping of a file, each with the lines that belong to it, comments above it included.
class Blocks {
 public:
  Blocks(std::string_view text, const Node& mapping, std::uint32_t begin, std::uint32_t end) : text_(text) {
    std::uint32_t first = end;
    for (const auto& pair : mapping.pairs) {
      std::uint32_t at = line_begin(pair.key_place.span.begin);
      if (!blocks.empty())
        while (at > begin && is_comment(line_begin(at - 1))) at = line_begin(at - 1);
      if (blocks.empty()) first = at;
      else blocks.back().end = at;
      blocks.push_back({&pair, at, end});
    }
    head = text.substr(begin, first - begin);
  }

  struct Block {
    const Node::Pair* pair;
    std::uint32_t begin, end;
  };
  std::string_view head;  ///< what stands above the first key
  std::vector<Block> blocks;

  std::string_view lines(const Block& block) const { return text_.substr(block.begin, block.end - block.begin); }
  std::string indent(const Block& block) const {
    const auto begin = line_begin(block.pair->key_place.span.begin);
    return std::string(block.pair->key_place.span.begin - begin, ' ');
  }

 private:
  std::uint32_t line_begin(std::uint32_t at) const {
    while (at > 0 && text_[at - 1] != '\n') --at;
    return at;
  }
  bool is_comment(std::uint32_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at < text_.size() && text_[at] == '#';
  }
  std::string_view text_;
};

/// Writes what becomes of the fields of one entry.
class Entry {
 public:
  Entry(const Collection& collection, const FieldWriter& writer, int& to_confirm) : collection_(collection), writer_(writer), to_confirm_(to_confirm) {}

  /// `carried` is done to the lines of what stays as it is.
  template <class Carried>
  std::string next(const Blocks& blocks, Carried&& carried) const {
    std::string out;
    for (const auto& block : blocks.blocks) {
      const Field* field = collection_.find(block.pair->key);
      if (field && field->for_editors) continue;
      switch (field ? field->new_year : carry) {
        case carry: out += carried(blocks.lines(block)); break;
        case confirm: out += proposal(blocks, block); break;
        case clear:
          writer_.write(out, *field, {}, blocks.indent(block));
          to_confirm_ += field->required;
      }
    }
    return out;
  }

 private:
  std::string proposal(const Blocks& blocks, const Blocks::Block& block) const {
    std::string lines(blocks.lines(block));
    ++to_confirm_;
    if (block.pair->value.confirm.source) return lines;
    const auto colon = lines.find(':', block.pair->key_place.span.end - block.begin);
    return lines.insert(colon + 1, " " + std::string(load::confirm_tag));
  }

  const Collection& collection_;
  const FieldWriter& writer_;
  int& to_confirm_;
};

std::string ended(std::string text) {
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  return text;
}

/// One file of the last year as one of the next.
std::optional<ContentText> next_file(const YearFile& file, const std::string& year, const model::Site& site, std::size_t language, base::Sources& sources,
                                     base::Diagnostics& diagnostics) {
  const std::string path = base::join(site.content, file.path);
  const auto* source = load::read(path, path, sources, diagnostics);
  if (!source) return std::nullopt;
  base::Span yaml = base::whole(*source), body{yaml.end, yaml.end};
  if (file.collection->markdown) {
    const auto parts = load::split_front_matter(*source, diagnostics);
    if (!parts) return std::nullopt;
    yaml = parts->yaml, body = parts->body;
  }
  const auto node = load::parse_yaml(*source, yaml, diagnostics);
  if (!node) return std::nullopt;
  const std::string_view text = source->text;
  const FieldWriter writer(site, language);
  ContentText made{in_year(file, year), "", false, 0};
  const Blocks blocks(text, *node, yaml.begin, yaml.end);
  const std::string fields = Entry(*file.collection, writer, made.to_confirm).next(blocks, [](std::string_view lines) { return ended(std::string(lines)); });
  const std::string head = with_year(blocks.head, file.year, year) + writer.draft();
  if (!file.collection->markdown) {
    made.text = head + fields;
    return made;
  }
  const Field* field = file.collection->find(file.collection->body);
  const bool keeps_body = field && field->new_year != clear;
  made.text = "---\n" + head + fields + "---\n" + (keeps_body ? std::string(text.substr(body.begin, body.end - body.begin)) : "");
  return made;
}

/// The list with an entry for the next year beside that of the last one, or nothing where it has none.
std::optional<ContentText> next_item(const model::Entry& last, const std::string& year, const model::Site& site, std::size_t language, base::Diagnostics& diagnostics) {
  const base::Source& source = *last.place.source;
  const auto node = load::parse_yaml(source, base::whole(source), diagnostics, load::most_values_of_a_list);
  if (!node) return std::nullopt;
  const auto end = static_cast<std::uint32_t>(source.text.size());
  const Blocks entries(source.text, *node, 0, end);
  const auto block = std::ranges::find(entries.blocks, last.id, [](const auto& one) { return one.pair->key; });
  if (block == entries.blocks.end() || block->pair->value.shape != Node::Shape::mapping) return std::nullopt;

  ContentText made{std::string(model::content_path(site, last)), "", true, 0};
  const FieldWriter writer(site, language);
  const auto after_key = source.text.find('\n', block->pair->key_place.span.end) + 1;
  if (block->pair->value.pairs.front().key_place.span.begin < after_key) return std::nullopt;  // all on one line
  const Blocks fields(source.text, block->pair->value, static_cast<std::uint32_t>(after_key), block->end);
  const std::string indent = fields.indent(fields.blocks.front());
  std::string item = with_year(std::string_view(source.text).substr(block->pair->key_place.span.begin, after_key - block->pair->key_place.span.begin), last.id, year);
  item += indent + writer.draft();
  item += Entry(*last.collection, writer, made.to_confirm).next(fields, [&](std::string_view lines) { return with_year(ended(std::string(lines)), last.id, year); });

  const auto is_later = [&](const Blocks::Block& one) { return one.pair->key.size() == year.size() && one.pair->key < year; };
  const bool newest_first = entries.blocks.size() > 1 && entries.blocks.front().pair->key > entries.blocks.back().pair->key;
  const auto before = newest_first ? std::ranges::find_if(entries.blocks, is_later) : entries.blocks.end();
  const auto at = before == entries.blocks.end() ? end : before->begin;
  std::string text = source.text.substr(0, at);
  made.text = ended(std::move(text)) + item + source.text.substr(at);
  return made;
}

}  // namespace

NewYear begin_year(const model::Site& site, const std::string& year, const std::string& from, std::size_t language, base::Sources& sources,
                   base::Diagnostics& diagnostics) {
  NewYear begun;
  const auto files = year_files(site);
  begun.from = from;
  if (from.empty())
    for (const auto& file : files)
      if (file.year.size() == year.size() && file.year < year) begun.from = std::max(begun.from, file.year);
  if (begun.from.empty()) return begun;
  for (const auto& file : files) {
    if (file.year != begun.from) continue;
    if (const auto path = in_year(file, year); base::exists(base::join(site.content, path))) begun.present.push_back(path);
    else if (auto made = next_file(file, year, site, language, sources, diagnostics)) begun.files.push_back(std::move(*made));
  }
  for (const auto& entries : site.collections) {
    if (entries.collection->holds != model::Holds::many || entries.find(year) || entries.find_hidden(year)) continue;
    const auto* last = entries.find(begun.from);
    if (!last) last = entries.find_hidden(begun.from);
    if (!last) continue;
    if (auto made = next_item(*last, year, site, language, diagnostics)) begun.files.push_back(std::move(*made));
  }
  return begun;
}

}  // namespace scaffold
