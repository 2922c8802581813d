#!/usr/bin/env python3
"""wording.py EHC [STATEMENTS] - how well `ehc check` tells vague wording from specific wording.

Each statement of corpus/statements becomes a plan of its own which is complete in every other respect, so that the statement's words
alone are judged: no field says who, how much or by when. All plans are checked in one run. A statement counts as flagged when its item has

  provision    a SPEC finding at warning or error, or a QUANT finding at error
  ihp-step     the same, or at error one of the IHP rules on what a step says
  outcome      one of OUTC-001 to 005 and 015, or a SPEC finding, at warning or error
  need         one of SECT-017, 020 and 030, or a SPEC finding, at warning or error
  aspiration   any SPEC, QUANT or OUTC finding, however slight

  --misses     print each wrong verdict with the findings on its item
  --cues       print each word at fault which no finding touches
  --keep DIR   write the plans to DIR and leave them there
  --hold       fail when a figure is below its floor
"""
import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
STATEMENTS = os.path.join(ROOT, "corpus/statements")
AS_OF = "2026-05-01"

# What --hold asks for: a little less than is reached, so that a slip shows and an honest change of one verdict does not.
FLOORS = {"recall": 0.99, "false": 0.015, "hard recall": 0.98, "hard false": 0.02, "cues": 0.93}

FAULTY = {"vague", "not-smart", "provision-as-outcome"}
SOUND = {"specific", "smart"}
OUTCOME = {"OUTC-001", "OUTC-002", "OUTC-003", "OUTC-004", "OUTC-005", "OUTC-015"}
NEED = {"SECT-017", "SECT-020", "SECT-030"}
STEP = {"IHP-005", "IHP-007", "IHP-008", "IHP-009", "IHP-020", "IHP-031", "IHP-032"}

HEAD = """  status: draft
  version: 1
  authority: Exampletown Council
  icb: NHS Exampletown ICB

child: {child} Example
  born: 2 June 2015
  pronouns: {pronouns}
  year group: 6
  setting: Exampletown Primary School

timeline:
  assessment requested: 5 January 2026
  decision to assess: 2 February 2026
  advice requested: 3 February 2026
  draft sent: 20 April 2026
"""
TAIL = """
section I: none
  because: this is a draft

section J: none
  because: nothing is paid direct

section K:
advice K1: Educational psychologist, Exampletown Council
  requested: 3 February 2026
  received: 2 March 2026
"""
STARTED = "from: 1 September 2026|review: every term|informed by: K1"
# section: (block, id, sound text, links, fields that complete it)
ITEMS = {
    "A": ("aspiration", "A1", "{child} wants to sing in the village choir.", "", ""),
    "B": ("need", "B1", "{child} reads 20 of 100 common words and cannot yet write a sentence unaided.",
          "category: cognition and learning|evidence: K1", ""),
    "C": ("need", "C1", "{child} has one or two seizures a month, of about two minutes each.", "evidence: K1", ""),
    "D": ("need", "D1", "{child} ran into the road three times last term.", "evidence: K1", ""),
    "E": ("outcome", "E1", "By July 2027 {child} will read 80 of 100 common words aloud, as tested by the class teacher each half term.",
          "for: B1, C1, D1|supports: A1", ""),
    "F": ("provision", "F1", "A specialist teacher with a Level 7 literacy diploma teaches {child} to read, one-to-one, for 30 minutes, three times a week, "
          "38 weeks a year.", "for: B1|towards: E1", "type: teaching|who: Specialist teacher, Level 7 literacy diploma|"
          "how much: 30 minutes, three times a week, 38 weeks a year, one-to-one|" + STARTED),
    "G": ("provision", "G1", "A children's epilepsy nurse trains four named staff for 2 hours every September.",
          "for: C1|towards: E1|agreed: NHS Exampletown ICB, 10 April 2026",
          "type: training|who: Children's epilepsy nurse, registered nurse (children)|how much: 2 hours, once a year|" + STARTED),
    "H1": ("provision", "H1.1", "A personal assistant takes {child} to the choir for 2 hours every Saturday, 48 weeks a year.", "for: D1|towards: E1",
           "who: Personal assistant|how much: 2 hours, once a week, 48 weeks a year|" + STARTED),
    "H2": ("provision", "H2.1", "Twelve nights a year of overnight short breaks at Exampletown House, one night a month, with one waking night carer for {child}.",
           "for: D1|towards: E1", "who: Waking night carer, 1:1|how much: 1 night, once a month, all year|" + STARTED),
}
STEP_PLAN = """health care plan: {id}
  status: agreed
  school: Exampletown Primary School
  review due: 1 September 2027

child: {child} Example
  born: 2 June 2015
  pronouns: {pronouns}

condition M1: Epilepsy (tonic-clonic seizures)
  signs: stiffening, then jerking of both arms and legs
  triggers: fever

care S1: {text}
  for: M1
"""


