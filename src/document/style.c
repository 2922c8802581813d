/*
 * style.c - house styles: found by name, read with all that they extend, laid one over the other. Each line that cannot
 * be put in force is a fault with its place; so is what makes a plan hard to read, which contrast.c looks for.
 */
#include "style.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LAYERS 16
#define MOST_WORDS 90                   /* characters at the head or foot of a page, which have one line */
#define POINTS_A_MM 2.834646

static const char *const fonts[] = { [EHC_FONT_NOTO_SANS] = "Noto Sans", [EHC_FONT_DEJAVU_SANS] = "DejaVu Sans" };
/* What has a colour, as it is called in a style; the paper cannot be named there. */
static const char *const colours[EHC_COLOURS] = {
	[EHC_COLOUR_TEXT] = "text",
	[EHC_COLOUR_QUIET] = "quiet text",
	[EHC_COLOUR_HEADINGS] = "headings",
	[EHC_COLOUR_LINKS] = "links",
	[EHC_COLOUR_RULES] = "rules",
	[EHC_COLOUR_TABLE_HEADS] = "table heads",
	[EHC_COLOUR_TABLE_HEAD_TEXT] = "table head text",
	[EHC_COLOUR_NOTICES] = "notices",
	[EHC_COLOUR_WARNINGS] = "warnings",
	[EHC_COLOUR_WARNING_NOTICES] = "warning notices",
	[EHC_COLOUR_DRAFT_MARK] = "draft mark",
	[EHC_COLOUR_PAPER] = "paper",
};
static const char *const sizes[EHC_SIZES] = {
	[EHC_SIZE_TEXT] = "text",
	[EHC_SIZE_TABLES] = "tables",
	[EHC_SIZE_SMALL] = "small print",
	[EHC_SIZE_TITLE] = "title",
	[EHC_SIZE_SECTIONS] = "section headings",
	[EHC_SIZE_HEADINGS] = "headings",
};
static const char *const parts[EHC_PARTS] = {
	[EHC_PART_CONTENTS] = "contents",
	[EHC_PART_PLAN_FACTS] = "plan facts",
	[EHC_PART_PURPOSE] = "purpose",
	[EHC_PART_SIGNATURE_LINES] = "signature lines",
	[EHC_PART_CHILDS_PAGE] = "child's page",
	[EHC_PART_TASK_GUIDE] = "guide to tasks",
};
static const char *const papers[] = { "A4 portrait", "A4 landscape" };
static const char *const layouts[] = { "tables", "rows", "cards" };

static const struct ehc_style national = {
	.name = { "national", 8 },
	.sizes = {              /* tenths of a point */
		[EHC_SIZE_TEXT] = 120,
		[EHC_SIZE_TABLES] = 110,
		[EHC_SIZE_SMALL] = 110,
		[EHC_SIZE_TITLE] = 250,
		[EHC_SIZE_SECTIONS] = 170,
		[EHC_SIZE_HEADINGS] = 135,
	},
	.colours = {
		[EHC_COLOUR_TEXT] = 0x1C2126,
		[EHC_COLOUR_QUIET] = 0x545C66,
		[EHC_COLOUR_HEADINGS] = 0x17456E,
		[EHC_COLOUR_LINKS] = 0x054799,
		[EHC_COLOUR_RULES] = 0x7F8A95,
		[EHC_COLOUR_TABLE_HEADS] = 0xEDF3F8,
		[EHC_COLOUR_TABLE_HEAD_TEXT] = 0x17456E,
		[EHC_COLOUR_NOTICES] = 0xEDF3F8,
		[EHC_COLOUR_WARNINGS] = 0x941A1F,
		[EHC_COLOUR_WARNING_NOTICES] = 0xFEEFEE,
		[EHC_COLOUR_DRAFT_MARK] = 0xF1F2F4,
		[EHC_COLOUR_PAPER] = 0xFFFFFF,
	},
	.parts = {
		[EHC_PART_CONTENTS] = true,
		[EHC_PART_PLAN_FACTS] = true,
		[EHC_PART_PURPOSE] = true,
		[EHC_PART_SIGNATURE_LINES] = true,
		[EHC_PART_CHILDS_PAGE] = true,
	},
};

const struct ehc_style *
ehc_style_national(void)
{
	return &national;
}

