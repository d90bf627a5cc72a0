# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Really ask a model, once, and say what came of it: who served, at what price, after how long, or why not."""

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
"""What can be asked for little money."""

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
    """What each model is asked.

    :param max_tokens: of the answer, at most.
    :param tool: whether a tool is offered too.
    """

    prompt: str
    max_tokens: int
    stream: bool = False
    tool: bool = False


def probe_all(client: GatewayClient, aliases: t.Sequence[str] | None, question: Question) -> list[Json]:
    """One request to each of *aliases*.

    :param aliases: None for every model that can be asked.
    :raises GatewayError: the gateway does not say what it has.
    """
    deployments = [served_model(entry) for entry in client.model_info()]
    if aliases is None:
        # Agents are listed behind the models that they stand for, with the same ids.
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
    """One request to *alias*.

    :param deployments: all that the gateway has.
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
    """What an operator wants to read of an answer."""
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
    """Who answered, and whether somebody else should have: the first in order of the deployments of the alias."""
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
    """The same of a stream, whose last chunk has what is counted."""
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
    """What kinds of answer there are in one message, or in the pieces of one."""
    details = (counted.get("usage") or {}).get("completion_tokens_details") or {}
    text = "".join(message.get("content") or "" for message in messages)
    return {
        "reasoning": "<think>" in text
        or bool(details.get("reasoning_tokens"))
        or any(message.get("reasoning_content") for message in messages),
        "tool_called": any(message.get("tool_calls") for message in messages),
    }


def _costs(answer: Answer, counted: Json) -> Json:
    """Tokens, and USD as far as LiteLLM knows the prices."""
    usage = counted.get("usage") or {}
    cost = usage.get("cost", answer.headers.get("x-litellm-response-cost"))
    return {
        "cost": None if cost is None else float(f"{float(cost):.12g}"),  # without the noise of adding up
        "tokens": {"prompt": usage.get("prompt_tokens", 0), "completion": usage.get("completion_tokens", 0)},
    }
