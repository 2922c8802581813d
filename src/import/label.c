/*
 * label.c - the labels of sections, columns and details in the forms that councils give them. Letters decide where there
 * are letters; words decide where there are none.
 */
#include "import/recognise.h"

#include <ctype.h>
#include <string.h>

struct ehc_str
label_fold(struct ehc_arena *a, struct ehc_str s)
{
	char *to = ehc_arena_alloc(a, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		if ((unsigned char)s.ptr[i] == 0xE2 && i + 2 < s.len && (unsigned char)s.ptr[i + 1] == 0x80) {
			unsigned char c = (unsigned char)s.ptr[i + 2];

			to[n++] = c == 0x98 || c == 0x99 ? '\'' : c == 0x9C || c == 0x9D ? '"' : '-';
			i += 2;
		} else if (s.ptr[i] == ' ' || s.ptr[i] == '\n') {
			if (n > 0 && to[n - 1] != ' ')
				to[n++] = ' ';
		} else
			to[n++] = (char)tolower((unsigned char)s.ptr[i]);
	}
	while (n > 0 && strchr(" .:;,-?*", to[n - 1]) != NULL)
		n--;
	return (struct ehc_str){ to, n };
}

bool
has_any(struct ehc_str s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (ehc_str_find_nocase(s, *words) != SIZE_MAX)
			return true;
	return false;
}

bool
is_any(struct ehc_str s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (ehc_str_is_nocase(s, *words))
			return true;
	return false;
}

bool
starts_any(struct ehc_str s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (ehc_str_starts_nocase(s, *words))
			return true;
	return false;
}

/* ---- sections ---- */

enum ehc_section
first_section(unsigned sections)
{
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++)
		if ((sections & BIT(s)) != 0)
			return (enum ehc_section)s;
	return EHC_NO_SECTION;
}

/* What the title of a section speaks of. */
bool
label_has_subject(struct ehc_str folded, enum ehc_section s)
{
	static const char *const words[EHC_SECTION_COUNT][10] = {
		[EHC_A] = { "views", "interests", "aspirations", "about me", "history", "story", "who i am", NULL },
		[EHC_B] = { "educational need", "education need", "special need", "needs", "strengths, difficulties", NULL },
		[EHC_C] = { "health", NULL },
		[EHC_D] = { "social care", "social need", NULL },
		[EHC_E] = { "outcome", "achieve", NULL },
		[EHC_F] = { "provision", "support", "help", NULL },
		[EHC_G] = { "health", NULL },
		[EHC_H1] = { "social care", "social", "csdpa", "chronically sick", NULL },
		[EHC_H2] = { "social care", "social", "any other", NULL },
		[EHC_I] = { "placement", "school", "setting", "college", "institution", NULL },
		[EHC_J] = { "personal budget", "direct payment", NULL },
		[EHC_K] = { "advice", "information", "appendi", "reports", NULL },
	};

	return s != EHC_NO_SECTION && has_any(folded, words[s]);
}

/* "H1", "F", "A2": its bytes, 0 for none; a digit behind a letter other than H is a part of the section. */
static size_t
letter_at(struct ehc_str s, size_t i, enum ehc_section *out)
{
	size_t n = 1;
	char name[3] = { 0, 0, 0 };

	if (i >= s.len || s.ptr[i] < 'A' || s.ptr[i] > 'K' || (i > 0 && isalnum((unsigned char)s.ptr[i - 1])))
		return 0;
	name[0] = s.ptr[i];
	if (i + 1 < s.len && (s.ptr[i + 1] == '1' || s.ptr[i + 1] == '2') && strchr("ACDH", s.ptr[i]) != NULL) {
		n = 2;
		name[1] = name[0] == 'H' ? s.ptr[i + 1] : '\0';
	} else if (name[0] == 'H')
		name[1] = '1';
	if (i + n < s.len && (isalnum((unsigned char)s.ptr[i + n]) || s.ptr[i + n] == '\'' || (s.ptr[i + n] == '.' && i + n + 1 < s.len && ehc_is_digit(s.ptr[i + n + 1]))))
		return 0;
	return ehc_section_read((struct ehc_str){ name, strlen(name) }, out) ? n : 0;
}

static size_t
skip_blanks(struct ehc_str s, size_t i)
{
	while (i < s.len && (s.ptr[i] == ' ' || s.ptr[i] == '\n'))
		i++;
	return i;
}

/* "section ", "parts ": its bytes with the blank, else 0. */
static size_t
keyword_at(struct ehc_str s, size_t i)
{
	static const char *const words[] = { "sections", "section", "parts", "part" };
	struct ehc_str rest = ehc_str_sub(s, i, s.len);

	for (size_t w = 0; w < EHC_COUNT(words); w++) {
		size_t n = strlen(words[w]);

		if (ehc_str_starts_nocase(rest, words[w]) && n < rest.len && (rest.ptr[n] == ' ' || rest.ptr[n] == '\n'))
			return skip_blanks(s, i + n) - i;
	}
	return 0;
}

