#include "publish/lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

#include "publish/places.h"

namespace publish {

Lock::Lock(const std::string& output) {
  const Places here = places(output);
  make_state(here);
  file_ = Descriptor(open(here.lock.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file_) throw base::Failure(base::Task::lock, here.lock, errno);
  while (flock(file_.number(), LOCK_EX | LOCK_NB) != 0)
    if (errno != EINTR) throw base::Failure(base::Task::lock, output, errno);
}

}  // namespace publish
