#!/usr/bin/env python3
"""fhir.py EHC - what a bundle of FHIR R4 holds of a plan. Validators are no part of this (tests/judges/fhir.sh): here it is that the
bundle says what the plan says, that nothing is lost unsaid, and that nobody is named who need not be.
"""
import json
import os
import subprocess
import sys
import tempfile

from tally import Tally

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
tally = Tally("fhir")
tell = tally.verdict


def build(ehc, text, *more):
    return subprocess.run([ehc, "build", "--to", "fhir", "--as-of", "2026-05-01", "--fail-on", "never", *more, "--stdin-name", "plan.ehc", "-", "-o", "-"],
                          input=text.encode(), capture_output=True)


def bundle(ehc, text, *more):
    return json.loads(build(ehc, text, "-q", *more).stdout)


def of_type(b, kind):
    return [e["resource"] for e in b["entry"] if e["resource"]["resourceType"] == kind]


def strings(x):
    if isinstance(x, str):
        yield x
    elif isinstance(x, (list, dict)):
        for one in x.values() if isinstance(x, dict) else x:
            yield from strings(one)


def fold(s):
    return " ".join(s.split())


def schedules(ehc):
    """An amount becomes a timing only where FHIR says exactly the same."""
    day, week, month, year = "d", "wk", "mo", "a"
    cases = [
        ("45 minutes, once a week", {"duration": 45, "durationUnit": "min", "frequency": 1, "period": 1, "periodUnit": week}),
        ("2 hours, every 12 weeks", {"duration": 2, "durationUnit": "h", "frequency": 1, "period": 12, "periodUnit": week}),
        ("30 minutes, twice a day, all year", {"duration": 30, "durationUnit": "min", "frequency": 2, "period": 1, "periodUnit": day}),
        ("1 hour, fortnightly", {"duration": 1, "durationUnit": "h", "frequency": 1, "period": 2, "periodUnit": week}),
        ("20 minutes, every 4 months, 52 weeks a year", {"duration": 20, "durationUnit": "min", "frequency": 1, "period": 4, "periodUnit": month}),
        ("1 hour, 3 times a year", {"duration": 1, "durationUnit": "h", "frequency": 3, "period": 1, "periodUnit": year}),
        ("two 20-minute sessions a week", {"duration": 20, "durationUnit": "min", "frequency": 2, "period": 1, "periodUnit": week}),
        ("45 minutes, once a week, for 12 weeks", {"boundsDuration": 12, "duration": 45, "durationUnit": "min", "frequency": 1, "period": 1, "periodUnit": week}),
        ("45 minutes, once a week, 38 weeks a year", None), ("45 minutes, once a week, in term time", None), ("30 minutes, every term", None),
        ("up to 2 hours a week", None), ("20 to 30 minutes, once a week", None), ("at least 45 minutes, once a week", None),
        ("regular sessions as required", None), ("15 hours a week", None), ("30 minutes, Monday and Thursday", None),
        ("1 hour, once a week; 30 minutes, once a month", None), ("about 1 hour a week", None), ("10 minutes, after every seizure", None),
        ("45 minutes", None), ("bi-weekly, 1 hour", None),
    ]
    text = "EHC plan: X\n  status: draft\nsection G:\n" + "".join(
        f"provision G{i + 1}: Therapy number {i + 1}.\n  how much: {amount}\n" for i, (amount, _) in enumerate(cases))
    details = [a["detail"] for a in of_type(bundle(ehc, text), "CarePlan")[0]["activity"]]
    for (amount, expected), detail in zip(cases, details):
        timing = detail.get("scheduledTiming")
        repeat = timing and dict(timing["repeat"])
        if repeat and "boundsDuration" in repeat:
            repeat["boundsDuration"] = repeat["boundsDuration"]["value"]
        tell(repeat == expected, amount, f"{repeat}, {detail.get('scheduledString')}")
        words = timing["code"]["text"] if timing else detail.get("scheduledString")
        tell(words == amount, amount, f"its words are {words}")
    pads = "EHC plan: X\nsection G:\nprovision G1: Pads.\n  how much: 4 pads a day\n  from: 1 June 2026\n  until: 31 May 2027\n"
    detail = of_type(bundle(ehc, pads), "CarePlan")[0]["activity"][0]["detail"]
    tell(detail.get("dailyAmount") == {"value": 4, "unit": "pads"}, "4 pads a day", str(detail))
    tell(detail["scheduledTiming"]["repeat"].get("boundsPeriod") == {"start": "2026-06-01", "end": "2027-05-31"}, "from and until", str(detail))


