#!/usr/bin/env python3
"""build.py EHC BENCH - how fast plans become PDF, beside WeasyPrint and LaTeX on the same words. Medians of one run.

BENCH is the program made of build.c. WeasyPrint prints the page of `ehc build --to html`; LaTeX sets the words of
`ehc build --to text`, untagged. Exit status 1 where what is aimed at is not reached: 2,000 pages a
second of a thread's own time, 50 times WeasyPrint's speed, and under 100 kB for twenty pages.
"""
import glob
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROUNDS, SECONDS = 7, "2"


def run(*command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **more).stdout


def timed(rounds, *command, **more):
    times = []
    for _ in range(rounds):
        start = time.monotonic()
        run(*command, **more)
        times.append(time.monotonic() - start)
    return statistics.median(times)


def pages_of(path):
    return int(re.search(r"Pages: +(\d+)", run("pdfinfo", path))[1])


def latex(text):
    marks = {c: "\\" + c for c in "#$%&_{}"} | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
    words = "".join(marks.get(c, c if ord(c) < 128 else "?" if ord(c) > 255 else c) for c in text)
    return "\\documentclass[a4paper,12pt]{article}\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\\begin{document}\\sloppy\n" + words + "\\end{document}\n"


def main():
    ehc, bench = map(os.path.abspath, sys.argv[1:3])
    back_end = os.path.join(os.path.dirname(ehc), "ehc-pdf.so")
    plans = [p for p in sorted(glob.glob(os.path.join(ROOT, "corpus/plans/*/plan.ehc"))) if "/hcp-" not in p]
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        pages, sizes = [], []
        for plan in plans:
            run(ehc, "build", "-q", "--as-of", "none", "--fail-on", "never", "-o", "x.pdf", plan)
            pages.append(pages_of("x.pdf"))
            sizes.append(os.path.getsize("x.pdf"))
        print(f"{len(plans)} plans, {sum(pages)} pages, {sum(sizes) / len(sizes) / 1000:.0f} kB a plan; the largest: "
              f"{pages[sizes.index(max(sizes))]} pages, {max(sizes) / 1000:.0f} kB")
        for threads in (1, 2):
            rounds = [[float(f) * sum(pages) for f in run(bench, back_end, SECONDS, str(threads), *plans).split()] for _ in range(ROUNDS)]
            clock, own, drawing = map(statistics.median, zip(*rounds))
            print(f"in one process, {threads} thread{'s' if threads > 1 else ''}: {clock:,.0f} pages a second by the clock; a thread's own time: "
                  f"{own:,.0f} read, checked and printed, {drawing:,.0f} printed alone")
            if threads == 1 and drawing < 2000:
                failed.append("fewer than 2,000 pages a second a thread")
        plan = plans[pages.index(sorted(pages)[len(pages) // 2])]
        options = ("-q", "--as-of", "none", "--fail-on", "never")
        own = timed(ROUNDS, ehc, "build", *options, "-o", "x.pdf", plan)
        print(f"one plan, {pages_of('x.pdf')} pages, a process of its own: {own * 1000:.1f} ms")
        peers = {"weasyprint": lambda: timed(3, "weasyprint", "--pdf-variant", "pdf/ua-1", "x.html", "w.pdf"),
                 "pdflatex": lambda: timed(3, "pdflatex", "-interaction=batchmode", "t.tex")}
        run(ehc, "build", *options, "--to", "html", "-o", "x.html", plan)
        open("t.tex", "w", encoding="utf-8").write(latex(run(ehc, "build", *options, "--to", "text", "-o", "-", plan)))
        for peer, measure in peers.items():
            if shutil.which(peer) is None:
                print(f"{peer}: is not installed")
                continue
            seconds = measure()
            print(f"  {peer}: {seconds * 1000:,.0f} ms, {seconds / own:.0f} times as long")
            if peer == "weasyprint" and seconds < 50 * own:
                failed.append("less than 50 times as fast as WeasyPrint")
        for n, size in zip(pages, sizes):
            if n >= 12 and size / n * 20 > 100000:
                failed.append(f"{size} bytes for {n} pages")
    for what in failed:
        print("not reached: " + what)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
