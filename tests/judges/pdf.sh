#!/bin/sh
# pdf.sh FILE... - outside judges on finished PDFs: veraPDF (PDF/UA-1 and PDF/A-2a), qpdf, and poppler's view of fonts,
# title and structure. veraPDF's library comes with a package of the npm registry, so it is fetched once, into
# build/judge; JUDGE names another folder. The exit status is 0 when every judge passes every file.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
judge=${JUDGE:-$here/../../build/judge}
package=@opendataloader/pdf
version=2.5.0
jar=$judge/node_modules/$package/lib/opendataloader-pdf-cli.jar
java=/usr/share/java

set_up() {
	"$here/fetch.sh" "$judge" "$package@$version"
	[ "$judge/VeraCheck.class" -nt "$here/VeraCheck.java" ] ||
	    javac -nowarn -cp "$jar" -d "$judge" "$here/VeraCheck.java"
}

# The package leaves out the XML binding that veraPDF needs; Debian has it.
vera() {
	java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
	    -cp "$judge:$jar:$java/jaxb-runtime.jar:$java/istack-commons-runtime.jar" VeraCheck "$@"
}

# What a person would look at first: every font embedded and readable, a title, tags, words in the reading order.
look() {
	fonts=$(pdffonts "$1" 2>&1) || { echo "$1: pdffonts: $fonts"; return 1; }
	echo "$fonts" | awk -v f="$1" 'NR > 2 && !/ yes yes yes +[0-9]+ +0$/ { print f ": font not embedded, not a subset or without Unicode: " $0; bad = 1 }
	    NR > 2 { n++ } END { if (n == 0) { print f ": holds no font"; bad = 1 } exit bad }' || return 1
	info=$(pdfinfo "$1" 2>&1)
	echo "$info" | grep -q '^Tagged: *yes' || { echo "$1: is not tagged"; return 1; }
	echo "$info" | grep -q '^Title: *[^ ]' || { echo "$1: has no title"; return 1; }
	pdfinfo -struct-text "$1" 2>&1 | grep -q '^ *H1' || { echo "$1: has no heading in its structure"; return 1; }
}

[ $# -gt 0 ] || { echo "usage: pdf.sh FILE..." >&2; exit 2; }
set_up
status=0
for f in "$@"; do
	qpdf --check "$f" >/dev/null 2>"$judge/qpdf.log" || { echo "$f: qpdf: $(cat "$judge/qpdf.log")"; status=1; }
	look "$f" || status=1
done
vera ua1,2a "$@" || status=1
exit $status