def child_of(row):
    words = set(re.findall(r"[a-z]+", row["text"].lower()))
    she, he = words & {"she", "her", "hers"}, words & {"he", "him", "his"}
    return row.get("child", "Alex"), "they/them" if bool(she) == bool(he) else "she/her" if she else "he/him"


def fields(text):
    return "".join(f"  {line}\n" for line in text.split("|") if line)


def plan_of(row):
    """The plan that holds one statement, and the id of its item."""
    child, pronouns = child_of(row)
    text = row["text"].replace("\n", "\n      ")
    if row["section"] == "IHP":
        return STEP_PLAN.format(id=row["id"], child=child, pronouns=pronouns, text=text), "S1"
    plan = f"EHC plan: {row['id']}\n" + HEAD.format(child=child, pronouns=pronouns)
    for section, (block, item, sound, links, complete) in ITEMS.items():
        judged = section == row["section"]
        words = text if judged else sound.format(child=child)
        rest = ("informed by: K1" if judged and complete else complete)
        plan += f"\nsection {section}:\n{block} {item}: {words}\n{fields(links)}{fields(rest)}"
    return plan + TAIL, ITEMS[row["section"]][1]


def serious(finding):
    return finding["severity"] in ("error", "warning")


def flags(kind, finding):
    """Does this finding say that the statement is at fault?"""
    rule = finding["rule"]
    family = rule.split("-")[0]
    if kind == "aspiration":
        return family in ("SPEC", "QUANT", "OUTC")
    if family == "SPEC":
        return serious(finding)
    if kind == "outcome":
        return serious(finding) and rule in OUTCOME
    if kind == "need":
        return serious(finding) and rule in NEED
    return finding["severity"] == "error" and (family == "QUANT" or (kind == "ihp-step" and rule in STEP))


def touches(finding, cue, text):
    """Does the finding point at these words? It does when it lies within them, or holds them and is not much longer."""
    span, cue = (finding.get("text") or "").casefold(), cue.casefold()
    if len(span) < 3:
        return False
    if span in cue:
        return True
    return cue in span and len(span) <= max(3 * len(cue), 40) and (len(span) < len(text) or 2 * len(cue) >= len(text))


def check(ehc, rows, folder):
    """One run over all plans: {id: findings on the item}."""
    item = {}
    for row in rows:
        plan, item[row["id"]] = plan_of(row)
        with open(os.path.join(folder, row["id"] + ".ehc"), "w", encoding="utf-8") as f:
            f.write(plan)
    run = subprocess.run([ehc, "check", "--format", "json", "--as-of", AS_OF, folder], capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"wording: ehc ended with {run.returncode}: {run.stderr[:2000]}")
    found = {os.path.basename(f["path"])[:-len(".ehc")]: f["findings"] for f in json.loads(run.stdout)["files"]}
    if set(found) != set(item):
        sys.exit(f"wording: {len(found)} plans reported of {len(item)}")
    broken = sorted(i for i, fs in found.items() if any(f["rule"].startswith("SYN") for f in fs))
    if broken:
        sys.exit(f"wording: plans that do not parse: {', '.join(broken)}")
    return {i: [f for f in fs if f.get("item") == item[i]] for i, fs in found.items()}


def share(hits, of):
    return hits / of if of else float("nan")


def measure(rows, found):
    """Recall and false positives over some rows, as (recall, faulty rows, false positives, sound rows)."""
    hit = [r for r in rows if any(flags(r["kind"], f) for f in found[r["id"]])]
    faulty, sound = [r for r in rows if r["label"] in FAULTY], [r for r in rows if r["label"] in SOUND]
    return (share(sum(r in faulty for r in hit), len(faulty)), len(faulty), share(sum(r in sound for r in hit), len(sound)), len(sound))


