/*
 * parse.c - from bytes to tree. Whatever the file holds, there is a tree, and everything in the file is in it.
 */
#include "parse/parse.h"

#include "plan_tab.h"
#define YYSTYPE EHC_PLAN_STYPE  /* what Flex's header calls the types that Bison's header defines */
#define YYLTYPE EHC_PLAN_LTYPE
#include "plan_lex.h"

/* The scanner's state goes with the arena of the compilation, which answers for memory running out. */
void *
ehc_plan_alloc(size_t size, yyscan_t scanner)
{
	struct ehc_parser *p = ehc_plan_get_extra(scanner);

	return ehc_arena_alloc(p->arena, size);
}

void *
ehc_plan_realloc(void *old, size_t size, yyscan_t scanner)
{
	(void)old;
	(void)scanner;
	EHC_BUG("the scanner asks for a buffer of %zu bytes, though it has the whole file", size);
}

void
ehc_plan_free(void *old, yyscan_t scanner)
{
	(void)old;
	(void)scanner;
}

/* Runs the generated scanner and parser over a copy of the text. */
static void
run(struct ehc_parser *p)
{
	struct ehc_str text = p->source->text;
	size_t bom = ehc_str_starts_nocase(text, "\xEF\xBB\xBF") ? 3 : 0;
	yyscan_t scanner;

	/* With the first of the two NUL bytes that follow the source: Flex wants as many. */
	p->buffer = (char *)ehc_arena_copy(p->arena, (struct ehc_str){ text.ptr, text.len + 1 }).ptr;
	if (ehc_plan_lex_init_extra(p, &scanner) != 0)
		EHC_BUG("no memory for the scanner");
	ehc_plan__scan_buffer(p->buffer + bom, text.len - bom + 2, scanner);
	ehc_plan_parse(p, scanner);
	ehc_plan_lex_destroy(scanner);
}

struct ehc_tree *
ehc_parse(struct ehc_arena *a, struct ehc_source *src, struct ehc_findings *out)
{
	struct ehc_parser *p = EHC_NEW(a, struct ehc_parser);
	struct ehc_tree *tree = EHC_NEW(a, struct ehc_tree);

	if (src->text.len > INT32_MAX - 2)
		EHC_BUG("a source of %zu bytes was let through", src->text.len);
	tree->source = src;
	tree->arena = a;
	p->arena = a;
	p->source = src;
	p->out = out;
	p->tree = tree;
	p->docs = EHC_IN_ANY;
	p->entry_tail = &tree->first;
	p->waiting_tail = &p->waiting;
	ehc_check_bytes(p);
	run(p);
	return tree;
}
