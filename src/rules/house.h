/*
 * house.h - what the files on house rules share: the lines of all layers, and names that are written in more than one way.
 */
#ifndef EHC_RULES_HOUSE_H
#define EHC_RULES_HOUSE_H

#include "rules/rules.h"

/* Is a line of the profile in force for a document of that day? */
bool ehc_house_applies(ehc_day since, ehc_day day);
/*
 * Every word of weight in `name` stands in s, in that form or a near one ("therapist" for "therapy", "feed" for
 * "feeding"): their number, else 0. *at and *len get the first of those words in s; both may be NULL.
 */
size_t ehc_names_alike(struct ehc_str name, struct ehc_str s, size_t *at, size_t *len);
/* "£62 an hour", "£15.50 for 15 minutes", "£40 a visit" taken apart; false where no rate can be read. */
bool ehc_rate_read(struct ehc_str s, struct ehc_ratio *pence, enum ehc_rate_unit *unit);
/* Does an agency, as written, name the health service; education; social care? Bits. */
enum { EHC_AGENCY_HEALTH = 1, EHC_AGENCY_EDUCATION = 2, EHC_AGENCY_SOCIAL_CARE = 4 };
unsigned ehc_agency_read(struct ehc_str s);
/* Would this profile hand to school staff what the project's own rows keep to registered professionals? */
bool ehc_delegation_is_barred(struct ehc_str task, struct ehc_str terms);
/*
 * Is the plan of a setting that the pack was written for? A profile that switches the pack on says that it is to be asked.
 */
bool ehc_pack_binds(const struct ehc_check *c, const struct ehc_pack *pack);
/* "F, G" as bits 1 << EHC_F; false where a name is no section. */
bool ehc_sections_read(struct ehc_str names, unsigned *sections);
/* "G provision review" taken apart, as far as its parts are known. No section where none is named. */
struct ehc_requirement {
	enum ehc_section section;
	enum ehc_item_kind kind;
	enum ehc_label field;
};
enum ehc_requirement_trouble {
	EHC_REQUIRE_OK,
	EHC_REQUIRE_NO_KIND,            /* no kind of item that is known */
	EHC_REQUIRE_NO_FIELD,           /* no field that is known */
	EHC_REQUIRE_SECTION,            /* such items never stand in that section */
	EHC_REQUIRE_OTHER_ITEM,         /* the field belongs to another kind of item */
};
enum ehc_requirement_trouble ehc_requirement_read(struct ehc_str text, struct ehc_requirement *out);
/* The figures between which `limit WORDS:` may be set; false where no limit is called so. */
bool ehc_limit_bounds(struct ehc_str words, int *least, int *most);
/* "on because ..." taken apart; false where the first word is neither on nor off. */
bool ehc_switch_read(struct ehc_str text, bool *on);

#endif
