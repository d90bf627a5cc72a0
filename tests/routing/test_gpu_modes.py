"""Models that share a GPU: one of them is loaded at a time, and the endpoint answers 404 or 503 for the others."""

from __future__ import annotations

import json

import pytest

from tests.routing.conftest import Client
from tests.routing.declarations import QWEN, R1
from tests.upstream.app import Upstream
from tests.upstream.behaviours import behaviour_from

THOUGHT = "First one thing, then another."


def load(upstream: Upstream, **statuses: int) -> None:
    """Let the endpoint answer as in one mode."""
    for model, status in ((QWEN, statuses["qwen"]), (R1, statuses["r1"])):
        upstream.set_behaviours[model] = behaviour_from({"status": status})


def test_the_mode_decides_who_answers(client: Client, upstream: Upstream) -> None:
    for qwen, r1 in ((200, 404), (404, 200), (503, 503), (200, 404)):
        load(upstream, qwen=qwen, r1=r1)
        for _turn in range(2):
            backed, alone = client.ask("vllm-qwen"), client.ask("vllm-r1")
            assert backed.status == 200
            assert backed.asked == ([QWEN] if qwen == 200 else [QWEN, "ollama-qwen"])
            assert alone.status == r1
            assert "No deployments available" not in alone.text


def test_thoughts_are_taken_out_of_a_whole_answer_and_passed_on_in_a_stream(client: Client, upstream: Upstream) -> None:
    upstream.set_behaviours[R1] = behaviour_from("think")
    (choice,) = json.loads(client.ask("vllm-r1").text)["choices"]
    assert choice["message"]["reasoning_content"] == THOUGHT
    assert choice["message"]["content"].strip() == f"Answer from {R1}."
    assert joined(client.ask("vllm-r1", stream=True).text, "content").startswith(f"<think>{THOUGHT}</think>")


@pytest.mark.parametrize("stream", [False, True])
def test_reasoning_content_reaches_the_client(client: Client, upstream: Upstream, stream: bool) -> None:
    upstream.set_behaviours[R1] = behaviour_from("reasoning")
    text = client.ask("vllm-r1", stream=stream).text
    found = (
        joined(text, "reasoning_content") if stream else json.loads(text)["choices"][0]["message"]["reasoning_content"]
    )
    assert found == THOUGHT


def joined(stream: str, part: str) -> str:
    """What the chunks of a stream add up to."""
    chunks = [json.loads(line[6:]) for line in stream.splitlines() if line.startswith("data: {")]
    return "".join(chunk["choices"][0]["delta"].get(part) or "" for chunk in chunks if chunk["choices"])
