// What is published of the pictures of the content.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source.h"
#include "load/consent.h"
#include "model/site.h"
#include "pictures/scale.h"

namespace load {

class Pictures {
 public:
  /// `sizes`: how wide a theme shows pictures in texts, as HTML has it. `media`: files of the content, pictures among them.
  Pictures(const model::Site& site, std::string_view sizes, const std::vector<std::string>& media, const Agreed& agreed, base::Sources& sources);

  /// Makes, on several threads, all that are agreed: they are likely to be used. The others are made when they are.
  void prepare(int jobs);

  /// By the path below the content folder; null where it is no picture, or none that may be published. Safe from several threads.
  const model::Picture* find(const std::string& path);

  /// `srcset="…" sizes="…" width="…" height="…"` of the element that shows a picture within a text.
  std::string attributes_of(const model::Picture& picture) const;

  /// Reports what is wrong with the pictures among these files, of each once.
  void report(const std::vector<std::string>& used, base::Diagnostics& diagnostics);

  /// The sound ones among these files. They are gone from here.
  std::map<std::string, model::Picture, std::less<>> take(const std::vector<std::string>& used);

 private:
  struct One {
    std::once_flag once;
    bool is_agreed = false;
    std::vector<base::Diagnostic> mistakes;
    model::Picture picture;  ///< without sizes where there is a mistake
  };
  /// A picture among the documents, where it would be published as it is.
  void report_hidden_picture(const std::string& path, base::Diagnostics& diagnostics);
  One& made(const std::string& path, One& one);
  void make(const std::string& path, One& one);

  const model::Site& site_;
  std::string_view sizes_;
  base::Sources& sources_;
  std::map<std::string, One> all_;
};

}  // namespace load
