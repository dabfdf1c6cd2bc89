// The program: a command line becomes a build, a check or a rollback, and what happened becomes an exit status.

#include <chrono>
#include <exception>
#include <iostream>

#include "base/failure.h"
#include "cli/options.h"
#include "cli/report.h"
#include "cli/waiting.h"
#include "cli/words.h"

namespace {

int run(const cli::Invocation& invocation) {
  if (invocation.command == cli::Command::rollback) {
    publish::roll_back(invocation.options.output);
    std::cout << base::fill(cli::words::rolled_back.in(invocation.tongue), {invocation.options.output}) << '\n';
    return cli::done;
  }
  base::Sources sources;
  base::Diagnostics diagnostics(invocation.strict);
  pipeline::Progress progress;
  const auto begin = std::chrono::steady_clock::now();
  pipeline::Result result;
  {
    const cli::Waiting waiting(progress, invocation.tongue);
    const auto work = invocation.command == cli::Command::build ? pipeline::build : pipeline::check;
    result = work(invocation.options, progress, sources, diagnostics);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  cli::report(invocation, result, seconds.count(), diagnostics);
  return result.sound ? cli::done : cli::mistakes;
}

}  // namespace

int main(int argc, char** argv) {
  int status = cli::done;
  const auto invocation = cli::parse(argc, argv, status);
  if (!invocation) return status;
  try {
    return run(*invocation);
  } catch (const base::Failure& failure) {
    std::cerr << base::to_text(failure, invocation->tongue) << '\n';
  } catch (const std::exception& exception) {
    std::cerr << "loa: " << exception.what() << '\n';
  }
  return cli::machine_failed;
}
