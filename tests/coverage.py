#!/usr/bin/python3
"""coverage.py BUILD [--least PERCENT] - how much of src/ was executed by what ran in a build of MODE=cover, as gcov counted it: lines and branches by
folder and in whole, the functions that nothing called, and the stretches of lines that nothing came to.

A line counts as executed if any of its copies was (a function in a header is compiled into many files). A branch is one way out of a condition;
it counts as taken if it was taken once. With --least the status says whether so many percent of the lines were executed.
"""
import argparse
import collections
import json
import os
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
AT_ONCE = 50


class File:
    def __init__(self):
        self.lines = collections.Counter()
        # By line, function and place in the line, because one line of a header may be in several functions.
        self.branches = collections.Counter()
        self.functions = {}

    def add(self, said):
        for line in said["lines"]:
            number = line["line_number"]
            self.lines[number] += line["count"]
            for n, branch in enumerate(line["branches"]):
                self.branches[number, line.get("function_name"), n] += branch["count"]
        for function in said["functions"]:
            place = (function["start_line"], function["end_line"], function["demangled_name"])
            self.functions[place] = self.functions.get(place, 0) + function["execution_count"]

    def never_called(self):
        return sorted(place for place, count in self.functions.items() if count == 0)

    def stretches(self):
        """Lines that nothing came to, from the first to the last with none between them that was executed, outside functions that nothing called."""
        dark = {line for first, last, _ in self.never_called() for line in range(first, last + 1)}
        first = last = None
        for number in sorted(self.lines):
            if self.lines[number] == 0 and number not in dark:
                first, last = first or number, number
            elif first:
                yield first, last
                first = None
        if first:
            yield first, last


def count(build):
    """What gcov says of each file of src/; a file that was compiled and never run counts with nothing executed."""
    objects = [os.path.join(top, name) for top, _, names in os.walk(os.path.join(build, "src")) for name in names if name.endswith(".gcno")]
    if not objects:
        sys.exit(f"coverage: {build} was not built with MODE=cover")
    files = collections.defaultdict(File)
    for at in range(0, len(objects), AT_ONCE):
        done = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities", *sorted(objects)[at:at + AT_ONCE]], cwd=ROOT,
                              capture_output=True, check=True)
        for line in done.stdout.splitlines():
            for said in json.loads(line)["files"]:
                name = os.path.normpath(said["file"])
                if name.startswith("src/"):
                    files[name].add(said)
    return files


def share(part, whole):
    return 100 * part / whole if whole else 100.0


def line_of(name, number):
    with open(os.path.join(ROOT, name), encoding="utf-8") as f:
        return f.read().split("\n")[number - 1].strip()


def main():
    options = argparse.ArgumentParser(usage="tests/coverage.py BUILD [--least PERCENT]")
    options.add_argument("build")
    options.add_argument("--least", type=float, default=0)
    o = options.parse_args()
    files = count(os.path.abspath(o.build))

    print("never called")
    for name in sorted(files):
        for first, _, function in files[name].never_called():
            print(f"  {name}:{first}: {function}")
    print("never executed, in functions that were called")
    for name in sorted(files):
        for first, last in files[name].stretches():
            print(f"  {name}:{first}{'' if first == last else f'-{last}'}: {line_of(name, first)}")

    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for name, file in files.items():
        for where in (os.path.dirname(name), "all of src"):
            sums[where][0] += sum(n > 0 for n in file.lines.values())
            sums[where][1] += len(file.lines)
            sums[where][2] += sum(n > 0 for n in file.branches.values())
            sums[where][3] += len(file.branches)
    print(f"{'executed':24}{'lines':>16}{'':>9}{'branches':>16}")
    for where in [*sorted(set(sums) - {"all of src"}), "all of src"]:
        lines, of, branches, ways = sums[where]
        print(f"{where:24}{lines:>8} /{of:>6}{share(lines, of):>8.1f}%{branches:>8} /{ways:>6}{share(branches, ways):>8.1f}%")
    lines, of, *_ = sums["all of src"]
    if share(lines, of) < o.least:
        print(f"coverage: {share(lines, of):.1f}% of the lines of src/ were executed, fewer than {o.least:g}%")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
