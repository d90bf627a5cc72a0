"""Two gateways, each the slot's program with the real LiteLLM, that count together through one Redis."""

from __future__ import annotations

import collections
import contextlib
import time
import typing as t
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render

from tests.door.conftest import started, wait_until_ready
from tests.redis.conftest import Server
from tests.redis.test_program import SECRETS
from tests.routing.gateway import KEY
from tests.upstream.app import Upstream
from tests.upstream.server import running_upstream

MODELS = {
    "limited": {"upstream": "gpt-5", "alias": "limited", "provider": "upstream", "rpm": 20},
    # The upstream has none left, and says for how long.
    "resting": {"upstream": "gpt-5+status-429+retry-after-60", "alias": "shaken", "provider": "upstream", "order": 0},
    "standing": {"upstream": "gpt-5", "alias": "shaken", "provider": "upstream", "order": 1},
}


MINUTE_S = 60

ONCE_S = 1.5
"""More than LiteLLM lets pass between two questions to Redis for cooldowns."""


class Pair:
    """Two gateways, the upstream of both and the Redis of both."""

    def __init__(self, urls: t.Sequence[str], upstream: Upstream, redis: Server) -> None:
        self.upstream, self.redis = upstream, redis
        self._clients = [
            httpx.Client(base_url=url, headers={"Authorization": f"Bearer {KEY}"}, timeout=120) for url in urls
        ]

    def ask(self, model: str, gateways: t.Sequence[int], at_once: int = 1) -> dict[int, int]:
        """How often each status was the answer when each of *gateways* was asked in its turn."""
        body = {"model": model, "messages": [{"role": "user", "content": "hello"}]}

        def status(gateway: int) -> int:
            return self._clients[gateway].post("/v1/chat/completions", json=body).status_code

        with ThreadPoolExecutor(at_once) as pool:
            return dict(collections.Counter(pool.map(status, gateways)))


def within_one_minute(ask: t.Callable[[], dict[int, int]]) -> dict[int, int]:
    """What *ask* came to in a minute of the clock, which is what LiteLLM counts by: two minutes let twice as many through."""
    while True:
        while time.time() % MINUTE_S > MINUTE_S / 2:
            time.sleep(0.1)
        minute = time.time() // MINUTE_S
        answers = ask()
        if time.time() // MINUTE_S == minute:
            return answers
        # The minute that has begun has counted some of these.
        time.sleep(MINUTE_S - time.time() % MINUTE_S)


@pytest.fixture(scope="module")
def pair(python: str, tmp_path_factory: pytest.TempPathFactory) -> t.Iterator[Pair]:
    """Both gateways, ready."""
    with contextlib.ExitStack() as stack:
        folders = [tmp_path_factory.mktemp(name) for name in ("redis", "first", "second")]
        server = Server(folders[0]).start()
        stack.callback(server.stop)
        upstream, address = stack.enter_context(running_upstream())
        secrets = {**SECRETS, "UPSTREAM_API_KEY": "sk-upstream"}
        options: dict[str, t.Any] = {
            "models": MODELS,
            "providers": {"upstream": {"api_base": f"{address}/v1", "api_key_env": "UPSTREAM_API_KEY"}},
            "redis": {"host": "127.0.0.1", "port": server.port},
        }
        for folder in folders[1:]:
            (folder / "config.yaml").write_text(render(RenderOptions(environment=secrets, **options)).content)
        running = [stack.enter_context(started(python, folder, secrets)) for folder in folders[1:]]
        for (_url, process), folder in zip(running, folders[1:], strict=True):
            wait_until_ready(process, folder)
        yield Pair([url for url, _process in running], upstream, server)


def test_a_limit_lets_its_number_through_once(pair: Pair) -> None:
    assert within_one_minute(lambda: pair.ask("limited", [0, 1] * 30, at_once=20)) == {200: 20, 429: 40}


def test_a_deployment_that_rests_on_one_gateway_rests_on_the_other(pair: Pair) -> None:
    assert pair.ask("shaken", [0]) == {200: 1}
    while "litellm:deployment:resting:cooldown" not in pair.redis.say("KEYS", "*"):
        time.sleep(0.1)
    # A worker asks Redis once a second, and what it is asked in the meantime does not wait for the answer.
    time.sleep(ONCE_S)
    asked = len(pair.upstream.recorded)
    assert pair.ask("shaken", [1] * 4) == {200: 4}
    assert [request["model"] for request in pair.upstream.recorded[asked:]] == ["gpt-5"] * 4
