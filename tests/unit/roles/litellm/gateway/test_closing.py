"""A port that only one slot still serves closes with its last worker, whoever else has it."""

from __future__ import annotations

import errno
import http.client
import json
import socket
import threading
from pathlib import Path

import closing
import pytest

from tests.unit.roles.litellm.gateway.conftest import LONGEST, Slot, wait_until
from tests.unit.roles.litellm.gateway.test_gateway import get


def asked_until_refused(port: int, seen: list[str]) -> None:
    """Ask on new connections, one after the other, until one is refused or cut off."""
    while not seen or seen[-1] == "answered":
        client = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST)
        try:
            client.request("GET", "/who")
            client.getresponse().read()
            seen.append("answered")
        except (http.client.HTTPException, OSError) as error:
            seen.append(type(error).__name__)
        client.close()


def test_clients_of_a_port_that_closes_are_answered_or_refused(slot: Slot) -> None:
    """The test has the port as well, as the engine of a container has it."""
    slot.options["workers"] = 2
    process = slot.start()
    slot.wait_for("ready")
    get(f"{slot.url}/who")
    (slot.folder / "port-closes").touch()
    waiting = http.client.HTTPConnection("127.0.0.1", slot.port, timeout=LONGEST)
    waiting.request("GET", "/slow")
    wait_until((slot.folder / "asked").exists)
    seen: list[list[str]] = [[] for _client in range(8)]
    clients = [threading.Thread(target=asked_until_refused, args=(slot.port, each)) for each in seen]
    for client in clients:
        client.start()
    wait_until(lambda: all(seen))
    process.terminate()
    for client in clients:
        client.join()
    assert {each[-1] for each in seen} == {"ConnectionRefusedError"}
    assert json.load(waiting.getresponse()) == "finished"
    output = process.communicate(timeout=LONGEST)[0]
    assert process.returncode == 0
    assert "Traceback" not in output


def test_a_port_that_others_serve_stays_open(slot: Slot) -> None:
    (slot.folder / "port-closes").touch()
    process = slot.start()
    slot.wait_for("ready")
    assert not (slot.folder / "port-closes").exists(), "it was said of an earlier start"
    process.terminate()
    process.communicate(timeout=LONGEST)
    with socket.create_connection(("127.0.0.1", slot.port), timeout=LONGEST):
        assert slot.listener.accept()


@pytest.mark.parametrize("workers", [1, 3])
def test_the_last_worker_closes_it(tmp_path: Path, workers: int) -> None:
    told = closing.Closing(tmp_path / "port-closes")
    assert not told.is_last()
    (tmp_path / "port-closes").touch()
    told.begin(workers)
    assert [told.is_last() for _worker in range(workers)] == [*[False] * (workers - 1), True]
    assert not told.is_last()


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_who_comes_before_a_port_closes_is_answered_and_who_comes_later_is_refused(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, 0), family=family) as port:
        before = socket.create_connection(port.getsockname()[:2], timeout=LONGEST)
        closing.take_no_more([port])
        with socket.socket(family) as late:
            late.setblocking(False)
            late.connect_ex(port.getsockname())
            accepted = port.accept()[0]
            port.setblocking(False)
            with pytest.raises(BlockingIOError):
                port.accept()
            closing.close_for_all([port])
            closing.close_for_all([port])
            wait_until(lambda: late.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == errno.ECONNREFUSED)
        accepted.sendall(b"answer")
        assert before.recv(6) == b"answer"
        accepted.close()
        before.close()
