# The commands of camket's developers and of anyone who tries it. `make demo` and `make test` are the two to know.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready
GOLD   ?= tests/gold
JOBS   ?= 2
STRICTLY := $(if $(STRICT),--strict-skips)
# Whatever the environment says, what was compiled of the tests is kept: the next worker need not compile it again.
unexport PYTHONDONTWRITEBYTECODE
PYTEST := $(BIN)/python -m pytest --numprocesses $(JOBS) --dist loadfile --no-loadscope-reorder

.PHONY: setup demo test sqlite postgres lint format types check bench soak clean help
.DEFAULT_GOAL := help

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(STAMP) ## build .venv with camket and its tools

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "camket needs Python 3.11 or later; this is $$($(PYTHON) --version). Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m compileall -q src/camket
	@touch $@

demo: setup ## read the sample papers, print the scoreboard, serve the pages; SERVE=0 ends after loading, PORT=N takes another port
	@$(BIN)/camket demo $(if $(filter 0,$(SERVE)),--load,--serve) $(if $(PORT),--port $(PORT))

test: lint ## lint, types and all tests, those of the server on SQLite and PostgreSQL; STRICT=1 makes a skipped test a failure, JOBS=N runs them N at a time
	@tools/beside '$(MAKE) --no-print-directory sqlite' '$(MAKE) --no-print-directory types postgres JOBS=1'

sqlite: setup
	$(PYTEST) $(STRICTLY)

postgres: setup
	STRICT=$(STRICT) tools/with-postgres $(PYTEST) tests/server $(STRICTLY)

lint: setup ## style and complexity
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: setup ## put the code into the one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: setup ## static types
	$(BIN)/mypy

bench: setup ## quality on the gold papers, speed beside its peers; GOLD=DIR (TEXTS=DIR) scores other papers, NEWS=FILE adds texts for speed, FILES=DIR times reading only, REGISTRY=1 pages of a large registry only (REGISTRY=DIR keeps it there), FORECAST=1 forecasts of public series only
	$(BIN)/python -m bench --gold $(GOLD) $(if $(TEXTS),--texts $(TEXTS)) $(if $(REASONS),--reasons) $(if $(NEWS),--news $(NEWS)) $(if $(FILES),--files $(FILES)) $(if $(REGISTRY),--registry $(REGISTRY)) $(if $(FORECAST),--forecast)

soak: setup ## long runs: bad input at length, laws with other examples, many papers, many users on SQLite and PostgreSQL
	$(BIN)/python -m pytest -m soak --timeout 0 --strict-skips -k 'not postgresql'
	$(BIN)/python -m pytest --by-chance --timeout 0 `grep -rlE '@(hypothesis[.])?given|run_state_machine_as_test' tests --include='test_*.py'`
	STRICT=1 tools/with-postgres $(BIN)/python -m pytest -m soak --timeout 0 --strict-skips -s tests/server/test_many_users.py -k postgresql

clean: ## remove what was built
	rm -rf $(VENV) demo build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
