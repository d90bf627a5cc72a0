# SPDX-License-Identifier: GPL-3.0-or-later
"""The Redis that LiteLLM shares its counters through: which one that is, and whether it lets the gateway do its work.

LiteLLM itself counts alone, without a word to clients, where Redis does not answer or does not obey.
"""

from __future__ import annotations

import importlib
import os
import ssl
import typing as t

if t.TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

UP = "up"
AWAY = "away"
"""Nobody answers, or Redis takes no writes at the moment. It may come back, and the gateway works without it until then."""
REFUSED = "refused"
"""Redis answers, and will not let this gateway in, or not do its work, until somebody changes something."""

ANSWER_SECONDS = 2.0
"""How long a connection, or an answer, may take. LiteLLM's own time-outs may be so short that a busy start breaks them."""

KEEP_SECONDS = 60
"""After which time Redis forgets a key of a question that was never ended."""

SCRIPT = "return redis.call('INCRBY', KEYS[1], ARGV[1])"
"""A script as LiteLLM's own are: it counts on the one key that it is given."""

NOT_NOW = {
    "BusyLoadingError": "still loads its data",
    "ReadOnlyError": "is a replica, which takes no writes: name the primary, or Sentinels that know it",
    "OutOfMemoryError": "has reached its maxmemory and takes no writes: give it more",
    "MasterDownError": "has lost its primary",
    "ClusterDownError": "is a cluster of which a part is down",
}
"""redis-py's names of errors that pass, to what Redis does then."""


class Answer(t.NamedTuple):
    """Whether a Redis answers and obeys.

    :param state: ``UP``, ``AWAY`` or ``REFUSED``.
    :param sentence: what is wrong and what to do about it, without a secret; empty with ``UP``.
    """

    state: str
    sentence: str = ""


