# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about keys, their places and their types."""

from __future__ import annotations

from .._report.rules import Rule

KEYS = (
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
        "A setting without a value. Most may be null; with this one LiteLLM refuses to start, or drops the model.",
        "litellm_settings:\n  max_budget: null",
    ),
    Rule(
        "missing-key",
        "error",
        "A key that LiteLLM cannot do without. It refuses to start; from 1.106 on a guardrail whose `litellm_params` lack one is left "
        "out, and everything passes.",
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
        "A type or a moment that LiteLLM does not know: LiteLLM 1.106 and newer log a line, start without the guardrail, and let "
        "everything pass; older ones refuse to start. Or the name of a guardrail that is not there, with which everything passes.",
        "guardrails:\n  - guardrail_name: pii\n    litellm_params: {guardrail: presidio, mode: precall}",
    ),
    Rule(
        "unknown-policy",
        "error",
        "A policy that is not there. LiteLLM refuses to start where another policy inherits from it, and attaches nothing where "
        "it is to be attached.",
        'policies:\n  strict: {guardrails: {add: [pii]}}\npolicy_attachments:\n  - {policy: strickt, scope: "*"}',
    ),
)
