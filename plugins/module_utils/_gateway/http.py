# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""One HTTP request and its answer, over what Ansible brings; never repeated, never redirected."""

from __future__ import annotations

import http.client
import json
import socket
import time
import typing as t
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from ansible.module_utils.urls import ConnectionError as AnsibleConnectionError
from ansible.module_utils.urls import open_url

from .errors import TIMEOUT, UNAVAILABLE, GatewayError


@dataclass(frozen=True)
class Request:
    """What to ask.

    :param body: sent as JSON; None for a request without one.
    """

    method: str
    url: str
    headers: t.Mapping[str, str]
    body: t.Any = None


@dataclass(frozen=True)
class Answer:
    """What came back, whatever its status.

    :param headers: names in lower case.
    :param first_byte_ms: milliseconds until the body began.
    :param total_ms: milliseconds until it ended.
    """

    status: int
    headers: t.Mapping[str, str]
    body: bytes
    first_byte_ms: float = 0
    total_ms: float = 0

    @property
    def json(self) -> t.Any:
        """The body as JSON, None where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


Send = t.Callable[[Request], Answer]


def sender(timeout: int, validate_certs: bool, use_proxy: bool) -> Send:
    """Something that sends requests.

    :param timeout: seconds of silence after which it gives up.
    """

    def send(request: Request) -> Answer:
        started = time.monotonic()
        try:
            response = _opened(request, timeout, validate_certs, use_proxy)
            first = response.read(1)
            begun = time.monotonic()
            body = first + response.read()
        except (OSError, http.client.HTTPException, AnsibleConnectionError) as error:
            raise _silence(error, request, timeout) from error
        ended = time.monotonic()
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.code, headers, body, (begun - started) * 1000, (ended - started) * 1000)

    return send


def _opened(request: Request, timeout: int, validate_certs: bool, use_proxy: bool) -> t.Any:
    """The response with its body unread; one with an error's status is a response too."""
    try:
        return open_url(
            request.url,
            data=None if request.body is None else json.dumps(request.body),
            headers={"Content-Type": "application/json", **request.headers},
            method=request.method,
            timeout=timeout,
            validate_certs=validate_certs,
            use_proxy=use_proxy,
            follow_redirects="none",  # the key is for this address
            use_netrc=False,
        )
    except HTTPError as refused:
        return refused


def _path(request: Request) -> str:
    return urlsplit(request.url).path


def _silence(error: Exception, request: Request, timeout: int) -> GatewayError:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, (TimeoutError, socket.timeout)):
        return GatewayError(TIMEOUT, f"{_path(request)} was silent for {timeout} seconds")
    return GatewayError(UNAVAILABLE, f"{_path(request)} cannot be asked: {reason}")
