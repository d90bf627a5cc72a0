# SPDX-License-Identifier: GPL-3.0-or-later
"""The Redis that processes share: whether there is one, and what of its settings does not act, or does harm.

LiteLLM takes a Redis from three places, and from its environment where it answers at the start. Told host and port, the client
for Python tries ten times again; LiteLLM writes cooldowns with it in the middle of a worker, which answers nobody meanwhile.
Told a URL or Sentinels it does not try again; what belongs into the URL is dropped beside it.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .._known.names import COORDINATION, ENFORCES, USAGE_BASED
from .._report.secrets import REFERENCE, shown

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from .._known.deployment import Block
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

VARIABLES = ("REDIS_HOST", "REDIS_URL", "REDIS_CLUSTER_NODES", "REDIS_SENTINEL_NODES")
"""Variables that name a Redis."""

DECLARE = "declare litellm_redis, or general_settings.coordination_redis in a configuration of your own"

_NODES = "startup_nodes"
_CLUSTER = "REDIS_CLUSTER_NODES"
_IN_URL = ("password", "host", "port", "db", "ssl")
_INTO_URL = {
    "password": "write it into the URL, redis://user:password@host, and the URL as os.environ/NAME",
    "ssl": "write rediss:// in front",
    "ssl_ca_certs": "write ?ssl_ca_certs=/path behind the URL",
}
_NEEDS: dict[str, tuple[str, ...]] = {
    "general_settings": (
        "use_redis_transaction_buffer",
        "use_shared_health_check",
        "fail_closed_rate_limit_enforcement",
    ),
    "litellm_settings": ("enable_redis_auth_cache",),
}


@dataclass(frozen=True)
class Place:
    """Settings that name a Redis.

    :param location: where they stand.
    :param prefix: what the names of host, port and password begin with there.
    :param settings: themselves.
    """

    location: Location
    prefix: str
    settings: Block

    def get(self, name: str) -> t.Any:
        """The setting that LiteLLM's client knows as *name*."""
        return self.settings.get(self.prefix + name) or (name == _NODES and self.settings.get(f"redis_{name}"))

    @property
    def waits(self) -> Block:
        """The settings that say how long its client waits."""
        more = self.settings.get("cache_kwargs") if self.prefix else self.settings
        return more if isinstance(more, dict) else {}

    def locate(self, name: str) -> Location:
        """Where that stands."""
        return (*self.location, self.prefix + name)


PLACES = ("host", "url", "startup_nodes", "sentinel_nodes")
"""Keys that say where a Redis is; one of them is enough."""


def places(checked: CheckedConfig) -> list[Place]:
    """Every Redis that the settings name, in the order in which LiteLLM takes them."""
    general, router, settings = map(checked.block, ("general_settings", "router_settings", "litellm_settings"))
    cache, coordination = settings.get("cache_params"), general.get(COORDINATION)
    found = []
    if isinstance(coordination, dict) and COORDINATION in checked.vocabulary.tables:
        found.append(Place(("general_settings", COORDINATION), "", coordination))
    if router.get("redis_url") or (router.get("redis_host") and router.get("redis_port")):
        found.append(Place(("router_settings",), "redis_", router))
    if settings.get("cache") is True and isinstance(cache, dict) and cache.get("type") == "redis":
        found.append(Place(("litellm_settings", "cache_params"), "", cache))
    return [place for place in found if any(place.get(name) for name in PLACES)]


def has_redis(checked: CheckedConfig) -> bool:
    """Whether processes count in a Redis, as far as the settings and a known environment say."""
    return bool(places(checked) or _variables(checked))


def _variables(checked: CheckedConfig) -> list[str]:
    """The variables that name a Redis, of those that the service is known to have."""
    own = checked.block("environment_variables")
    return [name for name in VARIABLES if name in own or name in (checked.environment or ())]


def check_forms(checked: CheckedConfig, report: Report) -> None:
    """A Redis that is named is one, all that is said of it acts, and no worker stands still for it."""
    router = checked.block("router_settings")
    if router.get("redis_host") and not router.get("redis_port") and not router.get("redis_url"):
        message = "names a Redis that LiteLLM does not take without redis_port; nothing is shared, and nothing says so"
        report.add("unused-redis", ("router_settings", "redis_host"), message, DECLARE, "warning")
    for place in places(checked):
        _check_form(report, place)
    _check_environment(checked, report)


