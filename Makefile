# `make deploy` deploys the quickstart on this machine; `make test` runs what CI runs for each change.
SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 4000
VENV := .venv
# The LiteLLM that tests load and question: the one that the collection deploys.
LITELLM_VERSION := $(shell sed -n 's/^litellm_version: //p' roles/litellm/defaults/main.yml)
LITELLM := .cache/litellm/$(LITELLM_VERSION)
# The same with a client of Prisma, for a database.
CLIENT := .cache/prisma_engine/$(LITELLM_VERSION)
QUICKSTART := $(VENV)/bin/ansible-playbook --inventory inventories/quickstart --extra-vars litellm_port=$(PORT)

export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export ANSIBLE_CONFIG := $(CURDIR)/ansible.cfg
# What follows makes the recipes independent of who calls make. Python, pip and uv are not led elsewhere; mirrors, proxies and
# certificates stay.
$(foreach name,$(filter PYTHON%,$(.VARIABLES)),$(eval unexport $(name)))
unexport VIRTUAL_ENV CONDA_PREFIX UV_CONSTRAINT UV_LINK_MODE UV_OVERRIDE UV_PROJECT UV_PROJECT_ENVIRONMENT UV_PYTHON
unexport UV_REQUIRE_HASHES UV_SYSTEM_PYTHON UV_WORKING_DIR UV_WORKING_DIRECTORY
ifeq ($(wildcard $(UV_CONFIG_FILE)),)
unexport UV_CONFIG_FILE
endif
export PIP_CONSTRAINT := /dev/null
export PIP_NO_DEPS := 0
export PIP_REQUIRE_HASHES := 0
export PIP_REQUIRE_VIRTUALENV := 0
export PIP_USER := 0
PIP_INSTALL = $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --target= --prefix="$$PWD/$(VENV)" --root=/
# Ansible wants UTF-8, and a locale that there is.
export LC_ALL := C.UTF-8
# Ansible, pip and uv write below the home folder, and into TMPDIR. Ansible asks the account for its home, not HOME. Who has
# none gets one that is nobody else's, in a path that has no blanks, for Ansible would take those apart.
ACCOUNT_HOME := $(shell eval "echo ~$$(id -un)")
MADE_HOME := /var/tmp/llmops-litellm-home-$(shell id -u)
export HOME := $(shell for home in "$$HOME" "$(ACCOUNT_HOME)"; do \
    test -n "$$home" && test -w "$$home/." && echo "$$home" && exit; done; \
    mkdir -m 700 $(MADE_HOME) 2>/dev/null; test -O $(MADE_HOME) && test ! -L $(MADE_HOME) && echo $(MADE_HOME))
ifneq ($(shell test -w "$(ACCOUNT_HOME)/." && echo yes),yes)
export ANSIBLE_REMOTE_TEMP := $(HOME)/.ansible/tmp
export ANSIBLE_ASYNC_DIR := $(HOME)/.ansible_async
endif
ifneq ($(shell test -w "$${TMPDIR:-/tmp}/." && echo yes),yes)
unexport TMPDIR
endif
# uv has settings of its own for what pip is told of a mirror.
ifdef PIP_INDEX_URL
export UV_DEFAULT_INDEX ?= $(PIP_INDEX_URL)
endif
export LITELLM_PYTHON := $(CURDIR)/$(LITELLM)/bin/python
export KEYS_PYTHON := $(CURDIR)/$(CLIENT)/bin/python

.PHONY: help deploy uninstall test lint lint-quick docs sanity unit unit-core loader routing door redis differential playbooks surroundings molecule interrupt agents gpu-modes move reach own-code offline fleet example-fleet redis-hosts postgresql database monitoring report-page dashboard keys alerts kubernetes pods
.PHONY: build documents version vocabulary due
# What make bench runs. Left out are bench-soak, which takes hours, bench-keys, which needs a database, and bench-before, which
# needs a commit to compare with.
BENCHES := bench-deploy bench-jobs bench-check bench-routing bench-rollout bench-servers bench-gateway bench-door bench-abuse bench-metrics bench-fleet bench-hosts bench-install
.PHONY: bench $(BENCHES) bench-before bench-soak bench-keys clean

