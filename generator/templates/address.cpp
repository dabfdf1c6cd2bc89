#include "templates/address.h"

#include <algorithm>

#include "base/url.h"

namespace templates {
namespace {

using Form = Operand::Form;

/// An encoded path below the base. Nearly all need no encoding.
Operand below_base(Rendering& rendering, std::string_view folder, std::string_view path, std::string_view anchor = {}) {
  const std::string_view base = rendering.context.site.base_path, hash = anchor.empty() ? "" : "#";
  const bool plain = std::ranges::all_of(path, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/' || c == '.' || c == '_';
  });
  const std::string encoded = plain ? std::string() : base::encode_path(path);
  return Operand(rendering.keep({base, folder, plain ? path : std::string_view(encoded), hash, anchor}), Form::address);
}

Operand route_address(Rendering& rendering, const model::Route* route, std::size_t language,
                      std::string_view anchor = {}) {
  if (!route || route->urls.empty()) return {};
  std::string_view url = route->urls[std::min(language, route->urls.size() - 1)];
  if (url == "index.html") url = "";
  return below_base(rendering, "", url, anchor);
}

/// The address of a link without a page is final, base and all; what is not sound stays text, to be refused.
Operand link_address(Rendering& rendering, const model::Link& link, std::size_t language) {
  if (link.route) return route_address(rendering, link.route, language, link.anchor);
  if (base::check_link(link.address) != base::LinkTrouble::none) return Operand(std::string_view(link.address));
  if (link.anchor.empty() || link.address.find('#') != link.address.npos)
    return Operand(std::string_view(link.address), Form::address);
  return Operand(rendering.keep({link.address, "#", link.anchor}), Form::address);
}

}  // namespace

Operand address_of(Rendering& rendering, const Operand& operand, std::size_t language) {
  const Operand one = spoken(operand, language);
  if (one.form == Form::route) return route_address(rendering, one.route, language);
  if (one.form == Form::entry) return route_address(rendering, one.entry->route, language);
  if (const auto* link = one.get<base::Box<model::Link>>()) return link_address(rendering, **link, language);
  if (const auto* media = one.get<model::Media>()) return below_base(rendering, "", rendering.keep(rendering.context.site.media_url(media->path)));
  return one;
}

Operand absolute_address_of(Rendering& rendering, const Operand& operand, std::size_t language) {
  const Operand address = address_of(rendering, operand, language);
  const model::Site& site = rendering.context.site;
  const std::string_view text = address.is_text() ? address.text() : std::string_view();
  if (!text.starts_with(site.base_path)) return address;
  return Operand(rendering.keep({site.base_url, text.substr(site.base_path.size())}), Form::address);
}

bool has_address(const Operand& operand) {
  switch (operand.form) {
    case Form::text:
    case Form::address:
    case Form::entry:
    case Form::route: return true;
    default: return operand.get<base::Box<model::Link>>() || operand.get<model::Media>();
  }
}

bool is_of_site(std::string_view address, const model::Site& site) {
  if (!site.base_url.empty() && address.starts_with(site.base_url)) return true;
  return base::scheme(address).empty() && !address.starts_with("//") &&
         base::check_link(address) == base::LinkTrouble::none;
}

}  // namespace templates
