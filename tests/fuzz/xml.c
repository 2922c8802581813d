/*
 * xml.c - any bytes as interchange XML: a tree, or a reason and the line that it is on.
 */
#include "fuzz.h"

#include "exchange/exchange.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ehc_arena *a = ehc_arena_new();
	struct exchange_fault fault;
	struct exchange_node *root = ehc_xml_read(a, fuzz_text(data, size), &fault);

	if (root != NULL)
		root = exchange_check(a, root, &fault) ? root : NULL;
	FUZZ_MUST(root != NULL || fault.message.len > 0);
	ehc_arena_free(a);
	return 0;
}
