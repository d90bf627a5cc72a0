"""What the gateway says that a request cost: 1000 tokens in, 800 of them cached, 100 out."""

from __future__ import annotations

import time

import pytest

from tests.routing.conftest import Client
from tests.routing.declarations import COST, COST_IN_STREAMS

EXPECTED = (200 * COST["input"] + 800 * COST["cached_input"] + 100 * COST["output"]) / 1e6


@pytest.mark.parametrize("usage", ["cached-openai", "cached-deepseek"])
@pytest.mark.parametrize("stream", [False, True])
def test_cached_tokens_have_their_own_price(client: Client, usage: str, stream: bool) -> None:
    body = {"stream": True, "stream_options": {"include_usage": True}} if stream else {}
    answer = client.ask(usage, **body)
    assert answer.status == 200
    assert answer.cost == (pytest.approx(EXPECTED) if COST_IN_STREAMS or not stream else None)


def test_a_fallback_costs_what_the_fallback_costs(client: Client) -> None:
    assert client.ask("bought").cost == pytest.approx((10 * 1 + 5 * 2) / 1e6)


@pytest.mark.parametrize("model", ["frugal", "spender"])
def test_a_spent_budget_means_fallback(client: Client, model: str) -> None:
    """``frugal`` has a budget of its own, ``spender`` that of its provider."""
    assert client.ask(model).asked == [model]
    deadline = time.monotonic() + 120
    while (answer := client.ask(model)).asked == [model] and time.monotonic() < deadline:
        time.sleep(0.2)  # LiteLLM counts behind the answer
    assert (answer.status, answer.asked) == (200, ["backup"])