const char *
ehc_style_colour_name(enum ehc_colour c)
{
	return colours[c];
}

const char *
ehc_style_size_name(enum ehc_size s)
{
	return sizes[s];
}

/* Deeper headings come nearer to the text, and are never smaller than it. */
int
ehc_style_heading(const struct ehc_style *s, int level)
{
	int deep = s->sizes[EHC_SIZE_HEADINGS] - 15;

	switch (level) {
	case 1: return s->sizes[EHC_SIZE_TITLE];
	case 2: return s->sizes[EHC_SIZE_SECTIONS];
	case 3: return s->sizes[EHC_SIZE_HEADINGS];
	default: return deep < s->sizes[EHC_SIZE_TEXT] ? s->sizes[EHC_SIZE_TEXT] : deep;
	}
}

/* ---- reading ---- */

struct loader {
	struct ehc_arena *arena;
	const char *share_dir;
	const char *paths[MOST_LAYERS];         /* those being read, the outermost first */
	size_t depth;
};

/* One file being laid over what it extends. */
struct reading {
	struct ehc_arena *arena;
	struct ehc_style *style;
	struct ehc_source *source;
	int layer;
};

static struct ehc_style_place
place(const struct reading *r, struct ehc_span span)
{
	return (struct ehc_style_place){ r->source, span, r->layer };
}

static struct ehc_span
words_of(const struct ehc_node *n)
{
	return n->text.str.len > 0 ? n->text.span : n->head_span;
}

void
ehc_style_fault(struct ehc_arena *a, struct ehc_style *s, enum ehc_style_fault_kind kind, struct ehc_style_place at, const char *fmt, ...)
{
	struct ehc_style_fault f = { .kind = kind, .at = at };
	va_list args;

	va_start(args, fmt);
	f.message = ehc_arena_vprintf(a, fmt, args);
	va_end(args);
	EHC_PUSH(a, &s->faults, f);
}

/* "a, b or c" */
static struct ehc_str
choices(struct ehc_arena *a, const char *const *names, size_t n)
{
	struct ehc_str all = ehc_str_of(names[0]);

	for (size_t i = 1; i < n; i++)
		all = ehc_arena_printf(a, "%.*s%s%s", EHC_ARG(all), i + 1 < n ? ", " : " or ", names[i]);
	return all;
}

/* Which of the names the words are; -1, and a fault, for none. */
static int
choose(const struct reading *r, enum ehc_style_fault_kind kind, struct ehc_str words, struct ehc_span at, const char *what,
    const char *const *names, size_t n)
{
	words = ehc_str_trim(words);
	for (size_t i = 0; i < n; i++)
		if (ehc_str_is_nocase(words, names[i]))
			return (int)i;
	ehc_style_fault(r->arena, r->style, kind, place(r, at), "%s is %.*s, not \"%.*s\"", what, EHC_ARG(choices(r->arena, names, n)),
	    EHC_ARG(words));
	return -1;
}

