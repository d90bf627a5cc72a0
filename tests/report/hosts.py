"""Hosts as the play of the report leaves them: what the role's modules have said of each."""

from __future__ import annotations

import math
import typing as t
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.module_utils._gateway.usage import usage

AT = "2026-11-21T12:00:00+00:00"
BOUNDS = ("0.1", "0.25", "0.5", "1.0", "2.0", "5.0", "10.0", "+Inf")

Json = dict[str, t.Any]


def model(alias: str, key: str, **fields: t.Any) -> Json:
    """A deployment as ``litellm_gateway_info`` tells it."""
    usual = {
        "provider": "openai",
        "model": f"openai/{key}",
        "api_base": "",
        "mode": "chat",
        "capabilities": ["streaming"],
        "prices": {"input": 1.25, "cached_input": 0.125, "output": 10.0},
        "context_window": 272000,
        "max_output": 128000,
        "order": 0,
        "weight": None,
    }
    return {"alias": alias, "id": key, **usual, **fields}


def times(*counts: int) -> Json:
    """So many durations in each of ``BOUNDS``, one after the other."""
    until = [sum(counts[: place + 1]) for place in range(len(BOUNDS))]
    return {"count": until[-1], "sum": until[-1] * 0.5, "buckets": dict(zip(BOUNDS, until, strict=True))}


