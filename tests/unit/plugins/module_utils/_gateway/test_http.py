"""Requests over real sockets: what is sent, what comes back, and what does not."""

from __future__ import annotations

import functools
import http.server
import socket
import threading
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.errors import GatewayError
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.http import Answer, Request, sender

from tests.certificates import Issued, issue
from tests.unit.plugins.gateway_stub import KEY, GatewayStub, answer, error, served

KEYED = {"Authorization": f"Bearer {KEY}"}


@pytest.fixture
def send() -> t.Callable[..., Answer]:
    plain = sender(timeout=2, validate_certs=True, use_proxy=False)
    return lambda url, body=None: plain(Request("GET" if body is None else "POST", url, KEYED, body))


def test_an_answer_with_its_headers_in_lower_case(send: t.Callable[..., Answer]) -> None:
    with served(GatewayStub({"/x": answer({"n": 1}, headers={"X-LiteLLM-Model-Id": "chat"})})) as url:
        found = send(f"{url}/x")
    assert (found.status, found.json, found.headers["x-litellm-model-id"]) == (200, {"n": 1}, "chat")
    assert 0 < found.first_byte_ms <= found.total_ms


def test_a_body_is_sent_as_json(send: t.Callable[..., Answer]) -> None:
    stub = GatewayStub()
    with served(stub) as url:
        send(f"{url}/v1/chat/completions", {"model": "m"})
    assert stub.bodies() == [{"model": "m"}]
    assert stub.asked[0].headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_a_refusal_is_an_answer_and_is_not_asked_again(send: t.Callable[..., Answer], status: int) -> None:
    stub = GatewayStub({"/x": error(status, "no")})
    with served(stub) as url:
        found = send(f"{url}/x")
    assert (found.status, found.json["error"]["message"]) == (status, "no")
    assert len(stub.asked) == 1


def test_the_key_does_not_follow_a_redirect(send: t.Callable[..., Answer]) -> None:
    other = GatewayStub({"/x": answer({})})
    with served(other) as elsewhere:
        stub = GatewayStub({"/x": answer({}, 302, {"Location": f"{elsewhere}/x"})})
        with served(stub) as url:
            assert send(f"{url}/x").status == 302
    assert other.asked == []


def test_a_body_that_is_no_json() -> None:
    assert answer(b"<html>").json is None


def test_nobody_listens(send: t.Callable[..., Answer]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(GatewayError, match=r"/x cannot be asked: .*refused") as raised:
            send(f"http://127.0.0.1:{closed.getsockname()[1]}/x")
    assert raised.value.as_result()["kind"] == "unavailable"


def test_silence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        send = sender(timeout=1, validate_certs=True, use_proxy=False)
        with pytest.raises(GatewayError, match="/x was silent for 1 seconds") as raised:
            send(Request("GET", f"http://127.0.0.1:{mute.getsockname()[1]}/x", {}))
    assert raised.value.kind == "timeout"


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", b"nonsense\r\n\r\n"])
def test_a_connection_that_breaks(send: t.Callable[..., Answer], said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer_badly() -> None:
            connection, _address = server.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(said)

        threading.Thread(target=answer_badly, daemon=True).start()
        with pytest.raises(GatewayError, match="/x cannot be asked") as raised:
            send(f"http://127.0.0.1:{server.getsockname()[1]}/x")
    assert raised.value.kind == "unavailable"


def test_the_first_byte_is_timed_by_itself(send: t.Callable[..., Answer]) -> None:
    class Slow(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{")
            self.wfile.flush()
            pause.wait(0.3)
            self.wfile.write(b"}")

        def log_message(self, *_arguments: object) -> None:
            """Keep the test's output its own."""

    pause = threading.Event()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Slow) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        found = send(f"http://127.0.0.1:{server.server_address[1]}/")
        server.shutdown()
    assert found.json == {}
    assert found.total_ms - found.first_byte_ms > 200


def test_a_gateway_is_known_by_its_very_certificate(tmp_path: Path, https: t.Callable[[Issued], int]) -> None:
    own, other = (issue(name, names=["llm.example.com"]) for name in ("own", "other"))
    for name, issued in (("own", own), ("other", other)):
        (tmp_path / name).write_text(issued.pem)
    request = Request("GET", f"https://127.0.0.1:{https(own)}/x", {})
    ask = functools.partial(sender, timeout=20, validate_certs=True, use_proxy=False)
    assert ask(certificate=str(tmp_path / "own"))(request).json == {}
    for wrong in (str(tmp_path / "other"), ""):
        with pytest.raises(GatewayError, match="CERTIFICATE_VERIFY_FAILED"):
            ask(certificate=wrong)(request)
    with pytest.raises(GatewayError, match="No such file"):
        ask(certificate=str(tmp_path / "missing"))(request)


def test_who_is_known_by_a_certificate_is_not_followed_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "own").write_text(issue("own").pem)
    other = GatewayStub({"/x": answer({})})
    with served(other) as elsewhere:
        stub = GatewayStub({"/x": answer({}, 302, {"Location": f"{elsewhere}/x"}), "/y": error(503, "no")})
        with served(stub) as url:
            send = sender(20, True, False, str(tmp_path / "own"))
            assert send(Request("GET", f"{url}/x", KEYED)).status == 302
            assert send(Request("POST", f"{url}/y", KEYED, {"model": "m"})).status == 503
    assert other.asked == []
    assert stub.bodies() == [{"model": "m"}]
