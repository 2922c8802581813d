#!/bin/sh
# cli.sh EHC - the command line as people and CI jobs meet it: options, exit statuses, files, pipes, what goes wrong.
set -u
[ $# -eq 1 ] || { echo "usage: tests/cli.sh EHC" >&2; exit 2; }
ehc=$(realpath "$1")
top=$(realpath "$(dirname "$0")/..")
poor=$top/corpus/plans/autism-year5-poor/plan.ehc
mixed=$top/corpus/plans/speech-language-year2-mixed/plan.ehc
good=$top/corpus/plans/early-years-hearing-near-perfect/plan.ehc
health=$top/corpus/plans/hcp-epilepsy-good/plan.ehc
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 2
passed=0 failed=0
day="--as-of 2026-05-01"
escape=$(printf '\033')
umask 022

# A failed check names what it wanted and shows what it got.
verdict() {
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL cli: $case: $2"
		echo "    status $status; stdout: $(head -c 300 out | tr '\n' '|'); stderr: $(head -c 300 err | tr '\n' '|')"
	fi
}
# case NAME: what the next checks are about
case_() { case=$1; }
# run STATUS ARGUMENT...: runs ehc, keeps out and err, expects that exit status
run() {
	want=$1
	shift
	status=0
	"$ehc" "$@" >out 2>err </dev/null || status=$?
	[ "$status" -eq "$want" ]
	verdict $? "ehc $* should end with $want"
}
out_has() { grep -qF -e "$1" out; verdict $? "stdout should hold: $1"; }
err_has() { grep -qF -e "$1" err; verdict $? "stderr should hold: $1"; }
out_lacks() { ! grep -qF -e "$1" out; verdict $? "stdout should not hold: $1"; }
out_empty() { [ ! -s out ]; verdict $? "stdout should be empty"; }
err_empty() { [ ! -s err ]; verdict $? "stderr should be empty"; }
is() { [ "$1" = "$2" ]; verdict $? "$3: \"$1\" should be \"$2\""; }
exists() { [ -s "$1" ]; verdict $? "$1 should be there"; }
absent() { [ ! -e "$1" ]; verdict $? "$1 should not be there"; }
mode_is() { is "$(stat -c %a "$1")" "$2" "mode of $1"; }
json() { jq -r "$1" out; }

# ---- help and mistakes ----

case_ version
run 0 --version; out_has "ehc "; run 0 check --version; out_has "ehc "
case_ help
run 0 --help; out_has "Commands:"; run 0 help build; out_has "Usage: ehc build"
run 2; out_has "Usage: ehc COMMAND"
for c in check build qa fmt new explain rules; do
	run 0 $c --help
	out_has "Usage: ehc $c"
	is "$(awk 'length > 80' out)" "" "lines over 80 columns in the help of $c"
done
case_ "unknown command"
run 2 chekc "$poor"; err_has "did you mean: ehc check"; out_empty
run 2 "$poor"; err_has "did you mean: ehc check $poor"
run 2 zzzzzzzz; err_has "ehc --help"
case_ "unknown option"
run 2 check --formta json "$poor"; err_has "did you mean --format?"
run 2 check --to pdf "$poor"; err_has "it belongs to ehc build"
run 2 check -z "$poor"; err_has "no option -z"
run 2 check "$poor" --format; err_has "needs a value"
run 2 check --quiet=yes "$poor"; err_has "takes no value"
run 2 check --format xml "$poor"; err_has "text"
run 2 check --fail-on sometimes "$poor"; err_has "--fail-on takes"
run 2 check --color maybe "$poor"; err_has "--color takes"
run 2 check; err_has "ehc check PATH..."
run 2 check --read-back --format json "$poor"; err_has "--format text"
case_ "options anywhere, in every form"
run 1 check "$poor" $day -q; cp out short
run 1 check --quiet --as-of=2026-05-01 "$poor"; cmp -s out short; verdict $? "--as-of=DAY and --as-of DAY should be the same"
run 1 check -fjson $day "$poor"; out_has '"version":1'
cp "$poor" ./-odd.ehc
run 1 check $day -- -odd.ehc; out_has "-odd.ehc"
rm ./-odd.ehc

# ---- exit status ----

case_ "exit status"
run 1 check $day "$poor"; err_empty
run 0 check $day --fail-on never "$poor"
run 0 check $day "$good"
run 2 check $day absent.ehc; err_has "absent.ehc: cannot be read: No such file"
run 2 check $day absent.ehc "$good"; out_has "early-years"; err_has "absent.ehc"
case_ "fail-on"
printf 'EHC plan: X-1\n  status: draft\n' >sparse.ehc
run 1 check $day --fail-on note --format json "$mixed"
notes=$(json .summary.notes)
[ "$notes" -gt 0 ]; verdict $? "the mixed plan should have notes"
run 1 check $day --fail-on warning "$mixed"
run 1 check $day --fail-on process "$poor"
run 1 check $day --format json "$poor"
[ "$(json .summary.missed)" -gt 0 ]; verdict $? "the poor plan should have dates already missed"

# ---- baselines and limits ----

case_ "max-warnings"
run 2 check --max-warnings many "$mixed"; err_has "--max-warnings takes a number"
run 1 check $day --fail-on never --max-warnings 0 "$mixed"
run 0 check $day --fail-on never --max-warnings 999 "$mixed"
case_ baseline
cp "$mixed" grows.ehc
run 0 check $day --write-baseline known.txt grows.ehc; mode_is known.txt 600; err_has "known.txt written"
is "$(head -n 1 known.txt)" "ehc-baseline 1" "first line of a baseline"
is "$(sed '1d;/^#/d' known.txt | grep -cv '^[0-9a-f]\{16\} [0-9a-f]\{16\}$')" 0 "lines that are not hashes"
run 0 check $day --baseline known.txt --fail-on note grows.ehc; out_has "known to the baseline"
{ echo "# moved down"; echo; cat "$mixed"; echo "section F:"; echo "provision F99: Staff should offer regular support where possible."; } >grows.ehc
run 1 check $day --baseline known.txt --format json grows.ehc; err_has "known.txt: "
is "$(json '[.files[].findings[] | select(.known | not) | select(.item != "F99" and .item != null)] | length')" 0 "findings of old items that are new"
[ "$(json '[.files[].findings[] | select(.known | not) | select(.item == "F99")] | length')" -gt 0 ]; verdict $? "findings of the new item should be new"
run 1 check $day --baseline known.txt "$good" grows.ehc
run 0 check $day --baseline known.txt "$good"; out_lacks "gone"
printf 'EHC plan: X-1\n' >grows.ehc
run 1 check $day --baseline known.txt grows.ehc; out_has "gone"
run 2 check --baseline absent.txt "$good"; err_has "cannot be read"
run 2 check --baseline "$good" "$good"; err_has "is no baseline"
run 2 check --write-baseline grows.ehc grows.ehc; is "$(cat grows.ehc)" "EHC plan: X-1" "a plan that a baseline must not overwrite"
case_ "site key"
echo short >site.key; run 2 check --site-key site.key "$mixed"; err_has "fewer than 16"
echo "a secret that is long enough" >site.key
run 0 check $day --write-baseline keyed.txt --site-key site.key "$mixed"
run 1 check $day --baseline keyed.txt "$mixed"
run 0 check $day --baseline keyed.txt --site-key site.key "$mixed"
case_ "formats for CI"
for format in sarif junit github gitlab csv; do
	run 1 check $day --format $format "$poor" -o ci.$format; exists ci.$format; mode_is ci.$format 600
	run 1 check $day --group --format $format "$poor" -o grouped.$format
	[ "$(wc -c <grouped.$format)" -lt "$(wc -c <ci.$format)" ]; verdict $? "--group should make $format shorter"
	run 2 check $day --format $format "$good" absent.ehc; out_has "absent.ehc"
done
case_ "findings as a page"
run 1 check $day --format html "$poor" "$health" -o found.html; mode_is found.html 600
"$top/tests/page.py" found.html >out 2>err; verdict $? "the page of findings should be sound"
grep -q "All 2 files" found.html && grep -q '<mark>' found.html; verdict $? "the page shows the words at fault and sums up"
run 2 check $day --format html "$good" absent.ehc; out_has "Could not be read"

# ---- days ----

case_ "as of"
run 2 check --as-of 2026-02-30 "$good"; err_has "--as-of takes a date"
run 2 check --as-of tomorrow "$good"; err_has "--as-of takes a date"
run 2 check --as-of "May 2026" "$good"; err_has "--as-of takes a date"
run 1 check --as-of "1 May 2026" --format json "$poor"; is "$(json .as_of)" 2026-05-01 "as_of"
run 1 check --as-of none --format json "$poor"; is "$(json .as_of)" null "as_of"
is "$(json '[.files[].findings[] | select(.clock)] | length')" 0 "findings that depend on the day"
run 1 check --format json "$poor"; is "$(json .as_of)" "$(date +%F)" "as_of without --as-of"

# ---- house rules ----

case_ "packs and profiles"
run 2 check --packs national-1066@1.0 "$good"; err_has "--packs"
run 2 check --profile no-such-county "$good"; err_has "no-such-county"
mkdir -p county/drafts
printf 'profile: quiet-county\n  extends: national\nrule SECT-013: off because an example\n' >county/quiet.ehc
echo ./quiet.ehc >county/.ehc-profile
cp "$mixed" county/drafts/plan.ehc
run 1 check $day --format json "$mixed"; out_has '"rule":"SECT-013"'
run 1 check $day --format json county/drafts/plan.ehc; out_lacks '"rule":"SECT-013"'
run 1 check $day --format json --profile county/quiet.ehc "$mixed"; out_lacks '"rule":"SECT-013"'
run 1 check $day --format json --profile national county/drafts/plan.ehc; out_has '"rule":"SECT-013"'
"$ehc" check $day --format json --stdin-name county/drafts/new.ehc - <"$mixed" >out 2>err; out_lacks '"rule":"SECT-013"'
run 0 rules --profile county/quiet.ehc; is "$(awk '$1 == "SECT-013" { print $2 }' out)" off "SECT-013 under the profile"

case_ "house rules in layers"
layers=$top/corpus/plans/house-rules-in-layers
july="--as-of 2026-07-01"
run 1 check $july --format json "$layers/plan.ehc"
set_by() { json '.files[0].findings[] | select(.rule == "'"$1"'") | .severity + " " + (.severity_from // "-")'; }
is "$(set_by OUTC-008)" "warning profile upper-valley-team" "OUTC-008 under three layers"
is "$(set_by HOUS-002)" "error profile example-valley" "the council's phrase"
is "$(set_by HOUS-001)" "error profile example-valley" "the field that the council requires"
jq '.files[0].findings' out >three
run 1 check $july "$layers/plan.ehc"; out_has "warning by profile upper-valley-team"; out_has "error by profile example-valley"
# the layers of another day: by the plan's own date, and where it bears none by that of the run
sed 's/^  dated: .*/  dated: 20 May 2026/' "$layers/plan.ehc" >may.ehc
run 1 check $july --profile "$layers/upper-valley-team.ehc" --format json may.ehc
is "$(set_by OUTC-008)" "error profile example-valley" "OUTC-008 before the team's first day"
sed '/^  dated: /d' "$layers/plan.ehc" >undated.ehc
run 1 check --as-of 2026-05-20 --profile "$layers/upper-valley-team.ehc" --format json undated.ehc
is "$(set_by OUTC-008)" "error profile example-valley" "OUTC-008 as of May"
run 0 check --as-of 2026-03-20 --profile "$layers/upper-valley-team.ehc" --format json undated.ehc
is "$(set_by OUTC-008)" "warning -" "OUTC-008 before any layer"
is "$(set_by HOUS-002)" "" "the phrase before the council's first day"
run 0 rules --as-of 2026-07-01 --profile "$layers/upper-valley-team.ehc"
out_has "Profile: national > example-valley > upper-valley-team"; out_has "(set by profile upper-valley-team)"
run 0 rules --as-of 2026-05-20 --profile "$layers/upper-valley-team.ehc"; out_has "(set by profile example-valley)"
run 0 rules --as-of 2026-07-01 --format json --profile "$layers/upper-valley-team.ehc"
is "$(json '.rules[] | select(.rule == "OUTC-008") | .severity_from')" upper-valley-team "severity_from in ehc rules"
run 0 explain --as-of 2026-07-01 --profile "$layers/upper-valley-team.ehc" OUTC-008; out_has "warning, set by profile upper-valley-team"
run 2 explain --profile no-such-county OUTC-008; err_has "no-such-county"
# the letterhead of the council stands under the team's own words for the family
run 0 build $july --fail-on never --to text "$layers/plan.ehc" -o -; out_has "Example Valley Council, SEND Service"; out_has "Tuesdays"
out_lacks "what is right and what is wrong"

case_ "what no house may lower"
printf 'profile: lax\n  extends: national\nrule SECT-001: off because we have our own form\nrule PRIV-001: note\nrule RESP-012: warning\n' >lax.ehc
printf 'task re-siting a catheter: health\n  delegated: yes, after training\npack med-2015: off\n' >>lax.ehc
run 1 check lax.ehc --format json
is "$(json '[.files[0].findings[] | select(.rule == "PROF-004") | .line] | join(" ")')" "3 4 5 7 8" "lines that are refused"
run 0 rules --profile lax.ehc; out_has "(profile lax may not lower it)"
is "$(awk '$1 == "SECT-001" || $1 == "PRIV-001" || $1 == "RESP-012" { print $2 }' out | tr '\n' ' ')" "error error error " "rules that stay"
run 0 explain --profile lax.ehc PRIV-001; out_has "profile lax may not lower it"
printf 'EHC plan: X\n  status: draft\nsection A:\n' >bare.ehc
run 1 check $day --format json --profile lax.ehc bare.ehc
json '.files[0].findings[] | select(.rule == "SECT-001") | .severity + " " + (.severity_from // "-")' | sort -u >kept
is "$(cat kept)" "error -" "SECT-001 under a profile that may not lower it"
is "$(json '.files[0].findings[] | select(.rule == "HOUS-003") | .message | contains("PRIV-001")')" true "the reader is told what was refused"

case_ "faults of a profile"
cat >faulty.ehc <<'END'
profile: faulty
  extends: national
  from: next autumn
rule SPEC-999: error
rule SPEC-022: severe
rule OUTC-008: error
  applies to: F, Q
pack med-2015: perhaps
phrase: as needed
require: G provision revue
require: E provision review
require: outcome route
require: F something review
service salt: Speech and language therapy
  rate: sixty-two an hour
service salt: Speech and language therapy
task toileting: education
task Toileting: health
task suction: nobody
  delegated: perhaps
limit needs in one sentence: 4
words for the family on a rainy day: Bring a coat.
term weeks: many
limit midazolam training in months: 36
END
run 1 check faulty.ehc --format json
is "$(json '[.files[0].findings[] | "\(.rule | sub("PROF-0";"")):\(.line)"] | sort | join(" ")')" \
    "01:4 02:5 02:8 05:23 05:24 05:3 06:21 06:22 06:7 08:16 08:18 09:10 09:11 09:12 09:13 10:15 11:9 12:19 12:20" "faults and their lines"
printf 'profile: loop\n  extends: pool\n' >loop.ehc; printf 'profile: pool\n  extends: loop\n' >pool.ehc
run 1 check loop.ehc; out_has "PROF-007"; out_has "extends itself"
run 2 check --profile ./loop.ehc "$good"; err_has "extends itself"
printf 'profile: orphan\n  extends: nobody\n' >orphan.ehc
run 1 check orphan.ehc; out_has "PROF-007"; out_has "nobody"
run 2 check --profile ./orphan.ehc "$good"; err_has "nobody"

case_ "settings for some sections"
sed '/^  informed by: K2/d' "$layers/plan.ehc" >uninformed.ehc
printf 'profile: part\nrule ADV-006: error\n  applies to: F\n' >part.ehc
run 1 check $july --format json --profile ./part.ehc uninformed.ehc; is "$(set_by ADV-006)" "error profile part" "a setting for section F"
sed -i 's/F$/G/' part.ehc
run 0 check $july --format json --profile ./part.ehc uninformed.ehc; is "$(set_by ADV-006)" "warning -" "a setting for another section"

case_ "the example profiles"
for f in "$top"/templates/profiles/*.ehc "$layers"/*-*.ehc; do
	run 0 check $day --all "$f"; out_has "No errors, warnings or notes"
	cp "$f" tidy.ehc; run 0 fmt --check tidy.ehc
done
# every label that a profile may hold stands in the worked example
"$ehc" rules --labels | awk '/^[^ ]/{ label = $0; sub(/: .*/, "", label) } /^  in: .*profile/{ print label }' >labels
is "$([ "$(wc -l <labels)" -gt 20 ]; echo $?)" 0 "labels of profiles"
while read -r label; do
	grep -qE "^ *$label( [^:]*)?:" "$top/templates/profiles/example-county.ehc"; verdict $? "example-county should show $label"
