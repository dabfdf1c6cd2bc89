#include "publish/publish.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "base/parallel.h"
#include "publish/exchange.h"
#include "publish/generation.h"
#include "publish/manifest.h"
#include "publish/mark.h"
#include "publish/places.h"
#include "publish/update.h"

namespace publish {
namespace {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Failure;
using base::Hint;
using base::Task;

Generation look_at(const std::string& path, const Places& places, int jobs) {
  const Descriptor state = open_folder(places.state);
  const auto text = read(state, std::string(base::name_of(places.manifest(identity(open_folder(path)).inode))));
  return look(path, text ? parse(*text, this_boot()) : std::nullopt, jobs);
}

void save(const Manifest& manifest, const Places& places) {
  const std::string name(base::name_of(places.manifest(manifest.root.inode)));
  write_whole(open_folder(places.state), name, to_text(manifest, this_boot()), places.state);
}

/// Every file that is neither loa's nor of the new site; only a manifest can tell.
bool report_foreign(const Generation& published, const std::vector<Wanted>& wanted, Diagnostics& diagnostics) {
  if (!published.has_manifest) return false;
  bool found = false;
  for (const Generation::File& file : published.files) {
    const auto same_path = [](const Wanted& a, std::string_view path) { return a.path < path; };
    const auto new_one = std::lower_bound(wanted.begin(), wanted.end(), std::string_view(file.path), same_path);
    if (file.known || base::is_dropping(file.path) || (new_one != wanted.end() && new_one->path == file.path)) continue;
    diagnostics.add(Diagnostic{Code::output_foreign_file, {}, {file.path}}.hint(Hint::move_into_content));
    found = true;
  }
  return found;
}

/// Counts against the published site, and lets files with the same bytes keep its times.
Outcome compare(const Generation& published, std::vector<Wanted>& wanted, int jobs) {
  base::parallel(wanted.size(), jobs, [&](std::size_t i) {
    const Generation::File* file = published.find(wanted[i].path);
    if (file && has_bytes(published, *file, wanted[i])) wanted[i].kept = file->status.stamp.modified;
  });
  Outcome outcome;
  outcome.unchanged =
      static_cast<int>(std::ranges::count_if(wanted, [](const Wanted& file) { return file.kept.has_value(); }));
  outcome.written = static_cast<int>(wanted.size()) - outcome.unchanged;
  const auto stays = [&](const Generation::File& file) {
    return base::is_dropping(file.path) || std::ranges::binary_search(wanted, std::string_view(file.path), {}, &Wanted::path);
  };
  outcome.removed = static_cast<int>(published.files.size() -
                                     static_cast<std::size_t>(std::ranges::count_if(published.files, stays)));
  return outcome;
}

/// A published site that was compared by reading gets a manifest, so that it need not be again.
void remember(const Generation& published, const std::vector<Wanted>& wanted, const Places& places) {
  if (published.has_manifest &&
      std::ranges::all_of(published.files, [](const Generation::File& file) { return file.hash.has_value(); }))
    return;
  Manifest manifest{identity(published.root), {}, published.folders};
  for (const Wanted& file : wanted)
    manifest.files.push_back({std::string(file.path), published.find(file.path)->status.stamp, file.hash});
  save(manifest, places);
}

/// The older generation, or a new empty one; what lies in its place and is no folder goes.
void make_previous(const Places& places) {
  const auto found = status(places.previous);
  if (found && found->type != Type::folder && unlink(places.previous.c_str()) != 0)
    throw Failure(Task::remove, places.previous, errno);
  if ((!found || found->type != Type::folder) && mkdir(places.previous.c_str(), 0777) != 0)
    throw Failure(Task::write, places.previous, errno);
}

/// The two folders change places, so both get the mode that someone gave to one.
void take_mode(const Descriptor& to, const Descriptor& from) {
  struct stat old {};
  struct stat now {};
  if (fstat(from.number(), &old) == 0 && fstat(to.number(), &now) == 0 && old.st_mode != now.st_mode)
    if (fchmod(to.number(), old.st_mode & 07777) != 0) return;  // it is only a wish
}

/// Manifests of folders that are gone.
void forget_others(const Places& places) {
  const Descriptor state = open_folder(places.state);
  const auto name_for = [&](const std::string& path) -> std::string {
    const auto found = status(path);
    return found ? std::string(base::name_of(places.manifest(found->stamp.inode))) : "";
  };
  const std::string published = name_for(places.output), previous = name_for(places.previous);
  for (const std::string& name : names(state, "", places.state))
    if (name.starts_with("manifest-") && name != published && name != previous)
      unlinkat(state.number(), name.c_str(), 0);
}

}  // namespace

Outcome replace(const std::string& output, std::vector<base::File> files, int jobs, Diagnostics& diagnostics) {
  Diagnostics mistakes;
  check_paths(files, mistakes);
  for (Diagnostic& mistake : mistakes.sorted()) diagnostics.add(std::move(mistake));
  if (mistakes.has_errors()) return {};

  const Places here = places(output);
  make_state(here);
  mend(here);
  if (status(here.output) && !may_replace(here.output)) {
    diagnostics.add(Diagnostic{Code::output_foreign, {}, {output}}.hint(Hint::choose_other_output, {"public"}));
    return {};
  }

  std::vector<Wanted> wanted(files.size());
  base::parallel(files.size(), jobs, [&](std::size_t i) {
    wanted[i] = {files[i].path, files[i].bytes, base::hash(files[i].bytes), {}};
  });
  Generation published;
  if (status(here.output)) published = look_at(here.output, here, jobs);
  if (report_foreign(published, wanted, diagnostics)) return {};
  Outcome outcome = compare(published, wanted, jobs);
  if (published.whole && outcome.written == 0 && outcome.removed == 0) {
    remember(published, wanted, here);
    return outcome;
  }

  // Beyond this point the older generation is no whole site until its mark is back. Nothing is flushed to the disk
  // (fsync, syncfs): a killed process loses nothing that way, and after a power cut the next build reads every file
  // again (see `parse`) and mends what was lost; a flush would cost every build more than all the rest of its writing.
  make_previous(here);
  const Generation previous = look_at(here.previous, here, jobs);
  save(update(previous, wanted, jobs), here);
  if (published.root) take_mode(previous.root, published.root);
  write_whole(previous.root, std::string(mark_name), mark_text, here.previous);

  // Beyond this point the older generation is the whole new site; one step makes it the published one.
  exchange(here);
  outcome.exchanged = true;
  if (!published.whole) rmdir(here.previous.c_str());  // the empty folder that was there; anything else stays
  forget_others(here);
  return outcome;
}

std::vector<std::string> published(const std::string& output) {
  std::vector<std::string> paths;
  const auto found = status(output);
  if (!found || found->type != Type::folder || !has_mark(open_folder(output))) return paths;
  for (auto& file : base::list(output)) paths.push_back(std::move(file.path));
  return paths;
}

void roll_back(const std::string& output) {
  const Places here = places(output);
  const Failure nothing(Task::roll_back, output, 0);
  if (!status(here.state)) throw nothing;
  const Lock lock(output);
  mend(here);
  const auto before = status(here.previous);
  if (!before || before->type != Type::folder || !has_mark(open_folder(here.previous))) throw nothing;
  if (status(here.output) && !may_replace(here.output)) throw nothing;
  exchange(here);
}

bool forget_previous(const std::string& output) {
  const Places here = places(output);
  if (!status(here.state)) return false;
  const Lock lock(output);
  mend(here);
  if (!status(here.previous)) return false;
  if (unlinkat(open_folder(here.previous).number(), std::string(mark_name).c_str(), 0) != 0 && errno != ENOENT)  // from here on it is no whole site
    throw Failure(Task::remove, here.previous, errno);
  std::error_code error;
  std::filesystem::remove_all(here.previous, error);
  if (error) throw Failure(Task::remove, here.previous, error.value());
  forget_others(here);
  return true;
}

}  // namespace publish
