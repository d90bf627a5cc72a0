# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about models, and about the names and fallbacks that lead to them."""

from __future__ import annotations

from .._report.rules import Rule

MODELS = (
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
        "An address that is no URL. Every request fails; an empty one sends requests and key to the provider's own address. "
        "A warning where it ends with a path that LiteLLM adds, or without one that the server needs.",
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
        "A price below zero, or a discount of more than all. Every request lowers the spend that is counted, and no budget ends.",
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
        "id-is-a-name",
        "warning",
        "An id that is also the name of other models, for LiteLLM before 1.106: it takes the name for the id, and asks that one "
        "model alone. Whatever backs it, or shares the name, is never asked. The collection's own ids are none.",
        "model_list:\n  - {model_name: a, litellm_params: {model: openai/a, order: 1}, model_info: {id: a}}\n"
        "  - {model_name: a, litellm_params: {model: openai/b, order: 2}, model_info: {id: b}}",
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
    Rule(
        "starless-name",
        "error",
        "A model whose upstream ends with `*`, and its name does not. Every request asks the upstream for a model that is called `*`.",
        'model_list:\n  - {model_name: chat, litellm_params: {model: "openai/*"}}',
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
        "router-target-missing",
        "error",
        "A model that chooses another one for each request, among models that are not there. Requests that are sent to them fail. "
        "A warning in groups of routing, which do nothing for such a model.",
        "model_list:\n  - model_name: smart\n    litellm_params:\n      model: auto_router/complexity_router\n"
        "      complexity_router_config: {tiers: {SIMPLE: gpt5}}",
    ),
    Rule(
        "policy-source-missing",
        "error",
        "A retry policy for a model that is not there. It never acts.",
        "router_settings:\n  model_group_retry_policy: {gpt5: {TimeoutErrorRetries: 2}}",
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
)
