/*
 * check.c ROUNDS PLAN... - how fast plans are checked in one process, beside reading their bytes and a bare scan of the same bytes, in
 * turns: each round does all three over every plan. Then where the time of a check goes, stage by stage.
 *
 * Prints lines of a name and the median of the rounds: bytes a second of the thread's own time for read, scan and check; seconds a round
 * for the stages. Plans are in memory for the scan, as they are for each of the others once their bytes were read.
 */
#include "ehc/ehc.h"
#include "ehc/prose.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define AS_OF 20574                     /* 1 May 2026 */
enum { MOST_ROUNDS = 99 };

size_t bench_scan(char *bytes, size_t n);

enum { READ, SCAN, CHECK, FIRST_STAGE, PARSE = FIRST_STAGE, BIND, PROSE, RULES, REPORT, MEASURES };
static const char *const names[MEASURES] = { "read", "scan", "check", "parse", "bind", "prose", "rules", "report" };

struct bytes { char *ptr; size_t len; };        /* with two NULs behind them */

static double measures[MEASURES][MOST_ROUNDS];
static struct bytes *plans;
static char **paths;
static size_t nplans, total;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct bytes
read_plan(const char *path)
{
	int fd = open(path, O_RDONLY);
	off_t size = fd < 0 ? -1 : lseek(fd, 0, SEEK_END);
	struct bytes b = { NULL, 0 };

	if (size < 0 || lseek(fd, 0, SEEK_SET) != 0 || (b.ptr = calloc(1, (size_t)size + 2)) == NULL || read(fd, b.ptr, (size_t)size) != size) {
		fprintf(stderr, "check: %s cannot be read\n", path);
		exit(2);
	}
	close(fd);
	b.len = (size_t)size;
	return b;
}

static void
read_all(void)
{
	for (size_t i = 0; i < nplans; i++)
		free(read_plan(paths[i]).ptr);
}

static void
scan_all(void)
{
	static size_t tokens;
	size_t n = 0;

	for (size_t i = 0; i < nplans; i++)
		n += bench_scan(plans[i].ptr, plans[i].len);
	if (n == 0 || (tokens != 0 && n != tokens)) {
		fprintf(stderr, "check: the bare scan found %zu tokens, and %zu before\n", n, tokens);
		exit(2);
	}
	tokens = n;
}

static void
check_all(void)
{
	const struct ehc_reporter *json = ehc_reporter_find("json");
	struct ehc_report_options draw = { .as_of = AS_OF };
	struct ehc_options o = { .as_of = AS_OF };
	struct ehc_buf out = { NULL, 0, 0 };

	for (size_t i = 0; i < nplans; i++) {
		struct ehc_compilation c;

		if (!ehc_compile(&c, paths[i], &o)) {
			fprintf(stderr, "check: %s was not checked\n", paths[i]);
			exit(2);
		}
		json->file(&out, &c.result, &draw, i);
		ehc_compilation_free(&c);
		ehc_buf_clear(&out);
	}
	ehc_buf_free(&out);
}

/* The stages that ehc_compile() goes through, one by one, under the national rules. */
static void
stages(size_t round)
{
	const struct ehc_reporter *json = ehc_reporter_find("json");
	struct ehc_report_options draw = { .as_of = AS_OF };
	struct ehc_buf out = { NULL, 0, 0 };

	for (size_t i = 0; i < nplans; i++) {
		struct ehc_arena *a = ehc_arena_new();
		struct ehc_source src;
		struct ehc_findings findings = { .arena = a, .source = &src };
		const struct ehc_profile *profile = ehc_profile_national();
		struct ehc_check check = { .profile = profile, .out = &findings, .arena = a, .as_of = AS_OF };
		struct ehc_tree *tree;
		struct ehc_plan *plan;
		double at[MEASURES - FIRST_STAGE + 1];

		ehc_source_from(&src, a, ehc_str_of(paths[i]), (struct ehc_str){ plans[i].ptr, plans[i].len });
		at[0] = now();
		tree = ehc_parse(a, &src, &findings);
		at[1] = now();
		check.plan = plan = ehc_bind(a, tree, &profile->school, &profile->year);
		at[2] = now();
		ehc_prose_attach(plan);
		at[3] = now();
		ehc_check_run(&check);
		at[4] = now();
		json->file(&out, &(struct ehc_result){ .source = &src, .plan = plan, .profile = profile, .findings = &findings }, &draw, i);
		at[5] = now();
		for (size_t s = 0; s < MEASURES - FIRST_STAGE; s++)
			measures[FIRST_STAGE + s][round] += at[s + 1] - at[s];
		ehc_buf_clear(&out);
		ehc_arena_free(a);
	}
	ehc_buf_free(&out);
}

static int
compare(const void *left, const void *right)
{
	const double *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

int
main(int argc, char **argv)
{
	static void (*const all[])(void) = { [READ] = read_all, [SCAN] = scan_all, [CHECK] = check_all };
	int wanted = argc > 2 ? atoi(argv[1]) : 0;
	size_t rounds = (size_t)wanted;

	if (wanted < 1 || wanted > MOST_ROUNDS) {
		fputs("usage: check ROUNDS PLAN...\n", stderr);
		return 2;
	}
	paths = argv + 2;
	nplans = (size_t)argc - 2;
	plans = calloc(nplans, sizeof(*plans));
	if (plans == NULL)
		return 2;
	for (size_t i = 0; i < nplans; i++) {
		plans[i] = read_plan(paths[i]);
		total += plans[i].len;
	}
	for (size_t r = 0; r < rounds; r++) {
		for (size_t m = 0; m < FIRST_STAGE; m++) {
			double start = now();

			all[m]();
			measures[m][r] = (double)total / (now() - start);
		}
		stages(r);
	}
	for (size_t m = 0; m < MEASURES; m++) {
		qsort(measures[m], rounds, sizeof(double), compare);
		printf("%s %.9g\n", names[m], measures[m][rounds / 2]);
	}
	for (size_t i = 0; i < nplans; i++)
		free(plans[i].ptr);
	free(plans);
	return 0;
}
