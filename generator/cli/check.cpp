#include <memory>

#include "cli/site_options.h"

namespace cli {

Command::Run declare_check(Options& options) {
  auto site = std::make_shared<SiteOptions>();
  site->declare(options);
  site->declare_output(options);
  return [site](const Manner& manner) { return work_on(*site, pipeline::check, manner); };
}

}  // namespace cli
