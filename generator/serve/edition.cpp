#include "serve/edition.h"

#include "base/hash.h"

namespace serve {

namespace {

std::string name_of(const std::map<std::string, std::string, std::less<>>& files) {
  std::string all;
  for (const auto& [path, bytes] : files) all += path + '\0' + base::to_hex(base::hash(bytes)) + '\n';
  return base::to_hex(base::hash(all));
}

}  // namespace

void Stage::show(std::vector<base::File> files) {
  Edition next;
  for (auto& file : files) next.files.insert_or_assign(std::move(file.path), std::move(file.bytes));
  next.name = name_of(next.files);
  const std::lock_guard lock(mutex_);
  next.translations = std::move(edition_.translations);
  edition_ = std::move(next);
  changed();
}

void Stage::show_translations(std::string page) {
  const std::lock_guard lock(mutex_);
  edition_.translations = std::move(page);
}

void Stage::show_mistakes(std::string mistakes) {
  const std::lock_guard lock(mutex_);
  edition_.mistakes = std::move(mistakes);
  changed();
}

void Stage::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  bell_.notify_all();
}

void Stage::changed() {
  ++count_;
  bell_.notify_all();
}

std::uint64_t Stage::wait(std::uint64_t known, std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  bell_.wait_for(lock, patience, [&] { return closed_ || count_ != known; });
  return count_;
}

bool Stage::is_closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

}  // namespace serve
