// The program: a command line becomes the work that it asks for, and what came of it an exit status.

#include <exception>
#include <iostream>

#include "base/failure.h"
#include "cli/parse.h"
#include "pictures/apart.h"

int main(int argc, char** argv) {
  if (pictures::is_for_work(argc, argv)) return pictures::work(argv);
  int status = cli::done;
  const auto asked = cli::parse(argc, argv, status);
  if (!asked) return status;
  try {
    return asked->run(asked->manner);
  } catch (const base::Failure& failure) {
    std::cerr << base::to_text(failure, asked->manner.tongue) << '\n';
  } catch (const std::exception& exception) {
    std::cerr << "loa: " << exception.what() << '\n';
  }
  return cli::machine_failed;
}
