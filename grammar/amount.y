/*
 * amount.y - the language of amounts: "45 minutes, once a week, 38 weeks a year, one-to-one".
 *
 * The grammar knows parts, not their order: a part is a length, a count, a frequency, a span, a group ..., and what an
 * amount may be is any run of them. src/amount/build.c folds the parts into doses. Where the parser stops, the words
 * behind the last whole part were not understood; the reader (src/amount/read.c) notes them and starts again behind.
 */
%require "3.8"
%define api.pure full
%define api.prefix {ehc_amount_yy}
%define api.token.prefix {T_}
%define api.value.type {struct ehc_amount_value *}
%define api.location.type {struct ehc_span}
%locations
%expect 0
%param {struct ehc_amount_build *b}
%initial-action { b->nmade = 0; }

%code requires {
#include "amount/part.h"
}
%code {
#define YYLLOC_DEFAULT(at, rhs, n) \
	((at) = (n) > 0 ? (struct ehc_span){ YYRHSLOC(rhs, 1).start, YYRHSLOC(rhs, n).end } : \
	    (struct ehc_span){ YYRHSLOC(rhs, 0).end, YYRHSLOC(rhs, 0).end })
}

/* figures */
%token NUMBER FRACTION AND_HALF RANGE BETWEEN AND BOUND
/* nouns: TIME hour, minute; DAY day, night, lesson (counted, or a period); NOUN session, visit; PERIOD week, term, year */
%token TIME DAY HALF_DAY NOUN PERIOD DAYPART BLOCK ITEM WORD
/* how often */
%token TIMES X A PER EVERY EVERY_NTH EVERY_N EACH ADVERB N_ADVERB AMBIGUOUS EDGE BEFORE EVENT WEEKDAY THROUGH
/* when */
%token CLOCK DATE FROM UNTIL FIRST SPAN TERM_TIME ALL_YEAR
/* with whom, and in what way */
%token GROUP GROUP_OF RATIO ADULTS CHILDREN LINK MODE FULL_TIME
/* between parts */
%token COMMA SOFT BREAK TOTAL
/* known words that are no part of an amount; no rule takes them */
%token STOP REVIEW NOT_DOSE

%%

/* Any run of parts, with marks and small words between them. */
amount:
	  %empty
	| amount COMMA                  { ehc_amount_fold(b, EHC_PART_COMMA, $2, @2); }
	| amount AND                    { ehc_amount_fold(b, EHC_PART_AND, $2, @2); }
	| amount SOFT                   { ehc_amount_fold(b, EHC_PART_SOFT, $2, @2); }
	| amount BREAK                  { ehc_amount_fold(b, EHC_PART_BREAK, $2, @2); }
	| amount TOTAL                  { ehc_amount_fold(b, EHC_PART_TOTAL, $2, @2); }
	| amount length                 { ehc_amount_fold(b, EHC_PART_LENGTH, $2, @2); }
	| amount count                  { ehc_amount_fold(b, EHC_PART_COUNT, $2, @2); }
	| amount NOUN                   { ehc_amount_fold(b, EHC_PART_NOUN, $2, @2); }
	| amount frequency
	| amount span
	| amount company
	| amount BOUND                  { ehc_amount_fold(b, EHC_PART_BOUND, $2, @2); }
	| amount MODE                   { ehc_amount_fold(b, EHC_PART_MODE, $2, @2); }
	| amount FULL_TIME              { ehc_amount_fold(b, EHC_PART_FULL_TIME, $2, @2); }
	| amount EACH                   { ehc_amount_fold(b, EHC_PART_EACH, $2, @2); }
	;

number:
	  figure
	| figure RANGE figure           { $$ = ehc_amount_numbered(b, $1, ehc_range_between($1->number, $3->number)); }
	| BETWEEN figure AND figure     { $$ = ehc_amount_numbered(b, $2, ehc_range_between($2->number, $4->number)); }
	;

figure:
	  NUMBER
	| FRACTION
	| NUMBER AND_HALF               { $$ = ehc_amount_numbered(b, $1, ehc_range_add($1->number, $2->number)); }
	;

