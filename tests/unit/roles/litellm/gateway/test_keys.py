"""Which request has the key, and when nobody but LiteLLM can tell."""

from __future__ import annotations

import sys
import types
import typing as t

import keys
import pytest
from guarded import GuardedRoutes, below

KEY = "sk-right"


def check() -> None:
    """Stands for LiteLLM's look at a key."""


def dependant(*calls: t.Any) -> t.Any:
    return types.SimpleNamespace(dependencies=[types.SimpleNamespace(call=call, dependencies=[]) for call in calls])


class Route(types.SimpleNamespace):
    """A route of FastAPI."""


class WebSocketRoute(types.SimpleNamespace):
    """A route for handshakes alone."""


class Mount(types.SimpleNamespace):
    """Another application below a path."""


def application() -> t.Any:
    """A route of each kind."""
    nested = types.SimpleNamespace(
        dependencies=[types.SimpleNamespace(call=print, dependencies=dependant(check).dependencies)]
    )
    team = types.SimpleNamespace(routes=[Route(path="/list", methods={"GET"}, dependant=dependant())])
    included = types.SimpleNamespace(prefix="/team", dependencies=[types.SimpleNamespace(dependency=check)])
    open_team = types.SimpleNamespace(prefix="/open", dependencies=[types.SimpleNamespace(dependency=print)])
    routes = [
        Route(path="/v1/chat", methods={"POST"}, dependant=dependant(check)),
        Route(path="/v1/models/{model}", methods={"GET"}, dependant=nested),
        Route(path="/files/{path:path}", methods={"GET"}, dependant=dependant(check)),
        Route(path="/docs", methods={"GET"}, dependant=dependant(print)),
        Route(path="/{server}/mcp", methods={"POST"}, dependant=dependant()),
        Route(path="/any/mcp", methods={"POST"}, dependant=dependant(check)),
        Route(path="/health", methods={"GET"}, dependant=dependant(check)),
        Route(path="/hook", methods={"POST"}, dependant=dependant(check)),
        WebSocketRoute(path="/v1/chat", dependant=dependant()),
        Route(path="/plain"),
        Mount(path="/ui"),
        types.SimpleNamespace(original_router=team, include_context=included),
        types.SimpleNamespace(original_router=team, include_context=open_team),
    ]
    return types.SimpleNamespace(routes=routes, root_path="/gateway")


def guarded(app: t.Any = None) -> GuardedRoutes:
    return GuardedRoutes(app or application(), check, ["/v1/messages"], ["/health", "/public/*"], ["/hook/"])


def request(path: str = "/v1/chat", method: str = "POST", query: bytes = b"", **headers: str) -> dict[str, t.Any]:
    named = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    return {"type": "http", "method": method, "path": path, "query_string": query, "headers": named}


@pytest.mark.parametrize(
    ("method", "path", "needs"),
    [
        ("POST", "/v1/chat", True),
        ("POST", "/gateway/v1/chat", True),
        ("GET", "/v1/chat", False),
        ("OPTIONS", "/v1/chat", False),
        ("GET", "/v1/models/a", True),
        ("GET", "/v1/models/a/b", False),
        ("GET", "/files/a/b", True),
        ("GET", "/docs", False),
        ("POST", "/any/mcp", False),
        ("GET", "/health", False),
        ("GET", "/health/", False),
        ("GET", "/public/hub", False),
        ("POST", "/hook", False),
        ("POST", "/hook/below", False),
        ("GET", "/ui/keys", False),
        ("GET", "/plain", False),
        ("GET", "/nothing", False),
        ("GET", "/team/list", True),
        ("GET", "/open/list", False),
        ("POST", "/v1/messages", True),
        ("GET", "/metrics", False),
    ],
)
def test_paths(method: str, path: str, needs: bool) -> None:
    assert guarded().needs_key(request(path, method)) is needs


def test_handshakes_are_judged_by_the_list() -> None:
    assert guarded().needs_key({"type": "websocket", "path": "/v1/messages"})
    assert not guarded().needs_key({"type": "websocket", "path": "/v1/chat"})


def test_routes_that_come_later() -> None:
    app = application()
    routes = guarded(app)
    assert not routes.needs_key(request("/later"))
    app.routes.append(Route(path="/later", methods={"POST"}, dependant=dependant(check)))
    assert routes.needs_key(request("/later"))
    app.routes.append(types.SimpleNamespace())
    assert not routes.needs_key(request("/later")), "a route of a kind that is not known may be any"


@pytest.mark.parametrize(("path", "rest"), [("/a/b", "/b"), ("/a", "/"), ("/ab", "/ab"), ("/b", "/b")])
def test_below(path: str, rest: str) -> None:
    assert below(path, "/a/") == rest
    assert below(path, "") == path