class Redis:
    """One Redis as LiteLLM reaches it.

    :param place: where the configuration names it.
    :param cache: LiteLLM's object for it; a new client is made from what that one was made from.
    """

    def __init__(self, place: str, cache: t.Any) -> None:
        self.place = place
        self._cache = cache
        self._client: t.Any = None
        self._key = str(cache.check_and_fix_namespace(key=f"litellm-gateway-proof:{os.urandom(8).hex()}"))
        self._doing = "PING"

    def ask(self) -> Answer:
        """Do on a key of its own what LiteLLM does on others. Takes up to some multiples of ``ANSWER_SECONDS``.

        A connection is kept for the next time, as LiteLLM keeps its own.
        """
        try:
            if self._client is None:
                self._client = self._made()
            for name, command in self._work(self._client):
                self._doing = name
                command()
        except Exception as error:
            state, what = self._judged(error)
            return Answer(state, f"Redis ({self.place}) {what}")
        return Answer(UP)

    def _made(self) -> t.Any:
        limits = {"socket_timeout": ANSWER_SECONDS, "socket_connect_timeout": ANSWER_SECONDS}
        get_client = importlib.import_module("litellm._redis").get_redis_client
        client = get_client(**{**self._cache.redis_kwargs, **limits})
        pool = getattr(client, "connection_pool", None)
        if pool is None:
            return client  # of a cluster, which has connected already
        # What a URL says of time-outs comes before the arguments, and Sentinels have time-outs of their own.
        sentinels = getattr(getattr(pool, "sentinel_manager", None), "sentinels", ())
        never = importlib.import_module("redis.retry").Retry(importlib.import_module("redis.backoff").NoBackoff(), 0)
        for each in (client, *sentinels):
            each.connection_pool.connection_kwargs.update(limits)
            each.set_retry(never)
        return client

    def _work(self, client: t.Any) -> Iterator[tuple[str, t.Callable[[], t.Any]]]:
        """The commands that LiteLLM uses, each with its name."""
        key = self._key
        yield "PING", client.ping
        yield "SET", lambda: client.set(key, "1", ex=KEEP_SECONDS)
        yield "INCRBY", lambda: client.incr(key, 1)
        yield "INCRBYFLOAT", lambda: client.incrbyfloat(key, 0.5)
        yield "EXPIRE", lambda: client.expire(key, KEEP_SECONDS)
        yield "TTL", lambda: client.ttl(key)
        yield "GET", lambda: client.get(key)
        yield "MGET", lambda: client.mget([key])
        yield "DEL", lambda: client.delete(key)
        yield "EVAL", lambda: client.eval(SCRIPT, 1, key, 1)
        digest: list[str] = []
        yield "SCRIPT LOAD", lambda: digest.append(client.script_load(SCRIPT))
        yield "EVALSHA", lambda: client.evalsha(digest[0], 1, key, 1)
        yield "DEL", lambda: client.delete(key)

    def _judged(self, error: Exception) -> tuple[str, str]:
        """The state that *error* stands for, and the rest of a sentence that begins with this Redis.

        What errors of redis-py and of Redis say is not passed on: it may hold an address with a password.
        """
        chain = list(_chain(error))
        names = [kind.__name__ for each in chain for kind in type(each).__mro__]
        system = next((each for each in chain if isinstance(each, OSError)), None)
        if isinstance(system, ssl.SSLError):
            return self._of_tls(system)
        if isinstance(system, (FileNotFoundError, PermissionError)):
            return self._of_file(system)
        if "TimeoutError" in names:
            handshake = "handshake" in str(system)
            return AWAY, f"does not answer within {ANSWER_SECONDS:g} s{', or speaks no TLS' if handshake else ''}"
        if system is not None:
            return AWAY, f"cannot be reached: {system.strerror or type(system).__name__}"
        for name, what in NOT_NOW.items():
            if name in names:
                return AWAY, what
        return self._of_redis(str(error), names)

    def _of_redis(self, said: str, names: list[str]) -> tuple[str, str]:
        """What an error of Redis itself stands for."""
        if "MasterNotFoundError" in names:
            if "AuthenticationError" in said:
                return REFUSED, "has Sentinels that do not take the gateway's password: set theirs"
            return AWAY, "has no Sentinel that answers and names a primary"
        if "AuthenticationError" in names or "AuthenticationWrongNumberOfArgsError" in names:
            if "HELLO" in said or "equired" in said:
                return REFUSED, "asks for a password, and the gateway has none: set it"
            return REFUSED, "does not take the gateway's user and password: set those that Redis knows"
        if "NoPermissionError" in names or "AuthorizationError" in names:
            if "key" in said and "command" not in said:
                prefix = self._key.partition("litellm-gateway-proof")[0]
                return REFUSED, f"does not let the gateway's user use its keys: give it the right ~{prefix}*"
            return REFUSED, f"does not let the gateway's user run {self._doing}: give it the right to"
        if "DB index" in said:
            return REFUSED, "has no database of the number that is set: choose another one"
        if "SENTINEL" in said:
            return REFUSED, "is named as its own Sentinel and is none: name Sentinels"
        if "unknown command" in said:
            return AWAY, f"does not know {self._doing}, which LiteLLM uses"
        if "ConnectionError" in names:
            return AWAY, "closes the connection"
        return AWAY, f"answers {self._doing} with an error ({names[0]})"

    def _of_tls(self, error: ssl.SSLError) -> tuple[str, str]:
        if isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
            return AWAY, "closes the connection"
        if isinstance(error, ssl.SSLCertVerificationError):
            why = error.verify_message.rstrip(".")
            return (
                REFUSED,
                f"shows a certificate that the gateway does not trust ({why}): set the right ca, or renew it",
            )
        reason = str(getattr(error, "reason", None) or "unknown").lower().replace("_", " ")
        return REFUSED, f"and the gateway do not agree on TLS ({reason}): set the right ca and certificates"

    def _of_file(self, error: OSError) -> tuple[str, str]:
        """What a file stands for that is not there, or is closed to the gateway: of a certificate, or a socket."""
        options = {**self._cache.redis_kwargs}
        options.update(getattr(getattr(self._client, "connection_pool", None), "connection_kwargs", {}))
        for name in ("ssl_ca_certs", "ssl_certfile", "ssl_keyfile"):
            file = options.get(name)
            if file and not os.access(file, os.R_OK):
                return REFUSED, f"needs the file {file}, which the gateway cannot read: put it there ({name})"
        if isinstance(error, PermissionError) and options.get("path"):
            return REFUSED, "has a socket that the gateway's account may not open: let it"
        return AWAY, f"cannot be reached: {error.strerror}"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def loaded_redises(config: Mapping[str, t.Any], proxy_server: t.Any) -> list[Redis]:
    """Each Redis that LiteLLM has loaded, once. Call it when LiteLLM has read its configuration.

    :param config: LiteLLM's parsed configuration file.
    :param proxy_server: the module ``litellm.proxy.proxy_server``.
    """
    answers = getattr(getattr(importlib.import_module("litellm"), "cache", None), "cache", None)
    shared = getattr(proxy_server, "redis_usage_cache", None)
    router = getattr(getattr(getattr(proxy_server, "llm_router", None), "cache", None), "redis_cache", None)
    if (config.get("general_settings") or {}).get("coordination_redis"):
        place = "general_settings.coordination_redis"
    else:
        place = "litellm_settings.cache_params" if shared is answers else "REDIS_* in the environment"
    found: list[tuple[str, t.Any]] = [
        (place, shared),
        ("litellm_settings.cache_params", answers),
        ("router_settings.redis_*", router),
    ]
    redises: list[Redis] = []
    seen: list[object] = []
    for name, cache in found:
        # Caches of other kinds are no affair of this file.
        if not hasattr(cache, "redis_kwargs") or not hasattr(cache, "check_and_fix_namespace"):
            continue
        same = (cache.redis_kwargs, getattr(cache, "namespace", None))
        if same not in seen:
            seen.append(same)
            redises.append(Redis(name, cache))
    return redises
