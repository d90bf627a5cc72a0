"""LiteLLM's admin interface: off where nobody declares it, and what a real browser sees of it where somebody does."""

from __future__ import annotations

import json
import os
import typing as t
import urllib.parse
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Page

from tests.keys.host import ADMIN, UI, Host
from tests.report.browser import chromium
from tests.routing.gateway import KEY

PATIENCE = 120_000
"""Milliseconds until a page shows what it has to, on a machine with other work."""
ELSEWHERE: t.Final[frozenset[str]] = frozenset()
"""Hosts beside the gateway that the pages ask."""


def status(host: Host, path: str, body: bytes | None = None, kind: str = "application/json") -> int:
    """The status of a request without a key."""
    request = urllib.request.Request(host.url + path, body, {"Content-Type": kind})  # noqa: S310 - its own
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - its own
            return int(answer.status)
    except HTTPError as refused:
        return refused.code


def test_it_is_off_unless_it_is_declared(host: Host) -> None:
    for path in ("/ui", "/ui/", "/ui/login", "/sso/key/generate", "/fallback/login", "/.well-known/litellm-ui-config"):
        assert status(host, path) == 404, path
    # LiteLLM itself lets whoever has the master key sign in.
    words = {"username": "admin", "password": KEY}
    assert status(host, "/v2/login", json.dumps(words).encode()) == 404
    assert status(host, "/login", urllib.parse.urlencode(words).encode(), "application/x-www-form-urlencoded") == 404


def test_it_is_refused_over_plain_http(host: Host) -> None:
    code, printed = host.play("deploy", "--check", litellm_ui=UI, litellm_host="0.0.0.0")  # noqa: S104 - is refused
    assert code != 0
    assert "is at 0.0.0.0 without TLS" in " ".join(printed.split())


@pytest.fixture
def page(host: Host, interface: str) -> t.Iterator[Page]:
    """A page of somebody who has signed in."""
    assert interface
    with chromium() as browser, browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(PATIENCE)
        opened = context.new_page()
        asked: list[str] = []
        opened.on("request", lambda request: asked.append(urllib.parse.urlsplit(request.url).netloc))
        opened.goto(f"{host.url}/ui/login")
        opened.get_by_placeholder("Enter your password").fill(ADMIN)
        opened.get_by_placeholder("Enter your username").fill(UI["username"])
        opened.get_by_placeholder("Enter your password").press("Enter")
        opened.wait_for_url(lambda url: "/login" not in url)
        yield opened
        assert {each for each in asked if each} - {urllib.parse.urlsplit(host.url).netloc} == ELSEWHERE


def test_somebody_signs_in_and_sees_a_key_and_a_model(page: Page, host: Host) -> None:
    page.goto(f"{host.url}/ui/api-keys")
    page.get_by_text("of-the-browser").first.wait_for()
    if os.environ.get("KEYS_PICTURES"):
        page.screenshot(path=str(Path(os.environ["KEYS_PICTURES"]) / "interface.png"))
    page.goto(f"{host.url}/ui/models-and-endpoints")
    page.get_by_text("hello", exact=True).first.wait_for()


def test_nobody_signs_in_with_the_master_key(host: Host, interface: str) -> None:
    assert interface
    wrong, right = ({"username": UI["username"], "password": each} for each in (KEY, ADMIN))
    assert status(host, "/v2/login", json.dumps(wrong).encode()) == 401
    assert status(host, "/v2/login", json.dumps(right).encode()) == 200


def test_who_is_signed_in_is_not_somebody_whom_nobody_declares(host: Host, interface: str) -> None:
    assert interface
    words = {"username": UI["username"], "password": ADMIN}
    assert status(host, "/v2/login", json.dumps(words).encode()) == 200
    code, printed = host.play(
        "keys",
        litellm_ui=UI,
        litellm_unmanaged="report",
        litellm_keys={"of-the-browser": {"models": ["hello"]}},
        litellm_key_handover={"file": str(host.folder / "keys.yml")},
    )
    assert code == 0, printed
    assert "nobody declares user" not in printed
    assert "nobody declares team" not in printed
    assert " changed=0 " in printed
