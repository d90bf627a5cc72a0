"""Three small gateways behind ports that somebody else holds, as systemd holds those of real ones.

A gateway is one process that serves with the real gateway's protocol. When it dies, its port stays open, and another one
is started some seconds later. Its process id is in ``<folder>/<name>.pid``.

Arguments: the address to listen on, the first port, a folder.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import typing as t
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[3] / "roles" / "litellm" / "files" / "gateway"
NAMES = ("gateway1", "gateway2", "gateway3")
DOWN_SECONDS = 8
"""How long a gateway that died is away: about as long as LiteLLM takes to start."""


async def app(scope: t.Any, receive: t.Any, send: t.Any) -> None:
    """Answer with who asks, or with a stream of two seconds (``/stream``), or after half a second (``/slow``)."""
    if scope["type"] != "http":
        return
    length, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        more, length = message["more_body"], length + len(message["body"])
    streams = scope["path"] == "/stream"
    kind = b"text/event-stream" if streams else b"application/json"
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", kind)]})
    for piece in range(10 if streams else 0):
        await send({"type": "http.response.body", "body": b"data: %d\n\n" % piece, "more_body": True})
        await asyncio.sleep(0.2)
    if scope["path"] == "/slow":
        await asyncio.sleep(0.5)
    told = {
        "by": sys.argv[1],
        "client": scope["client"][0],
        "scheme": scope["scheme"],
        "headers": {name.decode(): value.decode() for name, value in scope["headers"]},
        "length": length,
    }
    text = b"data: [DONE]\n\n" if streams else json.dumps(told).encode()
    await send({"type": "http.response.body", "body": text})


def serve(port: socket.socket) -> None:
    """Serve at *port* until the process ends."""
    sys.path.insert(0, str(PROGRAM))
    import uvicorn
    from greeting import GreetingProtocol

    config = uvicorn.Config(
        app,
        http=GreetingProtocol,
        lifespan="off",
        log_config=None,
        forwarded_allow_ips="*",
        timeout_graceful_shutdown=30,
    )
    uvicorn.Server(config).run(sockets=[port])


def hold(address: str, first_port: int, folder: Path) -> None:
    """Hold the ports, and start each gateway again when it has died. Ends with SIGTERM, together with the gateways."""
    ports = [socket.create_server((address, first_port + index), backlog=4096) for index in range(len(NAMES))]
    running: dict[str, subprocess.Popen[bytes]] = {}
    due = dict.fromkeys(NAMES, 0.0)

    def end(*_signal: object) -> None:
        for process in running.values():
            process.kill()
        sys.exit(0)

    signal.signal(signal.SIGTERM, end)
    while True:
        for name, port in zip(NAMES, ports, strict=True):
            if name in running and running[name].poll() is not None:
                del running[name]
                due[name] = time.monotonic() + DOWN_SECONDS
            if name not in running and time.monotonic() >= due[name]:
                descriptor = port.fileno()
                running[name] = subprocess.Popen(  # noqa: S603 - this file itself
                    [sys.executable, __file__, name, str(descriptor)], pass_fds=[descriptor]
                )
                (folder / f"{name}.pid").write_text(str(running[name].pid))
        time.sleep(0.1)


if __name__ == "__main__":
    if sys.argv[1] in NAMES:
        serve(socket.socket(fileno=int(sys.argv[2])))
    else:
        Path(sys.argv[3], "gateways.pid").write_text(str(os.getpid()))
        hold(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