def work(name: str, deployment: str, answered: int, cost: float = 0.0, **fields: t.Any) -> Json:
    """What a deployment did for a name."""
    usual = {
        "input_tokens": answered * 1000,
        "cached_input_tokens": answered * 400,
        "output_tokens": answered * 100,
        "seconds": times(0, answered - answered // 10, answered // 10),
        "first_token_seconds": times(answered),
    }
    return {"asked_for": name, "deployment": deployment, "answered": answered, "cost": cost, **usual, **fields}


def request(name: str, deployment: str, status: str, count: int) -> Json:
    """Requests of clients."""
    return {"asked_for": name, "deployment": deployment, "status": status, "count": count}


MODELS = (
    model("chat", "gpt", weight=3),
    model("chat", "deepseek", weight=1, prices={"input": 0.28, "cached_input": 0.028, "output": 0.42}),
    model("reasoner", "deepseek-reasoner", prices={"input": 0.28, "output": 0.42}, api_base="https://api.deepseek.com"),
    model("reasoner", "gpt-for-reasoner", order=1),
    model("search", "embedding", mode="embedding", prices={"input": 0.02}, max_output=None),
)

USAGE: t.Final[Json] = {
    "requests": [
        request("chat", "gpt", "200", 300),
        request("chat", "deepseek", "200", 100),
        request("chat", "", "429", 8),
        request("reasoner", "deepseek-reasoner", "200", 40),
        request("reasoner", "gpt-for-reasoner", "200", 10),
        request("search", "embedding", "200", 500),
        request("no-such-model", "", "400", 3),
    ],
    "work": [
        work("chat", "gpt", 300, 0.54),
        work("chat", "deepseek", 100, 0.0221, seconds=times(0, 10, 30, 50, 10)),
        work("reasoner", "deepseek-reasoner", 40, 0.0129, seconds=times(0, 0, 0, 0, 20, 18, 2)),
        work("reasoner", "gpt-for-reasoner", 10, 0.018),
        work("search", "embedding", 500, 0.01, output_tokens=0, cached_input_tokens=0, seconds=times(500)),
    ],
    "failures": [
        {"deployment": "gpt", "kind": "RateLimitError", "status": "429", "count": 4},
        {"deployment": "deepseek", "kind": "RateLimitError", "status": "429", "count": 30},
        {"deployment": "deepseek-reasoner", "kind": "InternalServerError", "status": "500", "count": 20},
        {"deployment": "", "kind": "BadRequestError", "status": "400", "count": 3},
    ],
    "cooldowns": {"deepseek-reasoner": 2},
    "states": {"deepseek": "healthy", "deepseek-reasoner": "failing", "gpt": "healthy"},
}


def host(number: int = 1, **changed: t.Any) -> Json:
    """The variables of a host that serves as declared.

    :param changed: ``differences``, ``served``, ``gateway`` (what ``litellm_gateway_info`` said) or ``asked`` (``litellm_probe``).
    """
    served = {"number": 4, "at": "2026-11-20T09:30:00+00:00", "version": "1.108.7", "url": "http://127.0.0.1:4000"}
    gateway = {
        "ready": True,
        "version": "1.108.7",
        "asks_for_key": True,
        "names": ["chat", "reasoner", "search"],
        "models": list(MODELS),
        "redis": {"state": "none", "sentence": ""},
        "since": "2026-11-20T09:29:48+00:00",
        "usage": USAGE,
    }
    return {
        "__litellm_release": {
            "differences": changed.get("differences", []),
            "plan": {"served": changed.get("served", served), "serving": 2 if changed.get("served", served) else 0},
            "host": {"service_manager": "systemd", "url": served["url"], "urls": [f"http://10.0.0.{number}:4000"]},
        },
        "__litellm_gateway": changed.get("gateway", gateway),
        **({"__litellm_asked": {"probes": changed["asked"]}} if "asked" in changed else {}),
        "vault_openai_api_key": "sk-never-told",
    }


PROBES = [
    {"alias": "chat", "answered": True, "summary": "chat: answered by gpt in 320 ms for 0.00012 USD"},
    {"alias": "reasoner", "answered": False, "summary": "reasoner: rate_limit: Too many requests"},
]

DOWN: t.Final[Json] = {"__litellm_look_failure": "Failed to connect to the host via ssh: No route to host"}
SILENT: t.Final = host(
    gateway={"failed": True, "msg": "http://127.0.0.1:4000: /health/readiness cannot be asked: Connection refused"}
)
BARE: t.Final = host(served={}, gateway={"skipped": True})
DRIFTED: t.Final = host(
    differences=["version: is 1.106.2, will be 1.108.7", "configuration: models: reasoner is changed"]
)

RECORDED = Path(__file__).parents[1] / "unit" / "plugins" / "module_utils" / "_gateway" / "recorded.txt"
"""What a real LiteLLM counted, see tests/door/traffic.py."""

REAL: t.Final = host(
    gateway={
        "ready": True,
        "version": "1.108.7",
        "since": "2026-11-20T09:29:48+00:00",
        "usage": usage(RECORDED.read_text(encoding="utf-8")),
        "models": [
            model("chat", "dear", weight=3),
            model("chat", "cheap", weight=1, prices={"input": 0.28, "output": 0.42}),
            model("broken", "broken"),
            model("broken", "backup-for-broken", order=1),
            model("busy", "busy"),
            model("backup", "backup"),
            model("vectors", "vectors", mode="embedding", prices={"input": 0.02}),
        ],
    }
)

INVENTORIES: t.Final[dict[str, dict[str, Json]]] = {
    "none": {},
    "one": {"gateway1": host()},
    "one-down": {"gateway1": DOWN},
    "several": {
        "gateway1": host(asked=PROBES),
        "gateway2": DRIFTED,
        "gateway3": DOWN,
        "gateway4": SILENT,
        "gateway5": BARE,
    },
    "recorded": {"gateway1": REAL},
    "twenty": {f"gateway{number}": host(number) for number in range(1, 21)},
}
"""What inventories look like whose report a browser opens."""

END = 1795262400


def over_time(*names: str) -> Json:
    """A day as ``litellm_history_info`` tells it: every name has its own course, the first one with a gap."""
    figures = []
    for key, unit, size in (
        ("requests", "requests a minute", 60.0),
        ("errors", "share of the requests", 0.05),
        ("fallbacks", "share of the answers", 0.1),
        ("latency", "seconds", 4.0),
        ("tokens", "tokens a minute", 90000.0),
        ("cost", "USD an hour", 0.8),
    ):
        series = [
            {
                "name": name,
                "points": [
                    [END - 900 * (96 - point), round(size * (1 + math.sin(point / 12 + place)) / (place + 2), 6)]
                    for point in range(97)
                    if place or not 30 < point < 40
                ],
            }
            for place, name in enumerate(names)
        ]
        figures.append({"key": key, "unit": unit, "series": series})
    return {"begin": END - 86400, "end": END, "step": 900, "figures": figures}


HOSTILE = "<script>alert(1)</script>\"'&amp;</style></title>{{ 7 * 7 }}\u202e\x00 https://evil.example/" + "w" * 200
"""A name that nobody should give to anything."""


def hostile() -> dict[str, Json]:
    """A host whose every text is hostile."""
    served = model(HOSTILE, HOSTILE, model=HOSTILE, api_base=HOSTILE, mode=HOSTILE)
    counted = {
        "requests": [request(HOSTILE, HOSTILE, "200", 3), request(HOSTILE, "", HOSTILE, 1)],
        "work": [work(HOSTILE, HOSTILE, 3, 0.1)],
        "failures": [{"deployment": HOSTILE, "kind": HOSTILE, "status": HOSTILE, "count": 2}],
        "cooldowns": {HOSTILE: 1},
        "states": {},
    }
    told = {
        "ready": True,
        "version": HOSTILE,
        "models": [served, model(HOSTILE, "other")],
        "since": HOSTILE,
        "usage": counted,
    }
    probes = [{"alias": HOSTILE, "answered": True, "summary": HOSTILE}]
    return {HOSTILE: host(differences=[HOSTILE], gateway=told, asked=probes)}
