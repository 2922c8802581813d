/*
 * fmt.c - ehc fmt: the same words in the canonical layout. A plan is never lost: the file is replaced whole, and only when
 * the new text reads as the old one did.
 */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Canonical text of what the source holds. */
static void
format(struct ehc_arena *a, struct ehc_source *src, struct ehc_buf *out)
{
	struct ehc_findings findings = { .arena = a };

	ehc_format(ehc_parse(a, src, &findings), out);
}

/* NULL, or why these bytes are left alone. */
static const char *
trouble_in(struct ehc_arena *a, const struct ehc_source *src)
{
	size_t bad = ehc_utf8_check(src->text);

	if (bad != SIZE_MAX)
		return ehc_arena_cstr(a, ehc_arena_printf(a, "left as it is: byte %zu is not UTF-8 text", bad));
	if (src->text.len > 0 && memchr(src->text.ptr, '\0', src->text.len) != NULL)
		return "left as it is: it holds NUL bytes";
	return NULL;
}

/* Laid out twice must be laid out once: else a word could have been misread. */
static bool
is_settled(struct ehc_arena *a, struct ehc_str name, const struct ehc_buf *text)
{
	struct ehc_source again;
	struct ehc_buf twice = { NULL, 0, 0 };
	bool same;

	ehc_source_from(&again, a, name, ehc_buf_text(text));
	format(a, &again, &twice);
	same = ehc_str_eq(ehc_buf_text(text), ehc_buf_text(&twice));
	ehc_buf_free(&twice);
	return same;
}

/* Puts the text in place of the file, or of what a link points to, and keeps who may read it. */
static bool
replace(const char *path, const struct ehc_buf *text)
{
	char *real = realpath(path, NULL);
	struct stat st;
	bool good = real != NULL && stat(real, &st) == 0 && ehc_write_file(real, text->ptr, text->len) &&
	    chmod(real, st.st_mode & 07777) == 0;

	if (!good)
		cli_say("%s: cannot be written: %s", path, strerror(errno));
	free(real);
	return good;
}

static int
emit(struct cli *cli, const struct cli_file *file, struct ehc_source *src, struct ehc_buf *text)
{
	bool same = ehc_str_eq(src->text, ehc_buf_text(text));

	if (cli->check) {
		if (!same)
			printf("%.*s\n", EHC_ARG(src->name));
		return same ? CLI_CLEAN : CLI_FINDINGS;
	}
	if (cli->to_stdout || strcmp(file->path, "-") == 0)
		return cli_flush(text) ? CLI_CLEAN : CLI_FAILED;
	if (same)
		return CLI_CLEAN;
	if (!replace(file->path, text))
		return CLI_FAILED;
	if (!cli->quiet)
		fprintf(stderr, "%s laid out\n", file->path);
	return CLI_CLEAN;
}

static int
one(struct cli *cli, struct ehc_arena *a, const struct cli_file *file)
{
	struct ehc_source src;
	struct ehc_buf text = { NULL, 0, 0 };
	const char *name = strcmp(file->path, "-") != 0 ? file->path : cli->stdin_name != NULL ? cli->stdin_name : "<stdin>";
	const char *trouble;
	int status;

	if (file->trouble != NULL)
		return cli_fail("%s: %s", file->path, file->trouble);
	switch (ehc_source_read(&src, a, file->path, name, EHC_SOURCE_LIMIT)) {
	case EHC_READ_FAILED:
		return cli_fail("%s: cannot be read: %s", name, strerror(errno));
	case EHC_READ_TOO_LARGE:
		return cli_fail("%s: is larger than %zu bytes; a plan is never that long", name, EHC_SOURCE_LIMIT);
	case EHC_READ_OK:
		break;
	}
	trouble = trouble_in(a, &src);
	if (trouble != NULL)
		return cli_fail("%s: %s", name, trouble);
	format(a, &src, &text);
	if (is_settled(a, src.name, &text))
		status = emit(cli, file, &src, &text);
	else
		status = cli_fail("%s: left as it is: its layout could not be settled", name);
	ehc_buf_free(&text);
	return status;
}

int
cli_fmt(struct cli *cli)
{
	struct cli_files files = cli_walk(cli);
	int worst = CLI_CLEAN;

	for (size_t i = 0; i < files.count; i++) {
		struct ehc_arena *a = ehc_arena_new();
		int status = one(cli, a, &files.items[i]);

		ehc_arena_free(a);
		if (status > worst)
			worst = status;
	}
	return worst;
}
