// The gate between the disk and every parser: what passes is a plain file of decent size with clean text in it.
//
// Neither YAML nor Markdown is ever shown a link, a device, a NUL, a stray byte or a line that ends in CR: the libraries
// that read them do not look. What passes is UTF-8 in NFC with LF line ends, without a byte order mark and without control
// characters but tab and newline.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"

namespace load {

/// In bytes. A larger file is refused by its size, unread.
constexpr std::uint64_t largest_file = std::uint64_t{1} << 20;

/// The file at `path`, which messages call `shown_path`; null where it was refused, and why is in `diagnostics`.
/// Throws base::Failure where the file cannot be opened or read.
const base::Source* read(const std::string& path, const std::string& shown_path, base::Sources& sources,
                         base::Diagnostics& diagnostics);

/// The same for bytes that are in memory already.
const base::Source* admit(std::string bytes, const std::string& shown_path, base::Sources& sources,
                          base::Diagnostics& diagnostics);

/// "U+0007": the first control character in text that is UTF-8, as escapes of YAML can bring one in; empty where there is none.
std::string control_in(std::string_view text);

/// A size as messages say it: in whole KB, rounded up, or in whole MB.
std::string size_in_words(std::uint64_t bytes);

}  // namespace load
