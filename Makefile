# Everything sets up what it needs; a second call does no work twice.
# `python3` must be 3.12 or newer: a .python-version stands ready for pyenv.
PYTHON ?= python3
BIN := .venv/bin
RUN := NO_MKDOCS_2_WARNING=1 $(BIN)/python -m
# Public CI says `npm ci`. That refuses a lock without the platforms that a registry lacks, as private ones may.
NODE_INSTALL ?= npm install --no-save
SITE_READY := .venv/.ready
TEST_READY := .venv/.ready-dev
NODE_READY := node_modules/.ready
MUTATION_READY := .venv/.ready-mutation
BENCH_READY := browser/bench/node_modules/.ready
ZENSICAL_READY := build/zensical/.ready
LINKS_READY := build/links/.ready

# RUNTIME=stock builds with Pyodide as it comes: see browser/UPGRADING.md.
export RUNTIME
# Where a file holds a date, it is that of the commit, so that two builds of one commit are equal.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 315619200)

.PHONY: serve build test check format contract coverage mutation bench sums links zensical profile generated lock api upkeep

# ENGINE=zensical serves, builds and tests with Zensical, which comes after Material for MkDocs.
ENGINE ?= mkdocs
export ENGINE
ifeq ($(ENGINE),zensical)
SITE := build/zensical/bin/python -m zensical
CONFIG := --config-file zensical.yml
STRICT := --strict
SITE_MADE_BY := build/zensical/.ready
BESIDES := $(RUN) macros.for_zensical
else
SITE := $(RUN) mkdocs
STRICT := --strict --quiet
BESIDES := @:
endif

serve: generated $(SITE_MADE_BY)
	$(BESIDES) serve
	$(SITE) serve $(CONFIG) --dev-addr 127.0.0.1:8000

build: generated $(SITE_MADE_BY)
	$(BESIDES) before
	$(SITE) build $(CONFIG) $(STRICT)
	$(BESIDES) after

# First what it takes to build in two halves. Two processes, each of which takes whole files, in their order: those of
# tests/browser take longest and come first, so that none of them runs alone at the end.
test: $(TEST_READY) build/browser-ready generated $(SITE_MADE_BY)
	$(RUN) pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

