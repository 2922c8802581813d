#!/bin/sh
# analyse.sh gcc|clang-tidy FILE... - one of the two readers of the code on each source, with the flags in CPPFLAGS. Where gcc is mistaken stands
# in tests/fanalyzer.supp; .clang-tidy says what clang-tidy looks for.
set -u
supp=$(dirname "$0")/fanalyzer.supp
reader=$1 status=0
shift
# shellcheck disable=SC2086
case $reader in
gcc)
	for file in "$@"; do
		passed=$(sed -n "s,^\(analyzer-[a-z-]*\):$file\$,-Wno-\1,p" "$supp")
		gcc -std=c11 -O2 -fanalyzer -Werror $passed $CPPFLAGS -c -o /dev/null "$file" || status=1
	done ;;
# One at a time, because it takes what it knows of one file for known of the next. It is told to follow a function through a third of the states that it
# would, for a third of the time. Its second stream only counts what it was told to leave out.
clang-tidy)
	for file in "$@"; do
		clang-tidy --quiet "$file" -- -std=c11 $CPPFLAGS -Xclang -analyzer-config -Xclang max-nodes=75000 2>/dev/null || status=1
	done ;;
*) echo "usage: tests/analyse.sh gcc|clang-tidy FILE..." >&2; status=2 ;;
esac
exit $status
