/*
 * details.c - who the child is, which plan it is, and its dates: labels with a value, on the first pages or anywhere.
 */
#include "import/recognise.h"

#include <string.h>

struct detail { const char *words; enum ehc_label label; };

/* Labels as forms have them, beside those of the language itself; folded, without "my", "child's" and the like. */
static const struct detail details[] = {
	{ "name", EHC_L_CHILD }, { "full name", EHC_L_CHILD }, { "name of child", EHC_L_CHILD }, { "this is the plan of", EHC_L_CHILD }, { "this plan is for", EHC_L_CHILD }, { "plan for", EHC_L_CHILD },
	{ "attends", EHC_L_SETTING }, { "where i learn", EHC_L_SETTING }, { "issued as", EHC_L_STATUS }, { "family", EHC_L_PARENTS },
	{ "forename and surname", EHC_L_CHILD }, { "name of child or young person", EHC_L_CHILD }, { "name of pupil", EHC_L_CHILD },
	{ "pupil name", EHC_L_CHILD }, { "student name", EHC_L_CHILD }, { "child name", EHC_L_CHILD }, { "i like to be called", EHC_L_KNOWN_AS },
	{ "likes to be called", EHC_L_KNOWN_AS }, { "likes to be known as", EHC_L_KNOWN_AS }, { "preferred name", EHC_L_KNOWN_AS },
	{ "d.o.b", EHC_L_BORN }, { "home address", EHC_L_ADDRESS }, { "ethnic origin", EHC_L_ETHNICITY }, { "ethnic background", EHC_L_ETHNICITY },
	{ "main language", EHC_L_LANGUAGE }, { "language", EHC_L_LANGUAGE }, { "language spoken at home", EHC_L_LANGUAGE },
	{ "home language", EHC_L_LANGUAGE }, { "language at home", EHC_L_LANGUAGE }, { "child or young person first language", EHC_L_LANGUAGE },
	{ "unique pupil number", EHC_L_UPN }, { "unique pupil number (upn)", EHC_L_UPN }, { "student id", EHC_L_UPN },
	{ "nhs number (if available)", EHC_L_NHS_NUMBER }, { "nhs no", EHC_L_NHS_NUMBER }, { "national curriculum year", EHC_L_YEAR_GROUP },
	{ "nc year", EHC_L_YEAR_GROUP }, { "nc year group", EHC_L_YEAR_GROUP }, { "national curriculum year group", EHC_L_YEAR_GROUP },
	{ "main need", EHC_L_PRIMARY_NEED }, { "category of need", EHC_L_PRIMARY_NEED }, { "type of need", EHC_L_PRIMARY_NEED }, { "primary area of need", EHC_L_PRIMARY_NEED }, { "main area of need", EHC_L_PRIMARY_NEED },
	{ "looked after child", EHC_L_LOOKED_AFTER }, { "looked after child?", EHC_L_LOOKED_AFTER }, { "child looked after", EHC_L_LOOKED_AFTER },
	{ "currently a looked after child", EHC_L_LOOKED_AFTER }, { "is the child looked after", EHC_L_LOOKED_AFTER }, { "parent", EHC_L_PARENTS },
	{ "parent(s)", EHC_L_PARENTS }, { "parents/carers", EHC_L_PARENTS }, { "parent/carer", EHC_L_PARENTS }, { "parent/carer(s)", EHC_L_PARENTS },
	{ "parents or carers", EHC_L_PARENTS }, { "parent or carer", EHC_L_PARENTS }, { "parent or carer 1", EHC_L_PARENTS },
	{ "parent or carer 2", EHC_L_PARENTS }, { "main contact", EHC_L_PARENTS }, { "names of parents", EHC_L_PARENTS },
	{ "name of parent", EHC_L_PARENTS }, { "name of parents", EHC_L_PARENTS }, { "parent name", EHC_L_PARENTS },
	{ "parents' names", EHC_L_PARENTS }, { "parents names", EHC_L_PARENTS }, { "parent's name", EHC_L_PARENTS },
	{ "name of parents/carers", EHC_L_PARENTS }, { "names of parents/carers", EHC_L_PARENTS }, { "parent/carer name", EHC_L_PARENTS },
	{ "name of parent/carer", EHC_L_PARENTS }, { "person(s) with parental responsibility", EHC_L_PARENTS },
	{ "parental responsibility", EHC_L_PARENTS }, { "who has parental responsibility", EHC_L_PARENTS }, { "school", EHC_L_SETTING },
	{ "school or setting", EHC_L_SETTING }, { "placement at time of writing", EHC_L_SETTING }, { "education placement", EHC_L_SETTING },
	{ "present placement", EHC_L_SETTING }, { "school or college", EHC_L_SETTING }, { "la", EHC_L_AUTHORITY }, { "name is", EHC_L_CHILD },
	{ "i am called", EHC_L_CHILD }, { "i was born on", EHC_L_BORN }, { "date of birth is", EHC_L_BORN }, { "i live at", EHC_L_ADDRESS },
	{ "address is", EHC_L_ADDRESS }, { "i go to", EHC_L_SETTING }, { "school is", EHC_L_SETTING }, { "i like to be known as", EHC_L_KNOWN_AS },
	{ "year", EHC_L_YEAR_GROUP }, { "school attended", EHC_L_SETTING }, { "setting attended", EHC_L_SETTING }, { "tutor group", EHC_L_CLASS },
	{ "form", EHC_L_CLASS }, { "class/tutor group", EHC_L_CLASS }, { "surname", EHC_L_CHILD }, { "family name", EHC_L_CHILD },
	{ "last name", EHC_L_CHILD }, { "forename", EHC_L_CHILD }, { "forenames", EHC_L_CHILD }, { "first name", EHC_L_CHILD },
	{ "first names", EHC_L_CHILD }, { "given name", EHC_L_CHILD }, { "given names", EHC_L_CHILD }, { "parent/carer with pr", EHC_L_PARENTS },
	{ "parents with parental responsibility", EHC_L_PARENTS }, { "parents/carers with parental responsibility", EHC_L_PARENTS },
	{ "date of birth (dob)", EHC_L_BORN }, { "religious belief", EHC_L_RELIGION }, { "faith", EHC_L_RELIGION },
	{ "school/college", EHC_L_SETTING }, { "early years setting", EHC_L_SETTING }, { "name of young person", EHC_L_CHILD },
	{ "name of the young person", EHC_L_CHILD }, { "young person", EHC_L_CHILD }, { "name of the child", EHC_L_CHILD },
	{ "name of student", EHC_L_CHILD }, { "learner name", EHC_L_CHILD }, { "name of learner", EHC_L_CHILD },
	{ "first name and surname", EHC_L_CHILD }, { "legal name", EHC_L_CHILD }, { "child or young person", EHC_L_CHILD },
	{ "child/young person", EHC_L_CHILD }, { "child/young person's name", EHC_L_CHILD }, { "present setting", EHC_L_SETTING },
	{ "present school", EHC_L_SETTING }, { "current school", EHC_L_SETTING }, { "current placement", EHC_L_SETTING },
	{ "college", EHC_L_SETTING }, { "current school or setting", EHC_L_SETTING }, { "current educational setting", EHC_L_SETTING },
	{ "education setting", EHC_L_SETTING }, { "name of setting", EHC_L_SETTING }, { "school/setting", EHC_L_SETTING },
	{ "gp and key health professional (where applicable)", EHC_L_GP }, { "gp name", EHC_L_GP }, { "gp surgery", EHC_L_GP },
	{ "gp practice", EHC_L_GP }, { "known to social care", EHC_L_SOCIAL_CARE }, { "known to social services", EHC_L_SOCIAL_CARE },
	{ "social worker", EHC_L_SOCIAL_CARE }, { "is there is a one page profile received (append)", EHC_L_ONE_PAGE_PROFILE },
	{ "one page profile", EHC_L_ONE_PAGE_PROFILE }, { "has been a looked after child", EHC_L_LOOKED_AFTER },
	{ "previously looked after", EHC_L_LOOKED_AFTER },
	{ "other professionals involved with this child/ young person family", EHC_L_MONITORED_BY },
	{ "other professionals involved", EHC_L_MONITORED_BY }, { "professionals involved", EHC_L_MONITORED_BY },
	{ "child or young person moving to area with ehcp from a different la", EHC_L_MOVED }, { "moved into area with an ehcp", EHC_L_MOVED },
	{ "interpreter needed", EHC_L_INTERPRETER }, { "interpreter required", EHC_L_INTERPRETER }, { "plan reference", EHC_L_EHC_PLAN },
	{ "reference", EHC_L_EHC_PLAN }, { "reference number", EHC_L_EHC_PLAN }, { "plan number", EHC_L_EHC_PLAN }, { "ehcp number", EHC_L_EHC_PLAN },
	{ "ehc plan number", EHC_L_EHC_PLAN }, { "case number", EHC_L_EHC_PLAN }, { "ehcp reference", EHC_L_EHC_PLAN },
	{ "ehc reference", EHC_L_EHC_PLAN }, { "our reference", EHC_L_EHC_PLAN }, { "case reference", EHC_L_EHC_PLAN },
	{ "plan status", EHC_L_STATUS }, { "stage", EHC_L_STATUS }, { "stage of plan", EHC_L_STATUS }, { "plan stage", EHC_L_STATUS },
	{ "type of plan", EHC_L_STATUS }, { "status of plan", EHC_L_STATUS }, { "version number", EHC_L_VERSION }, { "plan version", EHC_L_VERSION },
	{ "date of plan", EHC_L_DATED }, { "plan date", EHC_L_DATED }, { "date of draft plan", EHC_L_DATED }, { "date of draft", EHC_L_DATED },
	{ "date of this version", EHC_L_DATED }, { "date", EHC_L_DATED }, { "date of this plan", EHC_L_DATED },
	{ "date of amended plan", EHC_L_DATED }, { "date of final plan", EHC_L_FINAL_ISSUED }, { "date final plan issued", EHC_L_FINAL_ISSUED },
	{ "date issued", EHC_L_FINAL_ISSUED }, { "issue date", EHC_L_FINAL_ISSUED }, { "date plan finalised", EHC_L_FINAL_ISSUED }, { "date finalised", EHC_L_FINAL_ISSUED }, { "date plan issued", EHC_L_FINAL_ISSUED },
	{ "plan issued", EHC_L_FINAL_ISSUED }, { "birthday", EHC_L_BORN }, { "issued on", EHC_L_FINAL_ISSUED },
	{ "date draft issued", EHC_L_DRAFT_SENT }, { "draft issued", EHC_L_DRAFT_SENT }, { "date of draft issued", EHC_L_DRAFT_SENT },
	{ "draft plan issued", EHC_L_DRAFT_SENT }, { "date of issue", EHC_L_FINAL_ISSUED }, { "date of first plan", EHC_L_FIRST_PLAN },
	{ "date of original plan", EHC_L_FIRST_PLAN }, { "date of the annual review meeting", EHC_L_REVIEW_MEETING },
	{ "date of annual review", EHC_L_REVIEW_MEETING }, { "date of review meeting", EHC_L_REVIEW_MEETING },
	{ "annual review date", EHC_L_REVIEW_MEETING }, { "date of last review", EHC_L_LAST_REVIEW },
	{ "next review meeting is before", EHC_L_REVIEW_DUE }, { "next annual review", EHC_L_REVIEW_DUE },
	{ "date of next review", EHC_L_REVIEW_DUE }, { "next review date", EHC_L_REVIEW_DUE }, { "plan to be reviewed by", EHC_L_REVIEW_DUE },
	{ "review by", EHC_L_REVIEW_DUE }, { "review", EHC_L_REVIEW_DUE }, { "this plan will come to an end on", EHC_L_PLAN_ENDS },
	{ "date assessment requested", EHC_L_REQUESTED }, { "date of request", EHC_L_REQUESTED }, { "date of decision to assess", EHC_L_DECIDED },
	{ "amendment date", EHC_L_AMEND_NOTICE }, { "date of amendment notice", EHC_L_AMEND_NOTICE }, { "plan coordinator", EHC_L_PLAN_WRITER },
	{ "plan co-ordinator", EHC_L_PLAN_WRITER }, { "ehc coordinator", EHC_L_PLAN_WRITER }, { "ehc co-ordinator", EHC_L_PLAN_WRITER },
	{ "sen officer", EHC_L_PLAN_WRITER }, { "send officer", EHC_L_PLAN_WRITER }, { "case officer", EHC_L_PLAN_WRITER },
	{ "sen case officer", EHC_L_PLAN_WRITER }, { "completed by", EHC_L_PLAN_WRITER }, { "lead officer", EHC_L_PLAN_WRITER },
	{ "review due by", EHC_L_REVIEW_DUE }, { "nhs body", EHC_L_ICB }, { "how services work together", EHC_L_MONITORED_BY },
	{ "name of local authority", EHC_L_AUTHORITY }, { "clinical commissioning group", EHC_L_ICB }, { "integrated care board (icb)", EHC_L_ICB },
	{ "name of school", EHC_L_SCHOOL }, { "name of school/setting", EHC_L_SCHOOL }, { "group/class/form", EHC_L_CLASS },
	{ "class/form", EHC_L_CLASS }, { "weight", EHC_L_WEIGHT }, { "known allergies", EHC_L_ALLERGIES }, { "plan written", EHC_L_WRITTEN },
	{ "plan written on", EHC_L_WRITTEN }, { "completed by", EHC_L_WRITTEN_BY }, { "plan agreed", EHC_L_WRITTEN }, { "nursery", EHC_L_SCHOOL },
	{ "college", EHC_L_SCHOOL }, { "academy", EHC_L_SCHOOL }, { "learner", EHC_L_CHILD }, { "student", EHC_L_CHILD },
	{ "learner's name", EHC_L_CHILD }, { "written on", EHC_L_WRITTEN }, { "date written", EHC_L_WRITTEN },
	{ "date plan drawn up", EHC_L_WRITTEN }, { "plan drawn up", EHC_L_WRITTEN }, { "date drawn up", EHC_L_WRITTEN },
	{ "plan to be reviewed", EHC_L_REVIEW_DUE }, { "to be reviewed", EHC_L_REVIEW_DUE }, { "year group and class", EHC_L_CLASS },
	{ "year/class", EHC_L_CLASS }, { "year group/class", EHC_L_CLASS }, { "year and class", EHC_L_CLASS }, { "class/year", EHC_L_CLASS },
	{ "class and teacher", EHC_L_CLASS }, { "class teacher", EHC_L_CLASS }, { "plan completed by", EHC_L_WRITTEN_BY },
	{ "plan written by", EHC_L_WRITTEN_BY }, { "who wrote this plan", EHC_L_WRITTEN_BY }, { "who wrote the plan", EHC_L_WRITTEN_BY },
	{ "name of school", EHC_L_SCHOOL }, { "full name of pupil", EHC_L_CHILD }, { "patient name", EHC_L_CHILD }, { "when will this plan be reviewed", EHC_L_REVIEW_DUE }, { "when will the plan be reviewed", EHC_L_REVIEW_DUE }, { "patient", EHC_L_CHILD }, { "cc", EHC_L_COPIES }, { "full name of child", EHC_L_CHILD },
	{ "form completed by", EHC_L_WRITTEN_BY }, { "plan start date", EHC_L_WRITTEN }, { "start date", EHC_L_WRITTEN },
	{ "date plan written", EHC_L_WRITTEN }, { "date plan completed", EHC_L_WRITTEN }, { "date completed", EHC_L_WRITTEN },
	{ "date form completed", EHC_L_WRITTEN }, { "form completed on", EHC_L_WRITTEN }, { "date of completion", EHC_L_WRITTEN },
	{ "date of plan", EHC_L_WRITTEN }, { "date plan agreed", EHC_L_WRITTEN }, { "date for review", EHC_L_REVIEW_DUE },
	{ "date of review", EHC_L_REVIEW_DUE }, { "plan review date", EHC_L_REVIEW_DUE }, { "date plan should be reviewed", EHC_L_REVIEW_DUE },
	{ "parents / carers", EHC_L_PARENTS }, { "plan completed", EHC_L_WRITTEN }, { "linked ehc plan", EHC_L_LINKED_EHC_PLAN },
	{ "plan developed with", EHC_L_TOOK_PART }, { "form copied to", EHC_L_COPIES }, { "copies to", EHC_L_COPIES },
	{ "developed with", EHC_L_TOOK_PART }, { "plan written with", EHC_L_TOOK_PART }, { "consultant", EHC_L_CLINICIAN },
	{ "clinic/hospital contact", EHC_L_HOSPITAL }, { "emergency entrance", EHC_L_AMBULANCE }, { "school address", EHC_L_SITE_ADDRESS },
};

