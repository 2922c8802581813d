/*
 * test_document.c - the printed plan: what the family reads and never reads, and that the three devices say the same.
 */
#include <check.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ehc/document.h"
#include "suite.h"

static struct ehc_arena *arena;

static void
set_up(void)
{
	arena = ehc_arena_new();
	unsetenv("SOURCE_DATE_EPOCH");
}

static void
tear_down(void)
{
	ehc_arena_free(arena);
}

static struct ehc_source *source;       /* of the plan bound last */

static struct ehc_plan *
bind(const char *text)
{
	struct ehc_findings *findings = EHC_NEW(arena, struct ehc_findings);
	struct ehc_calendar school = ehc_calendar_school(), year = ehc_calendar_whole_year();

	source = EHC_NEW(arena, struct ehc_source);
	findings->arena = arena;
	ehc_source_from(source, arena, EHC_STR("test.ehc"), ehc_str_of(text));
	return ehc_bind(arena, ehc_parse(arena, source, findings), &school, &year);
}

static struct ehc_document *
lay_out(const char *text)
{
	return ehc_document_of(arena, bind(text));
}

static const char *
drawn(void (*device)(const struct ehc_document *, struct ehc_buf *), const struct ehc_document *d)
{
	struct ehc_buf b = { 0 };

	device(d, &b);
	return ehc_buf_take(&b, arena).ptr;
}

/* The plain text, with each run of white space as one blank, so that line ends play no part. */
static const char *
words(const char *plan)
{
	const char *s = drawn(ehc_document_text, lay_out(plan));
	char *out = ehc_arena_alloc(arena, strlen(s) + 1), *o = out;

	for (; *s != '\0'; s++)
		if (*s != ' ' && *s != '\n')
			*o++ = *s;
		else if (o > out && o[-1] != ' ')
			*o++ = ' ';
	return out;
}

static const char *
html(const char *plan)
{
	return drawn(ehc_document_html, lay_out(plan));
}

static void
assert_holds(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) != NULL, "not found: \"%s\" in:\n%.2000s", part, text);
}

static void
assert_lacks(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) == NULL, "found: \"%s\" in:\n%.2000s", part, text);
}

/* That the parts follow one another. */
static void
assert_order(const char *text, const char *const *parts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *at = strstr(text, parts[i]);

		ck_assert_msg(at != NULL, "not found after the one before: \"%s\"", parts[i]);
		text = at + 1;
	}
}

#define PLAN "EHC plan: T-1\n  status: final\n  authority: Example County Council\nchild: Amira Example\n  born: 14 May 2016\n"
#define THREAD \
	PLAN \
	"section A:\naspiration A1: To be a vet.\n" \
	"section B:\nneed B1: Amira cannot read bus numbers.\n  evidence: K1\n" \
	"section E:\noutcome E1: Amira catches her own bus.\n  for: B1\n  supports: A1\n" \
	"section F:\nprovision F1: A teacher teaches Amira numbers.\n  for: B1\n  towards: E1\n  who: Class teacher\n" \
	"  how much: 45 minutes, once a week, 38 weeks a year, one-to-one\n  informed by: K1\n" \
	"section K:\nadvice K1: Advice of the teacher\n"
#define HEALTH "health care plan: H-1\n  school: Example School\n  site address: 1 Elm Lane, Exampletown\n  ambulance entrance: back gate\n"
#define EMERGENCY \
	"child: Ravi Example\n  born: 14 May 2015\n  allergies: none known\n" \
	"condition M1: Epilepsy\nmedicine R1: Buccal midazolam\n  for: M1\n  kept: red box\nstaff N1: Jo Example, assistant\n" \
	"contact P1: Mother, 01632 960001\n" \
	"emergency X1: Seizure\n  for: M1\n  sign: both legs jerk\n  step 1: now - nearest adult: note the time\n" \
	"  step 2: at 5 minutes - N1: give R1\n  do not: hold him down\n  if R1 cannot be given: call 999\n  then: the office rings P1\n"

/* ---- what the family reads ---- */

START_TEST(every_section_has_its_heading_in_order)
{
	static const char *const sections[] = { "Section A – ", "Section B – ", "Section C – ", "Section D – ", "Section E – ", "Section F – ",
	    "Section G – ", "Section H1 – ", "Section H2 – ", "Section I – ", "Section J – ", "Section K – " };
	const char *body = strstr(html(PLAN "section F:\nprovision F1: x\nsection A:\nchild's views: y\n"), "</nav>");

	assert_order(body, sections, EHC_COUNT(sections));
}
END_TEST

START_TEST(rows_are_taken_apart_into_sections)
{
	static const char *const parts[] = { "Section B", "Amira stammers", "Section E", "Amira speaks up", "Section F", "A therapist comes", "Section G" };
	const char *text = words(PLAN "row: communication and interaction\nneed B1: Amira stammers\noutcome E1: Amira speaks up\n"
	    "provision F1: A therapist comes\n");

	assert_order(strstr(text, "Section K"), parts, EHC_COUNT(parts));        /* after the contents list */
}
END_TEST

START_TEST(nil_section_says_none_and_why)
{
	const char *text = words(PLAN "section D: none\n  because: no need was found on 3 June 2026\nsection C:\nneed C1: asthma\n");

	assert_holds(text, "None: no need was found on 3 June 2026");
	assert_holds(text, "Section G – Health provision ---------------------------- Nothing is recorded in this section.");
}
END_TEST

START_TEST(thread_is_linked_both_ways)
{
	const char *page = html(THREAD);

	assert_holds(page, "id=\"F1\"");
	assert_holds(page, "id=\"B1\"");
	assert_holds(strstr(page, "id=\"F1\""), "href=\"#B1\"");
	assert_holds(strstr(page, "id=\"F1\""), "href=\"#E1\"");
	assert_holds(strstr(page, "id=\"B1\""), "href=\"#F1\"");
	assert_holds(strstr(page, "id=\"E1\""), "href=\"#F1\"");
	assert_holds(strstr(page, "id=\"A1\""), "href=\"#E1\"");
	assert_holds(strstr(page, "id=\"B1\""), "href=\"#K1\"");
}
END_TEST

