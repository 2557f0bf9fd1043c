#!/bin/sh
# From a fresh clone to a first audit: installs the Debian packages that are missing, builds the program, judges the samples.
set -eu
cd "$(dirname "$0")/.."
tests/tools/packages.sh
cmake --preset release
cmake --build --preset release
echo
.build/release/motaudit audit samples "$@"
