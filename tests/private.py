#!/usr/bin/python3
"""private.py EHC - no format for CI and no baseline holds a child's name, date of birth, NHS number or reference, a sentence of the plan, or any
word that is the plan's alone. Every byte of every such format is searched, for every plan and rule example of the corpus.

What may be shown: words that stand in the program's own texts or in its lexicon, ids of items, figures. With --identify the
search must find what it looks for, or it would prove nothing.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
WORK = tempfile.mkdtemp()
BASELINE = os.path.join(WORK, "before")
FORMATS = ("sarif", "junit", "github", "gitlab", "csv")
WORD = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
COMMENT = re.compile(r"/\*.*?\*/", re.S)
MONTHS = "January February March April May June July August September October November December".split()


def words_of_program():
    """Every word and every seven words in a string of the program: what it can say without having read a plan."""
    words, runs = set(), set()
    for path in glob.glob(f"{ROOT}/src/**/*.[ch]", recursive=True) + glob.glob(f"{ROOT}/src/**/*.def", recursive=True) + \
            glob.glob(f"{ROOT}/grammar/**/*.def", recursive=True):
        if path.endswith("names.def"):
            continue
        with open(path, encoding="utf-8", errors="replace") as f:
            text = re.sub(r'(?<!\\)"\s+"', "", COMMENT.sub(" ", f.read()))
        for literal in LITERAL.findall(re.sub(r"%[-.*0-9]*[a-z]+", " ", text)):
            words.update(w.lower() for w in WORD.findall(re.sub(r"\\[nt]", " ", literal)))
            runs |= runs_of(re.sub(r"\\[nt]", " ", literal))
    return words, runs


def run(ehc, path, *options):
    """What is written, without paths: those are the user's own."""
    result = subprocess.run([ehc, "check", "--as-of", "2026-05-01", "--fail-on", "never", *options, path], capture_output=True, check=False)
    if result.returncode > 1:
        sys.exit(f"private: {path}: {result.stderr.decode()}")
    return re.sub(r"corpus/[\w/.-]+\.ehc", " ", result.stdout.decode())


def with_baseline(ehc, path, options, looked_for, faults):
    """A baseline is written and searched too before it is used."""
    if "--baseline" not in options:
        return options
    run(ehc, path, "--write-baseline", BASELINE)
    with open(BASELINE, encoding="utf-8") as f:
        faults += [f"the baseline of {path} holds the {found}" for found in looked_for.found_in(f.read())[:5]]
    return ["--baseline", BASELINE]


def field(text, label):
    return [m.strip() for m in re.findall(rf"(?mi)^\s*{label}:[ \t]*(.+)$", text)]


def dates(text):
    """A date in each form in which it may be written."""
    found = set()
    for day, month, year in re.findall(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", text):
        if month in MONTHS:
            n = MONTHS.index(month) + 1
            found |= {f"{day} {month} {year}", f"{int(day):02d}/{n:02d}/{year}", f"{year}-{n:02d}-{int(day):02d}"}
    return found


def sentences(text):
    prose = re.sub(r"(?m)^[^\n:]{1,40}:", "\n\n", text)
    for part in re.split(r"(?<=[.!?])\s|\n\n", prose):
        words = part.split()
        if len(words) >= SENTENCE:
            yield " ".join(words)


def secrets(text):
    """What would give the child away, by what it is."""
    for name in field(text, "child") + field(text, "name") + field(text, "known as") + field(text, "parents"):
        for word in WORD.findall(name):
            if word[0].isupper():
                yield "name", word
    for born in field(text, "born") + field(text, "date of birth"):
        for date in dates(born):
            yield "date of birth", date
    for number in field(text, "nhs number"):
        yield "NHS number", number
        yield "NHS number", number.replace(" ", "")
    head = re.search(r"(?m)^(?:EHC plan|health care plan): *(\S+)", text)
    if head:
        yield "reference", head.group(1)
    for sentence in sentences(text):
        yield "sentence", sentence


SENTENCE = 7


def runs_of(text):
    """Every run of seven words, so that a sentence is found wherever it stands and however it is laid out."""
    words = [w for w in re.findall(r"\w+", text.lower()) if not w[-1].isdigit()]
    return {tuple(words[i:i + SENTENCE]) for i in range(len(words) - SENTENCE + 1)}


class Secrets:
    def __init__(self, known, runs, paths):
        self.own, self.named, self.sentences = set(), set(), set()
        for path in paths:
            with open(path, encoding="utf-8", errors="replace") as f:
                text = f.read()
            self.own |= {w for w in WORD.findall(text) if w.lower() not in known}
            for what, secret in secrets(text):
                if what == "sentence":
                    self.sentences |= runs_of(secret) - runs
                elif what != "name" or secret in self.own:
                    self.named.add(secret)

    def found_in(self, output):
        found = [f"words {' '.join(words)!r}" for words in sorted(self.sentences & runs_of(output))]
        found += [f"{secret!r}" for secret in sorted(self.named) if re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", output)]
        return found + [f"word {word!r}" for word in sorted(self.own & set(WORD.findall(output)))]


def main():
    ehc = os.path.abspath(sys.argv[1])
    os.chdir(ROOT)
    known, runs = words_of_program()
    plans = sorted(glob.glob("corpus/plans/*/plan.ehc"))
    passed, faults = 0, []
    for path in plans + ["corpus/rules"]:
        looked_for = Secrets(known, runs, [path] if path in plans else glob.glob("corpus/rules/*/bad.ehc") + glob.glob("corpus/rules/*/good.ehc"))
        for name in FORMATS if path in plans else ("csv", "junit"):
            for options in ([], ["--group"], ["--baseline", "before"]) if path in plans else ([],):
                found = looked_for.found_in(run(ehc, path, "--format", name, *with_baseline(ehc, path, options, looked_for, faults)))
                passed += not found
                faults += [f"{path} as {name} {' '.join(options)} holds the {f}" for f in found[:5]]
    # The same search on what does show the plan must find something, or it proves nothing.
    looked_for = Secrets(known, runs, plans)
    for name in FORMATS:
        found = looked_for.found_in(run(ehc, "corpus/plans", "--format", name, "--identify"))
        passed += bool(found)
        faults += [] if found else [f"with --identify, {name} should show words of the plans"]
    shutil.rmtree(WORK)
    for fault in faults:
        print(f"FAIL private: {fault}")
    print(f"private: {passed} passed, {len(faults)} failed")
    return bool(faults) or not passed


if __name__ == "__main__":
    sys.exit(main())
