# The few commands a person needs. `make` builds the site and every PDF; `make test` runs all the tests; `make audit` looks at every page of the site;
# `make fuzz` reads a million damaged files, measures the worst ones that the limits let through, and stops two hundred builds;
# `make holes LIJST=…` looks for known holes in what is locked.
SHELL := /bin/sh
BIN := .venv/bin

.PHONY: all build check serve test audit fuzz holes bench clean

all: build

build: .venv/build-ready
	@$(BIN)/methodiek build

check: .venv/build-ready
	@$(BIN)/methodiek check

serve: .venv/build-ready
	@$(BIN)/methodiek serve

test: .venv/test-ready
	@$(BIN)/python -m pytest

audit: .venv/audit-ready build
	@$(BIN)/python -m tests.site.audit build/site
	@$(BIN)/python -m tests.site.audit.lighthouse build/site
	@$(BIN)/methodiek build --uitgave openbaar
	@$(BIN)/python -m tests.public

fuzz: .venv/test-ready
	@$(BIN)/python -m tests.fuzzing 1000000
	@$(BIN)/python -m bench.worst
	@$(BIN)/python -m tests.interruptions 200

holes: .venv/test-ready
	@$(BIN)/python -m tests.known_holes $(LIJST)

.venv/build-ready: requirements/build.txt pyproject.toml scripts/prepare
	@scripts/prepare build

.venv/test-ready: requirements/test.txt requirements/build.txt requirements/audit/package-lock.json pyproject.toml scripts/prepare
	@scripts/prepare test

.venv/audit-ready: .venv/test-ready
	@scripts/prepare audit

clean:
	rm -rf build tests/*/build

# bench/README.md says how to read it; `make bench ARGS=--kort` takes minutes instead of an hour.
bench: .venv/test-ready
	@$(BIN)/python -m bench $(ARGS)
