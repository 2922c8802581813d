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
[ -f "$JUDGE/node_modules/$package/package.json" ] ||
    npm install --silent --no-audit --no-fund --prefix "$JUDGE" --ignore-scripts "$package@$version" >"$JUDGE/npm.log" 2>&1 ||
    { cat "$JUDGE/npm.log" >&2; exit 2; }
exec node "$here/browser.js" "${CHROMIUM:-$(command -v chromium)}" "$@"
