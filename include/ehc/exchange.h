/*
 * exchange.h - documents on their way to and from other systems: the interchange XML, which holds all of a document and is read
 * back without loss, and FHIR R4, which holds what a health system can take of a plan.
 *
 * Everything is in the caller's arena. docs/interchange.md tells suppliers the same.
 */
#ifndef EHC_EXCHANGE_H
#define EHC_EXCHANGE_H

#include "ehc/import.h"
#include "ehc/model.h"

#define EHC_EXCHANGE_NAMESPACE "urn:ehc:interchange:1"
#define EHC_EXCHANGE_VERSION "1.0"

/* ---- interchange XML ---- */

/*
 * Writes the document as XML, from its canonical layout. False: *trouble says why it cannot be (a line that was not understood, a
 * character that no XML may hold), *where in the tree's source; nothing of use is in `out`.
 */
bool ehc_exchange_xml(struct ehc_arena *a, const struct ehc_tree *tree, struct ehc_buf *out, struct ehc_str *trouble, struct ehc_span *where);
/* Whether these bytes are meant as XML of this kind, by their name or by what they begin with. */
bool ehc_exchange_is(struct ehc_str name, struct ehc_str bytes);
/*
 * Reads it: the plan in canonical layout, and which line of the XML each of its lines came from. NULL: *trouble says at which line
 * of the XML something is wrong, and what. What is read is written as XML again and compared, so that a document which the
 * language would read otherwise than its sender meant is refused.
 */
struct ehc_import *ehc_exchange_read(struct ehc_arena *a, struct ehc_str bytes, struct ehc_str *trouble);
/* The RELAX NG schema of it all, made from the labels of the language. */
void ehc_exchange_schema(struct ehc_buf *out);
/* The table of elements for docs/interchange.md. */
void ehc_exchange_elements(struct ehc_buf *out);

/* ---- FHIR R4 ---- */

/* What FHIR has no element for: told in notes, and left out. */
struct ehc_fhir_losses { size_t in_notes, left_out; };
/*
 * Writes section G of an EHC plan, or a health care plan, as a bundle: a CarePlan with its Goals and Conditions, and an OperationOutcome
 * that lists what FHIR cannot say. `identify`: with the child's name, numbers and address, and the names of staff. False: the document
 * is no plan.
 */
bool ehc_exchange_fhir(struct ehc_arena *a, const struct ehc_plan *plan, bool identify, struct ehc_buf *out, struct ehc_fhir_losses *losses);

#endif