help:
	@echo 'make deploy        deploy a gateway on this machine and ask it something (PORT=4000)'
	@echo 'make uninstall     take it away again'
	@echo 'make test          everything that CI runs: lint docs sanity unit loader routing door redis alerts differential kubernetes'
	@echo '                   playbooks build surroundings molecule'
	@echo 'make unit-core     the unit tests under another ansible-core (CORE=2.17 PYTHON=python3.10)'
	@echo 'make documents     write what is generated: pages, options of modules, comments of defaults'
	@echo 'make version       take in a version of LiteLLM (VERSION=1.109.1): lock, facts, tests, and what it changes'
	@echo 'make interrupt     plays that are killed at every task, on two hosts; takes hours (ROUNDS=1: a few, as in make test)'
	@echo 'make agents        agents, fallbacks, cost and traces on hosts, as clients and providers see them'
	@echo 'make gpu-modes     models that come and go with the mode of a GPU, on hosts'
	@echo 'make move          a gateway that moves under its clients, on one host'
	@echo 'make reach         clients on other machines: reverse proxies, HTTPS and its certificates, on one host'
	@echo 'make own-code      Python code of your own in a release: what acts, what changes and what is refused, on two hosts'
	@echo 'make offline       hosts without a network: wheels, an archive of the image, an upgrade and back, on two hosts'
	@echo 'make dashboard     what the Grafana dashboard asks, put to a real Prometheus'
	@echo 'make report-page   the page of the playbook report in a real browser: what it loads, and who can read it'
	@echo 'make fleet         gateways, balancers and Redis that are struck under their clients, on five hosts'
	@echo 'make example-fleet inventories/fleet as it stands, on eight hosts with three kinds of firewalls'
	@echo 'make redis-hosts   Redis for gateways as a role sets it up, with replicas and Sentinel, on four hosts'
	@echo 'make postgresql    PostgreSQL for gateways, with its clients, dumps and what befalls it, on two hosts'
	@echo 'make database      two gateways with one PostgreSQL: migrations, keys, an outage, an upgrade and back, on three hosts'
	@echo 'make monitoring    Prometheus and Alertmanager, and two gateways with something to tell, on three hosts'
	@echo 'make keys          keys and teams on a real gateway with a real PostgreSQL (another: KEYS_GATEWAY=http://… KEYS_MASTER_KEY=sk-…)'
	@echo 'make pods          the manifests for Kubernetes, played by podman on one host'
	@echo 'make bench-before  the jobs of an operator beside an earlier commit (BEFORE=…)'
	@echo 'make bench         every speed figure but those of bench-soak, which takes hours, bench-keys and bench-before:'
	@echo '$(BENCHES)' | fold -s -w 100 | sed 's/^/                   /'

# --- Quickstart --------------------------------------------------------------------------------------------------------

deploy: $(VENV)/deploy.stamp
	$(QUICKSTART) playbooks/deploy.yml
	@$(VENV)/bin/python scripts/first_request.py --url http://127.0.0.1:$(PORT) --model hello \
	    --key-file .cache/quickstart/master_key

uninstall: $(VENV)/deploy.stamp
	$(QUICKSTART) playbooks/uninstall.yml
	rm -rf .cache/quickstart $(MADE_HOME)

$(VENV)/bin/python:
	$(PYTHON) scripts/make_environment.py $(VENV)

$(VENV)/deploy.stamp: requirements.txt | $(VENV)/bin/python
	@echo 'Installing ansible-core in $(VENV)'
	$(PIP_INSTALL) --requirement requirements.txt
	@touch $@

