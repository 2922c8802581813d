/*
 * scan.c - what the scanner does with a line once its shape is known: look its label up, hop over its text.
 *
 * Most of a plan is prose. The scanner's automaton never steps through it: whether a line goes on with the text above is
 * seen from its first four columns, and its end is found with memchr().
 */
#include "parse/parse.h"

#include <string.h>

#include "plan_tab.h"

#define TAB 4u

/* ---- lines ---- */

static bool
is_blank(char c)
{
	return c <= ' ' && (c == ' ' || c == '\t' || c == '\r');
}

/* Moves *at over the white space with which a line begins, to its columns; false for a blank line, over which *at is moved. */
static inline bool
read_indent(struct ehc_str text, uint32_t *at, uint32_t *column)
{
	uint32_t i = *at, columns = 0;

	while (i < text.len && is_blank(text.ptr[i])) {
		char c = text.ptr[i++];

		columns = c == ' ' ? columns + 1 : c == '\t' ? columns / TAB * TAB + TAB : columns;
	}
	*column = columns;
	*at = i;
	if (i < text.len && text.ptr[i] != '\n')
		return true;
	if (i < text.len)
		++*at;
	return false;
}

/* The line whose first letter stands at *at, which is moved to the next one. */
static inline struct ehc_line
read_line(struct ehc_str text, uint32_t *at)
{
	const char *feed = memchr(text.ptr + *at, '\n', text.len - *at);
	uint32_t start = *at, end = feed == NULL ? (uint32_t)text.len : (uint32_t)(feed - text.ptr);

	*at = feed == NULL ? end : end + 1;
	while (is_blank(text.ptr[end - 1]))     /* it has a first letter */
		end--;
	return (struct ehc_line){ .start = start, .end = end };
}

static void
push_line(struct ehc_parser *p, struct ehc_line line)
{
	EHC_PUSH(p->arena, &p->lines[p->reading], line);
}

/* A head with a colon behind it. "1:1 support" has none: its colon is that of a ratio or of a time. */
static bool
read_head(struct ehc_str s, struct ehc_folded *out)
{
	if (!ehc_head_fold(s, out) || out->read == s.len || s.ptr[out->read] != ':')
		return false;
	for (size_t i = 0; i < out->len; i++)
		if (ehc_is_letter(out->text[i]) || out->text[i] == '[')
			return true;
	return false;
}

/* A label of its own, or a comment, begins here: not the line of a paragraph that somebody forgot to indent. */
static bool
has_label(const struct ehc_parser *p, uint32_t at)
{
	struct ehc_str s = ehc_bytes_of(p, (struct ehc_span){ at, (uint32_t)p->source->text.len });
	struct ehc_folded folded;

	return s.ptr[0] == '#' || read_head(s, &folded);
}

/*
 * Takes all lines from `at` on that go on with the text; `stray`: also those at the margin without a label, up to a blank
 * line. Returns the start of the first line that does not, blank lines before it not passed over.
 */
static uint32_t
scan_lines(struct ehc_parser *p, uint32_t at, bool stray)
{
	struct ehc_str text = p->source->text;
	uint32_t next = at, column;
	bool blank = p->blank;

	while (next < text.len) {
		struct ehc_line line;

		if (!read_indent(text, &next, &column)) {
			blank = true;
			continue;
		}
		if (column < TAB && (!stray || blank || has_label(p, next)))
			break;
		line = read_line(text, &next);
		line.column = column;
		line.after_blank = blank;
		blank = false;
		push_line(p, line);
		at = next;
	}
	return at;
}

/* The text's place: from its first line to its last, or `from` where it has none. */
static uint32_t
close_text(struct ehc_parser *p, uint32_t from, uint32_t next)
{
	size_t n = p->lines[p->reading].count;
	const struct ehc_line *lines = p->lines[p->reading].items;

	p->text = n == 0 ? (struct ehc_span){ from, from } : (struct ehc_span){ lines[0].start, lines[n - 1].end };
	p->text_open = true;
	p->blank = false;
	return next;
}

static void
new_text(struct ehc_parser *p)
{
	p->reading = 1 - p->reading;
	p->lines[p->reading].count = 0;
	p->blank = false;
}

