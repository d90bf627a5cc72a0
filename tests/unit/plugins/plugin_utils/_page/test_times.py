"""Quantiles and sums of durations that were counted in buckets."""

from __future__ import annotations

import math

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.times import Times, times
from hypothesis import given
from hypothesis import strategies as st

COUNTED = {"count": 10, "sum": 7.5, "buckets": {"0.5": 5, "1.0": 9, "+Inf": 10}}


def test_quantiles_as_prometheus_takes_them() -> None:
    counted = times(COUNTED)
    assert [counted.quantile(share) for share in (0.25, 0.5, 0.7)] == [0.25, 0.5, 0.75]
    assert counted.quantile(0.99) == 1.0, "beyond the last bound that is a number nobody knows more"


def test_nothing_counted() -> None:
    assert Times().quantile(0.5) is None
    assert times({"count": 0, "sum": 0.0, "buckets": {"+Inf": 0}}).quantile(0.5) is None


def test_gateways_add_up() -> None:
    both = times(COUNTED) + times(COUNTED) + Times()
    assert (both.count, both.buckets[math.inf]) == (20, 20)
    assert both.quantile(0.5) == pytest.approx(0.5)


@given(
    st.dictionaries(st.floats(0.001, 600), st.integers(0, 50), min_size=1),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_quantiles_grow_with_their_share(counts: dict[float, int], one: float, other: float) -> None:
    until, buckets = 0, {}
    for bound in sorted(counts):
        until += counts[bound]
        buckets[bound] = until
    counted = Times(until, {**buckets, math.inf: until})
    low, high = (counted.quantile(share) for share in sorted((one, other)))
    assert (low is None) == (high is None) == (until == 0)
    assert low is None or high is None or 0 <= low <= high <= max(counts)
