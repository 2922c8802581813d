/*
 * faults.c - faults of the text as findings, in plain words: what is wrong, and how to mend it.
 */
#include "parse/parse.h"

#include <string.h>

#define MOST_FAULTS 500u        /* a file with more is no plan, and nobody reads on */

bool
ehc_faults_are_full(const struct ehc_parser *p)
{
	return p->mute || p->faults > MOST_FAULTS;
}

/* The message with a capital letter and a full stop; a label or a word of the file that it begins with stays as it is. */
static struct ehc_str
as_sentence(struct ehc_arena *a, struct ehc_str s)
{
	char first = s.len == 0 ? '\0' : s.ptr[0];
	bool ends = s.len > 0 && (s.ptr[s.len - 1] == '.' || s.ptr[s.len - 1] == '?');

	if (first >= 'a' && first <= 'z')
		first = (char)(first - ('a' - 'A'));
	return s.len == 0 ? s : ehc_arena_printf(a, "%c%.*s%s", first, EHC_ARG(ehc_str_sub(s, 1, s.len)), ends ? "" : ".");
}

struct ehc_finding *
ehc_fault(struct ehc_parser *p, enum ehc_syntax_fault fault, struct ehc_span span, const char *fmt, ...)
{
	static const char too_many[] = "There are more than 500 faults: those after this place are not listed.";
	bool full = p->faults >= MOST_FAULTS;
	struct ehc_finding *f;
	va_list args;

	if (ehc_faults_are_full(p))
		return NULL;
	p->faults++;
	f = ehc_findings_add(p->out, &ehc_rules_syntax[full ? EHC_SYN_TOO_MANY : fault], span);
	f->has_text = span.end > span.start;
	va_start(args, fmt);
	f->message = full ? ehc_str_of(too_many) : as_sentence(p->arena, ehc_arena_vprintf(p->arena, fmt, args));
	va_end(args);
	return f;
}

static void
help(struct ehc_parser *p, struct ehc_finding *f, const char *fmt, ...) EHC_PRINTF(3, 4);

static void
help(struct ehc_parser *p, struct ehc_finding *f, const char *fmt, ...)
{
	va_list args;

	if (f == NULL)
		return;
	va_start(args, fmt);
	f->help = ehc_arena_vprintf(p->arena, fmt, args);
	va_end(args);
}

static void
relate(struct ehc_parser *p, struct ehc_finding *f, const struct ehc_node *other, const char *message)
{
	if (f != NULL)
		ehc_finding_relate(p->out, f, other->head_span, ehc_str_of(message));
}

/* "an EHC plan" */
static struct ehc_str
this_document(struct ehc_parser *p)
{
	return ehc_with_article(p->arena, ehc_kind_name(p->tree->kind));
}

/* ---- heads of documents ---- */

/* More of its lines are faulty than have a label: a file in another layout, such as a draft out of a word processor. */
static bool
is_foreign(const struct ehc_parser *p)
{
	size_t labelled = 0;

	for (const struct ehc_node *n = p->tree->first; n != NULL; n = n->next) {
		labelled += n->keyword != NULL;
		for (const struct ehc_node *field = n->fields; field != NULL; field = field->next)
			labelled += field->keyword != NULL;
	}
	return p->faults > labelled && p->faults > 3;
}

/* Leaves the faults of bytes, which hold whatever the file is. */
static void
forget_labels(struct ehc_parser *p)
{
	size_t kept = 0;

	for (size_t i = 0; i < p->out->list.count; i++) {
		struct ehc_finding *f = p->out->list.items[i];

		if (f->rule == &ehc_rules_syntax[EHC_SYN_NOT_UTF8] || f->rule == &ehc_rules_syntax[EHC_SYN_NUL] || f->rule == &ehc_rules_syntax[EHC_SYN_CONTROL])
			p->out->list.items[kept++] = f;
	}
	p->out->list.count = p->faults = kept;
}

void
ehc_fault_no_head(struct ehc_parser *p)
{
	const struct ehc_node *first = p->tree->first;
	struct ehc_span span = first == NULL ? EHC_NOSPAN : (struct ehc_span){ first->span.start, first->span.start };

	while (first != NULL && first->kind == EHC_NODE_COMMENT)
		first = first->next;
	if (first == NULL)
		ehc_fault(p, EHC_SYN_NO_HEAD, span, "the file is empty: it holds no plan");
	else if (p->tree->template_head != NULL)
		ehc_fault(p, EHC_SYN_NO_HEAD, p->tree->template_head->head_span,
		    "the template does not say which document it makes: write `EHC plan:` or `health care plan:` below this line");
	else if (is_foreign(p)) {
		forget_labels(p);
		help(p, ehc_fault(p, EHC_SYN_NO_HEAD, (struct ehc_span){ first->span.start, first->span.start },
		    "this is no plan in the language that is checked here: few of its lines begin with a label"),
		    "A draft in a layout of its own is read in first: `ehc import DRAFT -o plan.ehc`. If it is meant as a plan already, begin it with"
		    " `EHC plan: <reference>` or `health care plan: <reference>`.");
	} else
		ehc_fault(p, EHC_SYN_NO_HEAD, (struct ehc_span){ first->span.start, first->span.start },
		    "the file does not begin by saying what it is, such as `EHC plan: <reference>`");
}

