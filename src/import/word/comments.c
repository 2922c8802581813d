/*
 * comments.c - remarks as Word comments: the member that holds them, and the two that say that it is there. Comments that other
 * people made stay as they are.
 */
#include "import/word/splice.h"

#include <string.h>

#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define KIND "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
#define STRICT_KIND "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
#define CONTENT "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static const char unreadable[] = "holds a list of comments that cannot be read; open it in Word and save it anew";

/* ---- numbers ---- */

static void
highest(const struct elements *e, unsigned long *first)
{
	for (size_t i = 0; i < e->list.count; i++) {
		const struct element *one = &e->list.items[i];
		struct ehc_str id;
		unsigned long n = 0;

		if (one->kind != ELEMENT_COMMENT)
			continue;
		id = element_attribute(e, one, "id");
		for (size_t k = 0; k < id.len && k < 9 && ehc_is_digit(id.ptr[k]); k++)
			n = n * 10 + (unsigned long)(id.ptr[k] - '0');
		if (n >= *first)
			*first = n + 1;
	}
}

bool
comments_first(struct package *p, struct ehc_str main, const struct elements *text, unsigned long *first, struct ehc_str *trouble)
{
	struct elements old;
	struct ehc_str bytes;

	*first = 0;
	highest(text, first);
	if (!package_read(p, package_related(p, main, "/comments", 0), &bytes, trouble))
		return false;
	if (bytes.len == 0)
		return true;
	if (!elements_find(&old, p->a, bytes) || old.list.items[0].kind != ELEMENT_COMMENTS) {
		*trouble = ehc_str_of(unreadable);
		return false;
	}
	highest(&old, first);
	return true;
}

/* ---- the comments ---- */

static void
put_line(struct ehc_buf *out, struct ehc_str w, const struct ehc_remark_line *line, bool first)
{
	ehc_buf_printf(out, "<%.*sp>", EHC_ARG(w));
	if (first)
		ehc_buf_printf(out, "<%.*sr><%.*sannotationRef/></%.*sr>", EHC_ARG(w), EHC_ARG(w), EHC_ARG(w));
	ehc_buf_printf(out, "<%.*sr><%.*srPr>%s%.*s%s<%.*ssz %.*sval=\"20\"/><%.*slang %.*sval=\"en-GB\"/></%.*srPr><%.*st xml:space=\"preserve\">", EHC_ARG(w), EHC_ARG(w),
	    line->strong ? "<" : "", EHC_ARG(line->strong ? w : EHC_NOSTR), line->strong ? "b/>" : "", EHC_ARG(w), EHC_ARG(w), EHC_ARG(w), EHC_ARG(w), EHC_ARG(w),
	    EHC_ARG(w));
	ehc_buf_html(out, line->text);
	ehc_buf_printf(out, "</%.*st></%.*sr></%.*sp>", EHC_ARG(w), EHC_ARG(w), EHC_ARG(w));
}

static struct ehc_str
comments_text(struct ehc_arena *a, const struct spelling *s, const struct ehc_remark *remarks, size_t n, unsigned long first, ehc_day day)
{
	struct ehc_buf out = { NULL, 0, 0 };
	struct ehc_str w = s->prefix;

	for (size_t i = 0; i < n; i++) {
		ehc_buf_printf(&out, "<%.*scomment%.*s %.*sid=\"%lu\" %.*sauthor=\"ehc\" %.*sinitials=\"ehc\"", EHC_ARG(w), EHC_ARG(s->declared), EHC_ARG(w), first + i,
		    EHC_ARG(w), EHC_ARG(w));
		if (day != EHC_NODATE) {
			ehc_buf_printf(&out, " %.*sdate=\"", EHC_ARG(w));
			ehc_buf_day_iso(&out, day);
			ehc_buf_cstr(&out, "T00:00:00Z\"");
		}
		ehc_buf_char(&out, '>');
		for (size_t k = 0; k < remarks[i].lines.count; k++)
			put_line(&out, w, &remarks[i].lines.items[k], k == 0);
		ehc_buf_printf(&out, "</%.*scomment>", EHC_ARG(w));
	}
	return ehc_buf_take(&out, a);
}

/* What the root of a member ends with gets one thing more. */
static struct ehc_str
with_child(struct ehc_arena *a, const struct elements *e, struct ehc_str child)
{
	const struct element *root = &e->list.items[0];
	struct edits edits = { .a = a };

	if (root->inner == root->end) {
		struct ehc_str tag = ehc_str_sub(e->bytes, root->begin, root->inner);
		size_t n = 1;

		while (n < tag.len && strchr("/> \t\r\n", tag.ptr[n]) == NULL)
			n++;
		edit_replace(&edits, root->inner - 2, 2, ehc_arena_printf(a, ">%.*s</%.*s>", EHC_ARG(child), EHC_ARG(ehc_str_sub(tag, 1, n))));
	} else
		edit_insert(&edits, root->close, 0, child);
	return edits_make(&edits, e->bytes);
}

