/*
 * generate.c FOLDER COUNT SEED BYTES [LEAST] - made-up plans from poor to good, the same plans from the same seed, for benchmarks and for
 * corpus/panel. One in nine is a health care plan. Everybody in them is called Example.
 *
 * Plans stand in folders of a thousand. A plan grows in needs until it holds about BYTES bytes. With LEAST, at least that many in a
 * hundred of its needs, outcomes and provisions are good ones: without it plans are far denser in faults than drafts that people write.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* ---- luck ---- */

static uint64_t state;

static uint64_t
next(void)
{
	uint64_t x = state += 0x9E3779B97F4A7C15u;

	x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
	x = (x ^ x >> 27) * 0x94D049BB133111EBu;
	return x ^ x >> 31;
}

static int
roll(int from, int to)
{
	return from + (int)(next() % (uint64_t)(to - from + 1));
}

static const char *
one_of(const char *const *words, size_t n)
{
	return words[next() % n];
}
#define ONE_OF(a) one_of((a), COUNT(a))

/* ---- the plan being written ---- */

static char text[1 << 23];
static size_t len;

static void
put(const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(text + len, sizeof(text) - len, fmt, args);
	va_end(args);
	if (n < 0 || (size_t)n >= sizeof(text) - len) {
		fputs("generate: a plan grew too long\n", stderr);
		exit(2);
	}
	len += (size_t)n;
}

static const char *const first_names[] = { "Amira", "Ben", "Chidi", "Dara", "Elin", "Farid", "Grace", "Hari", "Isla", "Jude", "Kemi", "Liam",
	"Mei", "Noor", "Oscar", "Priya", "Quinn", "Rosa", "Sami", "Tess", "Umar", "Vera", "Wren", "Yusuf", "Zara" };
static const char *const localities[] = { "Upper Vale", "Upper Vale", "Lower Vale", "Lower Vale", "Riverside", "Riverside", "Hillfoot", "Hillfoot",
	"Far Moor" };
static const char *const needs[] = { "ASD", "ASD", "ASD", "SLCN", "SLCN", "SEMH", "SEMH", "MLD", "SpLD", "HI", "PD" };
static const char *const areas[] = { "communication and interaction", "cognition and learning", "social, emotional and mental health",
	"sensory and/or physical" };
static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
	"December" };

struct child { const char *name, *he, *his, *him; int born, age, quality, number, asked; bool final; };  /* asked: month of 2025 */

/* A made-up number with a sound check digit: 999 is nobody's. */
static void
put_nhs_number(const struct child *c)
{
	for (int body = 999000000 + c->number * 2; ; body++) {
		int sum = 0, rest = body, check;

		for (int weight = 2; weight <= 10; weight++, rest /= 10)
			sum += rest % 10 * weight;
		check = (11 - sum % 11) % 11;
		if (check != 10) {
			put("  NHS number: 999 %03d %03d%d\n", body / 1000 % 1000, body % 1000, check);
			return;
		}
	}
}

/* ---- sentences: %s is the child's name; figures vary, so that no two good plans say the same ---- */

static const char *const deeds[] = { "follow instructions of two parts", "name everyday things", "read the first common words",
	"count and compare up to twenty", "ask for help before an upset", "wait for a turn in a game", "write a sentence that others can read",
	"tell what happened in the right order", "dress after sport without help", "find the way between lessons",
	"keep to a task until it is finished", "join in talk with two other children" };
static const char *const places[] = { "the reading room", "the classroom", "the quiet room", "the hall", "the garden room", "the library" };
static const char *const tests[] = { "a ten-question check", "a timed observation of 20 minutes", "a count on one school day", "a record sheet",
	"a recording heard by two listeners" };
