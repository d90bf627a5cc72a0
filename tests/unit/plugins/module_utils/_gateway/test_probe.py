"""One request for each model, and what is made of its answer."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.client import GatewayClient
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.probe import Question, probe_all

from tests.unit.plugins.gateway_stub import (
    CHAT_INFO,
    COMPLETION,
    KEY,
    SERVED_HEADERS,
    GatewayStub,
    answer,
    error,
    stream,
)

PLAIN = Question("Ready?", 16)
STREAMED = Question("Ready?", 16, stream=True)
CHAT = "/v1/chat/completions"
USAGE = {"choices": [], "usage": {"prompt_tokens": 10, "completion_tokens": 5, "cost": 7e-06}}


def probes(stub: GatewayStub, question: Question = PLAIN, aliases: list[str] | None = None) -> list[dict[str, t.Any]]:
    return probe_all(GatewayClient("http://g.example", KEY, stub), aliases, question)


def the_probe(given: t.Any, question: Question = PLAIN) -> dict[str, t.Any]:
    (found,) = probes(GatewayStub({CHAT: given}), question, ["deepseek-chat"])
    return found


def delta(**fields: t.Any) -> dict[str, t.Any]:
    return {"choices": [{"index": 0, "delta": fields}]}


def message(**fields: t.Any) -> dict[str, t.Any]:
    return {**COMPLETION, "choices": [{"message": {"role": "assistant", **fields}}]}


def test_an_answer() -> None:
    assert the_probe(answer(COMPLETION, headers=SERVED_HEADERS)) == {
        "alias": "deepseek-chat",
        "mode": "chat",
        "answered": True,
        "served_by": {"id": "chat", "alias": "deepseek-chat", "model": "openai/deepseek-chat"},
        "fallback": False,
        "first_byte_ms": 30,
        "latency_ms": 51,
        "cost": 4.9e-06,
        "tokens": {"prompt": 10, "completion": 5},
        "reasoning": False,
        "tool_called": False,
        "summary": "deepseek-chat: answered by chat in 51 ms for 4.9e-06 USD",
    }


def test_what_an_operator_reads() -> None:
    fallback = answer(
        COMPLETION, headers={**SERVED_HEADERS, "x-litellm-model-id": "mini", "x-litellm-response-cost": "0"}
    )
    assert the_probe(fallback)["summary"] == "deepseek-chat: answered by mini, a fallback, in 51 ms for 0 USD"
    assert the_probe(answer(COMPLETION))["summary"].endswith("for an unknown price")
    assert the_probe(error(429, "Slow down."))["summary"] == "deepseek-chat: rate_limit: Slow down."


def test_each_model_is_asked_once_and_little() -> None:
    stub = GatewayStub()
    assert [found["alias"] for found in probes(stub)] == ["deepseek-chat", "text-embedding-3-small"]
    assert stub.bodies() == [
        {"model": "deepseek-chat", "messages": [{"role": "user", "content": "Ready?"}], "max_tokens": 16},
        {"model": "text-embedding-3-small", "input": "Ready?"},
    ]


@pytest.mark.parametrize("status", [401, 408, 429, 500, 503])
def test_a_refusal_is_not_asked_again(status: int) -> None:
    stub = GatewayStub({CHAT: error(status, "no")})
    (found,) = probes(stub, aliases=["deepseek-chat"])
    assert len(stub.bodies()) == 1
    assert (found["answered"], found["error"]["http_status"]) == (False, status)
    assert "served_by" not in found


def test_agents_wildcards_and_other_modes_only_when_named() -> None:
    others = [
        {**CHAT_INFO, "model_name": "debugger"},
        {**CHAT_INFO, "model_name": "openai/*", "model_info": {"id": "wild"}},
        {"model_name": "painter", "model_info": {"id": "painter", "mode": "image_generation"}},
    ]
    stub = GatewayStub({"/v1/model/info": answer({"data": [CHAT_INFO, *others]})})
    assert [found["alias"] for found in probes(stub)] == ["deepseek-chat"]
    assert [found["alias"] for found in probes(stub, aliases=["debugger", "openai/x"])] == ["debugger", "openai/x"]


@pytest.mark.parametrize(
    ("changed", "fallback"),
    [
        ({}, False),
        ({"x-litellm-attempted-fallbacks": "1"}, True),
        ({"x-litellm-model-id": "mini"}, True),
        ({"x-litellm-model-id": "chat-2"}, True),
    ],
)
def test_fallbacks(changed: dict[str, str], fallback: bool) -> None:
    second = {**CHAT_INFO, "litellm_params": {"model": "openai/x", "order": 2}, "model_info": {"id": "chat-2"}}
    stub = GatewayStub(
        {
            "/v1/model/info": answer({"data": [CHAT_INFO, second]}),
            CHAT: answer(COMPLETION, headers={**SERVED_HEADERS, **changed}),
        }
    )
    assert probes(stub, aliases=["deepseek-chat"])[0]["fallback"] == fallback


def test_a_name_behind_a_wildcard_has_no_deployment_of_its_own() -> None:
    (found,) = probes(GatewayStub(), aliases=["openai/x"])
    assert (found["mode"], found["fallback"]) == ("chat", False)


@pytest.mark.parametrize(
    "said",
    [
        message(content="<think>Hm.</think> Yes."),
        message(content="Yes.", reasoning_content="Hm."),
        {**COMPLETION, "usage": {"completion_tokens_details": {"reasoning_tokens": 9}}},
    ],
)
def test_reasoning(said: dict[str, t.Any]) -> None:
    assert the_probe(answer(said))["reasoning"]


def test_a_tool() -> None:
    question = Question("Ready?", 16, tool=True)
    stub = GatewayStub({CHAT: answer(message(content=None, tool_calls=[{"id": "call"}]))})
    (found,) = probes(stub, question, ["deepseek-chat"])
    assert found["tool_called"]
    assert stub.bodies()[0]["tools"][0]["function"]["name"] == "report_ready"


def test_an_unknown_price_is_no_price() -> None:
    assert the_probe(answer(COMPLETION))["cost"] is None


@pytest.mark.parametrize("body", [b"<html>", {}, {"choices": []}])
def test_an_answer_that_is_none(body: object) -> None:
    assert the_probe(answer(body))["error"]["message"] == "the answer is no chat completion"


def test_an_embedding_that_is_none() -> None:
    stub = GatewayStub({"/v1/embeddings": answer({"data": []})})
    (found,) = probes(stub, aliases=["text-embedding-3-small"])
    assert found["error"]["message"] == "the answer holds no embedding"


def test_a_stream() -> None:
    stub = GatewayStub({CHAT: stream(delta(role="assistant"), delta(content="Yes."), USAGE)})
    (found,) = probes(stub, STREAMED, ["deepseek-chat"])
    assert (found["answered"], found["cost"], found["tokens"]["completion"]) == (True, 7e-06, 5)
    assert (found["reasoning"], found["tool_called"]) == (False, False)
    assert stub.bodies()[0]["stream_options"] == {"include_usage": True}


def test_reasoning_and_tools_in_a_stream() -> None:
    found = the_probe(stream(delta(content="<thi"), delta(content="nk>"), delta(tool_calls=[{"id": "call"}])), STREAMED)
    assert (found["reasoning"], found["tool_called"]) == (True, True)
    assert the_probe(stream(delta(reasoning_content="Hm.")), STREAMED)["reasoning"]


@pytest.mark.parametrize(
    ("error_event", "kind", "status"),
    [
        ({"error": {"message": "Rate limit", "code": "429"}}, "rate_limit", 429),
        ({"error": {"message": "broke", "code": None}}, "unavailable", 500),
        ({"error": "broke"}, "unavailable", 500),
    ],
)
def test_an_error_inside_a_stream(error_event: dict[str, t.Any], kind: str, status: int) -> None:
    found = the_probe(stream(delta(content="Y"), error_event), STREAMED)
    assert (found["error"]["kind"], found["error"]["http_status"]) == (kind, status)


def test_a_stream_that_breaks_off() -> None:
    found = the_probe(stream(delta(content="Y"), done=False), STREAMED)
    assert found["error"]["message"] == "the stream broke off"
