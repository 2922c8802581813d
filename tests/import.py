#!/usr/bin/python3
"""import.py EHC - drafts of invented plans, in the layouts that councils use, and what the import makes of them.

Of every draft: the plan that comes out parses without a fault and is laid out already; each word of the draft is in it, or in the report as
left out. Then, case by case, what a reader of that draft would expect to find.
"""
import html
import os
import re
import resource
import subprocess
import sys
import tempfile

from draft_texts import LAYOUTS
from tally import Tally

tally = Tally("import")
verdict = tally.verdict
ehc = sys.argv[1] if len(sys.argv) == 2 else sys.exit("usage: tests/import.py EHC")


def run(*arguments, data=None):
    return subprocess.run([ehc, *arguments], input=data, capture_output=True, timeout=120, check=False)


def words(text):
    return re.findall(r"[^\W_]+", text.lower().replace("’", "'"))


def everything_is_there(case, draft_words, plan, page):
    """Each word is in the plan, or in a row of the page that says why it is not."""
    rows = re.findall(r"<tr><td>.*?</td><td>(.*?)</td><td></td>", page, re.S)
    have = set(words(plan)) | set(words(html.unescape(" ".join(rows))))
    lost = [w for w in words(draft_words) if w not in have]
    verdict(not lost, case, f"words of the draft are gone: {lost[:10]}")


def imported(case, path, draft_words, *options):
    """The plan as one string of lines joined by their continuation, and its report; None where there is none."""
    out, report = path + ".out.ehc", path + ".report.html"
    done = run("import", *options, "-o", out, "--report", report, path)
    verdict(done.returncode in (0, 1), case, f"ended with {done.returncode}: {done.stderr[-300:]!r}")
    if done.returncode not in (0, 1):
        return None
    plan = open(out, encoding="utf-8").read()
    page = open(report, encoding="utf-8").read()
    everything_is_there(case, draft_words, plan, page)
    verdict(run("fmt", "--check", out).returncode == 0, case, "the plan is not in the canonical layout")
    faults = [f for f in re.findall(r'"rule":"(SYN-\d+)"', run("check", "--format", "json", "--as-of", "none", out).stdout.decode()) if f != "SYN-004"]
    verdict(not faults, case, f"the plan has faults of syntax: {faults}")
    return re.sub(r"\n {4,}", " ", plan)