/* What joins two letters: "and", "&", "/", ",", "-"; with a bracket before it: "C (health) and G". Its bytes, 0 for none. */
static size_t
joint_at(struct ehc_str s, size_t i)
{
	static const char *const joints[] = { "and ", "& ", "/", ", and ", ", ", "-", "+ " };
	size_t at = skip_blanks(s, i);

	if (at < s.len && s.ptr[at] == '(') {
		const char *end = memchr(s.ptr + at, ')', s.len - at);

		if (end == NULL)
			return 0;
		at = skip_blanks(s, (size_t)(end - s.ptr) + 1);
	}
	for (size_t j = 0; j < EHC_COUNT(joints); j++)
		if (ehc_str_starts_nocase(ehc_str_sub(s, at, s.len), joints[j])) {
			at = skip_blanks(s, at + strlen(joints[j]));
			return at + keyword_at(s, at) - i;
		}
	return 0;
}

/* Letters from i on, joined; *end is behind the last. */
static unsigned
letters_at(struct ehc_str s, size_t i, size_t *end)
{
	enum ehc_section one;
	unsigned found = 0;
	size_t n;

	*end = i;
	while ((n = letter_at(s, i, &one)) > 0) {
		found |= BIT(one);
		*end = i + n;
		n = joint_at(s, *end);
		if (n == 0)
			break;
		i = *end + n;
	}
	return found;
}

/* A joint stands before s.ptr[i]. */
static bool
is_joined(struct ehc_str s, size_t i)
{
	struct ehc_str before = ehc_str_sub(s, 0, i);

	return ehc_str_ends_nocase(before, "and ") || ehc_str_ends_nocase(before, "& ") || ehc_str_ends_nocase(before, "/ ");
}

/* "(Section F)", "(B-F-E)", "... AND SECTION F - ..." further on in a heading; "as in Section B" only speaks of it. */
static unsigned
letters_within(struct ehc_str s, size_t from)
{
	unsigned found = 0;
	size_t end, n;

	for (size_t i = from; i < s.len; i++) {
		bool bracket = s.ptr[i] == '(' && (i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '\n');

		if (i > 0 && isalnum((unsigned char)s.ptr[i - 1]))
			continue;
		n = keyword_at(s, i + (bracket ? 1 : 0));
		if (!bracket && (n == 0 || (i > 0 && !is_joined(s, i))))
			continue;
		n += i + (bracket ? 1 : 0);
		if (letter_at(s, n, &(enum ehc_section){ EHC_NO_SECTION }) == 0)
			continue;
		{
			unsigned some = letters_at(s, n, &end);

			if (!bracket || (end < s.len && s.ptr[end] == ')'))
				found |= some;
		}
	}
	return found;
}

/* The section that a heading without a letter speaks of, in so many words. */
static enum ehc_section
section_of_words(struct ehc_str f)
{
	static const struct { const char *words; enum ehc_section section; } known[] = {
		{ "special educational needs", EHC_B }, { "special education needs", EHC_B }, { "educational needs", EHC_B },
		{ "health care needs", EHC_C }, { "healthcare needs", EHC_C }, { "health needs", EHC_C }, { "social care needs", EHC_D },
		{ "outcomes", EHC_E }, { "special educational provision", EHC_F }, { "special education provision", EHC_F },
		{ "educational provision", EHC_F }, { "health care provision", EHC_G }, { "healthcare provision", EHC_G },
		{ "health provision", EHC_G }, { "social care provision", EHC_H1 }, { "placement", EHC_I },
		{ "educational placement", EHC_I }, { "personal budget", EHC_J }, { "direct payments", EHC_J }, { "direct payment", EHC_J },
		{ "advice and information", EHC_K }, { "views, interests and aspirations", EHC_A }, { "all about me", EHC_A },
		{ "one page profile", EHC_A }, { "about me", EHC_A }, { "who i am", EHC_A }, { "views", EHC_A }, { "views and aspirations", EHC_A }, { "views, wishes and aspirations", EHC_A },
		{ "who helped to write my plan", EHC_K }, { "who helped to write this plan", EHC_K }, { "who contributed to this plan", EHC_K }, { "people who contributed", EHC_K }, { "people who contributed to this plan", EHC_K },
		{ "reports and advice", EHC_K }, { "advice", EHC_K }, { "advice received", EHC_K }, { "information and advice", EHC_K }, { "advice and reports", EHC_K },
	};

	static const char *const disabled[] = { "csdpa", "chronically sick", NULL }, *const rest[] = { "any other social care", "other social care provision", NULL };

	if (ehc_str_starts_nocase(f, "my "))
		f = ehc_str_sub(f, 3, f.len);
	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if (ehc_str_is_nocase(f, known[i].words))
			return known[i].section;
	if (ehc_str_find_word(f, "provision") != SIZE_MAX)
		return has_any(f, rest) ? EHC_H2 : has_any(f, disabled) ? EHC_H1 : EHC_NO_SECTION;
	return EHC_NO_SECTION;
}

