#!/usr/bin/env python3
"""worked.py - carries out the worked examples of docs/architecture.md on a copy of the project.

A fence ```c edit=FILE above="LINE" is put into FILE above the last line that begins with LINE; after all edits the program
is built, and the commands of each ```sh run fence must succeed, with `ehc` being what was built.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FENCE = re.compile(r'^```(c edit=(?P<file>\S+) above="(?P<above>.*)"|sh run)$')


def fences(path):
    """Yields (file, above, lines) for edits and (None, None, lines) for commands, in the document's order."""
    opened, lines = None, []
    for line in open(path, encoding="utf-8").read().split("\n"):
        if opened is None:
            opened = FENCE.match(line)
        elif line == "```":
            yield opened["file"], opened["above"], lines
            opened, lines = None, []
        else:
            lines.append(line)


def edit(path, above, lines):
    text = open(path, encoding="utf-8").read().split("\n")
    places = [i for i, line in enumerate(text) if line.startswith(above)]
    if not places:
        sys.exit(f"worked: no line of {path} begins with {above!r}")
    text[places[-1]:places[-1]] = lines
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(text))


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as copy:
        for name in ("Makefile", "grammar", "include", "src", "templates", "corpus"):
            source = os.path.join(ROOT, name)
            (shutil.copytree if os.path.isdir(source) else shutil.copy2)(source, os.path.join(copy, name))
        os.mkdir(os.path.join(copy, "tests"))
        shutil.copy2(os.path.join(ROOT, "tests", "said.c"), os.path.join(copy, "tests"))
        runs = []
        for file, above, lines in fences(os.path.join(ROOT, "docs", "architecture.md")):
            if file is None:
                runs.append("\n".join(lines))
            else:
                edit(os.path.join(copy, file), above, lines)
        build = subprocess.run(["make", "-s", "-j2", "BUILD=build", "EXTRA=-Werror", "build/release/ehc", "build/release/tests/said"], cwd=copy, capture_output=True, text=True)
        if build.returncode != 0:
            print(build.stdout[-4000:], build.stderr[-4000:])
            sys.exit("worked: the edited copy does not build")
        env = dict(os.environ, PATH=os.path.join(copy, "build", "release") + os.pathsep + os.environ["PATH"])
        for commands in runs:
            # A check that finds something ends with 1; what counts is the last command of each pipe.
            run = subprocess.run(["sh", "-eu"], input=commands, cwd=copy, env=env, capture_output=True, text=True)
            passed, failed = passed + (run.returncode == 0), failed + (run.returncode != 0)
            if run.returncode != 0:
                print(f"FAIL worked example:\n{commands}\n{run.stdout[-1000:]}{run.stderr[-1000:]}")
    if not runs:
        sys.exit("worked: docs/architecture.md holds no examples")
    print(f"worked: {passed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
