# make chat    set up if needed, bring the index up to date, open the chat window
# make test    set up if needed, then all checks and tests
PYTHON ?= python3
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 7860
AXE := 4.14.1
BENCH ?= ../shared/bench
BENCH_EXCHANGES ?= 10000
BENCH_PDFS ?= $(wildcard ../shared/letters/aanhangsel-pdf)

.PHONY: install install-dev chat test check eval bench axe load pictures clean

install: .venv/installed

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Vraagbaak needs Python 3.11 or newer; name it with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

install-dev: .venv/installed-dev

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

chat: install
	@$(BIN)/vraagbaak chat --host $(HOST) --port $(PORT)

test: check
	$(BIN)/python -m pytest

check: install-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

eval: install
	$(BIN)/vraagbaak ingest
	$(BIN)/vraagbaak eval

# The question sets asked of Vraagbaak and of what others build, then the search and the speed by themselves: BENCH
# names a folder of pairs and queries (eval/bench), BENCH_PDFS one of PDFs to measure with besides;
# BENCH_EXCHANGES="10000 100000" measures speed with so many exchanges, the latter in some ten minutes
bench: install-dev
	$(BIN)/python -m eval.comparison --part held
	@if test -d "$(BENCH)"; then $(BIN)/python -m eval.bench "$(BENCH)"; \
		else echo "There is no folder $(BENCH); name one with: make bench BENCH=DIR. Only speed is measured."; fi
	$(BIN)/python -m eval.speed --exchanges $(BENCH_EXCHANGES) $(addprefix --pdfs ,$(BENCH_PDFS))

# axe-core judges the pages in a browser; without it those tests say why they skip
axe: node_modules/axe-core/axe.min.js

node_modules/axe-core/axe.min.js:
	npm install --no-save --no-package-lock --no-audit --no-fund --silent axe-core@$(AXE)

# 100 people with the window open at once, for a minute
load: install-dev
	$(BIN)/python -m scripts.load

# PDF names a letter, to show its page beside its text
pictures: install-dev
	$(BIN)/python -m scripts.pictures $(if $(PDF),--pdf $(PDF))

clean:
	rm -rf .venv build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
