"""Where clients reach a gateway, by what it listens on and how its host is known."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release import reach

EVERY = "0.0.0.0"  # noqa: S104 - compared, not bound
OWN = ["192.0.2.7", "2001:db8::7"]


@pytest.mark.parametrize(
    ("host", "names", "urls"),
    [
        ("127.0.0.1", ["gateway1.example.com"], []),
        ("::1", ["gateway1.example.com"], []),
        ("127.0.1.1", [], []),
        ("localhost", [], []),
        ("10.0.0.5", ["gateway1.example.com"], ["http://10.0.0.5:4000"]),
        ("2001:db8::9", [], ["http://[2001:db8::9]:4000"]),
        ("gateway.example.com", [], ["http://gateway.example.com:4000"]),
        (EVERY, ["gateway1.example.com"], ["http://gateway1.example.com:4000", "http://192.0.2.7:4000"]),
        (EVERY, ["192.0.2.7"], ["http://192.0.2.7:4000"]),
        (EVERY, ["localhost", ""], ["http://192.0.2.7:4000"]),
        (EVERY, ["2001:db8::9"], ["http://192.0.2.7:4000"]),
        ("::", [], ["http://192.0.2.7:4000", "http://[2001:db8::7]:4000"]),
    ],
)
def test_urls(host: str, names: list[str], urls: list[str]) -> None:
    assert reach.client_urls(host, 4000, names, OWN) == urls


@pytest.mark.parametrize(
    ("host", "names", "certified", "urls"),
    [
        ("127.0.0.1", [], ["llm.example.com"], []),
        (EVERY, ["gateway1"], ["llm.example.com", "*.llm.example.com"], ["llm.example.com"]),
        (EVERY, ["GW1.example.com", "192.0.2.7"], ["*.example.com", "192.0.2.7"], ["GW1.example.com", "192.0.2.7"]),
        (EVERY, ["a.b.example.com"], ["*.example.com"], [EVERY]),
        ("10.0.0.5", ["gateway1"], ["10.0.0.5", "llm.example.com"], ["10.0.0.5"]),
        ("2001:db8::9", ["gateway1"], [], ["[2001:db8::9]"]),
    ],
)
def test_urls_by_which_a_certificate_is_trusted(
    host: str, names: list[str], certified: list[str], urls: list[str]
) -> None:
    found = reach.client_urls(host, 4000, names, OWN, certified)
    assert found == [f"https://{each}:4000" for each in urls]
