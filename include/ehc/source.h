/*
 * source.h - one input file: its bytes, its name, and where a byte stands.
 *
 * A source is read whole and kept to the end of its compilation; every slice of the tree, the model and the
 * findings points into it. Places are byte offsets (struct ehc_span) until a reporter shows them.
 */
#ifndef EHC_SOURCE_H
#define EHC_SOURCE_H

#include "ehc/base.h"

#define EHC_SOURCE_LIMIT ((size_t)16 * 1024 * 1024)   /* bytes in one file, unless the caller sets another */

/* Half-open byte range of a source. start == end is a place between bytes. */
struct ehc_span {
	uint32_t start, end;
};
#define EHC_NOSPAN ((struct ehc_span){ 0, 0 })
/* Of a finding: it is about the file as a whole, and points at no words. */
static inline bool
ehc_span_is_none(struct ehc_span span)
{
	return span.start == 0 && span.end == 0;
}

/* Lines and columns count from 1; a column counts Unicode code points. */
struct ehc_place {
	uint32_t line, column;
};

struct ehc_source {
	struct ehc_str name;    /* as given on the command line, or --stdin-name */
	struct ehc_str text;    /* the bytes as they stand; two NUL bytes follow them */
	uint32_t *lines;        /* offset of each line's first byte, made when first asked for */
	size_t nlines;
	uint32_t counted, column;       /* the place asked for last, so that many on one long line cost no more than one */
	size_t counted_line;
	struct ehc_arena *arena;
};

enum ehc_read_status {
	EHC_READ_OK,
	EHC_READ_FAILED,        /* errno says why */
	EHC_READ_TOO_LARGE,
};

/* Reads the file (or standard input for "-") into the arena. */
enum ehc_read_status ehc_source_read(struct ehc_source *src, struct ehc_arena *a, const char *path, const char *name, size_t limit);
/* A source over bytes that somebody else keeps; they are copied. */
void ehc_source_from(struct ehc_source *src, struct ehc_arena *a, struct ehc_str name, struct ehc_str text);

/* An offset behind the end is taken for the end, here and below. */
struct ehc_place ehc_source_place(struct ehc_source *src, uint32_t offset);
/* The whole line (without its line end) on which offset stands; *start, which may be NULL, gets its first byte's offset. */
struct ehc_str ehc_source_line(struct ehc_source *src, uint32_t offset, uint32_t *start);
struct ehc_str ehc_source_slice(const struct ehc_source *src, struct ehc_span span);

#endif
