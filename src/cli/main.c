/*
 * main.c - ehc: finds the command, reads its options, runs it.
 */
#include "cli/cli.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

const struct cli_command cli_commands[] = {
	{ "check", CLI_CHECK, "PATH...", "say what would not stand up in plans, and what to write instead",
	    "Reads plans, health care plans, advice reports, templates and profiles, and says for each which words would not "
	    "stand up, why that matters to the child, by which source, and what to write instead. A draft in Word (.docx) or a web page "
	    "is read as `ehc import` reads it, and a form in Word as a template. A folder stands for the .ehc and .docx files in it and "
	    "below; - is standard input. --annotate puts the findings back into a Word draft, as comments.\n"
	    "An error is a required part that is missing, or words that nobody could be held to. A warning is poor practice. A note "
	    "is worth a look. Words that are right for this child can be kept: write `accept: RULE because REASON; ROLE, DATE` "
	    "under the item.",
	    "  ehc check draft.ehc                      what is wrong in one plan\n"
	    "  ehc check draft.docx --annotate out.docx     the findings as comments in it\n"
	    "  ehc check --read-back draft.ehc          and what each provision was read as\n"
	    "  ehc check --as-of 2026-05-01 plans/      a folder, as of that day\n"
	    "  ehc check --format json plans/ -o findings.json\n"
	    "  ehc check --as-of none --baseline ehc.baseline --format sarif templates/\n",
	    "findings at or above --fail-on, or more warnings than --max-warnings", 1, SIZE_MAX, cli_check },
	{ "build", CLI_BUILD, "PATH...", "write the plan as accessible PDF, HTML, Word or text, or as XML",
	    "Checks each plan and writes it in the layout that is sent to the family: x.pdf beside x.ehc, unless -o says "
	    "otherwise. What is printed is the plan's own words; findings, notes and acceptances are not. A plan with lines that "
	    "could not be understood is not written, so that nothing is dropped unseen. Nor is an agreed health care plan with "
	    "two doses for one medicine, a medicine or a review out of date, an unconfirmed entry, or an emergency medicine "
	    "that nobody in date may give; each place is named.\n"
	    "With --to xml the whole document, notes and acceptances too, is written for other systems; `ehc import` reads it back "
	    "without loss. --to fhir is section G, or a health care plan, for a health system; it lists what FHIR cannot say.",
	    "  ehc build draft.ehc                      writes draft.pdf\n"
	    "  ehc build --to html draft.ehc            writes draft.html\n"
	    "  ehc build --to docx draft.ehc            writes draft.docx, for Word\n"
	    "  ehc build plans/ -o print/               a PDF for every plan in the folder\n"
	    "  ehc build --to text draft.ehc -o -       to standard output\n"
	    "  ehc build --to xml draft.ehc             for other systems: writes draft.xml\n",
	    "findings at or above --fail-on (the document is written all the same)", 1, SIZE_MAX, cli_build },
	{ "qa", CLI_QA, "PATH...", "write the quality report on a plan, or on many",
	    "On one plan, a page for those who hold it: grades by section, agency and quality standard with the findings that set each, "
	    "the ties between needs, provision and outcomes as a picture, every quantified provision with its hours a year, the "
	    "timeline beside the statutory dates, and the audit with what a person must judge. On a health care plan it says who is "
	    "trained until when, and what falls due. It shows the plan's words. Writes x.qa.html beside x.ehc, unless -o says otherwise.\n"
	    "On a folder or several plans, a folder for a panel, named by -o: counts and grades by section, standard, agency and group, "
	    "the commonest findings, dates kept, hours a year by service, what lapses in health care plans, what to read first, a sample "
	    "to mark. Plans are called P1, P2 ...; it shows no words of theirs, and hides counts under five. It is still personal data.\n"
	    "Grades are advice to the panel, never a verdict.",
	    "  ehc qa draft.ehc                         writes draft.qa.html\n"
	    "  ehc qa draft.ehc -o panel/P17.html\n"
	    "  ehc qa plans/ -o panel/ --sample 20 --seed 7 --key ~/panel.key\n"
	    "  ehc qa --marks first.csv second.csv      how far two markers agree\n",
	    "findings at or above --fail-on (the report is written all the same)", 1, SIZE_MAX, cli_qa },
	{ "fmt", CLI_FMT, "PATH...", "lay plans out in the canonical way",
	    "Writes each file again with the labels, spacing and line breaks that every plan shares, so that two versions can be "
	    "compared line by line. Words are never changed. A file is written whole or left as it is; one with broken bytes is "
	    "left alone. - reads standard input and writes to standard output.",
	    "  ehc fmt draft.ehc                        lays the file out again\n"
	    "  ehc fmt --check plans/                   for a CI job: names what would change\n"
	    "  ehc fmt - < draft.ehc > tidy.ehc\n",
	    "--check names a file that would change", 1, SIZE_MAX, cli_fmt },
	{ "new", CLI_NEW, "[TEMPLATE]", "start a plan from a template",
	    "Writes a plan with everything that the template holds, its placeholders filled in from --set or from a table of "
	    "children. TEMPLATE is a file, or the name of a template that comes with the program; without it those are listed. "
	    "What is not filled in stays as a placeholder, and `ehc check` names it. Nothing that is there already is written "
	    "over.",
	    "  ehc new                                  the templates that there are\n"
	    "  ehc new national-ehc -o draft.ehc\n"
	    "  ehc new national-ehc --set 'child name=Amira Example' -o draft.ehc\n"
	    "  ehc new hcp-epilepsy --from children.csv -o drafts/\n",
	    NULL, 0, 1, cli_new },
	{ "import", CLI_IMPORT, "DRAFT", "read a plan out of a Word file, a web page, text or XML",
	    "Reads a plan that was written in Word (.docx), as a web page or as text, and writes it in the plan language: x.ehc beside "
	    "x.docx, unless -o says otherwise; - is standard input. Sections are found by their letters, rows and columns by their "
	    "headings, in whatever layout. Then says what a person should look at, which words found no place (they are kept under "
	    "`unplaced:`) and what was left out, such as page headers and struck-through words. Nothing is dropped unsaid.\n"
	    "Medicines, feeds and the steps of an emergency stand under `unconfirmed:` until somebody who may has confirmed each.\n"
	    "A form, in which a placeholder stands for the child's name, becomes a template that `ehc new` starts plans from; --plan writes it as a plan.\n"
	    "Interchange XML (.xml) is read back whole, or refused with the line at fault.\n"
	    "With --advice the draft is a professional's report: its needs, outcomes and recommendations become an advice report, and what else it says "
	    "is kept under `unplaced:`.",
	    "  ehc import draft.docx                    writes draft.ehc\n"
	    "  ehc import draft.docx -o plan.ehc --report plan.html\n"
	    "  ehc import form.docx                     a council's form becomes a template\n"
	    "  ehc import plan.xml                      from a case-management system\n"
	    "  ehc check draft.docx                     checks it without writing a plan\n",
	    "words were kept under `unplaced:` (the plan is written all the same)", 1, 1, cli_import },
	{ "diff", CLI_DIFF, "OLD NEW", "say what changed in meaning between two versions of a plan",
	    "Compares two versions of an EHC plan or of a health care plan: needs and outcomes that came or went, dates that moved, provision "
	    "with more or fewer hours a year, another person or a larger group, who answers for it, medicines and steps. Items are found "
	    "again by what they say, so that new numbers and another order are no change. What was only said in other words stands "
	    "apart; what became vaguer is called out. No change is judged.\n"
	    "With --to it writes the notice of proposed amendments instead: the words of the plan as it stands beside those that are proposed, "
	    "with the reason (`amendment F1: ...` in the new plan) and the evidence that each cites. Hours a year are never in it.",
	    "  ehc diff old.ehc new.ehc\n"
	    "  ehc diff --format json old.ehc new.ehc -o diff.json\n"
	    "  ehc diff --to pdf old.ehc new.ehc        writes new.notice.pdf\n",
	    "something changed in meaning (with --to: never)", 2, 2, cli_diff },
	{ "review", CLI_REVIEW, "PLAN", "write the form for a plan's annual review, and a calendar",
	    "Makes the form that the review of an EHC plan or a health care plan is held with: x.review.pdf beside x.ehc, unless -o says "
	    "otherwise. Beside each question stand the plan's own words; no answer is filled in. With --to html it is a page to fill in on "
	    "screen: nothing that is typed goes anywhere, so print it or save it as PDF before it is closed.\n"
	    "The days that fall due are counted from the dates in the plan: the meeting and what comes before and after it, moves, outcomes, "
	    "medicines, training. Where the law can be read in two ways, the earlier day is shown. The calendar holds the days from --as-of "
	    "on.",
	    "  ehc review plan.ehc                      writes plan.review.pdf\n"
	    "  ehc review --to html plan.ehc            writes plan.review.html, for the screen\n"
	    "  ehc review --meeting 2027-05-12 --calendar review.ics plan.ehc\n"
	    "  ehc review --to ics plan.ehc             writes plan.review.ics alone\n",
	    NULL, 1, 1, cli_review },
	{ "explain", CLI_EXPLAIN, "RULE...", "say what a rule asks, why, and how to answer it",
	    "Shows a rule by its id: what it looks at, why it matters, the source it rests on, a poor and a good "
	    "example, and how to keep words that are right for this child. A family of rules is listed by its letters.",
	    "  ehc explain SPEC-001\n"
	    "  ehc explain spec-001 quant-005\n"
	    "  ehc explain QUANT                        the rules on amounts\n",
	    NULL, 1, SIZE_MAX, cli_explain },
	{ "rules", CLI_RULES, "", "list every rule with its severity under the profile in force",
	    "Lists the rules: id, severity under the profile in force, class and title. A rule whose pack is not in "
	    "force is marked off.",
	    "  ehc rules\n"
	    "  ehc rules --profile example-county\n"
	    "  ehc rules --format markdown > rules.md\n"
	    "  ehc rules --labels                       the labels of the plan language\n"
	    "  ehc rules --labels --format relaxng      the schema of interchange XML\n",
	    NULL, 0, 0, cli_rules },
	{ NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL },
};

