/*
 * rules.c - ehc rules: every rule with its severity under the profile in force; ehc rules --labels: the labels of the plan
 * language.
 */
#include "cli/cli.h"
#include "ehc/exchange.h"

#include <string.h>

/* What the profile makes of each rule on that day. */
struct force {
	const struct ehc_profile *profile;
	ehc_day day;
	const char *packs;
};

static struct ehc_rule_force
force_of(const struct force *f, const struct ehc_rule *r)
{
	const struct ehc_pack *pack = ehc_pack_find(ehc_str_of(ehc_rule_pack(r)));
	struct ehc_rule_force force = ehc_rule_in_force(r, f->profile, f->day, EHC_NO_SECTION);

	if (pack != NULL && !ehc_pack_in_force(pack, f->profile, f->day, f->packs) && !(pack->on && ehc_rule_is_binding(r)))
		return (struct ehc_rule_force){ .severity = EHC_OFF };
	return force;
}

/* Packs with what the profile makes of them. */
static void
put_packs(struct ehc_buf *out, const struct force *f)
{
	size_t n;
	const struct ehc_pack *packs = ehc_packs(&n);

	for (size_t i = 0; i < n; i++) {
		ehc_buf_printf(out, "Pack:    %s %s, %s\n", packs[i].name, packs[i].version,
		    ehc_pack_in_force(&packs[i], f->profile, f->day, f->packs) ? "in force" : "off");
		if (packs[i].note != NULL)
			ehc_buf_printf(out, "         %s\n", packs[i].note);
	}
}

static void
put_words(struct ehc_buf *out, const char *before, struct ehc_str words, const char *behind)
{
	if (words.len == 0)
		return;
	ehc_buf_cstr(out, before);
	ehc_buf_plain(out, words);
	ehc_buf_cstr(out, behind);
}

static void
put_text(struct ehc_buf *out, const struct force *f)
{
	size_t n;
	const struct ehc_family *families = ehc_families(&n);

	ehc_buf_cstr(out, "Profile: ");
	ehc_buf_plain(out, f->profile->chain.len > 0 ? f->profile->chain : f->profile->name);
	ehc_buf_char(out, '\n');
	put_packs(out, f);
	for (size_t i = 0; i < n; i++) {
		ehc_buf_printf(out, "\n%s\n", families[i].title);
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++) {
			struct ehc_rule_force force = force_of(f, r);

			ehc_buf_printf(out, "  %-10s %-8s %-13s %s", r->id, ehc_severity_name(force.severity),
			    ehc_class_name(r->class_), r->title);
			put_words(out, " (set by profile ", force.from, ")");
			put_words(out, " (profile ", force.refused, " may not lower it)");
			ehc_buf_char(out, '\n');
		}
	}
}

static void
put_member(struct ehc_buf *out, const char *name, const char *value, bool comma)
{
	ehc_buf_printf(out, "\"%s\":", name);
	if (value == NULL || value[0] == '\0')
		ehc_buf_cstr(out, "null");
	else
		ehc_buf_json(out, ehc_str_of(value));
	ehc_buf_cstr(out, comma ? "," : "");
}

/* A profile's name, or null. */
static void
put_name(struct ehc_buf *out, const char *member, struct ehc_str name)
{
	ehc_buf_printf(out, "\"%s\":", member);
	if (name.len == 0)
		ehc_buf_cstr(out, "null");
	else
		ehc_buf_json(out, name);
	ehc_buf_char(out, ',');
}

