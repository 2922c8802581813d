#!/usr/bin/python3
"""inert_outputs.py EHC - words that would act if something let them stand in every kind of place of every kind of document, and go through every output.

Each document is made twice: with hostile words, and with as many harmless letters. What comes out is read by a parser that knows nothing of the
program (tests/readers.py): both must have one shape, and every hostile word that is shown must come back as it was written. Then words that no font
has, or that are no text: the program names them and their place, and nothing of them comes out raw.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from carriers import Carrier
from hostile_strings import BROKEN, CONTROL, PLAIN, STRANGE, harmless
from readers import READERS

DAY = ["--as-of", "2026-05-01", "--fail-on", "never", "-q"]
PLACE = re.compile(r"[Kk]v([A-Z]{3})q((?:(?![Kk]v[A-Z]{3}q).)*?)wj\1q", re.S)
counts = [0, 0]


def expect(good, what):
    counts[0 if good else 1] += 1
    if not good:
        print(f"FAIL inert-outputs: {what}")


def same(words):
    return re.sub(r"\s+", "", words)


class Places:
    """Words for one place after the other, between marks by which they are found again."""

    def __init__(self, words, begin):
        self.words, self.at, self.given = words, begin, {}

    def __call__(self):
        n, words = self.at, self.words[self.at % len(self.words)].strip()
        self.at += 1
        code = "".join(chr(65 + n // k % 26) for k in (676, 26, 1))
        if n % 3 == 2 and not words.startswith(("- ", "# ")):
            return f"{words} and more"          # what acts at the beginning of a cell or of a line alone stands there
        self.given[code] = same(words)
        return f"kv{code}q {words} wj{code}q"


def write(path, text):
    with open(path, "wb") as f:
        f.write(text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape"))


def lay_out(folder, words):
    """One of each kind of document, and of the plans another version."""
    os.makedirs(f"{folder}/many")
    os.mkdir(f"{folder}/out")
    begin, given = 0, {}
    for name, kind in (("plan", "P"), ("health", "H"), ("advice", "A"), ("house", "R"), ("form", "T"), ("look", "S")):
        places = Places(words, begin)
        text = Carrier(kind, places).text()
        begin = places.at
        given.update(places.given)
        if name == "look":      # what it says of fonts and colours would not be taken
            text = re.sub(r"(?m)^(?:(?!style|letterhead|page|  version|    ).*\n|(?<=:)$)", "", text)
        write(f"{folder}/{name}.ehc", text)
        if kind in "PH":
            # The other version has some words more in some items, one item less, and the others in another order.
            write(f"{folder}/{name}2.ehc", re.sub(r"(?m)^((?:provision|need|medicine) \w1: .*)$", r"\1 And more of that each week.", text.replace("status: draft",
                  "status: proposed amendments" if kind == "P" else "status: draft")))
            write(f"{folder}/many/{name}.ehc", text)
            write(f"{folder}/many/{name}2.ehc", text)
    return given


def commands():
    """(name, what its output is read as, whether its shape is held exactly, arguments; OUT stands for its output)"""
    for plan in ("plan", "health"):
        for kind in ("pdf", "html", "text", "docx", "xml") + (("fhir",)):
            read = "json" if kind == "fhir" else kind
            yield f"build {kind} {plan}", read, True, ["build", *DAY, "--to", kind, "-o", "OUT", f"{plan}.ehc"]
        yield f"build look {plan}", "html", True, ["build", *DAY, "--style", "look.ehc", "--to", "html", "-o", "OUT", f"{plan}.ehc"]
        yield f"build look pdf {plan}", "pdf", True, ["build", *DAY, "--style", "look.ehc", "-o", "OUT", f"{plan}.ehc"]
        yield f"qa {plan}", "html", False, ["qa", *DAY, "--advice", "advice.ehc", "-o", "OUT", f"{plan}.ehc"]
        for kind in ("json", "html", "text"):
            yield f"diff {kind} {plan}", kind, False, ["diff", "-q", "--all", "--format", kind, "-o", "OUT", f"{plan}.ehc", f"{plan}2.ehc"]
        for kind in ("pdf", "html", "docx", "text"):
            if plan == "plan":
                yield f"notice {kind}", kind, False, ["diff", "-q", "--to", kind, "-o", "OUT", f"{plan}.ehc", f"{plan}2.ehc"]
            yield f"review {kind} {plan}", kind, True, ["review", "-q", "--as-of", "2026-05-01", "--meeting", "2027-05-12", "--to", kind, "-o", "OUT", f"{plan}.ehc"]
        yield f"calendar {plan}", "ics", True, ["review", "-q", "--as-of", "2026-05-01", "--meeting", "2027-05-12", "--to", "ics", "-o", "OUT", f"{plan}.ehc"]
        yield f"fmt {plan}", "text", True, ["fmt", "--stdout", f"{plan}.ehc"]
    for name in ("plan", "health", "advice", "house", "form", "look"):
        for kind, read in (("html", "html"), ("json", "json"), ("csv", "csv"), ("sarif", "json"), ("gitlab", "json"), ("junit", "xml"), ("github", "github"), ("text", "text")):
            yield f"check {kind} {name}", read, False, ["check", "--all", *DAY[:-1], "--identify", "--format", kind, "-o", "OUT", f"{name}.ehc"]
    yield "check read-back", "text", False, ["check", "--read-back", *DAY[:-1], "--advice", "advice.ehc", "--profile", "house.ehc", "--color", "always", "plan.ehc", "health.ehc"]
    yield "rules json", "json", False, ["rules", "--profile", "house.ehc", "--format", "json"]
    yield "rules text", "text", False, ["rules", "--profile", "house.ehc"]
    yield "explain", "text", False, ["explain", "--profile", "house.ehc", "SPEC-001"]


def follow_ups():
    """What reads again something that the commands above wrote."""
    for plan in ("plan", "health"):
        for kind in ("docx", "html", "text", "xml"):
            # Plain text has no marks of its own, so that what stands at the beginning of a line may be read as another thing.
            held = None if kind == "text" else False
            yield f"import {kind} {plan}", "text", held, ["import", "-q", "-o", "OUT", f"out/build {kind} {plan}.{kind}"]
            if kind != "xml":
                yield f"import report {kind} {plan}", "html", held, ["import", "-q", "-o", f"out/again.{kind}.{plan}.ehc", "--report", "OUT", f"out/build {kind} {plan}.{kind}"]
                yield f"check draft {kind} {plan}", "json", False, ["check", "-q", "--fail-on", "never", "--as-of", "none", "--format", "json", "-o", "OUT", f"out/build {kind} {plan}.{kind}"]
    yield "annotate", "docx", False, ["check", "-q", "--fail-on", "never", "--as-of", "none", "--annotate", "OUT", "out/build docx plan.docx"]


def run(ehc, folder, argv, out):
    argv, path = [f"out/{out}" if a == "OUT" else a for a in argv], f"{folder}/out/{out}"
    if os.path.exists(path):
        os.unlink(path)
    done = subprocess.run([ehc, *argv], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120)
    if os.path.exists(path):
        with open(path, "rb") as f:
            return done, f.read()
    write(path, done.stdout)
    return done, done.stdout


def read(name, kind, data):
    """Shape and words; a form that its reader refuses has none."""
    try:
        return READERS[kind](data)
    except (ValueError, AssertionError, AttributeError, SyntaxError, KeyError, subprocess.CalledProcessError) as e:
        expect(False, f"{name}: {kind} is not well formed: {str(e)[:300]}")
        return [], ""


def first_difference(left, right):
    for n, (a, b) in enumerate(zip(left, right)):
        if a != b:
            return f"mark {n}: {str(a)[:200]} for {str(b)[:200]}"
    return f"{len(left)} marks for {len(right)}"


def nothing_raw(name, words):
    raw = re.search(CONTROL, re.sub(r"\x1b\[[0-9;]*m", "", words).replace("\f", ""))
    expect(not raw, f"{name}: a control character comes out: {raw and ascii(words[max(0, raw.start() - 30):raw.end() + 30])}")


def compare(name, kind, exact, bad, good, given, known):
    """The hostile output beside the harmless one; `known`: marks that any harmless output of that form has."""
    shape, words = read(name, kind, bad)
    other, plain = good
    if exact and kind != "pdf":         # where a page ends, other marks stand
        expect(shape == other, f"{name}: another shape: {first_difference(shape, other)}")
    else:
        expect(set(map(str, shape)) <= known, f"{name}: {sorted(set(map(str, shape)) - known)[:3]}")
    nothing_raw(name, words)
    shown = {}
    for code, middle in PLACE.findall(words):
        if exact or len(middle) < len(given[code]) + 100:       # else the marks stand in two places
            shown.setdefault(code, set()).add(same(middle))
    expected = {code for code, middle in PLACE.findall(plain) if same(middle) == harmless(given[code]) and (exact and kind != "pdf" or code in shown)}
    lost = [f"{given[code]!r} as {sorted(shown.get(code, ['nothing']))}" for code in sorted(expected) if given[code] not in shown.get(code, ())]
    expect(not lost or exact is None, f"{name}: {len(lost)} of {len(expected)} places come out changed: {lost[:4]}")
    return len(expected)


def every_output(ehc, top):
    """How many places were read back."""
    harmless_words = [harmless(w) for w in PLAIN]
    given, seen, good, known = lay_out(f"{top}/bad", PLAIN), 0, {}, {}
    lay_out(f"{top}/good", harmless_words)
    for name, kind, _, argv in [*commands(), *follow_ups()]:
        done, data = run(ehc, f"{top}/good", argv, f"{name}.{kind}")
        good[name] = (done.returncode, read(f"harmless {name}", kind, data))
        known.setdefault(kind, set()).update(map(str, good[name][1][0]))
    for name, kind, exact, argv in [*commands(), *follow_ups()]:
        done, data = run(ehc, f"{top}/bad", argv, f"{name}.{kind}")
        status, wanted = good[name]
        expect(status == done.returncode and status in (0, 1), f"{name}: ends with {done.returncode}, the harmless one with {status}: {done.stderr[:300]!r}")
        nothing_raw(f"{name}, standard error", done.stderr.decode("utf-8"))
        seen += compare(name, kind, exact, data, wanted, given, known[kind])
    # What was written for other systems says all of the plan when it comes back.
    for plan in ("plan", "health"):
        with open(f"{top}/bad/out/import xml {plan}.text", "rb") as back, open(f"{top}/bad/out/fmt {plan}.text", "rb") as laid_out:
            expect(back.read().replace(b"\n\n", b"\n") == laid_out.read().replace(b"\n\n", b"\n"), f"XML of {plan}: another plan comes back")
    return seen


# ---- the report on many plans ----

def every_page(ehc, top):
    """Each file of a panel's report, twice, so that the second has a history."""
    shapes = {}
    for side, words in (("good", [harmless(w) for w in PLAIN]), ("bad", PLAIN)):
        folder = f"{top}/panel {side}"
        lay_out(folder, words)
        for n, name in enumerate(words):
            if n % 8 == 0:
                shutil.copy(f"{folder}/plan.ehc", f"{folder}/many/{name.replace('/', '_').strip()}{n}.ehc")
        for more in (["--identify", "--by-writer", "--sample", "5"], ["--quotes", "--by-writer", "--sample", "5", "--key", "key", "--history", "history"]):
            done, _ = run(ehc, folder, ["qa", *DAY, *more, "-o", f"report{len(more)}", "many"], "none")
            expect(done.returncode == 0, f"qa of many, {side}: ends with {done.returncode}: {done.stderr[:300]!r}")
            for at, _, files in os.walk(f"{folder}/report{len(more)}"):
                for name in sorted(set(files) - {"contents.txt"}):
                    path = os.path.relpath(os.path.join(at, name), folder)
                    with open(os.path.join(at, name), "rb") as f:
                        shape, said = read(f"{side} {path}", path.rsplit(".")[-1], f.read())
                    shapes.setdefault(path.rsplit(".")[-1], {"good": set(), "bad": set()})[side].update(map(str, shape))
                    nothing_raw(path, said)
    expect(set(shapes) == {"html", "csv", "json", "pdf"}, f"a report on many plans has {sorted(shapes)}")
    for kind, sides in shapes.items():
        new = {s for s in sides["bad"] - sides["good"] if not (kind == "csv" and s.isdigit())}
        expect(not new, f"a report on many plans as {kind}: {sorted(new)[:3]}")


