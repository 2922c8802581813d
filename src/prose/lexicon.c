/*
 * lexicon.c - the rows behind the matcher: what each vague phrase is and what to write instead.
 */
#include "ehc/prose.h"

#define FIX(name, pattern) static const char FIX_##name[] = pattern;
#include "lexicon/fixes.def"

#define ERROR EHC_ERROR
#define WARNING EHC_WARNING
#define NOTE EHC_NOTE
#define HIGH EHC_PHRASE_HIGH
#define CARE EHC_PHRASE_CARE
#define HEDGE EHC_PHRASE_HEDGE
static const struct ehc_phrase phrases[] = {
#define PHRASE(id, class, severity, mark, rule, fix, pattern, why, fits) { #id, class, severity, mark, rule, FIX_##fix, why, fits },
#define ALSO(id, pattern)
#define GUARD(pattern)
#include "lexicon/phrases.def"
};

const struct ehc_phrase *
ehc_phrases(size_t *n)
{
	if (n != NULL)
		*n = EHC_COUNT(phrases);
	return phrases;
}
