/*
 * test_style.c - house styles: what a line of them does, what makes one unfit to print in, and where that is said.
 */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ehc/document.h"
#include "suite.h"

static struct ehc_arena *arena;
static const char *folder;

static void
set_up(void)
{
	arena = ehc_arena_new();
	folder = ehc_arena_cstr(arena, EHC_STR("/tmp/test_style.XXXXXX"));
	ck_assert_ptr_nonnull(mkdtemp((char *)(uintptr_t)folder));
}

static void
tear_down(void)
{
	ck_assert_int_eq(system(ehc_arena_printf(arena, "rm -r %s", folder).ptr), 0);
	ehc_arena_free(arena);
}

static const char *
path_of(const char *name)
{
	return ehc_arena_printf(arena, "%s/%s", folder, name).ptr;
}

static void
put_file(const char *name, const char *text)
{
	ck_assert(ehc_write_file(path_of(name), text, strlen(text)));
}

/* The style of that name, looked for near a plan in the folder. */
static const struct ehc_style *
load(const char *name)
{
	struct ehc_str trouble = EHC_NOSTR;
	const struct ehc_style *s = ehc_style_load(arena, ehc_str_of(name), path_of("plan.ehc"), NULL, &trouble);

	ck_assert_msg(s != NULL, "%.*s", EHC_ARG(trouble));
	return s;
}

static const struct ehc_style *
style_of(const char *lines)
{
	put_file("own.ehc", ehc_arena_printf(arena, "style: own\n%s", lines).ptr);
	return load("own");
}

static const struct ehc_style_fault *
only_fault(const char *lines, enum ehc_style_fault_kind kind)
{
	const struct ehc_style *s = style_of(lines);

	ck_assert_msg(s->faults.count == 1, "%zu faults: %s", s->faults.count, lines);
	ck_assert_int_eq((int)s->faults.items[0].kind, (int)kind);
	return &s->faults.items[0];
}

/* The fault's place, and words of its message. */
static void
assert_fault(const char *lines, enum ehc_style_fault_kind kind, unsigned line, unsigned column, const char *words)
{
	const struct ehc_style_fault *f = only_fault(lines, kind);
	struct ehc_place at = ehc_source_place(f->at.source, f->at.span.start);

	ck_assert_msg(ehc_str_find_nocase(f->message, words) != SIZE_MAX, "\"%.*s\" does not say \"%s\"", EHC_ARG(f->message), words);
	ck_assert_uint_eq(at.line, line);
	ck_assert_uint_eq(at.column, column);
}

START_TEST(national_is_as_its_file_says)
{
	const struct ehc_style *built_in = ehc_style_national(), *file = load("national");

	ck_assert_int_gt(file->sizes_at[EHC_SIZE_TEXT].layer, 0);       /* it was read from a file */
	ck_assert_int_eq(memcmp(built_in->sizes, file->sizes, sizeof(file->sizes)), 0);
	ck_assert_int_eq(memcmp(built_in->colours, file->colours, sizeof(file->colours)), 0);
	ck_assert_int_eq(memcmp(built_in->parts, file->parts, sizeof(file->parts)), 0);
	ck_assert(built_in->font == file->font && built_in->paper == file->paper && built_in->layout == file->layout);
	ck_assert_uint_eq(file->faults.count, 0);
}
END_TEST

START_TEST(contrast_is_as_wcag_reckons_it)
{
	ck_assert_double_eq_tol(ehc_contrast(0x000000, 0xFFFFFF), 21, 0.001);
	ck_assert_double_eq_tol(ehc_contrast(0xFFFFFF, 0xFFFFFF), 1, 0.001);
	ck_assert_double_eq_tol(ehc_contrast(0x777777, 0xFFFFFF), 4.478, 0.001);        /* the well-known grey that just fails */
	ck_assert_double_eq_tol(ehc_contrast(0xFFFFFF, 0x767676), 4.542, 0.001);        /* and the one that just passes */
	ck_assert_double_eq_tol(ehc_contrast(0xFF0000, 0x0000FF), 2.149, 0.001);
}
END_TEST

START_TEST(later_styles_lie_over_those_that_they_extend)
{
	const struct ehc_style *s;

	put_file("below.ehc", "style: below\npaper: A4 landscape\ncolour links: #003366\nsize text: 14 pt\npage foot: Below\n");
	s = style_of("  extends: below\nsize text: 13.5 pt\nsize headings: 15\nlayout: cards\nprint contents: no\n");
	ck_assert_uint_eq(s->faults.count, 0);
	ck_assert(s->paper == EHC_LANDSCAPE && s->layout == EHC_LAYOUT_CARDS && !s->parts[EHC_PART_CONTENTS] && s->parts[EHC_PART_PURPOSE]);
	ck_assert_uint_eq(s->colours[EHC_COLOUR_LINKS], 0x003366);
	ck_assert_int_eq(s->sizes[EHC_SIZE_TEXT], 135);
	ck_assert_int_eq(s->sizes[EHC_SIZE_HEADINGS], 150);
	ck_assert(ehc_str_is(s->page_foot, "Below") && ehc_str_is(s->name, "own"));
}
END_TEST

