/*
 * calendar.c - the days of a review as an iCalendar file (RFC 5545), which any calendar reads. It leaves the school: it holds
 * no word of the plan but its reference and the ids of its items, and events are marked private. The same plan as of the same day
 * always gives the same bytes.
 */
#include "ehc/review.h"

#include "ehc/report.h"
#include "ehc/rule.h"

#define FOLD 75                         /* bytes of a line, its end not counted */

/* ---- the reference, and no name ---- */

/* A word of the name that the reference holds gives the child away; one letter does not. */
static bool
holds_name(struct ehc_str reference, struct ehc_str name)
{
	while (name.len > 0) {
		struct ehc_str word;
		size_t n = 0;

		while (n < name.len && !((unsigned char)name.ptr[n] <= ' ' || name.ptr[n] == '-' || name.ptr[n] == '.' || name.ptr[n] == ','))
			n++;
		word = ehc_str_sub(name, 0, n);
		name = ehc_str_sub(name, n < name.len ? n + 1 : n, name.len);
		for (size_t at = 0; word.len > 1 && at + word.len <= reference.len; at++)
			if (ehc_str_eq_nocase(ehc_str_sub(reference, at, at + word.len), word))
				return true;
	}
	return false;
}

struct ehc_str
ehc_review_reference(const struct ehc_plan *plan, bool *named)
{
	const struct ehc_child *c = &plan->child;

	*named = holds_name(plan->reference, c->name.text.str) || holds_name(plan->reference, c->known_as.text.str);
	return *named ? EHC_NOSTR : ehc_str_trim(plan->reference);
}

/* ---- lines ---- */

/* Writes a line, folded between characters, never within one. */
static void
put_line(struct ehc_buf *out, struct ehc_buf *line)
{
	size_t column = 0;

	for (size_t at = 0; at < line->len; ) {
		struct ehc_str s = { line->ptr, line->len };
		size_t next = at;

		ehc_utf8_next(s, &next);
		if (column + (next - at) > FOLD) {
			ehc_buf_cstr(out, "\r\n ");
			column = 1;
		}
		ehc_buf_bytes(out, line->ptr + at, next - at);
		column += next - at;
		at = next;
	}
	ehc_buf_cstr(out, "\r\n");
	ehc_buf_clear(line);
}

static void
put_plain(struct ehc_buf *out, struct ehc_buf *line, const char *words)
{
	ehc_buf_cstr(line, words);
	put_line(out, line);
}

/* A value of type TEXT. A control character has no place in one; a line break becomes a blank. */
static void
put_text(struct ehc_buf *line, struct ehc_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (c == '\\' || c == ';' || c == ',')
			ehc_buf_char(line, '\\');
		ehc_buf_char(line, (unsigned char)c < ' ' || c == 0x7F ? ' ' : c);
	}
}

static void
put_day(struct ehc_buf *line, ehc_day day)
{
	int y, m, d;

	ehc_day_parts(day, &y, &m, &d);
	ehc_buf_printf(line, "%04d%02d%02d", y, m, d);
}

/* ---- events ---- */

struct calendar {
	const struct ehc_review *review;
	struct ehc_str reference;
	struct ehc_buf *out;
	struct ehc_buf line;
};

/*
 * The same date of the same plan has the same id in every run, so that a calendar that is read in again is brought up to date and
 * not doubled. A plan without a reference is known by its whole text. The form is that of a UUID made in a way of one's own
 * (RFC 9562, version 8).
 */
