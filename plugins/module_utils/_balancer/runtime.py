# SPDX-License-Identifier: GPL-3.0-or-later
"""A balancer that runs, as it is asked through its sockets: HAProxy 2.6 and newer, with a master and its workers.

After a reload the former workers go on until they have answered what they accepted. What counts the requests of a gateway
has to ask them as well, which only the master's socket can.
"""

from __future__ import annotations

import csv
import os
import socket
import time
import typing as t
from collections import Counter
from dataclasses import dataclass

from .._balancer_places import BACKEND, LAST_RESORT, MASTER_SOCKET, RUNTIME, SOCKET
from .errors import BalancerError

PATIENCE = 10
"""Seconds that the balancer may take to answer; it answers at once, or hangs."""

PAUSE = 0.1
"""Seconds between two looks whether the master listens again."""

ARGUMENTS: dict[str, dict[str, t.Any]] = {"runtime": {"type": "path", "default": RUNTIME}}
"""The options of modules that act on a balancer; the documentation fragment ``balancer`` describes them."""

_NOT_A_GATEWAY = ("FRONTEND", "BACKEND")


@dataclass(frozen=True)
class Served:
    """A gateway as a balancer sees it.

    :ivar status: HAProxy's word, such as ``UP``, ``DOWN``, ``DRAIN``, ``MAINT`` or ``UP 1/3``, which is on its way down.
    :ivar check: the last check's result in HAProxy's words, such as ``L7OK/200`` or ``L4TOUT``.
    :ivar sessions: requests that are under way, in former workers too.
    """

    name: str
    address: str
    status: str
    check: str
    sessions: int

    @property
    def serves(self) -> bool:
        """Whether it gets new requests."""
        return self.status.split(" ")[0] in ("UP", "no")

    @property
    def drained(self) -> bool:
        """Whether somebody drained it."""
        return self.status.startswith("DRAIN")

    def as_result(self) -> dict[str, t.Any]:
        """What modules return of it."""
        return {**self.__dict__, "serves": self.serves}


def _connected(path: str, patience: float) -> socket.socket:
    """A connection to *path*; whether somebody listens there is looked at again for *patience* seconds."""
    deadline = time.monotonic() + patience
    while True:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(PATIENCE)
        try:
            connection.connect(path)
        except OSError as error:
            connection.close()
            if not isinstance(error, (ConnectionRefusedError, FileNotFoundError)) or time.monotonic() >= deadline:
                raise
            time.sleep(PAUSE)
        else:
            return connection


def _asked(path: str, command: str, patience: float = 0) -> str:
    try:
        with _connected(path, patience) as connection:
            connection.sendall(f"{command}\n".encode())
            # HAProxy keeps a connection to its master open as long as somebody may still ask.
            connection.shutdown(socket.SHUT_WR)
            pieces: list[bytes] = []
            while True:
                pieces.append(connection.recv(65536))
                if not pieces[-1]:
                    return b"".join(pieces).decode("utf-8", "replace")
    except OSError as error:
        raise BalancerError(f"The balancer cannot be asked at {path}: {error.strerror or error}.") from error


class Runtime:
    """The sockets of one balancer.

    :param folder: where they are, that of the present worker and the master's.
    """

    def __init__(self, folder: str) -> None:
        self._socket = os.path.join(folder, os.path.basename(SOCKET))
        self._master = os.path.join(folder, os.path.basename(MASTER_SOCKET))

    def runs(self) -> bool:
        """Whether there is a balancer to ask. A socket that nobody listens at is none."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            return connection.connect_ex(self._socket) == 0

    def ask(self, command: str) -> str:
        """What the present worker answers to *command*, which may have several lines.

        :raises BalancerError: when nobody answers.
        """
        return _asked(self._socket, command)

    def info(self) -> dict[str, str]:
        """What the present worker says of itself, ``Version`` and ``description`` among it.

        :raises BalancerError: when nobody answers.
        """
        lines = (line.partition(": ") for line in self.ask("show info").splitlines())
        return {name: value for name, colon, value in lines if colon}

    def ask_master(self, command: str) -> str:
        """What the master answers to *command*; ``@!<process> …`` passes a command on to a worker.

        :raises BalancerError: when nobody answers.
        """
        # The master begins anew with each reload, and for a moment nobody listens.
        return _asked(self._master, command, PATIENCE)

    def former_workers(self) -> list[int]:
        """The process ids of workers that only answer what they accepted before a reload.

        :raises BalancerError: when nobody answers.
        """
        found: list[int] = []
        old = False
        for line in self.ask_master("show proc").splitlines():
            if line.startswith("#"):
                old = line.startswith("# old workers")
            elif old and line.strip():
                found.append(int(line.split()[0]))
        return found

    def gateways(self) -> list[Served]:
        """The gateways of the present configuration, each with its requests in all workers.

        :raises BalancerError: when nobody answers.
        """
        present = _rows(self.ask(f"show stat {BACKEND} 4 -1"))
        # One that ends meanwhile has no more requests.
        former = [
            row
            for process in self.former_workers()
            for row in _rows(self.ask_master(f"@!{process} show stat {BACKEND} 4 -1"))
        ]
        sessions: Counter[str] = Counter()
        for row in present + former:
            sessions[row["svname"].removesuffix(LAST_RESORT)] += int(row["scur"])
        return [
            Served(
                row["svname"],
                row["addr"],
                row["status"],
                row["check_status"].lstrip("* ") + (f"/{row['check_code']}" if row["check_code"] else ""),
                sessions[row["svname"]],
            )
            for row in present
            if not row["svname"].endswith(LAST_RESORT)
        ]

    def set_state(self, gateway: str, state: str) -> None:
        """Have *gateway* get requests or not, in all workers.

        :param state: ``drain`` or ``ready``.
        :raises BalancerError: when nobody answers, or the balancer has no such gateway.
        """
        command = f"set server {BACKEND}/{gateway} state {state}"
        said = self.ask(command).strip()
        if said:
            raise BalancerError(f"The balancer does not set {gateway} to {state}: {said}")
        for process in self.former_workers():
            # One that ends meanwhile, or that never knew the gateway, sends it nothing.
            self.ask_master(f"@!{process} {command}")


def _rows(table: str) -> list[dict[str, str]]:
    """The gateways of a table as ``show stat`` writes it; none of a text that is no such table."""
    lines = [line for line in table.splitlines() if line.strip()]
    if not lines or not lines[0].startswith("# "):
        return []
    rows: t.Iterable[dict[str, str]] = csv.DictReader([lines[0][2:], *lines[1:]])
    return [row for row in rows if row["svname"] not in _NOT_A_GATEWAY]
