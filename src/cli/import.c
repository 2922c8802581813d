/*
 * import.c - ehc import: a plan that was written in Word, as a web page or as text, in the plan language, with a report on what
 * became of its words.
 */
#include "cli/cli.h"
#include "ehc/exchange.h"
#include "ehc/fill.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The plan in the draft. NULL: why there is none was said. */
static struct ehc_import *
read_draft(struct cli *cli, const char *path, const char *name)
{
	unsigned how = (cli->original ? EHC_DRAFT_ORIGINAL : 0u) | (cli->as_template ? EHC_DRAFT_PROMPTS : 0u) | (cli->as_advice ? EHC_DRAFT_ADVICE : 0u);
	struct ehc_import *im = NULL;
	struct ehc_source src;
	struct ehc_str trouble = EHC_NOSTR;

	switch (ehc_source_read(&src, cli->arena, path, name, EHC_DRAFT_LIMIT)) {
	case EHC_READ_FAILED:
		cli_say("%s: cannot be read: %s", name, strerror(errno));
		return NULL;
	case EHC_READ_TOO_LARGE:
		cli_say("%s: is larger than %d bytes; a plan is never that long", name, EHC_DRAFT_LIMIT);
		return NULL;
	case EHC_READ_OK:
		break;
	}
	if (ehc_exchange_is(ehc_str_of(name), src.text))
		im = ehc_exchange_read(cli->arena, src.text, &trouble);
	else
		im = ehc_import_draft(cli->arena, ehc_str_of(name), src.text, how, &trouble);
	if (im == NULL && ehc_str_is(trouble, EHC_IMPORT_IS_PLAN))
		trouble = EHC_STR(EHC_IMPORT_IS_PLAN "; import it without --advice");
	if (im == NULL)
		cli_say("%s: %.*s", name, EHC_ARG(trouble));
	return im;
}

/* "draft" of "draft.docx". */
static const char *
without_ending(struct cli *cli, const char *name)
{
	const char *dot = strrchr(name, '.'), *slash = strrchr(name, '/');

	if (dot == NULL || dot == name || (slash != NULL && dot <= slash + 1))
		return name;
	return ehc_arena_cstr(cli->arena, (struct ehc_str){ name, (size_t)(dot - name) });
}

/* Where the plan goes: -o, or beside the draft where nothing stands yet. NULL: that was complained of. */
static const char *
destination(struct cli *cli, const char *path, const char *name)
{
	const char *to = cli->output;

	if (to == NULL && ehc_str_ends_nocase(ehc_str_of(name), ".ehc") && strcmp(path, "-") != 0) {
		cli_say("%s: has the name of a plan in the language, which `ehc check` reads; if it is a draft, say with -o where the plan belongs", name);
		return NULL;
	}

	if (to != NULL && !cli_is_folder(to)) {
		if (strcmp(to, "-") == 0 || !cli_same_file(to, path))
			return to;
		cli_say("%s: is the draft itself; the plan needs another name", to);
		return NULL;
	}
	if (strcmp(path, "-") == 0 && to == NULL)
		return "-";
	to = cli_path_beside(cli, without_ending(cli, name), to, ".ehc");
	if (access(to, F_OK) != 0)
		return to;
	cli_say("%s: is there already; say with -o where the plan belongs", to);
	return NULL;
}

static bool
write_report(struct cli *cli, const struct ehc_import *im, const char *name)
{
	struct ehc_buf out = { NULL, 0, 0 };
	bool good;

	if (cli->report == NULL)
		return true;
	ehc_import_report_html(im, ehc_str_of(name), &out);
	good = cli_write(cli->report, &out);
	ehc_buf_free(&out);
	return good;
}

/* ---- a form becomes a template ---- */

