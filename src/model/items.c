/*
 * items.c - whatever has an id: its kind, id, section and row, and the members that its fields fill.
 */
#include "model/bind.h"

#include <string.h>

/* ---- ids ---- */

static size_t
digits(struct ehc_str s, size_t i)
{
	size_t n = i;

	while (n < s.len && s.ptr[n] >= '0' && s.ptr[n] <= '9')
		n++;
	return n - i;
}

/* Letters, digits, dotted digits, at most one closing letter: B1a, F2.3b. */
bool
ehc_id_read(struct ehc_str s, enum ehc_section *section)
{
	size_t letters = 0, i, n;

	*section = EHC_NO_SECTION;
	while (letters < s.len && ehc_is_letter(s.ptr[letters]))
		letters++;
	i = letters;
	if (letters == 0 || letters > 8 || (n = digits(s, i)) == 0 || n > 9)
		return false;
	for (i += n; i + 1 < s.len && s.ptr[i] == '.' && (n = digits(s, i + 1)) > 0 && n <= 9; i += n + 1)
		continue;
	if (i < s.len && ehc_is_letter(s.ptr[i]))
		i++;
	if (i != s.len)
		return false;
	if (letters == 1 && !ehc_section_read(ehc_str_sub(s, 0, 1), section) && digits(s, 1) == 1)
		ehc_section_read(ehc_str_sub(s, 0, 2), section);        /* H1.1 */
	return true;
}

#define SECTION_BIT(s) (1u << (s))

static const struct kind {
	enum ehc_label label;
	char letter;                    /* of a made id where the section gives none */
	unsigned sections;              /* that it may stand in; 0: it has none */
	enum ehc_section usual;
} kinds[EHC_ITEM_KINDS] = {
	[EHC_ITEM_ASPIRATION] = { EHC_L_ASPIRATION, 'A', SECTION_BIT(EHC_A), EHC_A },
	[EHC_ITEM_NEED] = { EHC_L_NEED, 'B', SECTION_BIT(EHC_B) | SECTION_BIT(EHC_C) | SECTION_BIT(EHC_D), EHC_B },
	[EHC_ITEM_OUTCOME] = { EHC_L_OUTCOME, 'E', SECTION_BIT(EHC_E), EHC_E },
	[EHC_ITEM_PROVISION] = { EHC_L_PROVISION, 'F', SECTION_BIT(EHC_F) | SECTION_BIT(EHC_G) | SECTION_BIT(EHC_H1) | SECTION_BIT(EHC_H2), EHC_F },
	[EHC_ITEM_BUDGET] = { EHC_L_BUDGET, 'J', SECTION_BIT(EHC_J), EHC_J },
	[EHC_ITEM_ADVICE] = { EHC_L_ADVICE, 'K', SECTION_BIT(EHC_K), EHC_K },
	[EHC_ITEM_COMMENT] = { EHC_L_COMMENT, 'Y', 0, EHC_NO_SECTION },
	[EHC_ITEM_CONDITION] = { EHC_L_CONDITION, 'M', 0, EHC_NO_SECTION },
	[EHC_ITEM_MEDICINE] = { EHC_L_MEDICINE, 'R', 0, EHC_NO_SECTION },
	[EHC_ITEM_FEED] = { EHC_L_FEED, 'R', 0, EHC_NO_SECTION },
	[EHC_ITEM_STAFF] = { EHC_L_STAFF, 'N', 0, EHC_NO_SECTION },
	[EHC_ITEM_TASK] = { EHC_L_TASK, 'T', 0, EHC_NO_SECTION },
	[EHC_ITEM_CARE] = { EHC_L_CARE, 'S', 0, EHC_NO_SECTION },
	[EHC_ITEM_EMERGENCY] = { EHC_L_EMERGENCY, 'X', 0, EHC_NO_SECTION },
	[EHC_ITEM_CONTACT] = { EHC_L_CONTACT, 'P', 0, EHC_NO_SECTION },
	[EHC_ITEM_TRAINING] = { EHC_L_TRAINING, 'Q', 0, EHC_NO_SECTION },
};

static bool
may_stand_in(enum ehc_item_kind k, enum ehc_section s)
{
	return s != EHC_NO_SECTION && (kinds[k].sections & SECTION_BIT(s)) != 0;
}

