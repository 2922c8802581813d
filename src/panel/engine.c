/*
 * engine.c - the batch itself: threads take plans in turn, boil each down to its record and forget it. Which thread read a
 * plan, and when, leaves no trace: records stand by their place in the list, sums are added, names are sorted.
 */
#include "panel/panel.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_JOBS = 64 };

static const char *const part_names[EHC_PANEL_PARTS] = {        /* ORDER PANEL PART */
	"summary", "grades", "time", "findings", "groups", "commissioning", "health",
};

const char *
ehc_panel_part_name(enum ehc_panel_part p)
{
	return part_names[p];
}

const char *
ehc_panel_warning(const struct ehc_panel *p)
{
	return p->identify ? "This report names plans and shows small counts. It is special-category personal data: keep it as you keep the plans." :
	    "Pseudonymised, and still special-category personal data: keep it as you keep the plans.";
}

/* ---- one plan ---- */

bool
panel_compile(const struct batch *b, size_t i, struct ehc_compilation *c)
{
	const struct ehc_panel_file *f = &b->files[i];

	if (f->trouble != NULL) {
		ehc_compile_text(c, ehc_str_of(f->path), EHC_NOSTR, &b->options->compile);
		c->result.failure = ehc_str_of(f->trouble);
		return false;
	}
	return ehc_compile(c, f->path, &b->options->compile);
}

/* House rules that no plan before was judged by: their sentences are nobody's own. */
static void
meet_profile(struct batch *b, const struct ehc_compilation *c)
{
	struct ehc_str chain = c->profile->chain.len > 0 ? c->profile->chain : c->profile->name;

	pthread_mutex_lock(&b->lock);
	if (panel_label(b->chains, chain) == panel_labels_count(b->chains) - 1 && panel_labels_count(b->chains) > b->met) {
		b->met = panel_labels_count(b->chains);
		if (c->profile->plan != NULL)
			panel_sentences_given(b->kept, c->profile->plan->tree, &b->given);
	}
	pthread_mutex_unlock(&b->lock);
}

/* A template in the batch, or one that `ehc new` starts plans from. */
static void
meet_template(struct batch *b, const struct ehc_compilation *c)
{
	pthread_mutex_lock(&b->lock);
	panel_sentences_given(b->kept, c->tree, &b->given);
	pthread_mutex_unlock(&b->lock);
}

static bool
one(struct worker *w, size_t i)
{
	struct batch *b = w->batch;
	struct record *r = &b->records[i];
	struct marks marks = { NULL, 0, 0 };
	struct ehc_compilation c;
	bool read = panel_compile(b, i, &c), good = true;

	w->scratch = c.arena;
	r->order = ehc_str_hash(ehc_str_of(b->files[i].path));
	panel_record(w, r, &c, read);
	if (r->kind == KIND_EHC_PLAN)
		panel_sentences(c.arena, c.plan, (uint32_t)i, &marks);
	if (r->kind == KIND_OTHER && c.plan->is_template)
		meet_template(b, &c);
	if (r->kind == KIND_EHC_PLAN || r->kind == KIND_HEALTH_PLAN)
		meet_profile(b, &c);
	if (marks.count > 0)
		good = panel_spill_add(b->spill, marks.items, marks.count);
	ehc_compilation_free(&c);
	return good;
}

/* ---- threads ---- */

static bool
take(struct batch *b, size_t *i)
{
	bool more;

	pthread_mutex_lock(&b->lock);
	more = !b->stopped && !b->full && b->next < b->n;
	if (more)
		*i = b->next++;
	pthread_mutex_unlock(&b->lock);
	return more;
}

static void
give(struct batch *b, bool good)
{
	const struct ehc_panel_options *o = b->options;

	pthread_mutex_lock(&b->lock);
	b->full = b->full || !good;
	b->done++;
	if (o->progress != NULL && !b->stopped && !o->progress(o->progress_self, b->done, b->n))
		b->stopped = true;
	pthread_mutex_unlock(&b->lock);
}

static void *
work(void *self)
{
	struct worker *w = self;
	size_t i;

	while (take(w->batch, &i))
		give(w->batch, one(w, i));
	return NULL;
}

unsigned
ehc_panel_jobs(unsigned wanted, size_t files)
{
	long cores = wanted > 0 || files <= 1 ? 1 : sysconf(_SC_NPROCESSORS_ONLN);      /* the system reads a file to tell */
	unsigned n = wanted > 0 ? wanted : cores > 0 ? (unsigned)cores : 1;

	n = n > MOST_JOBS ? MOST_JOBS : n;
	return files < n ? (files > 0 ? (unsigned)files : 1) : n;
}

static struct sums *
new_sums(void)
{
	struct sums *s = calloc(1, sizeof(*s));

	if (s == NULL)
		ehc_out_of_memory();
	return s;
}

/*
 * With threads; false where it was stopped or the disk is full. One that cannot be started is no loss: those that run take its plans, this one at the
 * least.
 */
