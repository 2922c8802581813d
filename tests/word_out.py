#!/usr/bin/python3
"""word_out.py EHC - plans as Word files: what they hold, what those who listen to them are told, and what the import reads out of them again."""
import glob
import os
import re
import stat
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True
from tally import Tally  # noqa: E402
from annotated import MAIN, local, members, of  # noqa: E402

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
LANGUAGES = f"{ROOT}/corpus/languages/plan.ehc"
tally = Tally("word-out")
verdict = tally.verdict
ehc = os.path.abspath(sys.argv[1]) if len(sys.argv) == 2 else sys.exit("usage: tests/word_out.py EHC")


def run(*arguments):
    return subprocess.run([ehc, *arguments], capture_output=True, timeout=120, check=False)


def build(plan, out, *options):
    return run("build", "-q", "--fail-on", "never", "--as-of", "none", *options, plan, "-o", out)


def words(text):
    return re.findall(r"\w+", text.lower())


def shown(element):
    """What is to be read in an element, the paragraphs parted by blanks."""
    return " ".join("".join(t.text or "" for t in p.iter() if local(t) == "t") for p in element.iter() if local(p) == "p")


def inside(element, *names):
    for name in names:
        element = next((c for c in element if local(c) == name), None) if element is not None else None
    return element


def package(case, have):
    """Each member is well-formed and named; each relation leads to a member."""
    types = have["[Content_Types].xml"].decode()
    for name, data in have.items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(data)
        verdict(f'PartName="/{name}"' in types or f'Extension="{name.rsplit(".", 1)[-1]}"' in types, case, f"{name} has no type")
    targets = re.findall(r'Id="(\w+)"[^>]*Target="([^"]+)"', have["word/_rels/document.xml.rels"].decode())
    verdict(all(f"word/{target}" in have for _, target in targets), case, "a relation leads to nothing")
    used = set(re.findall(r'r:(?:id|embed)="(\w+)"', have[MAIN].decode()))
    verdict(used <= {name for name, _ in targets}, case, f"names that no relation has: {used}")


def accessible(case, have, title):
    root = ET.fromstring(have[MAIN])
    core, styles = have["docProps/core.xml"].decode(), have["word/styles.xml"].decode()
    verdict(f"<dc:title>{title}</dc:title>" in core, case, f"the title should be {title!r}: {core}")
    verdict('<w:lang w:val="en-GB"' in styles, case, "the language should be told")
    ids = {of(s, "styleId") for s in ET.fromstring(styles)}
    used = {of(e, "val") for e in root.iter() if local(e) in ("pStyle", "rStyle", "tblStyle")}
    verdict(used <= ids, case, f"styles that there are not: {used - ids}")
    levels = [int(of(e, "val")[-1]) for e in root.iter() if local(e) == "pStyle" and of(e, "val").startswith("Heading")]
    verdict(levels and levels[0] == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])), case, f"headings should skip no level: {levels}")
    for table in (e for e in root.iter() if local(e) == "tbl"):
        rows = [r for r in table if local(r) == "tr"]
        heads = inside(rows[0], "trPr", "tblHeader") is not None
        verdict(heads == (of(inside(table, "tblPr", "tblLook"), "firstRow") == "1"), case, "a table's first row should be its head where it says so")
        verdict(all(inside(r, "trPr", "cantSplit") is not None for r in (rows[:1] if heads else rows)), case, "a row should stay on one page")
        verdict(all(local(c[-1]) == "p" for r in rows for c in r if local(c) == "tc"), case, "a cell should end with a paragraph")
    for picture in (e for e in root.iter() if e.tag.endswith("}docPr")):
        verdict(picture.get("descr"), case, "a picture should have words")
    marks = [of(e, "name") for e in root.iter() if local(e) == "bookmarkStart"]
    links = [of(e, "anchor") for e in root.iter() if local(e) == "hyperlink"]
    verdict(len(marks) == len(set(marks)) and all(len(m) <= 40 for m in marks), case, "names of bookmarks should differ, and not be too long")
    verdict(set(links) <= set(marks), case, f"links that lead nowhere: {sorted(set(links) - set(marks))[:5]}")
    lists = {of(e, "val") for e in root.iter() if local(e) == "numId"}
    verdict(lists <= {of(n, "numId") for n in ET.fromstring(have["word/numbering.xml"]) if local(n) == "num"}, case, "lists that there are not")
    neighbours = [(local(a), local(b)) for e in root.iter() for a, b in zip(e, list(e)[1:])]
    verdict(("tbl", "tbl") not in neighbours, case, "two tables that would run together")


def head_and_foot(case, have):
    head, foot = have["word/header1.xml"].decode(), have["word/footer1.xml"].decode()
    verdict(" PAGE " in foot and " NUMPAGES " in foot, case, "the foot should count pages")
    return re.sub(r"<[^>]+>", "", head)


