// Where things lie: the published site, and beside it, on the same file system, what publishing needs to know.
//
//     public/                 the published generation
//     .public.loa/lock        held by the build that is at work
//     .public.loa/previous/   the other generation: the site before, or the one that is being made
//     .public.loa/manifest-N  what a build wrote into the generation whose root folder has the inode N
#pragma once

#include <cstdint>
#include <string>

namespace publish {

struct Places {
  std::string output, state, previous;
  std::string outgoing;  // the published generation for a moment, where a file system cannot exchange folders
  std::string lock;

  std::string manifest(std::uint64_t inode) const { return state + "/manifest-" + std::to_string(inode); }
};

/// An output that is a symbolic link to a folder stands for that folder.
Places places(const std::string& output);

/// Makes the folder of the state, and those above it, where they are missing. Throws Failure.
void make_state(const Places& places);

}  // namespace publish
