#!/usr/bin/python3
"""word.py EHC FOLDER [--plans FILE.docx...] [--drafts FILE.docx...] - LibreOffice and python-docx on Word files, working in FOLDER.

Plans are those that `ehc build --to docx` wrote: both readers must open them, and LibreOffice must print every word of them. Drafts are
Word files of any kind, beside those that the tests make: each is annotated; both readers must find the text as it was, and LibreOffice each comment on its words.
A draft that LibreOffice itself cannot open before is counted and left alone.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import annotated  # noqa: E402
import draft_files  # noqa: E402
from draft_cases import CASES, TITLE  # noqa: E402
from tally import Tally  # noqa: E402

import docx  # noqa: E402  python-docx

ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
tally = Tally("word")
verdict = tally.verdict


def convert(folder, kind, paths):
    """Where LibreOffice put each file in that form; one that it could not open is not among them."""
    to = os.path.join(folder, kind)
    os.makedirs(to, exist_ok=True)
    for i in range(0, len(paths), 40):
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind, "--outdir", to, *paths[i:i + 40]],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900, check=False)
    made = {p: os.path.join(to, os.path.splitext(os.path.basename(p))[0] + "." + kind) for p in paths}
    return {p: out for p, out in made.items() if os.path.exists(out)}


def letters(text):
    """Without vowel signs and the like: pdftotext sets those of Thai apart from their letters, on a line of their own."""
    return "".join(c for c in text if not unicodedata.category(c).startswith("M"))


def words(text):
    return re.findall(r"\w+", text)


def squeezed(text):
    return re.sub(r"\s+", "", text)


# ---- what the readers say ----

def python_docx(path):
    """Every text that python-docx finds, in tables too."""
    document = docx.Document(path)
    return [p.text for p in document.element.body.iter() if p.tag.endswith("}p") for p in [docx.text.paragraph.Paragraph(p, document)]]


# What stands beside the words of a paragraph: notes, text boxes and pictures with what is said of them.
BESIDE = {ODF % "text" + "note", ODF % "drawing" + "frame", ODF % "drawing" + "custom-shape", ODF % "drawing" + "g", ODF % "drawing" + "rect", ODF % "text" + "ruby-text"}


def libre(path):
    """Of a file that LibreOffice read: its text, and the words that each annotation stands on with its own text."""
    with zipfile.ZipFile(path) as z:
        root = ET.fromstring(z.read("content.xml"))
    text, is_open, found = [], {}, []  # of the text each piece, and whether it stands beside the words

    def walk(e, beside):
        within = beside or e.tag in BESIDE
        if e.tag == ODF % "office" + "annotation":
            said = "".join("".join(p.itertext()) for p in e if p.tag == ODF % "text" + "p" or p.tag == ODF % "text" + "list")
            who = next((c.text for c in e if c.tag.endswith("}creator")), "")
            one = [len(text), None, said, who]
            found.append(one)
            if e.get(ODF % "office" + "name"):
                is_open[e.get(ODF % "office" + "name")] = one
        elif e.tag == ODF % "office" + "annotation-end":
            if e.get(ODF % "office" + "name") in is_open:
                is_open[e.get(ODF % "office" + "name")][1] = len(text)
        elif not e.tag.startswith(ODF % "text" + "tracked"):
            if e.tag in (ODF % "text" + "s", ODF % "text" + "tab", ODF % "text" + "line-break"):
                text.append((" ", within))
            text.append((e.text or "", within))
            for child in e:
                walk(child, within)
        text.append((e.tail or "", beside))

    for body in root.iter(ODF % "office" + "text"):
        walk(body, False)
    stands = [("".join(t for t, beside in text[a:b] if not beside) if b is not None else "", said) for a, b, said, who in found if who == "ehc"]
    return "".join(t for t, _ in text), stands


# ---- plans ----

def plans(ehc, folder, paths):
    printed = convert(folder, "pdf", paths)
    for path in paths:
        case = os.path.basename(path)
        try:
            document = docx.Document(path)
        except Exception as e:  # whatever a reader says that cannot read
            verdict(False, case, f"python-docx cannot open it: {e!r}")
            continue
        headings = [p.text for p in document.paragraphs if p.style.name.lower().startswith("heading")]
        verdict(document.core_properties.title and document.core_properties.language == "en-GB" and len(headings) > 3, case, f"python-docx should see the title and the headings: {headings[:4]}")
        verdict(path in printed, case, "LibreOffice should print it")
        if path in printed:
            text = squeezed(letters(subprocess.run(["pdftotext", "-layout", printed[path], "-"], capture_output=True, text=True, check=True).stdout))
            missing = {w for p in python_docx(path) for w in words(letters(p)) if w not in text}
            verdict(not missing, case, f"words that LibreOffice does not print: {sorted(missing)[:10]}")


# ---- drafts ----

def annotate(ehc, folder, paths):
    made = {}
    for n, path in enumerate(paths):
        case = os.path.basename(path)
        before, after = (os.path.join(folder, which, f"{n}.docx") for which in ("before", "after"))
        done = subprocess.run([ehc, "check", "-q", "--as-of", "none", "--fail-on", "never", "--annotate", after, path], capture_output=True, timeout=300, check=False)
        verdict(done.returncode in (0, 2), case, f"ended with {done.returncode}: {done.stderr[-200:]!r}")
        verdict((done.returncode == 0) == os.path.exists(after), case, "a draft that is refused should leave nothing behind")
        if done.returncode == 0 and annotated.can_be_read(path):
            shutil.copy(path, before)
            made[path] = before, after
    return made


def is_among(theirs, at, lines, paragraphs):
    """Does LibreOffice show the comment on these words? One that ends behind its paragraph it shows on all of the paragraph."""
    at, said = squeezed(at), squeezed("".join(lines))
    return (at, said) in theirs or any(p.endswith(at) and (p, said) in theirs for p in paragraphs)


def drafts(ehc, folder, paths):
    for which in ("before", "after"):
        os.makedirs(os.path.join(folder, which))
    made = annotate(ehc, folder, paths)
    was = convert(os.path.join(folder, "before"), "odt", [b for b, _ in made.values()])
    now = convert(os.path.join(folder, "after"), "odt", [a for _, a in made.values()])
    count = away = unread = 0
    for path, (before, after) in made.items():
        case = os.path.basename(path)
        wrong = list(annotated.differences(before, after))
        verdict(not wrong, case, f"more has changed than comments: {wrong[:3]}")
        try:
            old = python_docx(before)
        except Exception:  # a file that this reader does not take, whatever is done to it
            old = None
        if old is not None:
            verdict(python_docx(after) == old, case, "python-docx reads another text than before")
        if before not in was:
            unread += 1
            continue
        verdict(after in now, case, "LibreOffice opens it no more")
        if after not in now:
            continue
        paragraphs = [squeezed(p) for p in python_docx(after)] if old is not None else []
        (text, _), (same, found) = libre(was[before]), libre(now[after])
        verdict(squeezed(text) == squeezed(same), case, "LibreOffice reads another text than before")
        ours = annotated.ranges(after, printed=True)
        verdict(len(found) == len(ours), case, f"LibreOffice shows {len(found)} of {len(ours)} comments")
        theirs = [(squeezed(at), squeezed(said)) for at, said in found]
        for at, lines, behind in ours:
            good = is_among(theirs, at, lines, paragraphs if behind else [])
            count, away = count + good, away + (not good)
            if not good and away <= 20:
                near = [a for a, said in theirs if said == squeezed("".join(lines))]
                print(f"     {case}: {at!r} stands on {near[:2]!r}")
    print(f"word: {count} comments of {len(made)} drafts stand on their words in LibreOffice, {away} do not; {len(paths) - len(made)} drafts were refused, {unread} LibreOffice cannot open")
    verdict(count > 0 and away <= 0.01 * (count + away), "comments", f"{away} of {count + away} do not stand on their words in LibreOffice")


def made_drafts(folder):
    """A draft for each way in which Word keeps words."""
    os.makedirs(os.path.join(folder, "made"))
    out = []
    for case, (body, _) in CASES.items():
        out.append(os.path.join(folder, "made", re.sub(r"\W+", "-", case) + ".docx"))
        draft_files.save(out[-1], draft_files.parts(TITLE + body))
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("ehc")
    ap.add_argument("folder")
    ap.add_argument("--plans", nargs="*", default=[])
    ap.add_argument("--drafts", nargs="*", default=[])
    a = ap.parse_args()
    folder = os.path.abspath(a.folder)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    if a.plans:
        plans(os.path.abspath(a.ehc), folder, [os.path.abspath(p) for p in a.plans])
    drafts(os.path.abspath(a.ehc), folder, made_drafts(folder) + [os.path.abspath(p) for p in a.drafts])
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