# ---- what is no text, or has no letters ----

def one_plan(words):
    return b"EHC plan: T-1\n  status: draft\n  authority: Example Council\nchild: A " + words + b" Example\nsection B:\nneed B1: Reading " + words + b" words.\n" \
        b"  note: " + words + b"\nsection F:\nprovision F1: Regular " + words + b" support.\n  for: B1\n"


LINES = {4, 6, 7, 9}


def no_text(ehc, top):
    folder = f"{top}/no text"
    os.makedirs(f"{folder}/out")
    outputs = [("check text", ["check", "--all", "--color", "always", *DAY[:-1], "--read-back", "x.ehc"]), ("check json", ["check", *DAY, "--format", "json", "x.ehc"]),
               ("qa", ["qa", *DAY, "-o", "-", "x.ehc"]), ("diff", ["diff", "--format", "text", "x.ehc", "y.ehc"]), ("import", ["import", "-o", "-", "x.txt"])]
    outputs += [(f"check {kind}", ["check", *DAY, "--identify", "--format", kind, "x.ehc"]) for kind in ("csv", "junit", "github", "html")]
    outputs += [(f"build {kind}", ["build", *DAY, "--to", kind, "-o", "OUT", "x.ehc"]) for kind in ("pdf", "html", "docx", "text", "xml", "fhir")]
    for words in [*BROKEN, *(w.encode() for w in STRANGE)]:
        for name in ("x.ehc", "x.txt"):
            write(f"{folder}/{name}", one_plan(words))
        write(f"{folder}/y.ehc", one_plan(words + b" more"))
        for name, argv in outputs:
            what = f"{name} of {words!r}"
            done, data = run(ehc, folder, argv, "x")
            expect(done.returncode in (0, 1, 2), f"{what}: ends with {done.returncode}")
            nothing_raw(f"{what}, standard error", done.stderr.decode("utf-8"))
            kind = name.split()[-1]
            if done.returncode != 2 or data:
                said = read(what, {"junit": "xml", "qa": "html", "diff": "text", "import": "text", "fhir": "json"}.get(kind, kind), data)[1]
                nothing_raw(what, data.decode("utf-8") if kind in ("json", "fhir") else said)
            if name == "check json":
                told = {f["line"] for f in json.loads(data)["files"][0]["findings"] if f["rule"].startswith("SYN-00")}
                expect(bool(told & LINES) or words not in BROKEN, f"{what}: nothing is said of it")
            if name.startswith("build") and words in BROKEN:
                expect(done.returncode == 2 and not data and b"x.ehc" in done.stderr, f"{what}: is built: {done.returncode} {done.stderr[:200]!r}")
            if name == "build pdf" and done.returncode == 2:
                expect(re.search(rb"x\.ehc:[4679]:\d+: |SYN|faults?|could not be", done.stderr) is not None, f"{what}: says no place: {done.stderr[:200]!r}")


