/*
 * families.c - every rule there is, found by its id.
 */
#include "rules/rules.h"

#define FAMILY(name, prefix, title) extern const struct ehc_rule ehc_rules_##name[];
#include "rules/families.def"

static const struct ehc_family families[] = {
#define FAMILY(name, prefix, title) { prefix, title, ehc_rules_##name },
#include "rules/families.def"
};

const struct ehc_family *
ehc_families(size_t *n)
{
	*n = EHC_COUNT(families);
	return families;
}

const struct ehc_rule *
ehc_rule_find(struct ehc_str id)
{
	for (size_t i = 0; i < EHC_COUNT(families); i++) {
		if (!ehc_str_starts_nocase(id, families[i].prefix))
			continue;
		for (const struct ehc_rule *r = families[i].rules; r->id != NULL; r++)
			if (ehc_str_is_nocase(id, r->id))
				return r;
	}
	return NULL;
}

const char *
ehc_rule_pack(const struct ehc_rule *r)
{
	return r->pack == NULL ? "national-2014" : r->pack;
}

bool
ehc_rule_is_binding(const struct ehc_rule *r)
{
	return r->basis == EHC_BASIS_ACT || r->basis == EHC_BASIS_REGULATIONS || r->class_ == EHC_SAFETY;
}