/* "Health needs and provision", "Outcomes and special educational provision": several sections under one heading. */
static unsigned
sections_of_words(struct ehc_str f)
{
	static const char *const plans[] = { "care plan", "ehc plan", "ehcp", NULL };
	bool needs = ehc_str_find_word(f, "needs") != SIZE_MAX, outcomes = ehc_str_find_word(f, "outcomes") != SIZE_MAX, provision = ehc_str_find_word(f, "provision") != SIZE_MAX;
	bool health = ehc_str_has(f, "health"), social = ehc_str_has(f, "social care");

	if (needs + outcomes + provision < 2 || line_words(f) > 14 || has_any(f, plans) || (health && social))
		return 0;
	return (needs ? BIT(social ? EHC_D : health ? EHC_C : EHC_B) : 0) | (outcomes ? BIT(EHC_E) : 0) |
	    (provision ? social ? BIT(EHC_H1) | BIT(EHC_H2) : health ? BIT(EHC_G) : BIT(EHC_F) : 0);
}

static size_t
skip_title_mark(struct ehc_str s, size_t i, bool *marked)
{
	static const char *const marks[] = { ".", ":", "-", "\xE2\x80\x93", "\xE2\x80\x94", "|", "\n", ")" };
	size_t at = i;

	*marked = at >= s.len || s.ptr[at] == '\n';
	for (bool more = true; more;) {
		more = false;
		while (at < s.len && s.ptr[at] == ' ')
			at++;
		for (size_t m = 0; m < EHC_COUNT(marks); m++)
			if (ehc_str_starts_nocase(ehc_str_sub(s, at, s.len), marks[m])) {
				at += strlen(marks[m]);
				more = *marked = true;
				break;
			}
	}
	return at;
}

/* A title, or words of the section that stand on the same line? */
static void
take_title(struct ehc_str rest, bool is_title, struct section_label *out)
{
	bool sentence = rest.len > 0 && rest.ptr[rest.len - 1] == '.' && line_words(rest) > 6;

	if ((sentence && !is_title) || line_words(rest) > 60)
		out->content = rest;
	else
		out->title = rest;
}

bool
label_section(struct reader *r, struct ehc_str text, bool is_title, struct section_label *out)
{
	static const char *const counted[] = { "part ", "section ", NULL };
	size_t number = text.len > 0 && (ehc_is_digit(text.ptr[0]) || starts_any(text, counted)) ? line_number(text) : 0, keyword, at, end;
	bool bracket = false, marked, subject = false;
	struct ehc_str folded, rest;
	unsigned found;

	*out = (struct section_label){ .sections = 0 };
	/* "3. Section C: Health needs", "Part 3: My health needs (Section C)" */
	text = ehc_str_sub(text, number, text.len);
	at = keyword = keyword_at(text, 0);
	if (keyword == 0 && text.len > 2 && text.ptr[0] == '(') {
		bracket = true;
		at = 1 + keyword_at(text, 1);
	}
	found = letters_at(text, at, &end);
	if (found != 0 && bracket && (end >= text.len || text.ptr[end] != ')'))
		found = 0;
	if (found != 0) {
		rest = ehc_str_sub(text, skip_title_mark(text, end, &marked), text.len);
		folded = label_fold(r->a, rest);
		for (int s = EHC_A; s < EHC_SECTION_COUNT; s++)
			subject = subject || ((found & BIT(s)) != 0 && label_has_subject(folded, (enum ehc_section)s));
		if (keyword > 0 ? marked || is_title || (subject && line_words(rest) <= 8) :
		    (subject && (marked || is_title || bracket) && (is_title || (line_words(rest) <= 45 && !ehc_str_ends_nocase(rest, ".")))) ||
		    (rest.len == 0 && is_title && end > 0)) {
			out->sections = found | letters_within(text, end);
			out->lettered = true;
			take_title(rest, is_title, out);
			return true;
		}
	}
	/* "Part 9: Where I will go to school (Section I)" is a heading however long. */
	if (!is_title && !(number > 0 && ehc_str_ends_nocase(text, ")") && line_words(text) <= 20))
		return false;
	out->sections = letters_within(text, 0);
	out->lettered = out->sections != 0;
	out->title = text;
	if (!is_title)
		return out->lettered;
	if (out->sections == 0 && section_of_words(label_fold(r->a, text)) != EHC_NO_SECTION)
		out->sections = BIT(section_of_words(label_fold(r->a, text)));
	if (out->sections == 0)
		out->sections = sections_of_words(label_fold(r->a, text));
	return out->sections != 0;
}