# ---- names and values from the command line ----

BREAKS = ["a\nneed B99: x", "a\r\n  status: final", "a\n\nsection F:\nprovision F9: x", "a\n# x", "[[reference]]", "a\n    b"]


def values(ehc, top):
    """What is filled in for a placeholder is words, whatever it looks like."""
    folder = f"{top}/values"
    os.makedirs(f"{folder}/out")

    def plan(value, how):
        if how == "table":
            write(f"{folder}/t.csv", 'reference,authority\nT-1,"' + value.replace('"', '""') + '"\n')
            shutil.rmtree(f"{folder}/drafts", ignore_errors=True)
            done, _ = run(ehc, folder, ["new", "-q", "national-ehc", "--from", "t.csv", "-o", "drafts"], "none")
            made = os.listdir(f"{folder}/drafts") if os.path.isdir(f"{folder}/drafts") else []
            return done, open(f"{folder}/drafts/{made[0]}", encoding="utf-8").read() if len(made) == 1 else ""
        done, data = run(ehc, folder, ["new", "-q", "national-ehc", "--set", f"authority={value}", "-o", "-"], "none")
        return done, data.decode("utf-8")

    for how in ("--set", "table"):
        for value in [w.strip() for w in PLAIN] + BREAKS:
            done, text = plan(value, how)
            nothing_raw(f"{how} {value!r}", done.stderr.decode("utf-8"))
            if done.returncode != 0:
                expect(done.returncode == 2 and done.stderr and not text, f"{how} {value!r}: ends with {done.returncode}")
                continue
            _, plain = plan(harmless(value.replace("\n", " ").replace("\r", " ")), how)
            labels = [[re.match(r" {0,3}[^ :#-][^:]*:|#|", line)[0] for line in x.splitlines() if line and not line.startswith("    ")] for x in (text, plain)]
            expect(labels[0] == labels[1], f"{how} {value!r}: makes other labels: {first_difference(*labels)}")
            expect(same(value) in same(text), f"{how} {value!r}: is not what was written")


