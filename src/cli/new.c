/*
 * new.c - ehc new: starts a plan from a template, or a plan for each row of a table of children. Nothing that is there
 * already is written over, and with a table nothing is written at all until every row of it was found good.
 */
#include "cli/cli.h"

#include "ehc/fill.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct making {
	struct cli *cli;
	struct ehc_arena *arena;
	struct ehc_source source;
	const struct ehc_tree *tmpl;
	EHC_VEC(const char *) names;            /* of the template's placeholders, each once */
	EHC_VEC(struct ehc_filling) set;        /* of --set: for every plan */
};

/* ---- the template ---- */

static const char *
plans_folder(struct ehc_arena *a)
{
	const char *share = ehc_share_dir(a);

	return share == NULL ? NULL : ehc_arena_printf(a, "%s/templates/plans", share).ptr;
}

static int
by_name(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Names of the templates that come with the program, sorted. */
static size_t
shipped(struct ehc_arena *a, const char ***out)
{
	const char *folder = plans_folder(a);
	EHC_VEC(const char *) names = { NULL, 0, 0 };
	DIR *dir = folder == NULL ? NULL : opendir(folder);
	const struct dirent *entry;

	while (dir != NULL && (entry = readdir(dir)) != NULL)
		if (access(ehc_arena_printf(a, "%s/%s/template.ehc", folder, entry->d_name).ptr, R_OK) == 0)
			EHC_PUSH(a, &names, ehc_arena_cstr(a, ehc_str_of(entry->d_name)));
	if (dir != NULL)
		closedir(dir);
	if (names.count > 1)
		qsort(names.items, names.count, sizeof(*names.items), by_name);
	*out = names.items;
	return names.count;
}

static bool
read_template(struct making *m, const char *path)
{
	struct ehc_findings unasked = { .arena = m->arena };
	const char *trouble = NULL;

	switch (ehc_source_read(&m->source, m->arena, path, path, EHC_SOURCE_LIMIT)) {
	case EHC_READ_OK:
		break;
	case EHC_READ_FAILED:
		trouble = strerror(errno);
		break;
	case EHC_READ_TOO_LARGE:
		trouble = "it is too large to be a template";
		break;
	}
	if (trouble != NULL) {
		cli_say("%s: cannot be read: %s", path, trouble);
		return false;
	}
	m->tmpl = ehc_parse(m->arena, &m->source, &unasked);
	if (!m->tmpl->is_template || m->tmpl->head == NULL) {
		cli_say("%s: is no template: a template begins with `template: NAME` and the head of the plan that it makes", path);
		return false;
	}
	for (size_t i = 0; i < unasked.list.count; i++) {
		if (unasked.list.items[i]->severity == EHC_ERROR) {
			cli_say("%s: has lines that could not be understood; see: ehc check %s", path, path);
			return false;
		}
	}
	return true;
}

/* A file, or the name of a template that comes with the program. */
static bool
find_template(struct making *m, const char *name)
{
	const char *folder = plans_folder(m->arena), *path, *nearest;
	const char **names;
	size_t n = shipped(m->arena, &names);

	if (access(name, F_OK) == 0 && !cli_is_folder(name))
		return read_template(m, name);
	for (size_t i = 0; i < n; i++) {
		if (strcmp(names[i], name) != 0)
			continue;
		path = ehc_arena_printf(m->arena, "%s/%s/template.ehc", folder, name).ptr;
		return read_template(m, path);
	}
	nearest = cli_nearest(name, names, n);
	if (nearest != NULL)
		cli_say("there is no template \"%s\"; did you mean: ehc new %s", name, nearest);
	else
		cli_say("there is no template \"%s\", and no such file; `ehc new` lists those that there are", name);
	return false;
}

static int
list_templates(struct cli *cli)
{
	const char **names, *folder = plans_folder(cli->arena);
	size_t n = shipped(cli->arena, &names);
	struct ehc_buf out = { NULL, 0, 0 };
	int status;

	for (size_t i = 0; i < n; i++) {
		struct making m = { .cli = cli, .arena = cli->arena };
		struct ehc_str note = EHC_NOSTR;

		if (!read_template(&m, ehc_arena_printf(cli->arena, "%s/%s/template.ehc", folder, names[i]).ptr))
			continue;
		for (const struct ehc_node *f = m.tmpl->template_head->fields; f != NULL && note.len == 0; f = f->next)
			if (f->label == EHC_L_NOTE)
				note = f->text.str;
		ehc_buf_printf(&out, "%-24s ", names[i]);
		ehc_buf_plain(&out, note);
		ehc_buf_char(&out, '\n');
	}
	if (n == 0)
		return cli_fail("no templates are installed beside the program");
	status = cli_flush(&out) ? CLI_CLEAN : CLI_FAILED;
	ehc_buf_free(&out);
	return status;
}

/* ---- what is filled in ---- */

static void
collect_names(struct making *m)
{
	struct ehc_str text = m->source.text, name;
	size_t len;

	for (size_t at = 0; (at = ehc_blank_next(text, at, &len, &name)) != SIZE_MAX; at += len) {
		bool known = false;

		for (size_t i = 0; i < m->names.count && !known; i++)
			known = ehc_str_is_nocase(name, m->names.items[i]);
		if (!known)
			EHC_PUSH(m->arena, &m->names, ehc_arena_cstr(m->arena, name));
	}
}

static bool
is_name(const struct making *m, struct ehc_str name)
{
	for (size_t i = 0; i < m->names.count; i++)
		if (ehc_str_is_nocase(name, m->names.items[i]))
			return true;
	return false;
}

static bool
read_set(struct making *m, const char *text)
{
	const char *equals = strchr(text, '='), *nearest;
	struct ehc_filling f = { .used = false };
	struct ehc_str trouble;

	if (equals == NULL) {
		cli_say("--set takes 'NAME=VALUE', such as 'child name=Amira Example'; not \"%s\"", text);
		return false;
	}
	f.name = ehc_str_trim((struct ehc_str){ text, (size_t)(equals - text) });
	f.value = ehc_str_of(equals + 1);
	if (!is_name(m, f.name)) {
		nearest = cli_nearest(ehc_arena_cstr(m->arena, f.name), m->names.items, m->names.count);
		cli_say("the template has no [[%.*s]]%s%s%s", EHC_ARG(f.name), nearest != NULL ? "; did you mean [[" : "",
		    nearest != NULL ? nearest : "", nearest != NULL ? "]]" : "");
		return false;
	}
	if (!ehc_filling_fits(m->arena, m->tmpl, &f, &trouble)) {
		cli_say("--set: the value for [[%.*s]] cannot be used: %.*s", EHC_ARG(f.name), EHC_ARG(trouble));
		return false;
	}
	EHC_PUSH(m->arena, &m->set, f);
	return true;
}

static void
say_what_is_left(size_t left)
{
	if (left > 0)
		cli_say("%zu placeholder%s left to fill in: `ehc check` names each", left, left == 1 ? " is" : "s are");
}

/* ---- one plan ---- */

static bool
is_free(const char *path)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return true;
	cli_say("%s: is there already, and is left as it is", path);
	return false;
}

