"""Lines over time: which ones are drawn, where they break, and what an axis ends with."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.course import History, Line, history
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.lines import history_section, round_up, runs
from hypothesis import given
from hypothesis import strategies as st

from tests.report.hosts import over_time


def test_figures_with_their_units_and_a_table_each() -> None:
    text = str(history_section(history(over_time("chat", "reasoner"))))
    for caption in ("Requests (requests a minute)", "95 % answered within (seconds)", "Cost (USD an hour)"):
        assert f"<figcaption>{caption}</figcaption>" in text
        assert f"{caption}, in figures</caption>" in text
    assert "From 2026-11-20 12:00 UTC to 2026-11-21 12:00 UTC, one point for 15 minutes" in text
    assert text.count("<svg") == 6 * 3, "a drawing, and a key for each name"


def test_a_gap_is_no_line() -> None:
    told = history(over_time("chat"))
    assert told is not None
    (line,) = told.courses[0].lines
    assert [len(run) for run in runs(line, told.step)] == [31, 57]
    assert runs(Line("one", ((0, 1.0),)), 60) == [[(0, 1.0)]]


def test_names_with_less_are_left_out_and_it_is_said() -> None:
    text = str(history_section(history(over_time(*"abcdefgh"))))
    assert "2 more names, with less, are not shown." in text
    assert ">h<" not in text


def test_a_point_alone_is_seen() -> None:
    told = history(
        {
            "begin": 0,
            "end": 600,
            "step": 60,
            "figures": [
                {"key": "new", "unit": "things", "series": [{"name": "", "points": [[60, 0.0]]}]},
                {"key": "cost", "unit": "USD", "series": []},
            ],
        }
    )
    text = str(history_section(told))
    assert text.count("<polyline") == 1
    assert "(no name)" in text
    assert "Nothing was counted in this time." in text


def test_nobody_asked_and_nobody_answered() -> None:
    assert history({}) is history({"skipped": True}) is None
    assert history_section(None) == ""
    assert history({"failed": True, "msg": "it is away"}) == History("it is away")
    assert history_section(History("it is <away>")) == "<p>it is &lt;away&gt;</p>"


@pytest.mark.parametrize(("value", "end"), [(0, 1), (1, 1), (1.1, 2), (0.05, 0.06), (87, 100), (2.5, 4)])
def test_the_end_of_an_axis(value: float, end: float) -> None:
    assert round_up(value) == pytest.approx(end)


@given(st.floats(1e-9, 1e12))
def test_no_axis_ends_too_early_or_too_late(value: float) -> None:
    assert value * 0.999999 <= round_up(value) <= 10.1 * value
