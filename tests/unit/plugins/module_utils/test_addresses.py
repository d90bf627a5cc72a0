from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._addresses import (
    client_host,
    is_address,
    is_host_name,
    is_loopback,
)


@pytest.mark.parametrize(
    ("text", "is_one"), [("10.0.0.1", True), ("::1", True), ("[::1]", False), ("10.0.0", False), ("localhost", False)]
)
def test_an_address_is_told_from_a_name(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("db", True),
        ("redis_1", True),
        ("gateway.example.com.", True),
        ("a..b", False),
        ("_x", False),
        ("a b", False),
        ("", False),
        ("a" * 254, False),
    ],
)
def test_what_can_be_the_name_of_a_host(text: str, is_one: bool) -> None:
    assert is_host_name(text) is is_one


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.1.1", "::1", "localhost", "llm.localhost"])
def test_only_the_host_reaches_itself(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "0.0.0.0", "::", "localhost.example.com", ""])  # noqa: S104 - compared
def test_others_reach_it_too(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("host", "client"),
    [("0.0.0.0", "127.0.0.1"), ("::", "::1"), ("10.0.0.1", "10.0.0.1")],  # noqa: S104 - compared
)
def test_where_a_client_on_the_host_connects(host: str, client: str) -> None:
    assert client_host(host) == client
