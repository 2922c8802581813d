"""carriers.py - documents that hold given words in every kind of place that the language has: made of the rows of grammar/keywords.def, so that a
new label is in them by itself."""
import os
import re

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")

HEADS = {"P": "EHC plan: {}", "H": "health care plan: {}", "A": "advice report: {}", "R": "profile: {}", "S": "style: {}", "T": "template: {}\nEHC plan: [[reference]]"}
# The section in which each item of an EHC plan stands, and the letters of its ids.
SECTIONS = {"ASPIRATION": ("A", "A"), "NEED": ("B", "B"), "OUTCOME": ("E", "E"), "PROVISION": ("F", "F"), "BUDGET": ("J", "J"), "ADVICE": ("K", "K"), "COMMENT": ("A", "Q")}
IDS = {"CONDITION": "M", "MEDICINE": "R", "FEED": "R", "STAFF": "N", "TASK": "T", "CARE": "S", "EMERGENCY": "X", "CONTACT": "P", "TRAINING": "L"}
# What must be there for a document to be what it is, or would take others in.
FIXED = {("HEAD", "status"): "draft", ("HEAD", "extends"): None, ("HEAD", "profile"): None, ("CHILD", "photo"): None, ("BLOCK", "style"): None, ("BLOCK", "logo"): None,
         ("CHILD", "do not print"): None, ("HEAD", "from"): None}


def rows():
    """Of each label: its name, spelling, documents, level, form, what it belongs to."""
    with open(f"{ROOT}/grammar/keywords.def", encoding="utf-8") as f:
        text = f.read()
    found = re.findall(r'^KEYWORD\((\w+), *"([^"]+)", *([\w|]+), *(\w+), *(\w+), *([\w|]+), *(\w+), *(\w+)', text, re.M)
    found += [(name, spelling, "P", "FIELD", "PLAIN", "ON_TIMELINE", "DATES", "MANY") for name, spelling in re.findall(r'^DATE_FIELD\((\w+), *"([^"]+)"', text, re.M)]
    assert len(found) > 200, "the labels were not found"
    return [(name, spelling, set(docs.split("|")), level, form, set(on.split("|"))) for name, spelling, docs, level, form, on, _, _ in found]


class Carrier:
    """The text of a document of one kind; `value` gives the words for its next place."""

    def __init__(self, kind, value):
        self.kind, self.value, self.lines, self.rows = kind, value, [], [r for r in rows() if kind in r[2] or kind == "T" and "P" in r[2]]
        self.section = None

    def field(self, owner, row):
        fixed = FIXED.get((owner, row[1]), "")
        if fixed is not None:
            self.lines.append(f"  {row[1]}{' 1' if row[4] == 'ID' else ''}: {fixed or self.value()}")

    def fields(self, owner, on):
        """Every field that belongs to what stands above."""
        for row in self.rows:
            if row[3] == "FIELD" and (on & row[5] or "ON_ANY" in row[5] and owner == "ITEM") and row[1] != "repeat":
                self.field(owner, row)

    def item(self, row):
        letter = IDS.get(row[0])
        if letter is None:
            section, letter = SECTIONS[row[0]]
            if self.section != section:
                self.section = section
                self.lines.append(f"\nsection {section}: {self.value()}")
        self.lines += [f"\n{row[1]} {letter}1: {self.value()}", f"\n    {self.value()}\n\n    - {self.value()}\n    - {self.value()}\n"]
        self.fields("ITEM", row[5])
        self.lines.append(f"\n{row[1]} {letter}2: {self.value()}")

    def other(self, row):
        if (row[3], row[1]) in FIXED:
            return
        self.lines.append(f"\n{row[1]}{' ' + self.words_of(row) if row[4] == 'WORDS' else ''}: {self.value()}")
        if row[3] == "TEXT":
            self.lines.append(f"\n    {self.value()}\n")
        self.fields(row[3] if row[0] != "CHILD" else "CHILD", row[5])

    def words_of(self, row):
        """A label's own words are few: what is longer is no label."""
        own = {"SECTION": "A", "AREA": "sensory and physical", "AMENDMENT": "F1", "PLACEHOLDER": "reference", "RULE": "SPEC-001", "FAMILY_WORDS": "on a draft",
               "TEXT_SIZE": "text", "COLOUR": "headings", "PRINT_PART": "contents"}
        return own.get(row[0], "carried")

    def text(self):
        self.lines.append(HEADS[self.kind].format(self.value()))
        self.fields("HEAD", {"ON_HEAD"})
        for row in self.rows:
            if row[3] in ("BLOCK", "TEXT") and row[0] not in ("AMENDMENT",) or row[0] == "ROW":
                self.other(row)
        for row in sorted((r for r in self.rows if r[3] == "ITEM"), key=lambda r: SECTIONS.get(r[0], "Z")):
            self.item(row)
        return "\n".join(self.lines) + "\n"
