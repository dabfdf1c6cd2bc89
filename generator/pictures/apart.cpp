#include "pictures/apart.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string_view>

#include "base/failure.h"
#include "pictures/bytes.h"

extern char** environ;

namespace pictures {
namespace {

constexpr const char* word_for_work = "--scale-one-picture";  ///< behind it stands how much memory there is

/// Bytes of memory: enough for most, so that several may be at work; and for one alone.
constexpr rlim_t some_memory = rlim_t{160} << 20, most_memory = rlim_t{448} << 20;
constexpr rlim_t most_seconds = 60;  ///< of a processor
constexpr long few_pixels = 4L << 20;  ///< of a picture with more, that it is broken may mean that its memory was too little

enum Status { made = 0, not_made = 1, no_library = 3 };

/// A file that is nowhere but in memory.
class Memory {
 public:
  Memory() : number_(memfd_create("loa", MFD_CLOEXEC)) {
    if (number_ < 0) throw base::Failure(base::Task::write, "memfd", errno);
  }
  ~Memory() { close(number_); }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::string read_all(int file) {
  std::string bytes;
  char part[1 << 16];
  for (ssize_t count; (count = ::read(file, part, sizeof part)) > 0 || (count < 0 && errno == EINTR);)
    if (count > 0) bytes.append(part, static_cast<std::size_t>(count));
  return bytes;
}

/// Nothing where the process could not end its work. Throws Failure.
std::optional<Picture> attempt(const std::string& bytes, rlim_t memory) {
  const Memory in, out;
  if (!write_all(in.number(), bytes) || lseek(in.number(), 0, SEEK_SET) != 0) throw base::Failure(base::Task::write, "memfd", errno);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, in.number(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, out.number(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string word = word_for_work, limit = std::to_string(memory), name = "loa";
  char* words[] = {name.data(), word.data(), limit.data(), nullptr};
  pid_t process = 0;
  const int failed = posix_spawn(&process, "/proc/self/exe", &files, nullptr, words, environ);
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) return scale(bytes);  // a machine that does not tell a program where it lies
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {}
  if (WIFEXITED(status) && WEXITSTATUS(status) == no_library) throw base::Failure(base::Task::load_library, std::string(library_name), 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != made || lseek(out.number(), 0, SEEK_SET) != 0) return std::nullopt;
  return from_bytes(read_all(out.number()));
}

void limit(int resource, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

}  // namespace

Picture scale_apart(const std::string& bytes) {
  const auto is_settled = [](const Picture& picture) { return picture.trouble != Trouble::broken || static_cast<long>(picture.whole.width) * picture.whole.height <= few_pixels; };
  if (auto picture = attempt(bytes, some_memory); picture && is_settled(*picture)) return *std::move(picture);
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  if (auto picture = attempt(bytes, most_memory)) return *std::move(picture);
  Picture broken;
  broken.trouble = Trouble::broken;
  return broken;
}

bool is_for_work(int argc, const char* const* argv) { return argc == 3 && std::string_view(argv[1]) == word_for_work; }

int work([[maybe_unused]] const char* const* argv) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, most_seconds);
#ifndef __SANITIZE_ADDRESS__  // which takes far more than that before it begins
  limit(RLIMIT_DATA, std::strtoull(argv[2], nullptr, 10));
#endif
  try {
    return write_all(STDOUT_FILENO, to_bytes(scale(read_all(STDIN_FILENO)))) ? made : not_made;
  } catch (const base::Failure&) {
    return no_library;
  } catch (const std::exception&) {
    return not_made;
  }
}

}  // namespace pictures
