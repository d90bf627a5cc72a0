"""The bodies of answers, in OpenAI's shapes: whole, as the chunks of a stream, and errors. Pure functions."""

from __future__ import annotations

import json
import re
import typing as t
import uuid
from collections.abc import Iterator

from .behaviours import Behaviour, Usage

Json = dict[str, t.Any]

CREATED: t.Final = 1_700_000_000

_CACHED: t.Final[Json] = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}

USAGES: t.Final[dict[Usage, Json]] = {
    "small": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15},
    "cached-openai": {**_CACHED, "prompt_tokens_details": {"cached_tokens": 800}},
    "cached-deepseek": {**_CACHED, "prompt_cache_hit_tokens": 800, "prompt_cache_miss_tokens": 200},
}

ERRORS: t.Final[dict[int, tuple[str, str, str]]] = {  # status -> type, code, message
    401: ("invalid_request_error", "invalid_api_key", "Incorrect API key provided."),
    404: ("invalid_request_error", "model_not_found", "The model `{model}` does not exist."),
    408: ("timeout_error", "timeout", "The request to `{model}` timed out."),
    429: ("rate_limit_error", "rate_limit_exceeded", "Rate limit reached for `{model}`."),
    500: ("server_error", "internal_error", "`{model}` had an error while processing the request."),
    503: ("server_error", "overloaded", "`{model}` is overloaded."),
}


def error(status: int, model: str = "", message: str = "") -> Json:
    """An error body for *status*; *message* replaces the usual text."""
    kind, code, text = ERRORS.get(status, ("invalid_request_error", f"status_{status}", "`{model}` answered {status}."))
    text = message or text.format(model=model, status=status)
    return {"error": {"message": text, "type": kind, "param": None, "code": code}}


def chat(model: str, behaviour: Behaviour, request: Json) -> Json:
    """A chat completion that says which model id it came from."""
    finish_reason = "tool_calls" if behaviour.tool_call else "stop"
    return {
        # As of a provider: LiteLLM keeps one row of spend for each.
        "id": f"chatcmpl-{uuid.uuid4().hex}",
        "object": "chat.completion",
        "created": CREATED,
        "model": model,
        "choices": [{"index": 0, "message": _message(model, behaviour, request), "finish_reason": finish_reason}],
        "usage": USAGES[behaviour.usage],
    }


def chat_stream(answer: Json, *, include_usage: bool) -> Iterator[bytes]:
    """The events of a stream that adds up to *answer*: role, deltas word by word, finish, usage if asked for, end."""
    envelope = {**answer, "object": "chat.completion.chunk"}
    del envelope["usage"]
    (choice,) = answer["choices"]
    deltas = [*_deltas(choice["message"]), ({}, choice["finish_reason"])]
    for delta, finish_reason in deltas:
        choices = [{"index": 0, "delta": delta, "finish_reason": finish_reason}]
        yield _event({**envelope, "choices": choices} | ({"usage": None} if include_usage else {}))
    if include_usage:
        yield _event({**envelope, "choices": [], "usage": answer["usage"]})
    yield b"data: [DONE]\n\n"


def embeddings(model: str, behaviour: Behaviour, request: Json) -> Json:
    """One small vector for each input text (or list of tokens)."""
    given = request.get("input", "")
    texts = given if isinstance(given, list) and not all(isinstance(token, int) for token in given) else [given]
    vectors = [{"object": "embedding", "index": i, "embedding": [float(i), 0.25, -0.5]} for i in range(len(texts))]
    tokens = USAGES[behaviour.usage]["prompt_tokens"]
    usage = {"prompt_tokens": tokens, "total_tokens": tokens}
    return {"object": "list", "model": model, "data": vectors, "usage": usage}


def traces(_model: str, _behaviour: Behaviour, _request: Json) -> Json:
    """What a collector says to spans that it has taken."""
    return {}


def models(ids: list[str]) -> Json:
    """The list of models."""
    entries = [{"id": model, "object": "model", "created": CREATED, "owned_by": "upstream"} for model in ids]
    return {"object": "list", "data": entries}


def _message(model: str, behaviour: Behaviour, request: Json) -> Json:
    think = f"<think>{behaviour.think}</think>\n\n" if behaviour.think else ""
    message: Json = {"role": "assistant", "content": f"{think}Answer from {model}."}
    if behaviour.reasoning:
        message["reasoning_content"] = behaviour.reasoning
    if behaviour.tool_call:
        offered = request.get("tools") or [{"function": {"name": "get_weather"}}]
        function = {"name": offered[0]["function"]["name"], "arguments": json.dumps({"origin": model})}
        message |= {"content": None, "tool_calls": [{"id": "call_upstream", "type": "function", "function": function}]}
    return message


def _deltas(message: Json) -> Iterator[tuple[Json, None]]:
    yield {"role": message["role"], "content": ""}, None
    for part in ("reasoning_content", "content"):
        for word in re.findall(r"\S+\s*", message.get(part) or ""):
            yield {part: word}, None
    for index, call in enumerate(message.get("tool_calls", [])):
        yield {"tool_calls": [{"index": index, **call}]}, None


def _event(chunk: Json) -> bytes:
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"
