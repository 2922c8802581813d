#!/bin/sh
# docs.sh [--bless] EHC [FILE...] - checks the examples that documents show (docs/language.md, docs/advice.md, docs/printed-plan.md and docs/review.md unless others are named).
#
# In fences:
#   ```ehc           a whole document: no finding of the families SYN and VAL, and no link that leads nowhere
#   ```ehc-part      a part of an EHC plan: no finding of the family SYN
#   ```ehc-part-health, ```ehc-part-profile, ```ehc-part-style   the same for parts of a health care plan, a profile, a style
#   ```ehc-amounts   "what is written => words that its read-back must hold", one amount a line
# Between <!-- labels --> and <!-- end of labels --> stand the tables that tests/labels.c makes from grammar/keywords.def;
# --bless writes them anew. Says nothing but a summary when all is well.
set -eu

bless=no
[ "${1-}" != --bless ] || { bless=yes; shift; }
[ $# -gt 0 ] || { echo "usage: tests/docs.sh [--bless] EHC [FILE...]" >&2; exit 2; }
ehc=$(realpath "$1")
shift
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- docs/language.md docs/printed-plan.md docs/advice.md docs/review.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

wrong() {
	echo "$1"
	failed=$((failed + 1))
}

# A whole document, or a part, must give no finding of some families.
check_document() {
	case $2 in
	whole) families='^(SYN|VAL)-|^LINK-010$' ;;
	*) families='^SYN-' ;;
	esac
	status=0
	"$ehc" check --format json --as-of none --fail-on never "$1" >"$work/json" 2>"$work/stderr" || status=$?
	if [ "$status" -ne 0 ]; then
		wrong "$3: ehc check ended with status $status: $(head -n 2 "$work/stderr")"
		return
	fi
	jq -r --arg families "$families" '.files[].findings[] | select(.rule | test($families)) | "    line \(.line): \(.rule) \(.message)"' \
	    "$work/json" >"$work/lines"
	[ ! -s "$work/lines" ] || { wrong "$3: its example gives"; cat "$work/lines"; }
}

# A part stands below the head of the document that it is a part of.
check_part() {
	{ echo "$1: part"; cat "$2"; } >"$work/part.ehc"
	check_document "$work/part.ehc" part "$3"
}

check_amounts() {
	{ echo 'EHC plan: amounts'; awk -F ' => ' '{ printf "provision F%d: x\n  how much: %s\n", NR, $1 }' "$1"; } >"$work/amounts.ehc"
	"$ehc" check --read-back --as-of none --fail-on never "$work/amounts.ehc" >"$work/out" 2>&1 || true
	# Lines that were wrapped are joined again: an item starts after two blanks, what goes on after six.
	awk '/^  F[0-9]+: /{ if (line != "") print line; sub(/^ +/, ""); line = $0; next }
	    /^      /{ if (line != "") { sub(/^ +/, ""); line = line " " $0 } next } { if (line != "") print line; line = "" }
	    END { if (line != "") print line }' "$work/out" >"$work/read"
	n=0
	while IFS= read -r line; do
		n=$((n + 1))
		expected=${line#* => }
		got=$(sed -n "s/^F$n: //p" "$work/read")
		case $got in
		*"$expected"*) ;;
		*) wrong "$2: \"${line% => *}\" is read back as \"$got\", without \"$expected\"" ;;
		esac
	done <"$1"
}

# Each fence of a file into a file of its own, named after its line and kind: fence-<line>-<kind>.
split_fences() {
	rm -f "$work"/fence-*
	awk -v dir="$work" '
	    file != "" && /^```/ { close(file); file = ""; next }
	    skip && /^```/ { skip = 0; next }
	    file == "" && !skip && /^```ehc/ { file = dir "/fence-" NR "-" substr($0, 4); printf "" >file; next }
	    file == "" && /^```/ { skip = 1; next }
	    file != "" { print >file }' "$1"
}

check_fences() {
	split_fences "$1"
	for fence in "$work"/fence-*; do
		[ -f "$fence" ] || continue
		before=$failed
		kind=${fence##*/fence-}
		place="$1:${kind%%-*}"
		case ${kind#*-} in
		ehc) cp "$fence" "$work/doc.ehc"; check_document "$work/doc.ehc" whole "$place" ;;
		ehc-part) check_part 'EHC plan' "$fence" "$place" ;;
		ehc-part-health) check_part 'health care plan' "$fence" "$place" ;;
		ehc-part-profile) check_part 'profile' "$fence" "$place" ;;
		ehc-part-style) check_part 'style' "$fence" "$place" ;;
		ehc-amounts) check_amounts "$fence" "$place" ;;
		*) wrong "$place: no kind of fence is called ${kind#*-}" ;;
		esac
		[ "$failed" -ne "$before" ] || passed=$((passed + 1))
	done
}

check_labels() {
	grep -q '^<!-- labels -->$' "$1" || return 0
	${CC:-cc} -std=c11 -Iinclude -Igrammar -o "$work/labels" tests/labels.c
	{ sed '/^<!-- labels -->$/q' "$1"; "$work/labels"; echo; sed -n '/^<!-- end of labels -->$/,$p' "$1"; } >"$work/anew"
	if cmp -s "$work/anew" "$1"; then
		passed=$((passed + 1))
		return 0
	fi
	if [ "$bless" = yes ]; then
		cp "$work/anew" "$1"
	else
		wrong "$1: the tables of labels differ from grammar/keywords.def; tests/docs.sh --bless writes them anew"
	fi
}

for file in "$@"; do
	check_labels "$file"
	check_fences "$file"
done
echo "docs: $passed passed, $failed failed"
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ]
