# Makefile - every target of the project; `make help` lists them.
#
#   make          the program, build/release/ehc
#   make demo     installs what is missing, builds, runs the main job on a real plan
#   make test     installs what is missing, builds, passes every test
#   make install  the program, its manual and the library, below PREFIX (/usr/local)
#
# A mode has its own folder under build/: release, debug, asan, tsan, cover, fuzz. `make MODE=asan check` runs the tests in it.

comma := ,
MODE ?= release
BUILD ?= build
B := $(BUILD)/$(MODE)
G := $(BUILD)/gen
CC ?= gcc
FLEX ?= flex
BISON ?= bison
# How many tests, sources or judges are worked on at a time.
JOBS ?= $(shell nproc)
export JOBS

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
CPPFLAGS += -D_GNU_SOURCE -Iinclude -Igrammar -I$(G) -Isrc
# What makes a fault in the program harder to use against the machine it runs on; tests/hardening.sh looks for it in what was built.
HARDEN := -D_FORTIFY_SOURCE=2 -fstack-protector-strong $(if $(filter x86_64-%,$(shell $(CC) -dumpmachine 2>/dev/null)),-fcf-protection)
FLAGS_release := -O2 -g $(HARDEN)
FLAGS_debug := -O0 -g
FLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FLAGS_tsan := -O1 -g -fsanitize=thread
FLAGS_cover := -O0 -g --coverage -fprofile-update=atomic
FLAGS_fuzz := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
ifeq ($(FLAGS_$(MODE)),)
$(error MODE is release, debug, asan, tsan, cover or fuzz, not "$(MODE)")
endif
# Where the sources lie leaves no trace in what is built from them. -fPIC serves the shared objects, and -pie as -fPIE would;
# nobody replaces a function of the library by another, so calls within a file may be inlined.
CFLAGS += -std=c11 -fPIC -fno-semantic-interposition -ffile-prefix-map=$(CURDIR)=. $(WARN) $(FLAGS_$(MODE)) $(EXTRA)
# Pointers in tables are filled in each time a program starts; the packed list of them is a hundredth as long. Linker and C library must both
# know it (binutils 2.38, glibc 2.36), so a program that has one is made and run, once, when something is linked.
PACK := -Wl$(comma)-z$(comma)pack-relative-relocs
PACKED = $(eval PACKED := $(shell t=$$(mktemp) && echo 'const char *volatile s = ""; int main(void) { return *s; }' | \
	$(CC) -xc -fPIE -pie $(PACK) -o $$t - 2>/dev/null && $$t && echo $(PACK); rm -f $$t))$(PACKED)
LDFLAGS += $(FLAGS_$(MODE)) $(if $(filter release,$(MODE)),-Wl$(comma)-z$(comma)relro$(comma)-z$(comma)now $(PACKED))

# ---- what the Debian packages are; `make setup` installs those that are missing ----
BUILD_PACKAGES := gcc libc6-dev make flex bison pkg-config libhpdf-dev libharfbuzz-dev libfribidi-dev libdeflate-dev libpng-dev libzip-dev libxml2-dev libsqlite3-dev fonts-noto-core fonts-dejavu-core fonts-droid-fallback icc-profiles-free
TEST_PACKAGES := check clang libclang-rt-14-dev valgrind jq mandoc python3 python3-jsonschema python3-yaml qpdf poppler-utils libxml2-utils strace cppcheck clang-tidy openjdk-17-jdk-headless libjaxb-java npm
# The judges of HTML need a browser, those of calendars and of Word files other readers of them; no test does.
JUDGE_PACKAGES := chromium nodejs python3-icalendar jing libreoffice-writer-nogui python3-docx

# What makes and looks at the Debian packages.
DEB_PACKAGES := binutils debhelper dpkg-dev lintian

# What the bench of printing is measured beside.
BENCH_PACKAGES := weasyprint texlive-latex-base poppler-utils

