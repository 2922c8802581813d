#!/usr/bin/python3
"""sealed.py EHC - a plan stays where it is. Every command runs under strace, which sees all that it asks of the system, and none may
open a socket, start a program, or create, change, move or remove a file that was not asked for; all that it writes, its owner alone
may read, though the user's own umask would let everybody.

First the same eyes look at three small programs that do such things: eyes that do not see them would prove nothing.
"""
import fnmatch
import os
import re
import shutil
import subprocess
import sys
import tempfile

import draft_files

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
PLANS = f"{ROOT}/corpus/plans"
PLAN = "plan.ehc"
POOR = f"{PLANS}/autism-year5-poor/plan.ehc"
XML = f"{os.path.dirname(PLANS)}/hostile/xml-label-in-a-text.xml"
GOOD = f"{PLANS}/early-years-hearing-near-perfect/plan.ehc"

# Of a call: its name, what it was asked, and what came of it.
CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\w+)")
SOCKETS = {"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg", "recvfrom", "recvmsg"}
CHANGES = {"mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "rmdir", "truncate",
           "chmod", "fchmodat", "chown", "fchownat", "lchown", "mknod", "mknodat", "creat", "setxattr", "utimensat"}
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE")
NOWHERE = {"/dev/null", "/dev/tty"}


def quoted(arguments):
    """The paths of a call, as the strings in it."""
    return [m.encode().decode("unicode_escape", "replace") for m in re.findall(r'"((?:[^"\\]|\\.)*)"', arguments)]


def is_asked(path, folder, allowed):
    """Is it one of the outputs, a file in one of them, or the name under which one is written before it is whole?"""
    full = os.path.normpath(os.path.join(folder, path))
    if full in NOWHERE:
        return True
    if re.match(r"/proc/self/fd/\d+$", full):
        return True
    inside = os.path.relpath(full, folder)
    if inside.startswith("tmp/"):
        return True
    return any(fnmatch.fnmatch(inside, want) or fnmatch.fnmatch(inside, want + ".*") or fnmatch.fnmatch(inside, want + "/*") for want in allowed)


def calls(log):
    """The lines of the log, each call that another thread interrupted put together again."""
    begun = {}
    with open(log, encoding="utf-8", errors="replace") as f:
        for line in f:
            process = line.split(" ", 1)[0]
            if line.endswith("<unfinished ...>\n"):
                begun[process] = line[:-len("<unfinished ...>\n")].rstrip()
            elif process in begun and (again := re.match(r"\d+ +<\.\.\. \w+ resumed>(.*)", line)):
                yield begun.pop(process) + again.group(1)
            else:
                yield line.rstrip("\n")


def faults_in(log, folder, allowed):
    started = 0
    for line in calls(log):
        call = CALL.match(line)
        if call is None:
            continue
        name, arguments, result = call.groups()
        if name in SOCKETS:
            yield f"opens a socket: {line}"
        if name in ("execve", "execveat") and result == "0":
            started += 1
            if started > 1:
                yield f"starts a program: {line}"
        if name in ("open", "openat", "openat2") and WRITES.search(re.sub(r'"(?:[^"\\]|\\.)*"', "", arguments)) or name in CHANGES:
            for path in quoted(arguments)[:2]:
                # A file without a name yet is opened by its folder, which is the one of an output.
                if "O_TMPFILE" in arguments:
                    path = os.path.join(path, os.path.basename(allowed[0]) if allowed else "?")
                if not is_asked(path, folder, allowed):
                    yield f"touches {path}: {line}"


def faults_left(folder, before, allowed):
    """What stands in the folder afterwards: nothing but what was asked for, whole, and for its owner alone."""
    for top, folders, files in os.walk(folder):
        for name in files + folders:
            path = os.path.join(top, name)
            inside = os.path.relpath(path, folder)
            if inside in before:
                if os.path.isfile(path) and inside not in allowed and open(path, "rb").read() != before[inside]:
                    yield f"changes {inside}"
                continue
            if not any(fnmatch.fnmatch(inside, want) or fnmatch.fnmatch(inside, want + "/*") for want in allowed):
                yield f"leaves {inside} behind"
            if os.stat(path).st_mode & 0o077:
                yield f"lets others read {inside}: {os.stat(path).st_mode & 0o777:o}"


def look(argv, allowed, prepare, statuses, stdin=None):
    """Runs a command in a new folder; what it did that it should not, and whether it wrote all that was asked."""
    with tempfile.TemporaryDirectory() as top:
        folder, log = f"{top}/in", f"{top}/log"
        os.makedirs(f"{folder}/tmp")
        prepare(folder)
        before = {}
        for where, folders, files in os.walk(folder):
            for name in files + folders:
                path = os.path.join(where, name)
                before[os.path.relpath(path, folder)] = open(path, "rb").read() if os.path.isfile(path) else b""
        env = {"PATH": os.environ["PATH"], "HOME": folder, "TMPDIR": f"{folder}/tmp", "LC_ALL": "C.UTF-8",
               "ASAN_OPTIONS": "detect_leaks=0"}        # which looks at the program as strace does; only one of them can
        result = subprocess.run(["strace", "-f", "-qq", "-s", "4096", "-e", "trace=%network,%file,%process,fchmod,fchown", "-o", log, *argv], cwd=folder, env=env,
                                stdin=open(stdin, "rb") if stdin else subprocess.DEVNULL, capture_output=True, check=False, umask=0)
        faults = list(faults_in(log, folder, allowed)) + list(faults_left(folder, before, allowed))
        if result.returncode not in statuses:
            faults.append(f"ends with {result.returncode}: {result.stderr.decode()[:300]}")
        written = {os.path.relpath(os.path.join(where, name), folder) for where, _, files in os.walk(folder) for name in files}
        if result.returncode != 2:
            faults += [f"did not write {want}" for want in allowed if not any(fnmatch.fnmatch(w, want) or fnmatch.fnmatch(w, want + "/*") for w in written)]
        return faults