void
ehc_fault_late_head(struct ehc_parser *p, const struct ehc_node *head)
{
	ehc_fault(p, EHC_SYN_LATE_HEAD, head->head_span, "\"%.*s\" says what the document is, so it must be the first line", EHC_ARG(head->head));
}

void
ehc_fault_second_head(struct ehc_parser *p, const struct ehc_node *head, const struct ehc_node *first)
{
	struct ehc_finding *f = ehc_fault(p, EHC_SYN_SECOND_HEAD, head->head_span, "a second document begins here; a file holds one");

	relate(p, f, first, "the first begins here");
}

/* ---- labels ---- */

void
ehc_fault_unknown(struct ehc_parser *p, struct ehc_span head, const struct ehc_spelling *nearest)
{
	struct ehc_str written = ehc_source_slice(p->source, head);
	struct ehc_finding *f;

	if (nearest == NULL) {
		ehc_fault(p, EHC_SYN_UNKNOWN_LABEL, head, "\"%.*s\" is not a label of %.*s", EHC_ARG(written), EHC_ARG(this_document(p)));
		return;
	}
	f = ehc_fault(p, EHC_SYN_UNKNOWN_LABEL, head, "\"%.*s\" is not a label of %.*s; did you mean \"%s\"?", EHC_ARG(written),
	    EHC_ARG(this_document(p)), nearest->spelling);
	help(p, f, "Write `%s`, or indent the line by four spaces where it belongs to the text above.", nearest->spelling);
}

void
ehc_fault_misspelt(struct ehc_parser *p, struct ehc_span head, const struct ehc_spelling *nearest, struct ehc_str id)
{
	struct ehc_str written = ehc_source_slice(p->source, head);
	struct ehc_finding *f = ehc_fault(p, EHC_SYN_UNKNOWN_LABEL, head, "\"%.*s\" is not a label of %.*s; did you mean \"%s %.*s\"?", EHC_ARG(written),
	    EHC_ARG(this_document(p)), nearest->spelling, EHC_ARG(id));

	if (f == NULL)
		return;
	f->why = EHC_STR("The line was read as it was probably meant, but the guess may be wrong.");
	help(p, f, "Write `%s %.*s`, or indent the line by four spaces where it belongs to the text above.", nearest->spelling, EHC_ARG(id));
}

void
ehc_fault_other_document(struct ehc_parser *p, struct ehc_span head, unsigned docs)
{
	enum ehc_doc_kind kind = EHC_DOC_EHC_PLAN;
	struct ehc_str written = ehc_source_slice(p->source, head);

	while (kind < EHC_DOC_STYLE && (ehc_docs_of(kind) & docs) == 0)
		kind++;
	if ((ehc_docs_of(kind) & docs) == 0)
		ehc_fault(p, EHC_SYN_OTHER_DOCUMENT, head, "\"%.*s\" belongs to a template", EHC_ARG(written));
	else
		ehc_fault(p, EHC_SYN_OTHER_DOCUMENT, head, "\"%.*s\" belongs to %.*s, and this is %.*s", EHC_ARG(written),
		    EHC_ARG(ehc_with_article(p->arena, ehc_kind_name(kind))), EHC_ARG(this_document(p)));
}

void
ehc_fault_in_head(struct ehc_parser *p, bool missing, struct ehc_span place)
{
	const struct ehc_keyword *k = p->line.keyword;
	struct ehc_str written = ehc_source_slice(p->source, ehc_span_trim(p->source, place));

	if (k->form == EHC_FORM_WORDS) {
		if (k->label != EHC_L_SECTION)          /* a section without its letter is looked at whole */
			ehc_fault(p, EHC_SYN_NO_WORDS, p->line.head, "\"%s\" does not say of what: words are missing before the colon", k->spelling);
	} else if (k->form == EHC_FORM_PLAIN) {
		ehc_fault(p, EHC_SYN_UNWANTED_ID, place, "\"%s\" takes no id, so \"%.*s\" is passed over", k->spelling, EHC_ARG(written));
	} else if (missing) {
		ehc_fault(p, EHC_SYN_NO_ID, p->line.head, "this %s has no id", k->spelling);
	} else {
		ehc_fault(p, EHC_SYN_BAD_ID, place, "\"%.*s\" is not an id that other items can name", EHC_ARG(written));
	}
}

static bool
is_section(struct ehc_str s)
{
	static const char *const letters[] = { "A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K" };

	return ehc_str_is_one_of(s, letters, EHC_COUNT(letters));
}

bool
ehc_names_sections(struct ehc_str s)
{
	size_t i = 0;

	while (i < s.len) {
		size_t start = i;
		struct ehc_str name;

		while (i < s.len && strchr(" \t,;&/+-", s.ptr[i]) == NULL)
			i++;
		name = ehc_str_sub(s, start, i);
		if (name.len > 0 && !is_section(name) && !ehc_str_is_nocase(name, "H") && !ehc_str_is_nocase(name, "and"))
			return false;
		i++;
	}
	return true;
}

