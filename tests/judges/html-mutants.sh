#!/bin/sh
# html-mutants.sh FILE - breaks a good page in several ways, and sees that the judges of html.sh notice each.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
good=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0 caught=0

# broken NAME SED-EXPRESSION: the page changed so is no longer good
broken() {
	sed "$2" "$good" >"$work/$1.html"
	cmp -s "$good" "$work/$1.html" || return 0
	echo "html-mutants: $1: the page holds nothing to break"
	status=1
}
broken language 's/<html lang="en-GB">/<html>/'
broken title 's|<title>.*</title>||'
broken pale 's/--ink:#[0-9a-f]*/--ink:#c9ced3/'
broken twice-the-id 's/id="main"/id="contacts"/'
broken unclosed 's|</table>||'
broken empty-link 's|<main |<a href="#main"></a><main |'
broken too-wide 's|<main |<p style="width:60rem">wide</p><main |'
broken fetched 's|</head>|<link rel="stylesheet" href="https://example.org/style.css"></head>|'
broken script 's|</head>|<script>nothing.here();</script></head>|'
"$here/html.sh" "$work"/*.html >"$work/log" 2>&1 && status=1
for page in "$work"/*.html; do
	name=$(basename "$page")
	if grep -q "$name" "$work/log"; then
		caught=$((caught + 1))
	else
		echo "html-mutants: $name: no judge noticed"
		status=1
	fi
done
[ $status -eq 0 ] && echo "html-mutants: $caught broken pages, each noticed"
exit $status
