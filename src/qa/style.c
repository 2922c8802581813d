/*
 * style.c - templates/report.css and templates/report.js as part of the program, so that a page needs nothing beside it. The
 * paths are relative to the top of the source tree, where the build runs.
 *
 * Each page forbids itself everything else: its policy names the hash of its own style and of its own script, so that no
 * words of a plan could ever run or fetch anything, whatever else went wrong.
 */
#include "qa/qa.h"

#include "report_hashes.h"

#define CARRY(name, path) \
	__asm__(".section .rodata\n" \
	        name ":\n" \
	        ".incbin \"" path "\"\n" \
	        name "_end:\n" \
	        ".byte 0\n" \
	        ".previous\n")

CARRY("ehc_report_css", "templates/report.css");
CARRY("ehc_report_js", "templates/report.js");

extern const char ehc_report_css[], ehc_report_css_end[], ehc_report_js[], ehc_report_js_end[];

void
qa_put_opening(struct ehc_buf *out)
{
	ehc_buf_cstr(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	ehc_buf_cstr(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &apos;none&apos;; style-src &apos;"
	    REPORT_CSS_HASH "&apos;; script-src &apos;" REPORT_JS_HASH "&apos;; base-uri &apos;none&apos;; form-action &apos;none&apos;\">\n"
	    "<meta name=\"generator\" content=\"ehc " EHC_VERSION "\">\n");
}

void
qa_put_style(struct ehc_buf *out)
{
	ehc_buf_cstr(out, "<style>");
	ehc_buf_bytes(out, ehc_report_css, (size_t)(ehc_report_css_end - ehc_report_css));
	ehc_buf_cstr(out, "</style>\n");
}

void
qa_put_script(struct ehc_buf *out)
{
	ehc_buf_cstr(out, "<script>");
	ehc_buf_bytes(out, ehc_report_js, (size_t)(ehc_report_js_end - ehc_report_js));
	ehc_buf_cstr(out, "</script>\n");
}
