#!/bin/sh
# formats.sh EHC - outside judges on the formats for CI, on every plan of the corpus: the SARIF multitool and the schema of SARIF
# 2.1.0 that comes with it, xmllint with junit.xsd, jsonschema with gitlab.schema.json, Python's csv. The multitool comes
# from the npm registry, so it is fetched once, into build/judge; JUDGE names another folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
judge=${JUDGE:-$here/../../build/judge}
package=@microsoft/sarif-multitool-linux
version=5.7.0
tool=$judge/sarif/node_modules/$package
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

[ $# = 1 ] || { echo "usage: formats.sh EHC" >&2; exit 2; }
ehc=$(realpath "$1")
mkdir -p "$judge/sarif" "$judge/formats"
judge=$(realpath "$judge")
"$here/fetch.sh" "$judge/sarif" "$package@$version"
tool=$(realpath "$tool")
chmod +x "$tool/Sarif.Multitool"
cd "$here/../.."
out=$judge/formats
status=0
wrong() { echo "$1" >&2; status=1; }

check() { "$ehc" check --as-of 2026-05-01 --fail-on never "$@" || wrong "ehc check $* ended with $?"; }
"$ehc" check --as-of 2026-05-01 --quiet --write-baseline "$out/baseline" corpus/plans/hcp-diabetes-mixed 2>"$out/log" >&2
for more in '' --group --identify "--baseline $out/baseline"; do
	for format in sarif junit gitlab csv; do
		# shellcheck disable=SC2086
		check --format $format $more -o "$out/plans.$format" corpus/plans 2>"$out/log"
	done
	"$here/formats.py" "$out" "$tool/sarif-2.1.0.json" "$here/gitlab.schema.json" || status=1
	xmllint --noout --nonet --schema "$here/junit.xsd" "$out/plans.junit" 2>"$out/log" || { cat "$out/log"; status=1; }
	# It finds no fault but that there is no page about the tool on the web.
	"$tool/Sarif.Multitool" validate "$out/plans.sarif" --output "$out/verdict.sarif" --log ForceOverwrite >"$out/log" 2>&1 || { cat "$out/log"; status=1; }
	jq -r '.runs[].results[] | select(.ruleId != "SARIF2005") | "\(.ruleId) \(.locations[0].physicalLocation.region.startLine) \(.message)"' \
	    "$out/verdict.sarif" >"$out/said"
	[ ! -s "$out/said" ] || { head -n 5 "$out/said"; status=1; }
done
# A judge that passes everything would prove nothing.
sed 's/"level":"error"/"level":"fatal"/' "$out/plans.sarif" >"$out/broken.sarif"
sed 's/<testcase /<testcases /; s/tests="/test="/' "$out/plans.junit" >"$out/broken.junit"
! xmllint --noout --nonet --schema "$here/junit.xsd" "$out/broken.junit" 2>/dev/null || wrong "a broken JUnit file passes"
mkdir -p "$out/broken"
cp "$out/plans.csv" "$out/broken/plans.csv"; cp "$out/plans.gitlab" "$out/broken/plans.gitlab"; cp "$out/broken.sarif" "$out/broken/plans.sarif"
! "$here/formats.py" "$out/broken" "$tool/sarif-2.1.0.json" "$here/gitlab.schema.json" >/dev/null || wrong "a broken SARIF file passes"
[ "$status" -eq 0 ] && echo "formats: every judge passes sarif, junit, gitlab and csv"
exit $status