/* "council-form" of "drafts/Council form (2).docx": what `ehc new` calls the template. */
static struct ehc_str
template_name(struct cli *cli, const char *name)
{
	const char *slash = strrchr(name, '/'), *plain = without_ending(cli, slash != NULL ? slash + 1 : name);
	char *made = ehc_arena_alloc(cli->arena, strlen(plain) + 1);
	size_t n = 0;

	for (; *plain != '\0'; plain++)
		if (ehc_is_letter(*plain) || ehc_is_digit(*plain))
			made[n++] = ehc_lower(*plain);
		else if (n > 0 && made[n - 1] != '-')
			made[n++] = '-';
	while (n > 0 && made[n - 1] == '-')
		n--;
	return n > 0 ? (struct ehc_str){ made, n } : EHC_STR("form");
}

static bool
is_template(const struct cli *cli, const struct ehc_import *im)
{
	return !cli->as_plan && (cli->as_template || im->is_form);
}

/* The form as a template; the report says so. */
static void
make_template(struct cli *cli, struct ehc_import *im, const char *name, struct ehc_buf *out)
{
	struct ehc_source *src = EHC_NEW(cli->arena, struct ehc_source);
	struct ehc_findings *nothing = EHC_NEW(cli->arena, struct ehc_findings);
	struct ehc_import_note note = { .kind = EHC_IMPORT_LOOK, .became = EHC_STR("template") };
	struct ehc_form_made made;

	nothing->arena = cli->arena;
	ehc_source_from(src, cli->arena, EHC_STR("form"), im->text);
	made = ehc_template_of_form(cli->arena, ehc_parse(cli->arena, src, nothing), template_name(cli, name), out);
	note.words = ehc_arena_printf(cli->arena, "%zu placeholder%s", made.placeholders, made.placeholders == 1 ? "" : "s");
	note.message = ehc_arena_printf(cli->arena, "this is a form, so it became a template; see whether each placeholder says what belongs there%s",
	    made.joined > 0 ? ", and whether parts that were there several times over and now stand once, with `repeat:`, are the same indeed" : "");
	EHC_PUSH(cli->arena, &im->notes, note);
	im->counts[note.kind]++;
}

/* People read it on standard error, since the plan may go to standard output. */
static void
say_report(struct cli *cli, const struct ehc_import *im, const char *to)
{
	struct ehc_buf out = { NULL, 0, 0 };

	if (!cli->quiet) {
		if (im->notes.count > 0)        /* of XML every word is in the plan */
			ehc_import_report(im, cli->all, &out);
		if (out.len > 0)
			fwrite(out.ptr, 1, out.len, stderr);
		if (is_template(cli, im) && strcmp(to, "-") != 0)
			cli_say("%s written, a template; `ehc check %s` says what it lacks, `ehc new %s` starts a plan from it", to, to, to);
		else if (strcmp(to, "-") != 0)
			cli_say("%s written; `ehc check %s` says what it lacks", to, to);
	}
	ehc_buf_free(&out);
}

int
cli_import(struct cli *cli)
{
	const char *path = cli->paths[0], *to;
	const char *name = strcmp(path, "-") != 0 ? path : cli->stdin_name != NULL ? cli->stdin_name : "<stdin>";
	struct ehc_buf text = { NULL, 0, 0 };
	struct ehc_import *im;
	bool good;

	if (cli_is_folder(path))
		return cli_fail("%s: is a folder; ehc import reads one draft", path);
	if (cli->as_plan + cli->as_template + cli->as_advice > 1)
		return cli_fail("a draft becomes a plan, a template or an advice report: give one of --plan, --template and --advice");
	to = destination(cli, path, name);
	im = to == NULL ? NULL : read_draft(cli, path, name);
	if (im == NULL)
		return CLI_FAILED;
	if (is_template(cli, im))
		make_template(cli, im, name, &text);
	else
		ehc_buf_str(&text, im->text);
	good = cli_write(to, &text) && write_report(cli, im, name);
	ehc_buf_free(&text);
	if (!good)
		return CLI_FAILED;
	say_report(cli, im, to);
	return im->counts[EHC_IMPORT_UNPLACED] > 0 ? CLI_FINDINGS : CLI_CLEAN;
}
