/*
 * options.c - the options of every command in one table, read and explained from it. Options may stand anywhere among the
 * arguments; `--` ends them; `--name=value`, `--name value`, `-nvalue` and `-n value` are the same.
 */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

struct option {
	const char *name;
	char letter;                    /* 0 for none */
	const char *value;              /* what stands for the value in the help; NULL: takes none */
	size_t member;                  /* of struct cli: const char * where it takes a value, else bool */
	unsigned commands;              /* that take it; with MANY where it may be given several times */
	const char *help;
};
enum { MANY = 1 << 30 };                /* the member is a struct cli_list */
#define MEMBER(m) offsetof(struct cli, m)

static const struct option options[] = {
	{ "format", 'f', "FORMAT", MEMBER(format), CLI_CHECK | CLI_RULES | CLI_DIFF,
	    "text (the default) or html for people; json for programs; sarif, junit, github, gitlab or csv for CI, without the "
	    "plan's own words; `ehc rules` knows text, json and markdown, `ehc diff` text, json and html; of the labels text, markdown and relaxng, the schema of interchange XML" },
	{ "to", 't', "KIND", MEMBER(to), CLI_BUILD | CLI_DIFF | CLI_REVIEW,
	    "pdf (the default), html, docx (Word) or text, for people; xml, all of the document, or fhir, section G or a health care plan, for other systems; of `ehc diff` the notice of proposed amendments, for people alone; of `ehc review` also ics, the calendar alone" },
	{ "output", 'o', "PATH", MEMBER(output), CLI_QA | CLI_NEW | CLI_IMPORT,
	    "write there; - is standard output; a folder where several files come out" },
	{ "output", 'o', "PATH", MEMBER(output), CLI_CHECK | CLI_BUILD | CLI_DIFF | CLI_REVIEW,
	    "write there; - is standard output; a folder where several files come out; a name such as x.html says what is "
	    "written where no option does" },
	{ "as-of", 0, "DATE", MEMBER(as_of_text), CLI_CHECK | CLI_BUILD | CLI_QA | CLI_RULES | CLI_EXPLAIN | CLI_REVIEW,
	    "the day on which dates are judged, such as 2026-05-01; today when not given; none leaves out whatever "
	    "depends on the day" },
	{ "fail-on", 0, "LEVEL", MEMBER(fail_on_text), CLI_CHECK | CLI_BUILD | CLI_QA,
	    "what makes the exit status 1: error (the default), warning, note, process (errors, and dates already "
	    "missed) or never" },
	{ "advice", 0, "PATH", MEMBER(advice), CLI_CHECK | CLI_QA | MANY,
	    "an advice report, or a folder of them, to compare the plan with; may be given several times" },
	{ "advice", 0, NULL, MEMBER(as_advice), CLI_IMPORT, "the draft is a professional's report: read it as an advice report" },
	{ "template", 0, NULL, MEMBER(as_template), CLI_IMPORT,
	    "write a template, also where the draft does not look like a form; without it a form is one in which a placeholder stands for the child's name" },
	{ "plan", 0, NULL, MEMBER(as_plan), CLI_IMPORT, "write a form as a plan, with the form's own placeholders left in it" },
	{ "max-warnings", 0, "N", MEMBER(max_warnings_text), CLI_CHECK, "more warnings than that make the exit status 1 too" },
	{ "annotate", 0, "FILE", MEMBER(annotate), CLI_CHECK,
	    "write the one Word draft that is checked again, with each finding as a comment on the words at fault; nothing else in it "
	    "changes" },
	{ "baseline", 'b', "FILE", MEMBER(baseline), CLI_CHECK,
	    "findings that the file holds are known: only others fail the run; says how many are known, and how many are gone" },
	{ "write-baseline", 0, "FILE", MEMBER(write_baseline), CLI_CHECK,
	    "write the findings of this run as a baseline: hashes, no words; without --baseline nothing that is found fails the run" },
	{ "site-key", 0, "FILE", MEMBER(site_key_file), CLI_CHECK,
	    "make fingerprints with the secret in that file, so that nobody without it can tell what they stand for" },
	{ "group", 'g', NULL, MEMBER(grouped), CLI_CHECK,
	    "one entry for findings of one cause, in the formats for CI; text always shows them so" },
	{ "identify", 0, NULL, MEMBER(identify), CLI_CHECK | CLI_QA | CLI_BUILD,
	    "let the formats for CI show the plan's words, its reference and the reasons of acceptances; let a report on many plans "
	    "name them and show small counts; let FHIR name the child and the staff" },
	{ "jobs", 'j', "N", MEMBER(jobs_text), CLI_CHECK | CLI_QA,
	    "threads for many plans; as many as there are processors when not given; the result is the same" },
	{ "sample", 0, "N", MEMBER(sample_text), CLI_QA, "draw so many plans for the panel to read, with a sheet for their marks" },
	{ "seed", 0, "N", MEMBER(seed_text), CLI_QA, "the number that decides the draw; 1 when not given" },
	{ "marks", 0, NULL, MEMBER(marks), CLI_QA, "compare two filled-in sheets, named instead of plans: how far two markers agree" },
	{ "quotes", 0, NULL, MEMBER(quotes), CLI_QA,
	    "show sentences in a report on many plans, with every name, date, number and address masked" },
	{ "by-writer", 0, NULL, MEMBER(by_writer), CLI_QA, "also group many plans by who wrote them" },
	{ "key", 0, "FILE", MEMBER(key), CLI_QA,
	    "write which plan P17 is, for its owner alone and outside the report; read it first, so that plans keep their numbers" },
	{ "history", 0, "FILE", MEMBER(history), CLI_QA,
	    "keep the figures of each report on many plans, and draw earlier ones beside it; nothing in it tells of one child" },
	{ "previous", 0, "FILE", MEMBER(previous), CLI_CHECK | CLI_QA,
	    "the version of the plan before this one, or the child's other health care plan: asks what can be asked only beside it" },
	{ "profile", 'p', "NAME", MEMBER(profile), CLI_CHECK | CLI_BUILD | CLI_DIFF | CLI_QA | CLI_RULES | CLI_EXPLAIN | CLI_REVIEW,
	    "house rules by name or file; else those that the plan or a .ehc-profile file above it names" },
	{ "style", 's', "NAME", MEMBER(style), CLI_BUILD | CLI_DIFF | CLI_REVIEW,
	    "house style by name or file; else the one that the house rules name, or national" },
	{ "meeting", 0, "DATE", MEMBER(meeting), CLI_REVIEW, "the day planned for the review meeting; else the one in the plan's timeline" },
	{ "calendar", 0, "FILE", MEMBER(calendar), CLI_REVIEW,
	    "also write the days that fall due as a calendar (.ics); it holds the plan's reference and no other word of it" },
	{ "packs", 0, "PACKS", MEMBER(packs), CLI_CHECK | CLI_BUILD | CLI_QA,
	    "pin the packs of rules, such as national-2014@1.0" },
	{ "read-back", 0, NULL, MEMBER(read_back), CLI_CHECK,
	    "also show what was understood of each provision, so that a misreading is seen at once" },
	{ "all", 'a', NULL, MEMBER(all), CLI_CHECK | CLI_IMPORT | CLI_DIFF,
	    "also show notes, and findings that the plan accepts with a reason; of an import every reading; of a diff long texts whole" },
	{ "quiet", 'q', NULL, MEMBER(quiet), CLI_CHECK | CLI_BUILD | CLI_QA | CLI_FMT | CLI_NEW | CLI_IMPORT | CLI_DIFF | CLI_REVIEW,
	    "say no more than must be: `ehc check` only counts" },
	{ "color", 0, "WHEN", MEMBER(color), CLI_CHECK | CLI_DIFF,
	    "auto (the default: on a terminal, unless NO_COLOR is set), always or never" },
	{ "stdin-name", 0, "NAME", MEMBER(stdin_name), CLI_CHECK | CLI_BUILD | CLI_QA | CLI_FMT | CLI_IMPORT | CLI_DIFF | CLI_REVIEW,
	    "name for standard input in what is reported; house rules are looked for near it" },
	{ "check", 'c', NULL, MEMBER(check), CLI_FMT, "change nothing: name the files that would change, exit status 1 if any" },
	{ "set", 's', "'NAME=VALUE'", MEMBER(set), CLI_NEW | MANY,
	    "what is filled in for [[NAME]]; may be given several times" },
	{ "from", 0, "FILE", MEMBER(from), CLI_NEW,
	    "a table of children (CSV), its columns headed by the names of placeholders: a plan for each row, in the folder -o" },
	{ "stdout", 0, NULL, MEMBER(to_stdout), CLI_FMT, "write to standard output, change no file" },
	{ "report", 'r', "FILE", MEMBER(report), CLI_IMPORT, "also write what became of each of the draft's words, as a page" },
	{ "original", 0, NULL, MEMBER(original), CLI_IMPORT | CLI_CHECK, "read a Word file as it was before its tracked changes" },
	{ "labels", 0, NULL, MEMBER(labels), CLI_RULES, "list the labels of the plan language instead of the rules" },
	{ "help", 'h', NULL, MEMBER(help), CLI_ANY, "show this help" },
	{ "version", 'V', NULL, MEMBER(version), CLI_ANY, "show the version" },
};

