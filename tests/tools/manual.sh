#!/bin/sh
# manual.sh PROGRAM MANUAL: the manual and the program's help name the same options, and the manual every command.
set -eu
program=$1
manual=$2
helps=$({
    "$program" --help
    for command in audit calibrate convert explain fix report standard; do "$program" "$command" --help; done
    for action in list show check test; do "$program" standard "$action" --help; done
})
in_help=$(echo "$helps" | sed -n 's/^  \(-.,\)\{0,1\} *\(--[a-z-]*\).*/\2/p' | sort -u)
in_manual=$(sed 's/\\-/-/g' "$manual" | grep -oE -e '--[a-z]+(-[a-z]+)*' | sort -u)
if [ "$in_help" != "$in_manual" ]; then
    echo "help and manual differ (< help, > manual):" >&2
    echo "$in_help" >"${TMPDIR:-/tmp}/help.$$"
    echo "$in_manual" | diff "${TMPDIR:-/tmp}/help.$$" - >&2 || true
    rm -f "${TMPDIR:-/tmp}/help.$$"
    exit 1
fi
for command in audit calibrate convert explain fix report standard help; do
    grep -q "^\.SS.*$command" "$manual" || {
        echo "the manual does not tell of $command" >&2
        exit 1
    }
done
