#!/usr/bin/python3
"""round_trip.py EHC - a plan, printed as a web page and imported again, says the same as before.

Every plan of the corpus is built to HTML and imported. Then its model (tests/dump.c) and its fields are compared, entry by entry: head, child,
timeline, sections, texts, items, their fields and their ties. What the printed plan does not hold is listed in NOT_PRINTED, and what the
import adds in ADDED; nothing else may differ.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

ehc = os.path.abspath(sys.argv[1]) if len(sys.argv) >= 2 else sys.exit("usage: tests/round_trip.py EHC [-v]")
dump = os.path.join(os.path.dirname(ehc), "tests", "dump")
verbose = "-v" in sys.argv
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Fields for those who work on the plan, and what only stands in its file.
NOT_PRINTED = {"note", "accept", "repeat", "profile", "do not print", "photo", "used profile", "uses profile", "unplaced", "because of"}
# Marks that the import sets on what nobody has compared with the draft yet.
ADDED = {"unconfirmed"}
# Compared as ties of the model, however a plan says them.
TIES = {"for", "towards", "supports", "pays for"}
# Lines of the model that follow from the order in which items stand, or from counting.
COUNTED = re.compile(r"cited: |given in: |status as written|row: |assumed|area: |twin|name: |post: ")
# The print has titles of its own for the sections, and shows the family those dates alone that concern them.
PRINTED_DATES = {"draft sent", "views by", "final issued", "review due", "amendment notice", "amendment views by", "amended final issued", "review meeting", "first plan"}


def run(*arguments, folder=None):
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=120, cwd=folder, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"round-trip: {' '.join(arguments)} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def flat(text):
    return re.sub(r"\s+", " ", text.replace("–", "-").replace("’", "'")).strip().lower().rstrip(".")


def model(path):
    """{entry: the lines of it}; texts of one kind are one entry."""
    found, name, dates = {}, "", False
    for line in run(dump, path).splitlines():
        if not line.startswith(" "):
            name = re.sub(r" (section \".*|present .*)", "", line)
            if re.match(r"row|area|document|timeline", name):
                name = "head" if name[0] in "dt" else name.split(" ")[0]
            found.setdefault(name, [])
            dates = line == "timeline"
        elif dates and line.strip().split(":")[0] not in PRINTED_DATES:
            continue
        elif not COUNTED.search(line) and line.strip().split(":")[0] not in NOT_PRINTED and not (name.startswith("section") and line.startswith("  title:")):
            found[name].append(flat(line).replace(" by row", ""))
    return {k: sorted(set(v)) for k, v in found.items() if k not in ("row", "area")}


def fields(path):
    """{(item, label): its texts} of the canonical text, for fields that the model keeps as words only."""
    found, item, last = {}, "", None
    for line in run(ehc, "fmt", "--stdout", path).splitlines():
        head = re.match(r"([a-z ']+ [A-Z]+[\d.]+[a-z]?):", line)
        own = re.match(r"  ([A-Za-z][^:]*):(?: (.*))?$", line)
        if head:
            item, last = head[1], None
        elif line and not line.startswith((" ", "#")):
            item, last = "", None
        elif own and item and not line.startswith("    "):
            label = re.sub(r" \d[\d.]*$", "", own[1])
            if label not in NOT_PRINTED | ADDED | TIES:
                last = found.setdefault((item, label), [])
                last.append(own[2] or "")
            else:
                last = None
        elif line.startswith("      ") and last:
            last[-1] += " " + line.strip()
    return {k: sorted(flat(t) for t in v) for k, v in found.items()}


def compare(name, before, after):
    failed = 0
    for key in sorted(set(before) | set(after), key=str):
        old, new = before.get(key) or [], after.get(key) or []
        if key == "text standard text":
            # They are printed one after the other without a mark where one ends, and the house adds words of its own.
            new = [x for x in old if x.removeprefix("text: ") in " ".join(new)]
        if old == new and (key in before or key == "text standard text") == (key in after or key == "text standard text"):
            continue
        failed += 1
        if verbose or failed <= 5:
            print(f"FAIL round-trip: {name}: {key}:\n    lost  {[x for x in old if x not in new]}\n    found {[x for x in new if x not in old]}")
    return failed


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as work:
        plans = os.path.join(work, "plans")
        shutil.copytree(os.path.join(ROOT, "corpus", "plans"), plans)
        for case in sorted(os.listdir(plans)):
            plan, page, back = (os.path.join(plans, case, x) for x in ("plan.ehc", "plan.html", "back.ehc"))
            if not os.path.exists(plan):
                continue
            text = open(plan, encoding="utf-8").read()
            with open(plan, "w", encoding="utf-8") as f:
                f.write(text.replace("  status: agreed\n", "  status: draft\n", 1))     # an agreed one with faults is not printed
            run(ehc, "build", "-q", "--fail-on", "never", "--to", "html", "-o", page, plan)
            run(ehc, "import", "-q", "-o", back, page)
            bad = compare(case, model(plan), model(back)) + compare(case, fields(plan), fields(back))
            total = len(model(plan)) + len(fields(plan))
            passed += total - bad
            failed += bad
    print(f"round-trip: {passed} passed, {failed} failed")
    return failed != 0 or passed == 0


if __name__ == "__main__":
    sys.exit(main())
