#!/usr/bin/python3
"""faults.py EHC - the system lets the program down, and nothing is lost: memory runs out at each step, disks are full, files cannot
be read, calls are cut short, the clock and the locale are wrong, and the program is killed at each thing that it does and at any moment.

Whatever happens, the program ends by itself with a status of its own and says why (or is killed by us), what stood in the place of its output is
there whole, old or new, and nothing else is left. Memory fails at every step of the program.

PDF and Word need libraries, and these have some places (HarfBuzz and GLib, on loading and in cutting fonts down) in which they crash or hang when memory
runs out. It fails at some sixty steps of theirs; nothing is lost by that either, and how often it came is said.
"""
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import draft_files

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
PLANS = f"{ROOT}/corpus/plans"
POOR = f"{PLANS}/autism-year5-poor/plan.ehc"
HEALTH = f"{PLANS}/hcp-epilepsy-good/plan.ehc"
STEPS = 60
KILLS = 200             # at any moment, of all commands that write a file together
WRITERS = 5
OLD = b"what stood here before\n"


def digest(folder):
    """Every file below, by what it holds."""
    found = {}
    for top, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(top, name)
            with open(path, "rb") as f:
                found[os.path.relpath(path, folder)] = hashlib.sha256(f.read()).hexdigest()
    return found


class Case:
    """A command whose outputs stand in the folder out/ already, as an earlier run left them."""

    def __init__(self, name, ehc, shim, argv, outputs, prepare, libraries=False):
        self.libraries, self.fell = libraries, 0
        self.name, self.ehc, self.shim, self.argv, self.outputs = name, ehc, shim, argv, outputs
        self.words = None
        self.top = tempfile.mkdtemp()
        prepare(self.top)
        os.mkdir(f"{self.top}/out")
        self.lay_out()
        self.old = digest(f"{self.top}/out")
        self.status, self.stdout, _ = self.run("none", 0)
        self.new = digest(f"{self.top}/out")

    def lay_out(self, older=True):
        shutil.rmtree(f"{self.top}/out")
        os.mkdir(f"{self.top}/out")
        for output in self.outputs if older else ():
            with open(f"{self.top}/out/{output}", "wb") as f:
                f.write(OLD)

    def command(self, kind, at):
        env = {"PATH": os.environ["PATH"], "HOME": self.top, "TMPDIR": self.top, "LC_ALL": "C.UTF-8", "LD_PRELOAD": self.shim, "EHC_FAULT": f"{kind}:{at}",
               "EHC_FAULT_COUNT": f"{self.top}/count"}
        return [self.ehc, *self.argv], env

    def run(self, kind, at, **more):
        argv, env = self.command(kind, at)
        env.update(more)
        try:
            done = subprocess.run(argv, env=env, cwd=self.top, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=20)
        except subprocess.TimeoutExpired:
            return -signal.SIGALRM, b"", "does not end"
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

    def count(self, kind):
        self.lay_out()
        self.run(kind, 0)
        with open(f"{self.top}/count", encoding="ascii") as f:
            return int(f.read())

    def left(self, killed=False, older=True):
        """What is wrong with the files that are there now."""
        now = digest(f"{self.top}/out")
        for name, content in now.items():
            # Between getting a name and taking the place of the old one, the new one stands whole under a name of its own.
            if killed and content in self.new.values() and any(name.startswith(f"{whole}.") for whole in self.new):
                continue
            if content not in (self.old.get(name), self.new.get(name)) and not self.says_the_same(f"{self.top}/out/{name}"):
                return f"{name} is neither the old nor the new one"
        gone = set(self.old) - set(now) if older else set()
        return f"{gone.pop()} is gone" if gone else None

    def says_the_same(self, path):
        """
        A report says which file could not be read, and a page may lack the fine spacing of letters: the library that sets them does not tell
        when memory ran out on its way to them. Its words are all there.
        """
        if path.endswith(".json"):
            with open(path, encoding="utf-8") as f:
                return any(one["failure"] for one in json.load(f)["files"])
        if path.endswith(".pdf"):
            # Other spacing may break a line elsewhere, also within "half-term".
            words = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=False).stdout
            self.words = self.words or self.words_of_new()
            return b"".join(words.split()) == b"".join(self.words.split())
        return False

    def words_of_new(self):
        with tempfile.NamedTemporaryFile(suffix=".pdf") as f:
            argv, env = self.command("none", 0)
            subprocess.run([f.name if a.startswith("out/") else a for a in argv], env=env, cwd=self.top, capture_output=True, check=False)
            return subprocess.run(["pdftotext", "-raw", f.name, "-"], capture_output=True, check=True).stdout

    def close(self):
        shutil.rmtree(self.top)


