/*
 * parse.h - what the scanner, the grammar and the tree builder share. One struct ehc_parser a file; nothing is global.
 *
 * The scanner (grammar/plan.l with scan.c) turns bytes into tokens, the grammar (grammar/plan.y) tokens into calls of
 * the builder (build.c), and the builder makes the tree. Places are byte offsets in the source.
 */
#ifndef EHC_PARSE_H
#define EHC_PARSE_H

#include "ehc/syntax.h"
#include "parse/keywords.h"
#include "rules/syntax.h"

/* One line of a text, without blanks at its ends. */
struct ehc_line {
	uint32_t start, end;
	uint32_t column;        /* columns of white space before it, tab stops of four */
	bool first;             /* stands behind the colon of its label */
	bool after_blank;       /* blank lines before it */
};

/* A labelled line. */
struct ehc_labelled_line {
	const struct ehc_keyword *keyword;      /* NULL when unknown */
	struct ehc_span head;                   /* up to the colon */
	struct ehc_span rest;                   /* of the head: what stands behind the label */
	struct ehc_span slot;                   /* of the head: words inside the label */
	bool colonless;                         /* no colon stands behind the head */
};

/* A label that stands in the document, alone before its colon. */
struct ehc_known_label {
	const char *bytes;      /* from the start of its line up to the colon, which is the last of them */
	uint32_t len;
	const struct ehc_keyword *keyword;
	struct ehc_span head;   /* of the line */
};
#define EHC_KNOWN_LABELS 128

struct ehc_parser {
	struct ehc_arena *arena;
	struct ehc_source *source;
	struct ehc_findings *out;
	struct ehc_tree *tree;
	size_t faults;
	bool mute;                      /* the file is no text: what it looks like as one is not worth saying */

	/* scanner */
	char *buffer;                   /* a copy of the source, which the scanner writes NUL bytes into while it works */
	bool labelled;                  /* a labelled line was read */
	struct ehc_known_label known[EHC_KNOWN_LABELS];
	unsigned docs;                  /* labels known here: bits of the document's kind, or of all while none is known */
	struct ehc_labelled_line line;  /* the one being read */
	enum ehc_rest rest;             /* what stands behind its label */
	bool rest_waits, text_waits;    /* its next tokens, where it is not one by itself */
	struct ehc_span text;           /* of the line, or without a label */
	/* Lines of the text being read, and of the one before, which the builder has not yet joined: `reading` says which. */
	EHC_VEC(struct ehc_line) lines[2];
	unsigned reading;
	bool text_open;                 /* an indented line goes on with it */
	bool blank;                     /* a blank line stands between it and here */
	unsigned above;                 /* what fields the item being read takes: EHC_ON_... */
	unsigned foreign;               /* the item being read belongs to these other documents; 0 for none */

	/* builder */
	struct ehc_node *entry;         /* fields belong to it; NULL before the first */
	struct ehc_node *node;          /* its text is being read */
	unsigned node_lines;            /* which of `lines` hold it */
	struct ehc_node **entry_tail, **field_tail, **waiting_tail;
	struct ehc_node *waiting;       /* comments at the margin: what follows decides where they belong */
	struct { const struct ehc_node *entry, *node; } seen[EHC_L_COUNT];     /* where each label stood last */
};

/* The bytes of a span that lies in the source, as every span of the scanner does. */
static inline struct ehc_str
ehc_bytes_of(const struct ehc_parser *p, struct ehc_span span)
{
	return (struct ehc_str){ p->source->text.ptr + span.start, span.end - span.start };
}

/* ---- scan.c: called by the scanner ---- */

/*
 * Takes up the line at `from`, which begins like a label, with its text: returns the token of its label, p->line being the line, or of
 * stray text where no label can be meant. *next is where the next line that is no part of it starts.
 */
