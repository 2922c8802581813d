/*
 * fhir_notes.c - what FHIR has no element for. Words of the part of the plan that is sent stand in notes; what is not sent is named.
 * Nothing is dropped in silence: an OperationOutcome in the bundle lists it all.
 */
#include "exchange/fhir.h"

/* What becomes of a field of an item. */
enum fhir_place {
	FHIR_NOTE,                      /* FHIR has no element for it: its words stand in a note */
	FHIR_ELEMENT,                   /* an element of its own */
	FHIR_WORDS,                     /* in the description, behind the item's own words */
	FHIR_STAYS,                     /* for those who work on the plan: left out */
};

#define BIT(kind) (1u << EHC_ITEM_##kind)

/* Labels that are more than a note; the kinds of item are bits. */
static const struct { enum ehc_label label; unsigned kinds; enum fhir_place place; } places[] = {
	{ EHC_L_FOR, ~0u, FHIR_ELEMENT }, { EHC_L_TOWARDS, BIT(PROVISION), FHIR_ELEMENT },
	{ EHC_L_CATEGORY, BIT(NEED), FHIR_ELEMENT }, { EHC_L_BY, BIT(OUTCOME), FHIR_ELEMENT },
	{ EHC_L_TYPE, BIT(PROVISION), FHIR_ELEMENT }, { EHC_L_EQUIPMENT, BIT(PROVISION), FHIR_ELEMENT },
	{ EHC_L_WHO, BIT(PROVISION) | BIT(CARE), FHIR_ELEMENT }, { EHC_L_WHERE, BIT(PROVISION) | BIT(CARE), FHIR_ELEMENT },
	{ EHC_L_HOW_MUCH, BIT(PROVISION) | BIT(CARE), FHIR_ELEMENT }, { EHC_L_HOW_OFTEN, BIT(PROVISION) | BIT(CARE), FHIR_ELEMENT },
	{ EHC_L_FROM, BIT(PROVISION), FHIR_ELEMENT }, { EHC_L_UNTIL, BIT(PROVISION), FHIR_ELEMENT },
	{ EHC_L_WHEN, ~0u, FHIR_ELEMENT }, { EHC_L_TIMES, BIT(FEED), FHIR_ELEMENT },
	{ EHC_L_GIVEN_BY, BIT(MEDICINE) | BIT(FEED), FHIR_ELEMENT }, { EHC_L_PRODUCT, BIT(MEDICINE) | BIT(FEED), FHIR_ELEMENT },
	{ EHC_L_DELEGATED_TO, BIT(TASK), FHIR_ELEMENT },
	{ EHC_L_MED_FORM, ~0u, FHIR_WORDS }, { EHC_L_STRENGTH, ~0u, FHIR_WORDS }, { EHC_L_DOSE, ~0u, FHIR_WORDS },
	{ EHC_L_ROUTE, ~0u, FHIR_WORDS }, { EHC_L_MAXIMUM, ~0u, FHIR_WORDS }, { EHC_L_MINIMUM_GAP, ~0u, FHIR_WORDS },
	{ EHC_L_NOT_WITH, ~0u, FHIR_WORDS }, { EHC_L_CANNOT_GIVE, ~0u, FHIR_WORDS }, { EHC_L_VOLUME, ~0u, FHIR_WORDS },
	{ EHC_L_OVER, ~0u, FHIR_WORDS }, { EHC_L_FLUSH, ~0u, FHIR_WORDS }, { EHC_L_POSITION, ~0u, FHIR_WORDS },
	{ EHC_L_SIGN, ~0u, FHIR_WORDS }, { EHC_L_STEP, ~0u, FHIR_WORDS }, { EHC_L_DO_NOT, ~0u, FHIR_WORDS },
	{ EHC_L_THEN, ~0u, FHIR_WORDS }, { EHC_L_UNCONFIRMED, ~0u, FHIR_WORDS },
	{ EHC_L_NOTE, ~0u, FHIR_STAYS }, { EHC_L_ACCEPT, ~0u, FHIR_STAYS },
};

static enum fhir_place
fhir_place(enum ehc_item_kind kind, enum ehc_label label)
{
	for (size_t i = 0; i < EHC_COUNT(places); i++)
		if (places[i].label == label && (places[i].kinds & (1u << kind)) != 0)
			return places[i].place;
	return FHIR_NOTE;
}

void
fhir_say(struct fhir *f, bool left_out, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	EHC_PUSH(f->a, &f->said, ehc_arena_vprintf(f->a, fmt, args));
	va_end(args);
	if (left_out)
		f->left_out++;
	else
		f->in_notes++;
}

/* "step 1: give R1", as the plan has it. */
static struct ehc_str
labelled(struct fhir *f, const struct ehc_node *n)
{
	struct ehc_str rest = n->id.len > 0 ? n->id : n->words;

	return ehc_arena_printf(f->a, "%s%s%.*s: %.*s", n->keyword->spelling, rest.len > 0 ? " " : "", EHC_ARG(rest),
	    EHC_ARG(fhir_joined(f, n->text.str)));
}

static bool
has_words(const struct ehc_node *n)
{
	return n->kind == EHC_NODE_FIELD && n->keyword != NULL && n->text.str.len > 0;
}