/* The section of an item whose id says none: where it stands, then what its row is about, then what is usual. */
static enum ehc_section
section_by_place(const struct ehc_binder *b, enum ehc_item_kind k)
{
	struct ehc_str row = b->row == NULL ? EHC_NOSTR : b->row->name.text.str;

	if (may_stand_in(k, b->section))
		return b->section;
	if (ehc_row_is_about(row, "health"))
		return may_stand_in(k, EHC_C) ? EHC_C : may_stand_in(k, EHC_G) ? EHC_G : kinds[k].usual;
	if (ehc_row_is_about(row, "social care"))       /* H1 or H2: the words alone do not say which */
		return may_stand_in(k, EHC_D) ? EHC_D : may_stand_in(k, EHC_H1) ? EHC_NO_SECTION : kinds[k].usual;
	return kinds[k].usual;
}

static bool
letter_fits(enum ehc_item_kind k, struct ehc_str id, enum ehc_section by_id)
{
	if (kinds[k].sections != 0)
		return may_stand_in(k, by_id);
	return id.len > 1 && !ehc_is_letter(id.ptr[1]) && (id.ptr[0] == kinds[k].letter || id.ptr[0] == kinds[k].letter + ('a' - 'A'));
}

static const char *
make_id(struct ehc_binder *b, const struct ehc_item *it)
{
	const char *section = ehc_section_name(it->section);
	char letter = section[0] != '\0' ? section[0] : it->kind == EHC_ITEM_PROVISION ? 'H' : kinds[it->kind].letter;
	struct ehc_str id = ehc_arena_printf(b->arena, "%c~%zu", letter, ++b->made[(unsigned char)letter]);

	return ehc_intern(b->names, id, true);
}

static void
bind_id(struct ehc_binder *b, struct ehc_item *it)
{
	enum ehc_section by_id;
	struct ehc_str id = ehc_str_trim(it->node->id);

	it->id_written = id;
	it->id_made = !ehc_id_read(id, &by_id);
	it->section = may_stand_in(it->kind, by_id) ? by_id : section_by_place(b, it->kind);
	if (!it->id_made && !letter_fits(it->kind, id, by_id))
		ehc_bind_fault(b, EHC_FAULT_ID_LETTER, it->node, it, id, it->span);
	it->id = it->id_made ? make_id(b, it) : ehc_intern(b->names, id, true);
	/* A malformed id still finds its item, so that one slip does not break every link to it. */
	if (id.len > 0 && !ehc_index_put(b->plan->index, id, it)) {
		it->twin = ehc_index_get(b->plan->index, id);
		EHC_PUSH(b->arena, &b->plan->duplicates, it);
	}
	if (it->id_made)
		ehc_index_put(b->plan->index, ehc_str_of(it->id), it);
}

static bool
kind_of(enum ehc_label label, enum ehc_item_kind *kind)
{
	for (int k = 0; k < EHC_ITEM_KINDS; k++)
		if (kinds[k].label == label) {
			*kind = (enum ehc_item_kind)k;
			return true;
		}
	return false;
}

static void
join_row(struct ehc_binder *b, struct ehc_item *it)
{
	if (b->row == NULL || (it->kind != EHC_ITEM_NEED && it->kind != EHC_ITEM_OUTCOME && it->kind != EHC_ITEM_PROVISION))
		return;
	it->row = b->row;
	EHC_PUSH(b->arena, b->row, it);
	if (it->kind == EHC_ITEM_NEED)
		b->row->needs++;
}

static void bind_fields(struct ehc_binder *b, struct ehc_item *it);

void
ehc_bind_item(struct ehc_binder *b, const struct ehc_node *node)
{
	enum ehc_item_kind kind;
	struct ehc_item *it;

	if (!kind_of(node->label, &kind))
		return;
	if (b->nitems >= EHC_ITEMS_LIMIT) {
		if (b->nitems++ == EHC_ITEMS_LIMIT)
			ehc_bind_fault(b, EHC_FAULT_ITEMS, node, NULL, node->head, node->head_span);
		return;
	}
	it = EHC_NEW(b->arena, struct ehc_item);
	it->kind = kind;
	it->nth = b->nitems++;
	it->node = node;
	it->span = node->id.len > 0 ? node->id_span : node->head_span;
	it->text = node->text;
	bind_id(b, it);
	join_row(b, it);
	*b->item_end = it;
	b->item_end = &it->next;
	EHC_PUSH(b->arena, &b->plan->kinds[kind], it);
	bind_fields(b, it);
}