/* A text whose first line goes on at `from`. */
static uint32_t
scan_text(struct ehc_parser *p, uint32_t from, bool stray)
{
	uint32_t next = from, column;

	new_text(p);
	if (read_indent(p->source->text, &next, &column)) {
		struct ehc_line line = read_line(p->source->text, &next);

		line.first = true;
		push_line(p, line);
	}
	return close_text(p, from, scan_lines(p, next, stray));
}

uint32_t
ehc_scan_more(struct ehc_parser *p, uint32_t from)
{
	return close_text(p, from, scan_lines(p, from, false));
}

uint32_t
ehc_scan_stray(struct ehc_parser *p, uint32_t from)
{
	return scan_text(p, from, true);
}

/* ---- labels ---- */

static bool
is_opening(const struct ehc_parser *p)
{
	return !p->labelled || (p->tree->is_template && p->tree->kind == EHC_DOC_NONE);
}

/* The document is of the kind that this head says. */
static void
open_document(struct ehc_parser *p, enum ehc_label label)
{
	switch (label) {
	case EHC_L_TEMPLATE:
		p->tree->is_template = true;
		return;
	case EHC_L_EHC_PLAN:
		p->tree->kind = EHC_DOC_EHC_PLAN;
		break;
	case EHC_L_HEALTH_PLAN:
		p->tree->kind = EHC_DOC_HEALTH_PLAN;
		break;
	case EHC_L_ADVICE_REPORT:
		p->tree->kind = EHC_DOC_ADVICE;
		break;
	case EHC_L_STYLE_HEAD:
		p->tree->kind = EHC_DOC_STYLE;
		break;
	default:
		p->tree->kind = EHC_DOC_PROFILE;
		break;
	}
	p->docs = ehc_docs_of(p->tree->kind);
}

/*
 * While the kind of document is not known, a head is looked for before anything else: `profile`, `style` and `template` only
 * in the first line, and the others at the margin (`health care plan` may also be a field).
 */
static struct ehc_head
read_opening(const struct ehc_parser *p, const struct ehc_folded *f, bool indented)
{
	struct ehc_head head = ehc_head_read(f, EHC_IN_ANY, EHC_HEADS);
	bool first_only = head.keyword != NULL && (head.keyword->label == EHC_L_PROFILE || head.keyword->label == EHC_L_STYLE_HEAD ||
	    head.keyword->label == EHC_L_TEMPLATE);

	if (first_only ? p->labelled : indented && !is_opening(p))
		head.keyword = NULL;
	return head;
}

/* A head with a slip in it, on the first line: read as meant, so that the rest of the file can be read too. */
static struct ehc_head
read_misspelt_head(struct ehc_parser *p, const struct ehc_folded *f, struct ehc_span span)
{
	const struct ehc_spelling *nearest = ehc_head_nearest(f, EHC_IN_ANY, EHC_ON_HEAD);

	if (nearest == NULL || ehc_keyword(nearest->label)->level != EHC_LEVEL_HEAD)
		return (struct ehc_head){ .keyword = NULL };
	ehc_fault_unknown(p, span, nearest);
	return (struct ehc_head){ .keyword = ehc_keyword(nearest->label), .rest = EHC_REST_NONE };
}

/* The same for "needs B1": an item with an id that others name. Taken for unknown, it would leave each of those with a fault too. */
static struct ehc_head
read_misspelt_item(struct ehc_parser *p, const struct ehc_folded *f, struct ehc_span span)
{
	const struct ehc_head_word *id = &f->words[f->nwords - 1];
	const struct ehc_spelling *nearest;

	if (f->nwords < 2 || ehc_faults_are_full(p) || ehc_head_read(f, EHC_IN_ANY, EHC_EVERY_LABEL).keyword != NULL)
		return (struct ehc_head){ .keyword = NULL };
	nearest = ehc_head_nearest(f, p->docs, p->above);
	if (nearest == NULL || !ehc_head_is_item(f, nearest) || ehc_keyword(nearest->label)->form != EHC_FORM_ID)
		return (struct ehc_head){ .keyword = NULL };
	ehc_fault_misspelt(p, span, nearest, (struct ehc_str){ p->source->text.ptr + span.end - (id->to - id->from), id->to - id->from });
	return (struct ehc_head){ .keyword = ehc_keyword(nearest->label), .rest = EHC_REST_ID, .label_end = f->words[f->nwords - 2].to, .rest_from = id->from };
}