struct ehc_str
fhir_words(struct fhir *f, const struct ehc_item *it)
{
	struct ehc_buf out = { NULL, 0, 0 };

	ehc_buf_str(&out, fhir_joined(f, it->text.str));
	for (const struct ehc_node *n = it->node->fields; n != NULL; n = n->next)
		if (has_words(n) && fhir_place(it->kind, n->label) == FHIR_WORDS) {
			if (out.len > 0)
				ehc_buf_char(&out, '\n');
			ehc_buf_str(&out, labelled(f, n));
		}
	return ehc_buf_take(&out, f->a);
}

/* A tie to something that the plan does not hold is words and no more. */
static enum fhir_place
place_of(const struct fhir *f, const struct ehc_item *it, const struct ehc_node *n)
{
	if ((n->label == EHC_L_FOR || n->label == EHC_L_TOWARDS) && (f->roles[it->nth] & FHIR_UNTIED) != 0)
		return FHIR_NOTE;
	return fhir_place(it->kind, n->label);
}

static bool
has_notes(const struct fhir *f, const struct ehc_item *it)
{
	for (const struct ehc_node *n = it->node->fields; n != NULL; n = n->next)
		if (has_words(n) && place_of(f, it, n) == FHIR_NOTE)
			return true;
	return false;
}

void
fhir_note(struct fhir *f, struct ehc_str text)
{
	fhir_open(f, NULL, '{');
	fhir_str(f, "text", text);
	fhir_close(f, '}');
}

void
fhir_notes_of(struct fhir *f, const struct ehc_item *it)
{
	for (const struct ehc_node *n = it->node->fields; n != NULL; n = n->next) {
		enum fhir_place place = has_words(n) ? place_of(f, it, n) : FHIR_ELEMENT;

		if (place == FHIR_STAYS)
			fhir_say(f, true, "%s, %s: is for those who work on the plan, and is left out", it->id, n->keyword->spelling);
		if (place != FHIR_NOTE)
			continue;
		fhir_note(f, ehc_arena_printf(f->a, "%s, %.*s", it->id, EHC_ARG(labelled(f, n))));
		fhir_say(f, false, "%s, %s: FHIR has no element for it; a note has its words", it->id, n->keyword->spelling);
	}
}

void
fhir_notes(struct fhir *f, const struct ehc_item *it)
{
	bool any = has_notes(f, it);

	if (any)
		fhir_open(f, "note", '[');
	fhir_notes_of(f, it);
	if (any)
		fhir_close(f, ']');
}

/* ---- what is not sent ---- */

static void
leave_out_sections(struct fhir *f)
{
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++) {
		const struct ehc_section_info *info = &f->plan->sections[s];

		if (s == EHC_G || s == EHC_C || !info->present)
			continue;
		fhir_say(f, true, "section %s: only what section G rests on is sent (the outcomes that it works towards and the needs that it meets); "
		    "the rest of its %zu item%s, and its text, are left out", ehc_section_name((enum ehc_section)s), info->items, info->items == 1 ? "" : "s");
	}
}

static void
leave_out_fields(struct fhir *f, const struct ehc_node *entry, const char *of, const enum ehc_label *sent, size_t nsent)
{
	for (const struct ehc_node *n = entry == NULL ? NULL : entry->fields; n != NULL; n = n->next) {
		bool known = false;

		for (size_t i = 0; i < nsent; i++)
			known = known || sent[i] == n->label;
		if (has_words(n) && !known)
			fhir_say(f, true, "%s, %s: is left out", of, n->keyword->spelling);
	}
}

void
fhir_left_out(struct fhir *f)
{
	static const enum ehc_label head[] = { EHC_L_STATUS, EHC_L_DATED, EHC_L_WRITTEN, EHC_L_AUTHORITY, EHC_L_ICB, EHC_L_WRITTEN_BY };
	static const enum ehc_label child[] = { EHC_L_ALLERGIES, EHC_L_WEIGHT, EHC_L_BORN, EHC_L_NHS_NUMBER, EHC_L_SEX, EHC_L_ADDRESS };
	static const enum ehc_item_kind people[] = { EHC_ITEM_STAFF, EHC_ITEM_CONTACT, EHC_ITEM_TRAINING };

	leave_out_fields(f, f->plan->tree->head, "head", head, EHC_COUNT(head));
	leave_out_fields(f, f->plan->child.node, "child", child, f->identify ? EHC_COUNT(child) : 2);
	leave_out_fields(f, f->plan->timeline_node, "timeline", NULL, 0);
	if (!f->identify && f->plan->child.name.node != NULL)
		fhir_say(f, true, "child, name: is left out; --identify puts it in");
	if (f->plan->kind == EHC_DOC_EHC_PLAN)
		leave_out_sections(f);
	for (size_t i = 0; i < EHC_COUNT(people); i++)
		if (!f->identify && f->plan->kinds[people[i]].count > 0)
			fhir_say(f, true, "%s: %zu item%s left out, because they name people; --identify puts them into notes",
			    ehc_item_kind_name(people[i]), f->plan->kinds[people[i]].count, f->plan->kinds[people[i]].count == 1 ? " is" : "s are");
}
