#include "support/workspace.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace support {

namespace fs = std::filesystem;

namespace {

template <class Work>
Told run(Work work, const pipeline::Options& options) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  pipeline::Progress progress;
  Told told;
  told.sound = work(options, progress, sources, diagnostics).sound;
  for (const auto& diagnostic : diagnostics.sorted()) {
    told.vi += base::to_text(diagnostic, base::Tongue::vi) + "\n";
    told.en += base::to_text(diagnostic, base::Tongue::en) + "\n";
  }
  return told;
}

}  // namespace

Workspace::Workspace() : project_(fs::current_path()) {
  std::string name = fs::temp_directory_path() / "loa-test-XXXXXX";
  if (!mkdtemp(name.data())) throw std::runtime_error("no folder for the test");
  folder_ = name;
  fs::current_path(folder_);
  setenv("XDG_CACHE_HOME", (std::string(folder_) + "/.cache").c_str(), 1);
}

Workspace::~Workspace() {
  fs::current_path(project_);
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void write(const std::string& path, std::string_view bytes) {
  if (const auto folder = fs::path(path).parent_path(); !folder.empty()) fs::create_directories(folder);
  std::ofstream(path, std::ios::binary) << bytes;
}

void Workspace::write_all(std::string_view sections) const {
  constexpr std::string_view mark = "== ", end = " ==\n";
  while (sections.starts_with(mark)) {
    const auto name_end = sections.find(end);
    const std::string path(sections.substr(mark.size(), name_end - mark.size()));
    sections.remove_prefix(name_end + end.size());
    const auto next = sections.starts_with(mark) ? 0 : std::min(sections.find("\n== "), sections.size() - 1) + 1;
    write(path, sections.substr(0, next));
    sections.remove_prefix(next);
  }
}

void Workspace::copy(const std::string& folder, const std::string& to) const {
  const auto from = fs::path(project_) / folder;
  if (fs::exists(from)) fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

pipeline::Options here() {
  pipeline::Options options;
  options.theme = "theme";
  options.jobs = 2;
  return options;
}

Told check(const pipeline::Options& options) { return run(pipeline::check, options); }
Told build(const pipeline::Options& options) { return run(pipeline::build, options); }

bool refreshing() {
  const char* value = std::getenv("LOA_REFRESH");
  return value && std::string_view(value) == "1";
}

}  // namespace support
