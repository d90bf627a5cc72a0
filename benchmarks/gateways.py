"""Gateways that can be compared: what the role runs, LiteLLM as people start it by hand, a peer, and the upstream itself."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import socket
import subprocess
import time
import typing as t
from collections.abc import Iterator
from pathlib import Path

import yaml
from bench_servers import KEY, PROJECT, end, wait_ready
from http_load import Target
from processes import pss_mb, tree

from tests.ports import free_port

MODEL = "gpt-5"
PORTKEY = PROJECT / ".cache" / "bench" / "portkey" / "node_modules" / "@portkey-ai" / "gateway"


class Running(t.NamedTuple):
    """A gateway that serves.

    :param process: its first one; None for the upstream itself.
    :param ready_s: seconds from its start to its first good answer.
    """

    target: Target
    port: int
    process: subprocess.Popen[bytes] | None
    ready_s: float

    def memory_mb(self) -> float:
        """What all its processes hold."""
        return pss_mb(tree(self.process.pid)) if self.process else 0.0


def configuration(upstream: str, models: int = 1, **settings: t.Any) -> dict[str, t.Any]:
    """LiteLLM's, with so many models; the first is the one that is asked."""
    names = [MODEL, *(f"model-{number}" for number in range(1, models))]
    return {
        "model_list": [
            {
                "model_name": name,
                "litellm_params": {"model": f"openai/{MODEL}", "api_base": upstream, "api_key": "sk-none"},
            }
            for name in names
        ],
        "litellm_settings": {"drop_params": True, **settings},
        "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"},
    }


@functools.cache
def service_environment() -> dict[str, str]:
    """The variables that the role gives a gateway, from the role; those that are templates are left out."""
    told = yaml.safe_load((PROJECT / "roles/litellm/vars/main.yml").read_text(encoding="utf-8"))["__litellm_production"]
    return {name: str(value) for name, value in told.items() if "{{" not in str(value)}


@contextlib.contextmanager
def serving(
    words: list[str], environment: dict[str, str], port: int, path: str, log: Path, *descriptors: int
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """*words* as a process that answers at *path* of *port*, and the seconds until it did."""
    kept = {name: value for name, value in os.environ.items() if name in ("HOME", "LANG", "PATH")}
    began = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - the commands are below
            words, env={**kept, **environment}, pass_fds=descriptors, stdout=output, stderr=output
        )
    try:
        wait_ready(port, path, process)
        yield process, time.monotonic() - began
    finally:
        end(process)


@contextlib.contextmanager
def collection(upstream: str, folder: Path, workers: int, models: int = 1) -> Iterator[Running]:
    """What the role runs, in the installation that its lock makes (``LITELLM_PYTHON``)."""
    config, port = folder / "collection.yaml", free_port()
    config.write_text(yaml.safe_dump(configuration(upstream, models)), encoding="utf-8")
    with socket.create_server(("127.0.0.1", port), backlog=1024) as listener:
        words = [
            *(os.environ["LITELLM_PYTHON"], "-I", str(PROJECT / "roles/litellm/files/gateway")),
            *(f"--config={config}", f"--state-file={folder / 'state'}", f"--fd={listener.fileno()}", "--backlog=4096"),
            *(f"--workers={workers}", "--max-requests-before-restart=0", "--max-worker-memory=0", "--max-body=100"),
            *("--start-timeout=180", "--drain-timeout=20", "--keepalive-timeout=75"),
        ]
        environment = {**service_environment(), "LITELLM_MASTER_KEY": KEY}
        log = folder / "collection.log"
        with serving(words, environment, port, "/health/readiness", log, listener.fileno()) as (process, ready_s):
            yield Running(asked(port), port, process, ready_s)


@contextlib.contextmanager
def by_hand(upstream: str, folder: Path, workers: int, models: int = 1, **settings: t.Any) -> Iterator[Running]:
    """``litellm --config``, in an environment of ``pip install 'litellm[proxy]'`` (``PLAIN_PYTHON``)."""
    config, port = folder / "by_hand.yaml", free_port()
    config.write_text(yaml.safe_dump(configuration(upstream, models, **settings)), encoding="utf-8")
    python = Path(os.environ["PLAIN_PYTHON"])
    words = [str(python), str(python.parent / "litellm"), f"--config={config}", "--host=127.0.0.1", f"--port={port}"]
    words += [f"--num_workers={workers}"]
    with serving(words, {"LITELLM_MASTER_KEY": KEY}, port, "/health/readiness", folder / "by_hand.log") as (
        process,
        ready_s,
    ):
        yield Running(asked(port), port, process, ready_s)


def launcher(upstream: str, folder: Path, workers: int, models: int = 1) -> contextlib.AbstractContextManager[Running]:
    """``litellm --config`` with what a launcher of models sets by default."""
    return by_hand(upstream, folder, workers, models, set_verbose=True)


@contextlib.contextmanager
def portkey(upstream: str, folder: Path, workers: int, models: int = 1) -> Iterator[Running]:
    """Portkey's gateway, which has one process and is told the upstream with each request."""
    port = free_port()
    words = ["node", str(PORTKEY / "build" / "start-server.js"), f"--port={port}", "--headless"]
    headers = {"x-portkey-provider": "openai", "x-portkey-custom-host": upstream, "Authorization": "Bearer sk-none"}
    environment = {"TRUSTED_CUSTOM_HOSTS": "127.0.0.1", "NODE_ENV": "production"}
    with serving(words, environment, port, "/", folder / "portkey.log") as (process, ready_s):
        yield Running(asked(port, headers), port, process, ready_s)


@contextlib.contextmanager
def nobody(upstream: str, folder: Path, workers: int, models: int = 1) -> Iterator[Running]:
    """The upstream without a gateway, which the others are compared with."""
    port = int(upstream.rpartition(":")[2].partition("/")[0])
    yield Running(Target(upstream, {}, MODEL), port, None, 0.0)


def asked(port: int, headers: dict[str, str] | None = None) -> Target:
    """The gateway at *port*."""
    return Target(f"http://127.0.0.1:{port}/v1", headers or {"Authorization": f"Bearer {KEY}"}, MODEL)


class Start(t.Protocol):
    """How a gateway is started: *upstream* is a URL as far as ``/v1``, *folder* gets its files."""

    def __call__(
        self, upstream: str, folder: Path, workers: int, models: int = 1
    ) -> contextlib.AbstractContextManager[Running]: ...


GATEWAYS: dict[str, Start] = {
    "nobody": nobody,
    "collection": collection,
    "litellm": by_hand,
    "launcher": launcher,
    "portkey": portkey,
}


def version_of_peer() -> str:
    """Portkey's."""
    return str(json.loads((PORTKEY / "package.json").read_text(encoding="utf-8"))["version"])