/* ---- help ---- */

enum { HELP_WIDTH = 79, HELP_INDENT = 22 };

/* Breaks a paragraph at blanks. The words are ours: plain ASCII, one byte a column. */
static void
print_wrapped(const char *text, size_t at, size_t indent)
{
	while (*text != '\0') {
		size_t room = HELP_WIDTH - at, n = strcspn(text, "\n");

		if (n > room) {
			n = room;
			while (n > 0 && text[n] != ' ')
				n--;
		}
		printf("%.*s\n", (int)n, text);
		text += n;
		while (*text == ' ' || *text == '\n') {
			if (text[0] == '\n' && indent == 0)
				putchar('\n');
			text++;
		}
		at = indent;
		if (*text != '\0')
			printf("%*s", (int)indent, "");
	}
}

static void
print_option(const struct option *o)
{
	char left[64];
	int n;

	n = snprintf(left, sizeof(left), "  %c%c%s --%s%s%s", o->letter != 0 ? '-' : ' ', o->letter != 0 ? o->letter : ' ',
	    o->letter != 0 ? "," : " ", o->name, o->value != NULL ? " " : "", o->value != NULL ? o->value : "");
	printf("%-*s", HELP_INDENT, left);
	if (n >= HELP_INDENT)
		printf("\n%*s", HELP_INDENT, "");
	print_wrapped(o->help, HELP_INDENT, HELP_INDENT);
}

