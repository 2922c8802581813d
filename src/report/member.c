/*
 * member.c - members of JSON objects, for the formats that are JSON.
 */
#include "report/report.h"

#include <string.h>

void
ehc_member_of(struct ehc_buf *out, const char *name, size_t n)
{
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

/* An empty text is null: there is nothing to say. */
void
ehc_put_value(struct ehc_buf *out, struct ehc_str value)
{
	if (value.len == 0)
		ehc_buf_bytes(out, "null", 4);
	else
		ehc_buf_json(out, value);
}

void
ehc_member_day(struct ehc_buf *out, const char *name, ehc_day d)
{
	ehc_member(out, name);
	if (d == EHC_NODATE) {
		ehc_buf_cstr(out, "null");
		return;
	}
	ehc_buf_char(out, '"');
	ehc_buf_day_iso(out, d);
	ehc_buf_char(out, '"');
}