# --- Tests -------------------------------------------------------------------------------------------------------------

# The scenarios that are run with each change, the long ones first. The others have targets of their own, for they take longer than what
# each change is tested with may.
SCENARIOS ?= dual_model release containers interrupted balanced
# One queue, and what takes long at its head, so that both cores have something to do until the end. What the scenarios need is
# installed before them, since apt serves one at a time; status 3 says that this machine cannot have it, and they say so again.
test: $(VENV)/dev.stamp $(LITELLM)/.complete
	scripts/prepare_test_machine.sh || [ $$? -eq 3 ]
	scripts/side_by_side.sh 3 '$(MAKE) --no-print-directory' $(SCENARIOS:%='molecule SCENARIOS=%') \
	    playbooks 'lint docs sanity kubernetes build' unit 'loader routing door redis alerts' differential surroundings

$(VENV)/dev.stamp: requirements.txt requirements-unit.txt requirements-dev.txt | $(VENV)/bin/python
	@echo 'Installing the test tools in $(VENV)'
	$(PIP_INSTALL) "$$(grep '^uv==' requirements-dev.txt)"
	$(VENV)/bin/uv pip install --quiet --system-certs --python $(VENV)/bin/python --requirement requirements-dev.txt
	@touch $@ $(VENV)/deploy.stamp

$(LITELLM)/.complete: roles/litellm/files/locks/$(LITELLM_VERSION).txt | $(VENV)/dev.stamp
	@echo 'Installing LiteLLM $(LITELLM_VERSION) for the tests'
	uv venv --quiet --allow-existing --python $(VENV)/bin/python $(LITELLM)
	uv pip install --quiet --system-certs --python $(LITELLM)/bin/python --compile-bytecode --require-hashes --requirement $<
	@touch $@

$(CLIENT)/.complete: roles/litellm/files/locks/$(LITELLM_VERSION).txt tests/prisma_engine/package-lock.json | $(VENV)/dev.stamp
	@echo 'Installing LiteLLM $(LITELLM_VERSION) with a client of Prisma for the tests'
	uv venv --quiet --allow-existing --python $(VENV)/bin/python $(CLIENT)
	uv pip install --quiet --system-certs --python $(CLIENT)/bin/python --compile-bytecode --require-hashes --requirement $<
	scripts/install_prisma_engine.sh $(CURDIR)/$(CLIENT)/bin/python
	@touch $@

# What several files say and one place is for: unit tests compare it.
documents: $(VENV)/dev.stamp
	python scripts/generate_changes.py
	python scripts/generate_dashboard.py
	python scripts/generate_findings.py
	python scripts/generate_models.py
	python scripts/generate_options.py

lint: lint-quick
	ansible-lint --offline --profile production
	antsibull-changelog lint

# A few seconds, so that it can be run before each commit.
lint-quick: $(VENV)/dev.stamp
	ruff check
	ruff format --check
	mypy
	yamllint --strict .
	check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml docs/examples/ci.yml
	check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	check-jsonschema --builtin-schema vendor.github-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	pre-commit validate-config

# The site of the documentation, in .cache/docs/html.
docs: $(VENV)/dev.stamp
	scripts/docs.sh

sanity: $(VENV)/dev.stamp
	scripts/sanity.sh

unit: $(VENV)/dev.stamp
	pytest --cov --cov-report=term --cov-fail-under=95 tests/unit

# Without the other tools, which take newer ones: ansible-core CORE (2.17, …, newest) under PYTHON, in an environment that is kept.
CORE ?= newest
unit-core: VENV := .cache/unit/$(CORE)
unit-core:
	$(PYTHON) scripts/make_environment.py $(VENV)
	$(PIP_INSTALL) --requirement requirements-unit.txt ansible-core$(if $(filter-out newest,$(CORE)),==$(CORE).*)
	$(VENV)/bin/python -m pytest tests/unit

