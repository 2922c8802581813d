/*
 * bind.c - from tree to plan: one walk over the entries in the file's order, then the ties. Head, child, timeline,
 * sections, rows and prose are bound here; items.c binds what has an id.
 */
#include "model/bind.h"

void
ehc_bind_fault(struct ehc_binder *b, enum ehc_fault_kind kind, const struct ehc_node *node, const struct ehc_item *it,
    struct ehc_str words, struct ehc_span span)
{
	struct ehc_fault f = { .kind = kind, .span = span, .words = words, .node = node, .item = it };

	EHC_PUSH(b->arena, &b->plan->faults, f);
}

static struct ehc_value
value(const struct ehc_node *entry, enum ehc_label label)
{
	return ehc_value_of(entry == NULL ? NULL : ehc_node_field(entry, label));
}

/* ---- the head ---- */

static void
bind_status(struct ehc_binder *b)
{
	struct ehc_plan *p = b->plan;
	struct ehc_str s = p->status_value.text.str;
	bool fits;

	if (p->status_value.node == NULL || ehc_bind_is_open(b, s))
		return;
	p->status = ehc_status_read(s);
	fits = p->status != EHC_STATUS_OTHER && (p->status != EHC_AGREED_PLAN || p->kind == EHC_DOC_HEALTH_PLAN);
	if (!fits)
		ehc_bind_fault(b, EHC_FAULT_STATUS, p->status_value.node, NULL, s, p->status_value.text.span);
}

/* `EHC plan:` in a health care plan: a reference, or yes or no with words. */
static void
bind_linked_plan(struct ehc_binder *b, const struct ehc_node *head)
{
	struct ehc_plan *p = b->plan;

	p->linked_plan = value(head, EHC_L_LINKED_EHC_PLAN);
	p->has_linked_plan = -1;
	if (p->linked_plan.node == NULL)
		return;
	p->has_linked_plan = ehc_is_nil(p->linked_plan.text.str) ? 0 : ehc_value_yes(&p->linked_plan);
	if (p->has_linked_plan < 0) {
		p->has_linked_plan = 1;
		p->linked_reference = p->linked_plan.text.str;
	}
}

static void
bind_head(struct ehc_binder *b)
{
	struct ehc_plan *p = b->plan;
	const struct ehc_node *head = p->tree->head;

	p->dated = p->written = p->review_due = (struct ehc_date){ .day = EHC_NODATE, .until = EHC_NODATE };
	p->has_linked_plan = -1;
	if (p->tree->template_head != NULL)
		p->template_name = ehc_value_of(p->tree->template_head).text.str;
	if (head == NULL)
		return;
	p->reference = ehc_value_of(head).text.str;
	p->status_value = value(head, EHC_L_STATUS);
	p->version = value(head, EHC_L_VERSION);
	p->authority = value(head, EHC_L_AUTHORITY);
	p->icb = value(head, EHC_L_ICB);
	p->locality = value(head, EHC_L_LOCALITY);
	p->plan_writer = value(head, EHC_L_PLAN_WRITER);
	p->profile_name = value(head, EHC_L_USES_PROFILE);
	p->co_ordination = value(head, EHC_L_MONITORED_BY);
	p->author = value(head, EHC_L_AUTHOR);
	p->author_role = value(head, EHC_L_ROLE);
	p->school = value(head, EHC_L_SCHOOL);
	p->site_address = value(head, EHC_L_SITE_ADDRESS);
	p->ambulance = value(head, EHC_L_AMBULANCE);
	p->written_by = value(head, EHC_L_WRITTEN_BY);
	p->took_part = value(head, EHC_L_TOOK_PART);
	p->dated = ehc_bind_date(b, ehc_node_field(head, EHC_L_DATED), NULL);
	p->written = ehc_bind_date(b, ehc_node_field(head, EHC_L_WRITTEN), NULL);
	p->review_due = ehc_bind_date(b, ehc_node_field(head, EHC_L_REVIEW_DUE), NULL);
	bind_status(b);
	bind_linked_plan(b, head);
}