static int
hex_digit(char c)
{
	if (ehc_is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool
read_colour(struct ehc_str s, uint32_t *out)
{
	uint32_t v = 0;

	s = ehc_str_trim(s);
	if (s.len != 7 || s.ptr[0] != '#')
		return false;
	for (size_t i = 1; i < s.len; i++) {
		int digit = hex_digit(s.ptr[i]);

		if (digit < 0)
			return false;
		v = v << 4 | (uint32_t)digit;
	}
	*out = v;
	return true;
}

/* Tenths of a number at the start of s, with `unit` or nothing behind it; -1 for anything else. */
static int
read_tenths(struct ehc_str s, const char *unit)
{
	int v = 0;
	size_t i = 0;

	s = ehc_str_trim(s);
	for (; i < s.len && i < 4 && ehc_is_digit(s.ptr[i]); i++)
		v = v * 10 + (s.ptr[i] - '0');
	if (i == 0)
		return -1;
	v *= 10;
	if (i + 1 < s.len && s.ptr[i] == '.' && ehc_is_digit(s.ptr[i + 1])) {
		v += s.ptr[i + 1] - '0';
		i += 2;
	}
	s = ehc_str_trim(ehc_str_sub(s, i, s.len));
	return s.len == 0 || ehc_str_is_nocase(s, unit) ? v : -1;
}

static void
set_colour(const struct reading *r, const struct ehc_node *n)
{
	int which = choose(r, EHC_LOOK_COLOUR, n->words, n->head_span, "What has a colour", colours, EHC_COLOUR_PAPER);
	uint32_t v;

	if (which < 0)
		return;
	if (!read_colour(n->text.str, &v)) {
		ehc_style_fault(r->arena, r->style, EHC_LOOK_COLOUR, place(r, words_of(n)), "\"%.*s\" is not a colour: write # and six digits or "
		    "letters a to f, such as #17456e", EHC_ARG(ehc_str_trim(n->text.str)));
		return;
	}
	r->style->colours[which] = v;
	r->style->colours_at[which] = place(r, words_of(n));
}

static void
set_size(const struct reading *r, const struct ehc_node *n)
{
	int which = choose(r, EHC_LOOK_SIZE, n->words, n->head_span, "What has a size", sizes, EHC_SIZES), v;

	if (which < 0)
		return;
	v = read_tenths(n->text.str, "pt");
	if (v < 0) {
		ehc_style_fault(r->arena, r->style, EHC_LOOK_SIZE, place(r, words_of(n)), "\"%.*s\" is not a size: write points, such as 12 pt",
		    EHC_ARG(ehc_str_trim(n->text.str)));
		return;
	}
	r->style->sizes[which] = v;
	r->style->sizes_at[which] = place(r, words_of(n));
}

static void
set_part(const struct reading *r, const struct ehc_node *n)
{
	static const char *const answers[] = { "no", "yes" };
	int which = choose(r, EHC_LOOK_SETTING, n->words, n->head_span, "What may be left out", parts, EHC_PARTS), yes;

	if (which < 0)
		return;
	yes = choose(r, EHC_LOOK_SETTING, n->text.str, words_of(n), "Whether it is printed", answers, EHC_COUNT(answers));
	if (yes >= 0)
		r->style->parts[which] = yes == 1;
}

/* The house's own words must be printable: a box in place of a letter would stand in every plan. */
static bool
words_print(const struct reading *r, const struct ehc_text *t)
{
	for (size_t at = 0; at < t->str.len; ) {
		size_t start = at;
		uint32_t c = ehc_utf8_next(t->str, &at);

		if (ehc_document_prints(c))
			continue;
		ehc_style_fault(r->arena, r->style, EHC_LOOK_FONT, place(r, ehc_text_span(t, start, at - start)),
		    "No font here prints the character %.*s (U+%04X)", (int)(at - start), t->str.ptr + start, c);
		return false;
	}
	return true;
}

static void
set_line(const struct reading *r, const struct ehc_node *n, struct ehc_str *line)
{
	size_t chars = 0;

	for (size_t at = 0; at < n->text.str.len; chars++)
		ehc_utf8_next(n->text.str, &at);
	if (chars > MOST_WORDS || memchr(n->text.str.ptr, '\n', n->text.str.len) != NULL)
		ehc_style_fault(r->arena, r->style, EHC_LOOK_SETTING, place(r, words_of(n)), "The %s has one line, of %d characters at most",
		    n->keyword->spelling, MOST_WORDS);
	else if (words_print(r, &n->text))
		*line = n->text.str;
}

static void
set_logo_height(const struct reading *r, const struct ehc_node *logo, struct ehc_picture *p)
{
	const struct ehc_node *f = ehc_node_field(logo, EHC_L_LOGO_HEIGHT);
	int v = f == NULL ? 180 : read_tenths(f->text.str, "mm");

	if (v < 80 || v > 400) {
		ehc_style_fault(r->arena, r->style, EHC_LOOK_SETTING, place(r, words_of(f)), "A logo's height is from 8 mm to 40 mm, not \"%.*s\"",
		    EHC_ARG(ehc_str_trim(f->text.str)));
		v = 180;
	}
	p->tall = (int)(v * POINTS_A_MM);
}

/* Words that tell a reader who cannot see the logo no more than that there is something to see. */
static bool
says_nothing(struct ehc_str alt, struct ehc_str file)
{
	static const char *const empty[] = { "decorative", "logo", "image", "picture", "none" };

	for (size_t i = 0; i < EHC_COUNT(empty); i++)
		if (ehc_str_is_nocase(alt, empty[i]))
			return true;
	return ehc_str_eq_nocase(alt, file);
}

static void
set_logo(const struct reading *r, const struct ehc_node *n)
{
	const struct ehc_node *alt = ehc_node_field(n, EHC_L_ALT_TEXT);
	struct ehc_str file = ehc_str_trim(n->text.str), words = alt == NULL ? EHC_NOSTR : ehc_str_trim(alt->text.str);
	struct ehc_picture p;
	const char *why;

	r->style->logo.type = EHC_PICTURE_NONE;
	if (ehc_str_is_nocase(file, "none"))
		return;
	if (words.len == 0)
		ehc_style_fault(r->arena, r->style, EHC_LOOK_LOGO_WORDS, place(r, words_of(n)),
		    "The logo has no words for those who cannot see it: `alt text:` is missing");
	else if (says_nothing(words, file))
		ehc_style_fault(r->arena, r->style, EHC_LOOK_LOGO_WORDS, place(r, words_of(alt)), "\"%.*s\" does not say whose logo it is",
		    EHC_ARG(words));
	if (!ehc_picture_read(r->arena, r->source, file, &p, &why)) {
		ehc_style_fault(r->arena, r->style, EHC_LOOK_LOGO_FILE, place(r, words_of(n)), "The logo cannot be printed: \"%.*s\" %s",
		    EHC_ARG(file), why);
		return;
	}
	if (alt != NULL)
		words_print(r, &alt->text);
	p.words = words;
	set_logo_height(r, n, &p);
	r->style->logo = p;
}

static void
set_one(const struct reading *r, const struct ehc_node *n)
{
	struct ehc_style *s = r->style;
	int v;

	switch (n->label) {
	case EHC_L_FONT:
		if ((v = choose(r, EHC_LOOK_FONT, n->text.str, words_of(n), "The font", fonts, EHC_COUNT(fonts))) >= 0)
			s->font = (enum ehc_font)v;
		break;
	case EHC_L_PAPER:
		if ((v = choose(r, EHC_LOOK_SETTING, n->text.str, words_of(n), "The paper", papers, EHC_COUNT(papers))) >= 0)
			s->paper = (enum ehc_paper)v;
		break;
	case EHC_L_LAYOUT:
		if ((v = choose(r, EHC_LOOK_SETTING, n->text.str, words_of(n), "The layout", layouts, EHC_COUNT(layouts))) >= 0)
			s->layout = (enum ehc_layout)v;
		break;
	case EHC_L_COLOUR: set_colour(r, n); break;
	case EHC_L_TEXT_SIZE: set_size(r, n); break;
	case EHC_L_PRINT_PART: set_part(r, n); break;
	case EHC_L_LOGO: set_logo(r, n); break;
	case EHC_L_PAGE_HEAD: set_line(r, n, &s->page_head); break;
	case EHC_L_PAGE_FOOT: set_line(r, n, &s->page_foot); break;
	case EHC_L_LETTERHEAD:
		if (words_print(r, &n->text))
			s->letterhead = n->text;
		break;
	default:
		break;
	}
}

/* ---- files ---- */

EHC_PRINTF(3, 4) static bool
fail(const struct loader *l, struct ehc_str *trouble, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	*trouble = ehc_arena_vprintf(l->arena, fmt, args);
	va_end(args);
	return false;
}

static bool load(struct loader *l, struct ehc_style *s, struct ehc_str name, const char *near_path, struct ehc_str *trouble);

/* Lays the document over the style that it extends. A foundation that is missing is a fault of the document. */
static void
read_over(struct loader *l, struct ehc_style *s, const struct ehc_tree *tree)
{
	const struct ehc_node *extends = tree->head == NULL ? NULL : ehc_node_field(tree->head, EHC_L_EXTENDS);
	struct reading r = { l->arena, s, tree->source, MOST_LAYERS + 1 - (int)l->depth };
	struct ehc_str trouble = EHC_NOSTR;

	*s = national;
	if (extends != NULL && !load(l, s, ehc_str_trim(extends->text.str), ehc_arena_cstr(l->arena, tree->source->name), &trouble))
		ehc_style_fault(l->arena, s, EHC_LOOK_EXTENDS, place(&r, extends->text.span),
		    "The style that this one extends cannot be used: %.*s", EHC_ARG(trouble));
	if (tree->head != NULL && ehc_str_trim(tree->head->text.str).len > 0)
		s->name = ehc_str_trim(tree->head->text.str);
	for (const struct ehc_node *n = tree->first; n != NULL; n = n->next)
		set_one(&r, n);
}

/* Notes that the file is being read; a style that leads back to itself has no ground to stand on. */
static bool
enter(struct loader *l, const char *path, struct ehc_str *trouble)
{
	char real[PATH_MAX];

	if (realpath(path, real) != NULL)
		path = ehc_arena_copy(l->arena, ehc_str_of(real)).ptr;
	for (size_t i = 0; i < l->depth; i++)
		if (strcmp(l->paths[i], path) == 0)
			return fail(l, trouble, "style %s extends itself", path);
	if (l->depth == MOST_LAYERS)
		return fail(l, trouble, "style %s stands on more than %d others", l->paths[0], MOST_LAYERS);
	l->paths[l->depth++] = path;
	return true;
}

static bool
read_file(struct loader *l, struct ehc_style *s, const char *path, struct ehc_str *trouble)
{
	struct ehc_source *source = EHC_NEW(l->arena, struct ehc_source);
	struct ehc_findings found = { .arena = l->arena };
	const struct ehc_tree *tree;

	switch (ehc_source_read(source, l->arena, path, path, EHC_SOURCE_LIMIT)) {
	case EHC_READ_OK:
		break;
	case EHC_READ_FAILED:
		return fail(l, trouble, "style %s cannot be read: %s", path, strerror(errno));
	case EHC_READ_TOO_LARGE:
		return fail(l, trouble, "style %s is too large", path);
	}
	tree = ehc_parse(l->arena, source, &found);
	if (tree->kind != EHC_DOC_STYLE)
		return fail(l, trouble, "%s is not a house style: its first label is not `style:`", path);
	read_over(l, s, tree);
	for (size_t i = 0; i < found.list.count; i++)
		if (found.list.items[i]->severity == EHC_ERROR)
			ehc_style_fault(l->arena, s, EHC_LOOK_SYNTAX, (struct ehc_style_place){ source, found.list.items[i]->span, 0 }, "%.*s",
			    EHC_ARG(found.list.items[i]->message));
	return true;
}

/* `large print` is the file large-print.ehc. */
static struct ehc_str
file_name(struct ehc_arena *a, struct ehc_str name)
{
	char *out = ehc_arena_alloc(a, name.len + 1);

	for (size_t i = 0; i < name.len; i++)
		out[i] = name.ptr[i] == ' ' && !ehc_is_path(name) ? '-' : name.ptr[i];
	return (struct ehc_str){ out, name.len };
}

static bool
load(struct loader *l, struct ehc_style *s, struct ehc_str name, const char *near_path, struct ehc_str *trouble)
{
	/* What names a style at first is a plan or a profile; a profile and its style may share a name. */
	bool not_itself = l->depth == 0;
	const char *path = ehc_find_document(l->arena, file_name(l->arena, name), "styles", near_path, not_itself, l->share_dir);

	if (path == NULL && ehc_str_is_nocase(name, "national")) {
		*s = national;
		return true;
	}
	if (path == NULL)
		return fail(l, trouble, "no style \"%.*s\" was found beside the file that names it, in the folders above it, or among those "
		    "installed: %.*s", EHC_ARG(name), EHC_ARG(ehc_installed_documents(l->arena, "styles", l->share_dir)));
	return enter(l, path, trouble) && read_file(l, s, path, trouble);
}

const struct ehc_style *
ehc_style_load(struct ehc_arena *a, struct ehc_str name_or_file, const char *near_path, const char *share_dir, struct ehc_str *trouble)
{
	struct loader l = { .arena = a, .share_dir = share_dir };
	struct ehc_style *s = EHC_NEW(a, struct ehc_style);

	if (!load(&l, s, ehc_str_trim(name_or_file), near_path, trouble))
		return NULL;
	ehc_style_judge(a, s);
	return s;
}

const struct ehc_style *
ehc_style_of(struct ehc_arena *a, const struct ehc_tree *tree, const char *share_dir)
{
	struct loader l = { .arena = a, .share_dir = share_dir };
	struct ehc_style *s = EHC_NEW(a, struct ehc_style);
	struct ehc_str unasked;

	enter(&l, ehc_arena_cstr(a, tree->source->name), &unasked);
	read_over(&l, s, tree);
	ehc_style_judge(a, s);
	return s;
}
