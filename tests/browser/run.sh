#!/bin/sh
# run.sh PROGRAM FOLDER [COUNT]: makes html reports, one of 100,000 conversations (or COUNT) among them, holds them against html-validate and clicks
# through them in headless Chromium. Installs what it needs into FOLDER from the lock file here. What is missing fails the test.
set -eu
program=$1
count=${3-100000}
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

# audit FORMAT OUT IN OPTION: exit status 1 is a bar that was missed, which some of these do.
audit() {
    "$program" audit --no-progress --quiet --format "$1" -o "$2" "$3" $4 || [ $? = 1 ]
}
node talks.mjs "$here/../corpora" 250 >week.jsonl
node talks.mjs "$here/../corpora" "$count" >large.jsonl
node hostile.mjs >hostile.jsonl
audit html week.html week.jsonl --no-redact
audit html brief.html week.jsonl --brief
audit html hostile.html hostile.jsonl --no-redact
times >began
audit jsonl large.cards large.jsonl "--brief"
times >between
audit html large.html large.jsonl ""
times >ended
# The second line of each: the processor time of what was run so far, as "0m1.23s 0m0.45s".
awk -v count="$count" 'FNR == 2 { gsub("[ms]", " "); cpu[++n] = $1 * 60 + $2 + $3 * 60 + $4 }
    END { judging = cpu[2] - cpu[1]; page = cpu[3] - cpu[2]
          printf "%d conversations: judged in %.1f s of processor time, with the page in %.1f s\n", count, judging, page
          exit page > judging + 20 }' began between ended ||
    { echo "the page takes more than 20 s of processor time, 10 s on two cores, beyond the judging" >&2; exit 1; }
ls -l ./*.html | awk '{ printf "%s %.1f MB\n", $NF, $5 / 1e6 }'
rm large.cards

status=0
npx html-validate --config htmlvalidate.json week.html brief.html hostile.html || status=1
node check.mjs "$chromium" week.html large.html hostile.html brief.html "$count" || status=1
exit "$status"
