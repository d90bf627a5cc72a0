"""Options that lead to no gateway are refused before anything is asked."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.connection import connection_problems

GOOD = {"url": "http://127.0.0.1:4000", "master_key": "sk-canary-1", "timeout": 60}


@pytest.mark.parametrize("url", ["http://127.0.0.1:4000", "https://g.example", "http://[::1]:4000/"])
def test_addresses(url: str) -> None:
    assert connection_problems({**GOOD, "url": url, "master_key": ""}) == []


@pytest.mark.parametrize("url", ["127.0.0.1:4000", "ftp://g.example", "http://", "", "http://[::1", "http://g:x"])
def test_what_is_no_address(url: str) -> None:
    (problem,) = connection_problems({**GOOD, "url": url})
    assert problem.startswith(f"url: {url!r} is not an http or https URL")


@pytest.mark.parametrize("key", ["sk canary", "sk-canary-ä", "sk-canary\n"])
def test_a_key_that_cannot_be_sent_is_not_repeated(key: str) -> None:
    (problem,) = connection_problems({**GOOD, "master_key": key})
    assert problem.startswith("master_key: ")
    assert "canary" not in problem


def test_every_problem_at_once() -> None:
    assert len(connection_problems({"url": "x", "master_key": "a b", "timeout": 0})) == 3


def test_a_key_is_told_by_the_name_of_its_option() -> None:
    (problem,) = connection_problems({"url": GOOD["url"], "token": "a b", "timeout": 1}, key="token")
    assert problem.startswith("token: holds a character that no header can carry")
