#!/bin/sh
# How fast files are read, a core: whole processes of the release build over files made of tests/corpora. They are read whole, and
# judged by the standard of case records, which has nothing for their channels: each conversation is skipped.
# usage: readers.sh [MEGABYTES [PROGRAM]]     (100, and the release build, which is built first)
set -eu
cd "$(dirname "$0")/../.."
megabytes=${1:-100}
program=${2:-.build/release/motaudit}
if [ $# -lt 2 ]; then
    cmake --preset release >/dev/null
    cmake --build --preset release >/dev/null
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 tests/bench/readers.py "$program" "$megabytes" "$work"