/* ---- areas, voices, nothing at all ---- */

bool
label_area(struct ehc_str text)
{
	static const char *const areas[] = { "communication and interaction", "communication & interaction", "cognition and learning", "cognition & learning",
		"social, emotional", "social emotional", "emotional and mental health", "semh", "sensory and", "sensory &", "sensory/", "physical",
		"self-care", "self care", "independence", "preparing for adulthood", "preparation for adulthood", "thinking and learning",
		"talking and being", "body and senses", "across all areas", "all areas", "employment", "independent living", "community inclusion", "good health", NULL };

	return line_words(text) <= 14 && has_any(text, areas);
}

enum ehc_label
label_voice(struct ehc_str text)
{
	static const struct { enum ehc_label label; const char *words[14]; } kinds[] = {
		{ EHC_L_YP_VIEWS, { "young person's views", "young person's wishes", "views of the young person", NULL } },
		{ EHC_L_VIEWS_METHOD, { "gathered", "been involved", "took part", "taken part", "contributed", "participat", "how we found out", NULL } },
		{ EHC_L_PARENT_VIEWS, { "parent", "family", "mum", "dad", "mother", "father", "carer", NULL } },
		{ EHC_L_HISTORY, { "story", "history", "journey", "background", "my life so far", NULL } },
		{ EHC_L_COMMUNICATION, { "talk with", "talk to", "communicat", NULL } },
		{ EHC_L_CHILD_VIEWS, { "supported", "hard for", "help", "support", "difficult", "worr", "not working", "don't like", "do not like", NULL } },
		{ EHC_L_ASPIRATION, { "hope", "aspiration", "dream", "future", "would like", "goals", "ambition", "when i am older", "when i grow up", "want to", "wants to", NULL } },
		{ EHC_L_STRENGTHS, { "strength", "like about", "like and admire", "good at", "admire", "proud", "working for me", "working well", "can do well", NULL } },
		{ EHC_L_INTERESTS, { "like", "enjoy", "interest", "love", "favourite", "important to", NULL } },
		{ EHC_L_CHILD_VIEWS, { "views", "wish", "feel", "voice", "about me", " says", NULL } },
	};

	for (size_t i = 0; i < EHC_COUNT(kinds); i++)
		if (has_any(text, kinds[i].words))
			return kinds[i].label;
	return EHC_L_NONE;
}

bool
label_nil(struct ehc_str text)
{
	static const char *const whole[] = { "none", "n/a", "na", "nil", "not applicable", "none identified", "not required", "none known", "no", "nothing", "nothing identified", "nothing known", "none specified", "none at present", "none at this time", "none requested", "none required", "nothing required", "none needed", "not needed", "no needs", "no needs identified", "not relevant", "no concerns", NULL };
	static const char *const part[] = { "no identified ", "no needs have been identified", "not been identified", "none identified", "does not apply", "no health needs", "no social care needs",
		"no special educational needs", "no provision is required", "no health provision", "no social care provision", "no personal budget", "no direct payment", "not requested", "not asked for", "not been requested", "not requested a", "not applicable", "no known health", "no known social", "no health care needs", "no medical needs", NULL };

	static const char *const all[] = { "none ", "there are none", "there is none", "there are no ", "there is no ", "nothing ", NULL }, *const said[] = { "identified", "required", "needed", "requested", "known", "reported", "recorded", "noted", "there are none", "there is none", "at present", "at this time", "necessary", NULL };
	static const char *const none[] = { " required", " needed", " identified", " necessary", " requested", " been made", NULL };

	while (text.len > 0 && strchr(" .", text.ptr[text.len - 1]) != NULL)
		text.len--;
	if (is_any(text, whole))
		return true;
	if (starts_any(text, all) && line_words(text) <= 10 && has_any(text, said))
		return true;
	/* "No other social care provision is required"; "No more than two adults are needed" is a rule. */
	if (ehc_str_starts_nocase(text, "no ") && !ehc_str_starts_nocase(text, "no more ") && line_words(text) <= 14 && has_any(text, none))
		return true;
	return line_words(text) <= 25 && has_any(text, part);
}

/* ---- columns ---- */

struct column_word { const char *words; enum ehc_label label; enum ehc_section section; bool whole; };

