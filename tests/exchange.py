#!/usr/bin/env python3
"""exchange.py EHC - documents travel as interchange XML and come back as they were.

Every document of the corpus and every template is written as XML, read back and written again: the plan that comes back must be laid
out as `ehc fmt` lays out the one that went, comments and notes included, it must give the same findings, and the second XML must have
the bytes of the first. What is not written must have faults that say why. libxml2 holds each XML against the schema. Then good
documents are broken in every way that tests/exchange_faults.py knows: each is refused with its line and a reason, and nothing is
written.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from concurrent.futures import ThreadPoolExecutor

import exchange_faults
from tally import Tally

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MANUAL = os.path.join(ROOT, "docs/interchange.md")
SCHEMA = os.path.join(ROOT, "templates/schema/ehc-plan.rng")
AS_OF = ["--as-of", "2026-05-01", "--fail-on", "never"]
tally = Tally("exchange")
tell = tally.verdict


def run(ehc, *arguments, cwd=None):
    return subprocess.run([ehc, *arguments], capture_output=True, cwd=cwd)


def lines(text):
    return [line for line in text.decode("utf-8", "replace").split("\n") if line.strip()]


def findings(ehc, folder, names):
    """Rule, item, section, severity and words of each finding, by file."""
    out = run(ehc, "check", "--format", "json", *AS_OF, *names, cwd=folder)
    return {file["path"]: sorted(json.dumps([f["rule"], f["item"], f["section"], f["severity"], " ".join((f["text"] or "").split())])
                                 for f in file["findings"]) for file in json.loads(out.stdout)["files"]}


def syntax_errors(ehc, path):
    out = run(ehc, "check", "--format", "json", *AS_OF, path)
    return any(f["rule"].startswith("SYN-") and f["severity"] == "error" for f in json.loads(out.stdout)["files"][0]["findings"])


def copy_of(work, name):
    folder = os.path.join(work, name)
    for part in ("corpus", "templates"):
        shutil.copytree(os.path.join(ROOT, part), os.path.join(folder, part))
    return folder


def read_back(ehc, there, back, path):
    """Reads there/path's XML into back/path; true when it went at all."""
    xml = os.path.join(there, path[:-len(".ehc")] + ".xml")
    if not os.path.exists(xml):
        tell(syntax_errors(ehc, os.path.join(there, path)), path, "is not written, and no fault says why")
        os.remove(os.path.join(back, path))
        return False
    out = run(ehc, "import", "-q", xml, "-o", os.path.join(back, path))
    tell(out.returncode == 0, path, "is not read back: " + out.stderr.decode()[-200:])
    return out.returncode == 0


def validate(paths):
    """libxml2 on many files at once."""
    for i in range(0, len(paths), 200):
        out = subprocess.run(["xmllint", "--noout", "--relaxng", SCHEMA, *paths[i:i + 200]], capture_output=True, text=True)
        for path in paths[i:i + 200]:
            tell(f"{path} validates\n" in out.stderr, path, "does not fit the schema")


def same_bytes(a, b):
    return os.path.exists(a) and os.path.exists(b) and open(a, "rb").read() == open(b, "rb").read()


def corpus(ehc, work):
    """Returns the folder of what went, and the documents in it that did."""
    there, laid, back = (copy_of(work, name) for name in ("there", "laid", "back"))
    paths = sorted(os.path.relpath(os.path.join(at, name), there) for at, _, names in os.walk(there) for name in names if name.endswith(".ehc"))
    run(ehc, "build", "-q", "--to", "xml", *AS_OF, ".", cwd=there)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        went = [path for path, good in zip(paths, pool.map(lambda path: read_back(ehc, there, back, path), paths)) if good]
    run(ehc, "build", "-q", "--to", "xml", *AS_OF, ".", cwd=back)
    run(ehc, "fmt", "-q", ".", cwd=laid)
    for path in went:
        xml = path[:-len(".ehc")] + ".xml"
        tell(same_bytes(os.path.join(there, xml), os.path.join(back, xml)), path, "the second XML has other bytes")
        tell(lines(open(os.path.join(laid, path), "rb").read()) == lines(open(os.path.join(back, path), "rb").read()), path, "another plan came back")
    validate([os.path.join(there, path[:-len(".ehc")] + ".xml") for path in went])
    said = [path for path in went if path.startswith(("corpus/plans/", "corpus/rules/"))]
    before, after = findings(ehc, there, said), findings(ehc, back, said)
    for path in said:
        tell(before[path] == after[path], path, "other findings on what came back")
    return there, went


def checked_as_xml(ehc, there, went):
    """`ehc check plan.xml` gives the plan's findings, each with the line of the XML."""
    for path in [os.path.join(there, p[:-len(".ehc")]) for p in went if p.startswith("corpus/plans/")]:
        xml = json.loads(run(ehc, "check", "--format", "json", *AS_OF, path + ".xml").stdout)["files"][0]
        plain = json.loads(run(ehc, "check", "--format", "json", *AS_OF, path + ".ehc").stdout)["files"][0]
        rules = [sorted(str([f["rule"], f["item"]]) for f in file["findings"]) for file in (xml, plain)]
        tell(rules[0] == rules[1], path, "ehc check of its XML finds other things")
        source = open(path + ".xml").read().split("\n")
        for f in xml["findings"]:
            origin = f.get("origin")
            if f["item"] and origin:
                line = source[origin["paragraph"] - 1]
                tell(line.lstrip().startswith("<"), path, f"{f['rule']}: line {origin['paragraph']} of the XML begins no element")