/* ---- how long ---- */

length:
	  time
	| time RANGE time               { $$ = ehc_amount_timed(b, $1, ehc_range_between($1->length, $3->length)); }
	| BETWEEN figure TIME AND time  { $$ = ehc_amount_timed(b, $5, ehc_range_between(ehc_range_minutes($2->number, $3->unit), $5->length)); }
	| X number TIME                 { $$ = ehc_amount_timed(b, $3, ehc_range_minutes($2->number, $3->unit)); }
	;

time:
	  number TIME                   { $$ = ehc_amount_timed(b, $2, ehc_range_minutes($1->number, $2->unit)); }
	| A TIME                        { $$ = ehc_amount_like(b, $2); $$->flag = true; $$->length = ehc_range_minutes(ehc_range_of(ehc_ratio(1, 1)), $2->unit); }
	| A TIME AND_HALF               { $$ = ehc_amount_timed(b, $2, ehc_range_minutes(ehc_range_add(ehc_range_of(ehc_ratio(1, 1)), $3->number), $2->unit)); }
	;

/* ---- how many ---- */

count:
	  number thing                  { $$ = ehc_amount_numbered(b, $2, $1->number); }
	| number ITEM                   { $$ = ehc_amount_numbered(b, $2, $1->number); $$->words = @2; }
	| number described thing        { $$ = ehc_amount_described(b, $2, $3, $1->number); }
	| number described ITEM         { $$ = ehc_amount_like(b, $2); $$->unit = EHC_UNIT_ITEM; $$->number = $1->number; $$->words = (struct ehc_span){ @2.start, @3.end }; }
	| A NOUN                        { $$ = ehc_amount_numbered(b, $2, ehc_range_of(ehc_ratio(1, 1))); $$->flag = true; }
	| HALF_DAY                      { $$ = ehc_amount_numbered(b, $1, ehc_range_of(ehc_ratio(1, 1))); }
	| A BLOCK                       { $$ = ehc_amount_numbered(b, $2, ehc_range_of(ehc_ratio(1, 1))); }
	| A described thing             { $$ = ehc_amount_described(b, $2, $3, ehc_range_of(ehc_ratio(1, 1))); }
	;

thing:
	  NOUN
	| DAY
	| HALF_DAY
	| DAYPART                       { $$ = ehc_amount_like(b, $1); $$->unit = EHC_UNIT_ITEM; $$->words = @1; }
	| BLOCK
	;

/* "direct one-to-one" sessions, "20-minute" sessions, "weekly" sessions, "speech therapy" sessions */
described:
	  description
	| described description         { $$ = ehc_amount_describe(b, $1, $2); }
	;

description:
	  figure TIME                   { $$ = ehc_amount_timed(b, $2, ehc_range_minutes($1->number, $2->unit)); }
	| figure RANGE figure TIME      { $$ = ehc_amount_timed(b, $4, ehc_range_minutes(ehc_range_between($1->number, $3->number), $4->unit)); }
	| ADVERB                        { $$ = ehc_amount_like(b, $1); $$->inner = $1->unit; }
	| MODE
	| GROUP
	| WORD
	;

/* ---- how often ---- */

