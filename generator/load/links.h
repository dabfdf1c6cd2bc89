// What authors link to: a page of the site, a file of the content, or an address on the web.
#pragma once

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "load/markdown.h"
#include "load/pictures.h"
#include "model/site.h"

namespace load {

class Links {
 public:
  /// `files`: from the path of a content file, without the language of Markdown (`pages/about.md`), to its entry.
  Links(const model::Site& site, const std::vector<std::string>& media, Pictures& pictures, std::unordered_map<std::string, const model::Entry*> files,
        base::Diagnostics& diagnostics);

  /// The final address of a link or picture in Markdown; reports what leads nowhere and then gives nothing. Safe from
  /// several threads.
  std::optional<Resolved> resolve(const LinkRequest& request, const model::Entry& from, std::size_t language);

  /// Gives a Link its page; false where that is not published.
  bool resolve(model::Link& link, base::Place place, const model::Entry& from, std::size_t language);

  void use_media(const std::string& path);

  /// What was asked for: published files, and anchors to be looked for on the finished pages.
  std::vector<std::string> used_media() const;
  std::vector<model::AnchorUse> anchors;

 private:
  struct Target {
    std::string url;  ///< below the base
    const model::Route* route = nullptr;
    std::string media;
    bool hidden = false;  ///< a page that is not published
  };
  std::optional<Target> find(std::string_view path, const model::Entry& from, std::size_t language) const;
  bool is_hidden(const model::Route& route) const;
  void report_missing_image(const std::string& address, base::Place place, const model::Entry& from);
  void report_dead(const std::string& address, base::Place place);

  const model::Site& site_;
  const std::vector<std::string>& media_;
  Pictures& pictures_;
  std::unordered_map<std::string, const model::Entry*> files_;
  std::unordered_map<std::string, const model::Route*> urls_, hidden_urls_;
  base::Diagnostics& diagnostics_;
  mutable std::mutex mutex_;
  std::set<std::string> used_media_;
};

}  // namespace load
