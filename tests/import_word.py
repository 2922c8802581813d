#!/usr/bin/python3
"""import_word.py EHC - Word files and web pages: each thing that a Word file may hold, and files that are damaged or meant to harm."""
import html
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
from tally import Tally  # noqa: E402
import draft_files as w  # noqa: E402
from draft_files import box, choice, field, h, p, r, sdt, shape, symbol, t, tbl, tc, tr  # noqa: E402

tally = Tally("import-word")
verdict = tally.verdict
ehc = os.path.abspath(sys.argv[1]) if len(sys.argv) == 2 else sys.exit("usage: tests/import_word.py EHC")
TITLE = p("Education, Health and Care Plan")
B = h("Section B: Special educational needs")
F = h("Section F: Special educational provision")
E_ = h("Section E: Outcomes")
CARE = h("Health Care Plan") + p("Name: Ada Example")


# The address sanitizer lays terabytes aside for itself: under it the answers are judged, and not the memory.
with open(ehc, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()


def run(*arguments, memory=None):
    if SANITIZED:
        memory = None
    limit = (lambda: resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))) if memory else None
    return subprocess.run([ehc, *arguments], capture_output=True, timeout=120, check=False, preexec_fn=limit)


def words(text):
    return re.findall(r"[^\W_]+", text.lower().replace("’", "'"))


def printed(members):
    """The words that a reader of the file would see: text, not the instructions of fields."""
    return " ".join(" ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", text)) for name, text in members.items() if name.startswith("word/"))


def imported(case, path, draft_words, *options):
    out, report = path + ".out.ehc", path + ".report.html"
    done = run("import", *options, "-o", out, "--report", report, path)
    verdict(done.returncode in (0, 1), case, f"ended with {done.returncode}: {done.stderr[-300:]!r}")
    if done.returncode not in (0, 1):
        return "", ""
    plan, page = open(out, encoding="utf-8").read(), open(report, encoding="utf-8").read()
    rows = " ".join(re.findall(r"<tr><td>.*?</td><td>(.*?)</td><td></td>", page, re.S))
    have = set(words(plan)) | set(words(html.unescape(rows)))
    lost = [x for x in words(html.unescape(draft_words)) if x not in have]
    verdict(not lost, case, f"words of the draft are gone: {lost[:10]}")
    verdict(run("fmt", "--check", out).returncode == 0, case, "the plan is not in the canonical layout")
    return re.sub(r"\n {4,}", " ", plan), page