/* ---- the members that name it ---- */

static bool
has_member(struct package *p, struct ehc_str name)
{
	return zip_name_locate(p->zip, ehc_arena_cstr(p->a, name), ZIP_FL_NOCASE) >= 0;
}

/* A member gets one element more, or is made with it. `shell` is the whole member with %.*s where the element goes. */
static bool
extend(struct package *p, struct ehc_str name, const char *element, struct ehc_str attributes, const char *empty, struct changes *out, struct ehc_str *trouble)
{
	struct elements e;
	struct ehc_str bytes, child, prefix;

	if (!package_read(p, name, &bytes, trouble))
		return false;
	if (bytes.len == 0)
		bytes = ehc_str_of(empty);
	if (!elements_find(&e, p->a, bytes)) {
		*trouble = EHC_STR("has a list of its parts that cannot be read; open it in Word and save it anew");
		return false;
	}
	prefix = element_prefix(&e, &e.list.items[0]);
	child = ehc_arena_printf(p->a, "<%.*s%s %.*s/>", EHC_ARG(prefix), element, EHC_ARG(attributes));
	EHC_PUSH(p->a, &out->list, (struct pack_member){ name, with_child(p->a, &e, child) });
	return true;
}

/* An identifier that no relationship of the member has. */
static struct ehc_str
free_id(struct package *p, struct ehc_str name)
{
	struct ehc_str bytes, trouble = EHC_NOSTR, id = EHC_STR("ehcComments");

	if (!package_read(p, name, &bytes, &trouble))
		return id;
	for (unsigned n = 2; ehc_str_has(bytes, ehc_arena_printf(p->a, "\"%.*s\"", EHC_ARG(id)).ptr); n++)
		id = ehc_arena_printf(p->a, "ehcComments%u", n);
	return id;
}

static bool
declare(struct package *p, struct ehc_str main, struct ehc_str name, bool strict, struct changes *out, struct ehc_str *trouble)
{
	struct ehc_str folder = package_folder(main), rels = ehc_arena_printf(p->a, "%.*s_rels/%.*s.rels", EHC_ARG(folder), EHC_ARG(ehc_str_sub(main, folder.len, main.len)));
	struct ehc_str relation = ehc_arena_printf(p->a, "Id=\"%.*s\" Type=\"%s\" Target=\"%.*s\"", EHC_ARG(free_id(p, rels)), strict ? STRICT_KIND : KIND,
	    EHC_ARG(ehc_str_sub(name, folder.len, name.len)));
	struct ehc_str part = ehc_arena_printf(p->a, "PartName=\"/%.*s\" ContentType=\"" CONTENT "\"", EHC_ARG(name));

	return extend(p, rels, "Relationship", relation, HEAD "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>", out, trouble) &&
	    extend(p, EHC_STR("[Content_Types].xml"), "Override", part,
	    HEAD "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>", out, trouble);
}

/* ---- all of it ---- */

static bool
add_member(struct package *p, struct ehc_str main, bool strict, struct ehc_str *name, struct elements *e, struct changes *out, struct ehc_str *trouble)
{
	*name = ehc_arena_printf(p->a, "%.*scomments.xml", EHC_ARG(package_folder(main)));
	for (unsigned n = 2; has_member(p, *name); n++)
		*name = ehc_arena_printf(p->a, "%.*scomments%u.xml", EHC_ARG(package_folder(main)), n);
	elements_find(e, p->a, ehc_arena_printf(p->a, HEAD "<w:comments xmlns:w=\"%s\"/>", strict ? STRICT :
	    "http://schemas.openxmlformats.org/wordprocessingml/2006/main"));
	return declare(p, main, *name, strict, out, trouble);
}

bool
comments_make(struct package *p, struct ehc_str main, const struct ehc_remark *remarks, size_t n, unsigned long first, ehc_day day,
    struct changes *out, struct ehc_str *trouble)
{
	struct ehc_str name = package_related(p, main, "/comments", 0), bytes, text;
	struct elements e = { .bytes = EHC_NOSTR };
	struct spelling s;

	if (!package_read(p, main, &text, trouble) || !package_read(p, name, &bytes, trouble))
		return false;
	if (bytes.len > 0 ? !elements_find(&e, p->a, bytes) : !add_member(p, main, ehc_str_has(ehc_str_sub(text, 0, 8192), STRICT), &name, &e, out, trouble)) {
		if (trouble->len == 0)
			*trouble = ehc_str_of(unreadable);
		return false;
	}
	s = element_spelling(&e, p->a, &e.list.items[0]);
	EHC_PUSH(p->a, &out->list, (struct pack_member){ name, with_child(p->a, &e, comments_text(p->a, &s, remarks, n, first, day)) });
	return true;
}
