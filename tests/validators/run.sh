#!/bin/sh
# run.sh PROGRAM UNIT_TESTS FOLDER: holds Markdown, JUnit and SARIF reports of the samples, of many conversations and of hostile texts
# against the schemas, sarif-multitool and a renderer. Installs what it needs into FOLDER from the lock file here. What is missing
# fails the test.
set -eu
program=$1
units=$2
mkdir -p "$3"
folder=$(cd "$3" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
cannot() {
    echo "THE VALIDATORS CANNOT RUN: $*" >&2
    exit 1
}
for tool in xmllint cmark-gfm python3 npm; do
    command -v "$tool" >/dev/null || cannot "no $tool; tests/tools/packages.sh tests/validators/packages.txt installs it"
done
python3 -c 'import jsonschema' || cannot "no python3-jsonschema"

cp "$here"/*.json "$folder"
cd "$folder"
if ! cmp -s package-lock.json installed; then
    for try in 1 2 3; do
        if npm ci --no-audit --no-fund --loglevel=error; then break; fi
        [ "$try" != 3 ] || cannot "npm ci failed; it needs a registry of npm packages"
        sleep 5
    done
    cp package-lock.json installed
fi
# The wrapper parts arguments at semicolons, and the package's script that sets the bit may not have been run.
multitool=$folder/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod u+x "$multitool" || cannot "sarif-multitool has no program for this machine"

rm -f ./*.markdown ./*.junit ./*.sarif ./*.github
MOTAUDIT_REPORTS_TO=$folder "$units" --test-case="hostile texts in every place*" --no-intro --no-version >units.log || {
    cat units.log
    exit 1
}
# Enough conversations for more results than one run of SARIF holds.
for copy in $(seq 1 3); do sed "s/\"id\": *\"/&$copy-/" "$here/../corpora/fresh-cases.jsonl"; done >many.jsonl
for format in markdown junit sarif github; do
    "$program" audit --quiet --no-progress --format "$format" -o "samples.$format" "$here/../../samples"
    "$program" audit --quiet --no-progress --format "$format" -o "many.$format" many.jsonl
    [ -s "hostile.$format" ] || cannot "the unit tests wrote no hostile.$format"
done

status=0
fail() {
    echo "$*" >&2
    status=1
}
for report in *.junit; do
    xmllint --noout --schema "$here/../schemas/junit-10.xsd" "$report" || fail "$report is not valid"
done
python3 "$here/check_sarif.py" "$here/../schemas/sarif-schema-2.1.0.json" ./*.sarif || status=1
grep -q '"id":"motaudit/2/"' many.sarif || fail "many.sarif was not parted into runs"
for report in *.sarif; do
    # It ends with status 0 whatever it finds.
    "$multitool" validate --max-file-size-in-kb 100000 "$report" >multitool.log 2>&1 || fail "sarif-multitool broke off on $report"
    grep -q '^Analysis completed successfully' multitool.log || fail "sarif-multitool did not finish on $report"
    if grep -E ': error [A-Z]+[0-9]+' multitool.log | head -5 | grep .; then fail "$report: faults found by sarif-multitool"; fi
    echo "$report: sarif-multitool: $(grep -cE ': warning [A-Z]+[0-9]+' multitool.log || true) warnings"
done
for report in *.markdown; do
    # Links, pictures and markup of any other kind can only come from a text.
    cmark-gfm --unsafe -e table -e strikethrough -e autolink -e tasklist "$report" >rendered.html
    tags=$(grep -oE '<[^ >]*' rendered.html | tr -d '</' | sort -u | tr '\n' ' ')
    [ "$tags" = "code h1 h2 li p table tbody td th thead tr ul " ] || fail "$report renders to: $tags"
    grep -cE '^## (PASS|FAIL)' "$report" >sections
    grep -cE '^<h2>(PASS|FAIL)' rendered.html | cmp -s - sections || fail "$report: not every section is one"
done
for report in *.github; do
    if grep -vE '^::error (file=[^:,]+,)?(line=[0-9]+,col=[0-9]+,(endLine=[0-9]+,)?(endColumn=[0-9]+,)?)?title=[^:,]*(%[23A-F0-9]{2}[^:,]*)*::' "$report" | head -3 | grep .; then
        fail "$report: lines that are no annotation"
    fi
done
exit "$status"
