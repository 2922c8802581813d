/*
 * service.c - whose work it is: the services that advise on a child and deliver provision, by the words for them and for
 * those who work there.
 */
#include "ehc/advice.h"

struct service {
	const char *called;
	const char *const words[12];    /* as whole words, in any letter case; in capitals only so */
};

static const struct service services[] = {
	{ "speech and language therapy", { "speech and language", "speech therapy", "speech therapist", "speech & language", "SLT", "SALT", "SaLT", NULL } },
	{ "occupational therapy", { "occupational therapy", "occupational therapist", "occupational therapists", "occupational therapy's", "OT", "OTs", NULL } },
	{ "physiotherapy", { "physiotherapy", "physiotherapist", "physiotherapists", "physio", NULL } },
	{ "educational psychology", { "educational psychology", "educational psychologist", "educational psychologists", "educational psychological", "EP", "EPs", NULL } },
	{ "child mental health", { "CAMHS", "clinical psychologist", "clinical psychology", "psychotherapist", "psychotherapy", "mental health", "counsellor", "counselling",
	    "psychiatrist", "play therapist", "family therapist", NULL } },
	{ "the teaching of deaf children", { "teacher of the deaf", "teachers of the deaf", "teacher of deaf", "QToD", "ToD", "hearing impairment", "hearing support", "audiology",
	    "audiologist", NULL } },
	{ "the teaching of children with vision impairment", { "vision impairment", "visual impairment", "vision impaired", "visually impaired", "QTVI", "habilitation", "mobility officer",
	    "vision support", NULL } },
	{ "nursing", { "nurse", "nurses", "nursing", NULL } },
	{ "dietetics", { "dietitian", "dietician", "dietetic", "dietetics", NULL } },
	{ "paediatrics", { "paediatrician", "paediatric consultant", "consultant paediatrician", "community paediatrics", "neurologist", NULL } },
	{ "social care", { "social worker", "social work", "social care", "short break", "short breaks", "early help", "personal assistant", "family support worker",
	    "disabled children's team", NULL } },
	{ "specialist teaching", { "specialist teacher", "specialist teachers", "specialist teaching", "advisory teacher", "outreach teacher", "autism outreach", "learning support service", NULL } },
	{ "music therapy", { "music therapist", "music therapy", NULL } },
	{ "art or drama therapy", { "art therapist", "art therapy", "drama therapist", "dramatherapist", "drama therapy", NULL } },
};

/* "OT" is occupational therapy, "ot" is no word. */
static bool
is_short(const char *word)
{
	return ehc_is_capital(word[0]) && (ehc_is_capital(word[1]) || (word[1] != '\0' && ehc_is_capital(word[2])));
}

static bool
stands(struct ehc_str s, const char *word)
{
	size_t from = 0, at;

	while ((at = ehc_str_find_word(ehc_str_sub(s, from, s.len), word)) != SIZE_MAX) {
		struct ehc_str found = ehc_str_of(word);

		from += at;
		if (!is_short(word) || ehc_str_eq(ehc_str_sub(s, from, from + found.len), found))
			return true;
		from += found.len;
	}
	return false;
}

unsigned
ehc_services_in(struct ehc_str words)
{
	unsigned found = 0;

	for (size_t i = 0; i < EHC_COUNT(services); i++)
		for (size_t k = 0; services[i].words[k] != NULL && !(found & 1u << i); k++)
			if (stands(words, services[i].words[k]))
				found |= 1u << i;
	return found;
}

const char *
ehc_service_called(unsigned found)
{
	for (size_t i = 0; i < EHC_COUNT(services); i++)
		if (found & 1u << i)
			return services[i].called;
	return NULL;
}
