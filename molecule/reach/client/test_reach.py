"""What a client on another machine gets through a reverse proxy in front of a gateway.

The proxy's address, name and certificate, the gateway's key and the recording upstream come from the environment, see
tasks/through.yml.
"""

from __future__ import annotations

import json
import os
import shlex
import socket
import ssl
import subprocess
import sys
import threading
import time
import typing as t
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[2] / "docs" / "examples"
ADDRESS, NAME, KEY = (os.environ[f"REACH_{name}"] for name in ("ADDRESS", "NAME", "KEY"))
UPSTREAM = os.environ["REACH_UPSTREAM"]
SILENCE, BIG_PROMPT_GETS = (int(os.environ[f"REACH_{name}"]) for name in ("SILENCE", "BIG_PROMPT_GETS"))
PATIENCE = httpx.Timeout(300)
"""Far longer than anything takes here, so that only what never comes is missed."""

sys.path.insert(0, str(HERE))
from resolving import resolve  # noqa: E402 - a program beside this one

resolve(NAME, ADDRESS)


def client(key: str = KEY) -> httpx.Client:
    trusted = ssl.create_default_context(cafile=os.environ["SSL_CERT_FILE"])
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return httpx.Client(base_url=f"https://{NAME}/v1", headers=headers, verify=trusted, timeout=PATIENCE)


def prompt(text: str, model: str = "gpt-5", **options: t.Any) -> dict[str, t.Any]:
    return {"model": model, "messages": [{"role": "user", "content": text}], **options}


def upstream_behaves(model: str, behaviour: str) -> None:
    httpx.put(f"{UPSTREAM}/_behaviour/{model}", json=behaviour, timeout=PATIENCE).raise_for_status()


def said(lines: list[str]) -> str:
    """The text of a stream's events."""
    pieces = [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: {")]
    return "".join(choice["delta"].get("content") or "" for piece in pieces for choice in piece["choices"])


class HeldStream(threading.Thread):
    """A stream whose second half the upstream holds back until the first half has arrived, and then for a while more."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.first_half: list[str] = []
        self.second_half: list[str] = []
        self.first_half_arrived = threading.Event()
        self.failure: Exception | None = None

    def run(self) -> None:
        """Ask, read what comes, be silent, have the rest sent, read it."""
        try:
            upstream_behaves("patient", "hold")
            with client().stream("POST", "/chat/completions", json=prompt("Slowly.", "patient", stream=True)) as answer:
                answer.raise_for_status()
                lines = answer.iter_lines()
                while not said(self.first_half):
                    self.first_half.append(next(lines))
                self.first_half_arrived.set()
                time.sleep(SILENCE)
                upstream_behaves("patient", "plain")
                self.second_half.extend(lines)
        except Exception as failure:
            self.failure = failure


@pytest.fixture(scope="module", autouse=True)
def held_stream() -> Iterator[HeldStream]:
    """Under way while the other tests ask."""
    stream = HeldStream()
    stream.start()
    yield stream
    stream.join()


def test_the_gateway_itself_is_out_of_reach() -> None:
    with pytest.raises(ConnectionRefusedError), socket.create_connection((ADDRESS, 4000), timeout=60):
        pass


def test_curl(tmp_path: Path) -> None:
    settings = f'resolve = "{NAME}:443:{ADDRESS}"\ncacert = "{os.environ["SSL_CERT_FILE"]}"\nfail\nsilent\nshow-error\n'
    (tmp_path / ".curlrc").write_text(settings, encoding="utf-8")
    environment = {**os.environ, "CURL_HOME": str(tmp_path), "LITELLM_MASTER_KEY": KEY}
    command = ["sh", "-eu", str(EXAMPLES / "ask.sh")]
    printed = subprocess.check_output(command, env=environment, text=True, timeout=300)  # noqa: S603 - a program of ours
    decoder = json.JSONDecoder()
    models, end = decoder.raw_decode(printed)
    answer, _end = decoder.raw_decode(printed[end:].lstrip())
    assert "gpt-5" in [model["id"] for model in models["data"]]
    assert answer["choices"][0]["message"]["content"] == "Answer from gpt-5."


def test_the_sdk() -> None:
    environment = {**os.environ, "OPENAI_BASE_URL": f"https://{NAME}/v1", "OPENAI_API_KEY": KEY}
    command = [sys.executable, str(HERE / "resolving.py"), NAME, ADDRESS, str(EXAMPLES / "ask.py")]
    printed = subprocess.check_output(command, env=environment, text=True, timeout=300)  # noqa: S603 - a program of ours
    assert printed.splitlines() == ["Answer from gpt-5."] * 2, shlex.join(command)


def test_a_certificate_that_nobody_knows_is_refused() -> None:
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx.get(f"https://{NAME}/v1/models", verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), timeout=PATIENCE)


@pytest.mark.parametrize("key", ["", "sk-of-yesterday"])
def test_without_the_key(key: str) -> None:
    assert client(key).get("/models").status_code == 401


@pytest.mark.parametrize(("path", "status"), [("/health/readiness", 200), ("/routes", 404), ("/", 404)])
def test_what_is_for_clients_is_passed_on(path: str, status: int) -> None:
    assert client().get(f"https://{NAME}{path}").status_code == status


def test_two_megabytes_of_prompt_arrive_whole() -> None:
    text = "word " * 400_000
    httpx.delete(f"{UPSTREAM}/_recorded", timeout=PATIENCE)
    assert client().post("/chat/completions", json=prompt(text)).status_code == 200
    (received,) = httpx.get(f"{UPSTREAM}/_recorded", params={"model": "gpt-5"}, timeout=PATIENCE).json()
    assert received["body"]["messages"][0]["content"] == text


def test_more_than_32_megabytes_of_prompt() -> None:
    assert client().post("/chat/completions", json=prompt("word " * 7_000_000)).status_code == BIG_PROMPT_GETS


def test_a_connection_is_kept() -> None:
    with client() as kept:
        ports = {
            kept.get("/models").extensions["network_stream"].get_extra_info("client_addr")[1] for _time in range(3)
        }
    assert len(ports) == 1


def test_the_first_piece_of_a_stream_arrives_before_the_last_was_sent(held_stream: HeldStream) -> None:
    assert held_stream.first_half_arrived.wait(300), held_stream.failure or "no piece came while the rest was held"


def test_a_silence_within_a_stream_does_not_end_it(held_stream: HeldStream) -> None:
    held_stream.join()
    assert held_stream.failure is None
    assert said(held_stream.first_half + held_stream.second_half) == "Answer from patient."
    assert "data: [DONE]" in held_stream.second_half