static const struct column_word columns[] = {
	{ "which need", EHC_L_FOR, 0, false }, { "need met", EHC_L_FOR, 0, false }, { "linked need", EHC_L_FOR, 0, false }, { "links to need", EHC_L_FOR, 0, false },
	{ "need addressed", EHC_L_FOR, 0, false }, { "for need", EHC_L_FOR, 0, true }, { "linked outcome", EHC_L_TOWARDS, 0, false }, { "which outcome", EHC_L_TOWARDS, 0, false },
	{ "outcome met", EHC_L_TOWARDS, 0, false }, { "links to outcome", EHC_L_TOWARDS, 0, false }, { "towards", EHC_L_TOWARDS, 0, true },
	{ "how often", EHC_L_HOW_OFTEN, 0, false }, { "frequency", EHC_L_HOW_OFTEN, 0, false }, { "how much", EHC_L_HOW_OFTEN, 0, false }, { "amount", EHC_L_HOW_OFTEN, 0, true },
	{ "duration", EHC_L_HOW_OFTEN, 0, false }, { "hours", EHC_L_HOW_OFTEN, 0, true }, { "when", EHC_L_HOW_OFTEN, 0, true },
	{ "by whom", EHC_L_WHO, 0, false }, { "by who", EHC_L_WHO, 0, false }, { "delivered by", EHC_L_WHO, 0, false }, { "provided by", EHC_L_WHO, 0, false },
	{ "who will check", EHC_L_MEASURED_BY, 0, false }, { "who will measure", EHC_L_MEASURED_BY, 0, false }, { "who will review", EHC_L_REVIEW, 0, false }, { "who will monitor", EHC_L_REVIEW, 0, false },
	{ "who will", EHC_L_WHO, 0, false }, { "who provides", EHC_L_WHO, 0, false }, { "who delivers", EHC_L_WHO, 0, false }, { "who does", EHC_L_WHO, 0, false }, { "who", EHC_L_WHO, 0, true }, { "staff", EHC_L_WHO, 0, true }, { "staffing", EHC_L_WHO, 0, false }, { "expertise", EHC_L_WHO, 0, false }, { "staff involved", EHC_L_WHO, 0, false }, { "professional", EHC_L_WHO, 0, true }, { "adult", EHC_L_WHO, 0, true },
	{ "person responsible", EHC_L_WHO, 0, false }, { "responsible person", EHC_L_WHO, 0, false }, { "lead", EHC_L_WHO, 0, true }, { "responsibility", EHC_L_WHO, 0, true },
	{ "how we will know", EHC_L_REVIEW, 0, false }, { "how will we know", EHC_L_REVIEW, 0, false }, { "monitoring arrangements", EHC_L_REVIEW, 0, false },
	{ "reviewed", EHC_L_REVIEW, 0, false }, { "review", EHC_L_REVIEW, 0, false }, { "how it will be measured", EHC_L_REVIEW, 0, false }, { "how will it be measured", EHC_L_REVIEW, 0, false },
	{ "measured by", EHC_L_MEASURED_BY, 0, false }, { "success criteria", EHC_L_MEASURED_BY, 0, false }, { "baseline", EHC_L_BASELINE, 0, false },
	{ "starting point", EHC_L_BASELINE, 0, false }, { "to be reached by", EHC_L_BY, 0, false }, { "steps on the way", EHC_L_OUTCOME_STEP, 0, false },
	{ "how it is measured", EHC_L_MEASURED_BY, 0, false }, { "supports", EHC_L_SUPPORTS, 0, true }, { "evidence", EHC_L_EVIDENCE, 0, true }, { "for", EHC_L_FOR, 0, true },
	{ "based on", EHC_L_INFORMED_BY, 0, true }, 
	{ "by when", EHC_L_BY, 0, false }, { "timescale", EHC_L_BY, 0, false }, { "target date", EHC_L_BY, 0, false }, { "deadline", EHC_L_BY, 0, false }, { "to be achieved by", EHC_L_BY, 0, false },
	{ "funding", EHC_L_FUNDED_BY, 0, false }, { "funded by", EHC_L_FUNDED_BY, 0, false }, { "medium-term", EHC_L_OUTCOME_STEP, 0, false }, { "medium term", EHC_L_OUTCOME_STEP, 0, false },
	{ "steps to", EHC_L_OUTCOME_STEP, 0, false }, { "short-term", EHC_L_OUTCOME_STEP, 0, false }, { "short term", EHC_L_OUTCOME_STEP, 0, false }, { "steps towards", EHC_L_OUTCOME_STEP, 0, false },
	{ "start date", EHC_L_FROM, 0, false }, { "starting", EHC_L_FROM, 0, true }, { "start", EHC_L_FROM, 0, true }, { "from when", EHC_L_FROM, 0, true }, { "end date", EHC_L_UNTIL, 0, false },
	{ "dosage", EHC_L_HOW_OFTEN, 0, true }, { "times per week", EHC_L_HOW_OFTEN, 0, false }, { "ratio", EHC_L_HOW_OFTEN, 0, true }, { "intensity", EHC_L_HOW_OFTEN, 0, true },
	{ "delivered", EHC_L_WHO, 0, true }, { "provider", EHC_L_WHO, 0, true }, { "agency", EHC_L_WHO, 0, true }, { "service", EHC_L_WHO, 0, true }, { "role", EHC_L_WHO, 0, true },
	{ "cost", EHC_L_FUNDED_BY, 0, true }, { "resources", EHC_L_EQUIPMENT, 0, true }, { "location", EHC_L_WHERE, 0, true }, { "setting", EHC_L_WHERE, 0, true },
	{ "targets", EHC_L_OUTCOME_STEP, 0, true }, { "small steps", EHC_L_OUTCOME_STEP, 0, false }, { "steps", EHC_L_OUTCOME_STEP, 0, true }, { "what we will see", EHC_L_MEASURED_BY, 0, false },
	{ "training", EHC_L_TRAINED_BY, 0, true }, { "trained by", EHC_L_TRAINED_BY, 0, false }, { "equipment", EHC_L_EQUIPMENT, 0, true }, { "where", EHC_L_WHERE, 0, true },
	{ "strengths", EHC_L_STRENGTHS, 0, true }, { "what i am good at", EHC_L_STRENGTHS, 0, false }, { "what i can do", EHC_L_STRENGTHS, 0, false }, { "what works well", EHC_L_STRENGTHS, 0, false }, { "what is working well", EHC_L_STRENGTHS, 0, false },
	{ "my strengths", EHC_L_STRENGTHS, 0, true }, { "areas of strength", EHC_L_STRENGTHS, 0, true }, { "strengths and progress", EHC_L_STRENGTHS, 0, true }, { "strengths and interests", EHC_L_STRENGTHS, 0, true },
	{ "strengths and abilities", EHC_L_STRENGTHS, 0, true }, { "things i am good at", EHC_L_STRENGTHS, 0, true }, { "things i do well", EHC_L_STRENGTHS, 0, true }, { "current strengths", EHC_L_STRENGTHS, 0, true }, { "what i can do well", EHC_L_STRENGTHS, 0, false }, { "what is going well", EHC_L_STRENGTHS, 0, false },
	{ "diagnosis", EHC_L_DIAGNOSIS, 0, true }, { "diagnoses", EHC_L_DIAGNOSIS, 0, true }, { "monitoring", EHC_L_MONITORING, 0, true }, { "short-term targets", EHC_L_MONITORING, 0, true },
	{ "achieve this outcome", EHC_L_PROVISION, EHC_F, false }, { "achieve the outcome", EHC_L_PROVISION, EHC_F, false }, { "meet this outcome", EHC_L_PROVISION, EHC_F, false },
	{ "what i will achieve", EHC_L_OUTCOME, EHC_E, false }, { "outcome", EHC_L_OUTCOME, EHC_E, false }, { "what i want to achieve", EHC_L_OUTCOME, EHC_E, false },
	{ "health care provision", EHC_L_PROVISION, EHC_G, false }, { "health provision", EHC_L_PROVISION, EHC_G, false }, { "social care provision", EHC_L_PROVISION, EHC_H1, false },
	{ "provision", EHC_L_PROVISION, EHC_F, false }, { "the help i will get", EHC_L_PROVISION, EHC_F, false }, { "support", EHC_L_PROVISION, EHC_F, true },
	{ "help", EHC_L_PROVISION, EHC_F, true }, { "what will be provided", EHC_L_PROVISION, EHC_F, false }, { "what will be done", EHC_L_PROVISION, EHC_F, false },
	{ "you said", EHC_L_COMMENT, 0, true }, { "we did", EHC_L_ANSWER, 0, true }, { "our answer", EHC_L_ANSWER, 0, true },
	{ "what support", EHC_L_PROVISION, EHC_F, false }, { "what help", EHC_L_PROVISION, EHC_F, false }, { "help do i need", EHC_L_PROVISION, EHC_F, false },
	{ "what will happen", EHC_L_PROVISION, EHC_F, false }, { "what i need help with", EHC_L_NEED, EHC_B, false }, { "what i find difficult", EHC_L_NEED, EHC_B, false },
	{ "support required", EHC_L_PROVISION, EHC_F, false }, { "item", EHC_L_PROVISION, EHC_F, true }, { "health care need", EHC_L_NEED, EHC_C, false }, { "health need", EHC_L_NEED, EHC_C, false },
	{ "social care need", EHC_L_NEED, EHC_D, false }, { "difficulties", EHC_L_NEED, EHC_B, true }, { "need", EHC_L_NEED, EHC_B, false }, { "needs", EHC_L_NEED, EHC_B, true },
};