static void
put_id(struct calendar *c, const struct ehc_due *due)
{
	struct ehc_buf seed = { NULL, 0, 0 };
	struct ehc_key key;

	ehc_buf_str(&seed, c->reference.len > 0 ? c->reference : c->review->plan->source->text);
	ehc_buf_printf(&seed, "\n%s\n%s\n%zu", due->key, due->item != NULL ? due->item->id : "", due->nth);
	key = ehc_key_of(ehc_buf_text(&seed));
	ehc_buf_free(&seed);
	ehc_buf_printf(&c->line, "UID:%08x-%04x-8%03x-%04x-%012llx", (unsigned)(key.high >> 32), (unsigned)(key.high >> 16 & 0xFFFF), (unsigned)(key.high & 0xFFF),
	    (unsigned)(0x8000 | (key.low >> 48 & 0x3FFF)), (unsigned long long)(key.low & 0xFFFFFFFFFFFF));
	put_line(c->out, &c->line);
}

/* Whose step it is, and what sets the day. */
static void
put_description(struct calendar *c, const struct ehc_due *due)
{
	const struct ehc_rule *rule = due->rule != NULL ? ehc_rule_find(ehc_str_of(due->rule)) : NULL;
	const char *source = rule != NULL ? ehc_rule_source(rule) : "";

	ehc_buf_cstr(&c->line, "DESCRIPTION:");
	if (due->whose[0] != '\0') {
		ehc_buf_cstr(&c->line, "Whose step: ");
		put_text(&c->line, ehc_str_of(due->whose));
		ehc_buf_cstr(&c->line, ".\\n");
	}
	if (source[0] != '\0') {
		ehc_buf_cstr(&c->line, "Set by: ");
		put_text(&c->line, ehc_str_of(source));
		ehc_buf_cstr(&c->line, ".\\n");
	}
	ehc_buf_cstr(&c->line, due->rule == NULL ? "A date of the plan's own." : source[0] != '\0' ? "Counted from dates in the plan." : "Good practice\\, counted from dates in the plan.");
	put_line(c->out, &c->line);
}

static void
put_event(struct calendar *c, const struct ehc_due *due)
{
	put_plain(c->out, &c->line, "BEGIN:VEVENT");
	put_id(c, due);
	ehc_buf_cstr(&c->line, "DTSTAMP:");
	put_day(&c->line, c->review->as_of);
	put_plain(c->out, &c->line, "T000000Z");
	ehc_buf_cstr(&c->line, "DTSTART;VALUE=DATE:");
	put_day(&c->line, due->day);
	put_line(c->out, &c->line);
	ehc_buf_cstr(&c->line, "SUMMARY:");
	if (c->reference.len > 0) {
		put_text(&c->line, c->reference);
		ehc_buf_cstr(&c->line, ": ");
	}
	put_text(&c->line, due->what);
	put_line(c->out, &c->line);
	put_description(c, due);
	put_plain(c->out, &c->line, c->review->plan->kind == EHC_DOC_HEALTH_PLAN ? "CATEGORIES:Health care plan" : "CATEGORIES:EHC plan");
	put_plain(c->out, &c->line, "CLASS:PRIVATE");
	put_plain(c->out, &c->line, "TRANSP:TRANSPARENT");
	put_plain(c->out, &c->line, "END:VEVENT");
}

size_t
ehc_review_calendar(const struct ehc_review *r, struct ehc_buf *out)
{
	struct calendar c = { .review = r, .out = out };
	size_t n = 0;
	bool named;

	c.reference = ehc_review_reference(r->plan, &named);
	for (size_t i = 0; i < r->dates.count; i++)
		n += r->dates.items[i].day >= r->as_of;
	if (n == 0)
		return 0;
	put_plain(out, &c.line, "BEGIN:VCALENDAR");
	put_plain(out, &c.line, "VERSION:2.0");
	put_plain(out, &c.line, "PRODID:-//ehc//ehc " EHC_VERSION "//EN");
	put_plain(out, &c.line, "CALSCALE:GREGORIAN");
	for (size_t i = 0; i < r->dates.count; i++)
		if (r->dates.items[i].day >= r->as_of)
			put_event(&c, &r->dates.items[i]);
	put_plain(out, &c.line, "END:VCALENDAR");
	ehc_buf_free(&c.line);
	return n;
}