static void
put_json(struct ehc_buf *out, const struct force *f)
{
	size_t n;
	const struct ehc_family *families = ehc_families(&n);
	const char *comma = "\n";

	ehc_buf_cstr(out, "{\"version\":1,\"profile\":");
	ehc_buf_json(out, f->profile->name);
	ehc_buf_cstr(out, ",\"rules\":[");
	for (size_t i = 0; i < n; i++)
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++) {
			struct ehc_rule_force force = force_of(f, r);

			ehc_buf_printf(out, "%s{", comma);
			put_member(out, "rule", r->id, true);
			put_member(out, "title", r->title, true);
			put_member(out, "severity", ehc_severity_name(force.severity), true);
			put_name(out, "severity_from", force.from);
			put_name(out, "lowering_refused", force.refused);
			put_member(out, "ceiling", ehc_severity_name(r->severity), true);
			put_member(out, "class", ehc_class_name(r->class_), true);
			put_member(out, "pack", ehc_rule_pack(r), true);
			put_member(out, "source", ehc_rule_source(r), true);
			put_member(out, "why", r->why, true);
			put_member(out, "help", r->fix, true);
			ehc_buf_printf(out, "\"binding\":%s}", ehc_rule_is_binding(r) ? "true" : "false");
			comma = ",\n";
		}
	ehc_buf_cstr(out, "]}\n");
}

static int
list_rules(struct cli *cli, struct ehc_buf *out)
{
	struct force f = { ehc_profile_national(), cli->as_of, NULL };
	struct ehc_str trouble = EHC_NOSTR;

	if (cli->format != NULL && strcmp(cli->format, "markdown") == 0) {
		ehc_rules_reference(out, NULL);
		return CLI_CLEAN;
	}
	if (cli->profile != NULL) {
		f.profile = ehc_profile_load(cli->arena, cli->profile, NULL, NULL, &trouble);
		if (f.profile == NULL)
			return cli_fail("%s: %.*s", cli->profile, EHC_ARG(trouble));
	}
	if (cli->format != NULL && strcmp(cli->format, "json") == 0)
		put_json(out, &f);
	else
		put_text(out, &f);
	return CLI_CLEAN;
}

/* ---- labels ---- */

static void
put_documents(struct ehc_buf *out, unsigned docs)
{
	static const struct { unsigned bit; const char *name; } names[] = {
		{ EHC_IN_P, "EHC plan" }, { EHC_IN_H, "health care plan" }, { EHC_IN_A, "advice report" }, { EHC_IN_T, "template" },
		{ EHC_IN_R, "profile" }, { EHC_IN_S, "style" },
	};
	const char *comma = "";

	for (size_t i = 0; i < EHC_COUNT(names); i++)
		if ((docs & names[i].bit) != 0) {
			ehc_buf_printf(out, "%s%s", comma, names[i].name);
			comma = ", ";
		}
}

static void
list_labels(struct ehc_buf *out)
{
	size_t n;
	const struct ehc_spelling *spellings = ehc_spellings(&n);

	for (int label = EHC_L_NONE + 1; label < EHC_L_COUNT; label++) {
		const struct ehc_keyword *k = ehc_keyword((enum ehc_label)label);
		const char *comma = "  also: ";

		ehc_buf_printf(out, "%s: %s\n  in: ", k->spelling, k->meaning);
		put_documents(out, k->docs);
		ehc_buf_char(out, '\n');
		for (size_t i = 0; i < n; i++)
			if (spellings[i].alias && spellings[i].label == k->label) {
				ehc_buf_printf(out, "%s%s", comma, spellings[i].spelling);
				comma = ", ";
			}
		if (comma[0] == ',')
			ehc_buf_char(out, '\n');
	}
}

int
cli_rules(struct cli *cli)
{
	struct ehc_buf out = { NULL, 0, 0 };
	int status = CLI_CLEAN;

	if (cli->labels && cli->format != NULL && strcmp(cli->format, "relaxng") == 0)
		ehc_exchange_schema(&out);
	else if (cli->labels && cli->format != NULL && strcmp(cli->format, "markdown") == 0)
		ehc_exchange_elements(&out);
	else if (cli->labels)
		list_labels(&out);
	else
		status = list_rules(cli, &out);
	if (!cli_flush(&out))
		status = CLI_FAILED;
	ehc_buf_free(&out);
	return status;
}
