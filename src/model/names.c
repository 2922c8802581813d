/*
 * names.c - the names of the model's values, and the words by which plans call them.
 */
#include "model/bind.h"

static const char *const section_names[EHC_SECTION_COUNT] = {
	[EHC_NO_SECTION] = "",
	[EHC_A] = "A",
	[EHC_B] = "B",
	[EHC_C] = "C",
	[EHC_D] = "D",
	[EHC_E] = "E",
	[EHC_F] = "F",
	[EHC_G] = "G",
	[EHC_H1] = "H1",
	[EHC_H2] = "H2",
	[EHC_I] = "I",
	[EHC_J] = "J",
	[EHC_K] = "K",
};
static const char *const item_names[EHC_ITEM_KINDS] = {
	[EHC_ITEM_ASPIRATION] = "aspiration",
	[EHC_ITEM_NEED] = "need",
	[EHC_ITEM_OUTCOME] = "outcome",
	[EHC_ITEM_PROVISION] = "provision",
	[EHC_ITEM_BUDGET] = "budget",
	[EHC_ITEM_ADVICE] = "advice",
	[EHC_ITEM_COMMENT] = "comment",
	[EHC_ITEM_CONDITION] = "condition",
	[EHC_ITEM_MEDICINE] = "medicine",
	[EHC_ITEM_FEED] = "feed",
	[EHC_ITEM_STAFF] = "staff",
	[EHC_ITEM_TASK] = "task",
	[EHC_ITEM_CARE] = "care",
	[EHC_ITEM_EMERGENCY] = "emergency",
	[EHC_ITEM_CONTACT] = "contact",
	[EHC_ITEM_TRAINING] = "training",
};
static const char *const relation_names[EHC_RELATIONS] = {
	[EHC_REL_FOR] = "for",
	[EHC_REL_TOWARDS] = "towards",
	[EHC_REL_SUPPORTS] = "supports",
	[EHC_REL_EVIDENCE] = "evidence",
	[EHC_REL_PAYS_FOR] = "pays for",
	[EHC_REL_CHANGED] = "changed",
	[EHC_REL_USES] = "uses",
	[EHC_REL_TRAINED_FOR] = "trained for",
	[EHC_REL_DELEGATED_TO] = "delegated to",
	[EHC_REL_COVER] = "cover",
	[EHC_REL_COVERS] = "covers",
	[EHC_REL_NAMES] = "names",
};
static const char *const fault_names[] = {
	[EHC_FAULT_DATE_UNREAL] = "date-unreal",
	[EHC_FAULT_DATE_WORDS] = "date-words",
	[EHC_FAULT_STATUS] = "status",
	[EHC_FAULT_CATEGORY] = "category",
	[EHC_FAULT_THEME] = "theme",
	[EHC_FAULT_AREA] = "area",
	[EHC_FAULT_YES_NO] = "yes-no",
	[EHC_FAULT_ID_LETTER] = "id-letter",
	[EHC_FAULT_LINK_KIND] = "link-kind",
	[EHC_FAULT_LINK_WORDS] = "link-words",
	[EHC_FAULT_ROW_TIES] = "row-ties",
	[EHC_FAULT_ITEMS] = "items",
};

const char *
ehc_section_name(enum ehc_section s)
{
	return section_names[s];
}

const char *
ehc_item_kind_name(enum ehc_item_kind k)
{
	return item_names[k];
}

const char *
ehc_relation_name(enum ehc_relation r)
{
	return relation_names[r];
}

const char *
ehc_fault_name(enum ehc_fault_kind k)
{
	return fault_names[k];
}

bool
ehc_section_read(struct ehc_str s, enum ehc_section *out)
{
	s = ehc_str_trim(s);
	for (int i = EHC_A; i < EHC_SECTION_COUNT; i++)
		if (ehc_str_is_nocase(s, section_names[i])) {
			*out = (enum ehc_section)i;
			return true;
		}
	return false;
}

/* ---- status ---- */