START_TEST(guessed_ties_are_not_printed)
{
	/* two needs in the row: which of them F1 meets is for the author to say */
	const char *page = html(PLAN "row: thinking\nneed B1: one\nneed B2: two\nprovision F1: help\noutcome E1: better\n");

	assert_lacks(page, "href=\"#B1\"");
	assert_lacks(page, "href=\"#F1\"");
}
END_TEST

START_TEST(paper_size_is_no_link)
{
	const char *page = html(THREAD "section F:\nprovision F2: Worksheets on A1 paper, as K1 says.\n  informed by: K1\n");

	assert_holds(page, "Worksheets on A1 paper, as <a href=\"#K1\">K1</a> says.");
}
END_TEST

START_TEST(field_that_the_layout_does_not_order_is_printed_too)
{
	const char *text = words(PLAN "section F:\nprovision F1: A device.\n  provider: Example Aid Service\n  accountable: Example Council\n"
	    "  exception: agreed by the panel on 2 May 2026\n");

	assert_holds(text, "Provider: Example Aid Service");
	assert_holds(text, "Accountable: Example Council");
	assert_holds(text, "agreed by the panel on 2 May 2026");
}
END_TEST

START_TEST(prose_keeps_paragraphs_headings_and_lists)
{
	const char *page = html(PLAN "section A:\nchild's views: What is hard\n\n    Noise.\n\n    - one\n    - two\n      and more\n      - deeper\n");

	assert_holds(page, "<h4>What is hard");
	assert_holds(page, "<p>Noise.");
	assert_holds(page, "<li><p>one");
	assert_holds(page, "two\n  and more");
	assert_holds(strstr(page, "and more"), "<ul>\n<li><p>deeper");
}
END_TEST

/* ---- what the family never reads ---- */

START_TEST(notes_and_acceptances_are_never_printed)
{
	const char *text = words(PLAN "section F:\nprovision F1: Teaching.\n  note: ask finance first\n"
	    "  accept: SPEC-004 because the parent asked; lead officer, 12 June 2026\n  profile: x\n");

	assert_holds(text, "Teaching.");
	assert_lacks(text, "finance");
	assert_lacks(text, "SPEC-004");
	assert_lacks(text, "lead officer");
}
END_TEST

START_TEST(derived_hours_are_never_printed)
{
	const char *text = words(THREAD);

	assert_holds(text, "How much: 45 minutes, once a week, 38 weeks a year, one-to-one");
	assert_lacks(text, "28.5");
	assert_lacks(text, "hours a year");
}
END_TEST

START_TEST(do_not_print_is_obeyed)
{
	const char *text = words(PLAN "  address: 1 Secret Row\n  NHS number: 999 000 0018\n  UPN: Z123\n  year group: 4\n"
	    "  do not print: address, NHS number and UPN\n");

	assert_holds(text, "Year group: 4");
	assert_lacks(text, "Secret Row");
	assert_lacks(text, "999 000");
	assert_lacks(text, "Z123");
	assert_lacks(text, "Do not print");
}
END_TEST

START_TEST(hidden_weight_stays_off_the_emergency_page)
{
	const char *text = words(HEALTH "  status: agreed\n" EMERGENCY "child: x\n");

	assert_holds(text, "none known");
	text = words(HEALTH "  status: agreed\nchild: Ravi Example\n  weight: 27 kg\n  do not print: weight\nemergency X1: Fit\n  step 1: call 999\n");
	assert_lacks(text, "27 kg");
}
END_TEST

/* ---- drafts ---- */

START_TEST(draft_says_so_in_words_and_bears_a_mark)
{
	struct ehc_document *d = lay_out("EHC plan: T-1\n  status: draft\n  version: 2\n");

	ck_assert(ehc_str_is(d->mark, "DRAFT"));
	ck_assert(ehc_str_is(d->state, "Draft, version 2"));
	assert_holds(drawn(ehc_document_text, d), "not the final plan");
	d = lay_out("EHC plan: T-1\n  status: final\n");
	ck_assert_uint_eq(d->mark.len, 0);
	assert_lacks(drawn(ehc_document_text, d), "DRAFT");
}
END_TEST

START_TEST(template_is_not_taken_for_a_plan)
{
	struct ehc_document *d = lay_out("template: example\nhealth care plan: [[reference]]\nchild: [[child name]]\n");

	ck_assert(ehc_str_is(d->mark, "TEMPLATE"));
	ck_assert(ehc_str_is(d->state, "Template, not a plan"));
	assert_holds(drawn(ehc_document_text, d), "[[child name]]");
}
END_TEST

START_TEST(advice_report_has_the_sections_that_it_is_written_in)
{
	const char *text = words("advice report: Speech and language therapy\n  author: Therapist\nchild: Amira Example\n"
	    "section B:\nneed B1: Amira stammers.\nsection F:\nprovision F1: Therapy.\n  for: B1\n");

	assert_holds(text, "Advice report");
	assert_holds(text, "Author: Therapist");
	assert_holds(text, "Section B – Special educational needs");
	assert_holds(text, "Provision F1");
	assert_lacks(text, "Section G");
}
END_TEST

START_TEST(health_care_plan_that_is_not_agreed_says_do_not_use_on_every_sheet)
{
	struct ehc_document *d = lay_out(HEALTH "  status: draft\n" EMERGENCY);
	const char *text = drawn(ehc_document_text, d), *page = strstr(text, "\nEmergency X1: Seizure\n===");

	ck_assert_uint_eq(d->mark.len, 0);
	ck_assert(ehc_str_is(d->state, "NOT AGREED – DO NOT USE"));
	assert_holds(text, "NOT AGREED – DO NOT USE");
	ck_assert_ptr_nonnull(page);
	assert_holds(page, "NOT AGREED – DO NOT USE");
	assert_lacks(drawn(ehc_document_text, lay_out(HEALTH "  status: agreed\n" EMERGENCY)), "NOT AGREED");
}
END_TEST