/* "Date by which the plan must be reviewed": a label of a date, by what it speaks of. */
static enum ehc_label
date_by_words(struct ehc_str f)
{
	static const char *const due[] = { "must", "due", "next", "by which", "before", "to be", NULL }, *const sent[] = { "issue", "sent", "served", NULL };
	bool decision = ehc_str_has(f, "decision"), plan = has_any(f, sent) && !ehc_str_has(f, "amend");

	if (!(ehc_str_starts_nocase(f, "date") || ehc_str_ends_nocase(f, " date") || ehc_str_ends_nocase(f, " on") || ehc_str_ends_nocase(f, " by")) || ehc_str_words(f) > 12 || ehc_str_has(f, "re-assess") || ehc_str_has(f, "reassess"))
		return EHC_L_NONE;
	if (plan && ehc_str_has(f, "draft"))
		return EHC_L_DRAFT_SENT;
	if (plan && ehc_str_has(f, "final"))
		return EHC_L_FINAL_ISSUED;
	if (!decision && ehc_str_has(f, "request") && ehc_str_has(f, "assessment"))
		return EHC_L_REQUESTED;
	if (decision && ehc_str_has(f, "to assess"))
		return ehc_str_has(f, "not to assess") ? EHC_L_DECIDED_NOT : EHC_L_DECIDED;
	if (ehc_str_has(f, "review"))
		return ehc_str_has(f, "last") || ehc_str_has(f, "previous") ? EHC_L_LAST_REVIEW : has_any(f, due) ? EHC_L_REVIEW_DUE : EHC_L_NONE;
	return EHC_L_NONE;
}