static const struct { const char *words; enum ehc_status status; } statuses[] = {       /* the first row of a status is its name */
	{ "working", EHC_WORKING }, { "working draft", EHC_WORKING },
	{ "draft", EHC_DRAFT }, { "proposed", EHC_DRAFT },
	{ "final", EHC_FINAL },
	{ "proposed amendments", EHC_PROPOSED }, { "proposed amendment", EHC_PROPOSED }, { "proposed amended", EHC_PROPOSED },
	{ "draft amended", EHC_PROPOSED }, { "amended draft", EHC_PROPOSED },
	{ "amended final", EHC_AMENDED_FINAL }, { "final amended", EHC_AMENDED_FINAL }, { "amended", EHC_AMENDED_FINAL },
	{ "ceased", EHC_CEASED },
	{ "agreed", EHC_AGREED_PLAN },
};

/* What "on a draft plan" is about: "draft". */
static struct ehc_str
words_are_on(struct ehc_str words)
{
	static const char *const leads[] = { "on an ", "on a ", "on ", "" };

	words = ehc_str_trim(words);
	for (size_t i = 0; i < EHC_COUNT(leads); i++)
		if (ehc_str_starts_nocase(words, leads[i])) {
			words = ehc_str_trim(ehc_str_sub(words, ehc_str_of(leads[i]).len, words.len));
			break;
		}
	if (ehc_str_ends_nocase(words, " plan"))
		words = ehc_str_trim(ehc_str_sub(words, 0, words.len - 5));
	return words;
}

enum ehc_status
ehc_status_of_words(struct ehc_str words)
{
	words = words_are_on(words);
	for (size_t i = 0; i < EHC_COUNT(statuses); i++)
		if (ehc_str_is_nocase(words, statuses[i].words))
			return statuses[i].status;
	return EHC_STATUS_NONE;
}

bool
ehc_words_are_for_review(struct ehc_str words)
{
	words = words_are_on(words);
	return ehc_str_is_nocase(words, "review") || ehc_str_is_nocase(words, "review form");
}

const char *
ehc_status_name(enum ehc_status s)
{
	for (size_t i = 0; i < EHC_COUNT(statuses); i++)
		if (statuses[i].status == s)
			return statuses[i].words;
	return s == EHC_STATUS_OTHER ? "other" : "";
}

bool
ehc_status_is_final(enum ehc_status s)
{
	return s == EHC_FINAL || s == EHC_AMENDED_FINAL || s == EHC_AGREED_PLAN;
}

/* Drops a closing word and the blanks before it. */
static struct ehc_str
without_end(struct ehc_str s, const char *word)
{
	struct ehc_str left;

	if (!ehc_str_ends_nocase(s, word))
		return s;
	left = ehc_str_trim(ehc_str_sub(s, 0, s.len - ehc_str_of(word).len));
	return left.len > 0 ? left : s;
}

enum ehc_status
ehc_status_read(struct ehc_str s)
{
	size_t bracket = ehc_str_find_nocase(s, "(");

	if (bracket != SIZE_MAX && bracket > 0)
		s = ehc_str_sub(s, 0, bracket);
	s = ehc_words_trim(s);
	if (s.len == 0)
		return EHC_STATUS_NONE;
	s = without_end(s, "plan");
	s = without_end(s, "EHC");
	for (size_t i = 0; i < EHC_COUNT(statuses); i++)
		if (ehc_str_is_nocase(s, statuses[i].words))
			return statuses[i].status;
	return EHC_STATUS_OTHER;
}

/* ---- areas of need and themes of preparing for adulthood ---- */

struct called { const char *words; int value; bool whole; };    /* whole: only as the whole name, too short to be looked for inside another */

