#include "scaffold/files.h"

#include "base/file.h"
#include "load/translation_memory.h"

namespace scaffold {

void write(const std::string& content, const std::vector<ContentText>& files) {
  for (const auto& file : files) base::write(base::join(content, file.path), file.text);
}

void remember_translations(const model::Site& site, const std::vector<model::Translation>& all) {
  const std::string path = base::join(site.content, load::translation_file), text = load::to_text(model::remembered(all, site.translations));
  if (!base::exists(path) || base::read(path) != text) base::write(path, text);
}

}  // namespace scaffold
