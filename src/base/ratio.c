/*
 * ratio.c - exact fractions, so that 38 weeks of a third of an hour add up; rounded only when shown.
 */
#include "ehc/base.h"

static int64_t
gcd(int64_t a, int64_t b)
{
	if (a == 1)
		return 1;
	while (b != 0) {
		int64_t r = a % b;
		a = b;
		b = r;
	}
	return a < 0 ? -a : a;
}

struct ehc_ratio
ehc_ratio(int64_t num, int64_t den)
{
	int64_t g;

	if (den == 0 || num == INT64_MIN || den == INT64_MIN)
		return EHC_NORATIO;
	if (den == 1)
		return (struct ehc_ratio){ num, 1 };
	g = gcd(num, den);
	if (g > 1) {
		num /= g;
		den /= g;
	}
	if (den < 0) {
		num = -num;
		den = -den;
	}
	return (struct ehc_ratio){ num, den };
}

bool
ehc_ratio_known(struct ehc_ratio r)
{
	return r.den != 0;
}

/* a * b / c * d style products that do not fit are "not known" rather than wrong. */
static bool
times(int64_t a, int64_t b, int64_t *out)
{
	return !__builtin_mul_overflow(a, b, out);
}

struct ehc_ratio
ehc_ratio_add(struct ehc_ratio a, struct ehc_ratio b)
{
	int64_t x, y, den, sum;

	if (a.den == 0 || b.den == 0 || !times(a.num, b.den, &x) || !times(b.num, a.den, &y) || !times(a.den, b.den, &den) ||
	    __builtin_add_overflow(x, y, &sum))
		return EHC_NORATIO;
	return ehc_ratio(sum, den);
}

struct ehc_ratio
ehc_ratio_sub(struct ehc_ratio a, struct ehc_ratio b)
{
	if (b.den == 0)
		return EHC_NORATIO;
	return ehc_ratio_add(a, (struct ehc_ratio){ -b.num, b.den });
}

struct ehc_ratio
ehc_ratio_mul(struct ehc_ratio a, struct ehc_ratio b)
{
	struct ehc_ratio x, y;
	int64_t num, den;

	if (a.den == 0 || b.den == 0)
		return EHC_NORATIO;
	if (a.den == 1 && b.den == 1)   /* most figures are whole */
		return times(a.num, b.num, &num) ? ehc_ratio(num, 1) : EHC_NORATIO;
	/* Cancel crosswise first, so that ordinary figures never overflow. */
	x = ehc_ratio(a.num, b.den);
	y = ehc_ratio(b.num, a.den);
	if (!times(x.num, y.num, &num) || !times(x.den, y.den, &den))
		return EHC_NORATIO;
	return ehc_ratio(num, den);
}

struct ehc_ratio
ehc_ratio_div(struct ehc_ratio a, struct ehc_ratio b)
{
	if (b.den == 0 || b.num == 0)
		return EHC_NORATIO;
	return ehc_ratio_mul(a, ehc_ratio(b.den, b.num));
}

int
ehc_ratio_cmp(struct ehc_ratio a, struct ehc_ratio b)
{
	double x, y;
	int64_t l, r;

	if (times(a.num, b.den, &l) && times(b.num, a.den, &r))
		return (l > r) - (l < r);
	x = ehc_ratio_double(a);
	y = ehc_ratio_double(b);
	return (x > y) - (x < y);
}

double
ehc_ratio_double(struct ehc_ratio r)
{
	return r.den == 0 ? 0.0 : (double)r.num / (double)r.den;
}

void
ehc_buf_ratio(struct ehc_buf *b, struct ehc_ratio r)
{
	int64_t hundredths, whole, rest;

	if (r.den == 0) {
		ehc_buf_char(b, '?');
		return;
	}
	if (r.num < 0) {
		ehc_buf_char(b, '-');
		r.num = -r.num;
	}
	whole = r.num / r.den;
	rest = r.num % r.den;
	/* Half up, in whole numbers: no locale, no binary fractions. */
	hundredths = rest > INT64_MAX / 201 ? (int64_t)((double)rest / (double)r.den * 100.0 + 0.5) : (rest * 200 + r.den) / (2 * r.den);
	if (hundredths == 100) {
		whole++;
		hundredths = 0;
	}
	ehc_buf_printf(b, "%lld", (long long)whole);
	if (hundredths % 10 != 0)
		ehc_buf_printf(b, ".%02d", (int)hundredths);
	else if (hundredths != 0)
		ehc_buf_printf(b, ".%d", (int)(hundredths / 10));
}

struct ehc_str
ehc_ratio_text(struct ehc_arena *a, struct ehc_ratio r)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_buf_ratio(&b, r);
	return ehc_buf_take(&b, a);
}
