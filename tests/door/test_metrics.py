"""The metrics of a gateway at an address of their own: they say what clients counted, whatever slots and workers do meanwhile."""

from __future__ import annotations

import contextlib
import re
import time
import typing as t
from pathlib import Path

import httpx
import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.client import GatewayClient
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.http import sender

from tests.door.conftest import SECRETS, rendered, started, wait_until, wait_until_ready
from tests.ports import free_port
from tests.routing.gateway import KEY

BODY = {"model": "hello", "messages": [{"role": "user", "content": "hello"}]}
TOKEN = "metrics-token-of-the-test"  # noqa: S105 - of the test
COUNTER = re.compile(r"^litellm_proxy_total_requests_metric_total\{([^}]*)\} (\S+)$", re.MULTILINE)


def ask(url: str, times: int, key: str = KEY) -> None:
    """Ask the model, over as many connections, so that all workers answer."""
    for _time in range(times):
        answer = httpx.post(
            f"{url}/v1/chat/completions", json=BODY, headers={"Authorization": f"Bearer {key}"}, timeout=60
        )
        assert answer.status_code == (200 if key == KEY else 401)


class Metrics(t.NamedTuple):
    """The metrics of one gateway, whose slots may change."""

    folder: Path
    port: int

    @contextlib.contextmanager
    def slot(self, python: str, number: int, **words: object) -> t.Iterator[str]:
        """One slot that serves: the address for clients."""
        folder = self.folder / str(number)
        folder.mkdir(exist_ok=True)
        (folder / "config.yaml").write_text(rendered(prometheus=True).content)
        options = {"metrics-host": "127.0.0.1", "metrics-port": self.port, "metrics-folder": self.folder / "metrics"}
        with started(python, folder, {**SECRETS, "LITELLM_METRICS_TOKEN": TOKEN}, **{**options, **words}) as (
            url,
            process,
        ):
            wait_until_ready(process, folder)
            yield url

    def get(self, token: str = TOKEN) -> httpx.Response:
        return httpx.get(f"http://127.0.0.1:{self.port}/metrics", headers={"Authorization": f"Bearer {token}"})

    def text(self) -> str:
        """What a scraper gets, once somebody answers."""
        deadline = time.monotonic() + 60
        while True:
            try:
                answer = self.get()
            except httpx.TransportError:
                assert time.monotonic() < deadline, "nobody serves the metrics"
                time.sleep(0.1)
            else:
                assert answer.status_code == 200
                return answer.text

    def requests(self) -> float:
        """How many requests were answered well."""
        return sum(float(value) for labels, value in COUNTER.findall(self.text()) if 'status_code="200"' in labels)

    def wait_for(self, requests: int) -> None:
        """Wait until as many requests are counted; LiteLLM counts behind the answer."""
        wait_until(lambda: self.requests() >= requests, self.folder / "1")
        assert self.requests() == requests


@pytest.fixture
def metrics(tmp_path: Path) -> Metrics:
    return Metrics(tmp_path, free_port())


def test_they_say_what_clients_counted_while_slots_change(python: str, metrics: Metrics) -> None:
    seen = []
    with metrics.slot(python, 1, workers=2) as first:
        ask(first, 7)
        metrics.wait_for(7)
        seen.append(metrics.requests())
        assert metrics.get("wrong").status_code == 401
        text = metrics.text()
        assert "litellm_gateway_ready 1.0" in text
        assert "litellm_gateway_workers 2.0" in text
        assert 'litellm_gateway_info{release="",slot="1",version="' in text
        assert KEY not in text
        assert "pid=" not in text
        with metrics.slot(python, 2, workers=1) as second:
            ask(second, 2)
            ask(first, 3)
            metrics.wait_for(12)
            seen.append(metrics.requests())
            later = second
    # Both have ended, in either order; a third goes on from where they were.
    with metrics.slot(python, 3, workers=1) as third:
        assert third != later
        assert metrics.requests() == 12
        ask(third, 5)
        metrics.wait_for(17)
        wait_until(
            lambda: len([each for each in (metrics.folder / "metrics").iterdir() if each.is_dir()]) == 1,
            metrics.folder / "3",
        )
        assert metrics.requests() == 17, "what ended slots counted is neither lost nor there twice"


def test_the_port_for_clients_can_be_without_them(python: str, metrics: Metrics) -> None:
    with metrics.slot(python, 1) as url:
        shown = httpx.get(f"{url}/metrics/", headers={"Authorization": f"Bearer {KEY}"}, timeout=60)
        assert shown.status_code == 200
    with metrics.slot(python, 2, **{"no-main-metrics": None}) as url:
        for path in ("/metrics", "/metrics/", "/metrics/more"):
            assert httpx.get(url + path, headers={"Authorization": f"Bearer {KEY}"}, timeout=60).status_code == 404
        assert "litellm_gateway_info" in metrics.text()
        own = GatewayClient(url, KEY, sender(60, True, False)).metrics(
            f"http://127.0.0.1:{metrics.port}/metrics", TOKEN
        )
        assert own == metrics.text(), "LiteLLM's series are there before a model was asked"
