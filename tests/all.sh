#!/bin/bash
# all.sh EHC UNIT... - every test of the project, and one count of them all in the last line. As many run at a time as there are processors, or
# JOBS; what they say comes whole and in the order below.
set -u
[ $# -gt 1 ] || { echo "usage: tests/all.sh EHC UNIT..." >&2; exit 2; }
ehc=$1
shift
here=$(dirname "$0")
jobs=${JOBS:-$(nproc)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 begun=0 told=0

# Adds up the line that a test ends with; one that ends without it counts as failed.
add() {
	local name=$1 status=$2 log=$3 counts good bad
	counts=$(sed -n -e 's/^[a-z -]*: \([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' \
	    -e 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\)$/\1 \2 \3/p' \
	    -e 's/^[a-z]*: \([0-9][0-9]*\) examples, \([0-9][0-9]*\) wrong$/\1 \2 of/p' "$log" | tail -n 1)
	set -- ${counts:-0 1}
	case ${3:-} in
	'') good=$1 bad=$2 ;;
	of) good=$(($1 - $2)) bad=$2 ;;
	*) bad=$(($2 + $3)) good=$(($1 - $2 - $3)) ;;
	esac
	if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
		bad=1
		echo "FAIL $name: ended with $status"
	fi
	passed=$((passed + good)) failed=$((failed + bad))
}

# Tells of those that have ended, up to the first that has not.
tell() {
	local status
	while [ -e "$work/$told.status" ]; do
		status=$(cat "$work/$told.status")
		cat "$work/$told.log"
		add "$(cat "$work/$told.name")" "$status" "$work/$told.log"
		told=$((told + 1))
	done
}

# A status that is there is there whole, because it gets its name last. A program that counts what it executes writes its counts when it ends: files
# that one test would wonder at, and that another would have it killed over.
run() {
	local n=$begun
	case $ehc,$1 in */cover/*,sealed | */cover/*,whole) return ;; esac
	while [ "$(jobs -pr | wc -l)" -ge "$jobs" ]; do
		wait -n
		tell
	done
	echo "$1" >"$work/$n.name"
	shift
	{
		"$@" >"$work/$n.log" 2>&1
		echo $? >"$work/$n.ended"
		mv "$work/$n.ended" "$work/$n.status"
	} &
	begun=$((begun + 1))
}

# The worked examples of docs/architecture.md build a copy of the project: once is enough. Memory that
# runs out is tried on the program alone: a sanitizer has an allocator of its own. These take longest, so they begin first.
case $ehc in
*/release/*)
	run faults "$here/faults.py" "$ehc"
	run hardening "$here/hardening.sh" "$(dirname "$ehc")"
	run worked "$here/worked.py"
	;;
esac
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
run structure "$here/structure.py"
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
case $ehc in
*/release/*) run torn "$here/torn.py" "$ehc" ;;
*) run torn "$here/torn.py" "$ehc" 8 ;;        # no multiple of the five mishaps, so that all of them are among those
esac
run growth "$here/growth.py" "$ehc"
run limits "$here/limits.py" "$ehc"
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
wait
tell
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$told" -eq "$begun" ]
