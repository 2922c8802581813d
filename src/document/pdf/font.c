/*
 * font.c - from words to glyphs, and from the glyphs that were used to the fonts that are embedded. script.c says which face a letter is in.
 *
 * HarfBuzz shapes each word once (kerning, letters joined with their accents) and cuts the faces down to what was
 * used; codes in the file are glyph numbers, and a ToUnicode table says what each stands for. Ligatures of Latin
 * letters are off: they gain a reader nothing and cost a search its words. Other scripts join, stack and reorder their
 * letters, so there the word itself stands beside its glyphs, for those who copy it or hear it read (pdf_word.indirect). A character that no face has stops the whole file, since a box in
 * its place could be a name or a dose.
 */
#include "pdf.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>

/*
 * HarfBuzz says nothing when memory runs out: it hands out objects that are empty and goes on, which would draw other
 * pages. So each is looked at.
 */

#define LONGEST_WORD 1024               /* code points shaped at once; a longer word is shaped in parts */

void
pdf_fonts_open(struct pdf *p)
{
	p->shaper = hb_buffer_create();
	if (p->shaper == hb_buffer_get_empty() || hb_unicode_funcs_get_default() == hb_unicode_funcs_get_empty())
		ehc_out_of_memory();
}

/* Each is opened when first asked for: most plans need two. */
struct pdf_font *
pdf_font(struct pdf *p, int face)
{
	struct pdf_font *f = &p->fonts[face];
	struct pdf_bytes bytes;
	hb_codepoint_t blank;
	hb_blob_t *blob;

	if (f->font != NULL)
		return f;
	bytes = pdf_face_bytes((enum pdf_face)face);
	blob = hb_blob_create((const char *)bytes.start, (unsigned)bytes.length, HB_MEMORY_MODE_READONLY, NULL, NULL);
	f->face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	f->font = hb_font_create(f->face);
	if (f->face == hb_face_get_empty() || f->font == hb_font_get_empty())
		ehc_out_of_memory();
	f->units = hb_face_get_upem(f->face);
	f->nglyphs = hb_face_get_glyph_count(f->face);
	/* Each has a blank, and each script's says how its letters join and where its marks stand: else its tables were not to be had. */
	if (f->nglyphs == 0 || !hb_font_get_nominal_glyph(f->font, ' ', &blank) ||
	    (face >= PDF_SCRIPTS && face < PDF_IDEOGRAPHS &&
	    (!hb_ot_layout_has_substitution(f->face) || !hb_ot_layout_has_positioning(f->face))))
		ehc_out_of_memory();
	return f;
}

void
pdf_fonts_close(struct pdf *p)
{
	for (int i = 0; i < PDF_FACES; i++) {
		hb_shape_plan_destroy(p->fonts[i].plan);
		hb_font_destroy(p->fonts[i].font);
		hb_face_destroy(p->fonts[i].face);
	}
	hb_buffer_destroy(p->shaper);
}

static void
fail_for(struct pdf *p, uint32_t c, struct ehc_span where)
{
	char shown[4];
	size_t n = ehc_utf8_put(shown, c);

	if (pdf_is_character(c))
		pdf_fail(p, where, "no font here prints the character %.*s (U+%04X); write it in another way, or make HTML, which shows it",
		    (int)n, shown, c);
	else
		pdf_fail(p, where, "U+%04X is not a character that can be printed; take it out", c);
}

/* ---- shaping ---- */

/* Part of a word, of one face. */
struct segment {
	struct pdf *p;
	int face;
	bool backwards;
	bool indirect;                  /* as of a word */
	const uint32_t *points;
	unsigned n;
	struct pdf_glyphs *out;
};

static struct ehc_str
utf16_hex(struct ehc_arena *a, const uint32_t *points, unsigned n)
{
	struct ehc_buf b = { 0 };

	for (unsigned i = 0; i < n; i++)
		if (points[i] > 0xFFFF)
			ehc_buf_printf(&b, "%04X%04X", 0xD800 + ((points[i] - 0x10000) >> 10), 0xDC00 + ((points[i] - 0x10000) & 0x3FF));
		else
			ehc_buf_printf(&b, "%04X", points[i]);
	return ehc_buf_take(&b, a);
}

