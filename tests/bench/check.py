#!/usr/bin/env python3
"""check.py EHC TOOLS [--count N] [--rounds N] [--most N] [--npm] [--nation N] - how fast `ehc check` is, beside what else reads the same plans.

Plans of 30 kB are generated, always the same ones, with as many findings as drafts have (about 100), and once more with four times as many.
Everything is measured in one run, in turns, and the median of the rounds is shown; what a machine does besides falls on all alike, so
ratios are safer than the figures themselves. By the processor's time, not the clock's, unless it says so.

TOOLS is the folder of the programs `generate` and `check` (tests/bench/*.c). --most is the largest number of small plans for the figures on
memory. --npm installs checkers of prose (tests/bench/package.json) below TOOLS and measures them too. --nation checks so many plans of 30 kB and says what
640,000 would take; 64,000 of them need 2 GB of disk while it runs.

It is a measurement and no test: it fails only where a program fails.
"""
import argparse
import glob
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BYTES, LEAST, SEED = 30000, 80, 7
AS_OF = ["--as-of", "2026-05-01", "--fail-on", "never"]
HERE = os.path.dirname(os.path.abspath(__file__))


def run(command, ok=(0,)):
    """Seconds by the clock, seconds of the processor, and the most memory in bytes, of a command and all that it starts."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    p = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(p.pid, 0)
    clock, p.returncode = time.monotonic() - start, os.waitstatus_to_exitcode(status)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if p.returncode not in ok:
        sys.exit(f"check.py: {command[0]} ended with {p.returncode}")
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, usage.ru_maxrss * 1024


def generate(tools, folder, count, size, least=LEAST):
    os.makedirs(folder)
    subprocess.run([os.path.join(tools, "generate"), folder, str(count), str(SEED), str(size), str(least)], check=True)
    return sorted(glob.glob(os.path.join(folder, "*", "*.ehc")))


def size(paths):
    return sum(os.path.getsize(p) for p in paths)


# ---- the lexicon's phrases, for grep: those that have a few wordings; all wordings of the others would be ten thousand ----

def spelt_out(pattern):
    """Every wording that a pattern of the lexicon allows; brackets may stand in brackets."""
    def alternatives(at):
        every, now = set(), {""}
        while at < len(pattern) and pattern[at] not in ")]":
            if pattern[at] == "|":
                every, now = every | now, {""}
            elif pattern[at] in "([":
                optional = {""} if pattern[at] == "[" else set()
                inner, at = alternatives(at + 1)
                now = {left + right for left in now for right in inner | optional}
            else:
                now = {words + pattern[at] for words in now}
            at += 1
        return every | now, at
    return {" ".join(words.split()) for words in alternatives(0)[0]}


def phrases():
    text = open(os.path.join(HERE, "..", "..", "grammar", "lexicon", "phrases.def")).read()
    rows = re.findall(r'^PHRASE\(\w+, .\w., \w+, \w+, "[^"]+", \w+, "([^"]+)"|^ALSO\(\w+, "([^"]+)"', text, re.M)
    wordings = [spelt_out(words) for row in rows for words in row if words and not re.search("[_#]", words)]
    plain = sorted(set().union(*(w for w in wordings if len(w) <= 4)))
    if len(plain) < 100:
        sys.exit("check.py: the phrases of the lexicon were not found")
    return plain


# ---- the tables ----

def in_process(tools, plans, rounds):
    out = subprocess.run([os.path.join(tools, "check"), str(rounds), *plans], check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in (line.split() for line in out.splitlines())}


def count_findings(ehc, plans):
    """Line by line: whatever this program has held counts as memory of the programs that it starts afterwards."""
    p = subprocess.Popen([ehc, "check", "-f", "json", *AS_OF, *plans], stdout=subprocess.PIPE)
    return sum(line.startswith(b'{"rule":') for line in p.stdout)


def say_in_process(ehc, tools, plans, rounds, what):
    m, total = in_process(tools, plans, rounds), size(plans)
    findings = count_findings(ehc, plans)
    print(f"\n{what}: {len(plans)} plans, {total / len(plans) / 1000:.1f} kB and {findings / len(plans):.0f} findings a plan; one thread, in one process")
    for name, title in (("read", "reading the bytes"), ("scan", "bare scan, flex -Cf"), ("check", "check, all rules, findings as JSON")):
        print(f"  {title:<38}{m[name] / 1e6:8.1f} MB/s   {m[name] / m['scan']:6.3f} of the bare scan")
    stages = ("parse", "bind", "prose", "rules", "report")
    whole = sum(m[s] for s in stages)
    print("  where the time of a check goes: " + ", ".join(f"{s} {100 * m[s] / whole:.0f} %" for s in stages) +
          f"; parse alone {total / m['parse'] / 1e6:.0f} MB/s, {total / m['parse'] / m['scan']:.2f} of the bare scan")


def medians(commands, rounds):
    """The median of each figure of each command, one round of all after the other."""
    all_ = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, ok) in commands.items():
            all_[name].append(run(command, ok))
    return {name: [statistics.median(x) for x in zip(*rows)] for name, rows in all_.items()}


def prepare_peers(ehc, plans, work):
    xml, words = os.path.join(work, "xml"), os.path.join(work, "phrases")
    os.makedirs(xml)
    for p in plans:
        subprocess.run([ehc, "build", "-q", "--to", "xml", *AS_OF, "-o", os.path.join(xml, os.path.basename(p) + ".xml"), p], check=True)
    listed = phrases()
    with open(words, "w") as f:
        f.write("\n".join(listed) + "\n")
    grep = f"LC_ALL=C grep -noiwFf '{words}' \"$@\" | cat"      # into the null device, grep would stop at the first line
    peers = {"xmllint --noout": ["xmllint", "--noout", *sorted(glob.glob(xml + "/*"))], f"grep, {len(listed)} phrases": ["sh", "-c", grep, "sh", *plans]}
    return peers


def say_processes(ehc, plans, peers, rounds):
    base = [ehc, "check", "-f", "json", *AS_OF]
    commands = {"ehc check -j 1": ([*base, "-j", "1", *plans], (0,)), "ehc check -j 2": ([*base, "-j", "2", *plans], (0,))}
    commands.update({name: (c, (0, 1)) for name, c in peers.items()})
    m = medians(commands, rounds)
    print(f"\nthe same {len(plans)} plans, whole processes; MB of the plans' own bytes, whatever form a program reads them in")
    speeds = {name: size(plans) / 1e6 / m[name][1] for name in commands}
    for name in commands:
        print(f"  {name:<38}{speeds[name]:8.2f} MB/s of processor   check is {speeds['ehc check -j 1'] / speeds[name]:8.3f} of it")
    print(f"  two threads to one, by the clock: {m['ehc check -j 1'][0] / m['ehc check -j 2'][0]:.2f} times")


def say_one_plan(ehc, plan, peers, rounds):
    xml = next(c for n, c in peers.items() if n.startswith("xmllint"))[:3]
    commands = {"true": (["/bin/true"], (0,)), "ehc --version": ([ehc, "--version"], (0,)), "xmllint --noout": (xml, (0,)),
                "ehc check": ([ehc, "check", "-f", "json", *AS_OF, plan], (0,))}
    m = medians(commands, rounds * 10)
    print(f"\none plan of {os.path.getsize(plan) / 1000:.0f} kB, whole process, by the clock")
    for name, (clock, _, memory) in m.items():
        print(f"  {name:<38}{clock * 1000:8.2f} ms   {clock / m['true'][0]:6.2f} times `true`   {memory / 1e6:6.1f} MB")


# What people check prose with, by the name that peers.mjs has for it; the last three look for the phrases that grep looks for.
OTHERS = {"write-good": "write-good, its own checks", "alex": "alex, its own checks", "write-good-list": "write-good, our phrases", "retext-list": "retext, our phrases",
          "textlint-list": "textlint, our phrases"}


def say_others(ehc, plans, work, tools, rounds):
    """Checkers of prose from npm: bytes a second of the processor once warm, and one plan as a whole process. They are slow, so they get a few plans."""
    folder, few = os.path.join(tools, "npm"), plans[:10]
    os.makedirs(folder, exist_ok=True)
    for name in ("package.json", "package-lock.json", "peers.mjs"):
        shutil.copy(os.path.join(HERE, name), folder)
    subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, check=True)
    base = ["node", os.path.join(folder, "peers.mjs")]
    speeds, found = {tool: [] for tool in OTHERS}, {}
    for _ in range(rounds):
        for tool in OTHERS:
            out = subprocess.run([*base, tool, os.path.join(work, "phrases"), *few], check=True, capture_output=True, text=True).stdout.split()
            speeds[tool].append(float(out[1]))
            found[tool] = int(out[2])
    commands = {tool: ([*base, tool, os.path.join(work, "phrases"), few[0]], (0,)) for tool in OTHERS}
    commands["ehc"] = ([ehc, "check", "-f", "json", *AS_OF, few[0]], (0,))
    one, check = medians(commands, rounds), in_process(tools, few, rounds)["check"]
    print(f"\ncheckers of prose from npm over {len(few)} of the plans, warm and in one process; one plan as a whole process, of the processor's time")
    print(f"  {'ehc check':<38}{check / 1e6:8.2f} MB/s                              {one['ehc'][1] * 1000:6.0f} ms")
    for tool, title in OTHERS.items():
        speed = statistics.median(speeds[tool])
        print(f"  {title:<38}{speed / 1e6:8.2f} MB/s   check is {check / speed:6.0f} times that   {one[tool][1] * 1000:6.0f} ms   {found[tool]} hits a plan")


def say_nation(ehc, tools, work, count):
    """Plans of 30 kB on two threads, as a part of the 640,000 plans that there are in England."""
    folder = os.path.join(work, "nation")
    generate(tools, folder, count, BYTES)
    bytes_ = sum(entry.stat().st_size for one in os.scandir(folder) for entry in os.scandir(one))
    os.sync()       # or the system writes them to disk beneath the first that is measured
    print(f"\n{count} plans, {bytes_ / 1e9:.2f} GB, 2 threads")
    for name, command in (("check", ["check", "-q", "-f", "csv"]), ("qa", ["qa", "-q", "-o", os.path.join(work, "report")])):
        clock, cpu, memory = run([ehc, *command, "-j", "2", *AS_OF, folder])
        whole = 640000 / count
        print(f"  ehc {name:<6}{clock:8.1f} s by the clock, {cpu:8.1f} s of the processor, {memory / 1e6:6.1f} MB; 640,000 plans would take {clock * whole:.0f} s, "
              f"and {cpu * whole / 2:.0f} s of each of two processors")


def say_growth(ehc, tools, work, rounds, most):
    print("\none EHC plan as it grows, one process")
    for wanted in (30000, 100000, 300000, 1000000, 3000000):
        plan = generate(tools, os.path.join(work, f"grow{wanted}"), 1, wanted)[0]
        m = medians({"check": ([ehc, "check", "-f", "json", *AS_OF, plan], (0,))}, rounds)["check"]
        print(f"  {size([plan]) / 1000:8.0f} kB   {m[1] / size([plan]) * 1e9:6.0f} ns a byte   {m[2] / 1e6:6.1f} MB")
    print("\nmany small plans, 2 threads: ehc check, and ehc qa")
    folder = os.path.join(work, "many")
    count = 100
    generate(tools, folder, most, 3000)
    folders = sorted(glob.glob(folder + "/*"))
    while count <= most:
        some = folders[:max(1, count // 1000)] if count >= 1000 else sorted(glob.glob(folders[0] + "/*"))[:count]
        clock, cpu, memory = run([ehc, "check", "-q", "-j", "2", "-f", "json", *AS_OF, *some])
        print(f"  {count:8} plans   {count / clock:8.0f} a second   {cpu / count * 1e6:6.0f} us of processor a plan   {memory / 1e6:6.1f} MB")
        clock, cpu, memory = run([ehc, "qa", "-q", "-j", "2", *AS_OF, "-o", os.path.join(work, f"report{count}"), *some])
        print(f"  {'qa':>14}   {count / clock:8.0f} a second   {cpu / count * 1e6:6.0f} us of processor a plan   {memory / 1e6:6.1f} MB")
        count = most if count < most < count * 10 else count * 10


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("ehc")
    p.add_argument("tools")
    p.add_argument("--count", type=int, default=100)
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--most", type=int, default=10000)
    p.add_argument("--npm", action="store_true")
    p.add_argument("--nation", type=int, default=0)
    a = p.parse_args()
    ehc, tools = os.path.abspath(a.ehc), os.path.abspath(a.tools)
    with tempfile.TemporaryDirectory(dir=tools, prefix="bench-check-") as work:
        plans = generate(tools, os.path.join(work, "plans"), a.count, BYTES)
        say_in_process(ehc, tools, plans, a.rounds, "drafts")
        say_in_process(ehc, tools, generate(tools, os.path.join(work, "dense"), a.count, BYTES, 0), a.rounds, "poor and good plans alike")
        peers = prepare_peers(ehc, plans, work)
        say_processes(ehc, plans, peers, a.rounds)
        say_one_plan(ehc, plans[0], peers, a.rounds)
        if a.npm:
            say_others(ehc, plans, work, tools, a.rounds)
        say_growth(ehc, tools, work, a.rounds, a.most)
        if a.nation:
            say_nation(ehc, tools, work, a.nation)
    return 0


if __name__ == "__main__":
    sys.exit(main())
