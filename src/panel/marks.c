/*
 * marks.c - what people make of the sample: a sheet for each of two markers, and how far the two agree when they come back.
 */
#include "panel/csv.h"

#include <string.h>

enum { FOR_EHC = 1, FOR_HEALTH = 2, FOR_BOTH = 3 };

static const struct question { const char *id; unsigned documents; size_t standard; const char *words; } questions[] = {
#define QUESTION(id, documents, standard, words) { #id, FOR_##documents, standard, words },
#include "panel/questions.def"
#undef QUESTION
};

/* ---- the sheet ---- */

void
panel_csv_sheet(const struct ehc_panel *p, struct ehc_buf *out)
{
	ehc_buf_cstr(out, "\"plan\",\"question\",\"what to judge\",\"grade by the program\",\"mark: yes, partly, no or not applicable\",\"comment\"\r\n");
	for (size_t i = 0; i < p->sample.count; i++) {
		const struct ehc_panel_plan *one = &p->sample.items[i];

		for (size_t q = 0; q < EHC_COUNT(questions); q++) {
			size_t standard = questions[q].standard;

			if ((questions[q].documents & (one->health_plan ? FOR_HEALTH : FOR_EHC)) == 0)
				continue;
			ehc_buf_printf(out, "\"P%u\",\"%s\",\"%s\",\"%s\",\"\",\"\"\r\n", one->number, questions[q].id, questions[q].words,
			    standard > 0 ? ehc_grade_name(one->standards[standard - 1]) : "");
		}
	}
}

/* ---- reading one back ---- */

enum mark { MARK_NONE, MARK_YES, MARK_PARTLY, MARK_NO, MARKS };

struct line { struct ehc_str plan, question; enum mark mark; };
struct lines { struct line *items; size_t count, cap; };

enum { CELLS = 6 };

/* One record of CSV; a cell in quotes may hold commas, quotes and line ends. False at the end. */
static bool
read_record(struct ehc_arena *a, struct ehc_str text, size_t *at, struct ehc_str cells[CELLS])
{
	size_t n = 0;

	if (*at >= text.len)
		return false;
	for (size_t i = 0; i < CELLS; i++)
		cells[i] = EHC_NOSTR;
	for (;;) {
		struct ehc_buf cell = { NULL, 0, 0 };
		bool quoted = *at < text.len && text.ptr[*at] == '"';

		*at += quoted;
		for (; *at < text.len; ++*at) {
			char c = text.ptr[*at];

			if (quoted && c == '"') {
				if (*at + 1 >= text.len || text.ptr[*at + 1] != '"') {
					quoted = false;
					continue;
				}
				++*at;
			} else if (!quoted && (c == ',' || c == '\n' || c == '\r' || c == ';' || c == '\t'))
				break;
			ehc_buf_char(&cell, c);
		}
		if (n < CELLS)
			cells[n++] = ehc_str_trim(ehc_arena_copy(a, ehc_buf_text(&cell)));
		ehc_buf_free(&cell);
		if (*at >= text.len)
			return true;
		if (text.ptr[*at] == '\r' || text.ptr[*at] == '\n') {
			while (*at < text.len && (text.ptr[*at] == '\r' || text.ptr[*at] == '\n'))
				++*at;
			return true;
		}
		++*at;
	}
}

static bool
read_mark(struct ehc_str cell, enum mark *out)
{
	static const struct { const char *word; enum mark mark; } words[] = {
		{ "", MARK_NONE }, { "not applicable", MARK_NONE }, { "n/a", MARK_NONE }, { "na", MARK_NONE }, { "-", MARK_NONE },
		{ "yes", MARK_YES }, { "y", MARK_YES }, { "partly", MARK_PARTLY }, { "part", MARK_PARTLY }, { "p", MARK_PARTLY },
		{ "no", MARK_NO }, { "n", MARK_NO },
	};

	for (size_t i = 0; i < EHC_COUNT(words); i++)
		if (ehc_str_is_nocase(cell, words[i].word)) {
			*out = words[i].mark;
			return true;
		}
	return false;
}

static const struct question *
find_question(struct ehc_str id)
{
	for (size_t i = 0; i < EHC_COUNT(questions); i++)
		if (ehc_str_is_nocase(id, questions[i].id))
			return &questions[i];
	return NULL;
}

