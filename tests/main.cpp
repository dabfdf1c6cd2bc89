#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "pictures/apart.h"

int main(int argc, char** argv) {
  if (pictures::is_for_work(argc, argv)) return pictures::work(argv);
  return doctest::Context(argc, argv).run();
}
