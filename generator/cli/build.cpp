#include <memory>

#include "cli/site_options.h"

namespace cli {

Command::Run declare_build(Options& options) {
  auto site = std::make_shared<SiteOptions>();
  site->declare(options);
  site->declare_output(options);
  options.flag("--portable", site->typed.portable, words::portable);
  options.flag("--compress", site->typed.compress, words::compress);
  return [site](const Manner& manner) { return work_on(*site, pipeline::build, manner); };
}

}  // namespace cli