/* ---- fields ---- */

static void
note_fields(struct ehc_item *it)
{
	for (const struct ehc_node *f = it->node->fields; f != NULL; f = f->next)
		if (f->kind == EHC_NODE_FIELD)
			it->labels[f->label / 64] |= (uint64_t)1 << f->label % 64;
}

static const struct ehc_node *
field(const struct ehc_item *it, enum ehc_label label)
{
	return (it->labels[label / 64] >> label % 64 & 1) == 0 ? NULL : ehc_node_field(it->node, label);
}

/* Places that no field fills stay as they are. */
static void
fill_value(const struct ehc_item *it, enum ehc_label label, struct ehc_value *place)
{
	const struct ehc_node *f = field(it, label);

	if (f != NULL)
		*place = ehc_value_of(f);
}

static void
fill_date(struct ehc_binder *b, const struct ehc_item *it, enum ehc_label label, struct ehc_date *place)
{
	const struct ehc_node *f = field(it, label);

	if (f != NULL)
		*place = ehc_bind_date(b, f, it);
}

static bool
holds_placeholder(const struct ehc_node *node)
{
	size_t len;

	if (ehc_placeholder_find(node->head, 0, &len) != SIZE_MAX || ehc_placeholder_find(node->text.str, 0, &len) != SIZE_MAX)
		return true;
	for (const struct ehc_node *f = node->fields; f != NULL; f = f->next)
		if (f->kind == EHC_NODE_FIELD && ehc_placeholder_find(f->text.str, 0, &len) != SIZE_MAX)
			return true;
	return false;
}

static void
bind_area_and_theme(struct ehc_binder *b, struct ehc_item *it)
{
	struct ehc_value category = ehc_value_of(field(it, EHC_L_CATEGORY)), theme = ehc_value_of(field(it, EHC_L_THEME));
	struct ehc_str words = ehc_words_trim(category.text.str);

	if (words.len > 0) {
		bool as_row = it->row != NULL && ehc_str_eq(words, it->row->name.text.str);

		it->category = words;
		it->area = as_row ? it->row->area : ehc_area_read(words);
		if (it->area == EHC_AREA_NONE) {
			it->area = EHC_AREA_OTHER;
			if (!ehc_bind_is_open(b, words) && !ehc_str_is_nocase(words, "other"))
				ehc_bind_fault(b, EHC_FAULT_CATEGORY, category.node, it, words, category.text.span);
		}
	} else if (it->row != NULL) {
		it->area = it->row->area;
	}
	if (theme.node != NULL) {
		it->theme = ehc_theme_read(theme.text.str);
		if (it->theme == EHC_THEME_NONE && !ehc_bind_is_open(b, theme.text.str))
			ehc_bind_fault(b, EHC_FAULT_THEME, theme.node, it, theme.text.str, theme.text.span);
	} else if (it->row != NULL && it->kind == EHC_ITEM_OUTCOME) {
		it->theme = it->row->theme;
	}
}

/* Words that stand where advice should, and say that none came. */
static bool
says_missing(struct ehc_value v)
{
	static const char *const words[] = { "no reply", "not requested", "not recorded", "not known", "not received", "none received",
		"no response", "no advice", "not yet received", "awaited" };
	static const char *const coming[] = { "awaited", "awaiting", "pending", "outstanding", "chased", "waiting list" };
	struct ehc_str s = ehc_words_trim(v.text.str);

	while (s.len > 0 && (s.ptr[0] == '"' || s.ptr[0] == '\'' || s.ptr[0] == '('))
		s = ehc_str_sub(s, 1, s.len);
	if (ehc_str_starts_nocase(s, "\xE2\x80\x9C") || ehc_str_starts_nocase(s, "\xE2\x80\x98"))
		s = ehc_str_sub(s, 3, s.len);
	for (size_t i = 0; i < EHC_COUNT(words); i++)
		if (ehc_str_starts_nocase(s, words[i]))
			return true;
	for (size_t i = 0; i < EHC_COUNT(coming); i++)
		if (ehc_str_find_word(s, coming[i]) != SIZE_MAX)
			return true;
	return ehc_is_nil(s);
}

