"""exchange_faults.py - good documents of the interchange XML, broken: one function for each kind of fault. `documents` breaks several
documents in each way, at places that a seed decides; a fault that a document has no place for is left out.
"""
import random
import re

NAMESPACE = "urn:ehc:interchange:1"
KINDS = []


def kind(in_schema=True, most=4):
    """A kind of fault; whether the schema sees it; and how many documents are broken so."""
    def keep(function):
        KINDS.append((function.__name__.replace("_", " "), function, in_schema, most))
        return function
    return keep


def pick(r, pattern, text, flags=re.S):
    """One match of the pattern, or None."""
    found = list(re.finditer(pattern, text, flags))
    return r.choice(found) if found else None


def swap(text, match, new):
    return None if match is None else text[:match.start()] + new + text[match.end():]


@kind()
def unknown_element(r, x):
    m = pick(r, r"<(evidence|for|baseline|who|status)\b", x)
    return m and re.sub(rf"(</?){m[1]}\b", r"\1nick-name", x)


@kind()
def unknown_attribute(r, x):
    return re.sub(r"<(child|timeline)>", r'<\1 colour="red">', x, count=1)


@kind()
def own_words_behind_the_fields(r, x):
    m = pick(r, r"(<(need|outcome|provision|condition|medicine) id=\"[^\"]*\">\n)( *<text>[^<]*</text>\n)( *<[a-z-]+[^>]*>[^<]*</[a-z-]+>\n)", x)
    return swap(x, m, m[1] + m[4] + m[3]) if m else None


@kind()
def field_of_the_head_at_the_end(r, x):
    m = re.search(r"  <status>[^<]*</status>\n", x)
    return m and re.sub(r"(</[a-z-]+>\n)$", lambda end: m[0] + end[1], x[:m.start()] + x[m.end():])


@kind()
def section_without_its_letter(r, x):
    return swap(x, pick(r, r'<section name="[A-K][12]?">', x), "<section>")


@kind()
def section_that_there_is_not(r, x):
    return swap(x, pick(r, r'<section name="[A-K][12]?">', x), '<section name="Q">')


@kind()
def date_that_there_is_not(r, x):
    return swap(x, pick(r, r' date="[0-9-]{10}"', x), ' date="2026-02-30"')


@kind()
def date_in_another_form(r, x):
    return swap(x, pick(r, r' date="[0-9-]{10}"', x), ' date="31/07/2028"')


@kind(in_schema=False)
def date_that_the_words_do_not_say(r, x):
    return swap(x, pick(r, r' date="[0-9-]{10}"', x), ' date="1999-12-31"')


@kind(in_schema=False)
def words_without_the_date(r, x):
    m = pick(r, r'(<born date="[0-9-]{10}">)[^<]*<', x)
    return swap(x, m, m[1] + "some time ago<") if m else None


@kind(in_schema=False)
def id_that_stands_twice(r, x):
    ids = re.findall(r'<(?:need|outcome|provision|condition|medicine|staff|task|advice) id="([^"]*)"', x)
    return x.replace(f'id="{ids[-1]}"', f'id="{ids[0].lower()}"', 1) if len(ids) > 1 else None


@kind(in_schema=False)
def reference_to_nothing(r, x):
    m = pick(r, r'( refs=")([^"]*)(">)([^<]*)', x)
    return swap(x, m, f"{m[1]}Z99{m[3]}Z99") if m else None


@kind(in_schema=False)
def reference_that_the_words_do_not_say(r, x):
    ids = re.findall(r'<(?:provision|medicine|staff|task|advice) id="([^"]*)"', x)
    m = pick(r, r' refs="([A-Z0-9.]+)"', x)
    return swap(x, m, f' refs="{[i for i in ids if i != m[1]][0]}"') if m and ids else None


@kind()
def malformed_id(r, x):
    return swap(x, pick(r, r' id="[A-Z][^"]*"', x), ' id="no. 1"')


@kind()
def another_namespace(r, x):
    return x.replace(NAMESPACE, "urn:example:plans", 1)


@kind()
def no_namespace(r, x):
    return x.replace(f' xmlns="{NAMESPACE}"', "", 1)


@kind()
def namespace_of_one_element(r, x):
    return x.replace("<child>", '<child xmlns="urn:example:plans">', 1)


@kind()
def prefix_without_a_namespace(r, x):
    return x.replace("<child>", "<x:child>", 1).replace("</child>", "</x:child>", 1)


@kind()
def attribute_in_a_namespace(r, x):
    return x.replace("<child>", '<child xmlns:y="urn:example:y" y:note="z">', 1)


@kind()
def another_version(r, x):
    return x.replace(' version="1.0" ref', ' version="7.3" ref', 1).replace(' version="1.0">', ' version="7.3">', 1)


@kind()
def no_version(r, x):
    return re.sub(r'(<[a-z-]+ xmlns="[^"]*") version="1.0"', r"\1", x, count=1)


def with_doctype(x, inside, name=""):
    return re.sub(r"\?>\n", f"?>\n<!DOCTYPE ehc-plan {name}{inside}>\n", x, count=1)


@kind(in_schema=False)
def document_type(r, x):
    return with_doctype(x, "[<!ELEMENT ehc-plan ANY>]")


@kind(in_schema=False)
def document_type_elsewhere(r, x):
    return with_doctype(x, "", 'SYSTEM "plan.dtd"')


