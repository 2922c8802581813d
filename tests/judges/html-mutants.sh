#!/bin/sh
# html-mutants.sh FILE - breaks a good page in several ways, one at a time, to see that the judges of html.sh notice each.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
good=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0 caught=0

# broken NAME SED-EXPRESSION: the page changed so is no longer good
broken() {
	sed "$2" "$good" >"$work/$1.html"
	if cmp -s "$good" "$work/$1.html"; then
		echo "html-mutants: $1: the page holds nothing to break"
		status=1
	elif "$here/html.sh" "$work/$1.html" >"$work/log" 2>&1; then
		echo "html-mutants: $1: no judge noticed"
		status=1
	else
		caught=$((caught + 1))
	fi
}
broken language 's/<html lang="en-GB">/<html>/'
broken title 's|<title>.*</title>||'
broken pale 's/--ink:#1c2126/--ink:#c9ced3/'
broken twice-the-id 's/id="main"/id="contacts"/'
broken unclosed 's|</table>||'
broken empty-link 's|<main |<a href="#main"></a><main |'
broken too-wide 's|<main |<p style="width:60rem">wide</p><main |'
broken fetched 's|</head>|<link rel="stylesheet" href="https://example.org/style.css"></head>|'
broken script 's|</head>|<script>nothing.here();</script></head>|'
[ $status -eq 0 ] && echo "html-mutants: $caught broken pages, each noticed"
exit $status
