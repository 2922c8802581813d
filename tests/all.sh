#!/bin/sh
# all.sh EHC UNIT... - every test of the project, and one count of them all in the last line.
set -u
[ $# -gt 1 ] || { echo "usage: tests/all.sh EHC UNIT..." >&2; exit 2; }
ehc=$1
shift
here=$(dirname "$0")
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0

# Adds up the line that each test ends with; one that ends without it counts as failed.
add() {
	counts=$(sed -n -e 's/^[a-z -]*: \([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' \
	    -e 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\)$/\1 \2 \3/p' \
	    -e 's/^[a-z]*: \([0-9][0-9]*\) examples, \([0-9][0-9]*\) wrong$/\1 \2 of/p' "$log" | tail -n 1)
	set -- "$1" "$2" ${counts:-0 1}
	case ${5:-} in
	'') good=$3 bad=$4 ;;
	of) good=$(($3 - $4)) bad=$4 ;;
	*) bad=$(($4 + $5)) good=$(($3 - $4 - $5)) ;;
	esac
	if [ "$1" -ne 0 ] && [ "$bad" -eq 0 ]; then
		bad=1
		echo "FAIL $2: ended with $1"
	fi
	passed=$((passed + good)) failed=$((failed + bad))
}

run() {
	name=$1
	shift
	status=0
	"$@" >"$log" 2>&1 || status=$?
	cat "$log"
	add "$status" "$name"
}

for unit in "$@"; do
	run "$unit" "$unit"
done
run rules "$here/rules.py" --complete "$ehc"
run golden "$here/golden.sh" "$ehc"
run cli "$here/cli.sh" "$ehc"
run schema "$here/schema.py" "$ehc"
run panel "$here/panel.py" "$ehc"
run pages "$here/pages.py" "$ehc"
run versions "$here/versions.py" "$ehc"
run templates "$here/templates.py" "$ehc"
run manual "$here/manual.sh" "$ehc"
run docs "$here/docs.sh" "$ehc"
run meaning "$here/meaning.py" "$ehc"
run voice "$here/voice.py" "$ehc"
run advice "$here/advice.py" "$ehc"
run import "$here/import.py" "$ehc"
run import-word "$here/import_word.py" "$ehc"
run import-advice "$here/import_advice.py" "$ehc"
run forms "$here/forms.py" "$ehc"
run round-trip "$here/round_trip.py" "$ehc"
run annotate "$here/annotate.py" "$ehc"
run word-out "$here/word_out.py" "$ehc"
run exchange "$here/exchange.py" "$ehc"
run fhir "$here/fhir.py" "$ehc"
run hostile "$here/hostile.py" "$ehc"
run thin "$here/thin.py" "$ehc"
run inert "$here/inert.py" "$ehc"
run inert-outputs "$here/inert_outputs.py" "$ehc"
run private "$here/private.py" "$ehc"
run sealed "$here/sealed.py" "$ehc"
run ready "$here/ready.py" "$ehc"
run printed "$here/printed.py" "$ehc"
run review "$here/review.py" "$ehc"
run whole "$here/whole.py" "$ehc"
run wording "$here/bench/wording.py" "$ehc" --hold
run install "$here/install.sh" "$(dirname "$ehc")"
# The worked examples of docs/architecture.md build a copy of the project: once is enough. Memory that
# runs out is tried on the program alone: a sanitizer has an allocator of its own.
case $ehc in
*/release/*)
	run faults "$here/faults.py" "$ehc"
	run hardening "$here/hardening.sh" "$(dirname "$ehc")"
	run worked "$here/worked.py"
	;;
esac
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
