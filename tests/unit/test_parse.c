/*
 * test_parse.c - from bytes to tree: what belongs to what, where everything stands, and that every fault is said once, in
 * its place, without hiding another.
 */
#include "suite.h"
#include "syntax_help.h"

#define PLAN "EHC plan: T-1\n"
#define HEALTH "health care plan: T-2\n"

static void
assert_tree(const char *text, const char *expected)
{
	struct parsed p = parse(text);

	assert_whole(&p);
	ck_assert_str_eq(dump(&p), expected);
}

static void
assert_faults(const char *text, const char *expected)
{
	struct parsed p = parse(text);

	assert_whole(&p);
	ck_assert_str_eq(faults(&p), expected);
}

/* ---- lines and texts ---- */

START_TEST(fields_belong_to_the_item_above)
{
	assert_tree(PLAN "  status: draft\nneed B1: Reads.\n  evidence: K1\nsection C: none\n  because: none found\n",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "  field STATUS text=\"draft\"\n"
	    "entry NEED id=\"B1\" text=\"Reads.\"\n"
	    "  field EVIDENCE text=\"K1\"\n"
	    "entry SECTION words=\"C\" text=\"none\"\n"
	    "  field BECAUSE text=\"none found\"\n");
}
END_TEST

START_TEST(the_label_decides_the_level_not_the_indent)
{
	assert_tree(PLAN "   need B1: Reads.\nevidence: K1\n",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry NEED id=\"B1\" text=\"Reads.\"\n"
	    "  field EVIDENCE text=\"K1\"\n");
}
END_TEST

START_TEST(labels_are_read_in_any_dress)
{
	assert_tree("EHCP : T-1\nHow  Views were\tgathered: x\nchild\xE2\x80\x99s views:y\nPROVISION f1.2B: z\n  Frequency: weekly\n",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry VIEWS_METHOD text=\"x\"\n"
	    "entry CHILD_VIEWS text=\"y\"\n"
	    "entry PROVISION id=\"f1.2B\" text=\"z\"\n"
	    "  field HOW_OFTEN text=\"weekly\"\n");
	assert_faults("EHC\xC2\xA0plan: T-1\nneed B1\xC2\xA0: x\n  evidence\xC2\xA0: K1\n", "");
}
END_TEST

START_TEST(a_text_goes_on_over_indented_lines)
{
	assert_tree(PLAN "history: One\n    two: three\n\tfour # five\n     six\n\n\n    seven\n\n\ninterests: x\n",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry HISTORY text=\"One\\ntwo: three\\nfour # five\\n six\\n\\nseven\"\n"
	    "entry INTERESTS text=\"x\"\n");
}
END_TEST

START_TEST(a_text_may_begin_on_the_next_line)
{
	assert_tree(PLAN "history:\n\n    One\n      - two\n\n    three",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry HISTORY text=\"One\\n  - two\\n\\nthree\"\n");
}
END_TEST

START_TEST(indents_are_measured_in_columns)
{
	/* a tab after up to three blanks stops at column four; what the lines share is taken off */
	assert_tree(PLAN "history: a\n  \tb\n\t\tc\n      d\n",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry HISTORY text=\"a\\nb\\n    c\\n  d\"\n");
}
END_TEST

START_TEST(a_label_with_nothing_after_it_is_legal)
{
	assert_faults("health care plan:\n  school:\nneed:", "3:1 SYN-008");
	assert_faults(PLAN "timeline:\n  final issued:\nsection J:\nsection B: TITLE\n", "");
}
END_TEST

START_TEST(texts_lead_back_to_their_bytes)
{
	struct parsed p = parse_bytes(EHC_STR("\xEF\xBB\xBF" PLAN "history: \tOne two\r\n\r\n \tthr\xC3\xA9" "e\r\n    \t four  \r\n\r\n"));
	const struct ehc_node *history = p.tree->first->next;
	struct ehc_span span;

	assert_whole(&p);
	ck_assert_str_eq(faults(&p), "");
	ck_assert(ehc_str_is(history->text.str, "One two\n\nthr\xC3\xA9" "e\n     four"));
	span = ehc_text_span(&history->text, ehc_str_find_nocase(history->text.str, "four"), 4);
	ck_assert(ehc_str_is(ehc_source_slice(p.tree->source, span), "four"));
	ck_assert_uint_eq(ehc_source_place(p.tree->source, span.start).line, 5);
	span = ehc_text_span(&history->text, 4, 11);
	ck_assert(ehc_str_is(ehc_source_slice(p.tree->source, span), "two\r\n\r\n \tthr\xC3\xA9" "e"));
	ck_assert_uint_eq(ehc_text_span(&history->text, 0, 0).start, history->text.span.start);
	ck_assert_uint_eq(ehc_text_span(&history->text, 999, 9).end, history->text.span.end);
}
END_TEST

START_TEST(a_text_of_one_line_is_the_source_itself)
{
	struct parsed p = parse(PLAN "history: One two   \n");
	const struct ehc_node *history = p.tree->first->next;

	ck_assert_ptr_eq(history->text.str.ptr, p.tree->source->text.ptr + history->text.span.start);
	ck_assert_uint_eq(ehc_text_span(&history->text, 4, 3).start, history->text.span.start + 4);
}
END_TEST