START_TEST(emergency_page_stands_alone_and_comes_first)
{
	static const char *const parts[] = { "Emergency X1: Seizure", "Ravi Example", "none known", "both legs jerk", "Now – nearest adult: note the time",
	    "At 5 minutes – N1: give R1", "DO NOT", "hold him down", "If R1 cannot be given: call 999", "the office rings P1", "Buccal midazolam",
	    "Kept: red box", "N1 Jo Example, assistant", "P1 Mother, 01632 960001", "1 Elm Lane, Exampletown", "Ambulance entrance: back gate",
	    "Medical conditions", "Medicines" };
	const char *text = words(HEALTH "  status: agreed\n" EMERGENCY);

	assert_order(text, parts, EHC_COUNT(parts));
	assert_order(strstr(text, "Ambulance entrance"), parts + EHC_COUNT(parts) - 2, 2);
	ck_assert(strstr(text, "Emergency X1: Seizure") < strstr(text, "About this plan"));
}
END_TEST

START_TEST(emergency_page_keeps_numbers_of_a_contact_apart)
{
	const char *text = words(HEALTH "  status: agreed\n" EMERGENCY "contact P2: Father:\n    - 07700 900331 in the day\n      and at work\n    - 01632 960332 at night\n\n    Ring twice.\n");

	assert_holds(text, "P2 Father: 07700 900331 in the day and at work; 01632 960332 at night; Ring twice.");
}
END_TEST

START_TEST(unconfirmed_medicine_says_so)
{
	const char *text = words(HEALTH "  status: agreed\nchild: x\nmedicine R1: Insulin\n  unconfirmed: dose, from the form of 2 May 2026\n");

	assert_holds(text, "NOT CONFIRMED YET: dose, from the form of 2 May 2026");
}
END_TEST

START_TEST(signature_without_a_date_gets_a_line)
{
	const char *signed_ = html(PLAN "signed: P Example, 2 May 2026\n"), *open = html(PLAN "signed: Officer of the council\n"), *none = html(PLAN);

	assert_lacks(signed_, "<p class=\"sign\">");
	assert_holds(open, "<p class=\"sign\">");
	assert_holds(none, "For Example County Council");
	assert_holds(none, "<p class=\"sign\">");
}
END_TEST

#define CHILDS_PAGE "EHC plan: T-1\n  status: final\nchild: Noor Example\nchild's page: Noor, this is yours.\n%s" \
    "section A:\nchild's views: I paint.\n\n    I hate maths.\naspiration A1: To paint.\n  voice: child\naspiration A2: A quiet life.\n" \
    "  voice: parents\nprovision F1: Teaches.\n  who: Class teacher, QTS\nprovision F2: Reads.\n  who: class teacher\n"

/* The part of the drawn plan that is the child's own; empty where it is not printed. */
static const char *
childs_page(const char *checked, const struct ehc_style *style)
{
	const char *words = ehc_arena_cstr(arena, ehc_arena_printf(arena, CHILDS_PAGE, checked)), *page;

	page = strstr(drawn(ehc_document_html, ehc_document_in_house(arena, bind(words), NULL, style, NULL)), "<section class=\"sheet\"");
	return page == NULL ? "" : page;
}

START_TEST(childs_page_is_printed_once_somebody_answers_for_it)
{
	struct ehc_style without = *ehc_style_national();
	const char *page = childs_page("  checked by: SENCO, 3 June 2026\n", NULL);

	assert_holds(page, "Noor, this is yours.");
	assert_holds(page, "SENCO, 3 June 2026");
	ck_assert_str_eq(childs_page("", NULL), "");
	ck_assert_str_eq(childs_page("  checked by: Jo, 3 June 2026\n", NULL), "");
	ck_assert_str_eq(childs_page("  checked by: SENCO, in June 2026\n", NULL), "");
	without.parts[EHC_PART_CHILDS_PAGE] = false;
	ck_assert_str_eq(childs_page("  checked by: SENCO, 3 June 2026\n", &without), "");
}
END_TEST

START_TEST(childs_page_holds_the_childs_words_and_each_helper_once)
{
	const char *page = childs_page("  checked by: Noor's mother, 3 June 2026\n", NULL), *helper = strstr(page, "Class teacher");

	assert_holds(page, "I paint.");
	assert_lacks(page, "I hate maths.");
	assert_holds(page, "To paint.");
	assert_lacks(page, "A quiet life.");
	ck_assert_ptr_nonnull(helper);
	ck_assert_ptr_null(strstr(helper + 2, "lass teacher"));
}
END_TEST

START_TEST(house_gives_letterhead_and_words_for_the_family)
{
	const struct ehc_plan *house = bind("profile: example\nletterhead: Example County Council\n\n    1 High Street\n"
	    "words for the family draft: You have 15 days to tell us what you think.\nwords for the family final: Keep this safe.\n");
	struct ehc_document *d = ehc_document_in_house(arena, bind("EHC plan: T-1\n  status: proposed amendments\n"), house, NULL, NULL);
	const char *text = drawn(ehc_document_text, d);

	assert_holds(text, "1 High Street");
	assert_holds(text, "You have 15 days to tell us what you think.");
	assert_lacks(text, "Keep this safe.");
	text = drawn(ehc_document_text, ehc_document_in_house(arena, bind("EHC plan: T-1\n  status: amended final\n"), house, NULL, NULL));
	assert_holds(text, "Keep this safe.");
	assert_lacks(text, "15 days");
}
END_TEST

/* ---- HTML ---- */

/* Every link leads to something in the file, and nothing is fetched from elsewhere. */
static void
assert_sound(const char *page)
{
	for (const char *at = page; (at = strstr(at, "href=\"")) != NULL; at++) {
		const char *to = at + strlen("href=\"");
		struct ehc_str id = { to + 1, strcspn(to + 1, "\"") };

		ck_assert_msg(*to == '#', "a link leads out of the file: %.40s", to);
		assert_holds(page, ehc_arena_printf(arena, " id=\"%.*s\"", EHC_ARG(id)).ptr);
	}
	assert_lacks(page, "<script");
	for (const char *at = page; (at = strstr(at, "src=\"")) != NULL; at++)
		ck_assert_msg(strncmp(at, "src=\"data:image/", 16) == 0, "a picture is fetched: %.40s", at);
	assert_lacks(page, "url(");
	assert_lacks(page, "@import");
}

