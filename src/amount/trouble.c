/*
 * trouble.c - one plain sentence about the gravest thing that an amount lacks: what is missing, and the question that
 * the writer has to answer.
 */
#include "amount/part.h"

static void
say_frequency_or_noun(struct ehc_buf *out, const struct ehc_dose *d)
{
	struct ehc_buf period = { NULL, 0, 0 };

	if (ehc_range_known(d->count)) {
		ehc_amount_say_quantity(out, d);
		return;
	}
	ehc_amount_say_period(&period, d);
	if (period.len > 0)
		ehc_buf_str(out, ehc_buf_text(&period));
	else
		ehc_buf_cstr(out, d->count_unit != EHC_UNIT_NONE ? "sessions" : "this");
	ehc_buf_free(&period);
}

static void
say_ambiguous(struct ehc_buf *out, const struct ehc_dose *d)
{
	if (ehc_range_known(d->count) && d->count_in_all) {
		ehc_buf_cstr(out, "two meanings: ");
		ehc_amount_say_quantity(out, d);
		ehc_buf_cstr(out, " in all, or each ");
		ehc_buf_cstr(out, ehc_unit_name(d->per));
		ehc_buf_cstr(out, "?");
		return;
	}
	ehc_buf_cstr(out, "two meanings: ");
	ehc_amount_say_period(out, d);
	ehc_buf_cstr(out, "?");
}

static void
say_frequency(struct ehc_buf *out, const struct ehc_dose *d)
{
	ehc_buf_cstr(out, "no frequency: ");
	if (d->period == EHC_PERIOD_ONCE && ehc_range_known(d->count)) {
		ehc_amount_say_quantity(out, d);
		ehc_buf_cstr(out, ", but over what time?");
	} else if (d->period == EHC_PERIOD_ONCE) {
		ehc_amount_say_period(out, d);
		ehc_buf_cstr(out, ", but in what time?");
	} else {
		ehc_amount_say_quantity(out, d);
		ehc_buf_cstr(out, ", but how often?");
	}
}

static void
say_floor(struct ehc_buf *out, const struct ehc_dose *d)
{
	if (d->length.bound == EHC_UP_TO || d->count.bound == EHC_UP_TO)
		ehc_amount_say_quantity(out, d);
	else
		ehc_amount_say_period(out, d);
	ehc_buf_cstr(out, ": zero would satisfy it, say at least how much");
}

/* The sentence for one kind of trouble. */
static void
say_one(struct ehc_buf *out, const struct ehc_dose *d, unsigned bit)
{
	switch (bit) {
	case EHC_AMOUNT_AMBIGUOUS: say_ambiguous(out, d); break;
	case EHC_MISSING_UNIT: ehc_buf_cstr(out, "no unit: a number stands without saying of what; is it minutes, sessions, times a week?"); break;
	case EHC_AMOUNT_FULL_TIME: ehc_buf_cstr(out, "no hours: full time can be read in several ways, how many hours a week is it?"); break;
	case EHC_MISSING_LENGTH | EHC_MISSING_FREQUENCY: ehc_buf_cstr(out, "no length and no frequency: for how long each time, and how often?"); break;
	case EHC_MISSING_FREQUENCY: say_frequency(out, d); break;
	case EHC_MISSING_LENGTH:
		ehc_buf_cstr(out, "no length: ");
		say_frequency_or_noun(out, d);
		ehc_buf_cstr(out, ", but for how long each time?");
		break;
	case EHC_MISSING_FLOOR: say_floor(out, d); break;
	case EHC_AMOUNT_BARE_RATIO:
		ehc_amount_say_ratio(out, d);
		ehc_buf_cstr(out, ": say which figure is adults and which is children");
		break;
	case EHC_AMOUNT_RANGE: ehc_buf_cstr(out, "a range: only its lower figure can be relied on"); break;
	case EHC_AMOUNT_APPROXIMATE: ehc_buf_cstr(out, "about: say at least how much"); break;
	case EHC_MISSING_WEEKS: ehc_buf_cstr(out, "no weeks: in term time, all year, or for how many weeks?"); break;
	default: break;
	}
}

struct ehc_str
ehc_amount_trouble(struct ehc_arena *a, const struct ehc_amount *m)
{
	/* the gravest first; a group is not expected of every provision, so its absence is left to the rules */
	static const unsigned order[] = { EHC_AMOUNT_AMBIGUOUS, EHC_MISSING_UNIT, EHC_AMOUNT_FULL_TIME, EHC_MISSING_FLOOR,
		EHC_MISSING_LENGTH | EHC_MISSING_FREQUENCY, EHC_MISSING_FREQUENCY, EHC_MISSING_LENGTH, EHC_AMOUNT_BARE_RATIO, EHC_AMOUNT_RANGE, EHC_AMOUNT_APPROXIMATE,
		EHC_MISSING_WEEKS };
	struct ehc_buf out = { NULL, 0, 0 };

	if (m->ndoses == 0) {
		ehc_buf_cstr(&out, (m->year.missing & EHC_MISSING_UNIT) != 0 ? "no unit: a number of what?" :
		    "no amount: these words say neither how long nor how often");
		return ehc_buf_take(&out, a);
	}
	for (size_t i = 0; i < EHC_COUNT(order); i++)
		for (size_t k = 0; k < m->ndoses; k++)
			if ((m->years[k].missing & order[i]) == order[i]) {
				say_one(&out, &m->doses[k], order[i]);
				return ehc_buf_take(&out, a);
			}
	return EHC_NOSTR;
}