START_TEST(spans_cover_entry_and_text)
{
	struct parsed p = parse(PLAN "provision F1: One\n    two\n  for: B1\n");
	const struct ehc_node *f = p.tree->first->next;

	ck_assert(ehc_str_is(ehc_source_slice(p.tree->source, f->span), "provision F1: One\n    two"));
	ck_assert(ehc_str_is(ehc_source_slice(p.tree->source, f->head_span), "provision F1"));
	ck_assert(ehc_str_is(ehc_source_slice(p.tree->source, f->id_span), "F1"));
	ck_assert(ehc_str_is(ehc_source_slice(p.tree->source, f->fields->span), "for: B1"));
}
END_TEST

START_TEST(line_ends_make_no_difference)
{
	static const char lines[] = PLAN "  status: draft\n# c\nneed B1: One\n    two\n\n    three\n  evidence: K1\n\n";
	struct ehc_buf crlf = { NULL, 0, 0 };
	struct parsed a = parse(lines), b;

	for (const char *c = lines; *c != '\0'; c++)
		ehc_buf_cstr(&crlf, *c == '\n' ? "\r\n" : (char[]){ *c, '\0' });
	b = parse(take(&crlf));
	assert_whole(&b);
	ck_assert_str_eq(faults(&b), "");
	ck_assert_str_eq(dump(&a), dump(&b));
	ck_assert_str_eq(formatted(&a), formatted(&b));
}
END_TEST

START_TEST(a_byte_order_mark_is_passed_over)
{
	struct parsed p = parse("\xEF\xBB\xBF" PLAN "  statsu: draft\n");

	ck_assert_str_eq(faults(&p), "2:3 SYN-007");
	ck_assert_int_eq((int)p.tree->kind, EHC_DOC_EHC_PLAN);
}
END_TEST

/* ---- comments ---- */

START_TEST(comments_are_kept_where_they_belong)
{
	assert_tree("# top\n" PLAN "# in the head\n  status: draft\n  # last in the head\n\n# before the need\nneed B1: x\n# end\n",
	    "comment text=\"# top\"\n"
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "  comment text=\"# in the head\"\n"
	    "  field STATUS text=\"draft\"\n"
	    "  comment text=\"# last in the head\"\n"
	    "comment text=\"# before the need\"\n"
	    "entry NEED id=\"B1\" text=\"x\"\n"
	    "comment text=\"# end\"\n");
}
END_TEST

START_TEST(a_comment_neither_ends_nor_joins_a_text)
{
	assert_tree(PLAN "need B1: one\n# c\n    two\n\n  # d\n    three\n    # four\n  evidence: K1\n",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry NEED id=\"B1\" text=\"one\\ntwo\\n\\nthree\\n# four\"\n"
	    "  comment text=\"# c\"\n"
	    "  comment text=\"# d\"\n"
	    "  field EVIDENCE text=\"K1\"\n");
}
END_TEST

/* ---- forms of label ---- */

START_TEST(labels_take_ids_words_or_nothing)
{
	assert_tree(HEALTH "appendix 1: a\ndefinition LSA: b\nemergency X1: c\n  step 1: d\n  step 3.2: e\n  step: f\n  do: g\n"
	    "  if R1 cannot be given: h\n  if it cannot be given: i\ncare S2.1: j\n",
	    "entry HEALTH_PLAN text=\"T-2\"\n"
	    "entry APPENDIX words=\"1\" text=\"a\"\n"
	    "entry DEFINITION words=\"LSA\" text=\"b\"\n"
	    "entry EMERGENCY id=\"X1\" text=\"c\"\n"
	    "  field STEP id=\"1\" text=\"d\"\n"
	    "  field STEP id=\"3.2\" text=\"e\"\n"
	    "  field STEP text=\"f\"\n"
	    "  field STEP text=\"g\"\n"
	    "  field CANNOT_GIVE words=\"R1\" text=\"h\"\n"
	    "  field CANNOT_GIVE text=\"i\"\n"
	    "entry CARE id=\"S2.1\" text=\"j\"\n");
	assert_tree(PLAN "row:\narea Cognition and learning: none\nprovision H1.1: x\n  towards: E1\noutcome E1: y\n  step: z\n",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry ROW\n"
	    "entry AREA words=\"Cognition and learning\" text=\"none\"\n"
	    "entry PROVISION id=\"H1.1\" text=\"x\"\n"
	    "  field TOWARDS text=\"E1\"\n"
	    "entry OUTCOME id=\"E1\" text=\"y\"\n"
	    "  field OUTCOME_STEP text=\"z\"\n");
}
END_TEST

