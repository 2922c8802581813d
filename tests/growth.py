#!/usr/bin/env python3
"""growth.py EHC [--show] [KIND...] - input of one kind, and sixteen times as much of it: the time grows with the bytes and no faster.

Of each kind a small and a large file are read by the commands that have work with it. The processor's time is measured, the least of several runs, and that of
the large file may be four times what its bytes would make of the small one's: quadratic work would be sixteen times. What depends on the machine
falls on both alike. --show prints the figures.
"""
import argparse
import os
import resource
import subprocess
import sys
import tempfile

import draft_files as word

TIMES, MOST, LIMIT = 16, 4, 15
HEAD = "EHC plan: T-1\n  status: draft\n  authority: Example Council\nchild: Nobody Example\n  born: 1 May 2016\n"
HEALTH = "health care plan: T-1\n  status: draft\n  school: Example School\nchild: Nobody Example\n  born: 1 May 2016\n"
NEED = "section B:\nneed B1: Nobody cannot read.\nsection F:\n"
DAY = ["--as-of", "2026-05-01", "--fail-on", "never", "-q"]


def letters(n):
    """A word of its own for each number."""
    return "".join("bcdfghklmnprstvwz"[n // 17 ** k % 17] + "aeiou"[n // 3 ** k % 5] for k in range(4))


def many(line):
    """A file with a line, or a few, for each number."""
    return lambda head: lambda n: head + "".join(line(i) for i in range(1, n + 1))


def once(head, words, tail=""):
    """One value of many words."""
    return lambda n: head + words * n + tail + "\n"


PLANS = {
    # many of something
    "items": (250, many(lambda i: f"provision F{i}: {letters(i)} helps Nobody each day.\n  for: B1\n")(HEAD + NEED)),
    "links to one id": (2000, once(HEAD + NEED + "provision F1: x\n  for: ", "B1, ", "B1")),
    "links of many to one": (250, many(lambda i: f"outcome E{i}: Nobody reads {letters(i)}.\n  for: B1\n")(HEAD + NEED)),
    "ties through an outcome": (250, lambda n: HEAD + "section B:\n" + "".join(f"need B{i}: Nobody reads {letters(i)}.\n" for i in range(1, n + 1)) + "section E:\noutcome E1: x\n  for: " +
                                ", ".join(f"B{i}" for i in range(1, n + 1)) + "\nsection F:\nprovision F1: x\nprovision F2: x\n" + "".join(f"provision G{i}: {letters(i)}\n  towards: E1\n" for i in range(1, n + 1))),
    "links to what is not there": (2000, lambda n: HEAD + NEED + "provision F1: x\n  for: " + ", ".join(f"B{i}" for i in range(2, n + 2)) + "\n"),
    "one id": (500, many(lambda i: f"need B1: Nobody reads {letters(i)}.\n")(HEAD + "section B:\n")),
    "one text": (150, many(lambda i: f"provision F{i}: Nobody has regular support as required.\n")(HEAD + NEED)),
    "rows": (110, many(lambda i: f"row: communication and interaction\nneed B{i}: {letters(i)}\nprovision F{i}: {letters(i + 9)}\noutcome E{i}: c\n")(HEAD + "section B:\n")),
    "items in one row": (100, many(lambda i: f"need B{i}: {letters(i)}\nprovision F{i}: {letters(i + 9)}\n")(HEAD + "section B:\nrow: communication and interaction\n")),
    "sections": (1500, many(lambda i: f"section {'ABCDEFGIJK'[i % 10]}:\n")(HEAD)),
    "mentions": (1200, once(HEAD + NEED + "provision F1: ", "as in F1 and B1 and E9, with Nobody. ")),
    "amounts": (1200, once(HEAD + NEED + "provision F1: x\n  how much: ", "20 minutes, once a week; ", "1 hour")),
    "amounts in prose": (1200, once(HEAD + NEED + "provision F1: ", "20 minutes once a week with a teacher. ")),
    "dates": (1200, many(lambda i: f"  school consulted: {i % 28 + 1} May 2026\n")(HEAD + "timeline:\n")),
    "steps of the timeline": (500, many(lambda i: f"  advice requested: {i % 28 + 1} May 2026 ({letters(i)})\n  advice received: {i % 28 + 1} June 2026 ({letters(i)})\n")(HEAD + "timeline:\n")),
    "acceptances": (1000, many(lambda i: "  accept: SPEC-001 because so it is; SEND officer, 1 May 2026\n")(HEAD + NEED + "provision F1: regular help\n")),
    "advice": (400, many(lambda i: f"advice K{i}: educational\n  author: {letters(i)} Example\n  dated: 1 March 2026\n")(HEAD + "section K:\n")),
    "amendments": (250, many(lambda i: f"amendment F{i}: because of {letters(i)}\nprovision F{i}: x\n")(HEAD + NEED)),
    "definitions": (900, many(lambda i: f"definition {letters(i)}: what {letters(i + 1)} is not\n")(HEAD + NEED + "provision F1: regular help\n")),
    "faults": (2000, many(lambda i: f"provison F{i}: x\nno label at all {i}\n")(HEAD)),
    "unknown labels": (1500, many(lambda i: f"  {letters(i)} {letters(i * 7)}: x\n")(HEAD + NEED + "provision F1: x\n")),
    "placeholders": (1500, once(HEAD + NEED + "provision F1: ", "[[what is wanted]] «Child» {{ name }} ")),
    "names": (250, many(lambda i: f"need B{i}: {letters(i).title()} Example of {letters(i + 5).title()} School reads.\n")(HEAD + "section B:\n")),
    # of a health care plan
    "staff and tasks": (80, lambda n: HEALTH + "".join(f"staff N{i}: {letters(i)} Example\n  trained for: T{i}\n  renew by: 1 May 2027\ntask T{i}: gives {letters(i)}\n  delegated to: N{i}\n"
                                                       for i in range(1, n + 1))),
    "one task, many staff": (200, lambda n: HEALTH + "task T1: gives it\n  delegated to: " + ", ".join(f"N{i}" for i in range(1, n + 1)) + "\n" +
                             "".join(f"staff N{i}: {letters(i)} Example\n" for i in range(1, n + 1))),
    "tasks and nobody": (300, many(lambda i: f"task T{i}: gives {letters(i)}\n  delegated to: N{i}, staff\n")(HEALTH)),
    "medicines": (100, many(lambda i: f"medicine R{i}: {letters(i)} {i} mg\n  dose: {i} mg\n  when: a seizure of {letters(i)}\n  given by: N1\n")(HEALTH + "staff N1: Jo Example\n")),
    "steps": (250, many(lambda i: f"  step {i}: staff: give R1, then ring {letters(i)}\n")(HEALTH + "medicine R1: x\nemergency X1: a seizure\n")),
    "emergencies": (200, many(lambda i: f"emergency X{i}: {letters(i)}\n  sign: {letters(i + 1)}\n  step 1: ring 999\n")(HEALTH)),
    "levels on the card": (400, lambda n: HEALTH + "condition C1: diabetes\nsummary card: " + "; ".join(f"below {i + 5000} ring, then give {i} mg" for i in range(n)) + "\nmedicine R1: insulin\n  dose: 7000 mg\n" +
                           "emergency X1: a low\n" + "".join(f"  step {i}: if below {i}.5 ring mum\n" for i in range(1, n + 1))),
    "contacts": (300, many(lambda i: f"contact P{i}: {letters(i)}, 01632 960{i % 1000:03d}\n")(HEALTH)),
    # long and deep
    "one line": (800, once(HEAD + NEED + "provision F1: ", "Nobody reads a book with a friend there. ")),
    "one word": (40000, once(HEAD + NEED + "provision F1: ", "x")),
    "one sentence": (2000, once(HEAD + NEED + "provision F1: ", "and so on, ")),
    "lines": (1000, once(HEAD + "section A:\nhistory: x\n", "    Nobody goes on and on.\n")),
    "blank lines": (30000, once(HEAD + "section A:\nhistory: x\n", "\n")),
    "comments": (12000, once(HEAD, "# nothing\n")),
    "deep list": (25, lambda n: HEAD + NEED + "provision F1: x\n\n" + "".join("    " + "  " * i + f"- at {i}\n" for i in range(2 * n))),
    "deep and back": (22, lambda n: HEAD + NEED + "provision F1: x\n\n" + "".join("    " + "  " * (i * 37 % n) + f"- at {i}\n" for i in range(4 * n))),
    "colons": (40000, once(HEAD, ":")),
    "long label": (40000, once(HEAD, "a", ": x")),
    "long id": (40000, once(HEAD + "section B:\nneed B", "1", ": x")),
    # vague words and what looks like their beginning
    "vague phrases": (200, once(HEAD + NEED + "provision F1: ", "as and when required, regular access to support where possible. ")),
    "vague beginnings": (1500, once(HEAD + NEED + "provision F1: ", "as and when as and ")),
    "vague items": (100, many(lambda i: f"provision F{i}: Nobody will benefit from opportunities for {letters(i)} as appropriate.\n")(HEAD + NEED)),
    # unbalanced
    "open brackets": (40000, once(HEAD + NEED + "provision F1: x\n  how much: ", "(")),
    "closed brackets": (40000, once(HEAD + NEED + "provision F1: x\n  how much: ", ")")),
    "open placeholders": (6000, once(HEAD + NEED + "provision F1: ", "[[ {{ « ")),
    "quotation marks": (12000, once(HEAD + NEED + "provision F1: ", "\" ' “ ")),
    "quotation marks before words": (5000, once(HEAD + NEED + "provision F1: ", " 'a \"b")),
    "apostrophes": (6000, once(HEAD + NEED + "provision F1: ", "'tis it's ")),
    "capitals": (5000, once(HEAD + NEED + "provision F1: ", "A. B.C. Dr. ")),
    "small words": (3000, once(HEAD + NEED + "provision F1: ", "Isle of the and or ")),
    "hidden blanks": (8000, once(HEAD + NEED + "provision F1: ", "\u00a0\u200b\u2003")),
    "backticks": (40000, once(HEAD + NEED + "provision F1: ", "` ")),
    "numbers": (10000, once(HEAD + NEED + "provision F1: x\n  how much: ", "1 ")),
    "one number": (60000, once(HEAD + NEED + "provision F1: x\n  how much: ", "1")),
    "hyphens": (15000, once(HEAD + NEED + "provision F1: ", "a-")),
    "points": (60000, once(HEAD + NEED + "provision F1: ", ".")),
    "accents": (30000, once(HEAD + NEED + "provision F1: e", "\u0301")),
    "broken bytes": (40000, once(HEAD + NEED + "provision F1: ", "\udcff")),
    "control characters": (40000, once(HEAD + NEED + "provision F1: ", "\x1b")),
}
# What other commands than `check` have work with a plan.
MORE = {
    "fmt": (["fmt", "--stdout"], ("one line", "lines", "deep list", "items", "comments", "blank lines")),
    "html": (["build", *DAY, "--to", "html", "-o", "-"], ("items", "one line", "lines", "deep list", "rows", "steps", "staff and tasks", "placeholders")),
    "text": (["build", *DAY, "--to", "text", "-o", "-"], ("items", "one line", "one word", "lines", "deep list")),
    "docx": (["build", *DAY, "--to", "docx", "-o", "/dev/null"], ("items", "lines")),
    "pdf": (["build", *DAY, "-o", "/dev/null"], ("items", "lines", "one line", "one word", "rows")),
    "xml": (["build", *DAY, "--to", "xml", "-o", "-"], ("items", "lines", "links to one id")),
    "fhir": (["build", *DAY, "--to", "fhir", "-o", "-"], ("medicines", "staff and tasks", "steps")),
    "qa": (["qa", *DAY, "-o", "-"], ("items", "links of many to one", "rows", "steps of the timeline", "vague items", "amounts", "staff and tasks")),
    "read-back": (["check", *DAY[:-1], "--read-back"], ("items", "amounts", "vague phrases")),
    "page": (["check", *DAY, "--format", "html"], ("vague phrases", "vague items", "faults")),
    "sarif": (["check", *DAY, "--format", "sarif"], ("vague phrases",)),
    "review": (["review", "-q", "--as-of", "2026-05-01", "--to", "html", "-o", "-"], ("items", "links of many to one", "steps of the timeline", "contacts")),
    "import": (["import", "-q", "-o", "-", "--stdin-name", "x.txt"], ("lines", "one line", "items", "unknown labels")),
}


def table(n, cells):
    return "<html><body><h2>Section F</h2><table><tr><th>Outcome</th><th>Provision</th></tr>" + ("<tr>" + "<td>Nobody reads a book.</td>" * cells + "</tr>") * n + "</table></body></html>"


DRAFTS = {
    "marks in a line of text": (4000, lambda n: "# A\n\n## B\n\n" + "**a** b " * n),
    "rows of a page": (200, lambda n: table(n, 2)),
    "columns of a page": (400, lambda n: table(2, n)),
    "elements in one another": (100, lambda n: "<html><body>" + "<div>" * n + "x" + "</div>" * n + "<p>words</p>" * n),
    "what nobody closes": (2000, lambda n: "<html><body>" + "<p><b><i>x" * n),
    "paragraphs in Word": (400, lambda n: word.parts(word.h("Section B: Special educational needs") + "".join(word.p(f"B{i} Nobody cannot {letters(i)}.") for i in range(n)))),
    "runs in Word": (1000, lambda n: word.parts(word.h("Section B") + word.p("".join(word.r(f"{letters(i)} ", "b") for i in range(n))))),
    "changes in Word": (600, lambda n: word.parts(word.h("Section B") + word.p("".join(f"<w:ins>{word.r('new ')}</w:ins><w:del>{word.r('old ')}</w:del>" for _ in range(n))))),
    "tables in Word": (25, lambda n: word.parts(word.h("Section F") + word.tbl(*(word.tr("Outcome", "Provision", f"{letters(i)}") for i in range(8 * n))))),
}


def limited():
    """By the processor's time, so that other programs have no say in it."""
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def seconds(argv, folder, enough):
    """The least processor time of some runs."""
    least = None
    for _ in range(enough):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(argv, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, preexec_fn=limited)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in (0, 1, 2):
            return None
        took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        least = took if least is None else min(least, took)
    return least


def write(path, text):
    if isinstance(text, dict):
        word.save(path, text)
    else:
        with open(path, "wb") as f:
            f.write(text.encode("utf-8", "surrogateescape"))
    return os.path.getsize(path) if not isinstance(text, dict) else sum(len(part) for part in text.values())


def cases(chosen):
    """(what, of which command, arguments, name of the file, size, what makes it)"""
    for kind, (n, make) in PLANS.items():
        if chosen and kind not in chosen:
            continue
        yield kind, "check", ["check", *DAY, "--format", "json"], "x.ehc", n, make
        for name, (argv, kinds) in MORE.items():
            if kind in kinds:
                yield kind, name, argv, "x.txt" if name == "import" else "x.ehc", n, make
    for kind, (n, make) in DRAFTS.items():
        if not chosen or kind in chosen:
            yield kind, "import", ["import", "-q", "-o", "-"], "x.docx" if "Word" in kind else "x.txt" if "text" in kind else "x.html", n, make
    for kind in ("items", "one text", "vague items"):
        if not chosen or kind in chosen:
            # The other version has the items in another order, with other numbers.
            yield kind, "diff", ["diff", "-q", "--format", "json", "y.ehc"], "x.ehc", *PLANS[kind]


def turned_round(text):
    """The items of a plan backwards."""
    head, *items = text.split("provision F")
    return head + "".join("provision F9" + i for i in reversed(items))


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("ehc")
    ap.add_argument("--show", action="store_true")
    ap.add_argument("kinds", nargs="*")
    a = ap.parse_args()
    ehc, passed, failed = os.path.abspath(a.ehc), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for kind, command, argv, name, n, make in cases(a.kinds):
            path, took, size = os.path.join(folder, name), [], []
            for times in (1, TIMES):
                size.append(write(path, make(n * times)))
                if command == "diff":
                    write(os.path.join(folder, "y.ehc"), turned_round(make(n * times)))
                took.append(seconds([ehc, *argv, name], folder, 3 if times == 1 else 1))
            bad = f"is not done in {LIMIT} seconds" if None in took else None
            if not bad and took[1] > MOST * took[0] * size[1] / size[0]:
                took[1] = min(took[1], seconds([ehc, *argv, name], folder, 4))         # another program may have been in the way
                if took[1] > MOST * took[0] * size[1] / size[0]:
                    bad = f"{took[1] * 1000:.0f} ms for {size[1]} bytes, {took[0] * 1000:.1f} ms for {size[0]}"
            passed, failed = passed + (not bad), failed + bool(bad)
            if bad:
                print(f"FAIL growth: {kind}, {command}: {bad}")
            if a.show and None not in took:
                print(f"  {kind:<26} {command:<10} {took[0] * 1000:7.1f} ms for {size[0] / 1000:6.0f} kB   {took[1] * 1000:7.1f} ms for {size[1] / 1000:6.0f} kB   "
                      f"{took[1] / took[0] / (size[1] / size[0]):5.2f}")
    print(f"growth: {passed} passed, {failed} failed")
    return failed != 0 or passed == 0


if __name__ == "__main__":
    sys.exit(main())
