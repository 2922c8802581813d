/*
 * database.c - the history in an SQLite file. A run is added in one transaction, so that a reader, and a run that is killed at any
 * moment, finds it whole or not at all.
 */
#include "pages/history/database.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FORMAT = 1, APPLICATION = 0x65686331 /* "ehc1" */, WAIT = 5000 /* milliseconds for another run to end */ };

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS run (id INTEGER PRIMARY KEY, as_of TEXT NOT NULL, rules TEXT NOT NULL, UNIQUE (as_of, rules));"
    "CREATE TABLE IF NOT EXISTS figure (run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE, tab TEXT NOT NULL, "
    "line TEXT NOT NULL, col TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (run, tab, line, col)) WITHOUT ROWID;";

struct database { sqlite3 *handle; struct ehc_arena *arena; const char *path; struct ehc_str *trouble; };

static bool
fail(struct database *d, const char *words)
{
	*d->trouble = ehc_arena_printf(d->arena, "%s: %s", d->path, words);
	return false;
}

static bool
fail_sql(struct database *d)
{
	return fail(d, sqlite3_errmsg(d->handle));
}

static bool
run_sql(struct database *d, const char *sql)
{
	return sqlite3_exec(d->handle, sql, NULL, NULL, NULL) == SQLITE_OK || fail_sql(d);
}

