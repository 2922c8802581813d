/*
 * fhir_json.c - FHIR's JSON as text: objects, arrays, and the values that plans have. FHIR has no empty strings, so what a plan does
 * not say is not written.
 */
#include "exchange/fhir.h"

#include <string.h>

static void
begin_value(struct fhir *f, const char *name)
{
	ehc_buf_cstr(f->out, f->fresh ? "\n" : ",\n");
	ehc_buf_fill(f->out, ' ', (size_t)f->depth * 2);
	if (name != NULL)
		ehc_buf_printf(f->out, "\"%s\": ", name);
	f->fresh = false;
}

void
fhir_open(struct fhir *f, const char *name, char bracket)
{
	if (f->depth > 0)
		begin_value(f, name);
	ehc_buf_char(f->out, bracket);
	f->depth++;
	f->fresh = true;
}

void
fhir_close(struct fhir *f, char bracket)
{
	f->depth--;
	ehc_buf_char(f->out, '\n');
	ehc_buf_fill(f->out, ' ', (size_t)f->depth * 2);
	ehc_buf_char(f->out, bracket);
	f->fresh = false;
}

struct ehc_str
fhir_joined(struct fhir *f, struct ehc_str s)
{
	char *to = ehc_arena_alloc(f->a, s.len + 1);

	for (size_t i = 0; i < s.len; i++) {
		bool stays = i + 1 < s.len && strchr("\n -*", s.ptr[i + 1]) != NULL;

		to[i] = s.ptr[i] == '\n' && !stays && s.ptr[i > 0 ? i - 1 : 0] != '\n' ? ' ' : s.ptr[i];
	}
	return (struct ehc_str){ to, s.len };
}

void
fhir_str(struct fhir *f, const char *name, struct ehc_str value)
{
	value = ehc_str_trim(value);
	if (value.len == 0)
		return;
	begin_value(f, name);
	ehc_buf_json(f->out, value);
}

/* The plan's own words, so joined. */
static void
put_prose(struct fhir *f, const char *name, struct ehc_str words)
{
	fhir_str(f, name, fhir_joined(f, words));
}

void
fhir_cstr(struct fhir *f, const char *name, const char *value)
{
	fhir_str(f, name, ehc_str_of(value));
}

void
fhir_ratio(struct fhir *f, const char *name, struct ehc_ratio value)
{
	begin_value(f, name);
	ehc_buf_ratio(f->out, value);
}

void
fhir_day(struct fhir *f, const char *name, ehc_day day, bool month_only)
{
	struct ehc_buf text = { NULL, 0, 0 };

	if (day == EHC_NODATE)
		return;
	ehc_buf_day_iso(&text, day);
	fhir_str(f, name, (struct ehc_str){ text.ptr, month_only ? strlen("2028-07") : text.len });
	ehc_buf_free(&text);
}

static void
wrapped(struct fhir *f, const char *name, const char *inner, struct ehc_str words)
{
	if (ehc_str_trim(words).len == 0)
		return;
	fhir_open(f, name, '{');
	put_prose(f, inner, words);
	fhir_close(f, '}');
}

void
fhir_concept(struct fhir *f, const char *name, struct ehc_str words)
{
	wrapped(f, name, "text", words);
}

void
fhir_display(struct fhir *f, const char *name, struct ehc_str words)
{
	wrapped(f, name, "display", words);
}

/*
 * The same thing of the same plan always has the same id, so that a system which reads a plan again knows what it has. Whoever does
 * not know the child's name, reference and numbers cannot tell from it whose plan it is.
 */
static struct ehc_str
uuid(struct fhir *f, struct ehc_str of)
{
	struct ehc_str text = ehc_arena_printf(f->a, "%.*s\n%.*s", EHC_ARG(f->seed), EHC_ARG(of));
	uint64_t high = ehc_siphash((struct ehc_key){ 1, 1 }, text), low = ehc_siphash((struct ehc_key){ 2, 2 }, text);

	high = (high & ~UINT64_C(0xF000)) | UINT64_C(0x8000);           /* version 8: made in a way of its own */
	low = (low & ~(UINT64_C(3) << 62)) | (UINT64_C(2) << 62);
	return ehc_arena_printf(f->a, "%08x-%04x-%04x-%04x-%012llx", (unsigned)(high >> 32), (unsigned)(high >> 16 & 0xFFFF), (unsigned)(high & 0xFFFF),
	    (unsigned)(low >> 48), (unsigned long long)(low & UINT64_C(0xFFFFFFFFFFFF)));
}

void
fhir_reference(struct fhir *f, const char *name, struct ehc_str of)
{
	fhir_open(f, name, '{');
	fhir_str(f, "reference", ehc_arena_printf(f->a, "urn:uuid:%.*s", EHC_ARG(uuid(f, of))));
	fhir_close(f, '}');
}

void
fhir_begin_resource(struct fhir *f, const char *type, struct ehc_str of)
{
	fhir_open(f, NULL, '{');
	fhir_str(f, "fullUrl", ehc_arena_printf(f->a, "urn:uuid:%.*s", EHC_ARG(uuid(f, of))));
	fhir_open(f, "resource", '{');
	fhir_cstr(f, "resourceType", type);
	fhir_str(f, "id", uuid(f, of));
}

void
fhir_end_resource(struct fhir *f)
{
	fhir_close(f, '}');
	fhir_close(f, '}');
}
