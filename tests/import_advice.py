#!/usr/bin/python3
"""import_advice.py EHC - reports of invented professionals, in the layouts in which they write them, and what `ehc import --advice` makes of them.

Of every report: what comes out is an advice report without a fault of syntax, laid out already; each word of the report is in it, or is named by
the import's own report. Then, case by case, what a reader of that report would expect to find.
"""
import html
import os
import re
import subprocess
import sys
import tempfile

import draft_files as w
from draft_files import h, p, r, tbl, tc, tr
from tally import Tally

tally = Tally("import-advice")
verdict = tally.verdict
ehc = sys.argv[1] if len(sys.argv) == 2 else sys.exit("usage: tests/import_advice.py EHC")


def run(*arguments):
    return subprocess.run([ehc, *arguments], capture_output=True, timeout=60, check=False)


def words(text):
    return re.findall(r"[^\W_]+", text.lower().replace("’", "'"))


def imported(case, path, seen):
    out, report = path + ".ehc", path + ".report.html"
    done = run("import", "--advice", "-o", out, "--report", report, path)
    verdict(done.returncode in (0, 1), case, f"ended with {done.returncode}: {done.stderr[-300:]!r}")
    if done.returncode not in (0, 1):
        return ""
    text, page = open(out, encoding="utf-8").read(), open(report, encoding="utf-8").read()
    have = set(words(text)) | set(words(html.unescape(" ".join(re.findall(r"<tr><td>.*?</td><td>(.*?)</td><td></td>", page, re.S)))))
    lost = [x for x in words(seen) if x not in have]
    verdict(not lost, case, f"words of the report are gone: {lost[:10]}")
    verdict(run("fmt", "--check", out).returncode == 0, case, "it is not in the canonical layout")
    faults = re.findall(r'"rule":"(SYN-\d+)"', run("check", "--format", "json", "--as-of", "none", out).stdout.decode())
    verdict(not faults, case, f"it has faults of syntax: {faults}\n{text}")
    return re.sub(r"\n {4,}", " ", text)


def strong(text):
    return p(r(text, "b"))


