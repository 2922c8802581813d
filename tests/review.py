#!/usr/bin/python3
"""review.py EHC [--judge] - the review form and its calendar, over every plan of the corpus and a few made for a question.

The calendar is read back by a parser of its own, written from RFC 5545: line ends, folding, escapes, what each component must
hold. With --judge the icalendar library reads the same bytes and must find the same events. No name of the child, and no word of
the plan but its reference and ids, is in it. The form holds each item's words, no answer, and nothing that was worked out.
"""
import datetime
import glob
import html
import html.parser
import os
import re
import stat
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
counts = [0, 0]


def expect(good, what):
    counts[0 if good else 1] += 1
    if not good:
        print("FAIL review: " + what)


def run(ehc, *options, stdin=None):
    return subprocess.run((ehc, "review") + options, capture_output=True, input=stdin, timeout=60)


# ---- a calendar, as RFC 5545 has it ----

def unescape(value):
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "N": "\n"}.get(m.group(1), m.group(1)), value)


def read_calendar(data, name):
    """The events of a calendar as dictionaries; what breaks the format is a failure."""
    expect(data.endswith(b"\r\n"), f"{name}: the last line has no end")
    expect(b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b""), f"{name}: a line ends without CRLF")
    lines = data.split(b"\r\n")[:-1]
    expect(all(len(line) <= 75 for line in lines), f"{name}: a line is longer than 75 octets")
    for line in lines:
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            expect(False, f"{name}: a character is cut by folding")
    stack, events, head = [], [], {}
    for line in data.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]:
        match = re.fullmatch(r"([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^:;,\"]+)*):(.*)", line)
        expect(match is not None, f"{name}: no content line: {line[:60]}")
        if match is None:
            continue
        key, parameters, value = match.groups()
        if key == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({})
        elif key == "END":
            expect(stack and stack.pop() == value, f"{name}: END:{value} ends nothing")
        elif stack == ["VCALENDAR"]:
            head[key] = value
        else:
            expect(stack == ["VCALENDAR", "VEVENT"], f"{name}: {key} stands outside a component")
            expect(key not in events[-1], f"{name}: {key} stands twice in an event")
            if key in ("SUMMARY", "DESCRIPTION"):
                expect(re.search(r"(?<!\\)(?:\\\\)*[;,]", value) is None, f"{name}: {key} is not escaped: {value[:60]}")
                value = unescape(value)
            events[-1][key] = (parameters, value)
    expect(not stack and head.get("VERSION") == "2.0" and head.get("PRODID"), f"{name}: VERSION, PRODID, or an END is missing")
    expect(len(events) > 0, f"{name}: a calendar holds at least one component")
    for event in events:
        parameters, day = event.get("DTSTART", ("", ""))
        expect({"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event), f"{name}: an event lacks what it must have")
        expect(parameters == ";VALUE=DATE" and re.fullmatch(r"\d{8}", day), f"{name}: {day} is no DATE")
        expect(re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"][1]), f"{name}: DTSTAMP is not in UTC")
        event["day"] = datetime.datetime.strptime(day, "%Y%m%d").date()
    expect(len({e["UID"][1] for e in events}) == len(events), f"{name}: two events have one UID")
    return events


def same_by_library(data, events, name):
    """The icalendar library reads the same days and words."""
    import icalendar
    found = sorted((e["DTSTART"].dt, str(e["SUMMARY"]), str(e["UID"]), str(e["DESCRIPTION"])) for e in icalendar.Calendar.from_ical(data).walk("VEVENT"))
    own = sorted((e["day"], e["SUMMARY"][1], e["UID"][1], e["DESCRIPTION"][1]) for e in events)
    expect(found == own, f"{name}: icalendar reads other events")


def calendar(ehc, source, name, *options, judge=False):
    done = run(ehc, "-q", "--to", "ics", "-o", "-", "--stdin-name", name, *options, "-", stdin=source.encode())
    if done.returncode != 0:
        return None
    events = read_calendar(done.stdout, name)
    if judge:
        same_by_library(done.stdout, events, name)
    return events


# ---- the form on screen ----

class Form(html.parser.HTMLParser):
    """Labels, inputs, and whether anything is answered or could be sent."""

    def __init__(self):
        super().__init__()
        self.labelled, self.fields, self.radios, self.nested, self.wrong = set(), [], {}, 0, []

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag in ("script", "form", "button", "link", "iframe"):
            self.wrong.append(f"<{tag}>")
        if "checked" in a or "value" in a:
            self.wrong.append("an answer is filled in")
        if tag == "label":
            self.nested += 1
            if "for" in a:
                self.labelled.add(a["for"])
        elif tag == "input" and a.get("type") == "radio":
            self.radios[a["name"]] = self.radios.get(a["name"], 0) + 1
            if self.nested == 0:
                self.wrong.append("a choice without its label")
        elif tag in ("input", "textarea"):
            self.fields.append(a.get("id"))

    def handle_endtag(self, tag):
        if tag == "label":
            self.nested -= 1


def flat(words):
    return re.sub(r"\s+", " ", words).strip()


def item_words(source):
    """The first words of each outcome, provision, medicine and condition."""
    for match in re.finditer(r"(?m)^(outcome|provision|medicine|condition|aspiration|need) [A-Z]+[\d.]+\w?: (.+)$", source):
        yield flat(match.group(2))[:40]


def check_plan(ehc, path, folder, judge):
    name = os.path.basename(os.path.dirname(path))
    source = open(path, encoding="utf-8").read()
    child = (re.findall(r"(?m)^(?:child|  known as): (.+)$", source) or [""])[0]
    out = {to: os.path.join(folder, f"{name}.{to}") for to in ("pdf", "html", "text", "docx")}
    for to, file in out.items():
        done = run(ehc, "-q", "--as-of", "2026-05-01", "--to", to, "-o", file, path)
        expect(done.returncode == 0 and os.path.exists(file), f"{name}: no {to}: {done.stderr.decode()}")
        expect(stat.S_IMODE(os.stat(file).st_mode) == 0o600, f"{name}: others can read the {to}")
        again = run(ehc, "-q", "--as-of", "2026-05-01", "--to", to, "-o", "-", path).stdout
        expect(again == open(file, "rb").read(), f"{name}: two runs give different {to}")
    page = open(out["html"], encoding="utf-8").read()
    form = Form()
    form.feed(page)
    expect(not form.wrong, f"{name}: {form.wrong[:1]}")
    expect(set(form.fields) <= form.labelled and len(set(form.fields)) == len(form.fields), f"{name}: a box without a label of its own")
    expect(len(form.fields) > 20 and form.radios and min(form.radios.values()) > 1, f"{name}: too little to fill in")
    targets = set(re.findall(r'href="#([^"]+)"', page))
    expect(targets <= set(re.findall(r' id="([^"]+)"', page)), f"{name}: links lead nowhere")
    words = flat(open(out["text"], encoding="utf-8").read())
    with zipfile.ZipFile(out["docx"]) as z:
        document = z.read("word/document.xml").decode()
    in_word = flat(html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:br/>", " ", document))))
    for piece in item_words(source):
        expect(piece in words, f"{name}: the form lacks \"{piece}\"")
        expect(piece in in_word, f"{name}: the form in Word lacks \"{piece}\"")
    expect(document.count("<w:sdt>") > 20, f"{name}: too little to fill in, in Word")
    expect(re.search(r"hours a year", words) is None or "hours a year" in flat(source), f"{name}: the form holds a figure that was worked out")
    events = calendar(ehc, source, path, "--as-of", "2026-05-01", judge=judge)
    if events is None:
        return 0
    said = " ".join(e["SUMMARY"][1] + " " + e["DESCRIPTION"][1] for e in events)
    for part in re.findall(r"\w{2,}", child):
        expect(re.search(rf"\b{part}\b", said) is None, f"{name}: the calendar names the child")
    expect(min(e["day"] for e in events) >= datetime.date(2026, 5, 1), f"{name}: a day before the one that was asked for")
    later = calendar(ehc, source, path, "--as-of", "2026-05-02")
    expect({e["UID"][1] for e in later} <= {e["UID"][1] for e in events}, f"{name}: a day later an event has another UID")
    return 1


# ---- the days themselves ----

PLAN = """EHC plan: %s
  status: final
  dated: 20 March 2026
child: Amira Example
  born: %s
timeline:
  final issued: 20 March 2026
%s
"""


def days(ehc, timeline="", born="14 May 2016", reference="ECC-2026-0417", options=("--as-of", "2026-05-01")):
    events = calendar(ehc, PLAN % (reference, born, timeline), "made", *options)
    return {e["SUMMARY"][1].split(": ", 1)[-1]: e["day"].isoformat() for e in events or []}


def day_of(found, words):
    hits = [day for what, day in found.items() if words in what]
    return hits[0] if len(hits) == 1 else hits


def check_days(ehc):
    found = days(ehc)
    for words, day in (("The 12 months end", "2027-03-19"), ("last day for the review meeting", "2027-02-19"), ("Invitations", "2027-02-05"),
                       ("Advice for the review", "2027-02-05"), ("The report", "2027-03-05"), ("kept, changed or ended", "2027-03-19"),
                       ("the amended plan is sent", "2027-05-14")):
        expect(day_of(found, words) == day, f"{words}: {day_of(found, words)}, not {day}")
    found = days(ehc, options=("--as-of", "2026-05-01", "--meeting", "3 February 2027"))
    for words, day in (("The review meeting", "2027-02-03"), ("Invitations", "2027-01-20"), ("The report", "2027-02-17"), ("kept, changed or ended", "2027-03-03"),
                       ("the amended plan is sent", "2027-04-28")):
        expect(day_of(found, words) == day, f"with a meeting, {words}: {day_of(found, words)}, not {day}")
    held = "  review meeting: 1 February 2027\n  review invitations: 11 January 2027\n  review advice sent: 12 January 2027\n"
    found = days(ehc, held, options=("--as-of", "2027-02-02"))
    expect(not day_of(found, "Invitations") and day_of(found, "The report") == "2027-02-15", "a step that is recorded is still asked for")
    held += "  review report sent: 10 February 2027\n  review decision: 15 February 2027\n  amendment notice: 15 February 2027\n"
    found = days(ehc, held.replace("review decision: 15 February 2027\n", "").replace("  amendment", "amendment"), options=("--as-of", "2027-02-02"))
    expect(day_of(found, "views on the proposed") == "2027-03-01", "15 days, the day of service the first")
    expect(day_of(found, "amended plan, or the decision") == "2027-04-12", "8 weeks from the notice come before 12 from the meeting")
    found = days(ehc, "  phase transfer: 1 September 2027 (primary to secondary)\n")
    expect(day_of(found, "Before the move") == "2027-02-14" and day_of(found, "leaves twelve weeks") == "2026-11-22", "a move between schools: " + str(found))
    outcomes = "".join(f"outcome E{i}: By 21 July 2028 Amira reads {i} pages.\n" for i in (1, 2))
    found = days(ehc, outcomes)
    expect(day_of(found, "To be reached: outcomes E1, E2") == "2028-07-21", "two outcomes of one day: " + str(found))
    found = days(ehc, outcomes.splitlines(keepends=True)[0])
    expect(day_of(found, "To be reached: outcome E1") == "2028-07-21", "one outcome: " + str(found))
    found = days(ehc, born="14 May 2022")
    expect(day_of(found, "child under five") == "2026-09-19", "a child under five: " + str(day_of(found, "child under five")))
    found = days(ehc, born="14 May 2010")
    expect(day_of(found, "Compulsory school age") == "2026-06-26", "compulsory school age: " + str(day_of(found, "Compulsory school age")))


def check_privacy(ehc):
    for reference in ("Amira-2026", "EXAMPLE/417", "ECC-amira"):
        done = run(ehc, "--to", "ics", "-o", "-", "--as-of", "2026-05-01", "-", stdin=(PLAN % (reference, "14 May 2016", "")).encode())
        expect(done.returncode == 0 and b"amira" not in done.stdout.lower() and b"EXAMPLE" not in done.stdout, f"{reference}: the calendar names the child")
        expect(b"holds a name" in done.stderr, f"{reference}: nothing says why the reference is left out")
    events = calendar(ehc, PLAN % ("A;B,C\\D " + "\u00e9" * 60, "14 May 2016", ""), "escapes", "--as-of", "2026-05-01")
    expect(events and events[0]["SUMMARY"][1].startswith("A;B,C\\D " + "\u00e9" * 60 + ": "), "a reference with ; , \\ and accents is not read back as it was")


def check_refusals(ehc, folder):
    template = os.path.join(ROOT, "templates", "plans", "national-ehc", "template.ehc")
    template = template if os.path.exists(template) else sorted(glob.glob(os.path.join(ROOT, "templates", "plans", "*", "template.ehc")))[0]
    plan = os.path.join(folder, "plan.ehc")
    open(plan, "w").write(PLAN % ("X-1", "14 May 2016", ""))
    bare = b"health care plan: X-2\nchild: Amira Example\n"
    for command, stdin, words in (((template,), None, b"is a template"), ((folder,), None, b"is a folder"), (("--as-of", "none", plan), None, b"leaves it none"),
                                  (("--meeting", "soon", plan), None, b"--meeting takes a date"), (("-o", plan, plan), None, b"is the plan itself"),
                                  (("--calendar", plan, plan), None, b"is the plan itself"), (("-",), b"x", b"say where with -o"),
                                  (("-o", "-", "-"), b"style: x\n", b"nothing to review"), (("--to", "ics", "-o", "-", "-"), bare, b"nothing falls due"),
                                  (("-o", os.path.join(folder, "a"), "--calendar", os.path.join(folder, "a"), plan), None, b"a file each")):
        done = run(ehc, *command, stdin=stdin)
        expect(done.returncode == 2 and words in done.stderr, f"{command}: {done.returncode} {done.stderr.decode()[:100]}")
    both = os.path.join(folder, "both.ics")
    done = run(ehc, "-q", "--as-of", "2026-05-01", "--calendar", both, plan)
    expect(done.returncode == 0 and os.path.exists(os.path.join(folder, "plan.review.pdf")), "the form beside the plan")
    expect(os.path.exists(both) and stat.S_IMODE(os.stat(both).st_mode) == 0o600, "the calendar is there for its owner alone")


def check_hidden(ehc):
    source = PLAN % ("X-1", "14 May 2016", "") + "outcome E1: By July 2027 Amira reads.\n  note: zqnote\n  accept: WORD-001 because zqaccept; officer, 1 May 2026\n"
    source = source.replace("  born:", "  do not print: date of birth\n  born:")
    words = run(ehc, "-q", "--to", "text", "-o", "-", "--as-of", "2026-05-01", "-", stdin=source.encode()).stdout.decode()
    expect("zq" not in words and "14 May 2016" not in words, "a note, an acceptance or a field that is not to be printed is in the form")


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: tests/review.py EHC [--judge]")
    ehc, judge, read = os.path.realpath(sys.argv[1]), "--judge" in sys.argv, 0
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(glob.glob(os.path.join(ROOT, "corpus", "plans", "*", "plan.ehc"))):
            read += check_plan(ehc, path, folder, judge)
        expect(read > 7, f"only {read} calendars")
        check_days(ehc)
        check_privacy(ehc)
        check_hidden(ehc)
        check_refusals(ehc, folder)
    print(f"review: {counts[0]} passed, {counts[1]} failed")
    sys.exit(1 if counts[1] else 0)


main()