static void
print_program_help(void)
{
	printf("Usage: ehc COMMAND [OPTION]... [PATH]...\n\n");
	print_wrapped("Checks education, health and care plans and children's health care plans: it says which words would not "
	    "stand up, why that matters to the child and what to write instead, and turns a plan into an accessible PDF. "
	    "Nothing is sent anywhere; no copy is kept.", 0, 0);
	printf("\nCommands:\n");
	for (const struct cli_command *c = cli_commands; c->name != NULL; c++)
		printf("  %-10s %s\n", c->name, c->summary);
	printf("\nBegin with:\n  ehc check draft.ehc\n\n`ehc COMMAND --help` says more about each.\n"
	    "Exit status: 0 clean; 1 findings at or above --fail-on; 2 the run itself failed.\n");
}

void
cli_help(const struct cli_command *command)
{
	if (command == NULL) {
		print_program_help();
		return;
	}
	printf("Usage: ehc %s [OPTION]...%s%s\n\n", command->name, command->arguments[0] != '\0' ? " " : "", command->arguments);
	print_wrapped(command->about, 0, 0);
	printf("\nOptions:\n");
	for (size_t i = 0; i < EHC_COUNT(options); i++)
		if ((options[i].commands & command->bit) != 0)
			print_option(&options[i]);
	printf("\nExamples:\n%s", command->examples);
	printf("\nExit status:\n  0  clean\n");
	if (command->found != NULL)
		printf("  1  %s\n", command->found);
	printf("  2  the run itself failed: a bad option, a file that cannot be read or written\n");
}

/* ---- reading ---- */

static bool
complain(const struct cli *cli, const char *fmt, ...) EHC_PRINTF(2, 3);

static bool
complain(const struct cli *cli, const char *fmt, ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	cli_say("%s", text);
	fprintf(stderr, "`ehc %s --help` shows how it is used.\n", cli->command->name);
	return false;
}

static const struct option *
find_long(const struct cli *cli, const char *name, size_t n)
{
	for (size_t i = 0; i < EHC_COUNT(options); i++)
		if (strlen(options[i].name) == n && memcmp(options[i].name, name, n) == 0 &&
		    (options[i].commands & cli->command->bit) != 0)
			return &options[i];
	return NULL;
}

static const struct option *
find_short(const struct cli *cli, char letter)
{
	for (size_t i = 0; i < EHC_COUNT(options); i++)
		if (options[i].letter == letter && (options[i].commands & cli->command->bit) != 0)
			return &options[i];
	return NULL;
}

