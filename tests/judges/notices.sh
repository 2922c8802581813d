#!/bin/sh
# notices.sh EHC FOLDER FORM... - the notice of every pair of versions of the corpus in FOLDER, in each form and each installed style, and
# the page of its diff where one of the forms is html. Pairs that differ in numbers or order alone have no notice.
set -eu
ehc=$1 folder=$2
shift 2
top=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$folder"
for pair in "$top"/corpus/versions/*/; do
	name=$(basename "$pair")
	"$ehc" diff --format json "$pair/old.ehc" "$pair/new.ehc" >"$folder/json" || [ $? -eq 1 ]
	[ "$(jq '(.changed | length) + (.reworded | length)' "$folder/json")" -gt 0 ] || continue
	for form in "$@"; do
		for style in "$top"/templates/styles/*.ehc; do
			style=$(basename "$style" .ehc)
			"$ehc" diff -q --style "$style" --to "$form" -o "$folder/notice-$name.$style.$form" "$pair/old.ehc" "$pair/new.ehc"
		done
		[ "$form" != html ] || "$ehc" diff -q --format html -o "$folder/diff-$name.html" "$pair/old.ehc" "$pair/new.ehc" || [ $? -eq 1 ]
	done
done
rm -f "$folder/json"
