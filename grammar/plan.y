/*
 * plan.y - the grammar of the language: entries at the margin, each with its fields.
 *
 * The scanner has looked the labels up, so there are few tokens: a label's level (and whether an id or words follow it)
 * makes its token. Nothing here knows what a label means. Every action is one call of the builder.
 *
 * Most lines are one token, with their text: those whose label takes nothing behind it, and has nothing there. Of the others
 * the label, what stands behind it and the text are each a token. What stands wrongly there is a syntax error in Bison's
 * sense, and `error` takes the parser to the text, so that the line is kept and the next one read. What stands wrongly as a
 * whole line (text without a label, an unknown label, a field before the first item) has a production of its own, which
 * says so more plainly.
 * Lists are left-recursive: the stack stays small however long the file.
 */
%require "3.8"
%define api.pure full
%define api.prefix {ehc_plan_}
%define api.token.prefix {TOK_}
%define api.location.type {struct ehc_span}
%define parse.error custom
%locations
%expect 0

%parse-param { struct ehc_parser *p } { void *scanner }
%lex-param { void *scanner }

%code requires {
#include "parse/parse.h"
}

%union {
	const struct ehc_labelled_line *line;   /* kept by the scanner until the next line is read */
}

%code provides {
int ehc_plan_lex(EHC_PLAN_STYPE *value, EHC_PLAN_LTYPE *place, void *scanner);
}

%code {
#define YYLLOC_DEFAULT(all, parts, n) \
	do { \
		(all).start = (n) != 0 ? YYRHSLOC(parts, 1).start : YYRHSLOC(parts, 0).end; \
		(all).end = YYRHSLOC(parts, n).end; \
	} while (0)

static void yyerror(const struct ehc_span *place, struct ehc_parser *p, void *scanner, const char *message);
}

%token <line>
	HEAD		"head of a document"
	HEAD_LABEL	"label of a head"
	BLOCK		"line at the margin"
	BLOCK_LABEL	"label at the margin"
	NAMED		"label that takes words"
	ITEM		"label of an item"
	FIELD		"field"
	FIELD_LABEL	"label of a field"
	STEP		"label of a step"
	UNKNOWN_ENTRY	"line at the margin with an unknown label"
	UNKNOWN_FIELD	"field with an unknown label"
%token
	END 0		"end of the file"
	ID		"id"
	BAD_ID		"something like an id"
	WORDS		"words"
	TEXT		"colon and text"
	MORE		"more text"
	COMMENT		"comment"
	STRAY		"text without a label"

%type <line> head_line entry_line other_field

%%

document
	: preface entries			{ ehc_build_end(p); }
	;

preface
	: %empty
	| preface other
	| preface FIELD				{ ehc_build_loose_field(p, $2); }
	| preface other_field			{ ehc_build_loose_field(p, $2); }
	;

entries
	: %empty
	| entries entry
	;

entry
	: heading members
	;

heading
	: head_line				{ ehc_build_head(p, $1); }
	| entry_line				{ ehc_build_entry(p, $1); }
	;

members
	: %empty
	| members other
	| members FIELD				{ ehc_build_field(p, $2); }
	| members other_field			{ ehc_build_field(p, $2); }
	;

other
	: COMMENT				{ ehc_build_comment(p, @1); }
	| MORE					{ ehc_build_more(p); }
	| STRAY					{ ehc_build_stray(p, @1); }
	;

head_line
	: HEAD
	| HEAD_LABEL error TEXT			{ yyerrok; }
	;

entry_line
	: BLOCK
	| BLOCK_LABEL error TEXT			{ yyerrok; }
	| NAMED WORDS TEXT
	| NAMED error TEXT			{ yyerrok; }
	| ITEM ID TEXT
	| ITEM error TEXT			{ yyerrok; }
	| UNKNOWN_ENTRY
	;

other_field
	: FIELD_LABEL error TEXT			{ yyerrok; }
	| STEP TEXT
	| STEP ID TEXT
	| STEP error TEXT			{ yyerrok; }
	| UNKNOWN_FIELD
	;

%%

/* Between label and colon stands what should not, or nothing where something should: no other error can arise. */
static int
yyreport_syntax_error(const yypcontext_t *context, struct ehc_parser *p, void *scanner)
{
	yysymbol_kind_t token = yypcontext_token(context);

	(void)scanner;
	ehc_fault_in_head(p, token == YYSYMBOL_TEXT, *yypcontext_location(context));
	return 0;
}

static void
yyerror(const struct ehc_span *place, struct ehc_parser *p, void *scanner, const char *message)
{
	(void)p;
	(void)scanner;
	EHC_BUG("parser at byte %u: %s", (unsigned)place->start, message);
}
