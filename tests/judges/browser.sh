#!/bin/sh
# browser.sh PAGE... - quality reports in a real browser (browser.js says what is tried): Debian's Chromium, driven by a package of the
# npm registry that is fetched once, into build/judge; JUDGE names another folder, CHROMIUM another browser. The exit
# status is 0 when every page passes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
JUDGE=${JUDGE:-$here/../../build/judge}
package=playwright-core
version=1.55.0

[ $# -gt 0 ] || { echo "usage: browser.sh PAGE..." >&2; exit 2; }
mkdir -p "$JUDGE"
JUDGE=$(cd "$JUDGE" && pwd)
export JUDGE
"$here/fetch.sh" "$JUDGE" "$package@$version"
exec node "$here/browser.js" "${CHROMIUM:-$(command -v chromium)}" "$@"