@kind(in_schema=False)
def entity_bomb(r, x):
    bomb = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    return with_doctype(x, f'[<!ENTITY e0 "ha">{bomb}]').replace("</status>", "&e9;</status>", 1)


@kind(in_schema=False)
def entity_from_a_file(r, x):
    return with_doctype(x, '[<!ENTITY secret SYSTEM "file:///etc/passwd">]').replace("</status>", "&secret;</status>", 1)


@kind(in_schema=False)
def entity_from_the_network(r, x):
    return with_doctype(x, '[<!ENTITY % outside SYSTEM "http://127.0.0.1:9/x.dtd"> %outside;]')


@kind()
def entity_that_nobody_declared(r, x):
    return x.replace("</status>", "&nbsp;</status>", 1)


@kind()
def deep_nesting(r, x):
    return x.replace("</status>", "<p>" * 5000 + "</p>" * 5000 + "</status>", 1)


@kind()
def deeper_than_any_plan(r, x):
    return x.replace("<child>", "<child>" + "<row>" * 20 + "</row>" * 20, 1)


@kind()
def bytes_that_are_not_utf_8(r, x):
    place = r.randrange(x.index("<status>"), len(x))
    return x.encode()[:place].decode("utf-8", "ignore").encode() + b"\xff\xfe" + x.encode()[place:]


@kind(in_schema=False)
def another_encoding(r, x):
    return x.replace("UTF-8", "ISO-8859-1", 1)


@kind(in_schema=False)
def bytes_of_utf_16(r, x):
    return x.encode("utf-16")


@kind(most=8)
def cut_off(r, x):
    return x[:r.randrange(100, len(x) - 20)]


@kind()
def control_character(r, x):
    return x.replace("</status>", "\x08</status>", 1)


@kind()
def control_character_by_number(r, x):
    return x.replace("</status>", "&#8;</status>", 1)


@kind()
def nul_byte(r, x):
    return x.replace("</status>", "\0</status>", 1)


@kind()
def words_beside_elements(r, x):
    return x.replace("<child>", "<child>Amira Example", 1)


@kind()
def element_among_words(r, x):
    return re.sub(r"<status>[^<]*", "<status><b>final</b>", x, count=1)


@kind()
def field_of_another_item(r, x):
    return x.replace("<child>", "<child><baseline>5 of 10</baseline>", 1)


@kind()
def element_of_another_kind_of_document(r, x):
    return x.replace("</child>", "</child><term-weeks><text>38</text></term-weeks>", 1)


@kind()
def item_behind_its_section(r, x):
    return re.sub(r"(  </section>\n)(?!.*</section>)", r'\1  <need id="B98"><text>A need.</text></need>' + "\n", x, count=1, flags=re.S) if "</section>" in x else None


@kind()
def section_in_a_section(r, x):
    return x.replace("</section>", '<section name="F"/></section>', 1) if "</section>" in x else None


@kind()
def two_documents(r, x):
    return x + x[x.index("\n") + 1:]


@kind()
def another_root(r, x):
    return re.sub(r"(</?)(ehc-plan|health-care-plan)\b", r"\1letter", x)


@kind()
def ends_that_do_not_match(r, x):
    return x.replace("</child>", "</kid>", 1)


@kind()
def attribute_twice(r, x):
    m = pick(r, r' id="[^"]*"', x)
    return swap(x, m, m[0] + m[0])


@kind(in_schema=False)
def colon_in_a_label(r, x):
    return x.replace("<child>", '<definition name="LSA: x"><text>Words.</text></definition><child>', 1)


@kind(in_schema=False)
def line_of_the_plan_in_a_label(r, x):
    return x.replace("<child>", '<definition name="LSA&#10;need B97"><text>Words.</text></definition><child>', 1).replace("&#10;", ":&#10;", 1)


@kind(in_schema=False)
def label_longer_than_any(r, x):
    return x.replace("<child>", f'<definition name="{"long " * 30}"><text>Words.</text></definition><child>', 1)


@kind(in_schema=False)
def repeated_id_of_nothing(r, x):
    return swap(x, pick(r, r' id="[A-Z][^"]*"', x), ' repeats="Z98"')


@kind(in_schema=False)
def amount_that_the_words_do_not_say(r, x):
    return swap(x, pick(r, r' minutes="[^"]*"', x), ' minutes="999"')


@kind(in_schema=False)
def more_attributes_than_any_element_has(r, x):
    return x.replace("<child>", "<child " + " ".join(f'a{i}=">"' for i in range(3000)) + ">", 1)


@kind()
def answer_that_is_none(r, x):
    return swap(x, pick(r, r' answer="[^"]*"', x), ' answer="perhaps"')


@kind()
def nothing_at_all(r, x):
    return '<?xml version="1.0" encoding="UTF-8"?>\n'


@kind()
def not_xml(r, x):
    return re.sub(r"<[^>]*>", "", x)


def documents(paths, seed):
    """Name, kind, whether the schema sees it, and the bytes of each broken document."""
    r = random.Random(seed)
    good = [(path, open(path, encoding="utf-8").read()) for path in sorted(paths)]
    for name, function, in_schema, most in KINDS:
        made = 0
        for path, text in r.sample(good, len(good)):
            broken = function(r, text) if made < most else None
            if broken is None or broken == text:
                continue
            made += 1
            yield f"{name}, in {path.split('/')[-2]}", name, in_schema, broken if isinstance(broken, bytes) else broken.encode("utf-8", "surrogateescape")
