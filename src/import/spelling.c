/*
 * spelling.c - slips in the headings and labels of a draft: "Secton F", "Speical educational provison", "Reveiw". A word that is
 * one slip away from a word of headings counts as that word where headings are compared; what the plan holds stays as it was written.
 */
#include "import/recognise.h"

#include <string.h>

enum { SHORTEST = 5 };

/* Words that headings and labels are known by; and others so near to them that they must not be taken for a slip. */
static const char *const words[] = {
	"abilities", "ability", "academy", "achieve", "achieved", "address", "advice", "aspiration", "aspirations", "assessment", "attached", "author", "budget",
	"cognition", "college", "communication", "contribution", "council", "delivered", "delivers", "delivery", "difficulties", "education", "educational",
	"emotional", "employment", "equipment", "evidence", "expertise", "family", "frequency", "frequently", "funding", "health", "healthy", "history", "identified",
	"independence", "independent", "information", "interaction", "interest", "interests", "language", "learner", "learning", "measured", "measures", "mental",
	"monitoring", "needed", "number", "nursery", "officer", "offices", "often", "outcome", "outcomes", "parent", "parental", "parents", "payment", "payments",
	"personal", "physical", "placement", "preferred", "preparation", "preparing", "professional", "provided", "provider", "provides", "provision", "provisions",
	"received", "receives", "related", "relates", "report", "reported", "reports", "requested", "required", "requirement", "requires", "responsibility",
	"responsible", "review", "reviewed", "reviewer", "reviews", "school", "schools", "section", "sections", "sensory", "service", "services", "setting", "settings",
	"social", "special", "staffing", "strength", "strengths", "support", "supported", "supports", "target", "targets", "towards", "training", "views",
};
/* Words of their own, however near. */
static const char *const others[] = {
	"agility", "attacked", "collage", "finding", "leading", "leaning", "leaving", "patent", "patents", "personnel", "relaxed", "relieved", "resort", "resorts",
	"seating", "settling", "sitting", "stuffing", "suction", "trailing", NULL
};

/* The two differ by one letter that is missing, too many or another, or by two that changed places; a last letter is an ending of its own. */
static bool
is_one_slip(struct ehc_str a, struct ehc_str b)
{
	size_t start = 0, end = 0, left, right;

	if (a.len > b.len + 1 || b.len > a.len + 1)
		return false;
	while (start < a.len && start < b.len && ehc_lower(a.ptr[start]) == ehc_lower(b.ptr[start]))
		start++;
	while (end < a.len - start && end < b.len - start && ehc_lower(a.ptr[a.len - 1 - end]) == ehc_lower(b.ptr[b.len - 1 - end]))
		end++;
	if (end == 0)
		return false;
	left = a.len - start - end;
	right = b.len - start - end;
	if (left == 2 && right == 2)
		return ehc_lower(a.ptr[start]) == ehc_lower(b.ptr[start + 1]) && ehc_lower(a.ptr[start + 1]) == ehc_lower(b.ptr[start]);
	return left <= 1 && right <= 1 && left + right > 0;
}

struct ehc_str
spelling_of(struct ehc_str word)
{
	struct ehc_str found = word;

	if (word.len < SHORTEST || is_any(word, others))
		return word;
	for (size_t i = 0; i < EHC_COUNT(words); i++) {
		struct ehc_str right = ehc_str_of(words[i]);

		if (ehc_lower(word.ptr[0]) != right.ptr[0])
			continue;
		if (ehc_str_eq_nocase(word, right))
			return word;
		if (found.ptr == word.ptr && is_one_slip(word, right))
			found = right;
	}
	return found;
}

struct ehc_str
spelling_mend(struct ehc_arena *a, struct ehc_str s)
{
	struct ehc_buf out = { NULL, 0, 0 };
	bool any = false;

	if (ehc_str_words(s) > 14)
		return s;
	for (size_t i = 0, n; i < s.len; i += n) {
		struct ehc_str word, right;

		for (n = 0; i + n < s.len && ehc_is_letter(s.ptr[i + n]); n++)
			;
		word = ehc_str_sub(s, i, i + n);
		right = spelling_of(word);
		any = any || right.ptr != word.ptr;
		if (word.len > 0 && right.ptr != word.ptr && ehc_is_capital(word.ptr[0])) {
			ehc_buf_char(&out, word.ptr[0]);
			right = ehc_str_sub(right, 1, right.len);
		}
		ehc_buf_str(&out, right);
		if (n == 0)
			ehc_buf_char(&out, s.ptr[i + n++]);
	}
	if (any)
		return ehc_buf_take(&out, a);
	ehc_buf_free(&out);
	return s;
}
