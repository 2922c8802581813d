# ehc.bash - completion of ehc in bash. Commands, options, rules, templates and styles are asked of the program itself.

_ehc_commands() {
	ehc --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p'
}
_ehc_options() {
	ehc "$1" --help 2>/dev/null | sed -n '/^Options:/,/^$/{
		s/^  \(-[A-Za-z]\), \(--[a-z-]*\).*/\1\n\2/p
		s/^      \(--[a-z-]*\).*/\1/p
	}'
}
_ehc_rules() {
	ehc rules 2>/dev/null | sed -n 's/^ *\([A-Z][A-Z]*-[0-9][0-9]*\) .*/\1/p'
}
_ehc_templates() {
	ehc new 2>/dev/null | sed -n 's/^\([a-z][a-z0-9-]*\)  *.*/\1/p'
}
# Names of what lies in a folder of templates: those that are installed, or beside the build.
_ehc_shipped() {
	local program folder file
	program=$(realpath "$(type -P ehc)" 2>/dev/null) || return
	for folder in "${program%/*}"/{../share/ehc,.,..,../..,../../..}/templates/"$1"; do
		[ -d "$folder" ] || continue
		for file in "$folder"/*.ehc; do
			file=${file##*/}
			echo "${file%.ehc}"
		done
		return
	done
}
# What an option of a command takes; nothing where only its user can know.
_ehc_values() {
	case $1:$2 in
	rules:--format | rules:-f) echo text json markdown relaxng ;;
	diff:--format | diff:-f) echo text json html ;;
	*:--format | check:-f) echo text html json sarif junit github gitlab csv ;;
	review:--to | review:-t) echo pdf html docx text ics ;;
	diff:--to | diff:-t) echo pdf html docx text ;;
	*:--to | build:-t) echo pdf html docx text xml fhir ;;
	*:--as-of) echo none ;;
	*:--fail-on) echo error warning note process never ;;
	*:--color) echo auto always never ;;
	*:--packs) ehc rules 2>/dev/null | sed -n 's/^Pack: *\([a-z0-9-]*\) \([0-9.]*\),.*/\1@\2/p' ;;
	*:--style | build:-s | diff:-s | review:-s) _ehc_shipped styles ;;
	*:--profile | *:-p) _ehc_shipped profiles ;;
	esac
}
_ehc_takes_file() {
	case $1:$2 in
	*:--output | *:-o | *:--annotate | *:--baseline | *:--previous | check:-b | *:--write-baseline | *:--site-key | *:--key | *:--history | *:--from | *:--report | import:-r | *:--calendar) return 0 ;;
	*:--style | build:-s | diff:-s | review:-s | *:--profile | *:-p) return 0 ;;
	check:--advice | qa:--advice) return 0 ;;
	esac
	return 1
}

_ehc() {
	local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} words=
	COMPREPLY=()
	# In --option=value the sign is a word of its own.
	if [ "$current" = = ]; then
		current=
	elif [ "$before" = = ]; then
		before=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	if [ "$COMP_CWORD" -eq 1 ]; then
		words="$(_ehc_commands) help --help --version"
	elif [ "$command" = help ]; then
		words=$(_ehc_commands)
	elif words=$(_ehc_values "$command" "$before") && [ -n "$words" ]; then
		:
	elif _ehc_takes_file "$command" "$before"; then
		:
	elif [[ $current == -* ]]; then
		words=$(_ehc_options "$command")
	elif [ "$command" = explain ]; then
		words=$(_ehc_rules)
		current=${current^^}
	elif [ "$command" = new ]; then
		words=$(_ehc_templates)
	fi
	COMPREPLY=($(compgen -W "$words" -- "$current"))
	if [ "$COMP_CWORD" -gt 1 ] && { [ -z "$words" ] || [ "$command" = new ] || _ehc_takes_file "$command" "$before"; } && [[ $current != -* ]]; then
		compopt -o filenames 2>/dev/null
		COMPREPLY+=($(compgen -f -- "$current"))
	fi
}
complete -F _ehc ehc
