/*
 * test_base.c - what every stage stands on: slices, UTF-8, the arena, buffers and their escapes, whole files, fractions, days.
 */
#include "ehc/base.h"
#include "arena_fixture.h"
#include "suite.h"

#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- slices ---- */

START_TEST(test_slices)
{
	struct ehc_str s = EHC_STR("  Speech and\tLanguage \r\n"), part, rest;

	ck_assert(ehc_str_is(ehc_str_trim(s), "Speech and\tLanguage"));
	ck_assert(ehc_str_is(ehc_str_sub(s, 2, 8), "Speech"));
	ck_assert_uint_eq(ehc_str_sub(s, 8, 8).len, 0);
	ck_assert_uint_eq(ehc_str_sub(s, 9, 3).len, 0);
	ck_assert(ehc_str_is(ehc_str_sub(s, 2, 999), "Speech and\tLanguage \r\n"));
	ck_assert_uint_eq(ehc_str_of(NULL).len, 0);
	ck_assert(ehc_str_eq(EHC_NOSTR, EHC_STR("")));
	ck_assert(ehc_str_is_nocase(EHC_STR("EHC Plan"), "ehc plan"));
	ck_assert(!ehc_str_is_nocase(EHC_STR("EHC Plans"), "ehc plan"));
	ck_assert(ehc_str_starts_nocase(s, "  SPEECH"));
	ck_assert(ehc_str_ends_nocase(EHC_STR("a.EHC"), ".ehc"));
	ck_assert(!ehc_str_ends_nocase(EHC_STR("hc"), ".ehc"));
	ck_assert_int_lt(ehc_str_cmp(EHC_STR("ab"), EHC_STR("abc")), 0);
	ck_assert_int_gt(ehc_str_cmp(EHC_STR("b"), EHC_STR("abc")), 0);
	ck_assert_int_eq(ehc_str_cmp(EHC_NOSTR, EHC_NOSTR), 0);
	ck_assert_uint_eq(ehc_str_words(s), 3);
	ck_assert_uint_eq(ehc_str_words(EHC_STR("one\n\ntwo-three")), 2);
	ck_assert_uint_eq(ehc_str_words(EHC_NOSTR), 0);
	ck_assert_uint_eq(ehc_str_count(EHC_STR("a,b,,"), ','), 3);
	ck_assert_uint_eq(ehc_str_count(EHC_NOSTR, ','), 0);
	ck_assert(ehc_str_is(ehc_str_word_before(EHC_STR("one two\n  three"), 10), "two"));
	ck_assert(ehc_str_is(ehc_str_word_before(EHC_STR("one two"), 7), "two"));
	ck_assert_uint_eq(ehc_str_word_before(EHC_STR("  one"), 2).len, 0);
	ck_assert_uint_eq(ehc_str_word_before(EHC_NOSTR, 0).len, 0);

	rest = EHC_STR("F1,,G2,");
	ck_assert(ehc_str_split(&rest, ',', &part) && ehc_str_is(part, "F1"));
	ck_assert(ehc_str_split(&rest, ',', &part) && part.len == 0);
	ck_assert(ehc_str_split(&rest, ',', &part) && ehc_str_is(part, "G2"));
	ck_assert(!ehc_str_split(&rest, ',', &part) && part.ptr == NULL && part.len == 0);
}
END_TEST

START_TEST(test_finding)
{
	struct ehc_str s = EHC_STR("Regularly, and as regular as the irregular caf\xC3\xA9s");

	ck_assert_uint_eq(ehc_str_find_nocase(s, "REGULAR"), 0);
	ck_assert_uint_eq(ehc_str_find_word(s, "regular"), 18);
	ck_assert_uint_eq(ehc_str_find_word(s, "Regularly"), 0);
	ck_assert_uint_eq(ehc_str_find_word(s, "caf"), SIZE_MAX);
	ck_assert_uint_eq(ehc_str_find_nocase(s, "weekly"), SIZE_MAX);
	ck_assert_uint_eq(ehc_str_find_word(EHC_NOSTR, "a"), SIZE_MAX);
	ck_assert_uint_eq(ehc_str_find_word(s, ""), SIZE_MAX);
	ck_assert_uint_eq(ehc_str_find_nocase(s, ""), SIZE_MAX);
}
END_TEST