TEXTS = {
    "sections in every form": ("""EXAMPLETOWN COUNCIL
EDUCATION, HEALTH AND CARE PLAN

Child's name: Ada Example
Date of birth: 3 May 2017
Plan number: EX-7
Status: Draft
Shoe size: 3

(A) Views, Interests and Aspirations
What I like
Ada likes snails.
My hopes
To keep bees.

SECTION B. SPECIAL EDUCATIONAL NEEDS
Cognition and learning
B1 Ada reads 40 words.
B2: Ada counts to 20.

Section C: Health needs
None identified.

PART D - SOCIAL CARE NEEDS
Not applicable.

SECTIONS E AND F
Cognition and learning
Section E outcomes
E1. By July 2027 Ada will read 120 words.
Section F provision
F1. Provision: Reading taught one-to-one. Who: teacher (QTS). How often: 20 minutes every school day. Reviewed: each term by the SENCO.
Monitoring: the school sets targets each term.

Section G
Health provision
None.
SECTION H1 - Social care provision
None.
SECTION H2 - Other social care provision
None.
SECTION I - PLACEMENT
Name: Elm Example Primary School
Type: mainstream
SECTION J - PERSONAL BUDGET
None requested.
SECTION K - ADVICE
K1 Educational advice - Mrs T Example, SENCO - 5 March 2026
K2 Social care: no reply received

Signed for Exampletown Council: P Example
Date: 1 April 2026
""", ["EHC plan: EX-7", "authority: EXAMPLETOWN COUNCIL", "child: Ada Example", "unplaced: Shoe size: 3", "interests: Ada likes snails.", "aspiration A1: To keep bees.",
      "need B1: Ada reads 40 words.\n  category: Cognition and learning", "need B2: Ada counts to 20.", "section C: none\n  because: None identified.", "section D: none",
      "row: Cognition and learning\noutcome E1: By July 2027", "provision F1: Reading taught one-to-one.\n  who: teacher (QTS).\n  how often: 20 minutes every school day.\n  review: each term by the SENCO.",
      "monitoring: the school sets", "section G: none", "section H1: none", "section I: PLACEMENT\n  name: Elm Example Primary School\n  type: mainstream", "section J: none",
      "advice K1: Educational advice\n  author: Mrs T Example, SENCO\n  dated: 5 March 2026", "advice K2: Social care\n  reply: no reply received",
      "signed: for Exampletown Council: P Example, 1 April 2026"], []),
    "provision below the number of an outcome": ("""Education, Health and Care Plan
Section E: Outcomes
1. By July 2027 Bo will write five sentences alone.
2. By July 2027 Bo will play a game with two others.
Section F: Special educational provision
Outcome 2
What: A board game in a group of 3
How often: 30 minutes every Friday
Outcome E1
What: Spelling taught one-to-one
How often: 15 minutes every school day
""", ["provision F1: A board game in a group of 3\n  how often: 30 minutes every Friday\n  towards: E2", "provision F2: Spelling taught one-to-one\n  how often: 15 minutes every school day\n  towards: E1"], ["outcome E3"]),
    "nothing, and why, in one line": ("""Education, Health and Care Plan
Section C: Health needs
None: no health need was found, Dr Bly, 5 March 2026
Section D: Social care needs
N/A - not known to social care
Section F: Special educational provision
None of the adults work alone with Ada.
Section H1: Social care provision
None. Ada is not known to social care.
Section H2: Other social care provision
Nothing – not assessed yet
Section J: Personal budget
Ada's parents do not want one at this time.
""", ["section J: none\n  because: Ada's parents do not want one", "section C: none\n  because: no health need was found, Dr Bly, 5 March 2026", "section D: none\n  because: not known to social care", "provision F1: None of the adults work alone",
      "section H1: none\n  because: Ada is not known to social care.", "section H2: none\n  because: not assessed yet"], ["need C1", "row: ", "budget J1"]),
    "a list of contents is not the plan": ("""Education, Health and Care Plan
Section A: Views
Section B: Special educational needs
Section C: Health needs
Section D: Social care needs
Section E: Outcomes
Section F: Provision

Section A: Views
Bo likes ducks.
Section B: Special educational needs
Bo cannot yet tell left from right.
Section C: Health needs
None.
Section D: Social care needs
None.
Section E: Outcomes
By July 2027 Bo will tell left from right in 9 of 10 tries.
Section F: Provision
A teacher practises it with Bo for 10 minutes every Monday.
""", ["section B: Special educational needs\n\nneed B1: Bo cannot yet", "outcome E1: By July 2027 Bo", "provision F1: A teacher practises"], ["section A: Views\n\nsection B"]),
    "words above a list": ("""Education, Health and Care Plan
SECTION E - OUTCOMES
By the end of Key Stage 2, Cy will:
- ask for help in 4 of 5 lessons
- write three sentences alone
SECTION F - SPECIAL EDUCATIONAL PROVISION
LSA means a learning support assistant with a Level 3 diploma.
Staff will:
- use Cy's name first
- wait ten seconds
A teaching assistant works with Cy for 15 minutes every day on:
- rhymes
- sounds
""", ["outcome E1: By the end of Key Stage 2, Cy will ask for help", "outcome E2: By the end of Key Stage 2, Cy will write three", "definition LSA: a learning support assistant", "provision F1: Staff will use Cy's name first",
      "provision F2: Staff will wait ten seconds", "provision F3: A teaching assistant works with Cy for 15 minutes every day on:"], ["provision F4"]),
    "columns in a line": ("""Education, Health and Care Plan
SECTIONS E AND F. WHAT I WANT AND THE HELP I WILL GET
The columns are: What I will achieve (E) / The help I will get (F) / Who / When and how often / How we will know.
My job and learning (employment)
E1. By July 2027 Di will stack shelves alone on 9 shifts of 10.
F1. Job coaching one-to-one. / Job coach / 5 hours each week for 38 weeks / Shift notes each Friday
""", ["row: My job and learning (employment)\noutcome E1", "provision F1: Job coaching one-to-one.\n  who: Job coach\n  how often: 5 hours each week for 38 weeks\n  review: Shift notes each Friday"], []),
    "a table of bars": ("""Education, Health and Care Plan
SECTION F - SPECIAL EDUCATIONAL PROVISION
Special Educational Provision | By Whom | Frequency | Which Need Does This Provision Meet
Reading taught in a group of 3 | Teacher | 20 minutes daily | B1
Typing taught one-to-one | | 10 minutes daily | B2
""", ["provision F1: Reading taught in a group of 3\n  who: Teacher\n  how often: 20 minutes daily\n  for: B1", "provision F2: Typing taught one-to-one\n  how often: 10 minutes daily\n  for: B2"], []),
    "headings that are underlined, lines that hang below their number": ("""Education, Health and Care Plan

Section F. Special educational provision
========================================

Cognition and learning
----------------------

  1. A teacher reads with Ada every morning and
     writes down the words that she did not
     know.

     Who: Teacher

  2. A volunteer listens to her on Mondays.
""", ["row: Cognition and learning\nprovision F1: A teacher reads with Ada every morning and writes down the words that she did not know.\n  who: Teacher", "provision F2: A volunteer listens"], ["F3"]),
    "numbers beside an item tie the two": ("""Education, Health and Care Plan
SECTION E - OUTCOMES
E1 By July 2027 Ada will read 60 words.
Provision: F1
SECTION F - SPECIAL EDUCATIONAL PROVISION
F1 Reading taught each day.
F2 Sums taught each day.
""", ["provision F1: Reading taught each day.\n  towards: E1"], ["F2: Sums taught each day.\n  towards"]),
    "a number, an area and an unknown heading in columns": ("""Education, Health and Care Plan
SECTION F - SPECIAL EDUCATIONAL PROVISION
Area | Ref | What happens | Staffing | Frequency
Cognition and learning | F1.1 | Reading in a group of 3 | Teacher | 20 minutes daily
Cognition and learning | F1.2 | Typing one-to-one | Assistant | 10 minutes daily
Sensory and physical | F2.1 | Stretches | Physiotherapist | weekly
""", ["row: Cognition and learning\nprovision F1.1: Reading in a group of 3\n  who: Teacher\n  how often: 20 minutes daily\nprovision F1.2: Typing", "row: Sensory and physical\nprovision F2.1: Stretches"], []),
    "a school's form for a health care plan": ("""INDIVIDUAL HEALTHCARE PLAN
Name of school | Elm Example School
Child's name | Ed Example
Medical diagnosis or condition | Asthma
Daily care requirements | Ed warms up before PE.
Name of medication, dose, method of administration | Salbutamol, 2 puffs through the spacer.
Describe what constitutes an emergency, and the action to take | He cannot speak. Call 999 and give 10 puffs.
Arrangements for school visits/trips etc | The inhaler goes too.
Shoe size | 3
""", ["child: Ed Example", "school: Elm Example School", "condition M1: Asthma", "care S1: Ed warms up before PE.", "medicine R1: Salbutamol, 2 puffs", "unconfirmed: name, dose",
      "emergency X1: He cannot speak.\n  unconfirmed: Call 999", "trips: The inhaler goes too."], ["dose: "]),
    "medicines and staff in tables": ("""INDIVIDUAL HEALTHCARE PLAN
Child's name: Ed Example
MEDICATION
Medicine | Dose | Route | Where it is kept
Salbutamol | 2 puffs | by inhaler | in his bag
STAFF TRAINING
Name | Trained in | Renewal date
Jo Example | inhalers | 3 May 2027
""", ["medicine R1: Salbutamol\n  dose: 2 puffs\n  route: by inhaler\n  kept: in his bag\n  unconfirmed:", "staff N1: Jo Example\n  trained for: inhalers\n  renew by: 3 May 2027"], []),
    "signs, an emergency and staff, line by line": ("""INDIVIDUAL HEALTHCARE PLAN
Child's name: Ed Example
Condition: Asthma
Describe the symptoms
He coughs at night and wheezes when he runs.
EMERGENCY
Signs | What to do
He cannot speak in sentences. | Sit him up and give 10 puffs.
His lips are blue. | Call 999.
STAFF TRAINING
Name | Trained in | Renewal date
Jo Example | inhalers | 3 May 2027
Jo Example does the morning dose.
All staff know where the inhaler is.
SCHOOL LIFE
Trips: the inhaler goes too.
Absence is followed up by the school nurse.
""", ["condition M1: Asthma\n  signs: He coughs at night and wheezes when he runs.", "sign: He cannot speak in sentences.\n  unconfirmed: He cannot speak in sentences - Sit him up and give 10 puffs.",
      "sign: His lips are blue.\n  unconfirmed: His lips are blue - Call 999.", "staff N1: Jo Example\n  trained for: inhalers\n  renew by: 3 May 2027\n  covers: Jo Example does the morning dose.",
      "training Q1: All staff know where the inhaler is.", "trips: the inhaler goes too.", "learning: Absence is followed up"], ["  step: "]),
    "a school and its type, and who advised": ("""Education, Health and Care Plan
SECTION I - PLACEMENT
Elm Example School
A mainstream primary school
SECTION K - ADVICE
Dr A Bly, educational psychologist, 5 March 2026
Educational advice, Mrs T Example, dated 6 March 2026
""", ["  name: Elm Example School\n  type: A mainstream primary school", "advice K1: Dr A Bly, educational psychologist\n  dated: 5 March 2026",
      "advice K2: Educational advice\n  author: Mrs T Example\n  dated: 6 March 2026"], []),
    "text set in columns, with pages": ("""From: casework@council.example
Subject: Plan

EDUCATION, HEALTH AND CARE PLAN
Name of young person:    Jo Example        Date of birth: 3 May 2008

SECTION A - Views
1. In Jo's own words
I like bikes.
2. Jo's aspirations
   2.1 To mend bikes.
   2.2 To live with a friend.

SECTION B - Special educational needs
B1.  Jo becomes anxious in groups of more than eight people
     and leaves the room.

Page 2 of 6                Jo Example

B2.  Jo reads 40 words.

SECTION F - Provision
F1.  Travel training.
     Who: Travel trainer, Example Council
     How much: 6 sessions of 90 minutes

Provision              Who                  How often
Mentor meets Jo        College mentor       10 minutes
before lessons                              twice a day
Reading support        Tutor                1 hour a week

SECTION J - Personal budget
The family has not asked for a personal budget.

SECTION K - Advice
K1   Educational advice       Ms T Example, tutor     3 March 2026
K2   Health advice            Nurse D Example         10 March 2026
""", ["child: Jo Example", "  born: 3 May 2008", "child's views: I like bikes.", "aspiration A1: To mend bikes.", "aspiration A2: To live",
      "need B1: Jo becomes anxious in groups of more than eight people and leaves the room.", "need B2: Jo reads 40 words.",
      "provision F1: Travel training.\n  who: Travel trainer, Example Council\n  how much: 6 sessions", "provision F2: Mentor meets Jo before lessons\n  who: College mentor\n  how often: 10 minutes twice a day",
      "provision F3: Reading support\n  who: Tutor", "section J: none", "advice K1: Educational advice\n  author: Ms T Example, tutor\n  dated: 3 March 2026", "advice K2: Health advice\n  author: Nurse"],
     ["unplaced:", "category: Page", "row: Page", "need B3"]),
    "a school's form": ("""<h1>Individual healthcare plan</h1><table><tr><td>Child's name</td><td>Tom Example</td></tr></table>
<p><b>Family Contact Information</b></p><table><tr><td>Name</td><td>Helen Example</td></tr><tr><td>Relationship to child</td><td>Mother</td></tr><tr><td>Phone no. (work)</td><td>01632 960111</td></tr>
<tr><td>Name</td><td>Greg Example</td></tr><tr><td>(mobile)</td><td>07700 900115</td></tr></table>
<p><b>G.P.</b></p><table><tr><td>Name</td><td>Dr Example</td></tr><tr><td>Phone no.</td><td>01632 960117</td></tr></table>
<p>Who is responsible for providing support in school</p><table><tr><td>Mrs Example and Mr Sample (teaching assistant)</td></tr></table>
<p>Describe what constitutes an emergency, and the action to take if this occurs</p><table><tr><td><p>Severe reaction: swollen tongue.</p><ol><li>Lay Tom flat.</li><li>Dial 999.</li></ol><p>Stay with him until help comes.</p></td></tr></table>
<p>Who is responsible in an emergency (state if different for off-site activities)</p><table><tr><td>Mr Sample; off site the group leader</td></tr></table>
<p>Plan developed with</p><table><tr><td>Mrs Example, school nurse</td></tr></table><p>Other information</p><table><tr><td>Tom wears a bracelet.</td></tr></table>
<p>Form copied to</p><table><tr><td>Parents, GP</td></tr></table>""",
        ["contact P1: Helen Example, Relationship to child: Mother, Phone no. (work): 01632 960111", "contact P2: Greg Example, (mobile): 07700 900115", "contact P3: GP: Dr Example, 01632 960117",
         "staff N1: Mrs Example and Mr Sample (teaching assistant)", "emergency X1: Severe reaction\n  unconfirmed: swollen tongue.\n  unconfirmed: Lay Tom flat.\n  unconfirmed: Dial 999.\n  unconfirmed: Stay with him",
         "staff N2: Mr Sample; off site", "  took part: Mrs Example, school nurse", "care S1: Tom wears a bracelet.", "  copies: Parents, GP"], ["unplaced:", "emergency X2"]),
    "an action plan in coloured boxes": ("""<h1>ALLERGY ACTION PLAN</h1><p><b>This child has the following allergies:</b></p><p>Milk</p><p>Cashew nuts</p>
<table><tr><td>Name:</td><td>Zara Example</td><td>DOB:</td><td>5 May 2018</td></tr></table><p><b>Emergency contact details:</b></p><p>1) Sara Example 07700 900301</p><p>2) Omar Example 07700 900302</p>
<table><tr><td><p><b>Mild to moderate reaction:</b></p><ul><li>Swollen lips</li></ul><p><b>Action to take:</b></p><ul><li>Phone parent</li></ul></td></tr></table>
<table><tr><td><p><b>Watch for signs of ANAPHYLAXIS</b></p><p>AIRWAY: hoarse voice</p><p><b>IF ANY ONE OF THESE SIGNS IS PRESENT:</b></p><ol><li>Lie child flat</li></ol><p>*** IF IN DOUBT, GIVE ADRENALINE ***</p></td></tr></table>
<p><b>Fatigue</b></p><ul><li>Zara rests after lunch.</li></ul><p><b>Parental consent:</b> I agree.</p><p>Signed: Sara Example</p>""",
        ["condition M1: Milk", "condition M2: Cashew nuts", "contact P1: Sara", "contact P2: Omar", "emergency X1: Mild to moderate reaction\n  sign: Swollen lips\n  unconfirmed: Phone parent",
         "emergency X2: Watch for signs of ANAPHYLAXIS\n  sign: AIRWAY: hoarse voice\n  unconfirmed: IF ANY ONE OF THESE SIGNS IS PRESENT:\n  unconfirmed: Lie child flat\n  unconfirmed: *** IF IN DOUBT", "care S1: Fatigue: Zara rests", "signed: Sara Example"], ["unplaced:", "condition M3", "emergency X3"]),
    "a seizure plan": ("""<h1>Individual Health Care Plan - Epilepsy</h1><table><tr><td>Name:</td><td>Leo Example</td></tr><tr><td>Date plan written:</td><td>1 September 2025</td></tr><tr><td>Date for review:</td><td>1 September 2026</td></tr></table>
<p><b>Description of seizures</b></p><table><tr><th>Type of seizure</th><th>What happens</th><th>How often</th></tr><tr><td>Absence</td><td>Leo stares.</td><td>Daily</td></tr></table><p><b>Possible triggers</b></p><p>Tiredness.</p>
<p><b>What to do during a seizure</b></p><ol><li>Note the time.</li></ol><p><b>Rescue medication</b></p><p>Midazolam, as prescribed.</p><p><b>Call 999 if</b></p><ul><li>Leo is hurt.</li></ul>
<p><b>Staff</b></p><table><tr><th>Name</th><th>Role</th><th>Date trained</th><th>Training expires</th></tr><tr><td>Ann Example</td><td>Assistant</td><td>3 September 2025</td><td>3 September 2026</td></tr></table>
<p><b>Agreement</b></p><table><tr><th>Name</th><th>Signature</th><th>Date</th></tr><tr><td>Jane Example, parent</td><td></td><td>1 September 2025</td></tr></table>""",
        ["  written: 1 September 2025", "  review due: 1 September 2026", "condition M1: Absence\n  signs: Leo stares. How often: Daily\n  triggers: Tiredness.", "emergency X1: What to do during a seizure\n  unconfirmed: Note the time.\n  unconfirmed: Call 999 if\n  unconfirmed: Leo is hurt.",
         "staff N1: Ann Example, Assistant\n  competent: 3 September 2025\n  renew by: 3 September 2026", "signed: Jane Example, parent, 1 September 2025"], ["unplaced:", "condition M2", "task T1", "emergency X2"]),
    "an asthma plan as it was mailed": ("""Meadow Example School
ASTHMA CARE PLAN                                             Page 1 of 2

Child's full name: Harvey Example
D.O.B.: 30 January 2019          Class: Squirrels
School nurse: Kay Example, 01632 960401

MEDICATION
Name              Dose               When                        Kept
Salbutamol        2 puffs through    When wheezy or before       Medical box,
(blue inhaler)    spacer             running games               red lid

TRIGGERS
Cold air.

WHAT TO DO IN AN ASTHMA ATTACK
1. Sit Harvey up.
2. Give one puff through the spacer every 30 to 60
   seconds.

Meadow Example School     ASTHMA CARE PLAN            Page 2 of 2

PE AND PLAYTIME
- Two puffs before PE.
""", ["health care plan:", "  school: Meadow Example School", "child: Harvey Example\n  born: 30 January 2019\n  class: Squirrels", "contact P1: School nurse: Kay Example, 01632 960401", "condition M1: Asthma\n  triggers: Cold air.",
      "medicine R1: Salbutamol (blue inhaler)\n  dose: 2 puffs through spacer\n  when: When wheezy or before running games\n  kept: Medical box, red lid",
      "emergency X1: WHAT TO DO IN AN ASTHMA ATTACK\n  unconfirmed: Sit Harvey up.\n  unconfirmed: Give one puff through the spacer every 30 to 60 seconds.", "care S1: PE AND PLAYTIME: Two puffs before PE."], ["unplaced:", "emergency X2", "medicine R2"]),
    "a name in two halves, and sections with nothing": ("""<p>EDUCATION, HEALTH AND CARE PLAN</p><table><tr><td>Surname</td><td>Example</td><td>Forename(s)</td><td>Ada May</td></tr><tr><td>Unique Pupil No.</td><td>Z900111112222</td><td>School attended</td><td>Elm Example School</td></tr></table>
<h1>Section D Social care needs</h1><p>Ada is not known to social care.</p><h1>Section F Provision</h1><table><tr><th>Provision</th><th>Staffing and expertise</th><th>Frequency</th></tr><tr><td>Reading.</td><td>Teacher</td><td>Daily</td></tr></table>
<h1>Section G Health provision</h1><p>None required.</p><h1>Section H2 Other social care provision</h1><p>No other social care provision is required.</p>""", ["section H2: none", "child: Ada May Example\n  UPN: Z900111112222\n  setting: Elm Example School", "section D: none", "provision F1: Reading.\n  who: Teacher\n  how often: Daily", "section G: none"], ["unplaced:"]),
    "contacts in bold letters": ("""<h1>Health care plan</h1><p>Name: Ada Example</p><p><b>Contacts</b></p><p><b>1. Jo Example 07700 900601</b></p><p><b>2. Al Example 07700 900602</b></p><p>3. Nursing team 01632 960603, 8.00am to 6.00pm, seven days</p>""",
        ["contact P1: Jo Example", "contact P2: Al Example", "contact P3: Nursing team"], ["care S1"]),
    "a hospital's numbered plan": ("""<p><b>Individual Healthcare Plan for School</b></p><table><tr><td>Name</td><td>Ravi Example</td></tr></table><p><b>1. Background</b></p><p>Ravi has had a tracheostomy since he was a baby.</p>
<p><b>2. Daily care in school</b></p><ul><li>Tapes are checked on arrival.</li></ul><p><b>3. Feeding regime</b></p><table><tr><th>Time</th><th>Feed</th><th>Volume</th><th>Rate</th><th>Flush</th></tr><tr><td>10.30</td><td>Example Milk</td><td>180 ml</td><td>by pump</td><td>15 ml</td></tr></table>
<p><b>4. Emergency: blocked tube</b></p><ol><li>Shout for help.</li></ol><p><b>5. Useful telephone numbers</b></p><table><tr><td>Mother</td><td>07700 900601</td></tr></table>
<p><b>6. Training record</b></p><table><tr><th>Staff name</th><th>Suction</th><th>Reassess by</th></tr><tr><td>Jo Example</td><td>1.9.25</td><td>1.9.26</td></tr></table><p><b>7. Transport</b></p><p>An escort sits beside Ravi.</p>""",
        ["condition M1: Ravi has had", "care S1: Tapes are checked", "feed R1: Example Milk\n  times: 10.30\n  volume: 180 ml\n  over: by pump\n  flush: 15 ml", "emergency X1: Emergency: blocked tube\n  unconfirmed: Shout for help.",
         "contact P1: Mother, 07700 900601", "task T1: Suction", "staff N1: Jo Example\n  trained for: T1", "  renew by: 1.9.26", "trips: An escort sits"], ["unplaced:", "care S2"]),
    "a lead above numbered outcomes, and appendices": ("""EDUCATION, HEALTH AND CARE PLAN
I was born on: 3 November 2013
LA: Westmarsh County Council

PART B - SPECIAL EDUCATIONAL NEEDS
COGNITION AND LEARNING
What I can do
Noah swims.

PART E - OUTCOMES
By the end of Key Stage 3 Noah will:
(1) read a page;
(2) write a paragraph.

PART K - APPENDICES
Appendix 1: Parents' statement dated 2 May 2026
Appendix 2: Psychology report by Dr N Example dated 14 May 2026
3. School advice (Mrs O Example, SENCO, 10 March 2026)
""", ["  authority: Westmarsh County Council", "  born: 3 November 2013", "strengths: Noah swims.\n  category: Cognition and learning", "outcome E1: By the end of Key Stage 3 Noah will read a page;", "outcome E2: By the end of Key Stage 3 Noah will write a paragraph.",
      "advice K1: Parents' statement\n  dated: 2 May 2026", "advice K2: Psychology report\n  author: Dr N Example\n  dated: 14 May 2026", "advice K3: School advice\n  author: Mrs O Example, SENCO\n  dated: 10 March 2026"], ["unplaced:", "need B1"]),
    "a form that is one table": ("""<table><tr><td colspan="4"><b>PUPIL HEALTH CARE PLAN</b></td></tr><tr><td>Pupil</td><td>Sana Example</td><td>Plan start date</td><td>4 September 2025</td></tr><tr><td colspan="4"><b>CONTACTS</b></td></tr>
<tr><td>First contact</td><td>Amal Example (mother)</td><td>Tel</td><td>07700 900701</td></tr><tr><td>GP</td><td>Dr Example</td><td>Tel</td><td>01632 960703</td></tr><tr><td colspan="4"><b>MEDICAL CONDITIONS</b></td></tr>
<tr><td>Condition 1</td><td colspan="3">Sickle cell disease</td></tr><tr><td>Signs of a crisis</td><td colspan="3">Pain; fever</td></tr><tr><td>Condition 2</td><td colspan="3">Asthma</td></tr><tr><td colspan="4"><b>MEDICATION</b></td></tr>
<tr><th>Medicine</th><th>Dose and time</th><th>How given</th><th>Stored</th></tr><tr><td>Example tablets</td><td>1 when in pain</td><td>By mouth</td><td>Office</td></tr><tr><td colspan="4"><b>AGREED BY</b></td></tr>
<tr><td>Parent</td><td>Amal Example</td><td>Date</td><td>5 September 2025</td></tr></table>""",
        ["child: Sana Example", "  written: 4 September 2025", "contact P1: Amal Example (mother), 07700 900701", "contact P2: GP: Dr Example, 01632 960703", "condition M1: Sickle cell disease\n  signs: Pain; fever", "condition M2: Asthma",
         "medicine R1: Example tablets\n  dose: 1 when in pain\n  route: By mouth\n  kept: Office", "signed: Parent, Amal Example, 5 September 2025"], ["unplaced:"]),
    "a plan in an e-mail, with headings that nothing marks": ("""Individual Health Care Plan for Ollie Example

Date of birth:	8 April 2016
School:	Birch Example Primary

Medical needs
Ollie has several kinds of seizure.

Emergency contacts
Mum	Tess Example	07700 900801
Dad	Will Example	07700 900802

Emergency medicine
Midazolam, as prescribed.

What to do if Ollie has a seizure
- Note the time.

Keeping Ollie well
- He stays indoors when it is hot.

Going out
The bag goes wherever Ollie goes.

Agreed by
Tess Example (parent)	10 September 2025
H Head (head teacher)	11 September 2025
""", ["child: Ollie Example", "condition M1: Ollie has several", "contact P1: Mum, Tess Example, 07700 900801", "contact P2: Dad,", "medicine R1: Midazolam, as prescribed.", "emergency X1: What to do if Ollie has a seizure\n  unconfirmed: Note the time.",
      "care S1: Keeping Ollie well: He stays indoors", "trips: The bag goes", "signed: Tess Example (parent), 10 September 2025"], ["unplaced:", "contact P3"]),
    "medicines by their labels": ("""<h1>Individual Healthcare Plan</h1><p>Pupil's name: Finn Example</p><p>Date plan drawn up: 2 September 2025</p><h2>Medication</h2><p><b>Name of medicine:</b> Example pen</p><p><b>Dose:</b> 1 pen</p><p><b>Where kept:</b> Green bag</p>
<p><b>Name of medicine:</b> Example cream</p><p><b>Method:</b> On the skin</p>""", ["  written: 2 September 2025", "medicine R1: Example pen\n  unconfirmed: read from a draft; compare each line with the prescription or the clinician's plan\n  dose: 1 pen\n  kept: Green bag", "medicine R2: Example cream"], ["unplaced:", "medicine R3"]),
    "sections as tables of labels": ("""<p><b>DRAFT EHC PLAN</b></p><table><tr><td>Name</td><td>Isla Example</td></tr><tr><td>Name of parent(s) or person(s) with parental responsibility</td><td>Kate Example</td></tr></table><h2>Section C</h2><p><i>The child's health needs related to their SEN</i></p><p>There are no health needs related to Isla's special educational needs.</p>
<table><tr><td colspan="2"><b>Section D: Social care needs</b></td></tr><tr><td>Social care needs</td><td>None identified</td></tr></table><table><tr><td colspan="2"><b>Section F: Special educational provision</b></td></tr><tr><td>Provision for outcome 1</td><td><p>F1 - Printed notes.</p><p>Who: teachers</p><p>F2 - Reading support.</p></td></tr></table>
<table><tr><td colspan="2"><b>Section G: Health provision</b></td></tr><tr><td>Provision</td><td><p>G1 - Therapy.</p><p>Who: practitioner</p></td></tr></table><table><tr><td colspan="2"><b>Section I: Placement</b></td></tr><tr><td>Name of setting</td><td>To be confirmed in the final plan</td></tr></table>
<table><tr><td colspan="2"><b>Section J: Personal budget</b></td></tr><tr><td>Personal budget</td><td>No personal budget has been requested</td></tr></table>""",
        ["  status: draft", "  parents: Kate Example", "section C: none", "section D: none", "provision F1: Printed notes.\n  who: teachers", "provision F2: Reading support.", "provision G1: Therapy.\n  who: practitioner", "section I: none", "section J: none"], ["unplaced:", "need D1", "budget J"]),
    "bare page numbers, and advice by its givers": ("""EDUCATION, HEALTH AND CARE PLAN

SECTION D
Social care needs
Nothing identified.

SECTION J
Personal budget
Not requested.

                                  4

SECTION F
Provision
Provision: Travel training. Who: Travel trainer. How often: weekly. Outcome: E1

SECTION E
Outcomes
E1  By July 2028 Robin will travel alone.

SECTION K
Advice
From | Role | Date
A Example | College tutor | 9 March 2026
""", ["section D: none", "section J: none", "provision F1: Travel training.\n  who: Travel trainer.\n  how often: weekly.\n  towards: E1", "advice K1: A Example\n  role: College tutor\n  dated: 9 March 2026"], ["unplaced:", "budget J1", "need D1"]),
    "staff by their training": ("""<h1>Health Care Plan for a pupil with medical needs</h1><table><tr><td>Name</td><td>Maya Example</td></tr><tr><td>Class teacher</td><td>Mr Example</td></tr><tr><td>Plan completed by</td><td>Continence nurse</td></tr></table><p><b>Which staff have been trained?</b></p>
<table><tr><th>Member of staff</th><th>Trained to</th><th>Trained by</th><th>Date</th></tr><tr><td>Ms Example, assistant</td><td>stand by</td><td>Nurse</td><td>4 September 2025</td></tr></table>""",
        ["  class: Mr Example", "  written by: Continence nurse", "staff N1: Ms Example, assistant\n  trained for: stand by\n  trained by: Nurse\n  competent: 4 September 2025"], ["unplaced:", "task T1"]),
    "columns that begin anywhere, people in one line": ("""INDIVIDUAL HEALTHCARE PLAN

Name\tRowan Example
Date of birth\t4 May 2016
Medical condition\tAsthma

Emergency contacts

Mum, Ida Example, 07700 900101, work 01632 960100; Dad, Max Example, 07700 900102
School nurse: 01632 960144 / GP: Dr Lark Example, Test Surgery, 1 Test Road, Exampleton, 01632 960155

Medicines

Medicine      Dose     When
Salbutamol   2 puffs   before PE
Cetirizine tablet    10 mg    every morning

Staff trained
Name\tRole\tTrained in\tDate\tTrained by
Mrs Featherstonehaugh Example\tTeaching assistant\tInhaler technique\t3 September 2026\tSchool nurse
Mr Li\t\tInhaler technique\t4 September 2026\tSchool nurse
""", ["child: Rowan Example", "  born: 4 May 2016", "condition M1: Asthma", "contact P1: Mum, Ida Example, 07700 900101, work 01632 960100\n", "contact P2: Dad, Max Example, 07700 900102",
       "contact P3: School nurse: 01632 960144", "contact P4: GP: Dr Lark Example, Test Surgery, 1 Test Road, Exampleton, 01632 960155", "medicine R1: Salbutamol\n  dose: 2 puffs\n  when: before PE",
       "medicine R2: Cetirizine tablet\n  dose: 10 mg\n  when: every morning", "staff N1: Mrs Featherstonehaugh Example, Teaching assistant\n  trained for: Inhaler technique\n  competent: 3 September 2026\n  trained by: School nurse",
       "staff N2: Mr Li\n  trained for: Inhaler technique"], ["contact P5"]),
    "lines that stand further in than the number above": ("""Education, Health and Care Plan
Child's name: Rowan Example
Section F: Special educational provision
- F1 Rowan reads with an adult.
  - Who: teaching assistant
    The books are chosen with the class teacher.
  - How often: 20 minutes, daily

    They keep a list of the books.

F2 Rowan learns to type.
Section K: Advice
""", ["provision F1: Rowan reads with an adult.\n The books are chosen with the class teacher.\n They keep a list of the books.\n  who: teaching assistant\n  how often: 20 minutes, daily\nprovision F2: Rowan learns to type."], ["provision F3"]),
    "what is said below a medicine's name": ("""HEALTHCARE PLAN
Name: Rowan Example
Date of birth: 4 May 2016

Medicines

1. Name: Salbutamol
    Dose: 2 puffs
    Rowan carries it in a green bag.

2. Name: Cetirizine
   Dose: 10 mg
""", ["medicine R1: Salbutamol", "  unconfirmed: Rowan carries it in a green bag.", "medicine R2: Cetirizine"], ["medicine R3"]),
    "a form whose answers stand below its questions": ("""Individual Healthcare Plan

Child's name
Noor Example

Medical diagnosis or condition
Asthma and eczema

Date of birth
15 August 2017

Family Contact Information

Name
Huda Example

Phone no. (mobile)
07700 900541

Clinic/Hospital Contact

Name
Asthma nurse, Exampleton clinic

Phone no.
01632 960541

Describe medical needs and give details of child's symptoms, triggers, signs, treatments, facilities, equipment or devices, environmental issues etc
Noor coughs and wheezes in cold air and after running.

Name of medication, dose, method of administration, when to be taken, side effects, contra-indications, administered by/self-administered with/without supervision
Salbutamol inhaler, 2 puffs through a spacer, when she is wheezy.

Describe what constitutes an emergency, and the action to take if this occurs
Noor cannot finish a sentence. Give up to 10 puffs and call 999.

Who is responsible in an emergency (state if different for off-site activities)
Mrs W Example, first aider

Form copied to
Parents, school office
""", ["child: Noor Example", "condition M1: Asthma and eczema\n  signs: Noor coughs and wheezes", "  born: 15 August 2017", "contact P1: Huda Example, Phone no. (mobile): 07700 900541", "contact P2: Asthma nurse, Exampleton clinic, 01632 960541",
       "medicine R1: Salbutamol inhaler", "unconfirmed: Give up to 10 puffs and call 999.", "staff N1: Mrs W Example, first aider", "  copies: Parents, school office"], ["unplaced:"]),
    "numbers within numbers, and no title": ("""1. PUPIL
1.1 Name: Sky Example
1.2 NHS NO: 999 000 0021

2. WHY SKY HAS THIS PLAN
2.1 Sky is fed through a gastrostomy button.

3. FEEDS
3.1 Feed: Example Junior
3.2 Volume: 180 ml

4. WHO DOES IT
4.1 Ms T Example, care assistant. Trained 2 September 2026 by the feeding nurse.

5. IF THE BUTTON COMES OUT
5.1 Cover the hole with a clean cloth.
5.2 Put the button in a clean bag.

6. WHO TO RING
6.1 Mum: Dara Example, 07700 900531
""", ["child: Sky Example\n  NHS number: 999 000 0021", "condition M1: Sky is fed through", "feed R1: Example Junior", "  volume: 180 ml", "staff N1: Ms T Example", "emergency X1: IF THE BUTTON COMES OUT\n  unconfirmed: Cover the hole",
       "contact P1: Mum: Dara Example"], ["unplaced:", "emergency X2"]),
    "two columns of a page, details in capitals, a question with its answer": ("""ALLERGY PLAN

Name: Robin Example                 Emergency contacts
DOB: 2 February 2018                1. Mum  Kit Example  07700 900521
School: Larch Example Primary       2. Dad  Lee Example  07700 900522

NHS NO: 999 000 0021

This child is allergic to:  peanut

Who gives the antihistamine?  Robin alone

MILD REACTION                       ANAPHYLAXIS
Swollen lips, face or eyes          A  Airway: cough, hoarse voice
Hives or itchy rash                 B  Breathing: wheeze
""", ["child: Robin Example\n", "  born: 2 February 2018\n", "school: Larch Example Primary\n", "  NHS number: 999 000 0021", "contact P1: Mum Kit Example 07700 900521", "contact P2: Dad Lee Example 07700 900522", "condition M1: peanut", "Who gives the antihistamine? Robin alone",
       "emergency X1: MILD REACTION", "emergency X2: ANAPHYLAXIS"], ["unplaced:", "emergency X3"]),
    "areas and outcomes as labels above what they lead": ("""Education, Health and Care Plan
Name: Marlow Example
Section B
Area: Communication and Interaction
Need 1: Marlow speaks in phrases of two words.
Section E
Outcome 1: By July 2027 Marlow will ask for what he wants in sentences of four words.
Outcome 2: By July 2027 Marlow will eat lunch in the hall.
Section F
Outcome: 2
Provision: A place at the quiet table
By whom: Lunchtime supervisor
Outcome: 1
Provision: Speech and language therapy
By whom: Therapist
""", ["need B1: Marlow speaks in phrases of two words.\n  category: Communication and Interaction", "provision F1: A place at the quiet table\n  who: Lunchtime supervisor\n  towards: E2", "provision F2: Speech and language therapy\n  who: Therapist\n  towards: E1"], ["outcome E3", "need B2"]),
    "a health care plan": ("""ELM EXAMPLE ACADEMY
INDIVIDUAL HEALTHCARE PLAN
Name: Ed Example
Date of birth: 3 May 2017
Contacts
1. Mother 01632 960001
2. Nurse 01632 960002
PART A. EPILEPSY
A1. What his seizures look like. He stares for 20 seconds.
A2. Seizure with jerking. Note the time. At 5 minutes Mrs Example gives the rescue medicine and a second adult calls 999.
A3. Tablets are medicine given at home.
A4. He rests for 30 minutes.
PART D. WHO IS TRAINED
Name | Role | Rescue medicine | Signed off by | Renew by
Mrs Example | SENCO | 3 September 2026 | Nurse | 3 September 2027
""", ["child: Ed Example", "contact P1: Mother 01632 960001", "condition M1: EPILEPSY\n  signs: He stares", "emergency X1: Seizure with jerking.\n  for: M1\n  unconfirmed: Note the time. At 5 minutes",
      "medicine R1: Tablets are medicine given at home.\n  for: M1\n  unconfirmed:", "care S1: He rests", "staff N1: Mrs Example, SENCO\n  trained for: T1\n  competent: T1, Nurse, 3 September 2026"], ["step 1:"]),
}


