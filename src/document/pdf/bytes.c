/*
 * bytes.c - the faces and the colour profile that every file is made with, built into the back end, so that the same
 * plan gives the same bytes whatever fonts a machine has. The Makefile names the files:
 * Noto Sans, for each script of faces.def too (SIL Open Font Licence), DejaVu Sans for the signs that Noto Sans lacks
 * (Bitstream Vera licence), Droid Sans Fallback for Chinese and Japanese (Apache Licence 2.0), and the sRGB profile of
 * icc-profiles-free (zlib licence). What a plan does not use is never read from the disk.
 */
#include "pdf.h"

/* Aligned, because HarfBuzz reads the tables in place; a symbol at either end gives the length. */
#define INCLUDE_FILE(name, path)                                \
	__asm__(".section .rodata\n"                            \
	        ".balign 16\n"                                  \
	        "pdf_file_" name ":\n"                          \
	        ".incbin \"" path "\"\n"                        \
	        "pdf_file_" name "_end:\n"                      \
	        ".byte 0\n"                                     \
	        ".previous\n")

INCLUDE_FILE("regular", PDF_FILE_REGULAR);
INCLUDE_FILE("bold", PDF_FILE_BOLD);
INCLUDE_FILE("regular_more", PDF_FILE_REGULAR_MORE);
INCLUDE_FILE("bold_more", PDF_FILE_BOLD_MORE);
INCLUDE_FILE("ideographs", PDF_FILE_IDEOGRAPHS);
INCLUDE_FILE("colour", PDF_FILE_COLOUR);
#define SCRIPT(script, name, font)                                               \
	INCLUDE_FILE(#name, PDF_FILE_SCRIPTS font "-Regular.ttf");              \
	INCLUDE_FILE(#name "_bold", PDF_FILE_SCRIPTS font "-Bold.ttf");
#include "faces.def"
#undef SCRIPT

extern const unsigned char pdf_file_regular[], pdf_file_regular_end[], pdf_file_bold[], pdf_file_bold_end[];
extern const unsigned char pdf_file_regular_more[], pdf_file_regular_more_end[], pdf_file_bold_more[], pdf_file_bold_more_end[];
extern const unsigned char pdf_file_ideographs[], pdf_file_ideographs_end[], pdf_file_colour[], pdf_file_colour_end[];
#define SCRIPT(script, name, font) \
	extern const unsigned char pdf_file_##name[], pdf_file_##name##_end[], pdf_file_##name##_bold[], pdf_file_##name##_bold_end[];
#include "faces.def"
#undef SCRIPT

#define FILE_BYTES(name) ((struct pdf_bytes){ name, (size_t)(name##_end - name) })

struct pdf_bytes
pdf_face_bytes(enum pdf_face f)
{
	switch (f) {
	case PDF_REGULAR: return FILE_BYTES(pdf_file_regular);
	case PDF_BOLD: return FILE_BYTES(pdf_file_bold);
	case PDF_REGULAR_MORE: return FILE_BYTES(pdf_file_regular_more);
	case PDF_BOLD_MORE: return FILE_BYTES(pdf_file_bold_more);
	case PDF_IDEOGRAPHS: return FILE_BYTES(pdf_file_ideographs);
#define SCRIPT(script, name, font) \
	case PDF_##script: return FILE_BYTES(pdf_file_##name); \
	case PDF_##script##_BOLD: return FILE_BYTES(pdf_file_##name##_bold);
#include "faces.def"
#undef SCRIPT
	case PDF_FACES: break;
	}
	EHC_BUG("no face %d", (int)f);
}

struct pdf_bytes
pdf_colour_profile(void)
{
	return FILE_BYTES(pdf_file_colour);
}