static bool
number_of(struct database *d, const char *sql, int *out)
{
	sqlite3_stmt *s;
	bool good = sqlite3_prepare_v2(d->handle, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW;

	if (good)
		*out = sqlite3_column_int(s, 0);
	sqlite3_finalize(s);
	return good || fail_sql(d);
}

static bool
open_database(struct database *d, int flags)
{
	int application = 0, format = 0;

	if (sqlite3_open_v2(d->path, &d->handle, flags, NULL) != SQLITE_OK)
		return fail_sql(d);
	sqlite3_busy_timeout(d->handle, WAIT);
	if (!number_of(d, "PRAGMA application_id", &application) || !number_of(d, "PRAGMA user_version", &format))
		return false;
	if (application == 0 && format == 0)
		return number_of(d, "SELECT count(*) FROM sqlite_master", &format) && (format == 0 || fail(d, "is a database, but no history of reports"));
	if (application != APPLICATION)
		return fail(d, "is a database, but no history of reports");
	return format == FORMAT || fail(d, "is a history that another version of ehc wrote");
}

static bool
done(struct database *d, bool good)
{
	sqlite3_close(d->handle);
	return good;
}

/* ---- reading ---- */

static struct ehc_str
text_at(struct database *d, sqlite3_stmt *s, int column)
{
	const char *words = (const char *)sqlite3_column_text(s, column);

	return words != NULL ? ehc_arena_copy(d->arena, ehc_str_of(words)) : EHC_NOSTR;
}

/* Rows come sorted: a new id begins a new run. */
static bool
take_rows(struct database *d, sqlite3_stmt *s, struct ehc_history *out)
{
	sqlite3_int64 last = 0;
	int step;

	while ((step = sqlite3_step(s)) == SQLITE_ROW) {
		struct ehc_history_run *run;

		if (out->count == 0 || sqlite3_column_int64(s, 0) != last) {
			struct ehc_history_run fresh = { .as_of = EHC_NODATE, .rules = text_at(d, s, 2) };

			ehc_day_read(text_at(d, s, 1), &fresh.as_of, NULL, NULL);
			EHC_PUSH(d->arena, out, fresh);
			last = sqlite3_column_int64(s, 0);
		}
		run = &out->items[out->count - 1];
		run->figures = ehc_arena_grow(d->arena, run->figures, run->count, &run->cap, sizeof(*run->figures));
		run->figures[run->count++] = (struct ehc_history_figure){ text_at(d, s, 3), text_at(d, s, 4), text_at(d, s, 5), sqlite3_column_int64(s, 6) };
	}
	return step == SQLITE_DONE || fail_sql(d);
}

static bool
read_runs(struct database *d, struct ehc_history *out)
{
	static const char sql[] = "SELECT run.id, as_of, rules, tab, line, col, value FROM run JOIN figure ON run.id = figure.run "
	    "ORDER BY as_of, run.id, tab, line, col";
	sqlite3_stmt *s;
	int tables = 0;
	bool good;

	if (!number_of(d, "SELECT count(*) FROM sqlite_master", &tables))
		return false;
	if (tables == 0)
		return true;
	good = sqlite3_prepare_v2(d->handle, sql, -1, &s, NULL) == SQLITE_OK ? take_rows(d, s, out) : fail_sql(d);
	sqlite3_finalize(s);
	return good;
}

bool
ehc_history_database_read(struct ehc_arena *a, const char *path, struct ehc_history *out, struct ehc_str *trouble)
{
	struct database d = { NULL, a, path, trouble };

	*out = (struct ehc_history){ NULL, 0, 0 };
	if (access(path, F_OK) != 0 && errno == ENOENT)
		return true;
	return done(&d, open_database(&d, SQLITE_OPEN_READWRITE) && read_runs(&d, out));
}

/* ---- adding ---- */

static int
bind_text(sqlite3_stmt *s, int at, struct ehc_str words)
{
	return sqlite3_bind_text(s, at, words.ptr != NULL ? words.ptr : "", (int)words.len, SQLITE_STATIC);
}

/* One row; the statement can be used again. */
static bool
put_row(struct database *d, sqlite3_stmt *s)
{
	bool good = sqlite3_step(s) == SQLITE_DONE || fail_sql(d);

	sqlite3_reset(s);
	return good;
}

static bool
put_run(struct database *d, const struct ehc_history_run *run)
{
	struct ehc_buf day = { NULL, 0, 0 };
	sqlite3_stmt *drop = NULL, *add = NULL;
	bool good;

	ehc_buf_day_iso(&day, run->as_of);
	good = (sqlite3_prepare_v2(d->handle, "DELETE FROM run WHERE as_of = ?1 AND rules = ?2", -1, &drop, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(d->handle, "INSERT INTO run (as_of, rules) VALUES (?1, ?2)", -1, &add, NULL) == SQLITE_OK) || fail_sql(d);
	if (good) {
		bind_text(drop, 1, ehc_buf_text(&day));
		bind_text(drop, 2, run->rules);
		bind_text(add, 1, ehc_buf_text(&day));
		bind_text(add, 2, run->rules);
		good = put_row(d, drop) && put_row(d, add);
	}
	sqlite3_finalize(drop);
	sqlite3_finalize(add);
	ehc_buf_free(&day);
	return good;
}

static bool
put_figures(struct database *d, const struct ehc_history_run *run)
{
	sqlite3_int64 id = sqlite3_last_insert_rowid(d->handle);
	sqlite3_stmt *s;
	bool good = sqlite3_prepare_v2(d->handle, "INSERT INTO figure (run, tab, line, col, value) VALUES (?1, ?2, ?3, ?4, ?5)", -1, &s, NULL) ==
	    SQLITE_OK || fail_sql(d);

	for (size_t i = 0; good && i < run->count; i++) {
		sqlite3_bind_int64(s, 1, id);
		bind_text(s, 2, run->figures[i].table);
		bind_text(s, 3, run->figures[i].row);
		bind_text(s, 4, run->figures[i].column);
		sqlite3_bind_int64(s, 5, run->figures[i].value);
		good = put_row(d, s);
	}
	sqlite3_finalize(s);
	return good;
}

static bool
add_run(struct database *d, const struct ehc_history_run *run)
{
	bool good = run_sql(d, "PRAGMA foreign_keys = ON") && run_sql(d, "BEGIN IMMEDIATE");
	struct ehc_str why;

	if (!good)
		return false;
	good = run_sql(d, schema) && put_run(d, run) && put_figures(d, run) &&
	    run_sql(d, ehc_arena_printf(d->arena, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", APPLICATION, FORMAT).ptr);
	if (good)
		return true;
	why = *d->trouble;
	run_sql(d, "ROLLBACK");
	*d->trouble = why;
	return false;
}

/* SQLite gives its journal the rights of the file: so the file is made first, for its owner alone. */
static bool
make_file(struct database *d)
{
	int fd = open(d->path, O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);

	if (fd < 0)
		return fail(d, strerror(errno));
	close(fd);
	return true;
}

bool
ehc_history_database_add(struct ehc_arena *a, const char *path, const struct ehc_history_run *run, struct ehc_str *trouble)
{
	struct database d = { NULL, a, path, trouble };

	return make_file(&d) && done(&d, open_database(&d, SQLITE_OPEN_READWRITE) && add_run(&d, run));
}
