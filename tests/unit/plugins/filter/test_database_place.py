"""The filter database_place, as templates call it."""

from __future__ import annotations

import typing as t

import pytest
from ansible.errors import AnsibleFilterError
from ansible_collections.llmops.litellm.plugins.filter.database_place import FilterModule

SECRETS = {
    "URL": "postgresql://u:canary@db.example.com/keys?sslmode=require",
    "SOCKET": "postgresql://u@localhost/keys?host=/run/pg",
}


def place(gateway: str = "one", **database: t.Any) -> dict[str, t.Any]:
    found: t.Any = FilterModule().filters()["database_place"](database, SECRETS, gateway)
    return t.cast(dict[str, t.Any], found)


def test_what_is_declared() -> None:
    found = place(host="db.example.com")
    assert {name: found[name] for name in ("host", "port", "name", "here")} == {
        "host": "db.example.com",
        "port": 5432,
        "name": "litellm",
        "here": False,
    }


def test_an_address_that_is_secret_tells_the_place_and_nothing_more() -> None:
    found = place(url_env="URL")
    assert found["mark"] == place(host="db.example.com", name="keys", user="another")["mark"]
    assert "canary" not in str(found)
    assert (place(url_env="SOCKET")["host"], place(url_env="SOCKET")["here"]) == ("/run/pg", True)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "/run/postgresql"])
def test_what_is_on_the_host_itself_is_another_one_on_each(host: str) -> None:
    assert place("one", host=host)["here"]
    assert place("one", host=host)["mark"] != place("two", host=host)["mark"]


def test_what_hosts_share() -> None:
    assert place("one", host="192.0.2.1")["mark"] == place("two", host="192.0.2.1")["mark"]
    assert place(host="192.0.2.1", name="a")["mark"] != place(host="192.0.2.1", name="b")["mark"]


@pytest.mark.parametrize("secrets", [{}, {"URL": "postgresql://h:port/d"}])
def test_an_address_that_is_none(secrets: dict[str, str]) -> None:
    with pytest.raises(AnsibleFilterError, match="URL is missing, or no address of a database"):
        FilterModule().filters()["database_place"]({"url_env": "URL"}, secrets, "one")