static bool
unknown_long(const struct cli *cli, const char *name, size_t n)
{
	const char *names[EHC_COUNT(options)], *nearest;
	char word[64];
	size_t known = 0;

	snprintf(word, sizeof(word), "%.*s", (int)n, name);
	for (size_t i = 0; i < EHC_COUNT(options); i++)
		if ((options[i].commands & cli->command->bit) != 0)
			names[known++] = options[i].name;
	nearest = cli_nearest(word, names, known);
	if (nearest != NULL)
		return complain(cli, "%s has no option --%s; did you mean --%s?", cli->command->name, word, nearest);
	for (const struct cli_command *c = cli_commands; c->name != NULL; c++)
		for (size_t i = 0; i < EHC_COUNT(options); i++)
			if ((options[i].commands & c->bit) != 0 && strcmp(options[i].name, word) == 0)
				return complain(cli, "%s has no option --%s; it belongs to ehc %s", cli->command->name,
				    word, c->name);
	return complain(cli, "%s has no option --%s", cli->command->name, word);
}

static void
set(struct cli *cli, const struct option *o, const char *value)
{
	char *member = (char *)cli + o->member;
	struct cli_list *list = (struct cli_list *)(void *)member;

	if ((o->commands & MANY) != 0)
		EHC_PUSH(cli->arena, list, value);
	else if (o->value != NULL)
		memcpy(member, &value, sizeof(value));
	else
		*(bool *)member = true;
}

/* `--name`, `--name=value` or `--name value`; *i moves past what was used. */
static bool
read_long(struct cli *cli, int argc, char **argv, int *i)
{
	const char *name = argv[*i] + 2, *equals = strchr(name, '=');
	size_t n = equals != NULL ? (size_t)(equals - name) : strlen(name);
	const struct option *o = find_long(cli, name, n);

	if (o == NULL)
		return unknown_long(cli, name, n);
	if (o->value == NULL && equals != NULL)
		return complain(cli, "--%s takes no value", o->name);
	if (o->value != NULL && equals == NULL && *i + 1 >= argc)
		return complain(cli, "--%s needs a value: --%s %s", o->name, o->name, o->value);
	set(cli, o, o->value == NULL ? NULL : equals != NULL ? equals + 1 : argv[++*i]);
	return true;
}

/* `-aq`, `-ovalue` or `-o value`. */
static bool
read_short(struct cli *cli, int argc, char **argv, int *i)
{
	for (const char *p = argv[*i] + 1; *p != '\0'; p++) {
		const struct option *o = find_short(cli, *p);

		if (o == NULL)
			return complain(cli, "%s has no option -%c", cli->command->name, *p);
		if (o->value == NULL) {
			set(cli, o, NULL);
			continue;
		}
		if (p[1] == '\0' && *i + 1 >= argc)
			return complain(cli, "-%c needs a value: -%c %s", *p, *p, o->value);
		set(cli, o, p[1] != '\0' ? p + 1 : argv[++*i]);
		return true;
	}
	return true;
}

/* ---- what the values mean ---- */

