// Web addresses (RFC 3986): what may be linked to, and how a path is written.
#pragma once

#include <string>
#include <string_view>

namespace base {

/// The scheme in lower case ("https"), or empty where the address has none. Spaces and control characters never make one.
std::string scheme(std::string_view address);

enum class LinkTrouble { none, scheme, no_host, user_in_host, bad_character };

/// Content may link to http, https, mailto and tel; no `//host`, no user:password@, no control characters.
LinkTrouble check_link(std::string_view address);

/// Whether only one's own machine has what is there: `file:`, `C:\…`, a server on localhost.
bool is_of_this_machine(std::string_view address);

/// Percent-encodes all but unreserved characters and `/`; for paths of the site.
std::string encode_path(std::string_view path);
/// Undoes it; any bytes may come out.
std::string decode_path(std::string_view path);

/// The path of an absolute http(s) address, from `/` and ending in `/`: "https://a.vn/x" → "/x/". Empty when the
/// address is not an absolute http(s) one without query and fragment.
std::string path_of_base(std::string_view base_url);

}  // namespace base
