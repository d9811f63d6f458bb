# Two commands are all the set-up there is: `make demo` and `make test`.
# Each makes the virtual environment, installs what the lock files name, and does its job.
# Another interpreter: make PYTHON=python3.12 demo. More arguments: make demo ARGS="--port 9000".

PYTHON ?= python3
VENV ?= .venv
ARGS ?=

PY := $(VENV)/bin/python
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
PIP := $(PY) -m pip install --quiet --require-hashes --requirement
# One more than there are processors: a test that starts a process, or waits for one, leaves room. The
# long tests time-share what they have as it is.
CORES := $(shell getconf _NPROCESSORS_ONLN)
WORKERS := -n $(shell expr $(CORES) + 1) --maxprocesses 8
LONG_WORKERS := -n $(CORES) --maxprocesses 8
WHERE_CHROMIUM := from playwright.sync_api import sync_playwright as p; \
	print(p().start().chromium.executable_path)
UV = $(or $(shell command -v uv),$(VENV)/bin/uv)
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url pyproject.toml

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
export PYTHONUNBUFFERED := 1

.PHONY: help demo test check bench chaos browser lock clean

help:
	@echo "make demo      the portal with a seeded fashion week and a chat page: no account needed"
	@echo "make test      all tests but the long ones"
	@echo "make check     format, lint, types, layers: the list that CI runs"
	@echo "make bench     the benchmarks, each against a floor measured in the same run"
	@echo "make chaos     the long tests: many kills, many generated examples"
	@echo "make browser   installs what the browser tests need"
	@echo "make lock      writes the lock files anew"
	@echo "make clean     removes the virtual environment and caches; data in var/ stay"

demo: $(RUNTIME)
	@exec $(PY) main.py demo $(ARGS)

test: $(DEV)
	PATH="$(abspath $(VENV))/bin:$$PATH" $(PY) -m pytest $(WORKERS) -m "not chaos" $(ARGS)

check: $(DEV)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m mypy main.py
	$(VENV)/bin/lint-imports

bench: $(DEV)
	$(PY) -m tests.bench $(ARGS)

chaos: $(DEV)
	PATH="$(abspath $(VENV))/bin:$$PATH" $(PY) -m pytest $(LONG_WORKERS) -m chaos $(ARGS)

browser: $(DEV)
	@command -v chromium chromium-browser google-chrome >/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get -qq update && apt-get -qq install --yes --no-install-recommends chromium; \
	else \
		$(PY) -m playwright install chromium && \
		ln -sf "$$($(PY) -c '$(WHERE_CHROMIUM)')" $(VENV)/bin/chromium; \
	fi

lock: $(DEV)
	@command -v $(UV) >/dev/null || $(PY) -m pip install --quiet uv
	$(COMPILE) --upgrade --output-file requirements.lock
	$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -not -path './var/*' -prune -exec rm -rf {} +

$(PY):
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit( \
		"Python 3.11 or newer is needed, this is " + sys.version.split()[0] + \
		": make PYTHON=python3.11 $(MAKECMDGOALS)")'
	@echo "Making the virtual environment $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.lock | $(PY)
	@echo "Installing the packages that requirements.lock names"
	@$(PIP) requirements.lock
	@touch $@

# The lock of the developers' tools holds all of requirements.lock, at the same versions.
$(DEV): requirements-dev.lock | $(PY)
	@echo "Installing the packages that requirements-dev.lock names"
	@$(PIP) requirements-dev.lock
	@touch $@ $(RUNTIME)
