#!/usr/bin/python3
"""import.py EHC FOLDER... [--misses] [--hold] - how much of a plan an import recognises.

A folder holds drafts (x.txt, x.docx, x.html) and beside each the plan that a person made of it (x.ehc). Each item of the plan is
looked for in what `ehc import` makes of the draft: the same kind, the same section, the same words (letter case, white space and
punctuation apart); and each field of an item that was found, in the item that it became. Where the folder has expected.ehc.jsonl (one expected finding a line: plan, ehc_item, ehc_also, quote), the findings of
`ehc check` on the person's plan and on the draft are compared: of the rows that the first answers, how many the second answers too.
--hold fails below 97% of items and 90% of findings.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

ITEMS = "need outcome provision budget advice aspiration condition medicine feed staff task care emergency contact training".split()
TEXTS = ("how views were gathered", "child's views", "young person's views", "parents' views", "how to communicate", "interests", "history", "strengths",
         "diagnosis", "monitoring", "child's wishes", "trips", "staff to know", "learning", "summary card", "definition", "signed")
SAME_FIELD = {"how much": "how often"}
LETTERS = {"aspiration": "A", "need": None, "outcome": "E", "provision": None, "budget": "J", "advice": "K"}


def words(text):
    return " ".join(re.findall(r"[a-z0-9£%]+", text.lower().replace("’", "'").replace("'", "")))


def items(text):
    """(kind, section, words, id, fields) of each item and text at the margin; fields as (label, words)."""
    section, found, taking, fields = "", [], False, None
    for line in text.splitlines():
        head = re.match(r"([A-Za-z'’ -]+?)(?: ([A-Z]+[0-9][0-9.]*[a-z]?|[A-Z][0-9]?|[A-Za-z -]+))?:(?: (.*))?$", line)
        name = head and next((k for k in (*ITEMS, *TEXTS, "section", "row") if (head[1] + " " + (head[2] or "")).strip().lower().startswith(k)), None)
        if name:
            taking = name in ITEMS or name in TEXTS
            fields = None
            if name == "section":
                section = (head[2] or "").strip()
            elif taking:
                letter = re.match(r"H[12](?=\.)|[A-K]", head[2] or "") if name in LETTERS else None
                found.append([name, letter[0] if letter else "", head[3] or "", head[2] or "", []])
                fields = found[-1][4]
        elif taking and (line.startswith("    ") and not line.startswith("      ") or not line.strip()):
            found[-1][2] += " " + line.strip()
        elif line.startswith("      ") and fields:
            fields[-1][1] += " " + line.strip()
        elif line.startswith("  ") and fields is not None and ":" in line:
            taking = False
            label, _, value = line.strip().partition(":")
            fields.append([SAME_FIELD.get(label, label), value])
    return [(k, s, words(t), i, [(label, words(v)) for label, v in f]) for k, s, t, i, f in found if words(t)]


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr[:1000]}")
    return done.stdout


def compare(wanted, got, misses, name):
    """Items found, fields found, fields wanted, and the number that each item found has in the person's plan."""
    left, hit, pairs, fields, all_fields = list(got), 0, {}, 0, 0
    for w in wanted:
        same = next((g for g in left if g[:3] == w[:3]), None)
        if same:
            left.remove(same)
            hit += 1
            pairs[same[3]] = w[3]
            all_fields += len(w[4])
            fields += sum(f in same[4] for f in w[4])
            misses += [f"  FIELD {name}: {w[0]} {w[3]}: {label}: {v[:80]}" for label, v in w[4] if (label, v) not in same[4]]
        else:
            misses.append(f"  MISS {name}: {w[0]} {w[3]} [{w[1]}]: {w[2][:100]}")
    return hit, fields, all_fields, pairs


def findings(ehc, path):
    out = json.loads(run(ehc, "check", "--format", "json", "--as-of", "2026-04-01", "--fail-on", "never", path))
    return [f for f in out["files"][0]["findings"] if f["severity"] in ("error", "warning")]


def answers(row, found, pairs):
    quote, places = set(words(row["quote"]).split()), [row["ehc_item"], *row.get("ehc_also", [])]
    for f in found:
        text = words(f["text"] or "")
        item = pairs.get(f["item"], f["item"]) if f["item"] else None
        if item in places and (not text or not quote or quote & set(text.split())):
            return True
    return False


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("ehc")
    ap.add_argument("folders", nargs="+")
    ap.add_argument("--misses", action="store_true")
    ap.add_argument("--hold", action="store_true")
    a = ap.parse_args()
    total, misses = [0] * 6, []
    for folder in a.folders:
        sum_before = list(total)
        rows = os.path.join(folder, "expected.ehc.jsonl")
        rows = [json.loads(line) for line in open(rows, encoding="utf-8")] if os.path.exists(rows) else []
        for plan in sorted(glob.glob(os.path.join(folder, "*.ehc"))):
            for draft in sorted(glob.glob(glob.escape(plan[:-4]) + ".*")):
                if not draft.endswith((".txt", ".docx", ".html")):
                    continue
                with tempfile.TemporaryDirectory() as d:
                    out = os.path.join(d, "x.ehc")
                    run(a.ehc, "import", "-q", draft, "-o", out)
                    text = open(out, encoding="utf-8").read()
                    wanted = items(open(plan, encoding="utf-8").read())
                    hit, fields, all_fields, pairs = compare(wanted, items(text), misses, os.path.basename(draft))
                    ours = findings(a.ehc, out)
                theirs = findings(a.ehc, plan)
                mine = [r for r in rows if r["plan"][:-4] == os.path.basename(plan)[:-4] and "quote" in r and answers(r, theirs, {})]
                kept = [r for r in mine if answers(r, ours, pairs)]
                misses += [f"  LOST {os.path.basename(draft)}: {r['ehc_item']}: {r['quote'][:90]}" for r in mine if r not in kept]
                print(f"{os.path.basename(draft):44s} items {hit} of {len(wanted)}; fields {fields} of {all_fields}; findings {len(kept)} of {len(mine)}")
                for i, n in enumerate((hit, len(wanted), len(kept), len(mine), fields, all_fields)):
                    total[i] += n
        print(f"{folder}: items {total[0] - sum_before[0]} of {total[1] - sum_before[1]}; fields {total[4] - sum_before[4]} of {total[5] - sum_before[5]}")
    items_share = total[0] / max(1, total[1])
    found_share = total[2] / max(1, total[3])
    print(f"total: items {total[0]} of {total[1]} ({items_share:.3f}); fields {total[4]} of {total[5]} ({total[4] / max(1, total[5]):.3f}); findings {total[2]} of {total[3]} ({found_share:.3f})")
    if a.misses:
        print("\n".join(misses))
    return a.hold and (items_share < 0.97 or found_share < 0.90)


if __name__ == "__main__":
    sys.exit(main())