static const struct { const char *who, *type, *does; } therapists[] = {
	{ "Speech and language therapist, registered with the Health and Care Professions Council (HCPC)", "therapy", "speech and language therapist" },
	{ "Occupational therapist, registered with the Health and Care Professions Council (HCPC)", "therapy", "occupational therapist" },
	{ "Educational psychologist, registered with the Health and Care Professions Council (HCPC)", "therapy", "educational psychologist" },
	{ "Specialist teacher, qualified teacher status and a diploma in special needs", "teaching", "specialist teacher" },
	{ "Class teacher, qualified teacher status", "teaching", "class teacher" },
};
static const char *const vague[] = {
	"%s will have access to a range of strategies to support learning as appropriate.",
	"Regular opportunities will be given for small group work where possible.",
	"%s would benefit from a high level of adult support throughout the school day.",
	"Staff will encourage %s to use a quiet space as and when required.",
	"Speech and language therapy advice should be followed by the school.",
	"Support will be provided by a key adult, subject to resources and staffing.",
	"A differentiated curriculum will be available with visual support as needed.",
	"%s will be offered weekly sessions to develop confidence and self-esteem.",
};
static const char *const vague_needs[] = {
	"%s has difficulties with communication and needs support.",
	"%s finds learning hard and can become upset at times.",
	"%s has a diagnosis which affects learning in many ways.",
	"%s needs reassurance and can be challenging with new adults.",
};
static const char *const vague_outcomes[] = {
	"%s will make progress in line with ability.", "%s will improve communication skills.", "%s will be happy and settled in school.",
	"%s will have access to support from a key adult.",
};

static bool
is_good(const struct child *c)
{
	return roll(1, 100) <= c->quality;
}

static void
put_need(const struct child *c, int n, const char *area, const char *deed)
{
	if (is_good(c))
		put("need B%d: Asked to %s, %s managed %d of %d times in one week of %s 2026. %s looked round and copied the child beside %s, and "
		    "stopped after %d minutes.\n", n, deed, c->name, roll(1, 4), roll(9, 20), months[roll(0, 2)], c->he, c->him, roll(2, 12));
	else {
		put("need B%d: ", n);
		put(ONE_OF(vague_needs), c->name);
		put("\n");
	}
	put("  category: %s\n  evidence: K%d\n", area, roll(3, 5));
}

static void
put_provision(const struct child *c, int n, int need, const char *deed)
{
	size_t t = next() % COUNT(therapists);
	int minutes = 5 * roll(3, 12), times = roll(1, 4);

	if (!is_good(c)) {
		put("provision F%d: ", n);
		put(ONE_OF(vague), c->name);
		put("\n  for: B%d\n  towards: E%d\n", need, need);
		if (roll(0, 1) == 0)
			put("  who: %s\n", roll(0, 1) == 0 ? "Staff" : "Teaching assistant");
		return;
	}
	put("provision F%d: The %s will teach %s to %s, with pictures first and then with the task of that week, and will write down each try.\n"
	    "  for: B%d\n  towards: E%d\n  type: %s\n  who: %s\n  how much: %d minutes, %d times a week, 38 weeks a year, %s\n"
	    "  where: %s\n  from: %s\n  review: %s, every 12 weeks, with %s\n  informed by: K%d\n  funded by: Highvale Example Council%s\n",
	    n, therapists[t].does, c->name, deed, need, need, therapists[t].type, therapists[t].who, minutes, times + 1,
	    roll(0, 2) == 0 ? "in a group of 4" : "one-to-one, direct", ONE_OF(places), c->final ? "1 February 2026" : "1 June 2026", therapists[t].does, ONE_OF(tests), roll(3, 5),
	    roll(0, 14) == 0 ? " 50%, NHS Vale Example Integrated Care Board 50%" : "");
}

static void
put_outcome(const struct child *c, int n, const char *deed)
{
	int of = roll(9, 20);

	if (!is_good(c)) {
		put("outcome E%d: ", n);
		put(ONE_OF(vague_outcomes), c->name);
		put("\n  for: B%d\n", n);
		return;
	}
	put("outcome E%d: By July 2027 %s will %s on %d of %d tries.\n  for: B%d\n  supports: A%d\n  by: %d July 2027\n  baseline: %d of %d, March 2026 (K3)\n"
	    "  measured by: class teacher, %s, every 12 weeks\n  step: %d of %d by 18 December 2026\n", n, c->name, deed, of - roll(1, 3), of, n,
	    roll(1, 2), roll(19, 23), roll(1, 3), of, ONE_OF(tests), of / 2, of);
}

/* ---- an EHC plan ---- */

/* A day so many months after January 2025. */
static void
put_date(const char *label, int day, int month)
{
	put("  %s: %d %s %d\n", label, day, months[month % 12], 2025 + month / 12);
}

static int
final_month(const struct child *c, bool late)
{
	return c->asked + (late ? 5 : 4);
}

