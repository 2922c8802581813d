/*
 * name.c - what the labels of the language are called in XML: the label's own words in small letters, with hyphens for blanks.
 */
#include "exchange/exchange.h"

const char *
exchange_name(const struct ehc_keyword *k, char name[EXCHANGE_NAME])
{
	size_t n = 0;

	for (const char *p = k->spelling; *p != '\0' && n + 1 < EXCHANGE_NAME; p++)
		if (*p != '\'')
			name[n++] = *p == ' ' ? '-' : *p >= 'A' && *p <= 'Z' ? (char)(*p + ('a' - 'A')) : *p;
	name[n] = '\0';
	return name;
}

const char *
exchange_words(const struct ehc_keyword *k)
{
	if (k->level == EHC_LEVEL_HEAD || k->level == EHC_LEVEL_FIELD)
		return NULL;
	if (k->label == EHC_L_CHILD)
		return "name";
	return exchange_is_container(k) ? "title" : "text";
}

const char *
exchange_rest(const struct ehc_keyword *k)
{
	if (k->form == EHC_FORM_ID)
		return "id";
	return k->form == EHC_FORM_WORDS || k->label == EHC_L_CANNOT_GIVE ? "name" : NULL;
}

bool
exchange_is_container(const struct ehc_keyword *k)
{
	return k->level == EHC_LEVEL_SECTION || k->level == EHC_LEVEL_ROW;
}

const struct ehc_keyword *
exchange_label(struct ehc_str element, unsigned docs, unsigned on)
{
	char name[EXCHANGE_NAME];

	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);
		bool fits = on != 0 ? k->level == EHC_LEVEL_FIELD && (k->on & on) != 0 : k->level != EHC_LEVEL_FIELD && k->level != EHC_LEVEL_HEAD;

		if ((k->spelling[0] | 0x20) != (element.ptr[0] | 0x20))
			continue;
		if (fits && (k->docs & docs) != 0 && ehc_str_is(element, exchange_name(k, name)))
			return k;
	}
	return NULL;
}
