/*
 * report.c - what became of a draft: what to look at, what found no place, what was left out and why. Plain readings are
 * counted, and listed where everything is asked for.
 */
#include "import/recognise.h"

#include <string.h>

static const char *const titles[] = {                   /* ORDER IMPORT */
	[EHC_IMPORT_READ] = "Read",
	[EHC_IMPORT_LOOK] = "Look at these",
	[EHC_IMPORT_UNPLACED] = "Kept under `unplaced:`",
	[EHC_IMPORT_LEFT] = "Left out",
};
static const char *const headings[] = {                 /* ORDER IMPORT; of the page */
	[EHC_IMPORT_READ] = "Read",
	[EHC_IMPORT_LOOK] = "Look at these",
	[EHC_IMPORT_UNPLACED] = "Kept under <code>unplaced:</code>",
	[EHC_IMPORT_LEFT] = "Left out, with labels and headings of the form",
};
static const enum ehc_import_kind order[] = { EHC_IMPORT_UNPLACED, EHC_IMPORT_LOOK, EHC_IMPORT_LEFT, EHC_IMPORT_READ };
enum { SHOWN = 100 };           /* bytes of the draft's words in the terminal */

void
ehc_origin_say(struct ehc_buf *out, const struct ehc_origin *o, const char *format)
{
	if (o->table > 0) {
		ehc_buf_printf(out, "table %u", o->table);
		if (o->row > 0)
			ehc_buf_printf(out, ", row %u", o->row);
		if (o->column > 0)
			ehc_buf_printf(out, ", column %u", o->column);
	} else if (o->paragraph > 0)
		ehc_buf_printf(out, "%s %u", strcmp(format, "text") == 0 || strcmp(format, "XML") == 0 ? "line" : "paragraph", o->paragraph);
	else
		ehc_buf_cstr(out, "outside the text");
	if (o->heading.len > 0) {
		ehc_buf_cstr(out, ", under \"");
		ehc_buf_plain(out, o->heading);
		ehc_buf_char(out, '"');
	}
}

/* Labels and headings that the plan has words of its own for: nobody needs to see each. */
static bool
is_form(const struct ehc_import_note *n)
{
	static const char *const starts[] = { "a label", "a heading", "a number", "the number", "the heading", "the headings", "the section's", "the title", "the plan says" };

	for (size_t i = 0; n->kind == EHC_IMPORT_LEFT && i < EHC_COUNT(starts); i++)
		if (ehc_str_starts_nocase(n->message, starts[i]))
			return true;
	return false;
}

static struct ehc_str
shortened(struct ehc_str s, bool *cut)
{
	size_t n = SHOWN;

	*cut = s.len > SHOWN;
	if (!*cut)
		return s;
	while (n > 0 && ((unsigned char)s.ptr[n] & 0xC0) == 0x80)
		n--;
	return ehc_str_sub(s, 0, n);
}

static void
put_note(const struct ehc_import *im, const struct ehc_import_note *n, struct ehc_buf *out)
{
	bool cut;

	ehc_buf_cstr(out, "  ");
	ehc_origin_say(out, &n->origin, im->draft->format);
	ehc_buf_cstr(out, "\n    \"");
	ehc_buf_plain(out, shortened(n->words, &cut));
	ehc_buf_cstr(out, cut ? "...\"" : "\"");
	if (n->became.len > 0) {
		ehc_buf_cstr(out, " -> ");
		ehc_buf_plain(out, n->became);
	}
	ehc_buf_char(out, '\n');
	if (n->message.len > 0)
		ehc_buf_printf(out, "    %.*s\n", EHC_ARG(n->message));
}

static size_t
count(const struct ehc_import *im, enum ehc_import_kind kind, bool all)
{
	size_t n = 0;

	for (size_t i = 0; i < im->notes.count; i++)
		n += im->notes.items[i].kind == kind && (all || !is_form(&im->notes.items[i]));
	return n;
}

