"""A pass-through route passes on what it says, and nothing of LiteLLM's own stands before it."""

from __future__ import annotations

import enum
import sys
import types
import typing as t

import pytest
from routes import METHODS, declared_routes, dropped_routes


class Match(enum.Enum):
    """How well a route is the one of a request."""

    NONE = 0
    FULL = 2


class Route(t.NamedTuple):
    """A route of an application, for everything that begins so."""

    start: str
    methods: tuple[str, ...]
    endpoint: t.Callable[[], None] | None

    def matches(self, scope: dict[str, t.Any]) -> tuple[Match, dict[str, t.Any]]:
        found = scope["path"].startswith(self.start) and scope["method"] in self.methods
        return (Match.FULL if found else Match.NONE), {}


def create_pass_through_route() -> t.Callable[[], None]:
    """As in LiteLLM."""

    def endpoint() -> None:
        pass

    return endpoint


def test_what_a_configuration_declares() -> None:
    entries = [
        {"path": "/search", "methods": ["GET"]},
        {"path": "/search", "methods": ["POST"]},
        {"path": "/any", "methods": []},
        {"target": "https://u.example"},
        "path",
    ]
    declared = {"/search": ["GET", "POST"], "/any": [*METHODS]}
    assert declared_routes({"general_settings": {"pass_through_endpoints": entries}}) == declared
    assert declared_routes({"general_settings": None}) == {}


def make_litellm(monkeypatch: pytest.MonkeyPatch, **passing: t.Any) -> None:
    """LiteLLM with a route of its own, a router of its own, and some that pass on."""
    routes = [
        Route("/v1/models", ("GET",), test_what_a_configuration_declares),
        Route("/v1/files", METHODS, None),
        *(Route(path, METHODS, create_pass_through_route()) for path in ("/search", "/v1/models", "/v1/files/mine")),
    ]
    modules = {
        "litellm.proxy.proxy_server": types.SimpleNamespace(app=types.SimpleNamespace(routes=routes)),
        "litellm.proxy.pass_through_endpoints.pass_through_endpoints": types.SimpleNamespace(**passing),
    }
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)


def test_what_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    make_litellm(monkeypatch, create_pass_through_route=create_pass_through_route)
    assert dropped_routes({"/search": [*METHODS], "/v1/models": ["POST"]}) == {}
    assert dropped_routes({"/v1/models": [*METHODS], "/v1/files/mine": ["GET", "POST"], "/nowhere": ["GET"]}) == {
        "/v1/models": "LiteLLM answers GET there itself",
        "/v1/files/mine": "LiteLLM answers GET, POST there itself",
        "/nowhere": "LiteLLM made no route of it",
    }


def test_a_version_that_makes_routes_in_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    make_litellm(monkeypatch)
    assert dropped_routes({"/nowhere": ["GET"]}) == {}


def test_nothing_is_asked_where_none_is_declared() -> None:
    assert dropped_routes({}) == {}
