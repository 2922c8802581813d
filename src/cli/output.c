/*
 * output.c - what every command does with files: compile one, say what failed, write what came out.
 */
#include "cli/cli.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
say(const char *fmt, va_list args)
{
	struct ehc_buf raw = { NULL, 0, 0 }, plain = { NULL, 0, 0 };

	ehc_buf_vprintf(&raw, fmt, args);
	ehc_buf_plain(&plain, ehc_buf_text(&raw));
	fprintf(stderr, "ehc: %s\n", plain.len > 0 ? plain.ptr : "");
	ehc_buf_free(&raw);
	ehc_buf_free(&plain);
}

void
cli_say(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say(fmt, args);
	va_end(args);
}

int
cli_fail(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say(fmt, args);
	va_end(args);
	return CLI_FAILED;
}

bool
cli_flush(struct ehc_buf *out)
{
	/* What goes through the C library's own buffer is copied once more, and written in three pieces. */
	struct ehc_output o = { .fd = STDOUT_FILENO, .good = true };
	bool good = fflush(stdout) == 0 && ehc_output_put(&o, out->ptr, out->len);

	if (!good)
		cli_say("standard output: %s", strerror(o.good ? errno : o.why));
	ehc_buf_clear(out);
	return good;
}

bool
cli_write(const char *path, struct ehc_buf *out)
{
	if (path == NULL || strcmp(path, "-") == 0)
		return cli_flush(out);
	if (!ehc_write_file(path, out->ptr, out->len)) {
		cli_say("%s: cannot be written: %s", path, cli_why_not_written(path));
		return false;
	}
	return true;
}

/* A file that is still to be made is not what is missing. */
const char *
cli_why_not_written(const char *path)
{
	return errno == ENOENT && strchr(path, '/') != NULL ? "the folder is not there" : strerror(errno);
}

bool
cli_compile_silently(const struct cli_file *file, const struct ehc_options *o, struct ehc_compilation *c)
{
	if (file->trouble == NULL)
		return ehc_compile(c, file->path, o);
	ehc_compile_text(c, ehc_str_of(file->path), EHC_NOSTR, o);
	c->result.failure = ehc_str_of(file->trouble);
	return false;
}

bool
cli_compile(struct cli *cli, const struct cli_file *file, struct ehc_compilation *c)
{
	struct ehc_options o = cli_compile_options(cli);
	bool good = cli_compile_silently(file, &o, c);

	if (!good)
		cli_say("%.*s: %.*s", EHC_ARG(c->source.name), EHC_ARG(c->result.failure));
	return good;
}

int
cli_status(const struct cli *cli, const struct ehc_totals *t)
{
	size_t found = 0;

	if (t->failed > 0)
		return CLI_FAILED;
	if (cli->fail_on != EHC_OFF)
		found += t->errors;
	if (cli->fail_on == EHC_WARNING || cli->fail_on == EHC_NOTE)
		found += t->warnings;
	if (cli->fail_on == EHC_NOTE)
		found += t->notes;
	if (cli->fail_on_missed)
		found += t->missed;
	if (t->warnings > cli->max_warnings)
		found++;
	return found > 0 ? CLI_FINDINGS : CLI_CLEAN;
}

const char *
cli_path_beside(struct cli *cli, const char *path, const char *folder, const char *ending)
{
	struct ehc_str base = ehc_str_of(path), made;

	if (folder != NULL) {
		const char *slash = strrchr(path, '/');
		size_t n = strlen(folder);

		base = ehc_str_of(slash != NULL ? slash + 1 : path);
		if (ehc_str_ends_nocase(base, ".ehc"))
			base.len -= 4;
		made = ehc_arena_printf(cli->arena, "%s%s%.*s%s", folder, n > 0 && folder[n - 1] == '/' ? "" : "/",
		    EHC_ARG(base), ending);
		return ehc_arena_cstr(cli->arena, made);
	}
	if (ehc_str_ends_nocase(base, ".ehc"))
		base.len -= 4;
	made = ehc_arena_printf(cli->arena, "%.*s%s", EHC_ARG(base), ending);
	return ehc_arena_cstr(cli->arena, made);
}

bool
cli_is_folder(const char *path)
{
	struct stat st;

	return strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool
cli_same_file(const char *a, const char *b)
{
	struct stat one, other;

	return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}