def line(name, m):
    figure = lambda value, of: f"{value:.3f} of {of:3d}" if of else "    - of   0"
    print(f"{name:12s} recall {figure(m[0], m[1])}   false positives {figure(m[2], m[3])}")


def report(rows, found, options):
    kinds = list(dict.fromkeys(r["kind"] for r in rows))
    whole, hard = measure(rows, found), measure([r for r in rows if r["hard"]], found)
    line("all", whole)
    line("hard", hard)
    for kind in kinds:
        line(kind, measure([r for r in rows if r["kind"] == kind], found))

    faulty = [r for r in rows if r["label"] in FAULTY]
    cues = [(r, c) for r in faulty for c in r["cues"]]
    missed = [(r, c) for r, c in cues if not any(touches(f, c, r["text"]) for f in found[r["id"]])]
    touched = share(len(cues) - len(missed), len(cues))
    print(f"cues         touched {touched:.3f} of {len(cues)}")
    for kind in kinds:
        of, not_touched = sum(r["kind"] == kind for r, _ in cues), sum(r["kind"] == kind for r, _ in missed)
        if of:
            print(f"  {kind:10s} {share(of - not_touched, of):.3f} of {of}")

    # Which families carry the verdicts: statements flagged rightly, flagged wrongly, and flagged rightly by this family alone.
    right, wrong, alone = collections.Counter(), collections.Counter(), collections.Counter()
    for r in rows:
        families = {f["rule"].split("-")[0] for f in found[r["id"]] if flags(r["kind"], f)}
        if r["label"] in FAULTY:
            right.update(families)
            alone.update(families if len(families) == 1 else ())
        elif r["label"] in SOUND:
            wrong.update(families)
    for family in sorted(right | wrong):
        print(f"{family:6s} flags {right[family]:3d} rightly ({alone[family]:3d} alone), {wrong[family]:3d} wrongly")

    if options.misses:
        for r in rows:
            at_fault = any(flags(r["kind"], f) for f in found[r["id"]])
            if (at_fault and r["label"] in SOUND) or (not at_fault and r["label"] in FAULTY):
                print(f"{'FALSE ' if at_fault else 'MISSED'} {r['id']} {r['section']:3s} {r['label']}: {r['text']}")
                for f in found[r["id"]]:
                    print(f"         {f['severity']} {f['rule']}: {f['message']}")
    if options.cues:
        for r, c in missed:
            print(f"UNTOUCHED {r['id']} {r['section']:3s} «{c}» in: {r['text']}")
            for f in found[r["id"]]:
                print(f"         {f['severity']} {f['rule']} «{f.get('text')}»")
    return {"recall": whole[0], "false": whole[2], "hard recall": hard[0], "hard false": hard[2], "cues": touched}


def hold(reached):
    failed = 0
    for name, floor in FLOORS.items():
        good = reached[name] <= floor if "false" in name else reached[name] >= floor
        if not good:
            print(f"FAIL wording: {name} is {reached[name]:.3f}, held to {floor:.3f}")
            failed += 1
    print(f"wording: {len(FLOORS) - failed} passed, {failed} failed")
    return 1 if failed else 0


def read_statements(path):
    files = sorted(glob.glob(os.path.join(path, "*.jsonl"))) if os.path.isdir(path) else [path]
    rows = []
    for name in files:
        with open(name, encoding="utf-8") as f:
            rows.extend(json.loads(text) for text in f)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ehc")
    parser.add_argument("statements", nargs="?", default=STATEMENTS, help="a file, or a folder of *.jsonl")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--cues", action="store_true")
    parser.add_argument("--keep", metavar="DIR")
    parser.add_argument("--hold", action="store_true")
    options = parser.parse_args()
    rows = read_statements(options.statements)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or scratch
        os.makedirs(folder, exist_ok=True)
        found = check(options.ehc, rows, folder)
    reached = report(rows, found, options)
    return hold(reached) if options.hold else 0


if __name__ == "__main__":
    sys.exit(main())
