"""One upstream for all tests of the upstream; each test finds it as new."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import httpx
import pytest

from tests.upstream.server import running_upstream


@pytest.fixture(scope="session")
def served() -> Iterator[httpx.Client]:
    with contextlib.ExitStack() as stack:
        _upstream, url = stack.enter_context(running_upstream())
        yield stack.enter_context(httpx.Client(base_url=url, timeout=60))


@pytest.fixture
def client(served: httpx.Client) -> httpx.Client:
    served.delete("/_recorded")
    served.delete("/_behaviour")
    return served
