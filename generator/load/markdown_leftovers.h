// What its author meant as Markdown and is shown as it was typed: `##Liên hệ`, `-Một`, `[chữ] (/trang)`, `**`. This sees the
// lines that are shown, and nothing of the library.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "load/prose_place.h"

namespace load {

/// A paragraph, a heading or a cell of a table, without the marks that were understood.
struct Shown {
  /// Stand in a line where code, a picture, a link or emphasis begins; what is in code is left out.
  static constexpr char part = '\x01', link_to_picture = '\x02';

  struct Line {
    int number = 0;  ///< in the Markdown, from 1; where code or definitions take lines of their own, a smaller one
    std::string text = {};
  };
  enum class Block { paragraph, item, other };

  Block block = Block::other;
  int last_line = 0;
  std::vector<Line> lines = {};
};

class Leftovers {
 public:
  /// Keeps references. `is_file`: the text fills a file of its own.
  Leftovers(const ProsePlace& places, bool is_file, base::Diagnostics& diagnostics) : places_(places), is_file_(is_file), diagnostics_(diagnostics) {}

  /// Reports what is left over in it. Blocks come in their order.
  void look(const Shown& shown);

  /// A block of code from a line to a line, with the marks that open it; none where it is indented.
  void look_at_code(int first, int last, std::string_view code, std::string_view fence);

  /// The words of a link: of a footnote, too, whose text could be an address.
  void look_at_link(int line, std::string_view words);

 private:
  /// A part of the Markdown: its line and column, and all that is written from there to the end of the line.
  struct Found {
    int number;
    std::size_t column;
    std::string_view rest;
  };
  /// A sign at the beginning of a line by which somebody means an item of a list.
  struct Marker {
    char kind = 0;  ///< `-` `*` `+`, `.` `)` `/` behind a number, `o` a round sign, `d` a dash; 0 is none
    std::size_t size = 0;
    int number = 0;
  };
  struct Item {
    Marker marker;
    std::optional<Found> found;
    std::size_t index = 0;
    int last_line = 0;
    bool is_told = false;
  };
  struct Bold {
    const Shown::Line* line;
    std::size_t at, size;
  };

  static Marker marker_of(std::string_view text);
  void heading(const Shown& shown, std::size_t index);
  void lists(const Shown& shown);
  void tell(Item& item);
  void tables(const Shown& shown);
  void row_without_table(const Shown& shown, std::size_t index);
  void tabs(const Shown& shown, std::size_t index);
  void conflict(const Shown::Line& line);
  void confirm(const Shown& shown, const Shown::Line& line);
  void signs(const Shown& shown);
  void footnote(const Shown& shown, const Shown::Line& line, std::size_t open);
  void behind_bracket(const Shown& shown, const Shown::Line& line, std::size_t open, std::size_t close);
  void link_with_round_words(const Shown& shown, const Shown::Line& line, std::size_t open, std::size_t close);
  void bold(const Shown& shown, const std::vector<Bold>& left);

  /// Where a part of a line that is shown is written; nothing where escapes say that it is meant to be shown so.
  std::optional<Found> find(const Shown& shown, const Shown::Line& line, std::string_view said);
  /// As many bytes from there on, as shown raw.
  base::Diagnostic raw(const Found& found, std::size_t size) const;
  void put(base::Diagnostic diagnostic);
  /// Reports a part of a line with the right way to write it.
  void add(const Shown& shown, const Shown::Line& line, std::string_view said, const std::string& right);

  const ProsePlace& places_;
  bool is_file_;
  base::Diagnostics& diagnostics_;
  Item previous_;  ///< the last item of the paragraph before
  bool has_footnote_ = false;
  std::size_t searched_ = 0;  ///< bytes, so far
  int told_ = 0;
};

}  // namespace load
