#!/bin/bash
# reproducible.sh PACKAGES - the same sources give the same bytes of program, back ends, library and packages, whatever the folder, the umask,
# the time zone and the language they are built in: those in PACKAGES, which `make package` wrote, beside some that are built here.
set -eu
[ $# -eq 1 ] || { echo "usage: tests/reproducible.sh PACKAGES" >&2; exit 2; }
one=$(realpath "$1")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

mkdir -p "$work/another/folder"
tar -cf - --exclude=./.git --exclude=./build --exclude=./node_modules --exclude=./out . | tar -xf - -C "$work/another/folder"
(cd "$work/another/folder" && umask 027 && TZ=Pacific/Auckland LC_ALL=C make -s package) >"$work/log" 2>&1 || { tail -n 20 "$work/log"; exit 1; }
another=$work/another/folder/build/deb
for file in $(cd "$one" && ls ./*.deb ./ehc-*/build/release/ehc ./ehc-*/build/release/*.so ./ehc-*/build/release/libehc.a); do
	if cmp -s "$one/$file" "$another/$file"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL reproducible: ${file##*/} has other bytes in another folder"
	fi
done
echo "reproducible: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 5 ]
