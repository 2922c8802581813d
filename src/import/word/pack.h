/*
 * pack.h - Word files packed always in the same way, new ones and drafts with remarks alike.
 */
#ifndef EHC_WORD_PACK_H
#define EHC_WORD_PACK_H

#include "ehc/base.h"

struct pack_member { struct ehc_str name, bytes; };

/*
 * Packs the members into the package of these bytes, or into a new one where there are none: a member of that name is replaced, others
 * stay as they are packed. False: it could not be done, and `out` is of no use.
 */
bool pack_members(struct ehc_arena *a, struct ehc_str package, const struct pack_member *members, size_t n, struct ehc_buf *out);

#endif
