# SPDX-License-Identifier: GPL-3.0-or-later
"""Send a model one real request, and report who served it, at which price, after how long, or why nobody did."""

from __future__ import annotations

import json
import typing as t
from dataclasses import dataclass

from .client import GatewayClient
from .errors import UNAVAILABLE, GatewayError, refusal
from .http import Answer
from .served_model import (
    CHAT,
    EMBEDDING,
    ServedModel,
    served_model,
)

PROBED_MODES = (CHAT, EMBEDDING)
"""Modes of the models that are asked by default, because an answer costs little."""

Json = dict[str, t.Any]

_TOOL: Json = {
    "type": "function",
    "function": {
        "name": "report_ready",
        "description": "Reports that you are ready.",
        "parameters": {"type": "object", "properties": {"ready": {"type": "boolean"}}, "required": ["ready"]},
    },
}


@dataclass(frozen=True)
class Question:
    """The request that each model gets.

    :param prompt: the text of the only message, or the text to embed.
    :param max_tokens: how many tokens the answer has at most.
    :param stream: whether the answer is a stream.
    :param tool: whether the request offers a tool.
    """

    prompt: str
    max_tokens: int
    stream: bool = False
    tool: bool = False


def probe_all(client: GatewayClient, aliases: t.Sequence[str] | None, question: Question) -> list[Json]:
    """Send one request to each of *aliases*, and return one result for each, as :func:`probe` does.

    :param aliases: names that clients use; None for every model whose mode is in ``PROBED_MODES``.
    :raises GatewayError: when the gateway does not list its models.
    """
    deployments = [served_model(entry) for entry in client.model_info()]
    if aliases is None:
        # LiteLLM lists an agent after the model that it stands for, with the same id.
        first_alias = {model.id: model.alias for model in reversed(deployments)}
        aliases = list(
            dict.fromkeys(
                model.alias
                for model in deployments
                if model.mode in PROBED_MODES and "*" not in model.alias and first_alias[model.id] == model.alias
            )
        )
    return [probe(client, alias, deployments, question) for alias in aliases]


def probe(client: GatewayClient, alias: str, deployments: t.Sequence[ServedModel], question: Question) -> Json:
    """Send one request to *alias*, and return the result in the shape that ``litellm_probe`` documents.

    A model that does not answer is a result too, with ``answered`` false and the ``error``.

    :param deployments: all deployments of the gateway.
    """
    own = [model for model in deployments if model.alias == alias]
    mode = own[0].mode if own else CHAT
    result: Json = {"alias": alias, "mode": mode, "answered": False}
    try:
        if mode == EMBEDDING:
            answer = client.post("/v1/embeddings", {"model": alias, "input": question.prompt})
            said = _embedded(answer)
        else:
            answer = client.post("/v1/chat/completions", _chat_body(alias, question))
            said = _streamed(answer) if question.stream else _completed(answer)
    except GatewayError as error:
        return {**result, "error": error.as_result(), "summary": f"{alias}: {error.kind}: {error}"}
    result = {**result, "answered": True, **_served(answer, own), **said}
    return {**result, "summary": _summary(result)}


def _summary(result: Json) -> str:
    """The line for the operator: who answered, after how long, at which price."""
    fallback = ", a fallback," if result["fallback"] else ""
    price = "an unknown price" if result["cost"] is None else f"{result['cost']:g} USD"
    served = result["served_by"]["id"]
    return f"{result['alias']}: answered by {served}{fallback} in {result['latency_ms']} ms for {price}"


def _chat_body(alias: str, question: Question) -> Json:
    body: Json = {
        "model": alias,
        "messages": [{"role": "user", "content": question.prompt}],
        "max_tokens": question.max_tokens,
    }
    if question.stream:
        body.update(stream=True, stream_options={"include_usage": True})
    if question.tool:
        body["tools"] = [_TOOL]
    return body


def _served(answer: Answer, own: t.Sequence[ServedModel]) -> Json:
    """Who answered, after how long, and whether it was a fallback.

    :param own: the deployments of the alias; those of the lowest ``order`` should have answered.
    """
    headers = answer.headers
    identity = headers.get("x-litellm-model-id", "")
    first = min((model.order for model in own), default=0)
    meant = {model.id for model in own if model.order == first}
    attempts = int(headers.get("x-litellm-attempted-fallbacks") or 0)
    return {
        "served_by": {
            "id": identity,
            "alias": headers.get("x-litellm-model-group", ""),
            "model": headers.get("x-litellm-model-name", ""),
        },
        "fallback": attempts > 0 or bool(meant and identity not in meant),
        "first_byte_ms": round(answer.first_byte_ms),
        "latency_ms": round(answer.total_ms),
    }


def _embedded(answer: Answer) -> Json:
    body = answer.json
    vectors = body.get("data") if isinstance(body, dict) else None
    if not vectors:
        raise GatewayError(UNAVAILABLE, "the answer holds no embedding", answer.status)
    return {**_costs(answer, body), "reasoning": False, "tool_called": False}


def _completed(answer: Answer) -> Json:
    body = answer.json
    choices = body.get("choices") if isinstance(body, dict) else None
    if not choices:
        raise GatewayError(UNAVAILABLE, "the answer is no chat completion", answer.status)
    return {**_costs(answer, body), **_content([choices[0].get("message") or {}], body)}


def _streamed(answer: Answer) -> Json:
    """What :func:`_completed` returns, from a stream; its last chunk with ``usage`` has the tokens."""
    lines = answer.body.decode("utf-8", "replace").splitlines()
    events = [line[len("data: ") :] for line in lines if line.startswith("data: ")]
    chunks = [json.loads(event) for event in events if event.startswith("{")]
    for chunk in chunks:
        if "error" in chunk:
            raise refusal(_status_in(chunk["error"]), chunk)
    if "[DONE]" not in events:
        raise GatewayError(UNAVAILABLE, "the stream broke off", answer.status)
    deltas = [choice.get("delta") or {} for chunk in chunks for choice in chunk.get("choices") or []]
    counted: Json = next((chunk for chunk in reversed(chunks) if chunk.get("usage")), {})
    return {**_costs(answer, counted), **_content(deltas, counted)}


def _status_in(error: t.Any) -> int:
    code = str(error.get("code")) if isinstance(error, dict) else ""
    return int(code) if code.isdecimal() else 500


def _content(messages: t.Sequence[Json], counted: Json) -> Json:
    """Whether an answer has reasoning and a call of the tool.

    :param messages: the message, or the deltas of a streamed one.
    :param counted: the part of the answer that has ``usage``.
    """
    details = (counted.get("usage") or {}).get("completion_tokens_details") or {}
    text = "".join(message.get("content") or "" for message in messages)
    return {
        "reasoning": "<think>" in text
        or bool(details.get("reasoning_tokens"))
        or any(message.get("reasoning_content") for message in messages),
        "tool_called": any(message.get("tool_calls") for message in messages),
    }


def _costs(answer: Answer, counted: Json) -> Json:
    """The tokens of an answer, and its cost in USD; None when LiteLLM knows no price."""
    usage = counted.get("usage") or {}
    cost = usage.get("cost", answer.headers.get("x-litellm-response-cost"))
    return {
        "cost": None if cost is None else float(f"{float(cost):.12g}"),  # without the noise of adding up
        "tokens": {"prompt": usage.get("prompt_tokens", 0), "completion": usage.get("completion_tokens", 0)},
    }
