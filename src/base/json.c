/*
 * json.c - members of JSON objects, for the formats that are JSON.
 */
#include "ehc/json.h"

/* An empty text is null: there is nothing to say. */
void
ehc_put_value(struct ehc_buf *out, struct ehc_str value)
{
	if (value.len == 0) {
		memcpy(ehc_buf_room(out, 4), "null", 5);
		out->len += 4;
	} else {
		ehc_buf_json(out, value);
	}
}

void
ehc_member_day(struct ehc_buf *out, const char *name, ehc_day d)
{
	if (d == EHC_NODATE) {
		ehc_member_bare(out, name, "null");
		return;
	}
	ehc_member(out, name);
	ehc_buf_char(out, '"');
	ehc_buf_day_iso(out, d);
	ehc_buf_char(out, '"');
}