START_TEST(a_profile_has_its_own_labels)
{
	assert_tree("profile: example\n  extends: national\n  version: 2\nrule SPEC-022: error\nservice salt: Therapy\n  provider: x\n"
	    "task gastrostomy feeding: health\n  note: y\nphrase: as required\n  severity: error\n",
	    "entry PROFILE text=\"example\"\n"
	    "  field EXTENDS text=\"national\"\n"
	    "  field PROFILE_VERSION text=\"2\"\n"
	    "entry RULE words=\"SPEC-022\" text=\"error\"\n"
	    "entry SERVICE words=\"salt\" text=\"Therapy\"\n"
	    "  field SERVICE_PROVIDER text=\"x\"\n"
	    "entry TASK_TYPE words=\"gastrostomy feeding\" text=\"health\"\n"
	    "  field PROFILE_NOTE text=\"y\"\n"
	    "entry PHRASE text=\"as required\"\n"
	    "  field SEVERITY text=\"error\"\n");
	assert_faults("profile: example\nrule SPEC-022: error\n", "");
	assert_faults(PLAN "  profile: example\n", "");
}
END_TEST

START_TEST(a_template_names_what_it_makes)
{
	struct parsed p = parse("template: short form\n  note: for schools\nEHC plan: [[reference]]\nneed [[id]]: x\n  repeat: 1 to 10\n"
	    "outcome \xC2\xAB" "E1\xC2\xBB: x\nprovision {{f}}: y\n");

	assert_whole(&p);
	ck_assert_str_eq(faults(&p), "");
	ck_assert(p.tree->is_template);
	ck_assert_int_eq((int)p.tree->kind, EHC_DOC_EHC_PLAN);
	ck_assert_int_eq((int)p.tree->template_head->label, EHC_L_TEMPLATE);
	ck_assert_int_eq((int)p.tree->head->label, EHC_L_EHC_PLAN);
	ck_assert(ehc_str_is(p.tree->head->next->id, "[[id]]"));
	assert_faults("template: T\nEHC plan: x\nneed B1: x\n  health care plan: y\n", "");
	assert_faults("template: T\nhealth care plan: x\n  EHC plan: y\n", "");
	assert_faults("template: T\nneed B1: x\n", "1:1 SYN-004");
	assert_faults("EHC plan: T\nneed B1: x\n  repeat: 1 to 3\n", "3:3 SYN-008");
}
END_TEST

START_TEST(kinds_are_known_by_their_head)
{
	ck_assert_int_eq((int)parse("advice report: x\n").tree->kind, EHC_DOC_ADVICE);
	ck_assert_int_eq((int)parse("# c\n\n  Individual Healthcare Plan: x\n").tree->kind, EHC_DOC_HEALTH_PLAN);
	ck_assert_int_eq((int)parse("profile: x\n").tree->kind, EHC_DOC_PROFILE);
	ck_assert_int_eq((int)parse("").tree->kind, EHC_DOC_NONE);
	ck_assert_ptr_null(parse("need B1: x\n").tree->head);
}
END_TEST

/* ---- faults ---- */

START_TEST(bytes_that_are_no_text)
{
	struct parsed p = parse_bytes(EHC_STR(PLAN "need B1: caf\xE9 and \xFF\n"));

	ck_assert_str_eq(faults(&p), "2:13 SYN-001");
	ck_assert_ptr_nonnull(strstr(message(&p, 0), "byte 26"));
	ck_assert_ptr_nonnull(strstr(message(&p, 0), "2 bytes"));
	p = parse_bytes(EHC_STR(PLAN "need B1: a\0b: c\0\nneed B2: d\n"));
	ck_assert_str_eq(faults(&p), "2:11 SYN-002");
	assert_whole(&p);
	ck_assert_uint_eq(p.tree->count, 3);
	p = parse_bytes(EHC_STR("\xFF\xFE" "E\0H\0C\0 \0p\0l\0a\0n\0:\0 \0x\0\n\0"));
	ck_assert_str_eq(faults(&p), "1:1 SYN-001");
	ck_assert_ptr_nonnull(strstr(message(&p, 0), "UTF-16"));
	p = parse_bytes(EHC_STR("E\0H\0C\0 \0p\0l\0a\0n\0:\0 \0x\0\n\0"));
	ck_assert_str_eq(faults(&p), "1:2 SYN-002");
}
END_TEST

START_TEST(characters_that_cannot_be_seen)
{
	struct parsed p = parse(PLAN "need B1: a\x1B[31m b\x07\nneed B2: \xE2\x80\xAE\n\ttab\nneed B3: x\ry\nneed B4: \xC2\x85\x7F\n");

	assert_whole(&p);
	ck_assert_str_eq(faults(&p), "2:11 SYN-003, 3:10 SYN-003, 5:11 SYN-003, 6:10 SYN-003");
	ck_assert_ptr_nonnull(strstr(message(&p, 0), "U+001B"));
	assert_faults(PLAN "need B1: \xE2\x80\x9Cquoted\xE2\x80\x9D \xC2\xA3" "5 \xE2\x80\x93 na\xC3\xAFve\n", "");
}
END_TEST

