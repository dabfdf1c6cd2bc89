#!/bin/sh
# Builds the program and publishes content/ to public/. Installs on Debian what is missing; quick when nothing is.
set -eu
cd "$(dirname "$0")"
. ./.ci/packages.sh

need g++ cmake ninja-build pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-cpp-dev libcli11-dev nlohmann-json3-dev \
  libfmt-dev libicu-dev libxxhash-dev zlib1g-dev libbrotli-dev libzip-dev libcpp-httplib-dev libvips-dev libjs-lunr doctest-dev

say "Building the program (build/loa)"
[ -f build/build.ninja ] || cmake -S . -B build -G Ninja >build.log 2>&1 || { cat build.log; exit 1; }
rm -f build.log
ninja -C build --quiet loa

say "Publishing content/ to public/"
build/loa build --today now "$@"

say "To look at it while you write:  build/loa serve   and open http://localhost:8000/"
