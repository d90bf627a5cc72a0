# SPDX-License-Identifier: GPL-3.0-or-later
"""Send one HTTP request with Ansible's own client. A request is never repeated and never redirected."""

from __future__ import annotations

import http.client
import json
import socket
import time
import typing as t
import urllib.request
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from ansible.module_utils.urls import ConnectionError as AnsibleConnectionError
from ansible.module_utils.urls import open_url

from .._certificates import only
from .errors import TIMEOUT, UNAVAILABLE, GatewayError


@dataclass(frozen=True)
class Request:
    """One HTTP request.

    :param method: ``GET`` or ``POST``.
    :param body: is sent as JSON; None for a request without a body.
    """

    method: str
    url: str
    headers: t.Mapping[str, str]
    body: t.Any = None


@dataclass(frozen=True)
class Answer:
    """The answer to a request, whatever its status.

    :param headers: name, in lower case, to value.
    :param first_byte_ms: milliseconds from the request to the first byte of the body.
    :param total_ms: milliseconds from the request to the end of the body.
    """

    status: int
    headers: t.Mapping[str, str]
    body: bytes
    first_byte_ms: float = 0
    total_ms: float = 0

    @property
    def json(self) -> t.Any:
        """The body, parsed as JSON; None when it is no JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


Send = t.Callable[[Request], Answer]


def sender(timeout: int, validate_certs: bool, use_proxy: bool, certificate: str = "") -> Send:
    """Return a function that sends a request and returns its answer. It raises ``GatewayError`` when no answer comes.

    :param timeout: seconds without a byte from the gateway after which the function gives up.
    :param validate_certs: whether the certificate of an ``https`` URL must be valid.
    :param use_proxy: whether the proxies of the environment are used.
    :param certificate: file with the very certificate that the gateway has to show, which is then all that counts; empty for
        whichever one is valid.
    """

    def send(request: Request) -> Answer:
        started = time.monotonic()
        try:
            response = (
                _opened_by(request, timeout, use_proxy, certificate)
                if certificate
                else _opened(request, timeout, validate_certs, use_proxy)
            )
            first = response.read(1)
            begun = time.monotonic()
            body = first + response.read()
        except (OSError, http.client.HTTPException, AnsibleConnectionError) as error:
            raise _no_answer(error, request, timeout) from error
        ended = time.monotonic()
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.code, headers, body, (begun - started) * 1000, (ended - started) * 1000)

    return send


def _opened(request: Request, timeout: int, validate_certs: bool, use_proxy: bool) -> t.Any:
    """The response, its body not yet read. A response with an error's status is returned, not raised."""
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


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: the key is for this address."""

    def redirect_request(self, *_arguments: t.Any) -> None:
        return None


def _opened_by(request: Request, timeout: int, use_proxy: bool, certificate: str) -> t.Any:
    """The same, from whoever shows the *certificate*; Ansible's client would also look for the name that it asks by."""
    proxies = urllib.request.ProxyHandler(None if use_proxy else {})
    secure = urllib.request.HTTPSHandler(context=only(certificate))
    opener = urllib.request.build_opener(proxies, secure, _Stay())
    body = None if request.body is None else json.dumps(request.body).encode()
    headers = {"Content-Type": "application/json", **request.headers}
    asked = urllib.request.Request(request.url, body, headers, method=request.method)  # noqa: S310 - an option says where
    try:
        return opener.open(asked, timeout=timeout)
    except HTTPError as refused:
        return refused


def _path(request: Request) -> str:
    return urlsplit(request.url).path


def _no_answer(error: Exception, request: Request, timeout: int) -> GatewayError:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, (TimeoutError, socket.timeout)):
        return GatewayError(TIMEOUT, f"{_path(request)} was silent for {timeout} seconds")
    return GatewayError(UNAVAILABLE, f"{_path(request)} cannot be asked: {reason}")
