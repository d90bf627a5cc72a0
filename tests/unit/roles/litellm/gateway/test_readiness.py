"""Whether a gateway takes requests, as its port answers."""

from __future__ import annotations

import http.server
import logging
import socket
import ssl
import threading
import typing as t
from pathlib import Path

import json_log
import pytest
import readiness
from checks import AnsweredChecks
from readiness import Readiness, address_of

from tests.certificates import issue
from tests.unit.roles.litellm.gateway.conftest import wait_until


class Port(http.server.ThreadingHTTPServer):
    """Answers the question with this status."""

    status = 200


class Handler(http.server.BaseHTTPRequestHandler):
    server: Port

    def do_GET(self) -> None:
        self.send_response(self.server.status if self.path == "/health/readiness" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_arguments: object) -> None: ...


@pytest.fixture
def port() -> t.Iterator[Port]:
    with Port(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_gateway_that_answers_is_ready(port: Port) -> None:
    gateway = Readiness(*address_of(port.fileno()), secure=False)
    assert gateway.ask()
    port.status = 503
    assert not gateway.ask()


def test_one_that_hangs_or_is_not_there_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "ANSWER_SECONDS", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        gateway = Readiness(*address_of(listener.fileno()), secure=False)
        assert not gateway.ask()
    assert not gateway.ask()


def test_it_speaks_https(port: Port, tmp_path: Path) -> None:
    host = issue("gateway.example.com", names=["gateway.example.com"])
    (tmp_path / "cert.pem").write_text(host.pem)
    (tmp_path / "key.pem").write_text(host.key_pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    port.socket = context.wrap_socket(port.socket, server_side=True)
    address = address_of(port.fileno())
    assert Readiness(*address, secure=True).ask()
    assert not Readiness(*address, secure=False).ask()


def test_it_asks_again_and_again(port: Port, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "WATCH_SECONDS", 0.01)
    port.status = 503
    gateway = Readiness(*address_of(port.fileno()), secure=False)
    assert gateway.ready
    gateway.watch()
    wait_until(lambda: not gateway.ready)
    port.status = 200
    wait_until(lambda: gateway.ready)


@pytest.mark.parametrize(("host", "asked"), [("0.0.0.0", "127.0.0.1"), ("127.0.0.2", "127.0.0.2")])  # noqa: S104
def test_every_address_has_one_to_ask(host: str, asked: str) -> None:
    with socket.create_server((host, 0)) as listener:
        assert address_of(listener.fileno()) == (asked, listener.getsockname()[1])


def test_an_answered_check_is_no_news(capsys: pytest.CaptureFixture[str]) -> None:
    def logged(path: str, status: int) -> bool:
        arguments = ("127.0.0.1:1", "GET", path, "1.1", status)
        record = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, '%s - "%s %s HTTP/%s" %d', arguments, None)
        json_log.print_request({"method": "GET", "path": path}, {"status": status}, 0.1, whole=True)
        printed = bool(capsys.readouterr().out)
        assert AnsweredChecks().filter(record) == printed
        return printed

    assert not logged("/health/readiness", 200)
    assert not logged("/health/liveliness?x=1", 200)
    assert logged("/health/readiness", 503)
    assert logged("/health", 200)
    assert AnsweredChecks().filter(logging.LogRecord("uvicorn.access", logging.INFO, "", 0, "a line", None, None))
