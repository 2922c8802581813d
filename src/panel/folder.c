/*
 * folder.c - a report on many plans is a folder of files: made whole beside its place, then put there at once. Which files
 * belong to it stands in contents.txt, so that the next report takes away those alone.
 */
#include "ehc/document.h"
#include "panel/csv.h"
#include "panel/panel.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CONTENTS "contents.txt"

struct writing {
	struct ehc_arena *arena;
	const char *folder;             /* the temporary one */
	struct ehc_buf contents;
	struct ehc_str trouble;         /* the first that happened */
};

static const char *
join(struct ehc_arena *a, const char *folder, const char *name)
{
	return ehc_arena_printf(a, "%s/%s", folder, name).ptr;
}

static void
put(struct writing *w, const char *name, const struct ehc_buf *out)
{
	if (w->trouble.len > 0)
		return;
	if (!ehc_write_file(join(w->arena, w->folder, name), out->ptr, out->len))
		w->trouble = ehc_arena_printf(w->arena, "%s: cannot be written: %s", name, strerror(errno));
	ehc_buf_printf(&w->contents, "%s\n", name);
}

static void
put_page(void *self, const char *name, const struct ehc_buf *page)
{
	put(self, name, page);
}

/* ---- the files ---- */

static void
put_tables(struct writing *w, const struct ehc_panel *p)
{
	for (const struct ehc_panel_table *t = p->tables; t != NULL; t = t->next) {
		struct ehc_buf out = { NULL, 0, 0 };

		ehc_panel_csv(t, &out);
		put(w, ehc_arena_printf(w->arena, "%s.csv", t->id).ptr, &out);
		ehc_buf_free(&out);
	}
}

static void
put_list(struct writing *w, const struct ehc_panel *p, const char *name, const struct ehc_panel_plans *plans)
{
	struct ehc_buf out = { NULL, 0, 0 };

	if (plans->count == 0)
		return;
	panel_csv_plans(p, plans, &out);
	put(w, name, &out);
	ehc_buf_free(&out);
}

static void
put_other(struct writing *w, const struct ehc_panel *p, const char *name, void (*make)(const struct ehc_panel *p, struct ehc_buf *out))
{
	struct ehc_buf out = { NULL, 0, 0 };

	make(p, &out);
	put(w, name, &out);
	ehc_buf_free(&out);
}

static void
put_pdf(struct writing *w, const struct ehc_panel *p, struct ehc_str *without)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_span where;

	if (ehc_document_pdf(ehc_panel_document(w->arena, p), &out, without, &where))
		put(w, "summary.pdf", &out);
	ehc_buf_free(&out);
}

static void
put_all(struct writing *w, const struct ehc_panel *p, struct ehc_str *without)
{
	put_tables(w, p);
	put_list(w, p, "read-first.csv", &p->reading);
	put_list(w, p, "not-read.csv", &p->failures);
	put_list(w, p, "plans.csv", &p->plans);
	put_list(w, p, "sample.csv", &p->sample);
	put_list(w, p, "errors-accepted.csv", &p->waived);
	if (p->sample.count > 0)
		put_other(w, p, "marking-sheet.csv", panel_csv_sheet);
	if (p->shared.count > 0)
		put_other(w, p, "shared-sentences.csv", panel_csv_shared);
	if (p->due.count > 0)
		put_other(w, p, "lapsing-plans.csv", panel_csv_due);
	put_other(w, p, "panel.json", ehc_panel_json);
	ehc_panel_html(p, put_page, w);
	put_pdf(w, p, without);
	put(w, CONTENTS, &w->contents);
}

/* ---- the folder ---- */