int ehc_scan_line(struct ehc_parser *p, uint32_t from, uint32_t *next);
/* The token of what stands between label and colon. */
int ehc_scan_rest(const struct ehc_parser *p);
/* Read a text on, or one that has no label, from `from`; the same of what they return. p->text gets its place. */
uint32_t ehc_scan_more(struct ehc_parser *p, uint32_t from);
uint32_t ehc_scan_stray(struct ehc_parser *p, uint32_t from);

/* ---- meant.c ---- */

/* The label that is rather meant where this one, which is known, stands, or itself. `colon`: where it is; `indented`: it is not at the margin. */
const struct ehc_keyword *ehc_label_meant(const struct ehc_parser *p, const struct ehc_head *head, uint32_t colon, bool indented);

/* ---- build.c: called by the grammar ---- */

void ehc_build_head(struct ehc_parser *p, const struct ehc_labelled_line *line);
void ehc_build_entry(struct ehc_parser *p, const struct ehc_labelled_line *line);
void ehc_build_field(struct ehc_parser *p, const struct ehc_labelled_line *line);
void ehc_build_loose_field(struct ehc_parser *p, const struct ehc_labelled_line *line);
void ehc_build_comment(struct ehc_parser *p, struct ehc_span span);
void ehc_build_more(struct ehc_parser *p);
void ehc_build_stray(struct ehc_parser *p, struct ehc_span span);
void ehc_build_end(struct ehc_parser *p);

/* ---- text.c ---- */

/* Joins the n lines of a text, whose span is where it stands when there are none. */
void ehc_text_join(struct ehc_parser *p, const struct ehc_line *lines, size_t n, struct ehc_text *text);
/* Without white space at its ends. */
struct ehc_span ehc_span_trim(const struct ehc_source *src, struct ehc_span span);

/* ---- bytes.c ---- */

/* Reports bytes that are not UTF-8, NUL bytes and control characters. */
void ehc_check_bytes(struct ehc_parser *p);

/* ---- faults.c: findings in plain words ---- */

/* NULL where nothing more is reported. */
struct ehc_finding *ehc_fault(struct ehc_parser *p, enum ehc_syntax_fault fault, struct ehc_span span, const char *fmt, ...) EHC_PRINTF(4, 5);
/* Nothing more will be reported. */
bool ehc_faults_are_full(const struct ehc_parser *p);
/* Between a label and its colon stands something that does not belong there, or what belongs there is missing. */
void ehc_fault_in_head(struct ehc_parser *p, bool missing, struct ehc_span place);
void ehc_fault_unknown(struct ehc_parser *p, struct ehc_span head, const struct ehc_spelling *nearest);
/* The label of an item with a slip in it, read as meant. */
void ehc_fault_misspelt(struct ehc_parser *p, struct ehc_span head, const struct ehc_spelling *nearest, struct ehc_str id);
void ehc_fault_other_document(struct ehc_parser *p, struct ehc_span head, unsigned docs);
void ehc_fault_misplaced(struct ehc_parser *p, const struct ehc_node *field);
void ehc_fault_repeated(struct ehc_parser *p, const struct ehc_node *node, const struct ehc_node *first);
void ehc_fault_hidden(struct ehc_parser *p, struct ehc_span head, const struct ehc_keyword *k);
void ehc_fault_loose(struct ehc_parser *p, const struct ehc_node *field);
void ehc_fault_stray(struct ehc_parser *p, struct ehc_span span);
/* A label, read as one all the same. */
void ehc_fault_no_colon(struct ehc_parser *p, struct ehc_span head);
void ehc_fault_section(struct ehc_parser *p, const struct ehc_node *section);
/* The head is missing, late or not the only one. */
void ehc_fault_no_head(struct ehc_parser *p);
void ehc_fault_late_head(struct ehc_parser *p, const struct ehc_node *head);
void ehc_fault_second_head(struct ehc_parser *p, const struct ehc_node *head, const struct ehc_node *first);

#endif