START_TEST(the_head_is_missing_late_or_double)
{
	assert_faults("", "1:1 SYN-004");
	assert_faults("\n# only a comment\n\n", "2:1 SYN-004");
	assert_faults("need B1: x\n  evidence: K1\n", "1:1 SYN-004");
	assert_faults("child: x\n  born: 1 May 2016\nEHC plan: T\n  status: draft\nneed B1: y\n", "3:1 SYN-005");
	assert_faults(PLAN "need B1: x\nEHC plan: T-2\n  status: draft\n", "3:1 SYN-006");
	assert_faults(PLAN "need B1: x\nadvice report: y\n", "3:1 SYN-006");
	assert_faults(PLAN "template: y\n", "2:1 SYN-006");
	/* while the kind is not known, a label that is also a field is a head only at the margin */
	assert_faults("need B1: x\n  health care plan: y\n", "1:1 SYN-004");
	assert_faults("need B1: x\nhealth care plan: y\n", "2:1 SYN-005");
}
END_TEST

START_TEST(a_draft_in_a_layout_of_its_own_is_one_fault)
{
	struct parsed p = parse("EXAMPLE COUNCIL\n\nEducation, Health and Care Plan\n\nFull name: Ada Example\nSection A\n\n\x01" "She reads.\n\nShe writes.\n");

	ck_assert_str_eq(faults(&p), "1:1 SYN-004, 8:1 SYN-003");
	ck_assert(ehc_str_find_nocase(p.findings.list.items[0]->help, "ehc import") != SIZE_MAX);
	/* a plan without its first line keeps its other faults */
	assert_faults("child: Ada Example\nneed B1: x\n  evidense: K1\nneed B2: y\n", "1:1 SYN-004, 3:3 SYN-007");
}
END_TEST

START_TEST(a_slip_in_the_head_does_not_hide_the_rest)
{
	struct parsed p = parse("EHC pln: T\n  status: draft\nneed B1: x\ncondition M1: y\n");

	ck_assert_str_eq(faults(&p), "1:1 SYN-007, 4:1 SYN-008");
	ck_assert_int_eq((int)p.tree->kind, EHC_DOC_EHC_PLAN);
	ck_assert_ptr_nonnull(strstr(message(&p, 0), "did you mean \"EHC plan\"?"));
}
END_TEST

START_TEST(unknown_labels_are_named_with_what_was_meant)
{
	struct parsed p = parse(PLAN "need B1: x\n  evidense: K1\n  xylophone: y\nprovison F1: z\n  for: B1\n");

	assert_whole(&p);
	ck_assert_str_eq(faults(&p), "3:3 SYN-007, 4:3 SYN-007, 5:1 SYN-007");
	ck_assert_str_eq(message(&p, 0), "\"evidense\" is not a label of an EHC plan; did you mean \"evidence\"?");
	ck_assert_str_eq(message(&p, 1), "\"xylophone\" is not a label of an EHC plan.");
	ck_assert_str_eq(message(&p, 2), "\"provison F1\" is not a label of an EHC plan; did you mean \"provision F1\"?");
	/* the label of an item with one slip in it is read as meant, so that its id is known to those that name it */
	assert_tree(PLAN "needs B1: x\n", "entry EHC_PLAN text=\"T-1\"\nentry NEED id=\"B1\" text=\"x\"\n");
	assert_tree(PLAN "week B1: x\n", "entry EHC_PLAN text=\"T-1\"\nentry head=\"week B1\" text=\"x\"\n");
	/* an unknown item keeps its own fields, so that the item before it is not changed */
	assert_tree(PLAN "need B1: x\n  evidense: K1\nprowissoin F1: z\n  for: B1\n",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry NEED id=\"B1\" text=\"x\"\n"
	    "  field head=\"evidense\" text=\"K1\"\n"
	    "entry head=\"prowissoin F1\" text=\"z\"\n"
	    "  field FOR text=\"B1\"\n");
}
END_TEST

START_TEST(labels_of_other_documents_are_said_to_be_so)
{
	struct parsed p = parse(PLAN "medicine R1: x\n  dose: y\n  route: z\nneed B1: x\n  dose: y\n");

	ck_assert_str_eq(faults(&p), "2:1 SYN-008, 6:3 SYN-008");
	ck_assert_str_eq(message(&p, 0), "\"medicine R1\" belongs to a health care plan, and this is an EHC plan.");
	p = parse(HEALTH "need B1: x\n");
	ck_assert_str_eq(message(&p, 0), "\"need B1\" belongs to an EHC plan, and this is a health care plan.");
}
END_TEST

START_TEST(fields_in_the_wrong_place)
{
	struct parsed p = parse(PLAN "need B1: x\n  towards: E1\n  born: 1 May 2016\nsection I:\n  name: y\n");

	ck_assert_str_eq(faults(&p), "3:3 SYN-009, 4:3 SYN-009");
	ck_assert_str_eq(message(&p, 0), "\"towards\" is no field of \"need\"; it belongs to \"provision\" or \"budget\".");
	ck_assert_str_eq(message(&p, 1), "\"born\" is no field of \"need\"; it belongs to \"child\".");
	ck_assert_ptr_nonnull(ehc_node_field(p.tree->first->next, EHC_L_TOWARDS));
	assert_faults("  status: draft\n" PLAN, "1:3 SYN-010");
	assert_faults(HEALTH "feed R1: x\n  dose: a\n  volume: b\nmedicine R2: y\n  volume: c\n", "6:3 SYN-009");
}
END_TEST