static int
make_one(struct making *m)
{
	struct ehc_buf out = { NULL, 0, 0 };
	size_t left = ehc_fill(m->tmpl, m->set.items, m->set.count, &out);
	const char *path = m->cli->output;
	bool to_file = path != NULL && strcmp(path, "-") != 0;
	int status = CLI_CLEAN;

	if ((to_file && !is_free(path)) || !cli_write(path, &out))
		status = CLI_FAILED;
	if (status == CLI_CLEAN && to_file && !m->cli->quiet) {
		cli_say("wrote %s", path);
		say_what_is_left(left);
	}
	ehc_buf_free(&out);
	return status;
}

/* ---- a plan for each row of a table ---- */

static bool
read_table(struct making *m, struct ehc_csv *table)
{
	struct ehc_source *source = EHC_NEW(m->arena, struct ehc_source);
	const char *path = m->cli->from;

	switch (ehc_source_read(source, m->arena, path, path, EHC_SOURCE_LIMIT)) {
	case EHC_READ_OK:
		break;
	case EHC_READ_FAILED:
		cli_say("%s: cannot be read: %s", path, strerror(errno));
		return false;
	case EHC_READ_TOO_LARGE:
		cli_say("%s: is larger than %zu bytes", path, EHC_SOURCE_LIMIT);
		return false;
	}
	if (!ehc_csv_read(m->arena, source->text, table)) {
		cli_say("%s:%zu: %s", path, table->line, table->trouble);
		return false;
	}
	if (table->count < 2) {
		cli_say("%s: holds heads and no row below them", path);
		return false;
	}
	return true;
}

