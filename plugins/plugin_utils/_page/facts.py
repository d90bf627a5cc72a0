# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of one gateway: read on its host, and by asking it as clients do."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

SERVES, NOT_READY, SILENT, NOTHING, UNKNOWN = "serves", "not ready", "does not answer", "nothing runs", "unknown"
"""What a gateway does, in words."""

_WELL = "healthy"
"""What LiteLLM says of a deployment with which nothing is wrong."""

Json = t.Mapping[str, t.Any]


@dataclass(frozen=True)
class Deployment:
    """One deployment that a gateway serves; the fields are those of ``models`` of ``litellm_gateway_info``."""

    alias: str
    id: str
    model: str = ""
    api_base: str = ""
    mode: str = "chat"
    input: float | None = None
    cached_input: float | None = None
    output: float | None = None
    context_window: int | None = None
    max_output: int | None = None
    order: int = 0
    weight: float | None = None


@dataclass(frozen=True)
class Answered:
    """What one model said when it was asked for a small answer.

    :ivar summary: who answered, after how long and at what price, or why nobody did.
    """

    alias: str
    answered: bool
    summary: str


@dataclass(frozen=True)
class Gateway:
    """One host of the inventory.

    :ivar name: in the inventory.
    :ivar state: one of the words above.
    :ivar problem: why it does not serve, or why nobody knows, in words; empty where it serves.
    :ivar version: LiteLLM's; empty where it is not known.
    :ivar release: number of the release that serves; 0 where none does.
    :ivar released: when that took over, in UTC, as ISO 8601.
    :ivar since: when its slot became ready, likewise; what is counted begins there.
    :ivar slot: the slot that serves; 0 where none does.
    :ivar manager: who runs it.
    :ivar urls: where clients reach it.
    :ivar differs: what a deploy would change, one sentence each; None where nobody could tell.
    :ivar notices: what is no difference, and whoever runs the gateway should know, one sentence each.
    :ivar asked: what the models answered; None where they were not asked.
    :ivar usage: ``usage`` of ``litellm_gateway_info``; None where it counts nothing.
    :ivar untold: whether it counts, and does not tell what.
    """

    name: str
    state: str = UNKNOWN
    problem: str = ""
    version: str = ""
    release: int = 0
    released: str = ""
    since: str = ""
    slot: int = 0
    manager: str = ""
    urls: tuple[str, ...] = ()
    differs: tuple[str, ...] | None = None
    notices: tuple[str, ...] = ()
    deployments: tuple[Deployment, ...] = ()
    asked: tuple[Answered, ...] | None = None
    usage: Json | None = None
    untold: bool = False


def gateway(name: str, facts: Json) -> Gateway:
    """The host *name* from the *facts* that the play has left of it; an empty one was not reached."""
    found, told = facts.get("__litellm_release") or {}, facts.get("__litellm_gateway") or {}
    problem = str(facts.get("__litellm_look_failure") or "")
    if "plan" not in found:
        return Gateway(name, problem=problem or "The host was not reached.")
    plan, host = found["plan"], found["host"]
    served = plan.get("served") or {}
    state, problem = _state(served, told, problem)
    probes = (facts.get("__litellm_asked") or {}).get("probes")
    return Gateway(
        name,
        state,
        problem,
        version=str(told.get("version") or served.get("version", "")),
        release=int(served.get("number", 0)),
        released=str(served.get("at", "")),
        since=str(told.get("since") or ""),
        slot=int(plan.get("serving") or 0),
        manager=str(host.get("service_manager", "")),
        urls=tuple(host.get("urls") or [host.get("url", "")]) if served else (),
        differs=tuple(found.get("differences") or ()),
        notices=(*(found.get("notices") or ()), *_notices(told)),
        deployments=tuple(_deployment(model) for model in told.get("models") or ()),
        asked=None if probes is None else tuple(map(_answered, probes)),
        usage=told.get("usage"),
        untold=bool(told.get("metrics_problem")) and told.get("usage") is None,
    )


def _state(served: Json, told: Json, problem: str) -> tuple[str, str]:
    if not served:
        return NOTHING, problem or "Nothing has been released on this host."
    if "models" not in told:
        return SILENT, problem or str(told.get("msg") or "The gateway was not asked.")
    return (SERVES, problem) if told.get("ready") else (NOT_READY, problem or "It takes no requests now.")


def _notices(told: Json) -> t.Iterator[str]:
    """What the gateway itself says of its metrics, its Redis and its deployments."""
    if told.get("metrics_problem"):
        yield f"its metrics have an address of their own, which does not tell them: {told['metrics_problem']}"
    redis = told.get("redis") or {}
    if redis.get("sentence"):
        yield str(redis["sentence"])
    for deployment, state in ((told.get("usage") or {}).get("states") or {}).items():
        if state != _WELL:
            yield f"the deployment {deployment} is {state}, as its last calls went"


def _deployment(model: Json) -> Deployment:
    plain = {key: model[key] for key in Deployment.__dataclass_fields__ if model.get(key) is not None}
    return Deployment(**{**plain, **dict(model.get("prices") or {})})


def _answered(probe: Json) -> Answered:
    return Answered(str(probe["alias"]), bool(probe["answered"]), str(probe["summary"]))
