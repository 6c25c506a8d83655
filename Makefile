# Two commands: `make demo` sets everything up and builds the example; `make test` does so and proves it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check serve bench clean

demo: $(READY)
	@echo
	@echo "The example firm Meridian, checked:"
	@$(BIN)/ladderc check frameworks/meridian --audience hr
	@for audience in public employees hr; do \
	  $(BIN)/ladderc build frameworks/meridian --audience $$audience || exit 1; \
	done
	@echo
	@echo "The same firm a year before, with one real ladder (its findings are the point):"
	@$(BIN)/ladderc check frameworks/one-ladder --audience hr; test $$? -eq 1
	@echo
	@echo "What changed from the second to the first, for people and for parity:"
	@$(BIN)/ladderc diff frameworks/meridian --base frameworks/one-ladder --audience hr --output build/review.html | head -3
	@echo
	@echo "Open one of these in a browser:"
	@echo "  $(CURDIR)/build/review.html"
	@for audience in public employees hr; do echo "  $(CURDIR)/build/$$audience/site/index.html"; done
	@echo "Or type: $(BIN)/ladderc serve frameworks/meridian"

test: check demo browser
	$(BIN)/python -m pytest -n 2 --dist loadgroup

# What holds without running anything: style, types, and the floors of the architecture.
check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

.PHONY: browser
browser:
	@sh tests/browser.sh

serve: $(READY)
	$(BIN)/ladderc serve frameworks/meridian

bench: $(READY)
	$(BIN)/python tests/bench/run.py

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "ladderc needs Python 3.11 or newer, and $(PYTHON) is older. Type: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)

clean:
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
