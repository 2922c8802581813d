/*
 * house.h - what a profile says of tasks and of services, for rules, reports and printed plans alike.
 *
 * The task table begins with the project's own rows, which say how plans write of a task and what training it is usually
 * held to need; they name no agency, because no law or national guidance settles one. A profile, and each layer over it,
 * sets the agency and the terms, and may add rows. A profile is local policy: nothing in it loosens what a row says of training.
 */
#ifndef EHC_HOUSE_H
#define EHC_HOUSE_H

#include "ehc/model.h"

struct ehc_profile;

/* ORDER TASK CLASS: names in tasks.c. From the one that anybody may do to the one that school staff may not. */
enum ehc_task_class { EHC_TASK_PERSONAL, EHC_TASK_TRAINED, EHC_TASK_THIS_CHILD, EHC_TASK_REGISTERED };
const char *ehc_task_class_name(enum ehc_task_class k); /* "trained for this child" */

struct ehc_task_type {
	struct ehc_str name;            /* "gastrostomy feeding" */
	const char *words;              /* ways in which plans say it, "gastrostomy|tube feed" */
	enum ehc_task_class class_;
	bool of_service;                /* it is looked for in provision alone, not among the tasks of a health care plan */
	bool own;                       /* a row that only the profile has */
	struct ehc_str agency;          /* "health", "education or social care"; empty where no profile says */
	int delegable;                  /* 1 it may be handed to school staff, 0 it may not, -1 no profile says */
	struct ehc_str terms;           /* the words of `delegated:` */
	struct ehc_str from;            /* the profile that set agency or terms; "national" where none did */
	ehc_day since;                  /* that profile's first day, or EHC_NODATE */
};
struct ehc_task_table {
	struct ehc_task_type *rows;
	size_t count;
	unsigned char *known;           /* while rules run, by item: 1 + its class, 0 until it was asked for; else NULL */
};

/* The rows in force on that day (EHC_NODATE: all layers), the project's own first. Never empty. */
struct ehc_task_table ehc_task_table(struct ehc_arena *a, const struct ehc_profile *p, ehc_day day);
/*
 * The row that an item speaks of, in its own words or, for a task, in the names of the medicines and feeds that it uses;
 * NULL where none fits. Of several the one that needs most training, then one that the profile set.
 */
const struct ehc_task_type *ehc_task_find(const struct ehc_task_table *t, const struct ehc_item *it);
/* Offset of the words of a text that speak of that task, and their bytes; SIZE_MAX where none do. */
size_t ehc_task_said(const struct ehc_task_type *row, struct ehc_str text, size_t *len);

enum ehc_rate_unit { EHC_RATE_NONE, EHC_RATE_HOUR, EHC_RATE_VISIT, EHC_RATE_NIGHT };

struct ehc_service {
	struct ehc_str id;              /* "salt" */
	struct ehc_str name;            /* "Speech and language therapy" */
	struct ehc_str provider;
	struct ehc_ratio pence;         /* exact; not known where no rate is given, or none can be read */
	enum ehc_rate_unit unit;        /* what the pence are for; a rate for minutes is turned into one for an hour */
	struct ehc_value rate;          /* as written */
	struct ehc_str from;            /* the profile */
	ehc_day since;
};
struct ehc_service_table { struct ehc_service *rows; size_t count; };

/* The services in force on that day, each id once, as the last layer has it. */
struct ehc_service_table ehc_service_table(struct ehc_arena *a, const struct ehc_profile *p, ehc_day day);
/*
 * The service that delivers a provision: the one whose id or name stands under `provider:`, else the one that `who:` speaks of
 * ("Speech and language therapist" is of Speech and language therapy), else the only one that the body under `provider:`
 * runs. NULL where none fits.
 */
const struct ehc_service *ehc_service_find(const struct ehc_service_table *t, const struct ehc_item *provision);
/* Pence an hour, or not known. Hours a year times this is what a provision costs a year. */
struct ehc_ratio ehc_service_hourly(const struct ehc_service *s);

#endif