frequency:
	  times                         { ehc_amount_fold(b, EHC_PART_TIMES, $1, @$); }
	| per                           { ehc_amount_fold(b, EHC_PART_PER, $1, @$); }
	| number per                    { $$ = ehc_amount_numbered(b, $2, $1->number); ehc_amount_fold(b, EHC_PART_RATE, $$, @$); }
	| number X base                 { $$ = ehc_amount_numbered(b, $3, $1->number); ehc_amount_fold(b, EHC_PART_RATE, $$, @$); }
	| number WEEKDAY per            { $$ = ehc_amount_numbered(b, $3, $1->number); ehc_amount_fold(b, EHC_PART_RATE, $$, @$); }
	| ADVERB                        { ehc_amount_fold(b, EHC_PART_ADVERB, $1, @$); }
	| N_ADVERB                      { ehc_amount_fold(b, EHC_PART_ADVERB, $1, @$); }
	| AMBIGUOUS                     { ehc_amount_fold(b, EHC_PART_AMBIGUOUS, $1, @$); }
	| every                         { ehc_amount_fold(b, EHC_PART_EVERY, $1, @$); }
	| EDGE per                      { $$ = ehc_amount_numbered(b, $2, $1->number); ehc_amount_fold(b, EHC_PART_EDGE, $$, @$); }
	| EDGE base                     { $$ = ehc_amount_numbered(b, $2, $1->number); ehc_amount_fold(b, EHC_PART_EDGE, $$, @$); }
	| EVERY weekday                 { ehc_amount_fold(b, EHC_PART_WEEKDAY, $2, @$); }
	| number EVERY weekday          { $$ = ehc_amount_numbered(b, $3, $1->number); ehc_amount_fold(b, EHC_PART_RATE, $$, @$); }
	| EVERY_NTH weekday             { $$ = ehc_amount_numbered(b, $2, $1->number); ehc_amount_fold(b, EHC_PART_WEEKDAY, $$, @$); }
	| weekday                       { $$ = ehc_amount_like(b, $1); $$->flag = !$1->flag; ehc_amount_fold(b, EHC_PART_WEEKDAY, $$, @$); }
	| event                         { ehc_amount_fold(b, EHC_PART_EVENT, $1, @$); }
	| CLOCK                         { ehc_amount_fold(b, EHC_PART_CLOCK, $1, @$); }
	| clocks                        { ehc_amount_fold(b, EHC_PART_CLOCKS, $1, @$); }
	;

times:
	  TIMES
	| TIMES RANGE TIMES             { $$ = ehc_amount_numbered(b, $1, ehc_range_between($1->number, $3->number)); }
	| TIMES RANGE number X          { $$ = ehc_amount_numbered(b, $1, ehc_range_between($1->number, $3->number)); }
	| number X
	| X number                      { $$ = $2; }
	;

/* `flag`: "a week", which says less by itself than "each week" does */
per:
	  A base                        { $$ = ehc_amount_like(b, $2); $$->flag = true; }
	| PER base                      { $$ = ehc_amount_worded(b, $2, @$); }
	| PER NOUN                      { $$ = $2; }
	| PER TIME                      { $$ = $2; }
	| EVERY base                    { $$ = ehc_amount_worded(b, $2, @$); }
	;

base:
	  PERIOD
	| DAY
	| DAYPART
	;

every:
	  EVERY number base             { $$ = ehc_amount_numbered(b, $3, $2->number); }
	| EVERY number TIME             { $$ = ehc_amount_numbered(b, $3, $2->number); }
	| EVERY TIME                    { $$ = ehc_amount_numbered(b, $2, ehc_range_of(ehc_ratio(1, 1))); }
	| EVERY_N
	| EVERY_NTH base                { $$ = ehc_amount_numbered(b, $2, $1->number); }
	| number N_ADVERB               { $$ = ehc_amount_numbered(b, $2, $1->number); }
	;

weekday:
	  WEEKDAY
	| WEEKDAY THROUGH WEEKDAY       { $$ = ehc_amount_weekdays(b, $1, $3); }
	;

event:
	  EVENT                         { $$ = ehc_amount_worded(b, $1, @$); }
	| EVERY NOUN                    { $$ = ehc_amount_worded(b, $2, @$); }
	| EVERY words                   { $$ = ehc_amount_like(b, $1); $$->flag = true; $$->words = @$; }
	| BEFORE ITEM                   { $$ = ehc_amount_worded(b, $1, @$); }
	| BEFORE EVERY words            { $$ = ehc_amount_worded(b, $1, @$); }
	| BEFORE EVERY NOUN             { $$ = ehc_amount_worded(b, $3, @$); }
	| BEFORE EVERY base             { $$ = ehc_amount_worded(b, $3, @$); }
	;

words:
	  WORD
	| ITEM
	| words WORD
	| words ITEM
	;

