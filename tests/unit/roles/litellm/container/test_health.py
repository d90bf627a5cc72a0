"""The health check of a container, run as the engine runs it."""

from __future__ import annotations

import http.server
import socket
import ssl
import subprocess
import sys
import threading
import typing as t
from pathlib import Path

import pytest

from tests.certificates import Issued, issue

PROGRAM = Path(__file__).parents[5] / "roles" / "litellm" / "files" / "container" / "health.py"


def check(state_file: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(PROGRAM), f"--state-file={state_file}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 - this Python


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    (tmp_path / "state").write_text("ready 1\n")
    return tmp_path / "state"


@pytest.fixture
def serve(tmp_path: Path) -> t.Iterator[t.Callable[..., str]]:
    """Answer every request with a status, over HTTPS where there is a certificate; returns the URL."""
    servers = []

    def start(status: int, issued: Issued | None = None) -> str:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_arguments: object) -> None:
                """Keep the test's output its own."""

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        if issued:
            (tmp_path / "served.pem").write_text(issued.pem + issued.key_pem)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tmp_path / "served.pem")
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"{'https' if issued else 'http'}://127.0.0.1:{server.server_address[1]}/health/liveliness"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_slot_that_is_not_ready(tmp_path: Path) -> None:
    found = check(tmp_path / "state")
    assert (found.returncode, found.stderr) == (1, "not ready yet, or stopping\n")


def test_a_slot_that_was_refused_says_why(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("refused: LiteLLM loaded 1 of 2 declared deployments\n")
    found = check(tmp_path / "state")
    assert (found.returncode, found.stderr) == (1, "refused: LiteLLM loaded 1 of 2 declared deployments\n")


def test_a_slot_in_a_network_of_its_own(ready: Path) -> None:
    assert check(ready).returncode == 0


def test_a_slot_that_answers(ready: Path, serve: t.Callable[..., str]) -> None:
    assert check(ready, f"--url={serve(200)}").returncode == 0


@pytest.mark.parametrize("days", [90, -2])
def test_a_slot_that_answers_over_https(ready: Path, serve: t.Callable[..., str], tmp_path: Path, days: int) -> None:
    own, other = issue("own", names=["llm.example.com"], days=days), issue("other")
    for name, issued in (("own", own), ("other", other)):
        (tmp_path / name).write_text(issued.pem + other.pem)
    url = serve(200, own)
    assert check(ready, f"--url={url}", f"--certificate={tmp_path / 'own'}").returncode == 0
    found = check(ready, f"--url={url}", f"--certificate={tmp_path / 'other'}")
    assert found.returncode == 1
    assert "CERTIFICATE_VERIFY_FAILED" in found.stderr


def test_a_slot_that_drains(ready: Path, serve: t.Callable[..., str]) -> None:
    found = check(ready, f"--url={serve(503)}")
    assert found.returncode == 1
    assert "503" in found.stderr


def test_a_slot_that_hangs(ready: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"http://127.0.0.1:{mute.getsockname()[1]}/"
        found = check(ready, f"--url={url}", "--seconds=0.2")
    assert found.returncode == 1
    assert "timed out" in found.stderr
