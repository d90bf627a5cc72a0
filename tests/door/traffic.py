"""Requests to a gateway that counts, of every kind that the report tells of; ``python -m tests.door.traffic`` keeps what it counted.

The file that it writes, ``recorded.txt``, is what unit tests and the tests of the dashboard take for the metrics of a real LiteLLM.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import typing as t
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.client import GatewayClient
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.http import sender
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render

from tests.door.conftest import SECRETS, started, wait_until_ready
from tests.routing.gateway import KEY
from tests.upstream.server import running_upstream

FILE = Path(__file__).parents[1] / "unit" / "plugins" / "module_utils" / "_gateway" / "recorded.txt"
MESSAGES: t.Final = {"messages": [{"role": "user", "content": "hello"}]}
LONGEST = 120
"""Seconds until everything that was asked is counted: LiteLLM counts behind the answer."""


def _models() -> dict[str, dict[str, t.Any]]:
    dear = {"input": 1.25, "cached_input": 0.125, "output": 10}
    cheap = {"input": 0.28, "output": 0.42}
    models: dict[str, dict[str, t.Any]] = {
        "dear": {"upstream": "dear+cached-openai", "alias": "chat", "weight": 3, "cost": dear},
        "cheap": {"upstream": "cheap+delay-30", "alias": "chat", "weight": 1, "cost": cheap},
        "broken": {"upstream": "broken+status-500", "alias": "broken", "fallbacks": ["backup"], "cost": cheap},
        "busy": {"upstream": "busy+status-429", "alias": "busy"},
        "backup": {"upstream": "backup", "cost": {"input": 1, "output": 2}},
        "vectors": {"upstream": "vectors", "mode": "embedding", "cost": {"input": 0.02}},
    }
    return {key: {**model, "provider": "here"} for key, model in models.items()}


@dataclass
class Said:
    """What clients were told.

    :ivar statuses: HTTP status of the answers, by the name that was asked for.
    :ivar by: who answered, likewise.
    :ivar cost: USD, of answers that were no stream, likewise.
    """

    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    by: Counter[tuple[str, str]] = field(default_factory=Counter)
    cost: Counter[str] = field(default_factory=Counter)


@dataclass
class Counted:
    """What a gateway counted, and what its clients were told.

    :ivar text: its metrics.
    """

    said: Said
    usage: dict[str, t.Any]
    models: list[dict[str, t.Any]]
    text: str


def counted(python: str, folder: Path) -> Counted:
    """Ask a gateway of its own all kinds of things, and wait until it has counted them.

    :param python: an interpreter that can import LiteLLM.
    """
    with running_upstream() as (_upstream, upstream_url):
        provider = {"api_base": f"{upstream_url}/v1", "reasoning_effort": "none", "timeout": 30}
        options = RenderOptions(
            models=_models(),
            providers={"here": provider},
            agents={"writer": "chat"},
            environment=SECRETS,
            prometheus=True,
        )
        (folder / "config.yaml").write_text(render(options).content)
        with started(python, folder) as (url, process):
            wait_until_ready(process, folder)
            said = _ask(url)
            client = GatewayClient(url, KEY, sender(60, True, False))
            deadline = time.monotonic() + LONGEST
            while (usage := client.usage() or {}) and not _all_counted(usage, said):
                assert time.monotonic() < deadline, f"{usage['requests']} of {said.statuses}"
                time.sleep(0.5)
            headers = {"Authorization": f"Bearer {KEY}"}
            return Counted(
                said, usage, client.model_info(), httpx.get(f"{url}/metrics/", headers=headers, timeout=60).text
            )


def _ask(url: str) -> Said:
    said = Said()
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {KEY}"}, timeout=60) as client:
        for name, times, more in (
            ("chat", 40, {}),
            ("chat", 5, {"stream": True}),
            ("writer", 5, {}),
            ("broken", 6, {}),
            ("busy", 4, {}),
            ("nobody", 3, {}),
        ):
            for _each in range(times):
                _note(said, name, client.post("/v1/chat/completions", json={"model": name, **MESSAGES, **more}))
        for _each in range(3):
            _note(said, "vectors", client.post("/v1/embeddings", json={"model": "vectors", "input": "hello"}))
    wrong = {"Authorization": "Bearer sk-wrong"}
    httpx.post(f"{url}/v1/chat/completions", json={"model": "chat", **MESSAGES}, headers=wrong, timeout=60)
    return said


def _note(said: Said, name: str, answer: httpx.Response) -> None:
    said.statuses[name, str(answer.status_code)] += 1
    if answer.status_code == 200:
        said.by[name, answer.headers["x-litellm-model-id"]] += 1
        said.cost[name] += float(answer.headers.get("x-litellm-response-cost") or 0)  # type: ignore[assignment]


def _all_counted(usage: t.Mapping[str, t.Any], said: Said) -> bool:
    answered = sum(each["count"] for each in usage["requests"] if each["status"] == "200")
    worked = sum(each["answered"] for each in usage["work"])
    return bool(min(answered, worked) >= said.by.total())


def main() -> None:
    """Keep what a gateway counted."""
    with tempfile.TemporaryDirectory() as folder:
        FILE.write_text(counted(os.environ.get("LITELLM_PYTHON", sys.executable), Path(folder)).text)


if __name__ == "__main__":
    main()
