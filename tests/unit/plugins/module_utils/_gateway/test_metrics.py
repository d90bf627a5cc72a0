"""Lines of Prometheus' text format."""

from __future__ import annotations

from ansible_collections.llmops.litellm.plugins.module_utils._gateway.metrics import samples
from hypothesis import given
from hypothesis import strategies as st

TEXT = r"""
# HELP asked_total Requests. {model="none"} 1
# TYPE asked_total counter
asked_total{model="a",status="200"} 3.0
asked_total{model="quote \" slash \\ line \n brace } , end",} 1e2 1700000000000
asked_total 7
other_total{model="a"} 5
asked_total{model="a" 1
asked_total{model=a} 1
asked_total{model="a"} many
asked_total{model="a"} NaN
asked_total{model="a"} +Inf
"""


def test_lines_and_what_is_none() -> None:
    assert [tuple(sample) for sample in samples(TEXT, {"asked_total"})] == [
        ("asked_total", {"model": "a", "status": "200"}, 3.0),
        ("asked_total", {"model": 'quote " slash \\ line \n brace } , end'}, 100.0),
        ("asked_total", {}, 7.0),
    ]


@given(st.text(), st.integers(0, 10**9))
def test_any_name_comes_back(name: str, value: int) -> None:
    escaped = name.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")
    (found,) = samples(f'asked_total{{model="{escaped}"}} {value}\n', {"asked_total"})
    assert (found.labels, found.value) == ({"model": name}, value)


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    list(samples(text, {"asked_total"}))
