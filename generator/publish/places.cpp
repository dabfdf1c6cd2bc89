#include "publish/places.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "base/failure.h"
#include "base/file.h"
#include "publish/descriptor.h"

namespace publish {
namespace {

void make_folders(const std::string& path) {
  if (path.empty() || path == "/" || mkdir(path.c_str(), 0777) == 0 || errno == EEXIST) return;
  if (errno != ENOENT) throw base::Failure(base::Task::write, path, errno);
  make_folders(std::string(base::folder_of(path)));
  if (mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) throw base::Failure(base::Task::write, path, errno);
}

}  // namespace

Places places(const std::string& output) {
  Places found;
  found.output = base::canonical(output);
  found.state = base::join(std::string(base::folder_of(found.output)) + "/",
                           "." + std::string(base::name_of(found.output)) + ".loa");
  found.previous = found.state + "/previous";
  found.outgoing = found.state + "/outgoing";
  found.lock = found.state + "/lock";
  return found;
}

void make_state(const Places& places) {
  make_folders(std::string(base::folder_of(places.state)));
  const bool fresh = mkdir(places.state.c_str(), 0777) == 0;
  if (!fresh && errno != EEXIST) throw base::Failure(base::Task::write, places.state, errno);
  const Descriptor state = open_folder(places.state);  // which refuses a symbolic link
  if (fresh) write_whole(state, ".gitignore", "*\n", places.state);
}

}  // namespace publish