def resolves(b, name):
    there = {e["fullUrl"]: e["resource"]["resourceType"] for e in b["entry"]}

    def walk(x):
        for key, value in x.items() if isinstance(x, dict) else enumerate(x) if isinstance(x, list) else ():
            if key == "reference":
                tell(value in there, name, f"{value} is in no entry")
            else:
                walk(value)
    walk(b)
    tell(len(there) == len(b["entry"]), name, "two entries have one fullUrl")
    return there


def fields_of(text):
    """Item, label and words of each field, roughly as the language reads them."""
    item, label = None, None
    for line in text.split("\n"):
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith(" "):
            head, _, words = line.partition(":")
            item, label = head, ""
            yield item, "", words
        elif line.startswith("    ") and label is not None:
            yield item, label, line
        else:
            label = line.partition(":")[0].strip()
            yield item, label, line.partition(":")[2]


def corpus(ehc):
    sent_of_health = ("condition ", "medicine ", "feed ", "task ", "care ", "emergency ")
    plans = os.path.join(ROOT, "corpus/plans")
    for name in sorted(os.listdir(plans)):
        text = open(os.path.join(plans, name, "plan.ehc"), encoding="utf-8").read()
        once = build(ehc, text)
        if once.returncode == 2:
            tell("status: agreed" in text, name, "refused: " + once.stderr.decode()[-200:])
            text = text.replace("status: agreed", "status: draft")
            once = build(ehc, text)
        tell(once.stdout == build(ehc, text).stdout, name, "other bytes the second time")
        b = json.loads(once.stdout)
        resolves(b, name)
        tell([len(of_type(b, kind)) for kind in ("Patient", "CarePlan", "OperationOutcome")] == [1, 1, 1], name, "not one Patient, CarePlan and OperationOutcome")
        health = of_type(b, "CarePlan")[0]["title"].startswith("Health care plan")
        said = fold(" ".join(strings([r for e in b["entry"] for r in [e["resource"]] if r["resourceType"] != "OperationOutcome"])))
        for item, label, words in fields_of(text):
            sent = item.startswith(sent_of_health) if health else item.startswith("provision G")
            if sent and label.split(" ")[0] not in ("for", "towards", "note", "accept", "category", "delegated"):
                tell(fold(words).rstrip(".") in said, name, f"{item}, {label}: {words.strip()!r} is lost")
        kinds = {"MedicationRequest", "NutritionOrder"}
        for a in of_type(b, "CarePlan")[0].get("activity", []):
            if a["detail"]["kind"] in kinds:
                tell(not {"quantity", "dailyAmount"} & set(a["detail"]), name, "an amount was worked out of a medicine")
        provisions = sum(line.startswith("provision G") for line in text.split("\n"))
        if not health:
            tell(len(of_type(b, "CarePlan")[0].get("activity", [])) == provisions, name, "not every provision of section G is an activity")
        private(ehc, name, text, b)


