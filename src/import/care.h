/*
 * care.h - shared by the files that recognise a child's health care plan.
 */
#ifndef EHC_IMPORT_CARE_H
#define EHC_IMPORT_CARE_H

#include "import/recognise.h"

/* What the lines below a heading, or beside a question, are. The one that is open stands in the reader's `seen`. */
enum care_part {
	PART_HEAD, PART_CONDITION, PART_CONDITIONS, PART_LIFE, PART_STAFF, PART_CONTACTS, PART_WISHES, PART_CARD, PART_SIGNED, PART_TRIPS, PART_LEARNING, PART_KNOW,
	PART_COPIES, PART_MEDICINE, PART_EMERGENCY, PART_RECORDS, PART_TASKS, PART_STANDARD, PART_RESPONSIBLE, PART_UNKNOWN,
};

/* ---- care_part.c ---- */

/* By the words of a heading or a question; PART_UNKNOWN where they say nothing. */
enum care_part care_part_of(struct ehc_str folded);
/* The heading of a traffic light: "Amber: getting worse". */
bool care_is_zone(struct ehc_str folded);
/* "Severe pain", "Nosebleeds", "Tube comes out": something that happens to the child, for which there may be steps. */
bool care_is_event(struct ehc_str folded);
/* "Anaphylaxis", "Adrenal crisis": what happens at once, and no lasting illness. */
bool care_is_acute(struct ehc_str folded);
/* A heading that names an illness or a treatment is that of a condition. */
bool care_is_medical(struct ehc_str folded);
/* "Why she has a catheter", "If the oxygen runs out": a heading that says something of it, not its name. */
bool care_asks_or_tells(struct ehc_str folded);

/* ---- care_head.c ---- */