static const struct column_word advice_columns[] = {
	{ "date received", EHC_L_RECEIVED, EHC_K, false }, { "received on", EHC_L_RECEIVED, EHC_K, false }, { "date requested", EHC_L_ASKED, EHC_K, false },
	{ "date", EHC_L_DATED, EHC_K, false }, { "dated", EHC_L_DATED, EHC_K, false }, { "who from", EHC_L_AUTHOR, EHC_K, false }, { "author", EHC_L_AUTHOR, EHC_K, false }, { "written by", EHC_L_AUTHOR, EHC_K, false },
	{ "provided by", EHC_L_AUTHOR, EHC_K, false }, { "name", EHC_L_AUTHOR, EHC_K, false }, { "by whom", EHC_L_AUTHOR, EHC_K, false }, { "from", EHC_L_AUTHOR, EHC_K, true }, { "who gave", EHC_L_AUTHOR, EHC_K, false }, { "who wrote", EHC_L_AUTHOR, EHC_K, false }, { "given by", EHC_L_AUTHOR, EHC_K, false }, { "completed by", EHC_L_AUTHOR, EHC_K, false }, { "who", EHC_L_AUTHOR, EHC_K, true }, { "when", EHC_L_DATED, EHC_K, true }, { "role", EHC_L_ROLE, EHC_K, false },
	{ "appended", EHC_L_ATTACHED, EHC_K, false }, { "attached", EHC_L_ATTACHED, EHC_K, false }, { "advice", EHC_L_ADVICE, EHC_K, false },
	{ "report", EHC_L_ADVICE, EHC_K, false }, { "document", EHC_L_ADVICE, EHC_K, false }, { "type", EHC_L_ADVICE, EHC_K, false }, { "source", EHC_L_ADVICE, EHC_K, false },
};