static void
put_timeline(const struct child *c, bool late)
{
	put("timeline:\n");
	put_date("assessment requested", roll(1, 14), c->asked);
	put_date("decision to assess", roll(2, 9), c->asked + 1);
	put_date("advice requested", 10, c->asked + 1);
	put_date("draft sent", roll(1, 5), c->asked + 3);
	if (c->final)
		put_date("final plan issued", late ? 24 : 3, final_month(c, late));
	put("\n");
}

static void
put_views(const struct child *c)
{
	put("section A:\n\nhow views were gathered: %s drew and talked with a teaching assistant on %d March 2026. The parents wrote their part at home.\n\n"
	    "child's views: I like %s on %s. I get stuck when there are more than %d people. I want to sit by the window and do number %d first.\n\n"
	    "parents' views: We want %s to go in happy on %d mornings of a week. At home %s shows us %s for %d minutes.\n\n"
	    "strengths: %s knows the names of %d birds and draws each from memory.\n\n", c->name, roll(2, 27),
	    ONE_OF(((const char *const[]){ "swimming", "drawing", "the bus", "my rabbit", "building" })),
	    ONE_OF(((const char *const[]){ "Monday", "Tuesday", "Friday", "Saturday" })), roll(3, 12), roll(2, 40), c->name, roll(3, 5), c->name,
	    ONE_OF(((const char *const[]){ "the school book", "a map", "a song", "the letters" })), roll(5, 45), c->name, roll(5, 60));
	if (is_good(c))
		put("how to communicate: Say one short sentence, wait for %d seconds, and show the picture.\n\n", roll(3, 9));
	put("aspiration A1: To work with %s.\n  voice: child\naspiration A2: To live near family and go out alone.\n  voice: parents\n\n",
	    ONE_OF(((const char *const[]){ "animals", "trains", "children", "plants", "computers" })));
}

static void
put_history(const struct child *c)
{
	put("history: %s was born in Exampletown and has lived at %d Example Road since %d.", c->name, roll(1, 200), roll(2018, 2024));
	for (int i = 0; i < 6; i++)
		put("\n    In %s %d %s school weighed, watched and wrote down %d things, and found that %d of %d tasks were begun without help.",
		    months[roll(0, 11)], roll(2022, 2025), c->his, roll(12, 90), roll(1, 5), roll(6, 15));
	put("\n\n");
}

static void
put_health_and_care(const struct child *c)
{
	if (roll(0, 2) > 0) {
		put("section C: none\nsection G: none\n  because: no health need found; paediatrician, 10 March 2026 (K5)\n");
	} else if (is_good(c)) {
		put("section C:\n\nneed C1: %s missed %d school days in the autumn term of 2025 because of earache.\n  evidence: K5\n\nsection G:\n\n"
		    "provision G1: An audiologist will test %s hearing with and without the aid.\n  for: C1\n  towards: E1\n  type: clinic\n"
		    "  who: Audiologist, registered with the Health and Care Professions Council (HCPC)\n"
		    "  how much: %d minutes, every 3 months, 52 weeks a year, one-to-one\n  from: 1 June 2026\n  review: audiologist, every 3 months\n"
		    "  informed by: K5\n  agreed: NHS Vale Example Integrated Care Board, %d April 2026\n  funded by: NHS Vale Example Integrated Care Board\n\n",
		    c->name, roll(3, 14), c->his, 15 * roll(2, 4), roll(2, 16));
	} else
		put("section C:\n\nneed C1: %s has health needs.\n\nsection G:\n\nprovision G1: Follow-up by the hospital as required.\n  for: C1\n\n", c->name);
	put("section D: none\nsection H1: none\n  because: no social care need found\nsection H2: none\n  because: no social care need found\n\n");
}

static void
put_advice(const struct child *c)
{
	static const struct { const char *type, *role; } advice[] = {
		{ "parents", "parents" }, { "child", "teaching assistant" }, { "education", "head teacher, qualified teacher status" },
		{ "educational psychology", "educational psychologist, HCPC registered" },
		{ "medical", "consultant paediatrician, registered with the General Medical Council" }, { "social care", "social worker" } };

	if (c->final)
		put("section I:\n  name: Elm Grove Example School\n  type: mainstream school\n");
	else
		put("section I: none\n  because: draft plan\n");
	put("section J: none\n  because: the parents asked for no budget on 5 March 2026; SENCO\n\nsection K:\n\n");
	for (size_t i = 0; i < COUNT(advice); i++) {
		put("advice K%zu: %s advice\n  type: %s\n  role: %s\n", i + 1, advice[i].type, advice[i].type, advice[i].role);
		put_date("dated", roll(2, 12), c->asked + 2);
		put_date("requested", 10, c->asked + 1);
		put_date("received", roll(13, 18), c->asked + (roll(1, 100) <= 60 + c->quality / 3 ? 2 : 3));
		put("  attached: yes\n");
	}
	if (c->final && is_good(c))
		put("\nsent to: parents, with the notice of the right to appeal and of mediation, 24 April 2026\nsigned: Senior Officer, Highvale Example Council, "
		    "24 April 2026\n");
}

