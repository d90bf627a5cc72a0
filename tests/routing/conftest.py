"""One gateway and one upstream for all tests of routing."""

from __future__ import annotations

import json
import os
import typing as t
from dataclasses import dataclass, field

import httpx
import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render

from tests.ports import free_port
from tests.routing.declarations import AGENTS, declared_models, declared_providers
from tests.routing.gateway import Gateway, running_gateway
from tests.tested_litellm import version_under_test
from tests.upstream.app import Upstream
from tests.upstream.server import running_upstream

KEYS = {"OPENAI_API_KEY": "sk-openai-upstream", "VLLM_API_KEY": "sk-vllm-upstream"}
"""The secrets of the gateway. No key of DeepSeek is among them."""


@dataclass(frozen=True)
class Answer:
    """What a client got, and what it caused."""

    status: int
    text: str
    headers: httpx.Headers
    asked: list[str] = field(default_factory=list)

    @property
    def served_by(self) -> str:
        """The id of the deployment that answered."""
        return str(self.headers.get("x-litellm-model-id", ""))

    @property
    def cost(self) -> float | None:
        """What the gateway says that the request cost, in USD: a header, or in the last chunk of a stream; None: nothing."""
        if "x-litellm-response-cost" in self.headers:
            return float(self.headers["x-litellm-response-cost"])
        chunks = [json.loads(line[6:]) for line in self.text.splitlines() if line.startswith("data: {")]
        said = chunks[-1]["usage"].get("cost")
        return None if said is None else float(said)


class Client:
    """Asks the gateway, and looks at what its upstream received."""

    def __init__(self, gateway: Gateway, upstream: Upstream) -> None:
        self.gateway, self.upstream = gateway, upstream
        self._http = httpx.Client(base_url=gateway.url, headers=gateway.headers, timeout=120)

    def ask(self, model: str, **body: t.Any) -> Answer:
        """One chat completion."""
        return self.post("/v1/chat/completions", {"messages": [{"role": "user", "content": "Hello"}], **body}, model)

    def post(self, path: str, body: dict[str, t.Any], model: str) -> Answer:
        self.upstream.recorded.clear()
        response = self._http.post(path, json={"model": model, **body})
        asked = [entry["model"] for entry in self.upstream.recorded if entry["method"] == "POST"]
        return Answer(response.status_code, response.text, response.headers, asked)

    def get(self, path: str) -> t.Any:
        return self._http.get(path).json()


@pytest.fixture(scope="session")
def client() -> t.Iterator[Client]:
    python = os.environ.get("LITELLM_PYTHON")
    if not python:
        pytest.fail("LITELLM_PYTHON is not set: it names the Python of an environment that has litellm[proxy]")
    with running_upstream() as (upstream, url):
        rendered = render(
            RenderOptions(
                litellm_version=version_under_test(),
                models=declared_models(f"{url}/v1", f"http://127.0.0.1:{free_port()}/v1"),
                providers=declared_providers(f"{url}/v1"),
                agents=AGENTS,
                environment={**KEYS, "LITELLM_MASTER_KEY": "sk-not-looked-at-here"},
            )
        )
        with running_gateway(python, rendered.content, KEYS) as gateway:
            yield Client(gateway, upstream)


@pytest.fixture(autouse=True)
def upstream(client: Client) -> t.Iterator[Upstream]:
    """The upstream, which plays what the names of its models say unless a test sets something else."""
    yield client.upstream
    client.upstream.set_behaviours.clear()
