/*
 * explain.c - ehc explain: one rule for the person who met it in a report, or the rules of a family by their titles.
 */
#include "cli/cli.h"

#include <string.h>

/* Upper case, for ids are. */
static const char *
folded(struct ehc_arena *a, const char *word)
{
	char *copy = (char *)ehc_arena_alloc(a, strlen(word) + 1);

	for (size_t i = 0; word[i] != '\0'; i++)
		copy[i] = word[i] >= 'a' && word[i] <= 'z' ? (char)(word[i] - 'a' + 'A') : word[i];
	return copy;
}

static int
unknown(struct cli *cli, const char *word)
{
	struct { const char **items; size_t count, cap; } names = { NULL, 0, 0 };
	const char *nearest;
	size_t n;
	const struct ehc_family *families = ehc_families(&n);

	for (size_t i = 0; i < n; i++)
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++)
			EHC_PUSH(cli->arena, &names, r->id);
	nearest = cli_nearest(folded(cli->arena, word), names.items, names.count);
	if (nearest != NULL)
		return cli_fail("there is no rule \"%s\"; did you mean %s? `ehc rules` lists them all", word, nearest);
	return cli_fail("there is no rule \"%s\"; `ehc rules` lists them all", word);
}

/* "QUANT": the rules of that family, to choose one of. False: no family has the name. */
static bool
put_family(struct ehc_buf *out, struct ehc_str name)
{
	size_t n;
	const struct ehc_family *families = ehc_families(&n), *first = NULL;

	for (size_t i = 0; i < n; i++) {
		if (!ehc_str_is_nocase(name, families[i].prefix))
			continue;
		ehc_buf_printf(out, "%s%s  %s\n\n", first == NULL ? "" : "\n", families[i].prefix, families[i].title);
		first = first != NULL ? first : &families[i];
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++)
			ehc_buf_printf(out, "  %-9s  %s\n", r->id, r->title);
	}
	if (first == NULL)
		return false;
	ehc_buf_printf(out, "\nMore about one of them: ehc explain %s\n", first->rules[0].id);
	return true;
}

/* What house rules make of the rule, and who set it so. */
static void
put_force(struct ehc_buf *out, const struct ehc_rule *r, const struct ehc_profile *p, ehc_day day)
{
	const struct ehc_pack *pack = ehc_pack_find(ehc_str_of(ehc_rule_pack(r)));
	struct ehc_rule_force force = ehc_rule_in_force(r, p, day, EHC_NO_SECTION);
	bool off = !ehc_pack_in_force(pack, p, day, NULL) && !(pack->on && ehc_rule_is_binding(r));

	ehc_buf_cstr(out, "\nUnder ");
	ehc_buf_plain(out, p->chain);
	ehc_buf_printf(out, "\n    %s", off ? "off, with its pack" : ehc_severity_name(force.severity));
	if (!off && force.from.len > 0) {
		ehc_buf_cstr(out, ", set by profile ");
		ehc_buf_plain(out, force.from);
	}
	if (force.refused.len > 0) {
		ehc_buf_cstr(out, "; profile ");
		ehc_buf_plain(out, force.refused);
		ehc_buf_cstr(out, " may not lower it");
	}
	ehc_buf_char(out, '\n');
}

int
cli_explain(struct cli *cli)
{
	const struct ehc_profile *profile = NULL;
	struct ehc_str trouble = EHC_NOSTR;
	int status = CLI_CLEAN;

	if (cli->profile != NULL) {
		profile = ehc_profile_load(cli->arena, cli->profile, NULL, NULL, &trouble);
		if (profile == NULL)
			return cli_fail("%s: %.*s", cli->profile, EHC_ARG(trouble));
	}

	for (size_t i = 0; i < cli->npaths; i++) {
		const struct ehc_rule *rule = ehc_rule_find(ehc_str_of(cli->paths[i]));
		struct ehc_buf out = { NULL, 0, 0 };

		if (i > 0)
			ehc_buf_char(&out, '\n');
		if (rule == NULL && !put_family(&out, ehc_str_of(cli->paths[i]))) {
			ehc_buf_free(&out);
			status = unknown(cli, cli->paths[i]);
			continue;
		}
		if (rule != NULL)
			ehc_rule_explain(rule, &out, NULL);
		if (rule != NULL && profile != NULL)
			put_force(&out, rule, profile, cli->as_of);
		if (!cli_flush(&out))
			status = CLI_FAILED;
		ehc_buf_free(&out);
	}
	return status;
}
