#!/usr/bin/env python3
"""structure.py - the sources keep to what docs/architecture.md says of them.

A folder of src reads the headers of include/ehc, its own, and of the others only what the table "What folders lend one another" names; each row of
that table is in use. Files that comments of the sources and the documents name are there, so that nobody is sent to one that was renamed; and
what must keep the order of something else (ORDER and a name, in comments) says so at both ends. A rule that the sources or the documents name
by its id is one that there is, or one of src/rules/left_out.def: a wrong id would silence or count nothing, and nobody would see it.
"""
import collections
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
failed = []
passed = 0


def verdict(good, message):
    global passed
    if good:
        passed += 1
    else:
        failed.append(message)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as f:
        return f.read()


def files_below(*tops):
    for top in tops:
        for folder, _, names in os.walk(os.path.join(ROOT, top)):
            for name in sorted(names):
                yield os.path.relpath(os.path.join(folder, name), ROOT)


def folder_of(path):
    """src/import/word/pack.h belongs to src/import, src/driver.c to no folder."""
    parts = path.split("/")
    return parts[1] if len(parts) > 3 or (len(parts) == 3 and parts[0] == "src") else ""


# ---- what folders lend one another ----

def lent():
    """By header: the folders that the table says it is lent to."""
    rows = re.findall(r"^\| `src/([^`]+\.h)` \| ([^|]+) \|", read("docs/architecture.md"), re.M)
    return {header: set(re.split(r",\s*", folders.strip())) for header, folders in rows}


def borrowed():
    """By header: the other folders that read it, and in which files."""
    found = collections.defaultdict(lambda: collections.defaultdict(list))
    for path in files_below("src"):
        if not path.endswith((".c", ".h")):
            continue
        for header in re.findall(r'^#include "([^"]+)"', read(path), re.M):
            at = os.path.join("src", header)
            if os.path.exists(os.path.join(ROOT, at)) and folder_of(at) and folder_of(at) != folder_of(path):
                found[header][folder_of(path)].append(path)
    return found


def check_lending():
    allowed, used = lent(), borrowed()
    verdict(allowed, "docs/architecture.md: the table of what folders lend one another was not found")
    for header, folders in sorted(used.items()):
        for folder, paths in sorted(folders.items()):
            verdict(folder in allowed.get(header, ()), f"{paths[0]} reads src/{header}, which docs/architecture.md does not lend to {folder}")
    for header, folders in sorted(allowed.items()):
        for folder in sorted(folders - set(used.get(header, ()))):
            verdict(False, f"docs/architecture.md: {folder} does not read src/{header}")


def comments_by_file():
    for path in files_below("src", "include", "grammar"):
        if path.endswith((".c", ".h", ".def", ".l", ".y")):
            yield path, re.findall(r"/\*.*?\*/", read(path), re.S)


# ---- names of files ----

def check_names():
    there = {os.path.basename(path) for path in files_below("src", "include", "grammar", "tests", "templates", "docs", "completions", "corpus")} | {"Makefile"}
    made = set(re.findall(r"[\w]+\.(?:c|h)\b", read("Makefile"))) | {"plan_lex.h", "plan_tab.h", "amount_lex.h", "amount_tab.h"}
    name = re.compile(r"(?<![\w./<*-])(?:[\w-]+/)*[a-z][\w-]*\.(?:c|h|l|y|def|py|css|js|supp)(?![\w*])")
    for path, comments in comments_by_file():
        for found in sorted({n for c in comments for n in name.findall(c)}):
            verdict(os.path.basename(found) in there | made and ("src/" not in found or os.path.exists(os.path.join(ROOT, found))), f"{path} speaks of {found}, which is not there")
    for path in [*(p for p in files_below("docs") if p.endswith(".md")), "README.md", "CONTRIBUTING.md"]:
        text = read(path)
        for found in sorted(set(re.findall(r"`((?:src|include|grammar|tests)/[\w./-]*[\w/])`", text))):
            verdict(os.path.exists(os.path.join(ROOT, found)), f"{path} speaks of {found}, which is not there")
        for found in sorted(set(re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text))):
            verdict(os.path.exists(os.path.join(ROOT, os.path.dirname(path), found)), f"{path} leads to {found}, which is not there")


def check_orders():
    places = collections.Counter(tag for _, comments in comments_by_file() for c in comments for tag in re.findall(r"\bORDER ((?:[A-Z]+ ?)+)\b", c))
    verdict(places, "no ORDER was found")
    for tag, n in sorted(places.items()):
        verdict(n > 1, f"ORDER {tag}: only one place says so")


# ---- ids of rules ----

def check_rules():
    known = set(os.listdir(os.path.join(ROOT, "corpus/rules"))) | set(re.findall(r'^LEFT_OUT\("([^"]+)"', read("src/rules/left_out.def"), re.M))
    prefixes = "|".join(sorted({rule.split("-")[0] for rule in known}))
    # docs/rules.md is the program's own; the worked examples of docs/architecture.md add a rule.
    papers = [p for p in files_below("docs") if p.endswith((".md", ".1")) and p not in ("docs/rules.md", "docs/architecture.md")]
    for path in [*files_below("src", "include", "grammar"), *papers, "README.md"]:
        for rule in sorted(set(re.findall(rf"\b(?:{prefixes})-[0-9]{{3}}\b", read(path)))):
            verdict(rule in known, f"{path} names the rule {rule}, which is not there")


check_lending()
check_names()
check_orders()
check_rules()
for message in failed:
    print(f"FAIL {message}")
print(f"structure: {passed} passed, {len(failed)} failed")
sys.exit(1 if failed else 0)
