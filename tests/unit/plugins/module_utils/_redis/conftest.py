"""A Redis that answers what a test says, over a socket as over an object."""

from __future__ import annotations

import socketserver
import threading
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _redis_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._redis.client import Refused

Answers = dict[tuple[str, ...], t.Any]


class Said:
    """A connection that answers from a table, and keeps what it was asked. What is no answer is an error."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.asked: list[tuple[str, ...]] = []

    def __enter__(self) -> Said:
        return self

    def __exit__(self, *_unused: object) -> None:
        pass

    def ask(self, *words: str | int) -> t.Any:
        asked = tuple(map(str, words))
        self.asked.append(asked)
        for start, answer in self.answers.items():
            if asked[: len(start)] == start:
                return answer(asked) if callable(answer) else answer
        raise Refused(f"NOPERM {asked[0]}")

    def pairs(self, *words: str | int) -> dict[str, str]:
        return dict(self.ask(*words))

    def info(self, section: str) -> dict[str, str]:
        return dict(self.ask("INFO", section))


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        while line := self.rfile.readline():
            words = [
                self.rfile.read(int(self.rfile.readline()[1:]) + 2)[:-2].decode() for _each in range(int(line[1:]))
            ]
            self.server.asked.append(words)  # type: ignore[attr-defined]
            self.wfile.write(self.server.answers.get(words[0], b""))  # type: ignore[attr-defined]
            if words[0] not in self.server.answers:  # type: ignore[attr-defined]
                return


class Server(socketserver.ThreadingUnixStreamServer):
    """A server that answers a command with bytes, and closes the connection at any other."""

    daemon_threads = True

    def __init__(self, path: str, answers: dict[str, bytes]) -> None:
        self.answers, self.asked = answers, list[list[str]]()
        super().__init__(path, _Handler)


@pytest.fixture
def server(tmp_path: Path) -> t.Iterator[t.Callable[[dict[str, bytes]], Server]]:
    """Starts a server at ``socket`` in the folder of the test."""
    started: list[Server] = []

    def start(answers: dict[str, bytes]) -> Server:
        started.append(Server(str(tmp_path / "socket"), answers))
        threading.Thread(target=started[0].serve_forever, daemon=True).start()
        return started[0]

    yield start
    for each in started:
        each.shutdown()
        each.server_close()


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The places of the host, below the folder of the test."""
    (tmp_path / "units").mkdir()
    etc = f"{tmp_path}/etc"
    units = {name: f"{tmp_path}/units/{name}" for name in (places.SERVICE, places.SENTINEL_SERVICE)}
    pem = {name: path.replace(places.FOLDER, etc) for name, path in places.PEM.items()}
    for name, value in {
        "FOLDER": etc,
        "CONFIGURATION": f"{etc}/redis.conf",
        "USERS": f"{etc}/users.acl",
        "SENTINEL": f"{etc}/sentinel.conf",
        "ADMIN_PASSWORD": f"{etc}/admin",
        "UNFINISHED": f"{etc}/unfinished",
        "PEM": pem,
        "CERTIFICATE": pem["tls-cert-file"],
        "STATES": (f"{tmp_path}/data",),
        "RUNTIME": f"{tmp_path}/run",
        "SOCKET": f"{tmp_path}/socket",
        "UNITS": units,
        "RUNTIME_FOLDER": f"{tmp_path}/folders",
        "MANAGED": (
            *(f"{etc}/{name}" for name in ("redis.conf", "users.acl", "sentinel.conf")),
            *(*pem.values(), *units.values()),
        ),
    }.items():
        monkeypatch.setattr(places, name, value)
    return tmp_path
