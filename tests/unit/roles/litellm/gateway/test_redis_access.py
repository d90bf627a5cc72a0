"""Which Redis the gateway asks, what it does there, and what it makes of each way to fail."""

from __future__ import annotations

import errno
import ssl
import sys
import types
import typing as t
from pathlib import Path

import pytest
import redis_access
from redis_access import AWAY, REFUSED, UP, Redis, loaded_redises

PLACE = "general_settings.coordination_redis"


class Cache:
    """LiteLLM's object for a Redis."""

    def __init__(self, namespace: str | None = "litellm", **options: t.Any) -> None:
        self.namespace, self.redis_kwargs = namespace, options

    def check_and_fix_namespace(self, key: str) -> str:
        return f"{self.namespace}:{key}" if self.namespace else key


class Pool:
    def __init__(self, **options: t.Any) -> None:
        self.connection_kwargs = options
        self.sentinel_manager: t.Any = None


class Client:
    """redis-py's client: does nothing, or fails at the command *fails_at*."""

    def __init__(self, error: BaseException | None = None, fails_at: str = "ping", pool: Pool | None = None) -> None:
        self.connection_pool = pool
        self.done: list[str] = []
        self.retries: list[object] = []
        self._error, self._fails_at = error, fails_at

    def set_retry(self, retry: object) -> None:
        self.retries.append(retry)

    def __getattr__(self, name: str) -> t.Callable[..., str]:
        def command(*_words: object, **_options: object) -> str:
            self.done.append(name)
            if name == self._fails_at and self._error is not None:
                raise self._error
            return "digest"

        return command


def error_of(name: str, text: str = "", *bases: str, cause: BaseException | None = None) -> BaseException:
    """An error of redis-py, which is not installed beside the tests."""
    kind: type[Exception] = Exception
    for each in (*reversed(bases), name):
        kind = type(each, (kind,), {})
    error = kind(text)
    error.__cause__ = cause
    return error


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, t.Any]:
    """LiteLLM's maker of clients: ``client`` is what it makes, ``options`` what it was given."""
    seen: dict[str, t.Any] = {"client": Client(pool=Pool()), "options": []}

    def get_redis_client(**options: t.Any) -> Client:
        seen["options"].append(options)
        return t.cast("Client", seen["client"])

    retry = types.ModuleType("redis.retry")
    backoff = types.ModuleType("redis.backoff")
    module = types.ModuleType("litellm._redis")
    vars(retry)["Retry"] = lambda _backoff, retries: retries
    vars(backoff)["NoBackoff"] = object
    vars(module)["get_redis_client"] = get_redis_client
    for each in (retry, backoff, module):
        monkeypatch.setitem(sys.modules, each.__name__, each)
    return seen


def test_a_redis_that_obeys(made: dict[str, t.Any]) -> None:
    redis = Redis(PLACE, Cache(url="redis://localhost", socket_timeout=50))
    assert redis.ask() == redis.ask() == (UP, "")
    limits = {"socket_timeout": 2.0, "socket_connect_timeout": 2.0}
    assert made["options"] == [{"url": "redis://localhost", **limits}]  # the connection is kept
    client = made["client"]
    assert client.connection_pool.connection_kwargs == limits
    assert client.retries == [0]
    once = [
        "ping",
        "set",
        "incr",
        "incrbyfloat",
        "expire",
        "ttl",
        "get",
        "mget",
        "delete",
        "eval",
        "script_load",
        "evalsha",
        "delete",
    ]
    assert client.done == once * 2


def test_sentinels_have_no_more_patience(made: dict[str, t.Any]) -> None:
    sentinel = Client(pool=Pool())
    made["client"].connection_pool.sentinel_manager = types.SimpleNamespace(sentinels=[sentinel])
    assert Redis(PLACE, Cache()).ask().state == UP
    assert sentinel.connection_pool is not None
    assert sentinel.connection_pool.connection_kwargs["socket_timeout"] == 2.0
    assert sentinel.retries == [0]


def test_a_cluster_is_asked_as_it_is(made: dict[str, t.Any]) -> None:
    made["client"] = Client()
    assert Redis(PLACE, Cache(startup_nodes=[])).ask().state == UP
    assert made["client"].retries == []


UNTRUSTED = ssl.SSLCertVerificationError()
UNTRUSTED.verify_message = "certificate has expired."


