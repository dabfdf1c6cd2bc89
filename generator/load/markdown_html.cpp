#include "load/markdown_html.h"

#include "base/url.h"

namespace load {
namespace {

bool opens_heading(std::string_view tag) { return tag.size() == 4 && tag[1] == 'h' && tag[2] >= '1' && tag[2] <= '6'; }

/// `<td align="right">` is not HTML any more, and a style attribute is against the site's own policy: so a class.
bool append_cell(std::string& out, std::string_view tag) {
  constexpr std::string_view attribute = " align=\"";
  if (tag.substr(3, attribute.size()) != attribute) return false;
  out += tag.substr(0, 3);
  out += " class=\"align-";
  out += tag.substr(3 + attribute.size());
  return true;
}

/// The address of a picture, as the library writes it first of all. What it would have to escape is not in one of the program's own making.
std::string_view source_of(std::string_view tag) {
  constexpr std::string_view begin = "<img src=\"";
  return tag.starts_with(begin) ? tag.substr(begin.size(), tag.find('"', begin.size()) - begin.size()) : std::string_view();
}

/// Whether a tag that begins so may have to be changed: headings, cells, tables, pictures, boxes, and `<br />`, `<hr />`.
bool is_of_interest(std::string_view tag) {
  const char second = tag.size() > 2 ? tag[1] : ' ';
  return second == 'h' || second == 't' || second == 'i' || second == 'b' || (second == '/' && tag[2] == 't');
}

}  // namespace

std::string dress(std::string_view html, const std::vector<model::Prose::Heading>& headings, const PictureAttributes& pictures) {
  std::string out;
  out.reserve(html.size() + 64 * headings.size());
  auto heading = headings.begin();
  std::string_view nearest;  // the id of the heading above
  std::size_t copied = 0;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at + 1)) {
    if (!is_of_interest(html.substr(at, 3))) continue;
    const std::string_view tag = html.substr(at, html.find('>', at) + 1 - at);
    out += html.substr(copied, at - copied);
    copied = at + tag.size();
    if (opens_heading(tag) && heading != headings.end()) {
      nearest = heading->id;
      out.append(tag.substr(0, 3)).append(" id=\"").append(nearest).append("\">");
      ++heading;
    } else if (tag == "<table>") {
      out += "<div class=\"table\" tabindex=\"0\"";
      if (!nearest.empty()) out.append(" role=\"group\" aria-labelledby=\"").append(nearest).append("\"");
      out += "><table>";
    } else if (tag == "</table>") {
      out += "</table></div>";
    } else if (tag.starts_with("<input ")) {
      out += tag.find(" checked=") != tag.npos ? "☑" : "☐";
    } else if (tag.starts_with("<img ")) {
      out.append(tag.substr(0, tag.size() - 3));
      if (const auto further = pictures.find(base::decode_path(source_of(tag))); further != pictures.end()) out.append(" ").append(further->second);
      out += " loading=\"lazy\">";
    } else if (tag.ends_with(" />")) {
      out.append(tag.substr(0, tag.size() - 3)).append(">");
    } else if ((!tag.starts_with("<td ") && !tag.starts_with("<th ")) || !append_cell(out, tag)) {
      out += tag;
    }
  }
  out += html.substr(copied);
  return out;
}

}  // namespace load
