#!/usr/bin/env python3
"""printed.py EHC - what every plan of the corpus looks like in print: PDF, HTML and text.

Notes and acceptances, put into each item of each plan, stay out of all three; so does every figure that was worked out. On
the sheets of a health care plan no letter is smaller than 14 points, each sheet has a blank back, and a screen reader meets
the steps in their order. Words in the scripts of many languages are printed within the page, and copied and read aloud as
they were typed. Oversized and unwieldy input is printed or refused in plain words.
"""
import glob
import html
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ITEM = re.compile(r"(aspiration|need|outcome|provision|budget|condition|medicine|feed|staff|task|care|emergency|training) [A-Z]\d")
HIDDEN = "  note: zqnote for the writer\n  accept: WORD-001 because zqaccept of the panel; lead officer, 12 June 2026\n"
FORMS = ("text", "html", "pdf")
counts = [0, 0]


def expect(good, what):
    counts[0 if good else 1] += 1
    if not good:
        print("FAIL printed: " + what)


def run(*command, stdin=None):
    return subprocess.run(command, capture_output=True, text=True, input=stdin, timeout=120)


def with_hidden_lines(source):
    """The plan with a note and an acceptance at the end of each item."""
    out, open_item = [], False
    for line in source.splitlines(keepends=True) + ["# end\n"]:
        if not line[0].isspace():
            if open_item:
                out.append(HIDDEN)
            open_item = ITEM.match(line) is not None
        out.append(line)
    return "".join(out)


def build(ehc, source, form, to, name):
    """An agreed health care plan that may not go out is built as the draft that it then is."""
    command = (ehc, "build", "-q", "--as-of", "none", "--fail-on", "never", "--to", form, "--stdin-name", name, "-o", to, "-")
    done = run(*command, stdin=source)
    if done.returncode == 2:
        done = run(*command, stdin=re.sub(r"(?m)^  status: agreed$", "  status: draft", source))
    return done


def words_of(form, path):
    if form == "pdf":
        text = run("pdftotext", path, "-").stdout
    else:
        text = open(path, encoding="utf-8").read()
        if form == "html":
            text = html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.S))
    return re.sub(r"\s+", " ", text)


def derived_figures(ehc, path):
    """Figures that read-back works out."""
    return set(re.findall(r"= (?:at least |up to )?([\d.]+) hours a\s+year", run(ehc, "check", "--read-back", "--as-of", "none", path).stdout))


OWN_FIGURES = {"999", "1970", "24"}     # whom to ring; the Act that a section is named after; the label "Most in 24 hours"


def figures_of(words):
    return set(re.findall(r"\d+(?:[.,:]\d+)*", words))


def foreign_figures(source, words):
    """Figures in print that the author did not write: the numbers of steps that the plan leaves unnumbered are the layout's."""
    steps = {str(n) for n in range(1, source.count("\n  step") + 1)}
    return figures_of(words) - figures_of(source) - OWN_FIGURES - steps - {re.sub(r"\D", "", s) for s in ("H1", "H2")}


def check_plan(ehc, path, folder):
    name = os.path.basename(os.path.dirname(path))
    source = open(path, encoding="utf-8").read()
    figures = derived_figures(ehc, path)
    for form in FORMS:
        to = os.path.join(folder, name + "." + form)
        done = build(ehc, with_hidden_lines(source), form, to, path)
        expect(done.returncode == 0 and os.path.exists(to), f"{name}: {form} was not built: {done.stderr}")
        if not os.path.exists(to):
            continue
        words = words_of(form, to)
        if form == "pdf":
            parted = re.findall(r"(?m)\b\d\d?\n(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
                                run("pdftotext", "-raw", to, "-").stdout)
            expect(not parted, f"{name}: a day is parted from its month by the end of a line: {parted}")
        expect("zqnote" not in words, f"{name}: a note is in the {form}")
        expect("zqaccept" not in words, f"{name}: an acceptance is in the {form}")
        if form == "text":
            house = "".join(open(p, encoding="utf-8").read() for p in glob.glob(os.path.join(os.path.dirname(path), "*.ehc")))
            foreign = foreign_figures(house, words)
            expect(not foreign, f"{name}: figures that neither the plan nor its house rules hold: {sorted(foreign)}")
        for figure in figures:
            said = figure + " hours a year"
            expect(said not in words or said in re.sub(r"\s+", " ", source), f"{name}: {said} was worked out, and is in the {form}")
    if source.startswith("health care plan"):
        check_sheets(name, source, os.path.join(folder, name + ".pdf"))


