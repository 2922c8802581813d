#!/usr/bin/python3
"""schema.py EHC - the JSON of every plan in the corpus, and of runs that go wrong, against templates/schema.

Beyond the schema it checks what a schema cannot say: that each place lies in the file, that `text` is what stands at that
place, that the summary counts what the findings say, and that one changed key is enough to be refused.
"""
import copy
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import jsonschema

from tally import Tally

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SCHEMA = json.load(open(os.path.join(ROOT, "templates/schema/findings.schema.json"), encoding="utf-8"))
tally = Tally("schema")
verdict = tally.verdict


def findings(ehc, *arguments, stdin=None):
    run = subprocess.run([ehc, "check", "--format", "json", "--as-of", "2026-05-01", *arguments], input=stdin,
                         capture_output=True, check=False)
    if run.returncode not in (0, 1, 2):
        raise RuntimeError(f"ehc ended with {run.returncode}: {run.stderr.decode(errors='replace')}")
    return json.loads(run.stdout)


def offset(lines, line, column):
    """Code points from the start of the text."""
    return sum(len(text) for text in lines[: line - 1]) + column - 1


def places_hold(report, path, text):
    lines = re.findall(r"[^\n]*\n|[^\n]+$", text)
    for finding in report["findings"]:
        start = offset(lines, finding["line"], finding["column"])
        end = offset(lines, finding["end_line"], finding["end_column"])
        inside = 0 <= start <= end <= len(text)
        same = finding["text"] is None or text[start:end] == finding["text"]
        verdict(inside and same, f"{path}:{finding['line']}:{finding['column']}: {finding['rule']}: the place does not hold its text")


def counts_hold(document, path):
    rank = {"note": 0, "warning": 1, "error": 2}
    counts = dict.fromkeys(("errors", "warnings", "notes", "accepted", "missed", "todo"), 0)
    for report in document["files"]:
        groups = {}
        for finding in report["findings"]:
            groups.setdefault(finding["group"], []).append(finding)
        for group in groups.values():
            open_ones = [f for f in group if f["accepted"] is None]
            lead = max(open_ones, key=lambda f: rank[f["severity"]], default=None)
            if lead is None:
                counts["accepted"] += 1
            elif lead["class"] == "process":
                counts["missed"] += 1
            elif lead["todo"]:
                counts["todo"] += 1
            else:
                counts[lead["severity"] + "s"] += 1
    said = {k: document["summary"][k] for k in counts}
    verdict(said == counts, f"{path}: the summary says {said}, the findings {counts}")


def is_valid(validator, document, path):
    errors = [f"{'/'.join(map(str, e.path))}: {e.message}" for e in validator.iter_errors(document)]
    verdict(not errors, f"{path}: {'; '.join(errors[:3])}")


def refuses_changes(validator, document):
    """The schema is strict: no key may be added, renamed or left out."""
    for key in document["files"][0]["findings"][0]:
        one = copy.deepcopy(document)
        one["files"][0]["findings"][0].pop(key)
        verdict(not validator.is_valid(one), f"a finding without {key} is not refused")
        one["files"][0]["findings"][0][key + "s"] = None
        verdict(not validator.is_valid(one), f"a finding with {key}s is not refused")


def main():
    ehc = sys.argv[1]
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    plans = sorted(glob.glob(os.path.join(ROOT, "corpus/plans/*/*.ehc")))
    verdict(len(plans) > 0, "there is no plan in corpus/plans")
    with_findings = None
    for path in plans:
        document = findings(ehc, path)
        with open(path, encoding="utf-8-sig", newline="") as f:
            text = f.read()
        is_valid(validator, document, path)
        places_hold(document["files"][0], path, text)
        counts_hold(document, path)
        if document["files"][0]["findings"]:
            with_findings = document
    verdict(with_findings is not None, "no plan of the corpus has a finding")
    if with_findings is not None:
        refuses_changes(validator, with_findings)
    for name, text in (("nothing", b""), ("bytes", b"EHC plan: X\n\xff\xfe\x00 provision F1: \xc3\n"), ("text", b"no plan at all\n")):
        is_valid(validator, findings(ehc, "-", "--stdin-name", name, stdin=text), name)
    with tempfile.TemporaryDirectory() as folder:
        document = findings(ehc, os.path.join(folder, "absent.ehc"), plans[0])
        is_valid(validator, document, "a file that is not there")
        verdict(document["files"][0]["failure"] is not None and document["summary"]["failed"] == 1, "a missing file has no failure")
        counts_hold(document, "a file that is not there")
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
