"""Redis in a process of the test's own, with the certificates that it may show."""

from __future__ import annotations

import contextlib
import shutil
import signal
import socket
import subprocess
import time
import typing as t
from pathlib import Path

import pytest

from tests.certificates import issue
from tests.ports import free_port

LONGEST = 60
"""Seconds that a start may take on a machine with other work."""

SHOWN = {"cert-file": "localhost.pem", "key-file": "localhost.key", "ca-cert-file": "ca.pem"}


def program() -> str:
    """The server's program. Debian has it in ``redis-tools`` under another name, without a service that would start."""
    found = shutil.which("redis-server") or shutil.which("redis-check-rdb")
    if not found:
        pytest.fail("There is no redis-server: scripts/install_redis.sh installs it")
    return found


class Server:
    """Redis on a free port of loopback, without files.

    :param folder: for its log and its Unix socket, ``redis.sock``.
    :param lines: of its configuration, besides.
    :param mode: ``redis-sentinel`` makes it one.
    :param certificates: a folder of ``make_certificates``; the port speaks TLS.
    """

    def __init__(self, folder: Path, *lines: str, mode: str = "redis-server", certificates: Path | None = None) -> None:
        self.port, self._folder, self._mode = free_port(), folder, mode
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._lines = [
            *(f"dir {folder}", "bind 127.0.0.1"),
            *((f"port {self.port}",) if certificates is None else ("port 0", f"tls-port {self.port}")),
            *(f"tls-{name} {certificates}/{file}" for name, file in SHOWN.items() if certificates),
            *(("tls-auth-clients no",) if certificates else ()),
            *(() if mode == "redis-sentinel" else ('save ""', f"unixsocket {folder}/redis.sock")),
            *lines,
        ]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *lines: str) -> Server:
        """Start it, with *lines* added to its configuration this time."""
        file = self._folder / "redis.conf"
        file.write_text("\n".join([*self._lines, *lines, ""]))
        with (self._folder / "redis.log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the program of the distribution
                [self._mode, str(file)], executable=program(), stdout=log, stderr=log
            )
        deadline = time.monotonic() + LONGEST
        while True:
            ended = self._process.poll() is not None or time.monotonic() > deadline
            assert not ended, (self._folder / "redis.log").read_text()
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return self
            time.sleep(0.02)

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        assert self._process is not None
        self._process.send_signal(number)

    def stop(self) -> None:
        """End it at once, if it runs."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=LONGEST)
            self._process = None

    def say(self, *words: str) -> str:
        """What it answers to a command."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(f"*{len(words)}\r\n".encode())
            for word in words:
                connection.sendall(f"${len(word.encode())}\r\n{word}\r\n".encode())
            return connection.recv(65536).decode()


@pytest.fixture
def server(tmp_path: Path) -> t.Iterator[Server]:
    """A server that is not started."""
    (tmp_path / "redis").mkdir()
    made = Server(tmp_path / "redis")
    yield made
    made.stop()


def make_certificates(folder: Path) -> None:
    """Write ``ca.pem`` with ``ca.key``, ``other.pem`` of another authority, and ``localhost.pem`` with ``localhost.key``."""
    authority, other = issue("ca"), issue("other")
    localhost = issue("localhost", authority, ["localhost"])
    texts = {"ca.pem": authority.pem, "ca.key": authority.key_pem, "other.pem": other.pem}
    for name, text in {**texts, "localhost.pem": localhost.pem, "localhost.key": localhost.key_pem}.items():
        (folder / name).write_text(text)
