#include <algorithm>
#include <cerrno>

#include "base/failure.h"
#include "schema/schema.h"

namespace schema {

using base::Failure;
using base::Task;

Outcome write(const std::string& folder, const std::vector<base::File>& files) {
  Outcome outcome;
  const auto is_own = [](std::string_view bytes) { return bytes.starts_with(mark); };
  for (const auto& file : files) {
    const auto path = base::join(folder, file.path);
    const bool is_there = base::exists(path);
    const auto old = is_there ? base::read(path) : std::string();
    if (is_there && old == file.bytes) {
      ++outcome.same;
      continue;
    }
    if (is_there && !is_own(old)) throw Failure(Task::write, path, EEXIST);
    base::write(path, file.bytes);
    ++outcome.changed;
  }
  if (!base::is_folder(folder)) return outcome;
  for (const auto& found : base::list(folder)) {
    const auto path = base::join(folder, found.path);
    const bool may_be_gone = found.type == base::FileType::regular && found.path.ends_with(".json") && !std::ranges::count(files, found.path, &base::File::path);
    if (!may_be_gone || !is_own(base::read(path))) continue;
    base::remove(path);
    ++outcome.removed;
  }
  return outcome;
}

}  // namespace schema