def _check_form(report: Report, place: Place) -> None:
    """Its client gives up in time, as one does that was told a URL; and what is said of it acts."""
    if place.get("startup_nodes"):
        message = (
            "is a cluster, and LiteLLM never leaves one alone: while it hangs, each question of each request waits for "
            "socket_timeout, and each cooldown stops the worker for twice as long"
        )
        report.add("freezing-redis", place.location, message, "use one Redis, or Sentinels")
    elif place.get("url"):
        _check_url(report, place)
    elif place.get("sentinel_nodes"):
        message = "are asked ten times more: while none of them answers, a cooldown stops the whole worker for 10 to 30 seconds"
        report.add("freezing-redis", place.locate("sentinel_nodes"), message, severity="notice")
    else:
        message = (
            "names a Redis by host, whose client tries ten times more: while the Redis does not answer, each cooldown stops "
            "the whole worker, for up to a minute"
        )
        report.add("freezing-redis", place.locate("host"), message, "write url: redis://host:port, and socket_timeout")


def _check_url(report: Report, place: Place) -> None:
    """What stands beside a URL acts, for LiteLLM drops what is a part of one; and it says how long to wait."""
    url = str(place.get("url"))
    for key in place.settings:
        name = str(key).removeprefix(place.prefix) if str(key).startswith(place.prefix) else ""
        # With TLS in the URL it says the same.
        meant = name == "ssl" and not url.startswith("redis:")
        if (name in _IN_URL or name.startswith("ssl_")) and not meant:
            message = f"stands beside {place.prefix}url, where LiteLLM drops it, without a word"
            report.add("unused-redis", place.locate(name), message, _INTO_URL.get(name, "write it into the URL"))
    waits = place.waits
    if waits.get("socket_timeout") is None and not url.startswith(REFERENCE) and "socket_timeout" not in url:
        message = (
            "says nothing of socket_timeout: while the Redis hangs, each cooldown stops the whole worker for 5 seconds"
        )
        report.add("freezing-redis", place.locate("url"), message, "write ?socket_timeout=0.5 behind it", "notice")


def _check_environment(checked: CheckedConfig, report: Report) -> None:
    """Variables that name a Redis do what is meant."""
    names, found = _variables(checked), places(checked)
    if _CLUSTER in names and any(place.get("url") or place.get("host") for place in found):
        message = f"{_CLUSTER} is in the environment of the service, and LiteLLM takes that instead"
        report.add("unused-redis", found[0].location, message, f"take {_CLUSTER} out")
    elif names and not found:
        own = names[0] in checked.block("environment_variables")
        location: Location = ("environment_variables", names[0]) if own else ("general_settings", COORDINATION)
        message = (
            f"{'is' if own else f'is not there, and {names[0]} of the environment is'} a Redis that LiteLLM takes only if it "
            "answers when a worker starts; if not, that worker counts alone until its next start"
        )
        report.add("redis-by-environment", location, message, DECLARE)


def check_needs(checked: CheckedConfig, report: Report) -> None:
    """Settings that do nothing without a Redis have one, in a place where they look for it."""
    there = any(place.location != ("router_settings",) for place in places(checked))
    there = there or bool(_variables(checked)) or checked.environment is None
    for block, keys in _NEEDS.items():
        for key in keys:
            value = checked.block(block).get(key)
            if not there and value not in (None, False):
                message = "needs Redis, and there is none; LiteLLM does not start, or nothing happens"
                report.add("needs-redis", (block, key), message, f"{DECLARE}, or take it out")


def check_counting(checked: CheckedConfig, report: Report) -> None:
    """Limits per minute are counted once, and answers that cost nothing are meant."""
    router = checked.block("router_settings")
    checks, strategy = router.get("optional_pre_call_checks"), router.get("routing_strategy")
    if strategy in USAGE_BASED and isinstance(checks, list) and ENFORCES in checks and any(_limited(checked)):
        location: Location = ("router_settings", "optional_pre_call_checks", checks.index(ENFORCES))
        message = (
            f"counts each request beside {shown(strategy, bare=True)}, which counts it too: half of each limit is left"
        )
        report.add("counted-twice", location, message, "take one of the two out")


def _limited(checked: CheckedConfig) -> Iterator[bool]:
    for deployment in checked.deployments:
        yield deployment.params.get("rpm") is not None or deployment.params.get("tpm") is not None