static void
put_ehc_plan(const struct child *c, size_t bytes)
{
	static const char *const settings[] = { "mainstream primary school", "mainstream primary school", "mainstream secondary academy",
		"special school", "maintained nursery", "further education college" };
	bool late = roll(0, 99) >= 30 + c->quality / 2;

	put("EHC plan: HVC-2026-%05d\n  status: %s\n  version: 1\n", c->number, c->final ? "final" : "draft");
	put_date("dated", c->final ? late ? 24 : 3 : 5, c->final ? final_month(c, late) : c->asked + 3);
	put("  authority: Highvale Example Council\n"
	    "  icb: NHS Vale Example Integrated Care Board\n  locality: %s\n  plan writer: SEND Officer %d\n  review due: %d %s 2027\n\n",
	    ONE_OF(localities), roll(1, 9), roll(1, 28), months[roll(0, 11)]);
	put("child: %s Example\n  born: %d %s %d\n  pronouns: %s\n", c->name, roll(1, 28), months[roll(0, 7)], c->born,
	    strcmp(c->he, "He") == 0 ? "he/him" : "she/her");
	put_nhs_number(c);
	if (c->age >= 4 && c->age <= 17)
		put("  year group: %d\n", c->age - 4);
	put("  first language: English\n"
	    "  primary need: %s\n  looked after: %s\n  parents: Two parents\n  setting: %s Example School\n  setting type: %s\n\n",
	    ONE_OF(needs), roll(0, 11) == 0 ? "yes" : "no",
	    ONE_OF(((const char *const[]){ "Elm Grove", "Oakfield", "Stonegate", "Tidewell", "Otter Lane" })), settings[c->age < 5 ? 4 :
	    c->age > 15 ? 5 : c->age > 11 ? 2 + roll(0, 1) : roll(0, 3)]);
	put_timeline(c, late);
	put_views(c);
	put_history(c);
	put("section B:\n\n");
	for (int n = 1; n <= 3 || len + 4200 < bytes; n++) {
		const char *area = areas[(size_t)n % COUNT(areas)], *deed = ONE_OF(deeds);

		put("row: %s\n", area);
		put_need(c, n, area, deed);
		for (int p = 0; p < 2; p++)
			put_provision(c, 2 * n + p - 1, n, deed);
		put_outcome(c, n, deed);
		put("\n");
	}
	put_health_and_care(c);
	put("section E:\n\nmonitoring: The class teacher, the parents and the SENCO set new targets every 12 weeks and write them down.\n\n");
	put_advice(c);
}

/* ---- a health care plan ---- */

static void
put_day(int months_ahead)
{
	int month = 4 + months_ahead;     /* from May 2026 */

	put("%d %s %d", roll(1, 28), months[((month % 12) + 12) % 12], 2026 + (month < 0 ? -1 : month / 12));
}