void care_heading(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* What stands below is of that part. */
void care_open_part(struct reader *r, enum care_part part, const struct ehc_draft_block *b);

/* ---- care_title.c ---- */

/* The illness, the school and the child's name in the title of the plan: true where the name ends it. */
bool care_title(struct reader *r, struct ehc_str title, const struct ehc_draft_block *b);
/* The child's name by itself, below the title of the plan. */
bool care_is_name(const struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
void care_take_name(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* The condition that the plan's title names, where no other was found; NULL where it names none. */
struct part *care_named_condition(struct reader *r);

/* ---- care_emergency.c ---- */

bool care_in_emergency(const struct reader *r);
/* A heading within an emergency: what the lines below it are. */
enum ehc_label care_emergency_label(struct ehc_str folded);
/* Such a heading; one that is an order itself, "Dial 999", is a step too. */
void care_emergency_part(struct reader *r, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b);
/* A heading that names one emergency, or leaves open which is meant. */
void care_emergency_heading(struct reader *r, struct ehc_str title, struct ehc_str folded, const struct ehc_draft_block *b);
/* A line below the heading of an emergency: a sign, a step, what must not be done. */
void care_emergency_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* "Type 2, what to do. Nearest adult: ..." : the first sentence names the emergency, the rest are its steps. */
void care_emergency(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* An order to whoever is there: "Give ...", "Call 999". */
bool care_is_step(struct ehc_str text);
void care_step(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* An ambulance is called in what stands below, up to the next heading. */
bool care_calls_below(struct reader *r, const struct ehc_draft_block *b);
/* The first line below it is an order, and so is the next. */
bool care_orders_below(const struct ehc_draft_block *b);

/* ---- care.c ---- */

/* The answer in the box below a question: a detail of the plan, or what the question says. */
void care_box(struct reader *r, const struct ehc_draft_block *b);
/* What stands in the cell beside a question, or in the box below it. */
void care_answer(struct reader *r, const struct ehc_draft_cell *c);
void care_content(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);

/* "Yes", "No, never": says nothing without its question. */
bool care_is_answer(struct ehc_str text);
struct ehc_str care_bare_answer(struct ehc_str text);
/* A question with such an answer behind it: daily care, or what was agreed to. */
void care_answered(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);

/* A question or a heading for what a condition looks like, or for what brings it on. */
bool care_asks_signs(struct ehc_str folded);
bool care_asks_triggers(struct ehc_str folded);

/* ---- care_line.c ---- */

/* "Hypo: below 4", unmarked, with a list below it: how bad it is begins a heading. */
bool care_names_level(struct reader *r, const struct ehc_draft_block *b);

/* ---- care_label.c ---- */

/* A label without the number that tells it from others of its kind: "Medicine 1", "Medicine 2". */
struct ehc_str care_uncounted(struct ehc_str f);
/* "Known as: Leila · Class: Year 3": details on one line. True when the first is one, and all of them were taken. */
bool care_details(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* "Pupil – Ada Example": a detail of the first page behind a dash. */
bool care_dashed(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* A line whose label says what its value is. */
bool care_labelled(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* "Medical condition", "Allergic to": the label of what the child has. */
bool care_names_condition(struct ehc_str folded);
/* "Date: 5 September 2026" below a signature. */
bool care_dates_signature(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* The date of the signature above it, or words in which a parent agrees. */
bool care_signed(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* A telephone number stands in it. */
bool care_has_number(struct ehc_str s);

/* ---- care_table.c ---- */

/* The cell in that place of the row, from 0; NULL where there are not so many. */
const struct ehc_draft_cell *care_cell(const struct ehc_draft_row *row, size_t nth);
struct ehc_str care_words(struct reader *r, const struct ehc_draft_row *row, size_t nth);
/* What its rows are by the headings of its columns; EHC_L_NONE where they have none that are known. */
enum ehc_label care_table_kind(struct reader *r, const struct ehc_draft_table *t);

/* All its words are marked as a heading is. */
bool care_is_marked(const struct ehc_draft_row *row);

/* ---- care_columns.c ---- */

/* Reads a table that says what it says column by column; false where it is none. */
bool care_columns(struct reader *r, const struct ehc_draft_table *t);

/* ---- care_levels.c ---- */

/* Reads a table of an emergency with a column for each level; false where it is none. */
bool care_levels(struct reader *r, const struct ehc_draft_table *t);

/* ---- care_pair.c ---- */

/* The label of a fact of the item that is open, of a detail, or a question with its answer beside it. */
void care_pair(struct reader *r, const struct ehc_draft_cell *label, const struct ehc_draft_cell *value);

/* ---- care_row.c ---- */

void care_plain_row(struct reader *r, const struct ehc_draft_row *row);
/* A row that has no place, all of it as one. */
void care_leave_row(struct reader *r, const struct ehc_draft_row *row);
/* Labels and values by turns, two or more of each; no row of headings. */
bool care_is_pairs(struct reader *r, const struct ehc_draft_row *row);
/* Those who signed, a row each. */
bool care_is_signatures(struct reader *r, const struct ehc_draft_table *t);
/* A row of those who signed, as one; the words of lines to sign on are left out. */
void care_signature(struct reader *r, const struct ehc_draft_row *row, bool headings);

/* ---- care_contact.c ---- */

/* Lines of a form about one whom to ring: the name begins a contact, the others go on with it. */
bool care_contact_pair(struct reader *r, struct ehc_str label, struct ehc_str words, const struct ehc_draft_block *b);
/* "Phone no. (mobile)": the label of a fact about one whom to ring. */
bool care_is_contact_label(const struct reader *r, struct ehc_str text);
/* "Name: ..." and "Phone: ..." in lines below the heading of contacts. */
bool care_contact_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* "Parent's name", "Doctor's telephone" on the first page. */
bool care_first_page_contact(struct reader *r, struct ehc_str label, struct ehc_str value, const struct ehc_draft_block *b);
/* A sentence without a number below the contacts is none of them: that the plan was agreed, or when it is looked at again. */
bool care_said_after_contacts(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* Each person in the words as one: "Mum 07700 900101, Dad 07700 900102" are two. */
void care_contacts(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* A row that is one of them, or whose cells are one each. */
bool care_contact_row(struct reader *r, const struct ehc_draft_row *row);

/* ---- care_item.c ---- */

struct part *care_item(struct reader *r, enum ehc_label label, struct ehc_str id, struct ehc_str text, const struct ehc_draft_block *b);
/* A cell behind its number: the first paragraph is the item, the others belong to it. */
struct part *care_numbered(struct reader *r, const struct ehc_draft_cell *c, enum ehc_label kind, struct ehc_str id);
/* The kind that a number is of: "R1" is a medicine. EHC_L_NONE for none; the whole of `s` is the number. */
enum ehc_label care_kind(struct ehc_str s);
/* "Medicine R1: ibuprofen": the kind, its number, and what follows. */
bool care_card(struct ehc_str text, enum ehc_label *kind, struct ehc_str *id, struct ehc_str *title);
struct part *care_find(struct reader *r, struct ehc_str id);
/* What is said of a medicine and no field of it takes. */
void care_remark(struct reader *r, struct part *medicine, struct ehc_str text, const struct ehc_draft_block *b);
void care_medicine(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* The label of a medicine's name: "Name of medicine", "Medication 2". */
bool care_names_medicine(struct ehc_str folded);
/* "5 mg", "2 puffs": an amount of a medicine or a feed stands in it. */
bool care_has_amount(struct ehc_str text);
/* An item of daily care; amounts of a medicine or a feed in it are unconfirmed. */
struct part *care_daily(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
/* Words of a condition's part, told apart by what they speak of. */
void care_condition_line(struct reader *r, struct ehc_str text, const struct ehc_draft_block *b);
void care_text(struct reader *r, enum ehc_label label, struct ehc_str text, const struct ehc_draft_block *b);
void care_unconfirmed(struct reader *r, struct part *p, const struct ehc_draft_block *b);

#endif