static const struct cli_command *
find(const char *name)
{
	for (const struct cli_command *c = cli_commands; c->name != NULL; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

static int
unknown(const char *word)
{
	const char *names[EHC_COUNT(cli_commands)], *nearest;
	size_t n = 0;

	while (cli_commands[n].name != NULL) {
		names[n] = cli_commands[n].name;
		n++;
	}
	nearest = cli_nearest(word, names, n);
	if (nearest != NULL)
		cli_say("there is no command \"%s\"; did you mean: ehc %s", word, nearest);
	else if (access(word, F_OK) == 0)
		cli_say("there is no command \"%s\"; did you mean: ehc check %s", word, word);
	else
		cli_say("there is no command \"%s\"", word);
	fprintf(stderr, "`ehc --help` lists the commands.\n");
	return CLI_FAILED;
}

static int
finish(int status)
{
	struct ehc_buf nothing = { NULL, 0, 0 };

	return cli_flush(&nothing) ? status : CLI_FAILED;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	if (!cli_options_read(cli, argc, argv))
		return CLI_FAILED;
	if (cli->version) {
		printf("ehc %s\n", EHC_VERSION);
		return finish(CLI_CLEAN);
	}
	if (cli->help) {
		cli_help(cli->command);
		return finish(CLI_CLEAN);
	}
	return cli->command->run(cli);
}

/*
 * A plan in memory must not end up in a dump of it, nor be read by the user's other programs. EHC_CORE_DUMPS lets both happen, for
 * whoever looks for a fault with an invented plan. The address sanitizer looks for leaks by tracing the program, which needs it open.
 */
static void
keep_memory_private(void)
{
	const struct rlimit none = { 0, 0 };

	if (getenv("EHC_CORE_DUMPS") != NULL)
		return;
	(void)setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__
	(void)prctl(PR_SET_DUMPABLE, 0);
#endif
}

/*
 * What one plan gives back serves the next. Left to itself the C library returns it to the system and asks for each page again, which
 * costs two threads an eighth of their time. Blocks beyond 4 MB are returned, and of the rest what is more than 16 MB.
 */
static void
keep_memory_for_the_next(void)
{
	(void)mallopt(M_MMAP_THRESHOLD, 4 << 20);
	(void)mallopt(M_TRIM_THRESHOLD, 16 << 20);
	(void)mallopt(M_TOP_PAD, 1 << 20);
}

int
main(int argc, char **argv)
{
	struct cli cli = { .arena = NULL };
	int status;

	keep_memory_private();
	keep_memory_for_the_next();
	if (argc < 2) {
		cli_help(NULL);
		return finish(CLI_FAILED);
	}
	if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
		printf("ehc %s\n", EHC_VERSION);
		return finish(CLI_CLEAN);
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0) {
		cli_help(argc > 2 ? find(argv[2]) : NULL);
		return finish(CLI_CLEAN);
	}
	cli.command = find(argv[1]);
	if (cli.command == NULL)
		return unknown(argv[1]);
	cli.arena = ehc_arena_new();
	status = run(&cli, argc - 2, argv + 2);
	ehc_arena_free(cli.arena);
	return status;
}