def with_elements(ehc, page):
    table = run(ehc, "rules", "--labels", "--format", "markdown").stdout.decode()
    return re.sub(r"(<!-- elements -->\n).*(<!-- end of elements -->)", lambda m: m[1] + "\n" + table + "\n" + m[2], page, flags=re.S)


def schema(ehc):
    made = run(ehc, "rules", "--labels", "--format", "relaxng").stdout
    tell(made == open(SCHEMA, "rb").read(), "templates/schema/ehc-plan.rng", "is not what the labels make; `make bless` writes it anew")
    page = open(MANUAL, encoding="utf-8").read()
    tell(page == with_elements(ehc, page), "docs/interchange.md", "has other elements than the labels make; `make bless` writes them anew")
    example = re.search(r"```xml\n(.*?)```", page, re.S)[1]
    out = subprocess.run([ehc, "import", "-q", "--stdin-name", "example.xml", "-", "-o", "-"], input=example.encode(), capture_output=True)
    tell(out.returncode == 0, "docs/interchange.md", "its example is not read: " + out.stderr.decode())
    for form in ("json", "sarif"):
        tell(run(ehc, "rules", "--labels", "--format", form).returncode == 2, f"rules --labels --format {form}", "is not refused")
    tell(run(ehc, "rules", "--format", "relaxng").returncode == 2, "rules --format relaxng", "is not refused")


def faults(ehc, work, there, went):
    good = [os.path.join(there, p[:-len(".ehc")] + ".xml") for p in went if p.startswith("corpus/plans/") and p.endswith("/plan.ehc")]
    kinds = {}
    for name, kind, in_schema, broken in exchange_faults.documents(good, seed=2026):
        path, out = os.path.join(work, "broken.xml"), os.path.join(work, "broken.ehc")
        with open(path, "wb") as f:
            f.write(broken)
        read = run(ehc, "import", path, "-o", out)
        said = read.stderr.decode("utf-8", "replace")
        tell(read.returncode == 2 and not os.path.exists(out), name, "was read" if read.returncode != 2 else "something was written")
        tell(re.search(r"broken\.xml: line [0-9]+: [a-zA-Z<]", said), name, "no line and reason: " + said[:200])
        tell(read.stdout == b"", name, "something went to standard output")
        if in_schema:
            held = subprocess.run(["xmllint", "--nonet", "--noout", "--relaxng", SCHEMA, path], capture_output=True)
            tell(held.returncode != 0, name, "fits the schema")
        if os.path.exists(out):
            os.remove(out)
        kinds[kind] = kinds.get(kind, 0) + 1
    tell(sum(kinds.values()) >= 100 and len(kinds) == len(exchange_faults.KINDS), "broken documents", str(kinds))


def kindly(ehc, work):
    """What other systems may write otherwise than `ehc build` does, and is read all the same."""
    path = os.path.join(work, "foreign.xml")
    with open(path, "w") as f:
        f.write("""<?xml version='1.0'?>
<!-- from another system -->
<x:ehc-plan xmlns:x="urn:ehc:interchange:1" version="1.0" reference="X-1"><x:status>
    draft
  </x:status><x:section name="B"><x:need id="B1"><x:text><x:p>One paragraph,
that goes on.</x:p><x:p>Points:<x:item>one &amp; two</x:item><x:item>three</x:item></x:p></x:text></x:need></x:section>
<x:section name="E"><x:outcome id="E1"><x:text>An <![CDATA[<outcome>]]></x:text><x:for refs="B1"/><x:by date="2028-07-31"/></x:outcome></x:section></x:ehc-plan>
""")
    out = run(ehc, "import", "-q", path, "-o", "-")
    expected = ["EHC plan: X-1", "  status: draft", "section B:", "need B1: One paragraph,", "    that goes on.", "    Points:", "    - one & two", "    - three",
                "section E:", "outcome E1: An <outcome>", "  for: B1", "  by: 31 July 2028"]
    tell(lines(out.stdout) == expected, "a document of another system", out.stdout.decode() + out.stderr.decode())


def grows_linearly(ehc, work):
    """Ten times the document takes ten times as long, not a hundred."""
    times = []
    for n in (2000, 20000):
        path = os.path.join(work, f"long-{n}.xml")
        with open(path, "w") as f:
            f.write('<ehc-plan xmlns="urn:ehc:interchange:1" version="1.0"><section name="B">')
            for i in range(n):
                f.write(f'<need id="B{i + 1}"><text>Words of a need.</text></need>')
            f.write("</section></ehc-plan>")
        used = os.times().children_user
        tell(run(ehc, "import", "-q", path, "-o", path + ".ehc").returncode == 0, f"{n} needs")
        times.append(os.times().children_user - used)
    tell(times[1] < 40 * max(times[0], 0.02), "time of a long document", str(times))


def main():
    bless = sys.argv[1] == "--bless"
    ehc = os.path.abspath(sys.argv[-1])
    if bless:
        with open(SCHEMA, "wb") as f:
            f.write(run(ehc, "rules", "--labels", "--format", "relaxng").stdout)
        page = open(MANUAL, encoding="utf-8").read()
        with open(MANUAL, "w", encoding="utf-8") as f:
            f.write(with_elements(ehc, page))
        return 0
    with tempfile.TemporaryDirectory() as work:
        schema(ehc)
        there, went = corpus(ehc, work)
        tell(len(went) > 900, "documents written", str(len(went)))
        checked_as_xml(ehc, there, went)
        faults(ehc, work, there, went)
        kindly(ehc, work)
        grows_linearly(ehc, work)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main())