loader: $(VENV)/dev.stamp $(LITELLM)/.complete
	pytest tests/loader

routing: $(VENV)/dev.stamp $(LITELLM)/.complete
	pytest tests/routing

door: $(VENV)/dev.stamp $(LITELLM)/.complete
	pytest tests/door

redis: $(VENV)/dev.stamp $(LITELLM)/.complete
	scripts/install_redis.sh
	pytest tests/redis

# The page of the playbook report, in a real browser.
report-page: $(VENV)/dev.stamp
	scripts/install_chromium.sh
	pytest tests/report

# What the panels of the Grafana dashboard ask, put to a real Prometheus.
dashboard: $(VENV)/dev.stamp
	scripts/install_prometheus.sh
	pytest tests/dashboard

# The stand-in of Prisma's engine, then a gateway with it and a real PostgreSQL, or the one that KEYS_GATEWAY and KEYS_MASTER_KEY name.
keys: $(CLIENT)/.complete
	scripts/install_postgresql.sh
	scripts/install_chromium.sh
	scripts/install_prometheus.sh
	pytest tests/prisma_engine
	PYTHONPATH=.collections:. python -m tests.keys.served python -m pytest tests/keys

# Each alert, as the distribution's promtool sees it.
alerts: $(VENV)/dev.stamp
	scripts/install_prometheus.sh
	pytest tests/alerts

differential: $(VENV)/dev.stamp $(LITELLM)/.complete
	pytest tests/differential

# Every playbook under each ansible-core that is supported, in environments that are kept.
playbooks: $(VENV)/dev.stamp
	scripts/make_cores.sh
	pytest tests/playbooks

# Manifests against the schemas of Kubernetes, strictly, and against Pod Security "restricted".
kubernetes: $(VENV)/dev.stamp
	pytest tests/kubernetes

build: $(VENV)/dev.stamp
	scripts/build.sh

surroundings: $(VENV)/dev.stamp
	pytest tests/surroundings

molecule: $(VENV)/dev.stamp
	scripts/molecule.sh $(SCENARIOS)

# A scenario by itself; `make help` says what it shows. Plays are killed at each task in turn, on each host, or in ROUNDS rounds at
# moments that are drawn, on a host that is drawn.
ROUNDS ?= all
SCENARIO = $@
interrupt: SCENARIO = interrupted
interrupt: export INTERRUPT_ROUNDS = $(ROUNDS)
move: SCENARIO = moved
gpu-modes: SCENARIO = gpu_modes
own-code: SCENARIO = own_code
example-fleet: SCENARIO = example_fleet
redis-hosts: SCENARIO = redis
pods: SCENARIO = kubernetes
interrupt agents gpu-modes move reach own-code offline fleet example-fleet redis-hosts database monitoring pods: $(VENV)/dev.stamp
	scripts/prepare_test_machine.sh
	molecule test --scenario-name $(SCENARIO)

# A real PostgreSQL on this machine, then those of two distributions as their clients see them.
postgresql: $(VENV)/dev.stamp
	scripts/install_postgresql.sh
	pytest tests/postgresql
	scripts/prepare_test_machine.sh
	molecule test --scenario-name $@

# --- Versions of LiteLLM -----------------------------------------------------------------------------------------------

# Take in VERSION: lock, facts, tests, and what it changes; docs/versions.md.
TESTS ?= loader routing differential
version: $(VENV)/dev.stamp
	@test -n '$(VERSION)' || { echo 'Name the version: make version VERSION=1.109.1' >&2; exit 1; }
	@python scripts/take_in_version.py '$(VERSION)' --tests='$(TESTS)'

# The facts of every known version, read again from its package.
vocabulary: $(VENV)/dev.stamp
	python scripts/generate_vocabulary.py --check --wheels=.cache/wheels

# The newest release of each supported line that is not known yet, as JSON.
due: $(VENV)/dev.stamp
	@python -m pip --disable-pip-version-check index versions litellm | python scripts/newest_releases.py

