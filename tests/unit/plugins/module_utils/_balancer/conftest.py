"""A balancer that answers at its sockets as HAProxy does, without HAProxy."""

from __future__ import annotations

import socket
import threading
import typing as t
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.runtime import Runtime

COLUMNS = "# pxname,svname,scur,status,check_status,check_code,addr,"


@dataclass
class Worker:
    """What one worker says of its gateways: name to status and requests that are under way."""

    gateways: dict[str, tuple[str, int]]
    description: str = "configuration 1"

    def table(self) -> str:
        rows = [
            f"gateways,{name},{sessions},{status},L7OK,200,10.0.0.1:4000,"
            for name, (status, sessions) in self.gateways.items()
        ]
        return "\n".join([COLUMNS, *rows, "gateways,BACKEND,0,UP,,,,", "", ""])


@dataclass
class FakeHaproxy:
    """Listens at both sockets.

    :ivar former: former workers by process id; None is one that has just ended.
    :ivar said: the commands that it got.
    :ivar on_reload: what a reload does.
    :ivar answers: the beginning of a command to what is answered instead.
    """

    folder: Path
    worker: Worker
    former: dict[int, Worker | None] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    on_reload: t.Callable[[], None] = lambda: None
    answers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._listeners = []
        for name, answer in (("admin.sock", self.admin), ("master.sock", self.master)):
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(str(self.folder / name))
            listener.listen()
            self._listeners.append(listener)
            threading.Thread(target=self._serve, args=(listener, answer), daemon=True).start()

    def _serve(self, listener: socket.socket, answer: t.Callable[[str], str]) -> None:
        while True:
            try:
                connection, _peer = listener.accept()
            except OSError:
                return
            with connection:
                received = b""
                while piece := connection.recv(65536):
                    received += piece
                if received:
                    self.said.append(received.decode().strip())
                    connection.sendall(answer(self.said[-1]).encode())

    def close(self) -> None:
        while self._listeners:
            with self._listeners.pop() as listener:
                listener.shutdown(socket.SHUT_RDWR)

    def admin(self, command: str) -> str:
        for beginning, answer in self.answers.items():
            if command.startswith(beginning):
                return answer
        return self._of_worker(self.worker, command)

    def _of_worker(self, worker: Worker, command: str) -> str:
        words = command.split()
        if command == "show info":
            return f"Name: HAProxy\nVersion: 3.0.11\ndescription: {worker.description}\n\n"
        if words[:2] == ["show", "stat"]:
            return worker.table()
        if words[:2] == ["set", "server"]:
            name = words[2].partition("/")[2]
            if name not in worker.gateways:
                return "No such server.\n\n"
            status = {"drain": "DRAIN", "ready": "UP"}[words[4]]
            worker.gateways[name] = (status, worker.gateways[name][1])
        return "\n"

    def master(self, command: str) -> str:
        if command == "show proc":
            old = [f"{process}  worker  1  0d00h00m01s  3.0" for process in self.former]
            head = ["#<PID> <type>", "1  master  0 [failed: 0]  0d", "# workers", "7  worker  0  0d", "# old workers"]
            return "\n".join([*head, *old, "# programs", "", ""])
        if command == "reload":
            self.on_reload()
            return "Success=1\n"
        process, _blank, passed_on = command.removeprefix("@!").partition(" ")
        worker = self.former.get(int(process))
        return self._of_worker(worker, passed_on) if worker else "Can't find the target PID matching the prefix\n"


@pytest.fixture
def haproxy(tmp_path: Path) -> t.Iterator[FakeHaproxy]:
    """Two gateways, both up, the first with a request under way."""
    made = FakeHaproxy(tmp_path, Worker({"gw1": ("UP", 1), "gw2": ("UP", 0)}))
    yield made
    made.close()


@pytest.fixture
def runtime(tmp_path: Path) -> Runtime:
    return Runtime(str(tmp_path))