START_TEST(html_is_sound_and_has_landmarks)
{
	static const char *const parts[] = { "<html lang=\"en-GB\">", "<title>Education, health and care plan: Amira Example</title>", "class=\"skip\" href=\"#main\"",
	    "<header>", "<main id=\"main\"", "<h1>", "<nav aria-label=\"Contents\">", "<h2", "</main>", "<footer>" };
	const char *page = html(THREAD);

	assert_sound(page);
	assert_sound(html(HEALTH "  status: agreed\n" EMERGENCY));
	assert_order(page, parts, EHC_COUNT(parts));
	assert_holds(page, "<caption");
	assert_holds(page, "scope=\"col\"");
	assert_holds(page, "scope=\"row\"");
}
END_TEST

START_TEST(html_headings_skip_no_level)
{
	const char *page = html(THREAD "row: x\nneed B2: Name\n\n    More.\n");
	int last = 0;

	for (const char *at = page; (at = strstr(at, "<h")) != NULL; at++) {
		if (at[2] < '1' || at[2] > '6')
			continue;
		ck_assert_msg(at[2] - '0' <= last + 1, "from level %d to %c", last, at[2]);
		last = at[2] - '0';
	}
	ck_assert_int_gt(last, 1);
}
END_TEST

START_TEST(html_escapes_what_the_plan_says)
{
	const char *page = html(PLAN "section A:\nchild's views: <script>alert(1)</script> & \"so\"\nneed B1\x01: x\n");

	assert_lacks(page, "<script>");
	assert_holds(page, "&lt;script&gt;alert(1)&lt;/script&gt; &amp;");
}
END_TEST

/* ---- PDF ---- */

struct pdf { struct ehc_buf bytes; struct ehc_str trouble; struct ehc_span where; bool ok; };

static struct pdf
pdf(const struct ehc_document *d)
{
	struct pdf p = { .ok = false };

	p.ok = ehc_document_pdf(d, &p.bytes, &p.trouble, &p.where);
	return p;
}

static struct pdf
good_pdf(const char *plan)
{
	struct pdf p = pdf(lay_out(plan));

	ck_assert_msg(p.ok, "%.*s", EHC_ARG(p.trouble));
	return p;
}

/* What poppler makes of the file. */
static const char *
seen_by(const char *command, const struct pdf *p)
{
	char path[] = "/tmp/test_document.XXXXXX", line[4096];
	int fd = mkstemp(path);
	struct ehc_buf out = { 0 };
	FILE *f;

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, p->bytes.ptr, p->bytes.len), (ssize_t)p->bytes.len);
	close(fd);
	f = popen(ehc_arena_printf(arena, command, path).ptr, "r");
	ck_assert_ptr_nonnull(f);
	while (fgets(line, sizeof(line), f) != NULL)
		ehc_buf_cstr(&out, line);
	ck_assert_int_eq(pclose(f), 0);
	unlink(path);
	return ehc_buf_take(&out, arena).ptr;
}

START_TEST(pdf_is_the_same_each_time)
{
	struct pdf a = good_pdf(THREAD), b = good_pdf(THREAD), c = good_pdf(THREAD "section A:\ninterests: cats\n");

	ck_assert_uint_eq(a.bytes.len, b.bytes.len);
	ck_assert_mem_eq(a.bytes.ptr, b.bytes.ptr, a.bytes.len);
	ck_assert(a.bytes.len != c.bytes.len || memcmp(a.bytes.ptr, c.bytes.ptr, a.bytes.len) != 0);
	ehc_buf_free(&a.bytes);
	ehc_buf_free(&b.bytes);
	ehc_buf_free(&c.bytes);
}
END_TEST

START_TEST(pdf_is_dated_by_the_plan_or_the_caller_never_the_clock)
{
	static const char dated[] = "EHC plan: T-1\n  dated: 9 October 2025\n";
	struct pdf p = good_pdf("EHC plan: T-1\n");

	assert_lacks(seen_by("TZ=UTC pdfinfo %s", &p), "CreationDate");
	ehc_buf_free(&p.bytes);
	p = good_pdf(dated);
	assert_holds(seen_by("TZ=UTC pdfinfo -isodates %s", &p), "CreationDate:    2025-10-09T00:00:00Z");
	ehc_buf_free(&p.bytes);
	setenv("SOURCE_DATE_EPOCH", "86399", 1);
	p = good_pdf(dated);
	assert_holds(seen_by("TZ=UTC pdfinfo -isodates %s", &p), "CreationDate:    1970-01-01T23:59:59Z");
	ehc_buf_free(&p.bytes);
	setenv("SOURCE_DATE_EPOCH", "yesterday", 1);
	p = pdf(lay_out(dated));
	ck_assert(!p.ok);
	assert_holds(ehc_arena_cstr(arena, p.trouble), "SOURCE_DATE_EPOCH");
	unsetenv("SOURCE_DATE_EPOCH");
}
END_TEST

START_TEST(pdf_reads_back_word_for_word)
{
	/* long enough to break lines at blanks, at a hyphen and at a slash; letters with accents made in two ways */
	struct pdf p = good_pdf(PLAN "section A:\nchild's views: The caretaker’s keys for out-of-hours visits and the cupboard are with Siân Ŵyn-Jones"
	    " and with Łukasz Wójcik, office staff, fifth affluent floor, half of ½ and a third ⅓ each, Škoda, y\xCC\x82 and ŷ, 5 °C → 41 °F,"
	    " therapist/assistant/teacher/helper/driver/escort/nurse/carer/anyone else at all who is there on the day ☑.\n");
	const char *text = seen_by("pdfinfo -struct-text %s | tr -d '\\n\"' | tr -s ' '", &p);

	assert_holds(text, "The caretaker’s keys for out-of-hours visits and the cupboard are with Siân Ŵyn-Jones and with Łukasz");
	assert_holds(text, "Wójcik, office staff, fifth affluent floor, half of ½ and a third ⅓ each, Škoda,");
	assert_holds(text, "5 °C → 41 °F, therapist/assistant/teacher/helper/driver/escort/nurse/carer/anyone else");
	assert_holds(text, "☑.");
	ehc_buf_free(&p.bytes);
}
END_TEST

