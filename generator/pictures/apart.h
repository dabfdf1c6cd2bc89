// A picture is unpacked in a process of its own, since what is in it may come from anybody: a crash, endless work and greed for
// memory end there, and the picture is a broken one.
#pragma once

#include <string>

#include "pictures/scale.h"

namespace pictures {

/// The same as `scale`. Safe from several threads: those that need much memory come one after the other. Throws Failure.
Picture scale_apart(const std::string& bytes);

/// Whether the program was started again by itself, for one picture: its `main` asks so before all else, and then hands over to `work`.
bool is_for_work(int argc, const char* const* argv);
/// Reads the picture from the standard input, and writes what it made to the standard output. An exit status.
int work(const char* const* argv);

}  // namespace pictures
