#!/bin/sh
# setup.sh PACKAGE... - installs the Debian packages that are missing; says and does nothing when none is. A program of the
# package's name that came from elsewhere will do as well: Debian's own may not stand beside it.
set -eu
missing=
for p in "$@"; do
	dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || command -v "$p" >/dev/null || missing="$missing $p"
done
[ -n "$missing" ] || exit 0
echo "installing:$missing"
if [ "$(id -u)" != 0 ]; then
	echo "setup: run this as root, or install these packages yourself:$missing" >&2
	exit 2
fi
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# A stale package list is the usual reason for a failed install: refresh it first.
if ! { apt-get update -q && apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1; then
	tail -n 20 "$log" >&2
	rm -f "$log"
	exit 2
fi
rm -f "$log"
