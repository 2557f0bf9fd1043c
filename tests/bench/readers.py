"""Times reading alone: see readers.sh."""

import csv
import glob
import json
import os
import re
import subprocess
import sys

from whole import CORPORA, build_export, medians, run

RUNS = 3

READ = ["audit", "--standard", "complaint-record", "--format", "jsonl", "--brief", "-j", "1"]
MAP = """format = "csv"
[columns]
id = "conversation"
speaker = "sender"
time = "at"
text = "message"
[constants]
channel = "chat"
[speaker]
"Operator" = "agent"
"Visitor" = "customer"
[time]
format = "seconds"
"""
NAMES = {"agent": "Agent", "customer": "Customer"}


def talks():
    """The conversations of the corpora that people have, over and over."""
    all_talks = [json.loads(line) for name in CORPORA for line in open(name, encoding="utf-8")]
    spoken = [talk["turns"] for talk in all_talks if talk["channel"] not in ("case", "template", "email")]
    spoken = [[turn for turn in turns if turn["speaker"] in NAMES and turn.get("text", "").strip()] for turns in spoken]
    while True:
        yield from filter(None, spoken)


def clock(seconds, mark):
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}000"


def one_line(text):
    return " ".join(text.split())


def as_webvtt(turns):
    cues = (f"{clock(4 * i, '.')} --> {clock(4 * i + 3, '.')}\n<v {NAMES[t['speaker']]}>"
            f"{one_line(t['text']).replace('&', '&amp;').replace('<', '&lt;').replace('-->', '--')}\n" for i, t in enumerate(turns))
    return "WEBVTT\n\n" + "\n".join(cues)


def as_srt(turns):
    return "\n".join(f"{i + 1}\n{clock(4 * i, ',')} --> {clock(4 * i + 3, ',')}\n{NAMES[t['speaker']]}: {one_line(t['text'])}\n"
                     for i, t in enumerate(turns))


def as_text(turns):
    return "".join(f"[{clock(4 * i, '.')[:8]}] {NAMES[t['speaker']]}: {one_line(t['text'])}\n" for i, t in enumerate(turns))


def build_calls(folder, extension, write, size):
    """Calls of half an hour, a file each: some 40 kB."""
    os.mkdir(folder)
    written = count = 0
    source = talks()
    while written < size:
        turns = []
        while len(turns) < 450:
            turns += next(source)
        text = write(turns).encode()
        with open(f"{folder}/call-{count:05}.{extension}", "wb") as out:
            out.write(text)
        written += len(text)
        count += 1
    return written, count


def build_table(path, size):
    count = 0
    with open(path, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["conversation", "at", "sender", "message"])
        for turns in talks():
            count += 1
            rows.writerows([f"c-{count}", 4 * i, "Operator" if t["speaker"] == "agent" else "Visitor", t["text"]]
                           for i, t in enumerate(turns))
            if out.tell() > size:
                break
    return os.path.getsize(path), count


def build_mailbox(path, size):
    """Messages of real mail programs, those that are made to break readers left out by their size."""
    mails = [open(name, "rb").read() for name in sorted(glob.glob("tests/corpora/mime/*.eml"))]
    mails = [mail for mail in mails if 300 < len(mail) < 20000 and b"\n\n" in mail.replace(b"\r\n", b"\n")]
    count = 0
    with open(path, "wb") as out:
        while out.tell() < size:
            for mail in mails:
                count += 1
                out.write(b"From bench@example.com Mon Mar  3 10:00:00 2025\n")
                out.write(mail.replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ") + b"\n\n")
    return os.path.getsize(path), count


def check(told, name):
    """A run that read nothing, or judged, measures nothing."""
    counts = re.search(r"judged (\d+) \+ skipped (\d+) \+ unreadable (\d+) = read", told)
    if not counts or counts[1] != "0" or int(counts[2]) < 20 * int(counts[3]):
        sys.exit(f"{name}: not read as it should be: {told[-500:]}")


def main():
    program, megabytes, work = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    size = megabytes * 1_000_000
    table_map = f"{work}/map.toml"
    with open(table_map, "w", encoding="utf-8") as out:
        out.write(MAP)
    inputs = [("canonical JSONL", f"{work}/a.jsonl", build_export(f"{work}/a.jsonl", size), []),
              ("WebVTT", f"{work}/vtt", build_calls(f"{work}/vtt", "vtt", as_webvtt, size), []),
              ("SRT", f"{work}/srt", build_calls(f"{work}/srt", "srt", as_srt, size), []),
              ("plain text", f"{work}/txt", build_calls(f"{work}/txt", "txt", as_text, size), ["--channel", "chat"]),
              ("CSV with a map", f"{work}/a.csv", build_table(f"{work}/a.csv", size), ["--map", table_map]),
              ("mbox", f"{work}/a.mbox", build_mailbox(f"{work}/a.mbox", size), [])]
    read = [program, *READ]
    start = medians([run([*read, "--channel", "chat", "samples/chat-good.txt"], accept=(2,)) for _ in range(RUNS)])[0]
    print(f"{megabytes} MB each, a core; CPU seconds of the whole process without its start ({start * 1000:.0f} ms); medians of {RUNS}")
    print(f"{'':18}{'CPU s':>8}{'MB/s':>8}{'talks/s':>10}{'MiB':>7}")
    for name, path, (written, count), options in inputs:
        check(subprocess.run([*read, *options, path], stderr=subprocess.PIPE, text=True).stderr, name)
        cpu, _, memory = medians([run([*read, "--quiet", *options, path], accept=(2, 3)) for _ in range(RUNS)])
        cpu = max(cpu - start, 1e-3)
        print(f"{name:18}{cpu:8.2f}{written / 1e6 / cpu:8.0f}{count / cpu:10.0f}{memory:7.0f}")


main()