START_TEST(pdf_has_structure_fonts_and_links)
{
	struct pdf p = good_pdf(THREAD);
	const char *info = seen_by("pdfinfo %s", &p), *tree = seen_by("pdfinfo -struct %s", &p), *fonts = seen_by("pdffonts %s", &p);
	static const char *const parts[] = { "Document", "H1", "TOC", "TOCI", "Link", "H2", "Table", "THead", "TH", "TBody", "TR", "TD", "H3" };

	assert_holds(info, "Tagged:          yes");
	assert_holds(info, "Title:           Education, health and care plan: Amira Example");
	assert_order(tree, parts, EHC_COUNT(parts));
	assert_holds(fonts, "yes yes yes");
	assert_lacks(fonts, " no ");
	ehc_buf_free(&p.bytes);
}
END_TEST

START_TEST(pdf_keeps_every_row_of_a_long_table_and_text)
{
	struct ehc_buf plan = { 0 };
	const char *text;
	struct pdf p;

	ehc_buf_cstr(&plan, PLAN "section B:\n");
	for (int i = 1; i <= 120; i++)
		ehc_buf_printf(&plan, "need B%d: Need number %d ends with the word last%d.\n", i, i, i);
	ehc_buf_cstr(&plan, "need B121: ");
	for (int i = 0; i < 3000; i++)
		ehc_buf_printf(&plan, "word%d\n    ", i);
	ehc_buf_cstr(&plan, "end-of-all");
	for (int i = 0; i < 400; i++)
		ehc_buf_char(&plan, 'x');
	ehc_buf_cstr(&plan, "\n");
	p = good_pdf(plan.ptr);
	text = seen_by("pdftotext %s - | tr -s '\\n\\f ' ' '", &p);
	for (int i = 1; i <= 120; i++)
		assert_holds(text, ehc_arena_printf(arena, "last%d.", i).ptr);
	for (int i = 0; i < 3000; i += 7)
		assert_holds(text, ehc_arena_printf(arena, " word%d ", i).ptr);
	ehc_buf_free(&p.bytes);
	ehc_buf_free(&plan);
}
END_TEST

START_TEST(pdf_keeps_a_row_on_one_page_where_it_fits_one)
{
	struct ehc_buf plan = { 0 };
	const char *text;
	struct pdf p;

	ehc_buf_cstr(&plan, PLAN "section B:\n");
	for (int i = 10; i < 22; i++) {
		ehc_buf_printf(&plan, "need B%d: Begin%d", i, i);
		for (int k = 0; k < 150; k++)
			ehc_buf_cstr(&plan, " and more");
		ehc_buf_printf(&plan, " last%d.\n", i);
	}
	p = good_pdf(plan.ptr);
	text = seen_by("pdftotext %s -", &p);
	for (int i = 11; i < 22; i++) {
		const char *begin = strstr(text, ehc_arena_printf(arena, "Begin%d", i).ptr);
		const char *end = strstr(text, ehc_arena_printf(arena, "last%d.", i).ptr);

		ck_assert(begin != NULL && end > begin);
		ck_assert_msg(memchr(begin, '\f', (size_t)(end - begin)) == NULL, "need B%d is parted", i);
	}
	ehc_buf_free(&p.bytes);
	ehc_buf_free(&plan);
}
END_TEST

START_TEST(pdf_of_endless_length_is_refused)
{
	struct ehc_document *d = ehc_document_new(arena);
	struct pdf p;

	for (int i = 0; i < 260000; i++)
		ehc_block_paragraph(d, NULL, EHC_STR("word"));
	p = pdf(d);
	ck_assert(!p.ok);
	assert_holds(ehc_arena_cstr(arena, p.trouble), "more than 5000 pages");
}
END_TEST

static void
assert_refused(const char *plan, const char *name, unsigned line, unsigned column)
{
	struct pdf p = pdf(lay_out(plan));
	struct ehc_place at = ehc_source_place(source, p.where.start);

	ck_assert_msg(!p.ok, "printed although it holds %s", name);
	assert_holds(ehc_arena_cstr(arena, p.trouble), name);
	ck_assert_uint_eq(at.line, line);
	ck_assert_uint_eq(at.column, column);
	ehc_buf_free(&p.bytes);
}

START_TEST(pdf_has_room_for_large_print_and_long_heads)
{
	struct ehc_document *d = lay_out("EHC plan: T-1 with a reference of very many words that goes on for longer than any page is wide at the top\n"
	    "  status: draft\n  version: 2, after the meeting in May\n  authority: Council of Example\n    and Elsewhere\nchild: Amira\n    Example\n"
	    "section B:\nneed B1: Reading.\n  evidence: K1\nsection K:\nadvice K1: Advice\n  attached: yes\n");
	struct pdf p;
	struct ehc_str trouble;
	const char *text;

	d->style = ehc_style_load(arena, EHC_STR("large print"), NULL, NULL, &trouble);
	ck_assert_ptr_nonnull(d->style);
	p = pdf(d);
	ck_assert_msg(p.ok, "%.*s", EHC_ARG(p.trouble));
	text = seen_by("pdftotext -layout %s - | tr -s '\\n\\f ' ' '", &p);
	assert_holds(text, "Amira Example · T-1 with");
	assert_holds(text, "… Draft, version 2, after");
	assert_holds(text, "Evidence K1");
	assert_holds(text, "What it is Reading."); /* the pale DRAFT across the page is no text */
	assert_lacks(text, " FT ");
	assert_holds(seen_by("pdfinfo %s", &p), "Title:           Education, health and care plan: Amira Example (draft)\n");
	ehc_buf_free(&p.bytes);
}
END_TEST