# name: body, what the plan must hold, what it must not hold, what the report must hold; options, other parts of the file
CASES = {
    "headings by style, and by a style that is based on one": (
        TITLE + B + h("Cognition and learning", "Sub") + p("B1 Ada reads 40 words."), ["section B:", "need B1: Ada reads 40 words.\n  category: Cognition and learning"], [], []),
    "numbers of a list": (
        TITLE + E_ + p("By July 2027 Ada will read 60 words.", num=2) + p("with no pictures", num=2, ilvl=1) + p("By July 2027 Ada will count to 50.", num=2),
        ["outcome E1: By July 2027 Ada will read 60 words.\n - a) with no pictures", "outcome E2: By July 2027 Ada will count"], [], []),
    "bullets by style": (TITLE + F + p("Staff will:") + p("use signs", "LB") + p("wait", "LB"), ["provision F1: Staff will use signs", "provision F2: Staff will wait"], [], []),
    "columns under their letters, a merged heading row": (
        TITLE + tbl(tr(tc("Special Educational Needs and Provision (B-F-E)\nCognition and learning\nSome children learn at a slower pace than others of their age do.", 3)),
                    tr(tc("Strengths", 3)), tr(tc("Ada counts well.", 3)), tr("B – Special Educational Needs", "F – Special Educational Provision", "E – Outcomes"),
                    tr("Ada cannot yet read.", "- A teacher reads with Ada.\n- A volunteer listens.", "By July 2027 Ada will read."), tr("Ada cannot yet write.", "", "")),
        ["row: Cognition and learning\nneed B1: Ada cannot yet read.\nprovision F1: A teacher reads with Ada.\nprovision F2: A volunteer listens.\noutcome E1: By July 2027",
         "row: Cognition and learning\nneed B2: Ada cannot yet write.", "strengths: Ada counts well.", "standard text: Some children learn"], ["provision F3"], []),
    "a list typed with dashes in one paragraph of a cell": (
        TITLE + tbl(tr("B – Special Educational Needs", "F – Special Educational Provision", "E – Outcomes"),
                    tr("Ada cannot yet read.", tc(p("<w:r>" + t("- A teacher reads with Ada.") + "<w:br/>" + t("- A volunteer listens.") + "</w:r>")), "By July 2027 Ada will read.")),
        ["provision F1: A teacher reads with Ada.\nprovision F2: A volunteer listens."], [], []),
    "cells merged downwards": (
        TITLE + F + tbl(tr("Special Educational Provision", "By whom", "Frequency"), tr("Reading aloud", tc("Teacher", 1, "restart"), "daily"), tr("Writing", tc("", 1, "continue"), "weekly"),
                        tr("Sums", "", "monthly")),
        ["provision F1: Reading aloud\n  who: Teacher\n  how often: daily", "provision F2: Writing\n  who: Teacher\n  how often: weekly", "provision F3: Sums\n  how often: monthly"], [],
        ["The cell is merged with the row above"]),
    "labels beside values": (
        TITLE + tbl(tr("Name:", "Ada Example", "Preferred name:", "Ada"), tr("Date of Birth:", tc("3 May 2017", 3)), tr("Hat size", tc("5", 3))) + B + p("B1 Ada reads 40 words."),
        ["child: Ada Example\n  known as: Ada\n  born: 3 May 2017", "unplaced: Hat size: 5"], [], []),
    "a table within a cell": (TITLE + F + tbl(tr(tc(p("Ada has a mentor.") + tbl(tr("Special Educational Provision", "By whom"), tr("Talks", "Mentor"))))), ["Ada has a mentor.", "Talks\n  who: Mentor"], [], []),
    "tracked changes": (
        TITLE + F + p(r("Ada has ") + f'<w:del w:id="1"><w:r><w:delText>some</w:delText></w:r></w:del><w:ins w:id="2">{r("two hours of")}</w:ins>' + r(" help.")),
        ["provision F1: Ada has two hours of help."], ["some"], ["deleted by a tracked change"]),
    "as it was before the tracked changes": (
        TITLE + F + p(r("Ada has ") + f'<w:del w:id="1"><w:r><w:delText>some</w:delText></w:r></w:del><w:ins w:id="2">{r("two hours of")}</w:ins>' + r(" help.")),
        ["provision F1: Ada has some help."], ["two hours"], ["inserted by a tracked change"], ["--original"]),
    "a paragraph mark that was deleted": (
        TITLE + F + p(r("Ada has"), extra='<w:rPr><w:del w:id="1"/></w:rPr>') + p("two hours of help."), ["provision F1: Ada has two hours of help."], [], []),
    "a row that was deleted": (
        TITLE + F + tbl(tr("Special Educational Provision", "By whom"), tr("Talks", "Mentor"), tr("Walks", "Guide", properties='<w:del w:id="1"/>')), ["Talks"], ["Walks"], ["in a row that a tracked change deleted"]),
    "the marks of a Tribunal's working document": (
        TITLE + F + p(r("Ada will ") + r("have access to", "strike") + r(" have", "b") + r(" 30 minutes of help each day.")), ["provision F1: Ada will have 30 minutes of help each day."], ["access"], ["struck through or hidden"]),
    "content controls and prompts": (
        TITLE + tbl(tr("Name:", tc(sdt(p("Ada Example")))), tr("Sex:", tc(p(sdt(r("Choose an item."), True))))) + B + p("B1 Ada reads."), ["child: Ada Example"], ["Choose"], ["a prompt of the form"]),
    "merge fields and form fields": (
        TITLE + tbl(tr("Name:", tc(p(field("MERGEFIELD Child_Forename", "«Child_Forename»")))), tr("UPN:", tc(p(field("MERGEFIELD Upn", "")))), tr("GP:", tc(p(field("FORMTEXT", "Dr Example"))))) + B + p("B1 Ada reads."),
        ["child: «Child_Forename»", "UPN: «Upn»", "GP: Dr Example"], ["MERGEFIELD", "FORMTEXT"], [], ["--plan"]),
    "boxes to tick": (TITLE + tbl(tr("Looked after child:", tc(p(box(True) + r("Yes ") + box(False) + r("No"))))) + B + p("B1 Ada reads."), ["looked after: Yes"], ["☒"], []),
    "a drop-down list": (TITLE + tbl(tr("Name:", "Ada Example"), tr("Year group:", tc(p(choice(["Year 1", "Year 2"], 1)))), tr("Sex:", tc(p(choice(["Choose one", "Female"], 0)))), tr("GP:", "Dr Example")) + B + p("B1 Ada reads."),
        ["year group: Year 2\n  GP: Dr Example"], ["Choose", "sex:"], ["Choose one"]),
    "boxes of symbol fonts, each font with its own": (
        CARE + h("Medicines") + p(symbol("Wingdings", "F0FE") + r(" Salbutamol inhaler")) + p(symbol("Wingdings", "F0A8") + r(" Ibuprofen")) + p(symbol("Wingdings 2", "F052") + r(" Cetirizine")) +
        p(symbol("Wingdings 2", "F0A3") + r(" Adrenaline")), ["medicine R1: Salbutamol inhaler\n  unconfirmed:", "medicine R2: Cetirizine"], ["Ibuprofen", "Adrenaline", "≤"], ["Ibuprofen", "Adrenaline"]),
    "a label in bold with its value behind a line break": (
        CARE + p(r("Date of birth", "b") + "<w:r><w:br/></w:r>" + r("3 May 2017")) + p(r("Seating", "b") + "<w:r><w:br/></w:r>" + r("Near the door.")),
        ["child: Ada Example\n  born: 3 May 2017", "care S1: Seating: Near the door."], ["unplaced:"], []),
    "of a list of boxes those that are ticked": (
        CARE + p("Medical condition: Asthma") + h("Triggers") + p(box(True) + r("Pollen ") + box(False) + r("Dust ") + box(True) + r("Cold air")) + h("Consent") + p("☐ I agree to photographs.") + p("☒ I agree to first aid."),
        ["condition M1: Asthma\n  triggers: Pollen, Cold air", "signed: I agree to first aid."], ["Dust", "photographs", "☐"], ["Dust", "photographs"]),
    "answers before and behind their boxes": (
        CARE + h("Daily care") + tbl(tr("Does she need help to eat?", "☐ Yes ☒ No"), tr("Does she need help to drink?", "Yes ☑ No ☐ If yes, how: a beaker."), tr("Does she need a chair?", "Yes ☐ No ☐")) + p("Can she swim? ☒ Yes ☐ No"),
        ["care S1: Does she need help to eat? No", "Does she need help to drink? Yes. If yes, how: a beaker.", "Can she swim? Yes"], ["care S1: Does she need help to eat? Yes"], []),
    "columns for yes and no": (
        CARE + h("Daily care") + tbl(tr("", "Yes", "No"), tr("Can she wash her hands by herself?", "☒", "☐"), tr("Can she dress by herself?", "☐", "☒"), tr("Can she swim by herself?", "☐", "☐")),
        ["care S1: Can she wash her hands by herself? Yes", "care S2: Can she dress by herself? No"], ["swim"], ["swim by herself"]),
    "a grid of boxes": (CARE + p("Medical condition: Asthma") + h("Triggers") + tbl(tr("☒", "Pollen", "☐", "Dust"), tr("☐", "Smoke", "☒", "Cold air")), ["triggers: Pollen; Cold air"], ["Dust", "Smoke"], []),
    "a box of which it cannot be told what it is for": (CARE + h("Daily care") + p("☒ Lunch is cut up.") + p("Morning ☒ noon ☐ night"), ["care S1: Lunch is cut up.", "unplaced: Morning ☒ noon ☐ night"], [], []),
    "cells that are there for the layout": (
        h("Allergy Action Plan") + tbl(tr("Name: Ada Example\nDate of birth: 3 May 2017", tc(r("This child has these allergies:", "b").join(("<w:p>", "</w:p>")) + p("Nuts") + p("Eggs")))),
        ["child: Ada Example\n  born: 3 May 2017", "condition M1: Nuts", "condition M2: Eggs"], [], []),
    "a consent form that is one table": (
        p(r("Consent for school to give medicine", "b")) + tbl(tr(tc(p(r("Child", "b")), 2)), tr("Name of child", "Ada Example"), tr(tc(p(r("Medicine", "b")), 2)), tr("Name of medicine", "Example tablets"), tr("Dosage and method", "1 tablet by mouth"),
            tr("Special precautions", "Give with food."), tr("Can she take it without help?", "☐ Yes ☒ No"), tr("Are there any side effects that the school/setting needs to know about?", "Sleepy"), tr("Who may give it", "Mrs Example"),
            tr(tc(p(r("Consent", "b")), 2)), tr(tc("☒ I consent to this.", 2))),
        ["child: Ada Example", "medicine R1: Example tablets\n  unconfirmed: read from", "  dose: 1 tablet by mouth\n", "unconfirmed: Special precautions: Give with food.\n  side effects: Sleepy\n  given by: Mrs Example\ncare S1: Can she take it without help? No",
         "signed: I consent to this."], [], []),
    "what the table below a heading is": (
        CARE + p(r("Her seizures", "b")) + tbl(tr("Type of seizure", "What it looks like"), tr("Absence", "Stares")) + p(r("Feeds at school", "b")) +
        tbl(tr("Time", "Feed", "Volume"), tr("10.00", "Example Feed", "150 ml")) + p(r("If something goes wrong", "b")) + tbl(tr("If you see", "Do"), tr("Coughing", "Stop the feed."), tr("A leak", "Ring home.")) +
        p(r("Staff signed off", "b")) + tbl(tr("Name", "Task", "Valid until"), tr("Ms Example", "Feeding", "2 May 2027")),
        ["condition M1: Absence\n  signs: Stares", "feed R1: Example Feed\n", "volume: 150 ml\n  unconfirmed:", "emergency X1: If something goes wrong\n  sign: Coughing\n  unconfirmed: Coughing - Stop the feed.\n  sign: A leak",
         "staff N1: Ms Example\n  trained for: Feeding\n  renew by: 2 May 2027"], ["condition M2", "signed:"], []),
    "columns of daily care": (
        CARE + h("Activities") + tbl(tr(tc(p(r("Activity", "b"))), tc(p(r("Risk", "b"))), tc(p(r("What we do", "b")))), tr("Swimming", "A seizure", "An adult on the side.")), ["care S1: Swimming; Risk: A seizure; What we do: An adult on the side."], ["care S2"], []),
    "labels in the lines of one cell, values in those of the next": (
        p(r("CONTINENCE CARE PLAN", "b")) + tbl(tr("Name:\nDate of birth:\nSchool:", "Ada Example\n3 May 2017\nElm Example School")) + h("Why this plan is needed") + p("Ada uses a catheter."),
        ["  school: Elm Example School", "child: Ada Example\n  born: 3 May 2017", "condition M1: Ada uses a catheter."], [], []),
    "a traffic light side by side": (
        CARE + tbl(tr(*(tc(p(r(x, "b"))) for x in ("GREEN: I am well", "AMBER: getting worse", "RED: attack"))),
                   tr("Inhaler, 2 puffs each morning", tc(p("I wake at night", "LB") + p("Give 2 puffs every 4 hours")), tc(p("My lips are blue", "LB") + p("2 more puffs") + p("Dial 999")))),
        ["care S1: GREEN: I am well: Inhaler, 2 puffs each morning\n  unconfirmed: the medicine and its amounts", "emergency X1: AMBER: getting worse\n  sign: I wake at night\n  unconfirmed: Give 2 puffs every 4 hours",
         "emergency X2: RED: attack\n  sign: My lips are blue\n  unconfirmed: 2 more puffs\n  unconfirmed: Dial 999"], [], []),
    "people in a cell each": (CARE + h("People who help me") + tbl(tr("Mum\nBo Example\n07700 900261", "Nurse\nCy Example\n01632 960262")), ["contact P1: Mum, Bo Example, 07700 900261", "contact P2: Nurse, Cy Example, 01632 960262"], [], []),
    "signs and steps by how bad it is": (
        CARE + h("Hypo: blood glucose below 4") + tbl(tr("", "Signs", "What to do"), tr("Mild", "Shaky", "Give juice.\nWait."), tr("Severe", "Fitting", "Dial 999.")) + h("Hyper: blood glucose above 14") + p("Give water."),
        ["emergency X1: Hypo: blood glucose below 4\n  sign: Mild: Shaky\n  unconfirmed: Mild - Give juice.\n  unconfirmed: Mild - Wait.\n  sign: Severe: Fitting\n  unconfirmed: Severe - Dial 999.\nemergency X2: Hyper: blood glucose above 14\n  unconfirmed: Give water."],
        ["unconfirmed: Mild\n"], []),
    "times across, and who beside a medicine": (
        CARE + h("Daily care") + tbl(tr("Time", "10.30", "12.30"), tr("Who", "Ms Example", "Mr Example")) + h("Insulin") + tbl(tr("Insulin", "Dose", "Supervised by"), tr("Example insulin", "4 units", "Mr Example")),
        ["care S1: Time: 10.30; Who: Ms Example", "care S2: Time: 12.30; Who: Mr Example", "medicine R1: Example insulin\n", "unconfirmed: Supervised by: Mr Example"], ["Example insulin, Mr"], []),
    "two forms about a medicine side by side": (
        CARE + h("Medicines") + tbl(tr("Medicine 1", "Example inhaler", "Medicine 2", "Example tablets"), tr("Dose", "Two puffs", "Dose", "One tablet"), tr("Expiry", "June 2027", "Expiry", "May 2028")),
        ["medicine R1: Example inhaler\n  unconfirmed:", "  dose: Two puffs\n  expires: June 2027\nmedicine R2: Example tablets\n", "  dose: One tablet\n  expires: May 2028"], ["Two puffs; One"], []),
    "a column for each person": (
        CARE + h("Contacts") + tbl(tr("Contact 1", "Contact 2"), tr("Bo Example", "Cy Example"), tr("07700 900271", "07700 900272")) + h("Telephone numbers", "Sub") +
        tbl(tr("", "Mother", "GP"), tr("Name", "Di Example", "Dr Example"), tr("Phone", "07700 900273", "01632 960274")),
        ["contact P1: Bo Example, 07700 900271", "contact P2: Cy Example, 07700 900272", "contact P3: Mother, Di Example, 07700 900273", "contact P4: GP, Dr Example, 01632 960274"], [], []),
    "short answers below marked questions": (
        CARE + p(r("1. How much is given?", "b")) + p("5 mg, one syringe") + p(r("2. May a second dose be given?", "b")) + p("☐ Yes ☒ No") + p(r("3. When should 999 be called?", "b")) + p("If she does not wake."),
        ["care S1: How much is given? 5 mg, one syringe\n  unconfirmed:", "care S2: May a second dose be given? No\n  unconfirmed:", "emergency X1: When should 999 be called?\n  unconfirmed: If she does not wake."], [], []),
    "ticks and blank cells below yes and no": (
        CARE + h("Consent") + tbl(tr("Permission", "Yes", "No"), tr("She may carry her own inhaler", "✓", ""), tr("She may go home by herself", "", "✓")),
        ["signed: She may carry her own inhaler, Yes", "signed: She may go home by herself, No"], [], []),
    "a title page in two cells, and a section that is empty in its column": (
        tbl(tr("Exampletown Council\nEducation, Health and Care Plan", "Status: Draft\nDate of plan: 1 June 2026")) + B + p("B1 Ada reads.") + h("Section H") +
        tbl(tr("H1: social care provision under the Act of 1970", "H2: any other social care provision"), tr("A carer takes Ada out for 2 hours a week.", "None.")),
        ["  authority: Exampletown Council", "status: Draft", "provision H1.1: A carer takes", "section H2: none"], ["unplaced:"], []),
    "two rows of headings, and a table that goes on after a page break": (
        TITLE + h("Sections B, E and F") + tbl(tr(tc("B Needs", 1, "restart"), tc("F Provision", 1, "restart"), tc("Delivery", 2), tc("E Outcomes", 1, "restart"), properties="<w:tblHeader/>"),
                                               tr(tc("", 1, "continue"), tc("", 1, "continue"), "Who", "How often", tc("", 1, "continue"), properties="<w:tblHeader/>"), tr("Ada cannot yet read.", "Reading aloud", "Teacher", "daily", "By July 2027 Ada will read."),
                                               tr("", "Spelling", "Assistant", "weekly", "")) + tbl(tr("Ada cannot yet write.", "Writing", "Teacher", "monthly", "By July 2027 Ada will write.")),
        ["need B1: Ada cannot yet read.\nprovision F1: Reading aloud\n  who: Teacher\n  how often: daily\noutcome E1:", "provision F2: Spelling\n  who: Assistant\n  how often: weekly",
         "need B2: Ada cannot yet write.\nprovision F3: Writing\n  who: Teacher\n  how often: monthly\noutcome E2:"], ["unplaced:"], []),
    "what to do and what not, and when to stop": (
        CARE + h("At mealtimes") + tbl(tr("Do", "Do not"), tr("Sit her up.", "Use a straw.\nDo not hurry.")) + h("Stop the meal and get help if") + p("she turns blue", "LB") + h("Something stuck") + p("Lean her forward.") + p("Ring 999.") +
        h("Seizure plan") + tbl(tr("Time", "What to do"), tr("5 minutes", "Ring 999.")),
        ["care S1: At mealtimes: Sit her up.\ncare S2: At mealtimes: Do not: Use a straw.\ncare S3: At mealtimes: Do not hurry.\nemergency X1: Stop the meal and get help if\n  sign: she turns blue\nemergency X2: Something stuck\n  unconfirmed: Lean her forward.\n  unconfirmed: Ring 999.",
         "emergency X3: Seizure plan\n  unconfirmed: 5 minutes - Ring 999."], ["condition"], []),
    "a medicine's form, a record of doses, people with colons": (
        CARE + h("Medicine") + tbl(tr("Name of medicine:", "Example liquid", "Form:", "Liquid"), tr("Dose:", "5 ml", "Prescribed by:", "Dr Example")) + h("Record of doses given") + tbl(tr("Date", "Time", "Dose"), tr("8 May 2026", "12.35", "5 ml")) +
        h("In an emergency ring") + tbl(tr("1st contact:", "Bo Example", "Phone:", "07700 900291"), tr("2nd contact:", "Cy Example", "Phone:", "07700 900292")),
        ["medicine R1: Example liquid\n", "  form: Liquid\n", "  dose: 5 ml\n", "  unconfirmed: Prescribed by: Dr Example", "unplaced: Date, Time, Dose\n 8 May 2026, 12.35, 5 ml", "contact P1: Bo Example, 07700 900291\ncontact P2: Cy Example, 07700 900292"], ["class:", "medicine R2", "emergency"], []),
    "labels with their values in one cell": (
        h("Health Care Plan") + tbl(tr("Child’s name\nAda Example", "Date of birth\n3 May 2017"), tr("School\nElm Example School", "Shoe size\n3")) + tbl(tr("Diagnosis: Asthma", "Asthma team: 01632 960301")) + h("What asthma means for Ada") + p("She coughs.") +
        h("Reviews") + tbl(tr("Date of review", "What changed"), tr("3 March 2026", "Nothing")),
        ["  school: Elm Example School", "child: Ada Example\n  born: 3 May 2017", "condition M1: Asthma\n  signs: She coughs.", "contact P1: Asthma team, 01632 960301", "unplaced: Date of review, What changed"], ["wishes", "condition M2"], []),
    "details with their labels, a cell each": (
        h("Health Care Plan") + tbl(tr("Name: Ada Example", "DOB: 3 May 2017", "School: Elm Example School")) + p("Diagnosis: Asthma"), ["  school: Elm Example School", "child: Ada Example\n  born: 3 May 2017"], ["unplaced:"], []),
    "a box that chooses its row, crosses below Y and N": (
        CARE + h("Medicines") + tbl(tr("", "Medicine", "Dose", "Route"), tr("☑", "Example pen", "1 injection", "thigh"), tr("☐", "Other pen", "2 injections", "arm")) +
        h("Daily care") + tbl(tr("", "Y", "N", "Notes"), tr("The kitchen has this plan", "X", "", "Mr Example"), tr("She wears a bracelet", "", "X", ""), tr("She wears a watch", "", "", "")),
        ["medicine R1: Example pen\n  dose: 1 injection", "care S1: The kitchen has this plan: Yes; Mr Example", "care S2: She wears a bracelet: No"], ["Other pen", "injections", "watch"], ["Other pen", "She wears a watch"]),
    "an order is no sign": (
        CARE + h("If she has a mild reaction") + p("Itchy mouth") + p("Give cetirizine.") + p("Watch her."), ["emergency X1: If she has a mild reaction\n  sign: Itchy mouth\n  unconfirmed: Give cetirizine.\n  unconfirmed: Watch her."], [], []),
    "letters of sections in cells of their own below a table": (
        TITLE + h("Section G") + tbl(tr("Provision", "Who"), tr("Hearing test", "Audiologist")) + tbl(tr("H1", "Social care provision")) + p("None.") + tbl(tr("H2", "Other social care provision")) + p("None."),
        ["provision G1: Hearing test", "section H1: none", "section H2: none"], ["provision G2"], []),
    "a form that is one table, with numbered parts across it": (
        p(r("Elm Example Federation", "b")) + p(r("INDIVIDUAL HEALTH CARE PLAN", "b")) +
        tbl(*(tr(tc(p(r(x, "b")), 2)) if isinstance(x, str) else tr(*x) for x in ("1. Pupil", ("Name", "Ada Example"), "2. Medical needs", ("Condition(s)", "Sickle cell disease"), "3. Emergency", ("Signs", "Chest pain"), ("Action", "Ring 999."), "4. Agreed by", ("Parent", "Bo Example")))),
        ["  school: Elm Example Federation", "child: Ada Example\n", "condition M1: Sickle cell disease", "emergency X1: Emergency\n  sign: Chest pain\n  unconfirmed: Ring 999.", "signed: Parent, Bo Example"], ["unplaced:"], []),
    "details behind dashes, an illness in the title": (
        h("Migraine Care Plan") + p("Pupil – Ada Example") + p("School – Elm Example High") + h("Ring", "Sub") + p("Bo Example (mum) 07700 900331"),
        ["  school: Elm Example High", "child: Ada Example", "condition M1: Migraine", "contact P1: Bo Example (mum) 07700 900331"], ["unplaced:"], []),
    "numbered steps with who does them, and headings that are no conditions": (
        CARE + h("Why Ada has a tracheostomy") + p("She breathes through it.") + h("If the tube comes out") + tbl(tr("Step", "What to do", "Who"), tr("1", "Change the tube.", "Ms Example"), tr("2", "Dial 999.", "Second adult")) + h("Suction") + p("Oxygen: 1 litre a minute."),
        ["emergency X1: If the tube comes out\n  unconfirmed: Ms Example: Change the tube.\n  unconfirmed: Second adult: Dial 999.", "condition M1: She breathes through it.", "care S1: Suction: Oxygen: 1 litre a minute.\n  unconfirmed:"], ["condition M2"], []),
    "letters alone above columns, and a box that says that there is nothing": (
        TITLE + h("Sections D, H1, H2 and E") + tbl(tr("D Social care needs", "H1", "H2", "E"), tr("Ada has no friends near home.", "A youth worker meets Ada for 2 hours a week.", "None", "By July 2027 Ada will go to a club.")) +
        h("Section J") + p("Personal budget: ☐ Requested ☒ Not requested"),
        ["need D1: Ada has no friends", "provision H1.1: A youth worker", "outcome E1: By July 2027", "section H2: none", "section J: none"], [], []),
    "amounts of insulin by meal, and what to do by what is seen": (
        CARE + h("Insulin") + tbl(tr(*(tc(p(r(x, "b"))) for x in ("Meal", "Ratio", "Given by"))), tr("Lunch", "1 unit for 10 g", "Ada")) + h("High glucose (above 14)") + tbl(tr("If Ada", "Do this"), tr("feels well", "Give water."), tr("is sick", "Ring 999.")) +
        h("Daily care") + tbl(tr("Lunch", "Cut up small.")),
        ["care S1: Lunch; Ratio: 1 unit for 10 g; Given by: Ada\n  unconfirmed:", "emergency X1: High glucose (above 14)\n  sign: feels well\n  unconfirmed: feels well - Give water.\n  sign: is sick\n  unconfirmed: is sick - Ring 999.",
         "care S2: Lunch: Cut up small."], [], []),
    "types of seizure that are ticked in the first column": (
        h("Health Care Plan") + tbl(tr("Learner", "Ada Example")) + h("Types of seizure", "Sub") + tbl(tr("Tick", "Type", "What staff see"), tr("☒", "Focal", "Plucks at her sleeve"), tr("☐", "Absence", "Stares")),
        ["child: Ada Example", "condition M1: Focal\n  signs: Plucks at her sleeve"], ["Absence", "Stares", "Tick"], ["Absence"]),
    "an answer of which the other is struck through, signs that staff notice, a number above a box": (
        CARE + tbl(tr("Completed by", "Nurse Example")) + h("About Ada") + tbl(tr("Can Ada say who helps her?", tc(p(r("Yes / ") + r("No", "strike")))), tr("Does she wear glasses at school?", tc(p(r("Yes", "strike") + r(" / No"))))) +
        h("Warning signs") + tbl(tr("What you notice", "What you do"), tr("Flushed face", "Sit her up.")) + h("Contacts") + p("Dad: 07700 900382") + tbl(tr("MILD REACTION")),
        ["  written by: Nurse Example", "care S1: Can Ada say who helps her? Yes\n", "care S2: Does she wear glasses at school? No", "emergency X1: Warning signs\n  sign: Flushed face\n  unconfirmed: Sit her up.", "contact P1: Dad: 07700 900382"], [], ["struck through"]),
    "medicines that expire, and who carries them": (
        h("Health Care Plan") + tbl(tr("Student", "Ada Example"), tr("My nursery is", "Elm Example Nursery")) + h("Medicines", "Sub") +
        tbl(tr("Name of medicine", "Dose", "Carries it: Y", "Carries it: N", "Expiry"), tr("Example inhaler", "2 puffs", "☑", "☐", "May 2027")) + h("Agreement", "Sub") +
        tbl(tr("Signed", "B Example", "Print name", "Bo Example"), tr("Relationship", "Father", "Date", "5 May 2026")),
        ["  school: Elm Example Nursery", "child: Ada Example", "medicine R1: Example inhaler\n  dose: 2 puffs\n", "  unconfirmed: Carries it: Yes\n", "  expires: May 2027", "signed: B Example, Bo Example", "signed: Father, 5 May 2026"], ["staff", "unplaced:"], []),
    "what may happen, what to do and who": (
        CARE + p(r("If this happens", "b")) + tbl(tr("What", "Do", "Who"), tr("The tube falls out", "Ring her nurse.", "Anyone"), tr("She goes blue", "999", "Anyone")) + p(r("Mouth care", "b")) + p("Brush her teeth.") + p(r("Trained", "b")) +
        tbl(tr("Who", "Trained by", "When", "Next due"), tr("Jo Example", "Nurse Example", "1 May 2026", "1 May 2027")),
        ["emergency X1: If this happens\n  sign: The tube falls out\n  unconfirmed: The tube falls out - Anyone: Ring her nurse.\n  sign: She goes blue\n  unconfirmed: She goes blue - Anyone: 999", "care S1: Mouth care: Brush her teeth.",
         "staff N1: Jo Example\n  trained by: Nurse Example\n  competent: 1 May 2026\n  renew by: 1 May 2027"], ["emergency X2", "training"], []),
    "a council whose name holds another word, what she says and wants": (
        h("Upland Council") + h("EHC Plan") + tbl(tr("Name:", "Ada Example")) + h("Section A") + h("What Ada says", "Sub") + p("I like bees.") + h("What Ada wants to do", "Sub") + p("To keep bees.") + B + p("B1 Ada reads.") + h("Section K") +
        tbl(tr("Type of advice", "Who", "When"), tr("College advice", "T Example, tutor", "3 March 2026")),
        ["  authority: Upland Council", "child's views: I like bees.", "aspiration A1: To keep bees.", "advice K1: College advice\n  author: T Example, tutor\n  dated: 3 March 2026"], ["unplaced:"], []),
    "four parts of a page in a table": (
        h("Asthma health care plan") + tbl(tr(tc(p(r("About me", "b")) + p("Name: Ada Example") + p("Date of birth: 3 May 2017")), tc(p(r("Who to call", "b")) + p("Mum: 07700 900401"))),
                                           tr(tc(p(r("My medicines", "b")) + p("Blue inhaler: 2 puffs")), tc(p(r("My triggers", "b")) + p("Cats", "LB")))),
        ["child: Ada Example\n  born: 3 May 2017", "contact P1: Mum: 07700 900401", "medicine R1: Blue inhaler: 2 puffs\n  unconfirmed:", "condition M1: Asthma\n  triggers: Cats"], ["unplaced:"], []),
    "a row of signatures whose first cell holds nothing at all": (CARE + h("Agreement") + tbl(tr("<w:tc></w:tc>", "Bo Example", "3 May 2026")), ["signed: Bo Example, 3 May 2026"], [], []),
    "people and their numbers, two pairs in a row": (
        CARE + h("Contacts") + tbl(tr("Parent name", "Bo Example", "Relationship", "Father"), tr("Telephone (home)", "01632 960201", "Telephone (mobile)", "07700 900202"), tr("GP name", "Dr C Example", "GP telephone", "01632 960203")),
        ["contact P1: Bo Example, Relationship: Father, Telephone (home): 01632 960201, Telephone (mobile): 07700 900202", "contact P2: Dr C Example, GP telephone: 01632 960203"], [], []),
    "headers, footers, comments, footnotes": (
        TITLE + F + p(r("Ada has help") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(".")), ["provision F1: Ada has help (footnote: from a teacher)."], ["Confidential", "Page", "Is this enough"],
        ["in the header of the pages", "in the footer of the pages", "a comment in the margin"], [], dict(header="Confidential", footer="Page 1", comment="Is this enough?", footnote="from a teacher")),
    "a text box, once": (TITLE + F + p(r("Ada has help.") + shape("Bo helps Ada daily.")), ["provision F1: Ada has help.", "provision F2: Bo helps Ada daily."], ["F3"], []),
    "contents, line breaks, tabs, symbols, hyphens": (
        TITLE + p("Section F: Provision 3", "T1") + F + p(f'<w:r>{t("Ada has")}<w:tab/>{t("one")}<w:noBreakHyphen/>{t("to")}<w:noBreakHyphen/>{t("one help at 10")}<w:sym w:font="Symbol" w:char="F0B0"/>{t(".")}</w:r>'),
        ["provision F1: Ada has one-to-one help at 10°."], [], ["a list of contents"]),
    "hidden words": (TITLE + F + p(r("Ada has help.") + r("secret", "vanish")), ["Ada has help."], ["secret"], ["struck through or hidden"]),
    "a glossary is no plan": (
        TITLE + tbl(tr("Section label", "What the section must include"), *(tr(f"Section {x}", "What it is about in law") for x in "ABCDEFG")) + B + p("B1 Ada reads.") + F + p("F1 Ada has help."),
        ["need B1: Ada reads.", "provision F1: Ada has help.", "standard text:"], ["need B2", "provision F2"], []),
    "numbers in a column of their own": (
        TITLE + B + tbl(tr("Need", "What it is", "Evidence"), tr("B1", "Ada cannot yet read.", "K4"), tr("B2", "Ada cannot yet write.", "")),
        ["need B1: Ada cannot yet read.\n  evidence: K4", "need B2: Ada cannot yet write."], ["need B3"], []),
    "a heading that gives the number, fields below": (
        TITLE + E_ + h("Outcome E5", "Sub") + p("By July 2027 Ada will read.") + tbl(tr("To be reached by", "21 July 2027"), tr("For", "B1"), tr("Provision", "F7")),
        ["outcome E5: By July 2027 Ada will read.\n  by: 21 July 2027\n  for: B1"], ["F7"], []),
    "a cell that holds nothing but a table": (TITLE + F + tbl(tr(tc(tbl(tr("Ada has a mentor."))), "Every day she reads.")), ["Ada has a mentor.", "Every day she reads."], [], []),
    "section letter and title on two lines": (TITLE + h("Section B") + h("My Special Educational Needs") + p("B1 Ada reads."), ["section B: My Special Educational Needs\n\nneed B1"], [], []),
    "advice in a table": (
        TITLE + B + p("B1 Ada reads.") + h("K - The advice and information gathered") +
        tbl(tr("Advice and information requested", "Date received", "Who from", "Appended"), tr("Medical advice", "3 May 2026", "Dr A Example", "Yes")),
        ["advice K1: Medical advice\n  received: 3 May 2026\n  author: Dr A Example\n  attached: Yes"], [], []),
    "signatures in a table": (TITLE + B + p("B1 Ada reads.") + p("Sign-off") + tbl(tr("Officer - name", "Officer - signature", "Date"), tr("P Example", "", "3 May 2026")), ["signed: P Example, 3 May 2026"], [], []),
    "a table for each area, an area that holds nothing, and who signed line by line": (
        h("Exampletown Council") + TITLE + tbl(tr(tc(p(r("This plan is for", "b"))), "Ada Example"), tr(tc(p(r("Attends", "b"))), "Elm Example School"), tr(tc(p(r("Issued as", "b"))), "Final plan"), tr(tc(p(r("To be reviewed by", "b"))), "8 March 2027"), tr(tc(p(r("Contact at the council", "b"))), "Officer 4")) +
        h("A  All about Ada") + tbl(tr(tc(p(r("What do I enjoy?", "b"))), "I like trains.")) + h("B, E and F  Needs, outcomes and provision") +
        "".join(tbl(tr(tc(p(r(area, "b")), 5)), tr(*(tc(p(r(x, "b"))) for x in ("Identified need (B)", "Outcome (E)", "What will be put in place (F)", "Staff and qualification", "How we will check"))), row)
                for area, row in (("Communication and interaction", tr("Ada speaks in phrases.", "By July 2028 Ada will answer questions.", "Speech therapy", "Therapist", "Notes each term")), ("Cognition and learning", tr("No needs in this area", "", "", "", "")))) +
        h("K  Advice") + p("Head teacher: P Example, report of 1 December 2025", num=3) + tbl(tr("Signed", ""), tr("Name", "Q Example"), tr("Position", "Head of SEND"), tr("Date", "9 March 2026")),
        ["status: Final plan", "plan writer: Officer 4", "review due: 8 March 2027", "child: Ada Example\n  setting: Elm Example School", "interests: I like trains.", "provision F1: Speech therapy\n  who: Therapist\n  review: Notes each term", "area Cognition and learning: none",
         "advice K1: Head teacher\n  author: P Example\n  dated: 1 December 2025", "signed: Q Example, Head of SEND, 9 March 2026"], ["unplaced", "need B2"], []),
    "a small table for each provision, with its number in the label": (
        h("Education, Health and Care Plan for Ada Example") + p("Version 3 – Amended Final Plan – 30 June 2026") + tbl(tr("Parent / carer 1", "Bo Example", "Relationship", "Mother"), tr("Category of need", "ASD", "Shoe", "3")) + B + p(r("1. Cognition and learning", "b")) + p("Ada has no additional needs in this area.") +
        h("SECTION E – Outcomes") + tbl(tr(tc(p(r("No.", "b"))), tc(p(r("Long-term outcome", "b"))), tc(p(r("Medium-term steps", "b")))), tr("1", "By July 2028 Ada will work in a group.", "- in a pair")) +
        h("SECTION F – Special educational provision") + p(r("Communication and interaction", "b")) + tbl(tr(tc(p(r("Provision F3", "b"))), "A social thinking course in a group of four"), tr("Delivered by", "Specialist teacher"), tr("Outcome(s) supported", "1")),
        ["status: amended final\n  dated: 30 June 2026", "primary need: ASD", "  parents: Bo Example, relationship: Mother", "area Cognition and learning: none", "provision F3: A social thinking course in a group of four\n  who: Specialist teacher\n  towards: E1"], ["provision F1", "standard text"], []),
    "steps below an outcome, and needs below headings of their own": (
        TITLE + h("A1 Summary of the child's history") + p("Ada was born early.") + h("Sections B, E and F") + h("Cognition and learning", "Sub") + tbl(tr(tc(p(r("Needs", "b")))), tr(tc(p(r("Literacy skills", "i", "u")) + p("Ada reads like a child of six.") + p(r("Numeracy skills", "i", "u")) + p("Ada adds within 10.")))) +
        tbl(tr(tc(p(r("Long-term outcomes (Section E)", "b")))), tr("By the end of Key Stage 2 Ada will read a story alone.")) + tbl(tr(tc(p(r("Medium-term outcomes", "b")))), tr("By July 2027 Ada will read a page.")) +
        tbl(tr(*(tc(p(r(x, "b"))) for x in ("Special Educational Provision (Section F)", "By Whom", "Which Need Does This Provision Meet"))), tr("Phonics in a group", "Assistant", "Literacy skills"), tr("Number lessons", "Teacher", "Numeracy skills")),
        ["history: Ada was born early.", "row: Cognition and learning\nneed B1: Ada reads like a child of six.\nneed B2: Ada adds within 10.\noutcome E1: By the end of Key Stage 2 Ada will read a story alone.\n  step: By July 2027 Ada will read a page.\nprovision F1: Phonics in a group\n  who: Assistant\n  towards: E1\n  for: B1", "provision F2: Number lessons\n  who: Teacher\n  towards: E1\n  for: B2"],
        ["outcome E2", "row: Literacy", "unplaced"], []),
    "two contacts across two columns each, and steps with their order": (
        CARE + p(r("1  Emergency contacts", "b")) + tbl(tr(tc(p(r("Contact 1", "b")), 2), tc(p(r("Contact 2", "b")), 2)), tr("Name", "Bo Example", "Name", "Cy Example"), tr("Relationship", "Mother", "Relationship", "Father"), tr("Mobile", "07700 900441", "Mobile", "07700 900442")) +
        p(r("2  Medication", "b")) + tbl(tr(*(tc(p(r(x, "b"))) for x in ("Name", "Strength and dose", "When taken"))), tr("Example tablets", "40 mg, one tablet", "8.00")) +
        p(r("3  If Ada collapses", "b")) + tbl(tr(*(tc(p(r(x, "b"))) for x in ("Order", "Action", "By whom"))), tr("1", "Shout for help.", "Nearest adult"), tr("2", "Call 999.", "Second adult")) +
        p(r("4  Staff trained", "b")) + tbl(tr(*(tc(p(r(x, "b"))) for x in ("Staff member", "Role", "Course date", "Valid until"))), tr("Mr Example", "Head of PE", "2 September 2025", "1 September 2026")),
        ["contact P1: Bo Example, Relationship: Mother, Mobile: 07700 900441\ncontact P2: Cy Example", "medicine R1: Example tablets\n  dose: 40 mg, one tablet\n", "emergency X1: If Ada collapses\n  unconfirmed: Nearest adult: Shout for help.\n  unconfirmed: Second adult: Call 999.", "staff N1: Mr Example, Head of PE\n  competent: 2 September 2025\n  renew by: 1 September 2026"],
        ["contact P3", "unplaced"], []),
    "a card for each outcome, with tables of provision in it": (
        TITLE + B + p("B1 Ada reads 40 words.") + h("Section C: Health needs") + p("C1 Ada has migraine.") + h("Sections E, F and G: Outcomes and provision") +
        "".join(tbl(tr(tc(p(r(f"OUTCOME {n} ", "b") + r(f"By July 2027 Ada will {what}.")), 2)), tr("Needs this relates to", ids), tr("Steps towards the outcome", "- By May 2027: half of it"),
                    tr(tc(p(r("Section F: Special educational provision", "b")) + tbl(tr("What will be provided", "Who will provide it", "Where"), tr(f"Lesson {n}", "Teacher", "Library")), 2)),
                    *([tr(tc(p(r("Section G: Health provision", "b")) + tbl(tr("What will be provided", "Who will provide it"), tr("Clinic", "Nurse")), 2))] if n == 2 else []))
                for n, what, ids in ((1, "read 60 words", "B1"), (2, "miss fewer lessons", "B1 and C1"))),
        ["section E:\n\noutcome E1: By July 2027 Ada will read 60 words.\n  step: By May 2027: half of it\n  for: B1\n\nsection F:\n\nprovision F1: Lesson 1\n  who: Teacher\n  where: Library\n  towards: E1\n\nsection E:\n\noutcome E2: By July 2027 Ada will miss fewer lessons.\n", "  for: B1, C1\n\nsection F:\n\nprovision F2: Lesson 2",
         "section G:\n\nprovision G1: Clinic\n  who: Nurse\n  towards: E2"], ["provision F3", "unplaced"], []),
    "a table of parents, and dates and questions by their words": (
        p(r("EXAMPLETOWN COUNCIL", "b")) + TITLE + p(r("Status of this plan: ") + box(False) + r(" Draft ") + box(True) + r(" Final")) + tbl(tr("Name", "Ada Example"), tr("EHC plan reference:", "EX-7"), tr("Is the child looked after by a local authority?", tc(p(box(False) + r(" Yes ") + box(True) + r(" No")))),
            tr("Nursery or school", "Elm Example School"), tr("SEND case officer", "Officer 4"), tr("Has capacity to decide about this plan?", "Not yet asked.")) +
        tbl(tr(tc(p(r("People with parental responsibility", "b")), 3)), tr("Name", "Relationship", "Contact number"), tr("Bo Example", "Mother", "07700 900101"), tr("Cy Example", "Father", "07700 900102")) +
        tbl(tr("Date request for assessment received", "12 January 2026"), tr("Date draft plan issued", "20 April 2026"), tr("Date by which the plan must be reviewed", "31 May 2027")) + B + p("B1 Ada reads."),
        ["EHC plan: EX-7", "status: Final", "  looked after: No", "setting: Elm Example School", "plan writer: Officer 4", "capacity: Not yet asked.", "  parents: Bo Example, Mother, 07700 900101; Cy Example, Father, 07700 900102", "assessment requested: 12 January 2026", "draft sent: 20 April 2026",
         "review due: 31 May 2027"], ["unplaced"], []),
    "where a need is known from, and an area across the other columns": (
        TITLE + B + tbl(tr("Area of need", "Ref", "Need", "Source"), tr(tc("Cognition and learning", 1, "restart"), "B1", "Ada reads 40 words.", "K2"), tr(tc("", 1, "continue"), "B2", "Ada counts to 20.", "K2, K3"), tr("Sensory and physical", tc("No needs identified.", 3))) +
        h("Section C: Health needs") + tbl(tr("C1", "Ada has migraine.", "K4")) + h("Section K: Advice") + tbl(tr("Type", "Author", "Received", "Document"), tr("Parental advice", "Bo Example", "3 March 2026", "View")),
        ["need B2: Ada counts to 20.\n", "  evidence: K2, K3", "area Sensory and physical: none", "need C1: Ada has migraine.\n  evidence: K4", "advice K1: Parental advice\n  author: Bo Example\n  received: 3 March 2026"], ["unplaced", "View", "advice K2"], ["a link of the page"]),
    "numbers of needs below the headings of areas, and what words in brackets tie": (
        TITLE + B + h("B1 Communication and interaction", "Sub") + p("1. Ada misses jokes.") + p("2. Ada needs words in writing.") + h("B2 Cognition and learning", "Sub") + p("1. Ada counts to 20.") + E_ +
        tbl(tr("Ref", "Pathway", "Outcome", "Relates to need"), tr("E1", "Employment", "Ada will work in a shop by July 2028.", "B1.1, B1.2"), tr("E2", "Health", "Ada will ring the clinic by July 2027.", "B2.1")) + F + h("F(i) Communication and interaction", "Sub") + p("A coach meets Ada weekly (Outcome E1)."),
        ["need B1.1: Ada misses jokes.", "need B1.2: Ada needs words", "need B2.1: Ada counts", "  theme: Employment\n  for: B1.1, B1.2", "  theme: Health\n  for: B2.1", "row: Communication and interaction\n", "(Outcome E1).\n  towards: E1"], ["unplaced"], []),
    "a prompt around a paragraph": (TITLE + tbl(tr("Name:", tc(sdt(p("Ada Example")))), tr("Ethnicity:", tc(sdt(p("Choose an item."), prompt=True)))) + B + p("B1 Ada reads."), ["child: Ada Example"], ["Choose", "ethnicity"], ["a prompt of the form"]),
    "a column for each level of an emergency, and an illness that the title names": (
        tbl(tr(tc(p(r("Elm Example Hospital", "b")), 2)), tr(tc(p(r("INDIVIDUAL HEALTHCARE PLAN: ADRENAL INSUFFICIENCY", "b")), 2)), tr("Name", "Ada Example")) + p(r("Why Ada needs this plan", "b")) + p("Ada’s body does not make the hormone cortisol.") +
        p(r("Who to contact", "b")) + tbl(tr("", "Name", "Role", "Telephone"), tr("1", "Bo Example", "Mother", "07700 900611"), tr("2", "Cy Example", "Aunt", "07700 900612")) +
        p(r("What to do when Ada is unwell", "b")) + tbl(tr("", "Level 1: minor", "Level 2: severe"), tr("What you see", "Runny nose", "Vomiting\nDrowsy"), tr("What to do", "Usual dose.", "Give the injection.\nCall 999.")) +
        p(r("The emergency bag goes with Ada", "b")) + p("to PE and swimming", "LB") + p(r("What Ada says", "b")) + p("Please make no fuss."),
        ["condition M1: Adrenal insufficiency\n  signs: Ada’s body does not make", "contact P1: Bo Example, Mother, 07700 900611", "emergency X1: What to do when Ada is unwell: Level 1: minor\n  sign: Runny nose\n  unconfirmed: Usual dose.\nemergency X2: What to do when Ada is unwell: Level 2: severe\n  sign: Vomiting\n  sign: Drowsy\n  unconfirmed: Give the injection.\n  unconfirmed: Call 999.",
         "care S1: The emergency bag goes with Ada: to PE and swimming", "child's wishes: Please make no fuss."], ["condition M2", "emergency X3", "unplaced"], []),
    "the same outcome beside its provision": (
        TITLE + E_ + p("By July 2027 Ada will read 60 words.") + F + tbl(tr("Outcome", "Special Educational Provision"), tr("By July 2027 Ada will read 60 words.", "Reading each day")), ["outcome E1", "Reading each day"], ["outcome E2"], []),
}


