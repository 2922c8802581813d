/*
 * typed.c - what a program can take out of the words of a field: days, the ids that they name, the figures of an amount, yes or no.
 * The words remain the truth: a reader of XML compares such attributes with what the words say.
 */
#include "exchange/exchange.h"
#include "model/index.h"

#include <string.h>

static const char *const date_names[] = { "date", NULL };
static const char *const refs_names[] = { "refs", NULL };
static const char *const amount_names[] = { "minutes", "times", "every", "per", "weeks", "children", NULL };
static const char *const yes_names[] = { "answer", NULL };
static const char *const no_names[] = { NULL };

const char *const *
exchange_typed_names(const struct ehc_keyword *k)
{
	if (k->level != EHC_LEVEL_FIELD)
		return no_names;
	switch (k->value) {
	case EHC_VALUE_DATE:
	case EHC_VALUE_DATES:
	case EHC_VALUE_AGREEMENT:
	case EHC_VALUE_CONSENT:
		return date_names;
	case EHC_VALUE_REFS:
		return refs_names;
	case EHC_VALUE_AMOUNT:
		return amount_names;
	case EHC_VALUE_YESNO:
		return yes_names;
	default:
		return k->label == EHC_L_FROM ? date_names : no_names;
	}
}

/* ---- days ---- */

/* Every day that the words name, as ISO 8601 has it; a month alone without its day. */
static struct ehc_str
days(struct ehc_arena *a, struct ehc_str words)
{
	struct ehc_buf out = { NULL, 0, 0 };
	size_t n;

	for (size_t i = 0; i < words.len; i += n > 0 ? n : 1) {
		ehc_day day = EHC_NODATE;
		bool month_only = false;

		n = 0;
		if (i > 0 && (ehc_is_word_byte(words.ptr[i - 1]) || words.ptr[i - 1] == '/' || words.ptr[i - 1] == '-'))
			continue;
		n = ehc_day_read(ehc_str_sub(words, i, words.len), &day, &month_only, NULL);
		if (n == 0 || day == EHC_NODATE)
			continue;
		if (out.len > 0)
			ehc_buf_char(&out, ' ');
		ehc_buf_day_iso(&out, day);
		if (month_only)
			out.len -= strlen("-31");
	}
	return ehc_buf_take(&out, a);
}

/* ---- ids ---- */

struct ehc_index *
exchange_ids(struct ehc_arena *a, const struct ehc_tree *tree)
{
	struct ehc_index *ids = ehc_index_new(a);

	for (struct ehc_node *n = tree->first; n != NULL; n = n->next)
		if (n->kind == EHC_NODE_ENTRY && n->keyword != NULL && n->keyword->level == EHC_LEVEL_ITEM && n->id.len > 0 &&
		    ehc_index_get(ids, n->id) == NULL)
			ehc_index_put(ids, n->id, n);
	return ids;
}

struct refs { struct ehc_buf out; };

static void
hit(void *context, void *thing, struct ehc_str words)
{
	struct refs *r = context;
	const struct ehc_node *n = thing;

	(void)words;
	if (memchr(n->id.ptr, ' ', n->id.len) != NULL)
		return;         /* a placeholder of several words */
	if (r->out.len > 0)
		ehc_buf_char(&r->out, ' ');
	ehc_buf_str(&r->out, n->id);
}

static struct ehc_str
refs(struct ehc_arena *a, struct ehc_str words, const struct ehc_index *ids)
{
	struct refs r = { { NULL, 0, 0 } };

	ehc_ids_match(ids, words, hit, &r);
	return ehc_buf_take(&r.out, a);
}

/* ---- amounts ---- */

struct attributes { struct exchange_attribute *items; size_t count; };

static void
add(struct attributes *to, const char *name, struct ehc_str value)
{
	if (value.len > 0)
		to->items[to->count++] = (struct exchange_attribute){ name, value };
}

/* A figure that stands for itself: no range, no "at least", no more than two decimals. */
static struct ehc_str
figure(struct ehc_arena *a, struct ehc_ratio r)
{
	if (!ehc_ratio_known(r) || r.num <= 0 || r.num > INT32_MAX || 100 % r.den != 0)
		return EHC_NOSTR;
	return ehc_ratio_text(a, r);
}

static struct ehc_str
exact(struct ehc_arena *a, const struct ehc_range *r)
{
	if (r->bound != EHC_EXACT || !ehc_ratio_known(r->low) || ehc_ratio_cmp(r->low, r->high) != 0)
		return EHC_NOSTR;
	return figure(a, r->low);
}

static void
amount(struct ehc_arena *a, struct ehc_str words, struct attributes *out)
{
	struct ehc_calendar cal = ehc_calendar_school();
	struct ehc_amount *m = ehc_amount_read(a, words, 0, &cal);
	const struct ehc_dose *d = m->doses;

	if (m->ndoses != 1 || m->unread.end > m->unread.start || d->ambiguous || d->total)
		return;
	add(out, "minutes", exact(a, &d->length));
	if (d->period == EHC_PERIOD_PER || d->period == EHC_PERIOD_WEEKDAYS) {
		add(out, "times", exact(a, &d->times));
		add(out, "every", figure(a, d->every));
		add(out, "per", ehc_str_of(ehc_unit_name(d->per)));
	}
	if (d->weeks_kind == EHC_WEEKS_GIVEN)
		add(out, "weeks", figure(a, d->weeks));
	add(out, "children", exact(a, &d->group_size));
}

size_t
exchange_typed(struct ehc_arena *a, const struct ehc_keyword *k, struct ehc_str words, const struct ehc_index *ids,
    struct exchange_attribute out[EXCHANGE_TYPED])
{
	const char *const *names = exchange_typed_names(k);
	struct attributes found = { out, 0 };
	struct ehc_value v = { .text = { .str = words } };
	int yes;

	if (names[0] == NULL || words.len == 0)
		return 0;
	if (names == date_names)
		add(&found, "date", days(a, words));
	else if (names == refs_names)
		add(&found, "refs", refs(a, words, ids));
	else if (names == amount_names)
		amount(a, words, &found);
	else if ((yes = ehc_value_yes(&v)) >= 0)
		add(&found, "answer", yes ? EHC_STR("yes") : EHC_STR("no"));
	return found.count;
}
