#!/usr/bin/python3
"""page.py FILE... - what must hold of every page that is written: tags closed in order, each id once, every link within the
page led somewhere, headings that skip no level, tables with a caption and header cells, pictures with a name, nothing
fetched from elsewhere, and no style and no script but those whose hash the page's own policy names.
"""
import base64
import hashlib
import os
import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "col"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
        self.ids = []
        self.links = []
        self.files = []
        self.levels = []
        self.faults = []
        self.tables = []
        self.sheet = False
        self.text_in_title = ""
        self.policy = None

    def fault(self, words):
        self.faults.append(f"line {self.getpos()[0]}: {words}")

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("href", "src", "xlink:href"):
            target = values.get(name, "")
            if target.startswith("#"):
                self.links.append(target[1:])
            elif tag == "a" and re.fullmatch(r"[a-z0-9-]+\.(html|csv)", target):
                self.files.append(target)
            elif target and not target.startswith(("mailto:", "tel:", "data:")):
                self.fault(f"{tag} fetches {target}")
        for name in ("aria-labelledby", "aria-describedby"):
            self.links.extend(values.get(name, "").split())
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        if tag == "script" and "src" in values or any(name.startswith("on") for name in values) or "style" in values and self.policy:
            self.fault("a script or style that no policy can name")
        if tag == "html" and not values.get("lang"):
            self.fault("the page names no language")
        if tag == "svg" and values.get("aria-hidden") != "true" and not (values.get("aria-labelledby") or values.get("aria-label")):
            self.fault("a picture without a name")
        if tag == "img" and "alt" not in values:
            self.fault("a picture without words")
        if tag == "section":
            self.sheet = values.get("class") == "sheet"
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.heading(int(tag[1]))
        if tag == "table":
            self.tables.append({"caption": False, "head": False})
        if tag in ("caption", "th") and self.tables:
            self.tables[-1]["caption" if tag == "caption" else "head"] = True
        if tag == "th" and values.get("scope") not in ("row", "col", "rowgroup", "colgroup"):
            self.fault("a header cell that says neither row nor column")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def heading(self, level):
        if not self.levels and level != 1:
            self.fault("the first heading is not of level 1")
        if self.levels and level > self.levels[-1] + 1:
            self.fault(f"heading of level {level} after one of level {self.levels[-1]}")
        if level == 1 and 1 in self.levels and not self.sheet:  # a sheet is a leaf of its own
            self.fault("a second heading of level 1")
        self.levels.append(level)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.fault(f"</{tag}> closes {self.open[-1] if self.open else 'nothing'}")
        else:
            self.open.pop()
        if tag == "table" and self.tables:
            table = self.tables.pop()
            if not table["caption"] or not table["head"]:
                self.fault("a table without a caption or header cells")

    def handle_data(self, data):
        if self.open[-1:] == ["script"] or self.open[-1:] == ["style"] and self.policy is not None:
            part = next((p for p in (self.policy or "").split(";") if p.strip().startswith(self.open[-1] + "-src ")), "")
            hashed = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
            if "'sha256-" + hashed + "'" not in part or "default-src 'none'" not in (self.policy or ""):
                self.fault(f"a {self.open[-1]} that the page's policy does not name")
        if self.open[-1:] == ["title"] and "svg" not in self.open:
            self.text_in_title += data

    def finish(self):
        self.faults.extend(f"<{tag}> is never closed" for tag in self.open)
        self.faults.extend(f"id {i} stands twice" for i in sorted({i for i in self.ids if self.ids.count(i) > 1}))
        self.faults.extend(f"a link leads to {i}, which is not there" for i in sorted(set(self.links) - set(self.ids)))
        if not self.text_in_title.strip():
            self.faults.append("the page has no title")
        if 1 not in self.levels:
            self.faults.append("the page has no heading of level 1")
        return self.faults


def main():
    status = 0
    for path in sys.argv[1:]:
        page = Page()
        with open(path, encoding="utf-8") as f:
            text = f.read()
        if not text.startswith("<!DOCTYPE html>"):
            page.faults.append("does not begin with <!DOCTYPE html>")
        page.feed(text)
        page.close()
        page.faults.extend(f"a link leads to {f}, which is not beside it" for f in page.files if not os.path.exists(os.path.join(os.path.dirname(path), f)))
        for fault in page.finish():
            print(f"{path}: {fault}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
