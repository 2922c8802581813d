/*
 * test_prints.c - fingerprints that stay while lines move, baselines that know findings again, and what is shown of a plan's
 * words to those who do not hold it.
 */
#include <check.h>
#include <string.h>

#include "ehc/ehc.h"
#include "report/report.h"
#include "suite.h"

#define HEAD "EHC plan: ECC-1\n  status: draft\nchild: Noor Example\nsection F:\n"
#define F1 "provision F1: Noor should have regular access to a programme where possible.\n"
#define F2 "provision F2: She will be supported as required.\n"

static const struct ehc_key no_key = { 0, 0 };

static void
compile(struct ehc_compilation *c, const char *text, struct ehc_key key)
{
	struct ehc_options o = { .as_of = EHC_NODATE, .site_key = key };

	ehc_compile_text(c, EHC_STR("draft.ehc"), ehc_str_of(text), &o);
	ck_assert_uint_gt(c->findings.list.count, 0);
}

static bool
has_print(const struct ehc_compilation *c, const char *print)
{
	for (size_t i = 0; i < c->findings.list.count; i++)
		if (strcmp(c->findings.list.items[i]->fingerprint, print) == 0)
			return true;
	return false;
}

/* Findings of `a` on an item whose print `b` lacks. */
static size_t
lost(const struct ehc_compilation *a, const struct ehc_compilation *b, const char *item)
{
	size_t n = 0;

	for (size_t i = 0; i < a->findings.list.count; i++) {
		const struct ehc_finding *f = a->findings.list.items[i];

		if (f->item != NULL && strcmp(f->item->id, item) == 0)
			n += !has_print(b, f->fingerprint);
	}
	return n;
}

START_TEST(siphash_gives_the_published_values)
{
	char bytes[64];
	const struct ehc_key key = { 0x0706050403020100u, 0x0f0e0d0c0b0a0908u };

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)i;
	ck_assert_uint_eq(ehc_siphash(key, (struct ehc_str){ bytes, 0 }), 0x726fdb47dd0e0e31u);
	ck_assert_uint_eq(ehc_siphash(key, (struct ehc_str){ bytes, 1 }), 0x74f839c593dc67fdu);
	ck_assert_uint_eq(ehc_siphash(key, (struct ehc_str){ bytes, 8 }), 0x93f5f5799a932462u);
	ck_assert_uint_eq(ehc_siphash(key, (struct ehc_str){ bytes, 15 }), 0xa129ca6149be45e5u);
}
END_TEST

START_TEST(prints_stay_when_other_things_change)
{
	struct ehc_compilation before;
	struct ehc_compilation moved;
	struct ehc_compilation other;

	compile(&before, HEAD F1 F2, no_key);
	compile(&moved, "# a comment\n\n# another\n" HEAD "\n\n" F1 F2, no_key);
	compile(&other, HEAD "provision F9: Staff should help.\n" F1 "provision F3: Regular support.\n" F2, no_key);
	ck_assert_uint_eq(lost(&before, &moved, "F1") + lost(&before, &moved, "F2"), 0);
	ck_assert_uint_eq(lost(&before, &other, "F1") + lost(&before, &other, "F2"), 0);
	ck_assert_uint_gt(lost(&other, &before, "F3"), 0);
	ehc_compilation_free(&before);
	ehc_compilation_free(&moved);
	ehc_compilation_free(&other);
}
END_TEST

START_TEST(mending_one_phrase_leaves_the_others_known)
{
	struct ehc_compilation before;
	struct ehc_compilation after;

	compile(&before, HEAD "provision F1: Noor should have support where possible and as required.\n", no_key);
	compile(&after, HEAD "provision F1: Noor should have support as required.\n", no_key);
	ck_assert_uint_gt(lost(&before, &after, "F1"), 0);
	ck_assert_uint_eq(lost(&after, &before, "F1"), 0);
	ehc_compilation_free(&before);
	ehc_compilation_free(&after);
}
END_TEST

START_TEST(prints_are_unique_and_depend_on_the_key)
{
	struct ehc_compilation open, keyed;

	compile(&open, HEAD F1 F2, no_key);
	compile(&keyed, HEAD F1 F2, ehc_key_of(EHC_STR("a secret of a site")));
	for (size_t i = 0; i < open.findings.list.count; i++) {
		for (size_t k = 0; k < i; k++)
			ck_assert_str_ne(open.findings.list.items[i]->fingerprint, open.findings.list.items[k]->fingerprint);
		ck_assert(!has_print(&keyed, open.findings.list.items[i]->fingerprint));
	}
	ehc_compilation_free(&open);
	ehc_compilation_free(&keyed);
}
END_TEST

