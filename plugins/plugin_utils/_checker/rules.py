# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Every rule of the checker, with what it means to people: the one table, from which ``docs/findings.md`` is made."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

if t.TYPE_CHECKING:
    from .._report.problems import Severity


@dataclass(frozen=True)
class Rule:
    """One thing that the checker looks for.

    :param name: stable; the ``rule`` of its findings.
    :param severity: of most findings; some are milder or graver, where the message says why.
    :param meaning: what is wrong, and what LiteLLM does with it.
    :param example: a snippet of a configuration that has the finding.
    :param negotiable: ``strict: false`` turns its errors into warnings.
    """

    name: str
    severity: Severity
    meaning: str
    example: str
    negotiable: bool = False


def _table(*rules: Rule) -> dict[str, Rule]:
    return {rule.name: rule for rule in rules}


RULES = _table(
    # --- keys and types
    Rule(
        "unknown-block",
        "error",
        "A block that LiteLLM does not know. It is ignored without a word, with all that is in it.",
        "router_setting:\n  num_retries: 2",
        negotiable=True,
    ),
    Rule(
        "unknown-key",
        "error",
        "A key that the block does not take. LiteLLM ignores it without a word (`router_settings`: with a warning in the log; "
        "in `litellm_settings` it may replace a function of LiteLLM, and every request fails).",
        "litellm_settings:\n  drop_param: true",
        negotiable=True,
    ),
    Rule(
        "unknown-parameter",
        "error",
        "A parameter of a model that LiteLLM does not know. It is sent to the upstream, as it is, in the body of every "
        "request: a misspelt `api_key` sends the key there, and the provider's own variable is used as the key.",
        "litellm_params:\n  model: openai/gpt-5\n  reasoning_effrot: low",
        negotiable=True,
    ),
    Rule(
        "unknown-model-info",
        "error",
        "A key of `model_info` that is nearly one that LiteLLM knows. It is kept as a note, and the setting that was meant "
        "does not act.",
        "model_info:\n  max_input_token: 8192",
        negotiable=True,
    ),
    Rule(
        "misplaced-key",
        "error",
        "A key of another block. It does not act here; among the parameters of a model it is sent to the upstream. Keys "
        "that guard access, money or secrets stay errors with `strict: false`; in `model_info`, which takes notes, the "
        "others are warnings.",
        "litellm_settings:\n  master_key: os.environ/LITELLM_MASTER_KEY",
        negotiable=True,
    ),
    Rule(
        "wrong-type",
        "error",
        "A value of another type. LiteLLM drops the model, keeps the text and fails when it is used, or takes any text "
        '(`"false"` too) for true.',
        'router_settings:\n  num_retries: "2"',
    ),
    Rule(
        "wrong-shape",
        "error",
        "A part of the configuration is not built as LiteLLM needs it. It refuses to start, mostly with a bare `KeyError`.",
        "model_list:\n  - litellm_params: {model: openai/gpt-5}",
    ),
    Rule(
        "null-setting",
        "error",
        "A setting without a value. Most may be null; LiteLLM refuses to start with this one.",
        "litellm_settings:\n  max_budget: null",
    ),
    Rule(
        "missing-key",
        "error",
        "A key that LiteLLM cannot do without. It refuses to start; a guardrail is left out, and everything passes.",
        "credential_list:\n  - {credential_name: a, credential_value: {}}",
    ),
    Rule(
        "dead-setting",
        "error",
        "A setting that LiteLLM declares and that nothing in it reads, or one that only versions before this one had. It does "
        "not act. A warning, unless it seems to guard something.",
        "litellm_settings:\n  max_user_budget: 5",
        negotiable=True,
    ),
    Rule(
        "unknown-guardrail",
        "error",
        "A type or a moment that LiteLLM does not know, or the name of a guardrail that is not there. LiteLLM logs a line, "
        "starts without the guardrail, and lets everything pass.",
        "guardrails:\n  - guardrail_name: pii\n    litellm_params: {guardrail: presidio, mode: precall}",
    ),
    Rule(
        "unknown-policy",
        "error",
        "A policy that is not there. LiteLLM refuses to start where another policy inherits from it, and attaches nothing where "
        "it is to be attached.",
        'policies:\n  strict: {guardrails: {add: [pii]}}\npolicy_attachments:\n  - {policy: strickt, scope: "*"}',
    ),
    # --- models
    Rule(
        "unknown-mode",
        "error",
        "A word for `mode` that LiteLLM does not know. Health checks of the model fail.",
        "model_info:\n  mode: embeddings",
        negotiable=True,
    ),
    Rule(
        "no-models",
        "warning",
        "There is no model. LiteLLM starts, reports that it is healthy, and answers every request with 400.",
        "model_list: []",
    ),
    Rule(
        "unknown-provider",
        "error",
        "LiteLLM cannot tell the provider of the model. It logs an error, drops the model and starts without it.",
        "litellm_params:\n  model: opnai/gpt-5",
    ),
    Rule(
        "no-api-base",
        "error",
        "An endpoint without an address of its own. The requests, and the key, go to api.openai.com. A warning where it is "
        "an OpenAI model that the vocabulary may be too old to know.",
        "litellm_params:\n  model: hosted_vllm/qwen",
    ),
    Rule(
        "bad-api-base",
        "error",
        "An address that is no URL. Every request fails; an empty one sends requests and key to the provider's own address.",
        "litellm_params:\n  model: openai/qwen\n  api_base: vllm.example.com/v1",
    ),
    Rule(
        "empty-api-key",
        "error",
        "A key that is empty. LiteLLM takes the provider's key from its own environment, and sends it to this endpoint.",
        'litellm_params:\n  model: openai/qwen\n  api_key: ""',
    ),
    Rule(
        "unknown-effort",
        "error",
        "A reasoning effort that is no word for one. LiteLLM never checks it, and the upstream gets it.",
        "litellm_params:\n  model: openai/gpt-5\n  reasoning_effort: maximal",
        negotiable=True,
    ),
    Rule(
        "negative-price",
        "error",
        "A price below zero. Every request lowers the spend that is counted, and no budget ends.",
        "litellm_params:\n  model: openai/qwen\n  input_cost_per_token: -0.000001",
    ),
    Rule(
        "half-price",
        "warning",
        "A price for one side alone. The other side is counted as free, without a warning.",
        "litellm_params:\n  model: openai/qwen\n  input_cost_per_token: 0.000001",
    ),
    Rule(
        "unknown-base-model",
        "warning",
        "A `base_model` that LiteLLM's price list does not have. No cost is counted.",
        "model_info:\n  base_model: gpt-4oo",
    ),
    Rule(
        "missing-credential",
        "error",
        "A credential that `credential_list` does not have. LiteLLM goes on without it, and takes the key that it finds in "
        "its environment.",
        "litellm_params:\n  model: openai/gpt-5\n  litellm_credential_name: shared",
    ),
    Rule(
        "two-sign-ins",
        "warning",
        "A key beside another way to sign in: a credential that `credential_list` holds, or an application of Entra ID. "
        "LiteLLM takes what stands in the model, and never the other one.",
        "model_list:\n  - model_name: a\n"
        "    litellm_params: {model: openai/gpt-5, api_key: os.environ/KEY, litellm_credential_name: shared}\n"
        "credential_list:\n  - {credential_name: shared, credential_values: {api_key: os.environ/TEAM_KEY}, credential_info: {}}",
    ),
    Rule(
        "unusable-key",
        "error",
        "A key with a line break, with space around it or with letters beyond ASCII. No HTTP header carries it, and every "
        "request fails.",
        'litellm_params:\n  model: openai/gpt-5\n  api_key: " sk-none"',
    ),
    Rule(
        "missing-environment",
        "error",
        "A model for certain environments, in a service that does not say which one it is. LiteLLM drops the model.",
        "model_info:\n  supported_environments: [production]",
    ),
    Rule(
        "duplicate-id",
        "error",
        "Two models with one id. Their metrics and cooldowns are mixed, and a request for the id reaches the last one.",
        "model_list:\n  - {model_name: a, litellm_params: {model: openai/a}, model_info: {id: one}}\n"
        "  - {model_name: b, litellm_params: {model: openai/b}, model_info: {id: one}}",
    ),
    Rule(
        "derived-id",
        "notice",
        "A model without an id. LiteLLM derives one from all parameters, the key among them: a new key breaks every series "
        "of metrics.",
        "model_list:\n  - {model_name: gpt-5, litellm_params: {model: openai/gpt-5}}",
    ),
    Rule(
        "starved-deployment",
        "error",
        "Some deployments of a name have a `weight` (or `rpm`, or `tpm`) and others have none. The others never get a request.",
        "model_list:\n  - {model_name: a, litellm_params: {model: openai/x, weight: 1}}\n"
        "  - {model_name: a, litellm_params: {model: openai/y}}",
    ),
    Rule(
        "limit-not-enforced",
        "notice",
        "`rpm` and `tpm` limit nothing by default; they only share the requests between deployments of one name.",
        "litellm_params:\n  model: openai/x\n  rpm: 10",
    ),
    Rule(
        "zero-budget",
        "warning",
        "A budget of 0 for a provider, a model or a tag. LiteLLM takes it for no budget, and nothing is limited.",
        "router_settings:\n  provider_budget_config:\n    openai: {budget_limit: 0, time_period: 1d}",
    ),
    Rule(
        "counted-apart",
        "warning",
        "A budget or a limit that every worker of every host counts by itself: in all it is that many times as high, and a "
        "budget begins anew with each start. With a Redis, budgets and limits per minute are counted together. Told where "
        "the number of workers is known, as the role knows it.",
        "litellm_params:\n  model: openai/x\n  max_budget: 5\n  budget_duration: 1d",
    ),
    Rule(
        "wildcard",
        "notice",
        "A name with `*` lists and serves every model of the provider, at prices that nobody may have looked at.",
        'model_list:\n  - {model_name: "*", litellm_params: {model: "openai/*"}}',
    ),
    # --- routing
    Rule(
        "fallback-target-missing",
        "error",
        "A fallback to a model that is not there. It is skipped without a word; when nothing is left, the request fails.",
        "router_settings:\n  fallbacks: [{gpt-5: [deepsek]}]",
    ),
    Rule(
        "fallback-source-missing",
        "error",
        "A fallback for a model that is not there. It never acts.",
        "router_settings:\n  fallbacks: [{gpt5: [deepseek]}]",
    ),
    Rule(
        "fallback-shape",
        "error",
        "Fallbacks that are not built as `- model: [other, ...]`. A name in the place of a list is taken letter by letter; "
        "other shapes stop LiteLLM from starting.",
        "router_settings:\n  fallbacks: [{gpt-5: deepseek}]",
    ),
    Rule(
        "fallback-loop",
        "error",
        "A model that backs itself. LiteLLM asks the model that has failed once more, at full price and delay. Models that back "
        "each other are well: each is asked once.",
        "router_settings:\n  fallbacks: [{a: [a]}]",
    ),
    Rule(
        "fallbacks-twice",
        "error",
        "Fallbacks in both blocks. LiteLLM uses those of `router_settings` and ignores the others.",
        "router_settings:\n  fallbacks: [{a: [b]}]\nlitellm_settings:\n  fallbacks: [{c: [b]}]",
    ),
    Rule(
        "fallbacks-taken-away",
        "warning",
        "Once there are `context_window_fallbacks` (or `content_policy_fallbacks`), models that are not in them lose their "
        "other fallbacks for such errors.",
        "router_settings:\n  fallbacks: [{a: [b]}]\n  context_window_fallbacks: [{c: [b]}]",
    ),
    Rule(
        "alias-target-missing",
        "error",
        "An alias for a model that is not there. Requests for it get 400.",
        "router_settings:\n  model_group_alias: {fast: gtp-5-mini}",
    ),
    Rule(
        "alias-chain",
        "error",
        "An alias for an alias. LiteLLM lists it and does not follow it: requests for it get 400.",
        "router_settings:\n  model_group_alias: {fast: quick, quick: gpt-5-mini}",
    ),
    Rule(
        "alias-shadows",
        "error",
        "An alias with the name of a model. The alias wins, and the model is never reached.",
        "model_list:\n  - {model_name: gpt-5, litellm_params: {model: openai/gpt-5}}\n"
        "router_settings:\n  model_group_alias: {gpt-5: gpt-5-mini}",
    ),
    Rule(
        "alias-shape",
        "error",
        "An alias that is neither the name of a model nor `{model, hidden}`. LiteLLM refuses to start, or answers requests "
        "for it with an error.",
        "router_settings:\n  model_group_alias: {fast: [gpt-5-mini]}",
    ),
    Rule(
        "alias-without-fallbacks",
        "warning",
        "An alias for a model that has fallbacks. Requests by the alias do not use them.",
        "router_settings:\n  fallbacks: [{gpt-5: [deepseek]}]\n  model_group_alias: {best: gpt-5}",
    ),
    Rule(
        "unknown-check",
        "error",
        "A check before the call that LiteLLM does not know. It is left out without a word.",
        "router_settings:\n  optional_pre_call_checks: [enforce_rate_limits]",
        negotiable=True,
    ),
    Rule(
        "unknown-word",
        "error",
        "A word that LiteLLM compares with its own, and does not have: a channel or a kind of alert, a call that is cached, a "
        "provider with a budget, a span of time. It starts, and what the word stands for does not happen; a few settings stop "
        "it from starting.",
        "general_settings:\n  alerting: [slak]",
        negotiable=True,
    ),
    # --- references
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
        "A reference inside other text, or in a list. LiteLLM does not resolve it, and sends it as it is.",
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
        "A feature that LiteLLM sells, in a gateway without `LITELLM_LICENSE`. LiteLLM refuses to start.",
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
        "Models in the file and in the database. Where both say something, the database wins, and the file no longer shows "
        "what is served.",
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
        "the file does not define. LiteLLM does not start. A warning where a package of "
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
        "A setting that acts through the database, in a gateway that has none. LiteLLM accepts it and nothing happens.",
        "litellm_settings:\n  max_budget: 100",
    ),
    Rule(
        "no-database",
        "error",
        "A database, in a service that LiteLLM is installed for from PyPI, without Prisma's client. LiteLLM does not start. A "
        "warning where a file is only looked at.",
        "general_settings:\n  database_url: os.environ/DATABASE_URL",
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
        "warning",
        "A setting that needs Redis, in a gateway that has none.",
        "litellm_settings:\n  cache: true",
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