# case: (body of a Word file, or text), what must stand in the advice report, what must not
REPORTS = {
    "speech and language therapy, headings and numbered recommendations": (
        h("Speech and Language Therapy Report") + p("Name: Ada Example") + p("DOB: 3 May 2017 (9 years)") + p("Report by: Jo Example, speech and language therapist") + p("Date of report: 4 June 2026") +
        h("Background") + p("Ada was seen twice at school.") + h("Summary of needs") + p("Ada says words of two syllables unclearly.", "LB") + p("Ada follows one instruction of three.", "LB") +
        h("Outcomes") + p("By July 2027 Ada says 8 of 10 long words clearly.") +
        h("Recommendations") + p("The following is recommended:") + p("A speech and language therapist teaches Ada clear words, 45 minutes once a week, one-to-one.", num=3) +
        p("Who: speech and language therapist. How often: 45 minutes once a week, 38 weeks a year.") + p("The therapist trains two teaching assistants, 2 hours once a year.", num=3) +
        p("Jo Example") + p("Speech and language therapist") + p("Signed: Jo Example, 4 June 2026"),
        ["advice report: Speech and Language Therapy Report", "author: Jo Example\n  role: speech and language therapist\n  dated: 4 June 2026", "child: Ada Example\n  born: 3 May 2017", "(9 years)",
         "need B1: Ada says words of two syllables", "need B2: Ada follows one", "outcome E1: By July 2027 Ada says 8 of 10", "provision F1: A speech and language therapist teaches",
         "  who: speech and language therapist.", "  how often: 45 minutes once a week, 38 weeks a year.", "provision F2: The therapist trains", "signed: Jo Example, 4 June 2026", "Ada was seen twice"],
        ["provision F3", "need B3", "provision F1: The following", "\n Jo Example"]),
    "occupational therapy, a table with who and how often": (
        tbl(tr("Child's name", "Bo Example", "Date of birth", "9 March 2015"), tr("Author", "Lee Example", "Role", "occupational therapist, HCPC registered"), tr("Date of report", "12 May 2026", "Hat size", "5")) +
        h("Occupational therapy advice") + h("Needs and recommended provision") +
        tbl(tr(*[tc(strong(x)) for x in ("No", "Difficulty", "Outcome", "Recommendation", "By whom", "Frequency")]),
            tr("1", "Bo cannot hold a pencil for two lines.", "By July 2027 Bo writes five lines.", "Hand strengthening exercises", "teaching assistant trained by the therapist", "10 minutes every school day, one-to-one"),
            tr("2", "Bo falls on stairs.", "", "The therapist visits school to adapt the stairs.", "occupational therapist", "once, 2 hours")) + h("References") + p("A test of hands, 2019."),
        ["advice report: Occupational therapy advice\n  author: Lee Example\n  role: occupational therapist, HCPC registered\n  dated: 12 May 2026", "child: Bo Example\n  born: 9 March 2015", "Hat size: 5",
         "need B1: Bo cannot hold", "outcome E1: By July 2027 Bo writes five lines.\n  for: B1",
         "provision F1: Hand strengthening exercises\n  who: teaching assistant trained by the therapist\n  how often: 10 minutes every school day, one-to-one\n  for: B1\n  towards: E1",
         "need B2: Bo falls on stairs.", "provision F2: The therapist visits school to adapt the stairs.\n  who: occupational therapist\n  how often: once, 2 hours\n  for: B2", "A test of hands, 2019."],
        ["outcome E2", "provision F3", "towards: E2"]),
    "educational psychology, bold headings and areas of need": (
        strong("EXAMPLETOWN EDUCATIONAL PSYCHOLOGY SERVICE") + strong("Psychological advice for an education, health and care needs assessment") + p("Pupil: Cy Example") + p("Date of birth: 1 January 2016") +
        p("Prepared by Dr A Example, educational psychologist") + p("Date: 20 April 2026") + strong("Views of Cy") + p("Cy likes snails.") +
        strong("STRENGTHS") + p("Cy remembers faces.") + strong("DIFFICULTIES") + p("Cy reads 12 of the first hundred words.") + p("Cy leaves the room four times a day.") +
        strong("RECOMMENDED PROVISION") + strong("Cognition and learning") + p("The class teacher will:") + p("read with Cy for 10 minutes every school day, one-to-one", "LB") + p("teach five new words each week", "LB") +
        strong("Feeling safe") + p("A key adult meets Cy each morning for 10 minutes.", "LB") + strong("CONCLUSION") + p("I am happy to discuss this report."),
        ["advice report: Psychological advice for an education, health and care needs assessment", "author: Dr A Example\n  role: educational psychologist\n  dated: 20 April 2026", "child: Cy Example",
         "strengths: Cy remembers faces.", "need B1: Cy reads 12", "need B2: Cy leaves the room", "provision F1: The class teacher will read with Cy", "provision F2: The class teacher will teach five",
         "provision F3: A key adult meets Cy", 'note: under the heading "Feeling safe"', "I am happy to discuss", "Cy likes snails"],
        ["provision F4", "need B3"]),
    "plain text": (
        """Physiotherapy report

Name: Di Example
DOB: 2 February 2014
Date of report: 3 March 2026

Needs
Di walks 20 metres with a frame.

Recommendations
1. A physiotherapist works with Di for 30 minutes once a fortnight, one-to-one.
2. A trained teaching assistant does the exercises with Di for 15 minutes each school day.

Report by: Sam Example, physiotherapist

Conclusion
Di has made progress.
""",
        ["advice report: Physiotherapy report\n  dated: 3 March 2026\n  author: Sam Example\n  role: physiotherapist", "child: Di Example\n  born: 2 February 2014", "need B1: Di walks 20 metres",
         "provision F1: A physiotherapist works", "provision F2: A trained teaching assistant", "Di has made progress."],
        ["provision F3", "need B2"]),
    "a web page": (
        """<html><body><h1>Advice of a teacher of the deaf</h1><p>Name: Ed Example</p><p>Author: Val Example</p><p>Date: 5 May 2026</p><h2>Recommendations</h2>
<table><tr><th>Strategy</th><th>Who</th><th>How often</th></tr><tr><td>Checks of the hearing aids</td><td>teaching assistant</td><td>5 minutes every school day</td></tr></table></body></html>""",
        ["advice report: Advice of a teacher of the deaf\n  author: Val Example\n  dated: 5 May 2026", "child: Ed Example", "provision F1: Checks of the hearing aids\n  who: teaching assistant\n  how often: 5 minutes every school day"],
        ["provision F2"]),
}