static bool
read_sheet(struct ehc_arena *a, const char *which, struct ehc_str text, struct lines *out, struct ehc_str *trouble)
{
	struct ehc_str cells[CELLS];
	size_t at = 0, n = 0;

	if (text.len >= 3 && memcmp(text.ptr, "\xEF\xBB\xBF", 3) == 0)
		at = 3;
	while (read_record(a, text, &at, cells)) {
		struct line line = { .plan = cells[0], .question = cells[1] };

		if (n++ == 0 || (cells[0].len == 0 && cells[1].len == 0))       /* headings, an empty line */
			continue;
		if (find_question(cells[1]) == NULL) {
			*trouble = ehc_arena_printf(a, "%s sheet, record %zu: there is no question \"%.*s\"; keep the first two columns as they are",
			    which, n, EHC_ARG(cells[1]));
			return false;
		}
		if (!read_mark(cells[4], &line.mark)) {
			*trouble = ehc_arena_printf(a, "%s sheet, record %zu: the mark is \"%.*s\"; it should be yes, partly, no, not applicable or nothing",
			    which, n, EHC_ARG(cells[4]));
			return false;
		}
		EHC_PUSH(a, out, line);
	}
	if (out->count == 0)
		*trouble = ehc_arena_printf(a, "%s sheet holds no marks", which);
	return out->count > 0;
}

/* ---- agreement ---- */

struct tally { size_t counts[MARKS][MARKS], both, alike; };

static void
count(struct tally *t, enum mark one, enum mark other)
{
	if (one == MARK_NONE || other == MARK_NONE)
		return;
	t->counts[one][other]++;
	t->both++;
	t->alike += one == other;
}

/* (po - pe) / (1 - pe), exactly: alike * n - chance over n * n - chance. Not known where both gave one and the same mark throughout. */
static struct ehc_ratio
kappa(const struct tally *t)
{
	int64_t n = (int64_t)t->both, chance = 0;

	for (int m = MARK_YES; m < MARKS; m++) {
		int64_t one = 0, other = 0;

		for (int k = MARK_YES; k < MARKS; k++) {
			one += (int64_t)t->counts[m][k];
			other += (int64_t)t->counts[k][m];
		}
		chance += one * other;
	}
	return n == 0 || n * n == chance ? EHC_NORATIO : ehc_ratio((int64_t)t->alike * n - chance, n * n - chance);
}

static void
put_tally(struct ehc_buf *out, const char *id, const char *words, const struct tally *t)
{
	struct ehc_ratio k = kappa(t);

	ehc_buf_printf(out, "\"%s\",\"%s\",%zu,%zu,", id, words, t->both, t->alike);
	if (t->both > 0)
		ehc_buf_printf(out, "%zu", (t->alike * 200 + t->both) / (2 * t->both));
	ehc_buf_char(out, ',');
	if (ehc_ratio_known(k))
		ehc_buf_printf(out, "%.2f", ehc_ratio_double(k));
	for (int m = MARK_YES; m < MARKS; m++)
		for (int o = MARK_YES; o < MARKS; o++)
			ehc_buf_printf(out, ",%zu", t->counts[m][o]);
	ehc_buf_cstr(out, "\r\n");
}

static const struct line *
find_line(const struct lines *lines, size_t from, const struct line *wanted)
{
	/* both sheets were one sheet once: the line is nearly always in the same place */
	for (size_t i = 0; i < lines->count; i++) {
		const struct line *l = &lines->items[(from + i) % lines->count];

		if (ehc_str_eq_nocase(l->plan, wanted->plan) && ehc_str_eq_nocase(l->question, wanted->question))
			return l;
	}
	return NULL;
}

bool
ehc_panel_agreement(struct ehc_arena *a, struct ehc_str one, struct ehc_str other, struct ehc_buf *out, struct ehc_str *trouble)
{
	static const char *const names[MARKS] = { "", "yes", "partly", "no" };
	struct tally each[EHC_COUNT(questions)] = { { .both = 0 } }, all = { .both = 0 };
	struct lines first = { NULL, 0, 0 }, second = { NULL, 0, 0 };

	if (!read_sheet(a, "the first", one, &first, trouble) || !read_sheet(a, "the second", other, &second, trouble))
		return false;
	for (size_t i = 0; i < first.count; i++) {
		const struct line *l = &first.items[i], *match = find_line(&second, i, l);

		if (match == NULL)
			continue;
		count(&each[find_question(l->question) - questions], l->mark, match->mark);
		count(&all, l->mark, match->mark);
	}
	ehc_buf_cstr(out, "\"question\",\"what was judged\",\"marked by both\",\"alike\",\"alike, percent\",\"Cohen's kappa\"");
	for (int m = MARK_YES; m < MARKS; m++)
		for (int o = MARK_YES; o < MARKS; o++)
			ehc_buf_printf(out, ",\"first %s, second %s\"", names[m], names[o]);
	ehc_buf_cstr(out, "\r\n");
	for (size_t q = 0; q < EHC_COUNT(questions); q++)
		if (each[q].both > 0)
			put_tally(out, questions[q].id, questions[q].words, &each[q]);
	put_tally(out, "all", "All questions", &all);
	return true;
}
