#!/usr/bin/env python3
"""qa.py EHC GENERATE [--count N] [--more N] [--rounds N] - how fast, and in how much memory, `ehc qa` reads many plans.

N generated plans of 30 kB (20,000): plans a second on one thread and on two, in turns, the median of the rounds; the most memory on a tenth of
them and on all; and whether 1, 2 and 8 threads write the same bytes. --more adds one run on so many plans (100,000), which takes 3 GB of disk for a
while. Plans stand in a temporary folder beside the program and are taken away at the end.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BYTES = 30000


def generate(program, folder, count):
    os.makedirs(folder)
    start = time.monotonic()
    subprocess.run([program, folder, str(count), "1", str(BYTES)], check=True)
    return time.monotonic() - start


def run(ehc, plans, out, jobs):
    """Seconds, and the most memory in MB."""
    start = time.monotonic()
    pid = os.posix_spawn(ehc, [ehc, "qa", "-q", *plans, "-o", out, "-j", str(jobs), "--as-of", "2026-05-01", "--fail-on", "never"], os.environ)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"qa.py: ehc qa ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def paths(folder):
    """Bytes of the list of paths: each path, and what stands beside it."""
    files = [len(os.path.join(top, f)) for top, _, names in os.walk(folder) for f in names]
    return sum((n + 1 + 15) // 16 * 16 + 24 + 16 for n in files)


def content(folder):
    return {name: open(os.path.join(folder, name), "rb").read() for name in sorted(os.listdir(folder))}


def size(folder):
    return sum(os.path.getsize(os.path.join(top, f)) for top, _, files in os.walk(folder) for f in files)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("ehc")
    p.add_argument("generate")
    p.add_argument("--count", type=int, default=20000)
    p.add_argument("--more", type=int, default=0)
    p.add_argument("--rounds", type=int, default=3)
    a = p.parse_args()
    ehc = os.path.abspath(a.ehc)
    with tempfile.TemporaryDirectory(dir=os.path.dirname(ehc), prefix="bench-qa-") as work:
        plans, out = os.path.join(work, "plans"), os.path.join(work, "out")
        took = generate(a.generate, plans, a.count)
        total = size(plans)
        print(f"{a.count} plans, {total / 1e6:.0f} MB, {total / a.count / 1000:.1f} kB a plan, made in {took:.1f} s")
        few = max(1, a.count // 10000)
        few_plans = [os.path.join(plans, f"{n:03}") for n in range(few)]
        _, small = run(ehc, few_plans, out, 2)
        print(f"most memory on {few * 1000} plans: {small:.1f} MB")
        seconds = {1: [], 2: []}
        memory = {1: 0, 2: 0}
        for _ in range(a.rounds):
            for jobs in seconds:
                took, most = run(ehc, [plans], f"{out}{jobs}", jobs)
                seconds[jobs].append(took)
                memory[jobs] = max(memory[jobs], most)
        for jobs, times in seconds.items():
            median = statistics.median(times)
            print(f"{jobs} thread{'s' if jobs > 1 else ''}: {a.count / median:.0f} plans a second, {total / median / 1e6:.1f} MB/s, "
                  f"{median:.1f} s; most memory {memory[jobs]:.1f} MB")
        if a.count > few * 1000:
            more, listed = (memory[2] - small) * 1048576, paths(plans) - sum(paths(f) for f in few_plans)
            print(f"memory for each plan more: {(more - listed) / (a.count - few * 1000):.0f} bytes beside {listed / (a.count - few * 1000):.0f} "
                  "for its path")
        print(f"two threads to one: {statistics.median(seconds[1]) / statistics.median(seconds[2]):.2f} times")
        run(ehc, [plans], f"{out}8", 8)
        same = content(f"{out}1") == content(f"{out}2") == content(f"{out}8")
        print(f"1, 2 and 8 threads: {'the same bytes' if same else 'DIFFERENT BYTES'}")
        if a.more > 0:
            shutil.rmtree(plans)
            generate(a.generate, plans, a.more)
            took, most = run(ehc, [plans], out, 2)
            print(f"{a.more} plans, 2 threads: {a.more / took:.0f} plans a second, most memory {most:.1f} MB")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
