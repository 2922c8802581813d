/*
 * style.c - templates/report.css as part of the program, so that a report needs nothing beside it. The path is relative to
 * the top of the source tree, where the build runs.
 */
#include "qa/qa.h"

__asm__(".section .rodata\n"
        "ehc_report_css:\n"
        ".incbin \"templates/report.css\"\n"
        "ehc_report_css_end:\n"
        ".byte 0\n"
        ".previous\n");

extern const char ehc_report_css[], ehc_report_css_end[];

struct ehc_str
qa_style(void)
{
	return (struct ehc_str){ ehc_report_css, (size_t)(ehc_report_css_end - ehc_report_css) };
}
