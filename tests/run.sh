#!/bin/sh
# Everything that must hold before a change is merged: installs the Debian packages that are missing, builds with warnings as
# errors, runs all tests. Ends with ctest's summary.
set -eu
cd "$(dirname "$0")/.."
tests/tools/packages.sh
tests/tools/packages.sh tests/validators/packages.txt
tests/tools/packages.sh tests/browser/packages.txt
cmake --preset ci
cmake --build --preset ci
ctest --preset ci -j "$(nproc)" "$@"
