/*
 * label.c - the labels of sections and areas in the forms that councils give them. Letters decide where there
 * are letters; words decide where there are none.
 */
#include "import/recognise.h"

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
			to[n++] = ehc_lower(s.ptr[i]);
	}
	while (n > 0 && strchr(" .:;,-?*", to[n - 1]) != NULL)
		n--;
	return spelling_mend(a, (struct ehc_str){ to, n });
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
		[EHC_A] = { "views", "interests", "aspirations", "about me", "all about", "history", "story", "who i am", NULL },
		[EHC_B] = { "educational need", "education need", "special need", "needs", "strengths, difficulties", NULL },
		[EHC_C] = { "health", NULL },
		[EHC_D] = { "social care", "social need", NULL },
		[EHC_E] = { "outcome", "achieve", NULL },
		[EHC_F] = { "provision", "support", "help", NULL },
		[EHC_G] = { "health", NULL },
		[EHC_H1] = { "social care", "social", "csdpa", "chronically sick", NULL },
		[EHC_H2] = { "social care", "social", "any other", NULL },
		[EHC_I] = { "placement", "school", "setting", "college", "institution", NULL },
		[EHC_J] = { "personal budget", "direct payment", "money", NULL },
		[EHC_K] = { "advice", "information", "appendi", "reports", "who told us", NULL },
	};

	return s != EHC_NO_SECTION && has_any(folded, words[s]);
}

/* "H1", "F", "A2": its bytes, 0 for none; a digit behind a letter other than H is a part of the section. */
static size_t
letter_at(struct ehc_str s, size_t i, enum ehc_section *out)
{
	size_t n = 1;
	char name[3] = { 0, 0, 0 };

	if (i >= s.len || s.ptr[i] < 'A' || s.ptr[i] > 'K' || (i > 0 && ehc_is_letter_or_digit(s.ptr[i - 1])))
		return 0;
	name[0] = s.ptr[i];
	if (i + 1 < s.len && (s.ptr[i + 1] == '1' || s.ptr[i + 1] == '2') && strchr("ACDH", s.ptr[i]) != NULL) {
		n = 2;
		name[1] = name[0] == 'H' ? s.ptr[i + 1] : '\0';
	} else if (name[0] == 'H')
		name[1] = '1';
	if (i + n < s.len && (ehc_is_letter_or_digit(s.ptr[i + n]) || s.ptr[i + n] == '\'' || (s.ptr[i + n] == '.' && i + n + 1 < s.len && ehc_is_digit(s.ptr[i + n + 1]))))
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

/* "section ", "parts ", with a slip too: its bytes with the blank, else 0. */
static size_t
keyword_at(struct ehc_str s, size_t i)
{
	static const char *const words[] = { "sections", "section", "parts", "part", NULL };
	size_t end = i;

	while (end < s.len && ehc_is_letter(s.ptr[end]))
		end++;
	return end < s.len && (s.ptr[end] == ' ' || s.ptr[end] == '\n') && is_any(spelling_of(ehc_str_sub(s, i, end)), words) ? skip_blanks(s, end) - i : 0;
}

/* What joins two letters: "and", "&", "/", ",", "-"; with a bracket before it: "C (health) and G". Its bytes, 0 for none. */
static size_t
joint_at(struct ehc_str s, size_t i)
{
	static const char *const joints[] = { "and ", "& ", "/", ", and ", ", ", "-", "+ " };
	size_t at = skip_blanks(s, i);

	/* "E) and F)" */
	if (at < s.len && s.ptr[at] == ')')
		at = skip_blanks(s, at + 1);
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

		if (i > 0 && ehc_is_letter_or_digit(s.ptr[i - 1]))
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

	if (needs + outcomes + provision < 2 || ehc_str_words(f) > 14 || has_any(f, plans) || (health && social))
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
	bool sentence = rest.len > 0 && rest.ptr[rest.len - 1] == '.' && ehc_str_words(rest) > 6;

	if ((sentence && !is_title) || ehc_str_words(rest) > 60)
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
		/* "H1. Provision": no word begins like that. */
		subject = subject || ((found == BIT(EHC_H1) || found == BIT(EHC_H2)) && is_title && ehc_is_digit(text.ptr[at + 1]) && marked && ehc_str_words(rest) <= 8 && ehc_str_find_word(folded, "provision") != SIZE_MAX);
		if (keyword > 0 ? marked || is_title || (subject && ehc_str_words(rest) <= 8) :
		    (subject && (marked || is_title || bracket) && (is_title || (ehc_str_words(rest) <= 45 && !ehc_str_ends_nocase(rest, ".")))) ||
		    (rest.len == 0 && is_title && end > 0)) {
			out->sections = found | letters_within(text, end);
			out->lettered = true;
			take_title(rest, is_title, out);
			return true;
		}
	}
	/* "Part 9: Where I will go to school (Section I)" is a heading however long. */
	if (!is_title && !(number > 0 && ehc_str_ends_nocase(text, ")") && ehc_str_words(text) <= 20))
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

	return ehc_str_words(text) <= 14 && has_any(text, areas);
}

