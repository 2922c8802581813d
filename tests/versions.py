#!/usr/bin/python3
"""versions.py EHC [NAME...] - pairs of versions of invented plans, corpus/versions/NAME/: the list of changes that `ehc diff` gives from
old.ehc to new.ehc is the one in expect.txt, no more and no less, hours a year included.

A line of expect.txt is one change:

    F1: reduced how much, 28.5 -> 19 hours, vaguer      an item, or "The child", "Placement" and the like
    F1>F2: who who                                      of an item that has a new number
    +E3: added                                          -F4: removed, 95 -> no hours
    ~B1: reworded                                       nothing but words
    =E2 carried over                                    an outcome that is as it was
    =F1>F2 renumbered                                   no change

Lines stand in any order. Also: the JSON is as templates/schema/diff.schema.json has it, both plans compared with themselves give no change, the exit status says whether anything changed, and
the other way round everything that was added is removed; a plan and its canonical layout are the same; and a plan of thousands of items
is compared in seconds.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

import jsonschema

from tally import Tally

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
with open(os.path.join(TOP, "templates/schema/diff.schema.json"), encoding="utf-8") as schema:
    SCHEMA = jsonschema.Draft202012Validator(json.load(schema))
tally = Tally("versions")
verdict = tally.verdict


def diff(ehc, old, new):
    run = subprocess.run([ehc, "diff", "--format", "json", old, new], capture_output=True, check=False)
    if run.returncode > 1:
        sys.exit(f"versions: {old}: {run.stderr.decode()}")
    return json.loads(run.stdout), run.returncode


def hours(side):
    if side is None or side["hours_a_year"] is None:
        return "no"
    h = side["hours_a_year"]
    return f"{h['low']:g}" if h["low"] == h["high"] else f"{h['low']:g} to {h['high']:g}"


def name_of(entry):
    if entry["part"] != "item":
        return entry["name"]
    before, after = ",".join(entry["before"]), ",".join(entry["after"])
    if not before:
        return "+" + after
    if not after:
        return "-" + before
    return before if before == after else f"{before}>{after}"


def lines_of(entry, mark):
    for c in entry["changes"]:
        line = f"{mark}{name_of(entry)}: {c['change']}"
        if c["field"]:
            line += " " + c["field"]
        if c["field"] == "step" and c["about"]:
            line += " " + c["about"].split()[-1]
        if c["change"] == "moved":
            line += f", {c['before']['words']} -> {c['after']['words']}"
        if c["change"] in ("tied", "untied"):
            line += " " + (c["after"] or c["before"])["words"]
        if "group" not in c["change"] and hours(c["before"]) + hours(c["after"]) != "nono":
            line += f", {hours(c['before'])} -> {hours(c['after'])} hours"
        if c["change"] in ("later", "earlier"):
            line += f", {c['before']['date']} -> {c['after']['date']}"
        if c["change"] == "wording":
            line += ", " + (c["after"] or c["before"])["words"]
        if c["precision"]:
            line += ", " + c["precision"]
        yield line


def lines(d):
    out = [line for e in d["changed"] for line in lines_of(e, "")]
    out += [line for e in d["reworded"] for line in lines_of(e, "~")]
    out += [f"={p['after']} carried over" for p in d["carried_over"]]
    out += [f"={p['before']}>{p['after']} renumbered" for p in d["renumbered"]]
    return sorted(out)


def compare(ehc, folder):
    name = os.path.basename(folder)
    old, new = (os.path.join(folder, n) for n in ("old.ehc", "new.ehc"))
    with open(os.path.join(folder, "expect.txt"), encoding="utf-8") as f:
        expected = sorted(line.rstrip("\n") for line in f if line.strip() and not line.startswith("#"))
    d, status = diff(ehc, old, new)
    verdict(SCHEMA.is_valid(d), f"{name}: the JSON is not as the schema has it: {next((e.message for e in SCHEMA.iter_errors(d)), '')}")
    found = lines(d)
    more = [f"    gives, and should not:  {x}" for x in found if x not in expected]
    less = [f"    should give, and does not:  {x}" for x in expected if x not in found]
    verdict(found == expected, "\n".join([name] + more + less))
    verdict(status == (1 if d["changed"] else 0), f"{name}: exit status {status}")
    for plan in (old, new):
        same, status = diff(ehc, plan, plan)
        verdict(status == 0 and not same["changed"] and not same["reworded"] and not same["renumbered"], f"{plan} differs from itself")
    back, _ = diff(ehc, new, old)
    came = {name_of(e)[1:] for e in d["changed"] if name_of(e)[0] == "+"}
    went = {name_of(e)[1:] for e in back["changed"] if name_of(e)[0] == "-"}
    verdict(came == went, f"{name}: {came} came, but {went} went the other way round")
    tells_whole(ehc, name, old, new, d)


def tells_whole(ehc, name, old, new, d):
    """Of an item that came or went the notice holds all words: the family must see what they are to answer."""
    whole = [c[side]["words"] for e in d["changed"] if e["part"] == "item" for c in e["changes"] for side, change in (("before", "removed"), ("after", "added"))
             if c["change"] == change]
    if not whole:
        return
    run = subprocess.run([ehc, "diff", "-q", "--to", "text", "-o", "-", old, new], capture_output=True, check=False)
    notice = " ".join(run.stdout.decode().split())
    lost = [words for words in whole if " ".join(words.split()) not in notice]
    verdict(not lost, f"{name}: the notice lacks {lost[:1]}")


def laid_out_anew(ehc, work):
    """A plan in its canonical layout is the same plan."""
    for plan in sorted(glob.glob("corpus/plans/*/plan.ehc")):
        with open(os.path.join(work, "laid-out.ehc"), "wb") as out:
            out.write(subprocess.run([ehc, "fmt", "--stdout", plan], capture_output=True, check=False).stdout)
        d, status = diff(ehc, plan, os.path.join(work, "laid-out.ehc"))
        verdict(status == 0 and not d["reworded"] and not d["renumbered"], f"{plan} differs from its canonical layout: {lines(d)}")


def write_large(path, items, order):
    with open(path, "w", encoding="utf-8") as out:
        out.write("EHC plan: LARGE\n\nsection F:\n")
        out.writelines(f"provision F{k}: {items[i]}\n  how much: {5 + i % 50} minutes, once a week, 38 weeks a year\n" for k, i in enumerate(order, 1))


def large(ehc, work):
    """Thousands of items in another order, with other numbers and much the same words, are found again in a few seconds; so are some that say it anew."""
    n, areas = 3000, "reading spelling counting walking writing sleeping eating listening talking swimming".split()
    items = [f"An adult works on {areas[i % 10]} and {areas[i // 10 % 10]} with the child, on card {i} of the box." for i in range(n)]
    order = [(i * 1201) % n for i in range(n)]
    old, new = (os.path.join(work, name) for name in ("large-old.ehc", "large-new.ehc"))
    write_large(old, items, range(n))
    write_large(new, items, order)
    d, status = diff(ehc, old, new)
    verdict(status == 0 and d["summary"]["same"] == n and len(d["renumbered"]) > n / 2, f"of {n} items {d['summary']['same']} are the same")

    n, things = 300, "otter heron badger falcon beaver magpie dolphin sparrow tortoise hedgehog".split()
    order = [(i * 121) % n for i in range(n)]
    pairs = [(i, things[i % 10], things[i // 10 % 10]) for i in range(n)]
    write_large(old, [f"The tutor reads about the {one} and the {two} with A, from book {i}." for i, one, two in pairs], range(n))
    write_large(new, [f"A shares book {i} with the tutor: they read it aloud, and draw the {one} and the {two}." for i, one, two in pairs], order)
    d, _ = diff(ehc, old, new)
    right = {(f"F{i + 1}", f"F{k}") for k, i in enumerate(order, 1)}
    found = {(e["before"][0], e["after"][0]) for e in d["changed"] + d["reworded"] if e["before"] and e["after"]}
    verdict(found == right, f"of {n} items that say it anew {len(found & right)} are found again, and {len(found - right)} are taken for others")


def main():
    ehc, names = os.path.abspath(sys.argv[1]), sys.argv[2:]
    os.chdir(TOP)
    folders = sorted(glob.glob("corpus/versions/*/"))
    for folder in folders:
        folder = folder.rstrip("/")
        if not names or os.path.basename(folder) in names:
            compare(ehc, folder)
    with tempfile.TemporaryDirectory() as work:
        if not names:
            laid_out_anew(ehc, work)
            large(ehc, work)
    if not names:
        verdict(len(folders) >= 30, f"only {len(folders)} pairs")
    print(f"versions: {len(folders)} pairs compared")
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
