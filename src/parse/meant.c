/*
 * meant.c - labels that stand where another one is meant: the item for the tie to it, the field of another item.
 */
#include "parse/parse.h"

/* "E1, E2 and E4" */
static bool
names_items(struct ehc_str s)
{
	struct ehc_str id;
	bool any = false;

	for (; ehc_id_list_next(&s, &id); any = true)
		if (!ehc_id_is_well_formed(id, EHC_L_NONE))
			return false;
	return any;
}

/*
 * "outcome: E1" within a provision: the label of an item, without an id of its own but ids behind its colon, is meant as the
 * field by which the item above is tied to those. NULL where it is not.
 */
static const struct ehc_keyword *
read_tie(const struct ehc_parser *p, enum ehc_label item, uint32_t colon)
{
	static const struct { enum ehc_label item, field; } ties[] = {
		{ EHC_L_NEED, EHC_L_FOR }, { EHC_L_OUTCOME, EHC_L_TOWARDS }, { EHC_L_ASPIRATION, EHC_L_SUPPORTS },
		{ EHC_L_ADVICE, EHC_L_EVIDENCE }, { EHC_L_ADVICE, EHC_L_INFORMED_BY }, { EHC_L_PROVISION, EHC_L_PAYS_FOR },
	};
	struct ehc_str text = ehc_bytes_of(p, (struct ehc_span){ colon + 1, (uint32_t)p->source->text.len }), line;

	ehc_str_split(&text, '\n', &line);
	for (size_t i = 0; i < EHC_COUNT(ties); i++) {
		const struct ehc_keyword *field = ehc_keyword(ties[i].field);

		if (ties[i].item == item && (field->docs & p->docs) != 0 && (field->on & p->above) != 0 && names_items(line))
			return field;
	}
	return NULL;
}

/* "signs:" of an emergency, whose own label is "sign": the field that the item above has instead. NULL where it has none. */
static const struct ehc_keyword *
read_twin(const struct ehc_parser *p, enum ehc_label field)
{
	static const enum ehc_label twins[][2] = { { EHC_L_SIGNS, EHC_L_SIGN }, { EHC_L_SIGN, EHC_L_SIGNS } };

	for (size_t i = 0; i < EHC_COUNT(twins); i++)
		if (twins[i][0] == field && (ehc_keyword(twins[i][1])->on & p->above) != 0)
			return ehc_keyword(twins[i][1]);
	return NULL;
}

const struct ehc_keyword *
ehc_label_meant(const struct ehc_parser *p, const struct ehc_head *head, uint32_t colon, bool indented)
{
	const struct ehc_keyword *k = head->keyword, *meant = NULL;

	if (k->level == EHC_LEVEL_ITEM && indented && head->rest == EHC_REST_NONE)
		meant = read_tie(p, k->label, colon);
	else if (k->level == EHC_LEVEL_FIELD && (k->on & p->above) == 0)
		meant = read_twin(p, k->label);
	return meant != NULL ? meant : k;
}
