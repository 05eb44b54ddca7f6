# Everything an editor needs. The environment is made anew whenever the lock changes.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true

.DEFAULT_GOAL := help

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

serve: .venv/ok ## show the site at a local address, and again after every change
	$(BIN)/mkdocs serve

build: .venv/ok ## write the site to site/, or leave it as it was and say what is wrong
	$(BIN)/python -m hooks build

editions: .venv/ok ## write the book (EPUB, PDF) and the offline copy to editions/; the next build offers them
	$(BIN)/python -m hooks editions

test: .venv/ok ## run all tests, those in a real browser included
	$(BIN)/python -m hooks.editions.chromium
	$(BIN)/python -m pytest

fuzz: .venv/ok ## try many thousands of random edits of all files: make fuzz FUZZ=100000
	FUZZ=$(or $(FUZZ),20000) $(BIN)/python -m pytest tests/test_fuzz.py

coverage: .venv/ok ## run all tests and list the branches of hooks/ that none of them takes
	$(BIN)/python -m coverage erase
	-$(BIN)/python -m coverage run -m pytest
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

check: .venv/ok ## style, types and workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --pedantic --quiet .github

bench: .venv/ok ## measure how building grows, and the weight of pages: make bench EVENTS="100 1000 10000"
	$(BIN)/python -m tests.bench $(EVENTS)

links: .venv/ok ## ask every address outside this site whether it still answers
	$(BIN)/python -m hooks links --ask

zensical: build ## build the site with the newest Zensical from written-out pages, and compare the two
	rm -rf .cache/zensical
	$(BIN)/python -m hooks pages .cache/zensical
	$(PYTHON) -m venv .cache/zensical-env
	.cache/zensical-env/bin/python -m pip install --quiet --disable-pip-version-check --upgrade zensical
	cd .cache/zensical && ../zensical-env/bin/zensical build --strict
	$(BIN)/python -m tests.outlive site .cache/zensical/site

properdocs: build ## build the site with the newest ProperDocs, and compare the two
	$(PYTHON) -m venv .cache/properdocs-env
	.cache/properdocs-env/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	.cache/properdocs-env/bin/python -m pip install --quiet --disable-pip-version-check --upgrade properdocs
	.cache/properdocs-env/bin/python -m properdocs build --strict --config-file mkdocs.yml --site-dir .cache/properdocs
	$(BIN)/python -m tests.outlive site .cache/properdocs

audit: ## look for known faults in the locked packages
	$(PYTHON) -m venv .cache/audit-env
	.cache/audit-env/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip-audit
	.cache/audit-env/bin/pip-audit --strict --requirement requirements.lock --require-hashes --disable-pip --progress-spinner off

schema: .venv/ok ## write the schemas for editors anew, after a change of the models
	$(BIN)/python -m hooks schema

addresses: .venv/ok ## write the list of addresses that must last anew, after pages or paragraphs were added
	$(BIN)/python -m hooks addresses

release: .venv/ok ## date a version: make release VERSION=0.2.0
	$(BIN)/python -m hooks release $(VERSION)

lock: .venv/ok ## renew requirements.lock (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade -o requirements.lock

clean: ## remove what was built and installed
	rm -rf editions site site.new site.old .cache .venv

.venv/ok: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; call make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-index --no-build-isolation --editable .
	touch $@

.PHONY: help serve build editions test fuzz coverage check bench links zensical properdocs audit schema addresses release lock clean
