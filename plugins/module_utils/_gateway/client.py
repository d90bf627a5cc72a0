# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway as its clients see it: one method for each question."""

from __future__ import annotations

import re
import typing as t

from .._litellm_names import READINESS
from .errors import UNAVAILABLE, GatewayError, refusal
from .http import Answer, Request, Send
from .usage import usage

_OF_LITELLM = re.compile(r"^litellm_(?!gateway_)", re.MULTILINE)
"""A series that LiteLLM itself counts; ``litellm_gateway_`` are those of the process that tells it."""


class GatewayClient:
    """Asks one gateway. Every method raises :class:`GatewayError` when the gateway does not answer, or not as LiteLLM does.

    :param url: the gateway's URL, without a path.
    :param key: the master key; empty for a gateway that asks for none.
    :param send: sends a request, see ``http.sender``.
    """

    def __init__(self, url: str, key: str, send: Send) -> None:
        self._url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._send = send

    def ready(self) -> bool:
        """Whether the gateway takes requests; False while it drains."""
        return self._answer("GET", READINESS, {}).status == 200

    def version(self) -> str:
        """The gateway's version of LiteLLM, such as ``1.106.2``; empty when it does not say."""
        return str(self._json(f"{READINESS}/details").get("litellm_version") or "")

    def names(self) -> list[str]:
        """The names that clients may ask for."""
        return [str(model["id"]) for model in self._list("/v1/models")]

    def model_info(self) -> list[dict[str, t.Any]]:
        """The entries of ``/v1/model/info``, one for each deployment, in LiteLLM's shape."""
        return self._list("/v1/model/info")

    def metrics(self, url: str, token: str = "") -> str:
        """What is told at *url*, where metrics have an address of their own. The gateway's key is not sent there.

        :param token: what has to be shown there; empty for nothing.
        """
        answer = self._send(Request("GET", url, {"Authorization": f"Bearer {token}"} if token else {}))
        if answer.status != 200:
            raise GatewayError(UNAVAILABLE, f"/metrics answers {answer.status}", answer.status)
        text = answer.body.decode("utf-8", "replace")
        if not _OF_LITELLM.search(text):
            raise GatewayError(UNAVAILABLE, "/metrics has no series of LiteLLM", answer.status)
        return text

    def usage(self, metrics: str = "") -> dict[str, t.Any] | None:
        """What the gateway has counted, see ``usage.py``; None where it counts nothing.

        ``goes_on`` says whether that is of earlier slots too.

        :param metrics: what was told at an address of their own; empty to ask for what the slot itself has counted since its start.
        """
        if metrics:
            return {**usage(metrics), "goes_on": True}
        answer = self._answer("GET", "/metrics/", self._headers)
        if answer.status == 404:
            return None
        if answer.status != 200:
            raise refusal(answer.status, answer.json)
        return {**usage(answer.body.decode("utf-8", "replace")), "goes_on": False}

    def asks_for_key(self) -> bool:
        """Whether a request without a key is refused: with 401, or with 403, which the operator's own code may answer."""
        return self._answer("GET", "/v1/models", {}).status in (401, 403)

    def post(self, path: str, body: t.Mapping[str, t.Any]) -> Answer:
        """Send a request for a model, and return the answer, whose status is 200.

        :param body: is sent as JSON.
        :raises GatewayError: also for any other status.
        """
        answer = self._answer("POST", path, self._headers, body)
        if answer.status != 200:
            raise refusal(answer.status, answer.json)
        return answer

    def _list(self, path: str) -> list[dict[str, t.Any]]:
        data = self._json(path).get("data")
        if not isinstance(data, list):
            raise self._stranger(path)
        return data

    def _json(self, path: str) -> dict[str, t.Any]:
        answer = self._answer("GET", path, self._headers)
        if answer.status != 200:
            raise refusal(answer.status, answer.json)
        if not isinstance(answer.json, dict):
            raise self._stranger(path)
        return answer.json

    def _answer(self, method: str, path: str, headers: t.Mapping[str, str], body: t.Any = None) -> Answer:
        return self._send(Request(method, self._url + path, headers, body))

    def _stranger(self, path: str) -> GatewayError:
        return GatewayError(UNAVAILABLE, f"{path} does not answer as LiteLLM does", 200)
