#!/usr/bin/env python3
"""torn.py EHC [N] - plans that somebody is in the middle of writing: each plan of the corpus with one line left out, emptied behind its label,
written twice, indented or not, or with a stray line before it, line by line. Each is checked, laid out and reported on, and each of these ends as commands
end. With a number, one of so many of them is taken: builds that watch themselves are slow."""
import glob
import itertools
import os
import subprocess
import sys
import tempfile

from tally import Tally

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
AS_OF = ["--as-of", "2026-05-01"]
COMMANDS = (["check", "--format", "json", *AS_OF], ["fmt", "--check"], ["qa", *AS_OF, "-o"])
AT_A_TIME = 2000        # so that what is written down is no more than some 50 MB


def torn(lines, i):
    """The line's mishaps by name."""
    line = lines[i]
    label = line.split(":")[0] + ":\n" if ":" in line else "\n"
    yield "gone", []
    yield "bare", [label]
    yield "twice", [line, line]
    yield "moved", [line.lstrip() if line[:1] == " " else "  " + line]
    yield "stray", ["1 minute later: wait\n", line]


def documents():
    for path in sorted(glob.glob(os.path.join(ROOT, "corpus", "plans", "*", "plan.ehc"))):
        with open(path, encoding="utf-8") as f:
            lines = f.readlines()
        name = os.path.basename(os.path.dirname(path))
        for i in range(len(lines)):
            for mishap, instead in torn(lines, i):
                yield f"{name}-{i + 1}-{mishap}.ehc", "".join(lines[:i] + instead + lines[i + 1:])


def batches(made):
    batch = []
    for one in made:
        batch.append(one)
        if len(batch) == AT_A_TIME:
            yield batch
            batch = []
    if batch:
        yield batch


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: tests/torn.py EHC [N]")
    ehc, tally, many = os.path.realpath(sys.argv[1]), Tally("torn"), 0
    step = int(sys.argv[2]) if len(sys.argv) > 2 else 1

    def fault(command, path, out):
        done = subprocess.run([ehc, *command, *([out] if command[-1] == "-o" else []), path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=600)
        return None if done.returncode in (0, 1, 2) else f"ended with {done.returncode} {done.stderr.decode(errors='replace').strip()[-200:]}"

    for batch in batches(itertools.islice(documents(), 0, None, step)):
        many += len(batch)
        with tempfile.TemporaryDirectory() as folder:
            plans, out = os.path.join(folder, "plans"), os.path.join(folder, "out")
            os.mkdir(plans)
            for name, text in batch:
                with open(os.path.join(plans, name), "w", encoding="utf-8") as f:
                    f.write(text)
            for command in COMMANDS:
                why = fault(command, plans, out + command[0])
                one = next((name for name, _ in batch if fault(command, os.path.join(plans, name), out + "-one")), "no plan alone") if why else ""
                tally.verdict(not why, f"{command[0]}, {one}", why)
    tally.verdict(many * step > 4000, "documents", f"only {many} were made")
    sys.exit(tally.end())


main()
