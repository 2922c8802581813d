/*
 * reference.c - rules shown to people: one at a time (`ehc explain`), and all of them (docs/rules.md). Both are made from
 * the rows alone and from the examples that the tests run, so they cannot say anything else than what is checked.
 */
#include "rules/example.h"

#include <string.h>

#define WIDTH 78

/* ---- what a row says, in words ---- */

/* "" where nothing is claimed. */
static const char *
source_of(const struct ehc_rule *r)
{
	return r->confidence == EHC_UNCONFIRMED || r->confidence == EHC_PRACTICE ? "" : r->source;
}

static struct ehc_str
documents_of(struct ehc_arena *a, const struct ehc_rule *r)
{
	static const struct { unsigned bit; const char *name; } names[] = {
		{ EHC_FOR_EHC_PLAN, "EHC plans" }, { EHC_FOR_HEALTH_PLAN, "health care plans" }, { EHC_FOR_ADVICE, "advice reports" },
		{ EHC_FOR_TEMPLATE, "templates" }, { EHC_FOR_PROFILE, "profiles" }, { EHC_FOR_STYLE, "styles" },
	};
	struct ehc_str list[EHC_COUNT(names)];
	size_t n = 0;

	for (size_t i = 0; i < EHC_COUNT(names); i++)
		if (r->documents & names[i].bit)
			list[n++] = ehc_str_of(names[i].name);
	return ehc_list_words(a, list, n, n);
}

/* When the rule is asked, and how grave its finding is at each stage; "" where nothing bears on it. */
static const char *
stage_of(const struct ehc_rule *r)
{
	if (r->needs & EHC_STAGED)
		return "While the plan is `working` this is on the list of what is still to do; in a draft it is a warning at most.";
	if (r->needs & EHC_NEEDS_FINAL)
		return "Asked of final plans only.";
	if (r->needs & EHC_NEEDS_DRAFT)
		return "Asked of working plans and drafts only.";
	return "";
}

static const char *
clock_of(const struct ehc_rule *r)
{
	return r->needs & EHC_NEEDS_AS_OF ? "The answer depends on the day; `--as-of none` leaves it out." : "";
}

static const char *
answering_for(const struct ehc_rule *r)
{
	if (!(r->documents & (EHC_FOR_EHC_PLAN | EHC_FOR_HEALTH_PLAN)) || strncmp(r->id, "ACPT-", 5) == 0)
		return "";
	if (ehc_rule_is_binding(r))
		return "It rests on the law or on safety: it can be accepted in a draft but not in a final plan, and no profile can lower it.";
	return "Where it stands on an item, accept it there with a reason; or set it in a profile.";
}

static const struct ehc_pack *
pack_of(const struct ehc_rule *r)
{
	return ehc_pack_find(ehc_str_of(ehc_rule_pack(r)));
}

/* ---- plain text ---- */

/* Words of s, wrapped, each line behind `indent` blanks. */
static void
put_wrapped(struct ehc_buf *out, struct ehc_str s, size_t indent)
{
	size_t column = 0;
	struct ehc_str word;

	while (ehc_str_split(&s, ' ', &word)) {
		if (column > 0 && column + 1 + word.len > WIDTH) {
			ehc_buf_char(out, '\n');
			column = 0;
		}
		ehc_buf_fill(out, ' ', column == 0 ? indent : 1);
		ehc_buf_str(out, word);
		column += (column == 0 ? indent : 1) + word.len;
	}
	ehc_buf_char(out, '\n');
}

static void
put_part(struct ehc_buf *out, const char *title, const char *text)
{
	if (text == NULL || text[0] == '\0')
		return;
	ehc_buf_printf(out, "\n%s\n", title);
	put_wrapped(out, ehc_str_of(text), 4);
}

static void
put_lines(struct ehc_buf *out, const char *title, struct ehc_str lines)
{
	struct ehc_str line;

	ehc_buf_printf(out, "\n%s\n", title);
	while (ehc_str_split(&lines, '\n', &line))
		ehc_buf_printf(out, "    %.*s\n", EHC_ARG(line));
}

void
ehc_rule_explain(const struct ehc_rule *r, struct ehc_buf *out, const char *share_dir)
{
	struct ehc_arena *a = ehc_arena_new();
	const struct ehc_pack *pack = pack_of(r);
	struct ehc_example example = ehc_example_read(a, r, share_dir == NULL ? ehc_share_dir(a) : share_dir);

	ehc_buf_printf(out, "%s  %s\n", r->id, r->title);
	ehc_buf_printf(out, "%s, %s; %.*s; pack %s %s\n", ehc_severity_name(r->severity), ehc_class_name(r->class_),
	    EHC_ARG(documents_of(a, r)), pack->name, pack->version);
	put_part(out, "Why it matters", r->why);
	put_part(out, "What to write", r->fix);
	put_part(out, "Source", source_of(r)[0] == '\0' ? "Good practice or plain sense; no law is claimed." : source_of(r));
	if (r->source_in_care != NULL && r->source_in_care[0] != '\0')
		put_part(out, "Source, in a health care plan", r->source_in_care);
	put_part(out, "When the words are right as they stand", r->legitimate);
	put_part(out, "When it is asked", stage_of(r));
	put_part(out, "The day", clock_of(r));
	if (example.bad.len > 0)
		put_lines(out, "Found here", example.bad);
	if (example.good.len > 0)
		put_lines(out, example.bad.len > 0 ? "Mended" : "With the part that was missing", example.good);
	put_part(out, "To leave it as it is", answering_for(r));
	if (answering_for(r)[0] != '\0') {
		ehc_buf_printf(out, "        accept: %s because <reason>; <role>, <date>\n", r->id);
		if (!ehc_rule_is_binding(r))
			ehc_buf_printf(out, "        rule %s: off because <reason>\n", r->id);
	}
	ehc_arena_free(a);
}

