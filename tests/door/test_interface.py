"""LiteLLM's admin interface in the slot's program: closed as the role has it, and open, below a path too, where it is declared."""

from __future__ import annotations

import typing as t
from pathlib import Path

import httpx
import pytest

from tests.door.conftest import SECRETS, rendered, started, wait_until_ready
from tests.routing.gateway import KEY

PLACES = (
    *("/ui", "/ui/", "/ui/login", "/ui/login/", "/sso/key/generate", "/fallback/login"),
    *("/.well-known/litellm-ui-config", "/litellm/.well-known/litellm-ui-config"),
)


def signed_in(client: httpx.Client, below: str) -> set[int]:
    """The statuses for the administrator's name and the master key, wherever people sign in."""
    words = {"username": "admin", "password": KEY}
    return {client.post(f"{below}/{path}/login", json=words).status_code for path in ("v2", "v3")} | {
        client.post(f"{below}/login", data=words).status_code
    }


@pytest.fixture(autouse=True)
def pages(python: str) -> t.Iterator[Path]:
    """The sign-in page of the installation, which nobody writes in."""
    (found,) = (
        Path(python).parents[1].glob("lib/python3*/site-packages/litellm/proxy/_experimental/out/login/index.html")
    )
    before = found.stat().st_mtime_ns
    yield found
    assert found.stat().st_mtime_ns == before


@pytest.mark.parametrize("settings", [{"SERVER_ROOT_PATH": "/llm"}, {"SERVER_ROOT_PATHS": "/llm"}])
def test_nothing_of_it_is_there_unless_it_is_declared(
    python: str, tmp_path: Path, settings: t.Mapping[str, str]
) -> None:
    (tmp_path / "config.yaml").write_text(rendered().content)
    with started(python, tmp_path, {**SECRETS, **settings}) as (url, process):
        wait_until_ready(process, tmp_path)
        with httpx.Client(base_url=url, timeout=60) as client:
            for below in {"", *settings.values()}:
                assert {path: client.get(below + path).status_code for path in PLACES} == dict.fromkeys(PLACES, 404)
                assert signed_in(client, below) == {404}
                assert client.get(f"{below}/health/liveliness").status_code == 200


def test_pages_below_a_path_name_it(python: str, tmp_path: Path, pages: Path) -> None:
    (tmp_path / "config.yaml").write_text(rendered().content)
    settings = {"DISABLE_ADMIN_UI": "False", "SERVER_ROOT_PATH": "/llm"}
    with started(python, tmp_path, {**SECRETS, **settings}) as (url, process):
        wait_until_ready(process, tmp_path)
        page = httpx.get(f"{url}/llm/ui/login/", timeout=60)
    assert page.status_code == 200
    assert 'href="/llm/_next/' in page.text
    assert 'href="/llm/_next/' not in pages.read_text()
