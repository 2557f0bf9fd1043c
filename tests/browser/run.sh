#!/bin/sh
# run.sh PROGRAM FOLDER: makes html reports, one of 100,000 conversations among them, holds them against html-validate and clicks
# through them in headless Chromium. Installs what it needs into FOLDER from the lock file here. What is missing fails the test.
set -eu
program=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
cannot() {
    echo "THE BROWSER TEST CANNOT RUN: $*" >&2
    exit 1
}
chromium=$(command -v chromium || command -v chromium-browser) || cannot "no chromium; tests/tools/packages.sh tests/browser/packages.txt installs it"
for tool in node npm; do
    command -v "$tool" >/dev/null || cannot "no $tool; tests/tools/packages.sh tests/browser/packages.txt installs it"
done

cp "$here"/*.json "$here"/*.mjs "$folder"
cd "$folder"
if ! cmp -s package-lock.json installed; then
    for try in 1 2 3; do
        if npm ci --no-audit --no-fund --loglevel=error; then break; fi
        [ "$try" != 3 ] || cannot "npm ci failed; it needs a registry of npm packages"
        sleep 5
    done
    cp package-lock.json installed
fi

# audit FORMAT OUT IN: exit status 1 is a bar that was missed, which some of these do.
audit() {
    "$program" audit --no-progress --quiet --format "$1" -o "$2" "$3" $4 || [ $? = 1 ]
}
seconds() { date +%s.%N; }
node talks.mjs "$here/../corpora" 250 >week.jsonl
node talks.mjs "$here/../corpora" 100000 >large.jsonl
node hostile.mjs >hostile.jsonl
audit html week.html week.jsonl ""
audit html brief.html week.jsonl --brief
audit html hostile.html hostile.jsonl ""
began=$(seconds)
audit jsonl large.cards large.jsonl ""
between=$(seconds)
audit html large.html large.jsonl ""
ended=$(seconds)
echo "$began $between $ended" | awk '{ printf "100,000 conversations: scorecards %.1f s, html %.1f s\n", $2 - $1, $3 - $2; exit $3 - $2 > $2 - $1 + 10 }' ||
    { echo "the html report takes more than 10 s longer than the scorecards" >&2; exit 1; }
ls -l ./*.html | awk '{ printf "%s %.1f MB\n", $NF, $5 / 1e6 }'
rm large.cards

status=0
npx html-validate --config htmlvalidate.json week.html brief.html hostile.html || status=1
node check.mjs "$chromium" week.html large.html hostile.html brief.html || status=1
exit "$status"
