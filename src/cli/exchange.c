/*
 * exchange.c - ehc build --to xml, the whole document for other systems, and --to fhir, what a health system can take of a plan.
 */
#include "cli/cli.h"
#include "ehc/exchange.h"

#include <string.h>

bool
cli_is_exchange(const struct cli *cli)
{
	return cli->to != NULL && (strcmp(cli->to, "xml") == 0 || strcmp(cli->to, "fhir") == 0);
}

static int
fhir(struct cli *cli, struct ehc_compilation *c, struct ehc_buf *out)
{
	struct ehc_fhir_losses losses;

	if (!ehc_exchange_fhir(c->arena, c->plan, cli->identify, out, &losses))
		return cli_fail("%.*s: not written: FHIR is for EHC plans (section G) and health care plans", EHC_ARG(c->source.name));
	if (!cli->quiet && losses.in_notes + losses.left_out > 0)
		cli_say("%.*s: FHIR has no element for %zu parts of what is sent (notes or descriptions have their words); %zu others are left out; the "
		    "OperationOutcome in it lists each", EHC_ARG(c->source.name), losses.in_notes, losses.left_out);
	return CLI_CLEAN;
}

int
cli_exchange(struct cli *cli, struct ehc_compilation *c, struct ehc_buf *out)
{
	struct ehc_str trouble = EHC_NOSTR;
	struct ehc_span where = EHC_NOSPAN;

	if (strcmp(cli->to, "fhir") == 0)
		return fhir(cli, c, out);
	if (ehc_exchange_xml(c->arena, c->tree, out, &trouble, &where))
		return CLI_CLEAN;
	return cli_refuse(c, where, trouble);
}
