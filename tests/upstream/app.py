"""The server: records every request, looks up the behaviour of its model, and answers accordingly.

One :class:`Upstream` is one server's memory, and only its event loop touches it. In a test, ``upstream.recorded`` and
``upstream.set_behaviours`` are the same memory that ``/_recorded`` and ``/_behaviour`` show over HTTP.
"""

from __future__ import annotations

import json
import time
import typing as t
from collections.abc import AsyncIterator, Callable

import anyio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from . import answers
from .behaviours import HANG_MS, NAMED, Behaviour, behaviour_from, behaviour_of
from .traces import spans


class Recorded(t.TypedDict):
    """One request as it arrived."""

    time: float  # seconds since the epoch
    method: str
    path: str
    headers: dict[str, str]  # names in lower case
    model: str  # "" when the body names none
    body: t.Any  # JSON, of traces with their spans; None when there is none or it cannot be read


class Upstream:
    """What one server has recorded, and the behaviours that were set at run time; ``app`` is its ASGI application."""

    def __init__(self) -> None:
        self.recorded: list[Recorded] = []
        self.set_behaviours: dict[str, Behaviour] = {}
        self.app = Starlette(
            routes=[
                Route("/_health", self._health),
                Route("/_recorded", self._list_recorded, methods=["GET"]),
                Route("/_recorded", self._forget_recorded, methods=["DELETE"]),
                Route("/_behaviour", self._forget_behaviours, methods=["DELETE"]),
                Route("/_behaviour", self._replace_behaviours, methods=["PUT"]),
                Route("/_behaviour/{model:path}", self._set_behaviour, methods=["PUT"]),
                Route("/{path:path}", self._serve, methods=["GET", "POST", "PUT", "PATCH", "DELETE"]),
            ]
        )

    async def _health(self, request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def _list_recorded(self, request: Request) -> Response:
        model = request.query_params.get("model")
        return JSONResponse([entry for entry in self.recorded if model in (None, entry["model"])])

    async def _forget_recorded(self, request: Request) -> Response:
        self.recorded.clear()
        return Response(status_code=204)

    async def _forget_behaviours(self, request: Request) -> Response:
        self.set_behaviours.clear()
        return Response(status_code=204)

    async def _replace_behaviours(self, request: Request) -> Response:
        try:
            given = json.loads(await request.body())
            if not isinstance(given, dict):
                return _refuse(400, "The body must be an object, from model to behaviour.")
            self.set_behaviours = {model: behaviour_from(behaviour) for model, behaviour in given.items()}
        except ValueError as problem:
            return _refuse(400, str(problem))
        return Response(status_code=204)

    async def _set_behaviour(self, request: Request) -> Response:
        try:
            self.set_behaviours[request.path_params["model"]] = behaviour_from(json.loads(await request.body()))
        except ValueError as problem:
            return _refuse(400, str(problem))
        return Response(status_code=204)

    async def _serve(self, request: Request) -> Response:
        body = await self._record(request)
        path = request.url.path.removeprefix("/v1")
        if (request.method, path) == ("GET", "/models"):
            return JSONResponse(answers.models(sorted({*NAMED, *self.set_behaviours})))
        if (request.method, path) not in _PLAYERS:
            return _refuse(404, f"Unknown request: {request.method} {request.url.path}")
        if not isinstance(body, dict) or not isinstance(body.get("model"), str):
            return _refuse(400, "The body must be a JSON object with a model.")
        model = body["model"]
        behaviour = self.set_behaviours.get(model) or behaviour_of(model)
        return await self._play(request, behaviour, body, _PLAYERS[request.method, path])

    async def _record(self, request: Request) -> t.Any:
        arrived = time.time()
        raw = await request.body()
        try:
            body = {"model": "traces", "spans": spans(raw)} if request.url.path == "/v1/traces" else json.loads(raw)
        except ValueError:
            body = None
        self.recorded.append(
            Recorded(
                time=arrived,
                method=request.method,
                path=request.url.path,
                headers=dict(request.headers),
                model=str(body.get("model", "")) if isinstance(body, dict) else "",
                body=body,
            )
        )
        return body

    async def _play(self, request: Request, behaviour: Behaviour, body: answers.Json, player: Player) -> Response:
        """Wait, hang up, refuse or answer, whole or streamed, as *behaviour* says."""
        model = body["model"]
        await _silence(request, behaviour.delay_ms)
        if behaviour.hang_up == "before":
            _close_connection(request)
            return Response()
        if behaviour.status >= 400:
            headers = {"Retry-After": str(behaviour.retry_after)} if behaviour.retry_after else None
            return JSONResponse(answers.error(behaviour.status, model), behaviour.status, headers)
        answer = player(model, behaviour, body)
        if body.get("stream") and "choices" in answer:
            include_usage = bool((body.get("stream_options") or {}).get("include_usage"))
            pieces, media_type = list(answers.chat_stream(answer, include_usage=include_usage)), "text/event-stream"
        else:
            whole = json.dumps(answer).encode()
            pieces, media_type = [whole[: len(whole) // 2], whole[len(whole) // 2 :]], "application/json"
        return StreamingResponse(self._send(request, behaviour, model, pieces), behaviour.status, media_type=media_type)

    async def _send(
        self, request: Request, behaviour: Behaviour, model: str, pieces: list[bytes]
    ) -> AsyncIterator[bytes]:
        breaking_off = behaviour.hang_up == "midstream"
        half = len(pieces) // 2
        for number, piece in enumerate(pieces[:half] if breaking_off else pieces):
            await anyio.sleep(behaviour.pace_ms / 1000)
            if behaviour.hold and number == half:
                await self._until_set_anew(model)
            yield piece
        if breaking_off:
            _close_connection(request)

    async def _until_set_anew(self, model: str) -> None:
        """Wait until somebody sets the behaviour of *model*."""
        before = self.set_behaviours.get(model)
        with anyio.move_on_after(HANG_MS / 1000):
            while self.set_behaviours.get(model) is before:
                await anyio.sleep(0.05)


Player = Callable[[str, Behaviour, answers.Json], answers.Json]

_PLAYERS: t.Final[dict[tuple[str, str], Player]] = {
    ("POST", "/chat/completions"): answers.chat,
    ("POST", "/embeddings"): answers.embeddings,
    ("POST", "/traces"): answers.traces,
}


async def _silence(request: Request, milliseconds: int) -> None:
    """Say nothing for so long, or until the client has gone."""
    with anyio.move_on_after(milliseconds / 1000):
        while milliseconds and (await request.receive())["type"] != "http.disconnect":
            continue


def _refuse(status: int, message: str) -> Response:
    return JSONResponse(answers.error(status, message=message), status)


def _close_connection(request: Request) -> None:
    """Close the client's connection now. Only a real server can: see ``server.py``."""
    request.state.close_connection()
