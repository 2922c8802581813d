#!/bin/bash
# package.sh DEB DEVELOPMENT-DEB - the Debian packages are whole: they say what they need, and what is in them runs where it is unpacked.
set -u
[ $# -eq 2 ] || { echo "usage: tests/package.sh DEB DEVELOPMENT-DEB" >&2; exit 2; }
deb=$(realpath "$1") dev=$(realpath "$2")
cd "$(dirname "$0")/.." || exit 2
TEST=package
. tests/tally.sh
version=$(sed -n 's/^.define EHC_VERSION "\(.*\)"/\1/p' include/ehc/base.h)

lintian --fail-on error "$deb" "$dev" >"$work/lintian" 2>&1
verdict $? "lintian: $(grep '^E' "$work/lintian" | head -n 3)"
for file in "$deb" "$dev"; do
	[ "$(dpkg-deb -f "$file" Version)" = "$version" ]
	verdict $? "$file has not the program's version"
	dpkg-deb -x "$file" "$work/root"
	verdict $? "$file cannot be unpacked"
done
dpkg-deb -f "$deb" Depends >"$work/needs"
for library in libc6 libhpdf libharfbuzz0b libharfbuzz-subset0 libfribidi0 libxml2 libzip4 libsqlite3-0 libdeflate0; do
	grep -q "$library" "$work/needs"
	verdict $? "the package does not say that it needs $library"
done

at=$work/root/usr
cp corpus/plans/speech-language-year2-mixed/plan.ehc "$work/draft.ehc"
cd "$work" || exit 2
ehc() { env -i "$at/bin/ehc" "$@" >out 2>err </dev/null; }
[ "$(env -i "$at/bin/ehc" --version)" = "ehc $version" ]
verdict $? "the packaged program does not run"
ehc check --as-of 2026-05-01 --profile example-county draft.ehc
[ $? -eq 1 ] && grep -q SPEC-001 out
verdict $? "check: $(head -n 1 err)"
ehc explain SPEC-001
[ $? -eq 0 ] && grep -q '^Found here' out
verdict $? "explain shows no example: $(head -n 1 err)"
ehc build --as-of 2026-05-01 --fail-on never -o draft.pdf draft.ehc
[ $? -eq 0 ] && [ "$(head -c 5 draft.pdf)" = %PDF- ]
verdict $? "build: $(head -n 1 err)"
ehc qa --as-of 2026-05-01 --fail-on never -o draft.html draft.ehc
verdict $? "qa: $(head -n 1 err)"
ehc new hcp-asthma -o new.ehc
verdict $? "new: $(head -n 1 err)"
${CC:-cc} -std=c11 -o lint "$at/share/doc/ehc/docs/example/lint.c" -I"$at/include" "$at"/lib/*/libehc.a -ldl -lm -pthread 2>err
verdict $? "the example does not compile: $(head -n 1 err)"
./lint draft.ehc | grep -q 'SPEC-001'
verdict $? "the example finds nothing"

tally
