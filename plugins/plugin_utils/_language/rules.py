# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of the inventory language, of the files that it reads, and of what is composed from it; see ``docs/findings.md``."""

from __future__ import annotations

from .._report.common_rules import COMMON
from .._report.rules import Rule, table

RULES = table(
    *COMMON,
    # --- fields and their values
    Rule(
        "misplaced-field",
        "error",
        "A key beside `litellm_params` of a model in LiteLLM's own shape, where LiteLLM ignores it. Put it into `litellm_params` or "
        "`model_info`. `rpm` and `tpm` may stand there, unless they stand in `litellm_params` too.",
        "models:\n  own: {model_name: own, weight: 5, litellm_params: {model: openai/own}}",
    ),
    Rule(
        "litellm-name",
        "error",
        "LiteLLM's name of something that has a shorter one in the inventory. Write that.",
        "models:\n  gpt5: {upstream: gpt-5, model_name: best}",
    ),
    Rule(
        "wildcard-name",
        "error",
        "A name with `*`, which LiteLLM takes for every name that fits. Declare wildcard routes in LiteLLM's own shape.",
        'models:\n  all: {upstream: "gpt-*"}',
    ),
    Rule(
        "bad-url",
        "error",
        "An address that is no `http` or `https` URL, names no host, or holds credentials. Write `https://host/v1`.",
        "models:\n  gpt5: {upstream: gpt-5, api_base: api.example.com}",
    ),
    Rule(
        "bad-header",
        "error",
        "A value that no HTTP header carries, because of a line break or a letter in it. Write one line.",
        'models:\n  gpt5: {upstream: gpt-5, headers: {X-Team: "a\\nb"}}',
    ),
    Rule(
        "bad-effort",
        "error",
        "A word that is no level of reasoning. LiteLLM would send it to the upstream as it is. Write `none` to leave the field out.",
        "models:\n  gpt5: {upstream: gpt-5, reasoning_effort: hihg}",
    ),
    # --- which models there are
    Rule(
        "no-model-declared",
        "error",
        "No source declares a model. Write `models`, `model_specs`, `env_file` or `config_file`.",
        "models: {}",
    ),
    Rule(
        "no-model-left",
        "error",
        "Models are declared, and `model_keys` or the GPU mode leaves none of them. Name some, or leave the choice out.",
        "model_keys: []",
    ),
    Rule(
        "unknown-model-key",
        "error",
        "`model_keys` names a model that no source declares. Write the key of one.",
        "models:\n  gpt5: {upstream: gpt-5}\nmodel_keys: [gpt4]",
    ),
    Rule(
        "unknown-gpu-mode",
        "error",
        "The mode of the GPU is in the `modes` of no model. Write one that is.",
        "models:\n  local: {upstream: llama, modes: [chat]}\nlitellm_mode: chta",
    ),
    Rule(
        "bad-spec-string",
        "error",
        "A part of a spec string that is not `name=value`. Write a comma inside a value as `\\,`.",
        "model_specs: ['key=gpt5,upstream']",
    ),
    Rule(
        "asked-at-openai",
        "warning",
        "A model whose name begins with that of a provider, and that names no provider and no address: it is asked for at OpenAI, under "
        "this name. Write `provider` and `upstream`, or the `api_base` that has this model.",
        "models:\n  chat: {upstream: deepseek/deepseek-chat}",
    ),
    Rule(
        "provider-twice",
        "warning",
        "A model whose name begins with that of its provider, which is put in front of it. Write the name without it.",
        "models:\n  pro: {provider: gemini, upstream: gemini/gemini-2.5-pro}",
    ),
    Rule(
        "effort-left-out",
        "notice",
        "LiteLLM knows that the model does not reason, so the level of reasoning is left out; otherwise the upstream refuses every request. "
        "A warning where the level is written for this very model.",
        "models:\n  mini: {upstream: gpt-4o-mini, reasoning_effort: low}",
    ),
    Rule(
        "weighs-nothing",
        "error",
        "Every deployment of a name has the weight 0, and LiteLLM cannot choose between them. Give one a greater weight.",
        "models:\n  gpt5: {upstream: gpt-5, weight: 0}",
    ),
    # --- providers
    Rule(
        "undeclared-provider",
        "error",
        "A provider that is neither declared under `providers` nor known to LiteLLM. Declare it, or write the name that is meant.",
        "models:\n  gpt5: {upstream: gpt-5, provider: opnai}",
    ),
    Rule(
        "missing-address",
        "error",
        "LiteLLM has no address of its own for this provider. Write `api_base` in the model or in the provider.",
        "models:\n  local: {upstream: llama, provider: vllm}",
    ),
    Rule(
        "shared-budget",
        "error",
        "The budget of a provider would count the models of another one, because LiteLLM keeps budgets by its own name for a provider. "
        "Give the models a budget each.",
        "providers:\n  ours: {api_base: http://a, budget: {limit: 5, period: 1d}}\n  theirs: {api_base: http://b}",
    ),
    # --- names, fallbacks, agents
    Rule(
        "unknown-alias",
        "error",
        "A fallback or an agent names no model that is served here. Write the alias of one, not its key.",
        "models:\n  gpt5: {upstream: gpt-5, fallbacks: [gpt-4]}",
    ),
    Rule(
        "agent-hides-model",
        "error",
        "An agent has the alias of a model, which nobody would reach any more. Rename one of them.",
        "models:\n  gpt5: {upstream: gpt-5}\nagents: {gpt-5: gpt-5}",
    ),
    Rule(
        "agent-chain",
        "error",
        "An agent leads to another one, which LiteLLM does not follow. Write the alias of a model.",
        "agents: {writer: editor, editor: gpt-5}",
    ),
    Rule(
        "fallback-circle",
        "error",
        "Fallbacks lead back to the model that they are for. Take one of them out.",
        "models:\n  gpt5: {upstream: gpt-5, fallbacks: [gpt-5]}",
    ),
    Rule(
        "fallbacks-differ",
        "error",
        "Two keys serve one alias and have different fallbacks. Write the same list in both, or in one of them only.",
        "models:\n  a: {upstream: gpt-5, fallbacks: [x]}\n  b: {upstream: gpt-5, fallbacks: [y]}",
    ),
    Rule(
        "key-not-given",
        "warning",
        "The service does not have the variable of a model's API key, and a fallback answers in place of the model. Declare the variable "
        "in `litellm_secrets`.",
        "models:\n  gpt5: {upstream: gpt-5, api_key_env: OTHER_KEY, fallbacks: [local]}",
    ),
    # --- settings
    Rule(
        "no-authentication",
        "warning",
        "Anyone who reaches the port may use every model, and its keys. Name the variable of a master key.",
        'master_key_env: ""',
    ),
    Rule(
        "option-of-its-own",
        "error",
        "A block of `extra_config` that has an option of its own. Write it there.",
        "extra_config: {router_settings: {num_retries: 2}}",
    ),
    Rule(
        "unknown-variable",
        "error",
        "A variable of the host with the role's prefix, or a line of an environment file, that means nothing: misspelt, or for a model "
        "that is not declared. A variable of your own goes into `litellm_allow_unknown`.",
        "litellm_model: {}",
    ),
    Rule(
        "unknown-option",
        "error",
        "An option that the module does not have. Write the one that the message names.",
        "llmops.litellm.litellm_model_config: {model: {}}",
    ),
    Rule(
        "no-effect",
        "notice",
        "A setting that changes nothing beside the others. Leave it out.",
        "config_file: config.yaml\ntimeout: 60",
    ),
    Rule(
        "unknown-version",
        "error",
        "No version of LiteLLM. It is three numbers, as on PyPI.",
        "litellm_version: latest",
    ),
    Rule(
        "refused-version",
        "error",
        "A version of LiteLLM that an attacker published, or that has vulnerabilities which let strangers in. Write the one "
        "that the message names. Who has to run it all the same names that very version in `litellm_allow_insecure_version`.",
        "litellm_version: 1.82.8",
    ),
    Rule(
        "accepted-version",
        "warning",
        "A version of LiteLLM that would be refused, and that `litellm_allow_insecure_version` names.",
        "litellm_version: 1.83.14\nallow_insecure_version: 1.83.14",
    ),
    Rule(
        "nearest-version",
        "notice",
        "A version of LiteLLM that is checked as the nearest one that is known, and may differ from it.",
        "litellm_version: 1.99.0",
    ),
    Rule(
        "needs-newer",
        "error",
        "Something that this version of LiteLLM does not have, and a later one has.",
        "litellm_version: 1.92.2\nredis: {host: redis.example.com}",
    ),
    Rule(
        "needs-systemd",
        "error",
        "A service of the host's systemd, beside a service manager that does without it or cannot reach it. Name one that runs already.",
        "service_manager: supervisor\nredis: local",
    ),
    # --- environment files
    Rule(
        "bad-env-line",
        "error",
        "A line of an environment file that is not `NAME=value`, or whose quotation mark is never closed.",
        "PROXY_MODEL_KEYS gpt5",
    ),
    Rule(
        "repeated-variable",
        "warning",
        "A variable stands twice in an environment file, and the last one counts. Take one out.",
        "PORT=4000\nPORT=5000",
    ),
    Rule(
        "retired-variable",
        "error",
        "A variable of the launcher's first schema. Write what the message names.",
        "OPENAI_MODEL=gpt-5",
    ),
    Rule(
        "interpolation",
        "error",
        "A value that refers to another variable, which nothing replaces here. Write the value itself.",
        "MODEL_GPT5_UPSTREAM_MODEL=${NAME}",
    ),
    Rule(
        "bad-variable-value",
        "error",
        "The value of a variable is none that it can have: keys with other characters than letters, digits, `_`, `-` and `.`, a port that "
        "is no number, a truth value that is no word for one.",
        "PORT=http",
    ),
    Rule(
        "unserved-model",
        "notice",
        "An environment file describes a model that `PROXY_MODEL_KEYS` does not name, so it is not served.",
        "PROXY_MODEL_KEYS=a\nMODEL_A_UPSTREAM_MODEL=a\nMODEL_B_UPSTREAM_MODEL=b",
    ),
    # --- files
    Rule(
        "invalid-yaml",
        "error",
        "What YAML does not allow, or what LiteLLM cannot read: a tag, a key that is no text, a value that refers to itself.",
        "model_list: !vault x",
    ),
    Rule(
        "repeated-key",
        "error",
        "A key stands twice in one dictionary. LiteLLM would lose the first one, with all that is in it.",
        "router_settings: {}\nrouter_settings: {num_retries: 2}",
    ),
    Rule(
        "date",
        "error",
        "YAML makes a date of a text without quotes, and LiteLLM gets no text. Quote it.",
        "litellm_params: {model: azure/gpt-5, api_version: 2024-10-21}",
    ),
    Rule(
        "not-a-configuration",
        "error",
        "A file that is something else than LiteLLM's configuration and does not hold exactly one, such as a compose file. A ConfigMap, a "
        "chart's values or a manifest with one in it is taken for that. Give the file with `model_list` in it.",
        "services: {litellm: {image: ghcr.io/berriai/litellm}}",
    ),
    Rule(
        "prisma-version",
        "error",
        "`litellm_extra_packages` asks for another version of prisma than the one that is installed with every LiteLLM. With another "
        "one LiteLLM does not recover a database connection that it lost. Leave it out.",
        "extra_packages: [prisma==0.15.0]",
    ),
    Rule(
        "bad-ssl-mode",
        "error",
        "A word that is no way to encrypt the connection to the database. With `verify-full` it is also asked who answers.",
        "database: {host: db, password_env: DB_PASSWORD, sslmode: verify-ca}",
    ),
    Rule(
        "no-salt-key",
        "error",
        "A database without `litellm_salt_key`. LiteLLM would encrypt with the master key what it keeps there, and lose it when that "
        "changes.",
        "database: {host: db, password_env: DB_PASSWORD}\nenvironment: [DB_PASSWORD]",
    ),
    Rule(
        "weak-ui-password",
        "error",
        "The password of the admin interface is one that everybody knows, has fewer than 16 characters, or is the master key. "
        "`openssl rand -hex 32` makes one.",
        "ui: {username: admin, password_env: UI_PASSWORD}\ndatabase: {host: /run/postgresql}\n"
        "environment: {OPENAI_API_KEY: k-0123456789abcdef, LITELLM_MASTER_KEY: sk-0123456789abcdef, "
        "LITELLM_SALT_KEY: 0123456789abcdef, UI_PASSWORD: changeme}",
    ),
    Rule(
        "ui-over-http",
        "error",
        "People would sign in to the admin interface over plain HTTP from another machine. Give the gateway a certificate, or write "
        "`base_url: https://…` of what has one in front of it. `allow_http: true` lets it through.",
        "host: 0.0.0.0\ndatabase: {host: /run/postgresql}\nui: {username: admin, password_env: UI_PASSWORD}",
    ),
    Rule(
        "plain-http",
        "warning",
        "`litellm_host` lets other machines reach the gateway, which has no certificate, and nothing says that a proxy or balancer is in "
        "front of it. Set `litellm_tls_certificate` and `litellm_tls_key`, or name the proxy's address as `FORWARDED_ALLOW_IPS` in "
        "`litellm_environment`.",
        "host: 0.0.0.0",
    ),
    Rule(
        "metrics-without-token",
        "error",
        "`litellm_metrics_host` lets other machines reach the metrics, and there is no `litellm_metrics_token`. They say which models, "
        "teams and keys are used, and how much.",
        "metrics_host: 0.0.0.0\nenvironment: [OPENAI_API_KEY, LITELLM_MASTER_KEY]",
    ),
    Rule(
        "python-file-name",
        "error",
        "A file of `python_files` that cannot be imported under its name, or whose name the gateway has already. Rename it.",
        "python_files: [my-hooks.py]",
    ),
    Rule(
        "python-file-syntax",
        "error",
        "A file of `python_files` that is no Python.",
        "python_files: [hooks.py]",
    ),
    Rule(
        "python-import",
        "error",
        "A file of `python_files` imports a module that is neither one of these files nor of a known package. Name its package in "
        "`litellm_extra_packages`. A warning where something else may bring it.",
        "python_files: [hooks.py]",
    ),
)
