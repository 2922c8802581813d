#!/usr/bin/python3
"""forms.py EHC - forms in Word become templates: checked alike before and after, laid out, and plans can be started from them."""
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from tally import Tally  # noqa: E402
import draft_files as w  # noqa: E402
from draft_files import h, p, r, sdt, tbl, tc, tr  # noqa: E402

tally = Tally("forms")
verdict = tally.verdict
ehc = os.path.abspath(sys.argv[1]) if len(sys.argv) == 2 else sys.exit("usage: tests/forms.py EHC")
CLICK, DAY = "Click or tap here to enter text.", "Click or tap to enter a date."


def prompt(words=CLICK):
    return p(sdt(r(words), prompt=True))


def boxed(words=CLICK):
    """The control stands around the paragraph."""
    return sdt(p(words), prompt=True)


def row(*cells):
    return tr(*[tc(c) if c.startswith("<") else c for c in cells])


def provisions():
    return tbl(row("Provision", "By whom", "How often", "Review"), row(boxed(), boxed("Role and qualification"), boxed("Minutes, times, weeks"), boxed()))


PROMPTS = p("Education, Health and Care Plan") \
    + tbl(row("Name of child", prompt()), row("Date of birth", prompt(DAY)), row("NHS number", prompt()), row("School", boxed("Name of the school, or home"))) \
    + h("Section A: The views, interests and aspirations of the child") + prompt("What the child says, in the child's own words") \
    + h("Section B: Special educational needs") + tbl(row("Need", "Evidence"), row(boxed(), boxed("Which advice")), row(boxed(), boxed("Which advice"))) \
    + h("Section C: Health needs") + tbl(row("Health need"), row(boxed())) + h("Section D: Social care needs") + tbl(row("Social care need"), row(boxed())) \
    + h("Section E: Outcomes") + tbl(row("Outcome", "By when"), row(boxed(), boxed(DAY)), row(boxed(), boxed(DAY))) \
    + "".join(h(f"Section {s}: {title}") + provisions() for s, title in (
        ("F", "Special educational provision"), ("G", "Health provision"), ("H1", "Social care provision"), ("H2", "Any other social care provision"))) \
    + h("Section I: Placement") + tbl(row("Name of school", boxed()), row("Type of school", boxed("Choose an item."))) \
    + h("Section J: Personal budget") + prompt("Is a direct payment asked for?") \
    + h("Section K: Advice") + tbl(row("Advice", "Author", "Date"), row(boxed(), boxed(), boxed(DAY)))


def triple(area, n):
    return row(*[f"{{{{ {area}_{kind}_{n} }}}}" for kind in ("need", "provision", "outcome")])


HEADS = ("Special educational needs (B)", "Special educational provision (F)", "Outcomes (E)")
FIELDS = p("Education, Health and Care Plan") \
    + tbl(row("Name of child", "{{ name }}"), row("Date of birth", "{{ date_of_birth }}"), row("First language", "{{ child_or_young_person_first_language }}"), row("Sex", "«ChildSex»")) \
    + h("Section A: Views") + p("{{ child_views }}") + h("Sections B, F and E") \
    + p("Communication and interaction") + tbl(row(*HEADS), *[triple("communication", n) for n in range(1, 11)]) \
    + p("Cognition and learning") + tbl(row(*HEADS), *[triple("cognition", n) for n in range(1, 4)])


def run(*arguments):
    return subprocess.run([ehc, *arguments], capture_output=True, timeout=60, check=False)


def rules(path):
    done = run("check", "--format", "json", "--as-of", "none", "--fail-on", "never", path)
    return sorted((f["rule"], f["severity"]) for f in json.loads(done.stdout)["files"][0]["findings"])


def template_of(case, folder, body, *options):
    path, out = os.path.join(folder, case + ".docx"), os.path.join(folder, case + ".ehc")
    w.save(path, w.parts(body))
    done = run("import", *options, "-o", out, "--report", out + ".html", path)
    verdict(done.returncode in (0, 1), case, f"ended with {done.returncode}: {done.stderr[-300:]!r}")
    text = open(out, encoding="utf-8").read()
    verdict(run("fmt", "--check", out).returncode == 0, case, "should be laid out already")
    return path, out, text, done.stderr.decode() + open(out + ".html", encoding="utf-8").read()


