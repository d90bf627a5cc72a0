"""What gateways counted, added up over names, deployments and gateways."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.facts import Deployment, gateway
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.figures import Prices, figures, is_backup

from tests.report.hosts import BARE, DOWN, host

GPT = Prices("gpt", 1.25, 10.0, 0.125)


def test_what_clients_got() -> None:
    counted = figures([gateway("g1", host())])
    chat, reasoner = counted.names["chat"], counted.names["reasoner"]
    assert (chat.requests, chat.answered, chat.failed, chat.refused) == (408, 400, 8, {"429": 8})
    assert (reasoner.answered, reasoner.backed, reasoner.went_to) == (50, 10, {"gpt-for-reasoner": 10})
    assert counted.names["no-such-model"].requests == counted.names["no-such-model"].failed == 3
    assert counted.elsewhere == {("BadRequestError", "400"): 3}


def test_what_deployments_did() -> None:
    deployments = figures([gateway("g1", host())]).deployments
    assert deployments["deepseek"].calls == 130
    assert deployments["deepseek"].failed == {("RateLimitError", "429"): 30}
    assert deployments["deepseek-reasoner"].cooldowns == 2
    assert deployments["gpt"].work.cost_of_thousand == pytest.approx(1.8)


def test_gateways_add_up_and_those_that_count_nothing_are_left_out() -> None:
    one = figures([gateway("g1", host())])
    both = figures([gateway("g1", host()), gateway("g2", host()), gateway("g3", DOWN), gateway("g4", BARE)])
    assert both.counting == ("g1", "g2")
    assert both.since == "2026-11-20T09:29:48+00:00"
    assert {name: each.requests for name, each in both.names.items()} == {
        name: 2 * each.requests for name, each in one.names.items()
    }
    assert both.deployments["gpt"].work.cost == pytest.approx(2 * one.deployments["gpt"].work.cost)


def test_savings_compare_conversations_alone() -> None:
    names = figures([gateway("g1", host())], GPT).names
    tokens = 300_000 + 100_000
    otherwise = (tokens * 0.6 * 1.25 + tokens * 0.4 * 0.125 + tokens / 10 * 10) / 1e6
    assert names["chat"].work.otherwise == pytest.approx(otherwise)
    assert names["chat"].work.saved == pytest.approx(otherwise - 0.5621)
    assert (names["search"].work.otherwise, names["search"].work.compared) == (0, 0)


def test_who_is_a_backup() -> None:
    served = [Deployment("a", "one"), Deployment("a", "two", order=1), Deployment("openai/*", "all")]
    assert is_backup(served, "a", "two")
    assert not is_backup(served, "a", "one")
    assert is_backup(served, "a", "of another name"), "LiteLLM's own fallbacks lead to other names"
    assert not is_backup(served, "openai/gpt-5", "all")
    assert not is_backup(served, "b", "one"), "what the gateway does not list any more may have been its own"
