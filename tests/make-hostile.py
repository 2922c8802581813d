#!/usr/bin/env python3
"""Write inputs that are too large or too damaged to keep in the repository.

    make-hostile.py FOLDER [--plan FILE] [--seed N] [--only NAME ...]

Every case is a file NAME.ehc or NAME.xml in FOLDER, which is made if it is not there. The same arguments give the same bytes on
every machine: the only chance in it comes from a generator that is seeded. A case that needs a plan to damage takes
the one that --plan names, by default the good epilepsy plan of the corpus.
"""
import argparse
import pathlib
import random
import sys

HEAD = "EHC plan: XX-HOSTILE\n  status: draft\n  authority: Example County Council\nchild: Nobody Example\n  born: 1 May 2016\n"
DEFAULT_PLAN = pathlib.Path(__file__).resolve().parent.parent / "corpus/plans/hcp-epilepsy-good/plan.ehc"


def many_items(_):
    """200,000 items, all tied to one need."""
    yield HEAD
    yield "section B:\nneed B1: reads\nsection F:\n"
    for n in range(1, 200_001):
        yield f"provision F{n}: x\n  for: B1\n"


def long_field(_):
    """One field of a million characters on one line, without a blank after the first thousand."""
    yield HEAD
    yield "section B:\nneed B1: " + "reads " * 166 + "x" * 999_000 + "\n"


def long_words(_):
    """One field of a million characters that is all phrases and amounts, so that prose rules have work."""
    yield HEAD
    yield "section F:\nprovision F1: " + "regular support as required for 20 minutes a week, " * 20_000 + "\n"


def long_text(_):
    """A text of 50,000 lines, with blank lines among them."""
    yield HEAD
    yield "section A:\nhistory: the first line\n"
    for n in range(2, 50_001):
        yield "\n" if n % 7 == 0 else f"    line {n} of the history goes on and on.\n"


def deep_list(_):
    """A list nested 1,000 deep, then one that goes up and down."""
    yield HEAD
    yield "section F:\nprovision F1: a list\n\n"
    for depth in range(1_000):
        yield "    " + "  " * depth + f"- item at depth {depth}\n"
    for n in range(5_000):
        yield "    " + "  " * (n * 37 % 200) + f"- item {n}\n"


def many_faults(_):
    """100,000 lines of which each is a fault of its own."""
    yield HEAD
    for n in range(100_000):
        yield ("provison F{0}: x\n", "no label at all {0}\n", "need ?{0}?: x\n", "  baseline: {0}\n")[n % 4].format(n)


def many_references(_):
    """One field that names 100,000 ids, of which one exists."""
    yield HEAD
    yield "section B:\nneed B1: reads\nsection F:\nprovision F1: x\n  for: " + ", ".join(f"B{n}" for n in range(1, 100_001)) + "\n"


def one_id(_):
    """50,000 items with the same id."""
    yield HEAD
    yield "section B:\n"
    yield from ("need B1: reads\n" for _n in range(50_000))


def many_rows(_):
    """20,000 rows in one section, each with two needs, a provision and an outcome that nothing but the row ties."""
    yield HEAD
    yield "section B:\n"
    for n in range(20_000):
        yield f"row: communication and interaction\nneed B{2 * n + 1}: a\nneed B{2 * n + 2}: b\nprovision F{n + 1}: c\noutcome E{n + 1}: d\n"


def long_labels(_):
    """Lines whose label, or whose id, is 100,000 characters long, and one line of colons."""
    yield HEAD
    yield "a" * 100_000 + ": x\n"
    yield "need B" + "1" * 100_000 + ": x\n"
    yield "need B1" + ".1" * 50_000 + ": x\n"
    yield ":" * 100_000 + "\n"


def long_amount(_):
    """An amount of 50,000 doses."""
    yield HEAD
    yield "section F:\nprovision F1: x\n  how much: " + "; ".join(f"{n % 60 + 1} minutes, once a week" for n in range(50_000)) + "\n"


def blank_lines(_):
    """A million blank lines and comments, then one item."""
    yield HEAD
    yield "\n" * 500_000 + "# nothing\n" * 500_000
    yield "section B:\nneed B1: reads\n"


