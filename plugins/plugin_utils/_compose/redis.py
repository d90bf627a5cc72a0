# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Redis that gateways share becomes in LiteLLM's configuration and environment.

The address is a URL wherever LiteLLM has one: told host and port instead, its client tries ten times again, in the middle of
the worker, which answers nobody meanwhile. ``general_settings.coordination_redis`` brings that Redis to everything that
counts; what has to be told besides, so that it counts there, is told with it.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field
from urllib.parse import quote

from .._known.deployment import Block
from .._known.names import COORDINATION, ENFORCES, USAGE_BASED
from .._language.redis import Redis, parts_of, read_redis
from .._report.secrets import REFERENCE, shown
from .secret_url import SecretUrl

if t.TYPE_CHECKING:
    from collections.abc import Sequence

    from .._known.deployment import Deployment
    from .._known.vocabulary import Vocabulary
    from .._language.options import RenderOptions
    from .._report.locations import Location
    from .._report.report import Report
    from .fallbacks import OperatorSettings

URL_VARIABLE = "LITELLM_REDIS_URL"
"""The variable that has the address where a password belongs into it."""

_BREAKER = {"REDIS_CIRCUIT_BREAKER_RECOVERY_TIMEOUT": "5", "REDIS_CIRCUIT_BREAKER_TIMEOUT_MIN_DURATION": "0.5"}
"""When LiteLLM leaves a Redis alone that does not answer, and when it asks again: 60 seconds and 5 unless told otherwise."""

_OWN_SETTINGS: dict[str, tuple[str, ...]] = {
    "general_settings": (COORDINATION,),
    "router_settings": ("redis_url", "redis_host", "redis_port", "redis_password", "redis_db"),
}
_OWN_CACHE = ("cache", "cache_params")
_CHECKS = "optional_pre_call_checks"
_RETRIES = ("num_retries", "retry_policy")


@dataclass(frozen=True)
class SharedState:
    """What LiteLLM is told of the Redis.

    :param general: keys of ``general_settings``.
    :param litellm: keys of ``litellm_settings``.
    :param environment: variables of the service, none of them a secret.
    :param secret_url: the address, where a password belongs into it; else None.
    :param mounts: what a container needs of the host for it, ``/path:/path`` or ``/path:/path:ro``.
    """

    general: Block = field(default_factory=dict)
    litellm: Block = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    secret_url: SecretUrl | None = None
    mounts: list[str] = field(default_factory=list)

    @property
    def declared(self) -> bool:
        """Whether there is a Redis at all."""
        return bool(self.general)

    @property
    def origins(self) -> dict[Location, Location | None]:
        """Location of each setting that comes of it, to the option that it was made of."""
        sentinels = ("general_settings", COORDINATION, "sentinel_nodes")
        made: dict[Location, Location | None] = {sentinels: ("redis", "sentinels")} if self.general else {}
        made |= {("general_settings", name): ("redis",) for name in self.general}
        return made | {("litellm_settings", name): ("redis", "cache") for name in self.litellm}

    def router_settings(
        self, deployments: Sequence[Deployment], written: Block, budgets: Block, operator: OperatorSettings
    ) -> Block:
        """Keys of ``router_settings`` that go with it.

        Limits per minute are counted there by one check, which counts a second time beside routing by usage. A request to a
        model whose budget is spent is tried again for seconds unless retries are off, where nothing else is said of them.

        :param written: what the operator wrote of them.
        :param budgets: those of providers.
        """
        params = [deployment.params for deployment in deployments]
        settings: Block = {}
        checks = written.get(_CHECKS)
        limited = any(each.get(key) is not None for each in params for key in ("rpm", "tpm"))
        # An empty list says that nothing is to be counted.
        open_to_it = checks is None or (isinstance(checks, list) and bool(checks) and ENFORCES not in checks)
        if self.declared and limited and open_to_it and written.get("routing_strategy") not in USAGE_BASED:
            settings[_CHECKS] = [*(checks or ()), ENFORCES]
        spends = bool(budgets) or any(each.get("max_budget") is not None for each in params)
        if self.declared and spends and not operator.says(*_RETRIES):
            settings["num_retries"] = 0
        return settings


