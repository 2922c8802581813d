/*
 * pages.c - the pages of a report on many plans.
 */
#include "ehc/document.h"
#include "panel/panel.h"

void
ehc_panel_html(const struct ehc_panel *p, void (*put)(void *self, const char *name, const struct ehc_buf *page), void *self)
{
	struct ehc_buf page = { NULL, 0, 0 };

	ehc_document_html(ehc_panel_document(p->arena, p), &page);
	put(self, "index.html", &page);
	ehc_buf_free(&page);
}