/* A text that lacks a pair of letters holds no such words; one that holds the words is never passed over. */
START_TEST(test_pairs)
{
	struct ehc_pairs p = ehc_pairs_of(EHC_STR("Weekly speech\ntherapy for 45 minutes, by caf\303\251 staff"));

	ck_assert(ehc_pairs_may_hold(&p, "speech therapy"));
	ck_assert(ehc_pairs_may_hold(&p, "WEEKLY"));
	ck_assert(ehc_pairs_may_hold(&p, "45 minutes"));
	ck_assert(ehc_pairs_may_hold(&p, "a"));
	ck_assert(!ehc_pairs_may_hold(&p, "monthly"));
	ck_assert(!ehc_pairs_may_hold(&p, "speech quota"));
	p = ehc_pairs_of(EHC_NOSTR);
	ck_assert(!ehc_pairs_may_hold(&p, "to"));
}
END_TEST

START_TEST(test_interned_names)
{
	struct ehc_intern *t = ehc_intern_new(arena);
	const char *first = ehc_intern(t, EHC_STR("f1"), true);

	ck_assert_ptr_eq(first, ehc_intern(t, EHC_STR("F1"), true));
	ck_assert_str_eq(first, "F1");
	ck_assert_ptr_ne(first, ehc_intern(t, EHC_STR("F2"), true));
	ck_assert_ptr_ne(ehc_intern(t, EHC_STR("f1"), false), first);
	for (int i = 0; i < 1000; i++)
		ck_assert_ptr_nonnull(ehc_intern(t, ehc_arena_printf(arena, "B%d", i), true));
	ck_assert_ptr_eq(first, ehc_intern(t, EHC_STR("F1"), true));
}
END_TEST

/* ---- UTF-8 ---- */

START_TEST(test_utf8_check)
{
	static const struct {
		const char *bytes;
		size_t bad;
	} rows[] = {
		{ "plain", SIZE_MAX }, { "caf\xC3\xA9", SIZE_MAX }, { "\xE2\x80\x99", SIZE_MAX }, { "\xF0\x9F\x98\x80", SIZE_MAX }, { "", SIZE_MAX },
		{ "a\xFF", 1 }, { "ab\xC3", 2 }, { "\xC0\x80", 0 }, { "\xE0\x80\x80", 0 }, { "\xED\xA0\x80", 0 }, { "\xF4\x90\x80\x80", 0 }, { "x\x80", 1 },
		{ "\xE2\x80", 0 }, { "\xF8\x88\x80\x80\x80", 0 }, { "\xED\x9F\xBF", SIZE_MAX }, { "\xEE\x80\x80", SIZE_MAX },
	};

	for (size_t i = 0; i < EHC_COUNT(rows); i++)
		ck_assert_msg(ehc_utf8_check(ehc_str_of(rows[i].bytes)) == rows[i].bad, "row %zu", i);
}
END_TEST

START_TEST(test_utf8_round_trip)
{
	static const uint32_t edges[] = { 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF, 0xE9, 0x2019 };

	for (size_t i = 0; i < EHC_COUNT(edges); i++) {
		char out[4];
		size_t n = ehc_utf8_put(out, edges[i]), at = 0;

		ck_assert_uint_eq(ehc_utf8_next((struct ehc_str){ out, n }, &at), edges[i]);
		ck_assert_uint_eq(at, n);
	}
}
END_TEST

START_TEST(test_utf8_bad_bytes_one_by_one)
{
	struct ehc_str s = EHC_STR("\xE2\x80!");
	size_t at = 0;

	ck_assert_uint_eq(ehc_utf8_next(s, &at), 0xFFFD);
	ck_assert_uint_eq(at, 1);
	ck_assert_uint_eq(ehc_utf8_next(s, &at), 0xFFFD);
	ck_assert_uint_eq(ehc_utf8_next(s, &at), '!');
}
END_TEST

/* ---- the arena ---- */

static bool
all_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] != 0)
			return false;
	return true;
}

