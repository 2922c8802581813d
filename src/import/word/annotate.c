/*
 * annotate.c - a Word file written again with remarks in its margin. Members that do not change are copied as they are packed.
 */
#include "import/word/splice.h"

static bool
make_changes(struct word *w, struct package *p, const struct ehc_remark *remarks, size_t n, ehc_day day, struct changes *out, struct ehc_str *trouble)
{
	struct ehc_str main, text, marked;
	struct elements e;
	unsigned long first;

	if (!word_read(w, p, &main, &text, trouble))
		return false;
	if (!elements_find(&e, w->a, text)) {
		*trouble = EHC_STR("has its text in letters of another kind than UTF-8, so that no comment can be put in; open it in Word and save it anew");
		return false;
	}
	if (!comments_first(p, main, &e, &first, trouble))
		return false;
	if (!marks_make(w->a, w->trace, &e, remarks, n, first, &marked)) {
		*trouble = EHC_STR("holds no paragraph that a comment could stand at");
		return false;
	}
	EHC_PUSH(w->a, &out->list, (struct pack_member){ main, marked });
	return comments_make(p, main, remarks, n, first, day, out, trouble);
}

bool
ehc_word_annotate(const struct ehc_draft *d, const struct ehc_remark *remarks, size_t n, ehc_day day, struct ehc_buf *out, struct ehc_str *trouble)
{
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_draft again = { .arena = a, .format = d->format, .how = d->how };
	struct trace trace = { .a = a };
	struct word w = { .a = a, .d = &again, .original = (d->how & EHC_DRAFT_ORIGINAL) != 0, .prompts = (d->how & EHC_DRAFT_PROMPTS) != 0, .trace = &trace };
	struct changes changes = { { NULL, 0, 0 } };
	struct package p;
	bool good;

	*trouble = EHC_NOSTR;
	if (n == 0) {
		ehc_buf_str(out, d->bytes);
		good = true;
	} else if ((good = package_open(&p, a, d->bytes, trouble))) {
		good = make_changes(&w, &p, remarks, n, day, &changes, trouble);
		package_close(&p);
		if (good && !pack_members(a, d->bytes, changes.list.items, changes.list.count, out)) {
			good = false;
			*trouble = EHC_STR("could not be packed again; open it in Word and save it anew");
		}
	}
	if (!good)
		*trouble = ehc_arena_copy(d->arena, *trouble);
	ehc_arena_free(a);
	return good;
}
