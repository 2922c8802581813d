"""annotated.py - Word files as the standard library reads them: the words that each comment stands on, and all else that there is."""
import xml.etree.ElementTree as ET
import zipfile

SPACES = ("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", "{http://purl.oclc.org/ooxml/wordprocessingml/main}")
MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
MAIN = "word/document.xml"


def local(element):
    """The name of an element of Word; its whole name where it is of another kind."""
    for space in SPACES:
        if element.tag.startswith(space):
            return element.tag[len(space):]
    return element.tag


def of(element, name):
    return next((v for k, v in element.attrib.items() if k.rsplit("}", 1)[-1] == name), None)


def members(path):
    with zipfile.ZipFile(path) as z:
        assert z.testzip() is None
        return {i.filename: z.read(i) for i in z.infolist()}


def can_be_read(path):
    """Whether this reader takes the file at all: its members whole, its text where it usually is."""
    try:
        return MAIN in members(path)
    except (AssertionError, OSError, zipfile.BadZipFile):
        return False


def packed(path):
    """Each member's bytes as they are packed."""
    out = {}
    with zipfile.ZipFile(path) as z, open(path, "rb") as f:
        for i in z.infolist():
            f.seek(i.header_offset + 26)
            name, extra = (int.from_bytes(f.read(2), "little") for _ in range(2))
            f.seek(i.header_offset + 30 + name + extra)
            out[i.filename] = f.read(i.compress_size)
    return out


def plain(element, key=""):
    """Everything that stands in an element, one thing after the other, whatever runs it is cut into; marks of comments left out."""
    name = local(element)
    if name in MARKS or (name == "r" and any(local(c) == "commentReference" for c in element)):
        return
    if name == "r":
        properties = next((ET.tostring(c).strip() for c in element if local(c) == "rPr"), b"")
        key = (tuple(sorted(element.attrib.items())), properties)
        for child in element:
            if local(child) != "rPr":
                yield from plain(child, key)
    elif name in ("t", "delText"):
        for character in element.text or "":
            yield name, key, character
    else:
        yield "begin", key, element.tag, tuple(sorted(element.attrib.items())), (element.text or "").strip()
        for child in element:
            yield from plain(child, key if name != "txbxContent" else "")
        yield "end", element.tag


def comments(path, author="ehc"):
    """Of each comment of that author: the words that it stands on, and its lines."""
    return [(words, lines) for words, lines, _ in ranges(path, author)]


def beside(main):
    """What stands in a text box, and what was deleted: it is not printed in the line."""
    out = {e for e in main.iter() if local(e) == "delText"}
    for holder in main.iter():
        if local(holder) == "txbxContent":
            out.update(holder.iter())
    return out


def ranges(path, author="ehc", printed=False):
    """The same, or the words as they are printed, and whether the comment ends behind a paragraph rather than in one."""
    have = members(path)
    name = next((n for n in have if n.startswith("word/comments") and b"annotationRef" in have[n] or n == "word/comments.xml"), None)
    words, is_open, refers = {}, set(), set()
    main = ET.fromstring(have[MAIN])
    within = {of(e, "id") for p in main.iter() if local(p) == "p" for e in p.iter() if local(e) == "commentRangeEnd"}
    left_out = beside(main) if printed else set()
    for e in main.iter():
        kind = local(e)
        if kind == "commentRangeStart":
            is_open.add(of(e, "id"))
            words[of(e, "id")] = ""
        elif kind == "commentRangeEnd":
            is_open.discard(of(e, "id"))
        elif kind == "commentReference":
            refers.add(of(e, "id"))
        elif kind in ("t", "delText", "tab", "br") and e not in left_out:
            for i in is_open:
                words[i] += e.text or " " if kind in ("t", "delText") else " "
    out = []
    for c in ET.fromstring(have[name]) if name else []:
        if of(c, "author") == author:
            assert of(c, "id") in refers, "nothing refers to the comment"
            lines = ["".join(t.text or "" for t in p.iter() if local(t) == "t") for p in c]
            out.append((words[of(c, "id")], lines, of(c, "id") not in within))
    assert not is_open, "a range that does not end"
    return out


def differences(before, after):
    """What an annotated file has otherwise than the one that it was made from, beside comments; nothing is right."""
    was, now = members(before), members(after)
    old, new = packed(before), packed(after)
    changed = {n for n in now if n not in old or old[n] != new[n]}
    allowed = {MAIN, "[Content_Types].xml", "word/_rels/document.xml.rels"} | {n for n in now if n.startswith("word/comments")}
    for name in sorted(set(was) - set(now)):
        yield f"{name} is gone"
    for name in sorted(changed - allowed):
        yield f"{name} has changed"
    for name in sorted(changed):
        ET.fromstring(now[name])
    if MAIN in was and list(plain(ET.fromstring(was[MAIN]))) != list(plain(ET.fromstring(now[MAIN]))):
        yield "the text or its marks have changed"
    for name in sorted(changed & set(was) - {MAIN}):
        lines = {ET.tostring(c) for c in ET.fromstring(was[name])}
        if not lines <= {ET.tostring(c) for c in ET.fromstring(now[name])}:
            yield f"{name} has lost something"
