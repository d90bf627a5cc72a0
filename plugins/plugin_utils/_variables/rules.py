# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of the variables of roles for services, with an example; see ``docs/findings.md``."""

from __future__ import annotations

from .._report.common_rules import COMMON
from .._report.rules import Rule, table

OWN = table(
    Rule(
        "weak-password",
        "error",
        "A password of fewer than 16 characters, which can be guessed from what a server keeps of it, or with characters that programs "
        "understand in different ways. `openssl rand -hex 32` makes one.",
        "litellm_redis_password: geheim",
    ),
    Rule(
        "open-network",
        "error",
        "Other machines would reach a service without TLS, so that what it is asked and answers can be read on the way. Give it a "
        "certificate.",
        "litellm_redis_listen: [192.0.2.31]\nlitellm_redis_password: 16-characters-or-more",
    ),
    Rule(
        "reserved-name",
        "error",
        "A name that the service has for something of its own. Choose another one.",
        "litellm_redis_username: admin",
    ),
    Rule(
        "unknown-host",
        "error",
        "A host that is no member of the group that is meant. Write the name of one, or add it there.",
        "litellm_redis_primary: redis-3",
    ),
    Rule(
        "unknown-address",
        "error",
        "The inventory does not say under which address a host is reached, or says something that is none. Set `ansible_host` of it, or "
        "what the message names.",
        "litellm_postgresql_listen: [192.0.2.41]\nlitellm_postgresql_password_env: DATABASE_PASSWORD",
    ),
    Rule(
        "too-few-hosts",
        "error",
        "The inventory has fewer hosts than are needed for what is declared. Put more into the group that the message names.",
        "litellm_redis_sentinel: true",
    ),
    Rule(
        "metrics-out-of-reach",
        "error",
        "Prometheus does not reach the metrics of a gateway, which has no listener for them or serves them only to itself. Set "
        "`litellm_metrics_host` and `litellm_metrics_port` of it.",
        "litellm_monitoring_group: litellm\nlitellm_metrics_host: 127.0.0.1",
    ),
    Rule(
        "unknown-price",
        "error",
        "The model that all work is compared with has no prices that are known. Write the name of a ready model.",
        "litellm_monitoring_group: litellm\nlitellm_reference_model: deepseek-chatt",
    ),
    Rule(
        "same-port",
        "error",
        "Two services of a host would listen at one port. Give one of them another.",
        "litellm_redis_sentinel: true\nlitellm_redis_sentinel_port: 6379",
    ),
    Rule(
        "not-in-pods",
        "error",
        "Something of a host that pods of Kubernetes do not have, cannot open or cannot hold. The message says what there is instead.",
        "litellm_kubernetes_replicas: 2\nlitellm_port: 443",
    ),
    Rule(
        "not-in-chart",
        "error",
        "What LiteLLM's own chart cannot do. Leave it out, or write `form: manifests`.",
        "litellm_kubernetes_form: helm_values\nlitellm_kubernetes_tls_secret: gateway-tls",
    ),
    Rule(
        "bad-container",
        "error",
        "An image that may be another one tomorrow, or is of another version; or a path or limit that no engine for containers takes.",
        "litellm_kubernetes_replicas: 2\nlitellm_image: ghcr.io/berriai/litellm:main-latest",
    ),
    Rule(
        "bad-directive",
        "error",
        "What is to be a directive of a program is none.",
        "litellm_redis_settings: {Max Clients: 100}",
    ),
    Rule(
        "owned-directive",
        "error",
        "A directive that the role writes by itself. Take it out; where it follows a variable, the message names that.",
        "litellm_redis_settings: {maxmemory: 1gb}",
    ),
)
"""Those that the inventory language does not have."""

RULES = table(*COMMON) | OWN
