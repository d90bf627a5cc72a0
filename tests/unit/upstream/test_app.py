"""What a client of the upstream gets, and what the upstream remembers."""

from __future__ import annotations

import json
import typing as t

import httpx
import pytest

ASK = {"messages": [{"role": "user", "content": "hello"}]}
CACHED = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}


def chat(client: httpx.Client, model: str, **body: object) -> t.Any:
    return client.post("/v1/chat/completions", json={"model": model, **ASK, **body})


def message(client: httpx.Client, model: str, **body: object) -> t.Any:
    return chat(client, model, **body).json()["choices"][0]["message"]


def streamed(client: httpx.Client, model: str, **body: object) -> list[t.Any]:
    events = chat(client, model, stream=True, **body).text.strip().split("\n\n")
    assert events.pop() == "data: [DONE]"
    return [json.loads(event.removeprefix("data: ")) for event in events]


def joined(chunks: list[t.Any], part: str) -> str:
    return "".join(choice["delta"].get(part) or "" for chunk in chunks for choice in chunk["choices"])


def test_a_plain_answer_says_which_model_it_came_from(client: httpx.Client) -> None:
    answer = chat(client, "gpt-5").json()
    assert answer["model"] == "gpt-5"
    assert answer["choices"] == [
        {"index": 0, "message": {"role": "assistant", "content": "Answer from gpt-5."}, "finish_reason": "stop"}
    ]
    assert answer["usage"] == {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}


@pytest.mark.parametrize("path", ["/chat/completions", "/v1/chat/completions"])
def test_the_prefix_may_be_left_out(client: httpx.Client, path: str) -> None:
    assert client.post(path, json={"model": "plain"}).json()["object"] == "chat.completion"


def test_reasoning_stands_beside_the_content_or_in_it(client: httpx.Client) -> None:
    assert message(client, "reasoning")["reasoning_content"] == "First one thing, then another."
    assert message(client, "reasoning")["content"] == "Answer from reasoning."
    assert message(client, "think")["content"] == (
        "<think>First one thing, then another.</think>\n\nAnswer from think."
    )
    assert "reasoning_content" not in message(client, "think")


@pytest.mark.parametrize(
    ("model", "cached"),
    [
        ("cached-openai", {"prompt_tokens_details": {"cached_tokens": 800}}),
        ("cached-deepseek", {"prompt_cache_hit_tokens": 800, "prompt_cache_miss_tokens": 200}),
    ],
)
def test_cached_tokens_are_counted_in_either_style(client: httpx.Client, model: str, cached: dict[str, t.Any]) -> None:
    assert chat(client, model).json()["usage"] == {**CACHED, **cached}
    last = streamed(client, model, stream_options={"include_usage": True})[-1]
    assert last["usage"] == {**CACHED, **cached}


def test_tools_calls_the_first_tool_offered(client: httpx.Client) -> None:
    tools = [{"type": "function", "function": {"name": "look_up"}}]
    (call,) = message(client, "tools", tools=tools)["tool_calls"]
    assert call["function"]["name"] == "look_up"
    assert chat(client, "tools").json()["choices"][0]["finish_reason"] == "tool_calls"
    chunks = streamed(client, "tools", tools=tools)
    assert [chunk["choices"][0]["delta"].get("tool_calls") for chunk in chunks if chunk["choices"][0]["delta"]] == [
        None,
        [{"index": 0, **call}],
    ]
    assert chunks[-1]["choices"][0]["finish_reason"] == "tool_calls"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "invalid_api_key"),
        (404, "model_not_found"),
        (408, "timeout"),
        (429, "rate_limit_exceeded"),
        (500, "internal_error"),
        (503, "overloaded"),
        (418, "status_418"),
    ],
)
def test_errors_have_the_shape_of_openai(client: httpx.Client, status: int, code: str) -> None:
    for stream in (False, True):
        answer = chat(client, f"gpt-5+status-{status}", stream=stream)
        assert answer.status_code == status
        assert "Retry-After" not in answer.headers
        assert answer.json()["error"]["code"] == code
        assert set(answer.json()["error"]) == {"message", "type", "param", "code"}


def test_an_error_may_say_when_to_come_back(client: httpx.Client) -> None:
    assert chat(client, "status-429+retry-after-7").headers["Retry-After"] == "7"


@pytest.mark.parametrize("model", ["plain", "reasoning", "think"])
def test_a_stream_adds_up_to_the_whole_answer(client: httpx.Client, model: str) -> None:
    chunks, whole = streamed(client, model), message(client, model)
    assert {chunk["object"] for chunk in chunks} == {"chat.completion.chunk"}
    assert chunks[0]["choices"][0]["delta"]["role"] == "assistant"
    assert joined(chunks, "content") == whole["content"]
    assert joined(chunks, "reasoning_content") == whole.get("reasoning_content", "")
    assert chunks[-1]["choices"][0]["finish_reason"] == "stop"
    assert not any("usage" in chunk for chunk in chunks)


