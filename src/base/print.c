/*
 * print.c - texts put together by a format. Messages are mostly words and names, with a number here and there: those few
 * conversions are made here, a fifth of what printf costs. A format with any other is handed to printf whole.
 */
#include "base/print.h"

#include <limits.h>
#include <string.h>

struct sink { char *to; size_t room, len; };    /* len goes on where the room is used up, so that it tells what was needed */

static void
put(struct sink *s, const char *bytes, size_t n)
{
	if (s->len < s->room && n < s->room - s->len)
		memcpy(s->to + s->len, bytes, n);
	s->len += n;
}

static void
put_number(struct sink *s, size_t n)
{
	char figures[24];               /* more than a size_t has */
	size_t at = sizeof(figures);

	do {
		figures[--at] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	put(s, figures + at, sizeof(figures) - at);
}

/* Fills the sink; false at the first conversion that is not made here. */
static bool
fill(struct sink *s, const char *fmt, va_list args)
{
	for (;;) {
		const char *percent = strchrnul(fmt, '%'), *text;
		int n;
		char c;

		put(s, fmt, (size_t)(percent - fmt));
		if (*percent == '\0')
			return true;
		fmt = percent + 2;
		switch (percent[1]) {
		case '%':
			put(s, "%", 1);
			break;
		case 'c':
			c = (char)va_arg(args, int);
			put(s, &c, 1);
			break;
		case 'd':
			n = va_arg(args, int);
			if (n < 0)
				put(s, "-", 1);
			put_number(s, n < 0 ? 0 - (size_t)n : (size_t)n);
			break;
		case 'u':
			put_number(s, va_arg(args, unsigned));
			break;
		case 's':
			text = va_arg(args, const char *);
			if (text == NULL)
				return false;
			put(s, text, strlen(text));
			break;
		case 'z':
			if (*fmt++ != 'u')
				return false;
			put_number(s, va_arg(args, size_t));
			break;
		case '.':
			if (strncmp(fmt, "*s", 2) != 0)
				return false;
			fmt += 2;
			n = va_arg(args, int);
			text = va_arg(args, const char *);
			if (n < 0 || text == NULL)
				return false;
			put(s, text, strnlen(text, (size_t)n));
			break;
		default:
			return false;
		}
	}
}

int
ehc_vprint(char *to, size_t room, const char *fmt, va_list args)
{
	struct sink s = { to, room, 0 };
	va_list again;
	int n;

	va_copy(again, args);
	if (!fill(&s, fmt, args))
		n = vsnprintf(to, room, fmt, again);
	else if (s.len > INT_MAX)
		n = -1;
	else {
		n = (int)s.len;
		if (s.len < room)
			to[s.len] = '\0';
	}
	va_end(again);
	return n;
}
