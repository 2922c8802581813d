/*
 * profile.c - house rules: found by name, read with all that they extend, laid one over the other.
 *
 * A profile is a document of the language. It may set what the house decides; what rests on an Act, on Regulations or
 * on safety it cannot lower (run.c), and `ehc check` on the profile itself says where it tries (house.c).
 */
#include "rules/house.h"

#include <errno.h>
#include <string.h>

#define MOST_LAYERS 16

/* The figures of the two calendars are those of amount.h; tests/unit/test_rules.c holds them together. */
static const struct ehc_profile national = {
	.name = { "national", 8 },
	.chain = { "national", 8 },
	.school = { .weeks = { 38, 1 }, .days = { 190, 1 }, .term_weeks = { 38, 1 }, .term_days = { 190, 1 }, .terms = 3,
	    .school_day = { 13, 2 } },
	.year = { .weeks = { 52, 1 }, .days = { 365, 1 }, .term_weeks = { 38, 1 }, .term_days = { 190, 1 }, .terms = 3,
	    .school_day = { 13, 2 } },
	.school_week = { 65, 2 },
	.many_needs = 5,
	.many_outcomes = 15,
	.advice_months = 12,
	.midazolam_months = 12,
	.story_words = 500,
	.plan_words = 8000,
	.reading_age = 15,
};

const struct ehc_profile *
ehc_profile_national(void)
{
	return &national;
}

/* ---- values ---- */

bool
ehc_setting_read(struct ehc_str text, enum ehc_severity *severity, struct ehc_str *because)
{
	struct ehc_str rest = ehc_str_trim(text), word;

	ehc_str_split(&rest, ' ', &word);
	rest = ehc_str_trim(rest);
	*because = EHC_NOSTR;
	if (ehc_str_starts_nocase(rest, "because"))
		*because = ehc_str_trim(ehc_str_sub(rest, strlen("because"), rest.len));
	return ehc_severity_read(word, severity);
}

struct ehc_ratio
ehc_figure_read(struct ehc_str s)
{
	int64_t num = 0, den = 1;
	size_t i = 0, digits = 0;
	bool point = false;

	s = ehc_str_trim(s);
	for (; i < s.len && digits <= 9; i++) {
		if (s.ptr[i] == '.' && !point && digits > 0 && i + 1 < s.len && s.ptr[i + 1] >= '0' && s.ptr[i + 1] <= '9') {
			point = true;
			continue;
		}
		if (s.ptr[i] < '0' || s.ptr[i] > '9')
			break;
		num = num * 10 + (s.ptr[i] - '0');
		den = point ? den * 10 : den;
		digits++;
	}
	if (digits == 0 || digits > 9 || (i < s.len && s.ptr[i] != ' ' && s.ptr[i] != '\n'))
		return EHC_NORATIO;
	return ehc_ratio(num, den);
}

/* What limits are called, and between which figures each may be set. */
static const struct limit { const char *words; size_t member; int least, most; } limits[] = {
	{ "needs in one provision", offsetof(struct ehc_profile, many_needs), 1, 1000 },
	{ "outcomes in one plan", offsetof(struct ehc_profile, many_outcomes), 1, 1000 },
	{ "age of advice in months", offsetof(struct ehc_profile, advice_months), 1, 1000 },
	/* The guideline's own longest time is two years. */
	{ "midazolam training in months", offsetof(struct ehc_profile, midazolam_months), 1, 24 },
	{ "words in one part of section A", offsetof(struct ehc_profile, story_words), 50, 5000 },
	{ "words in one plan", offsetof(struct ehc_profile, plan_words), 500, 100000 },
	{ "reading age", offsetof(struct ehc_profile, reading_age), 7, 18 },
};

static const struct limit *
limit_called(struct ehc_str words)
{
	for (size_t i = 0; i < EHC_COUNT(limits); i++)
		if (ehc_str_is_nocase(words, limits[i].words))
			return &limits[i];
	return NULL;
}

bool
ehc_limit_bounds(struct ehc_str words, int *least, int *most)
{
	const struct limit *l = limit_called(words);

	if (l == NULL)
		return false;
	*least = l->least;
	*most = l->most;
	return true;
}

static bool
whole(struct ehc_ratio r, int least, int most, int *out)
{
	if (!ehc_ratio_known(r) || r.den != 1 || r.num < least || r.num > most)
		return false;
	*out = (int)r.num;
	return true;
}

static void
set_limit(struct ehc_profile *p, struct ehc_str words, struct ehc_ratio figure)
{
	const struct limit *l = limit_called(words);

	if (l != NULL)
		whole(figure, l->least, l->most, (int *)((char *)p + l->member));
}

bool
ehc_switch_read(struct ehc_str text, bool *on)
{
	struct ehc_str rest = ehc_str_trim(text), word;

	ehc_str_split(&rest, ' ', &word);
	*on = ehc_str_is_nocase(word, "on");
	return *on || ehc_str_is_nocase(word, "off");
}

