#include "model/collection.h"

#include <algorithm>
#include <cstdint>

namespace model {

const std::vector<std::string_view>& kind_names() {
  static const std::vector<std::string_view> names = {"text",   "prose",     "word",  "number", "quantity", "yes-no",
                                                      "choice", "when",      "phone", "link",   "email",    "image",
                                                      "file",   "reference", "list",  "record"};
  return names;
}

std::string_view name_of(Kind kind) { return kind_names()[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_named(std::string_view name) {
  const auto& names = kind_names();
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Kind>(found - names.begin());
}

const std::vector<std::string_view>& reserved_field_names() {
  static const std::vector<std::string_view> names = {"id", "url", "absolute_url", "collection", "title_text", "fields", "pages", "event", "calendar", "feed", "hidden", "unconfirmed"};
  return names;
}

bool is_plain_name(std::string_view name) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && lower(name[0]) &&
         std::ranges::all_of(name, [&](char c) { return lower(c) || (c >= '0' && c <= '9') || c == '_'; });
}

const Field* Collection::find(std::string_view name_of_field) const {
  const auto found = std::ranges::find(fields, name_of_field, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

const Field* Collection::year_field() const {
  for (const auto& piece : files.pieces)
    if (const Field* field = piece.is_field ? find(piece.text) : nullptr; field && field->kind == Kind::when) return field;
  return nullptr;
}

std::optional<Pattern> parse_pattern(std::string text, base::Place place) {
  Pattern pattern;
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto brace = std::min(rest.find_first_of("{}"), rest.size());
    if (brace > 0) pattern.pieces.push_back({.text = std::string(rest.substr(0, brace))});
    rest.remove_prefix(brace);
    if (rest.empty()) break;
    const auto close = rest.find('}');
    if (rest[0] == '}' || close == rest.npos) return std::nullopt;
    std::string_view name = rest.substr(1, close - 1);
    const bool across_folders = name.ends_with('*');
    if (across_folders) name.remove_suffix(1);
    if (!is_plain_name(name)) return std::nullopt;
    pattern.pieces.push_back({.is_field = true, .across_folders = across_folders, .text = std::string(name)});
    rest.remove_prefix(close + 1);
  }
  pattern.text = std::move(text);
  pattern.place = place;
  return pattern;
}

std::size_t Pattern::literal_size() const {
  std::size_t size = 0;
  for (const auto& piece : pieces)
    if (!piece.is_field) size += piece.text.size();
  return size;
}

std::optional<std::vector<std::pair<std::string, std::string>>> Pattern::match(std::string_view path) const {
  // fits[i][p]: the pieces from i on fit the path from byte p on. Filled from the end, so that no path, however
  // hostile, costs more than its length times the number of pieces.
  const std::size_t count = pieces.size(), size = path.size();
  std::vector<std::vector<std::uint8_t>> fits(count + 1, std::vector<std::uint8_t>(size + 1, 0));
  const auto may_hold = [&](const Piece& piece, std::size_t p) { return piece.across_folders || path[p] != '/'; };
  fits[count][size] = 1;
  for (std::size_t i = count; i-- > 0;) {
    const Piece& piece = pieces[i];
    for (std::size_t p = size + 1; p-- > 0;) {
      if (!piece.is_field)
        fits[i][p] = path.substr(p).starts_with(piece.text) && fits[i + 1][p + piece.text.size()];
      else if (p < size && may_hold(piece, p))
        fits[i][p] = fits[i + 1][p + 1] || fits[i][p + 1];
    }
  }
  if (!fits[0][0]) return std::nullopt;

  std::vector<std::pair<std::string, std::string>> values;
  std::size_t p = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = p;
    if (!pieces[i].is_field) {
      p += pieces[i].text.size();
      continue;
    }
    do ++p;
    while (!fits[i + 1][p]);
    values.emplace_back(pieces[i].text, path.substr(begin, p - begin));
  }
  return values;
}

}  // namespace model
