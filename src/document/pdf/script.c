/*
 * script.c - which face prints a character, and which way a text runs.
 *
 * Scripts of one shape a letter have two pairs of faces for all of them; each other script has its own (faces.def), which
 * prints nothing else: digits and full stops between Arabic words are those of the English around them.
 */
#include "pdf.h"

#include <fribidi.h>

/* Joiners, soft hyphens, marks of direction and the like: they have no shape of their own, and nothing is lost. */
bool
pdf_is_invisible(uint32_t c)
{
	return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
	    (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool
pdf_is_character(uint32_t c)
{
	switch ((int)hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
	case HB_UNICODE_GENERAL_CATEGORY_CONTROL: case HB_UNICODE_GENERAL_CATEGORY_PRIVATE_USE:
	case HB_UNICODE_GENERAL_CATEGORY_SURROGATE: case HB_UNICODE_GENERAL_CATEGORY_UNASSIGNED:
		return false;
	default:
		return true;
	}
}

/* The regular face of the script that c belongs to; PDF_REGULAR for those of one shape a letter; PDF_FACES for one that has none. */
static int
script_face(uint32_t c)
{
	switch ((uint32_t)hb_unicode_script(hb_unicode_funcs_get_default(), c)) {
	case HB_SCRIPT_COMMON: case HB_SCRIPT_INHERITED: case HB_SCRIPT_LATIN: case HB_SCRIPT_GREEK: case HB_SCRIPT_CYRILLIC:
	case HB_SCRIPT_ARMENIAN: case HB_SCRIPT_GEORGIAN:
		return PDF_REGULAR;
	case HB_SCRIPT_HAN: case HB_SCRIPT_HIRAGANA: case HB_SCRIPT_KATAKANA: case HB_SCRIPT_BOPOMOFO:
		return PDF_IDEOGRAPHS;
#define SCRIPT(script, name, font) case HB_SCRIPT_##script: return PDF_##script;
#include "faces.def"
#undef SCRIPT
	default:
		return PDF_FACES;
	}
}

static bool
has(struct pdf *p, int face, uint32_t c)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(pdf_font(p, face)->font, c, &glyph) && glyph != 0;
}

/* Accents and signs that several scripts share are drawn with the letters that they stand behind. */
static bool
follows(struct pdf *p, uint32_t c, int before)
{
	return before >= PDF_SCRIPTS && before < PDF_FACES && c >= 0x300 && !(c >= 0x2000 && c < 0x2E80) && has(p, before, c);
}

int
pdf_face_for(struct pdf *p, bool strong, uint32_t c, int before)
{
	int first = strong ? PDF_BOLD : PDF_REGULAR, more = strong ? PDF_BOLD_MORE : PDF_REGULAR_MORE, own;

	if (p->style != NULL && p->style->font == EHC_FONT_DEJAVU_SANS) {
		int swap = first;

		first = more;
		more = swap;
	}
	if (c > ' ' && c < 0x7F)
		return first;           /* every face has these */
	if (!pdf_is_character(c) || (own = script_face(c)) == PDF_FACES)
		return PDF_FACES;
	if (own >= PDF_SCRIPTS) {
		own += strong && own != PDF_IDEOGRAPHS ? 1 : 0;
		return has(p, own, c) ? own : PDF_FACES;
	}
	if (follows(p, c, before))
		return before;
	if (has(p, first, c))
		return first;
	if (has(p, more, c))
		return more;
	for (int face = PDF_SCRIPTS + (strong ? 1 : 0); face < PDF_IDEOGRAPHS; face += 2)
		if (has(p, face, c))
			return face;
	return has(p, PDF_IDEOGRAPHS, c) ? PDF_IDEOGRAPHS : PDF_FACES;
}

bool
pdf_can_print(struct pdf *p, uint32_t c)
{
	return pdf_is_invisible(c) || (pdf_face_for(p, false, c, PDF_FACES) != PDF_FACES && pdf_face_for(p, true, c, PDF_FACES) != PDF_FACES);
}

#define FIRST_OTHER 0x590               /* all before it is of one shape a letter, from left to right */

bool
pdf_joins(uint32_t c)
{
	int face = c < FIRST_OTHER ? PDF_REGULAR : script_face(c);

	return face >= PDF_SCRIPTS && face < PDF_IDEOGRAPHS;
}

bool
pdf_is_ideograph(uint32_t c)
{
	return c >= 0x2E80 && script_face(c) == PDF_IDEOGRAPHS;
}

/* A sign that joins the letters on either side of it, such as a virama. */
static bool
binds(uint32_t c)
{
	return c == 0x200C || c == 0x200D || hb_unicode_combining_class(hb_unicode_funcs_get_default(), c) == HB_UNICODE_COMBINING_CLASS_VIRAMA;
}

/* In Thai and Lao, a vowel that is written before the letter that it follows. */
static bool
is_vowel_before(uint32_t c)
{
	return (c >= 0xE40 && c <= 0xE44) || (c >= 0xEC0 && c <= 0xEC4);
}

bool
pdf_is_mark(uint32_t c, uint32_t before)
{
	switch ((int)hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
	case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK: case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
	case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
		return true;
	default:
		return binds(c) || binds(before) || is_vowel_before(before);
	}
}

/* ---- which way a text runs ---- */

/* Of a character that stands for itself. What only turns the writing round, unseen, would let one thing be read and another be meant. */
static FriBidiCharType
direction_of(uint32_t c)
{
	if (c == '\n' || c == '\r' || c == '\t' || c == '\v' || c == '\f' || c == 0x2028 || c == 0x2029)
		return FRIBIDI_TYPE_WS;
	if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
		return FRIBIDI_TYPE_BN;
	return fribidi_get_bidi_type(c);
}

struct bidi {
	FriBidiChar *points;
	FriBidiCharType *types;
	FriBidiBracketType *brackets;
	FriBidiLevel *levels;
	size_t n;
};

/* Whether anything in it runs from right to left; nearly no text does, so this is quick. */
static bool
turns(const struct ehc_runs *runs)
{
	for (size_t i = 0; i < runs->count; i++) {
		struct ehc_str s = runs->items[i].text;

		for (size_t at = 0; at < s.len; ) {
			uint32_t c;

			if ((unsigned char)s.ptr[at] < 0xD6) {
				at++;
				continue;
			}
			c = ehc_utf8_next(s, &at);
			if ((c < 0x2000 || c >= 0x2E80) && c >= FIRST_OTHER && (FRIBIDI_IS_RTL(direction_of(c)) || direction_of(c) == FRIBIDI_TYPE_AN))
				return true;
		}
	}
	return false;
}

static struct bidi
characters(struct pdf *p, const struct ehc_runs *runs)
{
	struct bidi b = { 0 };
	size_t bytes = 0;

	for (size_t i = 0; i < runs->count; i++)
		bytes += runs->items[i].text.len;
	b.points = EHC_NEW_ARRAY(p->arena, FriBidiChar, bytes);
	b.types = EHC_NEW_ARRAY(p->arena, FriBidiCharType, bytes);
	b.brackets = EHC_NEW_ARRAY(p->arena, FriBidiBracketType, bytes);
	b.levels = EHC_NEW_ARRAY(p->arena, FriBidiLevel, bytes);
	for (size_t i = 0; i < runs->count; i++)
		for (size_t at = 0; at < runs->items[i].text.len; b.n++) {
			b.points[b.n] = ehc_utf8_next(runs->items[i].text, &at);
			b.types[b.n] = direction_of(b.points[b.n]);
		}
	fribidi_get_bracket_types(b.points, (FriBidiStrIndex)b.n, b.types, b.brackets);
	return b;
}

/* In an English sentence a figure behind a name in Arabic begins what comes next: a date, an age. Between two such words it is part of them. */
static void
part_figures(struct bidi *b)
{
	bool backwards = false;         /* what comes next */

	for (size_t i = b->n; i-- > 0;) {
		if (FRIBIDI_IS_STRONG(b->types[i]))
			backwards = FRIBIDI_IS_RTL(b->types[i]) != 0;
		else if (b->points[i] >= '0' && b->points[i] <= '9' && !backwards)
			b->types[i] = FRIBIDI_TYPE_LTR;
	}
}

struct pdf_levels
pdf_levels(struct pdf *p, const struct ehc_runs *runs, bool ltr)
{
	struct pdf_levels out = { NULL, 0 };
	FriBidiParType base;
	struct bidi b;
	size_t k = 0;

	if (!turns(runs))
		return out;
	b = characters(p, runs);
	base = !ltr && ehc_reads_backwards(runs) ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	if (base == FRIBIDI_PAR_LTR)
		part_figures(&b);
	if (fribidi_get_par_embedding_levels_ex(b.types, b.brackets, (FriBidiStrIndex)b.n, &base, b.levels) == 0)
		ehc_out_of_memory();
	out.base = base == FRIBIDI_PAR_RTL ? 1 : 0;
	out.runs = EHC_NEW_ARRAY(p->arena, uint8_t *, runs->count);
	for (size_t i = 0; i < runs->count; i++) {
		out.runs[i] = EHC_NEW_ARRAY(p->arena, uint8_t, runs->items[i].text.len + 1);
		for (size_t at = 0; at < runs->items[i].text.len; k++) {
			out.runs[i][at] = (uint8_t)b.levels[k];
			ehc_utf8_next(runs->items[i].text, &at);
		}
	}
	return out;
}
