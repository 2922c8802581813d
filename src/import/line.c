/*
 * line.c - what a paragraph looks like, whatever it is about: a heading, a numbered line, a label with its value.
 */
#include "import/recognise.h"

#include <string.h>

bool
line_is_capitals(struct ehc_str s)
{
	size_t big = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] >= 'a' && s.ptr[i] <= 'z')
			return false;
		big += ehc_is_capital(s.ptr[i]);
	}
	return big >= 4;
}

/* "What I would like to do when I am older": a heading in the words of a child. */
static bool
begins_question(struct ehc_str s)
{
	static const char *const asked[] = { "what ", "how ", "who ", "where ", "when ", "why ", "things ", "my ", NULL };

	return starts_any(s, asked);
}

/* A sentence has a verb that a heading hardly has. */
static bool
has_verb(struct ehc_str s)
{
	static const char *const verbs[] = { "will", "has", "have", "can", "should", "must", "does", "do", "was", "were", "needs", "finds", "is", "are", "be", "uses" };

	if (begins_question(s))
		return false;
	while (s.len > 0 && s.ptr[s.len - 1] == ':')
		s.len--;
	for (size_t i = 0; i < EHC_COUNT(verbs); i++) {
		size_t at = ehc_str_find_word(s, verbs[i]);

		/* "Special Educational Needs" has none, and "Medical needs" ends in a noun. */
		if (at != SIZE_MAX && s.ptr[at] >= 'a' && !(at + strlen(verbs[i]) == s.len && strcmp(verbs[i], "needs") == 0))
			return true;
	}
	return false;
}

bool
line_is_blank_to_fill(struct ehc_str text)
{
	static const char *const marks[] = { "{{", "[[", "\xC2\xAB", NULL };

	return has_any(text, marks);
}

bool
line_is_title(const struct ehc_draft_block *b, struct ehc_str text)
{
	size_t number = line_number(text), words = ehc_str_words(text);
	char last;

	if (text.len == 0 || b->kind == EHC_DRAFT_BULLET)
		return false;
	last = text.ptr[text.len - 1];
	if (b->kind == EHC_DRAFT_HEADING)
		return words <= 40;
	if (last == '.' || last == ';' || last == ',' || text.ptr[0] == '"' || text.ptr[0] == '\'' || ehc_str_starts_nocase(text, "\xE2\x80\x9C"))
		return false;
	if (line_is_blank_to_fill(text))
		return false;
	if (ehc_str_find_nocase(ehc_str_sub(text, number, text.len), ": ") != SIZE_MAX || ehc_str_find_nocase(text, " | ") != SIZE_MAX)
		return line_is_capitals(text) && words <= 20;
	if (b->strong || line_is_capitals(text))
		return words <= 25;
	if (words > (begins_question(text) ? 12 : 9) || has_verb(ehc_str_sub(text, number, text.len)) || ehc_str_find_nocase(ehc_str_sub(text, number, text.len), ". ") != SIZE_MAX)
		return false;
	return ehc_is_capital(text.ptr[0]) || ehc_is_digit(text.ptr[0]) || text.ptr[0] == '(';
}

static size_t
skip_parting(struct ehc_str s, size_t i)
{
	static const char *const dashes[] = { "\xE2\x80\x93", "\xE2\x80\x94" };
	size_t from;

	do {
		from = i;
		while (i < s.len && (s.ptr[i] == ' ' || s.ptr[i] == '.' || s.ptr[i] == ':' || s.ptr[i] == ')' || s.ptr[i] == '\n'))
			i++;
		if (i + 1 < s.len && s.ptr[i] == '-' && s.ptr[i + 1] == ' ')
			i++;
		for (size_t d = 0; d < EHC_COUNT(dashes); d++)
			if (ehc_str_starts_nocase(ehc_str_sub(s, i, s.len), dashes[d]))
				i += 3;
	} while (i > from);
	return i;
}

size_t
line_id(struct ehc_str s, const char *letters, struct ehc_str *id)
{
	size_t i = 0, digits;

	if (s.len < 2 || strchr(letters, s.ptr[0]) == NULL || s.ptr[0] == '\0')
		return 0;
	i = 1;
	if (i < s.len && s.ptr[i] == '.' && i + 1 < s.len && ehc_is_digit(s.ptr[i + 1]))
		i++;            /* "F.2" */
	digits = i;
	while (i < s.len && (ehc_is_digit(s.ptr[i]) || (s.ptr[i] == '.' && i + 1 < s.len && ehc_is_digit(s.ptr[i + 1]))))
		i++;
	if (i == digits || i - digits > 12)
		return 0;
	if (i < s.len && s.ptr[i] >= 'a' && s.ptr[i] <= 'z' && (i + 1 >= s.len || !ehc_is_letter_or_digit(s.ptr[i + 1])))
		i++;
	if (i < s.len && ehc_is_letter_or_digit(s.ptr[i]))
		return 0;
	*id = ehc_str_sub(s, 0, i);
	digits = skip_parting(s, i);
	/* "H1 and H2 are empty" names them; it is no item. */
	return digits > i || i == s.len ? digits : 0;
}