/* ---- the child ---- */

static const struct { enum ehc_label label; size_t at; } child_fields[] = {
#define CHILD(label, member) { EHC_L_##label, offsetof(struct ehc_child, member) }
	CHILD(KNOWN_AS, known_as), CHILD(AGE, age), CHILD(SEX, sex), CHILD(PRONOUNS, pronouns), CHILD(NHS_NUMBER, nhs_number),
	CHILD(UPN, upn), CHILD(YEAR_GROUP, year_group), CHILD(CLASS, class_name), CHILD(PRIMARY_NEED, primary_need),
	CHILD(SECONDARY_NEED, secondary_need), CHILD(LOOKED_AFTER, looked_after), CHILD(SOCIAL_CARE, social_care),
	CHILD(PARENTS, parents), CHILD(SETTING, setting), CHILD(SETTING_TYPE, setting_type), CHILD(ADDRESS, address),
	CHILD(LANGUAGE, language), CHILD(INTERPRETER, interpreter), CHILD(CAPACITY, capacity),
	CHILD(DECISION_MAKER, decision_maker), CHILD(ETHNICITY, ethnicity), CHILD(RELIGION, religion), CHILD(GP, gp),
	CHILD(HOSPITAL, hospital), CHILD(ONE_PAGE_PROFILE, one_page_profile), CHILD(WEIGHT, weight), CHILD(ALLERGIES, allergies),
	CHILD(PHOTO, photo), CHILD(PHOTO_CONSENT, photo_consent),
#undef CHILD
};

static void
bind_child(struct ehc_binder *b, const struct ehc_node *node)
{
	struct ehc_child *c = &b->plan->child;

	if (c->node != NULL)
		return;
	c->node = node;
	c->name = ehc_value_of(node);
	for (size_t i = 0; i < EHC_COUNT(child_fields); i++)
		*(struct ehc_value *)((char *)c + child_fields[i].at) = value(node, child_fields[i].label);
	c->born = ehc_bind_date(b, ehc_node_field(node, EHC_L_BORN), NULL);
	ehc_bind_yes(b, ehc_node_field(node, EHC_L_LOOKED_AFTER), NULL);
	c->year = ehc_year_group(c->year_group.text.str, false);
	if (c->year_group.node == NULL)
		c->year = ehc_year_group(c->class_name.text.str, true);
}

/* ---- the timeline ---- */

static void
bind_exception(struct ehc_binder *b, const struct ehc_node *field)
{
	struct ehc_exception *last = b->exceptions.count == 0 ? NULL : &b->exceptions.items[b->exceptions.count - 1];
	struct ehc_value v = ehc_value_of(field);
	struct ehc_value *place = NULL;

	if (last != NULL && field->label == EHC_L_EXCEPTION_FOR)
		place = &last->applies_to;
	else if (last != NULL && field->label == EHC_L_EVIDENCE_OF)
		place = &last->evidence;
	if (place == NULL || place->node != NULL) {
		/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a list that has room is there */
		EHC_PUSH(b->arena, &b->exceptions, (struct ehc_exception){ .reason = { .node = NULL } });
		last = &b->exceptions.items[b->exceptions.count - 1];
		place = field->label == EHC_L_EXCEPTION_FOR ? &last->applies_to :
		    field->label == EHC_L_EVIDENCE_OF ? &last->evidence : &last->reason;
	}
	*place = v;
}

static void
bind_event(struct ehc_binder *b, const struct ehc_node *field)
{
	struct ehc_dates dates = { NULL, 0 };
	struct ehc_date one;

	if (field->keyword->value == EHC_VALUE_DATES) {
		dates = ehc_bind_dates(b, field, NULL);
	} else if (field->keyword->value == EHC_VALUE_DATE) {
		one = ehc_bind_date(b, field, NULL);
		dates = (struct ehc_dates){ &one, 1 };
		if (field->label == EHC_L_REVIEW_DUE && b->plan->review_due.node == NULL)
			b->plan->review_due = one;
	}
	for (size_t i = 0; i < dates.count; i++)
		EHC_PUSH(b->arena, &b->events, (struct ehc_event){ field->label, dates.items[i] });
}

