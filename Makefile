# The few commands a person needs. `make` builds the site and every PDF; `make test` runs all the tests.
SHELL := /bin/sh
BIN := .venv/bin

.PHONY: all build check serve test audit bench clean

all: build

build: .venv/build-ready
	@$(BIN)/methodiek build

check: .venv/build-ready
	@$(BIN)/methodiek check

serve: .venv/build-ready
	@$(BIN)/methodiek serve

test: .venv/test-ready
	@$(BIN)/python -m pytest

.venv/build-ready: requirements/build.txt pyproject.toml scripts/prepare
	@scripts/prepare build

.venv/test-ready: requirements/test.txt requirements/build.txt pyproject.toml scripts/prepare
	@scripts/prepare test

clean:
	rm -rf build tests/*/build
