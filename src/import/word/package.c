/*
 * package.c - a Word file is a zip archive of XML members that name one another by relationships. Members are read into memory
 * up to a limit; a name that leads outside the archive finds nothing, because only members are looked up.
 */
#include "import/word/word.h"

bool
package_open(struct package *p, struct ehc_arena *a, struct ehc_str bytes, struct ehc_str *trouble)
{
	zip_source_t *source;

	*p = (struct package){ .a = a };
	zip_error_init(&p->error);
	source = zip_source_buffer_create(bytes.ptr, bytes.len, 0, &p->error);
	if (source != NULL) {
		p->zip = zip_open_from_source(source, ZIP_RDONLY, &p->error);
		if (p->zip == NULL)
			zip_source_free(source);
	}
	if (p->zip == NULL) {
		*trouble = EHC_STR("is damaged, or only a part of a Word file; get it again, or open it in Word and save it anew");
		zip_error_fini(&p->error);
		return false;
	}
	return true;
}

void
package_close(struct package *p)
{
	zip_discard(p->zip);
	zip_error_fini(&p->error);
}

bool
package_read(struct package *p, struct ehc_str name, struct ehc_str *out, struct ehc_str *trouble)
{
	zip_stat_t st;
	zip_file_t *f;
	struct ehc_buf all = { NULL, 0, 0 };
	char block[65536];
	zip_int64_t n, at = name.len == 0 ? -1 : zip_name_locate(p->zip, ehc_arena_cstr(p->a, name), ZIP_FL_NOCASE);

	*out = EHC_NOSTR;
	if (at < 0 || zip_stat_index(p->zip, (zip_uint64_t)at, 0, &st) != 0)
		return true;
	if ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && st.encryption_method != ZIP_EM_NONE) {
		*trouble = EHC_STR("is protected with a password; open it in Word and save it without one");
		return false;
	}
	f = zip_fopen_index(p->zip, (zip_uint64_t)at, 0);
	/* The size that the archive claims is not believed: reading stops at the limit. */
	while (f != NULL && (n = zip_fread(f, block, sizeof(block))) > 0 && all.len <= EHC_DRAFT_LIMIT)
		ehc_buf_bytes(&all, block, (size_t)n);
	if (f == NULL || (all.len <= EHC_DRAFT_LIMIT && n < 0))
		*trouble = EHC_STR("is damaged: what it holds cannot be unpacked; open it in Word and save it anew");
	else if (all.len > EHC_DRAFT_LIMIT)
		*trouble = ehc_arena_printf(p->a, "unpacks to more than %d million bytes; a plan is never that long", EHC_DRAFT_LIMIT / 1024 / 1024);
	else
		*out = ehc_arena_copy(p->a, ehc_buf_text(&all));
	if (f != NULL)
		zip_fclose(f);
	ehc_buf_free(&all);
	return trouble->len == 0;
}

struct ehc_str
package_folder(struct ehc_str name)
{
	size_t n = name.len;

	while (n > 0 && name.ptr[n - 1] != '/')
		n--;
	return ehc_str_sub(name, 0, n);
}

struct ehc_str
package_related(struct package *p, struct ehc_str of, const char *type, size_t nth)
{
	struct ehc_str folder = package_folder(of), bytes, trouble = EHC_NOSTR, found = EHC_NOSTR;
	struct ehc_str name = ehc_arena_printf(p->a, "%.*s_rels/%.*s.rels", EHC_ARG(folder), EHC_ARG(ehc_str_sub(of, folder.len, of.len)));
	struct xml x;

	if (!package_read(p, name, &bytes, &trouble) || bytes.len == 0 || !xml_open(&x, bytes))
		return EHC_NOSTR;
	while (found.len == 0 && xml_child(&x, -1)) {
		struct ehc_str target;

		if (!xml_named(&x, "Relationship") || !ehc_str_ends_nocase(xml_attribute(&x, p->a, "Type"), type) || ehc_str_is_nocase(xml_attribute(&x, p->a, "TargetMode"), "External"))
			continue;
		target = xml_attribute(&x, p->a, "Target");
		if (nth-- > 0)
			continue;
		found = target.len > 0 && target.ptr[0] == '/' ? ehc_str_sub(target, 1, target.len) : ehc_arena_printf(p->a, "%.*s%.*s", EHC_ARG(folder), EHC_ARG(target));
	}
	xml_close(&x);
	return found;
}
