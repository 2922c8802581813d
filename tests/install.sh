#!/bin/bash
# install.sh BUILD - what `make install` puts somewhere works from there: with an empty environment, in a folder of its own, for
# people, for their shells and for programs that use the library; `make uninstall` takes all of it away again.
set -u
[ $# -eq 1 ] || { echo "usage: tests/install.sh BUILD" >&2; exit 2; }
cd "$(dirname "$0")/.." || exit 2
top=$PWD
built=$(realpath "$1")/ehc
mode=${1##*/} build=$(dirname "$1")
TEST=install
. tests/tally.sh
make_() { make -s --no-print-directory MODE="$mode" BUILD="$build" PREFIX=/opt/ehc DESTDIR="$work/root" "$@" >"$work/make" 2>&1; }

# A council's umask must not make what everyone runs unreadable.
(umask 077 && make_ install)
verdict $? "make install: $(tail -n 1 "$work/make")"
at=$work/root/opt/ehc
[ -z "$(find "$work/root" -type f ! -perm -444 -o -type d -path '*/ehc*' ! -perm -555)" ]
verdict $? "not everyone can read: $(find "$work/root" -type f ! -perm -444 -o -type d ! -perm -555 | head -n 1)"
! grep -rlF "$top" "$at/share" "$at/include" "$at/lib/pkgconfig" >"$work/named"
verdict $? "names the folder of the sources: $(head -n 1 "$work/named")"

# ---- the program ----

mkdir "$work/desk"
cp corpus/plans/speech-language-year2-mixed/plan.ehc "$work/desk/draft.ehc"
cd "$work/desk" || exit 2
ehc() { env -i "$at/bin/ehc" "$@" >out 2>err </dev/null; }

ehc check --as-of 2026-05-01 draft.ehc
[ $? -eq 1 ] && grep -q SPEC-001 out
verdict $? "check: $(head -n 1 err)"
ehc check --as-of 2026-05-01 --profile example-county --fail-on never draft.ehc
verdict $? "check with installed house rules: $(head -n 1 err)"
ehc explain SPEC-001
[ $? -eq 0 ] && "$built" explain SPEC-001 | cmp -s - out && ! "$built" explain SPEC-002 | cmp -s - out
verdict $? "explain says something else than in the tree of the sources: $(diff out <("$built" explain SPEC-001) | head -n 2)"
for style in national large-print; do
	ehc build --as-of 2026-05-01 --fail-on never --style $style -o draft.pdf draft.ehc
	[ $? -eq 0 ] && [ "$(head -c 5 draft.pdf)" = %PDF- ]
	verdict $? "build --style $style: $(head -n 1 err)"
done
ehc qa --as-of 2026-05-01 --fail-on never -o draft.html draft.ehc
[ $? -eq 0 ] && grep -q '</html>' draft.html
verdict $? "qa: $(head -n 1 err)"
ehc qa --as-of 2026-05-01 --fail-on never --history months.db -o panel "$top/corpus/panel/plans"
[ $? -eq 0 ] && [ -s months.db ] && [ -s panel/index.html ]
verdict $? "qa with a history: $(head -n 1 err)"
ehc new hcp-asthma -o new.ehc
[ $? -eq 0 ] && [ -s new.ehc ]
verdict $? "new: $(head -n 1 err)"
printf '<html><body><h1>Education, Health and Care Plan</h1><h2>Section B</h2><p>Ali needs help with reading.</p></body></html>' >draft-of-old.html
ehc import -o old.ehc draft-of-old.html
[ $? -lt 2 ] && [ -s old.ehc ]
verdict $? "import: $(head -n 1 err)"

# ---- the library ----

export PKG_CONFIG_LIBDIR=$at/lib/pkgconfig
pkg-config --define-variable=prefix="$at" --define-variable=libdir="$at/lib" --define-variable=includedir="$at/include" \
    --cflags --libs ehc >flags 2>err
verdict $? "pkg-config: $(head -n 1 err)"
[ "$(pkg-config --modversion ehc)" = "$("$at/bin/ehc" --version | sed 's/^ehc //')" ]
verdict $? "ehc.pc and the program have different versions"
case $mode in
asan) set -- -fsanitize=address,undefined ;;
tsan) set -- -fsanitize=thread ;;
cover) set -- --coverage ;;
*) set -- ;;
esac
for header in "$at"/include/ehc/*.h; do
	echo "#include <ehc/${header##*/}>"
