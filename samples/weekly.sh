#!/bin/sh
# weekly.sh EXPORTS REPORTS [WEEK]: judges the exports in a folder and reports on a week (2026-W47; last week unless given), against the
# week before where the folder holds it as well. In the folder REPORTS it leaves cards.jsonl, WEEK.md to pass on, WEEK.csv for
# spreadsheets and WEEK-coaching.txt; the report itself goes to standard output, which cron mails:
#     MAILTO=team-leader@example.com
#     30 6 * * 1  sh /opt/motaudit/weekly.sh /srv/exports /srv/reports
# MOTAUDIT names the program, ZONE the clock to go by (+11:00). Exit status: that of motaudit(1), the highest of all its runs.
set -u
if [ $# -lt 2 ] || [ $# -gt 3 ]; then
    echo "usage: weekly.sh EXPORTS REPORTS [WEEK]" >&2
    exit 2
fi
program=${MOTAUDIT:-motaudit}
exports=$1
reports=$2
week=${3:-$(date -d '7 days ago' +%G-W%V)} || exit 2
mkdir -p "$reports" || exit 4

worst=0
run() {
    "$program" "$@"
    status=$?
    if [ "$status" -gt "$worst" ]; then worst=$status; fi
    case $status in 0 | 1 | 3) ;; *) exit "$status" ;; esac
}

run audit --format jsonl --quiet -o "$reports/cards.jsonl" "$exports"
set -- --week "$week" ${ZONE:+--zone "$ZONE"}
run report "$@" "$reports/cards.jsonl"
run report "$@" --format markdown -o "$reports/$week.md" "$reports/cards.jsonl"
run report "$@" --format csv --by agent,team,channel,account,site,language,day -o "$reports/$week.csv" "$reports/cards.jsonl"
run report "$@" --coaching all -o "$reports/$week-coaching.txt" "$reports/cards.jsonl"
exit "$worst"
