#include "scaffold/files.h"

#include "base/file.h"

namespace scaffold {

void write(const std::string& content, const std::vector<ContentText>& files) {
  for (const auto& file : files) base::write(base::join(content, file.path), file.text);
}

}  // namespace scaffold