struct ehc_str
ehc_panel_refuses(struct ehc_arena *a, const char *folder)
{
	DIR *d = opendir(folder);
	struct dirent *e;
	struct stat st;
	bool empty = true;

	if (d == NULL)
		return errno == ENOENT ? EHC_NOSTR : ehc_arena_printf(a, "%s", strerror(errno));
	while ((e = readdir(d)) != NULL)
		empty = empty && (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0);
	closedir(d);
	if (empty || (stat(join(a, folder, CONTENTS), &st) == 0 && stat(join(a, folder, "panel.json"), &st) == 0))
		return EHC_NOSTR;
	return EHC_STR("holds files, and is no report: name a folder that is not there, or an earlier report");
}

static bool
is_listed(struct ehc_str contents, const char *name)
{
	struct ehc_str line;

	while (ehc_str_split(&contents, '\n', &line))
		if (ehc_str_is(line, name))
			return true;
	return strcmp(name, CONTENTS) == 0;
}

/* Takes the files of a report away, and the folder; what is no part of it moves to `to`, where that is not NULL. */
static void
clear(struct ehc_arena *a, const char *folder, const char *to)
{
	struct ehc_source contents;
	bool known = ehc_source_read(&contents, a, join(a, folder, CONTENTS), CONTENTS, EHC_SOURCE_LIMIT) == EHC_READ_OK;
	DIR *d = opendir(folder);
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL) {
		const char *from = join(a, folder, e->d_name);
		struct stat st;

		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		if (to == NULL || (known && is_listed(contents.text, e->d_name)))
			unlink(from);
		else if (lstat(join(a, to, e->d_name), &st) != 0)
			rename(from, join(a, to, e->d_name));
	}
	if (d != NULL)
		closedir(d);
	rmdir(folder);
}

/* The new folder takes the old one's place in one step; where the file system cannot, the old one steps aside first. */
static bool
exchange(struct ehc_arena *a, const char *made, const char *folder)
{
	struct stat st;
	const char *aside;

	if (lstat(folder, &st) != 0)
		return errno == ENOENT && rename(made, folder) == 0;
	if (renameat2(AT_FDCWD, made, AT_FDCWD, folder, RENAME_EXCHANGE) == 0) {
		clear(a, made, folder);
		return true;
	}
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	aside = ehc_arena_printf(a, "%s-before", made).ptr;
	if (rename(folder, aside) != 0)
		return false;
	if (rename(made, folder) != 0) {
		int why = errno;

		rename(aside, folder);
		errno = why;
		return false;
	}
	clear(a, aside, folder);
	return true;
}

/* A report behind a link stays where the link leads. */
static const char *
real_folder(struct ehc_arena *a, const char *folder)
{
	char *real = realpath(folder, NULL);
	struct ehc_str path = ehc_str_of(folder);
	const char *copy;

	while (path.len > 1 && path.ptr[path.len - 1] == '/')
		path.len--;
	copy = real != NULL ? ehc_arena_cstr(a, ehc_str_of(real)) : ehc_arena_cstr(a, path);
	free(real);
	return copy;
}

bool
ehc_panel_write(struct ehc_arena *a, const struct ehc_panel *p, const char *folder, struct ehc_str *trouble, struct ehc_str *without)
{
	const char *place = real_folder(a, folder);
	char *made = (char *)(uintptr_t)ehc_arena_printf(a, "%s.XXXXXX", place).ptr;
	struct writing w = { .arena = a, .folder = made };

	*without = EHC_NOSTR;
	*trouble = ehc_panel_refuses(a, place);
	if (trouble->len > 0)
		return false;
	if (mkdtemp(made) == NULL) {            /* mode 0700 */
		*trouble = ehc_arena_printf(a, "cannot be made: %s", strerror(errno));
		return false;
	}
	put_all(&w, p, without);
	ehc_buf_free(&w.contents);
	if (w.trouble.len == 0 && !exchange(a, made, place))
		w.trouble = ehc_arena_printf(a, "the new report cannot take its place: %s", strerror(errno));
	if (w.trouble.len > 0)
		clear(a, made, NULL);
	*trouble = w.trouble;
	return w.trouble.len == 0;
}
