# make run and make test do everything; make setup is part of both and asks nothing.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
CATALOGUE := locale/th/LC_MESSAGES/satcha
# The share of lines and branches of ledger and reports that tests must have been through; it only rises.
COVERED := 90
# What covers ledger and reports: the tests of their own layers.
TRACED := $(addprefix tests/,console domain exchange queries reports storage usecases)

.PHONY: setup run test lint tests coverage bench attack gallery office texts format lock clean system screen

setup: $(BIN)/.program $(CATALOGUE).mo

run: setup
	@$(BIN)/satcha start

# A make of its own, because the screen that setup installs is looked for when make starts.
test: screen setup
	@$(MAKE) lint tests

lint: setup
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Almost all tests draw off screen; the virtual screen is for those that open a real window.
tests: SCREEN := $(if $(shell command -v xvfb-run),xvfb-run --auto-servernum --server-args="-screen 0 1366x768x24")
tests: setup
	@$(SCREEN) $(BIN)/pytest -n auto --dist worksteal

# Tracing doubles what the tests of a layer cost, so it is a run of its own; windows are not traced.
coverage: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --dist worksteal --cov --cov-report= $(TRACED)
	@$(BIN)/coverage report --include='ledger/*,reports/*' --fail-under=$(COVERED) >.coverage-report || \
	  { cat .coverage-report; exit 1; }
	@tail -1 .coverage-report

bench: setup
	@$(BIN)/python -m tests.bench

# A night's work: twelve to fourteen hours of one core by its parts, measured singly; seven on two.
# SHARE=0.05 is a twentieth of it; some minutes go into what is planted, however small the share.
attack: setup
	@HYPOTHESIS_PROFILE=attack $(BIN)/python -m tests.attack $(if $(SHARE),--share $(SHARE))

gallery: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.gallery

# For who has LibreOffice: every paper's workbook, opened and saved again by it, cell beside cell.
office: setup
	@$(BIN)/python -m tests.office

# Texts of the code into the catalogue; MERGE names further files with translations.
texts: $(BIN)/.program
	@$(BIN)/python -m tests.tools.texts --update $(if $(MERGE),--merge $(MERGE))

format: setup
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format

# Only for who changes a dependency: needs uv, nobody else does.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
  --no-strip-extras --no-emit-index-url pyproject.toml
lock:
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	@$(LOCK) --extra develop --extra office --output-file installer/requirements-develop.lock
	@$(LOCK) --constraint installer/requirements-develop.lock --output-file installer/requirements.lock

clean:
	@rm -rf .venv build dist *.egg-info .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find desktop ledger reports tests -name __pycache__ -prune -exec rm -rf {} +
	@rm -f $(CATALOGUE).mo

# -------------------------------------------------------------------- what setup consists of

# A copied folder brings scripts that point at the old place: forget that anything was installed.
FORGET := $(shell [ "$$(cat .venv/.place 2>/dev/null)" = "$(CURDIR)" ] || rm -f $(BIN)/.packages $(BIN)/.program)

system:
	@installer/setup.sh system

screen:
	@installer/setup.sh system screen

$(BIN)/.packages: installer/requirements-develop.lock installer/setup.sh | system
	@installer/setup.sh packages
	@touch $@

$(BIN)/.program: pyproject.toml $(BIN)/.packages
	@installer/setup.sh program
	@touch $@

$(CATALOGUE).mo: $(CATALOGUE).po installer/compile_texts.py $(BIN)/.packages
	@$(BIN)/python installer/compile_texts.py
