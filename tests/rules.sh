#!/bin/sh
# rules.sh [--bless] [--complete] EHC [ID...] - runs the examples of the rules, corpus/rules/<ID>/.
#
# bad.ehc must be found by the rule that the folder is named after, good.ehc must not; and good.ehc, which differs from it
# only at the fault, gives no finding that bad.ehc does not give. expect.txt lists all that bad.ehc gives, one a line:
# rule, item (or -), severity or "accepted". Its first line may be "# as of 2026-07-20" for rules that depend on the day.
# A folder may hold examples.sh in place of the two files, where they are too large to keep: it writes them into a folder, and
# expect.txt then lists the findings of the rule alone.
# --complete also fails where a rule has no folder, or where docs/rules.md is not what `ehc rules` writes.
# --bless writes expect.txt anew, and docs/rules.md with --complete.
set -eu

bless=no complete=no
while [ $# -gt 0 ]; do
	case $1 in
	--bless) bless=yes ;;
	--complete) complete=yes ;;
	--*) echo "rules.sh: no option $1" >&2; exit 2 ;;
	*) break ;;
	esac
	shift
done
[ $# -gt 0 ] || { echo "usage: tests/rules.sh [--bless] [--complete] EHC [ID...]" >&2; exit 2; }
ehc=$(realpath "$1")
shift
cd "$(dirname "$0")/../corpus/rules"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One line a finding, sorted; fails where the run itself failed.
findings() {
	status=0
	"$ehc" check --format json --as-of "$2" "$1" >"$work/json" 2>"$work/stderr" || status=$?
	if [ "$status" -gt 1 ] || ! jq -r '.files[].findings[] | "\(.rule) \(.item // "-") \(if .accepted then "accepted" else .severity end)"' "$work/json" >"$work/lines"; then
		echo "$1: the run failed ($status): $(head -n 3 "$work/stderr")"
		return 1
	fi
	LC_ALL=C sort "$work/lines"
}

check() {
	id=$1 as_of=none from=$1
	if [ -f "$id/examples.sh" ]; then
		from=$work/$id
		mkdir -p "$from"
		"$id/examples.sh" "$from"
	fi
	[ -f "$from/bad.ehc" ] && [ -f "$from/good.ehc" ] || { echo "$id: bad.ehc or good.ehc is missing"; return 1; }
	head=$([ ! -f "$id/expect.txt" ] || sed -n '1s/^# as of //p' "$id/expect.txt")
	[ -z "$head" ] || as_of=$head
	findings "$from/bad.ehc" "$as_of" >"$work/bad" || { cat "$work/bad"; return 1; }
	findings "$from/good.ehc" "$as_of" >"$work/good" || { cat "$work/good"; return 1; }
	[ "$from" = "$id" ] || sed -i "/^$id /!d" "$work/bad" "$work/good"
	wrong=0
	grep -q "^$id " "$work/bad" || { echo "$id: bad.ehc is not found by its rule; it gives:"; sed 's/^/    /' "$work/bad"; wrong=1; }
	! grep "^$id " "$work/good" >"$work/more" || { echo "$id: good.ehc is found by the rule:"; sed 's/^/    /' "$work/more"; wrong=1; }
	cut -d' ' -f1,2 "$work/bad" >"$work/bad-places"
	cut -d' ' -f1,2 "$work/good" | LC_ALL=C comm -13 "$work/bad-places" - >"$work/more"
	[ ! -s "$work/more" ] || { echo "$id: good.ehc gives what bad.ehc does not:"; sed 's/^/    /' "$work/more"; wrong=1; }
	{ [ -z "$head" ] || echo "# as of $head"; cat "$work/bad"; } >"$work/expect"
	if [ "$bless" = yes ]; then
		cp "$work/expect" "$id/expect.txt"
	elif ! diff -u "$id/expect.txt" "$work/expect" >"$work/diff" 2>&1; then
		echo "$id: bad.ehc gives other findings than expect.txt lists:"
		sed '1,2d;s/^/    /' "$work/diff"
		wrong=1
	fi
	return $wrong
}

failed=0 run=0
for id in ${*:-$(ls)}; do
	run=$((run + 1))
	check "$id" || failed=$((failed + 1))
done
if [ "$complete" = yes ]; then
	"$ehc" rules --format json | jq -r '.rules[].rule' | while read -r id; do
		[ -d "$id" ] || echo "$id: has no folder in corpus/rules"
	done >"$work/missing"
	cat "$work/missing"
	failed=$((failed + $(wc -l <"$work/missing")))
	"$ehc" rules --format markdown >"$work/rules.md"
	if [ "$bless" = yes ]; then
		cp "$work/rules.md" ../../docs/rules.md
	elif ! cmp -s "$work/rules.md" ../../docs/rules.md; then
		echo "docs/rules.md is not what \`ehc rules --format markdown\` writes; --bless --complete writes it"
		failed=$((failed + 1))
	fi
fi
echo "rules: $run examples, $failed wrong"
[ "$failed" -eq 0 ]
