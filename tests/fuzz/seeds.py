#!/usr/bin/python3
"""seeds.py FOLDER - the text of small Word files for the target `draft`, behind the byte that says what they are."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from draft_files import h, p, parts, r, tbl, tr    # noqa: E402

BODIES = {
    "headings": h("Section B: Special educational needs") + p("B1 Amira cannot follow two instructions.") + h("Section F: Special educational provision") +
                p("Regular speech therapy as required.", num=1),
    "table": h("Section F") + tbl(tr("Outcome", "Provision", "Who", "How often"), tr("Amira will ask for help", "Speech therapy", "Therapist", "Weekly")),
    "changes": h("Section A") + p("<w:ins>" + r("new") + "</w:ins><w:del>" + r("old", "strike") + "</w:del>"),
}

for name, body in BODIES.items():
    text = parts(body)["word/document.xml"]
    with open(os.path.join(sys.argv[1], name + ".xml"), "wb") as f:
        f.write(b"\0" + (text.encode() if isinstance(text, str) else text))
