/*
 * distance.c - how far two words are from each other, for "did you mean".
 */
#include "ehc/base.h"

enum { LONGEST = 64 };  /* labels, commands and rule names are all shorter */

static size_t
least(size_t a, size_t b, size_t c)
{
	size_t ab = a < b ? a : b;

	return ab < c ? ab : c;
}

size_t
ehc_str_distance(struct ehc_str a, struct ehc_str b, size_t limit)
{
	size_t rows[3][LONGEST + 1];
	size_t *before = rows[0], *last = rows[1], *now = rows[2];

	if (a.len > LONGEST || b.len > LONGEST || a.len > b.len + limit || b.len > a.len + limit)
		return limit + 1;
	for (size_t j = 0; j <= b.len; j++)
		before[j] = last[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *spare = before, nearest = i;

		now[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			now[j] = least(last[j] + 1, now[j - 1] + 1, last[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]));
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1] && before[j - 2] + 1 < now[j])
				now[j] = before[j - 2] + 1;
			if (now[j] < nearest)
				nearest = now[j];
		}
		if (nearest > limit)
			return limit + 1;
		before = last;
		last = now;
		now = spare;
	}
	return last[b.len] > limit ? limit + 1 : last[b.len];
}
