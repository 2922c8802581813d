#!/usr/bin/env python3
"""thin.py EHC - documents that say next to nothing: every item and every field of the language (grammar/keywords.def), each field without a
word, with one, and with an amount, alone under an item that has no words of its own. A draft begins so. And each field behind a line at the
margin that is no label, which then belongs to no item. Every command must read it and end as commands end, with 0, 1 or 2, never by a signal."""
import os
import re
import subprocess
import sys
import tempfile

from tally import Tally

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
AS_OF = ["--as-of", "2026-05-01"]
HEADS = {"P": "EHC plan: X-1", "H": "health care plan: X-1", "A": "advice report: X-1", "R": "profile: thin", "S": "style: thin"}
VALUES = {"bare": "", "word": "x", "amount": "2 hours", "date": "1 May 2026", "ids": "A1, B1 and F1"}
STRAY = "1 minute later: wait\n"
SECTIONS = {"aspiration": "A", "need": "B", "outcome": "E", "provision": "F", "budget": "J", "advice": "K"}
LABEL = re.compile(r'^KEYWORD\(\w+,\s*"([^"]+)",\s*([A-Z|]+),\s*(\w+),\s*(\w+),\s*([A-Z_|0]+),', re.M)


def labels():
    text = open(os.path.join(ROOT, "grammar", "keywords.def")).read()
    return [{"name": m[1], "docs": set(m[2].split("|")), "level": m[3], "form": m[4], "on": set(m[5].split("|"))} for m in LABEL.finditer(text)]


def entry(label, number):
    rest = {"ID": f" {SECTIONS.get(label['name'], 'X')}{number}", "WORDS": " F" if label["name"] == "section" else " x", "PLAIN": ""}[label["form"]]
    return f"{label['name']}{rest}:\n"


def documents(all_labels):
    """Each kind of document: bare entries; then for each field and value one that holds it wherever it may stand."""
    for kind, head in HEADS.items():
        own = [label for label in all_labels if kind in label["docs"]]
        entries = [label for label in own if label["level"] in ("BLOCK", "ITEM", "TEXT", "ROW", "SECTION")]
        yield f"{kind}-bare", head + "\n" + "".join(entry(label, i) for i, label in enumerate(entries, 1))
        for field in (label for label in own if label["level"] == "FIELD"):
            for value, words in [*VALUES.items(), ("stray", "x 2 hours")]:
                line = (STRAY if value == "stray" else "") + f"  {field['name']}: {words}\n"
                body = (line if "ON_HEAD" in field["on"] else "") + \
                    "".join(entry(label, i) + line for i, label in enumerate(entries, 1) if label["on"] & field["on"])
                yield f"{kind}-{field['name'].replace(' ', '-')}-{value}", head + "\n" + body


def commands(path, out):
    """Of a document alone; an amount is what most is made of."""
    kind, value = os.path.basename(path)[0], path.rsplit("-", 1)[1]
    if value not in ("bare.ehc", "amount.ehc", "stray.ehc"):
        return
    if kind in "PHA":
        yield ["build", "-q", "--to", "xml", "--fail-on", "never", "-o", out, *AS_OF, path]
    if kind in "PH":
        yield ["qa", "-q", "-o", out, *AS_OF, path]
        yield ["build", "-q", "--to", "html", "--fail-on", "never", "-o", out, *AS_OF, path]


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: tests/thin.py EHC")
    ehc, tally = os.path.realpath(sys.argv[1]), Tally("thin")

    def ends(*command):
        done = subprocess.run([ehc, *command], capture_output=True, timeout=300)
        return done.returncode in (0, 1, 2), f"ended with {done.returncode} {done.stderr.decode(errors='replace').strip()[-200:]}"

    with tempfile.TemporaryDirectory() as folder:
        plans, out = os.path.join(folder, "plans"), os.path.join(folder, "out")
        os.mkdir(plans)
        names = []
        for name, text in documents(labels()):
            names.append(os.path.join(plans, name + ".ehc"))
            with open(names[-1], "w") as f:
                f.write(text)
        tally.verdict(len(names) > 500, "documents", f"only {len(names)} were made: the table of labels is read wrongly")
        for command in (["check", "--format", "json", *AS_OF], ["fmt", "--check"], ["qa", "-o", out + ".panel", *AS_OF]):
            good, why = ends(*command, plans)
            for path in [] if good else names:      # which of them it was
                one, why_one = ends(*command, path)
                if not one:
                    why += f"; {os.path.basename(path)} {why_one}"
            tally.verdict(good, command[0], why)
        for path in names:
            for command in commands(path, out):
                good, why = ends(*command)
                tally.verdict(good, f"{os.path.basename(path)}: {command[0]}", why)
    sys.exit(tally.end())


main()
