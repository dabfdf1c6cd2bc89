// Mistakes of authors, as data: collected by every stage, printed once, in the order of files and lines.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/messages.h"
#include "base/source.h"

namespace base {

/// A line under a mistake: what to do, or (with a place) what else to look at.
struct Remark {
  Hint hint;
  std::vector<std::string> arguments = {};
  std::optional<Place> place = {};
};

struct Diagnostic {
  Code code;
  Place place;
  std::vector<std::string> arguments = {};
  std::vector<Remark> remarks = {};
  std::vector<std::string> own_words = {};  ///< by Tongue: words of a theme, in place of argument 0; mostly empty
  Severity severity = Severity::error;

  Diagnostic& hint(Hint what, std::vector<std::string> words = {}) {
    remarks.push_back({what, std::move(words), std::nullopt});
    return *this;
  }
  Diagnostic& note(Hint what, Place where, std::vector<std::string> words = {}) {
    remarks.push_back({what, std::move(words), where});
    return *this;
  }
};

/// A mistake with its remarks still to come: `add(diagnostics, Code::unknown_field, place, {name}) ` is the usual form:
///
///     diagnostics.add(Diagnostic{Code::unknown_field, place, {name, collection}}.hint(Hint::did_you_mean, {near}));
///
/// Safe to add to from several threads; the order of adding does not matter.
class Diagnostics {
 public:
  /// With `strict`, a missing or stale translation is an error.
  explicit Diagnostics(bool strict = false) : strict_(strict) {}

  void add(Diagnostic diagnostic);
  /// No worse than this.
  void add(Diagnostic diagnostic, Severity at_most);
  bool has_errors() const;
  int errors() const;
  int warnings() const;

  /// By path, line, column, code; the same mistake twice is one.
  std::vector<Diagnostic> sorted() const;

 private:
  bool strict_;
  mutable std::mutex mutex_;
  std::vector<Diagnostic> all_;
};

/// `path:line:column: error: words [code]`, the line itself with a caret under the words, and the remarks; no line
/// end after the last line.
std::string to_text(const Diagnostic& diagnostic, Tongue tongue);

/// One JSON object on one line: path, line, column, end_line, end_column, severity, code, message, remarks; no
/// line end after it.
std::string to_json(const Diagnostic& diagnostic, Tongue tongue);

}  // namespace base
