/*
 * labels.c - writes the label tables of docs/language.md out of grammar/keywords.def, so that they cannot grow apart.
 * Built and run by tests/docs.sh; needs no part of the compiler.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "ehc/syntax.h"

enum {
	P = EHC_IN_P, H = EHC_IN_H, A = EHC_IN_A, T = EHC_IN_T, R = EHC_IN_R, S = EHC_IN_S,
	ON_HEAD = EHC_ON_HEAD, ON_CHILD = EHC_ON_CHILD, ON_TIMELINE = EHC_ON_TIMELINE, ON_SECTION = EHC_ON_SECTION, ON_ROW = EHC_ON_ROW,
	ON_AREA = EHC_ON_AREA, ON_TEXT = EHC_ON_TEXT, ON_ASPIRATION = EHC_ON_ASPIRATION, ON_NEED = EHC_ON_NEED,
	ON_OUTCOME = EHC_ON_OUTCOME, ON_PROVISION = EHC_ON_PROVISION, ON_BUDGET = EHC_ON_BUDGET, ON_ADVICE = EHC_ON_ADVICE,
	ON_COMMENT = EHC_ON_COMMENT, ON_CONDITION = EHC_ON_CONDITION, ON_MEDICINE = EHC_ON_MEDICINE, ON_FEED = EHC_ON_FEED,
	ON_STAFF = EHC_ON_STAFF, ON_TASK = EHC_ON_TASK, ON_CARE = EHC_ON_CARE, ON_EMERGENCY = EHC_ON_EMERGENCY,
	ON_CONTACT = EHC_ON_CONTACT, ON_TRAINING = EHC_ON_TRAINING, ON_PHRASE = EHC_ON_PHRASE, ON_SERVICE = EHC_ON_SERVICE,
	ON_TASKTYPE = EHC_ON_TASKTYPE, ON_SETTING = EHC_ON_SETTING, ON_LOGO = EHC_ON_LOGO, ON_ANY = EHC_ON_ANY,
};

struct row {
	const char *spelling;
	unsigned docs;
	enum ehc_level level;
	enum ehc_form form;
	unsigned on;
	enum ehc_value_kind value;
	bool many;
	const char *meaning;
	enum ehc_label label;
};
#define ONE false
#define MANY true
static const struct row rows[] = {
#define KEYWORD(id, spelling, docs, level, form, on, value, many, meaning) \
	{ spelling, docs, EHC_LEVEL_##level, EHC_FORM_##form, on, EHC_VALUE_##value, many, meaning, EHC_L_##id },
#define ALIAS(id, docs, on, spelling)
#include "keywords.def"
};
static const struct { enum ehc_label label; const char *spelling; } aliases[] = {
#define KEYWORD(id, spelling, docs, level, form, on, value, many, meaning)
#define ALIAS(id, docs, on, spelling) { EHC_L_##id, spelling },
#include "keywords.def"
};
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *const values[] = { "prose", "words", "status", "date", "dates", "ids", "amount", "who", "yes or no", "agreement", "entries with dates" };
static const char *const forms[] = { "", " ID", " NAME" };

static void
put_also(enum ehc_label label)
{
	const char *before = "";

	for (size_t i = 0; i < COUNT(aliases); i++)
		if (aliases[i].label == label) {
			printf("%s`%s`", before, aliases[i].spelling);
			before = ", ";
		}
}

static void
put_documents(unsigned docs)
{
	static const struct { unsigned bit; const char *name; } names[] = {
		{ P, "EHC plan" }, { H, "health care plan" }, { A, "advice report" }, { T, "template" }, { R, "profile" },
		{ S, "style" },
	};
	const char *before = "";

	for (size_t i = 0; i < COUNT(names); i++)
		if ((docs & names[i].bit) != 0) {
			printf("%s%s", before, names[i].name);
			before = ", ";
		}
}

static void
put_owners(unsigned on)
{
	static const struct { unsigned bit; const char *name; } names[] = {
		{ ON_HEAD, "head" }, { ON_CHILD, "child" }, { ON_TIMELINE, "timeline" }, { ON_SECTION, "section" }, { ON_ROW, "row" },
		{ ON_AREA, "area" }, { ON_TEXT, "texts" }, { ON_ASPIRATION, "aspiration" }, { ON_NEED, "need" }, { ON_OUTCOME, "outcome" },
		{ ON_PROVISION, "provision" }, { ON_BUDGET, "budget" }, { ON_ADVICE, "advice" }, { ON_COMMENT, "comment" },
		{ ON_CONDITION, "condition" }, { ON_MEDICINE, "medicine" }, { ON_FEED, "feed" }, { ON_STAFF, "staff" }, { ON_TASK, "task" },
		{ ON_CARE, "care" }, { ON_EMERGENCY, "emergency" }, { ON_CONTACT, "contact" }, { ON_TRAINING, "training" },
		{ ON_PHRASE, "phrase" }, { ON_SERVICE, "service" }, { ON_TASKTYPE, "task" }, { ON_SETTING, "rule" },
		{ ON_LOGO, "logo" },
	};
	const char *before = "";

	if ((on & ON_ANY) == ON_ANY) {
		printf("every item");
		on &= ~(unsigned)ON_ANY;
		before = ", ";
	}
	for (size_t i = 0; i < COUNT(names); i++)
		if ((on & names[i].bit) != 0) {
			printf("%s%s", before, names[i].name);
			before = ", ";
		}
}

/* Labels at the margin of these documents and levels. */
static void
put_margin(const char *title, unsigned docs, unsigned levels)
{
	printf("\n**%s**\n\n| label | in | what it is | also read |\n| --- | --- | --- | --- |\n", title);
	for (size_t i = 0; i < COUNT(rows); i++)
		if ((rows[i].docs & docs) != 0 && (levels & (1u << rows[i].level)) != 0) {
			printf("| `%s%s:` | ", rows[i].spelling, forms[rows[i].form]);
			put_documents(rows[i].docs);
			printf(" | %s%s | ", rows[i].meaning, rows[i].level != EHC_LEVEL_ITEM && rows[i].many ? "; may be repeated" : "");
			put_also(rows[i].label);
			printf(" |\n");
		}
}

