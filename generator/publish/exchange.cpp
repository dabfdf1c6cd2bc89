#include "publish/exchange.h"

#include <fcntl.h>
#include <stdio.h>

#include <cerrno>

#include "base/failure.h"
#include "publish/descriptor.h"
#include "publish/mark.h"

namespace publish {
namespace {

void move(const std::string& from, const std::string& to, const Places& places) {
  if (rename(from.c_str(), to.c_str()) != 0) throw base::Failure(base::Task::exchange, places.output, errno);
}

}  // namespace

void exchange(const Places& places) {
  if (!status(places.output)) return move(places.previous, places.output, places);
  if (renameat2(AT_FDCWD, places.previous.c_str(), AT_FDCWD, places.output.c_str(), RENAME_EXCHANGE) == 0) return;
  if (errno != EINVAL && errno != ENOSYS) throw base::Failure(base::Task::exchange, places.output, errno);
  exchange_by_renaming(places);
}

void exchange_by_renaming(const Places& places) {
  move(places.output, places.outgoing, places);
  move(places.previous, places.output, places);
  move(places.outgoing, places.previous, places);
}

void mend(const Places& places) {
  if (!status(places.outgoing)) return;
  if (!status(places.output)) {
    const auto next = status(places.previous);
    const bool whole = next && next->type == Type::folder && has_mark(open_folder(places.previous));
    move(whole ? places.previous : places.outgoing, places.output, places);
  }
  if (status(places.outgoing) && !status(places.previous)) move(places.outgoing, places.previous, places);
}

}  // namespace publish
