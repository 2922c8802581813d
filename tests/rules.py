#!/usr/bin/env python3
"""rules.py [--bless] [--complete] EHC [ID...] - runs the examples of the rules, corpus/rules/<ID>/.

bad.ehc must be found by the rule that the folder is named after, good.ehc must not; and good.ehc, which differs from it
only at the fault, gives no finding that bad.ehc does not give. expect.txt lists all that bad.ehc gives, one a line: rule,
item (or -), severity or "accepted". Its first line may be "# as of 2026-07-20" for rules that depend on the day. A folder
with previous.ehc has the plan before: both are checked beside it. A folder with examples.sh instead makes both files in the folder that it is given, and lists the rule's own findings alone.
--complete also fails where a rule has no folder, or where docs/rules.md is not what `ehc rules` writes.
--bless writes expect.txt anew, and docs/rules.md with --complete.
"""
import difflib
import json
import os
import subprocess
import sys
import tempfile

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
AT_ONCE = 200  # files a run: as many as a command line takes with ease


def day_of(folder):
    """The day that expect.txt names, or none."""
    try:
        first = open(os.path.join(folder, "expect.txt"), encoding="utf-8").readline()
    except FileNotFoundError:
        return "none"
    return first[len("# as of "):].strip() if first.startswith("# as of ") else "none"


def findings(ehc, day, paths, previous=None):
    """{path: sorted lines} of what the program finds; many files a run, since each run has a price. Beside a plan before it one at a time."""
    found = {}
    at_once, beside = (1, ["--previous", previous]) if previous else (AT_ONCE, [])
    for i in range(0, len(paths), at_once):
        run = subprocess.run([ehc, "check", "--format", "json", "--as-of", day, *beside, *paths[i:i + at_once]],
                             capture_output=True, check=False)
        if run.returncode > 1:
            sys.exit(f"rules: the run failed ({run.returncode}): {run.stderr.decode(errors='replace')[:500]}")
        for file in json.loads(run.stdout)["files"]:
            found[file["path"]] = sorted(
                f"{f['rule']} {f['item'] or '-'} {'accepted' if f['accepted'] else f['severity']}" for f in file["findings"])
    return found


class Example:
    def __init__(self, rule, work):
        self.rule = self.folder = rule
        self.day = day_of(rule)
        self.made = os.path.exists(os.path.join(rule, "examples.sh"))
        if self.made:
            self.folder = os.path.join(work, rule)
            os.mkdir(self.folder)
            subprocess.run([os.path.join(".", rule, "examples.sh"), self.folder], check=True)
        before = os.path.join(self.folder, "previous.ehc")
        self.previous = before if os.path.exists(before) else None
        self.bad, self.good = (os.path.join(self.folder, name + ".ehc") for name in ("bad", "good"))

    def is_there(self):
        return os.path.exists(self.bad) and os.path.exists(self.good)

    def own(self, lines):
        return [line for line in lines if line.startswith(self.rule + " ")]

    def faults(self, found, bless):
        """What is wrong, as lines to show."""
        bad, good = found[self.bad], found[self.good]
        if self.made:
            bad, good = self.own(bad), self.own(good)
        if not self.own(bad):
            yield "bad.ehc is not found by its rule; it gives:", bad
        if self.own(good):
            yield "good.ehc is found by the rule:", self.own(good)
        places = {line.rsplit(" ", 1)[0] for line in bad}
        more = [line for line in good if line.rsplit(" ", 1)[0] not in places]
        if more:
            yield "good.ehc gives what bad.ehc does not:", more
        expected = ([f"# as of {self.day}"] if self.day != "none" else []) + bad
        path = os.path.join(self.rule, "expect.txt")
        if bless:
            with open(path, "w", encoding="utf-8") as out:
                out.writelines(line + "\n" for line in expected)
            return
        before = open(path, encoding="utf-8").read().splitlines() if os.path.exists(path) else []
        if before != expected:
            yield ("bad.ehc gives other findings than expect.txt lists:",
                   list(difflib.unified_diff(before, expected, lineterm="", n=1))[2:])


def check_reference(ehc, bless):
    """Every rule has a folder, and docs/rules.md is what the program writes."""
    wrong = 0
    listed = subprocess.run([ehc, "rules", "--format", "json"], capture_output=True, check=True).stdout
    for rule in json.loads(listed)["rules"]:
        if not os.path.isdir(rule["rule"]):
            print(f"{rule['rule']}: has no folder in corpus/rules")
            wrong += 1
    page = subprocess.run([ehc, "rules", "--format", "markdown"], capture_output=True, check=True).stdout
    path = os.path.join(TOP, "docs", "rules.md")
    if bless:
        with open(path, "wb") as out:
            out.write(page)
    elif open(path, "rb").read() != page:
        print("docs/rules.md is not what `ehc rules --format markdown` writes; --bless --complete writes it")
        wrong += 1
    return wrong


def main():
    options = {a for a in sys.argv[1:] if a.startswith("--")}
    words = [a for a in sys.argv[1:] if not a.startswith("--")]
    if options - {"--bless", "--complete"} or not words:
        sys.exit("usage: tests/rules.py [--bless] [--complete] EHC [ID...]")
    ehc = os.path.realpath(words[0])
    bless = "--bless" in options
    os.chdir(os.path.join(TOP, "corpus", "rules"))
    wrong = 0
    with tempfile.TemporaryDirectory() as work:
        examples, by_day, found = [], {}, {}
        for rule in words[1:] or sorted(os.listdir(".")):
            example = Example(rule, work)
            if example.is_there():
                examples.append(example)
                by_day.setdefault((example.day, example.previous), []).extend([example.bad, example.good])
            else:
                print(f"{rule}: bad.ehc or good.ehc is missing")
                wrong += 1
        for (day, previous), paths in by_day.items():
            found.update(findings(ehc, day, paths, previous))
        for example in examples:
            faults = list(example.faults(found, bless))
            for title, lines in faults:
                print(f"{example.rule}: {title}")
                print("".join(f"    {line}\n" for line in lines), end="")
            wrong += bool(faults)
    if "--complete" in options:
        wrong += check_reference(ehc, bless)
    print(f"rules: {len(examples)} examples, {wrong} wrong")
    sys.exit(wrong > 0)


main()
