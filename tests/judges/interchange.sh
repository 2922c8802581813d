#!/bin/sh
# interchange.sh EHC - two engines of RELAX NG, libxml2 and Jing, on the interchange XML of every document of the corpus and every
# template, and on broken documents, which both must refuse alike. JUDGE names the folder to work in.
set -eu
[ $# = 1 ] || { echo "usage: interchange.sh EHC" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
ehc=$(realpath "$1")
out=${JUDGE:-$here/../../build/judge}/interchange
schema=$here/../../templates/schema/ehc-plan.rng
rm -rf "$out" && mkdir -p "$out/good" "$out/broken"
out=$(realpath "$out")
schema=$(realpath "$schema")
cd "$here/../.."
status=0
n=0
cp -r corpus templates "$out/good"
# XML that lies in the corpus is there to be refused.
find "$out/good" -name "*.xml" -delete
(cd "$out/good" && "$ehc" build -q --to xml --as-of none --fail-on never . >/dev/null 2>"$out/refused") || true
find "$out/good" -name '*.xml' | sort >"$out/list"
n=$(wc -l <"$out/list")
[ "$n" -gt 900 ] || { echo "only $n documents were written" >&2; status=1; }
xargs xmllint --nonet --noout --relaxng "$schema" <"$out/list" 2>"$out/xmllint" || { grep -v ' validates$' "$out/xmllint" | head -n 5; status=1; }
xargs jing "$schema" <"$out/list" >"$out/jing" 2>"$out/jing.log" || { head -n 5 "$out/jing"; status=1; }
# A judge that passes everything would prove nothing.
PYTHONPATH=tests python3 - "$out" <<'P'
import glob, os, sys
import exchange_faults
out = sys.argv[1]
good = glob.glob(out + "/good/corpus/plans/*/plan.xml")
for i, (name, kind, in_schema, broken) in enumerate(exchange_faults.documents(good, seed=1)):
    if in_schema:
        with open(f"{out}/broken/{i:03}-{kind.replace(' ', '-')}.xml", "wb") as f:
            f.write(broken)
P
refused=0
for file in "$out"/broken/*.xml; do
	refused=$((refused + 1))
	! xmllint --nonet --noout --relaxng "$schema" "$file" 2>/dev/null || { echo "libxml2 passes $file" >&2; status=1; }
done
# Jing names the file of each fault, and goes no further than a file that is no XML at all.
for file in "$out"/broken/*.xml; do
	! xmllint --nonet --noout "$file" 2>"$out/log" || [ -s "$out/log" ] || echo "$file"
done >"$out/list"
xargs jing "$schema" <"$out/list" >"$out/jing.broken" 2>/dev/null || true
while read -r file; do
	grep -qF "$file:" "$out/jing.broken" || { echo "Jing passes $file" >&2; status=1; }
done <"$out/list"
[ "$refused" -ge 100 ] || { echo "only $refused broken documents" >&2; status=1; }
[ "$status" -eq 0 ] && echo "interchange: libxml2 and Jing pass $n documents, and refuse $refused broken ones, $(wc -l <"$out/list") of them well-formed"
exit $status
