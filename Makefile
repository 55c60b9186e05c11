.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
# Nothing outside the lock may be installed, and the project itself is built with the locked hatchling.
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

.venv/.runtime: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, got " + sys.version.split()[0] + "; name one with: make PYTHON=python3.11 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

.venv/.dev: .venv/.runtime requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

.venv/.verify: .venv/.dev requirements-verify.lock
	$(PIP) install --require-hashes -r requirements-verify.lock
	@touch $@

.PHONY: template
template: .venv/.runtime ## build, verify and write templates/
	$(BIN)/axonflow-cfn package

.PHONY: docs
docs: .venv/.dev ## write the guide, the diagram and the rules' page
	$(BIN)/axonflow-cfn diagram
	$(BIN)/axonflow-cfn docs
	$(BIN)/axonflow-cfn rules --format markdown > docs/rules.md

.PHONY: test
test: .venv/.dev ## the tests
	$(BIN)/python -m pytest -n 2

# Each scanner has an environment of its own: what they need contradicts each other and our lock.
.tools/%/.installed: tests/scanners/%.lock
	@test -x .tools/$*/bin/python || $(PYTHON) -m venv .tools/$*
	.tools/$*/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r $<
	@touch $@

.tools/node/.installed: tests/scanners/package.json tests/scanners/package-lock.json
	@mkdir -p .tools/node && cp $^ .tools/node
	npm --prefix .tools/node --silent --ignore-scripts --no-audit --no-fund ci
	@touch $@

# Node's PostgreSQL client, one of the witnesses.
NODE_PG := tests/verify/postgres/node_modules
$(NODE_PG)/.package-lock.json: tests/verify/postgres/package-lock.json
	npm --prefix $(dir $<) --silent --ignore-scripts --no-audit --no-fund ci

SCANNERS := $(addprefix .tools/,$(addsuffix /.installed,checkov iam node trivy))

.PHONY: verify
verify: .venv/.verify $(SCANNERS) $(NODE_PG)/.package-lock.json ## the slow, independent witnesses
	$(BIN)/python -m pytest -n 2 --dist loadfile -rP -m verify

.PHONY: security
security: .venv/.dev $(SCANNERS) ## run the scanners and write docs/security.md
	PYTHONPATH=tests $(BIN)/python -m scanners.report

.tools/cdk/python/.installed: benchmarks/cdk/python/requirements.lock
	@test -x $(@D)/bin/python || $(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes -r $<
	@touch $@

# TypeScript is compiled beforehand, as its users do before they deploy.
.tools/cdk/typescript/.installed: $(wildcard benchmarks/cdk/typescript/*)
	@mkdir -p $(@D) && cp $^ $(@D)
	npm --prefix $(@D) --silent --ignore-scripts --no-audit --no-fund ci
	cd $(@D) && node_modules/.bin/tsc -p .
	@touch $@

.PHONY: bench
bench: .venv/.dev .tools/cdk/python/.installed .tools/cdk/typescript/.installed ## time it against the alternatives, write benchmarks/RESULTS.md
	$(BIN)/python benchmarks/bench.py

.PHONY: check
check: .venv/.verify ## format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/python tools/verify_types.py

.PHONY: fix
fix: .venv/.dev ## format, and mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: lock
lock: .venv/.dev ## resolve the lock files anew
	$(BIN)/pip-compile --quiet --upgrade $(LOCK) --extra lock -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --upgrade $(LOCK) -o requirements-dev.lock requirements-dev.in
	$(BIN)/pip-compile --quiet --upgrade $(LOCK) -o requirements-verify.lock requirements-verify.in
	@# Their versions decide what docs/security.md says: run `make security` after this.
	for name in checkov iam trivy; do \
	  $(BIN)/pip-compile --quiet --upgrade $(LOCK) -o tests/scanners/$$name.lock tests/scanners/$$name.in; done
	$(BIN)/pip-compile --quiet --upgrade $(LOCK) -o benchmarks/cdk/python/requirements.lock benchmarks/cdk/python/requirements.in
	npm --prefix benchmarks/cdk/typescript --silent --omit-lockfile-registry-resolved --package-lock-only install
	npm --prefix tests/scanners --silent --omit-lockfile-registry-resolved --package-lock-only install
	npm --prefix tests/verify/postgres --silent --omit-lockfile-registry-resolved --package-lock-only install
LOCK := --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --allow-unsafe --no-header

.PHONY: mutate
mutate: .venv/.verify ## break layers and builder; list the breaks no test notices
	$(BIN)/mutmut run
	$(BIN)/mutmut results

.PHONY: clean
clean: ## remove what the other targets installed and cached
	rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .hypothesis $(NODE_PG)
