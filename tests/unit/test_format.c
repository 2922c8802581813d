/*
 * test_format.c - the canonical layout: what it changes, what it must leave alone, that it says the same, and that a
 * second pass changes nothing.
 */
#include <glob.h>

#include "suite.h"
#include "syntax_help.h"

#define PLAN "EHC plan: T-1\n"

/* A dump in which line breaks within texts are blanks and runs of blanks are one: what fmt may change. */
static const char *
folded_dump(const struct parsed *p)
{
	const char *s = dump(p);
	char *to = ehc_arena_alloc(arena, strlen(s) + 1), *out = to;

	for (; *s != '\0'; s++) {
		char c = *s;

		if (s[0] == '\\' && (s[1] == 'n' || s[1] == 't')) {
			c = ' ';
			s++;
		}
		if (c != ' ' || out == to || out[-1] != ' ')
			*out++ = c;
	}
	return to;
}

static const char *
rules_of(const struct parsed *p)
{
	struct ehc_buf b = { NULL, 0, 0 };

	for (size_t i = 0; i < p->findings.list.count; i++)
		ehc_buf_printf(&b, "%s ", p->findings.list.items[i]->rule->id);
	return take(&b);
}

/* Says the same, with the same faults, and is settled. */
static const char *
format_checked(struct ehc_str text)
{
	struct parsed p = parse_bytes(text), again;
	const char *once = formatted(&p);

	again = parse(once);
	ck_assert_str_eq(folded_dump(&p), folded_dump(&again));
	ck_assert_str_eq(rules_of(&p), rules_of(&again));
	ck_assert_str_eq(once, formatted(&again));
	return once;
}

static void
assert_format(const char *text, const char *expected)
{
	ck_assert_str_eq(format_checked(ehc_str_of(text)), expected);
}

static void
assert_settled(const char *text)
{
	assert_format(text, text);
}

START_TEST(labels_are_written_canonically)
{
	assert_format("EHC plan X1\n\nNeed  B1 He\n  reads.\n", "EHC plan X1\n\nNeed B1 He\n  reads.\n");  /* a label without its colon stays a fault */
	assert_format("EHCP:T-1\nSTATUS : draft\nneed   b1 :Reads.\n   Area of  Need: x\n",
	    PLAN "  status: draft\nneed b1: Reads.\n  category: x\n");
	assert_format("IHP: T\nemergency X1: a\nif  R1 cannot be  given: b\n\tc\nDON\xE2\x80\x99T: d\nstep  1: e\n",
	    "health care plan: T\nemergency X1: a\n  if R1 cannot be given: b\n      c\n  do not: d\n  step 1: e\n");
	assert_format(PLAN "section   h1:none\nperiod: x\n", PLAN "section h1: none\nperiod: x\n");
}
END_TEST

START_TEST(line_ends_and_blanks_are_tidied)
{
	assert_format("\xEF\xBB\xBF\r\n\r\nEHC plan: T-1  \r\n\r\n\r\n  status:\tdraft\r\n\r\nneed B1: x \r\n\r\n\r\n\r\n",
	    PLAN "\n  status: draft\n\nneed B1: x\n");
}
END_TEST

START_TEST(comments_keep_their_place)
{
	assert_format("#top\n\n" PLAN "# a\n  status: draft\n   # b\n\n# c\nneed B1: one\n# d\n    two\n\n#   e\n",
	    "#top\n\n" PLAN "  # a\n  status: draft\n  # b\n\n# c\nneed B1: one\n    two\n# d\n\n#   e\n");
}
END_TEST

START_TEST(prose_is_filled)
{
	assert_format(PLAN "history: A sentence that is long enough to be prose and not a line of an address or a poem, goes on\n"
	    "    here. And\n"
	    "    here.\n\n\n    Next paragraph.\n  note: A field's text is indented by two columns more than an entry's, and it is filled in the same way, see?\n",
	    PLAN "history: A sentence that is long enough to be prose and not a line of an address or a poem, goes on\n"
	    "    here. And here.\n\n    Next paragraph.\n"
	    "  note: A field's text is indented by two columns more than an entry's, and it is filled in the same\n"
	    "      way, see?\n");
}
END_TEST

