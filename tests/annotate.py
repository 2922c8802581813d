#!/usr/bin/python3
"""annotate.py EHC - findings as comments in a Word draft: each on its words, and nothing else changed."""
import json
import os
import re
import stat
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True
from tally import Tally  # noqa: E402
import annotated  # noqa: E402
import draft_files as w  # noqa: E402
from draft_cases import CASES, F, LONG, TITLE  # noqa: E402
from draft_files import p, r  # noqa: E402

tally = Tally("annotate")
verdict = tally.verdict
ehc = os.path.abspath(sys.argv[1]) if len(sys.argv) == 2 else sys.exit("usage: tests/annotate.py EHC")


def run(*arguments, data=None):
    return subprocess.run([ehc, "check", "--fail-on", "never", *arguments], input=data, capture_output=True, timeout=120, check=False)


def annotated_file(case, path, *options):
    """The comments in what is written for a draft; it has no other difference."""
    out = path + ".out.docx"
    done = run("-q", "--as-of", "none", *options, "--annotate", out, path)
    verdict(done.returncode == 0, case, f"ended with {done.returncode}: {done.stderr[-300:]!r}")
    if done.returncode != 0:
        return []
    wrong = list(annotated.differences(path, out))
    verdict(not wrong, case, f"more than comments has changed: {wrong}")
    verdict(stat.S_IMODE(os.stat(out).st_mode) == 0o600, case, "the file should be its owner's alone")
    return annotated.comments(out)


def cases(folder):
    for n, (case, (body, wanted)) in enumerate(CASES.items()):
        path = os.path.join(folder, f"a{n}.docx")
        w.save(path, w.parts(TITLE + body))
        found = annotated_file(case, path)
        words = [re.sub(r"\s+", " ", at).strip() for at, _ in found]
        for one in set(wanted):
            verdict(words.count(one) == wanted.count(one), case, f"{wanted.count(one)} comments should stand on {one!r}: {words}")
        if "of a field" in case:
            verdict("where possible each day." in words and "where possible" not in words, case, f"a comment should stand around the field: {words}")
        if "kept elsewhere" in case:
            verdict(words[2:] and set(words[2:]) == {LONG if case.endswith("around it") else LONG + LONG}, case, f"comments should stand around the control: {words}")
        if "at the very end" in case:
            verdict(words[2:] and set(words[2:]) == {""}, case, f"comments should stand in the paragraph before the control: {words}")
        verdict(any("Section A is missing" in line for _, lines in found for line in lines), case, "what is missing should be said too")
        verdict(words[:1] == ["Education, Health and Care Plan"], case, f"what is about the whole plan should stand at its title: {words[:1]}")


def what_is_said(folder):
    case = "what a comment says"
    path = os.path.join(folder, "said.docx")
    w.save(path, w.parts(TITLE + F + p("F1 " + LONG)))
    lines = next((lines for at, lines in annotated_file(case, path) if at == "where possible"), [])
    for start in ("Error: “where possible”", "Error: \"where possible\""):
        if lines and lines[0].startswith(start):
            break
    else:
        verdict(False, case, f"its first line should say what is wrong: {lines}")
    for start in ("It does not say either: ", "Why it matters: ", "What to do: ", "Write instead: ", "Rule SPEC-001"):
        verdict(any(line.startswith(start) for line in lines), case, f"a line should begin with {start!r}: {lines}")
    out = path + ".out.docx"
    made = annotated.members(out)["word/comments.xml"].decode()
    verdict('w:author="ehc"' in made and "w:date" not in made, case, "the author should be ehc, without a date")
    first = open(out, "rb").read()
    run("-q", "--as-of", "none", "--annotate", out, path)
    verdict(open(out, "rb").read() == first, case, "the same draft should give the same bytes")
    run("-q", "--as-of", "2026-05-01", "--annotate", out, path)
    verdict('w:date="2026-05-01T00:00:00Z"' in annotated.members(out)["word/comments.xml"].decode(), case, "the day that is asked for should be the comments' date")
    few = annotated_file(case, path)
    many = annotated_file(case, path, "--all")
    verdict(any(l.startswith("Note: ") for _, ls in many for l in ls) and not any(l.startswith("Note: ") for _, ls in few for l in ls), case, "notes belong to --all")
    labels = re.compile("“(for|towards|informed by|because|born|unconfirmed|unplaced)\\b[^”]*:")
    wrong = [l for _, ls in many for l in ls if labels.search(l)]
    verdict(not wrong, case, f"labels of the plan language mean nothing in Word: {wrong[:3]}")
    verdict(any("“Which need:" in l for _, ls in many for l in ls), case, "they should be said as columns are headed")
    both = json.loads(run("--format", "json", "--as-of", "none", "--annotate", out, path).stdout)
    verdict(both["summary"]["errors"] > 0, case, "the report should be written too")
    piped = run("-q", "--as-of", "none", "--stdin-name", "said.docx", "--annotate", out, "-", data=open(path, "rb").read())
    verdict(piped.returncode == 0 and annotated.comments(out) == few, case, "a draft on standard input should be annotated too")