START_TEST(text_outside_a_field)
{
	struct parsed p;

	assert_faults(PLAN "This text has no label.\nneed B1: x\n", "2:1 SYN-011");
	/* a paragraph is one fault, and so is each after a blank line */
	assert_faults(PLAN "need B1: x\nThis goes on\nand on, over lines\n    and on\n\nUntil here\n  evidence: K1\n", "3:1 SYN-011, 7:1 SYN-011");
	assert_faults(PLAN "A head of more than forty characters is prose: x\n", "2:1 SYN-011");
	assert_faults(PLAN "He reads. Then: he stops\n: x\n", "2:1 SYN-011");
	assert_faults("    indented\n" PLAN, "1:5 SYN-011");
	p = parse(PLAN "need B1: x\n\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0" "and on\n");
	ck_assert_str_eq(faults(&p), "3:1 SYN-011");
	ck_assert(ehc_str_find_nocase(p.findings.list.items[0]->help, "no-break") != SIZE_MAX);
	assert_tree(PLAN "need B1: x\nThis goes on\n\n    and on\n  evidence: K1\n",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry NEED id=\"B1\" text=\"x\"\n"
	    "  stray text=\"This goes on\\n\\nand on\"\n"
	    "  field EVIDENCE text=\"K1\"\n");
}
END_TEST

START_TEST(a_label_without_its_colon_is_read_as_meant)
{
	assert_faults("EHC Plan EX-1\n\nneed B1: x\n", "1:1 SYN-020");
	assert_tree("EHC Plan EX-1\n  status - draft\n  dated \xE2\x80\x93 1 May 2026\n\nSection B. Needs\n\nNeed B1 - He\n    reads.\n  evidence: K1\n",
	    "entry EHC_PLAN text=\"EX-1\"\n"
	    "  field STATUS text=\"draft\"\n"
	    "  field DATED text=\"1 May 2026\"\n"
	    "entry SECTION words=\"B\" text=\"Needs\"\n"
	    "entry NEED id=\"B1\" text=\"He\\nreads.\"\n"
	    "  field EVIDENCE text=\"K1\"\n");
	assert_faults(PLAN "\nsection E and F\n\nsection H1 Social care\n", "3:1 SYN-020, 5:1 SYN-020");
	/* a title is no reference; a line of a paragraph is no item; a field is one of the item above, and has a dash */
	assert_faults("EHC plan\n\nneed B1: x\n", "1:1 SYN-004, 1:1 SYN-011");
	assert_faults(PLAN "need B1: x\nneed B2 goes on\n", "3:1 SYN-011");
	assert_faults(PLAN "need B1: x\n  evidence K1\n", "3:3 SYN-011");
	assert_faults(PLAN "need B1: x\n  who - a teacher\n", "3:3 SYN-011");
	assert_faults(PLAN "\nneed for speech\n\nsection of the plan\n", "3:1 SYN-011, 5:1 SYN-011");
}
END_TEST

START_TEST(an_item_named_within_another_is_a_tie)
{
	struct parsed p;

	assert_tree(PLAN "provision F1: x\n  Need: B1 and B2\n  outcome: E1; E2\nneed B1: y\n  advice: K1\n",
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry PROVISION id=\"F1\" text=\"x\"\n"
	    "  field FOR text=\"B1 and B2\"\n"
	    "  field TOWARDS text=\"E1; E2\"\n"
	    "entry NEED id=\"B1\" text=\"y\"\n"
	    "  field EVIDENCE text=\"K1\"\n");
	/* words, the margin, or an item above that takes no such tie: a new item, whose id is missing */
	assert_faults(PLAN "provision F1: x\n  need: B1 reads\n", "3:3 SYN-013");
	assert_faults(PLAN "provision F1: x\nneed: B1\n", "3:1 SYN-013");
	assert_faults(PLAN "need B1: x\n  outcome: E1\n", "3:3 SYN-013");
	assert_tree(HEALTH "condition M1: x\n  sign: a\nemergency X1: y\n  signs: b\n",
	    "entry HEALTH_PLAN text=\"T-2\"\n"
	    "entry CONDITION id=\"M1\" text=\"x\"\n"
	    "  field SIGNS text=\"a\"\n"
	    "entry EMERGENCY id=\"X1\" text=\"y\"\n"
	    "  field SIGN text=\"b\"\n");
	/* an id in the head asks for an item, never for "sex" */
	p = parse(PLAN "SEN B2: x\n");
	ck_assert_str_eq(message(&p, 0), "\"SEN B2\" is not a label of an EHC plan.");
}
END_TEST

START_TEST(fields_that_hide_in_a_text)
{
	struct parsed p = parse(PLAN "provision F1: x\n    who: Therapist\n    born: 1 May\n    Note well: y\n    outcome E2: z\n"
	    "    (who: w)\n  for: B1\n      towards: E1\n");

	ck_assert_str_eq(faults(&p), "3:5 SYN-012, 6:5 SYN-012, 9:7 SYN-012");
	ck_assert_ptr_nonnull(strstr(message(&p, 0), "indent it by two spaces"));
	ck_assert_uint_eq(p.findings.list.items[0]->severity, EHC_WARNING);
	ck_assert_ptr_null(ehc_node_field(p.tree->first->next, EHC_L_WHO));
	/* behind a label a word with a colon is prose */
	assert_faults(PLAN "provision F1: who: x\nhistory: a\n    outcome: b\n", "");
}
END_TEST