/* What the i-th glyph stands for: the characters from its own up to the next that another glyph stands for. */
static struct ehc_str
meaning_of(struct segment *s, const hb_glyph_info_t *info, unsigned nglyphs, unsigned i)
{
	unsigned end = s->n;

	for (unsigned j = 0; j < nglyphs; j++)
		if (info[j].cluster > info[i].cluster && info[j].cluster < end)
			end = info[j].cluster;
	if (s->backwards && end == info[i].cluster + 1) {       /* a bracket is drawn turned round, and its glyph means what is seen */
		uint32_t seen = hb_unicode_mirroring(hb_unicode_funcs_get_default(), s->points[info[i].cluster]);

		return utf16_hex(s->p->arena, &seen, 1);
	}
	return utf16_hex(s->p->arena, s->points + info[i].cluster, end - info[i].cluster);
}

/*
 * Of several glyphs for one character the first speaks for all; the others stand for nothing that is seen. A glyph shared
 * by two characters (a blank and a fixed blank) keeps the first meaning it had.
 */
static void
note_meaning(struct segment *s, const hb_glyph_info_t *info, unsigned nglyphs, unsigned i)
{
	static const uint32_t nothing[] = { 0x200B };
	struct pdf_font *f = &s->p->fonts[s->face];
	struct ehc_str *text = &f->text[info[i].codepoint];

	f->used[info[i].codepoint] = true;
	if (text->len > 0) {
		s->indirect = s->indirect || (s->face == PDF_IDEOGRAPHS && !ehc_str_eq(*text, meaning_of(s, info, nglyphs, i)));
		return;
	}
	if (i > 0 && info[i - 1].cluster == info[i].cluster)
		*text = utf16_hex(s->p->arena, nothing, 1);
	else
		*text = meaning_of(s, info, nglyphs, i);
}

