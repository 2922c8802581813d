/*
 * test_exchange.c - a plan that went through the interchange XML means the same: every member of its model, and every node of its
 * tree, comments among them.
 */
#include "ehc/exchange.h"
#include "arena_fixture.h"
#include "suite.h"

#include <check.h>
#include <string.h>

static struct ehc_tree *
parse(struct ehc_str text)
{
	struct ehc_source *src = EHC_NEW(arena, struct ehc_source);
	struct ehc_findings *unseen = EHC_NEW(arena, struct ehc_findings);

	unseen->arena = arena;
	ehc_source_from(src, arena, EHC_STR("plan.ehc"), text);
	return ehc_parse(arena, src, unseen);
}

static struct ehc_str
canonical(struct ehc_tree *tree)
{
	struct ehc_buf out = { NULL, 0, 0 };

	ehc_format(tree, &out);
	return ehc_buf_take(&out, arena);
}

static struct ehc_str
tree_dump(struct ehc_tree *tree)
{
	struct ehc_buf out = { NULL, 0, 0 };

	ehc_tree_dump(tree, &out);
	return ehc_buf_take(&out, arena);
}

static struct ehc_str
model_dump(struct ehc_tree *tree)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_calendar school = ehc_calendar_school(), year = ehc_calendar_whole_year();

	ehc_plan_dump(ehc_bind(arena, tree, &school, &year), &out);
	return ehc_buf_take(&out, arena);
}

static struct ehc_str
as_xml(struct ehc_tree *tree)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str trouble = EHC_NOSTR;
	struct ehc_span where;

	ck_assert_msg(ehc_exchange_xml(arena, tree, &out, &trouble, &where), "%.*s", EHC_ARG(trouble));
	return ehc_buf_take(&out, arena);
}

static struct ehc_str
from_xml(struct ehc_str xml)
{
	struct ehc_str trouble = EHC_NOSTR;
	struct ehc_import *im = ehc_exchange_read(arena, xml, &trouble);

	ck_assert_msg(im != NULL, "%.*s", EHC_ARG(trouble));
	return im->text;
}

static void
round_trip(struct ehc_str text)
{
	struct ehc_tree *went = parse(canonical(parse(text))), *came;
	struct ehc_str xml = as_xml(went);

	came = parse(from_xml(xml));
	ck_assert_str_eq(tree_dump(came).ptr, tree_dump(went).ptr);
	ck_assert_str_eq(model_dump(came).ptr, model_dump(went).ptr);
	ck_assert_str_eq(as_xml(came).ptr, xml.ptr);
}

static const char *const plans[] = {
	"autism-year5-poor", "early-years-hearing-near-perfect", "hcp-anaphylaxis-tube-feeding-poor", "hcp-asthma-near-perfect", "hcp-diabetes-mixed",
	"hcp-epilepsy-good", "physical-medical-year8-good", "post16-learning-disability-mixed", "speech-language-year2-mixed",
};

START_TEST(plans_of_the_corpus_mean_the_same)
{
	struct ehc_source src;
	const char *path = ehc_arena_printf(arena, "corpus/plans/%s/plan.ehc", plans[_i]).ptr;

	ck_assert_int_eq(ehc_source_read(&src, arena, path, path, EHC_SOURCE_LIMIT), EHC_READ_OK);
	round_trip(src.text);
}
END_TEST