enum ehc_label
label_voice(struct ehc_str text)
{
	static const struct { enum ehc_label label; const char *words[14]; } kinds[] = {
		{ EHC_L_YP_VIEWS, { "young person's views", "young person's wishes", "views of the young person", NULL } },
		{ EHC_L_VIEWS_METHOD, { "gathered", "been involved", "took part", "taken part", "contributed", "participat", "how we found out", NULL } },
		{ EHC_L_PARENT_VIEWS, { "parent", "family", "mum", "dad", "mother", "father", "carer", "guardian", "my aunt", "my uncle", "nan's", "gran's", NULL } },
		{ EHC_L_HISTORY, { "story", "history", "journey", "background", "my life so far", NULL } },
		{ EHC_L_COMMUNICATION, { "talk with", "talk to", "communicat", "tell you", "let you know", NULL } },
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
	static const char *const whole[] = { "none", "n/a", "na", "nil", "not applicable", "none identified", "not required", "none known", "no", "nothing", "nothing identified", "nothing known", "none specified", "none at present", "none at this time", "none requested", "none required", "nothing required", "none needed", "not needed", "no needs", "no needs identified", "not relevant", "no concerns", "none asked for", NULL };
	static const char *const part[] = { "no identified ", "no needs have been identified", "not been identified", "none identified", "does not apply", "no health needs", "no social care needs",
		"no special educational needs", "no provision is required", "no health provision", "no social care provision", "no personal budget", "no direct payment", "not requested", "not asked for", "not been requested", "not requested a", "not applicable", "no known health", "no known social", "no health care needs", "no medical needs", "no needs in this area", "no additional needs", "no difficulties in this area", "not have needs in this area", "not have any needs in this area", NULL };

	static const char *const all[] = { "none ", "there are none", "there is none", "there are no ", "there is no ", "nothing ", NULL }, *const said[] = { "identified", "required", "needed", "requested", "known", "reported", "recorded", "noted", "there are none", "there is none", "at present", "at this time", "necessary", NULL };
	static const char *const none[] = { " required", " needed", " identified", " necessary", " requested", " been made", NULL };

	while (text.len > 0 && strchr(" .", text.ptr[text.len - 1]) != NULL)
		text.len--;
	if (is_any(text, whole))
		return true;
	if (starts_any(text, all) && ehc_str_words(text) <= 10 && has_any(text, said))
		return true;
	/* "No other social care provision is required"; "No more than two adults are needed" is a rule. */
	if (ehc_str_starts_nocase(text, "no ") && !ehc_str_starts_nocase(text, "no more ") && ehc_str_words(text) <= 14 && has_any(text, none))
		return true;
	return ehc_str_words(text) <= 25 && has_any(text, part);
}