static void
bind_timeline(struct ehc_binder *b, const struct ehc_node *node)
{
	if (b->plan->timeline_node == NULL)
		b->plan->timeline_node = node;
	for (const struct ehc_node *f = node->fields; f != NULL; f = f->next) {
		if (f->kind != EHC_NODE_FIELD || f->keyword == NULL || f->text.str.len == 0)
			continue;
		if (f->label == EHC_L_EXCEPTION || f->label == EHC_L_EXCEPTION_FOR || f->label == EHC_L_EVIDENCE_OF)
			bind_exception(b, f);
		else
			bind_event(b, f);
	}
}

/* ---- sections, rows, areas ---- */

static void
note_title(struct ehc_section_info *info, struct ehc_str text)
{
	if (ehc_is_nil(text))
		info->nil = true;
	else if (info->title.len == 0)
		info->title = ehc_str_trim(text);
}

static void
fill(struct ehc_value *place, struct ehc_value v)
{
	if (place->node == NULL)
		*place = v;
}

static void
bind_section(struct ehc_binder *b, const struct ehc_node *node)
{
	struct ehc_section_info *info;

	b->row = NULL;
	b->section = EHC_NO_SECTION;
	if (!ehc_section_read(node->words, &b->section))
		return;
	info = &b->plan->sections[b->section];
	if (!info->labelled) {
		info->labelled = info->present = true;
		info->order = ++b->nsections;
		info->node = node;
	}
	note_title(info, node->text.str);
	fill(&info->because, value(node, EHC_L_BECAUSE));
	if (b->section == EHC_I) {
		fill(&b->plan->placement_name, value(node, EHC_L_NAME));
		fill(&b->plan->placement_type, value(node, EHC_L_TYPE));
		fill(&b->plan->placement_otherwise, value(node, EHC_L_OTHERWISE));
	}
}

static void
bind_row(struct ehc_binder *b, const struct ehc_node *node)
{
	struct ehc_row *row = EHC_NEW(b->arena, struct ehc_row);
	struct ehc_str name;

	row->node = node;
	row->name = ehc_value_of(node);
	name = row->name.text.str;
	row->area = ehc_area_read(name);
	row->theme = ehc_theme_read(name);
	row->across = ehc_str_find_word(name, "across all") != SIZE_MAX || ehc_str_is_nocase(ehc_words_trim(name), "all areas");
	*b->row_end = row;
	b->row_end = &row->next;
	b->row = row;
	b->section = EHC_NO_SECTION;
}

static void
bind_area(struct ehc_binder *b, const struct ehc_node *node)
{
	struct ehc_area_statement s = { .section = b->section, .name = ehc_str_trim(node->words), .node = node };

	s.area = ehc_area_read(s.name);
	s.theme = ehc_theme_read(s.name);
	s.nil = ehc_is_nil(node->text.str);
	s.because = value(node, EHC_L_BECAUSE);
	if (s.area == EHC_AREA_NONE && s.theme == EHC_THEME_NONE && ehc_str_find_word(s.name, "adulthood") == SIZE_MAX &&
	    !ehc_bind_is_open(b, s.name))
		ehc_bind_fault(b, EHC_FAULT_AREA, node, NULL, s.name, node->head_span);
	EHC_PUSH(b->arena, &b->areas, s);
}

/* ---- prose at the margin ---- */

bool
ehc_stands_outside(enum ehc_label label)
{
	switch (label) {
	case EHC_L_CHILD:
	case EHC_L_TIMELINE:
	case EHC_L_STANDARD_TEXT:
	case EHC_L_UNPLACED:
	case EHC_L_CHILDS_PAGE:
	case EHC_L_DEFINITION:
	case EHC_L_APPENDIX:
	case EHC_L_SIGNED:
	case EHC_L_COPIED_TO:
	case EHC_L_COMMENT:
		return true;
	default:
		return false;
	}
}

