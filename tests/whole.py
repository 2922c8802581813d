#!/usr/bin/env python3
"""whole.py EHC - what `ehc build` leaves behind when it cannot finish: the file that was there, or the new one whole, and nothing else.

For each form a large plan is written to a full disk, and against limits on the size of a file, which kill the program in the middle of
its writing, onto an older file and where there was none. (tests/faults.py kills it at other moments.)
"""
import os
import resource
import subprocess
import sys
import tempfile

FORMS = ("pdf", "html", "text")
OLD = b"what was there before\n"
counts = [0, 0]


def expect(good, what):
    counts[0 if good else 1] += 1
    if not good:
        print("FAIL whole: " + what)


def large_plan():
    staff = "".join(f"staff N{i}: Jo Example {i}, assistant\n  renew by: 4 September 2027\n" for i in range(1, 401))
    care = "".join(f"care S{i}: At break N{i} sits beside A and writes down what A drinks.\n" for i in range(1, 401))
    return "health care plan: T-1\n  status: draft\n  school: Example School\nchild: A Example\n" + care + staff


def command(ehc, form, to, plan):
    return [ehc, "build", "-q", "--as-of", "none", "--fail-on", "never", "--to", form, "-o", to, plan]


def knows_nameless_files(folder):
    try:
        os.close(os.open(folder, os.O_WRONLY | os.O_TMPFILE, 0o600))
    except OSError:
        return False
    return True


def left_whole(folder, to, new, before, when):
    """Only the file itself may be there, and in no third state. (For a moment a whole new file stands beside an older one.)"""
    now = open(to, "rb").read() if os.path.exists(to) else None
    for name in set(os.listdir(folder)) - {os.path.basename(to)}:
        path = os.path.join(folder, name)
        expect(open(path, "rb").read() == new or not knows_nameless_files(folder), f"{when}: left behind: {name}")
        os.unlink(path)
    expect(now in (before, new), f"{when}: the file is neither the old one nor the new one")


def put_before(to, before):
    if os.path.exists(to):
        os.unlink(to)
    if before is not None:
        with open(to, "wb") as f:
            f.write(before)


def limited(size):
    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


def check_form(ehc, form, plan, folder):
    to = os.path.join(folder, "plan." + form)
    subprocess.run(command(ehc, form, to, plan), check=True, timeout=120)
    new = open(to, "rb").read()
    expect(os.stat(to).st_mode & 0o777 == 0o600, f"{form}: others than the owner may read it")

    done = subprocess.run(command(ehc, form, "/dev/full", plan), capture_output=True, text=True, timeout=120)
    expect(done.returncode == 2 and "/dev/full" in done.stderr, f"{form}: a full disk is not said: {done.stderr}")

    for before in (None, OLD):
        for size in (0, 1, len(new) // 2, len(new) - 1):
            put_before(to, before)
            done = subprocess.run(command(ehc, form, to, plan), capture_output=True, preexec_fn=limited(size), timeout=120)
            expect(done.returncode not in (0, 1), f"{form}: a file cut at {size} bytes was taken for written")
            left_whole(folder, to, new, before, f"{form}, stopped after {size} bytes")


def main():
    ehc = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as work:
        plan = os.path.join(work, "plan.ehc")
        with open(plan, "w", encoding="utf-8") as f:
            f.write(large_plan())
        for form in FORMS:
            folder = os.path.join(work, form)
            os.mkdir(folder)
            check_form(ehc, form, plan, folder)
    print(f"whole: {counts[0]} passed, {counts[1]} failed")
    return 1 if counts[1] or not counts[0] else 0


if __name__ == "__main__":
    sys.exit(main())
