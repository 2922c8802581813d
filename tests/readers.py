"""readers.py - an independent reader for each form in which something comes out. Each gives the shape of what it read, as a list of marks without any words of
the plan, and all its words as one text; what could act is among the marks, with its value."""
import csv
import html.parser
import io
import json
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree
import zipfile

# Attributes of pages and pictures whose values are ours alone; of the others the name is enough.
TELLING = {"href", "src", "action", "style", "class", "type", "name", "content", "http-equiv", "rel", "srcset", "formaction", "xlink:href"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.shape, self.texts, self.own = [], [], None

    def handle_starttag(self, tag, attrs):
        self.shape.append((tag, *sorted(f"{name}={re.sub('[0-9]+', '0', value or '')}" if name in TELLING and not (tag == "meta" and name == "content") else name for name, value in attrs)))
        # Words in attributes are read out to some, or stand where a pointer rests.
        self.texts += [f"\n{value}\n" for name, value in attrs if value and name not in TELLING] + ["\n" if tag not in ("tspan", "b", "mark", "wbr", "span", "em") else ""]
        self.own = tag if tag in ("script", "style") else None

    def handle_endtag(self, tag):
        self.shape.append("/" + tag)
        self.own = None

    def handle_data(self, data):
        if self.own:
            self.shape.append((self.own, data))
        else:
            self.texts.append(data)

    def handle_comment(self, data):
        self.shape.append(("comment", data))

    handle_decl = handle_pi = unknown_decl = handle_comment


def read_html(data):
    page = Page()
    page.feed(data.decode("utf-8"))
    page.close()
    return page.shape, "".join(page.texts)


def xml_shape(root):
    return [(e.tag, *sorted(e.attrib)) for e in root.iter()]


def read_xml(data):
    root = xml.etree.ElementTree.fromstring(data)
    return xml_shape(root), " \n".join(list(root.itertext()) + [v for e in root.iter() for v in e.attrib.values()])


def read_docx(data):
    """Fields, and whatever a relation names outside, count with all that they say."""
    shape, texts = [], []
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        for name in z.namelist():
            shape.append(name)
            if not name.endswith((".xml", ".rels")):
                continue
            root = xml.etree.ElementTree.fromstring(z.read(name))
            for e in root.iter():
                tag = e.tag.rsplit("}")[-1]
                whole = tag in ("instrText", "fldSimple", "Relationship", "hyperlink", "object", "altChunk")
                shape.append((tag, *sorted(f"{k.rsplit('}')[-1]}={v}" if whole else k.rsplit("}")[-1] for k, v in e.attrib.items()), e.text if whole else ""))
                texts.append("\n" if tag in ("p", "tc") else (e.text or "") if tag != "instrText" else "")
    return shape, "".join(texts)


def json_shape(value, path=""):
    yield f"{path}:{type(value).__name__ if not isinstance(value, (str, type(None))) else 'words'}"
    if isinstance(value, dict):
        for key, one in value.items():
            yield from json_shape(one, f"{path}/{key}")
    elif isinstance(value, list):
        for one in value:
            yield from json_shape(one, path + "[]")


def json_words(value):
    if isinstance(value, dict):
        for one in value.values():
            yield from json_words(one)
    elif isinstance(value, list):
        for one in value:
            yield from json_words(one)
    elif isinstance(value, str):
        yield re.sub("<[^>]*>", " ", value).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&#39;", "'").replace("&amp;", "&") \
            if value.startswith("<div") else value


def once(pairs):
    assert len({k for k, _ in pairs}) == len(pairs), f"a name stands twice among {[k for k, _ in pairs]}"
    return dict(pairs)


def read_json(data):
    value = json.loads(data.decode("utf-8"), object_pairs_hook=once)
    return list(json_shape(value)), "\n".join(json_words(value))


# A sign in front of a figure is a figure.
FORMULA = re.compile("[\\s\u00a0\u200b\ufeff]*(?![-+]?[0-9.,]+%?$)[=+\\-@\uff1d\uff0b\uff0d\uff20]")


def read_csv(data):
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    return [len(row) for row in rows] + [("runs", cell) for row in rows for cell in row if FORMULA.match(cell) or set(cell) & set("\t\r\n")], \
        "\n".join(cell for row in rows for cell in row)


def unfold(data):
    """Content lines of RFC 5545."""
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b""), "a line of the calendar has another end"
    return data.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")[:-1]


def read_ics(data):
    lines = [re.fullmatch(r'([A-Z-]+)((?:;[A-Z-]+=[^:;,"]+)*):(.*)', line).groups() for line in unfold(data)]
    return [name + more + (value if name in ("BEGIN", "END") else "") for name, more, value in lines], \
        "\n".join(re.sub(r"\\(.)", lambda m: {"n": "\n", "N": "\n"}.get(m[1], m[1]), value) for _, _, value in lines)


def pdf_names(value, found):
    """Every name in what is no text, and every action whole."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in ("/A", "/AA", "/OpenAction", "/URI", "/JS", "/F"):
                found.append((key, json.dumps(one) if not isinstance(one, dict) else ""))
            else:
                found.append(re.sub(r"\d+", "0", key))
            pdf_names(one, found)
    elif isinstance(value, list):
        for one in value:
            pdf_names(one, found)


def read_pdf(data):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as f:
        f.write(data)
        f.flush()
        subprocess.run(["qpdf", "--check", f.name], check=True, capture_output=True)
        objects = json.loads(subprocess.run(["qpdf", "--json=2", "--json-stream-data=none", f.name], check=True, capture_output=True).stdout)["qpdf"][1]
        found = []
        pdf_names(objects, found)
        page = "".join(subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", f.name, "-"], check=True, capture_output=True).stdout.decode())
        title = subprocess.run(["pdfinfo", "-enc", "UTF-8", f.name], check=True, capture_output=True).stdout.decode()
    # Behind letters that stand over one another, the reader finds a blank without width.
    return sorted(set(map(str, found))), page.replace("\u200b", "") + "\n" + re.sub(r"(?m)^\w[\w ]*: +", "", title)


def read_text(data):
    return [], data.decode("utf-8")


def read_github(data):
    """Each line is a command of ours, but the count at the end; what is escaped in them is so by GitHub's rules."""
    *lines, last = data.decode("utf-8").splitlines()
    shape, words = [bool(re.fullmatch(r"[\d,]+ .*", last))], []
    for line in lines:
        command = re.fullmatch(r"::(error|warning|notice) file=[^,:]*(,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?)?,title=[^,:]*::(.*)", line)
        shape.append(command[1] if command else line)
        words.append(command[4].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%") if command else "")
    return shape, "\n".join(words)


READERS = {"html": read_html, "xml": read_xml, "docx": read_docx, "json": read_json, "csv": read_csv, "ics": read_ics, "pdf": read_pdf, "text": read_text, "github": read_github}
