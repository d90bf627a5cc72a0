"""Numbers as people read them."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.words import (
    NONE,
    moment,
    percent,
    rate,
    seconds,
    usd,
    whole,
)


def test_counts() -> None:
    assert (whole(1234567), whole(0), whole(None)) == ("1,234,567", "0", NONE)


@pytest.mark.parametrize(
    ("amount", "text"),
    [(None, NONE), (0, "0"), (1234.5, "1,234.50"), (-2.5, "-2.50"), (0.123456, "0.123"), (0.0000042, "0.0000042")],
)
def test_money(amount: float | None, text: str) -> None:
    assert usd(amount) == text


@pytest.mark.parametrize(
    ("duration", "text"), [(None, NONE), (123.45, "123.5"), (1.234, "1.23"), (0.05, "0.05"), (0.00001, "0.00001")]
)
def test_durations(duration: float | None, text: str) -> None:
    assert seconds(duration) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(None, NONE), (0, "0 %"), (1, "100 %"), (0.125, "12.5 %"), (0.0001, "< 0.1 %"), (0.9999, "> 99.9 %")],
)
def test_shares(share: float | None, text: str) -> None:
    assert percent(share) == text


def test_rates() -> None:
    assert [rate(number) for number in (None, 0, 0.25, 12.4, 12345.6)] == [NONE, "0", "0.25", "12", "12,346"]


def test_moments() -> None:
    assert moment("2026-11-21T10:30:00+01:00") == "2026-11-21 09:30 UTC"
    assert moment("some day") == "some day"
