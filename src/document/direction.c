/*
 * direction.c - which way a paragraph reads. Letters alone decide, as everybody who lays a document out must decide alike:
 * where a sentence in Urdu holds a figure or an English word, its parts would otherwise come out in a wrong order.
 */
#include "ehc/document.h"

#define FOREIGN 4                       /* of so many letters one may be of the other kind */

enum letter { NO_LETTER, FORWARDS, BACKWARDS };

/* Hebrew, Arabic, Syriac, Thaana, N'Ko and their like, and the forms of Hebrew and Arabic letters that have codes of their own. */
static bool
is_backwards(uint32_t c)
{
	return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF) || (c >= 0x10800 && c < 0x11000) ||
	    (c >= 0x1E800 && c < 0x1F000);
}

/* Figures and punctuation that Latin letters use too have no direction of their own. */
static enum letter
letter_of(uint32_t c)
{
	if (c < 0xC0)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? FORWARDS : NO_LETTER;
	if (c == 0xD7 || c == 0xF7 || (c >= 0x300 && c < 0x370) || (c >= 0x1F000 && c < 0x20000))
		return NO_LETTER;
	if (c == 0x200E)
		return FORWARDS;
	if (c == 0x200F || is_backwards(c))
		return BACKWARDS;
	return (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3005) || (c >= 0xFE00 && c < 0xFE70) ? NO_LETTER : FORWARDS;
}

bool
ehc_reads_backwards(const struct ehc_runs *runs)
{
	size_t letters[] = { [NO_LETTER] = 0, [FORWARDS] = 0, [BACKWARDS] = 0 };
	enum letter first = NO_LETTER;

	for (size_t i = 0; i < runs->count; i++)
		for (size_t at = 0; at < runs->items[i].text.len; ) {
			enum letter l = letter_of(ehc_utf8_next(runs->items[i].text, &at));

			letters[l]++;
			first = first == NO_LETTER ? l : first;
		}
	return first == BACKWARDS && letters[BACKWARDS] / FOREIGN > letters[FORWARDS];
}

bool
ehc_backwards_part(struct ehc_str text, size_t at, size_t *from, size_t *to)
{
	int open = 0;                   /* brackets since the last letter of the part, and closed by none */
	int within = 0;                 /* the same before it */

	for (*from = *to = at; at < text.len; ) {
		size_t here = at;
		uint32_t c = ehc_utf8_next(text, &at);
		enum letter l = letter_of(c);

		if (l == FORWARDS && *to > *from)
			break;
		if (l == FORWARDS || (l == NO_LETTER && *to == *from))
			continue;
		if (*to == *from)
			*from = here;
		open += c == '(' || c == '[' ? 1 : 0;
		if (l == BACKWARDS) {
			within += open;
			open = 0;
		} else if (open > 0 || within == 0 || (c != ')' && c != ']')) {
			open -= open > 0 && (c == ')' || c == ']') ? 1 : 0;
			continue;
		} else
			within--;
		*to = at;
	}
	return *to > *from;
}
