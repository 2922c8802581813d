#!/bin/bash
# instructions.sh EHC GENERATE - what a check costs, counted instead of timed, so that it is the same on a busy machine: at most so many
# instructions for each byte of twenty generated drafts. A new rule that looks for each of its words in every text fails here; "A rule" in
# docs/architecture.md says how to ask.
set -eu
[ $# -eq 2 ] || { echo "usage: tests/instructions.sh EHC GENERATE" >&2; exit 2; }
most=240
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/plans"
"$2" "$work/plans" 20 7 30000 80
valgrind --tool=callgrind --callgrind-out-file=/dev/null "$1" check -j 1 --format json --as-of 2026-11-01 --fail-on never "$work/plans" >/dev/null 2>"$work/log"
count=$(sed -n 's/^.*Collected : //p' "$work/log")
bytes=$(find "$work/plans" -name '*.ehc' -exec cat {} + | wc -c)
each=$((count / bytes))
if [ "$each" -le "$most" ]; then
	echo "instructions: $each for each byte; 1 passed, 0 failed"
else
	echo "FAIL instructions: $each for each byte of $bytes, where $most are allowed: callgrind_annotate shows who took them"
	echo "instructions: 0 passed, 1 failed"
	exit 1
fi