START_TEST(ids_missing_malformed_or_unwanted)
{
	struct parsed p = parse(PLAN "need: x\nneed 1: y\nneed B-1: z\nchild C1: q\n  born 2: r\n");

	assert_whole(&p);
	ck_assert_str_eq(faults(&p), "2:1 SYN-013, 3:6 SYN-014, 4:6 SYN-014, 5:7 SYN-015, 6:8 SYN-015");
	for (size_t i = 0; i < p.findings.list.count; i++)
		ck_assert_int_eq((int)p.findings.list.items[i]->severity, EHC_WARNING);
	ck_assert_str_eq(dump(&p),
	    "entry EHC_PLAN text=\"T-1\"\n"
	    "entry NEED text=\"x\"\n"
	    "entry NEED id=\"1\" text=\"y\"\n"
	    "entry NEED id=\"B-1\" text=\"z\"\n"
	    "entry CHILD words=\"C1\" text=\"q\"\n"
	    "  field BORN words=\"2\" text=\"r\"\n");
	/* two faults in neighbouring lines are both reported, and what follows them is read */
	assert_faults(PLAN "need: x\nneed: y\nneed: z\nneed B4: w\n  evidense: K1\n", "2:1 SYN-013, 3:1 SYN-013, 4:1 SYN-013, 6:3 SYN-007");
	assert_faults("EHC plan X1: y\n", "1:10 SYN-015");
	assert_faults(PLAN "definition: x\n", "2:1 SYN-018");
}
END_TEST

START_TEST(fields_that_stand_twice)
{
	struct parsed p = parse(PLAN "child: x\n  born: 1 May 2016\n  born: 2 May 2016\nneed B1: y\n  evidence: K1\n  evidence: K2\n"
	    "  category: a\nneed B2: z\n  category: a\n");

	ck_assert_str_eq(faults(&p), "4:3 SYN-016");
	ck_assert_uint_eq(p.findings.list.items[0]->related.count, 1);
	ck_assert_uint_eq(p.findings.list.items[0]->related.items[0].span.start, p.tree->first->next->fields->span.start);
	ck_assert_ptr_nonnull(ehc_node_next_field(ehc_node_field(p.tree->first->next, EHC_L_BORN)));
	/* an empty field is absent, and so does not stand twice */
	assert_faults(PLAN "child: x\n  born:\n  born: 2 May 2016\n", "");
	assert_faults(PLAN "child: x\nchild: y\nstrengths: a\nstrengths: b\nsigned: c\nsigned: d\n", "3:1 SYN-016");
}
END_TEST

START_TEST(section_letters)
{
	assert_faults(PLAN "section a: none\nsection h1: none\nsection L:\nsection: B\n", "4:9 SYN-017, 5:1 SYN-017");
	/* sections that share a label are for the rules on structure */
	assert_faults(PLAN "section H:\nsection D and E:\n", "");
}
END_TEST

START_TEST(no_fault_hides_another)
{
	struct parsed p = parse(
	    "EHC plan: T-1\n"
	    "  autority: x\n"                           /* 1 */
	    "child C1: y\n"                             /* 2 */
	    "  born: 1 May 2016\n"
	    "  born: 2 May 2016\n"                      /* 3 */
	    "  for: B1\n"                               /* 4 */
	    "loose words\n"                             /* 5 */
	    "section Q:\n"                              /* 6 */
	    "need: a\n"                                 /* 7 */
	    "need B 2: b\n"                             /* 8 */
	    "    evidence: K1\n"                        /* 9 */
	    "provison F1: c\n"                          /* 10 */
	    "  for: B1\n"
	    "staff N1: d\n"                             /* 11 */
	    "outcome E1: e\x01\n"                       /* 12 */
	    "  dose: f\n"                               /* 13 */
	    "  mesured by: g\n"                         /* 14 */
	    "  by: 1 May 2027\n"
	    "  by: 2 May 2027\n"                        /* 15 */
	    "definition: h\n"                           /* 16 */
	    "He stops. Then: i\n"                       /* 17 */
	    "provision F2: j\n"
	    "  born: k\n"                               /* 18 */
	    "EHC plan: T-2\n"                           /* 19 */
	    "  status 3: l\n");                         /* 20 */

	assert_whole(&p);
	ck_assert_str_eq(faults(&p),
	    "2:3 SYN-007, 3:7 SYN-015, 5:3 SYN-016, 6:3 SYN-009, 7:1 SYN-011, 8:9 SYN-017, 9:1 SYN-013, 10:6 SYN-014, 11:5 SYN-012, "
	    "12:1 SYN-007, 14:1 SYN-008, 15:14 SYN-003, 16:3 SYN-008, 17:3 SYN-007, 19:3 SYN-016, 20:1 SYN-018, 21:1 SYN-011, "
	    "23:3 SYN-009, 24:1 SYN-006, 25:10 SYN-015");
	ck_assert_uint_eq(p.findings.list.count, 20);
}
END_TEST

