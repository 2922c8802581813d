#!/usr/bin/env python3
"""qa.py EHC GENERATE [--count N] [--rounds N] [--most N] - how fast, and in how much memory, `ehc qa` reads many plans.

N generated plans of 30 kB (20,000): plans a second on one thread and on two, in turns, the median of the rounds, with the processor's time beside
the clock's, because a machine has other work too; the most memory; and whether 1, 2 and 8 threads write the same bytes.

What each plan more takes in memory is measured on 2,000, 20,000 and 100,000 (--most) small plans: what is kept of a plan has one size however
long the plan is, and so many of 30 kB would take 3 GB of disk. The list of paths is what the paths take, and 40 bytes for each.

Plans stand in a temporary folder beside the program and are taken away at the end.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BYTES, FEW_BYTES = 30000, 3000
LIMIT = 256


def generate(program, folder, count, size):
    os.makedirs(folder)
    subprocess.run([program, folder, str(count), "1", str(size)], check=True)


def run(ehc, plans, out, jobs):
    """Seconds by the clock, seconds of the processor, and the most memory in bytes."""
    start = time.monotonic()
    pid = os.posix_spawn(ehc, [ehc, "qa", "-q", *plans, "-o", out, "-j", str(jobs), "--as-of", "2026-05-01", "--fail-on", "never"], os.environ)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"qa.py: ehc qa ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def listed(folders):
    """Bytes of the list of paths: each path as the arena keeps it, and what stands beside it."""
    lengths = [len(os.path.join(folder, f)) for folder in folders for f in os.listdir(folder)]
    return sum((n + 1 + 15) // 16 * 16 + 24 + 16 for n in lengths)


def content(folder):
    return {name: open(os.path.join(folder, name), "rb").read() for name in sorted(os.listdir(folder))}


def size(folder):
    return sum(os.path.getsize(os.path.join(top, f)) for top, _, files in os.walk(folder) for f in files)


def speed(ehc, plans, out, count, rounds):
    total, times, memory = size(plans), {1: [], 2: []}, {1: 0, 2: 0}
    print(f"{count:,} plans, {total / 1e6:.0f} MB, {total / count / 1000:.1f} kB a plan")
    for _ in range(rounds):
        for jobs in times:
            clock, cpu, most = run(ehc, [plans], f"{out}{jobs}", jobs)
            times[jobs].append((clock, cpu))
            memory[jobs] = max(memory[jobs], most)
    median = {jobs: statistics.median(t for t, _ in times[jobs]) for jobs in times}
    for jobs in times:
        cpu = statistics.median(t for _, t in times[jobs])
        print(f"{jobs} thread{'s' if jobs > 1 else ''}: {count / median[jobs]:.0f} plans a second, {total / median[jobs] / 1e6:.1f} MB/s; "
              f"{median[jobs]:.1f} s by the clock, {cpu:.1f} s of the processor; most memory {memory[jobs] / 1e6:.1f} MB")
    print(f"two threads to one: {median[1] / median[2]:.2f} times")
    run(ehc, [plans], f"{out}8", 8)
    same = content(f"{out}1") == content(f"{out}2") == content(f"{out}8")
    print(f"1, 2 and 8 threads: {'the same bytes' if same else 'DIFFERENT BYTES'}")
    return same


def memory(ehc, generator, work, most):
    plans, out = os.path.join(work, "plans"), os.path.join(work, "out")
    generate(generator, plans, most, FEW_BYTES)
    folders = [os.path.join(plans, name) for name in sorted(os.listdir(plans))]
    print(f"memory, on plans of {size(plans) / most / 1000:.1f} kB, 2 threads:")
    before, good = None, True
    for count in sorted({min(n, most) for n in (2000, 20000, most)}):
        some = folders[:(count + 999) // 1000]
        _, _, peak = run(ehc, some, out, 2)
        paths = listed(some)
        said = f"{count:>9,} plans: {peak / 1e6:.1f} MB"
        if before is not None:
            kept = (peak - before[1] - paths + before[2]) / (count - before[0])
            said += f"; {kept:.0f} bytes for each plan more, beside {(paths - before[2]) / (count - before[0]):.0f} for its path"
            good = good and kept <= LIMIT
        print(said)
        before = (count, peak, paths)
    print(f"at most {LIMIT} bytes a plan: {'yes' if good else 'NO'}")
    return good


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("ehc")
    p.add_argument("generate")
    p.add_argument("--count", type=int, default=20000)
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--most", type=int, default=100000)
    a = p.parse_args()
    ehc = os.path.abspath(a.ehc)
    with tempfile.TemporaryDirectory(dir=os.path.dirname(ehc), prefix="bench-qa-") as work:
        good = memory(ehc, a.generate, work, a.most)
        shutil.rmtree(os.path.join(work, "plans"))
        plans = os.path.join(work, "plans")
        generate(a.generate, plans, a.count, BYTES)
        same = speed(ehc, plans, os.path.join(work, "out"), a.count, a.rounds)
    return 0 if same and good else 1


if __name__ == "__main__":
    sys.exit(main())