def page_words(path, page):
    return run("pdftotext", "-f", str(page), "-l", str(page), path, "-").stdout.strip()


def check_sheets(name, source, path):
    last = 0
    for page in range(1, int(re.search(r"Pages: +(\d+)", run("pdfinfo", path).stdout)[1]) + 1, 2):
        if not page_words(path, page).startswith("Emergency"):
            break
        last = page
        expect(page_words(path, page + 1) == "", f"{name}: the back of page {page} is not blank")
    expect(last > 0, f"{name}: does not begin with a sheet")
    xml = run("pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", "-f", "1", "-l", str(max(last, 1)), path).stdout
    sizes = [int(s) for s in re.findall(r'<fontspec [^>]*size="(\d+)"', xml)]
    expect(sizes != [] and min(sizes) >= 14, f"{name}: letters of {min(sizes, default=0)} points on a sheet")
    expect("Health care plan" in page_words(path, last + 2), f"{name}: the plan does not begin behind its sheets")
    read = re.sub(r"\s+", " ", "".join(re.findall(r'"(.*)"', run("pdfinfo", "-struct-text", path).stdout)))
    at = 0
    for block in re.split(r"(?m)^(?=\S)", source):
        if not block.startswith("emergency "):
            continue
        fields = re.findall(r"(?m)^  (sign|step[^:]*|do not|then): ((?:.*)(?:\n    .*)*)", block)
        for label in ("sign", "step", "do not", "then"):
            for _, value in [f for f in fields if f[0].startswith(label)]:
                act = re.sub(r"\s+", " ", value.split(": ", 1)[1] if label == "step" and ": " in value else value)
                found = read.find(act[:30], at)
                expect(found >= 0, f"{name}: a screen reader does not meet \"{act[:30]}\" where it belongs")
                at = max(at, found)


POINTS = "[\u064b-\u0655\u05b0-\u05c7]"    # of Arabic and Hebrew vowels, which pdftotext sets on a line of their own


def joined(text):
    """Without what parts words or only says which way they run."""
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+", "", text)


def foreign_words(source):
    """Words with letters that are not Latin, without the punctuation at their ends."""
    words = re.findall(r"[^\s()\"]*[\u0590-\u1dff\u2e80-\ua000][^\s()\"]*", source)
    return [re.sub(r"^[^\w\u0300-\u1fff]+|['.,;:?،؟]+s?$", "", w) for w in words]


def spoken(path):
    """What a screen reader is told where the glyphs do not tell it: the actual text of the structure tree's elements."""
    objects = json.loads(run("qpdf", "--json=2", path).stdout)["qpdf"][1]
    values = [o.get("value") for o in objects.values() if isinstance(o, dict)]
    return [v["/ActualText"].removeprefix("u:") for v in values if isinstance(v, dict) and v.get("/S") == "/Span" and "/ActualText" in v]


def beyond_page(path):
    boxes = run("pdftotext", "-bbox", path, "-").stdout
    wide = float(re.search(r'<page width="([\d.]+)"', boxes)[1])
    return [float(x) for x in re.findall(r'x(?:Min|Max)="(-?[\d.]+)"', boxes) if not 40 <= float(x) <= wide - 40]