START_TEST(a_baseline_knows_its_findings_again)
{
	struct ehc_compilation before, after;
	struct ehc_arena *a = ehc_arena_new();
	struct ehc_baseline *b = ehc_baseline_new(a, no_key);
	struct ehc_buf text = { NULL, 0, 0 };
	struct ehc_str trouble = EHC_NOSTR;
	size_t gone;

	compile(&before, HEAD F1 F2, no_key);
	compile(&after, "# moved\n" HEAD F1 "provision F3: Regular support.\n", no_key);
	ehc_baseline_add(b, &before.result, NULL);
	ehc_baseline_write(b, &text);
	ck_assert_ptr_null(strstr(text.ptr, "draft"));
	b = ehc_baseline_read(a, ehc_buf_text(&text), no_key, &trouble);
	ck_assert_ptr_nonnull(b);
	gone = ehc_baseline_compare(b, &after.result, NULL);
	ck_assert_uint_ge(gone, lost(&before, &after, "F2"));
	for (size_t i = 0; i < after.findings.list.count; i++) {
		const struct ehc_finding *f = after.findings.list.items[i];

		ck_assert_int_eq(f->known, has_print(&before, f->fingerprint));
	}
	ck_assert_ptr_null(ehc_baseline_read(a, EHC_STR("ehc-baseline 2\n"), no_key, &trouble));
	ck_assert_ptr_null(ehc_baseline_read(a, EHC_STR("ehc-baseline 1\n0123 4567\n"), no_key, &trouble));
	ck_assert_uint_gt(trouble.len, 0);
	ehc_buf_free(&text);
	ehc_arena_free(a);
	ehc_compilation_free(&before);
	ehc_compilation_free(&after);
}
END_TEST

/* What is shown of a message on a finding in `draft`. */
static void
masks_to(const char *message, const char *wanted)
{
	struct ehc_compilation c;
	struct ehc_finding f;
	struct ehc_str got;

	compile(&c, HEAD F1, no_key);
	f = *c.findings.list.items[0];
	f.has_text = false;
	f.message = ehc_str_of(message);
	got = ehc_masked_message(&c.result, &f);
	ck_assert_msg(ehc_str_is(got, wanted), "\"%s\" gives \"%.*s\"", message, EHC_ARG(got));
	ehc_compilation_free(&c);
}

START_TEST(words_of_the_plan_are_hidden)
{
	struct ehc_compilation c;
	const char *fallback;

	compile(&c, HEAD F1, no_key);
	fallback = ehc_arena_cstr(c.arena, ehc_arena_printf(c.arena, "%s.", c.findings.list.items[0]->rule->title));
	masks_to("\"where possible\": it need never be possible.", "\"where possible\": it need never be possible.");
	masks_to("\"when Thistelwood is upset\" is open.", "\"when \u2026 is upset\" is open.");
	masks_to("\"Thistelwood Zzyx\" is nobody.", "\"\u2026\" is nobody.");
	masks_to("Noor's plan names Example.", "\u2026 plan names \u2026.");
	masks_to("Issued on Monday 9 March 2026, 3 days late.", "Issued on <date>, 3 days late.");
	masks_to("[[the secret]] is misspelt.", "[[\u2026]] is misspelt.");
	masks_to("\"he will be supported by staff every day\" is open.", "\"\u2026\" is open.");
	masks_to("\"Zzyx \"Tom\" said\" is open.", fallback);
	masks_to("\"Zzyx is open.", fallback);
	ehc_compilation_free(&c);
}
END_TEST

START_TEST(paths_are_shown_from_the_folder_of_the_run)
{
	struct ehc_arena *a = ehc_arena_new();

	ck_assert(ehc_str_is(ehc_path_shown(a, EHC_STR("/srv/plans/a.ehc"), "/srv"), "plans/a.ehc"));
	ck_assert(ehc_str_is(ehc_path_shown(a, EHC_STR("/srv2/a.ehc"), "/srv"), "/srv2/a.ehc"));
	ck_assert(ehc_str_is(ehc_path_shown(a, EHC_STR("././a.ehc"), "/srv"), "a.ehc"));
	ck_assert(ehc_str_is(ehc_path_shown(a, EHC_STR("../a.ehc"), NULL), "../a.ehc"));
	ehc_arena_free(a);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("prints");
	TCase *prints = tcase_create("prints");

	tcase_add_test(prints, siphash_gives_the_published_values);
	tcase_add_test(prints, prints_stay_when_other_things_change);
	tcase_add_test(prints, mending_one_phrase_leaves_the_others_known);
	tcase_add_test(prints, prints_are_unique_and_depend_on_the_key);
	tcase_add_test(prints, a_baseline_knows_its_findings_again);
	tcase_add_test(prints, words_of_the_plan_are_hidden);
	tcase_add_test(prints, paths_are_shown_from_the_folder_of_the_run);
	suite_add_tcase(suite, prints);
	return run_suite(suite);
}
