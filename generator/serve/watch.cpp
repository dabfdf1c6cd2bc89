#include "serve/watch.h"

#include <sys/stat.h>

#include "base/failure.h"
#include "base/file.h"

namespace serve {

namespace {

void add_number(std::string& out, auto number) { out += std::to_string(number) + ' '; }

void add_file(std::string& out, const std::string& path) {
  struct stat status {};
  out += path + '\0';
  if (lstat(path.c_str(), &status) != 0) return;
  add_number(out, status.st_size);
  add_number(out, status.st_ino);
  for (const auto& time : {status.st_mtim, status.st_ctim}) {
    add_number(out, time.tv_sec);
    add_number(out, time.tv_nsec);
  }
}

}  // namespace

base::Hash fingerprint(const std::vector<std::string>& folders) {
  std::string all;
  for (const auto& folder : folders) {
    all += folder + (base::is_folder(folder) ? "/\n" : "\n");
    try {
      for (const auto& found : base::list(folder)) add_file(all, base::join(folder, found.path));
    } catch (const base::Failure&) {
      all += "gone\n";
    }
  }
  return base::hash(all);
}

}  // namespace serve