/* Of a table of a personal budget; what it buys may be called anything. */
static const struct column_word budget_columns[] = {
	{ "outcome", EHC_L_TOWARDS, EHC_J, false }, { "paid to", EHC_L_PAYEE, EHC_J, false }, { "payee", EHC_L_PAYEE, EHC_J, false },
	{ "funded by", EHC_L_FUNDED_BY, EHC_J, false }, { "who pays", EHC_L_FUNDED_BY, EHC_J, false }, { "paid by", EHC_L_FUNDED_BY, EHC_J, false }, { "funding", EHC_L_FUNDED_BY, EHC_J, false }, { "agency", EHC_L_FUNDED_BY, EHC_J, true },
	{ "amount", EHC_L_HOW_MUCH, EHC_J, false }, { "cost", EHC_L_HOW_MUCH, EHC_J, false }, { "value", EHC_L_HOW_MUCH, EHC_J, false }, { "how much", EHC_L_HOW_MUCH, EHC_J, false },
	{ "how it is paid", EHC_L_TYPE, EHC_J, false }, { "how paid", EHC_L_TYPE, EHC_J, false }, { "how it is managed", EHC_L_TYPE, EHC_J, false }, { "method", EHC_L_TYPE, EHC_J, false }, { "type", EHC_L_TYPE, EHC_J, false },
	{ "review", EHC_L_REVIEW, EHC_J, false }, { "monitor", EHC_L_REVIEW, EHC_J, false }, { "agreed", EHC_L_BUDGET_CONSENT, EHC_J, false }, { "consent", EHC_L_BUDGET_CONSENT, EHC_J, false },
	{ "what", EHC_L_BUDGET, EHC_J, false }, { "purpose", EHC_L_BUDGET, EHC_J, false }, { "item", EHC_L_BUDGET, EHC_J, false }, { "service", EHC_L_BUDGET, EHC_J, false },
	{ "provision", EHC_L_BUDGET, EHC_J, false }, { "support", EHC_L_BUDGET, EHC_J, false }, { "element", EHC_L_BUDGET, EHC_J, false },
};

static size_t
column_word_at(const struct column_word *w, struct ehc_str folded)
{
	size_t at;

	if (w->whole)
		return ehc_str_is_nocase(folded, w->words) ? 0 : SIZE_MAX;
	at = ehc_str_find_word(folded, w->words);
	if (at == SIZE_MAX && ehc_str_ends_nocase(folded, "s"))
		at = ehc_str_find_word(ehc_str_sub(folded, 0, folded.len - 1), w->words);
	return at;
}

/* The first that matches; among needs, outcomes and provision the one that is named first: "Provision to achieve the outcome". */
static struct meaning
find_column(const struct column_word *list, size_t n, struct ehc_str folded)
{
	struct meaning found = { EHC_L_NONE, EHC_NO_SECTION };
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < n; i++) {
		size_t at = column_word_at(&list[i], folded);

		if (at == SIZE_MAX || (best != SIZE_MAX && (at >= best || !is_item(list[i].label))))
			continue;
		found = (struct meaning){ list[i].label, list[i].section };
		if (!is_item(list[i].label))
			return found;
		best = at;
	}
	return found;
}