static const hb_feature_t features[] = {
	{ HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
	{ HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
	{ HB_TAG('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
};

/* Off for the scripts that do without. */
static unsigned
features_off(int face)
{
	return face < PDF_SCRIPTS ? EHC_COUNT(features) : 0;
}

/* The face's plan for words of one script serves until a word of another comes: to look for one takes a third as long as to shape a word. */
static hb_shape_plan_t *
plan_for(struct pdf_font *f, unsigned nfeatures, hb_buffer_t *b)
{
	hb_segment_properties_t script;

	hb_buffer_get_segment_properties(b, &script);
	if (f->plan == NULL || !hb_segment_properties_equal(&script, &f->script)) {
		hb_shape_plan_destroy(f->plan);
		f->plan = hb_shape_plan_create(f->face, &script, features, nfeatures, NULL);
		if (f->plan == hb_shape_plan_get_empty())
			ehc_out_of_memory();
		f->script = script;
	}
	return f->plan;
}

static void
shape_segment(struct segment *s)
{
	struct pdf_font *f = pdf_font(s->p, s->face);
	hb_buffer_t *b = s->p->shaper;
	const unsigned off = features_off(s->face);
	double scale = 1000.0 / f->units;
	hb_glyph_info_t *info;
	hb_glyph_position_t *at;
	unsigned n;

	if (s->n == 0)
		return;
	if (f->used == NULL) {
		f->used = EHC_NEW_ARRAY(s->p->arena, bool, f->nglyphs);
		f->text = EHC_NEW_ARRAY(s->p->arena, struct ehc_str, f->nglyphs);
	}
	hb_buffer_clear_contents(b);
	hb_buffer_set_cluster_level(b, off > 0 ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS : HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
	hb_buffer_add_codepoints(b, s->points, (int)s->n, 0, (int)s->n);
	hb_buffer_set_direction(b, s->backwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_guess_segment_properties(b);
	if (!hb_shape_plan_execute(plan_for(f, off, b), f->font, b, features, off) || !hb_buffer_allocation_successful(b))
		ehc_out_of_memory();
	info = hb_buffer_get_glyph_infos(b, &n);
	at = hb_buffer_get_glyph_positions(b, NULL);
	for (unsigned i = 0; i < n; i++) {
		double dx = at[i].x_offset * scale, own = hb_font_get_glyph_h_advance(f->font, info[i].codepoint) * scale;

		if (info[i].codepoint == 0)     /* face_for() knows that the face has each of them, so its tables were not to be had */
			ehc_out_of_memory();
		note_meaning(s, info, n, i);
		EHC_PUSH(s->p->arena, s->out, (struct pdf_glyph){ .id = (uint16_t)info[i].codepoint, .face = (uint8_t)s->face,
		    .advance = (float)(at[i].x_advance * scale), .dx = (int32_t)dx, .dy = (int32_t)(at[i].y_offset * scale),
		    .after = (int32_t)lround(own - at[i].x_advance * scale + dx) });
	}
}

/* What runs from right to left stands, part by part, before what it follows. */
static void
add_segment(struct segment *s, struct pdf_glyphs *word)
{
	struct pdf_glyphs part = { 0 };

	if (s->n == 0)
		return;
	if (!s->backwards) {
		s->out = word;
		shape_segment(s);
		return;
	}
	s->out = &part;
	shape_segment(s);
	for (size_t i = 0; i < word->count; i++)
		EHC_PUSH(s->p->arena, &part, word->items[i]);
	s->out = word;
	*word = part;
}

/* An accent stays with the letter before it where that face has it; a joiner with the letters that it joins. */
static int
face_within(struct segment *s, bool strong, uint32_t c)
{
	hb_codepoint_t glyph;
	int face;

	if (pdf_is_invisible(c))
		return s->face >= PDF_SCRIPTS && s->face < PDF_IDEOGRAPHS && (c == 0x200C || c == 0x200D) ? s->face : PDF_FACES;
	face = pdf_face_for(s->p, strong, c, s->n > 0 ? s->face : PDF_FACES);
	if (face != PDF_FACES && c > 0x7F && hb_unicode_script(hb_unicode_funcs_get_default(), c) == HB_SCRIPT_INHERITED && s->n > 0 &&
	    hb_font_get_nominal_glyph(pdf_font(s->p, s->face)->font, c, &glyph))
		return s->face;
	return face;
}

/* Cuts the word where the face changes. */
static void
shape_word(struct pdf *p, struct pdf_word *w, struct ehc_span span, struct pdf_glyphs *out)
{
	uint32_t points[LONGEST_WORD];
	struct segment s = { p, PDF_FACES, w->backwards, w->backwards, points, 0, NULL };

	for (size_t at = 0; at < w->text.len; ) {
		size_t start = at;
		uint32_t c = ehc_utf8_next(w->text, &at);
		int face = face_within(&s, w->strong, c);

		if (face == PDF_FACES && pdf_is_invisible(c))
			continue;
		if (face == PDF_FACES) {
			struct ehc_span where = span;

			if (span.end > span.start)
				where = (struct ehc_span){ span.start + (uint32_t)start, span.start + (uint32_t)at };
			fail_for(p, c, where);
			return;
		}
		if (face != s.face || s.n == LONGEST_WORD) {
			add_segment(&s, out);
			s.face = face;
			s.n = 0;
		}
		s.indirect = s.indirect || (face >= PDF_SCRIPTS && face < PDF_IDEOGRAPHS);
		points[s.n++] = c;
	}
	add_segment(&s, out);
	w->indirect = s.indirect;
}

const struct pdf_word *
pdf_shape(struct pdf *p, bool strong, bool backwards, struct ehc_str word, struct ehc_span span)
{
	size_t bucket = (size_t)((ehc_str_hash(word) ^ (strong ? 1 : 0)) % PDF_BUCKETS);
	struct pdf_glyphs glyphs = { 0 };
	struct pdf_word *w;

	for (w = p->words[bucket]; w != NULL; w = w->next)
		if (w->strong == strong && w->backwards == backwards && ehc_str_eq(w->text, word))
			return w;
	w = EHC_NEW(p->arena, struct pdf_word);
	*w = (struct pdf_word){ .text = word, .strong = strong, .backwards = backwards, .next = p->words[bucket] };
	shape_word(p, w, span, &glyphs);
	w->glyphs = glyphs.items;
	w->nglyphs = glyphs.count;
	for (size_t i = 0; i < glyphs.count; i++)
		w->width += (double)glyphs.items[i].advance;
	if (p->trouble.len == 0)        /* a word that cannot be printed is tried again where its place is known */
		p->words[bucket] = w;
	return w;
}

/* ---- embedding ---- */

/* Six capitals before the name of a subset; they follow from the glyphs that are in it. */
static struct ehc_str
subset_name(struct pdf *p, enum pdf_face face)
{
	static const char *const names[] = { "NotoSans-Regular", "NotoSans-Bold", "DejaVuSans", "DejaVuSans-Bold",
#define SCRIPT(script, name, font) font "-Regular", font "-Bold",
#include "faces.def"
#undef SCRIPT
		"DroidSansFallback" };
	const struct pdf_font *f = &p->fonts[face];
	uint32_t h = 2166136261U;
	char tag[7];

	for (unsigned g = 0; g < f->nglyphs; g++)
		if (f->used[g])
			h = (h ^ g) * 16777619U;
	for (int i = 0; i < 6; i++, h /= 26)
		tag[i] = (char)('A' + h % 26);
	tag[6] = '\0';
	return ehc_arena_printf(p->arena, "%s+%s", tag, names[face]);
}

/* Glyph numbers are kept, so that the codes already written stay right; hinting and layout tables are of no use here. */
static HPDF_Dict
subset_program(struct pdf *p, const struct pdf_font *f)
{
	static const hb_tag_t drop[] = { HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'),
	    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
	    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('M', 'A', 'T', 'H'),
	    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x') };
	hb_subset_input_t *in = hb_subset_input_create_or_fail();
	HPDF_Dict program = NULL;
	hb_face_t *subset;

	if (in == NULL) {
		pdf_fail(p, EHC_NOSPAN, "a font could not be cut down");
		return NULL;
	}
	for (unsigned g = 0; g < f->nglyphs; g++)
		if (f->used[g])
			hb_set_add(hb_subset_input_glyph_set(in), g);
	for (size_t i = 0; i < EHC_COUNT(drop); i++)
		hb_set_add(hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG), drop[i]);
	hb_set_clear(hb_subset_input_set(in, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
	hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
	if (!hb_set_allocation_successful(hb_subset_input_glyph_set(in)) ||
	    !hb_set_allocation_successful(hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG)))
		ehc_out_of_memory();
	subset = hb_subset_or_fail(f->face, in);
	if (subset == NULL) {
		pdf_fail(p, EHC_NOSPAN, "a font could not be cut down");
	} else {
		hb_blob_t *blob = hb_face_reference_blob(subset);
		struct ehc_buf body = { 0 };
		unsigned n;
		const char *bytes = hb_blob_get_data(blob, &n);

		ehc_buf_printf(&body, "/Length1 %u", n);
		program = pdf_stream(p, bytes, n, true, &body);
		ehc_buf_free(&body);
		hb_blob_destroy(blob);
		hb_face_destroy(subset);
	}
	hb_subset_input_destroy(in);
	return program;
}

static HPDF_Dict
to_unicode(struct pdf *p, const struct pdf_font *f)
{
	struct ehc_buf b = { 0 }, body = { 0 };
	unsigned total = 0, left = 0;
	HPDF_Dict d;

	ehc_buf_cstr(&b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
	    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
	for (unsigned g = 0; g < f->nglyphs; g++)
		total += f->used[g];
	for (unsigned g = 0; g < f->nglyphs; g++) {
		if (!f->used[g])
			continue;
		if (left == 0) {
			left = total > 100 ? 100 : total;       /* the most that one table may hold */
			total -= left;
			ehc_buf_printf(&b, "%u beginbfchar\n", left);
		}
		ehc_buf_printf(&b, "<%04X> <%.*s>\n", g, EHC_ARG(f->text[g]));
		if (--left == 0)
			ehc_buf_cstr(&b, "endbfchar\n");
	}
	ehc_buf_cstr(&b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	d = pdf_stream(p, b.ptr, b.len, true, &body);
	ehc_buf_free(&b);
	ehc_buf_free(&body);
	return d;
}

static double
metric(const struct pdf_font *f, hb_ot_metrics_tag_t tag)
{
	hb_position_t v = 0;

	hb_ot_metrics_get_position_with_fallback(f->font, tag, &v);
	return v * 1000.0 / f->units;
}

static void
put_widths(struct ehc_buf *b, const struct pdf_font *f)
{
	bool open = false;

	ehc_buf_cstr(b, "/W[");
	for (unsigned g = 0; g < f->nglyphs; g++) {
		if (!f->used[g]) {
			if (open)
				ehc_buf_char(b, ']');
			open = false;
			continue;
		}
		if (!open)
			ehc_buf_printf(b, "%u[", g);
		else
			ehc_buf_char(b, ' ');
		open = true;
		pdf_put_number(b, hb_font_get_glyph_h_advance(f->font, g) * 1000.0 / f->units);
	}
	ehc_buf_cstr(b, open ? "]]" : "]");
}

static void
embed(struct pdf *p, enum pdf_face face)
{
	struct pdf_font *f = &p->fonts[face];
	struct ehc_str name = subset_name(p, face);
	HPDF_Dict program = subset_program(p, f), descriptor, cid, meaning;
	struct ehc_buf b = { 0 };
	unsigned numbers[3];

	if (program == NULL)
		return;
	descriptor = pdf_dict(p);
	cid = pdf_dict(p);
	meaning = to_unicode(p, f);
	numbers[0] = pdf_number(descriptor), numbers[1] = pdf_number(cid), numbers[2] = pdf_number(meaning);

	ehc_buf_printf(&b, "/Type/FontDescriptor/FontName/%.*s/Flags 4/ItalicAngle 0/StemV 80/FontBBox[-1000 -500 3000 1500]", EHC_ARG(name));
	ehc_buf_cstr(&b, "/Ascent ");
	pdf_put_number(&b, metric(f, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER));
	ehc_buf_cstr(&b, "/Descent ");
	pdf_put_number(&b, metric(f, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER));
	ehc_buf_cstr(&b, "/CapHeight ");
	pdf_put_number(&b, metric(f, HB_OT_METRICS_TAG_CAP_HEIGHT));
	ehc_buf_printf(&b, "/FontFile2 %u 0 R", pdf_number(program));
	pdf_body(p, descriptor, &b);

	ehc_buf_printf(&b, "/Type/Font/Subtype/CIDFontType2/BaseFont/%.*s/CIDToGIDMap/Identity/FontDescriptor %u 0 R"
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600", EHC_ARG(name), numbers[0]);
	put_widths(&b, f);
	pdf_body(p, cid, &b);

	ehc_buf_printf(&b, "/Type/Font/Subtype/Type0/BaseFont/%.*s/Encoding/Identity-H/DescendantFonts[%u 0 R]/ToUnicode %u 0 R",
	    EHC_ARG(name), numbers[1], numbers[2]);
	pdf_body(p, f->object, &b);
	ehc_buf_free(&b);
}

void
pdf_fonts_embed(struct pdf *p)
{
	static const char *const forms[] = { [PDF_FORM_MARK] = "Mark", [PDF_FORM_HEAD] = "Head", [PDF_FORM_FOOT] = "Foot" };
	struct ehc_buf b = { 0 };

	for (int i = 0; i < PDF_FACES; i++) {
		if (p->fonts[i].object == NULL)
			continue;
		embed(p, (enum pdf_face)i);
		ehc_buf_printf(&b, "/F%d %u 0 R", i, pdf_number(p->fonts[i].object));
	}
	pdf_body(p, p->faces, &b);
	ehc_buf_printf(&b, "/Font %u 0 R/XObject<<", pdf_number(p->faces));
	for (int i = 0; i < PDF_FORMS; i++)
		if (p->forms[i] != NULL)
			ehc_buf_printf(&b, "/%s %u 0 R", forms[i], pdf_number(p->forms[i]));
	for (size_t i = 0; i < p->pictures.count; i++)
		ehc_buf_printf(&b, "/Im%zu %u 0 R", i, pdf_number(p->pictures.items[i].object));
	ehc_buf_cstr(&b, ">>");
	pdf_body(p, p->resources, &b);
	ehc_buf_free(&b);
}
