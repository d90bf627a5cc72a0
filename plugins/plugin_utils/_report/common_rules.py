# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of everything that is declared: of the inventory language, and of the variables of every role; see ``docs/findings.md``."""

from __future__ import annotations

from .rules import Rule

COMMON = (
    Rule(
        "field-type",
        "error",
        "A value of another type than the field or variable takes. Write text in quotes, and numbers, true and false without them: "
        "LiteLLM keeps a quoted number as text, and fails on the first error, much later.",
        'models:\n  gpt5: {upstream: gpt-5, rpm: "60"}',
    ),
    Rule(
        "field-range",
        "error",
        "A number that is too small or too great for its field or variable. The message has the limits.",
        "models:\n  gpt5: {upstream: gpt-5, timeout: 0}",
    ),
    Rule(
        "unknown-field",
        "error",
        "A field that there is not here. Write the one that the message names; a parameter of LiteLLM's own goes into `litellm_params`.",
        "models:\n  gpt5: {upstream: gpt-5, aliass: best}",
    ),
    Rule(
        "missing-field",
        "error",
        "A field or variable is not there without which the rest says nothing. Write it.",
        "models:\n  gpt5: {alias: gpt-5}",
    ),
    Rule(
        "contradiction",
        "error",
        "Two settings that say different things about one. Keep one of them.",
        "models:\n  local: {upstream: llama, api_key: sk-none, api_key_env: LOCAL_KEY}",
    ),
    Rule(
        "written-twice",
        "error",
        "The same thing stands twice in one list or dictionary; upper and lower case of a key are the same. Take one out, or rename it.",
        "model_keys: [gpt5, GPT5]",
    ),
    Rule(
        "bad-name",
        "error",
        "A name that is empty or too long, begins or ends with space, or holds what a name of its kind cannot, such as a line break. "
        "Write it on one line.",
        'models:\n  gpt5: {upstream: "gpt-5 "}',
    ),
    Rule(
        "bad-variable",
        "error",
        "What is to be the name of an environment variable is none. Write the name alone, of letters, digits and `_`.",
        "models:\n  gpt5: {upstream: gpt-5, api_key_env: os.environ/OPENAI_API_KEY}",
    ),
    Rule(
        "bad-address",
        "error",
        "A host that is no name and no address, a node that is not `host:port`, or what has to be an address or a network and is none. "
        "Write the name alone where the port has a field.",
        "redis: {host: 'redis://redis.example.com'}",
    ),
    Rule(
        "bad-path",
        "error",
        "A path that is not absolute, holds what a URL, a unit and a container's mounts cannot, or is of somebody else. Write letters, digits "
        "and `._@+-`.",
        "redis: {socket: redis.sock}",
    ),
    Rule(
        "bad-duration",
        "error",
        "A span of time that its reader cannot read. Write a number and a unit; the message has them.",
        "models:\n  gpt5: {upstream: gpt-5, budget: {limit: 5, period: month}}",
    ),
    Rule(
        "bad-option",
        "error",
        "An option of the module whose value Ansible cannot take, a word that is none of those that a field or variable takes, or a "
        "variable whose expression fails.",
        'llmops.litellm.litellm_model_config: {path: ""}',
    ),
    Rule(
        "bad-certificate",
        "error",
        "A certificate or its key cannot serve: it is no PEM and no absolute path, has ended, is in another order than from the own "
        "certificate upwards, or the two do not belong together.",
        "tls_certificate: gateway.pem\ntls_key: gateway.key",
    ),
    Rule(
        "too-many-connections",
        "error",
        "All workers of all hosts would take more connections than there are for them, `max_connections` or "
        "`litellm_postgresql_connections`, or as many as there are cores. While a host hands over, two slots have theirs.",
        "workers: 4\ndatabase: {host: db, password_env: DB_PASSWORD, max_connections: 50}",
    ),
    Rule(
        "secret-in-input",
        "error",
        "A key, a token or a password. A configuration is shown and copied, and must hold none: put it into `litellm_secrets` and write "
        "`os.environ/NAME`. A warning in a file that is only looked at.",
        "models:\n  gpt5: {upstream: gpt-5, litellm_params: {api_key: sk-proj-...}}",
    ),
    Rule(
        "unreadable-file",
        "error",
        "A file of the controller that is not there, cannot be read, is larger than 16 MiB, or is no UTF-8 text.",
        "config_file: confg.yaml",
    ),
    Rule(
        "not-plain-data",
        "error",
        "A value or a key that a configuration cannot hold: a number that is not finite, text that is not valid Unicode, an object, a "
        "key that is no text, or more than 64 levels. Quote it, or take it out.",
        "litellm_settings: {yes: 1}",
    ),
)