/* ---- large and broken files ---- */

START_TEST(a_file_may_have_very_many_items)
{
	struct ehc_buf b = { NULL, 0, 0 };
	struct parsed p;

	ehc_buf_cstr(&b, PLAN);
	for (int i = 0; i < 200000; i++)
		ehc_buf_printf(&b, "provision F%d: x\n  for: B1\n", i);
	p = parse_bytes(ehc_buf_text(&b));
	ehc_buf_free(&b);
	ck_assert_str_eq(faults(&p), "");
	ck_assert_uint_eq(p.tree->count, 200001);
}
END_TEST

START_TEST(a_file_of_faults_alone_is_given_up)
{
	struct ehc_buf b = { NULL, 0, 0 };
	struct parsed p;

	ehc_buf_cstr(&b, PLAN);
	for (int i = 0; i < 50000; i++)
		ehc_buf_cstr(&b, "unknwn labl: x\n\nstray\n\n");
	p = parse_bytes(ehc_buf_text(&b));
	ehc_buf_free(&b);
	ck_assert_uint_eq(p.findings.list.count, 501);
	ck_assert_str_eq(p.findings.list.items[500]->rule->id, "SYN-019");
}
END_TEST

START_TEST(a_line_may_be_very_long)
{
	struct ehc_buf b = { NULL, 0, 0 };
	struct parsed p;

	ehc_buf_cstr(&b, PLAN "need B1: ");
	ehc_buf_fill(&b, 'x', 3000000);
	ehc_buf_cstr(&b, "\n");
	ehc_buf_fill(&b, 'y', 3000000);
	ehc_buf_cstr(&b, ": z\n");
	ehc_buf_fill(&b, ' ', 3000000);
	p = parse_bytes(ehc_buf_text(&b));
	ehc_buf_free(&b);
	ck_assert_str_eq(faults(&p), "3:1 SYN-011");
}
END_TEST

static const char sample[] =
    "# a plan\n" PLAN "  status: draft\n\nchild: Nobody Example\n  born: 1 May 2016\n\nsection A:\nhistory: One line.\n    Another\n\n"
    "    - a list: with a colon\n      and more\n\tby tab\n\nsection B:\nneed B1: Reads.\n  evidence: K1\n# between\n  category: x\n"
    "section F:\nprovision F1: A teacher reads.\n    who: hidden\n  for: B1\n  how much: 30 minutes,\n      once a week\nsection H1: none\n";

/* The number of the node's line, found anew by counting. */
static unsigned
line_of(const struct parsed *p, const struct ehc_node *n)
{
	unsigned line = 1;

	for (size_t i = 0; i < n->span.start; i++)
		line += p->tree->source->text.ptr[i] == '\n';
	return line;
}

/* "2 EHC_PLAN, 3 STATUS ...": from the line `from` on, each line moved by `shift`. */
static const char *
lines_of(const struct parsed *p, unsigned from, int shift)
{
	struct ehc_buf b = { NULL, 0, 0 };

	for (const struct ehc_node *e = p->tree->first; e != NULL; e = e->next) {
		if (e->keyword != NULL && line_of(p, e) >= from)
			ehc_buf_printf(&b, "%d %s, ", (int)line_of(p, e) + shift, e->keyword->name);
		for (const struct ehc_node *f = e->fields; f != NULL; f = f->next)
			if (f->keyword != NULL && line_of(p, f) >= from)
				ehc_buf_printf(&b, "%d %s, ", (int)line_of(p, f) + shift, f->keyword->name);
	}
	return take(&b);
}

/* The sample with something done to its n-th line; false when it has no such line. */
static bool
mangle(size_t n, int how, struct ehc_buf *out)
{
	static const char *const garbage[] = { "stray words\n", "unknwn: x\n", ":::\n", "\t\x01\xFF\n", "need: y\n", "    - deep\n", "# c\n", "[[\n" };
	struct ehc_str rest = EHC_STR(sample), line;
	size_t i = 0;
	bool found = false;

	for (; ehc_str_split(&rest, '\n', &line); i++) {
		if (i != n) {
			ehc_buf_str(out, line);
			ehc_buf_char(out, '\n');
			continue;
		}
		found = true;
		if (how < (int)EHC_COUNT(garbage)) {
			ehc_buf_cstr(out, garbage[how]);
			ehc_buf_str(out, line);
			ehc_buf_char(out, '\n');
		} else if (how == (int)EHC_COUNT(garbage)) {    /* joined with the next line */
			ehc_buf_str(out, line);
		} else {                                        /* cut off, moved in or out, without its colon, colons only */
			const char *colon = line.len == 0 ? NULL : memchr(line.ptr, ':', line.len);
			size_t cut = colon == NULL ? line.len / 2 : (size_t)(colon - line.ptr);

			if (how == 9)
				ehc_buf_str(out, ehc_str_sub(line, 0, cut));
			else if (how == 10)
				ehc_buf_printf(out, "    %.*s", EHC_ARG(line));
			else if (how == 11)
				ehc_buf_str(out, ehc_str_trim(line));
			else if (how == 12)
				ehc_buf_printf(out, "%.*s%.*s", EHC_ARG(ehc_str_sub(line, 0, cut)), EHC_ARG(ehc_str_sub(line, cut + 1, line.len)));
			else
				ehc_buf_printf(out, "%.*s:", EHC_ARG(line));
			ehc_buf_char(out, '\n');
		}
	}
	return found;
}

