"""The slot's program with the real LiteLLM and a Redis that is wrong, leaves, hangs and comes back."""

from __future__ import annotations

import json
import signal
import time
import typing as t
from pathlib import Path

import httpx

from tests.door.conftest import refusal, rendered, started, wait_until, wait_until_ready
from tests.redis.conftest import Server
from tests.routing.gateway import KEY

BODY = {"model": "hello", "messages": [{"role": "user", "content": "hello"}]}
PASSWORD = "geheim-of-the-test"  # noqa: S105 - nobody else's
SECRETS = {
    "LITELLM_MASTER_KEY": KEY,
    "OPENAI_API_KEY": "sk-none",
    "REDIS_CIRCUIT_BREAKER_RECOVERY_TIMEOUT": "5",
    "REDIS_CIRCUIT_BREAKER_TIMEOUT_MIN_DURATION": "0.5",
}


def configured(folder: Path, **options: t.Any) -> None:
    """Write a configuration that shares counters through the Redis that ``SHARED_REDIS_URL`` names."""
    shared = {"url": "os.environ/SHARED_REDIS_URL", "socket_timeout": 0.5, "socket_connect_timeout": 0.5}
    settings = {"coordination_redis": {**shared, "namespace": "litellm"}}
    environment = {**SECRETS, "SHARED_REDIS_URL": "redis://localhost"}
    (folder / "config.yaml").write_text(rendered(environment, general_settings=settings, **options).content)


def environment(url: str) -> dict[str, str]:
    return {**SECRETS, "SHARED_REDIS_URL": url}


def told(folder: Path) -> list[dict[str, str]]:
    """What the workers say of their Redis."""
    return [json.loads(file.read_text()) for file in (folder / "redis").glob("*") if file.name.isdecimal()]


def states(folder: Path) -> set[str]:
    return {each["state"] for each in told(folder)}


def test_a_wrong_password_refuses_the_slot(python: str, tmp_path: Path, server: Server) -> None:
    server.start(f"requirepass {PASSWORD}")
    configured(tmp_path)
    with started(python, tmp_path, environment(f"redis://:{PASSWORD}x@127.0.0.1:{server.port}/0")) as (_url, process):
        assert refusal(process, tmp_path) == (
            "refused: Redis (general_settings.coordination_redis) does not take the gateway's user and password: "
            "set those that Redis knows; without it this gateway would count limits and budgets alone\n"
        )
    assert PASSWORD not in (tmp_path / "log").read_text()


class Client:
    """Asks the gateway, and knows what each answer took."""

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=url, headers={"Authorization": f"Bearer {KEY}"}, timeout=120)

    def seconds(self, requests: int) -> float:
        """The longest of so many requests, each of which is answered."""
        longest = 0.0
        for _number in range(requests):
            began = time.monotonic()
            assert self._http.post("/v1/chat/completions", json=BODY).status_code == 200
            longest = max(longest, time.monotonic() - began)
        return longest

    def up(self) -> str:
        """The metric."""
        lines = self._http.get("/metrics", follow_redirects=True).text.splitlines()
        return next(line.split()[-1] for line in lines if line.startswith("litellm_gateway_redis_up"))


def test_a_redis_that_comes_and_goes(python: str, tmp_path: Path, server: Server) -> None:
    """The slot starts without it, each client is answered all the time, and each change is told."""
    configured(tmp_path, prometheus=True)
    with started(python, tmp_path, environment(server.url)) as (url, process):
        wait_until_ready(process, tmp_path)
        client = Client(url)
        log = tmp_path / "log"
        away = "Redis (general_settings.coordination_redis) cannot be reached: Connection refused"
        assert [each["sentence"] for each in told(tmp_path)] == [away]
        assert f"warning: {away}; this worker counts limits and budgets alone\n" in log.read_text()
        assert client.up() == "0.0"
        print(f"away at start: {client.seconds(20):.3f} s")

        server.start()
        wait_until(lambda: states(tmp_path) == {"up"}, tmp_path)
        assert client.up() == "1.0"
        assert "Redis answers again, and counts for all workers\n" in log.read_text()
        print(f"there: {client.seconds(50):.3f} s")

        server.signal(signal.SIGSTOP)
        print(f"hangs: {client.seconds(100):.3f} s")
        wait_until(lambda: states(tmp_path) == {"away"}, tmp_path)
        assert [each["sentence"].partition(") ")[2] for each in told(tmp_path)] == ["does not answer within 2 s"]
        server.signal(signal.SIGCONT)
        wait_until(lambda: states(tmp_path) == {"up"}, tmp_path)

        server.stop()
        print(f"killed: {client.seconds(100):.3f} s")
        wait_until(lambda: states(tmp_path) == {"away"}, tmp_path)
        server.start(f"requirepass {PASSWORD}")
        wait_until(lambda: states(tmp_path) == {"refused"}, tmp_path)
        assert client.up() == "0.0"
        print(f"wants a password: {client.seconds(20):.3f} s")


def test_a_release_that_has_served_starts_again_all_the_same(python: str, tmp_path: Path, server: Server) -> None:
    """As after a boot of the host: the play has given the file its other name when the release took over."""
    server.start(f"requirepass {PASSWORD}")
    configured(tmp_path)
    (tmp_path / "published").hardlink_to(tmp_path / "config.yaml")
    with started(python, tmp_path, environment(server.url)) as (url, process):
        wait_until_ready(process, tmp_path)
        assert states(tmp_path) == {"refused"}
        Client(url).seconds(3)
