#!/bin/sh
# golden.sh PROGRAM FOLDER: runs FOLDER/cmd in a copy of the folder and compares what it prints (out, err) and its exit status
# (status) with the files of these names; what is absent is not compared. MOTAUDIT_ACCEPT=1 writes those that are there anew.
set -eu
program=$(realpath "$1") # asked for from other folders
[ -x "$program" ] || { echo "no program: $program" >&2; exit 1; }
folder=$(cd "$2" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -R "$folder/." "$scratch/here"
SAMPLES=$(cd "$(dirname "$0")/../../samples" && pwd)
export SAMPLES
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/motaudit"
status=0
(cd "$scratch/here" && PATH="$scratch/bin:$PATH" LC_ALL=C sh ./cmd >"$scratch/out" 2>"$scratch/err" </dev/null) || status=$?
echo "$status" >"$scratch/status"
wrong=0
for part in out err status; do
    [ -e "$folder/$part" ] || continue
    if [ -n "${MOTAUDIT_ACCEPT-}" ]; then
        cp "$scratch/$part" "$folder/$part"
    elif ! diff -u "$folder/$part" "$scratch/$part"; then
        wrong=1
    fi
done
if [ "$wrong" = 1 ] && [ "$status" != "$(cat "$folder/status" 2>/dev/null)" ]; then cat "$scratch/err"; fi
exit "$wrong"