/* Names in the languages of families: in the title, the running head, bold and plain, letters with accents made in two ways. */
START_TEST(pdf_prints_names_in_any_latin_script)
{
	static const char names[] = "Zo\xC3\xAB \xC5\xB4yn \xC5\xA0t\xC4\x9Bp\xC3\xA1n \xC5\x90ri \xC7\xBArni \xC3\x9E\xC3\xB3ra Nguy\xE1\xBB\x85n \xC4\x90\xE1\xBB\xA9"
	    "c \xC5\x81ukasz \xC4\xB0lk\xC9\x99r Ay\xC5\x9F" "e \xC6\x8F\xC9\x9B\xC5\x8B\xC9\x94 \xC8\x98tef\xC4\x83nescu \xEF\xAC\x81nn \xC2\xBD";
	static const char *const styles[] = { "national", "large print", "example-county" };

	for (size_t i = 0; i < EHC_COUNT(styles); i++) {
		struct ehc_document *d = lay_out(ehc_arena_printf(arena, "EHC plan: T-1\nchild: %s\nsection A:\nhistory: %s plays.\n", names, names).ptr);
		struct ehc_str trouble;
		struct pdf p;

		d->style = ehc_style_load(arena, ehc_str_of(styles[i]), NULL, NULL, &trouble);
		p = pdf(d);
		ck_assert_msg(p.ok, "%.*s", EHC_ARG(p.trouble));
		assert_holds(seen_by("pdfinfo %s", &p), names);
		assert_holds(seen_by("pdftotext %s - | tr -s '\\n ' ' '", &p), ehc_arena_printf(arena, "%s plays.", names).ptr);
		ehc_buf_free(&p.bytes);
	}
}
END_TEST

/* An accent that follows its letter is printed over it, and read back as it was written. */
START_TEST(pdf_joins_accents_to_their_letters)
{
	struct pdf p = pdf(lay_out("EHC plan: T-1\nchild: S\xCC\x8C" "a w\xCC\x82 o\xCC\x8B x\xCC\x84 Example\n"));
	const char *text;

	ck_assert_msg(p.ok, "%.*s", EHC_ARG(p.trouble));
	text = seen_by("pdftotext %s -", &p);
	assert_holds(text, "S\xCC\x8C" "a w\xCC\x82 o\xCC\x8B x\xCC\x84 Example");
	ehc_buf_free(&p.bytes);
}
END_TEST

/* Names in the scripts of families: letters joined and reordered, and copied out as they were typed. */
START_TEST(pdf_prints_names_in_the_scripts_of_families)
{
	static const char *const names[] = { "مریم", "דוגמה", "নাসরিন", "কৃষ্ণ", "ਗੁਰਪ੍ਰੀਤ", "हिन्दी", "વાર્તા", "எடுத்துக்காட்டு", "ఇష్టం",
		"ಇಷ್ಟ", "ഇഷ്ടമാണ്", "ශ්‍රී", "แม่", "ຂ້ອຍ", "ምንባብ", "例子", "かな" };

	for (size_t i = 0; i < EHC_COUNT(names); i++) {
		struct ehc_document *d = lay_out(ehc_arena_printf(arena, "EHC plan: T-1\nchild: %s Example\nsection A:\nhistory: Our %s reads.\n",
		    names[i], names[i]).ptr);
		struct pdf p = pdf(d);

		ck_assert_msg(p.ok, "%.*s", EHC_ARG(p.trouble));
		assert_holds(seen_by("pdfinfo %s", &p), names[i]);
		assert_holds(seen_by("pdftotext %s - | grep -A 1 History", &p), names[i]);
		ehc_buf_free(&p.bytes);
	}
}
END_TEST

static bool
reads_backwards(const char *text)
{
	struct ehc_run run = { .text = ehc_str_of(text) };
	const struct ehc_runs runs = { &run, 1, 1 };

	return ehc_reads_backwards(&runs);
}

START_TEST(a_paragraph_reads_as_its_letters_do)
{
	ck_assert(reads_backwards("مجھے کتابیں پسند ہیں") && reads_backwards("12 ספרים") && reads_backwards("مجھے iPad پر کہانیاں سننا اچھا لگتا ہے"));
	ck_assert(!reads_backwards("مریم Example") && !reads_backwards("Urdu: مجھے کتابیں پسند ہیں") && !reads_backwards("") && !reads_backwards("12 %"));
	ck_assert(!reads_backwards("আমি গল্প") && !reads_backwards("我喜欢"));
}
END_TEST

static void
assert_part(const char *text, const char *part)
{
	struct ehc_str s = ehc_str_of(text);
	size_t from, to;

	ck_assert(ehc_backwards_part(s, 0, &from, &to) == (part[0] != '\0'));
	ck_assert_msg(ehc_str_is(ehc_str_sub(s, from, to), part), "%.*s of %s", EHC_ARG(ehc_str_sub(s, from, to)), text);
}

/* A date behind a name is no part of it; a figure between two words is; a bracket is closed where it was opened. */
START_TEST(a_part_that_reads_backwards_ends_with_its_last_letter)
{
	assert_part("Told by مریم, 12 May 2026", "مریم");
	assert_part("(ترجمان), in the week", "ترجمان");
	assert_part("Hebrew: אוהבת לקרוא 25 ספרים (בבית).", "אוהבת לקרוא 25 ספרים (בבית)");
	assert_part("עד (יום 12) and", "עד (יום 12)");
	assert_part("میری عمر ۹ ہے۔ She", "میری عمر ۹ ہے۔");
	assert_part("None, 12", "");
}
END_TEST

START_TEST(pages_say_which_words_read_backwards)
{
	struct ehc_document *d = lay_out("EHC plan: T-1\nchild: A Example\nsection A:\nhistory: Told by مریم, 12 May 2026.\ninterests: مجھے کتابیں پڑھنا اور باغ میں "
	    "کھیلنا بہت پسند ہے اور میں بڑی ہو کر ڈاکٹر بننا چاہتی ہوں۔\n");
	struct ehc_buf out = { 0 };

	const char *page;

	ehc_document_html(d, &out);
	page = ehc_arena_cstr(arena, ehc_buf_take(&out, arena));
	assert_holds(page, "Told by <bdi>مریم</bdi>, 12 May 2026.");
	assert_holds(page, "<p dir=\"rtl\">مجھے");
}
END_TEST

