/*
 * siphash.c - SipHash-2-4 by J.-P. Aumasson and D. J. Bernstein: a short keyed hash. Whoever does not have the key can
 * neither make the fingerprint of a finding nor guess what a fingerprint stands for.
 */
#include "ehc/diag.h"

#include <string.h>

struct state { uint64_t v0, v1, v2, v3; };

static uint64_t
turn(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

static void
mix(struct state *s, int rounds)
{
	while (rounds-- > 0) {
		s->v0 += s->v1;
		s->v2 += s->v3;
		s->v1 = turn(s->v1, 13) ^ s->v0;
		s->v3 = turn(s->v3, 16) ^ s->v2;
		s->v0 = turn(s->v0, 32);
		s->v2 += s->v1;
		s->v0 += s->v3;
		s->v1 = turn(s->v1, 17) ^ s->v2;
		s->v3 = turn(s->v3, 21) ^ s->v0;
		s->v2 = turn(s->v2, 32);
	}
}

static void
take(struct state *s, uint64_t word)
{
	s->v3 ^= word;
	mix(s, 2);
	s->v0 ^= word;
}

uint64_t
ehc_siphash(struct ehc_key key, struct ehc_str s)
{
	struct state state = { key.low ^ 0x736f6d6570736575u, key.high ^ 0x646f72616e646f6du, key.low ^ 0x6c7967656e657261u,
		key.high ^ 0x7465646279746573u };
	char last[8] = { 0 };
	size_t i = 0;

	for (; s.len - i >= 8; i += 8)
		take(&state, ehc_eight_at(s.ptr + i));
	if (i < s.len)
		memcpy(last, s.ptr + i, s.len - i);
	take(&state, (uint64_t)(s.len & 0xFF) << 56 | ehc_eight_at(last));
	state.v2 ^= 0xFF;
	mix(&state, 4);
	return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

struct ehc_key
ehc_key_of(struct ehc_str secret)
{
	return (struct ehc_key){ ehc_siphash((struct ehc_key){ 1, 0 }, secret), ehc_siphash((struct ehc_key){ 2, 0 }, secret) };
}