def saved(folder, n, body):
    ending = "html" if body.startswith("<html") else "docx" if body.startswith("<") else "txt"
    path = os.path.join(folder, f"r{n}.{ending}")
    if ending == "docx":
        w.save(path, w.parts(body))
    else:
        with open(path, "w", encoding="utf-8") as f:
            f.write(body)
    return path, re.sub(r"<[^>]+>", lambda m: "" if m.group().startswith(("<w:r>", "</w:r>", "<w:t", "</w:t>")) else " ", body)


def reports(folder):
    for n, (case, (body, wanted, unwanted)) in enumerate(REPORTS.items()):
        path, seen = saved(folder, n, body)
        text = imported(case, path, html.unescape(seen))
        for line in wanted:
            verdict(line in text, case, f"there should be {line!r}:\n{text}")
        for line in unwanted:
            verdict(line not in text, case, f"there should be no {line!r}:\n{text}")


PLAN = """EHC plan: EX-1
  status: draft
  authority: Example County Council

child: Ada Example

section B:
need B1: Ada says words of two syllables unclearly and follows one instruction of three.

section F:
provision F1: A speech and language therapist teaches Ada clear words.
  for: B1
  who: speech and language therapist
  how much: 30 minutes, once a week, 38 weeks a year, one-to-one
"""


def beside_a_plan(folder):
    case = "a plan beside a report in Word"
    plan = os.path.join(folder, "plan.ehc")
    with open(plan, "w", encoding="utf-8") as f:
        f.write(PLAN)
    path, _ = saved(folder, "beside", list(REPORTS.values())[0][0])
    found = re.findall(r'"rule":"([A-Z]+-\d+)"', run("check", "--format", "json", "--as-of", "none", "--advice", path, plan).stdout.decode())
    verdict("QUANT-028" in found, case, f"45 minutes became 30: {sorted(set(found))}")
    verdict("ADV-017" in found, case, "the training of assistants is not in the plan")
    whole = os.path.join(folder, "whole.docx")
    w.save(whole, w.parts(h("Education, Health and Care Plan") + h("Section I: Placement") + p("Example School") + h("Section K: Advice") + p("K1 Advice")))
    done = run("import", "--advice", "-o", os.path.join(folder, "whole.ehc"), whole)
    verdict(done.returncode == 2 and b"is an EHC plan" in done.stderr, "a plan is no report", f"{done.returncode} {done.stderr!r}")
    verdict(not os.path.exists(os.path.join(folder, "whole.ehc")), "a plan is no report", "nothing should be written")


def more_than_is_compared(folder):
    case = "more recommendations than one comparison takes"
    plan, report = os.path.join(folder, "plan.ehc"), os.path.join(folder, "many.ehc")
    with open(report, "w", encoding="utf-8") as f:
        f.write("advice report: Physiotherapy\n\nchild: Ada Example\n\n" + "".join(f"provision F{n}: Exercise {n}.\n" for n in range(1, 1504)))
    out = run("check", "--format", "json", "--as-of", "none", "--advice", report, plan).stdout.decode()
    verdict("Only the first 1500 recommendations" in out and "3 more were not" in out, case, "what was not compared should be said")


with tempfile.TemporaryDirectory() as work:
    reports(work)
    beside_a_plan(work)
    more_than_is_compared(work)
sys.exit(tally.end())