def refuse(case, kind, at, right):
    """One fault; why what came of it is wrong, or None. `right` says whether the run may also go on as if nothing had happened."""
    case.lay_out()
    status, stdout, stderr = case.run(kind, at)
    wrong = case.left()
    if wrong:
        return wrong
    if status == case.status and right and stdout == case.stdout and not any(digest(f"{case.top}/out").get(o) == case.old[o] for o in case.outputs):
        return None
    if case.libraries and kind == "memory" and (status < 0 or status == 127):
        case.fell += 1
        return None
    if status != 2:
        return f"ends with {status}: {stderr[:200]}"
    if not stderr.strip():
        return "says nothing"
    return None


def each_fault(case):
    """Pairs of what failed and why that was not borne."""
    for kind in ("memory", "read", "write", "sync", "rename", "link", "folder", "open"):
        n = case.count(kind)
        step = max(1, n // STEPS) if case.libraries else 1
        for at in range(1, n + 1, step):
            # Libraries may do without what they asked for, and the system's own files (a locale, a zone) may be missing.
            yield f"{kind} {at} of {n}", refuse(case, kind, at, kind in ("memory", "open", "read", "link"))


def each_kill(case):
    """Killed at each thing that it asks of the system."""
    n = case.count("kill")
    for at in range(1, n + 1):
        case.lay_out()
        status, _, _ = case.run("kill", at)
        wrong = case.left(killed=True)
        yield f"kill {at} of {n}", wrong or (None if status == -signal.SIGKILL else f"ends with {status}")


def kill_some_time(case, luck, n):
    """Killed at any moment, between its beginning and its end; half of them late, where it writes, and half where no older file stands."""
    late, older = n % 2 == 0, n % 4 < 2
    case.lay_out()
    argv, env = case.command("none", 0)
    begin = time.monotonic()
    subprocess.run(argv, env=env, cwd=case.top, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    length = time.monotonic() - begin
    case.lay_out(older)
    with subprocess.Popen(argv, env=env, cwd=case.top, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        try:
            run.wait((0.7 + 0.4 * luck.random() if late else luck.random()) * length)
        except subprocess.TimeoutExpired:
            run.kill()
    return case.left(killed=True, older=older)


def each_strangeness(case):
    """What must change nothing at all: calls cut short, another clock, another language."""
    strange = [("short-read", 0, {}), ("short-write", 0, {}), ("interrupt", 0, {}), ("named", 0, {})]
    strange += [("clock", at, {}) for at in (-1, 0, 2**31, 2**33)]
    strange += [("none", 0, {"LC_ALL": name, "TZ": zone}) for name, zone in (("C", "UTC"), ("tr_TR.UTF-8", "Asia/Kathmandu"), ("no_such", "no/such"))]
    for kind, at, env in strange:
        case.lay_out()
        status, stdout, stderr = case.run(kind, at, **env)
        same = (status, stdout, digest(f"{case.top}/out")) == (case.status, case.stdout, case.new)
        yield f"{kind} {at} {env or ''}", None if same else f"is not the same: {status} {stderr[:200]}"


def one_plan(top):
    shutil.copy(POOR, f"{top}/plan.ehc")
    shutil.copy(HEALTH, f"{top}/health.ehc")


def draft(top):
    body = draft_files.h("Section F: Special educational provision") + draft_files.p("Regular speech and language therapy as required.")
    draft_files.save(f"{top}/draft.docx", draft_files.parts(body))


def cases(ehc, shim):
    day = ["--as-of", "2026-05-01", "-q"]
    yield Case("check", ehc, shim, ["check", *day, "plan.ehc", "health.ehc"], [], one_plan)
    yield Case("check -o", ehc, shim, ["check", *day, "--format", "json", "-o", "out/x.json", "plan.ehc"], ["x.json"], one_plan)
    yield Case("build pdf", ehc, shim, ["build", *day, "-o", "out/x.pdf", "plan.ehc"], ["x.pdf"], one_plan, libraries=True)
    yield Case("build html", ehc, shim, ["build", *day, "--to", "html", "-o", "out/x.html", "health.ehc"], ["x.html"], one_plan)
    yield Case("build text", ehc, shim, ["build", *day, "--to", "text", "-o", "out/x.txt", "plan.ehc"], ["x.txt"], one_plan)
    yield Case("qa", ehc, shim, ["qa", *day, "-o", "out/x.html", "plan.ehc"], ["x.html"], one_plan)
    yield Case("import", ehc, shim, ["import", "-q", "-o", "out/x.ehc", "draft.docx"], [], draft, libraries=True)


# ---- folders ----

def strange_folder(ehc, top):
    """Ten thousand files, links in a circle, links to nowhere, a pipe and a folder that are called like plans."""
    os.mkdir(f"{top}/many")
    with open(POOR, "rb") as f:
        text = f.read()[:2000]
    for n in range(10000):
        if n % 1000 == 0:
            os.mkdir(f"{top}/many/{n // 1000}")
        with open(f"{top}/many/{n // 1000}/{n}.ehc", "wb") as f:
            f.write(text)
    os.symlink("..", f"{top}/many/0/up")
    os.symlink("../many", f"{top}/many/1/round")
    os.symlink("b.ehc", f"{top}/many/a.ehc")
    os.symlink("a.ehc", f"{top}/many/b.ehc")
    os.symlink("nowhere.ehc", f"{top}/many/gone.ehc")
    os.mkfifo(f"{top}/many/pipe.ehc")
    os.mkdir(f"{top}/many/folder.ehc")
    done = subprocess.run([ehc, "check", "--as-of", "none", "--format", "csv", f"{top}/many"], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=300)
    said = done.stderr.decode()
    if done.returncode not in (1, 2):
        return f"ends with {done.returncode}: {said[:300]}"
    read = {line.split(b",")[0] for line in done.stdout.splitlines()[1:]}
    plans = {name for name in read if name.strip(b'"').rsplit(b"/", 1)[-1][:-4].isdigit()}
    return None if len(plans) == 10000 else f"{len(plans)} of 10,000 plans are reported; {said[:300]}"


def main():
    ehc = os.path.abspath(sys.argv[1])
    survived, lost = 0, []
    with tempfile.TemporaryDirectory() as top:
        shim = f"{top}/fault.so"
        subprocess.run(["cc", "-std=c11", "-D_GNU_SOURCE", "-O1", "-shared", "-fPIC", "-o", shim, f"{ROOT}/tests/faults/fault.c", "-ldl"], check=True)
        luck = random.Random(1)
        killed = 0
        for case in cases(ehc, shim):
            tries = list(each_fault(case)) + list(each_kill(case)) + list(each_strangeness(case))
            if case.outputs:
                tries += [(f"killed some time, {n}", kill_some_time(case, luck, n)) for n in range(KILLS // WRITERS)]
                killed += KILLS // WRITERS
            bad = [(what, why) for what, why in tries if why]
            survived += len(tries) - len(bad)
            lost += [f"{case.name}: {what}: {why}" for what, why in bad]
            print(f"  {case.name}: {len(tries)} faults, {len(tries) - len(bad)} borne" + (f" ({case.fell} ended in a library)" if case.fell else ""))
            case.close()
        print(f"  killed {killed} times at some moment")
        if killed != KILLS:
            lost.append(f"killed {killed} times, not {KILLS}: there are not {WRITERS} commands that write a file")
        why = strange_folder(ehc, top)
        survived += why is None
        lost += [f"strange folder: {why}"] if why else []
    for line in lost[:40]:
        print(f"FAIL {line}")
    print(f"faults: {survived} passed, {len(lost)} failed")
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main())