START_TEST(pdf_refuses_what_no_font_has_and_says_where)
{
	assert_refused("EHC plan: T-1\nsection F:\nprovision F1: Teaching\n    in the room \xEA\xB0\x80 beside\n", "U+AC00", 4, 17);
	assert_refused("EHC plan: T-1\nchild: Amira \xE1\x9E\x80\n", "U+1780", 2, 14);
	assert_refused("EHC plan: T-1\nchild: Amira\nsection A:\nhistory: \xD8\xB9\xDB\x8C\xE1\x9E\x80\n", "U+1780", 4, 12);
	assert_refused("EHC plan: T-1\nsection F:\nprovision F1: Teaching\n  who: a \xEE\x80\x80 teacher\n", "U+E000", 4, 10);
}
END_TEST

/* What the back end says of itself, from the file that ehc_document_pdf() loads. Empty where there is none. */
static struct ehc_buf
back_end_coverage(void)
{
	struct ehc_buf out = { 0 };
	char path[4096] = "";
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 32);
	void (*coverage)(struct ehc_buf *), *handle, *symbol;

	while (n > 0 && path[n - 1] != '/')
		n--;
	strcpy(path + (n > 0 ? n : 0), "../ehc-pdf.so");
	handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	symbol = handle == NULL ? NULL : dlsym(handle, "ehc_pdf_coverage");
	if (symbol != NULL) {
		memcpy(&coverage, &symbol, sizeof(coverage));
		coverage(&out);
	}
	return out;
}

START_TEST(coverage_is_what_the_fonts_have)
{
	struct ehc_buf fonts = back_end_coverage(), table = { 0 };
	uint32_t first = 0;
	bool in = false;

	for (uint32_t c = 0x20; c <= 0x110000; c++) {
		bool prints = c < 0x110000 && ehc_document_prints(c);

		if (prints && !in)
			first = c;
		if (!prints && in)
			ehc_buf_printf(&table, "{ 0x%X, 0x%X },\n", first, c - 1);
		in = prints;
	}
	ck_assert_msg(fonts.len == table.len && memcmp(fonts.ptr, table.ptr, table.len) == 0,
	    "the fonts have changed: write src/document/coverage.def anew with `test_document coverage`");
	ck_assert(ehc_document_prints('A') && ehc_document_prints(0x174) && ehc_document_prints('\n') && ehc_document_prints(0x2192));
	ck_assert(ehc_document_prints(0x6F22) && ehc_document_prints(0x639) && ehc_document_prints(0x995) && ehc_document_prints(0xA15));
	ck_assert(!ehc_document_prints(0xAC00) && !ehc_document_prints(0x1780) && !ehc_document_prints(7) && !ehc_document_prints(0xE000));
	ehc_buf_free(&fonts);
	ehc_buf_free(&table);
}
END_TEST

/* ---- the photograph ---- */

/* One red dot, with a text chunk that nobody should see. */
static const unsigned char dot_png[] = {
	0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE,
	0, 0, 0, 9, 't', 'E', 'X', 't', 'p', 'l', 'a', 'c', 'e', 0, 'G', 'P', 'S', 0, 0, 0, 0,
	0, 0, 0, 12, 'I', 'D', 'A', 'T', 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0x00, 0x00, 0x03, 0x01, 0x01, 0x00, 0xC9, 0xFE, 0x92, 0xEF,
	0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82,
};
/* The frame of a JPEG of 2 by 3 dots, with a place in its application data. */
static const unsigned char frame_jpeg[] = {
	0xFF, 0xD8, 0xFF, 0xE1, 0, 10, 'E', 'x', 'i', 'f', 0, 'G', 'P', 'S', 0xFF, 0xC0, 0, 17, 8, 0, 3, 0, 2, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1,
	0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0, 0x55, 0xFF, 0xD9,
};

static void
write_beside(const char *name, const void *bytes, size_t n)
{
	ck_assert(ehc_write_file(ehc_arena_printf(arena, "%.*s%s", EHC_ARG(source->name), name).ptr, bytes, n));
}

/* A folder of its own, which `source` is said to stand in. */
static const char *
make_folder(void)
{
	const char *folder = ehc_arena_cstr(arena, EHC_STR("/tmp/test_document.XXXXXX"));

	ck_assert_ptr_nonnull(mkdtemp((char *)(uintptr_t)folder));
	source = EHC_NEW(arena, struct ehc_source);
	ehc_source_from(source, arena, ehc_arena_printf(arena, "%s/", folder), EHC_STR(""));
	return folder;
}

START_TEST(photograph_is_found_beside_the_plan_and_tells_nothing_else)
{
	const char *folder = make_folder(), *why;
	struct ehc_picture p;

	write_beside("dot.png", dot_png, sizeof(dot_png));
	write_beside("frame.jpg", frame_jpeg, sizeof(frame_jpeg));
	write_beside("short.jpg", frame_jpeg, 30);
	write_beside("text.jpg", "no picture", 10);
	ck_assert(ehc_picture_read(arena, source, EHC_STR(" dot.png\n"), &p, &why));
	ck_assert(p.type == EHC_PICTURE_PNG && p.width == 1 && p.height == 1);
	ck_assert_ptr_null(memmem(p.bytes.ptr, p.bytes.len, "GPS", 3));
	ck_assert(ehc_picture_read(arena, source, EHC_STR("frame.jpg"), &p, &why));
	ck_assert(p.type == EHC_PICTURE_JPEG && p.width == 2 && p.height == 3 && !p.grey);
	ck_assert_ptr_null(memmem(p.bytes.ptr, p.bytes.len, "GPS", 3));
	ck_assert(!ehc_picture_read(arena, source, EHC_STR("short.jpg"), &p, &why));
	ck_assert(!ehc_picture_read(arena, source, EHC_STR("text.jpg"), &p, &why));
	ck_assert(!ehc_picture_read(arena, source, EHC_STR("none.jpg"), &p, &why));
	ck_assert(!ehc_picture_read(arena, source, EHC_STR(""), &p, &why));
	ck_assert(!ehc_picture_read(arena, source, ehc_arena_printf(arena, "%s/dot.png", folder), &p, &why));
	ck_assert(!ehc_picture_read(arena, source, ehc_arena_printf(arena, "../%s/dot.png", folder + strlen("/tmp/")), &p, &why));
	ck_assert_int_eq(system(ehc_arena_printf(arena, "rm -r %s", folder).ptr), 0);
}
END_TEST

