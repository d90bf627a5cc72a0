"""Who listens, who answers, and who could listen."""

from __future__ import annotations

import errno
import os
import socket
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import ports

from tests.certificates import issue
from tests.ports import free_port

Listener = t.Callable[..., int]
REMEDY = "free it, or choose another litellm_port or litellm_host."


@pytest.mark.parametrize(("status", "ready"), [(200, True), (503, False), (404, False)])
def test_readiness(gateway: t.Callable[..., int], status: int, ready: bool) -> None:
    assert ports.answers("127.0.0.1", gateway(status)) is ready


def test_readiness_over_https(tmp_path: Path, https: t.Callable[..., int]) -> None:
    own, other = issue("own", names=["own"], days=-2), issue("other", names=["other"])
    for name, issued in (("own", own), ("other", other)):
        (tmp_path / name).write_text(issued.pem)
    port = https(own)
    assert ports.answers("127.0.0.1", port, str(tmp_path / "own")), "one that has ended serves nevertheless"
    assert not ports.answers("127.0.0.1", port, str(tmp_path / "other"))
    assert not ports.answers("127.0.0.1", port, str(tmp_path / "missing"))
    assert not ports.answers("127.0.0.1", port)


def test_silence_is_no_readiness(listener: Listener) -> None:
    assert not ports.answers("127.0.0.1", listener(), seconds=0.1)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "0.0.0.0"])  # noqa: S104 - a test's own port
def test_listening_is_seen_at_its_address_only(listener: Listener, host: str) -> None:
    port = listener(host)
    assert ports.listens(host, port)
    assert not ports.listens("127.0.0.2", port)
    assert not ports.listens("no.such.host.invalid", port)


def test_a_free_port(listener: Listener) -> None:
    port = free_port()
    assert ports.port_fault("127.0.0.1", port) is None
    assert ports.port_fault("::1", port) is None


def test_a_taken_port_names_who_has_it(listener: Listener) -> None:
    port = listener()
    name = Path("/proc/self/comm").read_text().strip()
    expected = f"127.0.0.1:{port} is already in use by {name} (process {os.getpid()})"
    assert str(ports.port_fault("127.0.0.1", port)) == f"{expected}; {REMEDY}"
    assert str(ports.port_fault("0.0.0.0", port)).startswith(f"0.0.0.0:{port} is already in use")  # noqa: S104 - refused


def test_a_port_that_the_gateway_itself_has(listener: Listener) -> None:
    assert ports.port_fault("127.0.0.1", listener(), own={os.getpid()}) is None


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid", "[::1]"])
def test_an_address_of_another_host(host: str) -> None:
    assert str(ports.port_fault(host, 4000)) == f"{host} is not an address of this host; {REMEDY}"


def test_a_port_that_only_root_may_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_socket: socket.socket, _address: object) -> t.NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    fault = ports.port_fault("127.0.0.1", 80)
    assert str(fault) == f"127.0.0.1:80 needs root, because the port is below 1024; {REMEDY}"