/* The plural of a word within, "outcomes sought", is found by its singular. */
static struct ehc_str
without_plurals(struct ehc_arena *a, struct ehc_str f)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str word, made;

	while (ehc_str_split(&f, ' ', &word)) {
		if (ehc_str_is(word, "outcomes") || ehc_str_is(word, "needs") || ehc_str_is(word, "provisions"))
			word.len--;
		if (out.len > 0)
			ehc_buf_char(&out, ' ');
		ehc_buf_str(&out, word);
	}
	made = ehc_arena_copy(a, (struct ehc_str){ out.ptr, out.len });
	ehc_buf_free(&out);
	return made;
}

struct meaning
section_meaning(enum ehc_section s)
{
	static const enum ehc_label labels[EHC_SECTION_COUNT] = {
		[EHC_A] = EHC_L_CHILD_VIEWS, [EHC_B] = EHC_L_NEED, [EHC_C] = EHC_L_NEED, [EHC_D] = EHC_L_NEED, [EHC_E] = EHC_L_OUTCOME,
		[EHC_F] = EHC_L_PROVISION, [EHC_G] = EHC_L_PROVISION, [EHC_H1] = EHC_L_PROVISION, [EHC_H2] = EHC_L_PROVISION,
		[EHC_I] = EHC_L_NAME, [EHC_J] = EHC_L_BUDGET, [EHC_K] = EHC_L_ADVICE,
	};

	return (struct meaning){ labels[s], s };
}

/* A label as the language itself spells it. */
static struct meaning
own_label(struct ehc_str folded)
{
	size_t n;
	const struct ehc_spelling *all = ehc_spellings(&n);

	for (size_t i = 0; i < n; i++) {
		const struct ehc_keyword *k = ehc_keyword(all[i].label);

		if ((all[i].docs & EHC_IN_P) != 0 && k->level == EHC_LEVEL_FIELD && (k->on & (EHC_ON_NEED | EHC_ON_OUTCOME | EHC_ON_PROVISION)) != 0 &&
		    ehc_str_is_nocase(folded, all[i].spelling))
			return (struct meaning){ k->label, EHC_NO_SECTION };
	}
	return (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
}

struct meaning
label_column(struct reader *r, struct ehc_str text, unsigned sections)
{
	struct ehc_str folded = without_plurals(r->a, label_fold(r->a, text));
	struct section_label label;
	struct meaning m;

	if (line_words(text) > 60 || line_is_blank_to_fill(text))
		return (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
	if ((sections & BIT(EHC_K)) != 0) {
		m = find_column(advice_columns, EHC_COUNT(advice_columns), folded);
		if (m.label != EHC_L_NONE)
			return m;
	}
	if (sections == BIT(EHC_J)) {
		m = find_column(budget_columns, EHC_COUNT(budget_columns), folded);
		if (m.label != EHC_L_NONE)
			return m;
	}
	if (label_section(r, text, true, &label) && label.lettered)
		return section_meaning(first_section(label.sections));
	if (text.len == 1 && ehc_section_read(text, &m.section))
		return section_meaning(m.section);
	if (line_words(text) > 20)
		return (struct meaning){ EHC_L_NONE, EHC_NO_SECTION };
	m = own_label(folded);
	if (m.label != EHC_L_NONE)
		return m;
	/* Beside an outcome a date is when it is to be reached. */
	if (sections == BIT(EHC_E) && (ehc_str_is(folded, "date") || ehc_str_is(folded, "when")))
		return (struct meaning){ EHC_L_BY, EHC_NO_SECTION };
	m = find_column(columns, EHC_COUNT(columns), folded);
	/* A table of its own in section G or H1 has columns without a letter. */
	if (m.label == EHC_L_PROVISION && m.section == EHC_F)
		for (int s = EHC_G; s <= EHC_H2; s++)
			if (sections == BIT(s) || ((sections & BIT(s)) != 0 && (sections & (BIT(EHC_F) | BIT(EHC_B))) == 0))
				m.section = (enum ehc_section)s;
	if (m.label == EHC_L_NEED && m.section == EHC_B)
		for (int s = EHC_C; s <= EHC_D; s++)
			if ((sections & BIT(s)) != 0 && (sections & BIT(EHC_B)) == 0)
				m.section = (enum ehc_section)s;
	return m;
}

struct meaning
label_heading(struct reader *r, struct ehc_str text, unsigned sections)
{
	static const char *const monitoring[] = { "monitor", "short-term target", "short term target", "shorter-term", "shorter term", NULL };
	struct meaning m = { EHC_L_NONE, EHC_NO_SECTION };

	if (line_words(text) > 20)
		return m;
	if (has_any(label_fold(r->a, text), monitoring))
		return (struct meaning){ EHC_L_MONITORING, EHC_NO_SECTION };
	m = label_column(r, text, sections);
	if (m.label != EHC_L_NONE && ehc_keyword(m.label)->level == EHC_LEVEL_FIELD)
		m.label = EHC_L_NONE;
	return m;
}
