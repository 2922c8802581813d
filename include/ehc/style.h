/*
 * style.h - how a printed plan looks: a house style as data, read from its file and laid over the one that it extends.
 *
 * A style is a document of the language (`style: NAME`). What is wrong with it is a list of faults, each with its place:
 * the rules of the LOOK family report them when the style itself is checked, and `ehc build` refuses to print in a style
 * that has any. So nothing is ever printed too pale or too small for those who read it.
 *
 * Ownership: a style lives in the arena that it was read into.
 */
#ifndef EHC_STYLE_H
#define EHC_STYLE_H

#include "ehc/syntax.h"

/* ---- pictures: the child's photograph, a council's logo ---- */

enum ehc_picture_type { EHC_PICTURE_NONE, EHC_PICTURE_JPEG, EHC_PICTURE_PNG };
struct ehc_picture {
	enum ehc_picture_type type;
	struct ehc_str bytes;           /* what makes the picture; what its file tells beside it is left behind */
	unsigned width, height;         /* in its own dots */
	bool grey;                      /* JPEG with one component */
	int tall;                       /* height on paper, in tenths of a point; 0: as a photograph */
	struct ehc_str words;           /* what a reader who cannot see it is told */
};
/*
 * Reads a JPEG or PNG file that stands beside the document `source`, or in a folder below it. False where there is none
 * that can be printed: *why says why not, in words that follow "it". A name that leads out of that folder is never opened.
 */
bool ehc_picture_read(struct ehc_arena *a, const struct ehc_source *source, struct ehc_str name, struct ehc_picture *out, const char **why);

/* ---- styles ---- */

enum ehc_font { EHC_FONT_NOTO_SANS, EHC_FONT_DEJAVU_SANS };
enum ehc_paper { EHC_PORTRAIT, EHC_LANDSCAPE };
/* TABLES: sections apart, cards of facts; ROWS: need, provision and outcome side by side; CARDS: nothing side by side. */
enum ehc_layout { EHC_LAYOUT_TABLES, EHC_LAYOUT_ROWS, EHC_LAYOUT_CARDS };
enum ehc_colour {
	EHC_COLOUR_TEXT, EHC_COLOUR_QUIET, EHC_COLOUR_HEADINGS, EHC_COLOUR_LINKS, EHC_COLOUR_RULES, EHC_COLOUR_TABLE_HEADS,
	EHC_COLOUR_TABLE_HEAD_TEXT, EHC_COLOUR_NOTICES, EHC_COLOUR_WARNINGS, EHC_COLOUR_WARNING_NOTICES, EHC_COLOUR_DRAFT_MARK,
	EHC_COLOUR_PAPER,               /* white, always */
	EHC_COLOURS
};
enum ehc_size {
	EHC_SIZE_TEXT, EHC_SIZE_TABLES, EHC_SIZE_SMALL, EHC_SIZE_TITLE, EHC_SIZE_SECTIONS, EHC_SIZE_HEADINGS, EHC_SIZES
};
enum ehc_part {
	EHC_PART_CONTENTS, EHC_PART_PLAN_FACTS, EHC_PART_PURPOSE, EHC_PART_SIGNATURE_LINES, EHC_PART_CHILDS_PAGE,
	EHC_PART_TASK_GUIDE,            /* off unless a style asks for it */
	EHC_PARTS
};

/* Where a value was set. `layer` 0 is the built-in style, higher ones are laid over lower ones. */
struct ehc_style_place {
	struct ehc_source *source;
	struct ehc_span span;
	int layer;
};

enum ehc_style_fault_kind {             /* ORDER LOOK: the rules in rules/look.c report one each */
	EHC_LOOK_COLOUR, EHC_LOOK_CONTRAST, EHC_LOOK_SIZE, EHC_LOOK_FONT, EHC_LOOK_LOGO_WORDS, EHC_LOOK_LOGO_FILE, EHC_LOOK_SETTING,
	EHC_LOOK_EXTENDS, EHC_LOOK_ORDER,
	EHC_LOOK_SYNTAX,                /* the parser reports it by itself */
};
struct ehc_style_fault {
	enum ehc_style_fault_kind kind;
	struct ehc_style_place at;
	struct ehc_str message;         /* one sentence, without its full stop */
};

struct ehc_style {
	struct ehc_str name;
	enum ehc_font font;
	enum ehc_paper paper;
	enum ehc_layout layout;
	int sizes[EHC_SIZES];           /* tenths of a point */
	uint32_t colours[EHC_COLOURS];  /* 0xRRGGBB */
	bool parts[EHC_PARTS];
	struct ehc_picture logo;        /* type NONE: none */
	struct ehc_text letterhead;     /* empty: the profile's, or the authority's name */
	struct ehc_str page_head, page_foot;
	struct ehc_style_place sizes_at[EHC_SIZES], colours_at[EHC_COLOURS];
	EHC_VEC(struct ehc_style_fault) faults;
};

/* The plain one that is built in; templates/styles/national.ehc says the same. */
const struct ehc_style *ehc_style_national(void);
/*
 * By name or file, with all that it extends; `large print` is large-print. Looked for as profiles are, near `near_path`.
 * NULL and a message in *trouble when there is none. Whoever prints in it looks at its faults first.
 */
const struct ehc_style *ehc_style_load(struct ehc_arena *a, struct ehc_str name_or_file, const char *near_path, const char *share_dir,
    struct ehc_str *trouble);
/* The style that a file is which has been parsed already. */
const struct ehc_style *ehc_style_of(struct ehc_arena *a, const struct ehc_tree *tree, const char *share_dir);
/* Tenths of a point of a heading of level 1 to 6. */
int ehc_style_heading(const struct ehc_style *s, int level);
/* Contrast of two colours as WCAG 2 reckons it, 1 to 21. */
double ehc_contrast(uint32_t a, uint32_t b);

#endif
