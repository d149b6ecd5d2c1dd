# make run   set up, read the example reports, write the exports, serve the desk (SERVE=0 stops after the exports)
# make test  set up, lint, types, import rules, tests
# make eval  scores of all gold, failing below eval/floors.json     make bench  speed beside a named alternative (ARCHIVE=1: of 100,000 sentences too)
VENV ?= .venv
PY := $(VENV)/bin/python
SERVE ?= 1
OUT ?= out

.PHONY: run test eval bench setup lint lock clean
setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock pyproject.toml
	python3 -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

run: setup
	$(VENV)/bin/sijill demo --out $(OUT) $(if $(filter 0,$(SERVE)),--no-serve,)

lint: setup
	$(VENV)/bin/ruff check sijill tests eval training
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

test: lint
	$(PY) -m pytest

eval: setup
	$(PY) -m eval.gate
	@if [ -d ../shared/measure ]; then $(PY) -m eval.tempeval && $(PY) -m eval.event_location && $(PY) -m eval.muc; else echo "skipped: dates, places of happenings, MUC-4 (no ../shared/measure)"; fi
	@if [ -d ../shared/gazetteer ]; then $(PY) -m eval.places; else echo "skipped: places (no gazetteers beside this project)"; fi

bench: setup
	$(PY) -m pytest --benchmark-only --benchmark-columns=median,ops,rounds tests/bench

lock:
	$(PY) -m piptools compile --quiet --strip-extras --extra dev --extra desk --extra llm --extra postgres --extra shapes --extra osm --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --allow-unsafe --no-header -o requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache
