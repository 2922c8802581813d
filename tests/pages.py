#!/usr/bin/python3
"""pages.py EHC - the pages of the report on many plans, and the history that is kept of it: every page is sound and says what it is,
pages show what panel.json shows and no more, a history holds shown figures alone, and a run that is killed at any moment
loses neither the report that was there nor the history.
"""
import glob
import html
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from tally import Tally

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PLANS = os.path.join(ROOT, "corpus/panel/plans")
# The agencies' own pages come last: they show parts of tables.
PAGES = ["index", "commissioning", "health-care-plans", "findings", "groups", "education", "health", "social-care"]
tally = Tally("pages")
verdict = tally.verdict


def run(ehc, *arguments, day="2026-05-01"):
    return subprocess.run([ehc, "qa", "-q", "--fail-on", "never", "--as-of", day, *arguments], capture_output=True, check=False)


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as f:
        return f.read()


def words_of(page):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def row_of(page, caption, name):
    """The cells of a row, as they are read, of the table with that caption."""
    table = page[page.index(f"<caption>{caption}</caption>"):]
    table = table[:table.index("</table>")]
    for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.S):
        cells = [words_of(c).strip() for c in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        if cells and cells[0] == name:
            return cells[1:]
    return None


def said(cell):
    return cell["hidden"] is None


def pages(ehc, out):
    done = run(ehc, PLANS, "-o", out, "--sample", "6", "--seed", "3")
    verdict(done.returncode == 0, f"the report is written: {done.stderr[-200:]!r}")
    panel = json.loads(read(out, "panel.json"))
    files = [os.path.join(out, f"{p}.html") for p in PAGES]
    sound = subprocess.run([os.path.join(ROOT, "tests/page.py"), *files], capture_output=True, check=False)
    verdict(sound.returncode == 0, f"every page is sound: {sound.stdout[-400:].decode()}")
    for page in PAGES:
        text = read(out, f"{page}.html")
        verdict(panel["warning"] in words_of(text), f"{page}.html says what it is")
        verdict("<script" not in text, f"{page}.html runs nothing")
        verdict(not re.search(r"unlawful|illegal", text, re.I), f"{page}.html does not judge law")
    shown(out, panel)
    dashboard(ehc, out, panel)


def shown(out, panel):
    """Each figure of each table is on a page as panel.json has it, and a hidden one is nowhere."""
    every = {p: read(out, f"{p}.html") for p in PAGES}
    for table in panel["tables"]:
        page = next((t for t in every.values() if f"<caption>{html.escape(table['title'], False)}</caption>" in t or
                     f"<caption>{table['title']}</caption>" in t), None)
        if not table["rows"]:
            continue
        verdict(page is not None, f"the table {table['id']} is on a page")
        for row in table["rows"] if page else []:
            cells = row_of(page, table["title"], row["name"])
            if cells is None:
                continue
            for i, cell in enumerate(row["cells"]):
                digits = re.sub(r"[^0-9.]", "", cells[i])
                good = float(digits or -1) == float(cell["value"]) if said(cell) else not re.fullmatch(r"[0-9.,£]+", cells[i])
                if not good:
                    verdict(False, f"{table['id']}, {row['name']}: {cells[i]} on the page, {cell} in panel.json")


def carries_its_sheets(ehc, work):
    """Other tests leave the style sheet and the script out; here they are, byte for byte."""
    css, js = read(ROOT, "templates/report.css"), read(ROOT, "templates/report.js")
    verdict(f"<style>{css}</style>" in read(work, "report/index.html"), "a page of the report carries the whole style sheet")
    one = os.path.join(work, "one.html")
    run(ehc, sorted(glob.glob(f"{PLANS}/**/*.ehc", recursive=True))[0], "-o", one)
    verdict(f"<style>{css}</style>" in read(one), "the page on one plan carries the whole style sheet")
    verdict(f"<script>{js}</script>" in read(one), "the page on one plan carries the whole script")


def says_what_is_hidden(ehc, work):
    """Few plans: no answer of the dashboard is left out, and the page on health care plans says once why so much is hidden."""
    out = os.path.join(work, "few")
    run(ehc, *sorted(glob.glob(f"{PLANS}/**/*.ehc", recursive=True))[:9], "-o", out)
    text = words_of(read(out, "index.html"))
    for words in ("no error of wording, missing parts or safety", "within 20 weeks", "hours that can be worked out"):
        verdict(words in text, f"few plans: the dashboard says {words!r}, or that it is hidden")
    verdict("fewer than 5 plans" in text, "few plans: the dashboard says why a figure is hidden")
    verdict(read(out, "health-care-plans.html").count("Why so much is hidden") == 1, "few plans: why so much is hidden is said once")


def dashboard(ehc, out, panel):
    text = words_of(read(out, "index.html"))
    for plan in panel["sample"] + panel["reading"]:
        verdict(f" {plan['plan']} " in text, f"{plan['plan']} is on the dashboard")
    verdict("never a verdict" in text, "the dashboard says that grades are advice")
    titles = {r["rule"]: r["title"] for r in json.loads(subprocess.run([ehc, "rules", "--format", "json"], capture_output=True, check=True).stdout)["rules"]}
    for plan in panel["reading"]:
        cells = row_of(read(out, "index.html"), "Plans, the gravest first", plan["plan"])
        lost = [look["rule"] for look in plan["look"] if titles[look["rule"]] not in html.unescape(cells[-1]) or look["item"] not in cells[-1]]
        verdict(not lost, f"{plan['plan']}: what it is to be read for is said in words: {lost}")
    tables = {t["id"]: t for t in panel["tables"]}
    for what, table, row, columns in (("of plans have no error of wording, missing parts or safety", "drafting-by-kind", "all", ["clean"]),
                                      ("of final plans that were due came within 20 weeks", "timeliness", "final", IN_TIME[1]),
                                      ("of provisions in section F have hours that can be worked out", "quantified", "F", HOURS[1])):
        cells = next(dict(zip((c["id"] for c in tables[table]["columns"]), r["cells"])) for r in tables[table]["rows"] if r["id"] == row)
        there = re.search(r"\d+% " + what, text) is not None
        verdict(there == all(said(cells[c]) for c in columns), f"a figure on the dashboard where it may be shown: {what}")


# Each measure from report to report: its table, row, the columns that count and those that are counted.
GRADES = (["nearly", "clear"], ["much", "work", "nearly", "clear"])
HOURS = (["full"], ["full", "definite", "partly", "none"])
IN_TIME = (["in-time"], ["in-time", "excused", "late", "missing"])
MEASURES = {
    "Plans with no error of wording, missing parts or safety": ("drafting-by-kind", "all", ["clean"], ["clean", "few", "many"]),
    "Education\u2019s part clear or nearly clear": ("grades-by-agency", "1", *GRADES),
    "Health\u2019s part clear or nearly clear": ("grades-by-agency", "2", *GRADES),
    "Social care\u2019s part clear or nearly clear": ("grades-by-agency", "3", *GRADES),
    "Provision in section F with hours that can be worked out": ("quantified", "F", *HOURS),
    "Provision in section G with hours that can be worked out": ("quantified", "G", *HOURS),
    "Final plans that were due, within 20 weeks": ("timeliness", "final", *IN_TIME),
    "Reviews not past their day": ("timeliness", "review", *IN_TIME),
}


def measures(out, page):
    """The last figure of each measure is the share that panel.json shows; one that cannot be made is hidden."""
    tables = {t["id"]: t for t in json.loads(read(out, "panel.json"))["tables"]}
    for name, (table, row, part, whole) in MEASURES.items():
        ids = [c["id"] for c in tables[table]["columns"]]
        rows = [r["cells"] for r in tables[table]["rows"] if r["id"] == row]
        verdict(rows and set(whole) <= set(ids), f"{name}: {table} has the row {row} and its columns")
        cells = dict(zip(ids, rows[0])) if rows else {}
        shown_all = cells and all(said(cells[c]) for c in whole)
        of = sum(cells[c]["value"] for c in whole) if shown_all else 0
        last = (row_of(page, "Measures from report to report, in per cent", name) or [None])[-1]
        good = last == "hidden" if of == 0 else last and abs(float(last.rstrip("%")) - 100 * sum(cells[c]["value"] for c in part) / of) <= 0.5
        verdict(good, f"{name}: {last} on the page, of {cells}")


# ---- history ----

def figures(path):
    with sqlite3.connect(path) as db:
        return db.execute("SELECT as_of, rules, tab, line, col, value FROM run JOIN figure ON run.id = figure.run").fetchall()


def days(path):
    if not os.path.exists(path):
        return []
    db = sqlite3.connect(path)
    try:
        verdict(db.execute("PRAGMA integrity_check").fetchone() == ("ok",), "the history is sound")
        there = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
        return [d for d, in db.execute("SELECT as_of FROM run ORDER BY as_of")] if there else []
    finally:
        db.close()


def kept(path, out):
    """What is kept are the shown cells of panel.json, and nothing else."""
    cells = {(t["id"], r["id"], c["id"]): cell for t in json.loads(read(out, "panel.json"))["tables"] for r in t["rows"]
             for c, cell in zip(t["columns"], r["cells"])}
    all_kept = figures(path)
    wrong = [f for f in all_kept if (f[2], f[3], f[4]) not in cells or not said(cells[f[2], f[3], f[4]])]
    verdict(all_kept and not wrong, f"only shown figures are kept: {wrong[:2]}")
    verdict(not [f for f in all_kept if "school" in f[2] or "writer" in f[2]], "no school and no writer is kept")
    private = set(re.findall(r"^(?:child|  NHS number|  plan writer): *(.+)$", "\n".join(read(p) for p in glob.glob(f"{PLANS}/**/*.ehc", recursive=True)), re.M))
    with open(path, "rb") as f:
        raw = f.read()
    verdict(private and not [w for w in private if w.encode() in raw], "no name and no number of a child is in the file")


def history(ehc, work):
    out, path = os.path.join(work, "panel"), os.path.join(work, "h.db")
    run(ehc, PLANS, "-o", out, "--history", path, day="2026-04-01")
    verdict(days(path) == ["2026-04-01"] and os.stat(path).st_mode & 0o777 == 0o600, "the first report is kept, for its owner alone")
    verdict("This is the first report" in read(out, "index.html"), "the first report says that it is the first")
    fewer = os.path.join(work, "fewer")
    shutil.copytree(PLANS, fewer)
    for plan in sorted(glob.glob(f"{fewer}/**/*.ehc", recursive=True))[::3]:
        os.remove(plan)
    run(ehc, fewer, "-o", out, "--history", path)
    verdict(days(path) == ["2026-04-01", "2026-05-01"], "the second report stands beside it")
    page = read(out, "index.html")
    clean = row_of(page, "Measures from report to report, in per cent", "Plans with no error of wording, missing parts or safety")
    verdict(clean is not None and len(clean) == 2, "both stand in the table of measures")
    measures(out, page)
    verdict("Since the last report" in page and 'class="trend"' in page, "what moved is said and drawn")
    drawn = re.findall(r"<figcaption>[^<]*</figcaption>\n<svg role=\"img\" aria-label=\"[^\"]*, per cent, over .*?</svg>", page, re.S)
    verdict(drawn and not [d for d in drawn if "<circle" not in d], "a measure that is hidden in every report is not drawn as if it were nought")
    kept_once = len(figures(path))
    run(ehc, fewer, "-o", out, "--history", path)
    verdict(days(path) == ["2026-04-01", "2026-05-01"] and len(figures(path)) == kept_once, "the same day takes its own place")
    kept_path = os.path.join(work, "one.db")
    run(ehc, PLANS, "-o", out, "--history", kept_path)
    kept(kept_path, out)
    refused(ehc, work, out, path)


def refused(ehc, work, out, path):
    before = read(out, "index.html")
    other, words = os.path.join(work, "other.db"), os.path.join(work, "words.db")
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE mine (x)")
    with open(words, "w", encoding="utf-8") as f:
        f.write("These are minutes, not a database. " * 100)
    for what, arguments in (("another database", ["--history", other]), ("no database", ["--history", words]),
                            ("inside the report", ["--history", os.path.join(out, "h.db")]),
                            ("names", ["--history", path, "--identify"]), ("no folder", ["--history", os.path.join(work, "none/h.db")])):
        verdict(run(ehc, PLANS, "-o", out, *arguments).returncode == 2, f"a history is refused: {what}")
    verdict(run(ehc, PLANS, "-o", out, "--history", path, day="none").returncode == 2, "a history without a day is refused")
    verdict(read(out, "index.html") == before, "the report that was there stands")
    verdict(read(words).startswith("These are minutes"), "what is no history is left alone")


def killed(ehc, work):
    """Kills at moments spread over a whole run: the report is the old or the new one, whole; so is the history."""
    out, path = os.path.join(work, "killed"), os.path.join(work, "k.db")
    began = time.monotonic()
    run(ehc, PLANS, "-o", out, "--history", path, day="2026-01-01")
    took = time.monotonic() - began
    known = ["2026-01-01"]
    for i in range(24):
        day = f"2026-02-{i + 1:02d}"
        child = subprocess.Popen([ehc, "qa", "-q", "--fail-on", "never", "--as-of", day, PLANS, "-o", out, "--history", path],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(took * (i + 1) / 20)
        child.send_signal(signal.SIGKILL)
        child.wait()
        now = days(path)
        verdict(now in (known, known + [day]), f"killed at {i + 1}/20 of a run, the history holds {now[len(known):]}")
        known = now
        as_of = json.loads(read(out, "panel.json"))["as_of"]
        pages_whole = all(read(out, f"{p}.html").endswith("</html>\n") for p in PAGES)
        verdict(pages_whole and (as_of == day or as_of in known or as_of < day), f"killed at {i + 1}/20 of a run, the report is whole")
        verdict(as_of >= known[-1], "no history holds a report that is not there")
    verdict(run(ehc, PLANS, "-o", out, "--history", path, day="2026-03-01").returncode == 0 and days(path)[-1] == "2026-03-01",
            "the next run is as any other")


def main():
    ehc = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as work:
        pages(ehc, os.path.join(work, "report"))
        carries_its_sheets(ehc, work)
        says_what_is_hidden(ehc, work)
        history(ehc, work)
        killed(ehc, work)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
