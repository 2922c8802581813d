#!/bin/sh
# html.sh FILE... - outside judges on finished HTML: the Nu HTML checker (vnu), and axe-core in headless Chromium at the
# width of a desk and of a telephone, where nothing may stand out at the side. They come from the npm registry, so they
# are fetched once, into build/judge; JUDGE names another folder. The exit status is 0 when every judge passes every file.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
judge=${JUDGE:-$here/../../build/judge}
packages="vnu-jar@24.10.17 axe-core@4.10.3 puppeteer-core@22.15.0"

[ $# -gt 0 ] || { echo "usage: html.sh FILE..." >&2; exit 2; }
# shellcheck disable=SC2086
"$here/fetch.sh" "$judge" $packages
judge=$(cd "$judge" && pwd)
status=0
# Three opinions of the checker are not shared: Safari takes a list without bullets for none unless a role says it again; a
# sheet that is torn off has a heading of the first level, because it is a document of its own; and field-sizing, by which a
# box grows with what is typed so that print does not cut it, is younger than the checker.
java -Xss4m -jar "$judge/node_modules/vnu-jar/build/dist/vnu.jar" --Werror --filterpattern '.*(“list” role is unnecessary|“h1” element as a top-level heading|Property “field-sizing” doesn).*' "$@" 2>&1 || status=1
NODE_PATH=$judge/node_modules node "$here/page.js" "$@" || status=1
exit $status
