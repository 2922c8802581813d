#!/bin/sh
# hardening.sh BUILD - the release build is one that is hard to use against its machine, and dumps no plan when it fails.
set -u
[ $# -eq 1 ] || { echo "usage: tests/hardening.sh BUILD" >&2; exit 2; }
build=$(realpath "$1")
TEST=hardening
. "$(dirname "$0")/tally.sh"

for file in "$build"/ehc "$build"/ehc-*.so; do
	name=${file##*/}
	readelf -Wh -l -d --dyn-syms "$file" >"$work/elf" 2>&1
	grep -q 'Type: *DYN' "$work/elf"
	verdict $? "$name is not position-independent"
	grep -q 'GNU_RELRO' "$work/elf" && grep -q 'BIND_NOW\|FLAGS_1.*NOW' "$work/elf"
	verdict $? "$name: what is looked up when it loads stays writable"
	grep 'GNU_STACK' "$work/elf" | grep -q 'RW ' && ! grep 'GNU_STACK' "$work/elf" | grep -q 'RWE'
	verdict $? "$name: its stack can be executed"
	! grep -q 'TEXTREL' "$work/elf"
	verdict $? "$name writes to its own code"
	grep -q '__stack_chk_fail' "$work/elf"
	verdict $? "$name does not watch its stack"
	grep -q '__[a-z]*_chk@' "$work/elf"
	verdict $? "$name does not check the room of what it copies"
	if grep -q 'X86-64' "$work/elf"; then
		objdump -d -j .text "$file" | grep -q endbr64
		verdict $? "$name has no guard on where calls and jumps may lead"
	fi
	! readelf -Wd "$file" | grep -q 'RPATH\|RUNPATH'
	verdict $? "$name looks for libraries in a folder of its own"
done
readelf -Wd "$build/ehc" | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p' | grep -v '^libc\.so\|^libdl\.so\|^libpthread\.so\|^ld-linux' >"$work/needed"
[ ! -s "$work/needed" ]
verdict $? "the program needs more than the C library: $(cat "$work/needed")"

# limit [NAME=VALUE]: the soft and the hard limit of a core dump of the program while it waits for its plan
limit() {
	mkfifo "$work/plan"
	env "$@" sh -c 'ulimit -c 4096 2>/dev/null; exec "$0" check -q --as-of none -' "$build/ehc" <"$work/plan" >/dev/null 2>&1 &
	waiting=$!
	exec 3>"$work/plan"
	# It sleeps once it has begun, and there is nothing to read. A machine that has much to do takes its time.
	for _ in $(seq 300); do
		[ "$(readlink "/proc/$waiting/exe")" = "$build/ehc" ] && grep -q '^State:.S' "/proc/$waiting/status" && break
		sleep 0.1
	done
	sed -n 's/^Max core file size *\([a-z0-9]*\) *\([a-z0-9]*\).*/\1 \2/p' "/proc/$waiting/limits"
	exec 3>&-
	wait $waiting
	rm "$work/plan"
}
[ "$(limit A=1)" = "0 0" ]
verdict $? "the program may dump its memory"
[ "$(limit EHC_CORE_DUMPS=1)" != "0 0" ]
verdict $? "EHC_CORE_DUMPS=1 does not let the program dump its memory"

tally
