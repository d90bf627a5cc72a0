"""Which ASGI server LiteLLM should run in: start, memory, CPU per request, and what a hand-over does to its clients.

Each server runs the same configuration on loopback, in turn (A B C … A B C …), and is asked by 10 clients without a pause.
Then it gets SIGTERM while it has four connections, and what each of them sees is written down. ``docs/servers.md`` says how
to read it. Prints every measurement; the last line is JSON with the medians::

    {"servers": {"uvicorn 1": {"ready_s": …, "pss_mb": …, "cpu_ms": …, "inherits": true, "idle": …, "late": …,
                               "queued": …, "stream": …, "stopped_s": …, "status": …}, …}}
"""

# ruff: noqa: E402  (path above)

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import typing as t
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml
from processes import cpu_seconds, pss_mb, tree
from samples import figures, read

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))  # for the files that import this one, too

from tests.ports import free_port

KEY = "sk-bench-servers-8Kd3Vw6Tq1Zm"
CLIENTS = 10
WARM_UP_S = 5
LOAD_S = 10
START_TIMEOUT_S = 180
DRAIN_S = 20
PACE_MS = 500
SPEAKS_AFTER_S = 1.0

CONFIG = {
    "model_list": [
        {
            "model_name": name,
            "litellm_params": {"model": f"openai/{name}", "api_base": "UPSTREAM", "api_key": "sk-none"},
        }
        for name in ("gpt-5", f"gpt-5+pace-{PACE_MS}")
    ],
    "litellm_settings": {"drop_params": True},
    "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"},
}


class Server(t.NamedTuple):
    """A server and its number of workers.

    :param command: arguments of LiteLLM's Python; ``{fd}`` and ``{port}`` are where the server finds its socket,
        ``{folder}`` has ``config.yaml``.
    """

    name: str
    command: str

    @property
    def inherits(self) -> bool:
        """Whether it can serve a listening socket that somebody else holds."""
        return "{fd}" in self.command


def servers(workers: int) -> Iterator[Server]:
    """The candidates with so many workers, and what became of them: ``gateway`` is what the role runs."""
    app = "litellm.proxy.proxy_server:app"
    yield Server(
        f"uvicorn {workers}",
        f"-m uvicorn --fd {{fd}} --workers {workers} --timeout-worker-healthcheck {START_TIMEOUT_S} --no-access-log"
        f" --timeout-keep-alive 75 --timeout-graceful-shutdown {DRAIN_S} {app}",
    )
    yield Server(
        f"gunicorn {workers}",
        f"-m gunicorn --bind fd://{{fd}} --workers {workers} --timeout {START_TIMEOUT_S} --preload --keep-alive 75"
        f" --worker-class uvicorn.workers.UvicornWorker --graceful-timeout {DRAIN_S} {app}",
    )
    yield Server(
        f"granian {workers}",
        f"-m granian --host 127.0.0.1 --port {{port}} --workers {workers} --interface asgi --no-access-log"
        f" --workers-kill-timeout {DRAIN_S} {app}",
    )
    yield Server(
        f"gateway {workers}",
        f"-I {PROJECT}/roles/litellm/files/gateway --config {{folder}}/config.yaml --state-file {{folder}}/state"
        f" --fd {{fd}} --backlog 4096 --workers {workers} --max-requests-before-restart 0 --max-worker-memory 0 --max-body 100"
        f" --start-timeout {START_TIMEOUT_S} --drain-timeout {DRAIN_S} --keepalive-timeout 75",
    )


class Handover(t.TypedDict):
    """What four connections see of a SIGTERM, and how the server ends.

    :param idle: a kept connection that says nothing more.
    :param late: a kept connection that asks again a second later.
    :param queued: a connection that was made before, and asks for the first time a second later.
    :param stream: a stream that was half way.
    """

    idle: str
    late: str
    queued: str
    stream: str
    stopped_s: float
    status: int


class Measurement(t.TypedDict):
    """One round of one server."""

    ready_s: float
    pss_mb: float
    cpu_ms: float
    handover: Handover