def table_draft(rows):
    """A long draft of each kind: rows of a table, paragraphs of one text, numbered lines."""
    lines = ["Education, Health and Care Plan", "SECTION A - VIEWS", "My views"]
    lines += [f"This is sentence {n} of what I want to say." for n in range(rows)]
    lines += ["SECTION E - OUTCOMES"] + [f"By July 2027 Ada will read {n} words in a minute." for n in range(rows)]
    lines += ["SECTION F - SPECIAL EDUCATIONAL PROVISION", "Special Educational Provision | By Whom | Frequency | Which Need Does This Provision Meet"]
    lines += [f"Reading taught in a group of {n} | Teacher {n} | 20 minutes daily | B1" for n in range(rows)]
    return "\n".join(lines)


def seconds(folder, rows):
    path = os.path.join(folder, f"rows{rows}.txt")
    with open(path, "w", encoding="utf-8") as f:
        f.write(table_draft(rows))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = run("import", "-q", "-o", "-", path)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = done.stdout.decode().count("\nprovision F"), done.stdout.decode().count("\noutcome E")
    verdict(found == (rows, rows), "a long draft", f"{rows} rows and as many outcomes should be read, not {found}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def long_cases(folder):
    """Ten times the rows take about ten times as long."""
    short, long = seconds(folder, 1000), seconds(folder, 10000)
    verdict(long < 30 * max(short, 0.02), "a long draft", f"1,000 rows took {short:.2f} s and 10,000 took {long:.2f} s")


def text_cases(folder):
    for n, (case, (draft, wanted, unwanted)) in enumerate({**TEXTS, **LAYOUTS}.items()):
        page = draft.startswith("<")
        path = os.path.join(folder, f"t{n}.{'html' if page else 'txt'}")
        with open(path, "w", encoding="utf-8") as f:
            f.write(draft)
        plan = imported(case, path, html.unescape(re.sub(r"<[^>]*>", " ", draft)) if page else draft)
        for line in wanted if plan else []:
            verdict(line in plan, case, f"the plan should hold {line!r}")
        for line in unwanted if plan else []:
            verdict(line not in plan, case, f"the plan should not hold {line!r}")


def command_cases(folder):
    draft = os.path.join(folder, "t0.txt")
    case = "files"
    beside = os.path.join(folder, "t0.ehc")
    verdict(run("import", "-q", draft).returncode == 1 and os.path.exists(beside), case, "the plan should be written beside the draft, with status 1 for what is unplaced")
    verdict(os.stat(beside).st_mode & 0o777 == 0o600, case, "the plan should be its owner's alone")
    before = open(beside, "rb").read()
    verdict(run("import", draft).returncode == 2 and open(beside, "rb").read() == before, case, "a plan that is there should not be written over")
    verdict(run("import", "-o", draft, draft).returncode == 2, case, "the draft should not be written over")
    done = run("import", "-q", "-", data=TEXTS["a table of bars"][0].encode())
    verdict(done.stdout.startswith(b"EHC plan:") and not done.stderr, case, "standard input should go to standard output")
    verdict(run("import", folder).returncode == 2, case, "a folder is no draft")
    latin = os.path.join(folder, "latin.txt")
    with open(latin, "wb") as f:
        f.write(b"Education, Health and Care Plan\nSECTION B\nB1 Zo\xeb\x92s reading age is 6.\n")
    verdict("Zoë’s reading" in run("import", "-q", "-o", "-", latin).stdout.decode(), case, "text of an older program should be read")


with tempfile.TemporaryDirectory() as work:
    text_cases(work)
    command_cases(work)
    long_cases(work)
sys.exit(tally.end())
