"""The Redis that processes count in together: which settings LiteLLM's client is told, and how it is told to wait."""

from __future__ import annotations

import typing as t

from .cases_entries import has
from .cases_keys import NEEDS_REDIS
from .configuration import ENVIRONMENT, PARAMS, Case, case, put, right

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary

    from .configuration import Config, Path

SHARED: Path = ("general_settings", "coordination_redis")
CONNECTION: Path = ("redis", "connection")
RETRIES: Path = ("redis", "retries")
URL = "redis://127.0.0.1:1/0"


def shared(**params: t.Any) -> Config:
    return put(right(), SHARED, {"socket_timeout": 0.5, **params})


def redis_cases(vocabulary: Vocabulary) -> Iterator[Case]:
    """Each form that acts, beside it one that is not looked at or that tries again for long, and what nothing becomes of without."""
    if has(vocabulary, SHARED):
        yield from shared_cases()
    yield from needs(vocabulary)
    both = put(put(right(), ("router_settings", "redis_host"), "127.0.0.1"), ("router_settings", "redis_port"), 1)
    yield case("router's redis: host and port", "right", both, probe=CONNECTION)
    yield case(
        "router's redis: no port",
        "dropped",
        put(right(), ("router_settings", "redis_host"), "127.0.0.1"),
        probe=CONNECTION,
        control="router's redis: host and port",
    )
    limited = put(right(), (*PARAMS, "rpm"), 2)
    once = put(limited, ("router_settings", "optional_pre_call_checks"), ["enforce_model_rate_limits"])
    twice: Config = {"requests": ("alpha", "alpha", "broken")}
    yield case("limit: counted once", "right", once, **twice)
    by_usage = put(once, ("router_settings", "routing_strategy"), "usage-based-routing-v2")
    yield case("limit: counted twice", "counted", by_usage, control="limit: counted once", **twice)


def needs(vocabulary: Vocabulary) -> Iterator[Case]:
    """Settings of the proxy, with the Redis that it has of the cache, with the router's, and with none."""
    probe: Path = ("redis of the proxy", "connection")
    cache = {"type": "redis", "url": f"{URL}?socket_timeout=0.5"}
    cached = put(put(right(), ("litellm_settings", "cache"), True), ("litellm_settings", "cache_params"), cache)
    routed = put(right(), ("router_settings", "redis_url"), cache["url"])
    for key, block in NEEDS_REDIS.items():
        if has(vocabulary, (block, key)):
            stem = f"needs redis: {key}"
            yield case(stem, "right", put(cached, (block, key), True), probe=probe)
            for label, config in (("with the router's", routed), ("without", right())):
                wrong = put(config, (block, key), True)
                yield case(f"{stem}: {label}", "missing", wrong, probe=probe, control=stem)


def shared_cases() -> Iterator[Case]:
    """The setting that is for nothing else; older lines lack it."""
    yield case("shared redis: url", "right", shared(url=URL), probe=RETRIES)
    host: Config = {"host": "127.0.0.1", "port": 1}
    yield case("shared redis: host and port", "waits", shared(**host), probe=RETRIES, control="shared redis: url")
    environment = {**ENVIRONMENT, "P": "word", "ADDRESS": "redis://:word@127.0.0.1:1/0"}
    inside = shared(url="os.environ/ADDRESS")
    yield case("shared redis: password in url", "right", inside, probe=CONNECTION, environment=environment)
    yield case(
        "shared redis: password beside url",
        "dropped",
        shared(url=URL, password="os.environ/P"),  # noqa: S106 - the name of a variable
        probe=CONNECTION,
        control="shared redis: password in url",
        environment=environment,
    )
    tls = "rediss://127.0.0.1:1/0"
    yield case("shared redis: ca in url", "right", shared(url=f"{tls}?ssl_ca_certs=/ca.pem"), probe=CONNECTION)
    yield case(
        "shared redis: ca beside url",
        "dropped",
        shared(url=tls, ssl_ca_certs="/ca.pem"),
        probe=CONNECTION,
        control="shared redis: ca in url",
    )