/* Every word of it is one for a place where the child learns: "Nursery or school". */
static bool
is_setting(struct ehc_str f)
{
	static const char *const places[] = { "school", "college", "nursery", "setting", "academy", "provider", NULL }, *const others[] = { "or", "and", "current", "present", "education", "educational", "early", "years", "name", "of", "attended", "pre-school", NULL };
	struct ehc_str word;
	bool any = false;

	for (size_t at = 0; at < f.len; at += word.len + 1) {
		size_t n = at;

		while (n < f.len && f.ptr[n] != ' ' && f.ptr[n] != '/' && f.ptr[n] != ',')
			n++;
		word = ehc_str_sub(f, at, n);
		any = any || is_any(word, places);
		if (word.len > 0 && !is_any(word, places) && !is_any(word, others))
			return false;
	}
	return any;
}

/* What a label of a plan asks, where it is none of those that are known as they stand. */
static enum ehc_label
detail_by_words(struct ehc_str f)
{
	static const char *const of[] = { "case", "named", "sen ", "send ", "plan", "ehc", "lead", "link", "responsible", NULL };

	if (ehc_str_has_word(f, "contact") && (ehc_str_has_word(f, "council") || ehc_str_has(f, "local authority")) && ehc_str_words(f) <= 6)
		return EHC_L_PLAN_WRITER;
	if (ehc_str_has(f, "looked after") && ehc_str_words(f) <= 14)
		return EHC_L_LOOKED_AFTER;
	if (ehc_str_has_word(f, "capacity") && ehc_str_words(f) <= 14)
		return EHC_L_CAPACITY;
	if (ehc_str_ends_nocase(f, " officer") && ehc_str_words(f) <= 5 && has_any(f, of))
		return EHC_L_PLAN_WRITER;
	return is_setting(f) ? EHC_L_SETTING : date_by_words(f);
}