done >every.c
${CC:-cc} -std=c11 -Wall -Wextra -Werror -fsyntax-only -I"$at/include" every.c 2>err
verdict $? "the headers do not stand by themselves: $(head -n 1 err)"
${CC:-cc} -std=c11 -Wall -Wextra -Werror -o lint "$at/share/doc/ehc/docs/example/lint.c" "$@" $(cat flags) 2>err
verdict $? "the example does not compile: $(head -n 1 err)"
./lint draft.ehc >out 2>err
[ $? -eq 1 ] && grep -q '^draft.ehc:235: error SPEC-001: ' out
verdict $? "the example finds nothing: $(head -n 1 err)"
./lint absent.ehc >out 2>err
[ $? -eq 2 ] && grep -q 'cannot be read' err
verdict $? "the example does not say that there is no such file"

# ---- the shells ----

# complete WORD...: what bash offers for the last word
complete_() {
	PATH=$at/bin:$PATH bash --norc -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ehc; printf "%s\n" "${COMPREPLY[@]}"' \
	    "$at/share/bash-completion/completions/ehc" "$@" 2>err | sort
}
offers() {
	local wanted=$1
	shift
	complete_ "$@" >offered
	grep -qxF -e "$wanted" offered
	verdict $? "$* and the tab key should offer $wanted: $(head -n 3 offered | tr '\n' ' ')$(head -n 1 err)"
}
# What it offers for an option is what the program names when it refuses another value.
offers_all() {
	complete_ ehc "$1" "$2" "" >offered
	ehc "$1" "$2" x draft.ehc
	sed -n 's/^ehc: --[a-z-]* takes \(.*\); not "x"$/\1/p' err | sed 's/, \| or /\n/g' | sort >taken
	[ -s taken ] && cmp -s taken offered
	verdict $? "ehc $1 $2 takes $(tr '\n' ' ' <taken)and the tab key offers $(tr '\n' ' ' <offered)"
}
for command in $("$at/bin/ehc" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
	offers "$command" ehc "${command:0:2}"
	"$at/bin/ehc" "$command" --help | sed -n '/^Options:/,/^$/s/^  .*--\([a-z][a-z-]*\).*/--\1/p' | sort -u >named
	complete_ ehc "$command" -- >offered
	[ -s named ] && cmp -s named offered
	verdict $? "ehc $command: options and what the tab key offers differ: $(diff named offered | grep '^[<>]' | tr '\n' ' ')"
done
offers_all check --format
offers_all check -f
offers_all rules --format
offers_all check --color
offers_all check --fail-on
offers_all build --to
offers SPEC-001 ehc explain SPEC-0
offers SPEC-001 ehc explain spec-0
offers hcp-asthma ehc new hcp-a
offers check ehc help ch
offers large-print ehc build --style la
offers example-county ehc check --profile exam
offers national-2014@1.0 ehc check --packs nat
offers draft.ehc ehc check dr
offers draft.ehc ehc build --to pdf dr
offers json ehc check --format = js
if command -v zsh >/dev/null; then
	zsh -n "$at/share/zsh/site-functions/_ehc" 2>err
	verdict $? "zsh cannot read its completion: $(head -n 1 err)"
fi

# ---- gone again ----

cd "$top" || exit 2
echo "profile: of-our-own" >"$at/share/ehc/templates/profiles/of-our-own.ehc"
make_ uninstall
verdict $? "make uninstall: $(tail -n 1 "$work/make")"
[ "$(find "$work/root" -type f -printf '%f\n')" = of-our-own.ehc ]
verdict $? "make uninstall leaves, or took too much: $(find "$work/root" -type f | head -n 3 | tr '\n' ' ')"
rm -r "$at/share/ehc"
make_ install && make_ uninstall
[ -z "$(find "$work/root" ! -type d -o -name 'ehc*' -path "$at/*")" ]
verdict $? "make uninstall leaves $(find "$work/root" ! -type d -o -name 'ehc*' -path "$at/*" | head -n 3 | tr '\n' ' ')"

tally
