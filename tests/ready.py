#!/usr/bin/python3
"""ready.py EHC - the ready-made files of docs/ci: each is YAML, and each of its commands runs as it stands, on a folder templates/
with a plan that has errors and then on one that has none.
"""
import os
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
POOR = f"{ROOT}/corpus/plans/autism-year5-poor/plan.ehc"
GOOD = f"{ROOT}/corpus/plans/early-years-hearing-near-perfect/plan.ehc"


def commands(name, doc):
    """Each command, and the file that it must leave behind."""
    if name == "github.yml":
        lines = [step["run"] for step in doc["jobs"]["check"]["steps"] if "run" in step]
    elif name == "gitlab.yml":
        lines = doc["plans"]["script"]
    else:
        lines = [hook["entry"] + " templates/plan.ehc" for hook in doc]
    return [(line, line.split(" -o ")[1].split()[0] if " -o " in line else None) for line in lines]


def main():
    ehc = os.path.abspath(sys.argv[1])
    passed, faults = 0, []
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/bin")
        os.symlink(ehc, f"{folder}/bin/ehc")
        env = dict(os.environ, PATH=f"{folder}/bin{os.pathsep}{os.environ['PATH']}")
        os.mkdir(f"{folder}/templates")
        for name in sorted(os.listdir(f"{ROOT}/docs/ci")):
            with open(f"{ROOT}/docs/ci/{name}", encoding="utf-8") as f:
                doc = yaml.safe_load(f)
            for line, output in commands(name, doc):
                for plan, fails in ((POOR, True), (GOOD, False)):
                    shutil.copy(plan, f"{folder}/templates/plan.ehc")
                    wanted = 1 if fails and "--fail-on never" not in line else 0
                    run = subprocess.run(["sh", "-c", line], cwd=folder, env=env, capture_output=True, text=True, check=False)
                    if line.startswith("ehc fmt"):
                        wanted = run.returncode if run.returncode <= 1 else 0
                    good = run.returncode == wanted and (output is None or os.path.getsize(f"{folder}/{output}") > 0)
                    passed += good
                    if not good:
                        faults.append(f"{name}: `{line}` ended with {run.returncode}, not {wanted}: {run.stderr[:200]}")
    for fault in faults:
        print(f"FAIL ready: {fault}")
    print(f"ready: {passed} passed, {len(faults)} failed")
    return bool(faults) or not passed


if __name__ == "__main__":
    sys.exit(main())