/* Without the words that say only whose label it is. */
static struct ehc_str
bare(struct ehc_str f)
{
	static const char *const owners[] = { "my ", "the ", "child's ", "childs ", "pupils ", "students ", "child or young person's ", "young person's ", "child/young person's ", "pupil's ", "student's ", "current ", "pupil ", "student ", "ehc plan ", "ehcp ", "plan " };

	for (size_t i = 0; i < EHC_COUNT(owners); i++)
		if (ehc_str_starts_nocase(f, owners[i]))
			return ehc_str_sub(f, strlen(owners[i]), f.len);
	return f;
}

unsigned
label_documents(const struct reader *r)
{
	return r->kind == EHC_DOC_HEALTH_PLAN ? EHC_IN_H : r->kind == EHC_DOC_ADVICE ? EHC_IN_A : EHC_IN_P;
}

static bool
is_detail(enum ehc_label label)
{
	const struct ehc_keyword *k = ehc_keyword(label);

	return k->label == EHC_L_CHILD || k->label == EHC_L_EHC_PLAN ||
	    (k->level == EHC_LEVEL_FIELD && (k->on & (EHC_ON_HEAD | EHC_ON_CHILD | EHC_ON_TIMELINE)) != 0 && k->label != EHC_L_NOTE && k->label != EHC_L_USES_PROFILE);
}