done <labels

case_ "settings that the guidance for schools does not reach"
sed 's/^  school: .*/  school: Example Sixth Form College/' "$health" | sed '/^contact P2/,/^$/d' >college.ehc
run 1 check --as-of 2026-02-02 --format json --fail-on note --profile national college.ehc
is "$(json '[.files[0].findings[] | select(.rule == "PACK-001")] | length')" 1 "the note on a college"
is "$(json '[.files[0].findings[] | select(.pack == "med-2015" and .class != "safety")] | length')" 0 "questions to a college"
printf 'profile: asks\npack med-2015: on because the college follows it too\n' >asks.ehc
run 1 check --as-of 2026-02-02 --format json --fail-on note --profile ./asks.ehc college.ehc
is "$(json '[.files[0].findings[] | select(.rule == "PACK-001")] | length')" 0 "the note where the house asks"

# ---- files, folders, standard input ----

case_ folders
mkdir -p tree/b/deep tree/.hidden tree/a
cp "$good" tree/b/deep/one.ehc; cp "$good" tree/a/two.ehc; cp "$good" tree/.hidden/three.ehc; cp "$good" tree/four.EHC
echo text >tree/notes.txt
ln -s .. tree/b/loop
run 0 check $day --format json tree
is "$(json '[.files[].path] | join(" ")')" "tree/a/two.ehc tree/b/deep/one.ehc tree/four.EHC" "files in their order"
mkdir empty
run 2 check empty; err_has "empty: holds no .ehc file and no .docx file"
run 2 build empty; err_has "empty: holds no .ehc file; a draft in Word is read in first"
mkdir drafts; cp "$good" drafts/one.ehc; "$ehc" build -q $day "$good" --fail-on never -o drafts/two.docx
run 0 build $day --fail-on never drafts -o drafts-out; err_has "drafts: 1 draft in Word was not read; \`ehc import\` makes a plan of it"
cp drafts/two.docx drafts/three.docx; cp drafts/two.docx drafts/one.docx
run 0 qa $day --fail-on never drafts -o drafts-panel; err_has "drafts: 2 drafts in Word were not read"   # one.docx is the plan beside it
run 0 qa -q $day --fail-on never drafts -o drafts-panel; is "$(cat err)" "" "nothing when quiet"
run 2 build $day "$good" -o nowhere/plan.pdf; err_has "nowhere/plan.pdf: cannot be written: the folder is not there"
run 2 qa --key k.txt nowhere/; err_has "nowhere/: cannot be read"
run 2 import "$good"; err_has "has the name of a plan in the language"
case_ "standard input"
"$ehc" check $day --format json - <"$poor" >out 2>err; is "$(json '.files[0].path')" "<stdin>" "name of standard input"
"$ehc" check $day --format json --stdin-name draft.ehc - <"$poor" >out 2>err; is "$(json '.files[0].path')" "draft.ehc" "--stdin-name"
"$ehc" check $day --format json "$poor" >out; cp out file.json
"$ehc" check $day --format json --stdin-name "$poor" - <"$poor" >out; cmp -s out file.json; verdict $? "standard input should give what the file gives"
cat "$poor" "$poor" "$poor" "$poor" "$poor" "$poor" >long.ehc
"$ehc" check $day --format json long.ehc >file.json; cat long.ehc | "$ehc" check $day --format json --stdin-name long.ehc - >out
cmp -s out file.json; verdict $? "a pipe should give what the file gives, however long it is"
run 2 check - -; err_has "only once"
case_ "output file"
run 1 check $day "$poor" -o report.txt; out_empty; exists report.txt; mode_is report.txt 600
"$ehc" check $day "$poor" >out; cmp -s out report.txt; verdict $? "-o should hold what standard output would"
run 2 check $day "$poor" -o no/such/folder/report.txt; err_has "cannot be written"
cp "$poor" kept.ehc
run 2 check $day kept.ehc -o kept.ehc; cmp -s kept.ehc "$poor"; verdict $? "a plan must not be written over"
status=0; "$ehc" check $day "$poor" >/dev/full 2>err || status=$?; is "$status" 2 "status on a full disk"; err_has "standard output"
case_ "file too large"
head -c 17000000 /dev/zero | tr '\0' 'a' >huge.ehc
run 2 check $day huge.ehc; err_has "is larger than"; rm huge.ehc
if [ "$(id -u)" -ne 0 ]; then
	case_ "unreadable file"
	cp "$good" locked.ehc; chmod 000 locked.ehc
	run 2 check $day locked.ehc "$poor"; err_has "locked.ehc: cannot be read: Permission denied"; out_has "autism"
