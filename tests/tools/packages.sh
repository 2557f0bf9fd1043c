#!/bin/sh
# packages.sh [LIST]: installs what a list, tests/packages.txt unless told, names and this machine lacks.
set -eu
wanted=$(sed 's/#.*//' "${1-$(dirname "$0")/../packages.txt}")
missing=
for entry in $wanted; do
    package=${entry%%:*}
    if [ "$package" != "$entry" ] && command -v "${entry#*:}" >/dev/null; then continue; fi
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then as_root=
elif command -v sudo >/dev/null; then as_root=sudo
else
    echo "missing packages; as root: apt-get install$missing" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
$as_root apt-get install -q -y --no-install-recommends $missing