static const struct called areas[] = {
	{ "communication and interaction", EHC_AREA_COMMUNICATION, false },
	{ "communication & interaction", EHC_AREA_COMMUNICATION, false },
	{ "speech language and communication", EHC_AREA_COMMUNICATION, false },
	{ "talking and being with people", EHC_AREA_COMMUNICATION, false },
	{ "communication", EHC_AREA_COMMUNICATION, true },
	{ "C&I", EHC_AREA_COMMUNICATION, true },
	{ "cognition and learning", EHC_AREA_COGNITION, false },
	{ "cognition & learning", EHC_AREA_COGNITION, false },
	{ "thinking and learning", EHC_AREA_COGNITION, false },
	{ "C&L", EHC_AREA_COGNITION, true },
	{ "social emotional and mental health", EHC_AREA_SEMH, false },
	{ "social emotional & mental health", EHC_AREA_SEMH, false },
	{ "social emotional mental health", EHC_AREA_SEMH, false },
	{ "SEMH", EHC_AREA_SEMH, false },
	{ "feelings", EHC_AREA_SEMH, true },
	{ "my feelings", EHC_AREA_SEMH, true },
	{ "sensory and physical", EHC_AREA_SENSORY, false },
	{ "sensory or physical", EHC_AREA_SENSORY, false },
	{ "sensory and or physical", EHC_AREA_SENSORY, false },
	{ "sensory & physical", EHC_AREA_SENSORY, false },
	{ "physical and sensory", EHC_AREA_SENSORY, false },
	{ "body and senses", EHC_AREA_SENSORY, false },
	{ "S&P", EHC_AREA_SENSORY, true },
};
static const struct called themes[] = {
	{ "employment", EHC_THEME_EMPLOYMENT, false },
	{ "independent living", EHC_THEME_INDEPENDENCE, false },
	{ "independence", EHC_THEME_INDEPENDENCE, true },
	{ "community", EHC_THEME_COMMUNITY, false },
	{ "good health", EHC_THEME_HEALTH, false },
	{ "health", EHC_THEME_HEALTH, true },
};

#define HEADING_LIMIT 160       /* bytes of a heading that are looked at */

/* Commas and strokes to blanks, one blank for many: "Sensory and/or physical" reads as "sensory and or physical". */
static struct ehc_str
plain_heading(struct ehc_str s, char out[HEADING_LIMIT])
{
	size_t n = 0;

	for (size_t i = 0; i < s.len && n < HEADING_LIMIT; i++) {
		char c = s.ptr[i];

		if (c == ',' || c == '/' || c == '\n' || c == '\t' || c == '.')
			c = ' ';
		if (c == ' ' && (n == 0 || out[n - 1] == ' '))
			continue;
		out[n++] = c;
	}
	return ehc_str_trim((struct ehc_str){ out, n });
}

static int
look_up(const struct called *rows, size_t n, struct ehc_str s)
{
	char room[HEADING_LIMIT];
	struct ehc_str heading;

	if (s.len == 0)
		return 0;
	heading = plain_heading(s, room);
	for (size_t i = 0; i < n; i++)
		if (ehc_str_is_nocase(heading, rows[i].words))
			return rows[i].value;
	for (size_t i = 0; i < n; i++)
		if (!rows[i].whole && ehc_str_has_word(heading, rows[i].words))
			return rows[i].value;
	return 0;
}

const char *
ehc_area_name(enum ehc_area a)
{
	static const char *const names[] = { "", "communication and interaction", "cognition and learning",
		"social, emotional and mental health", "sensory and physical", "other" };

	return names[a];
}

const char *
ehc_theme_name(enum ehc_theme t)
{
	static const char *const names[] = { "", "employment", "independent living", "community", "good health" };

	return names[t];
}

enum ehc_area
ehc_area_read(struct ehc_str s)
{
	return (enum ehc_area)look_up(areas, EHC_COUNT(areas), s);
}

enum ehc_theme
ehc_theme_read(struct ehc_str s)
{
	return (enum ehc_theme)look_up(themes, EHC_COUNT(themes), s);
}

bool
ehc_is_nil(struct ehc_str s)
{
	static const char *const words[] = { "none", "nil", "not applicable", "n/a", "none identified", "no needs identified" };

	s = ehc_words_trim(s);
	if (s.len == 0 || ehc_lower(s.ptr[0]) != 'n')           /* as all of them begin */
		return false;
	return ehc_str_is_one_of(s, words, EHC_COUNT(words));
}
