#!/usr/bin/env python3
"""meaning.py EHC - laying a file out changes nothing that it says.

A copy of the corpus is laid out by `ehc fmt`; every file of it must then give the same findings as before: the same rules
on the same items and words, white space folded. Laying it out again must change no byte. Files that fmt refuses stay as
they are, and give the same findings for that reason.

Then the lines of each plan are broken at half the width, and less: the same rules must find the same items, wherever a line happens to end.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
AS_OF = "2026-05-01"
WIDTHS = (50, 40, 31)


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


def narrow(text, width):
    """The same with the words of its texts in lines of that width. A word stays where it is if it might be taken for a label, an id or a list there."""
    lines = []
    for line in text.split("\n"):
        indent, label, rest = re.match(r"(\s*)([A-Za-z][^:]{0,40}:)?(.*)", line).groups()
        words = rest.split(" ")
        further = indent if label is None and indent else indent + "    "
        current = indent + (label or "") + words[0]
        for i, word in enumerate(words[1:], 1):
            stays = word == "" or line.lstrip().startswith(("#", "-", "[")) or ":" in " ".join(words[i:i + 6]) or re.match(r"[#*|-]|[A-K]\d|\d+[.)]", word)
            if len(current) + 1 + len(word) > width and i > 1 and not stays:
                lines.append(current)
                current = further + word
            else:
                current += " " + word
        lines.append(current)
    return "\n".join(lines)


def of_items(facts):
    return {path: sorted(set(json.dumps(json.loads(one)[:4]) for one in found)) for path, found in facts.items()}


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
        for width in WIDTHS:
            for path, data in once.items():
                if data.startswith((b"EHC plan:", b"health care plan:")):
                    with open(path, "w", encoding="utf-8") as out:
                        out.write(narrow(data.decode(), width))
            wide, broken = of_items(after), of_items(findings(ehc, copy))
            for path in sorted(wide):
                good = wide[path] == broken.get(path)
                passed, failed = passed + good, failed + (not good)
                if not good:
                    print(f"FAIL meaning: {path}, in lines of {width}:")
                    for line in sorted(set(wide[path]) ^ set(broken.get(path, []))):
                        print("  ", "laid out" if line in wide[path] else "broken  ", line)
    print(f"meaning: {passed} passed, {failed} failed")
    return failed != 0 or passed == 0


if __name__ == "__main__":
    sys.exit(main())
