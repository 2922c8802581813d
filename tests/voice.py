#!/usr/bin/env python3
"""voice.py EHC - how the program speaks to people.

Over every rule, its explanation, every finding on the corpus and the quality reports: nothing calls a plan, an item or an
authority lawful or unlawful; no suggestion holds a figure that does not stand in advice beside the plan; no message and no
help ends without a full stop or question mark, or with two.
"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VERDICT = re.compile(r"\b(un)?law(ful|fully|fulness)\b|\billegal(ly)?\b|\bbreach(es|ed)? (of )?(the )?(law|duty|act)\b", re.I)
FIGURE = re.compile(r"\b(?!24 hours)\d+ ?(minutes?|hours?|weeks?|mg|ml|micrograms?|puffs?|units?|sessions?)\b")


def run(ehc, *args, cwd=ROOT):
    done = subprocess.run([ehc, *args], cwd=cwd, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"voice: ehc {' '.join(args)} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def is_of_advice(suggestion, plan):
    """The figures stand word for word in a report in the plan's folder, and the suggestion says so."""
    said = re.search(r'^.+ recommends "(.+)"$', suggestion)
    if said is None:
        return False
    reports = [open(p, encoding="utf-8").read() for p in glob.glob(os.path.join(ROOT, os.path.dirname(plan), "*.ehc")) if not p.endswith(os.path.basename(plan))]
    return any(said.group(1) in re.sub(r"\s+", " ", text) for text in reports if text.startswith("advice report"))


def main():
    ehc = os.path.abspath(sys.argv[1])
    wrong, checked = [], 0
    rules = json.loads(run(ehc, "rules", "--format", "json"))["rules"]
    texts = [(rule["rule"], " ".join(str(v) for v in rule.values())) for rule in rules]
    texts += [(rule["rule"], run(ehc, "explain", rule["rule"])) for rule in rules]
    files = json.loads(run(ehc, "check", "--format", "json", "--as-of", "2026-05-01", "--fail-on", "never", "corpus/plans", "corpus/rules"))["files"]
    for file in files:
        for f in file["findings"]:
            own = [f[k] or "" for k in ("message", "help", "suggestion")]
            texts.append((f["rule"], " ".join(own)))
            if not re.search(r"[^.?!][.?!]\"?$", f["message"]):
                wrong.append(f"{f['rule']}: the message does not end as a sentence: {f['message']}")
            house = f["rule"] == "HOUS-002"     # the house's own words
            if f["help"] and not house and f["help"] != f["suggestion"] and (not re.search(r"[.?!]\"?$", f["help"]) or ".. " in f["help"]):
                wrong.append(f"{f['rule']}: the help does not end as a sentence: {f['help']}")
            if f["suggestion"] and FIGURE.search(f["suggestion"]) and not is_of_advice(f["suggestion"], file["path"]):
                wrong.append(f"{f['rule']}: a suggestion holds a figure that no advice beside the plan holds: {f['suggestion']}")
    with tempfile.TemporaryDirectory() as out:
        for plan in sorted(glob.glob(os.path.join(ROOT, "corpus", "plans", "*", "plan.ehc"))):
            name = os.path.basename(os.path.dirname(plan))
            page = os.path.join(out, name + ".html")
            done = subprocess.run([ehc, "qa", "-q", "--as-of", "2026-05-01", "--fail-on", "never", "-o", page, plan], capture_output=True)
            if done.returncode == 0 and os.path.exists(page):
                texts.append((name, re.sub(r"<[^>]*>", " ", open(page, encoding="utf-8").read())))
    for where, text in texts:
        checked += 1
        hit = VERDICT.search(text)
        if hit:
            wrong.append(f"{where}: says \"{hit.group()}\": ...{text[max(0, hit.start() - 60):hit.end() + 30]}...")
    for line in wrong:
        print("FAIL voice:", line)
    print(f"voice: {checked - len(wrong)} passed, {len(wrong)} failed")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