def cases(folder):
    for n, (case, (body, wanted, unwanted, said, *more)) in enumerate(CASES.items()):
        members = w.parts(body, **(more[1] if len(more) > 1 else {}))
        path = os.path.join(folder, f"w{n}.docx")
        w.save(path, members)
        plan, page = imported(case, path, printed(members), *(more[0] if more else []))
        for line in wanted:
            verdict(line in plan, case, f"the plan should hold {line!r}:\n{plan}")
        for line in unwanted:
            verdict(line not in plan, case, f"the plan should not hold {line!r}")
        for line in said:
            verdict(line in html.unescape(page), case, f"the report should say {line!r}")


def refused(folder, case, data, said, name="x.docx", memory=None):
    path = os.path.join(folder, name)
    with open(path, "wb") as f:
        f.write(data)
    out = path + ".ehc"
    done = run("import", "-o", out, path, memory=memory)
    verdict(done.returncode == 2, case, f"should be refused, ended with {done.returncode}")
    verdict(said in done.stderr.decode(errors="replace"), case, f"should say {said!r}, says {done.stderr[-200:]!r}")
    verdict(not os.path.exists(out), case, "nothing should be written")
    done = run("check", "--annotate", out, path, memory=memory)
    verdict(done.returncode == 2 and said in done.stderr.decode(errors="replace") and not os.path.exists(out), case, "ehc check should refuse it too, and annotate nothing")
    os.remove(path)