void
ehc_fault_section(struct ehc_parser *p, const struct ehc_node *section)
{
	if (section->words.len == 0)
		ehc_fault(p, EHC_SYN_SECTION_LETTER, section->head_span, "the section has no letter");
	else if (p->tree->kind == EHC_DOC_EHC_PLAN ? !ehc_names_sections(section->words) : !is_section(section->words))
		ehc_fault(p, EHC_SYN_SECTION_LETTER, section->id_span, "there is no section \"%.*s\"", EHC_ARG(section->words));
}

void
ehc_fault_no_colon(struct ehc_parser *p, struct ehc_span head)
{
	struct ehc_str label = ehc_source_slice(p->source, head);
	struct ehc_finding *f = ehc_fault(p, EHC_SYN_NO_COLON, head, "\"%.*s\" looks like a label, but no colon stands behind it", EHC_ARG(label));

	help(p, f, "Put a colon behind it: `%.*s:`. If the words are meant as text, indent the line by four spaces.", EHC_ARG(label));
}

/* ---- fields ---- */

/* "a need, an outcome or a provision": what takes the field in this document, at most five of them. */
static struct ehc_str
owners(struct ehc_parser *p, const struct ehc_keyword *field)
{
	struct ehc_str out = EHC_NOSTR, last = EHC_NOSTR;
	unsigned left = field->on, named = 0;

	if ((left & EHC_ON_ANY) == EHC_ON_ANY)
		return EHC_STR("an item with an id");
	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT && named < 5; label++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);

		if (k->level == EHC_LEVEL_FIELD || (k->docs & p->docs) == 0 || (k->on & left) == 0)
			continue;
		left &= ~k->on;
		if (last.len > 0)
			out = out.len == 0 ? last : ehc_arena_printf(p->arena, "%.*s, %.*s", EHC_ARG(out), EHC_ARG(last));
		last = k->level == EHC_LEVEL_HEAD ? EHC_STR("the head of the document") :
		    k->level == EHC_LEVEL_TEXT ? EHC_STR("a text at the margin") :
		    ehc_arena_printf(p->arena, "\"%s\"", k->spelling);
		named++;
	}
	return out.len == 0 ? last : ehc_arena_printf(p->arena, "%.*s or %.*s", EHC_ARG(out), EHC_ARG(last));
}

void
ehc_fault_misplaced(struct ehc_parser *p, const struct ehc_node *field)
{
	ehc_fault(p, EHC_SYN_MISPLACED_FIELD, field->head_span, "\"%s\" is no field of \"%s\"; it belongs to %.*s", field->keyword->spelling,
	    field->parent->keyword->spelling, EHC_ARG(owners(p, field->keyword)));
}

void
ehc_fault_loose(struct ehc_parser *p, const struct ehc_node *field)
{
	ehc_fault(p, EHC_SYN_LOOSE_FIELD, field->head_span, "\"%s\" stands before the first item; it belongs to %.*s", field->keyword->spelling,
	    EHC_ARG(owners(p, field->keyword)));
}

void
ehc_fault_repeated(struct ehc_parser *p, const struct ehc_node *node, const struct ehc_node *first)
{
	struct ehc_finding *f;

	f = ehc_fault(p, EHC_SYN_REPEATED, node->head_span, "\"%s\" stands twice %s", node->keyword->spelling,
	    node->parent == NULL ? "in the document" : "in one item");
	relate(p, f, first, "the first stands here");
}

void
ehc_fault_hidden(struct ehc_parser *p, struct ehc_span head, const struct ehc_keyword *k)
{
	if (k->level == EHC_LEVEL_FIELD)
		ehc_fault(p, EHC_SYN_HIDDEN_FIELD, head, "this looks like the field \"%s\", but so far indented it is text; indent it by two spaces",
		    k->spelling);
	else
		ehc_fault(p, EHC_SYN_HIDDEN_FIELD, head, "this looks like a new %s, but indented it is text; begin it at the margin", k->spelling);
}

void
ehc_fault_stray(struct ehc_parser *p, struct ehc_span span)
{
	struct ehc_str s = ehc_source_slice(p->source, span);
	const char *end = memchr(s.ptr, '\n', s.len);
	struct ehc_finding *f;

	if (end != NULL)
		span.end = span.start + (uint32_t)(end - s.ptr);
	if (p->entry == NULL)
		f = ehc_fault(p, EHC_SYN_STRAY_TEXT, span, "this text stands before the first label, so it belongs to nothing");
	else
		f = ehc_fault(p, EHC_SYN_STRAY_TEXT, span, "this text belongs to no label; indent it by four spaces if it goes on with the text above");
	if (ehc_blank_at(s, 0) > 0)
		help(p, f, "The line is indented with no-break blanks, as pasted text often is. Write ordinary spaces instead, at least four.");
}
