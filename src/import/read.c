/*
 * read.c - a draft's bytes: which format they are in, and the reader of that format. Plain text is read here; Word files and
 * web pages by ehc-word.so, which is loaded when one comes.
 */
#include "ehc/module.h"
#include "import/draft.h"

#include <dlfcn.h>
#include <string.h>

typedef bool word_function(struct ehc_arena *, struct ehc_str, unsigned, struct ehc_draft *, struct ehc_str *);
typedef bool html_function(struct ehc_arena *, struct ehc_str, struct ehc_draft *, struct ehc_str *);

static bool
begins(struct ehc_str bytes, const char *magic, size_t n)
{
	return bytes.len >= n && memcmp(bytes.ptr, magic, n) == 0;
}

static bool
is_zip(struct ehc_str bytes)
{
	return begins(bytes, "PK\003\004", 4) || begins(bytes, "PK\005\006", 4);
}

/* The container of old Word files, and of new ones with a password. */
static bool
is_ole(struct ehc_str bytes)
{
	return begins(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

static bool
is_html(struct ehc_str name, struct ehc_str bytes)
{
	struct ehc_str start = ehc_str_trim(ehc_str_sub(bytes, 0, bytes.len < 512 ? bytes.len : 512));

	return ehc_str_ends_nocase(name, ".html") || ehc_str_ends_nocase(name, ".htm") || ehc_str_starts_nocase(start, "<!doctype html") || ehc_str_starts_nocase(start, "<html");
}

static bool
is_word_name(struct ehc_str name)
{
	return ehc_str_ends_nocase(name, ".docx") || ehc_str_ends_nocase(name, ".docm") || ehc_str_ends_nocase(name, ".dotx") || ehc_str_ends_nocase(name, ".doc");
}

bool
ehc_draft_is(struct ehc_str name, struct ehc_str bytes)
{
	if (ehc_str_ends_nocase(name, ".ehc"))
		return false;           /* whatever it holds, it is meant as a plan */
	return is_zip(bytes) || is_ole(bytes) || is_word_name(name) || is_html(name, bytes) || begins(bytes, "{\\rtf", 5) || begins(bytes, "%PDF-", 5);
}

/* Text that is not UTF-8 comes from an older Windows program; its letters above ASCII are those of code page 1252. */
static struct ehc_str
to_utf8(struct ehc_arena *a, struct ehc_str s)
{
	static const uint16_t high[32] = { 0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
		0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178 };
	char *to;
	size_t n = 0;

	if (ehc_utf8_check(s) == SIZE_MAX)
		return s;
	to = ehc_arena_alloc(a, s.len * 3 + 1);
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		n += ehc_utf8_put(to + n, c >= 0x80 && c < 0xA0 ? high[c - 0x80] : c);
	}
	return (struct ehc_str){ to, n };
}

static bool
load_and_read(struct ehc_arena *a, struct ehc_str bytes, bool html, unsigned how, struct ehc_draft *out, struct ehc_str *trouble)
{
	void *handle = ehc_module_open(a, "ehc-word.so", "the reader of Word files and web pages", trouble);
	void *symbol;
	word_function *word;
	html_function *page;
	bool ok = false;

	if (handle == NULL)
		return false;
	symbol = dlsym(handle, html ? "ehc_html_read" : "ehc_word_read");
	if (symbol == NULL)
		*trouble = EHC_STR("ehc-word.so is not the reader that this program was built with");
	else if (html) {
		memcpy(&page, &symbol, sizeof(page));           /* ISO C has no cast from an object to a function */
		ok = page(a, bytes, out, trouble);
	} else {
		memcpy(&word, &symbol, sizeof(word));
		ok = word(a, bytes, how, out, trouble);
	}
	dlclose(handle);
	return ok;
}

bool
ehc_draft_read(struct ehc_arena *a, struct ehc_str name, struct ehc_str bytes, unsigned how, struct ehc_draft *out, struct ehc_str *trouble)
{
	*out = (struct ehc_draft){ .arena = a, .format = "text", .bytes = bytes, .how = how };
	*trouble = EHC_NOSTR;
	if (bytes.len == 0)
		*trouble = EHC_STR("is empty");
	else if (is_ole(bytes))
		*trouble = ehc_str_ends_nocase(name, ".doc") ? EHC_STR("is an old Word file (.doc); open it in Word and save it as .docx") :
		    EHC_STR("is protected with a password, or is an old Word file; open it in Word and save it as .docx without a password");
	else if (begins(bytes, "{\\rtf", 5))
		*trouble = EHC_STR("is a rich text file (.rtf); open it in Word and save it as .docx");
	else if (begins(bytes, "%PDF-", 5))
		*trouble = EHC_STR("is a PDF, which does not say what belongs together; import the Word file that it was made from");
	else if (is_zip(bytes)) {
		out->format = "Word";
		return load_and_read(a, bytes, false, how, out, trouble);
	} else if (is_word_name(name))
		*trouble = EHC_STR("is no Word file, whatever its name says; it may be damaged");
	else if (is_html(name, bytes)) {
		out->format = "HTML";
		return load_and_read(a, bytes, true, how, out, trouble);
	} else if (memchr(bytes.ptr, '\0', bytes.len) != NULL)
		*trouble = EHC_STR("is neither a Word file nor a web page nor text");
	else
		draft_plain(a, to_utf8(a, bytes), out);
	return trouble->len == 0;
}

static bool
has_prompts(const struct ehc_draft *d)
{
	for (size_t i = 0; i < d->left.count; i++)
		if (strcmp(d->left.items[i].reason, DRAFT_PROMPT) == 0)
			return true;
	return false;
}

struct ehc_import *
ehc_import_draft(struct ehc_arena *a, struct ehc_str name, struct ehc_str bytes, unsigned how, struct ehc_str *trouble)
{
	struct ehc_draft *d = EHC_NEW(a, struct ehc_draft), *form;
	struct ehc_import *im, *as_form;

	if (!ehc_draft_read(a, name, bytes, how, d, trouble))
		return NULL;
	if (how & EHC_DRAFT_ADVICE) {
		im = ehc_import_advice(a, d);
		if (im == NULL)
			*trouble = EHC_STR(EHC_IMPORT_IS_PLAN);
		return im;
	}
	im = ehc_import_recognise(a, d);
	if (!im->is_nameless || !has_prompts(d))
		return im;
	form = EHC_NEW(a, struct ehc_draft);
	if (!ehc_draft_read(a, name, bytes, how | EHC_DRAFT_PROMPTS, form, trouble))
		return NULL;
	as_form = ehc_import_recognise(a, form);
	return as_form->is_form ? as_form : im;
}
