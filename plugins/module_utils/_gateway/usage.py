# SPDX-License-Identifier: GPL-3.0-or-later
"""What a gateway has counted since its slot started, added up from its metrics to what people ask for.

LiteLLM's labels of clients, keys and teams are added up: what is left are the names of models.
"""

from __future__ import annotations

import typing as t
from collections import defaultdict

from .._promql import (
    ANSWERED,
    CACHED,
    COOLED_DOWN,
    FAILED,
    FIRST_TOKEN,
    INPUT,
    LATENCY,
    MODEL_NAME,
    OUTPUT,
    REQUESTS,
    SPEND,
    STATE,
)
from .metrics import Sample, samples

_SUMS = {INPUT: "input_tokens", CACHED: "cached_input_tokens", OUTPUT: "output_tokens", SPEND: "cost"}
_TIMES = {LATENCY: "seconds", FIRST_TOKEN: "first_token_seconds"}
_PARTS = {f"{name}_{part}": (key, part) for name, key in _TIMES.items() for part in ("bucket", "count", "sum")}
READ = frozenset({REQUESTS, ANSWERED, FAILED, COOLED_DOWN, STATE, *_SUMS, *_PARTS})
"""The series that count; everything else that a gateway tells is passed over."""

STATES = ("healthy", "failing", "dead")
"""What LiteLLM says of a deployment: 0, 1 and 2."""

Json = dict[str, t.Any]


def usage(text: str) -> Json:
    """What the metrics in *text* add up to, in the shape that ``litellm_gateway_info`` documents."""
    requests: dict[tuple[str, str, str], float] = defaultdict(float)
    failures: dict[tuple[str, str, str], float] = defaultdict(float)
    work: dict[tuple[str, str], _Work] = defaultdict(_Work)
    cooldowns: dict[str, float] = defaultdict(float)
    states: dict[str, dict[str, int]] = defaultdict(dict)
    for sample in samples(text, READ):
        labels = sample.labels
        deployment, asked_for = _label(labels, "model_id"), _label(labels, "requested_model")
        if sample.name == REQUESTS:
            requests[asked_for, deployment, _label(labels, "status_code")] += sample.value
        elif sample.name == FAILED:
            failures[deployment, _label(labels, "exception_class"), _label(labels, "exception_status")] += sample.value
        elif sample.name == COOLED_DOWN:
            cooldowns[deployment] += sample.value
        elif sample.name == STATE:
            told = states[deployment]
            name = _label(labels, MODEL_NAME)
            # Workers may see a deployment differently: the worst counts.
            told[name] = max(told.get(name, 0), min(int(sample.value), len(STATES) - 1))
        elif deployment:
            work[asked_for, deployment].add(sample)
    return {
        "requests": [
            {"asked_for": asked_for, "deployment": deployment, "status": status, "count": _whole(count)}
            for (asked_for, deployment, status), count in sorted(requests.items())
            if count
        ],
        "work": [
            {"asked_for": asked_for, "deployment": deployment, **done.as_result()}
            for (asked_for, deployment), done in sorted(work.items())
        ],
        "failures": [
            {"deployment": deployment, "kind": kind, "status": status, "count": _whole(count)}
            for (deployment, kind, status), count in sorted(failures.items())
            if count
        ],
        "cooldowns": {deployment: _whole(count) for deployment, count in sorted(cooldowns.items()) if count},
        # LiteLLM leaves the state of a rest behind: it counts only as long as its calls fail.
        "states": {
            deployment: STATES[max(told.values()) if min(told.values()) else 0]
            for deployment, told in sorted(states.items())
        },
    }


class _Work:
    """What one deployment did for one name that clients ask for."""

    def __init__(self) -> None:
        self._answered = 0.0
        self._sums: dict[str, float] = dict.fromkeys(_SUMS.values(), 0.0)
        self._times: dict[str, Json] = {key: {"count": 0, "sum": 0.0, "buckets": {}} for key in _TIMES.values()}

    def add(self, sample: Sample) -> None:
        if sample.name == ANSWERED:
            self._answered += sample.value
        elif sample.name in _SUMS:
            self._sums[_SUMS[sample.name]] += sample.value
        else:
            key, part = _PARTS[sample.name]
            times = self._times[key]
            if part == "bucket":
                bound = sample.labels.get("le", "")
                times["buckets"][bound] = times["buckets"].get(bound, 0) + _whole(sample.value)
            else:
                times[part] += _whole(sample.value) if part == "count" else sample.value

    def as_result(self) -> Json:
        tokens = {key: _whole(value) for key, value in self._sums.items() if key != "cost"}
        # Without the noise of adding up.
        return {
            "answered": _whole(self._answered),
            **tokens,
            "cost": float(f"{self._sums['cost']:.12g}"),
            **self._times,
        }


def _label(labels: t.Mapping[str, str], name: str) -> str:
    """A label; LiteLLM writes ``None`` where it has none."""
    value = labels.get(name, "")
    return "" if value == "None" else value


def _whole(value: float) -> int:
    return round(value)