def same_words(case, have, text):
    """What the plain text says is said here too; lines to write on and the numbers of lists are no words."""
    ours = set(words(" ".join(shown(ET.fromstring(have[n])) for n in (MAIN, "word/header1.xml", "word/footer1.xml"))))
    missing = [w for w in set(words(text)) - ours if not re.fullmatch(r"_+|\d", w)]
    verdict(not missing, case, f"words of the text that are not there: {sorted(missing)[:10]}")


def plans(folder):
    for path in sorted(glob.glob(f"{ROOT}/corpus/plans/*/plan.ehc")) + [LANGUAGES]:
        case = os.path.basename(os.path.dirname(path))
        out, again, text = (os.path.join(folder, n) for n in ("a.docx", "b.docx", "a.txt"))
        done, pdf = build(path, out, "--to", "docx"), build(path, os.path.join(folder, "a.pdf"))
        verdict(done.returncode == pdf.returncode, case, f"a Word file should be written where a PDF is: {done.returncode} {done.stderr[-200:]!r}")
        if done.returncode != 0:
            verdict(not os.path.exists(out), case, "nothing should be written")
            continue
        build(path, again, "--to", "docx")
        build(path, text, "--to", "text")
        verdict(open(out, "rb").read() == open(again, "rb").read() and stat.S_IMODE(os.stat(out).st_mode) == 0o600, case, "the same plan should give the same bytes, for its owner alone")
        with zipfile.ZipFile(out) as z:
            verdict({i.date_time for i in z.infolist()} == {(1980, 1, 1, 0, 0, 0)} and z.namelist()[0] == "[Content_Types].xml", case, "members should bear no date")
        have = members(out)
        package(case, have)
        name = re.search(r"(?m)^(?:child|young person): (.*)$", open(path, encoding="utf-8").read())
        status = re.search(r"(?m)^  status: (.*)$", open(path, encoding="utf-8").read()).group(1)
        kind = "Health care plan" if "\nhealth care plan:" in "\n" + open(path, encoding="utf-8").read() else "Education, health and care plan"
        draft = status in ("working", "draft", "proposed amendments")
        contents = [q for q in re.findall(r"<w:p>.*?</w:p>", have[MAIN].decode(), re.S) if ">Contents<" in q]
        verdict(all("<w:pageBreakBefore/>" in q for q in contents) and (contents or kind[0] == "H"), case, "the contents should begin a page, so that none of it is left alone on another")
        accessible(case, have, f"{kind}{': ' + name.group(1).strip() if name else ''}{' (draft)' if draft else ''}")
        head = head_and_foot(case, have)
        verdict(("Draft" in head or "NOT AGREED" in head) == draft, case, f"the head of the pages should say whether it is a draft: {head}")
        same_words(case, have, open(text, encoding="utf-8").read())
        for f in (out, again, text):
            os.remove(f)


def entries(text):
    """Of each item of a plan in canonical layout: its words, and the words of each field."""
    out, at = {}, None
    for line in re.sub(r"\n(?: {4,}|\t)\s*|\n\n+(?= {4})", " ", text).split("\n"):
        m = re.match(r"^(  )?([A-Za-z][^:]*):\s*(.*)$", line)
        if m and not m.group(1):
            at = out.setdefault(m.group(2), (" ".join(m.group(3).split()).rstrip("."), []))
        elif m and at is not None and m.group(2) not in ("note", "accept", "repeat"):
            at[1].append((m.group(2), " ".join(m.group(3).split()).rstrip(".").lower()))
    return {k: v for k, v in out.items() if re.match(r"^[a-z]+ [A-Z]\d?[\d.]*[a-z]?$", k) and not k.startswith("section ")}


def there_and_back(folder):
    """A plan that is printed as a Word file and imported again."""
    case, items, same, fields, kept = "there and back", 0, 0, 0, 0
    for path in sorted(glob.glob(f"{ROOT}/corpus/plans/*/plan.ehc")) + [LANGUAGES]:
        if not open(path, encoding="utf-8").read().lstrip("# \n").startswith("EHC plan:") and "\nEHC plan:" not in open(path, encoding="utf-8").read():
            continue
        out = os.path.join(folder, "back.docx")
        if build(path, out, "--to", "docx").returncode != 0:
            continue
        was = entries(run("fmt", "--stdout", path).stdout.decode())
        now = entries(run("import", "-q", "-o", "-", out).stdout.decode())
        items += len(was)
        same += sum(k in now and now[k][0] == was[k][0] for k in was)
        for k, (_, have) in was.items():
            fields += len(have)
            kept += sum(f in (now[k][1] if k in now else []) for f in have)
    print(f"word-out: {same} of {items} items and {kept} of {fields} fields come back from Word as they were")
    verdict(items > 200 and same >= 0.99 * items, case, f"{same} of {items} items came back as they were")
    verdict(kept >= 0.98 * fields, case, f"{kept} of {fields} fields came back as they were")