check: $(TEST_READY) $(NODE_READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	npm run --silent lint
	$(BIN)/zizmor --offline --quiet .
	$(SCHEMA).github-workflows .github/workflows/*.yml
	$(SCHEMA).dependabot .github/dependabot.yml
	$(SCHEMA).github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(SCHEMA).github-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	$(SCHEMA).compose-spec deploy/container/compose.yaml
	$(SCHEMA).gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml
SCHEMA := $(BIN)/check-jsonschema --builtin-schema vendor

format: $(TEST_READY) $(NODE_READY)
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .
	npm run --silent format

# What pages and Python agree on, for the scripts: after a change in calculators/contract.py or what that names.
contract: $(SITE_READY) $(NODE_READY)
	$(RUN) tools.contract
	npm run --silent format docs/assets/js/contract.js

# What programs may use of calculators/, as Markdown and JSON Schema in build/api: see docs-dev/library.md.
api: $(TEST_READY)
	$(RUN) tools.api

# Which lines of calculators/ and macros/ run: in the unit tests, and while the site is built, as only pages call macros.
coverage: $(TEST_READY) generated
	rm -rf build/coverage
	SITE_DIR=build/coverage/site $(RUN) coverage run -m mkdocs build --strict --quiet
	$(RUN) coverage run -m pytest --quiet tests/unit
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --include="calculators/*"
	$(BIN)/coverage report --include="macros/*"

# Change the calculations one by one, and see whether a test notices: half a day. ONLY="calculators.duration.calendar*" takes
# a part, SAMPLE=400 a random part, with its score. `.venv/bin/mutmut results` lists the changes that no test noticed.
mutation: $(MUTATION_READY)
	$(if $(SAMPLE),$(RUN) tools.mutation $(SAMPLE),$(BIN)/mutmut run $(ONLY))

bench: $(TEST_READY) build/browser-ready generated $(BENCH_READY)
	$(RUN) browser.bench
	$(RUN) pytest --quiet --timeout 0 --parity 10000 --hostile 20000 --endurance 200 --agreement 500 \
		--pairs 400 --consent 500 \
		tests/browser/test_parity.py tests/browser/test_hostile_requests.py tests/browser/test_memory.py \
		tests/browser/test_two_tabs.py tests/browser/test_consent.py tests/unit/documents/test_agreement.py

# Every table of 5,000 random budgets adds up to the cent, on the page, in Word and in Excel: hours. BUDGETS=200 tries fewer.
sums: $(TEST_READY)
	$(RUN) pytest --quiet --timeout 0 -n 2 --budgets $(BUDGETS) --budget-files $(BUDGETS) tests/unit/test_adding_up.py
BUDGETS ?= 5000

# Record anew which functions of the engine a first answer needs: after an upgrade of Pyodide.
profile: $(SITE_READY) $(NODE_READY)
	$(RUN) browser.record_profile

# The yearly check: each figure that is due, one by one.
upkeep: $(TEST_READY)
	$(BIN)/python -m tools.upkeep

# First lychee on a server of our own, then every source.
links: $(TEST_READY) $(LINKS_READY)
	$(RUN) pytest --quiet tests/upkeep/links_live.py
	$(RUN) tools.check_links

# Material for MkDocs ends; Zensical comes after it. Build with both, and compare what the pages say.
zensical: $(TEST_READY) build/browser-ready generated $(ZENSICAL_READY)
	SITE_DIR=build/site-mkdocs $(RUN) mkdocs build --strict --quiet
	SITE_DIR=build/site-zensical $(RUN) macros.for_zensical before
	SITE_DIR=build/site-zensical build/zensical/bin/python -m zensical build --strict --config-file zensical.yml
	SITE_DIR=build/site-zensical $(RUN) macros.for_zensical after
	ENGINE=zensical $(RUN) pytest --quiet tests/upkeep/zensical_live.py tests/upkeep/test_own_site.py
	$(BIN)/python -m tests.upkeep.compare build/site-mkdocs build/site-zensical

# What the pages need before MkDocs starts: the runtime for the browser, the bundle of our scripts and styles, the blank
# documents, and our figures as open data. What is there already is skipped.
generated: $(SITE_READY) $(NODE_READY)
	$(RUN) browser.build
	node browser/bundle.mjs
	$(RUN) tools.blanks
	$(RUN) tools.open_data
	$(RUN) tools.licences
	$(RUN) tools.paper

$(SITE_READY): requirements.txt
	sh tools/prerequisites.sh $(PYTHON)
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(TEST_READY): requirements-dev.txt $(SITE_READY)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

$(MUTATION_READY): requirements-mutation.txt $(TEST_READY)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-mutation.txt
	touch $@

$(ZENSICAL_READY): requirements-zensical.txt
	$(PYTHON) -m venv build/zensical
	build/zensical/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-zensical.txt
	touch $@

$(LINKS_READY): requirements-links.txt
	$(PYTHON) -m venv build/links
	build/links/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-links.txt
	touch $@

$(NODE_READY): package-lock.json
	$(NODE_INSTALL) --no-audit --no-fund --silent
	$(call complete,.)
	touch $@

# npm may end well although it fetched half, on a line that fails.
complete = @npm ls --prefix $1 >/dev/null 2>&1 || { echo "npm could not fetch everything: call make again." >&2; exit 1; }

# Lighthouse, which brings a hundred packages along, for the benchmark only.
$(BENCH_READY): browser/bench/package-lock.json
	npm install --prefix browser/bench --no-save --no-audit --no-fund --silent
	$(call complete,browser/bench)
	touch $@

# The browser and the office suite that the tests drive, where they are missing.
build/browser-ready: tests/install.sh $(TEST_READY)
	sh tests/install.sh $(BIN)
	mkdir -p build && touch $@

# Lock anew after a change in requirements*.in; needs uv.
lock:
	uv pip compile requirements.in -o requirements.txt $(LOCK)
	uv pip compile requirements-dev.in -c requirements.txt -o requirements-dev.txt $(LOCK)
	uv pip compile requirements-mutation.in -c requirements-dev.txt -o requirements-mutation.txt $(LOCK)
	uv pip compile requirements-node.in -o requirements-node.txt $(LOCK)
	uv pip compile requirements-zensical.in -o requirements-zensical.txt $(LOCK)
	uv pip compile requirements-links.in -o requirements-links.txt $(LOCK)
LOCK := --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header --quiet
