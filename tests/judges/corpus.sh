#!/bin/sh
# corpus.sh EHC FOLDER FORM... - every plan of the corpus in FOLDER, in each form. An agreed health care plan that may not
# go out as it stands is built as the draft that it then is.
set -eu
ehc=$1 folder=$2
shift 2
plans=$(cd "$(dirname "$0")/../../corpus/plans" && pwd)
mkdir -p "$folder"
for plan in "$plans"/*/plan.ehc; do
	name=$(basename "$(dirname "$plan")")
	for form in "$@"; do
		to="$folder/$name.$form"
		options="build -q --as-of none --fail-on never --to $form -o $to"
		"$ehc" $options "$plan" 2>/dev/null || sed 's/^  status: agreed$/  status: draft/' "$plan" |
		    "$ehc" $options --stdin-name "$plan" -
	done
done
