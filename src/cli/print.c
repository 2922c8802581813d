/*
 * print.c - what every command that prints a plan begins with: whether it may be printed at all, and in which style.
 */
#include "cli/cli.h"

#include <string.h>

/* Lines that were not understood would be missing from the print. */
static size_t
lines_not_understood(const struct ehc_findings *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->list.count; i++)
		n += f->list.items[i]->severity == EHC_ERROR && strncmp(f->list.items[i]->rule->id, "SYN-", 4) == 0;
	return n;
}

int
cli_refuse(const struct ehc_compilation *c, struct ehc_span where, struct ehc_str trouble)
{
	struct ehc_source src = c->source;
	struct ehc_place place;

	if (where.end == 0)
		return cli_fail("%.*s: not written: %.*s", EHC_ARG(src.name), EHC_ARG(trouble));
	place = ehc_source_place(&src, where.start);
	return cli_fail("%.*s:%u:%u: not written: %.*s", EHC_ARG(src.name), place.line, place.column, EHC_ARG(trouble));
}

int
cli_refuse_lost(const struct ehc_compilation *c)
{
	size_t lost = lines_not_understood(&c->findings);

	if (lost == 0)
		return CLI_CLEAN;
	return cli_fail("%.*s: not written: %zu place%s could not be understood and would be lost; "
	    "ehc check shows where",
	    EHC_ARG(c->source.name), lost, lost == 1 ? "" : "s");
}

const struct ehc_style *
cli_choose_style(struct cli *cli, const struct ehc_compilation *c, const struct cli_file *file)
{
	const char *near_path = strcmp(file->path, "-") == 0 ? cli->stdin_name : file->path;
	const struct ehc_profile *p = c->profile;
	struct ehc_str name = cli->style != NULL ? ehc_str_of(cli->style) : p->style, trouble;
	const struct ehc_style *s;
	const struct ehc_style_fault *f;
	struct ehc_place place;

	if (name.len == 0)
		return ehc_style_national();
	if (cli->style == NULL)
		near_path = ehc_arena_cstr(c->arena, p->style_near);
	s = ehc_style_load(c->arena, name, near_path, NULL, &trouble);
	if (s == NULL) {
		cli_say("%.*s: not written: %.*s", EHC_ARG(c->source.name), EHC_ARG(trouble));
		return NULL;
	}
	if (s->faults.count == 0)
		return s;
	f = &s->faults.items[0];
	place = ehc_source_place(f->at.source, f->at.span.start);
	cli_say("%.*s: not written: the house style has %zu fault%s; ehc check shows %s", EHC_ARG(c->source.name), s->faults.count,
	    s->faults.count == 1 ? "" : "s", s->faults.count == 1 ? "it" : "each");
	cli_say("%.*s:%u:%u: %.*s", EHC_ARG(f->at.source->name), place.line, place.column, EHC_ARG(f->message));
	return NULL;
}

int
cli_draw(const struct ehc_compilation *c, const struct ehc_document *d, const char *to, struct ehc_buf *out)
{
	struct ehc_str trouble = EHC_NOSTR;
	struct ehc_span where = EHC_NOSPAN;

	if (!ehc_document_accessible(d, &trouble, &where))
		return cli_refuse(c, where, trouble);
	if (to != NULL && strcmp(to, "html") == 0)
		ehc_document_html(d, out);
	else if (to != NULL && strcmp(to, "text") == 0)
		ehc_document_text(d, out);
	else if (to != NULL && strcmp(to, "docx") == 0 ? !ehc_document_docx(d, out, &trouble) : !ehc_document_pdf(d, out, &trouble, &where))
		return cli_refuse(c, where, trouble);
	return CLI_CLEAN;
}