def scripts(folder):
    """What reads from right to left is said to, and nothing else is."""
    out = os.path.join(folder, "languages.docx")
    verdict(build(LANGUAGES, out, "--to", "docx").returncode == 0, "languages", "should be written")
    runs = re.findall(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t[^>]*>(.*?)</w:t></w:r>", members(out)[MAIN].decode())
    wrong = [text for how, text in runs if ("<w:rtl/>" in how) != bool(re.search(r"[\u0590-\u06ff]", text))]
    verdict(len(runs) > 100 and not wrong, "languages", f"words that read another way: {wrong[:5]}")
    verdict(members(out)[MAIN].decode().count("<w:bidi/>") == 1, "languages", "one paragraph, which is long and Urdu, should begin at the right")


def looks(folder):
    plan = f"{ROOT}/corpus/plans/speech-language-year2-mixed/plan.ehc"
    out = os.path.join(folder, "large.docx")
    verdict(build(plan, out, "--to", "docx", "--style", "large-print").returncode == 0, "large print", "should be written")
    have = members(out)
    sizes = [int(s) for s in re.findall(r'<w:sz w:val="(\d+)"', have["word/styles.xml"].decode()) if s != "8"]
    verdict(min(sizes) >= 32 and re.search(r'styleId="Normal".*?<w:sz w:val="36"', have["word/styles.xml"].decode()), "large print", f"letters should have 18 points: {sorted(sizes)}")
    verdict("<w:tbl>" not in have[MAIN].decode(), "large print", "nothing should stand side by side")
    accessible("large print", have, "Education, health and care plan: Noor Example (draft)")

    case = "a photograph"
    for path in glob.glob(f"{ROOT}/corpus/plans/*/*.jpg"):
        if build(os.path.join(os.path.dirname(path), "plan.ehc"), out, "--to", "docx").returncode == 0:
            have = members(out)
            verdict(any(n.startswith("word/media/") for n in have) == ("photo" in have[MAIN].decode().lower() and "<w:drawing>" in have[MAIN].decode()), case, "a picture that is shown should be in the file")
    case = "a sheet for an emergency"
    build(f"{ROOT}/corpus/plans/hcp-epilepsy-good/plan.ehc", out, "--to", "docx")
    text = members(out)[MAIN].decode()
    first = text[: text.index("<w:sectPr>")]
    sizes = {m for m in re.findall(r'pStyle w:val="(\w+)"', first)}
    verdict("Emergency X1" in shown(ET.fromstring(members(out)[MAIN]))[:40] and not sizes & {"Normal", "TableText", "Quiet"}, case, f"no letter on it should be small: {sizes}")
    verdict(text.count('<w:type w:val="oddPage"/>') == 3, case, "each sheet, and what follows, should begin on a right-hand page")
    verdict(text.count("<w:numPr>") > 20, case, "its steps should be a list")


def on_the_command_line(folder):
    case = "on the command line"
    plan = os.path.join(folder, "plan.ehc")
    with open(f"{ROOT}/corpus/plans/speech-language-year2-mixed/plan.ehc", "rb") as f, open(plan, "wb") as g:
        g.write(f.read())
    done = run("build", "--fail-on", "never", "--as-of", "none", "--to", "docx", plan)
    verdict(done.returncode == 0 and os.path.exists(os.path.join(folder, "plan.docx")), case, f"plan.docx should be written beside plan.ehc: {done.stderr!r}")
    env = dict(os.environ, SOURCE_DATE_EPOCH="1700000000")
    subprocess.run([ehc, "build", "-q", "--fail-on", "never", "--as-of", "none", "--to", "docx", plan], env=env, check=False)
    verdict("2023-11-14T22:13:20Z" in members(os.path.join(folder, "plan.docx"))["docProps/core.xml"].decode(), case, "SOURCE_DATE_EPOCH should date the file")
    with open(plan, "a", encoding="utf-8") as f:
        f.write("\nwhatever this is\n")
    os.remove(os.path.join(folder, "plan.docx"))
    done = run("build", "--as-of", "none", "--to", "docx", plan)
    verdict(done.returncode == 2 and not os.path.exists(os.path.join(folder, "plan.docx")), case, "a plan with lines that are not understood should be refused")


with tempfile.TemporaryDirectory() as work:
    plans(work)
    there_and_back(work)
    scripts(work)
    looks(work)
    on_the_command_line(work)
sys.exit(tally.end())