static const char *const odd[] = {
	/* comments in every place */
	"# above\nEHC plan: X\n  # in the head\n  status: draft\n  # behind the fields\n# before the section\nsection B:\n  # in the section\n"
	"# between\nneed B1: words\n  # in the need\n  evidence: K1\n#no blank\n## two\n#   three blanks\n#\n",
	/* items in sections, rows and neither */
	"EHC plan: X\nneed B1: a\nrow: learning\nneed B2: b\nsection C:\nneed C1: c\nstandard text: d\nneed B3: e\nsection D: none\n  because: f\n",
	/* ids that are not right yet */
	"EHC plan: X\nsection B:\nneed B1: a\nneed b1: b\nneed: c\nneed B-2: d\nstrengths B9: e\n",
	/* prose with everything that could be lost */
	"EHC plan: X\nsection A:\nhistory:\n    A heading\n\n    Words that go on, & <more> of \"them\" ]]> too.\n\n    - a point\n      that goes on\n      - another in it\n"
	"    - a third\n    after the list\n\n    12 High Street\n    Exampletown\n\n    -\n    - \n    1. one\n    2. two\nneed B1: - not a list\n",
	"health care plan: H\nemergency X1: Seizure\n  if R1 cannot be given: call 999\n  step 1: now - N1: give R1\n  step 2.1: then\n  step: no number\n",
	"advice report: Therapy\n  author: A Example\nneed B1: speech\noutcome E1: words\n  for: B1\nprovision F1: therapy\n  how much: 45 minutes, once a week\n",
	"template: form\n  note: for the writer\n# between\nEHC plan: [[reference]]\nplaceholder child name: name\nchild: [[child name]]\nsection F:\nprovision F1: [[words]]\n",
	"profile: house\n  extends: national\nrule SPEC-022: error\nservice salt: Therapy\n  rate: \xC2\xA3" "62 an hour\nwords for the family on a draft: Hello.\n",
	"style: large\n  extends: national\nfont: DejaVu Sans\nsize text: 18\ncolour headings: #102030\n",
};

START_TEST(odd_documents_mean_the_same)
{
	round_trip(ehc_str_of(odd[_i]));
}
END_TEST

/* White space, prefixes and quotation marks are the sender's affair. */
START_TEST(other_xml_of_the_same_document)
{
	struct ehc_str one = EHC_STR("<ehc-plan xmlns='urn:ehc:interchange:1' version='1.0' reference='X'>\n\n<status>\n  draft </status></ehc-plan>");
	struct ehc_str two = EHC_STR("<e:ehc-plan version=\"1.0\" reference=\"X\" xmlns:e=\"urn:ehc:interchange:1\"><e:status><![CDATA[draft]]></e:status></e:ehc-plan>");

	ck_assert_str_eq(from_xml(one).ptr, "EHC plan: X\n  status: draft\n");
	ck_assert_str_eq(from_xml(two).ptr, from_xml(one).ptr);
}
END_TEST

/* The line that is named is that of the element at fault. */
START_TEST(faults_name_their_line)
{
	struct ehc_str trouble;

	ck_assert_ptr_null(ehc_exchange_read(arena, EHC_STR("<ehc-plan xmlns='urn:ehc:interchange:1' version='1.0'>\n<section name='B'>\n<need id='B1'/>\n"
	    "<need id='b1'/></section></ehc-plan>"), &trouble));
	ck_assert_str_eq(trouble.ptr, "line 4: id=\"b1\" stands at line 3 already");
}
END_TEST

START_TEST(lines_that_were_not_understood_are_not_written)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str trouble = EHC_NOSTR;
	struct ehc_span where = EHC_NOSPAN;

	ck_assert(!ehc_exchange_xml(arena, parse(EHC_STR("EHC plan: X\nwords of nobody\n")), &out, &trouble, &where));
	ck_assert_uint_eq(where.start, strlen("EHC plan: X\n"));
	ck_assert(!ehc_exchange_xml(arena, parse(EHC_STR("EHC plan: X\n  status: a\x01" "b\n")), &out, &trouble, &where));
	ck_assert_uint_eq(where.start, strlen("EHC plan: X\n  status: a"));
	ehc_buf_free(&out);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("exchange");
	TCase *t = tcase_create("exchange");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, plans_of_the_corpus_mean_the_same, 0, (int)EHC_COUNT(plans));
	tcase_add_loop_test(t, odd_documents_mean_the_same, 0, (int)EHC_COUNT(odd));
	tcase_add_test(t, other_xml_of_the_same_document);
	tcase_add_test(t, faults_name_their_line);
	tcase_add_test(t, lines_that_were_not_understood_are_not_written);
	suite_add_tcase(s, t);
	return run_suite(s);
}