def verdict(scope: dict[str, t.Any]) -> str | None:
    return keys.Keys(KEY, "X-Team-Key", guarded(), lambda token: token == "x" * 60 + "session").refusal(scope)


@pytest.mark.parametrize(
    "scope",
    [
        request(authorization=f"Bearer {KEY}"),
        request(authorization=f"Bearer Bearer {KEY}"),
        request(authorization=f"Basic {KEY}"),
        request(authorization=KEY),
        request(authorization=f"AWS4-HMAC-SHA256 Credential=Bearer {KEY}/2026/x, SignedHeaders=host"),
        request(authorization=f"AWS4-HMAC-SHA256 Credential={KEY}/2026/x, SignedHeaders=host"),
        request(authorization="Bearer other", x_api_key=KEY),
        request(x_team_key=f"Bearer {KEY}"),
        request(sec_websocket_protocol=f"realtime, openai-insecure-api-key.{KEY}"),
        request(query=f"a=b&key={KEY}".encode()),
        request(query=f"k%65y={KEY}".encode()),
        request("/docs", "GET"),
        request(authorization="Bearer " + "x" * 60 + "session"),
    ],
)
def test_let_through(scope: dict[str, t.Any]) -> None:
    assert verdict(scope) is None


@pytest.mark.parametrize(
    ("scope", "says"),
    [
        (request(), keys.MISSING),
        (request(user_agent="curl"), keys.MISSING),
        (request(authorization="Bearer sk-old"), keys.WRONG),
        (request(authorization=f"Bearer {KEY}x"), keys.WRONG),
        (request(authorization="Bearer \xfc"), keys.WRONG),
        (request(x_team_key="sk-old"), keys.WRONG),
        (request(query=b"key=sk-old"), keys.WRONG),
        (request(authorization="Bearer " + "x" * 300), keys.WRONG),
        (request(authorization="Bearer sk-" + "x" * 60 + "session"), keys.WRONG),
    ],
)
def test_refused(scope: dict[str, t.Any], says: str) -> None:
    assert verdict(scope) == says


@pytest.fixture
def litellm(monkeypatch: pytest.MonkeyPatch) -> t.Any:
    """What a LiteLLM without a database is once it has started."""

    def broken(token: str) -> None:
        raise ValueError(token)

    def names(*values: str) -> t.Any:
        return types.SimpleNamespace(value=values)

    lists = types.SimpleNamespace(public_routes=names("/"), openai_routes=names("/v1/chat"), anthropic_routes=names())
    session = types.SimpleNamespace(get_key_object_from_ui_hash_key=broken)
    modules: dict[str, dict[str, t.Any]] = {
        "litellm": {},
        "litellm.proxy": {},
        "litellm.proxy.auth": {},
        "litellm.proxy._types": {"LiteLLMRoutes": lists},
        "litellm.proxy.auth.auth_checks": {"ExperimentalUIJWTToken": session},
        "litellm.proxy.auth.user_api_key_auth": {"user_api_key_auth": check},
    }
    for name, values in modules.items():
        module = types.ModuleType(name)
        module.__dict__.update(values)
        monkeypatch.setitem(sys.modules, name, module)
    return types.SimpleNamespace(
        master_key=KEY, general_settings={}, prisma_client=None, user_custom_auth=None, app=application()
    )


def test_the_master_key_is_the_only_one(litellm: t.Any) -> None:
    known = keys.known_keys(litellm, {})
    assert known is not None
    assert known.refusal(request()) == keys.MISSING
    assert known.refusal(request(authorization="Bearer " + "x" * 90)) is None, "LiteLLM does not say what that is"


@pytest.mark.parametrize(
    ("changes", "environment"),
    [
        ({"master_key": None}, {}),
        ({"master_key": "sk-\u20ac"}, {}),
        ({"general_settings": None}, {}),
        ({"prisma_client": object()}, {}),
        ({"user_custom_auth": print}, {}),
        ({"app": object()}, {}),
        ({"general_settings": {"pass_through_endpoints": ["of another shape"]}}, {}),
        *(({"general_settings": {name: True}}, {}) for name in keys.OTHER_JUDGES),
        ({}, {"DATABASE_URL": "postgresql://db"}),
        ({}, {"SERVER_ROOT_PATHS": "/a,/b"}),
    ],
)
def test_in_doubt_litellm_decides(litellm: t.Any, changes: dict[str, t.Any], environment: dict[str, str]) -> None:
    litellm.__dict__.update(changes)
    assert keys.known_keys(litellm, environment) is None


def test_a_litellm_that_is_built_in_another_way(litellm: t.Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "litellm.proxy._types", types.ModuleType("litellm.proxy._types"))
    assert keys.known_keys(litellm, {}) is None
    del litellm.prisma_client
    assert keys.known_keys(litellm, {}) is None