static enum ehc_label
find(struct reader *r, struct ehc_str f)
{
	size_t n;
	const struct ehc_spelling *all = ehc_spellings(&n);

	for (size_t i = 0; i < EHC_COUNT(details); i++)
		if (ehc_str_is_nocase(f, details[i].words) && (ehc_keyword(details[i].label)->docs & label_documents(r)) != 0)
			return details[i].label;
		else if (details[i].label == EHC_L_EHC_PLAN && r->kind == EHC_DOC_HEALTH_PLAN && ehc_str_is_nocase(f, details[i].words) && !ehc_str_has(f, "ehc"))
			return EHC_L_HEALTH_PLAN;
	if (ehc_str_is_nocase(f, "role") || ehc_str_is_nocase(f, "author"))
		return EHC_L_NONE;
	for (size_t i = 0; i < n; i++)
		if ((all[i].docs & label_documents(r)) != 0 && ehc_str_is_nocase(f, all[i].spelling) && is_detail(all[i].label))
			return all[i].label;
	return EHC_L_NONE;
}

/* "Unique Pupil No" is a number, "Forename(s)" may be one, and blanks beside a stroke say nothing. */
static struct ehc_str
plainly(struct ehc_arena *a, struct ehc_str f)
{
	char *to = ehc_arena_alloc(a, f.len + 8);
	size_t n = 0;

	for (size_t i = 0; i < f.len; i++) {
		if (ehc_str_starts_nocase(ehc_str_sub(f, i, f.len), "(s)"))
			i += 2;
		else if (f.ptr[i] != ' ' || !((i + 1 < f.len && f.ptr[i + 1] == '/') || (n > 0 && to[n - 1] == '/')))
			to[n++] = f.ptr[i];
	}
	if (n > 3 && memcmp(to + n - 3, " no", 3) == 0) {
		memcpy(to + n - 2, "number", 6);
		n += 4;
	}
	return (struct ehc_str){ to, n };
}