START_TEST(lines_that_mean_something_stay)
{
	/* lists with their depth, lines indented more, headings, an address */
	assert_settled(PLAN "child's views:\n    - I like drawing.\n      - Cats most of all, and then more cats.\n    - I like to read.\n");
	assert_settled(PLAN "history: What we did\n\n    First.\n\n    What came of it\n\n    1. one\n    2) two\n    \xE2\x80\xA2 three\n");
	assert_settled(PLAN "child: x\n  address: 1 Elm Grove\n      Exampletown\n      EX1 1AA\n");
	assert_settled(PLAN "history:\n    A\n      B\n");
	assert_settled(PLAN "history:\n      A\n    B\n");
}
END_TEST

START_TEST(headings_stay_headings_and_nothing_becomes_one)
{
	/* a paragraph of one line without a full stop is a heading: it is not broken, and no other becomes such a line */
	assert_settled(PLAN "history: This heading is longer than a hundred columns, but it is one line, so it stays one line, however long it is\n\n    Text.\n");
	assert_settled(PLAN "history: Two lines that would\n    fit on one\n\n    Text.\n");
	assert_format(PLAN "history: Two lines that would be one line if they were filled, with enough words in them\n    to say so.\n\n    Text.\n",
	    PLAN "history: Two lines that would be one line if they were filled, with enough words in them to say so.\n\n    Text.\n");
}
END_TEST

START_TEST(no_new_line_begins_like_something_else)
{
	static const char *const marks[] = { "- ", "* ", "12. ", "who: ", "how much: ", "provision F2: " };

	/* wherever the line is broken, the words that follow must not read as a list or a field */
	for (size_t m = 0; m < EHC_COUNT(marks); m++)
		for (int n = 60; n < 110; n++) {
			struct ehc_buf b = { NULL, 0, 0 };
			const char *out;

			ehc_buf_cstr(&b, PLAN "provision F1: ");
			for (int i = 0; i < n; i++)
				ehc_buf_char(&b, i % 7 == 6 ? ' ' : 'x');
			ehc_buf_printf(&b, " %s and so it goes on for some more words until the line is full and has to be broken.\n", marks[m]);
			out = format_checked(ehc_buf_text(&b));
			ck_assert_msg(strstr(out, ehc_arena_printf(arena, "\n    %s", marks[m]).ptr) == NULL, "%s", out);
			ehc_buf_free(&b);
		}
}
END_TEST

START_TEST(a_hidden_field_stays_where_it_is_warned_of)
{
	assert_settled(PLAN "provision F1: A teacher reads with the child in a quiet place, each day of the week but one.\n    who: a teacher\n");
	assert_settled(PLAN "provision F1:\n    who: a teacher\n");
}
END_TEST

START_TEST(placeholders_are_not_broken)
{
	const char *out = format_checked(ehc_str_of("template: T\nEHC plan: x\nneed [[id]]: Twelve words and some more are needed so that the line is filled just up to [[what the "
	    "child finds hard in the day]] and beyond.\n"));

	ck_assert_ptr_nonnull(strstr(out, "[[what the child finds hard in the day]]"));
}
END_TEST

START_TEST(long_words_are_left_whole)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_buf_cstr(&b, PLAN "history: See ");
	ehc_buf_fill(&b, 'x', 150);
	ehc_buf_cstr(&b, " and more.\n");
	format_checked(ehc_buf_text(&b));
	ehc_buf_free(&b);
}
END_TEST

START_TEST(references_are_laid_out_alone)
{
	assert_format(PLAN "provision F1: x\n  for:  B1,\n      B2   and B3\n", PLAN "provision F1: x\n  for: B1, B2 and B3\n");
}
END_TEST

START_TEST(columns_are_characters_not_bytes)
{
	const char *line = PLAN "history: Nóra näíve éééééééééé éééééééééé éééééééééé éééééééééé éééééééééé éééééééééé éééééééé.\n";

	assert_settled(line);
}
END_TEST

START_TEST(faults_are_left_as_they_stand)
{
	assert_format(PLAN "needs  B1: x\n  for : E1\n", PLAN "needs B1: x\n  for: E1\n");
	assert_settled("EHC paln: T-1\n  statsu: x\n");
	assert_settled(PLAN "need B1: x\nThis has no label\n and goes on\n\n    here\n  evidence: K1\n\nprovison F1: y\n  for: B1\n");
	assert_settled("    status: indented\n" PLAN);
	assert_settled("  status: loose\n" PLAN);
	assert_settled(PLAN "child C1: x\nneed: y\nneed B-1: z\nmedicine R1: w\n  dose: v\n");
	assert_settled("need B1: x\n  health care plan: y\n");
}
END_TEST

