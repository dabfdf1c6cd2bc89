// An entry as it is written, before its fields are read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "load/content.h"
#include "model/site.h"

namespace load {

struct Written {
  const model::Collection* collection = nullptr;
  std::string id;
  base::Place place;
  std::vector<ContentFile*> files;  ///< of Markdown: one a language; of YAML: the one
  Node* yaml = nullptr;             ///< of YAML: the entry in its file
  std::optional<model::Hidden> hidden;
  bool unconfirmed = false;
  model::Entry* entry = nullptr;    ///< what is made of it

  /// What is said of it: the YAML, or the front matter of each language.
  template <class Visit>
  void for_each_node(Visit&& visit) const {
    if (yaml) return visit(*yaml);
    for (ContentFile* file : files) visit(file->node);
  }
};

}  // namespace load