enum ehc_label
label_detail(struct reader *r, struct ehc_str text)
{
	static const char *const named[] = { "name", "people with", "persons with", "those with", "adults with", NULL };
	struct ehc_str folded = label_fold(r->a, text);
	enum ehc_label label = find(r, folded);
	size_t bracket;

	if (label == EHC_L_NONE)
		label = find(r, bare(folded));
	if (label == EHC_L_NONE)
		label = find(r, plainly(r->a, folded));
	if (label == EHC_L_NONE)
		label = find(r, bare(plainly(r->a, folded)));
	if (label == EHC_L_NONE && ehc_str_starts_nocase(folded, "my ") && ehc_str_ends_nocase(folded, " is"))
		label = find(r, bare(ehc_str_sub(folded, 0, folded.len - 3)));
	if (label == EHC_L_NONE && ((bracket = ehc_str_find_nocase(folded, " at time of ")) != SIZE_MAX || (bracket = ehc_str_find_nocase(folded, " at the time of ")) != SIZE_MAX))
		label = find(r, bare(ehc_str_sub(folded, 0, bracket)));
	if (label == EHC_L_NONE && (bracket = ehc_str_find_nocase(folded, " (")) != SIZE_MAX)
		label = find(r, bare(ehc_str_sub(folded, 0, bracket)));
	if (label == EHC_L_NONE && (bracket = ehc_str_find_nocase(folded, ": ")) != SIZE_MAX)
		label = find(r, bare(ehc_str_sub(folded, 0, bracket)));
	if (label == EHC_L_NONE && ehc_str_words(folded) <= 12 && starts_any(folded, named) && ehc_str_find_nocase(folded, "parental responsibility") != SIZE_MAX)
		label = EHC_L_PARENTS;
	if (label == EHC_L_NONE && ((bracket = ehc_str_find_nocase(folded, " of this plan")) != SIZE_MAX || (bracket = ehc_str_find_nocase(folded, " of the plan")) != SIZE_MAX))
		label = find(r, ehc_str_sub(folded, 0, bracket));
	/* "Parent / carer 2" */
	if (label == EHC_L_NONE && folded.len > 2 && ehc_is_digit(folded.ptr[folded.len - 1]) && folded.ptr[folded.len - 2] == ' ' && find(r, bare(plainly(r->a, ehc_str_sub(folded, 0, folded.len - 2)))) == EHC_L_PARENTS)
		label = EHC_L_PARENTS;
	if (label == EHC_L_NONE && (bracket = ehc_str_find_nocase(folded, " of this ")) != SIZE_MAX)
		label = find(r, ehc_arena_printf(r->a, "%.*s of %.*s", EHC_ARG(ehc_str_sub(folded, 0, bracket)), EHC_ARG(ehc_str_sub(folded, bracket + strlen(" of this "), folded.len))));
	if (label == EHC_L_NONE && r->kind == EHC_DOC_EHC_PLAN)
		label = detail_by_words(folded);
	return label;
}

