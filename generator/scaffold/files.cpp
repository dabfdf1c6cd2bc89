#include "scaffold/files.h"

#include <cerrno>
#include <filesystem>
#include <fstream>

#include "base/failure.h"
#include "base/file.h"

namespace scaffold {

namespace fs = std::filesystem;

void write(const std::string& content, const std::vector<ContentText>& files) {
  for (const auto& file : files) {
    const std::string path = base::join(content, file.path), unfinished = base::join(base::folder_of(path), "." + std::string(base::name_of(path)) + ".new");  // no content while it is there
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    errno = 0;
    std::ofstream out(unfinished, std::ios::binary);
    out << file.text;
    out.close();
    const int trouble = errno;
    if (out) fs::rename(unfinished, path, error);
    if (!out || error) {
      const int why = out ? error.value() : trouble;
      fs::remove(unfinished, error);
      throw base::Failure(base::Task::write, path, why);
    }
  }
}

}  // namespace scaffold
