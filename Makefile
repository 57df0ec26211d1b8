# `make demo` and `make test` need git, make and Python 3.11 or newer; everything else is fetched into .venv.
# Variables: PYTHON=path/to/python PORT=8000 ARGS="options for pytest"

PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
MANAGE := $(RUN) sandbox/manage.py
HASH := $(shell cksum pyproject.toml | cut -d ' ' -f 1)
INSTALLED := $(VENV)/.installed-$(HASH)
INSTALLED_TESTS := $(VENV)/.installed-tests-$(HASH)
INSTALLED_LINT := $(VENV)/.installed-lint-$(HASH)
# Builders warn of things that are no concern of a newcomer.
PIP := PYTHONWARNINGS=ignore $(RUN) -m pip --disable-pip-version-check --quiet
SITE := OGP_SANDBOX_URL=http://127.0.0.1:$(PORT) DJANGO_RUNSERVER_HIDE_WARNING=true $(MANAGE)

# What mypy --strict reads line by line.
STRICT := $(wildcard ogp_wagtail/handbook ogp_wagtail/exchange ogp_wagtail/evidence ogp_wagtail/jobs) $(wildcard ogp_wagtail/*.py)

.DEFAULT_GOAL := help
.PHONY: help demo test lint messages handbook bench mutants clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

demo: $(INSTALLED) ## serve an invented coalition of three cities at http://127.0.0.1:8000/ (PORT= for another port)
	@$(SITE) migrate --verbosity 0
	@$(SITE) ogp_demo
	@echo
	@echo "Site:   http://127.0.0.1:$(PORT)/"
	@echo "Admin:  http://127.0.0.1:$(PORT)/admin/"
	@echo "Stop with Ctrl-C; 'make clean' forgets everything."
	@echo
	@$(SITE) runserver --noreload 127.0.0.1:$(PORT)

test: $(INSTALLED_TESTS) ## run all tests (ARGS= for pytest's options)
	@$(RUN) -m pytest $(ARGS)

lint: $(INSTALLED_LINT) ## style, types and forgotten migrations
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy $(STRICT)
	$(MANAGE) makemigrations --check --dry-run ogp_wagtail

messages: $(INSTALLED) ## collect what is to be translated and compile the translations (needs GNU gettext)
	cd ogp_wagtail && ../$(RUN) -m django makemessages --all --add-location file --no-obsolete
	cd ogp_wagtail && ../$(RUN) -m django compilemessages

handbook: $(INSTALLED) ## write docs/handbook.md: each rule with its function or question and its tests
	@$(RUN) -m docs.make_handbook

bench: $(INSTALLED_TESTS) ## measure what benchmarks/README.md describes
	$(RUN) -m benchmarks.run $(ARGS)

mutants: $(INSTALLED_TESTS) ## change the rules' code in small ways: the tests have to notice at least 90 %
	@$(PIP) install --group mutants
	@.ci/mutants $(RUN) 90

clean: ## remove the environment, the demo's data and everything built
	rm -rf $(VENV) sandbox/var mutants build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis htmlcov .coverage

# The stamps carry a checksum of pyproject.toml: changed dependencies are installed, unchanged ones cost no time.
$(INSTALLED): | $(RUN)
	@echo "Installing (once) ..."
	@$(PIP) install --upgrade pip
	@$(PIP) install --editable '.[localize]'
	@rm -f $(VENV)/.installed-[0-9]* && touch $@

$(INSTALLED_TESTS): $(INSTALLED)
	@$(PIP) install --group tests
	@rm -f $(VENV)/.installed-tests-* && touch $@

$(INSTALLED_LINT): $(INSTALLED_TESTS)
	@$(PIP) install --group lint
	@rm -f $(VENV)/.installed-lint-* && touch $@

$(RUN):
	@PYTHON='$(PYTHON)' .ci/venv $(VENV)