/* What forms ask about a parent below the parent's name: it belongs to that name. */
static bool
is_about_parent(struct reader *r, struct ehc_str label)
{
	static const char *const words[] = { "relationship", "email", "e-mail", "telephone", "phone", "mobile", "contact number", "if different", "parent or carer first language", NULL };

	return r->seen == 0 && (part_find_field(r->child, EHC_L_PARENTS) != NULL || ehc_str_starts_nocase(label, "parent")) && ehc_str_words(label) <= 12 && has_any(label_fold(r->a, label), words);
}

bool
detail_about_parent(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	struct part *parents = part_find_field(r->child, EHC_L_PARENTS);

	if (!is_about_parent(r, label) || value.len == 0)
		return false;
	while (label.len > 0 && strchr(": ", label.ptr[label.len - 1]) != NULL)
		label.len--;
	value = ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(label_fold(r->a, label)), EHC_ARG(value));
	if (parents == NULL)
		parents = part_field(r, r->child, EHC_L_PARENTS, value, b);
	else
		parents->text = ehc_arena_printf(r->a, "%.*s, %.*s", EHC_ARG(parents->text), EHC_ARG(value));
	part_block(r, parents, b);
	note_look(r, b, value, parents, "Said of a parent below the name, and written behind it.");
	return true;
}

/* Where in the head, the child or the timeline the label stands. */
static struct part *
owner(struct reader *r, enum ehc_label label)
{
	unsigned on = ehc_keyword(label)->on;

	if ((on & EHC_ON_CHILD) != 0)
		return r->child;
	if ((on & EHC_ON_HEAD) != 0 && (label != EHC_L_REVIEW_DUE || r->kind == EHC_DOC_HEALTH_PLAN))
		return r->head;
	return r->timeline;
}

/* The version that a plan bears is also its status, where it says one. */
static void
status_of_version(struct reader *r, struct ehc_str value, const struct ehc_draft_block *b)
{
	static const struct { const char *words, *status; } known[] = {
		{ "amended final", "amended final" }, { "final (amended", "amended final" }, { "final amended", "amended final" }, { "proposed", "proposed amendments" },
		{ "draft", "draft" }, { "final", "final" },
	};

	for (size_t i = 0; i < EHC_COUNT(known); i++)
		if (ehc_str_find_nocase(value, known[i].words) != SIZE_MAX) {
			if (part_find_field(r->head, EHC_L_STATUS) == NULL)
				note_look(r, b, value, part_field(r, r->head, EHC_L_STATUS, ehc_str_of(known[i].status), b), "The status was read out of the version.");
			return;
		}
}

/* "Surname: Example", "Forenames: Ada": the two are put together. */
static bool
half_of_name(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	static const char *const last[] = { "surname", "family name", "last name", NULL };
	static const char *const first[] = { "forename", "first name", "given name", NULL };
	struct ehc_str f = label_fold(r->a, label);
	bool family = has_any(f, last), given = has_any(f, first);

	if (family == given)
		return false;
	/* What a form says under a label goes before what was read out of the title. */
	if (r->named_by_title && !r->half_named)
		r->child->text = EHC_NOSTR;
	r->named_by_title = false;
	if (r->child->text.len > 0 && !r->half_named)
		return false;
	if (r->child->text.len == 0)
		r->child->text = value;
	else
		r->child->text = ehc_arena_printf(r->a, "%.*s %.*s", EHC_ARG(family ? r->child->text : value), EHC_ARG(family ? value : r->child->text));
	r->half_named = !r->half_named;
	part_block(r, r->child, b);
	note_read(r, b, value, r->child);
	return true;
}

