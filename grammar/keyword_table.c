/*
 * keyword_table.c - run while building: makes the table by which labels are found out of keywords.def.
 *
 * It writes four arrays of C: `slots`, an open hash table of the spellings' numbers plus one (0 is an empty slot);
 * `same`, which leads from a spelling to the next row with the same spelling, for another kind of document; `dotted`,
 * the numbers of the spellings that take words of the writer's own ("if ... cannot be given"); and `in_small`, the spellings
 * in small letters.
 */
#include <stdio.h>
#include <string.h>

#include "parse/keyword_hash.h"

static const char *const spellings[] = {
#define KEYWORD(id, spelling, docs, level, form, on, value, many, meaning) spelling,
#define ALIAS(id, docs, on, spelling) spelling,
#include "keywords.def"
};
#define COUNT (sizeof(spellings) / sizeof(spellings[0]))

static unsigned slots[EHC_KEYWORD_SLOTS], same[COUNT], dotted[COUNT];

static char
small(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static int
equal(const char *a, const char *b)
{
	while (*a != '\0' && small(*a) == small(*b))
		a++, b++;
	return small(*a) == small(*b);
}

static void
put(unsigned number)
{
	uint32_t h = EHC_TABLE_HASH_START, slot;

	for (const char *p = spellings[number]; *p != '\0'; p++)
		h = ehc_table_hash_byte(h, small(*p));
	for (slot = ehc_table_slot(h, EHC_KEYWORD_SLOTS); slots[slot] != 0; slot = (slot + 1) % EHC_KEYWORD_SLOTS)
		if (equal(spellings[slots[slot] - 1], spellings[number])) {
			unsigned last = slots[slot] - 1;

			while (same[last] != 0)
				last = same[last] - 1;
			same[last] = number + 1;
			return;
		}
	slots[slot] = number + 1;
}

static void
print(const char *name, const char *size, const unsigned *values, size_t n)
{
	printf("static const uint16_t %s[%s] = {", name, size);
	for (size_t i = 0; i < n; i++)
		printf("%s%u,", i % 16 == 0 ? "\n\t" : " ", values[i]);
	printf("\n};\n");
}

static void
print_in_small(void)
{
	printf("static const struct { const char *letters; size_t len; } in_small[] = {\n");
	for (size_t i = 0; i < COUNT; i++) {
		printf("\t{ \"");
		for (const char *p = spellings[i]; *p != '\0'; p++)
			putchar(small(*p));
		printf("\", %zu },\n", strlen(spellings[i]));
	}
	printf("};\n");
}

int
main(void)
{
	size_t ndotted = 0;

	if (COUNT > EHC_KEYWORD_SLOTS / 2) {
		fprintf(stderr, "keyword_table: %zu spellings are too many for %u slots\n", COUNT, EHC_KEYWORD_SLOTS);
		return 1;
	}
	for (unsigned i = 0; i < COUNT; i++) {
		put(i);
		if (strstr(spellings[i], "...") != NULL)
			dotted[ndotted++] = i;
	}
	print("slots", "EHC_KEYWORD_SLOTS", slots, EHC_KEYWORD_SLOTS);
	print("same", "", same, COUNT);
	print("dotted", "", dotted, ndotted);
	print_in_small();
	return 0;
}
