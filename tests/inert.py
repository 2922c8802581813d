#!/usr/bin/python3
"""inert.py EHC - whatever a plan holds, no format lets it act: a plan whose names, ids, texts and file name are full of control
characters, terminal escapes, markup, formulas and workflow commands goes through every format, with and without the plan's
words, and an independent parser reads each back.
"""
import csv
import html.parser
import io
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from hostile_strings import BROKEN, CONTROL, PLAIN, STRANGE

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
EVIL = [w.strip() for w in PLAIN + STRANGE] + [w.decode("latin-1") for w in BROKEN]
EACH = 6                # of them in one plan


def plan(words):
    """A plan with hostile words in every kind of place, the next in each."""
    given = itertools.cycle(words)
    return re.sub("WORDS", lambda _: next(given), """EHC plan: WORDS
  status: WORDS
  authority: WORDS
  plan writer: WORDS
child: WORDS
  known as: WORDS
  date of birth: WORDS
  NHS number: WORDS
section B:
need B1: WORDS
  category: WORDS
need WORDS: WORDS
section F:
provision F1: WORDS should have regular access to WORDS where possible.
  for: WORDS
  who: WORDS
  how much: WORDS
  review: WORDS
  accept: SPEC-001 because WORDS; WORDS, 1 May 2026
WORDS: WORDS
provision F2: He will be supported when WORDS is upset as required.
  accept: SPEC-010 because WORDS; WORDS, 1 May 2026
section WORDS:
""")


class Page(html.parser.HTMLParser):
    """Elements and attributes that could do something."""
    def __init__(self):
        super().__init__()
        self.faults = []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "img", "iframe", "object", "form", "base") or any(name.startswith("on") for name, _ in attrs):
            self.faults.append(f"<{tag}> {attrs}")
        for name, value in attrs:
            if name in ("href", "src") and value and not value.startswith("#"):
                self.faults.append(f"{tag} {name}={value}")


def check_json(text):
    json.loads(text)
    return []


def check_sarif(text):
    log = json.loads(text)
    faults = []
    for result in log["runs"][0]["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        if not re.fullmatch(r"(file://)?[A-Za-z0-9/._~%-]+", uri):
            faults.append(f"URI {uri!r}")
        if result["ruleId"] == "FAKE":
            faults.append("a result that the plan made")
    return faults


def check_gitlab(text):
    return [f"{issue}" for issue in json.loads(text) if not issue["description"] or issue["check_name"] == "FAKE"]


def check_junit(text):
    root = xml.etree.ElementTree.fromstring(text.encode())
    known = {"testsuites", "testsuite", "testcase", "failure", "skipped", "error", "system-out"}
    return [f"<{e.tag}>" for e in root.iter() if e.tag not in known] + (["more suites than files"] if len(root) != 1 else [])


def check_csv(text):
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    faults = [f"a row of {len(row)} cells" for row in rows if len(row) != len(rows[0])]
    return faults + [f"cell {cell!r}" for row in rows for cell in row if cell.strip()[:1] in tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20") and cell.strip()]


def check_github(text):
    """Each line is one of our commands, but the count at the end; its properties are ours."""
    faults = []
    for line in text.splitlines()[:-1]:
        m = re.fullmatch(r"::(error|warning|notice) ([^:\n]*)::(.*)", line)
        if not m or not re.fullmatch(r"file=[^,]*(,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?)?,title=[^,]*", m.group(2)):
            faults.append(line[:100])
    return faults


def check_html(text):
    page = Page()
    page.feed(text)
    page.close()
    return page.faults


def check_text(text):
    return []


CHECKS = {"text": check_text, "json": check_json, "sarif": check_sarif, "gitlab": check_gitlab, "junit": check_junit, "csv": check_csv,
          "github": check_github, "html": check_html}


def formats(ehc):
    """Those that the program says it knows: a new one needs a check here."""
    said = subprocess.run([ehc, "check", "--format", "none-such", "-"], capture_output=True, text=True, check=False).stderr
    return re.findall(r"[a-z]+", re.search(r"--format takes (.*); not", said).group(1).replace(" or ", " "))


def main():
    ehc = os.path.abspath(sys.argv[1])
    passed, faults = 0, []
    known = formats(ehc)
    if set(known) - set(CHECKS):
        faults.append(f"nothing here reads {sorted(set(known) - set(CHECKS))}")
    with tempfile.TemporaryDirectory() as folder:
        for number in range(0, len(EVIL), EACH):
            words = EVIL[number:number + EACH]
            name = " ".join(words).replace("/", "_").replace("\0", "_").strip()[:100] + ".ehc"
            path = os.path.join(folder, name)
            with open(path, "wb") as f:
                f.write(plan(words).encode("utf-8"))
            for fmt in known:
                for more in ((), ("--identify",), ("--group",)):
                    run = subprocess.run([ehc, "check", "--as-of", "none", "--fail-on", "never", "--all", "--format", fmt, *more, "--", name], cwd=folder,
                                         capture_output=True, check=False)
                    text = run.stdout.decode("utf-8")
                    found = [f"status {run.returncode}: {run.stderr!r}"] if run.returncode else CHECKS.get(fmt, check_text)(text)
                    if re.search(CONTROL, text.replace("\r\n", "\n") if fmt == "csv" else text):
                        found.append(f"control character {re.search(CONTROL, text).group()!r}")
                    passed += not found
                    faults += [f"{words!r} as {fmt} {' '.join(more)}: {fault}" for fault in found[:3]]
            os.unlink(path)
    for fault in faults:
        print(f"FAIL inert: {fault}")
    print(f"inert: {passed} passed, {len(faults)} failed")
    return bool(faults) or not passed


if __name__ == "__main__":
    sys.exit(main())