START_TEST(photograph_is_shown_only_with_consent)
{
	static const char start[] = HEALTH "  status: agreed\nchild: Ravi Example\n  photo: dot.png\n", end[] = "emergency X1: Fit\n  step 1: call 999\n";
	const char *folder = make_folder(), *page;
	struct ehc_source *place = source;
	struct ehc_plan *plan;
	struct pdf p;

	write_beside("dot.png", dot_png, sizeof(dot_png));
	plan = bind(ehc_arena_printf(arena, "%s  photo consent: mother, 2 May 2026\n%s", start, end).ptr);
	source->name = place->name;
	page = drawn(ehc_document_html, ehc_document_of(arena, plan));
	assert_holds(page, "<img alt=\"Photograph of Ravi Example\" src=\"data:image/png;base64,iVBORw0KGgo");
	assert_lacks(page, "dot.png");
	assert_sound(page);
	p = pdf(ehc_document_of(arena, plan));
	ck_assert_msg(p.ok, "%.*s", EHC_ARG(p.trouble));
	assert_holds(seen_by("pdfinfo -struct %s", &p), "Figure");
	ehc_buf_free(&p.bytes);
	plan = bind(ehc_arena_printf(arena, "%s%s", start, end).ptr);
	source->name = place->name;
	page = drawn(ehc_document_html, ehc_document_of(arena, plan));
	assert_lacks(page, "<img");
	assert_holds(page, "dot.png");
	ck_assert_int_eq(system(ehc_arena_printf(arena, "rm -r %s", folder).ptr), 0);
}
END_TEST

int
main(int argc, char **argv)
{
	Suite *s = suite_create("document");
	TCase *layout = tcase_create("layout"), *devices = tcase_create("devices");

	if (argc > 1 && strcmp(argv[1], "coverage") == 0) {
		struct ehc_buf rows = back_end_coverage();

		fputs(rows.ptr, stdout);
		ehc_buf_free(&rows);
		return EXIT_SUCCESS;
	}
	tcase_add_checked_fixture(layout, set_up, tear_down);
	tcase_add_test(layout, every_section_has_its_heading_in_order);
	tcase_add_test(layout, rows_are_taken_apart_into_sections);
	tcase_add_test(layout, nil_section_says_none_and_why);
	tcase_add_test(layout, thread_is_linked_both_ways);
	tcase_add_test(layout, guessed_ties_are_not_printed);
	tcase_add_test(layout, paper_size_is_no_link);
	tcase_add_test(layout, field_that_the_layout_does_not_order_is_printed_too);
	tcase_add_test(layout, prose_keeps_paragraphs_headings_and_lists);
	tcase_add_test(layout, notes_and_acceptances_are_never_printed);
	tcase_add_test(layout, derived_hours_are_never_printed);
	tcase_add_test(layout, do_not_print_is_obeyed);
	tcase_add_test(layout, hidden_weight_stays_off_the_emergency_page);
	tcase_add_test(layout, draft_says_so_in_words_and_bears_a_mark);
	tcase_add_test(layout, template_is_not_taken_for_a_plan);
	tcase_add_test(layout, advice_report_has_the_sections_that_it_is_written_in);
	tcase_add_test(layout, health_care_plan_that_is_not_agreed_says_do_not_use_on_every_sheet);
	tcase_add_test(layout, emergency_page_stands_alone_and_comes_first);
	tcase_add_test(layout, emergency_page_keeps_numbers_of_a_contact_apart);
	tcase_add_test(layout, unconfirmed_medicine_says_so);
	tcase_add_test(layout, signature_without_a_date_gets_a_line);
	tcase_add_test(layout, childs_page_is_printed_once_somebody_answers_for_it);
	tcase_add_test(layout, childs_page_holds_the_childs_words_and_each_helper_once);
	tcase_add_test(layout, house_gives_letterhead_and_words_for_the_family);
	suite_add_tcase(s, layout);
	tcase_add_checked_fixture(devices, set_up, tear_down);
	tcase_set_timeout(devices, 60);
	tcase_add_test(devices, html_is_sound_and_has_landmarks);
	tcase_add_test(devices, html_headings_skip_no_level);
	tcase_add_test(devices, html_escapes_what_the_plan_says);
	tcase_add_test(devices, pdf_is_the_same_each_time);
	tcase_add_test(devices, pdf_is_dated_by_the_plan_or_the_caller_never_the_clock);
	tcase_add_test(devices, pdf_reads_back_word_for_word);
	tcase_add_test(devices, pdf_has_structure_fonts_and_links);
	tcase_add_test(devices, pdf_keeps_every_row_of_a_long_table_and_text);
	tcase_add_test(devices, pdf_keeps_a_row_on_one_page_where_it_fits_one);
	tcase_add_test(devices, pdf_has_room_for_large_print_and_long_heads);
	tcase_add_test(devices, coverage_is_what_the_fonts_have);
	tcase_add_test(devices, photograph_is_found_beside_the_plan_and_tells_nothing_else);
	tcase_add_test(devices, photograph_is_shown_only_with_consent);
	tcase_add_test(devices, pdf_of_endless_length_is_refused);
	tcase_add_test(devices, pdf_prints_names_in_any_latin_script);
	tcase_add_test(devices, pdf_joins_accents_to_their_letters);
	tcase_add_test(devices, pdf_prints_names_in_the_scripts_of_families);
	tcase_add_test(devices, a_paragraph_reads_as_its_letters_do);
	tcase_add_test(devices, a_part_that_reads_backwards_ends_with_its_last_letter);
	tcase_add_test(devices, pages_say_which_words_read_backwards);
	tcase_add_test(devices, pdf_refuses_what_no_font_has_and_says_where);
	suite_add_tcase(s, devices);
	return run_suite(s);
}
