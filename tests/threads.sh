#!/bin/sh
# threads.sh BUILD - what runs in threads, in a build that sees two of them touch one thing at a time: checks and reports on many plans with eight
# threads, with a history and what else a report keeps, and the unit tests of the batch.
set -u
[ $# -eq 1 ] || { echo "usage: tests/threads.sh BUILD" >&2; exit 2; }
ehc=$1/ehc
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The status that says that two threads met; the program's own are 0 to 2, and 2 where some of the files are no plans.
export TSAN_OPTIONS="halt_on_error=1 exitcode=66"
passed=0 failed=0
free_of_races() {
	status=0
	"$@" >"$work/out" 2>"$work/err" || status=$?
	if [ "$status" -le 2 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL threads: $* ended with $status"
		head -n 40 "$work/err"
	fi
}
plans="corpus/plans corpus/rules"
# shellcheck disable=SC2086
for format in text json sarif; do
	free_of_races "$ehc" check -q -j 8 --as-of 2026-05-01 --format $format --fail-on never $plans
done
free_of_races "$ehc" check -q -j 8 --as-of 2026-05-01 --write-baseline "$work/known" corpus/plans
free_of_races "$ehc" check -q -j 8 --as-of 2026-05-01 --baseline "$work/known" --fail-on never corpus/plans
# shellcheck disable=SC2086
free_of_races "$ehc" qa -q -j 8 --as-of 2026-05-01 --fail-on never -o "$work/all" corpus/panel/plans $plans
for month in 04 05; do
	free_of_races "$ehc" qa -q -j 8 --as-of 2026-$month-01 --fail-on never --quotes --by-writer --sample 8 --key "$work/key" \
	    --history "$work/months.db" -o "$work/$month" corpus/panel/plans
done
free_of_races "$1/tests/test_panel"
echo "threads: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
