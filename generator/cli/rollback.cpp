#include <iostream>
#include <memory>

#include "cli/site_options.h"
#include "pictures/cache.h"
#include "publish/publish.h"

namespace cli {

namespace {

constexpr Words forget{"Xóa hẳn bản ngay trước đó, để không ai đưa nó trở lại được; bản đang đăng giữ nguyên.",
                       "Deletes the publication before for good, so that nobody can bring it back; the present one stays."};
constexpr Words forgotten{"Đã xóa hẳn bản trước của {0}/; bản đang đăng giữ nguyên", "The publication before {0}/ is deleted; the present one stays"};
constexpr Words nothing_before{"Không có bản nào trước {0}/", "There is no publication before {0}/"};

struct Typed {
  SiteOptions site;
  bool forgets = false;
};

Status roll_back(const Typed& typed, const Manner& manner) {
  const auto& output = typed.site.typed.output;
  Words told = words::rolled_back;
  if (typed.forgets) {
    pictures::forget_all();
    told = publish::forget_previous(output) ? forgotten : nothing_before;
  } else publish::roll_back(output);
  std::cout << base::fill(told.in(manner.tongue), {output}) << '\n';
  return done;
}

}  // namespace

Command::Run declare_rollback(Options& options) {
  auto typed = std::make_shared<Typed>();
  typed->site.declare_output(options);
  options.flag("--forget", typed->forgets, forget);
  return [typed](const Manner& manner) { return roll_back(*typed, manner); };
}

}  // namespace cli