@contextlib.contextmanager
def upstream() -> Iterator[str]:
    """The recording upstream, and its address."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.upstream", "--port", str(port)], cwd=PROJECT)  # noqa: S603 - own code
    try:
        wait_ready(port, "/_health", process)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait()


def wait_ready(port: int, path: str, process: subprocess.Popen[t.Any]) -> None:
    """Ask until the answer is 200. A connection that nobody has accepted yet waits in the queue of its socket."""
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=START_TIMEOUT_S)
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        connection.close()
        time.sleep(0.05)
    raise TimeoutError(f"{process.args!r} does not become ready; its status is {process.poll()}")


def measure(server: Server, python: Path, folder: Path) -> Measurement:
    """Start, load and stop *server* once; *folder* has its files and gets its log."""
    with contextlib.ExitStack() as stack:
        port = free_port()
        fd = -1
        if server.inherits:
            listener = stack.enter_context(socket.create_server(("127.0.0.1", port), backlog=1024))
            fd = listener.fileno()
        words = server.command.format(fd=fd, port=port, folder=folder).split()
        log = stack.enter_context((folder / "server.log").open("wb"))
        environment = {
            **{name: value for name, value in os.environ.items() if name in ("HOME", "LANG")},
            "PATH": f"{python.parent}{os.pathsep}{os.defpath}",
            "CONFIG_FILE_PATH": str(folder / "config.yaml"),
            "LITELLM_MASTER_KEY": KEY,
            "LITELLM_MODE": "PRODUCTION",
            "LITELLM_LOG": "WARNING",
            "LITELLM_LOCAL_MODEL_COST_MAP": "True",
            "GRACEFUL_SHUTDOWN_TIMEOUT": str(DRAIN_S),
        }
        started = time.monotonic()
        process = subprocess.Popen(  # noqa: S603 - the commands are above
            [str(python), *words], env=environment, pass_fds=[fd] if fd >= 0 else [], stdout=log, stderr=log
        )
        stack.callback(end, process)
        wait_ready(port, "/health/readiness", process)
        ready_s = time.monotonic() - started
        ask(port, WARM_UP_S)
        family = tree(process.pid)
        before = cpu_seconds(family)
        requests = ask(port, LOAD_S)
        return {
            "ready_s": round(ready_s, 1),
            "cpu_ms": round(1000 * (cpu_seconds(family) - before) / requests, 2),
            "pss_mb": round(pss_mb(family)),
            "handover": handover(port, process),
        }


def end(process: subprocess.Popen[t.Any]) -> None:
    """End *process* and its workers, whatever they do."""
    for member in tree(process.pid) if process.poll() is None else []:
        with contextlib.suppress(ProcessLookupError):
            os.kill(member, signal.SIGKILL)
    process.wait()


def ask(port: int, seconds: float) -> int:
    """Ask whole answers with 10 clients for so long; the number of requests.

    :raises RuntimeError: when one was not answered.
    """
    with tempfile.NamedTemporaryFile() as file:
        load = subprocess.Popen(  # noqa: S603 - own code
            [sys.executable, PROJECT / "benchmarks/load.py", f"--clients={CLIENTS}", "--pause=0", "--only=whole kept"],
            env={**os.environ, "OPENAI_BASE_URL": f"http://127.0.0.1:{port}/v1", "OPENAI_API_KEY": KEY},
            stdout=file,
        )
        time.sleep(seconds)
        load.terminate()
        load.wait()
        samples = read(Path(file.name))
    seen = figures(samples)
    if seen["failed"]:
        raise RuntimeError(f"requests failed without a reason: {next(sample for sample in samples if sample.error)}")
    return seen["requests"]


def handover(port: int, process: subprocess.Popen[t.Any]) -> Handover:
    """Send SIGTERM while four connections are open, and see what becomes of them."""
    idle, late, queued, stream = (connected(port) for _number in range(4))
    for kept in (idle, late):
        kept.request("GET", "/health/liveliness")
        kept.getresponse().read()
    asked = {"model": f"gpt-5+pace-{PACE_MS}", "stream": True, "messages": [{"role": "user", "content": "hello"}]}
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
    stream.request("POST", "/v1/chat/completions", json.dumps(asked), headers)
    streaming = stream.getresponse()
    streaming.readline()
    told = time.monotonic()
    process.terminate()
    time.sleep(SPEAKS_AFTER_S)
    outcomes = [outcome(late), outcome(queued)]
    try:
        streamed = "complete" if b"data: [DONE]" in streaming.read() else "broken"
    except (OSError, http.client.HTTPException):
        streamed = "broken"
    try:
        process.wait(timeout=DRAIN_S + 10)
    except subprocess.TimeoutExpired:
        end(process)
    return {
        "idle": closing(idle.sock),
        "late": outcomes[0],
        "queued": outcomes[1],
        "stream": streamed,
        "stopped_s": round(time.monotonic() - told, 1),
        "status": process.returncode,
    }


def connected(port: int) -> http.client.HTTPConnection:
    """An open connection that is never opened again."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=DRAIN_S)
    connection.connect()
    connection.auto_open = 0
    return connection


def outcome(connection: http.client.HTTPConnection) -> str:
    """What a request on *connection* gets: an answer, perhaps the last one, or no answer."""
    try:
        connection.request("GET", "/health/liveliness")
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        return "no answer"
    return f"{answer.status}, {'closes' if answer.will_close else 'stays'}"


def closing(connection: socket.socket) -> str:
    """How a connection ended that should have nothing more to say."""
    try:
        return "open" if connection.recv(1) else "closed"
    except OSError:
        return "reset"


def summary(rounds: list[Measurement]) -> dict[str, t.Any]:
    """Medians of figures; of what clients saw, every outcome with the one seen most first."""
    handovers = [each["handover"] for each in rounds]
    outcomes = {
        name: " or ".join(each for each, _count in Counter(str(seen[name]) for seen in handovers).most_common())
        for name in ("idle", "late", "queued", "stream", "status")
    }
    return {
        "ready_s": statistics.median(each["ready_s"] for each in rounds),
        "pss_mb": statistics.median(each["pss_mb"] for each in rounds),
        "cpu_ms": statistics.median(each["cpu_ms"] for each in rounds),
        **outcomes,
        "stopped_s": statistics.median(each["stopped_s"] for each in handovers),
    }


def main() -> None:
    """Measure all servers in turn and print."""
    parser = argparse.ArgumentParser(description="Compare ASGI servers for LiteLLM.")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of each server")
    arguments = parser.parse_args()
    python = Path(os.environ["LITELLM_PYTHON"])
    candidates = [server for workers in (1, 2) for server in servers(workers)]
    measured: dict[str, list[Measurement]] = {server.name: [] for server in candidates}
    with upstream() as address, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "config.yaml").write_text(yaml.safe_dump(CONFIG).replace("UPSTREAM", address), encoding="utf-8")
        for number in range(1, arguments.rounds + 1):
            for server in candidates:
                measured[server.name].append(measure(server, python, folder))
                print(f"round {number}, {server.name}: {json.dumps(measured[server.name][-1])}", flush=True)
    inherits = {server.name: server.inherits for server in candidates}
    result = {name: {"inherits": inherits[name], **summary(rounds)} for name, rounds in measured.items()}
    print(json.dumps({"servers": result}))


if __name__ == "__main__":
    main()
