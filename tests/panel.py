#!/usr/bin/python3
"""panel.py [--bless] EHC - the report on many plans: that it fits its schema, that it is the same whatever the threads, that nothing in
it names a child, and that no hidden count can be worked out.

The example is corpus/panel: sixty made-up plans, and the report on them (panel.json and tables) as it should be.
"""
import copy
import csv
import glob
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zlib

import jsonschema

from tally import Tally

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PANEL = os.path.join(ROOT, "corpus/panel")
SCHEMA = json.load(open(os.path.join(ROOT, "templates/schema/panel.schema.json"), encoding="utf-8"))
EXPECTED = os.path.join(PANEL, "report")
MONTHS = "January February March April May June July August September October November December".split()
BATCHES = 20
tally = Tally("panel")
verdict = tally.verdict


def run(ehc, out, *arguments, paths=None, cwd=ROOT, status=(0, 1)):
    done = subprocess.run([ehc, "qa", *(paths or ["corpus/panel/plans"]), "-o", out, "--as-of", "2026-05-01", *arguments], cwd=cwd,
                          capture_output=True, check=False)
    verdict(done.returncode in status, f"ehc qa {' '.join(arguments)} ended with {done.returncode}: {done.stderr[-300:]!r}")
    return done


def files_of(folder):
    return {name: open(os.path.join(folder, name), "rb").read() for name in sorted(os.listdir(folder))}


def report(folder):
    return json.load(open(os.path.join(folder, "panel.json"), encoding="utf-8"))


def is_valid(document, what):
    errors = [f"{'/'.join(map(str, e.path))}: {e.message}" for e in jsonschema.Draft202012Validator(SCHEMA).iter_errors(document)]
    verdict(not errors, f"{what}: {'; '.join(errors[:3])}")


def refuses_changes(document):
    for key in document:
        one = copy.deepcopy(document)
        one.pop(key)
        verdict(not jsonschema.Draft202012Validator(SCHEMA).is_valid(one), f"a report without {key} is not refused")
    one = copy.deepcopy(document)
    one["reading"][0]["child"] = "somebody"
    verdict(not jsonschema.Draft202012Validator(SCHEMA).is_valid(one), "a pseudonymised report with a name is not refused")


# ---- what must not be found ----

def ways_to_write(day, month, year):
    """A date as people and programs write it."""
    name = MONTHS[month - 1]
    return [f"{day} {name} {year}", f"{day:02} {name} {year}", f"{day} {name[:3]} {year}", f"{day:02}/{month:02}/{year}", f"{day}/{month}/{year}",
            f"{year}-{month:02}-{day:02}", f"{day:02}.{month:02}.{year}"]