static struct ehc_head
look_up(struct ehc_parser *p, const struct ehc_folded *f, struct ehc_span span, bool indented)
{
	struct ehc_head head = { .keyword = NULL };
	bool kindless = p->tree->kind == EHC_DOC_NONE;

	if (kindless)
		head = read_opening(p, f, indented);
	if (head.keyword == NULL)
		head = ehc_head_read(f, p->docs, kindless ? EHC_NO_HEADS : EHC_EVERY_LABEL);
	if (head.keyword == NULL && p->tree->is_template)
		head = ehc_head_read(f, EHC_IN_T, EHC_EVERY_LABEL);
	if (head.keyword == NULL && kindless && is_opening(p))
		head = read_misspelt_head(p, f, span);
	if (head.keyword == NULL)       /* a second document's head; `style` is rather meant as the setting of a profile */
		head = ehc_head_read(f, EHC_IN_ANY & ~(unsigned)EHC_IN_S, EHC_HEADS);
	if (head.keyword == NULL)
		head = read_misspelt_item(p, f, span);
	if (head.keyword != NULL && head.keyword->level == EHC_LEVEL_HEAD && kindless)
		open_document(p, head.keyword->label);
	return head;
}

/* `alone`: nothing stands behind it. */
static int
token_of(const struct ehc_keyword *k, bool alone)
{
	switch (k->level) {
	case EHC_LEVEL_HEAD:
		return alone ? TOK_HEAD : TOK_HEAD_LABEL;
	case EHC_LEVEL_ITEM:
		return TOK_ITEM;
	case EHC_LEVEL_FIELD:
		return k->form == EHC_FORM_ID ? TOK_STEP : alone ? TOK_FIELD : TOK_FIELD_LABEL;
	default:
		return k->form == EHC_FORM_WORDS ? TOK_NAMED : alone ? TOK_BLOCK : TOK_BLOCK_LABEL;
	}
}

/* Does the last word of the head look like an id, so that an item was meant? */
static bool
ends_in_id(const struct ehc_folded *f)
{
	const struct ehc_head_word *last = &f->words[f->nwords - 1];

	return f->nwords > 1 && ehc_id_is_well_formed((struct ehc_str){ f->text + last->start, last->end - last->start }, EHC_L_NONE);
}

/*
 * No label of this document. Whether it opens an item or belongs to the one above is read from the label that was
 * probably meant, else from an id in it, else from its indent: there is nothing better to go by.
 */
static int
unknown(struct ehc_parser *p, const struct ehc_folded *f, struct ehc_span span, bool indented)
{
	const struct ehc_keyword *other = ehc_head_read(f, EHC_IN_ANY, EHC_EVERY_LABEL).keyword;
	const struct ehc_spelling *nearest;
	bool field;

	if (other != NULL) {
		field = other->level == EHC_LEVEL_FIELD;
		if (!field || (other->docs & p->foreign) == 0)
			ehc_fault_other_document(p, span, other->docs);
		if (!field)
			p->foreign = other->docs;
	} else {
		nearest = ehc_faults_are_full(p) ? NULL : ehc_head_nearest(f, p->docs, p->above);
		field = nearest != NULL ? ehc_keyword(nearest->label)->level == EHC_LEVEL_FIELD : indented && !ends_in_id(f);
		ehc_fault_unknown(p, span, nearest);
		if (!field)
			p->foreign = 0;
	}
	if (!field)
		p->above = 0;
	return field ? TOK_UNKNOWN_FIELD : TOK_UNKNOWN_ENTRY;
}

/* The token of a label that was found; `from` is where its line begins, and where the offsets of its head count from. */
static int
take_label(struct ehc_parser *p, struct ehc_head head, struct ehc_span span, uint32_t from, uint32_t colon)
{
	head.keyword = ehc_label_meant(p, &head, colon, span.start > from);
	p->line = (struct ehc_labelled_line){ .keyword = head.keyword, .head = span, .rest = { colon, colon } };
	p->rest = head.rest;
	p->rest_waits = p->rest != EHC_REST_NONE && p->rest != EHC_REST_SLOT;
	if (p->rest_waits)
		p->line.rest = (struct ehc_span){ from + (uint32_t)head.rest_from, span.end };
	else if (p->rest == EHC_REST_SLOT)
		p->line.slot = (struct ehc_span){ from + (uint32_t)head.rest_from, from + (uint32_t)head.rest_to };
	if (head.keyword->level != EHC_LEVEL_FIELD) {
		p->above = head.keyword->on;
		p->foreign = 0;
	}
	p->text_waits = p->rest_waits || head.keyword->form != EHC_FORM_PLAIN;
	return token_of(head.keyword, !p->rest_waits);
}

