// A file as its author wrote it, and the way from a byte back to a line.
//
// Every mistake on a site is a mistake somewhere in a Source, so a Source outlives all that was read from it.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>

namespace base {

/// A half-open range of bytes. Lines are counted only when a message is printed.
struct Span {
  std::uint32_t begin = 0, end = 0;
};

/// Both count from 1; a column is one character (code point), not one byte.
struct Position {
  int line = 1, column = 1;
};

/// `path` is how messages name the file, with `/` between folders. `text` is UTF-8, NFC, with LF line ends; it is
/// empty where the file could not be read as text.
struct Source {
  std::string path;
  std::string text;
};

/// Where something was said. A default Place is nowhere: a mistake of the site as a whole.
struct Place {
  const Source* source = nullptr;
  Span span;
};

/// All of a source.
inline Span whole(const Source& source) { return {0, static_cast<std::uint32_t>(source.text.size())}; }

/// The position of a byte; an offset past the end is the end.
Position position(const Source& source, std::uint32_t offset);

/// The text of a line (from 1) without its line end; empty where there is no such line.
std::string_view line(const Source& source, int number);

/// The offset of a line's first byte; the end of the text where there is no such line.
std::uint32_t offset_of_line(const Source& source, int number);

/// The owner of all sources of one build. Safe to add to from several threads; a Source never moves.
class Sources {
 public:
  const Source& add(std::string path, std::string text);

 private:
  std::mutex mutex_;
  std::deque<Source> sources_;
};

}  // namespace base
