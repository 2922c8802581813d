#!/usr/bin/env python3
"""templates.py EHC - the templates that come with the program, and a whole and a half-finished plan made from each.

A template has no finding, stands in the canonical layout and can be printed in every house style. Beside each, in
corpus/templates/NAME, stand plans of invented children: filled.ehc, which must be without error and warning on the day
that the file as-of holds, and half-filled.ehc, which must fail. Both use the labels that the template offers and no
others, and filled.ehc has the template's parts in the template's order. The commands of docs/templates.md are carried out,
and forms in Word are checked as templates.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from tally import Tally

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
if len(sys.argv) != 2:
    sys.exit(__doc__)
EHC = os.path.abspath(sys.argv[1])
STYLES = sorted(glob.glob(os.path.join(ROOT, "templates/styles/*.ehc")))
# A template's own lines, and the guidance to the writer, which may stay or go.
ITS_OWN = {"template", "placeholder", "repeat", "note"}
tally = Tally("templates")
verdict = tally.verdict


def run(*arguments):
    return subprocess.run([EHC, *arguments], cwd=ROOT, capture_output=True, check=False)


def findings(path, day):
    done = run("check", "--all", "--as-of", day, "--format", "json", path)
    return done.returncode, json.loads(done.stdout)["files"][0]["findings"]


def plain(label):
    """`provision F2.3` is a provision of F, `step 4` a step: ids and numbers are each plan's own."""
    label = re.sub(r"^if .* cannot be given$", "if it cannot be given", label)
    label = re.sub(r"^(need|provision|outcome) ([A-Z]|H[12])[0-9.]+[a-z]?$", r"\1 \2", label)
    return re.sub(r"^(?!section)(.*) (?:[A-Z]\d[\d.]*[a-z]?|\d[\d.]*|.*\[\[.*)$", r"\1", label)


def named_part(label, line):
    """A row counts by its name, an area by none: a template cannot know which area is without a need."""
    if label == "row":
        return line.strip()
    return "area" if label.startswith("area ") else label


def parts(path):
    """The parts of a document in canonical layout: each label at the margin, and with it the labels of its fields."""
    with open(path, encoding="utf-8") as f:
        lines = f.read().splitlines()
    out = []
    for line in lines:
        at = re.match(r"( ?  |)([^\s#:][^:]*):", line)
        if at is None or line.startswith("    "):
            continue
        label = plain(at[2])
        if label.split()[0] in ITS_OWN:
            continue
        if at[1] == "":
            out.append((named_part(label, line), set()))
        elif out:
            out[-1][1].add(label)
    return out


def names_in_order(all_parts):
    return list(dict.fromkeys(name for name, _ in all_parts))


def may_be_left_out(path):
    """The parts that the template repeats from 0 on."""
    optional, current = set(), None
    with open(path, encoding="utf-8") as f:
        for line in f:
            at = re.match(r"([^\s#:][^:]*):", line)
            current = named_part(plain(at[1]), line) if at else current
            if re.match(r"  repeat: 0 ", line):
                optional.add(current)
    return optional


def check_labels(name, template, plan, whole):
    offered = parts(template)
    fields = {}
    for part, own in offered:
        fields.setdefault(part, set()).update(own)
    used = parts(plan)
    for part, own in used:
        verdict(part in fields, f"{name}: {os.path.basename(plan)} has `{part}:`, which the template does not offer")
        strange = own - fields.get(part, own)
        verdict(not strange, f"{name}: {os.path.basename(plan)}: `{part}:` has {sorted(strange)}, which the template does not offer")
    if whole:
        order, have = names_in_order(offered), names_in_order(used)
        optional = may_be_left_out(template)
        wanted = [part for part in order if part in have or part not in optional]
        verdict(have == wanted, f"{name}: the parts of filled.ehc are {have}, those of the template {wanted}")


def check_printing(name, path, folder):
    for style in [None, *STYLES]:
        for kind, begins in (("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>")):
            out = os.path.join(folder, f"form.{kind}")
            chosen = ["--style", style] if style else []
            done = run("build", "--quiet", "--as-of", "none", *chosen, "--to", kind, path, "-o", out)
            made = open(out, "rb").read() if done.returncode == 0 else b""
            verdict(made.startswith(begins), f"{name}: not printed as {kind} in {os.path.basename(style or 'its own style')}: {done.stderr.decode()}")
            if made:
                os.remove(out)


def check_template(name, path, folder):
    status, found = findings(path, "none")
    verdict(status == 0 and not found, f"{name}: the template has findings: {[f['rule'] for f in found]}")
    verdict(run("fmt", "--check", path).returncode == 0, f"{name}: the template is not laid out as ehc fmt lays it out")
    check_printing(name, path, folder)


def check_plans(name, template):
    beside = os.path.join(ROOT, "corpus/templates", name)
    filled, half = os.path.join(beside, "filled.ehc"), os.path.join(beside, "half-filled.ehc")
    with open(os.path.join(beside, "as-of"), encoding="ascii") as f:
        day = f.read().strip()
    status, found = findings(filled, day)
    grave = [f"{f['rule']} in line {f['line']}" for f in found if f["severity"] != "note"]
    verdict(status == 0 and not grave, f"{name}: filled.ehc has {grave}")
    status, found = findings(half, day)
    errors = {f["rule"] for f in found if f["severity"] == "error"}
    verdict(status == 1 and "PRIV-003" in errors, f"{name}: the placeholders left in half-filled.ehc should fail it")
    verdict(errors - {"PRIV-003"}, f"{name}: what is missing or vague in half-filled.ehc should be an error")
    for plan in (filled, half):
        verdict(run("fmt", "--check", plan).returncode == 0, f"{name}: {os.path.basename(plan)} is not laid out as ehc fmt lays it out")
        check_labels(name, template, plan, plan == filled)


