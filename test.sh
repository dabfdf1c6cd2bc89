#!/bin/sh
# Builds everything and runs all tests. Installs on Debian what they need; quick when nothing is missing.
#   ./test.sh [words for ctest, for example: -R publish]
set -eu
cd "$(dirname "$0")"
. ./.ci/packages.sh

need g++ cmake ninja-build pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-cpp-dev libcli11-dev nlohmann-json3-dev \
  libfmt-dev libicu-dev libxxhash-dev zlib1g-dev libbrotli-dev libzip-dev libcpp-httplib-dev libvips-dev libjs-lunr doctest-dev \
  python3 python3-html5lib python3-yaml python3-jsonschema python3-selenium python3-brotli python3-icalendar python3-feedparser python3-pil libimage-exiftool-perl libheif-examples khal libxml2-utils dpkg-dev groff-base chromium chromium-driver poppler-utils default-jre-headless
unpack build/servers nginx nginx-common libnginx-mod-http-brotli-static caddy lighttpd libnettle8 apache2-bin libapr1 libaprutil1 media-types busybox
command -v npm >/dev/null || need nodejs npm

# Programs of others that judge the site, as tests/package-lock.json names them; none of their own scripts runs.
if [ ! tests/node_modules/.package-lock.json -nt tests/package-lock.json ]; then
  say "Installing from npm what tests/package.json names (tests/node_modules/)"
  (cd tests && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error)
fi

say "Building the program, and its tests twice: the second time with sanitizers (build/)"
cmake -S . -B build -G Ninja >/dev/null
ninja -C build --quiet

say "Testing"
ctest --test-dir build --output-on-failure -j "$(nproc)" "$@"