fi

# ---- the terminal ----

case_ colour
run 1 check $day --color always "$poor"; out_has "$escape[1;31merror"
run 1 check $day "$poor"; out_lacks "$escape"
NO_COLOR=1 "$ehc" check $day --color always "$poor" >out; out_has "$escape"
if command -v script >/dev/null; then
	TERM=xterm script -qec "'$ehc' check $day '$poor'" /dev/null </dev/null >out 2>err; out_has "$escape[1;31merror"
	NO_COLOR=1 TERM=xterm script -qec "'$ehc' check $day '$poor'" /dev/null </dev/null >out 2>err; out_lacks "$escape"
	TERM=dumb script -qec "'$ehc' check $day '$poor'" /dev/null </dev/null >out 2>err; out_lacks "$escape"
fi
case_ "width"
cp "$poor" plan.ehc; run 1 check $day --all plan.ehc
is "$(LC_ALL=C.UTF-8 awk "length > 80" out | head -n 2)" "" "lines over 80 columns"
case_ "quiet, all, read back"
run 1 check $day --quiet "$poor"; is "$(wc -l <out)" 1 "lines of --quiet"
run 1 check $day "$mixed"; is "$(grep -c '^note ' out)" 0 "notes without --all"; out_has "ehc check --all"
run 1 check $day --all "$mixed"; [ "$(grep -c '^note ' out)" -gt 0 ]; verdict $? "--all should show notes"
run 1 check $day --read-back "$mixed"; out_has "Read back"; out_has "hours a year"
case_ "hostile bytes"
for f in "$top"/corpus/hostile/*.ehc; do
	for format in text json; do
		status=0; "$ehc" check $day --all --format $format "$f" >out 2>err || status=$?
		[ "$status" -le 1 ]; verdict $? "$f as $format should end with 0 or 1"
		! LC_ALL=C grep -q "[$(printf '\001-\010\013-\037\177')]" out; verdict $? "$f as $format: control characters on standard output"
	done
done
case_ "same input, same bytes"
"$ehc" check $day --all "$poor" "$mixed" "$good" >one; "$ehc" check $day --all "$poor" "$mixed" "$good" >two; cmp -s one two; verdict $? "two runs differ"

# ---- fmt ----

case_ fmt
for f in "$poor" "$mixed" "$good" "$health"; do
	run 0 fmt --stdout "$f"; cp out once.ehc
	run 0 fmt --stdout once.ehc; cmp -s out once.ehc; verdict $? "laying $f out twice should change nothing"
	"$ehc" check $day --format json "$f" | jq -c '[.files[].findings[] | [.rule, .item, .severity]] | sort' >before
	"$ehc" check $day --format json once.ehc | jq -c '[.files[].findings[] | [.rule, .item, .severity]] | sort' >after
	cmp -s before after; verdict $? "laying $f out should leave its findings as they were"
done
printf 'EHC  Plan:   X-2\nSTATUS: draft\n' >loose.ehc; cp loose.ehc loose.copy; chmod 640 loose.ehc
run 1 fmt --check loose.ehc; out_has "loose.ehc"; cmp -s loose.ehc loose.copy; verdict $? "--check must change nothing"
run 0 fmt loose.ehc; err_has "loose.ehc laid out"; mode_is loose.ehc 640
run 0 fmt --check loose.ehc; out_empty
run 0 fmt loose.ehc; err_empty
"$ehc" fmt - <loose.copy >out 2>err; cmp -s out loose.ehc; verdict $? "standard input should be laid out to standard output"
ln -s loose.ehc link.ehc; cp loose.copy loose.ehc
run 0 fmt link.ehc; [ -L link.ehc ]; verdict $? "a link should stay a link"; cmp -s loose.ehc loose.copy; [ $? -eq 1 ]; verdict $? "the file behind a link should be laid out"
cp "$top/corpus/hostile/latin-1.ehc" broken.ehc
run 2 fmt broken.ehc; err_has "left as it is"; cmp -s broken.ehc "$top/corpus/hostile/latin-1.ehc"; verdict $? "a file with broken bytes must be left alone"
cp "$top/corpus/hostile/nul-bytes.ehc" nul.ehc
run 2 fmt nul.ehc; err_has "NUL"
is "$(find . -name '*.ehc.??????')" "" "temporary files left behind"

# ---- build ----

case_ build
cp "$mixed" draft.ehc
run 0 build $day --fail-on never draft.ehc; exists draft.pdf; mode_is draft.pdf 600; err_has "draft.pdf written"; out_empty
is "$(head -c 5 draft.pdf)" "%PDF-" "start of the PDF"
cp draft.pdf first.pdf; run 0 build $day --fail-on never --quiet draft.ehc; err_empty; cmp -s draft.pdf first.pdf; verdict $? "the same plan should give the same PDF"
run 0 build $day --fail-on never --to html draft.ehc; exists draft.html
"$top/tests/page.py" draft.html >out 2>err; verdict $? "the page of the plan should be sound"
run 0 build $day --fail-on never --to text draft.ehc -o -; out_has "HVC-2026-0219"
sed 's/^  status: agreed$/  status: draft/' "$health" >guide.ehc
run 0 build --as-of 2026-09-02 -q --fail-on never --profile example-county --style example-county --to text guide.ehc -o -
out_has "Local policy: the house rules of example-county, from 1 September 2026."; out_has "May it be handed to school staff?: No"
run 0 build $day -q --fail-on never --profile example-county --style example-county --to text guide.ehc -o -
! grep -q "Guide to tasks" out; verdict $? "house rules should not be printed before their first day"
rm guide.ehc
run 0 build $day --fail-on never --to text draft.ehc -o named.txt; exists named.txt

# the name of a file says what it is to be; one that would not open under its name is not written
run 0 build $day --fail-on never draft.ehc -o named.docx; is "$(head -c 2 named.docx)" PK "a name ending in .docx gives a Word file"
run 0 build $day --fail-on never draft.ehc -o named.HTML; is "$(head -c 9 named.HTML)" "<!DOCTYPE" "a name ending in .HTML gives a page"
run 2 build $day --fail-on never --to html draft.ehc -o page.docx; err_has "would not open under it"; absent page.docx
run 2 build $day --fail-on never draft.ehc -o plan.odt; err_has "name it .docx"; absent plan.odt
run 1 check $day draft.ehc -o named.json; jq -e .version named.json >/dev/null; verdict $? "a name ending in .json gives JSON"
run 1 check $day --format gitlab draft.ehc -o gitlab.json; is "$(head -c 1 gitlab.json)" "[" "the option counts where it is given"
run 2 check $day draft.ehc -o found.pdf; err_has "name it .html"; absent found.pdf
run 0 review $day draft.ehc -o named.ics; is "$(head -c 15 named.ics)" "BEGIN:VCALENDAR" "a name ending in .ics gives the calendar"
run 2 qa $day draft.ehc -o report.pdf; err_has "name it .html"; absent report.pdf
run 2 new national-ehc -o form.docx; err_has "name it .ehc"; absent form.docx
rm -f named.docx named.HTML named.json gitlab.json named.ics
run 0 build $day --fail-on never --to html draft.ehc "$good" -o many; exists many/draft.html; exists many/plan.html; mode_is many 700
sed 's/^child: .*/child: Siân-Oluwaseun Wolfeschlegelsteinhausen-Bergerdorff-Featherstonehaugh Example/' draft.ehc >long.ehc
run 0 build $day --fail-on never long.ehc; pdftotext -f 3 -l 3 long.pdf out; out_has "… · HVC-2026-0219"; rm long.ehc long.pdf
run 2 build $day --to html "$good" "$mixed" -o many; err_has "two plans would be written there"
run 2 build $day --to html "$good" "$mixed" -o named.txt; err_has "need a folder"
run 2 build $day --to html draft.ehc "$good" -o -; err_has "cannot share"
run 2 build $day draft.ehc -o draft.ehc; cmp -s draft.ehc "$mixed"; verdict $? "a plan must not be written over"
run 2 build -; err_has "-o"
run 2 build --to word draft.ehc; err_has "pdf, html, docx, text, xml or fhir"
printf 'profile: p\n' >p.ehc
run 2 build p.ehc; err_has "nothing to print"
printf 'EHC plan: X\nthis line belongs nowhere\n' >stray.ehc
run 2 build --to html stray.ehc; err_has "not written"; absent stray.html

