#!/bin/sh
# fetch.sh FOLDER PACKAGE@VERSION... - packages of the npm registry, fetched into FOLDER once. Judges that share a folder may ask at the same time.
set -eu
[ $# -gt 1 ] || { echo "usage: fetch.sh FOLDER PACKAGE@VERSION..." >&2; exit 2; }
folder=$1 missing=
shift
mkdir -p "$folder"
exec 9>"$folder/.fetching"
flock 9
for package in "$@"; do
	[ -d "$folder/node_modules/${package%@*}" ] || missing=yes
done
[ -n "$missing" ] || exit 0
npm install --silent --no-audit --no-fund --prefix "$folder" --ignore-scripts "$@" >"$folder/npm.log" 2>&1 || { cat "$folder/npm.log" >&2; exit 2; }
