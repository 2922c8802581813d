/*
 * exchange.c - ehc build --to xml: the whole document for other systems.
 */
#include "cli/cli.h"
#include "ehc/exchange.h"

#include <string.h>

bool
cli_is_exchange(const struct cli *cli)
{
	return cli->to != NULL && strcmp(cli->to, "xml") == 0;
}

int
cli_exchange(struct cli *cli, struct ehc_compilation *c, struct ehc_buf *out)
{
	struct ehc_str trouble = EHC_NOSTR;
	struct ehc_span where = EHC_NOSPAN;

	(void)cli;
	if (ehc_exchange_xml(c->arena, c->tree, out, &trouble, &where))
		return CLI_CLEAN;
	return cli_refuse(c, where, trouble);
}
