/*
 * look.c - what is asked of a house style: that each of its lines can be put in force, and that plans printed in it can
 * be read. The faults themselves are found where styles are read (src/document/style.c), because `ehc build` needs them
 * too; here each kind of them is a rule.
 */
#include "rules/rules.h"
#include "ehc/style.h"

/* The faults of one kind that this file itself is to blame for; those of a style that it extends are found there. */
static void
report(struct ehc_check *c, enum ehc_style_fault_kind kind)
{
	const struct ehc_style *s = ehc_style_of(c->arena, c->plan->tree, NULL);

	for (size_t i = 0; i < s->faults.count; i++) {
		const struct ehc_style_fault *f = &s->faults.items[i];

		if (f->kind == kind && f->at.source == c->plan->source)
			ehc_flag_words(c, NULL, f->at.span, "%.*s.", EHC_ARG(f->message));
	}
}

/* ORDER LOOK */
static void bad_colour(struct ehc_check *c, const struct ehc_rule *self) { (void)self; report(c, EHC_LOOK_COLOUR); }
static void too_pale(struct ehc_check *c, const struct ehc_rule *self) { (void)self; report(c, EHC_LOOK_CONTRAST); }
static void bad_size(struct ehc_check *c, const struct ehc_rule *self) { (void)self; report(c, EHC_LOOK_SIZE); }
static void bad_font(struct ehc_check *c, const struct ehc_rule *self) { (void)self; report(c, EHC_LOOK_FONT); }
static void logo_without_words(struct ehc_check *c, const struct ehc_rule *self) { (void)self; report(c, EHC_LOOK_LOGO_WORDS); }
static void bad_logo(struct ehc_check *c, const struct ehc_rule *self) { (void)self; report(c, EHC_LOOK_LOGO_FILE); }
static void bad_setting(struct ehc_check *c, const struct ehc_rule *self) { (void)self; report(c, EHC_LOOK_SETTING); }
static void broken_chain(struct ehc_check *c, const struct ehc_rule *self) { (void)self; report(c, EHC_LOOK_EXTENDS); }
static void sizes_out_of_order(struct ehc_check *c, const struct ehc_rule *self) { (void)self; report(c, EHC_LOOK_ORDER); }

/* LOOK-010 */
static void
set_twice(struct ehc_check *c, const struct ehc_rule *self)
{
	(void)self;
	for (const struct ehc_node *n = c->plan->tree->first; n != NULL; n = n->next)
		for (const struct ehc_node *m = c->plan->tree->first; m != n && n->words.len > 0; m = m->next) {
			struct ehc_finding *f;

			if (m->label != n->label || !ehc_str_eq_nocase(ehc_str_trim(m->words), ehc_str_trim(n->words)))
				continue;
			f = ehc_flag_words(c, NULL, n->head_span, "`%.*s` is set twice; the later line wins.", EHC_ARG(n->head));
			ehc_finding_relate(c->out, f, m->head_span, EHC_STR("set here before"));
			break;
		}
}

#define PRACTICE .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_STYLE, .source = "", .confidence = EHC_PRACTICE, .basis = EHC_BASIS_PRACTICE

const struct ehc_rule ehc_rules_look[] = {
	{ .id = "LOOK-001", .title = "A colour is that of a part, and can be read", .severity = EHC_ERROR, PRACTICE, .run = bad_colour,
	  .why = "A colour that cannot be read is not in force, and plans are printed in another.",
	  .fix = "Write `colour <part>: #<six digits or letters a to f>`. The parts are text, quiet text, headings, links, rules, table heads, "
	      "table head text, notices, warnings, warning notices and draft mark." },
	{ .id = "LOOK-002", .title = "What is printed stands out from what is behind it", .severity = EHC_ERROR,
	  .class_ = EHC_COMPLETENESS, .documents = EHC_FOR_STYLE, .source = "WCAG 2.1, success criteria 1.4.3 and 1.4.11",
	  .confidence = EHC_SECONDARY, .basis = EHC_BASIS_GUIDANCE, .run = too_pale,
	  .why = "Families, and children who read their own plans, may have low sight; words that are pale on their ground are lost to them.",
	  .fix = "Make the darker of the two colours darker, or the lighter one lighter: 4.5:1 for text, 3:1 for large text (18 points, or 14 in "
	      "bold) and for lines." },
	{ .id = "LOOK-003", .title = "Letters are large enough, and fit the page", .severity = EHC_ERROR, PRACTICE, .run = bad_size,
	  .why = "Small print is hard to read for many people, and a plan is read in meetings, at a glance, by tired people.",
	  .fix = "Write `size text: <12 or more> pt`, and 11 or more for tables and small print. Twelve points is common good practice for what is "
	      "read at length; nothing in a plan is fit to be smaller than eleven." },
	{ .id = "LOOK-004", .title = "The font is one that is built in, and prints the words of the house", .severity = EHC_ERROR, PRACTICE, .run = bad_font,
	  .why = "A plan must look the same, and be read aloud in the same words, on every machine; so only fonts that go into the file are used.",
	  .fix = "Write `font: Noto Sans` or `font: DejaVu Sans`, and leave out a sign that neither has, or say it in words." },
	{ .id = "LOOK-005", .title = "A logo has words for those who cannot see it", .severity = EHC_ERROR, PRACTICE, .run = logo_without_words,
	  .why = "A logo says whose plan this is. A reader who cannot see it must be told the same; it is never mere decoration.",
	  .fix = "Write `alt text: <name of the council or service>` under the logo." },
	{ .id = "LOOK-006", .title = "The logo's file can be printed", .severity = EHC_ERROR, PRACTICE, .run = bad_logo,
	  .why = "No plan can be printed in a style whose logo is missing or damaged.",
	  .fix = "Put a PNG or JPEG file in RGB or grey beside the style, and name it in `logo: <file>`." },
	{ .id = "LOOK-007", .title = "Paper, layout, parts and lines are ones that exist", .severity = EHC_ERROR, PRACTICE, .run = bad_setting,
	  .why = "A setting that cannot be read is not in force.",
	  .fix = "Write `paper: A4 portrait` or `A4 landscape`; `layout: tables`, `rows` or `cards`; `print <part>: yes` or `no`." },
	{ .id = "LOOK-008", .title = "The style that is extended can be used", .severity = EHC_ERROR, PRACTICE, .run = broken_chain,
	  .why = "No plan can be printed in a style whose foundation is missing.",
	  .fix = "Name a style beside this one, or an installed one, under `extends:`." },
	{ .id = "LOOK-009", .title = "Headings are no smaller than what they head", .severity = EHC_ERROR, PRACTICE, .run = sizes_out_of_order,
	  .why = "Readers who skim find their place by the size of headings.",
	  .fix = "Let the sizes go down: `size title:`, `size section headings:`, `size headings:`, `size text:`." },
	{ .id = "LOOK-010", .title = "A thing is set once", .severity = EHC_WARNING, PRACTICE, .run = set_twice,
	  .why = "Two settings of one thing leave the reader to guess which one is meant.",
	  .fix = "Keep one of the two lines." },
	EHC_NO_MORE_RULES
};