# ---- an agreed health care plan that must not go out ----

case_ refusals
# stops WORDS SED-EXPRESSION...: the good plan, changed so, is refused for that reason and nothing is written; as a draft it is built
stops() {
	words=$1
	shift
	sed "$@" "$health" >h.ehc
	run 2 build $day --to html h.ehc; err_has "$words"; err_has "h.ehc:"; err_has "not written"; absent h.html
	sed 's/^  status: agreed$/  status: draft/' h.ehc >d.ehc
	run 0 build $day --fail-on never --to html d.ehc; exists d.html
	grep -q "NOT AGREED – DO NOT USE" d.html; verdict $? "a draft should be headed as not to be used"
	rm -f d.html
}
run 0 build $day --fail-on never --to html "$health" -o fit.html; exists fit.html
stops "The amount of R1 here is not the one that R1 states" -e 's/^  step 5: at 5 minutes - N1 or N2: give R1$/  step 5: at 5 minutes - N1 or N2: give 10 mg of R1/'
stops "medicine R1 expired on 31 October 2025" -e 's/31 October 2027/31 October 2025/'
stops "the plan was to be reviewed by 29 January 2026" -e 's/^  review due: .*/  review due: 29 January 2026/'
stops "no person has confirmed it" -e 's/^  route: buccal.*/  route: buccal\n  unconfirmed: route, from the scan/'
stops "nobody named in the plan is trained to give it and in date" -e 's/^  renew by: 25 January 2027/  renew by: 25 January 2026/'
stops "nobody named in the plan is trained to give it and in date" -e 's/^  competent: .*//'
# one of three still in date is enough; a home medicine is not the school's to look after; what the day decides needs a day
sed '0,/^  renew by: 25 January 2027/s//  renew by: 25 January 2026/' "$health" >h.ehc; run 0 build $day --fail-on never --to html h.ehc
sed 's/^  given at: home.*/&\n  expires: 1 March 2020/' "$health" >h.ehc; run 0 build $day --fail-on never --to html h.ehc
sed 's/^  review due: .*/  review due: 1 April 2026/' "$health" >h.ehc; run 0 build --as-of none --fail-on never --to html h.ehc
run 0 build --as-of 2026-04-01 --fail-on never --to html h.ehc; run 2 build --as-of 2026-04-02 --to html h.ehc