clocks:
	  CLOCK THROUGH CLOCK           { $$ = ehc_amount_clocks(b, $1, $3); }
	| FROM CLOCK THROUGH CLOCK      { $$ = ehc_amount_clocks(b, $2, $4); }
	| BETWEEN CLOCK AND CLOCK       { $$ = ehc_amount_clocks(b, $2, $4); }
	;

/* ---- from when to when ---- */

span:
	  number PERIOD                 { $$ = ehc_amount_numbered(b, $2, $1->number); $$->flag = true; ehc_amount_fold(b, EHC_PART_SPAN, $$, @$); }
	| number PERIOD BLOCK           { $$ = ehc_amount_numbered(b, $2, $1->number); ehc_amount_fold(b, EHC_PART_SPAN, $$, @$); }
	| X number PERIOD               { $$ = ehc_amount_numbered(b, $3, $2->number); ehc_amount_fold(b, EHC_PART_SPAN, $$, @$); }
	| FIRST number PERIOD           { $$ = ehc_amount_numbered(b, $3, $2->number); ehc_amount_fold(b, EHC_PART_SPAN, $$, @$); }
	| SPAN                          { ehc_amount_fold(b, EHC_PART_SPAN, $1, @$); }
	| TERM_TIME                     { ehc_amount_fold(b, EHC_PART_TERM_TIME, $1, @$); }
	| ALL_YEAR                      { ehc_amount_fold(b, EHC_PART_ALL_YEAR, $1, @$); }
	| FROM DATE                     { ehc_amount_fold(b, EHC_PART_FROM, $2, @$); }
	| UNTIL DATE                    { ehc_amount_fold(b, EHC_PART_UNTIL, $2, @$); }
	| DATE                          { ehc_amount_fold(b, EHC_PART_DATE, $1, @$); }
	| BETWEEN DATE AND DATE         { ehc_amount_fold(b, EHC_PART_FROM, $2, @2); ehc_amount_fold(b, EHC_PART_UNTIL, $4, @$); }
	;

/* ---- with whom ---- */

company:
	  GROUP                         { ehc_amount_fold(b, EHC_PART_GROUP, $1, @$); }
	| GROUP_OF size                 { $$ = ehc_amount_bounded(b, $2, $1->bound); $$->group = $1->group; ehc_amount_fold(b, EHC_PART_GROUP, $$, @$); }
	| number CHILDREN               { $$ = $2->flag ? ehc_amount_and_one(b, $1) : ehc_amount_like(b, $1); $$->group = EHC_GROUP_GROUP; $$->flag = !$2->flag; ehc_amount_fold(b, EHC_PART_GROUP, $$, @$); }
	| RATIO                         { ehc_amount_fold(b, EHC_PART_RATIO, $1, @$); }
	| number ADULTS                 { $$ = ehc_amount_like(b, $1); $$->other = EHC_NORATIO; $$->flag = true; ehc_amount_fold(b, EHC_PART_RATIO, $$, @$); }
	| number ADULTS LINK CHILDREN   { $$ = ehc_amount_like(b, $1); $$->other = ehc_ratio(1, 1); $$->flag = true; ehc_amount_fold(b, EHC_PART_RATIO, $$, @$); }
	| number ADULTS LINK number CHILDREN { $$ = ehc_amount_like(b, $1); $$->other = $4->number.low; $$->flag = true; ehc_amount_fold(b, EHC_PART_RATIO, $$, @$); }
	| number ADULTS LINK BOUND number CHILDREN { $$ = ehc_amount_like(b, $1); $$->other = $5->number.low; $$->flag = true; ehc_amount_fold(b, EHC_PART_RATIO, $$, @$); }
	;

size:
	  number
	| number CHILDREN
	| BOUND number                  { $$ = ehc_amount_bounded(b, $2, $1->bound); }
	| BOUND number CHILDREN         { $$ = ehc_amount_bounded(b, $2, $1->bound); }
	;

%%

/* Not a message: the reader says which words were not understood. */
void
ehc_amount_yyerror(struct ehc_span *at, struct ehc_amount_build *b, const char *message)
{
	(void)at;
	(void)b;
	(void)message;
}
