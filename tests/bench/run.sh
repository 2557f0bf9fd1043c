#!/bin/sh
# Whole processes of the release build against wc -w on the same text: CPU seconds, memory, and one mail from a cold start.
# usage: run.sh [MEGABYTES]     (100 by default; the export is made of tests/corpora, with ids of its own for each copy)
set -eu
cd "$(dirname "$0")/../.."
megabytes=${1:-100}
cmake --preset release >/dev/null
cmake --build --preset release >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
exec python3 tests/bench/whole.py .build/release/motaudit "$megabytes" "$work"