bool
ehc_house_applies(ehc_day since, ehc_day day)
{
	return day == EHC_NODATE || since == EHC_NODATE || day >= since;
}

/* ---- one document over what it extends ---- */

static void
set_figure(struct ehc_profile *p, const struct ehc_node *n)
{
	struct ehc_ratio figure = ehc_figure_read(n->text.str);
	int terms;

	if (!ehc_ratio_known(figure) || figure.num == 0)
		return;
	if (n->label == EHC_L_TERM_WEEKS)
		p->school.weeks = p->school.term_weeks = p->year.term_weeks = figure;
	else if (n->label == EHC_L_SCHOOL_DAYS)
		p->school.days = p->school.term_days = p->year.term_days = figure;
	else if (n->label == EHC_L_SCHOOL_DAY)
		p->school.school_day = p->year.school_day = figure;
	else if (n->label == EHC_L_SCHOOL_WEEK)
		p->school_week = figure;
	else if (n->label == EHC_L_TERMS && whole(figure, 1, 6, &terms))
		p->school.terms = p->year.terms = terms;
	else if (n->label == EHC_L_LIMIT)
		set_limit(p, ehc_str_trim(n->words), figure);
}

const struct ehc_profile *
ehc_profile_on(struct ehc_arena *a, const struct ehc_profile *p, ehc_day day)
{
	struct ehc_profile *copy;

	if (p->lines.count == 0)
		return p;
	copy = EHC_NEW(a, struct ehc_profile);
	*copy = *p;
	copy->school = national.school;
	copy->year = national.year;
	copy->school_week = national.school_week;
	for (size_t i = 0; i < EHC_COUNT(limits); i++)
		*(int *)((char *)copy + limits[i].member) = *(const int *)((const char *)&national + limits[i].member);
	for (size_t i = 0; i < p->lines.count; i++)
		if (ehc_house_applies(p->lines.items[i].since, day))
			set_figure(copy, p->lines.items[i].node);
	return copy;
}

bool
ehc_sections_read(struct ehc_str names, unsigned *sections)
{
	struct ehc_str name;
	bool known = true;

	*sections = 0;
	while (ehc_str_split(&names, ',', &name)) {
		enum ehc_section s;

		if (ehc_section_read(ehc_str_trim(name), &s))
			*sections |= 1u << s;
		else
			known = false;
	}
	return known;
}

static void
set_rule(struct ehc_arena *a, struct ehc_profile *p, const struct ehc_node *n, ehc_day since)
{
	struct ehc_rule_setting set = { .rule = ehc_rule_find(ehc_str_trim(n->words)), .from = p->name, .since = since };
	const struct ehc_node *where = ehc_node_field(n, EHC_L_APPLIES_TO);

	/* A setting for sections that nobody knows is not a setting for the whole plan. */
	if (where != NULL && (!ehc_sections_read(where->text.str, &set.sections) || set.sections == 0))
		return;
	if (set.rule != NULL && ehc_setting_read(n->text.str, &set.severity, &set.because))
		EHC_PUSH(a, &p->settings, set);
}

static void
set_pack(struct ehc_arena *a, struct ehc_profile *p, const struct ehc_node *n, ehc_day since)
{
	struct ehc_pack_setting set = { .pack = ehc_pack_find(ehc_str_trim(n->words)), .from = p->name, .since = since };

	if (ehc_switch_read(n->text.str, &set.on) && set.pack != NULL)
		EHC_PUSH(a, &p->packs, set);
}

static ehc_day
first_day(const struct ehc_tree *tree)
{
	const struct ehc_node *from = ehc_node_field(tree->head, EHC_L_PROFILE_FROM);
	ehc_day day = EHC_NODATE;

	if (from != NULL)
		ehc_day_read(ehc_str_trim(from->text.str), &day, NULL, NULL);
	return day;
}

static void
lay_over(struct ehc_arena *a, struct ehc_profile *p, const struct ehc_tree *tree)
{
	ehc_day since = first_day(tree);

	for (const struct ehc_node *n = tree->first; n != NULL; n = n->next) {
		if (n->label == EHC_L_RULE)
			set_rule(a, p, n, since);
		else if (n->label == EHC_L_PACK)
			set_pack(a, p, n, since);
		else if (n->kind == EHC_NODE_ENTRY && n != tree->head)
			EHC_PUSH(a, &p->lines, (struct ehc_house_line){ n, p->name, since });
		if (n->label == EHC_L_STYLE) {
			p->style = ehc_str_trim(n->text.str);
			p->style_near = tree->source->name;
		}
		set_figure(p, n);
	}
}

/* Puts the entries of the document below behind those of the tree, without its head. */
static void
stand_on(struct ehc_tree *tree, const struct ehc_plan *below)
{
	struct ehc_node **end = &tree->first;

	if (below == NULL)
		return;
	while (*end != NULL)
		end = &(*end)->next;
	*end = below->tree->first;
	while (*end != NULL && *end != below->tree->head)
		end = &(*end)->next;
	if (*end != NULL)
		*end = (*end)->next;
	tree->count += below->tree->count - 1;
}

