# shellcheck shell=sh
# tally.sh - what a test in shell counts, as tally.py counts for those in Python. A test sets TEST to its name and reads this with `.`; it
# has then a folder of its own, $work, which goes when it ends.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# verdict STATUS WHAT: of one thing that must be so; WHAT says what is wrong where it is not.
verdict() {
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $TEST: $2"
	fi
}

# The count that tests/all.sh adds up, and the status of the test: one that looked at nothing has not passed.
tally() {
	echo "$TEST: $passed passed, $failed failed"
	[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
