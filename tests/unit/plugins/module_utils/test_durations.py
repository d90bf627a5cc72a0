"""Spans and points of time."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._durations import moment, now, span


@pytest.mark.parametrize(
    ("text", "length"),
    [("30s", timedelta(seconds=30)), ("2w", timedelta(weeks=2)), ("1mo", None), ("", None), ("0d", None), ("d", None)],
)
def test_a_span(text: str, length: timedelta | None) -> None:
    assert span(text) == length


@pytest.mark.parametrize(
    "text", ["2026-11-28T21:40:54.713420Z", "2026-11-28T21:40:54Z", "2026-11-28T21:40:54+00:00", "2026-11-28T21:40:54"]
)
def test_a_moment(text: str) -> None:
    assert moment(text) == datetime(2026, 11, 28, 21, 40, 54, tzinfo=timezone.utc)


@pytest.mark.parametrize("text", [None, "soon", ""])
def test_no_moment(text: object) -> None:
    assert moment(text) is None


def test_now() -> None:
    assert now().tzinfo == timezone.utc