/*
 * Where a label is kept that begins like these eight bytes. Five of them tell most labels apart: those behind an indent of two, and few
 * labels are shorter with their colon.
 */
static struct ehc_known_label *
place_of_label(struct ehc_parser *p, const char *bytes)
{
	uint64_t five = ehc_eight_at(bytes) >> 16 & 0xFFFFFFFFFF;

	return &p->known[five * 0x9E3779B97F4A7C15u >> 57];
}
_Static_assert(EHC_KNOWN_LABELS == 1 << (64 - 57), "place_of_label() has as many places");

/* A label alone, with its colon, means the same wherever it stands, once it is known of which kind the document is. */
static void
keep_label(struct ehc_parser *p, const struct ehc_head *head, struct ehc_span span, uint32_t from, uint32_t colon)
{
	const char *bytes = p->source->text.ptr + from;

	if (p->tree->kind == EHC_DOC_NONE || head->rest != EHC_REST_NONE || bytes[colon - from] != ':' || p->source->text.len - from < 8)
		return;
	*place_of_label(p, bytes) = (struct ehc_known_label){ bytes, colon - from + 1, head->keyword, { span.start - from, span.end - from } };
}

/* The same of a head that was read. */
static int
scan_head(struct ehc_parser *p, const struct ehc_folded *f, uint32_t from)
{
	struct ehc_span span = { from + (uint32_t)f->words[0].from, from + (uint32_t)f->words[f->nwords - 1].to };
	uint32_t colon = from + (uint32_t)f->read;
	struct ehc_head head = look_up(p, f, span, span.start > from);

	if (head.keyword != NULL) {
		keep_label(p, &head, span, from, colon);
		return take_label(p, head, span, from, colon);
	}
	p->line = (struct ehc_labelled_line){ .head = span, .rest = { colon, colon } };
	p->rest = EHC_REST_NONE;
	p->rest_waits = false;
	return unknown(p, f, span, span.start > from);
}

/* Most labels of a plan stood before other lines of it, in the same letters: then nothing needs to be looked up. */
static bool
scan_known_label(struct ehc_parser *p, struct ehc_str s, uint32_t from, int *token, uint32_t *colon)
{
	const struct ehc_known_label *known = s.len < 8 ? NULL : place_of_label(p, s.ptr);

	if (known == NULL || known->len == 0 || known->len > s.len || memcmp(known->bytes, s.ptr, known->len) != 0)
		return false;
	*colon = from + known->len - 1;
	*token = take_label(p, (struct ehc_head){ .keyword = known->keyword }, (struct ehc_span){ from + known->head.start, from + known->head.end },
	    from, *colon);
	return true;
}

/* ---- a label without its colon ---- */

#define MOST_WORDS 4u           /* of a label with its id or letters: "section E and F" */

/* A line that may be meant as a label, and what was read of it. */
struct colonless {
	struct ehc_str line;
	bool alone, indented;           /* a blank line, or none at all, stands above it; white space stands before it */
	struct ehc_folded folded;       /* its label */
	struct ehc_str words;           /* what follows, behind a dash or another mark */
	bool dashed;
};

/*
 * Is this a label with all that it needs? One that opens an item, a section or the document is, on a line by itself: elsewhere
 * it is rather the line of a text that somebody forgot to indent. A field has at least a dash for its colon.
 */
static bool
is_whole(const struct ehc_parser *p, const struct colonless *c, const struct ehc_head *head)
{
	const struct ehc_folded *f = &c->folded;

	switch (head->keyword->level) {
	case EHC_LEVEL_HEAD:
		return is_opening(p) && head->rest == EHC_REST_NONE && ehc_str_has_digit(c->words);     /* a reference; else it is a title */
	case EHC_LEVEL_ITEM:
		return c->alone && head->rest == EHC_REST_ID;
	case EHC_LEVEL_FIELD:
		return c->indented && c->dashed && head->rest == EHC_REST_NONE && (head->keyword->on & p->above) != 0;
	default:
		return c->alone && head->keyword->label == EHC_L_SECTION && head->rest == EHC_REST_WORDS &&
		    ehc_names_sections((struct ehc_str){ f->text + f->words[0].end, f->len - f->words[0].end });
	}
}