static ehc_day
today(void)
{
	time_t now = time(NULL);
	struct tm parts;

	if (localtime_r(&now, &parts) == NULL)
		return EHC_NODATE;
	return ehc_day_of(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

static bool
read_as_of(struct cli *cli)
{
	struct ehc_str text = ehc_str_of(cli->as_of_text != NULL ? cli->as_of_text : "");
	bool month_only = false;

	cli->as_of = EHC_NODATE;
	if (cli->as_of_text == NULL)
		cli->as_of = today();
	else if (strcmp(cli->as_of_text, "none") != 0) {
		if (text.len == 0 || ehc_day_read(text, &cli->as_of, &month_only, NULL) != text.len ||
		    cli->as_of == EHC_NODATE || month_only)
			return complain(cli, "--as-of takes a date such as 2026-05-01, or none; not \"%s\"", cli->as_of_text);
	}
	return true;
}

static bool
read_fail_on(struct cli *cli)
{
	const char *text = cli->fail_on_text;

	cli->fail_on = EHC_ERROR;
	cli->fail_on_missed = false;
	if (text == NULL)
		return true;
	if (strcmp(text, "never") == 0)
		cli->fail_on = EHC_OFF;
	else if (strcmp(text, "process") == 0)
		cli->fail_on_missed = true;
	else if (!ehc_severity_read(ehc_str_of(text), &cli->fail_on) || cli->fail_on == EHC_OFF)
		return complain(cli, "--fail-on takes error, warning, note, process or never; not \"%s\"", text);
	return true;
}

/* Leaves *out as it is where the option was not given. */
static bool
read_number(const struct cli *cli, const char *option, const char *text, size_t *out)
{
	size_t n = text != NULL ? strlen(text) : 0;

	if (text == NULL)
		return true;
	if (n == 0 || n > 9 || strspn(text, "0123456789") != n)
		return complain(cli, "--%s takes a number; not \"%s\"", option, text);
	*out = (size_t)strtoul(text, NULL, 10);
	return true;
}

static bool
read_numbers(struct cli *cli)
{
	cli->max_warnings = SIZE_MAX;
	cli->seed = 1;
	return read_number(cli, "max-warnings", cli->max_warnings_text, &cli->max_warnings) &&
	    read_number(cli, "jobs", cli->jobs_text, &cli->jobs) && read_number(cli, "sample", cli->sample_text, &cli->sample) &&
	    read_number(cli, "seed", cli->seed_text, &cli->seed);
}

/* A secret of a few bytes could be found by trying. */
static bool
read_site_key(struct cli *cli)
{
	struct ehc_source src;
	const size_t least = 16, most = 4096;

	if (cli->site_key_file == NULL)
		return true;
	if (ehc_source_read(&src, cli->arena, cli->site_key_file, cli->site_key_file, most) != EHC_READ_OK)
		return complain(cli, "--site-key: %s cannot be read, or is larger than %zu bytes", cli->site_key_file, most);
	if (ehc_str_trim(src.text).len < least)
		return complain(cli, "--site-key: %s holds fewer than %zu bytes", cli->site_key_file, least);
	cli->site_key = ehc_key_of(ehc_str_trim(src.text));
	return true;
}

static bool
is_one_of(const struct cli *cli, const char *option, const char *value, const char *const *names, size_t n)
{
	struct ehc_buf list = { NULL, 0, 0 };

	if (value == NULL)
		return true;
	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], value) == 0)
			return true;
	for (size_t i = 0; i < n; i++)
		ehc_buf_printf(&list, "%s%s", i == 0 ? "" : i + 1 < n ? ", " : " or ", names[i]);
	complain(cli, "--%s takes %s; not \"%s\"", option, list.ptr, value);
	ehc_buf_free(&list);
	return false;
}

static bool
read_format(const struct cli *cli)
{
	static const char *const rules[] = { "text", "json", "markdown", "relaxng" }, *const diff[] = { "text", "json", "html" };
	const char *names[16];
	size_t n;
	const struct ehc_reporter *reporters = ehc_reporters(&n);

	if (cli->command->bit == CLI_RULES && cli->format != NULL && !cli->labels && strcmp(cli->format, "relaxng") == 0)
		return complain(cli, "--format relaxng is a schema of the labels: it goes with --labels");
	if (cli->command->bit == CLI_RULES && cli->format != NULL && cli->labels && strcmp(cli->format, "json") == 0)
		return complain(cli, "--labels are listed as text, markdown or relaxng");
	if (cli->command->bit == CLI_RULES)
		return is_one_of(cli, "format", cli->format, rules, EHC_COUNT(rules));
	if (cli->command->bit == CLI_DIFF)
		return is_one_of(cli, "format", cli->format, diff, EHC_COUNT(diff));
	for (size_t i = 0; i < n && i < EHC_COUNT(names); i++)
		names[i] = reporters[i].name;
	return is_one_of(cli, "format", cli->format, names, n);
}

static bool
read_packs(struct cli *cli)
{
	struct ehc_str trouble = EHC_NOSTR;

	if (cli->packs == NULL || ehc_packs_check(cli->arena, cli->packs, &trouble))
		return true;
	return complain(cli, "--packs: %.*s", EHC_ARG(trouble));
}