START_TEST(an_empty_file_stays_empty)
{
	struct parsed p = parse("");

	ck_assert_str_eq(formatted(&p), "");
}
END_TEST

/* Every plan and every faulty file of the corpus: the same tree, the same faults, settled at the first pass. */
START_TEST(the_corpus_says_the_same)
{
	static const char *const patterns[] = { "corpus/plans/*/*.ehc", "corpus/languages/*.ehc", "corpus/rules/*/*.ehc", "corpus/syntax/*.ehc", "corpus/hostile/*.ehc", "templates/*/*.ehc" };
	glob_t files;

	for (size_t i = 0; i < EHC_COUNT(patterns); i++)
		glob(patterns[i], i == 0 ? 0 : GLOB_APPEND, NULL, &files);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		struct ehc_source source;

		if (ehc_source_read(&source, arena, files.gl_pathv[i], files.gl_pathv[i], EHC_SOURCE_LIMIT) != EHC_READ_OK)
			ck_abort_msg("%s cannot be read", files.gl_pathv[i]);
		if (memchr(source.text.ptr, '\0', source.text.len) == NULL)     /* what holds NUL bytes is no text to lay out */
			format_checked(source.text);
	}
	globfree(&files);
}
END_TEST

/* A source of numbers that is the same in every run. */
static unsigned
next_number(unsigned *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 16;
}

/* Texts put together at random out of what layout must take care with. */
START_TEST(random_texts_say_the_same)
{
	static const char *const parts[] = { "word", "words that go on for a while", "a sentence that ends.", "- item", "  - deeper", "who: someone",
		"12. number", "1) bracket", "[[place holder]]", "      far in", "# no comment", "x: y", ("\xC2\xA3" "5"), "A heading", "",
		"a line that is longer than sixty columns, so that it counts as prose and not as verse", "\tafter a tab", "*", "-", "for: B1" };
	unsigned state = (unsigned)_i + 1;

	for (int round = 0; round < 200; round++) {
		struct ehc_buf b = { NULL, 0, 0 };

		ehc_buf_cstr(&b, PLAN "provision F1:");
		for (unsigned n = next_number(&state) % 12; n > 0; n--) {
			unsigned how = next_number(&state) % 4;

			ehc_buf_cstr(&b, how == 0 ? " " : how == 1 ? "\n    " : how == 2 ? "\n\n    " : "\n      ");
			ehc_buf_cstr(&b, parts[next_number(&state) % EHC_COUNT(parts)]);
			if (next_number(&state) % 16 == 0)
				ehc_buf_cstr(&b, "\n# comment");
		}
		ehc_buf_cstr(&b, "\n  for: B1\n");
		format_checked(ehc_buf_text(&b));
		ehc_buf_free(&b);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("format");
	TCase *layout = tcase_create("layout"), *same = tcase_create("meaning");

	tcase_add_checked_fixture(layout, set_up, tear_down);
	tcase_add_test(layout, labels_are_written_canonically);
	tcase_add_test(layout, line_ends_and_blanks_are_tidied);
	tcase_add_test(layout, comments_keep_their_place);
	tcase_add_test(layout, prose_is_filled);
	tcase_add_test(layout, lines_that_mean_something_stay);
	tcase_add_test(layout, headings_stay_headings_and_nothing_becomes_one);
	tcase_add_test(layout, no_new_line_begins_like_something_else);
	tcase_add_test(layout, a_hidden_field_stays_where_it_is_warned_of);
	tcase_add_test(layout, placeholders_are_not_broken);
	tcase_add_test(layout, long_words_are_left_whole);
	tcase_add_test(layout, references_are_laid_out_alone);
	tcase_add_test(layout, columns_are_characters_not_bytes);
	tcase_add_test(layout, faults_are_left_as_they_stand);
	tcase_add_test(layout, an_empty_file_stays_empty);
	suite_add_tcase(suite, layout);
	tcase_add_checked_fixture(same, set_up, tear_down);
	tcase_set_timeout(same, 60);
	tcase_add_test(same, the_corpus_says_the_same);
	tcase_add_loop_test(same, random_texts_say_the_same, 0, 20);
	suite_add_tcase(suite, same);
	return run_suite(suite);
}
