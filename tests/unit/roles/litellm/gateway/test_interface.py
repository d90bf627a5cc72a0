"""The admin interface where it is off, and its pages where LiteLLM would write in an installation that is closed to it."""

from __future__ import annotations

import importlib.util
import types
from pathlib import Path

import interface
import pytest


@pytest.mark.parametrize(
    ("said", "off"), [("True", True), (" true ", True), ("False", False), ("1", False), (None, False)]
)
def test_when_it_is_off(said: str | None, off: bool) -> None:
    assert interface.is_off({} if said is None else {"DISABLE_ADMIN_UI": said}) is off


def test_what_is_closed_is_closed_below_each_root() -> None:
    assert interface.closed_paths({}) == ()
    assert interface.closed_paths({"SERVER_ROOT_PATHS": "/a/, /b"}, ("/metrics",)) == (
        "/metrics",
        "/a/metrics",
        "/b/metrics",
    )
    assert {"/login", "/a/login"} < set(
        interface.closed_paths({"SERVER_ROOT_PATHS": "/a", "DISABLE_ADMIN_UI": "True"}, ("/metrics",))
    )


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pages of an installation."""
    pages = tmp_path / "litellm" / "proxy" / "_experimental" / "out"
    (pages / "login").mkdir(parents=True)
    (pages / "login" / "index.html").write_text("")
    found = types.SimpleNamespace(origin=str(tmp_path / "litellm" / "__init__.py"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: found)
    return pages


@pytest.mark.parametrize(
    ("environment", "copied"),
    [
        ({}, False),
        ({"SERVER_ROOT_PATH": "/"}, False),
        ({"SERVER_ROOT_PATH": "/llm"}, True),
        ({"DISABLE_ADMIN_UI": "True"}, False),
    ],
)
def test_pages_below_a_path_are_the_slot_s_own(
    installed: Path, tmp_path: Path, environment: dict[str, str], copied: bool
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "old.html").write_text("")
    interface.own_pages(environment, folder)
    assert environment.get("LITELLM_UI_PATH") == (str(folder) if copied else None)
    assert not folder.exists()
    assert installed.exists()


def test_where_it_is_off_there_is_nothing_to_write_in(installed: Path, tmp_path: Path) -> None:
    environment = {"SERVER_ROOT_PATH": "/llm", "DISABLE_ADMIN_UI": "True"}
    interface.own_pages(environment, tmp_path / "pages")
    assert environment["LITELLM_UI_PATH"] == str(tmp_path / "pages")
    assert [each.name for each in sorted((tmp_path / "pages").rglob("*"))] == ["_next", "index.html"]
    assert (installed / "login" / "index.html").exists()


def test_pages_that_a_version_brings_in_another_shape_are_the_slot_s_own(installed: Path, tmp_path: Path) -> None:
    (installed / "login" / "index.html").unlink()
    environment: dict[str, str] = {}
    interface.own_pages(environment, tmp_path / "pages")
    assert environment == {"LITELLM_UI_PATH": str(tmp_path / "pages")}


def test_pages_of_somebody_s_own_stay(installed: Path, tmp_path: Path) -> None:
    (installed / "login" / "index.html").unlink()
    environment = {"LITELLM_UI_PATH": "/srv/pages"}
    interface.own_pages(environment, tmp_path / "pages")
    assert environment == {"LITELLM_UI_PATH": "/srv/pages"}
