"""The program: ``query-engine -p PORT``, with the schema in ``PRISMA_DML_PATH`` and its packages in ``PRISMA_ENGINE_PACKAGES``."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
import types
import typing as t
from pathlib import Path

from .address import BadAddressError, read_address
from .answering import problem
from .engine import Engine, EngineError, RefusedError
from .schema import Schema
from .server import Answers, Server

NAME = "query-engine"
REVISION = "ac9d7041ed77bcc8a8dbd2ab6616b39013829574"
"""The engine that the client, Prisma Client Python 0.11.0, expects."""
_PORT = 4466


def main(arguments: list[str], environment: t.Mapping[str, str]) -> int:
    """Serve until a signal ends it; 0, or 1 where it could not begin."""
    # The first words are what LiteLLM's client says; the engine of tests does as it is told there without being asked.
    parser = argparse.ArgumentParser(prog=NAME)
    parser.add_argument("-p", "--port", type=int, default=_PORT)
    for flag in ("--enable-metrics", "--enable-raw-queries"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--version", action="version", version=f"{NAME} {REVISION}")
    options = parser.parse_args(arguments)
    call_it(NAME)
    schema = Schema(Path(environment["PRISMA_DML_PATH"]).read_text(encoding="utf-8"))
    try:
        address = read_address(overriding(environment) or schema.address(environment))
        engine = Engine(Path(environment["PRISMA_ENGINE_PACKAGES"]), schema, address)
    except BadAddressError as wrong:
        return _refuse(problem("P1013", str(wrong)))
    except RefusedError as wrong:
        return _refuse(wrong.problem)
    except EngineError as wrong:
        return _refuse(problem("P1017", str(wrong)))
    try:
        serve(Server(options.port, Answers(engine, schema, address)))
    finally:
        engine.close()
    return 0


def overriding(environment: t.Mapping[str, str]) -> str:
    """The address that the client names instead of that of the schema; empty where it names none."""
    sources = json.loads(environment.get("OVERWRITE_DATASOURCES") or "[]")
    return str(sources[0].get("url") or "") if sources else ""


def call_it(name: str) -> None:
    """Give the process a *name*: LiteLLM looks for it there."""
    comm = Path("/proc/self/comm")
    if comm.exists():
        comm.write_text(name, encoding="utf-8")


def serve(server: Server) -> None:
    """Answer requests until SIGINT or SIGTERM."""

    def end(_signal: int, _frame: types.FrameType | None) -> None:
        threading.Thread(target=server.shutdown).start()

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, end)
    with server:
        server.serve_forever(poll_interval=0.1)


def _refuse(told: dict[str, t.Any]) -> int:
    print(json.dumps(told["user_facing_error"]), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