def secrets_of(text):
    """Every name, date and number of a plan: what a report must not hold."""
    found = set()
    for label in ("child", "individual healthcare plan", "individual health care plan", "health care plan", "EHC plan", "known as", "NHS number",
                  "setting", "school", "site address", "address", "GP", "parents"):
        for value in re.findall(rf"^ *{label}: *(.+)$", text, re.M):
            found.add(value.strip())
    for name in re.findall(r"^child: *(.+)$", text, re.M):
        found.update(word for word in name.split() if len(word) > 2 and word != "Example")
    for name in re.findall(r"^ *known as: *(.+)$", text, re.M):
        found.update(word for word in name.split() if len(word) > 2)
    for name in re.findall(r"^staff [A-Z0-9]+: *([^,\n]+)", text, re.M):
        found.add(name.strip())
    for day, month, year in re.findall(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r") (\d{4})\b", text):
        found.update(ways_to_write(int(day), MONTHS.index(month) + 1, int(year)))
    found.update(re.findall(r"\b0\d{4} ?\d{6}\b|\b0\d{4} ?\d{3} ?\d{3}\b", text))
    found.update(number.replace(" ", "") for number in re.findall(r"\b\d{3} \d{3} \d{4}\b", text))
    found.update(re.findall(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b", text))
    # the day of the report is on every page, and words that are no secret by themselves are not looked for
    return {s for s in found if len(s) > 2} - set(ways_to_write(1, 5, 2026)) - {"Mother", "parents", "none", "yes", "no", "Two parents", "Parents"}


def pdf_text(data):
    """All streams of a PDF unpacked, what stands between them, and what a reader sees: packed bytes may spell any short name."""
    packed = rb"stream\r?\n(.*?)endstream"
    parts = [re.sub(packed, b"stream endstream", data, flags=re.S)]
    for stream in re.findall(packed, data, re.S):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            parts.append(stream)
    seen = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=False)
    return b"\n".join(parts) + seen.stdout


def leaks(folder, secrets):
    out = []
    for name, data in files_of(folder).items():
        text = (pdf_text(data) if name.endswith(".pdf") else data).decode("utf-8", "replace").lower()
        words = set(re.findall(r"\w+", text))
        for secret in secrets:
            if (secret.lower() in words if re.fullmatch(r"\w+", secret) else secret.lower() in text) or secret.lower() in re.findall(r"\w+", name):
                out.append(f"{name} holds {secret!r}")
    return out


def holds_nobody(ehc, work):
    plans = sorted(glob.glob(os.path.join(ROOT, "corpus/plans/*/plan.ehc")) + glob.glob(os.path.join(ROOT, "corpus/panel/plans/**/*.ehc"), recursive=True))
    secrets = set()
    for path in plans:
        with open(path, encoding="utf-8-sig", newline="") as f:
            secrets |= secrets_of(f.read())
    secrets |= {os.path.basename(p) for p in plans} | {"corpus/panel/plans"}
    key, kept = os.path.join(work, "nobody.key"), os.path.join(work, "history")
    os.makedirs(kept)
    history = ["--history", os.path.join(kept, "h.db")]
    for options in (history, ["--quotes"], ["--quotes", "--by-writer", "--sample", "30", "--key", key, *history, "--as-of", "2031-01-15"]):
        folder = os.path.join(work, "nobody")
        run(ehc, folder, *options, paths=["corpus/panel/plans", "corpus/plans"])
        found = leaks(kept, secrets)
        verdict(not found, f"the history of {options}: {'; '.join(found[:5])}")
        found = leaks(folder, secrets)
        verdict(not found, f"with {options}: {'; '.join(found[:5])}")
        warned = [name for name, data in files_of(folder).items() if name.endswith((".html", ".json", ".pdf")) and
                  b"special-category personal data" not in b" ".join((pdf_text(data) if name.endswith(".pdf") else data).split())]
        verdict(not warned, f"no warning in {warned}")
    verdict(len(os.listdir(kept)) == 1, "the history is one file")
    # the check can fail: an identified report names everybody, and the key says which plan is which
    verdict("corpus/panel/plans" in open(key, encoding="utf-8").read(), "the key names the plans")
    folder = os.path.join(work, "somebody")
    run(ehc, folder, "--identify", paths=["corpus/panel/plans", "corpus/plans"])
    verdict(len(leaks(folder, secrets)) > 100, "an identified report should name people")
    is_valid(report(folder), "an identified report")


# ---- hidden counts ----

PRIME = (1 << 61) - 1


def solved(equations):
    """Unknowns that the equations settle, by elimination: each is {unknown: coefficient}, its value known. Modulo a prime: what is settled is the same."""
    rows = {}                           # pivot: its equation, with no other pivot in it
    for equation in equations:
        row = {u: k % PRIME for u, k in equation.items() if k}
        for u in [u for u in row if u in rows]:
            k = row[u]
            for v, m in rows[u].items():
                row[v] = (row.get(v, 0) - k * m) % PRIME
        row = {u: k for u, k in row.items() if k}
        if not row:
            continue
        pivot = next(iter(row))
        inverse = pow(row[pivot], -1, PRIME)
        row = {u: k * inverse % PRIME for u, k in row.items()}
        for other in [r for r in rows.values() if pivot in r]:
            k = other[pivot]
            for v, m in row.items():
                other[v] = (other.get(v, 0) - k * m) % PRIME
            for v in [v for v in other if not other[v]]:
                del other[v]
        rows[pivot] = row
    return sorted(u for u, r in rows.items() if len(r) == 1)


def cells_of(table):
    """Cells by row and column; what a row's plans are stands behind its columns."""
    return {(table["id"], r, c): cell for r, row in enumerate(table["rows"])
            for c, cell in enumerate(row["cells"] + ([row["plans"]] if row["plans"] else []))}


def sums_of(table):
    """What a reader knows of one table: the cells of a row add up to its plans, the rows to the last row."""
    name, n, columns = table["id"], len(table["rows"]), len(table["columns"])
    if table["columns_are_parts"]:
        yield from ([((name, r, columns), 1)] + [((name, r, c), -1) for c in range(columns)] for r in range(n))
    if table["rows_are_parts"]:
        for c in range(columns + bool(table["rows"][0]["plans"] and table["columns_are_parts"])):
            yield [((name, n - 1, c), 1)] + [((name, r, c), -1) for r in range(n - 1)]


def sums_across(tables):  # the same sums are in src/panel/settle.c
    """What a reader knows of several: hours by service and age add up to those by service and by age; what all provisions are is one figure."""
    def row(table, name):
        return next((r for r, one in enumerate(tables[table]["rows"]) if one["id"] == name), None)

    hours = [t for t in ("hours-by-service", "hours-by-age", "hours-by-locality", "hours-by-provider") if t in tables]
    for other in hours[1:]:
        for c in range(len(tables[other]["columns"])):
            yield [((hours[0], row(hours[0], "all"), c), 1), ((other, row(other, "all"), c), -1)]
    both = tables.get("hours-by-service-and-age")
    for r, one in enumerate(both["rows"] if both else []):
        yield [(("hours-by-service", row("hours-by-service", one["id"]), 1), 1)] + [((both["id"], r, c), -1) for c in range(len(both["columns"]))]
    for c, column in enumerate(both["columns"] if both else []):
        if row("hours-by-age", column["id"]) is not None:
            yield [(("hours-by-age", row("hours-by-age", column["id"]), 1), 1), ((both["id"], row(both["id"], "all"), c), -1)]
    if "quantified" in tables:
        every = row("hours-by-service", "all")
        yield [(("hours-by-service", every, 0), 1)] + [(("quantified", row("quantified", "all"), c), -1) for c in range(4)]
        yield [(("hours-by-service", every, 2), 1)] + [(("quantified", row("quantified", "all"), c), -1) for c in range(1, 4)]
    for c in range(6) if "timeliness" in tables else ():
        yield [(("timeliness", row("timeliness", "final"), c), 1), (("final-by-kind", len(tables["final-by-kind"]["rows"]) - 1, c), -1)]
    if "lapsing-by-school" in tables:
        for r in range(4):
            yield [(("lapsing-by-school", row("lapsing-by-school", "all"), r), 1)] + [(("lapsing", r, c), -1) for c in range(3)]
    for question in ("drafting", "grade", "final"):
        same = [t for t in tables if t.startswith(question + "-by-")]
        for other in same[1:]:
            for c in range(len(tables[other]["columns"]) + 1):
                yield [((same[0], len(tables[same[0]]["rows"]) - 1, c), 1), ((other, len(tables[other]["rows"]) - 1, c), -1)]


def can_be_worked_out(panel):
    """Hidden cells that the figures which are shown settle."""
    tables = {t["id"]: t for t in panel["tables"] if t["rows"]}
    cells = {k: v for t in tables.values() for k, v in cells_of(t).items()}
    equations = []
    for parts in [p for t in tables.values() for p in sums_of(t)] + list(sums_across(tables)):
        equation = {}
        for cell, k in parts:
            if cells[cell]["hidden"] is not None:
                equation[cell] = equation.get(cell, 0) + k
        equations.append(equation)
        if not equation:                # nothing is hidden, so that it must be true
            verdict(abs(sum(k * cells[c]["value"] for c, k in parts)) < 0.005, f"{parts[0][0]} is not what its parts add up to")
    # where some provisions have no hours, the others are those that have: a figure too
    for t in tables.values():
        if t["id"].startswith("hours-by-") and t["id"] != "hours-by-service-and-age" or t["id"] == "jointly-funded":
            for r in range(len(t["rows"])):
                if cells[t["id"], r, 1]["hidden"] == "few" and cells[t["id"], r, 0]["hidden"] is None and cells[t["id"], r, 2]["hidden"] is None:
                    equations.append({(t["id"], r, 1): 1})
    return solved(equations)


def hides_what_is_small(document, what):
    hidden = 0
    for table in document["tables"]:
        cells = cells_of(table)
        hidden += sum(cell["hidden"] is not None for cell in cells.values())
        small = [k for k, cell in cells.items() if cell["hidden"] is None and 0 < cell["plans"] < 5]
        verdict(not small, f"{what}: {table['id']} shows a count under five at {small[:3]}")
    known = can_be_worked_out(document)
    verdict(not known, f"{what}: what is hidden can be worked out: {known[:3]}")
    verdict(hidden > 0, f"{what}: nothing is hidden")


def check_is_sharp():
    """A table that hides one cell beside its total is caught."""
    shown, hidden = {"value": 9, "plans": 9, "hidden": None}, {"value": None, "plans": None, "hidden": "few"}
    table = {"id": "t", "columns": [0, 0], "columns_are_parts": True, "rows_are_parts": False, "rows": [{"id": "r", "cells": [shown, hidden], "plans": shown}]}
    verdict(can_be_worked_out({"tables": [table]}) == [("t", 0, 1)], "a count that can be worked out is not noticed")
    verdict(solved([{"a": 1, "b": 1}, {"b": 1, "c": 1}]) == [] and solved([{"a": 1, "b": 1}, {"a": 1, "b": -1}]) == ["a", "b"], "sums are not solved")


def small_batches_hide_enough(ehc, work):
    """Few plans are where counts are small: batches of every size from the example, drawn by a seed."""
    plans = sorted(glob.glob(os.path.join(PANEL, "plans", "**", "*.ehc"), recursive=True))
    for n in range(BATCHES):
        some = random.Random(n).sample(plans, 5 + n * 2)
        run(ehc, os.path.join(work, "few"), paths=some)
        hides_what_is_small(report(os.path.join(work, "few")), f"batch {n} of {len(some)} plans")


# ---- other promises ----

def same_for_all_threads(ehc, work):
    reports = []
    for jobs in ("1", "2", "8"):
        folder = os.path.join(work, f"jobs{jobs}")
        run(ehc, folder, "-j", jobs, "--sample", "12", "--seed", "7", "--quotes")
        reports.append(files_of(folder))
    verdict(reports[0] == reports[1] == reports[2], "1, 2 and 8 threads give different reports")


def sample_is_repeatable(ehc, work):
    drawn = []
    for seed in ("7", "7", "8"):
        run(ehc, os.path.join(work, "sample"), "--sample", "12", "--seed", seed)
        drawn.append([p["plan"] for p in report(os.path.join(work, "sample"))["sample"]])
    verdict(drawn[0] == drawn[1] and len(set(drawn[0])) == 12, "the same seed should draw the same twelve plans")
    verdict(drawn[0] != drawn[2], "another seed should draw others")
    kinds = {p["kind"] for p in report(os.path.join(work, "sample"))["sample"]}
    verdict(kinds == {"EHC plan", "health care plan"}, f"a sample of twelve should hold both kinds of plan, not {kinds}")


def copies_are_found(ehc, work):
    """Two children with one sentence; what the house rules give to all is no copy, nor is a second plan of the same child."""
    folder = os.path.join(work, "copies")
    os.makedirs(folder)
    text = open(os.path.join(ROOT, "corpus/plans/speech-language-year2-mixed/plan.ehc"), encoding="utf-8").read()
    open(os.path.join(folder, "one.ehc"), "w", encoding="utf-8").write(text)
    open(os.path.join(folder, "again.ehc"), "w", encoding="utf-8").write(text)
    run(ehc, os.path.join(work, "o"), paths=[folder])
    verdict(report(os.path.join(work, "o"))["shared"]["sentences"] == 0, "two plans of one child are no copies")
    other = text.replace("Noor", "Ben").replace("6 October 2018", "7 October 2018").replace("she/her", "he/him")
    open(os.path.join(folder, "other.ehc"), "w", encoding="utf-8").write(other)
    run(ehc, os.path.join(work, "o"), paths=[folder])
    shared = report(os.path.join(work, "o"))["shared"]
    verdict(shared["sentences"] > 20, "sentences that another child's plan holds under another name are copies")
    verdict(all(s["plans"] == 2 for s in shared["listed"]), "two children share them, not three")
    house = "profile: house\n  extends: national\nwords for the family on a draft: " + "An educational psychologist will show the class teacher and the " \
        "teaching assistant how to use a task board with three pictures and a done box, and will watch it in use.\n"
    open(os.path.join(work, "house.ehc"), "w", encoding="utf-8").write(house)
    run(ehc, os.path.join(work, "o"), "--profile", os.path.join(work, "house.ehc"), paths=[folder])
    verdict(report(os.path.join(work, "o"))["shared"]["sentences"] == shared["sentences"] - 1, "a sentence of the house rules is nobody's copy")


def cells_are_no_formulas(work):
    for name, data in files_of(os.path.join(work, "jobs1")).items():
        if name.endswith(".csv"):
            bad = [cell for row in csv.reader(data.decode("utf-8").splitlines()) for cell in row if cell[:1] in tuple("=+-@\t\r") and cell]
            verdict(not bad, f"{name}: {bad[:3]}")


def bad_files_are_rows(ehc, work):
    folder = os.path.join(work, "bad")
    shutil.copytree(os.path.join(PANEL, "plans"), folder)
    open(os.path.join(folder, "empty.ehc"), "w", encoding="utf-8").close()
    open(os.path.join(folder, "bytes.ehc"), "wb").write(b"\xff\x00\xfe" * 100)
    os.symlink("nowhere", os.path.join(folder, "gone.ehc"))
    run(ehc, os.path.join(work, "o"), paths=[folder], status=(2,))
    document = report(os.path.join(work, "o"))
    verdict(document["failed"] == 3 and len(document["failures"]) == 3, "three files cannot be read")
    verdict(document["plans"] == 60, "and sixty can")
    is_valid(document, "a report on files that cannot be read")


def midway(process):
    """Returns once the program has read a part of the plans that it was given, however fast the machine is; or has ended."""
    while process.poll() is None:
        try:
            with open(f"/proc/{process.pid}/io", encoding="ascii") as f:
                if int(f.readline().split()[1]) > 2e6:
                    return
        except OSError:
            return
        time.sleep(0.002)


def interruption_leaves_the_last_report(ehc, work):
    folder, many = os.path.join(work, "kept"), os.path.join(work, "many")
    run(ehc, folder)
    before = files_of(folder)
    for n in range(40):
        shutil.copytree(os.path.join(PANEL, "plans"), os.path.join(many, str(n)))
    for sig in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        process = subprocess.Popen([ehc, "qa", many, "-o", folder, "-j", "1"], stderr=subprocess.PIPE)
        midway(process)
        process.send_signal(sig)
        said = process.communicate()[1]
        verdict(process.returncode != 0, f"a run that gets signal {sig} should fail")
        verdict(sig == signal.SIGKILL or b"an earlier report stands" in said, f"signal {sig}: it should say what stands: {said!r}")
        verdict(files_of(folder) == before, f"signal {sig}: the last report is not what it was")
    verdict(sorted(n for n in os.listdir(work) if n.startswith("kept")) == ["kept"], "something was left beside the report")


def most_memory(pid):
    """What the process took at most since it began to run: what its maker took is no part of it."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as f:
            return max([int(line.split()[1]) * 1024 for line in f if line.startswith("VmHWM")], default=0)
    except OSError:
        return 0


def reports_of_many_files_stream(ehc, work):
    """A report far larger than the memory it takes; and one that is killed leaves no part of itself."""
    many, out = os.path.join(work, "many"), os.path.join(work, "all.json")
    with open(ehc, "rb") as f:
        watched = b"__asan_init" in f.read()    # a sanitizer keeps what is freed
    arguments = [ehc, "check", "-q", many, "--format", "json", "-o", out, "--fail-on", "never", "-j", "2"]
    process = subprocess.Popen(arguments)
    memory = 0
    while process.poll() is None:
        memory = max(memory, most_memory(process.pid))
        time.sleep(0.02)
    size = os.path.getsize(out)
    verdict(process.returncode == 0 and memory > 0 and size > 60e6, f"a report on 2,400 plans is written: {size} bytes")
    verdict(watched or memory < 32e6, f"a report of {size / 1e6:.0f} MB takes {memory / 1e6:.0f} MB of memory")
    verdict(len(json.load(open(out, encoding="utf-8"))["files"]) == 2400, "the report is whole")
    os.remove(out)
    signal.signal(signal.SIGINT, signal.SIG_DFL)        # a shell that runs this test behind others may have it ignored
    for sig in (signal.SIGINT, signal.SIGKILL):
        process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
        midway(process)
        process.send_signal(sig)
        process.wait()
        verdict(process.returncode == -sig, f"signal {sig}: the program ended with {process.returncode}")
        verdict(not glob.glob(out + "*"), f"signal {sig}: {glob.glob(out + '*')} is left of a report")


def matches_what_is_expected(ehc, work, bless):
    folder = os.path.join(work, "expected")
    run(ehc, folder, "--sample", "12", "--seed", "7")
    made = {name: data for name, data in files_of(folder).items() if name.endswith((".json", ".csv"))}
    if bless:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        os.makedirs(EXPECTED)
        for name, data in made.items():
            open(os.path.join(EXPECTED, name), "wb").write(data)
    wanted = files_of(EXPECTED)
    for name in sorted(made.keys() | wanted.keys()):
        verdict(made.get(name) == wanted.get(name), f"corpus/panel/report/{name} is not what ehc qa writes (tests/panel.py --bless)")
    return report(folder)


def main():
    bless = "--bless" in sys.argv
    ehc = os.path.abspath(sys.argv[-1])
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    with tempfile.TemporaryDirectory() as work:
        document = matches_what_is_expected(ehc, work, bless)
        is_valid(document, "the report on corpus/panel")
        refuses_changes(document)
        check_is_sharp()
        hides_what_is_small(document, "corpus/panel")
        run(ehc, os.path.join(work, "writers"), "--by-writer")
        hides_what_is_small(report(os.path.join(work, "writers")), "by writer")
        small_batches_hide_enough(ehc, work)
        same_for_all_threads(ehc, work)
        cells_are_no_formulas(work)
        sample_is_repeatable(ehc, work)
        holds_nobody(ehc, work)
        copies_are_found(ehc, work)
        bad_files_are_rows(ehc, work)
        interruption_leaves_the_last_report(ehc, work)
        reports_of_many_files_stream(ehc, work)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