/* One fact a line, and nothing where there is nothing to do. */
static void
put_summary(const struct ehc_import *im, const char *end, struct ehc_buf *out)
{
	size_t read = im->counts[EHC_IMPORT_READ], look = im->counts[EHC_IMPORT_LOOK], kept = im->counts[EHC_IMPORT_UNPLACED];
	size_t left = count(im, EHC_IMPORT_LEFT, false), form = im->counts[EHC_IMPORT_LEFT] - left;

	ehc_buf_printf(out, "%zu %s of the draft read into the plan%s\n", read, read == 1 ? "piece" : "pieces", end);
	if (kept > 0)
		ehc_buf_printf(out, "%zu found no place: put each under the right label, or delete it%s\n", kept, end);
	if (look > 0)
		ehc_buf_printf(out, "%zu to compare with the draft, because %s read with a doubt%s\n", look, look == 1 ? "it was" : "they were", end);
	if (kept == 0 && look == 0)
		ehc_buf_printf(out, "Nothing is without a place, and nothing is in doubt%s\n", end);
	if (left > 0)
		ehc_buf_printf(out, "%zu left out: see why%s\n", left, end);
	if (form > 0)
		ehc_buf_printf(out, "%zu %s of the form, which the plan has its own words for%s\n", form, form == 1 ? "label or heading" : "labels and headings", end);
}

void
ehc_import_report(const struct ehc_import *im, bool all, struct ehc_buf *out)
{
	for (size_t k = 0; k < EHC_COUNT(order); k++) {
		if (count(im, order[k], all) == 0 || (order[k] == EHC_IMPORT_READ && !all))
			continue;
		ehc_buf_printf(out, "%s (%zu)\n", titles[order[k]], count(im, order[k], all));
		for (size_t i = 0; i < im->notes.count; i++)
			if (im->notes.items[i].kind == order[k] && (all || !is_form(&im->notes.items[i])))
				put_note(im, &im->notes.items[i], out);
		ehc_buf_char(out, '\n');
	}
	put_summary(im, "", out);
}

/* ---- the page ---- */

static void
put_row(const struct ehc_import *im, const struct ehc_import_note *n, struct ehc_buf *out)
{
	struct ehc_buf place = { NULL, 0, 0 };

	ehc_origin_say(&place, &n->origin, im->draft->format);
	ehc_buf_cstr(out, "<tr><td>");
	ehc_buf_html(out, ehc_buf_text(&place));
	ehc_buf_cstr(out, "</td><td>");
	ehc_buf_html(out, n->words);
	ehc_buf_cstr(out, "</td><td>");
	ehc_buf_html(out, n->became);
	ehc_buf_cstr(out, "</td><td>");
	ehc_buf_html(out, n->message);
	ehc_buf_cstr(out, "</td></tr>\n");
	ehc_buf_free(&place);
}

static const char style[] =
	"body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a;background:#fff}"
	"table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere}"
	"th{background:#f0f0f0}td:nth-child(1){width:18%}td:nth-child(2){width:40%}summary{font-size:1.3rem;font-weight:600;margin:1.2rem 0 .5rem;cursor:pointer}"
	"@media (max-width:40rem){tr,td{display:block}thead{position:absolute;left:-999rem}td{border:0;padding:.1rem 0}td:empty{display:none}"
	"td:nth-child(3)::before{content:\"In the plan: \"}"
	"tr{border-bottom:1px solid #ccc;padding:.5rem 0}tbody td:nth-child(n){width:auto}td:nth-child(1){font-weight:600}}";

void
ehc_import_report_html(const struct ehc_import *im, struct ehc_str name, struct ehc_buf *out)
{
	ehc_buf_cstr(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>Import of ");
	ehc_buf_html(out, name);
	ehc_buf_printf(out, "</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n<h1>Import of ", style);
	ehc_buf_html(out, name);
	ehc_buf_cstr(out, "</h1>\n<p>\n");
	put_summary(im, "<br>", out);
	ehc_buf_cstr(out, "</p>\n");
	for (size_t k = 0; k < EHC_COUNT(order); k++) {
		if (im->counts[order[k]] == 0)
			continue;
		ehc_buf_printf(out, "<details%s>\n<summary>%s (%zu)</summary>\n<table>\n<thead><tr><th scope=\"col\">Place in the draft</th><th scope=\"col\">Its words</th>"
		    "<th scope=\"col\">In the plan</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n",
		    order[k] == EHC_IMPORT_READ || order[k] == EHC_IMPORT_LEFT ? "" : " open", headings[order[k]], im->counts[order[k]]);
		for (size_t i = 0; i < im->notes.count; i++)
			if (im->notes.items[i].kind == order[k])
				put_row(im, &im->notes.items[i], out);
		ehc_buf_cstr(out, "</tbody>\n</table>\n</details>\n");
	}
	ehc_buf_cstr(out, "</main>\n</body>\n</html>\n");
}