def read_shared_state(options: RenderOptions, vocabulary: Vocabulary, report: Report) -> SharedState:
    """What the Redis of *options* becomes."""
    redis = read_redis(options, report)
    if redis is None:
        return SharedState()
    if COORDINATION not in vocabulary.tables:
        message = f"is more than LiteLLM {vocabulary.requested} takes, which has no {COORDINATION}"
        report.at("redis").add("needs-newer", message, "set litellm_version to 1.99.4 or newer")
        return SharedState()
    _refuse_other_places(options, redis, report)
    names = options.environment if isinstance(options.environment, list) else []
    if URL_VARIABLE in names:
        message = f"makes {URL_VARIABLE} itself, which is declared too"
        report.at("redis").add("contradiction", message, f"take {URL_VARIABLE} out of litellm_secrets")
    waits = {"socket_timeout": redis.answer, "socket_connect_timeout": redis.connect}
    if not redis.has_address:
        general = {**_nodes(redis), **waits, "namespace": redis.namespace}
        return SharedState({COORDINATION: general}, {}, dict(_BREAKER), mounts=redis.mounts)
    secret_url = _secret_url(redis) if redis.password_env else None
    address = f"{REFERENCE}{URL_VARIABLE}" if secret_url else "".join(_around_password(redis))
    params = {"url": address, **waits, "namespace": redis.namespace}
    cache = {"cache": True, "cache_params": {"type": "redis", **params, "ttl": redis.keep_answers}}
    litellm = cache if redis.keep_answers else {}
    return SharedState({COORDINATION: params}, litellm, dict(_BREAKER), secret_url, redis.mounts)


def _refuse_other_places(options: RenderOptions, redis: Redis, report: Report) -> None:
    """No setting in LiteLLM's own names says of a Redis what the declaration says, too."""
    own = {**_OWN_SETTINGS, **({"litellm_settings": _OWN_CACHE} if redis.keep_answers else {})}
    for block, keys in own.items():
        written = getattr(options, block)
        for key in keys if isinstance(written, dict) else ():
            if written.get(key) is not None:
                what = "redis.cache" if key in _OWN_CACHE else "redis"
                message = f"stands beside {what}, which is rendered to the same"
                report.at(block, key).add("contradiction", message, f"take {shown(key, bare=True)} out, or {what}")


def _nodes(redis: Redis) -> Block:
    """Sentinels or a cluster, and how to sign in there."""
    params: Block = {}
    if redis.cluster:
        params["startup_nodes"] = [{"host": host, "port": int(port)} for host, port in map(parts_of, redis.cluster)]
    else:
        params["sentinel_nodes"] = [[host, int(port)] for host, port in map(parts_of, redis.sentinels)]
        params["service_name"] = redis.sentinel_service
        if redis.sentinel_password_env:
            params["sentinel_password"] = f"{REFERENCE}{redis.sentinel_password_env}"
        if redis.database:
            params["db"] = redis.database
    if redis.username:
        params["username"] = redis.username
    if redis.password_env:
        params["password"] = f"{REFERENCE}{redis.password_env}"
    if redis.tls:
        params["ssl"] = True
    if redis.ca:
        params["ssl_ca_certs"] = redis.ca
    return params


def _secret_url(redis: Redis) -> SecretUrl:
    before, after = _around_password(redis)
    return SecretUrl(URL_VARIABLE, before, redis.password_env, after)


def _around_password(redis: Redis) -> tuple[str, str]:
    """The URL of *redis*, before and behind the password."""
    user = f"{quote(redis.username, safe='')}:" if redis.password_env else ""
    at = "@" if redis.password_env else ""
    if redis.socket:
        return f"unix://{user}", f"{at}{quote(redis.socket)}?db={redis.database}"
    host = f"[{redis.host}]" if ":" in redis.host else redis.host
    certificate = f"?ssl_ca_certs={quote(redis.ca)}" if redis.ca else ""
    scheme = "rediss" if redis.tls else "redis"
    return f"{scheme}://{user}", f"{at}{host}:{redis.port}/{redis.database}{certificate}"