def test_usage_ends_a_stream_when_asked_for(client: httpx.Client) -> None:
    *chunks, last = streamed(client, "plain", stream_options={"include_usage": True})
    assert last["choices"] == []
    assert last["usage"]["total_tokens"] == 15
    assert {chunk["usage"] for chunk in chunks} == {None}


@pytest.mark.parametrize(("given", "vectors"), [("one", 1), (["one", "two"], 2), ([1, 2, 3], 1), ([[1, 2], [3]], 2)])
def test_embeddings_have_one_vector_for_each_input(client: httpx.Client, given: object, vectors: int) -> None:
    answer = client.post("/v1/embeddings", json={"model": "m", "input": given}).json()
    assert [entry["index"] for entry in answer["data"]] == list(range(vectors))
    assert answer["usage"] == {"prompt_tokens": 10, "total_tokens": 10}


def test_a_delay_passes_before_the_answer(client: httpx.Client) -> None:
    answer = chat(client, "delay-120")
    assert answer.elapsed.total_seconds() >= 0.12
    assert answer.status_code == 200


def test_a_behaviour_can_be_set_at_run_time(client: httpx.Client) -> None:
    model = "Qwen/Qwen2.5-7B-Instruct-AWQ"
    assert client.put(f"/_behaviour/{model}", json={"status": 404}).status_code == 204
    assert chat(client, model).status_code == 404
    assert model in [entry["id"] for entry in client.get("/v1/models").json()["data"]]
    client.put(f"/_behaviour/{model}", json="status-503+retry-after-1")
    assert chat(client, model).status_code == 503
    assert client.delete("/_behaviour").status_code == 204
    assert chat(client, model).status_code == 200


@pytest.mark.parametrize("body", ['{"statsu": 404}', '"reasonign"', "not json", b"\xff"])
def test_a_behaviour_that_is_not_known_changes_nothing(client: httpx.Client, body: str | bytes) -> None:
    answer = client.put("/_behaviour/gpt-5", content=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["message"]
    assert chat(client, "gpt-5").status_code == 200


def test_every_request_is_recorded_as_it_came(client: httpx.Client) -> None:
    client.post(
        "/v1/chat/completions",
        json={"model": "gpt-5", "reasoning_effort": "low"},
        headers={"Authorization": "Bearer key-1"},
    )
    client.get("/v1/models")
    client.post("/v1/responses", json={"model": "o3"})
    client.post("/v1/chat/completions", content="not json")
    first, *others = client.get("/_recorded").json()
    assert (first["method"], first["path"], first["model"]) == ("POST", "/v1/chat/completions", "gpt-5")
    assert first["body"] == {"model": "gpt-5", "reasoning_effort": "low"}
    assert first["headers"]["authorization"] == "Bearer key-1"
    assert first["time"] <= others[-1]["time"]
    assert [(entry["path"], entry["model"], entry["body"]) for entry in others] == [
        ("/v1/models", "", None),
        ("/v1/responses", "o3", {"model": "o3"}),
        ("/v1/chat/completions", "", None),
    ]


def test_the_record_can_be_filtered_and_forgotten(client: httpx.Client) -> None:
    chat(client, "gpt-5")
    chat(client, "o3")
    assert [entry["model"] for entry in client.get("/_recorded", params={"model": "o3"}).json()] == ["o3"]
    assert client.delete("/_recorded").status_code == 204
    assert client.get("/_recorded").json() == []


def test_control_requests_are_not_recorded(client: httpx.Client) -> None:
    assert client.get("/_health").json() == {"status": "ok"}
    client.put("/_behaviour/gpt-5", json="plain")
    assert client.get("/_recorded").json() == []


@pytest.mark.parametrize("body", ["not json", "[]", "{}", '{"model": 5}'])
def test_a_request_without_a_model_is_refused(client: httpx.Client, body: str) -> None:
    assert client.post("/v1/chat/completions", content=body).status_code == 400


def test_an_unknown_endpoint_is_not_found(client: httpx.Client) -> None:
    answer = client.post("/v1/responses", json={"model": "gpt-5"})
    assert answer.status_code == 404
    assert answer.json()["error"]["message"] == "Unknown request: POST /v1/responses"


def test_the_behaviours_of_all_models_are_set_at_once(client: httpx.Client) -> None:
    client.put("/_behaviour/other", json="status-500")
    assert client.put("/_behaviour", json={"Qwen/Qwen2.5": "status-404", "r1": {"think": "Hm."}}).status_code == 204
    assert chat(client, "Qwen/Qwen2.5").status_code == 404
    assert "Hm." in message(client, "r1")["content"]
    assert chat(client, "other").status_code == 200


@pytest.mark.parametrize("body", ["[]", "{", '{"a": "plain", "b": "no-such"}'])
def test_behaviours_that_are_not_known_change_nothing(client: httpx.Client, body: str) -> None:
    client.put("/_behaviour", json={"a": "status-404"})
    assert client.put("/_behaviour", content=body).status_code == 400
    assert chat(client, "a").status_code == 404