# --- Figures -----------------------------------------------------------------------------------------------------------

bench: $(BENCHES)

bench-deploy: $(VENV)/dev.stamp
	scripts/prepare_test_machine.sh
	python benchmarks/bench_deploy.py

bench-jobs: $(VENV)/dev.stamp
	python benchmarks/bench_jobs.py

# A commit or tag to compare with. BEFORE="2715cd60 --pairs=3"
bench-before: $(VENV)/dev.stamp
	python benchmarks/bench_before.py $(BEFORE)

bench-check: $(VENV)/dev.stamp
	python benchmarks/bench_check.py

bench-routing: $(VENV)/dev.stamp $(LITELLM)/.complete
	python benchmarks/bench_routing.py

# What the gateway runs under: systemd, podman or docker.
ENGINE ?= systemd
bench-rollout: $(VENV)/dev.stamp
	python benchmarks/bench_rollout.py --engine $(ENGINE)

bench-servers: $(VENV)/dev.stamp $(LITELLM)/.complete
	python benchmarks/bench_servers.py

# The role's gateway beside LiteLLM as people start it by hand, and a peer. GATEWAY="--rounds=1 --growth"
PLAIN := .cache/bench/litellm-$(LITELLM_VERSION)
PORTKEY_VERSION := 1.15.2
bench-gateway: export PLAIN_PYTHON := $(CURDIR)/$(PLAIN)/bin/python
bench-gateway: $(VENV)/dev.stamp $(LITELLM)/.complete $(PLAIN)/.complete .cache/bench/portkey/$(PORTKEY_VERSION)
	python benchmarks/bench_gateway.py $(GATEWAY)

$(PLAIN)/.complete: | $(VENV)/dev.stamp
	uv venv --quiet --allow-existing --python $(VENV)/bin/python $(PLAIN)
	uv pip install --quiet --system-certs --python $(PLAIN)/bin/python --compile-bytecode 'litellm[proxy]==$(LITELLM_VERSION)'
	@touch $@

.cache/bench/portkey/$(PORTKEY_VERSION):
	npm install --silent --no-audit --no-fund --prefix .cache/bench/portkey @portkey-ai/gateway@$(PORTKEY_VERSION)
	@touch $@

# Takes hours; SOAK passes options on, such as --requests=1000 --amplified.
bench-soak: $(VENV)/dev.stamp
	python benchmarks/bench_soak.py $(SOAK)

PAIRS ?= 3
bench-door: $(VENV)/dev.stamp $(LITELLM)/.complete
	python benchmarks/bench_door.py --pairs $(PAIRS)

# ABUSE="--way tls --only idle"
bench-abuse: $(VENV)/dev.stamp $(LITELLM)/.complete
	scripts/install_haproxy.sh
	python benchmarks/bench_abuse.py $(ABUSE)

bench-metrics: $(VENV)/dev.stamp $(LITELLM)/.complete
	python benchmarks/bench_metrics.py --pairs $(PAIRS)

bench-fleet: $(VENV)/dev.stamp
	python benchmarks/bench_fleet.py

bench-hosts: $(VENV)/dev.stamp
	python benchmarks/bench_hosts.py

bench-install: $(VENV)/dev.stamp
	scripts/prepare_test_machine.sh
	python benchmarks/bench_install.py

# On the gateway of make keys. KEYS="--keys 100 --pairs 2"
bench-keys: $(CLIENT)/.complete
	scripts/install_postgresql.sh
	PYTHONPATH=.collections:. python -m tests.keys.served python benchmarks/bench_keys.py $(KEYS)

clean:
	rm -rf $(VENV) .cache/bench .cache/cores .cache/docs .cache/litellm .cache/prisma_engine .cache/sanity .cache/unit .ansible .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage llmops-litellm-*.tar.gz