# ---- house styles ----

case_ "house styles"
mkdir -p house/styles house/plans
cp "$mixed" house/plans/draft.ehc
for style in national large-print example-county; do
	run 0 build $day --fail-on never -q --style $style draft.ehc -o first.pdf
	run 0 build $day --fail-on never -q --style $style draft.ehc -o second.pdf
	cmp -s first.pdf second.pdf; verdict $? "the same plan in the style $style should give the same bytes"
	qpdf --check first.pdf >out 2>err; verdict $? "the PDF in the style $style should be sound"
	pdfinfo first.pdf >out 2>err; out_has "(draft)"
	pdftotext first.pdf out; out_has "This is a draft for comment."
	is "$(grep -c "^Draft, version 1, 24 April 2026" out)" "$(awk 'BEGIN { RS = "\f" } /^For Noor/ { exit } NF { n++ } END { print n }' out)" \
		"pages of $style before the page for the child that say version and date"
	run 0 build $day --fail-on never -q --to html --style $style draft.ehc -o page.html
	"$top/tests/page.py" page.html >out 2>err; verdict $? "the page in the style $style should be sound"
done
run 2 build $day --style no-such-style draft.ehc; err_has "no style \"no-such-style\" was found"; err_has "installed: national, example-county, large-print"
printf 'style: our own\ncolour headings: #0b5345\nletterhead: Our House\n' >house/styles/our-own.ehc
run 0 build $day --fail-on never -q --style "our own" --to html house/plans/draft.ehc -o -; out_has "#0b5345"; out_has "Our House"
run 0 build $day --fail-on never -q --style house/styles/our-own.ehc --to html draft.ehc -o -; out_has "#0b5345"
printf 'profile: house\nstyle: our own\n' >house/house.ehc
printf 'profile: school\n  extends: ./house.ehc\n' >house/school.ehc
run 0 build $day --fail-on never -q --profile house/school.ehc --to html draft.ehc -o -; out_has "#0b5345"
run 0 build $day --fail-on never -q --profile house/house.ehc --style national --to html draft.ehc -o -; out_lacks "#0b5345"
case_ "a style that nobody could read"
printf 'style: pale\ncolour text: #aaaaaa\n' >pale.ehc
run 2 build $day --style pale draft.ehc -o pale.pdf; err_has "pale.ehc:2:14: Text (#aaaaaa) on white paper (#ffffff): the contrast is 2.32:1"; absent pale.pdf
run 1 check pale.ehc; out_has "LOOK-002"
run 0 check "$top/templates/styles"; out_lacks "LOOK-"
case_ "logos of every kind, and damaged ones"
mkdir -p logos
"$top/tests/pictures.py" logos
for picture in logos/good-* logos/bad-*; do
	name=$(basename "$picture")
	printf 'style: logo\nlogo: %s\n  alt text: Example Council\n' "$name" >logos/logo.ehc
	case $name in
	good-*)
		run 0 build $day --fail-on never -q --style logos/logo.ehc draft.ehc -o "logos/$name.pdf"
		qpdf --check "logos/$name.pdf" >out 2>err; verdict $? "the PDF with $name should be sound"
		is "$(pdfimages -list "logos/$name.pdf" | sed 1,2d | wc -l)" 1 "pictures in the PDF with $name"
		;;
	*)
		run 2 build $day --fail-on never -q --style logos/logo.ehc draft.ehc -o "logos/$name.pdf"; absent "logos/$name.pdf"
		err_has "not written"
		;;
	esac
