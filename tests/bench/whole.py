"""Times whole processes: see run.sh."""

import json
import os
import resource
import statistics
import subprocess
import sys
import time

CORPORA = ["tests/corpora/oppo-cases.jsonl", "tests/corpora/real-chats.jsonl", "tests/corpora/ibm-care-dev.jsonl"]
RUNS = 5


def build_export(path, size):
    """The corpora over and over until `size` bytes, every conversation with an id of its own."""
    talks = [json.loads(line) for name in CORPORA if os.path.exists(name) for line in open(name, encoding="utf-8")]
    talks = [talk for talk in talks if talk["channel"] != "case"]
    written = count = 0
    with open(path, "w", encoding="utf-8") as out:
        while written < size:
            for talk in talks:
                count += 1
                line = json.dumps({**talk, "id": f"{talk['id']}-{count}"}, ensure_ascii=False) + "\n"
                out.write(line)
                written += len(line.encode())
    return written, count


def run(command, accept=(0, 1), **environment):
    """CPU seconds, wall seconds and peak memory in MiB of one process; its output is thrown away."""
    begin = time.monotonic()
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=nothing, env={**os.environ, **environment})
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in accept:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024


def medians(runs):
    return [statistics.median(column) for column in zip(*runs)]


def main():
    program, megabytes, work = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    export = os.path.join(work, "export.jsonl")
    size, count = build_export(export, megabytes * 1_000_000)
    print(f"{size / 1e6:.0f} MB of JSONL, {count} conversations; medians of {RUNS} runs, in turn with wc -w")

    brief = [program, "audit", "--format", "jsonl", "--brief", "--quiet"]
    words, one, two, full = [], [], [], []
    for _ in range(RUNS):
        words.append(run(["wc", "-w", export], LC_ALL="C.UTF-8"))
        one.append(run([*brief, "-j", "1", export]))
        two.append(run([*brief, "-j", "2", export]))
        full.append(run([program, "audit", "--format", "jsonl", "--quiet", "-j", "1", export]))
    base = medians(words)
    print(f"{'':34}{'CPU s':>8}{'wall s':>8}{'MB/s':>8}{'talks/s':>10}{'MiB':>7}{'x wc -w':>9}")
    for name, runs in (("wc -w", words), ("--brief, one thread", one), ("--brief, two threads", two), ("full scorecards, one thread", full)):
        cpu, wall, memory = medians(runs)
        print(f"{name:34}{cpu:8.2f}{wall:8.2f}{size / 1e6 / wall:8.0f}{count / wall:10.0f}{memory:7.0f}{cpu / base[0]:9.2f}")

    mail = os.path.join(work, "one.eml")
    with open("samples/email-good.eml", "rb") as sample, open(mail, "wb") as out:
        out.write(sample.read())
    cold = medians([run([program, "audit", mail]) for _ in range(21)])
    print(f"one short mail, cold process: {cold[1] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
