/*
 * member.c - members of JSON objects, for the formats that are JSON.
 */
#include "report/report.h"

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