def check_languages(ehc, folder):
    path, to = os.path.join(ROOT, "corpus/languages/plan.ehc"), os.path.join(folder, "languages.pdf")
    source = re.sub(r"(?m)^#.*", "", open(path, encoding="utf-8").read())
    for style in ("national", "large-print"):
        done = run(ehc, "build", "-q", "--as-of", "none", "--fail-on", "never", "--style", style, "-o", to, path)
        expect(done.returncode == 0, f"languages: not built: {done.stderr}")
        text = joined(run("pdftotext", to, "-").stdout)
        lost = [w for w in foreign_words(source) if joined(w) not in text and not re.search(POINTS, w)]
        expect(len(foreign_words(source)) > 100 and not lost, f"languages, {style}: not copied as typed: {lost}")
        said = joined("".join(spoken(to)))
        unsaid = [w for w in foreign_words(source) if not re.search(r"[\u2e80-\ua000]", w) and joined(w) not in said]
        expect(not unsaid, f"languages, {style}: not read aloud as typed: {unsaid}")
        expect(not beyond_page(to), f"languages, {style}: runs off the page: {beyond_page(to)}")
    for what, letter, words in (("letters that turn", "א", "aא" * 600), ("figures among letters", "א", "א1" * 600), ("vowels before no letter", "เ", "เ" * 600),
                                ("letters bound together", "क", "क्" * 600)):
        done = build(ehc, f"EHC plan: T-1\nchild: A Example\nsection A:\nhistory: {words}\n", "pdf", to, "long.ehc")
        expect(done.returncode == 0 and run("pdftotext", "-raw", to, "-").stdout.count(letter) == 600, f"languages: of 600 {what} without a blank some are lost")
        expect(not beyond_page(to), f"languages: 600 {what} without a blank run off the page: {beyond_page(to)}")
    done = build(ehc, "EHC plan: T-1\nchild: A Example\nsection A:\nhistory: Told by مریم, 12 May 2026.\n", "pdf", to, "told.ehc")
    at = {word: float(x) for x, word in re.findall(r'xMin="([\d.]+)"[^>]*>([^<]*)</word>', run("pdftotext", "-bbox", to, "-").stdout)}
    order = [next((x for word, x in at.items() if part in word), 0) for part in ("Told", "م", "12", "May", "2026.")]
    expect(done.returncode == 0 and order[0] > 0 and order == sorted(order), f"languages: a date behind a name stands before it: {order}")
    done = run(ehc, "build", "-q", "--as-of", "none", "--fail-on", "never", "-o", to, path)
    title = run("pdfinfo", to).stdout
    expect("مریم مثال" in title, f"languages: the title is {title}")


def check_unwieldy(ehc, folder):
    """Printed whole, or refused with a reason and nothing left behind."""
    head = "health care plan: T-1\n  status: draft\n  school: Example School\nchild: A Example\n"
    rows = "".join(f"staff N{i}: Jo Example {i}, assistant\n  renew by: 4 September 2027\n" for i in range(1, 5001))
    deep = "".join("    " + "  " * i + f"- level {i}\n" for i in range(200))
    cases = {
        "a million characters": head + "care S1: " + "x" * 1000000 + " end\n",
        "a million characters that join": head + "care S1: " + "کتاب" * 250000 + " end\n",
        "a million marks": head + "care S1: ক" + "ি" * 1000000 + " end\n",
        "a million words": head + "care S1: " + "word " * 200000 + "\n",
        "a table of 5,000 rows": head + rows,
        "200 lists in lists": head + "care S1: As follows.\n" + deep,
    }
    broken = {"cut.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\2\0\0\0", "bad.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\xff" * 40,
              "huge.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\2\0\0\0\0\0\0\0", "empty.jpg": b""}
    for name, data in broken.items():
        open(os.path.join(folder, name), "wb").write(data)
        cases["the picture " + name] = head + f"  photo: {name}\n  photo consent: parents, 2 May 2026\nemergency X1: Fit\n  step 1: call 999\n"
    for what, source in cases.items():
        for form in FORMS:
            to = os.path.join(folder, "unwieldy." + form)
            plan = os.path.join(folder, "unwieldy.ehc")
            open(plan, "w", encoding="utf-8").write(source)
            done = run(ehc, "build", "--as-of", "none", "--fail-on", "never", "--to", form, "-o", to, plan)
            expect(done.returncode in (0, 2), f"{what}, {form}: ended with {done.returncode}: {done.stderr[-200:]}")
            if done.returncode == 0 and form == "pdf":
                expect(run("qpdf", "--check", to).returncode == 0, f"{what}: the PDF is not sound")
            if done.returncode == 2:
                expect("ehc: " in done.stderr and not os.path.exists(to), f"{what}, {form}: refused without a reason, or left in parts")
            if os.path.exists(to):
                os.unlink(to)
    done = run(ehc, "build", "--as-of", "none", "--fail-on", "never", "-o", "/dev/full", plan)
    expect(done.returncode == 2 and "/dev/full" in done.stderr, "a full disk should be said")


def main():
    ehc = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(glob.glob(os.path.join(ROOT, "corpus/plans/*/plan.ehc"))):
            check_plan(ehc, path, folder)
        check_languages(ehc, folder)
        check_unwieldy(ehc, folder)
    print(f"printed: {counts[0]} passed, {counts[1]} failed")
    return 1 if counts[1] else 0


if __name__ == "__main__":
    sys.exit(main())