def names(ehc, top):
    """Whatever the user named, a message that names it back is plain text."""
    folder = f"{top}/names"
    os.makedirs(f"{folder}/out")
    write(f"{folder}/ok.ehc", one_plan(b"x"))
    words = [" ".join(PLAIN[n::8]).encode() for n in range(8)] + [" ".join(STRANGE).encode()] + [b" ".join(BROKEN[n::3]) for n in range(3)]
    words += [b"a\n::error::x", b"::error::x", b"\n\nFAIL"]
    for value in (w.replace(b"\0", b"_") for w in words):
        short = value.replace(b"/", b"_")[:200]
        for argv in ([b"check", value], [value], [b"--" + value], [b"check", b"--" + value], [b"check", b"--profile", value, b"ok.ehc"], [b"check", b"--as-of", value, b"ok.ehc"],
                     [b"check", b"--format", value, b"ok.ehc"], [b"check", b"--packs", value, b"ok.ehc"], [b"check", b"--baseline", value, b"ok.ehc"],
                     [b"check", b"--stdin-name", value, b"-"], [b"check", b"--jobs", value, b"ok.ehc"], [b"check", b"--advice", value, b"ok.ehc"],
                     [b"build", b"--style", value, b"ok.ehc"], [b"build", b"--to", value, b"ok.ehc"], [b"build", b"-o", short + b"/x.pdf", b"ok.ehc"],
                     [b"build", b"--to", b"html", b"-o", b"out/" + short + b".html", b"ok.ehc"], [b"explain", value], [b"new", value], [b"new", b"national-ehc", b"--set", value],
                     [b"new", b"national-ehc", b"--set", value + b"=x", b"-o", b"-"], [b"new", b"national-ehc", b"--from", value, b"-o", b"d"], [b"import", value],
                     [b"qa", b"--seed", value, b"ok.ehc"], [b"qa", b"--marks", value, value], [b"diff", value, b"ok.ehc"], [b"review", b"--meeting", value, b"ok.ehc"],
                     [b"fmt", value], [b"fmt", b"--check", value], [b"rules", b"--profile", value]):
            done = subprocess.run([ehc.encode(), *argv], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
            what = b" ".join(argv)
            expect(done.returncode in (0, 1, 2), f"{what!r} ends with {done.returncode}")
            for stream in (done.stdout, done.stderr):
                try:
                    nothing_raw(repr(what), stream.decode("utf-8"))
                except UnicodeDecodeError:
                    expect(False, f"{what!r}: what comes out is not UTF-8")
            expect(b"\n::" not in b"\n" + done.stderr, f"{what!r}: a line of the message begins as a command of GitHub")


def main():
    ehc = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as top:
        seen = every_output(ehc, top)
        for part in (every_page, no_text, values, names):
            part(ehc, top)
    expect(seen > 4000, f"only {seen} places were read back")
    print(f"inert-outputs: {counts[0]} passed, {counts[1]} failed")
    return bool(counts[1])


if __name__ == "__main__":
    sys.exit(main())