/* "Section A. Views", "Need B1 - Ada reads": what stands behind the marks. */
static void
read_behind(struct colonless *c, size_t at)
{
	static const char *const dashes[] = { "- ", "\xE2\x80\x93 ", "\xE2\x80\x94 " };

	while (at < c->line.len && strchr(".,;)", c->line.ptr[at]) != NULL)
		at++;
	c->words = ehc_str_trim(ehc_str_sub(c->line, at, c->line.len));
	c->dashed = false;
	for (size_t i = 0; i < EHC_COUNT(dashes) && !c->dashed; i++)
		if (ehc_str_starts_nocase(c->words, dashes[i])) {
			c->words = ehc_str_trim(ehc_str_sub(c->words, strlen(dashes[i]), c->words.len));
			c->dashed = true;
		}
}

/* Finds the longest label with which the line begins. */
static bool
read_colonless(const struct ehc_parser *p, struct colonless *c)
{
	bool kindless = p->tree->kind == EHC_DOC_NONE;
	size_t ends[MOST_WORDS], n = 0;

	for (size_t i = 0; n < MOST_WORDS && i < c->line.len; n++) {
		while (i < c->line.len && !is_blank(c->line.ptr[i]))
			i++;
		ends[n] = i;
		while (ends[n] > 0 && strchr(".,;)", c->line.ptr[ends[n] - 1]) != NULL)
			ends[n]--;
		while (i < c->line.len && is_blank(c->line.ptr[i]))
			i++;
	}
	while (n-- > 0) {
		struct ehc_head head;

		if (!ehc_head_fold(ehc_str_sub(c->line, 0, ends[n]), &c->folded) || c->folded.read != ends[n])
			continue;
		head = ehc_head_read(&c->folded, kindless ? EHC_IN_ANY : p->docs, kindless ? EHC_HEADS : EHC_EVERY_LABEL);
		read_behind(c, ends[n]);
		if (head.keyword != NULL && is_whole(p, c, &head))
			return true;
	}
	return false;
}

/* Reads such a line as if it had its colon, so that what stands under it is not lost to the item or the section that it names. */
static bool
scan_colonless(struct ehc_parser *p, uint32_t from, int *token, uint32_t *next)
{
	struct ehc_str text = p->source->text;
	struct colonless c = { .alone = p->blank || !p->labelled };
	struct ehc_line line;

	for (*next = from; is_blank(text.ptr[*next]); ++*next)
		continue;
	c.indented = *next > from;
	line = read_line(text, next);
	c.line = ehc_bytes_of(p, (struct ehc_span){ line.start, line.end });
	if (!read_colonless(p, &c))
		return false;
	ehc_fault_no_colon(p, (struct ehc_span){ line.start, line.start + (uint32_t)c.folded.read });
	*token = scan_head(p, &c.folded, line.start);
	p->line.colonless = true;
	p->labelled = true;
	*next = scan_text(p, c.words.len > 0 ? (uint32_t)(c.words.ptr - text.ptr) : line.end, false);
	return true;
}

int
ehc_scan_line(struct ehc_parser *p, uint32_t from, uint32_t *next)
{
	struct ehc_str s = ehc_bytes_of(p, (struct ehc_span){ from, (uint32_t)p->source->text.len });
	struct ehc_folded folded;
	uint32_t colon;
	int token;

	if (scan_known_label(p, s, from, &token, &colon)) {
		*next = scan_text(p, colon + 1, false);
		return token;
	}
	if (!read_head(s, &folded)) {
		if (scan_colonless(p, from, &token, next))
			return token;
		*next = ehc_scan_stray(p, from);
		return TOK_STRAY;
	}
	token = scan_head(p, &folded, from);
	p->labelled = true;
	*next = scan_text(p, from + (uint32_t)folded.read + 1, false);
	return token;
}

int
ehc_scan_rest(const struct ehc_parser *p)
{
	switch (p->rest) {
	case EHC_REST_WORDS:
		return TOK_WORDS;
	case EHC_REST_BAD_ID:
		return TOK_BAD_ID;
	default:
		return TOK_ID;
	}
}
