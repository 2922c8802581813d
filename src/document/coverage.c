/*
 * coverage.c - which characters the PDF's fonts print. The checker asks this without loading the back end; a test holds
 * the table, coverage.def, to what the back end itself says, and writes it anew where a font has changed.
 */
#include "ehc/document.h"

static const struct { uint32_t first, last; } ranges[] = {
#include "coverage.def"
};

bool
ehc_document_prints(uint32_t character)
{
	size_t low = 0, high = EHC_COUNT(ranges);

	if (character == '\t' || character == '\n' || character == '\r')
		return true;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (character > ranges[middle].last)
			low = middle + 1;
		else if (character < ranges[middle].first)
			high = middle;
		else
			return true;
	}
	return false;
}
