"""What Prometheus is asked, and what becomes of its answers."""

from __future__ import annotations

import json
import urllib.parse

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.errors import GatewayError
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.history import FIGURES, history, step_of
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.http import Answer, Request

from tests.unit.plugins.gateway_stub import answer

FOUND = {
    "status": "success",
    "data": {
        "result": [
            {"metric": {"requested_model": "b"}, "values": [[900, "1.5"], [1800, "NaN"], [2700, "+Inf"]]},
            {"metric": {"requested_model": "a"}, "values": [[900, "0"]]},
            {"metric": {}, "values": [[900, "NaN"]]},
        ]
    },
}


def test_every_figure_over_a_day() -> None:
    asked: list[Request] = []

    def send(request: Request) -> Answer:
        asked.append(request)
        return answer(FOUND)

    told = history(send, "http://p.example:9090/", "secret", 24, 1763726399.5, 'job="litellm"')
    assert (told["end"] - told["begin"], told["step"]) == (86400, 900)
    assert told["end"] <= 1763726399
    assert [figure["key"] for figure in told["figures"]] == [figure.key for figure in FIGURES]
    assert told["figures"][0]["series"] == [
        {"name": "a", "points": [[900, 0.0]]},
        {"name": "b", "points": [[900, 1.5]]},
    ]
    for request in asked:
        assert request.headers == {"Authorization": "Bearer secret"}
        assert request.url.startswith("http://p.example:9090/api/v1/query_range?")
        (query,) = urllib.parse.parse_qs(urllib.parse.urlsplit(request.url).query)["query"]
        assert 'job="litellm"' in query
        assert "[900s]" in query


def test_points_are_never_nearer_than_a_minute() -> None:
    assert [step_of(hours) for hours in (1, 24, 8784)] == [60, 900, 329400]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (answer({"status": "error", "error": "bad_data: parse error"}, 400), "Prometheus says: bad_data: parse error"),
        (answer(b"<html>", 200), "/api/v1/query_range does not answer as Prometheus does"),
        (answer({"data": {"result": [{"metric": [], "values": []}]}}), "does not answer as Prometheus does"),
        (
            answer({"data": {"result": [{"metric": {}, "values": [["now", "1"]]}]}}),
            "does not answer as Prometheus does",
        ),
        (answer(b"", 401), "HTTP status 401"),
    ],
)
def test_answers_that_are_none(said: Answer, sentence: str) -> None:
    with pytest.raises(GatewayError, match=sentence):
        history(lambda _request: said, "http://p.example", "", 1, 1000000.0)


def test_without_a_token_none_is_sent() -> None:
    asked: list[Request] = []
    history(lambda request: asked.append(request) or answer(json.dumps(FOUND).encode()), "http://p", "", 1, 1e6)  # type: ignore[func-returns-value]
    assert asked[0].headers == {}
