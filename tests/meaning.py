#!/usr/bin/env python3
"""meaning.py EHC - laying a file out changes nothing that it says.

A copy of the corpus is laid out by `ehc fmt`; every file of it must then give the same findings as before: the same rules
on the same items and words, white space folded. Laying it out again must change no byte. Files that fmt refuses stay as
they are, and give the same findings for that reason.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
AS_OF = "2026-05-01"


def findings(ehc, folder):
    run = subprocess.run([ehc, "check", "--format", "json", "--as-of", AS_OF, "--fail-on", "never", "."], cwd=folder, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"meaning: ehc check ended with {run.returncode}: {run.stderr[-500:]}")
    facts = {}
    for file in json.loads(run.stdout)["files"]:
        facts[file["path"]] = sorted(
            json.dumps([f["rule"], f["item"], f["section"], f["severity"], " ".join((f["text"] or "").split())]) for f in file["findings"])
    return facts


def contents(folder):
    return {os.path.join(at, name): open(os.path.join(at, name), "rb").read() for at, _, names in os.walk(folder) for name in names if name.endswith(".ehc")}


def main():
    ehc = os.path.abspath(sys.argv[1])
    passed = failed = 0
    with tempfile.TemporaryDirectory() as copy:
        for name in ("plans", "rules"):
            shutil.copytree(os.path.join(ROOT, "corpus", name), os.path.join(copy, name))
        before = findings(ehc, copy)
        subprocess.run([ehc, "fmt", "."], cwd=copy, capture_output=True)
        once = contents(copy)
        after = findings(ehc, copy)
        subprocess.run([ehc, "fmt", "."], cwd=copy, capture_output=True)
        twice = contents(copy)
        for path in sorted(before):
            good = before[path] == after.get(path) and once[os.path.normpath(os.path.join(copy, path))] == twice[os.path.normpath(os.path.join(copy, path))]
            passed, failed = passed + good, failed + (not good)
            if not good:
                print(f"FAIL meaning: {path}")
                for line in sorted(set(before[path]) ^ set(after.get(path, []))):
                    print("  ", "before" if line in before[path] else "after ", line)
    print(f"meaning: {passed} passed, {failed} failed")
    return failed != 0 or passed == 0


if __name__ == "__main__":
    sys.exit(main())
