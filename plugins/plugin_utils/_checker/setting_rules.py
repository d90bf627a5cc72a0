# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about settings and what they need, about references to the environment, and about the variables there."""

from __future__ import annotations

from .._report.rules import Rule

SETTINGS = (
    Rule(
        "undefined-reference",
        "error",
        "A variable that the service will not have. LiteLLM reads nothing there, and a key falls back to the provider's own "
        "variable, if that is set.",
        "litellm_params:\n  model: openai/x\n  api_key: os.environ/OPENAI_KEY",
    ),
    Rule(
        "late-reference",
        "error",
        "A variable that only `environment_variables` sets. LiteLLM reads that block after it has resolved the references.",
        "environment_variables: {MY_KEY: os.environ/OTHER_KEY}\ngeneral_settings: {master_key: os.environ/MY_KEY}",
    ),
    Rule(
        "reference-not-resolved",
        "error",
        "A reference inside other text, in a list, or with a key in the place of the name. LiteLLM does not resolve it.",
        "litellm_params:\n  model: openai/x\n  extra_headers: {Authorization: Bearer os.environ/TOKEN}",
    ),
    Rule(
        "reference-as-number",
        "error",
        "A reference where a number belongs. What comes from the environment stays text, and fails when it is compared.",
        "router_settings:\n  num_retries: os.environ/RETRIES",
    ),
    Rule(
        "looks-like-reference",
        "error",
        "Something that people take for a reference to the environment, and LiteLLM for the value itself.",
        "litellm_params:\n  model: openai/x\n  api_key: ${OPENAI_API_KEY}",
    ),
    # --- settings
    Rule(
        "no-master-key",
        "error",
        "Nothing asks clients for a key. LiteLLM refuses to start; versions before 1.104 served everybody. A `master_key` "
        "that is written down as nothing also wins over the variable `LITELLM_MASTER_KEY`.",
        "general_settings: {}",
    ),
    Rule(
        "needs-license",
        "error",
        "A feature that LiteLLM sells, in a gateway without `LITELLM_LICENSE`. LiteLLM refuses to start, or every request. A "
        "warning where it starts, and does not act on it.",
        "litellm_settings:\n  callbacks: [hide_secrets]",
    ),
    Rule(
        "weak-master-key",
        "error",
        "A master key that everybody knows, or that no client can send.",
        "general_settings:\n  master_key: sk-1234",
    ),
    Rule(
        "open-gateway",
        "warning",
        "The gateway serves everybody who reaches its port, on purpose.",
        "general_settings:\n  dangerously_permit_weak_or_unset_master_key: true",
    ),
    Rule(
        "forwards-key",
        "warning",
        "A route that hands every header of a client to its target, also the one with the client's key of this gateway, "
        "which may be the master key.",
        "general_settings:\n  pass_through_endpoints:\n"
        "    - {path: /v1/rerank, target: https://rerank.example.com/v1/rerank, forward_headers: true}",
    ),
    Rule(
        "open-route",
        "error",
        'A route whose `auth` is anything but `true`, text such as `"true"` too. It asks clients for no key, and forwards what '
        "anybody sends who reaches the port. A route without `auth` asks for one. A notice where `false` is written.",
        "general_settings:\n  pass_through_endpoints:\n"
        '    - {path: /v1/rerank, target: https://rerank.example.com/v1/rerank, auth: "yes"}',
    ),
    Rule(
        "unchecked-keys",
        "notice",
        "Code of your own that judges keys, without `custom_auth_run_common_checks`. Budgets, models and limits of teams and projects are "
        "not enforced for the requests that it lets in.",
        "general_settings: {custom_auth: my_auth.user_api_key_auth}",
    ),
    Rule(
        "never-equal",
        "error",
        "An entry of a list that LiteLLM compares word by word, and that nothing can be equal to: a `*` or the name of a group in "
        "`admin_only_routes` or `allowed_routes`, a network in `allowed_ips`, more than two names in `enforced_params`.",
        "general_settings: {allowed_ips: [10.0.0.0/8]}",
    ),
    Rule(
        "dead-route",
        "error",
        "A route of your own that no request takes to its end: a path without a slash at its beginning or with a `*`, a method in small "
        "letters, a target without `https://`.",
        "general_settings:\n  pass_through_endpoints:\n    - {path: v1/rerank, target: https://rerank.example.com/v1/rerank}",
    ),
    Rule(
        "stdio-off",
        "error",
        "An MCP server that is a program, in a service whose environment has no `LITELLM_ENABLE_MCP_STDIO`. LiteLLM starts without it.",
        "mcp_servers:\n  files: {transport: stdio, command: npx, args: [server-filesystem]}",
    ),
    Rule(
        "open-drain",
        "warning",
        "A public switch that takes the gateway out of service.",
        "general_settings:\n  enable_drain_endpoint: true",
    ),
    Rule(
        "open-metrics",
        "notice",
        "`/metrics` without a key shows models, names of keys and spend to everybody who reaches the port.",
        "litellm_settings:\n  require_auth_for_metrics_endpoint: false",
    ),
    Rule(
        "models-in-two-places",
        "notice",
        "Models and settings in the file and in the database. Models of one name share its requests, whoever declared them; of "
        "settings that both have, the file's act. The file no longer shows what is served.",
        "general_settings:\n  store_model_in_db: true\nmodel_list:\n  - {model_name: a, litellm_params: {model: openai/a}}",
    ),
    Rule(
        "costly-health-checks",
        "warning",
        "Health checks in the background are requests that are paid for; an interval of 0 asks without a pause.",
        "general_settings:\n  background_health_checks: true",
    ),
    Rule(
        "prints-requests",
        "notice",
        "`set_verbose` prints requests with all their text, and costs speed.",
        "litellm_settings:\n  set_verbose: true",
    ),
    Rule(
        "unknown-callback",
        "error",
        "A callback that LiteLLM does not know. In `callbacks` it stops LiteLLM from starting, in the other lists it never "
        "logs anything. `service_callback` has words of its own: `prometheus_system`, and not `prometheus`.",
        "litellm_settings:\n  success_callback: [langfusee]",
        negotiable=True,
    ),
    Rule(
        "unknown-code",
        "error",
        "The path of code that LiteLLM will not find: no file of `litellm_python_files` and no package that is known, or a name that "
        "the file does not define. LiteLLM does not start. Before 1.99, code of a package has to be imported by such a file. A warning where a package of "
        "`litellm_extra_packages` or an image may have it, and where a file is only looked at.",
        "litellm_settings:\n  callbacks: [my_hoks.handler]",
        negotiable=True,
    ),
    Rule(
        "cache-off",
        "error",
        "A cache that is described and not turned on. Nothing is cached.",
        "litellm_settings:\n  cache_params: {type: local}",
        negotiable=True,
    ),
    Rule(
        "needs-database",
        "warning",
        "A setting that acts through the database, in a gateway that has none. LiteLLM accepts it and nothing happens. "
        "`litellm_database` declares one.",
        "litellm_settings:\n  max_budget: 100",
    ),
    Rule(
        "no-database",
        "error",
        "A database that the gateway would not have, or that nobody prepares: `database_url`, which LiteLLM's command line alone "
        "reads, and `DATABASE_URL` without `litellm_database`. A warning where a file is only looked at, and for `DATABASE_URL` in "
        "containers.",
        "general_settings:\n  database_url: os.environ/DATABASE_URL",
    ),
    Rule(
        "open-without-database",
        "error",
        "While the database is away, LiteLLM takes any text for a key. Without this setting, keys that were used lately go on, and "
        "others get 503. With its name in `litellm_allow_unknown` it is let through.",
        "general_settings:\n  allow_requests_on_db_unavailable: true",
    ),
    Rule(
        "dead-setting",
        "error",
        "A setting of the database's connections that LiteLLM's command line alone reads, which is not run. `litellm_database` has "
        "fields for it. A warning where a file is only looked at.",
        "general_settings:\n  database_connection_pool_limit: 5",
    ),
    Rule(
        "missing-package",
        "error",
        "A provider, callback, cache, store of secrets or guardrail that needs a Python package which is not installed beside "
        "LiteLLM. It finds out when it starts, or only when it is asked. `litellm_extra_packages` installs it. A warning where a "
        "file is only looked at, and for LiteLLM's own image; of other images nothing is known.",
        "litellm_settings:\n  success_callback: [lunary]",
    ),
    Rule(
        "needs-redis",
        "error",
        "A setting that needs Redis, in a gateway that has none. LiteLLM does not start, or nothing happens. `litellm_redis` names one.",
        "litellm_settings:\n  cache: true",
    ),
    Rule(
        "unused-redis",
        "error",
        "Settings of a Redis that LiteLLM does not look at, without a word: `redis_host` without `redis_port`; a password or a "
        "certificate beside a URL, which belong into it; an address where the environment names a cluster. Each worker counts alone. A warning where "
        "only the port is missing.",
        "router_settings: {redis_host: redis.example.com}",
    ),
    Rule(
        "freezing-redis",
        "warning",
        "A Redis whose absence stops workers. Told its host, the client tries ten times again while a cooldown is written, and the "
        "worker answers nobody meanwhile: 4 to 8 seconds without the Redis, a minute while it hangs. A cluster is never left alone "
        "while it hangs. A notice for Sentinels, and where there is a URL without `socket_timeout`, which makes it 5 seconds.",
        "general_settings:\n  coordination_redis: {host: redis.example.com, port: 6379}",
    ),
    Rule(
        "redis-by-environment",
        "warning",
        "A Redis that only the environment names. LiteLLM takes it if it answers when a worker starts; otherwise that worker counts "
        "alone until its next start.",
        "environment_variables: {REDIS_URL: 'redis://redis.example.com:6379'}",
    ),
    Rule(
        "counted-twice",
        "warning",
        "A limit per minute that `enforce_model_rate_limits` counts and the routing strategy too, in the same place. Half of it is left.",
        "router_settings:\n  routing_strategy: usage-based-routing-v2\n  optional_pre_call_checks: [enforce_model_rate_limits]\n"
        "model_list:\n  - {model_name: a, litellm_params: {model: openai/a, rpm: 5}}",
    ),
    Rule(
        "included-file",
        "error",
        "Files whose blocks LiteLLM joins to those of this one. They are neither checked nor brought to the host by the role, and "
        "LiteLLM does not start without them there. With `include` in `litellm_allow_unknown` they are left to whoever brings them.",
        "include: [models.yaml]",
    ),
    Rule(
        "blocked-variable",
        "error",
        "A variable that LiteLLM does not let a configuration set. It logs a warning and goes on without it.",
        "environment_variables: {PATH: /opt/bin}",
    ),
)

VARIABLES = (
    Rule(
        "bad-secret",
        "error",
        "A value of `litellm_secrets` that LiteLLM cannot use: empty, with space around it, with a line break, or a word that it turns "
        "into a boolean. Only the name of the variable is ever shown.",
        'litellm_secrets: {OPENAI_API_KEY: ""}',
    ),
    Rule(
        "bad-root-path",
        "warning",
        "A `SERVER_ROOT_PATH` that does not begin with a slash, or ends with one. LiteLLM answers every request below it with 404; only "
        "where a proxy takes the path off requests does nobody notice.",
        "litellm_environment: {SERVER_ROOT_PATH: /litellm/}",
    ),
    Rule(
        "dead-variable",
        "error",
        "A variable of the service that does nothing there: LiteLLM's command line reads it, which is not run, or the gateway sets it. "
        "The message names the variable of the role that does the same. A warning where it does no harm.",
        "litellm_environment: {NUM_WORKERS: 4}",
    ),
)
