/*
 * named.c - the kind of file that its name promises: `-o plan.docx` is a Word file without --to, because a PDF under that name would not open.
 */
#include "cli/cli.h"

#include <string.h>

/* What a command writes under names that end so. */
struct promise {
	const char *ending;
	unsigned commands;
	size_t member;                  /* of struct cli: where the value goes */
	const char *value;              /* NULL: the command writes no such file */
	const char *trouble;            /* what is said then, or where an option asks for another kind; NULL: nothing, the option counts */
};

#define TO offsetof(struct cli, to)
#define FORMAT offsetof(struct cli, format)
#define NO_PDF "the name is that of a PDF, and another kind of file would not open under it; name it after what is written, or leave the option out"
#define NO_WORD "the name is that of a Word file, and another kind of file would not open under it; name it after what is written, or leave the option out"
#define NAME_DOCX "files of that kind are not written; name it .docx, which Word and LibreOffice open"
#define PAGE_OR_FOLDER "the report on one plan is a page: name it .html; that on many is a folder, with figures (.json, .csv) and a summary (.pdf) in it"
#define NAME_EHC "a plan in the language is a text file: name it .ehc; `ehc build` makes PDF and Word of it"
enum { DRAWN = CLI_BUILD | CLI_DIFF | CLI_REVIEW };

static const struct promise promises[] = {
	{ ".fhir.json", CLI_BUILD, TO, "fhir", NULL },
	{ ".xml", CLI_BUILD, TO, "xml", NULL },
	{ ".ics", CLI_REVIEW, TO, "ics", NULL },
	{ ".pdf", DRAWN, TO, "pdf", NO_PDF },
	{ ".docx", DRAWN, TO, "docx", NO_WORD },
	{ ".html", CLI_BUILD | CLI_REVIEW, TO, "html", NULL },
	{ ".txt", CLI_BUILD | CLI_REVIEW, TO, "text", NULL },
	{ ".html", CLI_CHECK | CLI_DIFF, FORMAT, "html", NULL },
	{ ".json", CLI_CHECK | CLI_DIFF, FORMAT, "json", NULL },
	{ ".csv", CLI_CHECK, FORMAT, "csv", NULL },
	{ ".sarif", CLI_CHECK, FORMAT, "sarif", NULL },
	{ ".doc", DRAWN, TO, NULL, NAME_DOCX },
	{ ".odt", DRAWN, TO, NULL, NAME_DOCX },
	{ ".rtf", DRAWN, TO, NULL, NAME_DOCX },
	{ ".pdf", CLI_CHECK, FORMAT, NULL, "findings are not written as PDF; name it .html, a page that can be printed" },
	{ ".docx", CLI_CHECK, FORMAT, NULL, "findings are not written as a Word file; name it .html, or put them into a Word draft with --annotate" },
	{ ".pdf", CLI_QA, FORMAT, NULL, PAGE_OR_FOLDER },
	{ ".docx", CLI_QA, FORMAT, NULL, PAGE_OR_FOLDER },
	{ ".json", CLI_QA, FORMAT, NULL, PAGE_OR_FOLDER },
	{ ".csv", CLI_QA, FORMAT, NULL, PAGE_OR_FOLDER },
	{ ".pdf", CLI_NEW | CLI_IMPORT, FORMAT, NULL, NAME_EHC },
	{ ".docx", CLI_NEW | CLI_IMPORT, FORMAT, NULL, NAME_EHC },
};

/* What the user asked for. The notice of a diff is not its report: an option for one of the two leaves nothing to be told from the name. */
static const char *
asked_for(const struct cli *cli, size_t member)
{
	if (cli->command->bit == CLI_DIFF)
		return cli->to != NULL ? cli->to : cli->format;
	return member == TO ? cli->to : cli->format;
}

const char *
cli_kind_by_name(struct cli *cli)
{
	if (cli->output == NULL || cli->annotate != NULL || cli_is_folder(cli->output))   /* --annotate has its own say on names */
		return NULL;
	for (size_t i = 0; i < EHC_COUNT(promises); i++) {
		const struct promise *p = &promises[i];
		const char *asked = asked_for(cli, p->member);

		if ((p->commands & cli->command->bit) == 0 || !ehc_str_ends_nocase(ehc_str_of(cli->output), p->ending))
			continue;
		if (p->value == NULL || (asked != NULL && strcmp(asked, p->value) != 0))
			return p->trouble;
		if (asked == NULL)
			*(p->member == TO ? &cli->to : &cli->format) = p->value;
		return NULL;
	}
	return NULL;
}
