#!/bin/sh
# run.sh FOLDER SECONDS [TARGET...] - fuzzes each target for so long, from the plans of the corpus and what earlier runs found. What breaks a
# target is left in FOLDER/found: mend it, then keep it in corpus/hostile or corpus/fuzz. With 0 seconds nothing is searched for: each target
# takes what is there already, which is the same in every run.
set -eu
folder=$1 seconds=$2
shift 2
here=$(dirname "$0") root=$(dirname "$0")/../..
[ $# -gt 0 ] || set -- plan amount draft xml printed house versions
mkdir -p "$folder/found"

# Labels and the words of amounts, so that the fuzzer need not find them letter by letter.
sed -n -e 's/^KEYWORD([A-Z_0-9]*, *"\([^"\\]*\)".*/"\1: "/p' "$root/grammar/keywords.def" | sort -u >"$folder/labels.dict"
sed -n 's/^AMOUNT([A-Z]*, "\([^"]*\)".*/\1/p' "$root/tests/unit/amounts.def" | tr -cs 'a-zA-Z' '\n' | sort -u | sed -n 's/..*/"&"/p' >"$folder/amounts.dict"
sed -n 's/.*<\(element\|attribute\) name="\([a-z-]*\)".*/"\2"/p' "$root/templates/schema/ehc-plan.rng" | sort -u >"$folder/xml.dict"

seed() {
	mkdir -p "$folder/corpus-$1"
	case $1 in
	plan | printed) cp -n "$root"/corpus/syntax/*.ehc "$root"/corpus/hostile/*.ehc "$folder/corpus-$1"
		for p in "$root"/corpus/plans/hcp*/plan.ehc "$root"/corpus/rules/*-00[1-5]/*.ehc; do
			cp -n "$p" "$folder/corpus-$1/$(echo "$p" | tr / _ | tail -c 60)"
		done ;;
	amount) sed -n 's/^AMOUNT([A-Z]*, "\([^"]*\)".*/\1/p' "$root/tests/unit/amounts.def" | split -l 1 -a 4 - "$folder/corpus-$1/a" ;;
	draft) for p in "$root"/corpus/plans/*/plan.ehc; do
			name=$(basename "$(dirname "$p")")
			{ printf '\002'; cat "$p"; } >"$folder/corpus-$1/$name.text"
			"$EHC" build -q --to html --as-of none --fail-on never 2>/dev/null -o "$folder/seed.html" "$p" && { printf '\001'; cat "$folder/seed.html"; } >"$folder/corpus-$1/$name.html"
		done
		"$here/seeds.py" "$folder/corpus-$1" ;;
	house) for p in "$root"/templates/profiles/*.ehc "$root"/templates/styles/*.ehc "$root"/corpus/plans/house-rules-in-layers/*valley*.ehc \
		    "$root"/corpus/rules/HOUS-*/house.ehc "$root"/corpus/rules/PROF-*/*.ehc "$root"/corpus/rules/LOOK-*/*.ehc; do
			cp -n "$p" "$folder/corpus-$1/$(echo "$p" | tr / _ | tail -c 60)"
		done ;;
	versions) for p in "$root"/corpus/versions/*/; do
			{ cat "$p/old.ehc"; printf '\f'; cat "$p/new.ehc"; } >"$folder/corpus-$1/$(basename "$p")"
		done ;;
	xml) for p in "$root"/corpus/plans/*/plan.ehc "$root"/corpus/rules/*-00[1-5]/*.ehc; do
			"$EHC" build -q --to xml --as-of none --fail-on never -o "$folder/corpus-$1/$(echo "$p" | tr / _ | tail -c 60).xml" "$p" 2>/dev/null || true
		done ;;
	esac
	[ ! -d "$root/corpus/fuzz/$1" ] || cp -n "$root/corpus/fuzz/$1"/* "$folder/corpus-$1"
}

how=-max_total_time=$seconds
[ "$seconds" -gt 0 ] || how=-runs=0
status=0
for target in "$@"; do
	seed "$target"
	dict=$folder/labels.dict
	case $target in amount) dict=$folder/amounts.dict ;; xml) dict=$folder/xml.dict ;; esac
	said="nothing broke"
	"$folder/fuzz-$target" "$how" -dict="$dict" -timeout=20 -rss_limit_mb=3000 -max_len=20000 -artifact_prefix="$folder/found/$target-" \
	    -print_final_stats=1 "$folder/corpus-$target" >"$folder/$target.log" 2>&1 || { status=1 said="something broke: see $folder/found"; tail -n 40 "$folder/$target.log"; }
	printf 'fuzz %s: %s runs, %s edges covered, %s\n' "$target" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/$target.log" | tail -n 1)" \
	    "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$folder/$target.log" | tail -n 1)" "$said"
done
exit $status