/* Fields that belong to one of `on`, and only those that also belong to nothing else where `only` says so. */
static void
put_fields(const char *title, unsigned docs, unsigned on, unsigned not_on, bool owners)
{
	printf("\n**%s**\n\n| field |%s holds | what it is | also read |\n| --- |%s --- | --- | --- |\n", title, owners ? " of |" : "",
	    owners ? " --- |" : "");
	for (size_t i = 0; i < COUNT(rows); i++)
		if (rows[i].level == EHC_LEVEL_FIELD && (rows[i].docs & docs) != 0 && (rows[i].on & on) != 0 && (rows[i].on & not_on) == 0) {
			printf("| `%s%s:` | ", rows[i].spelling, forms[rows[i].form]);
			if (owners) {
				put_owners(rows[i].on);
				printf(" | ");
			}
			printf("%s | %s%s | ", values[rows[i].value], rows[i].meaning, rows[i].many ? "; may be repeated" : "");
			put_also(rows[i].label);
			printf(" |\n");
		}
}

int
main(void)
{
	const unsigned plans = P | H | A;
	const unsigned blocks = 1u << EHC_LEVEL_SECTION | 1u << EHC_LEVEL_ROW | 1u << EHC_LEVEL_BLOCK;
	const unsigned apart = ON_HEAD | ON_CHILD | ON_TIMELINE;

	put_margin("Heads: the first line of a file", P | H | A | T | R | S, 1u << EHC_LEVEL_HEAD);
	put_margin("Blocks, sections and rows", plans, blocks);
	put_margin("Texts at the margin", plans, 1u << EHC_LEVEL_TEXT);
	put_margin("Items", plans, 1u << EHC_LEVEL_ITEM);
	put_fields("Fields of the head", plans, ON_HEAD, ON_ANY, false);
	put_fields("Fields of the child", plans, ON_CHILD, 0, false);
	put_fields("Fields of the timeline", plans, ON_TIMELINE, 0, false);
	put_fields("Fields of sections, rows, texts and items", plans, ~apart, 0, true);
	put_fields("In templates only", T, ON_ANY, P | H | A, false);
	put_margin("In a profile", R, blocks | 1u << EHC_LEVEL_TEXT);
	put_fields("Fields in a profile", R, ~0u, 0, true);
	put_margin("In a house style", S, blocks | 1u << EHC_LEVEL_TEXT);
	put_fields("Fields in a house style", S, ~0u, 0, true);
	return 0;
}