static void
bind_text(struct ehc_binder *b, const struct ehc_node *node)
{
	struct ehc_prose_entry e = { .label = node->label, .section = b->section, .words = ehc_str_trim(node->words), .text = node->text,
		.node = node, .row = b->row };
	struct ehc_value category = value(node, EHC_L_CATEGORY);

	e.area = ehc_area_read(category.text.str);
	if (e.area == EHC_AREA_NONE && b->row != NULL)
		e.area = b->row->area;
	if (node->label == EHC_L_STRENGTHS && e.section == EHC_NO_SECTION && e.area != EHC_AREA_NONE)
		e.section = EHC_B;
	EHC_PUSH(b->arena, &b->texts, e);
}

/* Definitions are known before any `who:` is read, wherever they stand. */
static void
gather_definitions(struct ehc_binder *b)
{
	b->definitions = ehc_index_new(b->arena);
	for (const struct ehc_node *n = b->plan->tree->first; n != NULL; n = n->next) {
		struct ehc_prose_entry *e;
		size_t words;

		if (n->kind != EHC_NODE_ENTRY || n->label != EHC_L_DEFINITION || (words = ehc_words_count(n->words)) == 0)
			continue;
		e = EHC_NEW(b->arena, struct ehc_prose_entry);
		*e = (struct ehc_prose_entry){ .label = n->label, .words = ehc_str_trim(n->words), .text = n->text, .node = n };
		ehc_index_put(b->definitions, n->words, e);
		if (words > b->definition_words && words <= 8)
			b->definition_words = words;
	}
}

/* ---- the walk ---- */

static void
bind_entry(struct ehc_binder *b, const struct ehc_node *node)
{
	if (ehc_stands_outside(node->label)) {
		b->section = EHC_NO_SECTION;
		b->row = NULL;
	}
	switch (node->label) {
	case EHC_L_CHILD:
		bind_child(b, node);
		return;
	case EHC_L_TIMELINE:
		bind_timeline(b, node);
		return;
	case EHC_L_SECTION:
		bind_section(b, node);
		return;
	case EHC_L_ROW:
		bind_row(b, node);
		return;
	case EHC_L_AREA:
		bind_area(b, node);
		return;
	default:
		break;
	}
	if (node->keyword->level == EHC_LEVEL_TEXT)
		bind_text(b, node);
	else if (node->keyword->level == EHC_LEVEL_ITEM)
		ehc_bind_item(b, node);
}

static void
walk(struct ehc_binder *b)
{
	for (const struct ehc_node *n = b->plan->tree->first; n != NULL; n = n->next)
		if (n->kind == EHC_NODE_ENTRY && n->keyword != NULL && n != b->plan->tree->head && n != b->plan->tree->template_head)
			bind_entry(b, n);
}

/* ---- what follows from the whole ---- */

/* Of a placement that is one sentence, the part that says what type of setting it is: "..., a maintained mainstream primary school, ...". */
static struct ehc_str
type_part(struct ehc_str name)
{
	static const char *const kinds[] = { "mainstream", "special", "maintained", "independent", "academy", "alternative provision",
		"resourced", "further education", "sixth form", "pupil referral unit" };
	struct ehc_str rest = name, part;

	while (ehc_str_split(&rest, ',', &part)) {
		part = ehc_words_trim(part);
		if (ehc_str_starts_nocase(part, "a ") || ehc_str_starts_nocase(part, "an "))
			return part;
		for (size_t i = 0; part.ptr > name.ptr && i < EHC_COUNT(kinds); i++)
			if (ehc_str_find_word(part, kinds[i]) != SIZE_MAX)
				return part;
	}
	return EHC_NOSTR;
}

static void
without_stop(struct ehc_value *v)
{
	struct ehc_str *s = &v->text.str;

	if (s->len > 1 && s->ptr[s->len - 1] == '.') {
		s->len--;
		v->text.span.end--;
	}
}

