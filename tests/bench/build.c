/*
 * build.c BACK-END SECONDS THREADS PLAN... - how often the plans are built in a second, in one process: each thread
 * compiles, lays out and draws them over and over until the time is up. Prints rounds a second of all threads together,
 * then rounds a second of one thread's own time: of all of it, and of layout and drawing without reading and checking.
 * Every round must make the same bytes as the first.
 */
#include "ehc/document.h"
#include "ehc/ehc.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_PLANS 64

typedef bool write_function(const struct ehc_document *d, long long made, struct ehc_buf *out, struct ehc_str *trouble, struct ehc_span *where);

static write_function *write_pdf;
static const char **plans;
static size_t nplans;
static double seconds;

struct worker {
	pthread_t thread;
	size_t rounds;
	double all, drawing;            /* seconds of its own */
	uint64_t sums[MOST_PLANS];
};

static double
now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
build(struct worker *w, const char *path, struct ehc_buf *out)
{
	struct ehc_options o = { .as_of = EHC_NODATE };
	struct ehc_compilation c;
	struct ehc_str trouble;
	struct ehc_span where;
	double start = now(CLOCK_THREAD_CPUTIME_ID), compiled;
	bool ok = ehc_compile(&c, path, &o);

	compiled = now(CLOCK_THREAD_CPUTIME_ID);
	if (!ok || !write_pdf(ehc_document_of(c.arena, c.plan), LLONG_MIN, out, &trouble, &where)) {
		fprintf(stderr, "build: %s could not be built\n", path);
		exit(2);
	}
	w->drawing += now(CLOCK_THREAD_CPUTIME_ID) - compiled;
	ehc_compilation_free(&c);
	w->all += now(CLOCK_THREAD_CPUTIME_ID) - start;
}

static void *
work(void *data)
{
	struct worker *w = data;

	for (double end = now(CLOCK_MONOTONIC) + seconds; now(CLOCK_MONOTONIC) < end; w->rounds++)
		for (size_t i = 0; i < nplans; i++) {
			struct ehc_buf out = { NULL, 0, 0 };
			uint64_t sum;

			build(w, plans[i], &out);
			sum = ehc_str_hash(ehc_buf_text(&out));
			if (w->rounds > 0 && sum != w->sums[i]) {
				fprintf(stderr, "build: %s came out otherwise the second time\n", plans[i]);
				exit(2);
			}
			w->sums[i] = sum;
			ehc_buf_free(&out);
		}
	return NULL;
}

int
main(int argc, char **argv)
{
	void *handle = argc > 4 ? dlopen(argv[1], RTLD_NOW) : NULL, *symbol = handle == NULL ? NULL : dlsym(handle, "ehc_pdf_write");
	size_t threads = argc > 4 ? (size_t)atoi(argv[3]) : 0, rounds = 0;
	struct worker *workers;
	double start;

	if (symbol == NULL || threads == 0 || argc - 4 > MOST_PLANS) {
		fprintf(stderr, "usage: build BACK-END SECONDS THREADS PLAN...\n");
		return 2;
	}
	memcpy(&write_pdf, &symbol, sizeof(write_pdf));
	seconds = atof(argv[2]);
	plans = (const char **)argv + 4;
	nplans = (size_t)argc - 4;
	workers = calloc(threads, sizeof(*workers));
	start = now(CLOCK_MONOTONIC);
	for (size_t i = 0; i < threads; i++)
		pthread_create(&workers[i].thread, NULL, work, &workers[i]);
	for (size_t i = 0; i < threads; i++) {
		pthread_join(workers[i].thread, NULL);
		rounds += workers[i].rounds;
		if (memcmp(workers[i].sums, workers[0].sums, sizeof(workers[i].sums)) != 0) {
			fprintf(stderr, "build: two threads made different bytes\n");
			return 2;
		}
	}
	printf("%.6f %.6f %.6f\n", (double)rounds / (now(CLOCK_MONOTONIC) - start), (double)workers[0].rounds / workers[0].all,
	    (double)workers[0].rounds / workers[0].drawing);
	return 0;
}
