#!/bin/sh
# manual.sh [--bless] EHC - the documentation says what the program does: the rule reference is what the program prints, the
# manual pages name the options that --help names and no others, and are well-formed, and no format is left out.
set -u
bless=no
if [ "${1:-}" = --bless ]; then
	bless=yes
	shift
fi
[ $# -eq 1 ] || { echo "usage: tests/manual.sh [--bless] EHC" >&2; exit 2; }
ehc=$(realpath "$1")
cd "$(dirname "$0")/.." || exit 2
TEST=manual
. tests/tally.sh

# ---- the rule reference ----

"$ehc" rules --format markdown >"$work/rules.md"
verdict $? "ehc rules --format markdown failed"
if [ "$bless" = yes ]; then
	cmp -s "$work/rules.md" docs/rules.md || { cp "$work/rules.md" docs/rules.md; echo "blessed docs/rules.md"; }
fi
cmp -s "$work/rules.md" docs/rules.md
verdict $? "docs/rules.md is not what \`ehc rules --format markdown\` prints (make bless)"

# ---- manual pages ----

# Long options of a help text, and of a page's list of options.
in_help() { sed -n 's/^  .*--\([a-z][a-z-]*\).*/\1/p' | sed '/^$/d'; }
in_page() { sed -n 's/^\.It .*Fl -\([a-z][a-z-]*\).*/\1/p' "$1"; }

for page in docs/man/*.1; do
	mandoc -T lint -W warning "$page" >"$work/lint" 2>&1
	verdict $? "$page: $(head -n 1 "$work/lint")"
	mandoc -T utf8 "$page" >"$work/text" 2>/dev/null
	[ -s "$work/text" ]
	verdict $? "$page shows nothing"
done
for command in $("$ehc" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
	page=docs/man/ehc-$command.1
	[ -f "$page" ]
	verdict $? "ehc $command has no manual page"
	"$ehc" "$command" --help | sed -n '/^Options:/,/^$/p' | in_help | sort -u >"$work/help"
	in_page "$page" | sort -u >"$work/page"
	cmp -s "$work/help" "$work/page"
	verdict $? "$page and \`ehc $command --help\` name different options: $(diff "$work/help" "$work/page" | sed -n 's/^[<>] /--/p' | tr '\n' ' ')"
	grep -q "ehc-$command" docs/man/ehc.1
	verdict $? "docs/man/ehc.1 does not name ehc-$command"
done

# Every format of `ehc check` is named by those who look for one. The program itself says which there are.
formats=$("$ehc" check --format no-format README.md 2>&1 | sed -n 's/.*--format takes \(.*\); not.*/\1/p' | sed 's/,//g; s/ or / /')
for format in ${formats:-none}; do
	"$ehc" check --help | sed -n '/--format/,/--output/p' | grep -qw "$format" && grep -q "Cm $format" docs/man/ehc-check.1
	verdict $? "the format $format is missing from \`ehc check --help\` or from docs/man/ehc-check.1"
	for completion in completions/ehc.bash completions/_ehc; do
		grep 'check:-f)' "$completion" | grep -qw "$format"
		verdict $? "the format $format is missing from $completion"
	done
done

# ---- the read me ----

# What it shows of a run is what the program prints.
sed -n '/^\$ ehc check/,/^```/p' README.md | sed '1d;$d' >"$work/shown"
[ -s "$work/shown" ]
verdict $? "README.md shows no run"
"$ehc" $(sed -n 's/^\$ ehc //p' README.md | head -n 1) >"$work/out" 2>/dev/null
grep -vxF -f "$work/out" "$work/shown" >"$work/differ"
[ ! -s "$work/differ" ]
verdict $? "README.md shows what the program does not print: $(head -n 1 "$work/differ")"
# The first plan: each command as it stands, in a folder with a draft in Word; a new form is full of findings, and is written all the same.
mkdir "$work/first"
"$ehc" build -q --fail-on never corpus/plans/speech-language-year2-mixed/plan.ehc -o "$work/first/draft.docx"
sed -n '/^## The first plan/,/^## What works/s/^ehc \([^#]*[^# ]\) *#.*/\1/p' README.md >"$work/commands"
while read -r command; do
	case $command in import*) rm "$work/first/draft.ehc" ;; esac
	status=0
	(cd "$work/first" && "$ehc" $command >out 2>&1 </dev/null) || status=$?
	[ "$status" -le 1 ]
	verdict $? "README.md: ehc $command ends with status $status: $(head -n 1 "$work/first/out")"
done <"$work/commands"
[ -s "$work/first/draft.pdf" ] && [ -s "$work/first/findings.html" ] && [ "$(grep -c . "$work/commands")" -ge 4 ]
verdict $? "the first plan of README.md ends with a PDF"
for target in $(sed -n 's/.*`make \([a-z-]*\)`.*/\1/p' README.md | sort -u); do
	grep -q "^$target:\|^\(.* \)*$target\( .*\)*:" Makefile
	verdict $? "README.md speaks of \`make $target\`, which is not there"
done
for path in $(grep -o '](\([a-z][^)#]*\)' README.md | sed 's/^](//' | grep -v '^[a-z]*:'); do
	[ -e "$path" ]
	verdict $? "README.md leads to $path, which is not there"
done

tally