static bool
read_paths(const struct cli *cli)
{
	size_t stdins = 0;

	for (size_t i = 0; i < cli->npaths; i++)
		stdins += strcmp(cli->paths[i], "-") == 0;
	if (stdins > 1)
		return complain(cli, "standard input can be read only once");
	if (cli->npaths < cli->command->least)
		return complain(cli, "%s needs %s to work on: ehc %s %s", cli->command->name,
		    cli->npaths > 0 ? "something more" : "something", cli->command->name, cli->command->arguments);
	if (cli->npaths > cli->command->most)
		return complain(cli, "%s has no use for \"%s\": ehc %s%s%s%s", cli->command->name, cli->paths[cli->command->most],
		    cli->command->name, cli->command->arguments[0] != '\0' ? " " : "", cli->command->arguments,
		    find_short(cli, 'o') != NULL ? "; where to write is said with -o" : "");
	return true;
}

static bool
read_values(struct cli *cli)
{
	static const char *const whens[] = { "auto", "always", "never" };
	/* the first for reviews alone, the last two for plans alone */
	static const char *const kinds[] = { "ics", "pdf", "html", "docx", "text", "xml", "fhir" };
	size_t first = cli->command->bit == CLI_REVIEW ? 0 : 1, end = EHC_COUNT(kinds) - (cli->command->bit == CLI_BUILD ? 0 : 2);
	const char *trouble = cli_kind_by_name(cli);

	if (trouble != NULL)
		return complain(cli, "%s: %s", cli->output, trouble);
	if (!read_as_of(cli) || !read_fail_on(cli) || !read_format(cli) || !read_packs(cli) || !read_paths(cli))
		return false;
	if (!read_numbers(cli) || !read_site_key(cli))
		return false;
	if (!is_one_of(cli, "color", cli->color, whens, EHC_COUNT(whens)))
		return false;
	if (!is_one_of(cli, "to", cli->to, kinds + first, end - first))
		return false;
	if (cli->read_back && cli->format != NULL && strcmp(cli->format, "text") != 0)
		return complain(cli, "--read-back is for people: it goes with --format text alone");
	return true;
}

/* NULL where it cannot be told, for one because it is gone. */
static const char *
folder_of_run(struct ehc_arena *a)
{
	char *path = getcwd(NULL, 0);
	const char *kept = path != NULL ? ehc_arena_cstr(a, ehc_str_of(path)) : NULL;

	free(path);
	return kept;
}

bool
cli_options_read(struct cli *cli, int argc, char **argv)
{
	bool over = false;

	cli->paths = EHC_NEW_ARRAY(cli->arena, const char *, (size_t)argc + 1);
	for (int i = 0; i < argc; i++) {
		bool good = true;

		if (over || argv[i][0] != '-' || argv[i][1] == '\0')
			cli->paths[cli->npaths++] = argv[i];
		else if (strcmp(argv[i], "--") == 0)
			over = true;
		else if (argv[i][1] == '-')
			good = read_long(cli, argc, argv, &i);
		else
			good = read_short(cli, argc, argv, &i);
		if (!good)
			return false;
	}
	cli->base = folder_of_run(cli->arena);
	return cli->help || cli->version || read_values(cli);
}

/* ---- for the stages ---- */

struct ehc_options
cli_compile_options(const struct cli *cli)
{
	return (struct ehc_options){ .as_of = cli->as_of, .profile = cli->profile, .packs = cli->packs,
	    .stdin_name = cli->stdin_name, .original = cli->original, .site_key = cli->site_key, .advice = cli->beside,
	    .previous = cli->previous };
}

/* Colour belongs on a terminal that wants it, never in a file. */
static bool
wants_color(const struct cli *cli)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	if (cli->color != NULL && strcmp(cli->color, "auto") != 0)
		return strcmp(cli->color, "always") == 0;
	if (cli->output != NULL || (no_color != NULL && no_color[0] != '\0') || (term != NULL && strcmp(term, "dumb") == 0))
		return false;
	return isatty(STDOUT_FILENO) == 1;
}

/* As wide as the terminal, within what reads well; 80 columns anywhere else. */
static int
width(const struct cli *cli)
{
	struct winsize size;

	if (cli->output != NULL || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return 0;
	return size.ws_col < 50 ? 50 : size.ws_col > 100 ? 100 : size.ws_col;
}

struct ehc_report_options
cli_report_options(const struct cli *cli)
{
	return (struct ehc_report_options){ .as_of = cli->as_of, .color = wants_color(cli), .quiet = cli->quiet, .all = cli->all,
		.read_back = cli->read_back, .width = width(cli), .grouped = cli->grouped, .identify = cli->identify,
		.baseline = cli->baseline != NULL, .fail_on = cli->fail_on, .fail_on_missed = cli->fail_on_missed, .base = cli->base };
}
