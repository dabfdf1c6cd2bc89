#include <iostream>
#include <memory>

#include "cli/site_options.h"
#include "publish/publish.h"

namespace cli {

Command::Run declare_rollback(Options& options) {
  auto site = std::make_shared<SiteOptions>();
  site->declare_output(options);
  return [site](const Manner& manner) {
    publish::roll_back(site->typed.output);
    std::cout << base::fill(words::rolled_back.in(manner.tongue), {site->typed.output}) << '\n';
    return done;
  };
}

}  // namespace cli