/* A column that the template has no place for is said, so that nothing is dropped unseen. */
static bool
check_heads(const struct making *m, const struct ehc_csv *table)
{
	const struct ehc_csv_row *heads = &table->rows[0];
	size_t known = 0;

	for (size_t i = 0; i < heads->n; i++) {
		if (is_name(m, heads->cells[i]))
			known++;
		else
			cli_say("%s: the template has no [[%.*s]]: that column is left out", m->cli->from, EHC_ARG(heads->cells[i]));
		for (size_t j = 0; j < i; j++) {
			if (ehc_str_eq_nocase(heads->cells[i], heads->cells[j])) {
				cli_say("%s: two columns are headed \"%.*s\"", m->cli->from, EHC_ARG(heads->cells[i]));
				return false;
			}
		}
	}
	if (known == 0)
		cli_say("%s: no column is headed as one of the template's placeholders", m->cli->from);
	return known > 0;
}

/* The values of a row, those of --set behind them: the row's own come first and so win. NULL: one does not fit, which was said. */
static struct ehc_filling *
row_fillings(struct making *m, const struct ehc_csv *table, const struct ehc_csv_row *row, size_t *n)
{
	struct ehc_filling *all = EHC_NEW_ARRAY(m->arena, struct ehc_filling, row->n + m->set.count + 1);
	struct ehc_str trouble;

	*n = 0;
	for (size_t i = 0; i < row->n; i++) {
		struct ehc_filling f = { .name = table->rows[0].cells[i], .value = row->cells[i] };

		if (ehc_str_trim(f.value).len == 0)
			continue;
		if (!ehc_filling_fits(m->arena, m->tmpl, &f, &trouble)) {
			cli_say("%s:%zu: the value for [[%.*s]] cannot be used: %.*s", m->cli->from, row->line, EHC_ARG(f.name),
			    EHC_ARG(trouble));
			return NULL;
		}
		all[(*n)++] = f;
	}
	for (size_t i = 0; i < m->set.count; i++)
		all[(*n)++] = m->set.items[i];
	return all;
}

/* Files are numbered: a name in a file name would be seen by whoever sees the folder. */
static const char *
row_path(const struct making *m, size_t nth, size_t count)
{
	int digits = 1;

	for (size_t n = count; n >= 10; n /= 10)
		digits++;
	return ehc_arena_printf(m->arena, "%s/plan-%0*zu.ehc", m->cli->output, digits < 3 ? 3 : digits, nth).ptr;
}

static bool
check_rows(struct making *m, const struct ehc_csv *table)
{
	bool good = true;
	size_t n;

	for (size_t i = 1; i < table->count; i++) {
		if (row_fillings(m, table, &table->rows[i], &n) == NULL)
			good = false;
		if (!is_free(row_path(m, i, table->count - 1)))
			good = false;
	}
	return good;
}

static bool
write_row(struct making *m, const struct ehc_csv *table, size_t i, size_t *left)
{
	struct ehc_buf out = { NULL, 0, 0 };
	size_t n;
	struct ehc_filling *fillings = row_fillings(m, table, &table->rows[i], &n);
	bool good = fillings != NULL;

	if (good) {
		*left += ehc_fill(m->tmpl, fillings, n, &out);
		good = cli_write(row_path(m, i, table->count - 1), &out);
	}
	ehc_buf_free(&out);
	return good;
}

static int
make_each(struct making *m)
{
	struct ehc_csv table;
	size_t left = 0;

	if (m->cli->output == NULL)
		return cli_fail("several plans come out: name the folder for them with -o");
	if (!read_table(m, &table) || !check_heads(m, &table))
		return CLI_FAILED;
	if (mkdir(m->cli->output, 0700) != 0 && errno != EEXIST)
		return cli_fail("%s: cannot be made: %s", m->cli->output, strerror(errno));
	if (!check_rows(m, &table))
		return cli_fail("nothing was written");
	for (size_t i = 1; i < table.count; i++)
		if (!write_row(m, &table, i, &left))
			return CLI_FAILED;
	if (!m->cli->quiet) {
		cli_say("wrote %zu plans in %s", table.count - 1, m->cli->output);
		say_what_is_left(left);
	}
	return CLI_CLEAN;
}

int
cli_new(struct cli *cli)
{
	struct making m = { .cli = cli, .arena = cli->arena };

	if (cli->npaths == 0)
		return list_templates(cli);
	if (!find_template(&m, cli->paths[0]))
		return CLI_FAILED;
	collect_names(&m);
	for (size_t i = 0; i < cli->set.count; i++)
		if (!read_set(&m, cli->set.items[i]))
			return CLI_FAILED;
	return cli->from != NULL ? make_each(&m) : make_one(&m);
}
