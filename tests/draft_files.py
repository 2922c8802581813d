"""draft_files.py - small Word files for the tests, made of their XML with zipfile alone."""
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = W + ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' \
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>' \
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Council heading"/><w:basedOn w:val="H1"/></w:style>' \
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>' \
    '<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'


def level(n, kind, text):
    return f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level(0, "bullet", "-")}{level(1, "bullet", "o")}</w:abstractNum>' \
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "E%1.")}{level(1, "lowerLetter", "%2)")}</w:abstractNum>' \
    f'<w:abstractNum w:abstractNumId="2">{level(0, "decimal", "%1.")}</w:abstractNum>' \
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>'


def t(text):
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(text, *marks):
    return f'<w:r><w:rPr>{"".join(f"<w:{m}/>" for m in marks)}</w:rPr>{t(text)}</w:r>'


def p(content, style="", num=None, ilvl=0, extra=""):
    """A paragraph of runs, or of plain text."""
    content = content if content.startswith("<") else r(content) if content else ""
    numbered = f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr>' if num is not None else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}{extra}</w:pPr>{content}</w:p>"


def h(text, style="H1"):
    return p(text, style)


def tc(content, span=1, merge=None):
    """A cell of paragraphs, or of plain text; merge: "restart" or "continue"."""
    content = content if content.startswith("<") else "".join(p(line) for line in content.split("\n"))
    merged = f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>" if merge else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{content}</w:tc>'


def tr(*cells, properties=""):
    made = "".join(c if c.startswith(("<w:tc>", "<w:sdt>")) else tc(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def tbl(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>" + p("")


def sdt(content, prompt=False, plain=False, bound=False):
    properties = ("<w:showingPlcHdr/>" if prompt else "") + ('<w:dataBinding w:xpath="/x"/>' if bound else "") + ("<w:text/>" if plain else "")
    return f'<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def field(instruction, result):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return mark.format("begin") + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>" + mark.format("separate") + (r(result) if result else "") + mark.format("end")


def choice(entries, chosen):
    """A drop-down list of the forms of old: its choice stands nowhere as text."""
    listed = "".join(f'<w:listEntry w:val="{escape(e)}"/>' for e in entries)
    return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="{chosen}"/>{listed}</w:ddList></w:ffData></w:fldChar></w:r>' \
        '<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def symbol(font, code):
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def box(ticked):
    return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>{"<w:checked/>" if ticked else ""}</w:checkBox></w:ffData></w:fldChar></w:r>' \
        '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def shape(text):
    """A text box, with the copy of it that older programs read."""
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return f"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>" \
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"


def parts(body, header="", footer="", comment="", footnote=""):
    """The members of a Word file, name by name."""
    related = [("styles", "styles.xml", STYLES), ("numbering", "numbering.xml", NUMBERING)]
    if header:
        related.append(("header", "header1.xml", f"<w:hdr {W}>{p(header)}</w:hdr>"))
    if footer:
        related.append(("footer", "footer1.xml", f"<w:ftr {W}>{p(footer)}</w:ftr>"))
    if comment:
        related.append(("comments", "comments.xml", f'<w:comments {W}><w:comment w:id="0" w:author="x">{p(comment)}</w:comment></w:comments>'))
    if footnote:
        related.append(("footnotes", "footnotes.xml", f'<w:footnotes {W}><w:footnote w:id="2">{p(footnote)}</w:footnote></w:footnotes>'))
    rels = "".join(f'<Relationship Id="rId{n}" Type="{KIND}/{kind}" Target="{name}"/>' for n, (kind, name, _) in enumerate(related))
    kinds = [("document.main", "document.xml")] + [(kind, name) for kind, name, _ in related]
    types = "".join(f'<Override PartName="/word/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>' for kind, name in kinds)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    made = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'{head}<Relationships {space}><Relationship Id="r1" Type="{KIND}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{head}<w:document {MORE}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'{head}<Relationships {space}>{rels}</Relationships>',
    }
    made.update({f"word/{name}": head + text for _, name, text in related})
    return made


def save(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, text in members.items():
            z.writestr(name, text)