def kept(folder):
    """Comments that are there, and files that name things in other ways."""
    case = "comments of other people"
    path = os.path.join(folder, "kept.docx")
    members = w.parts(TITLE + F + p('<w:commentRangeStart w:id="41"/>' + r("F1 " + LONG) + '<w:commentRangeEnd w:id="41"/><w:r><w:commentReference w:id="41"/></w:r>'), comment="Is this enough?")
    w.save(path, members)
    found = annotated_file(case, path)
    verdict("where possible" in [at for at, _ in found], case, "the words should have a comment")
    made = annotated.members(path + ".out.docx")
    ids = [annotated.of(c, "id") for c in ET.fromstring(made["word/comments.xml"])]
    verdict(len(ids) == len(set(ids)) and min(int(i) for i in ids[1:]) == 42, case, f"new comments should have new numbers: {ids}")
    verdict("Is this enough?" in made["word/comments.xml"].decode() and made["[Content_Types].xml"] == members["[Content_Types].xml"].encode(), case, "the old comment should be there")
    again = os.path.join(folder, "kept-again.docx")
    os.rename(path + ".out.docx", again)
    verdict(len(annotated_file("annotated twice", again)) == 2 * len(found), case, "a second time the comments should be added to those that are there")

    case = "other prefixes"
    for number, space in enumerate(("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")):
        for prefix in ("", "ns0:"):
            members = {k: v for k, v in w.parts(TITLE + F + p(LONG)).items() if k not in ("word/styles.xml", "word/numbering.xml")}
            xml = members["word/document.xml"].replace(' xml:space="preserve"', "").replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", space)
            xml = xml.replace("xmlns:w=", f"xmlns{':' if prefix else ''}{prefix[:-1]}=").replace("<w:", f"<{prefix}").replace("</w:", f"</{prefix}")
            members["word/document.xml"] = re.sub(r' w:(\w+)="', rf' {prefix}\1="', xml) if prefix else re.sub(r' w:\w+="[^"]*"', "", xml)
            members["word/_rels/document.xml.rels"] = '<x:Relationships xmlns:x="http://schemas.openxmlformats.org/package/2006/relationships"/>'
            path = os.path.join(folder, f"prefix{number}{prefix[:-1]}.docx")
            w.save(path, members)
            verdict("where possible" in [at for at, _ in annotated_file(case, path)], case, f"with {prefix!r} in {space} the words should have a comment")

    case = "a paragraph that closes itself"
    path = os.path.join(folder, "empty.docx")
    members = w.parts("<w:p/>")
    w.save(path, members)
    annotated_file(case, path)
    case = "no list of relations"
    del members["word/_rels/document.xml.rels"]
    path = os.path.join(folder, "bare.docx")
    w.save(path, members)
    annotated_file(case, path)


def refused(folder):
    case = "refused"
    path, out = os.path.join(folder, "draft.docx"), os.path.join(folder, "no.docx")
    w.save(path, w.parts(TITLE + F + p(LONG)))
    before = open(path, "rb").read()
    plan, page, text, bad = (os.path.join(folder, n) for n in ("x.ehc", "x.html", "x16.docx", "bad.docx"))
    open(plan, "w").write("EHC plan: X-1\n")
    open(page, "w").write("<html><body><p>Education, Health and Care Plan</p></body></html>")
    members = w.parts(TITLE + F + p(LONG))
    w.save(text, {**members, "word/document.xml": members["word/document.xml"].replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")})
    w.save(bad, {**members, "word/document.xml": members["word/document.xml"][:-60]})
    for arguments, said in (
            (["--annotate", path, path], "is a file to be checked"),
            (["--annotate", out, plan], "is no Word file"),
            (["--annotate", out, page], "is no Word file"),
            (["--annotate", out, text], "UTF-8"),
            (["--annotate", out, bad], "is damaged"),
            (["--annotate", out, path, plan], "one Word draft"),
            (["--annotate", folder, path], "is a folder"),
            (["--annotate", "-", path], "cannot share standard output"),
            (["--annotate", out, "-o", out, path], "need names of their own"),
            (["--annotate", os.path.join(folder, "nowhere", "x.docx"), path], "cannot be written")):
        done = run("-q", "--as-of", "none", *arguments)
        verdict(done.returncode == 2 and said in done.stderr.decode(), case, f"{arguments[-1]} should be refused with {said!r}: {done.returncode} {done.stderr[-200:]!r}")
        verdict(not os.path.exists(out), case, f"nothing should be written for {said!r}")
    verdict(open(path, "rb").read() == before, case, "the draft should be as it was")


with tempfile.TemporaryDirectory() as work:
    cases(work)
    what_is_said(work)
    kept(work)
    refused(work)
sys.exit(tally.end())
