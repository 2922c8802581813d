/*
 * syntax.h - the syntax tree: what stands in the file, in the file's order, nothing left out.
 *
 * A document is a list of entries (labelled lines at the margin), each with its fields; comments are entries too.
 * The tree keeps every byte's place, so `fmt` can write the file again and findings can point into it. Nothing
 * here knows what a label means for a plan: that is the model's work.
 */
#ifndef EHC_SYNTAX_H
#define EHC_SYNTAX_H

#include "ehc/source.h"
#include "ehc/diag.h"

enum ehc_doc_kind {
	EHC_DOC_NONE,           /* no head was found */
	EHC_DOC_EHC_PLAN,
	EHC_DOC_HEALTH_PLAN,
	EHC_DOC_ADVICE,
	EHC_DOC_PROFILE,
	EHC_DOC_STYLE,
};

enum ehc_label {
	EHC_L_NONE,
#define KEYWORD(id, spelling, docs, level, form, on, value, many, meaning) EHC_L_##id,
#define ALIAS(id, docs, on, spelling)
#include "keywords.def"
	EHC_L_COUNT
};

/* kinds of document that know a label; bits of struct ehc_keyword.docs */
enum { EHC_IN_P = 1, EHC_IN_H = 2, EHC_IN_A = 4, EHC_IN_T = 8, EHC_IN_R = 16, EHC_IN_S = 32 };

enum ehc_level { EHC_LEVEL_NONE, EHC_LEVEL_HEAD, EHC_LEVEL_SECTION, EHC_LEVEL_ROW, EHC_LEVEL_BLOCK, EHC_LEVEL_ITEM, EHC_LEVEL_TEXT, EHC_LEVEL_FIELD };
enum ehc_form { EHC_FORM_PLAIN, EHC_FORM_ID, EHC_FORM_WORDS };

/* What a field may belong to, and what an entry is to its fields; bits of struct ehc_keyword.on. */
enum {
	EHC_ON_HEAD = 1 << 0, EHC_ON_CHILD = 1 << 1, EHC_ON_TIMELINE = 1 << 2, EHC_ON_SECTION = 1 << 3, EHC_ON_ROW = 1 << 4,
	EHC_ON_AREA = 1 << 5, EHC_ON_TEXT = 1 << 6, EHC_ON_ASPIRATION = 1 << 7, EHC_ON_NEED = 1 << 8, EHC_ON_OUTCOME = 1 << 9,
	EHC_ON_PROVISION = 1 << 10, EHC_ON_BUDGET = 1 << 11, EHC_ON_ADVICE = 1 << 12, EHC_ON_COMMENT = 1 << 13,
	EHC_ON_CONDITION = 1 << 14, EHC_ON_MEDICINE = 1 << 15, EHC_ON_FEED = 1 << 16, EHC_ON_STAFF = 1 << 17, EHC_ON_TASK = 1 << 18,
	EHC_ON_CARE = 1 << 19, EHC_ON_EMERGENCY = 1 << 20, EHC_ON_CONTACT = 1 << 21, EHC_ON_TRAINING = 1 << 22,
	EHC_ON_PHRASE = 1 << 23, EHC_ON_SERVICE = 1 << 24, EHC_ON_TASKTYPE = 1 << 25, EHC_ON_SETTING = 1 << 26, EHC_ON_LOGO = 1 << 27,
	/* ORDER ITEM, from EHC_ON_ASPIRATION on: every item with an id; a feed takes whatever a medicine takes */
	EHC_ON_ANY = EHC_ON_ASPIRATION | EHC_ON_NEED | EHC_ON_OUTCOME | EHC_ON_PROVISION | EHC_ON_BUDGET | EHC_ON_ADVICE |
	    EHC_ON_COMMENT | EHC_ON_CONDITION | EHC_ON_MEDICINE | EHC_ON_FEED | EHC_ON_STAFF | EHC_ON_TASK | EHC_ON_CARE |
	    EHC_ON_EMERGENCY | EHC_ON_CONTACT | EHC_ON_TRAINING,
};

/* What the text of a field is. */
enum ehc_value_kind {
	EHC_VALUE_TEXT,         /* prose */
	EHC_VALUE_WORDS,        /* a name or a few words */
	EHC_VALUE_STATUS,
	EHC_VALUE_DATE,         /* one date; words after it are its condition */
	EHC_VALUE_DATES,        /* several, each with its place or kind in brackets */
	EHC_VALUE_REFS,         /* ids, split at comma, semicolon and "and" */
	EHC_VALUE_AMOUNT,       /* the language of amounts */
	EHC_VALUE_WHO,          /* role, qualification or cover */
	EHC_VALUE_YESNO,        /* yes or no, then words */
	EHC_VALUE_AGREEMENT,    /* body, date; or asked, refused, disputed */
	EHC_VALUE_CONSENT,      /* entries split at ";", each with its date at its end */
};

