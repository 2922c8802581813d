#!/usr/bin/env python3
"""advice.py EHC [NAME...] - plans beside their advice.

corpus/advice/ holds pairs: a folder each, with advice.ehc (and advice-2.ehc where two professionals wrote), plan.ehc and
expect.txt. An expectation is a line for each thing that the comparison says, in any order: the rule, the item of the plan or
ADVICE/RECOMMENDATION, and the figures or the words for what was lost. An empty file is a faithful plan: nothing may be said.
Every suggestion that holds a figure must hold it in words of the advice.
"""
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAIRS = os.path.join(ROOT, "corpus", "advice")
RULES = {"ADV-007", "ADV-008", "ADV-009", "ADV-017", "ADV-018", "ADV-019", "ADV-020", "ADV-021", "LINK-018", "QUANT-028"}


def check(ehc, folder, *more):
    names = sorted(n for n in os.listdir(folder) if n.startswith("advice") and n.endswith(".ehc"))
    args = [ehc, "check", "--format", "json", "--as-of", "none", "--fail-on", "never", *more]
    for name in names:
        args += ["--advice", name]
    done = subprocess.run(args + ["plan.ehc"], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"advice: {folder}: status {done.returncode}: {done.stderr[-500:]}")
    return json.loads(done.stdout)["files"][0]["findings"], [open(os.path.join(folder, n), encoding="utf-8").read() for n in names]


def line_of(f):
    """The finding as an expectation is written."""
    rule, item, said = f["rule"], f["item"] or "-", f["message"]
    if rule == "QUANT-028":
        ours, theirs = re.search(r"to ([0-9.]+) .*recommends? ([0-9.]+) ", said).groups()
        return f"{rule} {item} {ours} < {theirs}"
    if rule == "ADV-008":
        return f"{rule} {item} " + re.search(r"not say (.*), and ", said).group(1)
    if rule == "ADV-017":
        return f"{rule} {item}/" + re.search(r"recommends as ([A-Z0-9.]+?)[:.]?( |$)", said).group(1)
    if rule == "ADV-009":
        return f"{rule} {item}/" + re.search(r" \(([A-Z0-9., and]+)\) leaves? open", said).group(1).replace(" and ", ",").replace(", ", ",")
    if rule in ("ADV-020", "LINK-018"):
        return f"{rule} {item}/" + re.search(r"(?:take over|speaks of) ([A-Z0-9.]+) of", said).group(1)
    return f"{rule} {item}"


def words(text):
    return re.sub(r"\s+", " ", text)


def invented(f, advice):
    """A figure in a suggestion that is not in the advice, or None."""
    suggestion = f["suggestion"] or ""
    if not re.search(r"\d", suggestion):
        return None
    quoted = re.search(r'recommends "(.*)"$', suggestion, re.S)
    if quoted is None:
        return None if not re.search(r"\b\d+ ?(minutes?|hours?|weeks?|sessions?)\b", suggestion) else suggestion
    parts = quoted.group(1).split("; ")
    return None if any(all(words(p) in words(a) for p in parts) for a in advice) else suggestion


def main():
    ehc = os.path.abspath(sys.argv[1])
    names = sys.argv[2:] or sorted(os.listdir(PAIRS))
    failed, diluted, faithful, vague = 0, 0, 0, 0
    for name in names:
        folder = os.path.join(PAIRS, name)
        findings, advice = check(ehc, folder)
        wanted = sorted(open(os.path.join(folder, "expect.txt"), encoding="utf-8").read().split("\n")[:-1])
        got = sorted(line_of(f) for f in findings if f["rule"] in RULES)
        faults = [f"missing: {w}" for w in wanted if w not in got] + [f"not expected: {g}" for g in got if g not in wanted]
        faults += [f"invented: {s}" for s in (invented(f, advice) for f in findings) if s]
        against = [w for w in wanted if not w.startswith(("ADV-007", "ADV-009", "ADV-020"))]
        diluted += bool(against)
        faithful += not against
        vague += any(w.startswith("ADV-009") for w in wanted)
        failed += bool(faults)
        for fault in faults:
            print(f"FAIL advice: {name}: {fault}")
    print(f"advice: {diluted} pairs diluted, {faithful} faithful, {vague} with advice that is vague itself")
    print(f"advice: {len(names) - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
