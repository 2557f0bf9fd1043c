"""check_sarif.py SCHEMA FILE…: each file against the schema, and what a schema cannot say of it."""
import json
import sys

import jsonschema


def faults(log, validator):
    for error in validator.iter_errors(log):
        yield f"/{'/'.join(map(str, error.path))}: {error.message[:200]}"
    if len(log["runs"]) > 20:
        yield f"{len(log['runs'])} runs"
    ids = [run["automationDetails"]["id"] for run in log["runs"]]
    if len(set(ids)) != len(ids):
        yield "two runs of one id"
    for at, run in enumerate(log["runs"]):
        rules = run["tool"]["driver"]["rules"]
        if len(run["results"]) > 25000:
            yield f"run {at}: {len(run['results'])} results"
        for result in run["results"]:
            index = result.get("ruleIndex")
            if index is not None and rules[index]["id"] != result["ruleId"]:
                yield f"run {at}: rule {index} is not {result['ruleId']}"
            if (result["kind"] == "fail") == (result["level"] == "none"):
                yield f"run {at}: {result['kind']} with level {result['level']}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        validator = jsonschema.Draft4Validator(json.load(file))
    status = 0
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            log = json.load(file)
        found = list(faults(log, validator))
        for fault in found[:20]:
            print(f"{path}: {fault}")
        results = sum(len(run["results"]) for run in log["runs"])
        print(f"{path}: {len(log['runs'])} runs, {results} results, {len(found)} faults")
        status |= bool(found)
    return status


sys.exit(main())