/* "Mother: Ada Example" on the first page; a health care plan has contacts instead. */
static bool
is_one_parent(struct reader *r, struct ehc_str label)
{
	static const char *const words[] = { "mother", "father", "mum", "dad", "stepfather", "stepmother", "guardian", "carer", "foster carer", NULL };

	return r->kind == EHC_DOC_EHC_PLAN && r->seen == 0 && is_any(label_fold(r->a, label), words);
}

bool
detail_add(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b)
{
	enum ehc_label l = label_detail(r, label);
	struct part *to;

	if (l == EHC_L_NONE && is_one_parent(r, label)) {
		l = EHC_L_PARENTS;
		value = value.len == 0 ? value : ehc_arena_printf(r->a, "%.*s (%.*s)", EHC_ARG(value), EHC_ARG(label_fold(r->a, label)));
	}
	if (l == EHC_L_NONE)
		return false;
	note_left(r, b, label, "a label: the plan has its own");
	if (value.len == 0)
		return true;
	if (l == EHC_L_CHILD && half_of_name(r, label, value, b))
		return true;
	if (l == EHC_L_CHILD && r->child->text.len > 0 && !r->named_by_title && ehc_str_find_word(r->child->text, ehc_arena_cstr(r->a, value)) != SIZE_MAX) {
		note_left(r, b, value, "the child's name, again");
		return true;
	}
	if (l == EHC_L_CHILD || l == EHC_L_EHC_PLAN || l == EHC_L_HEALTH_PLAN) {
		to = l == EHC_L_CHILD ? r->child : r->head;
		if (l == EHC_L_CHILD && r->named_by_title)
			to->text = EHC_NOSTR;
		if (l == EHC_L_CHILD)
			r->named_by_title = false;
		if (to->text.len > 0 && !ehc_str_eq_nocase(to->text, value)) {
			unplaced(r, b, ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(label), EHC_ARG(value)));
			return true;
		}
		to->text = value;
		part_block(r, to, b);
		note_read(r, b, value, to);
		return true;
	}
	to = owner(r, l);
	/* A second answer to a label that takes one is another person's: of the second parent, say. */
	if (part_find_field(to, l) != NULL && !ehc_keyword(l)->many && l == EHC_L_LOOKED_AFTER && ehc_str_has(label, "has been")) {
		note_read(r, b, value, part_field(r, to, l, ehc_arena_printf(r->a, "has been: %.*s", EHC_ARG(value)), b));
		return true;
	}
	if (part_find_field(to, l) != NULL && !ehc_keyword(l)->many && l != EHC_L_PARENTS) {
		if (!ehc_str_eq_nocase(part_find_field(to, l)->text, value))
			unplaced(r, b, ehc_arena_printf(r->a, "%.*s: %.*s", EHC_ARG(label), EHC_ARG(value)));
		return true;
	}
	note_read(r, b, value, part_field(r, to, l, value, b));
	if (l == EHC_L_VERSION)
		status_of_version(r, value, b);
	return true;
}

/* ---- the title page ---- */

static bool
is_body(const struct reader *r, struct ehc_str text)
{
	static const char *const council[] = { "council", "borough", "unitary authority", "local authority", NULL };
	static const char *const school[] = { "school", "academy", "college", "nursery", "federation", NULL };

	return ehc_str_words(text) <= 7 && !ehc_str_starts_nocase(text, "for ") && !ehc_str_starts_nocase(text, "in ") && has_any(text, r->kind == EHC_DOC_HEALTH_PLAN ? school : council) && !ehc_str_has_word(text, "plan");
}

bool
detail_is_owner(const struct reader *r, struct ehc_str text)
{
	return is_body(r, text) && part_find_field(r->head, r->kind == EHC_DOC_HEALTH_PLAN ? EHC_L_SCHOOL : EHC_L_AUTHORITY) == NULL;
}

/* A heading before the first section: the council's name, the kind of document, or what the details are about. */
void
detail_title(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b)
{
	enum ehc_label label = r->kind == EHC_DOC_HEALTH_PLAN ? EHC_L_SCHOOL : EHC_L_AUTHORITY;

	if (detail_is_owner(r, text))
		note_read(r, b, text, part_field(r, r->head, label, text, b));
	else
		note_left(r, b, text, "a heading of the title page");
}