def private(ehc, name, text, b):
    """The Patient says nothing unless it is asked for; then it says who."""
    facts = {line.split(":")[0].strip().replace("young person", "child"): line.partition(":")[2].strip() for line in text.split("\n") if line.startswith(("child:", "young person:", "  NHS number:", "  nhs number:", "  born:"))}
    patient = of_type(b, "Patient")[0]
    tell(set(patient) == {"resourceType", "id"}, name, f"the Patient says {patient}")
    tell("identifier" not in of_type(b, "CarePlan")[0], name, "the reference is in it")
    named = bundle(ehc, text, "--identify")
    patient = of_type(named, "Patient")[0]
    tell(patient["name"][0]["text"] == facts["child"], name, f"--identify: the Patient is {patient}")
    tell("birthDate" in patient or "born" not in facts, name, "--identify: no birth date")
    tell([e["fullUrl"] for e in named["entry"]] == [e["fullUrl"] for e in b["entry"]], name, "--identify: other ids")
    outcome = " ".join(strings(of_type(b, "OperationOutcome")))
    tell(facts["child"] not in outcome, name, "the list of what is left out names the child")


def lists(ehc):
    text = """EHC plan: X-77
  status: final
child: Amira Example
section B:
need B1: A need.
section E:
outcome E1: An outcome of health.
  for: B1
  by: July 2028
  baseline: 5 of 10
outcome E2: An outcome of school.
section F:
provision F1: Teaching.
section G:
provision G1: Nursing.
  towards: E1
  for: the moon
  supervised by: the lead nurse
  note: ask again
"""
    b = bundle(ehc, text)
    outcome = " ".join(i["diagnostics"] for i in of_type(b, "OperationOutcome")[0]["issue"])
    for part in ("section F:", "E1, baseline:", "G1, supervised by:", "G1, note:", "G1, for:", "child, name:"):
        tell(part in outcome, "what FHIR cannot say", f"{part} is not listed in {outcome}")
    goals, conditions, plan = of_type(b, "Goal"), of_type(b, "Condition"), of_type(b, "CarePlan")[0]
    tell([g["description"]["text"] for g in goals] == ["An outcome of health."], "goals", str(goals))
    tell([c["code"]["text"] for c in conditions] == ["A need."], "conditions", str(conditions))
    tell(goals[0]["target"] == [{"dueDate": "2028-07"}] and goals[0]["lifecycleStatus"] == "active", "goal", str(goals[0]))
    tell(plan["activity"][0]["detail"]["goal"] == plan["goal"] and plan["status"] == "active", "goal links", str(plan))
    whole = " ".join(strings(b))
    tell("the moon" in whole and "the lead nurse" in whole, "words without an element", whole)
    tell("ask again" not in whole and "Teaching" not in whole, "what stays behind", whole)
    nil = bundle(ehc, "EHC plan: X\nsection G: none\n  because: no health need.\n")
    tell("no health need" in " ".join(strings(nil)) and "activity" not in of_type(nil, "CarePlan")[0], "section G: none", str(nil))


def refusals(ehc):
    for head in ("advice report: Therapy", "profile: house", "template: form\nEHC plan: [[reference]]"):
        out = build(ehc, head + "\n")
        tell(out.returncode == 2 and out.stdout == b"" and b"FHIR is for" in out.stderr, head, out.stderr.decode())
    stray = build(ehc, "EHC plan: X\nwords without a label\n")
    tell(stray.returncode == 2 and stray.stdout == b"", "a plan that was not understood", stray.stderr.decode())
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, "plan.ehc")
        with open(path, "w") as f:
            f.write("EHC plan: X\nsection G: none\n")
        subprocess.run([ehc, "build", "-q", "--to", "fhir", "--fail-on", "never", path], capture_output=True)
        written = path[:-len(".ehc")] + ".fhir.json"
        tell(os.path.exists(written) and os.stat(written).st_mode & 0o777 == 0o600, "plan.fhir.json", "is not there for its owner alone")


def main():
    ehc = os.path.abspath(sys.argv[1])
    schedules(ehc)
    corpus(ehc)
    lists(ehc)
    refusals(ehc)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
