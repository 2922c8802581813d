/*
 * record.c - a compiled plan boiled down to its record: who it is about in broad strokes, its grades, its counts.
 */
#include "panel/panel.h"

#include "qa/qa.h"
#include "rules/timeline.h"

/* The same child in any letter case, whatever document it is. */
static uint64_t
child_of(const struct ehc_plan *p)
{
	struct ehc_str name = ehc_str_trim(p->child.name.text.str);
	uint64_t h = 14695981039346656037u;

	if (name.len == 0)
		return 0;
	for (size_t i = 0; i < name.len; i++)
		h = (h ^ (unsigned char)(ehc_is_letter(name.ptr[i]) ? name.ptr[i] | 0x20 : name.ptr[i])) * 1099511628211u;
	h = (h ^ (uint32_t)p->child.born.day) * 1099511628211u;
	return h == 0 ? 1 : h;
}

static enum record_kind
kind_of(const struct ehc_plan *p)
{
	if (p->is_template)
		return KIND_OTHER;
	return p->kind == EHC_DOC_EHC_PLAN ? KIND_EHC_PLAN : p->kind == EHC_DOC_HEALTH_PLAN ? KIND_HEALTH_PLAN : KIND_OTHER;
}

/* "mainstream infant school" says what kind of setting it is; where that is not said, section I may. */
static unsigned
setting_of(const struct ehc_plan *p)
{
	unsigned kind = panel_kind_of(&panel_settings, p->child.setting_type.text.str);

	return kind < panel_settings.n ? kind : panel_kind_of(&panel_settings, p->placement_type.text.str);
}

static void
record_about(struct worker *w, struct record *r, const struct ehc_plan *p, ehc_day as_of)
{
	struct ehc_str school = p->school.text.str.len > 0 ? p->school.text.str : p->child.setting.text.str;

	r->kind = (uint8_t)kind_of(p);
	r->status = (uint8_t)p->status;
	r->child = child_of(p);
	r->setting = (uint8_t)setting_of(p);
	r->need = (uint8_t)panel_kind_of(&panel_needs, p->child.primary_need.text.str);
	r->age = (uint8_t)panel_age(p->child.born.node != NULL ? p->child.born.day : EHC_NODATE,
	    as_of != EHC_NODATE ? as_of : ehc_document_day(p));
	r->locality = panel_label(w->batch->localities, p->locality.text.str);
	if (w->batch->options->by_writer)
		r->writer = panel_label(w->batch->writers, p->kind == EHC_DOC_HEALTH_PLAN ? p->written_by.text.str : p->plan_writer.text.str);
	r->school = panel_label(w->batch->schools, school);
	r->g_not_nil = p->sections[EHC_G].items > 0;
	r->looked_after = ehc_value_yes(&p->child.looked_after) == 1;
	r->moves_phase = ehc_plan_event(p, EHC_L_TRANSFER) != NULL;
}

static void
record_grades(struct record *r, const struct ehc_result *result)
{
	struct qa q = qa_begin(result, EHC_NODATE, NULL);
	struct ehc_grades grades;
	size_t n;
	const struct qa_standard *standards = qa_standards(result->plan, &n);

	ehc_qa_grade(result, &grades);
	r->most = (uint8_t)grades.most;
	for (int s = EHC_A; s < EHC_SECTION_COUNT; s++) {
		r->sections[s] = (uint8_t)grades.section[s];
		if (grades.section[s] != EHC_GRADE_NONE && (r->lowest_section == EHC_NO_SECTION ||
		    grades.section[s] < (enum ehc_grade)r->sections[r->lowest_section]))
			r->lowest_section = (uint8_t)s;
	}
	for (size_t a = 0; a < EHC_AGENCIES; a++)
		r->agencies[a] = (uint8_t)grades.agency[a];
	for (size_t i = 0; i < n && i < EHC_PANEL_STANDARDS; i++) {
		struct qa_subject subject = { .standard = &standards[i] };

		r->standards[i] = (uint8_t)qa_score_of(&q, &subject).grade;
		if (r->standards[i] == EHC_GRADE_MUCH)
			r->reasons |= EHC_READ_MUCH;
	}
}

/* Gravest reasons first, then how much there is to mend. */
static uint32_t
score_of(const struct record *r)
{
	static const unsigned gravest[] = { EHC_READ_UNREADABLE, EHC_READ_SAFETY, EHC_READ_OTHER_CHILD, EHC_READ_NOT_UNDERSTOOD };
	uint32_t score = 0, much = r->errors * 4 + r->warnings;

	for (size_t i = 0; i < EHC_COUNT(gravest); i++)
		score = score << 1 | ((r->reasons & gravest[i]) != 0);
	return score << 24 | (much < 0xFFFFFF ? much : 0xFFFFFF);
}

void
panel_record(struct worker *w, struct record *r, const struct ehc_compilation *c, bool read)
{
	const struct ehc_plan *p = c->plan;

	if (!read || p == NULL || p->kind == EHC_DOC_NONE) {
		struct ehc_str why = EHC_STR("is no plan: it begins with no line such as \"EHC plan:\"");

		if (!read && p == NULL)
			why = c->result.failure;
		else if (!read)                 /* the message holds the name that the plan gives */
			why = EHC_STR("the house rules that it names cannot be read");

		r->kind = KIND_FAILED;
		r->failure = panel_label(w->batch->failures, why);
		r->reasons = EHC_READ_UNREADABLE;
		r->score = score_of(r);
		return;
	}
	record_about(w, r, p, w->batch->options->compile.as_of);
	if (r->kind == KIND_OTHER)
		return;
	panel_record_findings(w, r, c);
	record_grades(r, &c->result);
	if (r->kind == KIND_EHC_PLAN) {
		panel_record_time(w, r, p);
		panel_record_provision(w, r, c);
	} else
		panel_record_health(w, r, p);
	r->score = score_of(r);
}