START_TEST(test_arena)
{
	char *blocks[200];

	for (size_t i = 0; i < EHC_COUNT(blocks); i++) {
		size_t n = i * 997 % 70000 + 1;

		blocks[i] = ehc_arena_alloc(arena, n);
		ck_assert_uint_eq((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
		ck_assert(all_zero(blocks[i], n));
		memset(blocks[i], (int)i % 100 + 1, n);
	}
	for (size_t i = 0; i < EHC_COUNT(blocks); i++)
		ck_assert_int_eq(blocks[i][i * 997 % 70000], (int)i % 100 + 1);
	ehc_arena_reset(arena);
	ck_assert(all_zero(ehc_arena_alloc(arena, 5000), 5000));
	ehc_arena_free(NULL);
}
END_TEST

START_TEST(test_arena_text)
{
	struct ehc_str s = ehc_arena_printf(arena, "%d sessions of %s", 6, "45 minutes");

	ck_assert_str_eq(s.ptr, "6 sessions of 45 minutes");
	ck_assert_uint_eq(s.len, 24);
	ck_assert_str_eq(ehc_arena_cstr(arena, ehc_str_sub(s, 0, 10)), "6 sessions");
	ck_assert_str_eq(ehc_arena_cstr(arena, EHC_NOSTR), "");
}
END_TEST

/* What the C library makes of the same format, for the arena and behind what a buffer holds already. */
#define SAME_AS_PRINTF(...) \
	do { \
		struct ehc_buf b = { NULL, 0, 0 }; \
		char wanted[4000]; \
		\
		snprintf(wanted, sizeof(wanted), __VA_ARGS__); \
		ck_assert_str_eq(ehc_arena_printf(arena, __VA_ARGS__).ptr, wanted); \
		ehc_buf_char(&b, '>'); \
		ehc_buf_printf(&b, __VA_ARGS__); \
		ck_assert_str_eq(b.ptr + 1, wanted); \
		ck_assert_uint_eq(b.len, strlen(wanted) + 1); \
		ehc_buf_free(&b); \
	} while (0)

START_TEST(test_messages)
{
	char words[1100];

	SAME_AS_PRINTF("nothing in it");
	SAME_AS_PRINTF("%d, %d, %d%%", 0, INT_MAX, INT_MIN);
	SAME_AS_PRINTF("%u and %zu and %zu", UINT_MAX, (size_t)0, SIZE_MAX);
	SAME_AS_PRINTF("[%s%c%s]", "", 'x', "F2.3");
	SAME_AS_PRINTF("%.*s|%.*s|%.*s|%.*s", 3, "sessions", 0, "", 20, "short", 6, "a\0b");
	SAME_AS_PRINTF("%.*s|%5s|%-4d|%04x|%.2f|%ld|%s", -1, "all of it", "x", 7, 0x1Fu, 2.5, -3L, "behind");
	memset(words, 'w', sizeof(words));
	for (size_t n = 250; n < 1050; n++) {
		words[n] = '\0';
		SAME_AS_PRINTF("%s %zu", words, n);
		words[n] = 'w';
	}
}
END_TEST

START_TEST(test_vectors)
{
	EHC_VEC(int) v = { NULL, 0, 0 };

	for (int i = 0; i < 1000; i++)
		EHC_PUSH(arena, &v, i * 3);
	ck_assert_uint_eq(v.count, 1000);
	for (int i = 0; i < 1000; i++)
		ck_assert_int_eq(v.items[i], i * 3);
}
END_TEST

/* One grows where it stands, and copies itself to another place once the other stands behind it. */
START_TEST(test_vectors_in_turns)
{
	EHC_VEC(int) a = { NULL, 0, 0 }, b = { NULL, 0, 0 };

	for (int i = 0; i < 40; i++)
		EHC_PUSH(arena, &a, i);
	for (int i = 0; i < 3000; i++) {
		EHC_PUSH(arena, &b, -i);
		if (i % 3 == 0)
			EHC_PUSH(arena, &a, 40 + i / 3);
	}
	ck_assert_uint_eq(a.count, 1040);
	for (int i = 0; i < 1040; i++)
		ck_assert_int_eq(a.items[i], i);
	for (int i = 0; i < 3000; i++)
		ck_assert_int_eq(b.items[i], -i);
	ck_assert(all_zero((const char *)(b.items + b.count), (b.cap - b.count) * sizeof(*b.items)));
}
END_TEST

/* Whatever is expected, what is taken is there. */
START_TEST(test_memory_expected)
{
	static const size_t sizes[] = { 0, 1, (size_t)700 * 1024, (size_t)5 * 1024 * 1024, SIZE_MAX };

	for (size_t i = 0; i < EHC_COUNT(sizes); i++) {
		char *before = ehc_arena_alloc(arena, 100), *p;

		memset(before, 'x', 100);
		ehc_arena_expect(arena, sizes[i]);
		for (size_t taken = 0; taken < (size_t)6 * 1024 * 1024; taken += 50000) {
			p = ehc_arena_alloc(arena, 50000);
			ck_assert_uint_eq((uintptr_t)p % _Alignof(max_align_t), 0);
			ck_assert(all_zero(p, 50000));
			memset(p, 'y', 50000);
		}
		ck_assert_int_eq(before[0], 'x');
		ck_assert_int_eq(before[99], 'x');
	}
}
END_TEST

/* ---- buffers and escapes ---- */

static const char *
taken(struct ehc_buf *b)
{
	return ehc_buf_take(b, arena).ptr;
}

START_TEST(test_buffer)
{
	struct ehc_buf b = { NULL, 0, 0 };

	for (int i = 0; i < 500; i++)
		ehc_buf_printf(&b, "%d,", i);
	ck_assert_uint_eq(strlen(b.ptr), b.len);
	ehc_buf_clear(&b);
	ck_assert_str_eq(b.ptr, "");
	ehc_buf_fill(&b, '-', 300);
	ehc_buf_char(&b, '>');
	ck_assert_uint_eq(b.len, 301);
	ck_assert_int_eq(b.ptr[300], '>');
	ehc_buf_bytes(&b, "\0x", 2);
	ck_assert_uint_eq(b.len, 303);
	ck_assert(ehc_str_eq(ehc_str_sub(ehc_buf_text(&b), 300, 303), (struct ehc_str){ ">\0x", 3 }));
	ehc_buf_free(&b);
	ck_assert_ptr_null(b.ptr);
	ck_assert_uint_eq(ehc_buf_take(&b, arena).len, 0);
}
END_TEST

START_TEST(test_numbers)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_buf_number(&b, 0);
	ehc_buf_char(&b, ' ');
	ehc_buf_number(&b, 1070);
	ehc_buf_char(&b, ' ');
	ehc_buf_number(&b, SIZE_MAX);
	ck_assert_str_eq(b.ptr, "0 1070 18446744073709551615");
	ehc_buf_free(&b);
}
END_TEST

START_TEST(test_json)
{
	const struct {
		struct ehc_str in;
		const char *out;
	} rows[] = {
		{ EHC_STR("Amira's \"plan\" \\ a/b"), "\"Amira's \\\"plan\\\" \\\\ a/b\"" }, { EHC_STR("a\nb\tc\rd"), "\"a\\nb\\tc\\u000dd\"" },
		{ EHC_STR("\0\x1B[31m\x7F"), "\"\\u0000\\u001b[31m\\u007f\"" }, { EHC_STR("caf\xC3\xA9"), "\"caf\xC3\xA9\"" },
		{ EHC_STR("x\xFFy"), "\"x\xEF\xBF\xBDy\"" }, { EHC_STR("\xE2\x80\xA8"), "\"\\u2028\"" }, { EHC_STR(""), "\"\"" },
	};

	for (size_t i = 0; i < EHC_COUNT(rows); i++) {
		struct ehc_buf b = { NULL, 0, 0 };

		ehc_buf_json(&b, rows[i].in);
		ck_assert_str_eq(taken(&b), rows[i].out);
	}
}
END_TEST

/* What means something to JSON is seen wherever it stands. */
START_TEST(test_json_at_each_place)
{
	static const struct { const char *raw, *escaped; } signs[] = { { "\"", "\\\"" }, { "\\", "\\\\" }, { "\n", "\\n" }, { "\x1F", "\\u001f" },
		{ "\x7F", "\\u007f" }, { "\xC3\xA9", "\xC3\xA9" }, { "\xE2\x80\xA8", "\\u2028" }, { "\xFF", "\xEF\xBF\xBD" }, { "~", "~" } };

	for (size_t i = 0; i < EHC_COUNT(signs); i++)
		for (int before = 0; before < 20; before++) {
			struct ehc_buf b = { NULL, 0, 0 };

			ehc_buf_json(&b, ehc_arena_printf(arena, "%.*s%s%s", before, " !#[]^aAzZ09:,.-_{}", signs[i].raw, " and more"));
			ck_assert_str_eq(taken(&b), ehc_arena_printf(arena, "\"%.*s%s and more\"", before, " !#[]^aAzZ09:,.-_{}", signs[i].escaped).ptr);
		}
}
END_TEST

START_TEST(test_html)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_buf_html(&b, EHC_STR("<script>\"a\" & 'b'</script>\n\x1B\0\xEF\xBF\xBE"));
	ck_assert_str_eq(taken(&b), "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;\n\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}
END_TEST

START_TEST(test_terminal_text)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ehc_buf_plain(&b, EHC_STR("a\nb\x1B[2J\xC2\x9B\xE2\x80\xAE" "evil \xC3\xA9"));
	ck_assert_str_eq(taken(&b), "a b<U+001B>[2J<U+009B><U+202E>evil \xC3\xA9");
}
END_TEST

/* Letters are passed over eight at a time: what is none is found in every place among them. */
START_TEST(test_shown_at_each_place)
{
	static const unsigned char others[] = { 0x00, 0x1F, 0x7F, 0x80, 0xC3, 0xFF };
	char text[40];

	for (size_t n = 0; n < sizeof(text); n++)
		for (size_t at = 0; at < n; at++)
			for (size_t i = 0; i < EHC_COUNT(others); i++) {
				memset(text, ' ' + (int)n, sizeof(text));
				ck_assert_uint_eq(ehc_shown_run((struct ehc_str){ text, n }, at), n - at);
				text[at] = (char)others[i];
				ck_assert_uint_eq(ehc_shown_run((struct ehc_str){ text, n }, 0), at);
				ck_assert_uint_eq(ehc_shown_run((struct ehc_str){ text, n }, at), 0);
				ck_assert_uint_eq(ehc_shown_run((struct ehc_str){ text, n }, at + 1), n - at - 1);
			}
}
END_TEST

/* ---- whole files ---- */

static size_t
entries(const char *folder)
{
	DIR *d = opendir(folder);
	size_t n = 0;

	ck_assert_ptr_nonnull(d);
	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n - 2;
}

START_TEST(test_write_file)
{
	char folder[] = P_tmpdir "/ehc-test-XXXXXX", back[16] = "";
	const char *path, *missing;
	struct stat st;
	FILE *f;

	ck_assert_ptr_nonnull(mkdtemp(folder));
	path = ehc_arena_printf(arena, "%s/out.txt", folder).ptr;
	missing = ehc_arena_printf(arena, "%s/none/out.txt", folder).ptr;
	ck_assert(ehc_write_file(path, "first", 5));
	ck_assert(ehc_write_file(path, "second", 6));
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq((int)(st.st_mode & 0777), 0600);
	f = fopen(path, "r");
	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fread(back, 1, sizeof(back), f), 6);
	fclose(f);
	ck_assert_str_eq(back, "second");

	errno = 0;
	ck_assert(!ehc_write_file(missing, "x", 1));
	ck_assert_int_eq(errno, ENOENT);
	ck_assert(!ehc_write_file(folder, "x", 1));
	ck_assert_int_eq(errno, EISDIR);
	/* nothing but the file itself is left behind */
	ck_assert_uint_eq(entries(folder), 1);
	ck_assert_int_eq(unlink(path), 0);
	ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

START_TEST(test_full_disk)
{
	char folder[] = P_tmpdir "/ehc-test-XXXXXX";
	const char *link;

	errno = 0;
	ck_assert(!ehc_write_file("/dev/full", "x", 1));
	ck_assert_int_eq(errno, ENOSPC);
	ck_assert(ehc_write_file("/dev/null", "x", 1));

	ck_assert_ptr_nonnull(mkdtemp(folder));
	link = ehc_arena_printf(arena, "%s/full", folder).ptr;
	ck_assert_int_eq(symlink("/dev/full", link), 0);
	ck_assert(!ehc_write_file(link, "x", 1));
	ck_assert_int_eq(errno, ENOSPC);
	ck_assert_uint_eq(entries(folder), 1);
	ck_assert_int_eq(unlink(link), 0);
	ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

/* ---- exact fractions ---- */

static void
assert_same(struct ehc_ratio a, struct ehc_ratio b)
{
	ck_assert_msg(a.num == b.num && a.den == b.den, "%lld/%lld and %lld/%lld", (long long)a.num, (long long)a.den, (long long)b.num, (long long)b.den);
}

START_TEST(test_ratio_lowest_terms)
{
	assert_same(ehc_ratio(6, 4), (struct ehc_ratio){ 3, 2 });
	assert_same(ehc_ratio(-6, 4), (struct ehc_ratio){ -3, 2 });
	assert_same(ehc_ratio(6, -4), (struct ehc_ratio){ -3, 2 });
	assert_same(ehc_ratio(0, -7), (struct ehc_ratio){ 0, 1 });
	ck_assert(!ehc_ratio_known(ehc_ratio(1, 0)));
	ck_assert(!ehc_ratio_known(ehc_ratio(INT64_MIN, 1)));
}
END_TEST

START_TEST(test_ratio_laws)
{
	static const struct ehc_ratio some[] = { { 0, 1 }, { 1, 1 }, { -1, 1 }, { 1, 3 }, { 38, 1 }, { 13, 2 }, { -7, 12 }, { 45, 60 }, { 190, 7 } };

	for (size_t i = 0; i < EHC_COUNT(some); i++)
		for (size_t k = 0; k < EHC_COUNT(some); k++) {
			struct ehc_ratio a = ehc_ratio(some[i].num, some[i].den), b = ehc_ratio(some[k].num, some[k].den);

			assert_same(ehc_ratio_add(a, b), ehc_ratio_add(b, a));
			assert_same(ehc_ratio_mul(a, b), ehc_ratio_mul(b, a));
			assert_same(ehc_ratio_sub(ehc_ratio_add(a, b), b), a);
			if (b.num != 0)
				assert_same(ehc_ratio_mul(ehc_ratio_div(a, b), b), a);
			ck_assert_int_eq(ehc_ratio_cmp(a, b), -ehc_ratio_cmp(b, a));
			ck_assert_int_eq(ehc_ratio_cmp(a, b) == 0, i == k);
			for (size_t m = 0; m < EHC_COUNT(some); m++) {
				struct ehc_ratio c = ehc_ratio(some[m].num, some[m].den);

				assert_same(ehc_ratio_mul(a, ehc_ratio_add(b, c)), ehc_ratio_add(ehc_ratio_mul(a, b), ehc_ratio_mul(a, c)));
			}
		}
}
END_TEST

START_TEST(test_ratio_unknown)
{
	struct ehc_ratio one = ehc_ratio(1, 1), huge = ehc_ratio(INT64_MAX, 1);

	ck_assert(!ehc_ratio_known(ehc_ratio_add(one, EHC_NORATIO)));
	ck_assert(!ehc_ratio_known(ehc_ratio_mul(EHC_NORATIO, one)));
	ck_assert(!ehc_ratio_known(ehc_ratio_div(one, ehc_ratio(0, 1))));
	ck_assert(!ehc_ratio_known(ehc_ratio_sub(one, EHC_NORATIO)));
	ck_assert(!ehc_ratio_known(ehc_ratio_add(huge, one)));
	ck_assert(!ehc_ratio_known(ehc_ratio_mul(huge, ehc_ratio(2, 1))));
	/* what cancels does not overflow */
	assert_same(ehc_ratio_mul(huge, ehc_ratio(2, INT64_MAX)), ehc_ratio(2, 1));
	ck_assert_int_gt(ehc_ratio_cmp(huge, ehc_ratio(INT64_MAX - 1, 2)), 0);
}
END_TEST

START_TEST(test_ratio_shown)
{
	static const struct {
		int64_t num, den;
		const char *text;
	} rows[] = {
		{ 57, 2, "28.5" }, { 28, 1, "28" }, { 1, 3, "0.33" }, { 2, 3, "0.67" }, { 26, 3, "8.67" }, { 0, 1, "0" }, { 1999, 1000, "2" }, { -57, 2, "-28.5" },
		{ 1, 100, "0.01" }, { 1, 200, "0.01" }, { 1, 201, "0" }, { 1, 0, "?" }, { 101, 100, "1.01" }, { 12345678901, 2, "6172839450.5" },
	};

	for (size_t i = 0; i < EHC_COUNT(rows); i++)
		ck_assert_str_eq(ehc_ratio_text(arena, ehc_ratio(rows[i].num, rows[i].den)).ptr, rows[i].text);
}
END_TEST

/* ---- days ---- */

START_TEST(test_every_day_round_trips)
{
	ehc_day last = ehc_day_of(2100, 12, 31);
	int weekday = ehc_day_weekday(ehc_day_of(1899, 12, 31));

	for (ehc_day d = ehc_day_of(1900, 1, 1); d <= last; d++) {
		int y, m, day;

		ehc_day_parts(d, &y, &m, &day);
		ck_assert_int_eq(ehc_day_of(y, m, day), d);
		weekday = (weekday + 1) % 7;
		ck_assert_int_eq(ehc_day_weekday(d), weekday);
	}
	ck_assert_int_eq(ehc_day_of(1970, 1, 1), 0);
	ck_assert_int_eq(ehc_day_weekday(ehc_day_of(2026, 9, 7)), 0);
}
END_TEST

START_TEST(test_days_that_do_not_exist)
{
	ck_assert_int_eq(ehc_day_of(2026, 2, 29), EHC_NODATE);
	ck_assert_int_ne(ehc_day_of(2024, 2, 29), EHC_NODATE);
	ck_assert_int_eq(ehc_day_of(1900, 2, 29), EHC_NODATE);
	ck_assert_int_ne(ehc_day_of(2000, 2, 29), EHC_NODATE);
	ck_assert_int_eq(ehc_day_of(2026, 13, 1), EHC_NODATE);
	ck_assert_int_eq(ehc_day_of(2026, 4, 31), EHC_NODATE);
	ck_assert_int_eq(ehc_day_of(2026, 4, 0), EHC_NODATE);
	ck_assert_int_eq(ehc_day_of(0, 4, 1), EHC_NODATE);
}
END_TEST

START_TEST(test_months_later)
{
	ehc_day d = ehc_day_of(2026, 8, 31);

	ck_assert_int_eq(ehc_day_add_months(d, 1), ehc_day_of(2026, 9, 30));
	ck_assert_int_eq(ehc_day_add_months(d, 6), ehc_day_of(2027, 2, 28));
	ck_assert_int_eq(ehc_day_add_months(d, 18), ehc_day_of(2028, 2, 29));
	ck_assert_int_eq(ehc_day_add_months(d, -2), ehc_day_of(2026, 6, 30));
	ck_assert_int_eq(ehc_day_add_months(d, -8), ehc_day_of(2025, 12, 31));
	ck_assert_int_eq(ehc_day_add_months(ehc_day_of(9999, 12, 1), 1), EHC_NODATE);
	ck_assert_int_eq(ehc_day_add_months(ehc_day_of(1, 1, 1), -1), EHC_NODATE);
}
END_TEST

START_TEST(test_age_and_school_year)
{
	ehc_day born = ehc_day_of(2016, 5, 14);

	ck_assert_int_eq(ehc_day_age(born, ehc_day_of(2026, 5, 13)), 9);
	ck_assert_int_eq(ehc_day_age(born, ehc_day_of(2026, 5, 14)), 10);
	ck_assert_int_eq(ehc_day_age(born, born), 0);
	ck_assert_int_eq(ehc_day_age(ehc_day_of(2016, 2, 29), ehc_day_of(2027, 2, 28)), 10);
	ck_assert_int_eq(ehc_day_school_year(ehc_day_of(2026, 8, 31)), 2025);
	ck_assert_int_eq(ehc_day_school_year(ehc_day_of(2026, 9, 1)), 2026);
}
END_TEST

START_TEST(test_day_reading)
{
	static const struct {
		const char *text;
		size_t used;
		int year, month, day;
		bool month_only, numeric;
	} rows[] = {
		{ "14 May 2016", 11, 2016, 5, 14, false, false }, { "14th May 2016", 13, 2016, 5, 14, false, false },
		{ "14th of May, 2016", 17, 2016, 5, 14, false, false }, { "1 Sept 2026", 11, 2026, 9, 1, false, false },
		{ "1 Sep. 2026", 11, 2026, 9, 1, false, false }, { "14/05/2016", 10, 2016, 5, 14, false, true }, { "14.5.2016", 9, 2016, 5, 14, false, true },
		{ "14/05/16", 8, 2016, 5, 14, false, true }, { "2016-05-14", 10, 2016, 5, 14, false, true }, { "May 2016", 8, 2016, 5, 31, true, false },
		{ "February 2024", 13, 2024, 2, 29, true, false }, { "Friday 12 June 2026", 19, 2026, 6, 12, false, false },
		{ "Friday, 12 June 2026", 20, 2026, 6, 12, false, false }, { "14  May\n2016", 12, 2016, 5, 14, false, false },
		{ "14 MAY 2016 at noon", 11, 2016, 5, 14, false, false }, { "July 2027 (E1)", 9, 2027, 7, 31, true, false },
	};
	static const char *const none[] = { "", "May", "14", "14 May", "Mayor 2016", "in May 2016", "14/05", "14-05", "5 of 10", "2016", "140 May 2016",
		"14 Maybe 2016", "May 20161", "Monday", "Monday May", "14/05-2016", "01632 960001", "999 000 0018" };
	ehc_day d;
	bool month_only, numeric;

	for (size_t i = 0; i < EHC_COUNT(rows); i++) {
		size_t used = ehc_day_read(ehc_str_of(rows[i].text), &d, &month_only, &numeric);

		ck_assert_msg(used == rows[i].used, "%s: %zu bytes", rows[i].text, used);
		ck_assert_msg(d == ehc_day_of(rows[i].year, rows[i].month, rows[i].day), "%s", rows[i].text);
		ck_assert_msg(month_only == rows[i].month_only && numeric == rows[i].numeric, "%s", rows[i].text);
	}
	for (size_t i = 0; i < EHC_COUNT(none); i++)
		ck_assert_msg(ehc_day_read(ehc_str_of(none[i]), &d, NULL, NULL) == 0, "%s", none[i]);
	/* a day that there is none of keeps its length */
	ck_assert_uint_eq(ehc_day_read(EHC_STR("30 February 2026"), &d, NULL, NULL), 16);
	ck_assert_int_eq(d, EHC_NODATE);
	ck_assert_uint_eq(ehc_day_read(EHC_STR("31/04/2026"), &d, NULL, NULL), 10);
	ck_assert_int_eq(d, EHC_NODATE);
}
END_TEST

START_TEST(test_day_text)
{
	struct ehc_buf b = { NULL, 0, 0 };

	ck_assert_str_eq(ehc_day_text(arena, ehc_day_of(2016, 5, 4)).ptr, "4 May 2016");
	ehc_buf_day_iso(&b, ehc_day_of(2016, 5, 4));
	ck_assert_str_eq(taken(&b), "2016-05-04");
	ehc_buf_day(&b, EHC_NODATE);
	ck_assert_uint_eq(b.len, 0);
	ck_assert_uint_eq(ehc_day_text(arena, EHC_NODATE).len, 0);
}
END_TEST

/* ---- tables ---- */

START_TEST(test_csv)
{
	struct ehc_csv t;

	ck_assert(ehc_csv_read(arena, EHC_STR("\xEF\xBB\xBF" "name\r\nExample\r\n"), &t));
	ck_assert(ehc_str_is(t.rows[0].cells[0], "name"));
	ck_assert(ehc_csv_read(arena, EHC_STR("name, born\r\n\"Example, \"\"Jo\"\"\",\r\n,\n\n\"two\nlines\",x"), &t));
	ck_assert_uint_eq(t.count, 3);
	ck_assert(ehc_str_is(t.rows[0].cells[1], "born"));
	ck_assert(ehc_str_is(t.rows[1].cells[0], "Example, \"Jo\""));
	ck_assert_uint_eq(t.rows[1].cells[1].len, 0);
	ck_assert(ehc_str_is(t.rows[2].cells[0], "two\nlines"));
	ck_assert_uint_eq(t.rows[2].line, 5);
	ck_assert(ehc_str_is(t.rows[2].cells[1], "x"));
}
END_TEST

START_TEST(test_csv_that_is_none)
{
	const struct { struct ehc_str text; size_t line; } rows[] = {
		{ EHC_STR(""), 1 }, { EHC_STR(",,\n\n"), 1 }, { EHC_STR("a,b\n1\n"), 2 }, { EHC_STR("a\n\"b"), 2 }, { EHC_STR("a\n\"b\"c"), 2 },
		{ EHC_STR("a\0b"), 1 },
	};
	struct ehc_csv t;

	for (size_t i = 0; i < EHC_COUNT(rows); i++) {
		ck_assert_msg(!ehc_csv_read(arena, rows[i].text, &t), "row %zu", i);
		ck_assert_ptr_nonnull(t.trouble);
		ck_assert_msg(t.line == rows[i].line, "row %zu: line %zu", i, t.line);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = { test_slices, test_finding, test_pairs, test_interned_names, test_utf8_check, test_utf8_round_trip, test_utf8_bad_bytes_one_by_one,
		test_arena, test_arena_text, test_messages, test_vectors, test_vectors_in_turns, test_memory_expected, test_buffer, test_numbers, test_json, test_json_at_each_place, test_html, test_terminal_text, test_shown_at_each_place, test_write_file, test_full_disk,
		test_ratio_lowest_terms, test_ratio_laws, test_ratio_unknown, test_ratio_shown, test_every_day_round_trips, test_days_that_do_not_exist,
		test_months_later, test_age_and_school_year, test_day_reading, test_day_text, test_csv, test_csv_that_is_none };
	Suite *s = suite_create("base");
	TCase *c = tcase_create("base");

	tcase_add_checked_fixture(c, set_up, tear_down);
	for (size_t i = 0; i < EHC_COUNT(tests); i++)
		tcase_add_test(c, tests[i]);
	suite_add_tcase(s, c);
	return run_suite(s);
}