/* ---- docs/rules.md ---- */

static const struct { const char *id, *reason; } left_out[] = {
#define LEFT_OUT(id, reason) { id, reason },
#include "rules/left_out.def"
};

/* What nobody should look for, and why. */
static void
put_left_out(struct ehc_buf *out)
{
	ehc_buf_cstr(out, "\n## Rules left out\n\nThese were considered and are not asked, so their ids stay free.\n\n| rule | why it is left out |\n| --- | --- |\n");
	for (size_t i = 0; i < EHC_COUNT(left_out); i++)
		ehc_buf_printf(out, "| %s | %s |\n", left_out[i].id, left_out[i].reason);
}

static void
put_example(struct ehc_buf *out, const char *title, struct ehc_str lines)
{
	ehc_buf_printf(out, "%s:\n\n```\n", title);
	ehc_buf_str(out, lines);
	ehc_buf_cstr(out, "```\n\n");
}

static void
put_field(struct ehc_buf *out, const char *title, const char *text)
{
	if (text != NULL && text[0] != '\0')
		ehc_buf_printf(out, "- %s: %s\n", title, text);
}

/* Blanks in <angle brackets> would be taken for HTML; within `code` they stand as they are. */
static const char *
escaped(struct ehc_arena *a, const char *text)
{
	struct ehc_buf out = { NULL, 0, 0 };
	bool in_code = false;

	for (; *text != '\0'; text++) {
		in_code = in_code != (*text == '`');
		if (*text == '<' && !in_code)
			ehc_buf_char(&out, '\\');
		ehc_buf_char(&out, *text);
	}
	return ehc_buf_take(&out, a).ptr;
}

static void
put_rule(struct ehc_buf *out, const struct ehc_rule *r, const char *share_dir)
{
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_example example = ehc_example_read(a, r, share_dir);

	ehc_buf_printf(out, "### %s: %s\n\n", r->id, r->title);
	ehc_buf_printf(out, "%s\n\n", escaped(a, r->why));
	ehc_buf_printf(out, "- Severity: %s (%s)\n", ehc_severity_name(r->severity), ehc_class_name(r->class_));
	ehc_buf_printf(out, "- Asked of: %.*s\n", EHC_ARG(documents_of(a, r)));
	put_field(out, "Stage", stage_of(r));
	put_field(out, "Day", clock_of(r));
	put_field(out, "Source", source_of(r));
	if (r->source_in_care != NULL && r->source_in_care[0] != '\0')
		put_field(out, "Source, in a health care plan", r->source_in_care);
	if (strcmp(ehc_rule_pack(r), "national-2014") != 0)
		put_field(out, "Pack", ehc_rule_pack(r));
	put_field(out, "What to write", escaped(a, r->fix));
	put_field(out, "When the words are right", r->legitimate);
	if (ehc_rule_is_binding(r))
		put_field(out, "Binding", "a profile cannot lower it, nor can it be accepted in a final plan");
	ehc_buf_char(out, '\n');
	if (example.bad.len > 0)
		put_example(out, "Found here", example.bad);
	if (example.good.len > 0)
		put_example(out, example.bad.len > 0 ? "Mended" : "With the part that was missing", example.good);
	ehc_arena_free(a);
}

static void
put_packs(struct ehc_buf *out)
{
	const struct ehc_pack *packs;
	size_t n;

	packs = ehc_packs(&n);
	ehc_buf_cstr(out, "| pack | version | from | in force | what it holds |\n| --- | --- | --- | --- | --- |\n");
	for (size_t i = 0; i < n; i++)
		ehc_buf_printf(out, "| %s | %s | %s | %s | %s%s%s |\n", packs[i].name, packs[i].version, packs[i].from,
		    packs[i].on ? "yes" : "no", packs[i].title, packs[i].note == NULL ? "" : ". ", packs[i].note == NULL ? "" : packs[i].note);
}

void
ehc_rules_reference(struct ehc_buf *out, const char *share_dir)
{
	struct ehc_arena *a = ehc_arena_new();
	const struct ehc_family *families;
	size_t n, rules = 0;

	if (share_dir == NULL)
		share_dir = ehc_share_dir(a);
	families = ehc_families(&n);
	for (size_t i = 0; i < n; i++)
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++)
			rules++;
	ehc_buf_printf(out, "# Rules\n\nThis file is written by `ehc rules --format markdown`. It lists all %zu rules. "
	    "`ehc explain RULE` shows one of them.\n\n", rules);
	ehc_buf_cstr(out, "A finding says what is missing or unclear, and why that matters to the child. It never says that a plan, "
	    "an item or an authority is lawful or unlawful. Where a rule names no source, it is good practice or plain sense.\n\n");
	ehc_buf_cstr(out, "## Packs\n\n");
	put_packs(out);
	for (size_t i = 0; i < n; i++) {
		ehc_buf_printf(out, "\n## %s: %s\n\n", families[i].prefix, families[i].title);
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++)
			put_rule(out, r, share_dir);
	}
	put_left_out(out);
	ehc_arena_free(a);
}