static void
put_health_plan(const struct child *c, size_t bytes)
{
	static const char *const classes[] = { "trained for this child", "trained staff", "personal care", "registered professional" };
	static const char *const jobs[] = { "Watch and help with the inhaler", "Give the midday feed", "Test before lunch", "Help with the pump",
		"Change the bag", "Give the rescue medicine" };

	put("individual healthcare plan: HVC-IHP-%05d\n  status: agreed\n  school: %s Example School\n  site address: Example Way, Exampletown, EX3 0ZZ\n"
	    "  locality: %s\n  written: 19 January 2026\n  written by: SENCO\n  review due: ", c->number,
	    ONE_OF(((const char *const[]){ "Elm Grove", "Oakfield", "Stonegate", "Tidewell", "Otter Lane" })), ONE_OF(localities));
	put_day(roll(-2, 9));
	put("\n  EHC plan: no\n\nchild: %s Example\n  born: %d %s %d\n", c->name, roll(1, 28), months[roll(0, 7)], c->born);
	put_nhs_number(c);
	put("  allergies: none known\n\ncontact P1: Mother, 07700 900%03d\n\nchild's wishes: %s wants to be asked first, and to have %d friends near.\n\n", roll(0, 999), c->name, roll(1, 3));
	put("condition M1: Asthma\n  signs: %s coughs and goes quiet, and breathes more than %d times a minute.\n  triggers: cold air, running\n"
	    "  clinician: Dr B Specimen, consultant paediatrician, Example Children's Hospital\n\n", c->name, roll(30, 45));
	for (int n = 1; n <= 2 || len + 1500 < bytes; n++) {
		put("medicine R%d: Reliever inhaler %d\n  for: M1\n  form: inhaler\n  strength: as printed on the box\n  dose: as in the letter of Dr B Specimen\n"
		    "  route: by mouth\n  when: %s coughs\n  given by: N%d\n  kept: office, not locked\n  expires: ", n, n, c->name, n);
		put_day(is_good(c) ? roll(4, 20) : roll(-3, 2));
		put("\n  consent: parents, 15 January 2026\n\nstaff N%d: Jo Example, teaching assistant\n  trained for: T%d\n  trained by: Children's asthma nurse, 13 January 2026\n"
		    "  competent: T%d, signed by the children's asthma nurse, 13 January 2026\n  renew by: ", n, n, n);
		put_day(is_good(c) ? roll(3, 8) : roll(-3, 2));
		put("\n  willing: 12 January 2026\n\ntask T%d: %s\n  for: M1\n  uses: R%d\n  responsibility: education\n  class of task: %s\n"
		    "  delegated by: Children's asthma nurse\n  delegated to: N%d\n", n, ONE_OF(jobs), n, ONE_OF(classes), n);
		if (n > 1 && is_good(c))
			put("  cover: N%d\n", n - 1);
		put("  consent: parents, %d %s\n\n", roll(1, 28), is_good(c) ? "January 2026" : "April 2025");
	}
	put("emergency X1: Asthma attack\n  for: M1\n  sign: breathes fast\n  step 1: now - nearest adult: sit the child upright\n"
	    "  step 2: now - N1: give R1\n  step 3: at 10 minutes - second adult: call 999\n  do not: leave the child alone\n");
}

/* ---- files ---- */

static bool
write_plan(const char *folder, int n)
{
	char path[4096];
	FILE *f;
	bool good;

	if (n % 1000 == 0) {
		snprintf(path, sizeof(path), "%s/%03d", folder, n / 1000);
		if (mkdir(path, 0700) != 0 && errno != EEXIST)
			return false;
	}
	snprintf(path, sizeof(path), "%s/%03d/plan-%06d.ehc", folder, n / 1000, n);
	f = fopen(path, "w");
	if (f == NULL)
		return false;
	good = fwrite(text, 1, len, f) == len;
	return fclose(f) == 0 && good;
}

int
main(int argc, char **argv)
{
	int count = argc > 2 ? atoi(argv[2]) : 0;
	size_t bytes = argc > 4 ? (size_t)atol(argv[4]) : 30000;
	int least = argc > 5 ? atoi(argv[5]) : 0;

	if (argc < 5 || argc > 6 || least < 0 || least > 100 || count < 1 || bytes > sizeof(text) / 2) {
		fputs("usage: generate FOLDER COUNT SEED BYTES [LEAST]\n", stderr);
		return 2;
	}
	for (int n = 0; n < count; n++) {
		struct child c;
		bool he;

		state = (uint64_t)atoll(argv[3]) * 1000003u + (uint64_t)n;
		he = roll(0, 1) == 0;
		c = (struct child){ .name = ONE_OF(first_names), .he = he ? "He" : "She", .his = he ? "his" : "her", .him = he ? "him" : "her",
			.age = roll(3, 19), .quality = roll(0, 3) == 0 ? 100 : roll(5, 98), .number = n + 1, .asked = roll(5, 10), .final = roll(0, 2) > 0 };
		c.born = 2025 - c.age;
		c.quality = least + c.quality * (100 - least) / 100;
		len = 0;
		if (n % 9 == 4)
			put_health_plan(&c, bytes);
		else
			put_ehc_plan(&c, bytes);
		if (!write_plan(argv[1], n)) {
			fprintf(stderr, "generate: %s: %s\n", argv[1], strerror(errno));
			return 2;
		}
	}
	return 0;
}
