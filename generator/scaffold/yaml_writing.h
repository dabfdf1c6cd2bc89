// YAML as people would write it: lines for fields that somebody is to fill in, and texts in the quotes that they need.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/site.h"

namespace scaffold {

/// A scalar that YAML reads as this very text: as it is where that is safe, else in double quotes.
std::string scalar(std::string_view text);

/// Values that are known already, by the name of the field; of a translated one "theme.vi" for each language.
using Given = std::map<std::string, std::string>;

/// Writes fields with their label and help above them, in one of the site's languages.
class FieldWriter {
 public:
  /// `language`: of the comments.
  FieldWriter(const model::Site& site, std::size_t language) : site_(site), language_(language) {}

  /// What is given; else, of a field that must be there, a place to fill in, marked `!confirm`; else the same as a comment.
  void write(std::string& out, const model::Field& field, const Given& given, const std::string& indent = "") const;

  /// The line that keeps an entry from being published.
  std::string draft() const;

 private:
  std::string label(const model::Field& field) const;
  /// "Cấp. Chọn một: a (…), b (…)"
  std::string explain(const model::Field& field) const;
  void write_value(std::string& out, const model::Field& declared, const std::string& indent) const;
  void write_given(std::string& out, const model::Field& field, const Given& given, const std::string& indent) const;
  bool speaks_vietnamese() const { return site_.languages[language_].tag == "vi"; }

  const model::Site& site_;
  std::size_t language_;
};

}  // namespace scaffold