def nothing(folder):
    del folder


def plan(folder):
    shutil.copy(POOR, f"{folder}/{PLAN}")


def plans(folder):
    os.mkdir(f"{folder}/plans")
    for n, source in enumerate((POOR, GOOD, f"{PLANS}/speech-language-year2-mixed/plan.ehc")):
        for copy in range(4):
            shutil.copy(source, f"{folder}/plans/{n}{copy}.ehc")


def draft(folder):
    body = draft_files.h("Section F: Special educational provision") + draft_files.p("Regular speech and language therapy as required.")
    draft_files.save(f"{folder}/draft.docx", draft_files.parts(body))


def untidy(folder):
    with open(POOR, encoding="utf-8") as f:
        text = f.read()
    with open(f"{folder}/{PLAN}", "w", encoding="utf-8") as f:
        f.write(text.replace("\n  ", "\n     "))


def commands():
    """Name, arguments, outputs, what stands there before, statuses that are right."""
    for form in ("text", "json", "html", "sarif", "junit", "github", "gitlab", "csv"):
        yield f"check {form}", ["check", "--format", form, PLAN], [], plan, (0, 1), None
        yield f"check {form} -o", ["check", "--format", form, "-o", "out", "plans"], ["out"], plans, (0, 1), None
    yield "check -", ["check", "-"], [], nothing, (0, 1), POOR
    yield "check baseline", ["check", "--write-baseline", "known", PLAN], ["known"], plan, (0, 1), None
    yield "check Word", ["check", "draft.docx"], [], draft, (0, 1), None
    yield "check annotate", ["check", "draft.docx", "--annotate", "checked.docx"], ["checked.docx"], draft, (0, 1), None
    yield "import", ["import", "draft.docx", "-o", "new.ehc", "--report", "new.html"], ["new.ehc", "new.html"], draft, (0, 1), None
    for kind in ("pdf", "html", "docx", "text", "xml", "fhir"):
        yield f"build {kind}", ["build", "--to", kind, "-o", "printed", PLAN], ["printed"], plan, (0, 1), None
    yield "build a folder", ["build", "-o", "printed", "plans"], ["printed"], plans, (0, 1), None
    # There is no such folder: nothing may be made in another.
    yield "build refused", ["build", "-o", "none/printed.pdf", PLAN], ["none/printed.pdf"], plan, (2,), None
    yield "import XML", ["import", "--stdin-name", "plan.xml", "-", "-o", "new.ehc"], ["new.ehc"], nothing, (0,), XML
    yield "fmt", ["fmt", PLAN], [PLAN], untidy, (0,), None
    yield "fmt --check", ["fmt", "--check", PLAN], [], untidy, (1,), None
    yield "qa", ["qa", "-o", "report.html", PLAN], ["report.html"], plan, (0, 1), None
    yield "qa of a folder", ["qa", "-o", "panel", "--sample", "3", "--key", "key", "--history", "panel.db", "plans"], ["panel", "key", "panel.db"], plans, (0, 1), None
    yield "review", ["review", "-o", "form.pdf", "--calendar", "review.ics", PLAN], ["form.pdf", "review.ics"], plan, (0,), None
    yield "new", ["new", "national-ehc", "-o", "new.ehc"], ["new.ehc"], nothing, (0, 1), None
    yield "explain", ["explain", "SPEC-001"], [], nothing, (0,), None
    yield "rules", ["rules"], [], nothing, (0,), None
    yield "--help", ["--help"], [], nothing, (0,), None


# Programs that do what none may: each must be seen.
ESCAPES = {
    "a socket": "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()",
    "a file elsewhere": "open('../elsewhere', 'w').close()",
    "a file beside the output": "open('copy.ehc', 'w').close()",
    "another program": "import subprocess; subprocess.run(['/bin/true'])",
    "an open door": "open('out', 'w').write('x')",
}


def main():
    ehc = os.path.abspath(sys.argv[1])
    passed, failed = 0, 0
    for name, program in ESCAPES.items():
        if look([sys.executable, "-I", "-B", "-c", program], ["out"] if name == "an open door" else [], nothing, (0,)):
            passed += 1
        else:
            failed += 1
            print(f"FAIL {name} is not seen")
    for name, argv, allowed, prepare, statuses, stdin in commands():
        faults = look([ehc, *argv], allowed, prepare, statuses, stdin)
        passed += not faults
        failed += bool(faults)
        for fault in faults[:5]:
            print(f"FAIL {name}: {fault}")
    print(f"sealed: {passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
