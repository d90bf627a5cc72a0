"""The slot's program with the real LiteLLM over HTTPS: answers, streams, the metric, and a certificate that is renewed."""

from __future__ import annotations

import re
import ssl
import typing as t
from pathlib import Path

import httpx
import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._certificates import only

from tests.certificates import Issued, issue
from tests.door.conftest import rendered, started, wait_until, wait_until_ready
from tests.routing.gateway import KEY

BODY = {"model": "hello", "messages": [{"role": "user", "content": "hello"}]}
METRIC = re.compile(r"^litellm_gateway_certificate_expiration_timestamp_seconds (\S+)$", re.MULTILINE)


class Program(t.NamedTuple):
    """One that serves, and the folder with its certificate."""

    url: str
    folder: Path

    def client(self) -> httpx.Client:
        """One that takes the certificate which the folder has, and no other."""
        trusted = only(str(self.folder / "certificate.pem"))
        headers = {"Authorization": f"Bearer {KEY}"}
        return httpx.Client(base_url=self.url, headers=headers, verify=trusted, timeout=60)


def write(folder: Path, issued: Issued) -> None:
    (folder / "certificate.pem").write_text(issued.pem)
    (folder / "key.pem").write_text(issued.key_pem)


def metric(client: httpx.Client) -> float:
    found = METRIC.search(client.get("/metrics/").text)
    assert found
    return float(found[1])


@pytest.fixture(scope="module")
def program(python: str, tmp_path_factory: pytest.TempPathFactory) -> t.Iterator[Program]:
    folder = tmp_path_factory.mktemp("https")
    (folder / "config.yaml").write_text(rendered(prometheus=True).content)
    write(folder, issue("host", names=["llm.example.com"]))
    words: dict[str, t.Any] = {"tls-certificate": folder / "certificate.pem", "tls-key": folder / "key.pem"}
    with started(python, folder, **words) as (url, process):
        wait_until_ready(process, folder)
        yield Program(url.replace("http:", "https:"), folder)


def test_answers_and_streams(program: Program) -> None:
    with program.client() as client:
        assert client.post("/v1/chat/completions", json=BODY).json()["choices"][0]["message"]["content"] == "Hello."
        with client.stream("POST", "/v1/chat/completions", json={**BODY, "stream": True}) as answer:
            assert list(answer.iter_lines())[-2:] == ["data: [DONE]", ""]
        assert client.get("/v1/models", headers={"Authorization": "Bearer no"}).status_code == 401
    assert "Traceback" not in (program.folder / "log").read_text()


def test_plain_http_gets_nothing(program: Program) -> None:
    with pytest.raises(httpx.TransportError):
        httpx.get(program.url.replace("https:", "http:") + "/health/liveliness", timeout=60)


def test_a_renewed_certificate_is_shown_and_told(program: Program) -> None:
    renewed = issue("host", names=["llm.example.com"], days=180)
    with program.client() as before:
        assert metric(before) < renewed.certificate.not_valid_after_utc.timestamp()
        write(program.folder, renewed)
        log = program.folder / "log"
        wait_until(lambda: "a new certificate is shown" in log.read_text(), program.folder)
        with program.client() as after:
            assert after.post("/v1/chat/completions", json=BODY).status_code == 200
            assert metric(after) == renewed.certificate.not_valid_after_utc.timestamp()
        assert before.post("/v1/chat/completions", json=BODY).status_code == 200
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            httpx.get(program.url, verify=ssl.create_default_context(), timeout=60)
