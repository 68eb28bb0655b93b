# Needs GNU make, Swift 6.2 or newer, and python3 for the checks. `make help` lists the targets.

SHELL := /bin/sh
SWIFT ?= swift
export SWIFT
PREFIX ?= /usr/local
# Put before every installed path, for packagers.
DESTDIR ?=

BUILD := .build
FONS := $(BUILD)/release/fons
MANUAL := $(BUILD)/manual
COMPLETIONS := $(BUILD)/completions
LIBRARY := $(BUILD)/demo-library

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help all demo test check soak bench accuracy formats docs man completions install uninstall clean libraries FORCE

help: ## List what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

libraries:
	@Tools/install-libraries build

# Swift knows best whether anything has to be built; an unchanged binary makes nothing else anew.
$(FONS): FORCE | libraries
	$(SWIFT) build -c release --product fons

$(LIBRARY)/library.json: Examples/encyclopedia.xml $(FONS)
	rm -rf $(LIBRARY)
	$(FONS) library add --library $(LIBRARY) Examples/encyclopedia.xml

all: $(FONS) man completions ## Build the program, its man pages and its completions

# What is shown must not depend on the network.
demo docs check: export FONS_OFFLINE := 1

# Status 1 says that some quotations do not pass: an answer, not a failure.
demo: $(LIBRARY)/library.json ## Install what is missing, build, check Examples/post.txt
	@$(FONS) check --library $(LIBRARY) --format html --output report.html Examples/post.txt \
	  || test $$? -eq 1
	@$(FONS) check --library $(LIBRARY) Examples/post.txt || test $$? -eq 1
	@echo
	@echo "The same as a page: $(CURDIR)/report.html"

test: libraries ## Run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test

check: libraries ## Lint, schema, manual, completions, examples, installation, fuzzers
	@Tools/install-libraries check
	$(SWIFT) build -c release
	$(MAKE) --no-print-directory all $(LIBRARY)/library.json
	Tools/check

# The tests of crashes, full disks and flipped bytes, hundreds of times.
soak: libraries ## Kill, fill up and damage libraries for an hour; ten minutes of each fuzzer
	$(SWIFT) build --build-tests
	FONS_SOAK=1 $(SWIFT) test --skip-build --filter 'FailingDisk|InterruptedAdd|RandomDamage'
	Fuzz/run "$${FONS_FUZZ_SECONDS:-600}"

bench: ## Measure building and finding (Benchmarks/README.md)
	Benchmarks/run

# CORPORA names the unpacked ../shared/data; without it they are unpacked there.
CORPORA ?=
accuracy: $(FONS) ## Measure false accepts and rejects (Benchmarks/accuracy/README.md)
	@corpora="$(CORPORA)"; \
	if [ -z "$$corpora" ]; then \
	  if [ ! -x ../shared/data/unpack ]; then \
	    echo "Accuracy needs the corpora: make accuracy CORPORA=DIR" >&2; exit 2; \
	  fi; \
	  corpora=$$(../shared/data/unpack $(BUILD)/corpora | tail -n 1); \
	fi; \
	python3 Benchmarks/accuracy/run.py "$$corpora" --fons $(FONS) --folder $(BUILD)/accuracy

formats: | libraries ## Compare with other readers of the same files (Documentation/Formats.md)
	$(SWIFT) build -c release --product fons-formats
	@corpora="$(CORPORA)"; \
	[ -n "$$corpora" ] || corpora=$$(../shared/data/unpack $(BUILD)/corpora | tail -n 1); \
	python3 Benchmarks/formats/run.py "$$corpora"

docs: $(LIBRARY)/library.json ## Write what is generated: the manuals of kinds and policies, the README's example
	Tools/make-differences-manual.py
	Tools/make-policies-manual.py
	Tools/check-phenomena.py --write
	Tools/make-readme-example.py

# A page for each command, from the same source as its help.
man: $(MANUAL)/fons.1
$(MANUAL)/fons.1: $(FONS)
	Tools/make-manual $(MANUAL)

completions: $(COMPLETIONS)/fons.fish
$(COMPLETIONS)/fons.fish: $(FONS)
	mkdir -p $(COMPLETIONS)
	$(FONS) --generate-completion-script bash > $(COMPLETIONS)/fons.bash
	$(FONS) --generate-completion-script zsh > $(COMPLETIONS)/_fons
	$(FONS) --generate-completion-script fish > $@

# With sudo, what was built before is installed: nothing is built as root in a user's folder.
ifndef SUDO_USER
install: all
endif
install: ## Install under PREFIX (/usr/local); after make all, with sudo
	Tools/install "$(DESTDIR)$(PREFIX)"

uninstall: ## Remove what install put under PREFIX
	Tools/install --remove "$(DESTDIR)$(PREFIX)"

clean: ## Remove all that was built
	rm -rf $(BUILD) report.html
