#!/usr/bin/python3
"""inert.py EHC - whatever a plan holds, no format lets it act: a plan whose names, ids, texts and file name are full of control
characters, terminal escapes, markup, formulas and workflow commands goes through every format, with and without the plan's
words, and an independent parser reads each back.
"""
import csv
import html.parser
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
EVIL = ['=HYPERLINK("http://example.invalid","click")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\uff1d1",
        "<script>alert(1)</script>", "</testsuite><testcase name='x'/>", "]]>", "<!--", "&lol;", '"><img src=x onerror=alert(1)>',
        "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x9b31m", "a\x00b", "\u202eright to left", "%0A::error::x", "%25", "::error file=a,line=1::b",
        "##[group]x", "::stop-commands::x", "::set-output name=a::b", '","rule":"FAKE"', "\\u0000", "\\", "{{x}}", "${x}", "[[x]]", "`x`", "\u2028::error::x"]
MARKS = ("alert(1)", "HYPERLINK", "stop-commands", "set-output")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def plan(words):
    """A plan with the words in every kind of place."""
    return f"""EHC plan: {words}
  status: {words}
  authority: {words}
  plan writer: {words}
child: {words}
  known as: {words}
  date of birth: {words}
  NHS number: {words}
section B:
need B1: {words}
  category: {words}
need {words}: {words}
section F:
provision F1: {words} should have regular access to {words} where possible.
  for: {words}
  who: {words}
  how much: {words}
  review: {words}
  accept: SPEC-001 because {words}; {words}, 1 May 2026
{words}: {words}
provision F2: He will be supported when {words} is upset as required.
  accept: SPEC-010 because {words}; {words}, 1 May 2026
section {words}:
"""


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
        for number, words in enumerate(EVIL + [" ".join(EVIL)]):
            name = words.replace("/", "_").replace("\0", "_").strip()[:100] + ".ehc"
            path = os.path.join(folder, name)
            with open(path, "wb") as f:
                f.write(plan(words).encode("utf-8"))
            for fmt in known:
                for more in ((), ("--identify",), ("--group",)):
                    run = subprocess.run([ehc, "check", "--as-of", "none", "--fail-on", "never", "--all", "--format", fmt, *more, "--", name], cwd=folder,
                                         capture_output=True, check=False)
                    text = run.stdout.decode("utf-8")
                    found = [f"status {run.returncode}: {run.stderr!r}"] if run.returncode else CHECKS.get(fmt, check_text)(text)
                    if CONTROL.search(text.replace("\r\n", "\n") if fmt == "csv" else text):
                        found.append(f"control character {CONTROL.search(text).group()!r}")
                    passed += not found
                    faults += [f"{words!r} as {fmt} {' '.join(more)}: {fault}" for fault in found[:3]]
            os.unlink(path)
    for fault in faults:
        print(f"FAIL inert: {fault}")
    print(f"inert: {passed} passed, {len(faults)} failed")
    return bool(faults) or not passed


if __name__ == "__main__":
    sys.exit(main())