static void
read_placement(struct ehc_plan *p)
{
	struct ehc_str type;

	without_stop(&p->placement_name);
	if (p->placement_name.node == NULL || p->placement_type.node != NULL)
		return;
	type = type_part(p->placement_name.text.str);
	if (type.len == 0)
		return;
	p->placement_type = p->placement_name;
	p->placement_type.text.span = ehc_part_span(&p->placement_name.text, type);
	p->placement_type.text.str = type;
	p->placement_type.text.pieces = NULL;
	p->placement_type.text.npieces = 0;
	/* "A maintained special school": a type, and no name. */
	if (type.ptr == p->placement_name.text.str.ptr)
		p->placement_name = (struct ehc_value){ .node = NULL };
}

/* A section label with nothing behind it but a reason, and no item, says "none" in the plan's own words. */
static void
settle_sections(struct ehc_plan *p)
{
	for (const struct ehc_item *it = p->first_item; it != NULL; it = it->next) {
		struct ehc_section_info *info = &p->sections[it->section];

		info->items++;
		if (it->row != NULL && it->section != EHC_NO_SECTION)
			info->present = true;
	}
	for (int i = EHC_A; i < EHC_SECTION_COUNT; i++) {
		struct ehc_section_info *info = &p->sections[i];

		if (info->labelled && info->items == 0 && info->title.len == 0 && info->because.node != NULL)
			info->nil = true;
	}
}

struct ehc_plan *
ehc_bind(struct ehc_arena *a, struct ehc_tree *tree, const struct ehc_calendar *school, const struct ehc_calendar *year)
{
	struct ehc_plan *p = EHC_NEW(a, struct ehc_plan);
	struct ehc_binder b = { .plan = p, .arena = a, .names = ehc_intern_new(a) };

	p->tree = tree;
	p->source = tree->source;
	p->arena = a;
	p->kind = tree->kind;
	p->is_template = tree->is_template;
	p->placeholders = ehc_placeholder_possible(tree->source->text);
	p->school_year = *school;
	p->whole_year = *year;
	p->index = ehc_index_new(a);
	p->child.year = -1;
	p->child.born = (struct ehc_date){ .day = EHC_NODATE, .until = EHC_NODATE };
	b.row_end = &p->first_row;
	b.item_end = &p->first_item;
	bind_head(&b);
	gather_definitions(&b);
	walk(&b);
	ehc_bind_amounts(&b);
	p->events = b.events.items;
	p->nevents = b.events.count;
	p->exceptions = b.exceptions.items;
	p->nexceptions = b.exceptions.count;
	p->areas = b.areas.items;
	p->nareas = b.areas.count;
	p->texts = b.texts.items;
	p->ntexts = b.texts.count;
	read_placement(p);
	settle_sections(p);
	ehc_bind_names(&b);
	ehc_bind_links(&b);
	ehc_bind_rows(&b);
	ehc_bind_mentions(&b);
	return p;
}

/* ---- asking ---- */

struct ehc_item *
ehc_plan_find(const struct ehc_plan *p, struct ehc_str id)
{
	return ehc_index_get(p->index, id);
}

const struct ehc_date *
ehc_plan_event(const struct ehc_plan *p, enum ehc_label label)
{
	for (size_t i = p->nevents; i-- > 0; )
		if (p->events[i].label == label && p->events[i].date.day != EHC_NODATE)
			return &p->events[i].date;
	return NULL;
}

const struct ehc_date *
ehc_plan_first_event(const struct ehc_plan *p, enum ehc_label label)
{
	for (size_t i = 0; i < p->nevents; i++)
		if (p->events[i].label == label && p->events[i].date.day != EHC_NODATE)
			return &p->events[i].date;
	return NULL;
}

const struct ehc_prose_entry *
ehc_plan_text(const struct ehc_plan *p, enum ehc_label label, size_t n)
{
	for (size_t i = 0; i < p->ntexts; i++)
		if (p->texts[i].label == label && n-- == 0)
			return &p->texts[i];
	return NULL;
}

struct ehc_value
ehc_plan_value(const struct ehc_plan *p, enum ehc_label label)
{
	return value(p->tree->head, label);
}
