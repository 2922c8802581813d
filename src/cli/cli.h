/*
 * cli.h - the command line: one table of options, one file a command.
 *
 * A command returns the exit status: 0 clean, 1 findings at or above --fail-on, 2 the run itself failed. Findings and
 * documents go to standard output, failures and what was written to standard error.
 */
#ifndef EHC_CLI_H
#define EHC_CLI_H

#include "ehc/ehc.h"
#include "ehc/document.h"

enum { CLI_CLEAN = 0, CLI_FINDINGS = 1, CLI_FAILED = 2 };

/* Commands as bits, for the options that belong to them. */
enum {
	CLI_CHECK = 1 << 0, CLI_BUILD = 1 << 1, CLI_QA = 1 << 2, CLI_FMT = 1 << 3, CLI_NEW = 1 << 4, CLI_IMPORT = 1 << 5, CLI_DIFF = 1 << 6,
	CLI_REVIEW = 1 << 7, CLI_EXPLAIN = 1 << 8, CLI_RULES = 1 << 9,
	CLI_ANY = 0xFFFF,
};

/* What an option that may be given several times was given. */
struct cli_list { const char **items; size_t count, cap; };

/* What the command line says; texts are NULL where an option is not given. */
struct cli {
	struct ehc_arena *arena;
	const struct cli_command *command;
	const char *format, *to, *output, *as_of_text, *fail_on_text, *profile, *packs, *color, *stdin_name, *style, *report;
	const char *baseline, *write_baseline, *site_key_file, *max_warnings_text, *annotate;
	const char *from, *meeting, *calendar, *previous;
	struct cli_list set;
	const char *jobs_text, *sample_text, *seed_text, *key, *history;
	bool quiet, all, read_back, grouped, identify, quotes, by_writer, marks, check, to_stdout, labels, original, as_advice, as_plan, as_template, help, version;
	struct cli_list advice;
	const struct ehc_advice *beside;        /* the reports of --advice, once they are read; NULL for none */
	const char **paths;
	size_t npaths;
	/* read from the texts above */
	ehc_day as_of;
	enum ehc_severity fail_on;      /* EHC_OFF: nothing fails the run */
	bool fail_on_missed;            /* dates already missed fail it too */
	size_t max_warnings;            /* SIZE_MAX: any number */
	size_t jobs, sample, seed;      /* jobs: 0 for as many as there are processors */
	struct ehc_key site_key;
	const char *base;               /* the folder that the run was started in; NULL where it cannot be told */
};

struct cli_command {
	const char *name;
	unsigned bit;
	const char *arguments;          /* "PATH..." */
	const char *summary;            /* one line of `ehc --help` */
	const char *about;              /* paragraphs of `ehc COMMAND --help`, a line break between two */
	const char *examples;
	const char *found;              /* what makes the exit status 1; NULL: nothing does */
	size_t least, most;             /* arguments */
	int (*run)(struct cli *cli);
};
extern const struct cli_command cli_commands[];         /* ends with a row whose name is NULL */

int cli_check(struct cli *cli);
int cli_build(struct cli *cli);
int cli_qa(struct cli *cli);
int cli_batch(struct cli *cli);         /* batch.c: ehc qa on many plans */
int cli_marks(struct cli *cli);         /* batch.c: ehc qa --marks */
int cli_fmt(struct cli *cli);
int cli_explain(struct cli *cli);
int cli_rules(struct cli *cli);
int cli_new(struct cli *cli);
int cli_import(struct cli *cli);
int cli_diff(struct cli *cli);
int cli_review(struct cli *cli);

/* ---- options.c ---- */

/* Reads the arguments behind the command's name. False when they cannot be understood: that was said on standard error. */
bool cli_options_read(struct cli *cli, int argc, char **argv);
void cli_help(const struct cli_command *command);       /* NULL: the program itself */
struct ehc_options cli_compile_options(const struct cli *cli);
struct ehc_report_options cli_report_options(const struct cli *cli);

/* ---- named.c ---- */

/* Sets what is to be written by the name that -o gives, where no option says it. Not NULL: why that name cannot stand. */
const char *cli_kind_by_name(struct cli *cli);