static bool
read_all(struct batch *b)
{
	struct worker workers[MOST_JOBS];
	pthread_t threads[MOST_JOBS];
	unsigned jobs = ehc_panel_jobs(b->options->jobs, b->n), started = 0;

	for (unsigned i = 0; i < jobs; i++)
		workers[i] = (struct worker){ .batch = b, .sums = new_sums() };
	while (started + 1 < jobs && pthread_create(&threads[started], NULL, work, &workers[started + 1]) == 0)
		started++;
	work(&workers[0]);
	for (unsigned i = 0; i < started; i++)
		pthread_join(threads[i], NULL);
	for (unsigned i = 0; i < jobs; i++) {
		panel_sums_add(b->sums, workers[i].sums);
		panel_sums_free(workers[i].sums);
	}
	return !b->stopped && !b->full;
}

/* ---- the whole ---- */

static int
compare_strings(const void *a, const void *b)
{
	return ehc_str_cmp(*(const struct ehc_str *)a, *(const struct ehc_str *)b);
}

static struct ehc_str
say_profiles(struct batch *b)
{
	size_t n = panel_labels_count(b->chains) - 1;
	struct ehc_str *names = EHC_NEW_ARRAY(b->arena, struct ehc_str, n), all = EHC_NOSTR;

	for (size_t i = 0; i < n; i++)
		names[i] = panel_label_name(b->chains, (uint32_t)i + 1);
	if (n > 0)
		qsort(names, n, sizeof(*names), compare_strings);
	for (size_t i = 0; i < n; i++)
		all = ehc_arena_printf(b->arena, "%.*s%s%.*s", EHC_ARG(all), i > 0 ? "; " : "", EHC_ARG(names[i]));
	return all;
}

static void
count_files(struct batch *b)
{
	struct ehc_totals *t = &b->panel->totals;

	b->panel->files = t->files = b->n;
	for (size_t i = 0; i < b->n; i++) {
		const struct record *r = &b->records[i];

		t->failed += r->kind == KIND_FAILED;
		t->errors += r->errors;
		t->warnings += r->warnings;
		t->notes += r->notes;
		t->missed += r->missed;
		b->panel->failed += b->records[i].kind == KIND_FAILED;
		b->panel->read += b->records[i].kind != KIND_FAILED;
	}
	b->panel->profiles = say_profiles(b);
}

/* What the templates that are installed give to every plan. */
static void
meet_templates(struct batch *b)
{
	const char *share = b->options->compile.share_dir != NULL ? b->options->compile.share_dir : ehc_share_dir(b->arena);
	const char *folder = ehc_arena_printf(b->arena, "%s/templates/plans", share != NULL ? share : ".").ptr;
	DIR *d = opendir(folder);
	struct dirent *e;

	while (d != NULL && (e = readdir(d)) != NULL) {
		struct ehc_compilation c;

		if (e->d_name[0] == '.')
			continue;
		if (ehc_compile(&c, ehc_arena_printf(b->arena, "%s/%s/template.ehc", folder, e->d_name).ptr, &b->options->compile))
			meet_template(b, &c);
		ehc_compilation_free(&c);
	}
	if (d != NULL)
		closedir(d);
}

static void
open_batch(struct batch *b, struct ehc_str *trouble)
{
	struct labels **labels[] = { &b->localities, &b->writers, &b->schools, &b->failures, &b->chains, &b->providers };

	for (size_t i = 0; i < EHC_COUNT(labels); i++)
		*labels[i] = panel_labels_new(b->arena);
	pthread_mutex_init(&b->lock, NULL);
	b->met = 1;
	panel_places(&b->places);
	b->kept = ehc_arena_new();
	b->records = EHC_NEW_ARRAY(b->kept, struct record, b->n);
	b->sums = new_sums();
	b->spill = panel_spill_new(b->arena, trouble);
	meet_templates(b);
}

static void
close_batch(struct batch *b)
{
	struct labels *labels[] = { b->localities, b->writers, b->schools, b->failures, b->chains, b->providers };

	for (size_t i = 0; i < EHC_COUNT(labels); i++)
		panel_labels_free(labels[i]);
	pthread_mutex_destroy(&b->lock);
	panel_spill_free(b->spill);
	panel_sums_free(b->sums);
	ehc_arena_free(b->kept);
}

static bool
make(struct batch *b, struct ehc_str *trouble)
{
	if (b->spill == NULL)
		return false;
	if (!read_all(b)) {
		if (b->full)
			*trouble = EHC_STR("the temporary file cannot be written: is the disk full?");
		return false;
	}
	if (!panel_number(b, trouble))
		return false;
	if (!panel_shared(b)) {
		*trouble = EHC_STR("the temporary file cannot be read back");
		return false;
	}
	count_files(b);
	panel_tables(b);
	panel_lists(b);
	panel_hide(b->panel);
	return true;
}

struct ehc_panel *
ehc_panel_make(struct ehc_arena *a, const struct ehc_panel_file *files, size_t n, const struct ehc_panel_options *o,
    struct ehc_str *trouble)
{
	struct ehc_panel *p = EHC_NEW(a, struct ehc_panel);
	struct batch b = { .files = files, .n = n, .options = o, .panel = p, .arena = a };
	bool good;

	*p = (struct ehc_panel){ .arena = a, .as_of = o->compile.as_of, .identify = o->identify, .quotes = o->quotes, .seed = o->seed };
	*trouble = EHC_NOSTR;
	open_batch(&b, trouble);
	good = make(&b, trouble);
	close_batch(&b);
	return good ? p : NULL;
}