def packed(folder, members):
    path = os.path.join(folder, "made.docx")
    w.save(path, members)
    data = open(path, "rb").read()
    os.remove(path)
    return data


def hostile(folder):
    good = w.parts(TITLE + F + p("Ada has help."))
    data = packed(folder, good)
    document = good["word/document.xml"]
    refused(folder, "nothing", b"", "is empty")
    refused(folder, "cut off", data[: len(data) // 2], "is damaged")
    refused(folder, "not Word at all", b"\x00\x01\x02 nothing", "no Word file")
    refused(folder, "a password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "password")
    refused(folder, "an old Word file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "old Word file", "x.doc")
    refused(folder, "rich text", b"{\\rtf1 x}", "rich text")
    refused(folder, "a PDF", b"%PDF-1.7\n", "PDF")
    refused(folder, "another zip", packed(folder, {"xl/workbook.xml": "<x/>"}), "no Word document")
    refused(folder, "XML that ends early", packed(folder, {**good, "word/document.xml": document[:-60]}), "is damaged")
    refused(folder, "entities", packed(folder, {**good, "word/document.xml": document.replace("?>", '?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>', 1).replace("Ada has", "&b;")}), "document type")
    refused(folder, "an entity of a file", packed(folder, {**good, "word/document.xml": document.replace("?>", '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', 1).replace("Ada has", "&a;")}), "document type")
    deep = "<w:tbl><w:tr><w:tc>" * 10000 + p("x") + "</w:tc></w:tr></w:tbl>" * 10000
    refused(folder, "ten thousand tables in one another", packed(folder, w.parts(TITLE + deep)), "nested")
    refused(folder, "a hundred million characters", packed(folder, w.parts(p("x" * 100_000_000))), "million bytes", memory=1 << 30)
    refused(folder, "thirty million characters in one paragraph", packed(folder, w.parts(p("x " * 15_000_000))), "longer than any plan", memory=1 << 30)
    refused(folder, "a page that is nested too deeply", b"<html><body>" + b"<div>" * 5000 + b"x", "nested", "x.html")
    path = os.path.join(folder, "paths.docx")
    with zipfile.ZipFile(path, "w") as z:
        for name, text in {**{k: v for k, v in good.items() if "document.xml.rels" not in k}, "../../escape.txt": "x", "/etc/escape": "x"}.items():
            z.writestr(name, text)
        z.writestr("word/_rels/document.xml.rels", '<Relationships><Relationship Type="x/styles" Target="../../../etc/passwd"/><Relationship Type="x/header" Target="http://192.0.2.1/x" TargetMode="External"/></Relationships>')
    verdict("Ada has help." in run("import", "-q", "-o", "-", path).stdout.decode(), "names that lead outside", "the plan should be read, the names passed over")


def pages(folder):
    page = """<!DOCTYPE html><html><head><title>x</title><style>b{}</style></head><body><nav>Menu</nav><h1>Education, Health and Care Plan</h1>
<table><tr><th>Child's name</th><td>Ada Example</td></tr></table><h2>Section B: Special educational needs</h2><p>B1 Ada reads
40 words.</p><h2>Section F</h2><table><tr><th>Special Educational Provision</th><th>By whom</th></tr>
<tr><td>Reading</td><td rowspan="2">Teacher</td></tr><tr><td>Writing</td></tr></table><p>Staff will:</p><ul><li>sign</li><li>wait</li></ul><p><s>gone</s></p><script>bad()</script></body></html>"""
    path = os.path.join(folder, "page.html")
    with open(path, "w", encoding="utf-8") as f:
        f.write(page)
    seen = re.sub(r"<(script|style|title)>.*?</\1>|<[^>]+>", " ", page)
    plan, report = imported("a web page", path, seen)
    for line in ("child: Ada Example", "need B1: Ada reads 40 words.", "provision F1: Reading\n  who: Teacher", "provision F2: Writing\n  who: Teacher", "provision F3: Staff will sign"):
        verdict(line in plan, "a web page", f"the plan should hold {line!r}:\n{plan}")
    verdict("bad" not in plan and "struck through" in report, "a web page", "scripts and struck words should not be in the plan")


def checked(folder):
    """ehc check on the draft itself: places in terms of Word."""
    case = "check"
    drafts = os.path.join(folder, "drafts")
    os.mkdir(drafts)
    path = os.path.join(drafts, "draft.docx")
    w.save(path, w.parts(TITLE + F + tbl(tr("Special Educational Provision", "By whom"), tr("Reading", "Teacher"), tr("Ada will have access to help as appropriate.", "Staff"))))
    out = json.loads(run("check", "--format", "json", "--as-of", "none", drafts).stdout)
    found = [f for f in out["files"][0]["findings"] if f["text"] and "as appropriate" in f["text"]]
    verdict(len(out["files"]) == 1 and found, case, "a folder's Word files should be checked")
    for f in found[:1]:
        o = f.get("origin", {})
        verdict((o.get("table"), o.get("row"), o.get("column"), o.get("heading")) == (1, 3, 1, "Section F: Special educational provision"), case, f"the place should be that of the cell: {o}")
    text = run("check", "--as-of", "none", path).stdout.decode()
    verdict("table 1, row 3, column 1" in text, case, "people should be told the place in the Word file")


with tempfile.TemporaryDirectory() as work:
    cases(work)
    hostile(work)
    pages(work)
    checked(work)
sys.exit(tally.end())