# ---- sources ----
GENERATED := $(G)/lexicon.c $(G)/plan_lex.c $(G)/plan_tab.c $(G)/amount_lex.c $(G)/amount_tab.c
LIB_SRC := $(filter-out src/cli/%,$(wildcard src/*.c src/*/*.c))
PDF_SRC := $(wildcard src/document/pdf/*.c)
WORD_SRC := $(wildcard src/import/word/*.c src/document/word/*.c)
XML_SRC := $(wildcard src/import/xml/*.c)
HISTORY_SRC := $(wildcard src/pages/history/*.c)
CLI_SRC := $(wildcard src/cli/*.c)
TEST_SRC := $(wildcard tests/unit/test_*.c)
LIB_OBJ := $(LIB_SRC:%.c=$(B)/%.o) $(GENERATED:$(G)/%.c=$(B)/gen/%.o)
PDF_OBJ := $(PDF_SRC:%.c=$(B)/%.o)
WORD_OBJ := $(WORD_SRC:%.c=$(B)/%.o)
XML_OBJ := $(XML_SRC:%.c=$(B)/%.o)
HISTORY_OBJ := $(HISTORY_SRC:%.c=$(B)/%.o)
CLI_OBJ := $(CLI_SRC:%.c=$(B)/%.o)
TESTS := $(TEST_SRC:tests/unit/%.c=$(B)/tests/%)

all: $(B)/ehc $(B)/ehc-pdf.so $(B)/ehc-word.so $(B)/ehc-xml.so $(B)/ehc-history.so

# ---- generated: scanner and parser of the language and of amounts, the phrase tables ----
$(G):
	@mkdir -p $@
$(G)/%_tab.c $(G)/%_tab.h &: grammar/%.y | $(G)
	$(BISON) -Wall -Werror -Wno-other --defines=$(G)/$*_tab.h -o $(G)/$*_tab.c $<
$(G)/%_lex.c $(G)/%_lex.h &: grammar/%.l $(G)/%_tab.h | $(G)
	$(FLEX) --header-file=$(G)/$*_lex.h -o $(G)/$*_lex.c $<
$(G)/mklexicon: $(wildcard grammar/lexicon/*) grammar/letters.h grammar/table_hash.h | $(G)
	$(CC) -std=c11 -D_GNU_SOURCE -O1 $(WARN) -Igrammar -Igrammar/lexicon -o $@ $(wildcard grammar/lexicon/*.c)
$(G)/lexicon.c: $(G)/mklexicon
	$(G)/mklexicon > $@
# Labels are found in a hash table, which a small program makes out of keywords.def.
$(G)/keyword_table: grammar/keyword_table.c grammar/keywords.def src/parse/keyword_hash.h grammar/table_hash.h | $(G)
	$(CC) -std=c11 $(WARN) -Igrammar -Isrc -o $@ $<
$(G)/keyword_slots.h: $(G)/keyword_table
	$< >$@
# Pages name the hashes of their own style and script, and let nothing else run.
$(G)/report_hashes.h: templates/report.css templates/report.js | $(G)
	@for f in css js; do printf '#define REPORT_%s_HASH "sha256-%s"\n' $$(echo $$f | tr a-z A-Z) \
		"$$(sha256sum templates/report.$$f | cut -c1-64 | tr a-f A-F | basenc --base16 -d | base64)"; done >$@
GENERATED_HEADERS := $(G)/report_hashes.h $(G)/keyword_slots.h $(G)/plan_tab.h $(G)/plan_lex.h $(G)/amount_tab.h $(G)/amount_lex.h

# ---- objects, the library, the program and its back ends ----
$(B)/gen/%.o: $(G)/%.c | $(GENERATED_HEADERS)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -Wno-conversion -Wno-sign-conversion -Wno-unused-function -MMD -MP -c -o $@ $<
$(B)/src/document/pdf/%.o: CPPFLAGS += $(shell pkg-config --cflags harfbuzz-subset harfbuzz fribidi 2>/dev/null)
# What the PDF back end carries in itself: see src/document/pdf/bytes.c.
FONTS := /usr/share/fonts/truetype
PDF_FILES := REGULAR=$(FONTS)/noto/NotoSans-Regular.ttf BOLD=$(FONTS)/noto/NotoSans-Bold.ttf \
	REGULAR_MORE=$(FONTS)/dejavu/DejaVuSans.ttf BOLD_MORE=$(FONTS)/dejavu/DejaVuSans-Bold.ttf \
	IDEOGRAPHS=$(FONTS)/droid/DroidSansFallbackFull.ttf SCRIPTS=$(FONTS)/noto/ COLOUR=/usr/share/color/icc/sRGB.icc
$(B)/src/document/pdf/bytes.o: CPPFLAGS += $(foreach f,$(PDF_FILES),-DPDF_FILE_$(subst =,='",$(f))"')
$(B)/src/import/word/%.o: CPPFLAGS += $(shell pkg-config --cflags libxml-2.0 libzip 2>/dev/null)
$(B)/src/import/xml/%.o: CPPFLAGS += $(shell pkg-config --cflags libxml-2.0 2>/dev/null)
$(B)/src/qa/style.o: templates/report.css templates/report.js $(G)/report_hashes.h
$(B)/%.o: %.c | $(GENERATED_HEADERS)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/libehc.a: $(LIB_OBJ)
	rm -f $@ && ar rcsD $@ $^
# The program itself needs libc alone.
$(B)/ehc: $(CLI_OBJ) $(B)/libehc.a
	$(CC) $(LDFLAGS) -pie -o $@ $(CLI_OBJ) $(B)/libehc.a -ldl -pthread
# A back end, loaded when asked for, brings its own copy of the base library, hidden, so that it loads into the program and into the tests alike.
link_back_end = $(CC) $(LDFLAGS) -shared -Wl,--exclude-libs,ALL -o $@ $^
$(B)/ehc-pdf.so: $(PDF_OBJ) $(B)/libehc.a
	$(link_back_end) -lhpdf -lharfbuzz -lharfbuzz-subset -lfribidi -lpng -ldeflate -lm
# Word files in and out, and web pages.
$(B)/ehc-word.so: $(WORD_OBJ) $(B)/libehc.a
	$(link_back_end) -lzip -lxml2 -lm
# Interchange XML in.
$(B)/ehc-xml.so: $(XML_OBJ) $(B)/libehc.a
	$(link_back_end) -lxml2 -lm
# The history of reports on many plans.
$(B)/ehc-history.so: $(HISTORY_OBJ) $(B)/libehc.a
	$(link_back_end) -lsqlite3 -lm

# ---- tests ----
$(B)/tests/%: tests/unit/%.c $(B)/libehc.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -o $@ $< $(LDFLAGS) $(B)/libehc.a $$(pkg-config --cflags --libs check) -ldl -lm -pthread
# dump writes the model of a plan, for tests that compare two; said what was read in its words, for whoever asks why they are judged as they are.
$(B)/tests/dump $(B)/tests/said: $(B)/tests/%: tests/%.c $(B)/libehc.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -MMD -MP -o $@ $< $(B)/libehc.a -lm -ldl -pthread
# A test in C may take a minute, not libcheck's four seconds: a machine that does other things besides is no fault of the program.
export CK_DEFAULT_TIMEOUT := 60
unit: $(TESTS) $(B)/ehc-pdf.so $(B)/ehc-xml.so
	@for t in $(TESTS); do $$t || exit 1; done
tests: $(TESTS) $(B)/tests/dump $(B)/tests/said
# Everything that needs no set-up, with one count at the end; rules, golden, cli, schema and docs run alone too.
check: all $(TESTS) $(B)/tests/dump
	@tests/all.sh $(B)/ehc $(TESTS)
rules: all
	@tests/rules.py --complete $(B)/ehc
golden: all
	@tests/golden.sh $(B)/ehc
cli: all
	@tests/cli.sh $(B)/ehc
schema: all
	@tests/schema.py $(B)/ehc
panel: all
	@tests/panel.py $(B)/ehc
	@tests/pages.py $(B)/ehc
versions: all
	@tests/versions.py $(B)/ehc
advice: all
	@tests/advice.py $(B)/ehc
docs: all
	@tests/manual.sh $(B)/ehc
	@tests/docs.sh $(B)/ehc
	@tests/structure.py
exchange: all
	@tests/exchange.py $(B)/ehc
	@tests/fhir.py $(B)/ehc
# Set-up may bring the compiler itself, so the rest is read afresh behind it.
test: $(BUILD)/.setup-test
	@$(MAKE) --no-print-directory check
# Writes what the tests expect anew; a person reads the difference.
bless: all
	@tests/golden.sh --bless $(B)/ehc
	@tests/rules.py --bless $(B)/ehc
	@tests/manual.sh --bless $(B)/ehc
	@tests/docs.sh --bless $(B)/ehc
	@tests/panel.py --bless $(B)/ehc
	@tests/exchange.py --bless $(B)/ehc

# ---- tests that watch memory and threads, what no test comes to, fuzzing ----
# Every test with sanitizers that see memory misused, memory lost, and what C leaves undefined.
asan-test:
	@$(MAKE) --no-print-directory MODE=asan check
# Input far beyond what anybody writes: too large to be made in every run of the tests.
large: all
	@tests/limits.py $(B)/ehc --large
# What runs in threads, with a sanitizer that sees two of them touch one thing: the batch over every plan of the corpus, and the tests of
# the report on many plans.
tsan-test:
	@$(MAKE) --no-print-directory MODE=tsan all $(BUILD)/tsan/tests/test_panel
	@tests/threads.sh $(BUILD)/tsan
# Each unit test and each command under valgrind; and what a check costs, in instructions.
valgrind-test: all $(TESTS) $(B)/bench/generate
	@tests/instructions.sh $(B)/ehc $(B)/bench/generate
	@tests/valgrind.sh $(B)/ehc $(TESTS)
# How much of src/ the tests execute, and what they never come to; docs/testing.md says why that is so.
COVERED := 90
coverage:
	@if [ -d $(BUILD)/cover ]; then find $(BUILD)/cover -name '*.gcda' -delete; fi
	@$(MAKE) --no-print-directory MODE=cover check
	@tests/coverage.py $(BUILD)/cover --least $(COVERED)
# Each target for so long; what an hour finds and a minute does not is for people: make fuzz FUZZ_SECONDS=3600 FUZZ="plan draft".
FUZZ_SECONDS ?= 60
fuzz: all
	@$(MAKE) -s --no-print-directory MODE=fuzz CC=clang fuzz-targets
	@EHC=$(B)/ehc tests/fuzz/run.sh $(BUILD)/fuzz $(FUZZ_SECONDS) $(FUZZ)
# What the targets begin with, and what they once broke on: this is the same in every run, so it has its place in CI.
fuzz-seeds:
	@$(MAKE) -s --no-print-directory fuzz FUZZ_SECONDS=0
fuzz-targets: $(patsubst tests/fuzz/%.c,$(B)/fuzz-%,$(wildcard tests/fuzz/*.c)) $(B)/ehc-xml.so
$(B)/fuzz-%: tests/fuzz/%.c tests/fuzz/fuzz.h $(B)/libehc.a $(PDF_OBJ) $(WORD_OBJ) $(XML_OBJ)
	$(CC) $(CPPFLAGS) $(CFLAGS) -fsanitize=fuzzer -o $@ $< $(LDFLAGS) $(PDF_OBJ) $(WORD_OBJ) $(XML_OBJ) $(B)/libehc.a \
		-lhpdf -lharfbuzz -lharfbuzz-subset -lfribidi -lpng -ldeflate -lzip -lxml2 -ldl -lm -pthread

# ---- what reads the code ----
# What readers of the code alone can find. Where they are mistaken is said in tests/cppcheck.supp, tests/fanalyzer.supp and .clang-tidy.
# bytes.c holds fonts and no code.
ANALYSED := $(filter-out src/document/pdf/bytes.c,$(LIB_SRC) $(PDF_SRC) $(WORD_SRC) $(XML_SRC) $(HISTORY_SRC) $(CLI_SRC))
analyse: export CPPFLAGS += $(shell pkg-config --cflags harfbuzz-subset harfbuzz fribidi libxml-2.0 libzip 2>/dev/null)
analyse: $(GENERATED_HEADERS)
	@cppcheck --quiet --error-exitcode=1 -j $(JOBS) --std=c11 --enable=warning,performance,portability --suppressions-list=tests/cppcheck.supp \
		-D_GNU_SOURCE -D__GNUC__ -Iinclude -Igrammar -I$(G) -Isrc src && echo "analyse: cppcheck finds nothing"
	@printf '%s\n' $(ANALYSED) | xargs -P $(JOBS) -n 4 tests/analyse.sh gcc && echo "analyse: gcc -fanalyzer finds nothing"
	@printf '%s\n' $(ANALYSED) | xargs -P $(JOBS) -n 4 tests/analyse.sh clang-tidy && echo "analyse: clang-tidy finds nothing"
# Every source through both compilers, each warning an error. Some of gcc's come of its optimisation; clang's do not.
warnings:
	@$(MAKE) -s --no-print-directory BUILD=$(BUILD)/warnings-gcc CC=gcc EXTRA=-Werror all tests
	@$(MAKE) -s --no-print-directory BUILD=$(BUILD)/warnings-clang CC=clang MODE=debug EXTRA=-Werror all tests
	@echo "warnings: none from gcc or clang"

# ---- outside judges ----
# Outside judges on the PDF and the HTML of every plan of the corpus in every style and on the formats for CI, and the judges tried on broken
# copies. They come from the npm registry, so this is no part of `make test`.
# WORD_DRAFTS="FILE.docx ..." are annotated and judged too.
judges: judge-html judge-pages judge-pdf judge-word judge-formats
judge-pdf: J := $(BUILD)/judge/pdf
judge-pdf: all $(BUILD)/.setup-judge
	@rm -rf $J && tests/judges/corpus.sh $(B)/ehc $J pdf && tests/judges/notices.sh $(B)/ehc $J pdf
	@JUDGE=$(BUILD)/judge tests/judges/pdf.sh $J/*.pdf
	@JUDGE=$(BUILD)/judge tests/judges/mutants.sh $J/hcp-diabetes-mixed.national.pdf
judge-html: J := $(BUILD)/judge/html
judge-html: all $(BUILD)/.setup-judge
	@rm -rf $J && tests/judges/corpus.sh $(B)/ehc $J html && tests/judges/notices.sh $(B)/ehc $J html
	@JUDGE=$(BUILD)/judge tests/judges/html.sh $J/*.html
	@JUDGE=$(BUILD)/judge tests/judges/html-mutants.sh $J/hcp-epilepsy-good.national.html
judge-pages: J := $(BUILD)/judge/qa
judge-pages: all $(BUILD)/.setup-judge
	@rm -rf $J && mkdir -p $J
	@for p in $(wildcard corpus/plans/*/plan.ehc); do \
		$(B)/ehc qa -q --as-of 2026-05-01 --fail-on never -o $J/$$(basename $$(dirname $$p)).html $$p || exit 1; done
	@$(B)/ehc qa -q --as-of 2026-05-01 --fail-on never -o $J/panel corpus/panel/plans
	@JUDGE=$(BUILD)/judge tests/judges/html.sh $J/*.html $J/panel/*.html
	@JUDGE=$(BUILD)/judge tests/judges/browser.sh $J/*.html $J/panel/*.html
judge-word: J := $(BUILD)/judge/docx
judge-word: all $(BUILD)/.setup-judge
	@rm -rf $J && tests/judges/corpus.sh $(B)/ehc $J docx
	@tests/judges/word.py $(B)/ehc $(BUILD)/judge/word --plans $J/*.docx --drafts $J/*.national.docx $(WORD_DRAFTS)
judge-formats: all $(BUILD)/.setup-judge
	@JUDGE=$(BUILD)/judge tests/judges/formats.sh $(B)/ehc
	@tests/review.py $(B)/ehc --judge
	@JUDGE=$(BUILD)/judge tests/judges/interchange.sh $(B)/ehc
	@JUDGE=$(BUILD)/judge tests/judges/fhir.sh $(B)/ehc

# ---- benches ----
# How well vague wording is told from specific wording, on the labelled statements of corpus/statements.
bench-wording: all
	@tests/bench/wording.py $(B)/ehc --misses
# Speed and memory of the report on many plans, on generated ones; BENCH_QA="--more 100000" for the largest run.
$(B)/bench/generate: tests/bench/generate.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE -O2 $(WARN) -o $@ $<
bench-qa: all $(B)/bench/generate
	@tests/bench/qa.py $(B)/ehc $(B)/bench/generate $(BENCH_QA)
# How fast plans are checked, beside what else reads the same bytes; BENCH="--npm" installs other checkers of prose too, BENCH="--most 64000" looks at
# memory on that many plans, and BENCH="--nation 64000" takes the time of a tenth of England's.
bench: all $(B)/bench/generate $(B)/bench/check
	@tests/bench/check.py $(B)/ehc $(B)/bench $(BENCH)
$(B)/bench/scan.c: tests/bench/scan.l
	@mkdir -p $(@D)
	$(FLEX) -o $@ $<
$(B)/bench/check: tests/bench/check.c $(B)/bench/scan.c $(B)/libehc.a
	$(CC) $(CPPFLAGS) $(CFLAGS) -Wno-conversion -Wno-sign-conversion -Wno-unused-function -o $@ tests/bench/check.c $(B)/bench/scan.c \
		$(LDFLAGS) $(B)/libehc.a -ldl -lm -pthread
# How fast plans become PDF, beside other ways to print the same words; these are installed for it.
bench-build: all $(BUILD)/.setup-bench $(B)/bench-build
	@tests/bench/build.py $(B)/ehc $(B)/bench-build
$(B)/bench-build: tests/bench/build.c $(B)/libehc.a
	$(CC) $(CPPFLAGS) $(CFLAGS) -o $@ $< $(LDFLAGS) $(B)/libehc.a -ldl -lm -lpthread

# ---- installed: PREFIX is where it will run, DESTDIR a folder to put the tree into instead of / ----
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
# The library and its description; the back ends of the program always lie in $(PREFIX)/lib/ehc, where src/base/module.c looks.
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
MANDIR ?= $(PREFIX)/share/man
DOCDIR ?= $(PREFIX)/share/doc/ehc
BASH_DIR ?= $(PREFIX)/share/bash-completion/completions
ZSH_DIR ?= $(PREFIX)/share/zsh/site-functions
VERSION := $(shell sed -n 's/^.define EHC_VERSION "\(.*\)"/\1/p' include/ehc/base.h)
BACK_ENDS := $(B)/ehc-pdf.so $(B)/ehc-word.so $(B)/ehc-xml.so $(B)/ehc-history.so
MANUAL := $(wildcard docs/man/*.[1-8])
# Lists of files with a path of their own below the folder that they go to.
SHARED := find templates corpus/rules -type f ! -name expect.txt
DOCUMENTS := find README.md docs -type f ! -path 'docs/man/*'
HEADERS := cd include && find ehc -type f -name '*.h'
# Copies the files that a list names, from the folder $2 of the project to $3, readable by everyone whatever the umask.
copy_tree = install -d -m 755 "$(DESTDIR)$3" && $1 | (cd "$(CURDIR)/$2" && umask 022 && xargs cp --parents -t "$(DESTDIR)$3") && \
	$1 | (cd "$(DESTDIR)$3" && xargs chmod 644 && find . -type d -exec chmod 755 {} +)
remove_tree = if [ -d "$(DESTDIR)$2" ]; then $1 | (cd "$(DESTDIR)$2" && xargs rm -f) && find "$(DESTDIR)$2" -depth -type d -empty -delete; fi

# Written each time, because the folders may be others.
pkgconfig:
	@mkdir -p $(B)
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' 'includedir=$(INCLUDEDIR)' 'sharedir=$(PREFIX)/share/ehc' '' 'Name: ehc' \
		"Description: compiler for EHC plans and children's health care plans (England)" 'Version: $(VERSION)' \
		'Cflags: -I$${includedir}' 'Libs: -L$${libdir} -lehc -ldl -pthread' >$(B)/ehc.pc
install: all $(B)/libehc.a pkgconfig
	install -d -m 755 $(DESTDIR)$(BINDIR) $(DESTDIR)$(PREFIX)/lib/ehc $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(MANDIR)/man1 \
		$(DESTDIR)$(BASH_DIR) $(DESTDIR)$(ZSH_DIR)
	install -m 755 $(B)/ehc $(DESTDIR)$(BINDIR)
	install -m 644 $(BACK_ENDS) $(DESTDIR)$(PREFIX)/lib/ehc
	install -m 644 $(B)/libehc.a $(DESTDIR)$(LIBDIR)
	install -m 644 $(B)/ehc.pc $(DESTDIR)$(LIBDIR)/pkgconfig
	install -m 644 $(MANUAL) $(DESTDIR)$(MANDIR)/man1
	install -m 644 completions/ehc.bash $(DESTDIR)$(BASH_DIR)/ehc
	install -m 644 completions/_ehc $(DESTDIR)$(ZSH_DIR)/_ehc
	@$(call copy_tree,$(SHARED),.,$(PREFIX)/share/ehc)
	@$(call copy_tree,$(DOCUMENTS),.,$(DOCDIR))
	@$(call copy_tree,($(HEADERS)),include,$(INCLUDEDIR))
	install -d -m 755 $(DESTDIR)$(INCLUDEDIR)/ehc/lexicon
	install -m 644 grammar/keywords.def $(DESTDIR)$(INCLUDEDIR)/ehc
	install -m 644 grammar/lexicon/lists.def $(DESTDIR)$(INCLUDEDIR)/ehc/lexicon
# Takes away what `make install` of this version put there, and no file of anybody's own: house rules may lie among the templates.
uninstall:
	rm -f $(DESTDIR)$(BINDIR)/ehc $(patsubst $(B)/%,$(DESTDIR)$(PREFIX)/lib/ehc/%,$(BACK_ENDS)) $(DESTDIR)$(LIBDIR)/libehc.a \
		$(DESTDIR)$(LIBDIR)/pkgconfig/ehc.pc $(patsubst docs/man/%,$(DESTDIR)$(MANDIR)/man1/%,$(MANUAL)) \
		$(DESTDIR)$(BASH_DIR)/ehc $(DESTDIR)$(ZSH_DIR)/_ehc \
		$(DESTDIR)$(INCLUDEDIR)/ehc/keywords.def $(DESTDIR)$(INCLUDEDIR)/ehc/lexicon/lists.def
	@$(call remove_tree,$(SHARED),$(PREFIX)/share/ehc)
	@$(call remove_tree,$(DOCUMENTS),$(DOCDIR))
	@$(call remove_tree,($(HEADERS) | sed 's,^ehc/,,'),$(INCLUDEDIR)/ehc)
	@if [ -d $(DESTDIR)$(PREFIX)/lib/ehc ]; then rmdir --ignore-fail-on-non-empty $(DESTDIR)$(PREFIX)/lib/ehc; fi
install-test: all
	@MODE=$(MODE) tests/install.sh $(B)

# The Debian packages, made of a copy of the sources in $(BUILD)/deb.
DEB := $(BUILD)/deb
package: $(BUILD)/.setup-deb
	@[ "$$(dpkg-parsechangelog -S Version)" = "$(VERSION)" ] || { echo "debian/changelog has not the version $(VERSION)" >&2; exit 2; }
	@rm -rf $(DEB) && mkdir -p $(DEB)/ehc-$(VERSION)
	@tar -cf - --exclude=./.git --exclude=./$(BUILD) --exclude=./node_modules --exclude=./out . | tar -xf - -C $(DEB)/ehc-$(VERSION)
	cd $(DEB)/ehc-$(VERSION) && env -u MODE -u BUILD -u JOBS -u MAKEFLAGS -u MAKELEVEL DEB_BUILD_OPTIONS=parallel=$(JOBS) dpkg-buildpackage -b -us -uc >../log 2>&1 || { tail -n 30 ../log >&2; exit 2; }
deb: package
	@tests/package.sh $(DEB)/ehc_$(VERSION)_*.deb $(DEB)/libehc-dev_$(VERSION)_*.deb
	@ls $(DEB)/*.deb
# The packages once more, elsewhere, beside those that are there.
reproducible: package
	@tests/reproducible.sh $(DEB)

# ---- the main job, on a plan of the corpus that is half good ----
DEMO_PLAN := corpus/plans/speech-language-year2-mixed/plan.ehc
demo: $(BUILD)/.setup-build
	@$(MAKE) -s -q all >/dev/null 2>&1 || echo "Building; the first time takes about a minute."
	@$(MAKE) -s --no-print-directory all
	@mkdir -p $(BUILD)/demo
	@echo "\$$ ehc check --as-of 2026-05-01 $(DEMO_PLAN)"; echo
	@$(B)/ehc check --as-of 2026-05-01 --fail-on never $(DEMO_PLAN)
	@echo
	@$(B)/ehc qa --as-of 2026-05-01 --fail-on never -q $(DEMO_PLAN) -o $(BUILD)/demo/plan.qa.html
	@$(B)/ehc build --as-of 2026-05-01 --fail-on never -q $(DEMO_PLAN) -o $(BUILD)/demo/plan.pdf
	@$(B)/ehc build --as-of 2026-05-01 --fail-on never -q --to html $(DEMO_PLAN) -o $(BUILD)/demo/plan.html
	@echo "The plan that was read:        $(DEMO_PLAN)"
	@echo "The quality report on it:      $(BUILD)/demo/plan.qa.html"
	@echo "The plan as the family has it: $(BUILD)/demo/plan.pdf and $(BUILD)/demo/plan.html"

help:
	@echo "make              the program, $(BUILD)/release/ehc, and its PDF back end"
	@echo "make demo         installs what is missing, builds, checks a plan, writes its report and PDF"
	@echo "make test         installs what is missing, builds, passes every test"
	@echo "make check        every test, without set-up"
	@echo "make unit | rules | golden | cli | schema | panel | exchange | versions | advice | docs    one kind of test"
	@echo "make bench-wording  how well vague wording is told from specific wording"
	@echo "make bench        how fast plans are checked, beside a bare scan, xmllint and grep"
	@echo "make bench-qa     speed and memory of the report on many plans, on 20,000 generated ones"
	@echo "make install | uninstall    below PREFIX (/usr/local), in DESTDIR where that is given"
	@echo "make deb          the Debian packages, in $(BUILD)/deb, looked at by lintian and tried"
	@echo "make reproducible   builds twice in different folders and compares the bytes"
	@echo "make judges       validators of PDF/UA, PDF/A, HTML, SARIF, JUnit and others, interchange XML, FHIR, axe-core, a browser, LibreOffice; fetches them from npm and Debian"
	@echo "make bench-build  pages of PDF a second, beside WeasyPrint and LaTeX"
	@echo "make analyse      cppcheck, gcc -fanalyzer and clang-tidy over the sources"
	@echo "make coverage     how much of src/ the tests execute, and what they never come to"
	@echo "make fuzz         bytes of a fuzzer's making through plans, versions, house rules, amounts, drafts, XML, PDF"
	@echo "make asan-test    every test with memory and undefined behaviour watched"
	@echo "make tsan-test    checks and reports on many plans under the thread sanitizer"
	@echo "make valgrind-test   every unit test and each command under valgrind"
	@echo "make large        lines of 100 MB, a million items, a million ties"
	@echo "make warnings     every source through gcc and clang, each warning an error"
	@echo "make bless        writes what the tests expect anew; read the difference"
	@echo "make debug | asan | tsan | cover    the program in another mode, under $(BUILD)/"
	@echo "make setup        installs the Debian packages that are missing"
	@echo "make clean        takes $(BUILD)/ away"

-include $(LIB_OBJ:.o=.d) $(PDF_OBJ:.o=.d) $(WORD_OBJ:.o=.d) $(XML_OBJ:.o=.d) $(HISTORY_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(TESTS:=.d)

# ---- set-up: nothing to do when every package is there ----
SETUP_test := $(TEST_PACKAGES)
SETUP_judge := $(TEST_PACKAGES) $(JUDGE_PACKAGES)
SETUP_deb := $(DEB_PACKAGES)
SETUP_bench := $(BENCH_PACKAGES)
$(BUILD)/.setup-%: Makefile
	@tests/setup.sh $(BUILD_PACKAGES) $(SETUP_$*)
	@mkdir -p $(BUILD) && touch $@
setup: $(BUILD)/.setup-build $(BUILD)/.setup-test

debug asan tsan cover:
	$(MAKE) MODE=$@ all
clean:
	rm -rf $(BUILD)
.PHONY: deb package reproducible install uninstall install-test pkgconfig bench bench-build all unit check rules golden cli schema versions advice docs test asan-test tsan-test valgrind-test large coverage fuzz fuzz-seeds fuzz-targets analyse warnings tests panel exchange bench-qa bench-wording judges judge-pdf judge-html judge-pages judge-word judge-formats bless demo help setup debug asan tsan cover clean
.DELETE_ON_ERROR:
.SECONDARY:
