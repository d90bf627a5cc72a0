"""The process of Node in which the engine runs, and what is asked of it from several threads."""

from __future__ import annotations

import itertools
import json
import subprocess
import threading
import typing as t
from concurrent.futures import Future
from pathlib import Path

from .answering import Causes, of_database

if t.TYPE_CHECKING:
    from .address import Address
    from .schema import Schema

Data = dict[str, t.Any]

BRIDGE = Path(__file__).with_name("bridge.js")


class RefusedError(Exception):
    """The database cannot be asked; ``problem`` is the error of the real program."""

    def __init__(self, problem: Data) -> None:
        super().__init__(problem["error"])
        self.problem = problem


class EngineError(Exception):
    """The engine did not answer."""


class Engine:
    """The engine, connected to the database at *address*.

    :param packages: the folder that has ``node_modules``.
    :param node: the program.
    :raises RefusedError: when the database cannot be asked.
    :raises EngineError: when it does not start.
    """

    def __init__(self, packages: Path, schema: Schema, address: Address, node: str = "node") -> None:
        self._process = subprocess.Popen(  # noqa: S603 - a list
            [node, BRIDGE, packages], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self._numbers, self._writing = itertools.count(), threading.Lock()
        self._waiting: dict[int, Future[Data]] = {}
        self._ended = False
        self._say({"schema": schema.text, "database": address.for_node(), "searched": address.schema})
        first = json.loads(t.cast(t.IO[str], self._process.stdout).readline() or "{}")
        if "ready" not in first:
            self.close()
            raise RefusedError(of_database(first["refused"], address)) if first else EngineError("it did not start")
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """End the process."""
        t.cast(t.IO[str], self._process.stdin).close()
        self._process.wait()

    def ask(self, call: str, *words: str | None) -> tuple[Data, Causes]:
        """What the engine answers to *call*, and the causes of its errors.

        :raises EngineError: when it does not.
        """
        number, answer = next(self._numbers), Future[Data]()
        with self._writing:
            if self._ended:
                raise EngineError("it has ended")
            self._waiting[number] = answer
            self._say({"id": number, "call": call, "words": words})
        told = answer.result()
        if "failed" in told:
            raise EngineError(told["failed"])
        return json.loads(told["answer"]), told["causes"]

    def _say(self, what: Data) -> None:
        stream = t.cast(t.IO[str], self._process.stdin)
        try:
            stream.write(json.dumps(what) + "\n")
            stream.flush()
        except (OSError, ValueError) as gone:  # broken, or closed since
            raise EngineError("it has ended") from gone

    def _listen(self) -> None:
        for line in t.cast(t.IO[str], self._process.stdout):
            told = json.loads(line)
            self._waiting.pop(told["id"]).set_result(told)
        with self._writing:
            self._ended = True
        for waiting in self._waiting.values():
            waiting.set_result({"failed": "it has ended"})