/* ---- suggest.c ---- */

/* The name that is so near to `word` that it may have been meant, or NULL. */
const char *cli_nearest(const char *word, const char *const *names, size_t n);

/* ---- walk.c ---- */

struct cli_file {
	const char *path;               /* "-" is standard input */
	const char *trouble;            /* why it cannot be read at all; NULL when it may */
	bool walked;                    /* found in a folder, not named */
};
struct cli_files { struct cli_file *items; size_t count, cap; };
/* The files that the paths name: a folder stands for the .ehc files in it and below, sorted. */
struct cli_files cli_walk(struct cli *cli);
struct cli_files cli_walk_in(struct cli *cli, struct ehc_arena *a);     /* the list is in `a`; paths live as long as `cli` */

/* ---- exchange.c ---- */

/* --to names a form for other systems, not for people. */
bool cli_is_exchange(const struct cli *cli);
/* Writes the document in that form. */
int cli_exchange(struct cli *cli, struct ehc_compilation *c, struct ehc_buf *out);

/* ---- ahead.c ---- */

/* Compiles the files by --jobs threads, ahead of who takes them in their order. */
struct cli_ahead;
struct cli_ahead *cli_ahead_new(struct cli *cli, const struct cli_files *files);
/* The next file; it stays until cli_ahead_done(). Why it could not be read was said. */
const struct ehc_compilation *cli_ahead_take(struct cli_ahead *a);
void cli_ahead_done(struct cli_ahead *a);
void cli_ahead_free(struct cli_ahead *a);       /* those that nobody took are dropped */

/* ---- print.c ---- */

/* Says where and why nothing is written; CLI_FAILED, for `return`. */
int cli_refuse(const struct ehc_compilation *c, struct ehc_span where, struct ehc_str trouble);
/* CLI_CLEAN, or what cli_refuse() returns where lines that were not understood would be missing from the print. */
int cli_refuse_lost(const struct ehc_compilation *c);
/* The style that --style names, else the profile, else the national one. NULL: that was complained of. */
const struct ehc_style *cli_choose_style(struct cli *cli, const struct ehc_compilation *c, const struct cli_file *file);
/* Draws a document of that plan as html, text or, for anything else and NULL, pdf. CLI_FAILED: it was said why not. */
int cli_draw(const struct ehc_compilation *c, const struct ehc_document *d, const char *to, struct ehc_buf *out);

/* ---- advice.c ---- */

/* Reads the reports of --advice, for so many plans; ehc_reports_free() follows. False when one cannot be had: that was said. */
bool cli_advice_read(struct cli *cli, size_t nplans, struct ehc_reports *reports);

/* ---- output.c ---- */

/* "ehc: ..." on standard error; control characters in it are spelt out. */
void cli_say(const char *fmt, ...) EHC_PRINTF(1, 2);
/* The same, and CLI_FAILED, for `return`. */
int cli_fail(const char *fmt, ...) EHC_PRINTF(1, 2);
/* Writes to standard output and empties the buffer; false when that failed (it was said). */
bool cli_flush(struct ehc_buf *out);
/* Writes to `path`, "-" or NULL being standard output; false when that failed (it was said). */
bool cli_write(const char *path, struct ehc_buf *out);
/* What errno says of a file that could not be written. */
const char *cli_why_not_written(const char *path);
/*
 * Compiles one file. False when it could not be read: that was said, and c->result holds the failure. Either way
 * ehc_compilation_free() follows.
 */
bool cli_compile(struct cli *cli, const struct cli_file *file, struct ehc_compilation *c);
/* The same, and nothing is said: for threads. */
bool cli_compile_silently(const struct cli_file *file, const struct ehc_options *o, struct ehc_compilation *c);
/* Exit status of the findings counted in `t`. */
int cli_status(const struct cli *cli, const struct ehc_totals *t);
/* "draft.pdf" for draft.ehc and ".pdf"; in the folder `folder` where that is not NULL. */
const char *cli_path_beside(struct cli *cli, const char *path, const char *folder, const char *ending);
bool cli_is_folder(const char *path);
bool cli_same_file(const char *a, const char *b);

#endif