START_TEST(no_mangled_line_loses_anything)
{
	struct parsed whole = parse(sample);
	int how = _i;

	assert_whole(&whole);
	for (size_t n = 0; ; n++) {
		struct ehc_buf b = { NULL, 0, 0 };
		struct parsed p, again;
		bool more = mangle(n, how, &b);

		if (more) {
			p = parse_bytes(ehc_buf_text(&b));
			assert_whole(&p);
			again = parse(formatted(&p));
			assert_whole(&again);
			ck_assert_str_eq(formatted(&p), formatted(&again));
			if (how == 6)   /* a comment moves the lines below it, and changes nothing else */
				ck_assert_str_eq(lines_of(&p, (unsigned)n + 2, -1), lines_of(&whole, (unsigned)n + 1, 0));
		}
		ehc_buf_free(&b);
		if (!more)
			break;
	}
}
END_TEST

START_TEST(a_file_may_end_anywhere)
{
	for (size_t n = 0; n < sizeof(sample); n++) {
		struct parsed p = parse_bytes((struct ehc_str){ sample, n });

		assert_whole(&p);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("parse");
	TCase *lines = tcase_create("lines"), *labels = tcase_create("labels"), *wrong = tcase_create("faults"), *large = tcase_create("large");

	tcase_add_checked_fixture(lines, set_up, tear_down);
	tcase_add_test(lines, fields_belong_to_the_item_above);
	tcase_add_test(lines, the_label_decides_the_level_not_the_indent);
	tcase_add_test(lines, labels_are_read_in_any_dress);
	tcase_add_test(lines, a_text_goes_on_over_indented_lines);
	tcase_add_test(lines, a_text_may_begin_on_the_next_line);
	tcase_add_test(lines, indents_are_measured_in_columns);
	tcase_add_test(lines, a_label_with_nothing_after_it_is_legal);
	tcase_add_test(lines, texts_lead_back_to_their_bytes);
	tcase_add_test(lines, a_text_of_one_line_is_the_source_itself);
	tcase_add_test(lines, spans_cover_entry_and_text);
	tcase_add_test(lines, line_ends_make_no_difference);
	tcase_add_test(lines, a_byte_order_mark_is_passed_over);
	tcase_add_test(lines, comments_are_kept_where_they_belong);
	tcase_add_test(lines, a_comment_neither_ends_nor_joins_a_text);
	suite_add_tcase(suite, lines);
	tcase_add_checked_fixture(labels, set_up, tear_down);
	tcase_add_test(labels, labels_take_ids_words_or_nothing);
	tcase_add_test(labels, a_profile_has_its_own_labels);
	tcase_add_test(labels, a_template_names_what_it_makes);
	tcase_add_test(labels, kinds_are_known_by_their_head);
	suite_add_tcase(suite, labels);
	tcase_add_checked_fixture(wrong, set_up, tear_down);
	tcase_add_test(wrong, bytes_that_are_no_text);
	tcase_add_test(wrong, characters_that_cannot_be_seen);
	tcase_add_test(wrong, the_head_is_missing_late_or_double);
	tcase_add_test(wrong, a_draft_in_a_layout_of_its_own_is_one_fault);
	tcase_add_test(wrong, a_slip_in_the_head_does_not_hide_the_rest);
	tcase_add_test(wrong, unknown_labels_are_named_with_what_was_meant);
	tcase_add_test(wrong, labels_of_other_documents_are_said_to_be_so);
	tcase_add_test(wrong, fields_in_the_wrong_place);
	tcase_add_test(wrong, text_outside_a_field);
	tcase_add_test(wrong, a_label_without_its_colon_is_read_as_meant);
	tcase_add_test(wrong, an_item_named_within_another_is_a_tie);
	tcase_add_test(wrong, fields_that_hide_in_a_text);
	tcase_add_test(wrong, ids_missing_malformed_or_unwanted);
	tcase_add_test(wrong, fields_that_stand_twice);
	tcase_add_test(wrong, section_letters);
	tcase_add_test(wrong, no_fault_hides_another);
	suite_add_tcase(suite, wrong);
	tcase_add_checked_fixture(large, set_up, tear_down);
	tcase_set_timeout(large, 60);
	tcase_add_test(large, a_file_may_have_very_many_items);
	tcase_add_test(large, a_file_of_faults_alone_is_given_up);
	tcase_add_test(large, a_line_may_be_very_long);
	tcase_add_loop_test(large, no_mangled_line_loses_anything, 0, 14);
	tcase_add_test(large, a_file_may_end_anywhere);
	suite_add_tcase(suite, large);
	return run_suite(suite);
}
