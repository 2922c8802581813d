/*
 * amount.c - any bytes as an amount, whole and as an island in prose: its sums never overflow and its places lie within the text.
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ehc_calendar calendar = size > 0 && data[0] % 2 == 0 ? ehc_calendar_school() : ehc_calendar_whole_year();
	struct ehc_str text = fuzz_text(data, size);
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_amount *m;

	if (size > 1 << 16) {
		ehc_arena_free(a);
		return -1;
	}
	m = ehc_amount_read(a, text, 0, &calendar);
	FUZZ_MUST(m->unread.end <= size);
	for (size_t i = 0; i < m->ndoses; i++)
		FUZZ_MUST(m->doses[i].span.end <= size);
	for (size_t i = 0, used; i < size; i += used > 0 ? used : 1) {
		ehc_amount_island(a, ehc_str_sub(text, i, size), (uint32_t)i, &calendar, &used);
		FUZZ_MUST(used <= size - i);
	}
	ehc_arena_free(a);
	return 0;
}
