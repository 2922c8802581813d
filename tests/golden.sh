#!/bin/sh
# golden.sh [--bless] EHC [CASE...] - what the program says of the plans of the corpus, byte for byte.
#
# A case is a folder of corpus/plans with a plan.ehc. Which expected files stand in it decides what is run:
#
#   check.txt       ehc check              all.txt         ehc check --all
#   check.json      ehc check --format json
#   read-back.txt   ehc check --read-back --quiet, from "Read back" on
#   plan.html       ehc build --to html    plan.txt        ehc build --to text
#   qa.html         ehc qa, without its style sheet and its script, which every page carries: tests/pages.py looks at those
#   fmt.txt         ehc fmt --stdout
#   structure.txt   ehc build, as a screen reader is told of the PDF: its structure and words, in reading order
#   rows.txt        the same in the style example-county
#
# The day is 2026-05-01, or what the file `as-of` holds. --bless writes the expected files anew: read the difference before
# it is committed. To begin one, make it empty and bless.
set -u
bless=no
if [ "${1:-}" = --bless ]; then
	bless=yes
	shift
fi
[ $# -gt 0 ] || { echo "usage: tests/golden.sh [--bless] EHC [CASE...]" >&2; exit 2; }
ehc=$(realpath "$1")
shift
cd "$(dirname "$0")/../corpus/plans" || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

structure() {
	"$ehc" build --as-of "$day" --fail-on never --quiet --style "$1" plan.ehc -o "$work/plan.pdf" && pdfinfo -struct-text "$work/plan.pdf"
}

without_sheets() {
	awk '
		/^<style>/ { print "<style>templates/report.css</style>"; skip = 1 }
		/^<script>/ { print "<script>templates/report.js</script>"; skip = 1 }
		!skip { gsub(/sha256-[A-Za-z0-9+\/]+=*/, "sha256-(its own)"); print }
		/<\/(style|script)>$/ { skip = 0 }'
}

# The output of one kind for the plan in the current folder.
make() {
	case $1 in
	check.txt) "$ehc" check --as-of "$day" plan.ehc ;;
	all.txt) "$ehc" check --as-of "$day" --all plan.ehc ;;
	check.json) "$ehc" check --as-of "$day" --format json plan.ehc ;;
	read-back.txt) "$ehc" check --as-of "$day" --read-back plan.ehc | sed -n '/^== Read back/,$p' ;;
	plan.html) "$ehc" build --as-of "$day" --fail-on never --quiet --to html plan.ehc -o - ;;
	plan.txt) "$ehc" build --as-of "$day" --fail-on never --quiet --to text plan.ehc -o - ;;
	qa.html) "$ehc" qa --as-of "$day" --fail-on never --quiet plan.ehc -o - >"$work/page" && without_sheets <"$work/page" ;;
	fmt.txt) "$ehc" fmt --stdout plan.ehc ;;
	structure.txt) structure national ;;
	rows.txt) structure example-county ;;
	esac
}

one() {
	make "$2" >"$work/out" 2>"$work/err"
	status=$?
	if [ "$status" -gt 1 ] || [ ! -s "$work/out" ]; then
		echo "FAIL golden: $1/$2: the run failed ($status): $(head -n 3 "$work/err")"
		failed=$((failed + 1))
	elif [ "$bless" = yes ]; then
		cmp -s "$work/out" "$2" || { cp "$work/out" "$2"; echo "blessed $1/$2"; }
		passed=$((passed + 1))
	elif diff -u "$2" "$work/out" >"$work/diff"; then
		passed=$((passed + 1))
	else
		echo "FAIL golden: $1/$2:"
		sed '1,2d' "$work/diff" | head -n 20 | sed 's/^/    /'
		failed=$((failed + 1))
	fi
}

for case in ${*:-*}; do
	cd "$case" || exit 2
	day=2026-05-01
	[ ! -f as-of ] || day=$(cat as-of)
	for kind in check.txt all.txt check.json read-back.txt plan.html plan.txt qa.html fmt.txt structure.txt rows.txt; do
		[ ! -e "$kind" ] || one "$case" "$kind"
	done
	cd ..
done
echo "golden: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
