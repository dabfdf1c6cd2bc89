#include "archive/zip.h"

#include <sys/stat.h>
#include <zip.h>

#include <array>
#include <cerrno>
#include <limits>

#include "base/failure.h"

namespace archive {

namespace {

using base::Failure;
using base::Task;

/// Formats that deflate makes no smaller.
constexpr std::array<std::string_view, 14> dense{"jpg", "jpeg", "png", "gif", "webp", "avif", "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "gz"};

constexpr zip_uint16_t first_day = (1 << 5) | 1;  // 1980-01-01 as MS-DOS counts, with which ZIP begins
constexpr zip_uint32_t plain_file = (S_IFREG | 0644U) << 16;

int cause(zip_error_t* error) { return zip_error_system_type(error) == ZIP_ET_SYS ? zip_error_code_system(error) : 0; }

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Discard {
  void operator()(zip_t* open) const { zip_discard(open); }
};

void add(zip_t* open, const base::File& file) {
  const auto fail = [&] { throw Failure(Task::write, file.path, cause(zip_get_error(open))); };
  std::unique_ptr<zip_source_t, FreeSource> bytes(zip_source_buffer(open, file.bytes.data(), file.bytes.size(), 0));
  if (!bytes) fail();
  const auto number = zip_file_add(open, file.path.c_str(), bytes.get(), ZIP_FL_ENC_UTF_8);
  if (number < 0) fail();
  bytes.release();  // the archive's now
  const auto index = static_cast<zip_uint64_t>(number);
  const bool is_dense = std::ranges::find(dense, base::extension_of(file.path)) != dense.end();
  if (zip_file_set_dostime(open, index, 0, first_day, 0) != 0 || zip_file_set_external_attributes(open, index, 0, ZIP_OPSYS_UNIX, plain_file) != 0 ||
      zip_set_file_compression(open, index, is_dense ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) != 0)
    fail();
}

}  // namespace

std::string to_zip(const std::vector<base::File>& files) {
  zip_error_t error;
  zip_error_init(&error);
  const auto fail = [&] { throw Failure(Task::write, "zip", cause(&error)); };
  const std::unique_ptr<zip_source_t, FreeSource> memory(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!memory) fail();
  zip_source_keep(memory.get());  // the archive takes one hold of it, this function the other
  std::unique_ptr<zip_t, Discard> open(zip_open_from_source(memory.get(), ZIP_TRUNCATE, &error));
  if (!open) fail();
  for (const auto& file : files) add(open.get(), file);
  if (zip_close(open.get()) != 0) throw Failure(Task::write, "zip", cause(zip_get_error(open.get())));
  open.release();

  std::string bytes;
  if (zip_source_open(memory.get()) != 0) return bytes;
  zip_source_seek(memory.get(), 0, SEEK_END);
  bytes.resize(static_cast<std::size_t>(zip_source_tell(memory.get())));
  zip_source_seek(memory.get(), 0, SEEK_SET);
  zip_source_read(memory.get(), bytes.data(), bytes.size());
  zip_source_close(memory.get());
  return bytes;
}

void Zip::Close::operator()(::zip* open) const { zip_discard(open); }

Zip::Zip(const std::string& path) : path_(path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) throw Failure(Task::read, path, errno);
  if (S_ISDIR(status.st_mode)) throw Failure(Task::read, path, EISDIR);
  if (!S_ISREG(status.st_mode)) return;  // a pipe would keep us waiting
  size_ = static_cast<std::uint64_t>(status.st_size);
  int code = 0;
  open_.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
  if (!open_ && (code == ZIP_ER_OPEN || code == ZIP_ER_READ || code == ZIP_ER_MEMORY)) throw Failure(Task::read, path, errno);
}

std::size_t Zip::count() const { return open_ ? static_cast<std::size_t>(std::max<zip_int64_t>(0, zip_get_num_entries(open_.get(), 0))) : 0; }

Member Zip::member(std::size_t number) const {
  Member member;
  zip_stat_t status;
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_stat_index(open_.get(), number, 0, &status) != 0 || !(status.valid & ZIP_STAT_SIZE)) return {"", std::numeric_limits<std::uint64_t>::max(), Member::Type::other, false};
  if (status.valid & ZIP_STAT_NAME) member.path = status.name;
  member.size = status.size;
  member.encrypted = (status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE;
  zip_file_get_external_attributes(open_.get(), number, 0, &system, &attributes);
  const auto mode = system == ZIP_OPSYS_UNIX || system == ZIP_OPSYS_OS_X ? (attributes >> 16) & S_IFMT : 0U;
  if (member.path.ends_with('/')) {
    member.path.pop_back();
    member.type = Member::Type::folder;
  }
  if (mode != 0 && mode != (member.type == Member::Type::folder ? S_IFDIR : S_IFREG)) member.type = Member::Type::other;
  return member;
}

bool Zip::read(std::size_t number, const std::function<void(std::string_view)>& take) const {
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(open_.get(), number, 0));
  if (!file) return false;
  const auto size = member(number).size;
  std::string piece(std::size_t{64} * 1024, '\0');
  for (std::uint64_t done = 0;;) {
    const auto got = zip_fread(file.get(), piece.data(), piece.size());
    if (got < 0) {
      auto* error = zip_file_get_error(file.get());
      if (zip_error_code_zip(error) == ZIP_ER_READ) throw Failure(Task::read, path_, cause(error));
      return false;
    }
    if (got == 0) return done == size;
    done += static_cast<std::uint64_t>(got);
    if (done > size) return false;
    take(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
  }
}

}  // namespace archive