done

# ---- qa ----

case_ qa
run 0 qa $day --fail-on never draft.ehc; exists draft.qa.html; mode_is draft.qa.html 600
"$top/tests/page.py" draft.qa.html >out 2>err; verdict $? "the quality report should be sound"
grep -q "advice to a panel, never a verdict" draft.qa.html; verdict $? "the report should say that grades are advice"
for f in "$poor" "$good" sparse.ehc; do
	run 0 qa $day --fail-on never "$f" -o page.html
	"$top/tests/page.py" page.html >out 2>err; verdict $? "the quality report on $f should be sound"
done
! grep -qiE 'unlawful|illegal' page.html; verdict $? "the report should not judge law"
run 2 qa tree; err_has "say which with -o"
run 2 qa --sample 3 draft.ehc; err_has "is for a report on many plans"
run 0 qa $day --fail-on never "$health" -o page2.html; "$top/tests/page.py" page2.html >out 2>err; verdict $? "the report on a health care plan should be sound"
grep -q "Who is trained for what, and until when" page2.html; verdict $? "the report on a health care plan should say who is trained until when"
run 0 qa $day --fail-on never --as-of none draft.ehc -o -; out_has "Golden thread"

case_ jobs
"$ehc" check $day --all --fail-on never "$top/corpus/plans" nowhere.ehc -j 1 >one 2>one.err
"$ehc" check $day --all --fail-on never "$top/corpus/plans" nowhere.ehc -j 8 >eight 2>eight.err
cmp -s one eight && cmp -s one.err eight.err && [ -s one ]; verdict $? "1 and 8 threads should say the same"
case_ "qa on many plans"
mkdir batch; cp "$poor" batch/poor.ehc; cp "$mixed" batch/mixed.ehc; cp "$health" batch/health.ehc; echo "no plan at all" >batch/text.ehc
run 2 qa $day batch -o panel; exists panel/panel.json; exists panel/index.html; exists panel/summary.pdf; exists panel/not-read.csv
mode_is panel 700; mode_is panel/panel.json 600; err_has "special-category personal data"
rm batch/text.ehc
run 1 qa $day batch -o panel; absent panel/not-read.csv
run 0 qa $day --fail-on never -q batch -o panel; err_empty
is "$(jq -r .plans panel/panel.json)" 3 "plans counted"
echo mine >panel/notes.txt
run 0 qa $day --fail-on never batch -o panel/ -j 1 --sample 2; exists panel/notes.txt; exists panel/marking-sheet.csv
is "$(ls -d panel.* 2>/dev/null)" "" "no folder should be left beside the report"
run 0 qa $day --fail-on never batch -o panel; absent panel/marking-sheet.csv; exists panel/notes.txt
run 2 qa $day batch -o batch; err_has "a folder of its own"; exists batch/poor.ehc
mkdir full; echo mine >full/file
run 2 qa $day batch -o full; err_has "is no report"; exists full/file
run 2 qa $day "$top/corpus/advice/ep-vague-itself/advice.ehc" -o advice.html; err_has "is an advice report; quality reports are on EHC plans"; absent advice.html
printf 'nothing of a plan\n' >nothing.ehc
run 2 qa $day nothing.ehc -o nothing.html; err_has "is no plan, so there is no quality report on it"; absent nothing.html
rm nothing.ehc
run 2 qa $day batch -o absent/report; err_has "is not there"
run 2 qa $day batch -o panel --key panel/key; err_has "must not lie in the report"
run 0 qa $day --fail-on never batch -o panel --key plankey; mode_is plankey 600; grep -q "^P[123] batch/poor.ehc$" plankey; verdict $? "the key should name the plan"
first=$(cat plankey)
cp "$good" batch/a.ehc
run 0 qa $day --fail-on never batch -o panel --key plankey
is "$(grep -v a.ehc plankey)" "$first" "plans keep their numbers"; grep -q "^P4 batch/a.ehc$" plankey; verdict $? "a new plan gets the next number"
echo "17 nonsense" >badkey; run 2 qa $day batch -o panel --key badkey; err_has "line 1 of the key"
run 0 qa $day --fail-on never batch -o panel --identify; grep -q "batch/poor.ehc" panel/plans.csv; verdict $? "an identified report names the file"
grep -q "names plans" panel/index.html; verdict $? "an identified page says so"
printf 'plan,question,what,grade,mark,comment\r\nP1,Q01,x,,yes,\r\nP2,Q01,x,,no,"a ""b"", c"\r\nP3,Q01,x,,yes,\r\nP4,Q01,x,,no,\r\n' >a.csv
sed 's/P4,Q01,x,,no/P4,Q01,x,,yes/' a.csv >b.csv
run 0 qa --marks a.csv b.csv; out_has '"Q01","The views are the child'"'"'s own, and shape the outcomes",4,3,75,0.50,2,0,0,0,0,0,1,0,1'
run 0 qa --marks a.csv a.csv; out_has ',4,4,100,1.00,'
run 2 qa --marks a.csv; err_has "two sheets"
sed 's/yes/maybe/' a.csv >c.csv; run 2 qa --marks a.csv c.csv; err_has "the second sheet, record 2"

# ---- new ----