START_TEST(large_print_is_a_name_with_a_blank)
{
	const struct ehc_style *s = load("large print");

	ck_assert(s->layout == EHC_LAYOUT_CARDS && s->sizes[EHC_SIZE_TEXT] >= 180);
	ck_assert_uint_eq(s->faults.count, 0);
}
END_TEST

START_TEST(faults_name_their_place)
{
	assert_fault("colour headings: green\n", EHC_LOOK_COLOUR, 2, 18, "\"green\" is not a colour");
	assert_fault("colour headings: #12345g\n", EHC_LOOK_COLOUR, 2, 18, "not a colour");
	assert_fault("colour margins: #123456\n", EHC_LOOK_COLOUR, 2, 1, "table heads");
	assert_fault("font: Comic Neue\n", EHC_LOOK_FONT, 2, 7, "Noto Sans or DejaVu Sans");
	assert_fault("size text: big\n", EHC_LOOK_SIZE, 2, 12, "points");
	assert_fault("size text: 11.9 pt\n", EHC_LOOK_SIZE, 2, 12, "no less than 12");
	assert_fault("size small print: 10.9\n", EHC_LOOK_SIZE, 2, 19, "no less than 11");
	assert_fault("size title: 60 pt\n", EHC_LOOK_SIZE, 2, 13, "no more than 48");
	assert_fault("size text: 14 pt\n", EHC_LOOK_ORDER, 2, 12, "headings (13.5 points) is less than that of text");
	assert_fault("paper: letter\n", EHC_LOOK_SETTING, 2, 8, "A4 portrait");
	assert_fault("print letterhead: no\n", EHC_LOOK_SETTING, 2, 1, "signature lines");
	assert_fault("page head: Council \xEA\xB0\x80\n", EHC_LOOK_FONT, 2, 20, "U+AC00");
	assert_fault("page foot: one\n    two\n", EHC_LOOK_SETTING, 2, 12, "one line");
	assert_fault("logo: none.png\n  alt text: Example Council\n", EHC_LOOK_LOGO_FILE, 2, 7, "No such file");
	assert_fault("logo: ../own.png\n  alt text: Example Council\n", EHC_LOOK_LOGO_FILE, 2, 7, "in the same folder");
	assert_fault("  extends: nowhere\n", EHC_LOOK_EXTENDS, 2, 12, "no style \"nowhere\" was found");
	assert_fault("  extends: own\n", EHC_LOOK_EXTENDS, 2, 12, "extends itself");
	assert_fault("colur text: #000000\n", EHC_LOOK_SYNTAX, 2, 1, "not a label of a house style");
}
END_TEST

START_TEST(contrast_names_both_colours_and_the_line_that_spoilt_it)
{
	const struct ehc_style *s;
	const struct ehc_style_fault *f;

	assert_fault("colour table heads: #17456e\n", EHC_LOOK_CONTRAST, 2, 21, "Table head text (#17456e) on table heads (#17456e): the contrast is 1.00:1");
	assert_fault("colour rules: #c0c0c0\n", EHC_LOOK_CONTRAST, 2, 15, "lines need 3:1");
	put_file("below.ehc", "style: below\ncolour table heads: #17456e\ncolour table head text: #ffffff\n");
	s = style_of("  extends: below\ncolour table head text: #000000\n");
	ck_assert_uint_eq(s->faults.count, 1);
	f = &s->faults.items[0];
	ck_assert(ehc_str_ends_nocase(f->at.source->name, "own.ehc"));
	ck_assert_uint_eq(ehc_source_place(f->at.source, f->at.span.start).line, 3);
}
END_TEST

START_TEST(large_letters_may_be_paler)
{
	ck_assert_uint_ne(style_of("colour headings: #6a8fb0\n")->faults.count, 0);
	ck_assert_uint_eq(style_of("colour headings: #6a8fb0\nsize headings: 16 pt\nsize text: 14 pt\n")->faults.count, 0);
}
END_TEST

/* A logo of the styles that are installed. */
static struct ehc_str
a_png(void)
{
	struct ehc_source file;
	const char *path = ehc_arena_printf(arena, "%s/templates/styles/example-county.png", ehc_share_dir(arena)).ptr;

	ck_assert_int_eq((int)ehc_source_read(&file, arena, path, path, EHC_SOURCE_LIMIT), (int)EHC_READ_OK);
	return file.text;
}

