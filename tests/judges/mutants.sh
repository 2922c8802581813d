#!/bin/sh
# mutants.sh FILE - tries the judge: breaks a good PDF in many ways, one at a time, and checks that each copy is refused
# for the right reason. A judge that passes everything would prove nothing. The file needs a table and a link.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# = 1 ] || { echo "usage: mutants.sh FILE" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
qpdf --qdf --object-streams=disable "$1" "$work/good.qdf"

# NAME, the rule that must fail, and what sed does to the file laid open
mutants='
no-language	7.2-	/^  \/Lang (/d
not-marked	6.2-1	s/^    \/Marked true/    \/Marked false/
title-not-shown	7.1-10	s/\/DisplayDocTitle true/\/DisplayDocTitle false/
head-without-scope	7.5-1	/^    \/Scope /d
link-without-words	7.18.5-2	/^  \/Contents (Go to/d
tab-order-lost	7.18.3-1	/^  \/Tabs \/S/d
level-skipped	7.4.2-1	s/^  \/S \/H2$/  \/S \/H4/
letters-without-meaning	7.21.7-1	/^  \/ToUnicode /d
not-claimed	5-1	/pdfuaid:part>1/d
metadata-without-title	7.1-9	/<dc:title>/d
rule-neither-tagged-nor-artifact	7.1-3	s/^\/Artifact BMC$/\/Span BMC/
row-outside-table	7.2-	s/^  \/S \/Table$/  \/S \/Sect/
item-outside-list	7.2-	s/^  \/S \/L$/  \/S \/Sect/
no-parent-tree	7.1-3	/^  \/ParentTree /d
unknown-role	7.1-5	s/^  \/S \/Sect$/  \/S \/Sector/
link-not-in-link	7.18.5-1	s/^  \/S \/Link$/  \/S \/Span/
font-not-embedded	7.21.4.1-1	/^  \/FontFile2 /d
glyphs-not-mapped	7.21.3.2-1	/^  \/CIDToGIDMap /d
colours-undefined	6.2.4.3-2	/^  \/OutputIntents \[/,/^  \]/d
archive-not-claimed	6.6.4-	/pdfaid:part>2/d
annotation-not-printed	6.3.2-2	s/^  \/F 4$/  \/F 0/
'

# Closes an opened file again, in the form that PDF/A wants streams to have. Status 3 is a file with warnings.
close_file() {
	fix-qdf "$1" >"$work/closed.qdf" 2>/dev/null
	qpdf --newline-before-endstream "$work/closed.qdf" "$2" 2>/dev/null || [ $? = 3 ]
}

# Lists, one mutant a line, without the empty lines.
list() { printf '%s\n' "$mutants" | sed '/^$/d'; }

list | while IFS='	' read -r name rule edit; do
	sed "$edit" "$work/good.qdf" >"$work/edited.qdf"
	if cmp -s "$work/good.qdf" "$work/edited.qdf"; then
		echo "$name: the edit changes nothing in $1" >&2
		exit 2
	fi
	close_file "$work/edited.qdf" "$work/$name.pdf"
done
close_file "$work/good.qdf" "$work/unbroken.pdf"

# The copy that nobody broke must pass, or the rest means nothing.
"$here/pdf.sh" "$work/unbroken.pdf" >"$work/out" || { cat "$work/out"; echo "the unbroken copy is refused"; exit 1; }
set -- $(list | cut -f1 | sed "s|.*|$work/&.pdf|")
"$here/pdf.sh" "$@" >"$work/out" 2>&1 && { echo "every mutant passes"; exit 1; }

status=0
list >"$work/list"
while IFS='	' read -r name rule edit; do
	if awk -v file="$work/$name.pdf:" -v rule="  $rule" '$1 == file { mine = 1; next } /^[^ ]/ { mine = 0 }
	    mine && index($0, rule) == 1 { found = 1 } END { exit !found }' "$work/out"; then
		echo "$name: caught ($rule)"
	else
		echo "$name: NOT caught by $rule"
		grep -A3 "$name.pdf: " "$work/out" | sed 's/^/    /'
		status=1
	fi
done <"$work/list"
exit $status
