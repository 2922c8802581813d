#!/usr/bin/env python3
"""limits.py EHC - every limit that the program states, at the limit and one past it: at it nothing is said, past it a person reads what happened.

With --large also input far beyond what anybody writes: a line of 100 megabytes, a million items, a million ties to one of them.
"""
import json
import os
import re
import resource
import subprocess
import sys
import tempfile

import draft_files as word

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
HEAD = "EHC plan: T-1\n  status: draft\n  authority: Example Council\nchild: Nobody Example\n  born: 1 May 2016\n"
SECONDS, MEMORY = 60, 4 << 30           # of the processor; more than any file of the largest size that is read needs
counts = [0, 0]


def expect(good, what):
    counts[0 if good else 1] += 1
    if not good:
        print(f"FAIL limits: {what}")


def defined(name, path):
    """The figure that the sources give; a limit that is moved is tested where it is now."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as f:
        found = re.search(rf"\b{name}\b *=? *\(?(?:\(size_t\))?([0-9][0-9 *u]*)", f.read())
    value = 1
    for factor in found.group(1).replace("u", "").split("*"):
        value *= int(factor)
    return value


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run(*argv, folder, data=None):
    done = subprocess.run([EHC, *argv], cwd=folder, input=data, capture_output=True, check=False, preexec_fn=limited if "/asan/" not in EHC else None)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def write(folder, name, text):
    with open(os.path.join(folder, name), "wb") as f:
        f.write(text if isinstance(text, bytes) else text.encode())


def findings(folder, name, *more):
    status, out, said = run("check", "--as-of", "none", "--fail-on", "never", "--format", "json", *more, name, folder=folder)
    expect(status == 0, f"check {name}: ends with {status}: {said[:200]}")
    return json.loads(out)["files"][0]["findings"] if status == 0 else []


def messages(folder, name, words, *more):
    return [f for f in findings(folder, name, *more) if re.search(words, f["message"])]


# ---- one function a limit ----

def size_of_a_plan(folder):
    most = defined("EHC_SOURCE_LIMIT", "include/ehc/source.h")
    head = HEAD + "section A:\nhistory: long\n"
    for more in (0, 1):
        write(folder, "x.ehc", head + "    words of a story\n" * 10 + "#" + "x" * (most - len(head) - 210 - 1 + more))
        for argv in (["check", "--as-of", "none", "--fail-on", "never", "-q"], ["build", "-q", "--fail-on", "never", "--to", "text", "-o", "-"], ["fmt", "--stdout"]):
            status, _, said = run(*argv, "x.ehc", folder=folder)
            expect((status == 2) == bool(more), f"{argv[0]} of {most + more} bytes ends with {status}: {said[:200]}")
            if more:
                expect("x.ehc" in said and re.search(r"larger than|too large|never that long", said), f"{argv[0]} of a file that is too large says {said[:200]!r}")


def items_of_a_plan(folder):
    most = defined("EHC_ITEMS_LIMIT", "include/ehc/model.h")
    for more in (0, 1):
        write(folder, "x.ehc", HEAD + "section B:\n" + "".join(f"need B{n}: x\n" for n in range(1, most + 1 + more)))
        said = messages(folder, "x.ehc", rf"more than {most} items")
        expect(len(said) == more, f"{most + more} items: {len(said)} findings say so")
        expect(not more or said[0]["line"] == HEAD.count("\n") + 2 + most, f"the item past the limit is shown on line {said and said[0]['line']}")


def findings_of_a_rule(folder):
    most = defined("EHC_RULE_LIMIT", "include/ehc/rule.h")
    for more in (0, 1):
        write(folder, "x.ehc", HEAD + "section B:\nneed B1: x\nsection F:\n" + "".join(f"provision F{n}: regular help\n  for: B1\n" for n in range(1, most + 1 + more)))
        every = findings(folder, "x.ehc")
        said = [f for f in every if f["rule"] == "SPEC-001" and f["message"].startswith(f"There are {most + 1} findings of this rule")]
        expect(len(said) == more, f"{most + more} findings of a rule: {len(said)} say that some are left out")


def faults_of_a_file(folder):
    most = defined("MOST_FAULTS", "src/parse/faults.c")
    for n in (most - 1, most, most + 1, 4 * most):
        write(folder, "x.ehc", HEAD + "section B:\nneed B1: x\n" + "".join(f"provison F{k}: x\n" for k in range(n)))
        found = [f for f in findings(folder, "x.ehc") if f["rule"].startswith("SYN-")]
        expect(len(found) == min(n, most + 1), f"{n} faults: {len(found)} are listed")
        expect(n <= most or re.search(r"more|read on|stop|rest", found[-1]["message"]), f"{n} faults: the last says {found[-1]['message']!r}")


def ties_of_rows(folder):
    most = defined("EHC_ROW_TIES_LIMIT", "include/ehc/model.h")
    # A row of n needs and n provisions makes n * n ties; single ones make up what is lacking.
    n = int(most ** 0.5)
    for more in (0, 1):
        single = most - n * n + more
        write(folder, "x.ehc", HEAD + "section B:\nrow: communication and interaction\n" + "".join(f"need B{k}: x\nprovision F{k}: y\n" for k in range(1, n + 1)) +
              "".join(f"row: communication and interaction\nneed B{k}: x\nprovision F{k}: y\n" for k in range(n + 1, n + 1 + single)))
        said = messages(folder, "x.ehc", rf"\b{most}\b")
        expect(len(said) == more, f"rows that tie {most + more} times: {len(said)} findings say so: {said[:1]}")


def a_range_of_ids(folder):
    most = defined("RANGE_LIMIT", "src/model/link.c")
    for n, broken in ((most, False), (most + 1, True)):
        write(folder, "x.ehc", HEAD + "section B:\n" + "".join(f"need B{k}: x\n" for k in range(1, n + 1)) + f"section F:\nprovision F1: y\n  for: B1 to B{n}\n")
        found = [f for f in findings(folder, "x.ehc") if f["item"] == "F1" and f["text"] and f["text"].startswith("B1 to") or f"B{n}" == f["text"] and f["rule"].startswith(("LINK", "VAL"))]
        expect(bool(found) == broken, f"a range of {n} ids: {[f['message'] for f in found]}")


def a_label(folder):
    most = defined("EHC_HEAD_LIMIT", "src/parse/keywords.h")
    for more in (0, 1):
        label = "definition " + "x" * (most - len("definition ") + more)
        write(folder, "x.ehc", HEAD + f"section B:\nneed B1: y\n{label}: what it means\n")
        found = [f for f in findings(folder, "x.ehc") if f["rule"].startswith("SYN-")]
        expect(bool(found) == bool(more), f"a label of {most + more} characters: {[f['message'] for f in found]}")


def layers_of_house_rules(folder):
    for kind, path, command in (("profile", "src/rules/profile.c", ["check", "-q", "--as-of", "none", "--fail-on", "never", "--profile"]),
                                ("style", "src/document/style.c", ["build", "-q", "--as-of", "none", "--fail-on", "never", "--to", "html", "-o", "-", "--style"])):
        most = defined("MOST_LAYERS", path)
        write(folder, "x.ehc", HEAD + "section B:\nneed B1: y\n")
        for n in (most, most + 1, most + 2):
            for k in range(n):
                write(folder, f"l{k}.ehc", f"{kind}: l{k}\n" + (f"  extends: l{k + 1}.ehc\n" if k + 1 < n else ""))
            status, _, said = run(*command, "l0.ehc", "x.ehc", folder=folder)
            good = status == 0
            expect(good or f"more than {most} others" in said, f"{n} {kind}s, one on the other: ends with {status}: {said[:200]}")
            expect(good == (n <= most), f"{n} {kind}s, one on the other: ends with {status}")
        write(folder, "l0.ehc", f"{kind}: l0\n  extends: l1.ehc\n")
        write(folder, "l1.ehc", f"{kind}: l1\n  extends: l0.ehc\n")
        status, _, said = run(*command, "l0.ehc", "x.ehc", folder=folder)
        expect(status == 2 and said, f"a {kind} that stands on itself: ends with {status}")


def head_of_a_page(folder):
    most = defined("MOST_WORDS", "src/document/style.c")
    for more in (0, 1):
        write(folder, "s.ehc", "style: s\npage head: " + "x" * (most + more) + "\n")
        found = messages(folder, "s.ehc", rf"\b{most}\b")
        expect(len(found) == more, f"a page head of {most + more} characters: {len(found)} findings")


def a_picture(folder):
    most = defined("PICTURE_LIMIT", "src/document/picture.c")
    with open(f"{ROOT}/templates/styles/example-county.png", "rb") as f:
        png = f.read()
    write(folder, "x.ehc", HEAD + "section B:\nneed B1: y\n")
    write(folder, "s.ehc", "style: s\nlogo: l.png\n  alt text: Example Council\n")
    for more in (0, 1):
        write(folder, "l.png", png + b"\0" * (most - len(png) + more))
        status, _, said = run("build", "-q", "--as-of", "none", "--fail-on", "never", "--style", "s.ehc", "--to", "html", "-o", "-", "x.ehc", folder=folder)
        expect((status == 2) == bool(more) and (not more or "l.png" in said), f"a picture of {most + more} bytes: ends with {status}: {said[:200]}")


def a_draft(folder):
    most = defined("EHC_DRAFT_LIMIT", "include/ehc/import.h")
    for more in (0, 1):
        text = "Section B: Special educational needs\nB1 Nobody cannot read.\n"
        write(folder, "x.txt", text + " " * (most + more - len(text)))
        status, _, said = run("import", "-q", "-o", "-", "x.txt", folder=folder)
        expect((status == 2) == bool(more) and (not more or re.search(r"x\.txt.*larger", said)), f"a draft of {most + more} bytes: ends with {status}: {said[:200]}")
    os.unlink(os.path.join(folder, "x.txt"))
    # One that unpacks to more says so, however small it is itself.
    word.save(os.path.join(folder, "x.docx"), word.parts(word.h("Section B") + word.p("B1 Nobody reads.") + "<w:p/>" * (most // 6 + 1)))
    status, _, said = run("import", "-q", "-o", "-", "x.docx", folder=folder)
    expect(status == 2 and "unpacks to more than" in said, f"a Word file that unpacks to more: ends with {status}: {said[:200]}")


def elements_of_xml(folder):
    most = defined("MOST", "src/import/xml/read.c")
    start = '<ehc-plan xmlns="urn:ehc:interchange:1" version="1.0" reference="T-1"><section name="B">'
    for more in (0, 1):
        write(folder, "x.xml", start + "<row/>" * (most - 2 + more) + "</section></ehc-plan>")
        status, _, said = run("import", "-q", "-o", "/dev/null", "x.xml", folder=folder)
        told = re.search(rf"{most}|elements", said)
        expect(bool(told) == bool(more), f"XML of {most + more} elements: ends with {status}: {said[:200]}")


def jobs(folder):
    write(folder, "x.ehc", HEAD + "section B:\nneed B1: y\n")
    for n, good in (("64", True), ("65", True), ("1", True), ("-1", False), ("x", False), ("99999999999999999999", False)):
        status, _, said = run("check", "-q", "--as-of", "none", "--fail-on", "never", "-j", n, "x.ehc", folder=folder)
        expect((status == 0) == good and (good or said), f"-j {n}: ends with {status}: {said[:200]}")


# ---- far beyond ----

def large(folder):
    """What cannot be read is refused by its size, at once; a plan of just as many bytes as may be is read."""
    write(folder, "x.ehc", HEAD + "section F:\nprovision F1: " + "regular help as required, " * (100_000_000 // 26) + "\n")
    status, _, said = run("check", "--as-of", "none", "-q", "x.ehc", folder=folder)
    expect(status == 2 and "x.ehc" in said, f"a line of 100 MB: ends with {status}: {said[:200]}")
    most = defined("EHC_SOURCE_LIMIT", "include/ehc/source.h")
    for what, text in (("one line", HEAD + "section F:\nprovision F1: " + "regular help as required, " * (most // 26 - 10)),
                       ("one word", HEAD + "section F:\nprovision F1: " + "x" * (most - 1000)),
                       ("a million ties to one need", HEAD + "section B:\nneed B1: y\nsection F:\nprovision F1: x\n  for: " + "B1, " * 1_000_000 + "B1"),
                       ("a million items", HEAD + "section B:\n" + "".join(f"need B{n}:x\n" for n in range(1_000_000))),
                       ("a million items with one id", HEAD + "section B:\n" + "need B1:x\n" * 1_000_000),
                       ("brackets", HEAD + "section F:\nprovision F1: x\n  how much: " + "([{" * 5_000_000),
                       ("a list", HEAD + "section F:\nprovision F1: x\n\n" + "".join(" " * (4 + 2 * k) + "- x\n" for k in range(2500)))):
        write(folder, "x.ehc", text[:most - 1] + "\n")
        for argv in (["check", "--as-of", "none", "-q", "--fail-on", "never", "--format", "json"], ["fmt", "--stdout"]):
            status, _, said = run(*argv, "x.ehc", folder=folder)
            expect(status in (0, 1, 2), f"{what}, {argv[0]}: ends with {status}: {said[:200]}")
    write(folder, "x.txt", "Section F: Special educational provision\n" + "Regular help as required. " * 2_000_000)
    status, _, said = run("import", "-q", "-o", "-", "x.txt", folder=folder)
    expect(status in (0, 1, 2), f"a draft of one line: ends with {status}: {said[:200]}")


def main():
    global EHC                                          # what the functions above try is one program
    EHC = os.path.abspath(sys.argv[1])
    every = [size_of_a_plan, items_of_a_plan, findings_of_a_rule, faults_of_a_file, ties_of_rows, a_range_of_ids, a_label,
             layers_of_house_rules, head_of_a_page, a_picture, a_draft, elements_of_xml, jobs]
    for test in [large] if "--large" in sys.argv else every:
        with tempfile.TemporaryDirectory() as folder:
            test(folder)
    print(f"limits: {counts[0]} passed, {counts[1]} failed")
    return 1 if counts[1] or not counts[0] else 0


if __name__ == "__main__":
    sys.exit(main())
