"""Real files, processes and sockets for tests of what looks at a host."""

from __future__ import annotations

import contextlib
import copy
import hashlib
import http.server
import os
import pwd
import socket
import ssl
import subprocess
import sys
import threading
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.resolve import HostRefused
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout
from ansible_collections.llmops.litellm.plugins.modules import litellm_release

from tests.certificates import Issued
from tests.unit.plugins.module_utils.releases import programs

SECRETS = 'LITELLM_MASTER_KEY="sk-of-the-test"\n'
FOLDERS = ("install", "config", "state", "runtime")


@pytest.fixture(autouse=True)
def ordinary_umask() -> t.Iterator[None]:
    """What a test makes has the modes of an ordinary host, whoever runs the test."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A layout whose every folder, that of systemd's units included, is below the test's own."""
    names = (*FOLDERS, "units", "quadlets")
    return Layout(**{name: str(tmp_path / name) for name in names})


@pytest.fixture
def listener() -> t.Iterator[t.Callable[..., int]]:
    """Open a socket that listens on an address; returns its port."""
    with contextlib.ExitStack() as stack:

        def listen(host: str = "127.0.0.1", port: int = 0) -> int:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            opened = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
            opened.bind((host, port))
            opened.listen(1)
            return t.cast("int", opened.getsockname()[1])

        yield listen


@pytest.fixture
def gateway() -> t.Iterator[t.Callable[..., int]]:
    """Serve a status on every path of a port of 127.0.0.1; returns the port."""
    with contextlib.ExitStack() as stack:

        def serve(status: int = 200) -> int:
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self) -> None:
                    self.send_response(status if self.path == "/health/readiness" else 404)
                    self.end_headers()

                def log_message(self, *_arguments: object) -> None:
                    """Keep the test's output its own."""

            server = stack.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            return server.server_address[1]

        yield serve


@pytest.fixture
def https(tmp_path: Path) -> t.Iterator[t.Callable[[Issued], int]]:
    """Serve 200 on every path of a port of 127.0.0.1 with a certificate; returns the port."""
    with contextlib.ExitStack() as stack:

        def serve(issued: Issued) -> int:
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self) -> None:
                    self.send_response(200)
                    self.end_headers()
                    self.wfile.write(b"{}")

                def log_message(self, *_arguments: object) -> None:
                    """Keep the test's output its own."""

            (tmp_path / "served.pem").write_text(issued.pem + issued.key_pem)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tmp_path / "served.pem")
            server = stack.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler))
            server.socket = context.wrap_socket(server.socket, server_side=True)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            return server.server_address[1]

        yield serve


@pytest.fixture
def process() -> t.Iterator[t.Callable[..., int]]:
    """Start a process that waits, with words on its command line; returns its id."""
    with contextlib.ExitStack() as stack:

        def start(*words: str) -> int:
            command = [sys.executable, "-c", "import sys; print(flush=True); sys.stdin.read()", *words]
            started = stack.enter_context(
                subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - this Python
            )
            stack.callback(started.kill)
            assert started.stdout is not None
            started.stdout.readline()
            return started.pid

        yield start


@pytest.fixture
def write() -> t.Callable[..., None]:
    """Write a file and the folders above it."""

    def write_file(path: str | Path, text: str, mode: str = "0644") -> None:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")
        Path(path).chmod(int(mode, 8))

    return write_file


@pytest.fixture
def install(layout: Layout, write: t.Callable[..., None]) -> t.Callable[..., str]:
    """Make what stands for a virtual environment of *layout*; returns its folder."""

    def make(name: str, stamp: str | None = "complete", python: str = sys.executable) -> str:
        folder = Path(layout.installation(name))
        (folder / "bin").mkdir(parents=True)
        (folder / "bin" / "python").symlink_to(python)
        write(layout.requirements(name), "litellm")
        write(folder / "lib/python3.11/site-packages/litellm/__init__.py", "")
        if stamp is not None:
            write(layout.stamp(name), stamp)
        return str(folder)

    return make


@pytest.fixture
def options(tmp_path: Path) -> dict[str, t.Any]:
    """The module's options for a release below the test's own folder."""
    return options_below(tmp_path)


def options_below(folder: Path) -> dict[str, t.Any]:
    """The module's options for a release below *folder*, by supervisor."""
    return {
        **defaults(litellm_release.ARGUMENTS),
        "version": "1.106.2",
        "requirements_digest": "requirements",
        "config": "model_list: []\n",
        "service_environment": "",
        "secrets_digest": hashlib.sha256(SECRETS.encode()).hexdigest(),
        "gateway": programs({"__main__.py": ""}),
        "service_manager": "supervisor",
        "host": "127.0.0.1",
        "port": 4000,
        "user": pwd.getpwuid(os.getuid()).pw_name,
        "group": "root",
        "names": ["gateway1.example.com"],
        "start_timeout": 180,
        "drain_timeout": 60,
        "keepalive_timeout": 75,
        "directories": {name: str(folder / name) for name in FOLDERS},
        "container": {
            **defaults(litellm_release.ARGUMENTS["container"]["options"]),
            "image": "ghcr.io/berriai/litellm:v1.106.2",
            "python": "/app/.venv/bin/python",
        },
    }


def defaults(arguments: t.Mapping[str, t.Mapping[str, t.Any]]) -> dict[str, t.Any]:
    """What the module has for each of *arguments* that a task leaves out."""
    return {name: copy.deepcopy(facts.get("default")) for name, facts in arguments.items()}


def reasons(action: t.Callable[[], object]) -> list[str]:
    with pytest.raises(HostRefused) as refused:
        action()
    assert str(refused.value) == " ".join([*refused.value.problems, "Nothing was changed."])
    return refused.value.problems