START_TEST(logo_needs_words_that_say_whose_it_is)
{
	struct ehc_str png = a_png();

	ck_assert(ehc_write_file(path_of("crest.png"), png.ptr, png.len));
	assert_fault("logo: crest.png\n", EHC_LOOK_LOGO_WORDS, 2, 7, "alt text");
	assert_fault("logo: crest.png\n  alt text: Decorative\n", EHC_LOOK_LOGO_WORDS, 3, 13, "whose logo");
	assert_fault("logo: crest.png\n  alt text: crest.png\n", EHC_LOOK_LOGO_WORDS, 3, 13, "whose logo");
	assert_fault("logo: crest.png\n  alt text: Example Council\n  height: 90 mm\n", EHC_LOOK_SETTING, 4, 11, "40 mm");
	ck_assert_int_eq(style_of("logo: crest.png\n  alt text: Example Council\n  height: 10 mm\n")->logo.tall, 283);
	ck_assert_int_eq((int)style_of("logo: none\n")->logo.type, (int)EHC_PICTURE_NONE);
}
END_TEST

/* A file that was cut off anywhere, or has one wrong bit in what makes the picture, is never taken for a whole one. */
START_TEST(damaged_pictures_are_noticed)
{
	struct ehc_str png = a_png();
	struct ehc_source beside;
	struct ehc_picture p;
	const char *why;

	ehc_source_from(&beside, arena, ehc_str_of(path_of("own.ehc")), EHC_STR(""));
	for (size_t n = 0; n < png.len; n += n < 100 ? 1 : 331) {
		ck_assert(ehc_write_file(path_of("cut.png"), png.ptr, n));
		ck_assert_msg(!ehc_picture_read(arena, &beside, EHC_STR("cut.png"), &p, &why), "%zu of %zu bytes pass for a picture", n, png.len);
		ck_assert_ptr_nonnull(why);
	}
	for (size_t n = 8; n < png.len; n += 97) {
		char *copy = (char *)(uintptr_t)ehc_arena_cstr(arena, png);

		copy[n] = (char)(copy[n] ^ 4);
		ck_assert(ehc_write_file(path_of("bent.png"), copy, png.len));
		ck_assert_msg(!ehc_picture_read(arena, &beside, EHC_STR("bent.png"), &p, &why), "damage at byte %zu goes unnoticed", n);
	}
}
END_TEST

/* ---- what a document must have ---- */

static void
assert_refused(const struct ehc_document *d, const char *why)
{
	struct ehc_str trouble;
	struct ehc_span where;

	ck_assert(!ehc_document_accessible(d, &trouble, &where));
	ck_assert_msg(ehc_str_find_nocase(trouble, why) != SIZE_MAX, "\"%.*s\" does not say \"%s\"", EHC_ARG(trouble), why);
}

START_TEST(documents_that_leave_readers_lost_are_refused)
{
	const struct ehc_column unnamed[] = { { EHC_STR("What"), 1 }, { EHC_NOSTR, 1 } };
	struct ehc_document *d = ehc_document_new(arena);
	struct ehc_str trouble;
	struct ehc_span where;
	struct ehc_block *s;

	assert_refused(d, "no title");
	d->title = EHC_STR("A plan");
	assert_refused(d, "no heading");
	s = ehc_block_section(d, NULL, 1, EHC_NOSTR, EHC_STR("A plan"));
	ck_assert(ehc_document_accessible(d, &trouble, &where));
	ehc_block_section(d, s, 3, EHC_NOSTR, EHC_STR("Too deep"));
	assert_refused(d, "level 3 follows one of level 1");
	s->last->first->level = 2;
	s->last->first->runs.items[0].text = EHC_STR("  ");
	assert_refused(d, "no words");
	s->last->first->runs.items[0].text = EHC_STR("Needs");
	ehc_block_table(d, s, EHC_STR("Needs"), unnamed, EHC_COUNT(unnamed));
	assert_refused(d, "column");
	s->last->kind = EHC_BLOCK_PORTRAIT;
	assert_refused(d, "picture");
}
END_TEST

int
main(int argc, char **argv)
{
	Suite *s = suite_create("style");
	TCase *t = tcase_create("style");

	(void)argc;
	(void)argv;
	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, national_is_as_its_file_says);
	tcase_add_test(t, contrast_is_as_wcag_reckons_it);
	tcase_add_test(t, later_styles_lie_over_those_that_they_extend);
	tcase_add_test(t, large_print_is_a_name_with_a_blank);
	tcase_add_test(t, faults_name_their_place);
	tcase_add_test(t, contrast_names_both_colours_and_the_line_that_spoilt_it);
	tcase_add_test(t, large_letters_may_be_paler);
	tcase_add_test(t, logo_needs_words_that_say_whose_it_is);
	tcase_add_test(t, damaged_pictures_are_noticed);
	tcase_add_test(t, documents_that_leave_readers_lost_are_refused);
	tcase_set_timeout(t, 60);
	suite_add_tcase(s, t);
	return run_suite(s);
}
