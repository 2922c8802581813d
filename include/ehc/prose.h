/*
 * prose.h - what a text says, read once: its words and sentences, vague phrases, who acts, how much, how often, when.
 *
 * Nothing here judges: rules do. Everything is in the arena of the compilation and points into the text. The lexicon
 * (grammar/lexicon) is data; quoted speech, headings and names of guarded uses take no part in phrases.
 */
#ifndef EHC_PROSE_H
#define EHC_PROSE_H

#include "ehc/amount.h"
#include "ehc/model.h"

enum ehc_list {                         /* what a stretch of words is; several may hold for the same words */
	EHC_LIST_PHRASE, EHC_LIST_GUARD,
#define LIST(name) EHC_LIST_##name,
#include "lexicon/lists.def"
	EHC_LISTS
};

/* A vague phrase of the lexicon. */
enum ehc_phrase_mark {
	EHC_PHRASE_PLAIN,
	EHC_PHRASE_HIGH,                /* at least a warning in a complete item too */
	EHC_PHRASE_HEDGE,               /* the same where it governs all that is promised, not only a part of it */
	EHC_PHRASE_CARE,                /* counts in the steps of a health care plan too, whatever its rule */
};
struct ehc_phrase {
	const char *id;                 /* "W016" */
	char group;                     /* the lexicon's class, 'A' to 'Q' */
	enum ehc_severity severity;     /* in an item of section F that is not complete */
	enum ehc_phrase_mark mark;
	const char *rule;               /* the rule that reports it */
	const char *fix;                /* pattern of the suggestion, with <blanks> */
	const char *why;                /* what the words leave open */
	const char *fits;               /* when they are right; NULL when never */
};
const struct ehc_phrase *ehc_phrases(size_t *n);

enum ehc_gap { EHC_GAP_SPACE, EHC_GAP_JOIN, EHC_GAP_PUNCT, EHC_GAP_END };

struct ehc_token {
	uint32_t at, len;               /* in the text */
	uint32_t word;                  /* rank in the lexicon, or UINT32_MAX */
	uint32_t sentence;
	uint64_t classes;               /* what it can do in a sentence: bits of the lexicon, which knows little of a word that it does not have */
	bool number;                    /* digits, a fraction or a number word */
	bool capital;                   /* begins with a capital letter */
	bool quoted;                    /* within speech marks */
	bool heading;                   /* within a line that is a heading */
	uint8_t before;                 /* enum ehc_gap: what stands between the token before and this one */
};

struct ehc_match {
	enum ehc_list list;
	uint16_t row;                   /* of a phrase */
	uint32_t first, count;          /* tokens */
	uint32_t at, len;               /* bytes of the text */
};

struct ehc_sentence { uint32_t first, count; uint32_t at, len; bool heading; };

struct ehc_prose {
	struct ehc_str text;
	struct ehc_token *tokens;
	size_t ntokens;
	struct ehc_sentence *sentences;
	size_t nsentences;
	struct ehc_match *matches;      /* by place, longer first; within a list none lies inside another */
	size_t nmatches;
	/* the times of day that stand as a range: "1.15pm to 2.00pm" is a length of 45 minutes */
	bool clock, clock_range;
	size_t nclocks;
	bool has_date;
	size_t nwords, nnumbers;
	uint64_t found;                 /* bit a list that occurs */
};

/*
 * What an item says of its provision, its fields and its sentences put together: a slot that a field fills needs no
 * words. Rules ask this, never the words themselves.
 */
struct ehc_said {
	const struct ehc_prose *text;           /* of the item's own words; never NULL */
	const struct ehc_prose *who, *how_much, *how_often;    /* of its fields, or of others with the same words; NULL where there is none */
	struct ehc_pairs pairs;         /* of the letters of the item's own words */
	bool role;                      /* a role that can be held to it */
	bool registered;                /* its title is its own expertise */
	bool support;                   /* an assistant: needs training and supervision */
	bool generic;                   /* only "staff", "an adult", "the school" */
	bool organisation;              /* only a service or a body */
	bool qualified;                 /* an expertise, course or trainer is named */
	bool content;                   /* what is done is said */
	bool length, frequency, weeks, group;
	bool definite;                  /* a definite act, tied to an event or a time; health care step: plain who does what when */
	bool soft;                      /* what is done is a word or two that nobody could watch: "keeps her company" */
	bool equipment;                 /* listed kit with its supplier or checker */
	bool medicine;                  /* health care step: a medicine is given */
	bool dose;                      /* and how much, as prescribed */
	bool complete;                  /* who, what, and how much or a definite act */
};

struct ehc_said *ehc_said_of(struct ehc_arena *a, const struct ehc_plan *plan, const struct ehc_item *it);
/* Reads every item of the plan; item->said is set on needs, outcomes, provisions, care and emergencies. */
void ehc_prose_attach(struct ehc_plan *p);
/* Does a sentence hold an amount and how often it comes, such as "45 minutes every week"? For texts that are no provision. */
bool ehc_says_how_much_and_how_often(struct ehc_arena *a, const struct ehc_prose *p, size_t sentence);
/* "How often: 3 x 15 mins": three times in what? Where no day, week or term is named, that field is not answered. */
bool ehc_says_bare_times(const struct ehc_item *it, const struct ehc_dose *d);
/* "Trained in moving and handling by the physiotherapist": does one clause say who taught it? */
bool ehc_says_trainer(const struct ehc_prose *p);
/* "Sam will have completed every experiment": are these words, which mostly tell what is supplied, what the child did? */
bool ehc_is_childs_own_act(const struct ehc_plan *plan, const struct ehc_prose *p, const struct ehc_match *m);
/* "Will iron her shirt", "rolls onto her front": does the child do something to a thing, or move somewhere, so that it can be seen? */
bool ehc_is_act_on_thing(const struct ehc_plan *plan, const struct ehc_prose *p);
/* Does token i begin the name of something that nobody can put a hand on: "take | the lead", "read | the mood"? */
bool ehc_is_about_idea(const struct ehc_prose *p, size_t i);
/* The first sentence of an item, or of a long one its first words, as a place to point at when what is missing has no words. */
struct ehc_span ehc_said_opening(const struct ehc_item *it);

/*
 * The words that say what is done ("think carefully"), and those that say with what ("radio aid" in "Radio aid to be used"), as
 * places to point at; EHC_NOSPAN where phrases and roles are all there is, or no words at all.
 */
struct ehc_span ehc_said_act(const struct ehc_plan *plan, const struct ehc_item *it);
struct ehc_span ehc_said_thing(const struct ehc_plan *plan, const struct ehc_item *it);

struct ehc_prose *ehc_prose_read(struct ehc_arena *a, struct ehc_str text);
bool ehc_prose_has(const struct ehc_prose *p, enum ehc_list list);
/* The first match of that list at or after `from` (an index into matches), or NULL. */
const struct ehc_match *ehc_prose_find(const struct ehc_prose *p, enum ehc_list list, size_t from);
struct ehc_str ehc_prose_words(const struct ehc_prose *p, const struct ehc_match *m);
/* The token's letters, lower case where the lexicon knows it. */
struct ehc_str ehc_prose_token(const struct ehc_prose *p, size_t i);
/*
 * The next word of a text from *at on, letters and apostrophes alone or figures; *known tells whether it stands in a phrase or
 * a list of the lexicon, in any letter case. False at the end.
 */
bool ehc_lexicon_next(struct ehc_str text, size_t *at, struct ehc_str *word, bool *known);

#endif
