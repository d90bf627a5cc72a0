# SPDX-License-Identifier: GPL-3.0-or-later
"""A connection to Redis: commands go there, answers and errors come back. Nothing but Python is needed for it."""

from __future__ import annotations

import socket
import ssl
import typing as t

ANSWER = 10.0
"""How long Redis may take to answer, in seconds."""

Answer = t.Any
"""What Redis says: text, a whole number, nothing (None), or a list of answers."""


class RedisError(Exception):
    """Something that Redis said or did not say, as a sentence about it."""


class Unreachable(RedisError):
    """Nobody answers there."""


class Refused(RedisError):
    """Redis answered with an error."""


class Address(t.NamedTuple):
    """Where Redis is asked.

    :param socket: a path; empty where it is asked over the network.
    :param ca: the file of the authorities that its certificate is checked with; empty without TLS.
    """

    socket: str = ""
    host: str = ""
    port: int = 0
    ca: str = ""

    def __str__(self) -> str:
        return self.socket or f"{self.host}:{self.port}"


class Connection:
    """A connection, which ends with the ``with`` that it stands in."""

    def __init__(self, address: Address, username: str = "", password: str = "") -> None:
        """Connect, and sign in where there is a *password*.

        :raises Unreachable: where nobody answers, or TLS fails.
        :raises Refused: where the account is refused.
        """
        self._address = address
        self.certificate = b""
        """What Redis showed over TLS, as DER."""
        try:
            self._socket = self._opened()
        except (OSError, ValueError) as error:
            reason = getattr(error, "verify_message", "") or getattr(error, "strerror", "") or str(error)
            raise Unreachable(f"{address} cannot be reached: {reason}") from error
        self._answers = self._socket.makefile("rb")
        if password:
            try:
                self.ask("AUTH", username or "default", password)
            except BaseException:
                self.close()
                raise

    def _opened(self) -> socket.socket:
        address = self._address
        if address.socket:
            opened = socket.socket(socket.AF_UNIX)
            opened.settimeout(ANSWER)
            opened.connect(address.socket)
            return opened
        opened = socket.create_connection((address.host, address.port), timeout=ANSWER)
        if not address.ca:
            return opened
        context = ssl.create_default_context(cafile=address.ca)
        # Which of its names clients use is theirs.
        context.check_hostname = False
        secured = context.wrap_socket(opened)
        self.certificate = secured.getpeercert(binary_form=True) or b""
        return secured

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *_unused: object) -> None:
        self.close()

    def close(self) -> None:
        """End the connection."""
        self._answers.close()
        self._socket.close()

    def ask(self, *words: str | int) -> Answer:
        """What Redis answers to a command.

        :raises Unreachable: where the connection breaks.
        :raises Refused: where it answers with an error.
        """
        encoded = [str(word).encode() for word in words]
        request = b"".join([b"*%d\r\n" % len(encoded), *(b"$%d\r\n%s\r\n" % (len(word), word) for word in encoded)])
        try:
            self._socket.sendall(request)
            return self._read()
        except OSError as error:
            raise Unreachable(f"{self._address} does not answer: {error.strerror or error}") from error

    def _read(self) -> Answer:
        line = self._answers.readline()
        if not line.endswith(b"\r\n"):
            raise Unreachable(f"{self._address} has closed the connection")
        kind, text = line[:1], line[1:-2].decode(errors="replace")
        if kind == b"-":
            raise Refused(text)
        if kind == b":":
            return int(text)
        if kind == b"$":
            length = int(text)
            return None if length < 0 else self._answers.read(length + 2)[:-2].decode(errors="replace")
        if kind == b"*":
            return None if text.startswith("-") else [self._read() for _each in range(int(text))]
        return text

    def pairs(self, *words: str | int) -> dict[str, str]:
        """An answer that is a list of names and values."""
        answer = self.ask(*words)
        return {answer[at]: answer[at + 1] for at in range(0, len(answer), 2)}

    def info(self, section: str) -> dict[str, str]:
        """A section of INFO."""
        lines = str(self.ask("INFO", section)).splitlines()
        return dict(line.split(":", 1) for line in lines if ":" in line)