/* ---- loading ---- */

struct loader {
	struct ehc_arena *arena;
	const char *share_dir;
	struct ehc_str *trouble;
	const char *paths[MOST_LAYERS];         /* those being read, the outermost first */
	size_t depth;
};

EHC_PRINTF(2, 3) static bool
fail(struct loader *l, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	*l->trouble = ehc_arena_vprintf(l->arena, fmt, args);
	va_end(args);
	return false;
}

static bool
enter(struct loader *l, const char *path)
{
	for (size_t i = 0; i < l->depth; i++)
		if (strcmp(l->paths[i], path) == 0)
			return fail(l, "profile %s extends itself", path);
	if (l->depth == MOST_LAYERS)
		return fail(l, "profile %s stands on more than %d others", l->paths[0], MOST_LAYERS);
	l->paths[l->depth++] = path;
	return true;
}

static struct ehc_tree *
read_profile(struct loader *l, const char *path)
{
	struct ehc_source *source = EHC_NEW(l->arena, struct ehc_source);
	struct ehc_findings *unasked = EHC_NEW(l->arena, struct ehc_findings);
	struct ehc_tree *tree;

	switch (ehc_source_read(source, l->arena, path, path, EHC_SOURCE_LIMIT)) {
	case EHC_READ_OK:
		break;
	case EHC_READ_FAILED:
		fail(l, "profile %s cannot be read: %s", path, strerror(errno));
		return NULL;
	case EHC_READ_TOO_LARGE:
		fail(l, "profile %s is too large", path);
		return NULL;
	}
	unasked->arena = l->arena;
	tree = ehc_parse(l->arena, source, unasked);
	if (tree->kind != EHC_DOC_PROFILE || tree->head == NULL) {
		fail(l, "%s is not a profile: its first label is not `profile:`", path);
		return NULL;
	}
	return tree;
}

static bool
load(struct loader *l, struct ehc_profile *p, struct ehc_str name, const char *near_path)
{
	const char *path;
	const struct ehc_node *extends;
	struct ehc_tree *tree;

	if (ehc_str_is_nocase(name, "national")) {
		*p = national;
		return true;
	}
	path = ehc_find_document(l->arena, name, "profiles", near_path, false, l->share_dir);
	if (path == NULL)
		return fail(l, "no profile \"%.*s\" was found beside the plan, in the folders above it, or among those installed: %.*s",
		    EHC_ARG(name), EHC_ARG(ehc_installed_documents(l->arena, "profiles", l->share_dir)));
	if (!enter(l, path) || (tree = read_profile(l, path)) == NULL)
		return false;
	extends = ehc_node_field(tree->head, EHC_L_EXTENDS);
	if (!load(l, p, extends == NULL ? EHC_STR("national") : ehc_str_trim(extends->text.str), path))
		return false;
	p->name = ehc_str_trim(tree->head->text.str);
	if (p->name.len == 0)
		p->name = name;
	p->chain = ehc_arena_printf(l->arena, "%.*s > %.*s", EHC_ARG(p->chain), EHC_ARG(p->name));
	lay_over(l->arena, p, tree);
	stand_on(tree, p->plan);
	p->plan = ehc_bind(l->arena, tree, &p->school, &p->year);
	return true;
}

const struct ehc_profile *
ehc_profile_load(struct ehc_arena *a, const char *name_or_file, const char *near_path, const char *share_dir,
    struct ehc_str *trouble)
{
	struct loader l = { .arena = a, .share_dir = share_dir, .trouble = trouble };
	struct ehc_profile *p = EHC_NEW(a, struct ehc_profile);

	return load(&l, p, ehc_str_trim(ehc_str_of(name_or_file)), near_path) ? p : NULL;
}

/* ---- .ehc-profile ---- */

/* The first line of the file that is not empty and not a comment. */
static struct ehc_str
first_line(struct ehc_arena *a, const char *path)
{
	struct ehc_source source;
	struct ehc_str rest, line;

	if (ehc_source_read(&source, a, path, path, 4096) != EHC_READ_OK)
		return EHC_NOSTR;
	for (rest = source.text; ehc_str_split(&rest, '\n', &line);) {
		line = ehc_str_trim(line);
		if (line.len > 0 && line.ptr[0] != '#')
			return line;
	}
	return EHC_NOSTR;
}

const char *
ehc_profile_name_near(struct ehc_arena *a, const char *path)
{
	char *folder = ehc_folder_of(a, path);

	while (folder != NULL) {
		const char *file = ehc_arena_printf(a, "%s/.ehc-profile", folder).ptr;
		struct ehc_str name = ehc_is_file(file) ? first_line(a, file) : EHC_NOSTR;

		if (name.len > 0 && ehc_is_path(name) && name.ptr[0] != '/')
			return ehc_arena_printf(a, "%s/%.*s", folder, EHC_ARG(name)).ptr;
		if (name.len > 0)
			return ehc_arena_cstr(a, name);
		if (!ehc_folder_up(folder))
			break;
	}
	return NULL;
}
