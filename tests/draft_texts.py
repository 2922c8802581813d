"""draft_texts.py - drafts as text and web pages in layouts of different councils: name, the draft, what the plan must hold, what it must not hold."""

HEAD = "Education, Health and Care Plan\nName of child: Ada Example\n"

LAYOUTS = {
    "heads and feet of pages": (HEAD + "SECTION A - VIEWS\nAspirations\nAda would like to be a vet.\n\nExampleshire SEND team   Ada Example   DOB 03/05/2017\nConfidential\nPage 1 of 3\n\n"
        "SECTION B - SPECIAL EDUCATIONAL NEEDS\nB1 Ada reads 40 words.\n\nExampleshire SEND team   Ada Example   DOB 03/05/2017\nConfidential\nPage 2 of 3\n\n"
        "SECTION D - SOCIAL CARE NEEDS\nNone.\n\nExampleshire SEND team   Ada Example   DOB 03/05/2017\nConfidential\nPage 3 of 3\n",
        ["aspiration A1: Ada would like to be a vet.\n", "need B1: Ada reads 40 words.\n", "section D: none\n"], ["SEND team", "Confidential"]),
    "the end of a page as a form feed": (HEAD + "SECTION B - SPECIAL EDUCATIONAL NEEDS\nB1 Ada reads 40 words.\nExampleshire plan of Ada Example\n\fSECTION C - HEALTH NEEDS\nNone.\n"
        "Exampleshire plan of Ada Example\n\fSECTION D - SOCIAL CARE NEEDS\nD1 Ada has a social worker.\nExampleshire plan of Ada Example\n",
        ["need B1: Ada reads 40 words.\n", "section C: none", "need D1: Ada has a social worker.\n"], ["Exampleshire plan"]),
    "ragged lines": (HEAD + "SECTION A - VIEWS\nParents' views\nWe are proud of how hard Ada works at home and we\nworry that she has stopped eating at school and that\nshe sees nobody.\n"
        "We think that she could do with somebody to talk to who is\nnot in a hurry.\n", ["parents' views: We are proud of how hard Ada works at home and we worry that she has stopped eating"], ["\n\n    worry"]),
    "numbered headings of sections": (HEAD + "1. Section B: Special educational needs\n1.1 Ada reads 40 words.\n2. Section C: Health needs\n2.1 None have been identified.\n"
        "3. Section E: Outcomes\nBy the end of Key Stage 2 Ada will:\n3.1 read 60 words a minute\n3.2 count to 100\n4. Sections H1 and H2: Social care provision\n4.1 None.\n",
        ["need B1: Ada reads 40 words.", "section C: none", "outcome E1: By the end of Key Stage 2 Ada will read 60 words a minute", "outcome E2: By the end of Key Stage 2 Ada will count to 100",
         "section H1: none", "section H2: none"], ["standard text"]),
    "letters in brackets behind numbered parts": (HEAD + "Part 1: My special educational needs (Section B)\nCognition and learning\nAda reads 40 words.\n\nPart 2: My outcomes and the help that I will get (Sections E and F)\n\n"
        "Outcome 1: By July 2027 Ada will read 60 words.\n\nWhat will be done\na) A teacher reads with Ada for 10 minutes each day.\n\nPart 3: Where I will go to school (Section I)\nExample School\nMainstream primary school\n",
        ["need B1: Ada reads 40 words.\n  category: Cognition and learning", "outcome E1: By July 2027 Ada will read 60 words.", "provision F1: A teacher reads with Ada for 10 minutes each day.\n  towards: E1",
         "section I: Where I will go to school (Section I)\n  name: Example School\n  type: Mainstream primary school"], ["unplaced"]),
    "provision below the outcome that it is for": (HEAD + "Sections E and F: Outcomes and special educational provision\n\nOutcome 1\nBy July 2027 Ada will read 60 words.\n\nProvision 1.1\nA teacher reads with Ada.\n\n"
        "Provision 1.2\nA volunteer listens.\n\nOutcome 2\nBy July 2027 Ada will count to 50.\n\nProvision 2.1\nCounting games.\n",
        ["provision F1: A teacher reads with Ada.\n  towards: E1", "provision F2: A volunteer listens.\n  towards: E1", "provision F3: Counting games.\n  towards: E2"], []),
    "outcomes one below the other are tied to nothing": (HEAD + "Sections E and F: Outcomes and special educational provision\n\nOutcome 1: By July 2027 Ada will read 60 words.\n\nOutcome 2: By July 2027 Ada will count to 50.\n\n"
        "Provision\n\nA teacher reads with Ada.\n\nCounting games.\n", ["outcome E2: By July 2027 Ada will count to 50.", "provision F1: A teacher reads with Ada."], ["towards"]),
    "provision by the number of its outcome": (HEAD + "SECTION E - OUTCOMES\nE1 By July 2027 Ada will read 60 words.\nE2 By July 2027 Ada will count to 50.\nSECTION F - SPECIAL EDUCATIONAL PROVISION\n"
        "Provision for outcome E2\nCounting games with a teacher.\nProvision for outcome E1\nA teacher reads with Ada.\n",
        ["provision F1: Counting games with a teacher.\n  towards: E2", "provision F2: A teacher reads with Ada.\n  towards: E1"], []),
    "a number that two outcomes bear": (HEAD + "SECTION E - OUTCOMES\nCOGNITION AND LEARNING\n1. By July 2027 Ada will read 60 words.\nSENSORY AND PHYSICAL\n1. By July 2027 Ada will tie her laces.\n"
        "SECTION F - SPECIAL EDUCATIONAL PROVISION\nProvision for outcome 1\nA teacher reads with Ada.\n", ["provision F1: A teacher reads with Ada."], ["towards"]),
    "one part of a section holds nothing": (HEAD + "SECTION D - SOCIAL CARE NEEDS\nD1\nNone known.\nD2\nAda's family has an early help worker.\n",
        ["need D1: Ada's family has an early help worker."], ["section D: none", "need D2"]),
    "a table that is drawn": (HEAD + "SECTION F - SPECIAL EDUCATIONAL PROVISION\n+----+------------------+----------+\n| No | Provision        | By whom  |\n+----+------------------+----------+\n| F1 | Reading aloud in | A        |\n"
        "|    | a quiet room     | teacher  |\n+----+------------------+----------+\n| F2 | Counting games   | A mentor |\n+----+------------------+----------+\n",
        ["provision F1: Reading aloud in a quiet room\n  who: A teacher", "provision F2: Counting games\n  who: A mentor"], ["F3"]),
    "marks of Markdown": ("# Education, Health and Care Plan\n\n**Name:** Ada Example\n**Status:** Final\n\n---\n\n## Section B - Special educational needs\n\n### Cognition and learning\n\n- B1: Ada reads 40 words.\n\n"
        "## Section E - Outcomes\n\n| Ref | Outcome | By when |\n|-----|---------|---------|\n| E1 | Ada will read 60 words. | July 2027 |\n\n## Section J - Personal budget\n\nAda's parents do not want a personal budget.\n",
        ["status: Final", "child: Ada Example", "need B1: Ada reads 40 words.\n  category: Cognition and learning", "outcome E1: Ada will read 60 words.\n  by: July 2027", "section J: none"], ["**", "##", "|", "unplaced"]),
    "a table that came out as lines": ("EXAMPLESHIRE COUNCIL\nEDUCATION, HEALTH AND CARE PLAN\n\nName of child\nAda Example\nDate of birth\n3 May 2017\nStatus of plan\nFinal\n\nSECTION B - SPECIAL EDUCATIONAL NEEDS\nB1 Ada reads 40 words.\n",
        ["child: Ada Example\n  born: 3 May 2017", "status: Final"], ["standard text"]),
    "name, status and date in the title": ("EDUCATION, HEALTH AND CARE PLAN\nfor Ada Example\n\nFINAL PLAN dated 4 September 2026\n\nSECTION B - SPECIAL EDUCATIONAL NEEDS\nB1 Ada reads 40 words.\n",
        ["child: Ada Example", "status: final\n  dated: 4 September 2026"], ["standard text"]),
    "a page without letters": ("<h1>Education, Health and Care Plan</h1><h2>Outcomes and special educational provision</h2><h3>Outcome 1: By July 2027 Ada will read 60 words.</h3><p>To achieve this outcome Ada will have:</p>"
        "<p>1.1&nbsp; A teacher reads with Ada for 10 minutes each day.</p><h3>Outcome 2: By July 2027 Ada will count to 50.</h3><p>2.1&nbsp; Ada will play counting games with a teacher each day.</p>"
        "<h2>Social care provision</h2><h3>Provision under section 2 of the Chronically Sick and Disabled Persons Act 1970</h3><p>None required.</p><h3>Any other social care provision</h3><p>None required.</p>",
        ["outcome E1: By July 2027 Ada will read 60 words.", "provision F1: A teacher reads with Ada for 10 minutes each day.\n  towards: E1", "provision F2: Ada will play counting games with a teacher each day.\n  towards: E2",
         "section H1: none", "section H2: none"], []),
    "a table of a personal budget": (HEAD + "Section J: Personal budget\nProvision | How it is paid | Annual amount | Outcome\nShort breaks | Direct payment | £6,200 | E1\nTotal | | £6,200 |\n",
        ["budget J1: Short breaks\n  type: Direct payment\n  how much: £6,200\n  towards: E1", "note: Total, £6,200"], ["budget J2", "outcome E1"]),
    "ticks below how often": (HEAD + "Section F: Special educational provision\nNo. | Provision | Who | Daily | Weekly\nF1 | Reading aloud | Teacher | ✓ |\nF2 | Counting games | Mentor | | ✓\n",
        ["provision F1: Reading aloud\n  who: Teacher\n  how often: Daily", "provision F2: Counting games\n  who: Mentor\n  how often: Weekly"], ["unplaced"]),
    "copies": (HEAD + "SECTION B - SPECIAL EDUCATIONAL NEEDS\nB1 Ada reads 40 words.\nSECTION J - PERSONAL BUDGET\nNone.\nCOPIES SENT TO\nExample School\nDr Example\n", ["sent to: Example School", "sent to: Dr Example"], []),
    "a health care plan of numbered parts, with lines of dots": ("Example School\nIndividual Healthcare Plan\n\nChild ............. Ed Example\nDate of birth ..... 3 March 2017\n\n1. Condition\n\nEd has epilepsy.\n\n2. Triggers\n\nLack of sleep.\n\n"
        "3. Medicine\n\nName: Buccal midazolam\nDose: 7.5 mg\nKept: red bag\n\n4. What to do in a seizure\n\na) Note the time.\nb) Ring 999 at five minutes.\n\n5. Every day\n\n- Ed sits away from the window.\n",
        ["child: Ed Example\n  born: 3 March 2017", "condition M1: Ed has epilepsy.\n  triggers: Lack of sleep.", "medicine R1: Buccal midazolam\n  unconfirmed:", "dose: 7.5 mg\n  kept: red bag", "unconfirmed: Ring 999 at five minutes.",
         "care S1: Ed sits away from the window."], ["medicine R2", "unplaced"]),
    "a health care plan of questions": ("Individual Healthcare Plan\n\nQ1. Name of school\nExample School\n\nQ2. Full name of pupil\nEd Example\n\nQ3. Medical diagnosis or condition\nEpilepsy\n\nQ4. Name of medicine, dose and when\n"
        "Buccal midazolam 10 mg at five minutes\n\nQ5. What must staff do in an emergency?\n1. Time the seizure.\n2. Ring 999.\n\nQ6. What about trips?\nMs Lark goes, with the midazolam.\n",
        ["school: Example School", "child: Ed Example", "condition M1: Epilepsy", "medicine R1: Buccal midazolam 10 mg at five minutes\n  unconfirmed:", "unconfirmed: Ring 999.", "trips: Ms Lark goes, with the midazolam."], ["unplaced"]),
    "outcomes by the numbers beside provision": (HEAD + "Section E: Outcomes\nNo. | Outcome | By when\n1 | Ada will read 60 words. | July 2027\n2 | Ada will count to 50. | July 2028\n"
        "Section F: Special educational provision\nProvision | Who and how often | Hours a week | Outcome\nReading aloud | Teacher, every morning | 2 | 1, 2\nCounting games | Mentor | 3 | Outcome 2\n",
        ["outcome E1: Ada will read 60 words.\n  by: July 2027", "provision F1: Reading aloud\n  who: Teacher\n  how often: every morning\n  how much: 2 hours a week\n  towards: E1, E2",
         "provision F2: Counting games\n  who: Mentor\n  how much: 3 hours a week\n  towards: E2"], ["unplaced"]),
    "views as columns, and the impact of a need": ("<h1>Education, Health and Care Plan</h1><h2>Section A: Views</h2><table><tr><th>Child's views</th><th>Parents' views</th></tr><tr><td>I read a lot.</td><td>She tries.</td></tr></table>"
        "<h2>Section B: Special educational needs</h2><table><tr><th>Need</th><th>Impact on learning</th></tr><tr><td>Ada hears every sound.</td><td>She leaves three lessons a week.</td></tr></table>",
        ["child's views: I read a lot.", "parents' views: She tries.", "need B1: Ada hears every sound.\n She leaves three lessons a week."], ["unplaced"]),
    "medicines side by side": ("<h1>Individual Healthcare Plan</h1><p>Name: Ed Example</p><h2>Medicines</h2><table><tr><th></th><th>Medicine 1</th><th>Medicine 2</th></tr><tr><td>Name</td><td>Salbutamol</td><td>EpiPen</td></tr>"
        "<tr><td>Dose</td><td>2 puffs</td><td>1 pen</td></tr><tr><td>Where kept</td><td>drawer</td><td>office</td></tr></table>",
        ["medicine R1: Salbutamol\n  unconfirmed:", "dose: 2 puffs\n  kept: drawer", "medicine R2: EpiPen\n  unconfirmed:", "dose: 1 pen\n  kept: office"], ["medicine R3"]),
    "headings beside rows, boxes with arrows": ("<h1>Individual Healthcare Plan</h1><p>Name: Ed Example</p><table><tr><td rowspan=2>Daily care</td><td>Drink</td><td>Water at break</td></tr><tr><td>Seat</td><td>Near the door</td></tr></table>"
        "<h2>Anaphylaxis</h2><table><tr><td>Hoarse voice</td></tr></table><p>↓</p><table><tr><td>Ring 999.</td></tr></table><h2>Contacts</h2><p>Name: Ann Example</p><p>Phone: 07700 900001</p>",
        ["care S1: Drink: Water at break", "care S2: Seat: Near the door", "emergency X1: Anaphylaxis", "unconfirmed: Ring 999.", "contact P1: Ann Example, 07700 900001"], ["↓", "condition", "unplaced"]),
    "an export with framed headings": ("=== Pupil ===\nName = Ed Example\nSchool = Example School\nPlan = Individual Healthcare Plan\n\n=== Conditions ===\n* Coeliac disease\n\n=== Daily care ===\n* 10.30 Check the reading before the snack\n",
        ["school: Example School", "child: Ed Example", "condition M1: Coeliac disease", "care S1: 10.30 Check the reading"], ["==="]),
    "a health care plan whose headings end in a colon": ("Individual Health Care Plan\n\nRe: Ed Example, DOB 11 April 2014\n\nDiagnosis:\nCystic fibrosis.\n\nMedicines in school:\nSalbutamol: 2 puffs before PE.\n\n"
        "Daily needs:\n- Water bottle.\n\nInfection control:\nEd must not share a cup.\n\nIn an emergency:\n1. Ring 999.\n",
        ["child: Ed Example\n  born: 11 April 2014", "condition M1: Cystic fibrosis.", "medicine R1: Salbutamol: 2 puffs before PE.", "care S1: Water bottle.", "care S2: Infection control: Ed must not share a cup.", "unconfirmed: Ring 999."],
        ["medicine R2", "emergency X2", "unplaced"]),
    "questions in bold with their answers behind a line break": ("<h2>Individual healthcare plan</h2><p><strong>Student name</strong><br>Ed Example</p><p><strong>Review date</strong><br>3 May 2027</p><p><strong>What is the medical condition?</strong><br>Migraine</p>"
        "<p><strong>What are the signs?</strong><br>Zigzag lines.</p><p><strong>What should staff do?</strong><br>A dark room.<br>Water.</p><p><strong>Emergency contact 1</strong><br>Bo Example, 07700 900831</p>",
        ["review due: 3 May 2027", "child: Ed Example", "condition M1: Migraine\n  signs: Zigzag lines.", "care S1: A dark room.\ncare S2: Water.", "contact P1: Bo Example, 07700 900831"], ["unplaced", "training"]),
    "what is ticked below a question": ("ASTHMA CARE PLAN\n\nName: Ed Example\n\nWhat are your child's triggers?\n[x] Pollen  [ ] Stress  [x] Cold air\n\nDoes your child need to take any other asthma medicine while at school with us?\n[ ] Yes  [x] No\n",
        ["condition M1: Asthma\n  triggers: Pollen, Cold air", "while at school with us? No"], ["Stress"]),
    "allergens below a line of the first page, and signs by their letters": ("<p><b>ALLERGY ACTION PLAN</b></p><p>This child has the following allergies:</p><p><b>Milk, cashew</b></p><table><tr><td>Name:</td><td>Ed Example</td></tr></table>"
        "<p><b>Watch for signs of ANAPHYLAXIS</b></p><table><tr><th>A Airway</th><th>B Breathing</th></tr><tr><td>Hoarse voice</td><td>Wheeze</td></tr></table><p><b>IF ANY ONE OF THESE SIGNS IS PRESENT:</b></p><ol><li>Lie child flat</li></ol>",
        ["condition M1: Milk, cashew", "sign: A Airway: Hoarse voice\n  sign: B Breathing: Wheeze\n  unconfirmed: IF ANY ONE OF THESE SIGNS IS PRESENT:\n  unconfirmed: Lie child flat"], ["care S1", "unplaced"]),
    "labels about one medicine": ("HEALTH CARE PLAN\n\nName: Ed Example\n\nRESCUE MEDICINE\nName: Example liquid\nWhen: a seizure of five minutes\nHow: inside the cheek\nWho: Ms Lark\nCall 999: as soon as it is given\n",
        ["medicine R1: Example liquid", "when: a seizure of five minutes\n  route: inside the cheek\n  given by: Ms Lark\n  unconfirmed: Call 999: as soon as it is given"], ["medicine R2"]),
    "a table about one thing in each row": ("<p><b>Healthcare plan: Haemophilia</b></p><table><tr><td>Pupil</td><td>Ed Example</td></tr><tr><td>Signs of a bleed</td><td>A limp.</td></tr><tr><td>Grazes</td><td>Press for 10 minutes.</td></tr>"
        "<tr><td>Head injury</td><td>Call 999.</td></tr><tr><td>Agreed by</td><td>Bo Example, 4 May 2026</td></tr><tr><td>Next review</td><td>3 May 2027</td></tr></table>",
        ["review due: 3 May 2027", "condition M1: Haemophilia\n  signs: A limp.", "care S1: Grazes: Press for 10 minutes.", "emergency X1: Head injury\n  unconfirmed: Call 999.", "signed: Bo Example, 4 May 2026"], ["unplaced"]),
    "what may happen, with orders below it": ("<h1>Sickle cell care plan</h1><p>Name: Ed Example</p><h2>Emergency kit</h2><ul><li>Spare tube</li></ul><h2>Severe pain (5 or more)</h2><ol><li>Ring his mother.</li><li>Sit him somewhere warm.</li></ol><h2>Seating</h2><p>Near the door.</p>"
        "<h2>Exams</h2><p>He rests.</p>", ["care S1: Emergency kit: Spare tube", "emergency X1: Severe pain (5 or more)\n  unconfirmed: Ring his mother.\n  unconfirmed: Sit him somewhere warm.", "care S2: Seating: Near the door.", "learning: He rests."],
        ["condition M2", "emergency X2"]),
    "consent among the medicines, the date of a signature, and words below the contacts": ("HEALTH CARE PLAN\n\nName: Ed Example\n\nMEDICINES\nSalbutamol, 2 puffs\nI give myself two puffs before games.\nI give permission for staff to give this medicine.\nSigned: Bo Example\nDate: 5 May 2026\n\n"
        "CONTACTS\nBo Example 07700 900641\n\nThis plan was agreed by Bo Example and Ms Lark.\nIt will be looked at again in May 2027.\n",
        ["review due: May 2027", "medicine R2: I give myself two puffs", "signed: I give permission for staff to give this medicine.", "signed: Bo Example, 5 May 2026", "contact P1: Bo Example 07700 900641", "signed: This plan was agreed by"], ["medicine R3", "contact P2", "unplaced"]),
    "a hospital's letter as a care plan": ("        Cystic Fibrosis Service - School Care Plan\n\nPatient name: Ed Example\nDOB: 4 March 2016\n\nDear Head Teacher\n\nEd has cystic fibrosis.\n\nHot days\nSalt in his squash. Ed drinks it all.\n\nWhen to ring us\n- more cough than usual\n\n"
        "Ring 999 if he coughs up blood.\n\nYours sincerely\nP Demo, nurse\n28 August 2026\n\ncc: parents, GP\n",
        ["copies: parents, GP", "child: Ed Example\n  born: 4 March 2016", "condition M1: Ed has cystic fibrosis.", "care S1: Hot days: Salt", "signed: P Demo, nurse, 28 August 2026"], ["Dear", "sincerely", "emergency X1: Hot"]),
    "boxes whose lines hold two details, contacts in lines of a cell": ("<table><tr><td><p><b>MY ASTHMA PLAN FOR SCHOOL</b></p><p>Name: Ed Example Form: 8R</p></td></tr><tr><td><p><b>My asthma is getting worse if</b></p><p>I cough at night</p><p><b>Then</b></p><p>Ring home.</p></td></tr></table>"
        "<table><tr><th>On a trip</th><td>The bag goes.</td></tr><tr><th>Who to ring</th><td>Mum, 07700 900871<br>Dad, 07700 900872</td></tr><tr><th>We agree</th><td>Bo Example, 2 May 2026<br>Cy Example, 3 May 2026</td></tr></table>",
        ["child: Ed Example\n  class: 8R", "emergency X1: My asthma is getting worse if\n  sign: I cough at night\n  then: Ring home.", "trips: The bag goes.", "contact P1: Mum, 07700 900871\ncontact P2: Dad, 07700 900872",
         "signed: Bo Example, 2 May 2026\n\nsigned: Cy Example, 3 May 2026"], ["unplaced"]),
    "situations, how a medicine is given, and who signed for training": ("<h1>Individual Healthcare Plan</h1><p>Name: Ed Example</p><h2>Medicines</h2><table><tr><th>Medicine</th><th>Dose</th><th>How</th><th>Who</th></tr><tr><td>Example tablets</td><td>5 mg</td><td>with water</td><td>Ms Teal</td></tr></table>"
        "<h2>Sick days</h2><table><tr><th>Situation</th><th>What to do</th></tr><tr><td>Vomits</td><td>Ring Mum.</td></tr><tr><td>Drowsy</td><td>999</td></tr></table><h2>Staff</h2><table><tr><th>Name</th><th>Trained</th><th>Refresh by</th><th>Signature</th></tr>"
        "<tr><td>Ms Teal</td><td>1 May 2026</td><td>1 May 2027</td><td>A Teal</td></tr></table>",
        ["dose: 5 mg\n  route: with water\n  given by: Ms Teal", "sign: Vomits\n  unconfirmed: Vomits - Ring Mum.", "staff N1: Ms Teal\n  competent: 1 May 2026\n  renew by: 1 May 2027\n  note: Signature: A Teal"], ["task", "unplaced"]),
    "questions and answers that an online form sends": ("Individual Healthcare Plan - submitted form\n\nQ: Pupil's full name\nA: Ed Example\n\nQ: What is the medical condition?\nA: Egg allergy\n\nQ: Where are the medicines kept?\nA: Orange bag.\n\n"
        "Q: First emergency contact\nA: Bo Example 07700 900911\n\nQ: I consent to staff giving the medicines above\nA: Yes, Bo Example\n\nQ: When will this plan be reviewed?\nA: May 2027\n",
        ["review due: May 2027", "child: Ed Example", "condition M1: Egg allergy", "contact P1: Bo Example 07700 900911", "signed: I consent to staff giving the medicines above Yes, Bo Example"], ["Q:", "A:", "unplaced"]),
    "labels in capitals with their words on the line": ("OAK EXAMPLE PRIMARY SCHOOL\n\nHEALTH CARE PLAN\n\nNAME: Ed Example\n\nMEDICAL CONDITION/S: stoma\n\nWHAT DO WE NEED TO KNOW?\nEd has a bag on his tummy.\n\nLEAKS: take him calmly to the toilet.\n\nTRIPS: Ms Pine goes.\n\n"
        "TRAINED STAFF: Ms Pine, by the stoma nurse\n\nPARENT SIGNATURE: J Example\nDATE: 4.9.26\n",
        ["school: OAK EXAMPLE PRIMARY SCHOOL", "condition M1: stoma", "care S1: Ed has a bag on his tummy.", "care S2: LEAKS: take him calmly to the toilet.", "trips: Ms Pine goes.", "staff N1: Ms Pine, by the stoma nurse", "signed: J Example, 4.9.26"], ["unplaced", "DATE"]),
    "a plan for eating, and who observed": ("<h1>Eating, drinking and swallowing plan</h1><p>Name: Ed Example</p><h2>If Ed chokes</h2><ol><li>Call 999.</li></ol><h2>Feelings about eating</h2><p>Slowly, please.</p><h2>Staff</h2><table><tr><th>Name</th><th>Date observed</th><th>Observed by</th></tr><tr><td>Ms Ivy</td><td>2 May 2026</td><td>A Demo</td></tr></table>",
        ["child: Ed Example", "emergency X1: If Ed chokes\n  unconfirmed: Call 999.", "child's wishes: Slowly, please.", "staff N1: Ms Ivy\n  competent: 2 May 2026\n  trained by: A Demo"], ["task", "unplaced"]),
    "headings behind an emergency, and one that says how low": ("Individual Healthcare Plan\n\nName: Ed Example\nCondition: Type 1 diabetes\n\nBefore PE\nIf he is below 7 he has a snack.\n\nHypo: below 4\n1. Give 3 glucose tablets.\n2. If he cannot swallow call 999.\n\nContacts\nBo Example 07700 900951\n\nAgreed by Bo Example 3 May 2026\n",
        ["care S1: Before PE: If he is below 7", "emergency X1: Hypo: below 4\n  unconfirmed: Give 3 glucose tablets.", "contact P1: Bo Example 07700 900951", "signed: Agreed by Bo Example 3 May 2026"], ["emergency X2", "contact P2", "unplaced"]),
    "bold headings below what to do in an emergency": ("<p><b>Individual Healthcare Plan</b></p><p>Name: Ed Example</p><p><b>What to do in an emergency</b></p><ol><li>Lay him down.</li><li>Call 999.</li></ol><p><b>Snack time</b></p><p>Only food from his own box.</p>",
        ["unconfirmed: Lay him down.\n  unconfirmed: Call 999.", "care S1: Snack time: Only food from his own box."], ["emergency X2"]),
    "slips in headings and labels": ("Education, Health and Care Plan\nChilds name: Ada Example\nAdress: 1 Test Road\nSecton B: Speical educational needs\nCogniton and learning\nAda reads 40 words.\nSensory and phsyical\nNone\n\nSectoin E: Outcomes / Section F: Provison\n"
        "Outcome | Speical educational provison | By who | How oftern | Reveiw\nBy May 2027 Ada will read 60 words. | Reading in a group of four | Teacher | 20 minutes daily | Termly\n",
        ["child: Ada Example\n  address: 1 Test Road", "need B1: Ada reads 40 words.\n  category: Cognition and learning", "area Sensory and physical: none", "outcome E1: By May 2027", "provision F1: Reading in a group of four\n  who: Teacher\n  how often: 20 minutes daily\n  review: Termly"],
        ["unplaced", "Secton"]),
    "words near to those of headings are no slips": ("Healthcare plan\n\nName: Ada Example\nDiagnosis: Asthma\n\nSeating\nNear the door.\n\nSuction\nOnce an hour.\n", ["care S1: Seating: Near the door.", "care S2: Suction: Once an hour."], ["unplaced"]),
    "an area of need ends before health and social care": (HEAD + "SECTION B - SPECIAL EDUCATIONAL NEEDS\nSensory and physical\nAda hears one word in five.\n\nSECTION C: Health needs | SECTION D: Social care needs\nAda has grommets. | N/A\n",
        ["need C1: Ada has grommets.", "section D: none"], ["row: Sensory"]),
    "cards of a portal that count needs and outcomes": ("<header><a href='#x'>Skip to main content</a></header><h1>Education, Health and Care plan</h1><h2><button>B. Special educational needs</button></h2><h3>Cognition and learning</h3><p>Need 1</p><p>Ada reads 40 words.</p>"
        "<h3>Sensory and physical</h3><p>Need 2</p><p>Ada hears one word in five.</p><h2>E. Outcomes</h2><h3>Outcome 1</h3><dl><dt>Outcome</dt><dd>Ada will read 60 words.</dd><dt>To be achieved by</dt><dd>31 July 2027</dd><dt>Linked needs</dt><dd>Need 1, Need 2</dd></dl>"
        "<h3>Outcome 2</h3><dl><dt>Outcome</dt><dd>Ada will wear both aids.</dd><dt>Linked needs</dt><dd>Need 2</dd></dl><h2>F. Special educational provision</h2><h3>Provision 1</h3><dl><dt>What</dt><dd>Teaching by a teacher of the deaf</dd><dt>Supports outcome</dt><dd>1, 2</dd></dl><button>Edit</button>"
        "<h3>Provision 2</h3><dl><dt>What</dt><dd>A hearing check</dd><dt>Supports outcome</dt><dd>2</dd></dl>",
        ["need B1: Ada reads 40 words.\n  category: Cognition and learning", "outcome E1: Ada will read 60 words.\n  by: 31 July 2027\n  for: B1, B2", "outcome E2: Ada will wear both aids.\n  for: B2", "provision F1: Teaching by a teacher of the deaf\n  towards: E1, E2", "provision F2: A hearing check\n  towards: E2"],
        ["outcome E3", "unplaced", "Edit"]),
    "rows of several lines, parted by empty lines": ("Example Metropolitan Council                                      Confidential\n\nEDUCATION, HEALTH AND CARE PLAN\n\nName:              Ada Example                      D.O.B:        21.11.2013\nPlan No:           EX 7                             Plan status:  Final plan\n"
        "School:            Elm Example School               NC Year:      7\n\n                                            1\n\fExample Metropolitan Council                                      Confidential\n\nSECTION B\nNeeds\nAda reads 40 words in a minute and loses her place at the end of\nnearly each line.\n"
        "\nSECTION D\nSocial care needs related to SEN\n  There are no identified social care needs.\n\nSECTIONS E AND F\n\nOutcome (E)                 Provision (F)                    Who / when / how often\n\n"
        "E1. By July 2027 Ada will   F1. A programme for number       Specialist teacher; 3 x 30\nadd and subtract within     that uses counters.              minutes a week, 38 weeks\n100 on paper.\n                            F2. Sums on a printed sheet      Maths teacher; every maths\n"
        "                            with one that is done.           lesson\n\n                                            2\n\fExample Metropolitan Council                                      Confidential\n\nE2. By July 2027 Ada will   F3. Typing on a laptop with      Assistant; 20 minutes daily\ntype at 15 words a minute.  word prediction.\n\n"
        "SECTION I\nPlacement: Elm Example School\n\nSECTION J\nPersonal budget: There is no personal budget\n\n                                            3\n",
        ["EHC plan: EX 7\n  authority: Example Metropolitan Council\n  status: Final plan", "  born: 21.11.2013\n  setting: Elm Example School\n  year group: 7", "section D: none", "outcome E1: By July 2027 Ada will add and subtract within 100 on paper.\nprovision F1: A programme for number that uses counters.\n  who: Specialist teacher\n  how often: 3 x 30 minutes a week, 38 weeks\n"
         "provision F2: Sums on a printed sheet with one that is done.\n  who: Maths teacher\n  how often: every maths lesson\n\nrow:", "outcome E2: By July 2027 Ada will type at 15 words a minute.\nprovision F3: Typing on a laptop with word prediction.\n  who: Assistant\n  how often: 20 minutes daily", "  name: Elm Example School", "section J: none\n  because: There is no personal budget"],
        ["Confidential", "unplaced", "need D1"]),
    "a blank cell of outcomes above one more provision": (HEAD + "SECTIONS E AND F\nOutcome (E) | Provision (F) | Who\nBy July 2027 Ada will read 60 words. | Reading aloud | Teacher\n | Words on cards | Assistant\nBy July 2027 Ada will count to 50. | Counting games | Mentor\n",
        ["outcome E1: By July 2027 Ada will read 60 words.\nprovision F1: Reading aloud\n  who: Teacher\nprovision F2: Words on cards\n  who: Assistant\n\nrow: across all areas\noutcome E2"], []),
}