static void
bind_advice(struct ehc_binder *b, struct ehc_item *it)
{
	const struct ehc_node *attached = field(it, EHC_L_ATTACHED);

	fill_value(it, EHC_L_AUTHOR, &it->author);
	fill_value(it, EHC_L_ROLE, &it->role);
	fill_value(it, EHC_L_REPLY, &it->reply);
	fill_date(b, it, EHC_L_ASKED, &it->asked);
	fill_date(b, it, EHC_L_DATED, &it->dated);
	it->missing = says_missing(it->reply) || says_missing(it->author);
	it->attached = -1;
	if (attached != NULL && (ehc_str_starts_nocase(attached->text.str, "append") || ehc_str_starts_nocase(attached->text.str, "attached")))
		it->attached = 1;
	else
		it->attached = ehc_bind_yes(b, attached, it);
}

static const struct ehc_calendar *
calendar_of(const struct ehc_binder *b, const struct ehc_item *it)
{
	return it->kind == EHC_ITEM_PROVISION && it->section == EHC_F ? &b->plan->school_year : &b->plan->whole_year;
}

/* `how much:` and `how often:` are read apart and put together; neither is read while it holds a placeholder. */
static void
bind_amount(struct ehc_binder *b, struct ehc_item *it)
{
	const struct ehc_calendar *calendar = calendar_of(b, it);
	const struct ehc_node *parts[2];
	struct ehc_amount *read[2] = { NULL, NULL };

	fill_value(it, EHC_L_HOW_MUCH, &it->how_much);
	fill_value(it, EHC_L_HOW_OFTEN, &it->how_often);
	parts[0] = it->how_much.node;
	parts[1] = it->how_often.node;
	for (int i = 0; i < 2; i++)
		if (parts[i] != NULL && !ehc_bind_is_open(b, parts[i]->text.str))
			read[i] = ehc_amount_read(b->arena, parts[i]->text.str, parts[i]->text.span.start, calendar);
	if (read[0] != NULL && read[1] != NULL)
		it->amount = ehc_amount_merge(b->arena, read[0], read[1], calendar);
	else
		it->amount = read[0] != NULL ? read[0] : read[1];
}

/* One kind of reading after the other, over all items: the code that reads amounts is more than a processor keeps at hand beside the rest. */
void
ehc_bind_amounts(struct ehc_binder *b)
{
	for (struct ehc_item *it = b->plan->first_item; it != NULL; it = it->next)
		bind_amount(b, it);
	for (struct ehc_item *it = b->plan->first_item; it != NULL; it = it->next)
		ehc_bind_sentence(b, it, calendar_of(b, it));
}

static void
bind_provision(struct ehc_binder *b, struct ehc_item *it)
{
	const struct ehc_node *agreed = field(it, EHC_L_AGREED);

	it->agreements = ehc_bind_agreements(b, agreed, it);
	it->agreed.day = EHC_NODATE;
	if (it->agreements.count > 0)
		it->agreed = it->agreements.items[it->agreements.count - 1];
	it->optional = ehc_bind_yes(b, field(it, EHC_L_OPTIONAL), it) == 1;
	fill_date(b, it, EHC_L_FROM, &it->from);
	fill_date(b, it, EHC_L_UNTIL, &it->until);
	fill_value(it, EHC_L_ACCOUNTABLE, &it->accountable);
	fill_value(it, EHC_L_FLEXIBLE, &it->flexible);
	fill_value(it, EHC_L_LINKED_HEALTH_PLAN, &it->health_plan);
	fill_value(it, EHC_L_EQUIPMENT, &it->equipment);
}

#define NAME_WORDS 8    /* a name longer than this is a sentence */

/* The name with which an item opens: up to a comma, bracket, colon or full stop, for a contact up to the telephone number. */
static struct ehc_str
opening_name(const struct ehc_item *it)
{
	struct ehc_str s = it->text.str;
	bool is_contact = it->kind == EHC_ITEM_CONTACT;
	size_t i = 0;

	while (i < s.len && !strchr(is_contact ? ",;:\n0123456789+" : ",;:(\n", s.ptr[i]) &&
	    !(s.ptr[i] == '.' && (i + 1 == s.len || s.ptr[i + 1] == ' ') && i > 4))
		i++;
	s = ehc_words_trim(ehc_str_sub(s, 0, i));
	return ehc_words_count(s) <= NAME_WORDS ? s : EHC_NOSTR;
}