struct ehc_keyword {
	enum ehc_label label;
	const char *name;       /* "EHC_L_FOO" without its prefix, for tests and dumps */
	const char *spelling;
	unsigned docs;          /* EHC_IN_... */
	enum ehc_level level;
	enum ehc_form form;
	unsigned on;            /* EHC_ON_... */
	enum ehc_value_kind value;
	bool many;
	const char *meaning;
};
/* The row of a label; never NULL for a label below EHC_L_COUNT other than NONE. */
const struct ehc_keyword *ehc_keyword(enum ehc_label label);
/* All spellings, aliases included, in the order of keywords.def; *n gets their number. */
struct ehc_spelling { const char *spelling; enum ehc_label label; unsigned docs; bool alias; };
const struct ehc_spelling *ehc_spellings(size_t *n);

/*
 * Prose as written: lines joined by '\n', the common indent and line ends taken off, blank lines between paragraphs
 * kept as one empty line. `pieces` maps it back to the source; a text of one line is a slice of the source itself.
 */
struct ehc_piece {
	uint32_t at;            /* offset in str */
	uint32_t source;        /* offset of the same byte in the source */
};
struct ehc_text {
	struct ehc_str str;
	struct ehc_span span;   /* in the source, from its first to its last byte */
	struct ehc_piece *pieces;
	size_t npieces;
};
/* Span in the source of len bytes of t.str from offset at. */
struct ehc_span ehc_text_span(const struct ehc_text *t, size_t at, size_t len);

/*
 * A stray is text that belongs to no label, or a field before the first entry (then it has a head). An unknown label makes
 * an entry or a field without label: which of them, is read from the label that was probably meant, else from its indent.
 */
enum ehc_node_kind { EHC_NODE_ENTRY, EHC_NODE_FIELD, EHC_NODE_COMMENT, EHC_NODE_STRAY };

struct ehc_node {
	enum ehc_node_kind kind;
	enum ehc_label label;           /* NONE for a comment, an unknown label or stray text */
	const struct ehc_keyword *keyword;
	struct ehc_str head;            /* as written, up to the colon */
	struct ehc_str id;              /* FORM_ID: as written, may be empty or malformed */
	struct ehc_str words;           /* FORM_WORDS: what follows the label in the head; "R1" in `if R1 cannot be given:`; an id that the label does not take */
	struct ehc_span span;           /* whole entry or field, its own fields not included */
	struct ehc_span head_span;      /* up to and without the colon */
	struct ehc_span id_span;
	struct ehc_text text;           /* may be empty */
	bool colonless;                 /* a label that was read as one though no colon stands behind it: SYN-020 */
	struct ehc_node *parent;        /* NULL for an entry */
	struct ehc_node *fields;        /* of an entry, in order; comments among them */
	struct ehc_node *next;
};

struct ehc_tree {
	struct ehc_source *source;
	struct ehc_arena *arena;
	enum ehc_doc_kind kind;
	bool is_template;               /* begins with `template:`, or was a form in Word */
	struct ehc_node *head;          /* NULL when the file has none */
	struct ehc_node *template_head; /* `template: NAME`, where there is one */
	struct ehc_node *first;         /* every entry and comment in the file's order, the heads included */
	size_t count;                   /* of those */
};

/* Parses the whole source, whatever it holds; faults become SYN findings. Never returns NULL. */
struct ehc_tree *ehc_parse(struct ehc_arena *a, struct ehc_source *src, struct ehc_findings *out);
/* The field with that label on an entry, the first of several; NULL when it has none, or only empty ones. */
const struct ehc_node *ehc_node_field(const struct ehc_node *entry, enum ehc_label label);
const struct ehc_node *ehc_node_next_field(const struct ehc_node *field);   /* the next with the same label, or NULL */
/* One line a node, for tests: kind, label, id or words, text. */
void ehc_tree_dump(const struct ehc_tree *tree, struct ehc_buf *out);
/* Canonical text of the whole file: it parses to the same tree but for white space in texts, and faults stay as they are. */
void ehc_format(const struct ehc_tree *tree, struct ehc_buf *out);

#endif
