"""hostile_strings.py - words that would act if something let them: for the tests that put them into every place and look at every output.

Each is short, and reads as one line. PLAIN can be typed and printed; what is in STRANGE no font here has, or it is wide, unseen or turns writing round; what is in
BROKEN is no text at all, and the program must name the byte or the character, and show neither raw.
"""

PLAIN = [
    # spreadsheets
    '=HYPERLINK("http://example.invalid","click")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", '=1","=2', 'a";=1+1;"b', "a,=1,b", "\t=1",
    # HTML, and what stands in it
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "</title><svg onload=alert(1)>", "</style><b>", "</script><b>",
    "javascript:alert(1)", "<!--", "-->", "--!><b>", "<a href='//example.invalid'>x</a>", "&lt;b&gt;", "&#60;b&#62;", "&amp;#x3c;", "<base href=//example.invalid/>",
    "</textarea></form><form action=//example.invalid>", "style='background:url(//example.invalid)'", "}*{display:none}", "<![endif]-->", "<%= 1 %>",
    # XML: CDATA, entities, instructions, other elements of ours, of JUnit and of Word
    "]]>", "<![CDATA[x]]>", "&lol;", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>", "<?xml version='1.0'?>", "<?php x ?>", "</testsuite><testcase name='x'/>",
    "</text></need><provision id='F99'/>", "</w:t></w:r><w:fldSimple w:instr='DDE cmd'/>", "{DDEAUTO cmd calc}", "_x0000_", "xmlns:x='urn:x'",
    # JSON and FHIR
    '","rule":"FAKE"', '"}],"findings":[{"', "\\u0000", "\\", '\\"', "\\n", "\\ud800", "*/{}", '{"resourceType":"Bundle"}', "urn:uuid:0", "__proto__",
    # CI: GitHub's commands and GitLab's sections, encoded or not
    "::error file=a,line=1::b", "%0A::error::x", "%25", "%0D%0A", "##[group]x", "::stop-commands::x", "::set-output name=a::b", "::add-mask::a", "section_start:1:x",
    # calendars and mail
    "\\;BEGIN:VEVENT", "\\,\\n", "END:VCALENDAR", "Bcc: a@example.invalid", ";ENCODING=QUOTED-PRINTABLE:=0D=0A", "x" * 73 + "\u00e9\u00e9",
    # PDF
    ") Tj ET", "(", ")", "\\)", "\\050", "/JS (app.alert(1))", "/OpenAction", ">> endobj", "endstream", "%%EOF", "<</S/URI/URI(x)>>", "<feff0041>", "#20",
    # Markdown, templates and shells
    "[x](javascript:alert)", "![x](//example.invalid/x)", "**x** `x` ~~~", "| a | b |", "# x", "- x", "{{x}}", "${x}", "$(x)", "`x`", "; rm x", "%s%n%d", "$&\\1",
    # the language of plans itself
    "need B99: x", "section F:", "EHC plan: x", "for: B1", "accept: SPEC-001", "# comment", ": x", "::", "provision F1", "SELECT 'x'; DROP TABLE report;--",
    # letters that programs take for others
    "\u2039b\u203a", "\u02bcx\u02bc", "\u00a0=1", "e\u0301\u0327", "caf\u00e9 \u00df \u0130", "\ufffd",
]

STRANGE = ["\uff1d1", "\u2028::error::x", "\u2029x", "\u200eleft", "\u200fright", "\u061cmark", "\u00adsoft", "\U0001f9d1\u200d\U0001f9bd wheel", "\u202eright to left",
           "\u2066apart\u2069", "\u200bno width", "\u2060joined", "a\ufeffb", "\ufdd0", "\uffff", "\U000e0041tag", "\U0010ffff"]

BROKEN = [b"\x1b[31mred\x1b[0m", b"\x1b]0;title\x07", b"\x1b]8;;http://example.invalid\x1b\\link\x1b]8;;\x1b\\", b"\xc2\x9b31m", b"\xc2\x9d0;x\xc2\x9c", b"\x9b31m",
          b"\x1bP1$rx\x1b\\", b"\x1b[2J\x1b[1;1H", b"a\x00b", b"a\x07b\x08c", b"\x7f", b"a\rb", b"\x0b\x0c", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80",
          b"\xff\xfe", b"\xe2\x82", b"\x1a", b"\xc2\x85next line"]

# No more than these may reach somebody raw; a tab and a line's end are the program's own.
CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"


def harmless(words):
    """As many letters in as many words, and none of them means anything to anybody; what parts the entries of a list, or announces one, does so here too."""
    if not words:
        return words
    letters = [c if c.isspace() or c in ",;" or c.isalnum() and c.isascii() else "bcdfghjklmnpqrstvwz"[(ord(c) + 5 * n) % 19] for n, c in enumerate(words)]
    return "".join(letters[:-1]) + (words[-1] if words[-1] in ":,;" else letters[-1])
