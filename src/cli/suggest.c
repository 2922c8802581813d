/*
 * suggest.c - "did you mean": the nearest of the names that would have been understood.
 */
#include "cli/cli.h"

const char *
cli_nearest(const char *word, const char *const *names, size_t n)
{
	struct ehc_str given = ehc_str_of(word);
	const char *nearest = NULL;
	size_t limit = given.len / 3 + 1;

	for (size_t i = 0; i < n; i++) {
		size_t d = ehc_str_distance(given, ehc_str_of(names[i]), limit);

		if (d < limit || (d == limit && nearest == NULL)) {
			nearest = names[i];
			limit = d;
		}
	}
	return nearest;
}