@pytest.mark.parametrize(
    ("error", "state", "sentence"),
    [
        (
            error_of("AuthenticationError", "invalid username-password pair", "ConnectionError"),
            REFUSED,
            "does not take the gateway's user and password: set those that Redis knows",
        ),
        (
            error_of("AuthenticationError", "HELLO must be"),
            REFUSED,
            "asks for a password, and the gateway has none: set it",
        ),
        (
            error_of("NoPermissionError", "no permissions to run the 'set' command"),
            REFUSED,
            "does not let the gateway's user run SET: give it the right to",
        ),
        (
            error_of("NoPermissionError", "no permissions to access one of the keys used as arguments"),
            REFUSED,
            "does not let the gateway's user use its keys: give it the right ~litellm:*",
        ),
        (
            error_of("MasterNotFoundError", "No master found - auth:AuthenticationError"),
            REFUSED,
            "has Sentinels that do not take the gateway's password: set theirs",
        ),
        (
            error_of("MasterNotFoundError", "No master found - network:ConnectionError"),
            AWAY,
            "has no Sentinel that answers and names a primary",
        ),
        (
            error_of("ResponseError", "unknown command 'SENTINEL'"),
            REFUSED,
            "is named as its own Sentinel and is none: name Sentinels",
        ),
        (error_of("ResponseError", "unknown command 'SET'"), AWAY, "does not know SET, which LiteLLM uses"),
        (
            error_of("ResponseError", "DB index is out of range"),
            REFUSED,
            "has no database of the number that is set: choose another one",
        ),
        (error_of("ResponseError", "of the password geheim"), AWAY, "answers SET with an error (ResponseError)"),
        (error_of("ConnectionError", "redis://:geheim@host"), AWAY, "closes the connection"),
        (error_of("BusyLoadingError", "", "ConnectionError"), AWAY, "still loads its data"),
        (error_of("OutOfMemoryError"), AWAY, "has reached its maxmemory and takes no writes: give it more"),
        (
            error_of("ConnectionError", cause=OSError(errno.ECONNREFUSED, "Connection refused")),
            AWAY,
            "cannot be reached: Connection refused",
        ),
        (error_of("TimeoutError", cause=TimeoutError("timed out")), AWAY, "does not answer within 2 s"),
        (
            error_of("TimeoutError", cause=TimeoutError("_ssl.c:989: The handshake operation timed out")),
            AWAY,
            "does not answer within 2 s, or speaks no TLS",
        ),
        (
            error_of("ConnectionError", cause=UNTRUSTED),
            REFUSED,
            "shows a certificate that the gateway does not trust (certificate has expired): set the right ca, or renew it",
        ),
        (error_of("ConnectionError", cause=ssl.SSLEOFError()), AWAY, "closes the connection"),
        (
            error_of("ConnectionError", cause=ssl.SSLError()),
            REFUSED,
            "and the gateway do not agree on TLS (unknown): set the right ca and certificates",
        ),
        (
            error_of("ConnectionError", cause=FileNotFoundError(errno.ENOENT, "No such file or directory")),
            AWAY,
            "cannot be reached: No such file or directory",
        ),
    ],
)
def test_what_an_error_means(made: dict[str, t.Any], error: BaseException, state: str, sentence: str) -> None:
    made["client"] = Client(error, "set", Pool())
    assert Redis(PLACE, Cache()).ask() == (state, f"Redis ({PLACE}) {sentence}")


@pytest.mark.parametrize("name", ["ssl_ca_certs", "ssl_keyfile"])
def test_a_file_of_a_certificate_that_is_not_there(made: dict[str, t.Any], tmp_path: Path, name: str) -> None:
    file = str(tmp_path / "none.pem")
    made["client"] = Client(FileNotFoundError(errno.ENOENT, "No such file"), pool=Pool(**{name: file}))
    sentence = f"Redis ({PLACE}) needs the file {file}, which the gateway cannot read: put it there ({name})"
    assert Redis(PLACE, Cache()).ask() == (REFUSED, sentence)


def test_a_socket_that_is_closed_to_the_account(made: dict[str, t.Any], tmp_path: Path) -> None:
    made["client"] = Client(PermissionError(errno.EACCES, "Permission denied"), pool=Pool(path=str(tmp_path)))
    sentence = f"Redis ({PLACE}) has a socket that the gateway's account may not open: let it"
    assert Redis(PLACE, Cache()).ask() == (REFUSED, sentence)


def proxy(shared: object = None, router: object = None) -> types.SimpleNamespace:
    """LiteLLM's module, as far as it is asked."""
    cache = types.SimpleNamespace(redis_cache=router)
    return types.SimpleNamespace(redis_usage_cache=shared, llm_router=types.SimpleNamespace(cache=cache))


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> types.SimpleNamespace:
    """The cache of answers, as LiteLLM keeps it: none."""
    kept = types.SimpleNamespace(cache=None)
    module = types.ModuleType("litellm")
    vars(module)["cache"] = kept
    monkeypatch.setitem(sys.modules, "litellm", module)
    return kept


def test_the_same_redis_is_asked_once(answers: types.SimpleNamespace) -> None:
    shared = Cache(url="redis://one")
    config = {"general_settings": {"coordination_redis": {"url": "redis://one"}}}
    found = loaded_redises(config, proxy(shared, Cache(url="redis://one")))
    assert [each.place for each in found] == ["general_settings.coordination_redis"]
    answers.cache = Cache(url="redis://two")
    found = loaded_redises(config, proxy(shared, Cache(None, host="three")))
    assert [each.place for each in found] == [
        "general_settings.coordination_redis",
        "litellm_settings.cache_params",
        "router_settings.redis_*",
    ]


def test_where_a_redis_comes_from(answers: types.SimpleNamespace) -> None:
    shared = Cache(url="redis://one")
    assert [each.place for each in loaded_redises({}, proxy(shared))] == ["REDIS_* in the environment"]
    answers.cache = shared
    assert [each.place for each in loaded_redises({}, proxy(shared))] == ["litellm_settings.cache_params"]


def test_no_redis(answers: types.SimpleNamespace) -> None:
    answers.cache = object()  # a cache of another kind
    assert loaded_redises({"general_settings": None}, proxy()) == []
    assert loaded_redises({}, types.SimpleNamespace(llm_router=None)) == []


def test_keys_stay_in_the_namespace() -> None:
    assert Redis(PLACE, Cache("gw1"))._key.startswith("gw1:litellm-gateway-proof:")
    assert redis_access.KEEP_SECONDS < 3600