def lines(case, text, *wanted):
    for one in wanted:
        verdict(re.search(rf"^ *{re.escape(one)}$", text, re.M), case, f"should have the line {one!r}: {text[:900]}")


def prompts(folder):
    case = "prompts"
    path, out, text, said = template_of(case, folder, PROMPTS)
    verdict(text.startswith("template: prompts\n"), case, "should be a template with the name of the file")
    verdict("became a template" in said, case, "the report should say so")
    lines(case, text, "child: [[child name]]", "born: [[date of birth]]", "placeholder child name: name", "placeholder date of birth: date", "placeholder NHS number: number",
          "placeholder name of the school, or home: words", "child's views: [[what the child says, in the child's own words]]", "need B1: [[need]]", "evidence: [[which advice]]",
          "who: [[role and qualification]]", "by: [[day]]", "provision H2.1: [[provision]]")
    verdict("need B2" not in text and "outcome E2" not in text and text.count("repeat: 1 to 10") == 9, case, f"parts that are alike should stand once: {text}")
    verdict("unplaced" not in text and "Click or tap" not in text and rules(out) == [], case, f"every prompt should be placed: {rules(out)}")
    verdict(rules(path) == rules(out), case, f"the form should be checked like the template: {rules(path)}")
    new = os.path.join(folder, "new.ehc")
    done = run("new", out, "--set", "child name=Kim Example", "--set", "date of birth=20 November 2015", "-o", new)
    verdict(done.returncode == 0, case, f"a plan should come out of it: {done.stderr!r}")
    plan = open(new, encoding="utf-8").read() if done.returncode == 0 else ""
    lines(case, plan, "child: Kim Example", "born: 20 November 2015", "status: working")
    verdict(("PRIV-003", "error") in rules(new), case, "what is left to fill in should be found in the plan")
    done = run("new", out, "--set", "date of birth=soon", "-o", os.path.join(folder, "bad.ehc"))
    verdict(done.returncode == 2, case, "a date of birth should have to be a date")
    w.save(path, w.parts(PROMPTS.replace(CLICK, "Kim Example", 1).replace("<w:showingPlcHdr/>", "", 1)))
    done = run("import", "-o", "-", path)
    verdict(b"template:" not in done.stdout and b"child: Kim Example" in done.stdout, case, "with the child's name filled in it is a plan")


def fields(folder):
    case = "fields"
    _, out, text, _ = template_of(case, folder, FIELDS)
    lines(case, text, "child: [[child name]]", "first language: [[first language]]", "sex: [[child sex]]", "placeholder first language: words", "placeholder child sex: words",
          "child's views: [[child views]]", "need B1: [[communication need]]", "provision F1: [[communication provision]]", "outcome E2: [[cognition outcome]]",
          "repeat: 0 to 10", "repeat: 0 to 3")
    verdict("{{" not in text and "«" not in text and "need B3" not in text, case, f"nothing of another system should be left: {text}")
    _, _, plan, _ = template_of("as-plan", folder, FIELDS, "--plan")
    verdict(plan.startswith("EHC plan:") and "{{ name }}" in plan and "need B13: " in plan, case, "--plan should leave the form as it is")
    _, _, forced, _ = template_of("forced", folder, FIELDS.replace("{{ name }}", "Kim Example"), "--template")
    verdict(forced.startswith("template: forced\n") and "child: Kim Example" in forced, case, "--template should make a template all the same")
    done = run("import", "--plan", "--template", "-o", "-", out)
    verdict(done.returncode == 2 and b"--template" in done.stderr, case, "a draft becomes one thing")
    done = subprocess.run([ehc, "import", "--template", "-"], input=b"Nothing to fill in.\n", capture_output=True, timeout=60, check=False)
    verdict(done.returncode in (0, 1) and done.stdout.startswith(b"template: stdin\n"), case, f"any draft may become a template: {done}")


with tempfile.TemporaryDirectory() as work:
    prompts(work)
    fields(work)
sys.exit(tally.end())