/* "10.30 Check the reading" says when; a paragraph has hardly that number. */
static bool
is_time(struct ehc_str s)
{
	const char *dot = memchr(s.ptr, '.', s.len);
	int hour, minutes;

	if (dot == NULL || dot == s.ptr || dot - s.ptr > 2 || s.len - (size_t)(dot - s.ptr) != 3 || !ehc_is_digit(s.ptr[s.len - 1]) || !ehc_is_digit(s.ptr[s.len - 2]))
		return false;
	hour = dot - s.ptr == 1 ? s.ptr[0] - '0' : (s.ptr[0] - '0') * 10 + s.ptr[1] - '0';
	minutes = (dot[1] - '0') * 10 + dot[2] - '0';
	return hour >= 6 && hour <= 22 && minutes < 60 && minutes % 5 == 0;
}

size_t
line_number(struct ehc_str s)
{
	static const char *const names[] = { "item", "outcome", "need", "provision", "aspiration", "target", "no.", "step", "part", "section" };
	size_t i = 0, from;
	bool named = false, bracket = false;

	for (size_t n = 0, at = ehc_str_starts_nocase(s, "my ") ? 3 : 0; n < EHC_COUNT(names); n++)
		if (ehc_str_starts_nocase(ehc_str_sub(s, at, s.len), names[n]) && s.len > at + strlen(names[n]) && s.ptr[at + strlen(names[n])] == ' ') {
			named = true;
			i = at + strlen(names[n]) + 1;
			break;
		}
	/* "Q3. What are the triggers?" */
	if (i == 0 && s.len > 2 && s.ptr[0] == 'Q' && ehc_is_digit(s.ptr[1]))
		i = 1;
	if (i < s.len && s.ptr[i] == '(') {
		bracket = true;
		i++;
	}
	from = i;
	while (i < s.len && (ehc_is_digit(s.ptr[i]) || (i > from && s.ptr[i] == '.' && i + 1 < s.len && ehc_is_digit(s.ptr[i + 1]))))
		i++;
	/* "(a)", "a) The ..." */
	if (i == from && !named && i + 1 < s.len && s.ptr[i] >= 'a' && s.ptr[i] <= 'z' && s.ptr[i + 1] == ')')
		i++;
	if (i == from || i - from > 6 || i >= s.len)
		return 0;
	/* "2.1 The ..." needs no mark behind it; "2.5 hours" is no number of a line. */
	if (!bracket && !named && s.ptr[i] == ' ' && i + 1 < s.len && ehc_is_capital(s.ptr[i + 1]) && memchr(s.ptr + from, '.', i - from) != NULL)
		return is_time(ehc_str_sub(s, from, i)) ? 0 : i + 1;
	if (!bracket && !named && s.ptr[i] == ':' && is_time(ehc_str_sub(s, from, i)))
		return 0;
	if (bracket ? s.ptr[i] != ')' : s.ptr[i] != '.' && s.ptr[i] != ')' && s.ptr[i] != ':' && !(named && (s.ptr[i] == ' ' || s.ptr[i] == '\n')))
		return 0;
	i = skip_parting(s, i);
	return i < s.len ? i : 0;
}

size_t
line_listed(struct ehc_str s)
{
	size_t i = 0;
	bool dotted = false;

	while (i < s.len && (ehc_is_digit(s.ptr[i]) || (s.ptr[i] == '.' && i > 0 && i + 1 < s.len && ehc_is_digit(s.ptr[i + 1])))) {
		dotted = dotted || s.ptr[i] == '.';
		i++;
	}
	return dotted && i + 1 < s.len && s.ptr[i] == ' ' && ehc_is_letter(s.ptr[i + 1]) ? i + 1 : 0;
}

bool
line_split(struct ehc_str s, struct ehc_str *label, struct ehc_str *value)
{
	const char *colon = s.len == 0 ? NULL : memchr(s.ptr, ':', s.len < 120 ? s.len : 120);
	size_t at;

	if (colon == NULL)
		return false;
	at = (size_t)(colon - s.ptr);
	if (at == 0 || (at + 1 < s.len && s.ptr[at + 1] != ' ' && s.ptr[at + 1] != '\n'))
		return false;
	*label = ehc_str_trim(ehc_str_sub(s, 0, at));
	*value = ehc_str_trim(ehc_str_sub(s, at + 1, s.len));
	return ehc_str_words(*label) <= 16 && ehc_str_find_nocase(*label, ". ") == SIZE_MAX;
}

size_t
line_last_date(struct ehc_str s)
{
	struct ehc_str t = s;
	size_t found = SIZE_MAX;

	while (t.len > 0 && (t.ptr[t.len - 1] == '.' || t.ptr[t.len - 1] == ' ' || t.ptr[t.len - 1] == ')'))
		t.len--;
	/* The longest that reaches the end: "18 May 2026", not "8 May 2026". */
	for (size_t i = t.len; i > 0; i--) {
		ehc_day day;
		size_t at = i - 1, n;

		if (t.len - at > 32)
			break;
		if (at > 0 && ehc_is_letter_or_digit(t.ptr[at - 1]))
			continue;
		n = ehc_day_read(ehc_str_sub(t, at, t.len), &day, NULL, NULL);
		if (n > 0 && at + n == t.len && day != EHC_NODATE)
			found = at;
	}
	return found;
}