static void
bind_person_or_product(struct ehc_item *it)
{
	it->name = opening_name(it);
	if (it->kind == EHC_ITEM_STAFF && it->name.len > 0)
		it->post = ehc_words_trim(ehc_str_sub(it->text.str, (size_t)(it->name.ptr - it->text.str.ptr) + it->name.len, it->text.str.len));
}

static void
bind_outcome(struct ehc_binder *b, struct ehc_item *it)
{
	fill_date(b, it, EHC_L_BY, &it->by);
	fill_value(it, EHC_L_BASELINE, &it->baseline);
	fill_value(it, EHC_L_MEASURED_BY, &it->measured_by);
	ehc_bind_steps(b, it);
}

static void
blank_dates(struct ehc_item *it)
{
	struct ehc_date none = { .day = EHC_NODATE, .until = EHC_NODATE };

	it->by = it->from = it->until = it->asked = it->received = it->dated = it->willing = none;
	it->agreed.day = EHC_NODATE;
	it->attached = -1;
}

/* Fields that items of one kind alone have. */
static void
bind_by_kind(struct ehc_binder *b, struct ehc_item *it)
{
	switch (it->kind) {
	case EHC_ITEM_OUTCOME:
		bind_outcome(b, it);
		break;
	case EHC_ITEM_PROVISION:
		bind_provision(b, it);
		break;
	case EHC_ITEM_ADVICE:
		bind_advice(b, it);
		break;
	case EHC_ITEM_EMERGENCY:
		ehc_bind_steps(b, it);
		break;
	case EHC_ITEM_MEDICINE:
	case EHC_ITEM_FEED:
		it->expires = ehc_bind_dates(b, field(it, EHC_L_EXPIRES), it);
		bind_person_or_product(it);
		break;
	case EHC_ITEM_STAFF:
	case EHC_ITEM_CONTACT:
		bind_person_or_product(it);
		fill_date(b, it, EHC_L_WILLING, &it->willing);
		it->renew_by = ehc_bind_dates(b, field(it, EHC_L_RENEW_BY), it);
		break;
	case EHC_ITEM_TRAINING:
		it->renew_by = ehc_bind_dates(b, field(it, EHC_L_RENEW_BY), it);
		it->on = ehc_bind_dates(b, field(it, EHC_L_ON_DATE), it);
		break;
	default:
		break;
	}
}

static void
bind_fields(struct ehc_binder *b, struct ehc_item *it)
{
	note_fields(it);
	blank_dates(it);
	it->has_placeholder = b->plan->placeholders && holds_placeholder(it->node);
	if (field(it, EHC_L_ACCEPT) != NULL)
		ehc_bind_accepts(b, it);
	fill_value(it, EHC_L_TYPE, &it->type);
	fill_value(it, EHC_L_REVIEW, &it->review);
	fill_value(it, EHC_L_TRAINED_BY, &it->trained_by);
	fill_value(it, EHC_L_SUPERVISED_BY, &it->supervised_by);
	fill_value(it, EHC_L_FUNDED_BY, &it->funded_by);
	fill_value(it, EHC_L_WHERE, &it->where);
	if (field(it, EHC_L_WHO) != NULL)
		it->who = ehc_bind_who(b, field(it, EHC_L_WHO));
	else if (it->kind == EHC_ITEM_PROVISION)
		ehc_bind_definition(b, &it->who, it->text.str);
	fill_date(b, it, EHC_L_RECEIVED, &it->received);
	it->consent = ehc_bind_consents(b, field(it, EHC_L_BUDGET_CONSENT), it);
	bind_area_and_theme(b, it);
	bind_by_kind(b, it);
	it->competent = ehc_bind_consents(b, field(it, EHC_L_COMPETENT), it);
}

struct ehc_value
ehc_item_value(const struct ehc_item *it, enum ehc_label label)
{
	return ehc_value_of(field(it, label));
}
