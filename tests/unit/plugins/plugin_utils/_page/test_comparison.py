"""Deployments that share a name: which share they have, and what may be concluded."""

from __future__ import annotations

import copy
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.comparison import Comparison, comparisons
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.facts import gateway
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.figures import figures

from tests.report.hosts import MODELS, host, model, work


def compared(variables: dict[str, t.Any]) -> list[Comparison]:
    gateways = [gateway("g1", variables)]
    return comparisons(gateways, figures(gateways))


def with_usage(models: t.Sequence[t.Any] = MODELS, **usage: t.Any) -> dict[str, t.Any]:
    variables = copy.deepcopy(host())
    variables["__litellm_gateway"]["models"] = list(models)
    variables["__litellm_gateway"]["usage"].update(usage)
    return variables


def test_shares_errors_latency_and_cost() -> None:
    (chat,) = compared(host())
    assert chat.name == "chat"
    assert [(side.deployment.id, side.meant) for side in chat.sides] == [("gpt", 0.75), ("deepseek", 0.25)]
    assert [side.seen for side in chat.sides] == [pytest.approx(304 / 434), pytest.approx(130 / 434)]
    assert [side.failing for side in chat.sides] == [pytest.approx(4 / 304), pytest.approx(30 / 130)]
    assert chat.verdict == (
        "Calls of gpt fail least, calls of deepseek most; that is more than chance. "
        "gpt answers fastest (median). deepseek costs least for each answer."
    )


def test_a_few_failures_say_nothing() -> None:
    failures = [{"deployment": "gpt", "kind": "Timeout", "status": "408", "count": 1}]
    done = [work("chat", "gpt", 20, 0.1), work("chat", "deepseek", 22, 0.11)]
    (chat,) = compared(with_usage(failures=failures, work=done))
    assert "so few calls can differ so much by chance" in chat.verdict


def test_nothing_asked_or_only_one() -> None:
    (nobody,) = compared(with_usage(failures=[], work=[]))
    assert [side.seen for side in nobody.sides] == [None, None]
    (one,) = compared(with_usage(failures=[], work=[work("chat", "gpt", 20)]))
    assert one.verdict == nobody.verdict == "There is nothing to compare yet: fewer than two of them were asked."


def test_without_weights_shares_are_equal_and_equal_sides_are_told_so() -> None:
    models = [model("a", "one"), model("a", "two")]
    (found,) = compared(with_usage(models, failures=[], work=[work("a", "one", 20, 1), work("a", "two", 20, 1)]))
    assert [side.meant for side in found.sides] == [0.5, 0.5]
    assert found.verdict == "Their calls fail equally often."


def test_a_weight_of_zero_everywhere() -> None:
    (found,) = compared(with_usage([model("a", "one", weight=0), model("a", "two", weight=0)]))
    assert [side.meant for side in found.sides] == [0.5, 0.5]


def test_agents_are_not_compared_once_more() -> None:
    agent = [{**each, "alias": "writer"} for each in MODELS[:2]]
    assert [each.name for each in compared(with_usage([*MODELS, *agent]))] == ["chat"]
