#!/bin/bash
# reproducible.sh - the same sources give the same bytes of program, back ends, library and packages, whatever the folder, the umask,
# the time zone and the language they are built in.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
copy() { mkdir -p "$1" && tar -cf - --exclude=./.git --exclude=./build --exclude=./node_modules --exclude=./out . | tar -xf - -C "$1"; }

copy "$work/one"
copy "$work/another/folder"
(cd "$work/one" && umask 022 && TZ=UTC LC_ALL=C make -s package) >"$work/log" 2>&1 || { tail -n 20 "$work/log"; exit 1; }
(cd "$work/another/folder" && umask 027 && TZ=Pacific/Auckland LC_ALL=C.UTF-8 make -s package) >"$work/log" 2>&1 || { tail -n 20 "$work/log"; exit 1; }
one=$work/one/build/deb another=$work/another/folder/build/deb
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
