#!/bin/sh
# Builds everything and runs all tests. Installs on Debian what they need; quick when nothing is missing.
#   ./test.sh [words for ctest, for example: -R publish]
set -eu
cd "$(dirname "$0")"
. ./.ci/packages.sh

need g++ cmake ninja-build pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-cpp-dev libcli11-dev \
  libfmt-dev libicu-dev libxxhash-dev doctest-dev \
  python3 python3-html5lib python3-yaml python3-selenium libxml2-utils chromium chromium-driver poppler-utils

say "Building the program and its tests (build/)"
cmake -S . -B build -G Ninja >/dev/null
ninja -C build --quiet

say "Building them again with address and undefined-behaviour sanitizers (build-sanitized/)"
cmake -S . -B build-sanitized -G Ninja -DCMAKE_BUILD_TYPE=Debug \
  -DCMAKE_CXX_FLAGS="-O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer" >/dev/null
ninja -C build-sanitized --quiet

if [ $# -eq 0 ]; then
  say "Testing what meets bad input with the sanitizers"
  ctest --test-dir build-sanitized --output-on-failure -j "$(nproc)" -R '^(rooms|program/bad_input)$'
fi

say "Testing"
ctest --test-dir build --output-on-failure -j "$(nproc)" "$@"
