# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask a gateway at its port, as a balancer does, whether it takes requests: also when its workers hang, or its database is away."""

from __future__ import annotations

import http.client
import os
import socket
import ssl
import threading

PATH = "/health/readiness"

WATCH_SECONDS = 10
"""How long it waits between two questions."""

ANSWER_SECONDS = 5
"""How long an answer may take."""

ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - asked for, not listened on
"""Where a port is asked that listens on every address."""


def address_of(fd: int) -> tuple[str, int]:
    """Host and port at which the listening socket *fd* is asked."""
    with socket.socket(fileno=os.dup(fd)) as port:
        host, number = port.getsockname()[:2]
    return ANY_ADDRESS.get(host, host), number


class Readiness:
    """Whether a gateway takes requests; it does, until it has been asked.

    :param host: of its port.
    :param port: its number.
    :param secure: whether it serves HTTPS. Whose certificate that is, is no question: nobody else has the port.
    """

    def __init__(self, host: str, port: int, secure: bool) -> None:
        self._host, self._port = host, port
        self._tls = ssl._create_unverified_context() if secure else None  # noqa: S323 - see above
        self.ready = True

    def watch(self) -> None:
        """Ask again and again, in a thread of its own, as long as this process lives."""
        threading.Thread(target=self._watch, name="readiness", daemon=True).start()

    def _watch(self) -> None:
        pause = threading.Event()
        while True:
            self.ready = self.ask()
            pause.wait(WATCH_SECONDS)

    def ask(self) -> bool:
        """Whether it answers now that it is ready."""
        if self._tls is None:
            connection = http.client.HTTPConnection(self._host, self._port, timeout=ANSWER_SECONDS)
        else:
            connection = http.client.HTTPSConnection(self._host, self._port, timeout=ANSWER_SECONDS, context=self._tls)
        try:
            connection.request("GET", PATH, headers={"Connection": "close"})
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