FORM = """Education, Health and Care Plan
Name: «Child_Name»
Date of birth: «Date_of_Birth»
Local authority: Example County Council
Section A: The views, interests and aspirations of the child and the parents
Child's views
«Child_Views»
Section B: Special educational needs
B1 «Need_as_the_advice_says»
Section C: Health care needs
C1 «Health_need»
Section D: Social care needs
D1 «Social_care_need»
Section E: Outcomes
E1 «Outcome»
Section F: Special educational provision
F1 «Provision»
Section G: Health care provision
G1 «Health_provision»
Section H1: Social care provision
H1.1 «Social_care_provision»
Section H2: Any other social care provision
H2.1 «Other_care»
Section I: Placement
Name: «School_Name»
Section J: Personal budget
«Personal_Budget»
Section K: Advice
K1 «Advice»
"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_PART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def merge_field(match):
    parts_of_it = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    inner = [parts_of_it[0], f"<w:instrText> MERGEFIELD {match[1]} </w:instrText>", parts_of_it[1], f"<w:t>«{match[1]}»</w:t>", parts_of_it[2]]
    return "</w:t></w:r>" + "".join(f"<w:r>{i}</w:r>" for i in inner) + '<w:r><w:t xml:space="preserve">'


def write_word(path, text):
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{re.sub("«(.*?)»", merge_field, line)}</w:t></w:r></w:p>' for line in text.splitlines())
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="{main}"/></Types>')
        z.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{MAIN_PART}" Target="word/document.xml"/></Relationships>')
        z.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')


def check_word_forms(folder):
    path = os.path.join(folder, "form.docx")
    cases = (
        ("whole", FORM, set()),
        ("without section G", re.sub(r"Section G.*\nG1.*\n", "", FORM), {"TMPL-001"}),
        ("with vague words", FORM.replace("F1 «Provision»", "F1 «Provision» Regular support as and when required."), {"TMPL-007"}),
        ("with a misspelt field", FORM.replace("C1 ", "C1 «Health_nead» "), {"TMPL-004"}),
    )
    for what, text, wanted in cases:
        write_word(path, text)
        rules = {f["rule"] for f in findings(path, "none")[1]}
        verdict(rules == wanted, f"a form in Word {what} has {sorted(rules)}, not {sorted(wanted)}")
    verdict(b"template of an EHC plan" in run("check", "--as-of", "none", path).stdout, "a form in Word is called a template")
    write_word(path, FORM.replace("«Child_Name»", "Kim Example"))
    verdict("PRIV-003" in {f["rule"] for f in findings(path, "none")[1]}, "a plan in Word with merge fields left is a plan")


def check_walk_through(folder):
    """Each command of docs/templates.md, in a folder that holds what the page speaks of, ends as the page says: with 0."""
    for name in ("templates", "corpus/templates"):
        shutil.copytree(os.path.join(ROOT, name), os.path.join(folder, name))
    os.mkdir(os.path.join(folder, "bin"))
    os.symlink(EHC, os.path.join(folder, "bin/ehc"))
    with open(os.path.join(ROOT, "docs/templates.md"), encoding="utf-8") as f:
        page = f.read()
    with open(os.path.join(folder, "children.csv"), "w", encoding="utf-8") as f:
        f.write(re.search(r"```\n(child name,.*?)```", page, re.S)[1])
    env = dict(os.environ, PATH=os.path.join(folder, "bin") + os.pathsep + os.environ["PATH"])
    lines = [line for block in re.findall(r"```(?:sh)?\n((?:mkdir|ehc).*?)```", page, re.S) for line in block.splitlines()]
    verdict(len(lines) > 8, "docs/templates.md shows commands")
    for line in lines:
        if " -o plan.ehc" in line and os.path.exists(os.path.join(folder, "plan.ehc")):
            os.remove(os.path.join(folder, "plan.ehc"))
        done = subprocess.run(["bash", "-c", line], cwd=folder, env=env, capture_output=True, check=False)
        verdict(done.returncode == 0, f"docs/templates.md: {line}: {done.stdout.decode()}{done.stderr.decode()}")


templates = sorted(glob.glob(os.path.join(ROOT, "templates/plans/*/template.ehc")))
named = {os.path.basename(os.path.dirname(t)) for t in templates}
verdict(named == set(os.listdir(os.path.join(ROOT, "corpus/templates"))), "each template has its plans in corpus/templates, and no others stand there")
verdict(len(STYLES) > 1, "there are house styles to print in")
with tempfile.TemporaryDirectory() as work:
    for t in templates:
        check_template(os.path.basename(os.path.dirname(t)), t, work)
        check_plans(os.path.basename(os.path.dirname(t)), t)
    check_walk_through(work)
    check_word_forms(work)
    for one in glob.glob(os.path.join(ROOT, "templates/plans/*/*")):
        verdict(os.path.basename(one) == "template.ehc", f"{one}: a folder of templates holds templates alone, so that it can be checked whole")
sys.exit(tally.end())