case_ new
run 0 new; out_has "national-ehc"
for t in "$top"/templates/plans/*/template.ehc; do
	name=$(basename "$(dirname "$t")")
	rm -f new.ehc
	run 0 new "$name" -o new.ehc; mode_is new.ehc 600; err_has "left to fill in"
	run 1 check --as-of none --format json new.ehc; is "$(json '[.files[0].findings[] | select(.rule | startswith("SYN"))] | length')" 0 "a new $name is understood"
	run 0 fmt --check new.ehc
done
rm -f new.ehc
run 0 new national-ehc --set 'child name=Amira Example' -s 'Date of Birth=14 May 2016' -o new.ehc
grep -q '^child: Amira Example$' new.ehc && grep -q '^  born: 14 May 2016$' new.ehc; verdict $? "values should stand in the plan"
! grep -qE '^(template|placeholder)|^  repeat:' new.ehc; verdict $? "the template's own lines should be gone"
cp new.ehc before
# what is said of many placeholders is said once, and each of them has its line
run 1 check $day new.ehc; out_has "  the same at:"; out_has "  --> new.ehc:5:14: [[authority]]"
is "$(grep -c "Write what belongs there" out)" 1 "the help should be given once"
grep -o -- '--> new.ehc:[0-9]*:[0-9]*' out | sort -u >shown
run 1 check $day --format json new.ehc
jq -r '.files[0].findings[] | select(.rule == "PRIV-003") | "--> new.ehc:\(.line):\(.column)"' out | sort -u >found
[ -s found ] && [ -z "$(comm -13 shown found)" ]; verdict $? "each place of a placeholder should be shown"
rm shown found
run 2 new national-ehc -o new.ehc; err_has "is there already"; cmp -s new.ehc before; verdict $? "a plan must not be written over"
run 0 new national-ehc; out_has "[[child name]]"; err_empty
run 2 new national-ehx; err_has "did you mean: ehc new national-ehc"
run 2 new "$mixed"; err_has "is no template"
run 2 new national-ehc --set 'child nam=A'; err_has "did you mean [[child name]]"
run 2 new national-ehc --set 'child name'; err_has "NAME=VALUE"
run 2 new national-ehc --set 'date of birth=soon'; err_has "a date, such as"
run 2 new national-ehc --set 'child name=R2D2'; err_has "without figures"
run 2 new national-ehc --set 'setting=[[x]]'; err_has "brackets"
run 2 new national-ehc --set "$(printf 'child name=A\001')"; err_has "control character"
run 2 new national-ehc --set "$(printf 'child name=\377')"; err_has "UTF-8"
printf '%s\n' 'template: short' 'EHC plan: [[card]]' 'child: A Example' 'provision F1: A teacher reads with A.' '  how much: [[time]]' \
    'placeholder card: number' 'placeholder time: amount' >short.ehc
run 2 new short.ehc --set 'card=two'; err_has "a number, in figures"
run 2 new short.ehc --set 'time=often'; err_has "an amount, such as"
run 0 new short.ehc --set 'card=2,041' --set 'time=20 minutes, once a week'; out_has "EHC plan: 2,041"; out_has "how much: 20 minutes, once a week"
sed -i 's/time: amount/time: number/' short.ehc
run 1 check --as-of none --fail-on note short.ehc; out_has "takes an amount, and [[time]] is said to be a number"
rm short.ehc
printf '\357\273\277child name,Date of Birth,UPN,parents\r\n"Example, Amira",14/05/2016,A1,"Sam ""Jo"" Example\nAli Example"\r\nBen Example,,,\r\n,,,\r\n' >children.csv
run 0 new national-ehc --from children.csv --set 'parents=none named' -o made; err_has "no [[UPN]]"; err_has "wrote 2 plans"
mode_is made 700; mode_is made/plan-001.ehc 600; exists made/plan-002.ehc; absent made/plan-003.ehc
grep -q '^child: Example, Amira$' made/plan-001.ehc; verdict $? "a cell in quotation marks is one value"
grep -A1 '^  parents: Sam "Jo" Example$' made/plan-001.ehc | grep -q '^    Ali Example$'; verdict $? "a value of two lines goes on"
grep -q '^  parents: none named$' made/plan-002.ehc; verdict $? "an empty cell leaves --set"
grep -q '^  born: \[\[date of birth\]\]$' made/plan-002.ehc; verdict $? "an empty cell leaves the placeholder"
run 2 new national-ehc --from children.csv -o made; err_has "is there already"
run 2 new national-ehc --from children.csv; err_has "folder"
printf 'child name,date of birth\nA Example,1 May 2016\nB Example,31 June 2016\n' >bad.csv
run 2 new national-ehc --from bad.csv -o made2; err_has "bad.csv:3:"; err_has "nothing was written"; absent made2/plan-001.ehc
printf 'child name\n"A Example\n' >bad.csv
run 2 new national-ehc --from bad.csv -o made2; err_has "bad.csv:2: a quotation mark"
printf 'child name,setting\nA Example\n' >bad.csv
run 2 new national-ehc --from bad.csv -o made2; err_has "not as many cells"
printf 'forename,surname\nA,Example\n' >bad.csv
run 2 new national-ehc --from bad.csv -o made2; err_has "no column is headed"

# ---- diff ----

case_ diff
pair=$top/corpus/versions/therapy-handed-down
run 1 diff "$pair/old.ehc" "$pair/new.ehc"; out_has "Less: 28.5 hours a year before, 19 now"; out_has "Larger group: one-to-one before, in a group of 4 now"; err_empty
run 0 diff "$pair/old.ehc" "$pair/old.ehc"; out_has "Nothing changed in meaning"
run 1 diff --quiet "$pair/old.ehc" "$pair/new.ehc"; is "$(grep -c . out)" 1 "lines of a quiet diff"
run 1 diff --color always "$pair/old.ehc" "$pair/new.ehc"; grep -q "$(printf '\033')" out; verdict $? "colour where it is asked for"
cp "$pair/old.ehc" old.ehc; cp "$pair/new.ehc" new.ehc
run 1 diff old.ehc new.ehc; ! grep -q "$(printf '\033')" out; verdict $? "no colour in a pipe"
is "$(awk 'length > 80' out | wc -l)" 0 "lines over 80 columns"
run 1 diff --format json "$pair/old.ehc" "$pair/new.ehc" -o d.json; mode_is d.json 600; is "$(jq -r '.changed[0].changes[0].before.hours_a_year.exact' d.json)" 57/2 "exact hours"
run 1 diff --format html "$pair/old.ehc" "$pair/new.ehc" -o d.html; "$top/tests/page.py" d.html >out 2>err; verdict $? "the page of a diff should be sound"
"$ehc" diff - "$pair/new.ehc" <"$pair/old.ehc" >out 2>err; is $? 1 "status of a diff from standard input"; out_has "<stdin>"
cp "$pair/new.ehc" amended.ehc
run 0 diff --to pdf "$pair/old.ehc" amended.ehc; exists amended.notice.pdf; mode_is amended.notice.pdf 600; err_has "amended.notice.pdf written"; out_empty
cp amended.notice.pdf first.pdf; run 0 diff --to pdf -q "$pair/old.ehc" amended.ehc; err_empty; cmp -s amended.notice.pdf first.pdf; verdict $? "the same plans should give the same notice"
run 0 diff --to text "$pair/old.ehc" amended.ehc -o -; out_has "45 minutes, once a week, 38 weeks a year, one-to-one"; ! grep -q "hours a year" out; verdict $? "nothing that was worked out stands in a notice"
run 0 diff --to html "$pair/old.ehc" amended.ehc; "$top/tests/page.py" amended.notice.html >out 2>err; verdict $? "the page of a notice should be sound"
run 0 diff --to html "$pair/old.ehc" amended.ehc -o named.html; "$top/tests/page.py" named.html >out 2>err; verdict $? "a notice may be named as what it is"; rm named.html
run 0 diff "$pair/old.ehc" "$pair/new.ehc" -o notice.docx; is "$(head -c 2 notice.docx)" PK "a Word file of a diff is its notice"; rm notice.docx
run 0 diff --to text "$top/corpus/versions/amount-lost/old.ehc" "$top/corpus/versions/amount-lost/new.ehc" -o -; out_has "Now: not said"
sed '/^  review due:/d; s/^timeline:$/timeline:\n  review due: 23 April 2027/' "$mixed" >moved.ehc
run 0 diff "$mixed" moved.ehc; out_lacks "Review due"
sed 's/review due: 23 April/review due: 24 April/' moved.ehc >later.ehc; run 1 diff "$mixed" later.ehc; out_has "Review due"; rm moved.ehc later.ehc
run 2 diff "$pair/old.ehc"; err_has "diff needs something more"
run 2 diff --to pdf "$pair/old.ehc" "$pair/old.ehc" -o none.pdf; err_has "nothing changed"; absent none.pdf
run 2 diff --to pdf --format json "$pair/old.ehc" amended.ehc; err_has "one of them"
run 2 diff "$pair/old.ehc" amended.ehc -o amended.ehc; cmp -s amended.ehc "$pair/new.ehc"; verdict $? "a plan must not be written over"
run 2 diff "$pair/old.ehc"; err_has "OLD NEW"
run 2 diff "$pair/old.ehc" gone.ehc; err_has "cannot be read"
run 2 diff "$pair/old.ehc" "$top/corpus/plans/hcp-epilepsy-good/plan.ehc"; err_has "two versions of one plan"
run 2 diff "$pair/old.ehc" "$top/templates/plans/national-ehc/template.ehc"; err_has "is no plan"
run 2 diff --to pdf "$pair/old.ehc" "$mixed" -o two.pdf; err_has "two children"; absent two.pdf
run 1 diff "$pair/old.ehc" "$mixed"; err_has "are they of one child"
run 2 diff --format sarif "$pair/old.ehc" amended.ehc; err_has "text, json or html"
run 2 diff --to xml "$pair/old.ehc" amended.ehc; err_has "pdf, html, docx or text"

sed 's/^  status: final/  status: proposed amendments/' amended.ehc >proposed.ehc
run 0 diff --to text "$pair/old.ehc" proposed.ehc -o -; out_has "The council proposes"; out_has "As proposed"
run 0 diff --to text "$pair/old.ehc" amended.ehc -o -; out_has "Amendments made to the plan"; out_lacks "propose"

case_ previous
sect() { json '[.files[0].findings[] | select(.rule == "SECT-028") | .item // .section] | join(" ")'; }
run 1 check --as-of none --format json "$pair/new.ehc" --previous "$pair/old.ehc"; is "$(json '[.files[0].findings[] | select(.rule == "OUTC-017")] | length')" 3 "outcomes carried over"
run 1 check --as-of none --format json "$pair/new.ehc"; is "$(json '[.files[0].findings[] | select(.rule == "OUTC-017")] | length')" 0 "nothing is known of a plan before"
sed -e 's/^  status: final/  status: proposed amendments/' -e '/^  informed by: K1/d' "$pair/new.ehc" >proposed.ehc
run 1 check --as-of none --format json proposed.ehc --previous "$pair/old.ehc"; is "$(sect)" "F1" "a change without evidence"
printf 'amendment F1: The review heard why.\n  evidence: K1\n' >>proposed.ehc
run 0 check --as-of none --format json proposed.ehc --previous "$pair/old.ehc"; is "$(sect)" "" "an amendment with evidence"
run 0 diff --to text "$pair/old.ehc" proposed.ehc -o -; out_has "The review heard why."; out_has "K1: Speech and language therapy advice"
sed 's/^  status: final/  status: proposed amendments/' "$pair/old.ehc" >same.ehc
run 1 check --as-of none same.ehc --previous "$pair/old.ehc"; out_has "differs in nothing from the plan before"
sed -e '/^provision F4:/,/^  informed by: K3/d' -e 's/^  status: final/  status: proposed amendments/' "$pair/old.ehc" >shorter.ehc
run 1 check --as-of none shorter.ehc --previous "$pair/old.ehc"; out_has "Provision F4 of the plan before is taken out"; out_has "amendment F4: <why it is taken out>"
hcp=$top/corpus/rules/IHP-054
sed -e 's/5 mg/10 mg/' -e 's/1 September 2025/2 March 2026/' "$hcp/previous.ehc" >other.ehc
run 1 check --as-of none "$hcp/bad.ehc" --previous other.ehc; out_has "has medicine R1 as of 2 March 2026"
run 2 check "$pair" --previous "$pair/old.ehc"; err_has "name one plan"
run 2 check "$pair/new.ehc" --previous gone.ehc; err_has "the version before, gone.ehc, cannot be read"
run 2 check "$pair/new.ehc" --previous "$top/corpus/plans/hcp-epilepsy-good/plan.ehc"; err_has "no versions of one plan"
run 1 qa --as-of none shorter.ehc --previous "$pair/old.ehc" -o beside.html; grep -q "Provision F4 of the plan before is taken out" beside.html; verdict $? "the report beside the version before"
run 2 qa "$pair" --previous "$pair/old.ehc" -o folder.html; err_has "name one plan"
run 2 qa "$pair/new.ehc" --previous gone.ehc -o gone.html; err_has "the version before, gone.ehc, cannot be read"; [ ! -e gone.html ]; verdict $? "no report without the version before"

# ---- a plan beside its advice ----

case_ advice
pair=$top/corpus/advice/slt-fewer-minutes
run 1 check --advice "$pair/advice.ehc" "$pair/plan.ehc"; out_has "QUANT-028"; out_has "28.5 hours"
run 1 check --advice "$pair" "$pair/plan.ehc"; out_has "QUANT-028"
run 2 check --advice "$pair/plan.ehc" "$pair/plan.ehc"; err_has "not an advice report"
run 2 check --advice no-such-folder "$pair/plan.ehc"; err_has "no-such-folder"
run 1 check --format csv --advice "$pair/advice.ehc" "$pair/plan.ehc"; out_has "QUANT-028"; out_lacks "Tomasz"; out_lacks "retell"
run 1 qa --advice "$pair/advice.ehc" "$pair/plan.ehc" -o against.html; is "$(grep -c 'id="against"' against.html)" 1 "the part against the advice"
run 2 qa --advice "$pair/advice.ehc" "$pair" -o panel.out; err_has "one plan"
pair=$top/corpus/advice/slt-direct-becomes-indirect
run 1 qa --advice "$pair/advice.ehc" "$pair/plan.ehc" -o against.html; grep -q "less time with the child: 19 hours a year, advised 38 hours" against.html; verdict $? "the hours with the child on both sides"

# ---- explain and rules ----

case_ explain
run 0 explain SPEC-001; out_has "SPEC-001"
run 0 explain spec-001 link-001; out_has "LINK-001"
run 0 explain quant; out_has "  QUANT-005  Provision in section F says who provides it"; out_has "More about one of them: ehc explain QUANT-001"
run 2 explain SPEC-01; err_has "did you mean SPEC-0"
run 2 explain nonsense SPEC-001; err_has "no rule"; out_has "SPEC-001"
case_ rules
run 0 rules; out_has "SPEC-001"; out_has "Profile: national"
run 0 rules --format json; is "$(json '[.rules[].rule] | length == (unique | length)')" true "every rule once"
run 0 rules --format markdown; out_has "SPEC-001"
run 0 rules --labels; out_has "how much: "
run 2 rules --profile no-such-county; err_has "no-such-county"
run 2 rules SPEC-001; err_has 'rules has no use for "SPEC-001": ehc rules'

echo "cli: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
