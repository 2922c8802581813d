#!/bin/sh
# corpus.sh EHC FOLDER FORM... - every plan of the corpus, and the one in many scripts, in FOLDER, in each form and each installed style,
# and beside it the form for its review. An agreed health care plan that may not go out as it stands is built as the draft that it then is.
set -eu
ehc=$1 folder=$2
shift 2
top=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$folder"
for plan in "$top"/corpus/plans/*/plan.ehc "$top"/corpus/languages/plan.ehc; do
	name=$(basename "$(dirname "$plan")")
	for style in "$top"/templates/styles/*.ehc; do
		style=$(basename "$style" .ehc)
		for form in "$@"; do
			to="$folder/$name.$style.$form"
			options="build -q --as-of none --fail-on never --style $style --to $form -o $to"
			"$ehc" $options "$plan" 2>/dev/null || sed 's/^  status: agreed$/  status: draft/' "$plan" |
			    "$ehc" $options --stdin-name "$plan" -
			"$ehc" review -q --as-of 2026-05-01 --style "$style" --to "$form" -o "$folder/$name.$style.review.$form" "$plan"
		done
	done
done
