#!/usr/bin/env python3
"""hostile.py EHC [--seconds N] - damaged and outsized files: an answer in bounded time, never a crash.

Runs `ehc check` for people and for programs over corpus/hostile/ and over what make-hostile.py makes. Every run must end by
itself with 0, 1 or 2; its output must be UTF-8 without control characters, its JSON must parse, and each line number in
it must be a line of the file.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def faults(ehc, path, seconds):
    # Findings on XML are numbered by the lines of the plan in it, which a file of one line may hold many of.
    lines = open(path, "rb").read().count(b"\n") + 1 if path.endswith(".ehc") else 1 << 30
    for format in ("text", "json"):
        try:
            run = subprocess.run([ehc, "check", "--as-of", "2026-05-01", "--format", format, path], capture_output=True, timeout=seconds)
        except subprocess.TimeoutExpired:
            yield f"{format}: not done in {seconds} seconds"
            continue
        if run.returncode not in (0, 1, 2):
            yield f"{format}: ended with {run.returncode}: {run.stderr[-300:]!r}"
            continue
        try:
            out = run.stdout.decode("utf-8")
        except UnicodeDecodeError as e:
            yield f"{format}: the output is not UTF-8: {e}"
            continue
        if CONTROL.search(out):
            yield f"{format}: a control character reaches the output"
        if format == "json":
            for file in json.loads(out)["files"]:
                if any(not 1 <= f["line"] <= f["end_line"] <= lines for f in file["findings"]):
                    yield "json: a line number is no line of the file"


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("ehc")
    ap.add_argument("--seconds", type=int, default=240)
    a = ap.parse_args()
    ehc = os.path.abspath(a.ehc)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([sys.executable, os.path.join(ROOT, "tests", "make-hostile.py"), made], check=True, stdout=subprocess.DEVNULL)
        paths = sorted(glob.glob(os.path.join(ROOT, "corpus", "hostile", "*.[ex][hm][cl]")) + glob.glob(os.path.join(made, "*.[ex][hm][cl]")))
        for path in paths:
            wrong = list(faults(ehc, path, a.seconds))
            passed, failed = passed + (not wrong), failed + bool(wrong)
            for fault in wrong:
                print(f"FAIL hostile: {os.path.basename(path)}: {fault}")
    print(f"hostile: {passed} passed, {failed} failed")
    return failed != 0 or passed == 0


if __name__ == "__main__":
    sys.exit(main())