def over_limit(_):
    """Seventeen mebibytes: above the size that is read."""
    yield HEAD
    yield "section A:\nhistory: long\n"
    line = "    " + "words " * 20 + "\n"
    yield line * (17 * 1024 * 1024 // len(line) + 1)


def damage(line, rng):
    """One line with one to three things done to it."""
    for _ in range(rng.randint(1, 3)):
        at = rng.randint(0, len(line))
        line = rng.choice((
            lambda: line[:at] + line[at + 1:],
            lambda: line[:at] + rng.choice(":;,.#-()[]{}'\"\t\\/%\u2019\u00e9\u05d0\U0001f600") + line[at:],
            lambda: line[:at] + line[at:].swapcase(),
            lambda: line[at:] + line[:at],
            lambda: line[::-1],
            lambda: " " * rng.randint(1, 9) + line.lstrip(),
            lambda: line.lstrip(),
            lambda: line + line,
            lambda: line[:at],
            lambda: line.replace(":", "", 1),
            lambda: line.replace(" ", "", 1),
            lambda: line[:at] + "\x01" + line[at:],
            lambda: line[:at] + "\udcff" + line[at:],
        ))()
    return line


def mangled(options):
    """A copy of the plan in which every line that is not blank is damaged."""
    rng = random.Random(options.seed)
    for line in options.plan.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            hurt = line
            while hurt == line:
                hurt = damage(line, rng)
            line = hurt
        yield line + "\n"


def shuffled(options):
    """A copy of the plan with its lines in another order."""
    lines = options.plan.read_text(encoding="utf-8").split("\n")
    random.Random(options.seed).shuffle(lines)
    yield "\n".join(lines)


def bytes_of_chance(options):
    """A hundred thousand bytes of no meaning, every value of a byte among them."""
    yield random.Random(options.seed).randbytes(100_000)


def xml_many_items(_):
    """150,000 items in XML, all tied to one need."""
    yield '<ehc-plan xmlns="urn:ehc:interchange:1" version="1.0"><section name="F"><provision id="F0"/>'
    for n in range(1, 150_001):
        yield f'<provision id="F{n}"><text>x</text><for refs="F0">F0</for></provision>'
    yield "</section></ehc-plan>"


def xml_deep(_):
    """A million elements, one in the other."""
    yield '<ehc-plan xmlns="urn:ehc:interchange:1" version="1.0">' + "<row>" * 1_000_000


def xml_long_words(_):
    """Five million characters in one element, and an attribute of a million."""
    yield '<ehc-plan xmlns="urn:ehc:interchange:1" version="1.0" reference="' + "r" * 1_000_000 + '"><section name="B"><need id="B1"><text>'
    yield "word &amp; " * 500_000 + "</text></need></section></ehc-plan>"


def xml_many_attributes(_):
    """An element with a hundred thousand attributes."""
    yield '<ehc-plan xmlns="urn:ehc:interchange:1" version="1.0"><child '
    yield " ".join(f'a{n}="x"' for n in range(100_000)) + "/></ehc-plan>"


CASES = {f.__name__.replace("_", "-"): f for f in (
    many_items, long_field, long_words, long_text, deep_list, many_faults, many_references, one_id, many_rows, long_labels,
    long_amount, blank_lines, over_limit, mangled, shuffled, bytes_of_chance,
    xml_many_items, xml_deep, xml_long_words, xml_many_attributes)}


def write(folder, name, options):
    with open(folder / f"{name}.{'xml' if name.startswith('xml-') else 'ehc'}", "wb") as out:
        for part in CASES[name](options):
            # A lone surrogate stands for a byte that is not UTF-8.
            out.write(part if isinstance(part, bytes) else part.encode("utf-8", "surrogateescape"))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=pathlib.Path, metavar="FOLDER")
    ap.add_argument("--plan", type=pathlib.Path, default=DEFAULT_PLAN, metavar="FILE", help="the plan to damage")
    ap.add_argument("--seed", type=int, default=1, metavar="N")
    ap.add_argument("--only", nargs="+", choices=sorted(CASES), metavar="NAME", help="write only these cases")
    options = ap.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in options.only or CASES:
        write(options.folder, name, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
