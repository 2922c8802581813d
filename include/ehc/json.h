/*
 * json.h - members of a JSON object, each with what separates it from the member before. The caller writes the brackets; an object's
 * first member stands right behind its opening one.
 */
#ifndef EHC_JSON_H
#define EHC_JSON_H

#include "ehc/base.h"

/* A value alone: an empty text is null. */
void ehc_put_value(struct ehc_buf *out, struct ehc_str value);
/* `"name":` alone. Names are written out where they are used, so they are copied by their lengths. */
static inline void
ehc_member(struct ehc_buf *out, const char *name)
{
	size_t n = strlen(name);
	char *at = ehc_buf_room(out, n + 4), *from = at;

	if (at[-1] != '{')
		*at++ = ',';
	*at++ = '"';
	at = (char *)memcpy(at, name, n) + n;
	*at++ = '"';
	*at++ = ':';
	*at = '\0';
	out->len += (size_t)(at - from);
}
/* A text, which may be empty. */
static inline void
ehc_member_cstr(struct ehc_buf *out, const char *name, const char *value)
{
	ehc_member(out, name);
	ehc_buf_json(out, ehc_str_of(value));
}
/* A word of the program's own, with nothing in it to escape. */
static inline void
ehc_member_word(struct ehc_buf *out, const char *name, const char *word)
{
	size_t n = strlen(word);
	char *at;

	ehc_member(out, name);
	at = ehc_buf_room(out, n + 2);
	at[0] = '"';
	memcpy(at + 1, word, n + 1);
	memcpy(at + n + 1, "\"", 2);
	out->len += n + 2;
}
/* A value that is no string: null, true, false. It is written out where it is used, as names are. */
static inline void
ehc_member_bare(struct ehc_buf *out, const char *name, const char *value)
{
	size_t n = strlen(value);

	ehc_member(out, name);
	memcpy(ehc_buf_room(out, n), value, n + 1);
	out->len += n;
}
/* A text; null where it is empty. */
static inline void
ehc_member_str(struct ehc_buf *out, const char *name, struct ehc_str value)
{
	ehc_member(out, name);
	ehc_put_value(out, value);
}
static inline void
ehc_member_bool(struct ehc_buf *out, const char *name, bool value)
{
	if (value)
		ehc_member_bare(out, name, "true");
	else
		ehc_member_bare(out, name, "false");
}
static inline void
ehc_member_number(struct ehc_buf *out, const char *name, size_t value)
{
	ehc_member(out, name);
	ehc_buf_number(out, value);
}
void ehc_member_day(struct ehc_buf *out, const char *name, ehc_day d);                  /* null for no day */

#endif
