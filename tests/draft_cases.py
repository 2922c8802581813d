"""draft_cases.py - the bodies of Word drafts in which words at fault stand in each way in which Word keeps words."""
from draft_files import field, h, p, r, sdt, shape, t, tbl, tc, tr

TITLE = p("Education, Health and Care Plan")
F = h("Section F: Special educational provision")


def hyperlink(content):
    return f'<w:hyperlink w:anchor="x">{content}</w:hyperlink>'


def inserted(content):
    return f'<w:ins w:id="7" w:author="x">{content}</w:ins>'


BOUND = f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent>{r("Ada will sit near the front where possible each day.")}</w:sdtContent></w:sdt>'
LONG = "Ada will sit near the front where possible each day."

# name: the body, and words on which a comment must stand, as the file's characters
CASES = {
    "within one run": (F + p(LONG), ["where possible"]),
    "over three runs, each with marks of its own": (F + p(r("Ada will sit near the front wh", "b") + r("ere poss", "i") + r("ible each day.", "u")), ["where possible"]),
    "at the start of a run and at the end of a paragraph": (F + p(r("Ada will sit near the front ") + r("where possible")), ["where possible"]),
    "one letter more than a run": (F + p(r("Ada will sit near the front w") + r("here possible") + r(" each day.")), ["where possible"]),
    "in a cell of a table": (F + tbl(tr("Special Educational Provision", "By whom"), tr(LONG, "Staff")), ["where possible", "Staff"]),
    "in the second paragraph of a cell": (F + tbl(tr("Special Educational Provision", "By whom"), tr("Ada has a mentor.\n" + LONG, "Staff")), ["where possible"]),
    "in a content control": (F + p(r("Ada will sit near the front ") + sdt(r("where possible each day."))), ["where possible"]),
    "in the first paragraph of a content control": (F + sdt(p(LONG)) + p(""), ["where possible each day."]),
    "in the second paragraph of a content control": (F + sdt(p("Ada has a mentor.") + p(LONG)), ["where possible"]),
    "in the only paragraph of a control at the very end: before it": (F + sdt(p(LONG)), []),
    "in a control around a cell": (F + tbl(tr("Special Educational Provision", "By whom"), tr(sdt(tc(LONG)), "Staff")), ["where possible each day.", "Staff"]),
    "in a control in a cell": (F + tbl(tr("Special Educational Provision", "By whom"), tr(tc(sdt(p(LONG))), tc(sdt(p("Staff"))))), ["where possible each day.", "Staff"]),
    "in controls around a row": (F + tbl(tr("Special Educational Provision", "By whom"), sdt(sdt(tr(LONG, "Staff")))), ["where possible", "Staff"]),
    "in a control around a table": (F + sdt(tbl(tr(LONG, "Ada has a mentor, where possible."))) + p(""), ["where possible each day.", "where possible"]),
    "in controls that follow each other": (F + "".join(sdt(p(f"F{n} {LONG}")) for n in (1, 2, 3)) + "<w:p/>", ["where possible each day."] * 3),
    "in a control of plain text: all of it": (F + p(r("Ada will sit near the front ") + sdt(r("where possible each day."), plain=True)), ["where possible each day."]),
    "in a control around paragraphs whose words are kept elsewhere": (F + sdt(p(LONG) + p(LONG), bound=True) + p(""), []),
    "in a control whose words are kept elsewhere: around it": (F + p(BOUND), []),
    "half in a link": (F + p(r("Ada will sit near the front ") + hyperlink(r("where")) + r(" possible each day.")), ["where possible"]),
    "in words that a tracked change put in": (F + p(r("Ada will sit ") + inserted(r("near the front where poss")) + r("ible each day.")), ["where possible"]),
    "over words that a tracked change took out": (
        F + p(r("Ada will sit near the front where ") + f'<w:del w:id="3" w:author="x"><w:r><w:delText>not </w:delText></w:r></w:del>' + r("possible each day.")), ["where not possible"]),
    "over a tab": (F + p(f'<w:r>{t("Ada will sit near the front where")}<w:tab/>{t("possible each day.")}</w:r>'), ["where possible"]),
    "behind letters that are written as references": (F + p(f'<w:r><w:t>Ada &amp; B&#xE9;a &lt;both&gt; sit near the front where possible.</w:t></w:r>'), ["where possible"]),
    "in a section of characters": (F + p("<w:r><w:t><![CDATA[Ada & Bea sit near the front where possible each day.]]></w:t></w:r>"), ["where possible"]),
    "in the result of a field: around it": (F + p(r("Ada will sit near the front ") + field("MERGEFIELD x", "where possible each day.")), []),
    "in a field that is one element: around it": (F + p(f'<w:fldSimple w:instr="x">{r("Ada will sit near the front where possible each day.")}</w:fldSimple>' + r(" Daily.")), [LONG] * 3),
    "in a bound control around a cell": (F + tbl(tr("Special Educational Provision", "By whom"), tr(sdt(tc(LONG), bound=True), "Staff")), ["where possible each day."]),
    "the second of two alike": (F + p("F1 Ada will have 10 minutes of help, one-to-one, by a teacher, each day, where possible.") + p("F2 Ada will sit where possible and move where possible."), ["where possible"] * 3),
    "in a text box: on what holds it": (F + p(r("F1 Ada has help.") + shape(LONG)), []),
    "behind a bullet that was typed": (F + p("•\tAda will sit near the front where possible each day."), ["where possible"]),
    "in a numbered list": (F + p("Ada will sit near the front where possible each day.", num=3), ["where possible"]),
    "in a paragraph that goes on in the next": (F + p(r("Ada will sit near the front where"), extra='<w:rPr><w:del w:id="1"/></w:rPr>') + p("possible each day."), ["wherepossible"]),
}
