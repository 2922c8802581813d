#!/bin/bash
# valgrind.sh EHC UNIT... - no byte that was never set is looked at, none that is not ours is touched, and nothing is lost: every unit test and
# each command of the program under valgrind's memcheck, two at a time, or JOBS.
set -u
[ $# -gt 1 ] || { echo "usage: tests/valgrind.sh EHC UNIT..." >&2; exit 2; }
ehc=$(realpath "$1")
shift
units=("${@/#/$PWD/}")
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
plans=corpus/plans
poor=$plans/autism-year5-poor/plan.ehc
health=$plans/hcp-epilepsy-good/plan.ehc
pair=corpus/versions/tribunal-order
day=2026-05-01
SAID=99         # the status that says that valgrind found something

# What to read is written first, outside valgrind.
for form in docx html text xml; do
	"$ehc" build -q --as-of none --fail-on never --to $form -o "$work/draft.$form" "$poor"
done
mv "$work/draft.text" "$work/draft.txt"
printf 'child name\nAda Example\nBen Example\n' >"$work/children.csv"

# One line a command: what the program is asked. Its outputs go into the working folder.
commands() {
	for format in text json sarif junit github gitlab csv html; do
		echo "check -q --as-of $day --format $format -o $work/check.$format $poor $health"
	done
	echo "check --as-of $day --group --read-back --all -o $work/check.all $poor"
	echo "check --as-of $day --annotate $work/annotated.docx $work/draft.docx"
	echo "check -q --as-of $day --previous $pair/old.ehc $pair/new.ehc"
	echo "check -q --as-of $day -j 2 --write-baseline $work/baseline $plans/hcp-asthma-near-perfect $plans/hcp-diabetes-mixed"
	echo "check -q --as-of $day --advice corpus/advice/ep-vague-itself corpus/advice/ep-vague-itself/plan.ehc"
	for form in pdf html docx text xml fhir; do
		echo "build -q --as-of $day --style large-print --to $form -o $work/plan.$form $health"
	done
	echo "qa -q --as-of $day -o $work/qa.html $poor"
	echo "qa -q --as-of $day -j 2 --quotes --sample 5 --history $work/months.db --key $work/key -o $work/panel corpus/panel/plans"
	echo "fmt --stdout $poor"
	echo "new national-ehc -o $work/new.ehc --set name=Ada"
	echo "new hcp-epilepsy --from $work/children.csv -o $work/drafts"
	for form in docx html txt xml; do
		echo "import -q -o $work/import-$form.ehc --report $work/import-$form.report.html $work/draft.$form"
	done
	echo "import -q --advice -o $work/advice.ehc $work/draft.docx"
	echo "diff --format text $pair/old.ehc $pair/new.ehc"
	echo "diff --format json $pair/old.ehc $pair/new.ehc"
	echo "diff -q --to pdf -o $work/notice.pdf $pair/old.ehc $pair/new.ehc"
	for form in pdf html docx ics; do
		echo "review -q --as-of $day --to $form -o $work/review.$form $poor"
	done
	echo "explain SPEC-001 SECT-001"
	echo "rules --format markdown"
	echo "rules --labels --format relaxng"
	echo "check no-such-plan.ehc"
}

# one NAME COMMAND...: passes when valgrind finds nothing and the program ends by itself, with whatever status.
one() {
	local name=$1 status=0
	shift
	CK_FORK=no valgrind --quiet --error-exitcode=$SAID --leak-check=full --show-leak-kinds=definite,indirect,possible \
	    --errors-for-leak-kinds=definite,indirect,possible --child-silent-after-fork=yes "$@" >"$work/$name.out" 2>"$work/$name.log" </dev/null || status=$?
	if [ "$status" -eq "$SAID" ] || [ "$status" -gt 2 ]; then
		echo "FAIL valgrind: ${*: -3} ended with $status"
		grep -v '^$' "$work/$name.log" | head -n 40
	else
		echo "good ${*#"$PWD/"}"
	fi
}
export -f one
export work SAID

{
	for unit in "${units[@]}"; do
		echo "$unit"
	done
	commands | sed "s,^,$ehc ,"
} >"$work/list"
# shellcheck disable=SC2016
nl -ba -w1 -s' ' "$work/list" | xargs -P "${JOBS:-$(nproc)}" -I{} bash -c 'one {}' >"$work/said"
grep -v '^good ' "$work/said"
passed=$(grep -c '^good ' "$work/said") failed=$(($(wc -l <"$work/list") - passed))
echo "valgrind: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
