# make refresh: read the shelf into a tested warehouse. make test: the whole test suite. make check: format, lint, types.
# Both set up what they need on their first run and nothing on their second.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: refresh test soak check format docs lock clean

refresh: .venv/run.stamp
	@$(BIN)/figures refresh || { code=$$?; [ $$code -eq 3 ] && echo "Published; see the reports named above." || exit $$code; }

test: .venv/dev.stamp
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

# Long runs: thousands of kills, millions of claims, random text for minutes.
soak: .venv/dev.stamp
	$(BIN)/pytest -m soak

check: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/sqlfluff lint --processes 0 dbt_project/models dbt_project/tests
	$(BIN)/mypy

format: .venv/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/sqlfluff fix dbt_project/models dbt_project/tests

docs: .venv/run.stamp
	cd dbt_project && ../$(BIN)/dbt docs generate --static

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q ingest schemas
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

# The locks are made with uv (pip install uv); they name hashes and no index.
LOCK := uv pip compile --quiet --python-version 3.11 --universal --generate-hashes \
        --no-emit-index-url --no-header --no-annotate pyproject.toml --extra build
lock:
	$(LOCK) -o requirements.lock
	$(LOCK) --extra dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv warehouse dbt_project/target dbt_project/logs
