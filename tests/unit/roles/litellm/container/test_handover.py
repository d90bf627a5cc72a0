"""The program between systemd and Docker, with a program in Docker's place that runs the command without a container."""

from __future__ import annotations

import contextlib
import grp
import importlib.util
import os
import pwd
import signal
import socket
import subprocess
import sys
import textwrap
import typing as t
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[5] / "roles" / "litellm" / "files" / "container" / "handover.py"
SECRETS = 'OPENAI_API_KEY="sk-of-the-test"\n'
STAND_IN = """\
#!{python}
import os, sys
with open({log!r}, "a") as log:
    print(*sys.argv[1:], *(name for name in ("LISTEN_FDS", "NOTIFY_SOCKET") if name in os.environ), file=log)
if sys.argv[1] == "run":
    command = sys.argv[sys.argv.index("IMAGE") + 1 :]
    os.execv(command[0], command)
"""
CONTAINER = """\
import os, signal, socket, sys
port = socket.socket(fileno=3)
notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
notices.connect(sys.argv[1] + "/notify.sock")
signal.signal(signal.SIGTERM, lambda *_: sys.exit(7))
notices.send(b"READY=1\\nMAINPID=1\\nSTATUS=serving")
while True:
    client, _ = port.accept()
    client.sendall(open("/dev/fd/4", "rb").read())
    client.close()
"""


def loaded_program() -> t.Any:
    spec = importlib.util.spec_from_file_location("handover", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


handover = loaded_program()


class Unit(t.NamedTuple):
    """The program as systemd's service."""

    process: subprocess.Popen[bytes]
    port: int
    notices: socket.socket
    log: Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The slot's folder, with the secrets, and the stand-in for Docker beside it."""
    (tmp_path / "litellm.env").write_text(SECRETS)
    (tmp_path / "container.py").write_text(CONTAINER)
    stand_in = tmp_path / "docker"
    stand_in.write_text(STAND_IN.format(python=sys.executable, log=str(tmp_path / "log")))
    stand_in.chmod(0o755)
    (tmp_path / "run").mkdir()
    return tmp_path / "run"


def command_line(folder: Path, *command: str) -> list[str]:
    account = ["--user=" + pwd.getpwuid(os.getuid()).pw_name, "--group=" + grp.getgrgid(os.getgid()).gr_name]
    secrets = f"--secrets={folder.parent / 'litellm.env'}"
    whom = [f"--engine={folder.parent / 'docker'}", "--name=litellm-1"]
    return ["run", *whom, f"--folder={folder}", *account, secrets, "--", "--read-only", "IMAGE", *command]


@contextlib.contextmanager
def started(folder: Path, *command: str) -> t.Iterator[Unit]:
    """Start the program as systemd would: the port at descriptor 3, and somewhere to send notices to."""
    starter = textwrap.dedent(f"""\
        import importlib.util, os, sys
        os.dup2(int(sys.argv[1]), 3)
        spec = importlib.util.spec_from_file_location("handover", {str(PROGRAM)!r})
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        sys.exit(module.main(sys.argv[2:]))
    """)
    with (
        socket.create_server(("127.0.0.1", 0)) as port,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notices,
        subprocess.Popen(  # noqa: S603 - this Python
            [sys.executable, "-c", starter, str(port.fileno()), *command_line(folder, *command)],
            pass_fds=[port.fileno()],
            env={"LISTEN_FDS": "1", "NOTIFY_SOCKET": str(folder.parent / "systemd.sock")},
        ) as process,
    ):
        notices.bind(str(folder.parent / "systemd.sock"))
        notices.settimeout(30)
        try:
            yield Unit(process, port.getsockname()[1], notices, folder.parent / "log")
        finally:
            process.kill()


def received(folder: Path, *command: str) -> list[str]:
    """The command line of the container's first process."""
    return [sys.executable, "-I", str(PROGRAM), "receive", f"--folder={folder}", "--", *command]


def test_the_container_serves_the_port_with_its_secrets_and_is_heard(folder: Path) -> None:
    inside = [sys.executable, str(folder.parent / "container.py"), str(folder)]
    with started(folder, *received(folder, *inside)) as unit:
        assert unit.notices.recv(4096) == b"READY=1\nSTATUS=serving"
        with socket.create_connection(("127.0.0.1", unit.port), timeout=30) as client:
            assert client.makefile().read() == SECRETS
        unit.process.send_signal(signal.SIGTERM)
        assert unit.process.wait(30) == 7
    calls = unit.log.read_text().splitlines()
    assert calls[0] == calls[2] == "container rm --force litellm-1"
    assert calls[1].startswith(f"run --rm --name=litellm-1 --user={os.getuid()}:{os.getgid()} --read-only IMAGE")
    assert SECRETS not in unit.log.read_text()
    assert "LISTEN_FDS" not in unit.log.read_text(), "podman would take its own third descriptor for the port"
    assert "NOTIFY_SOCKET" not in unit.log.read_text()


def test_the_status_of_a_container_that_never_asks_is_the_unit_s(folder: Path) -> None:
    with started(folder, sys.executable, "-c", "raise SystemExit(3)") as unit:
        assert unit.process.wait(30) == 3


def test_the_folder_opens_to_the_group_and_the_sockets_to_the_user(folder: Path) -> None:
    with started(folder, sys.executable, "-c", "import time; time.sleep(60)") as unit:
        while not (folder / "notify.sock").exists():
            assert unit.process.poll() is None
        assert folder.stat().st_gid == os.getgid()
        modes = {path.name: path.stat().st_mode & 0o777 for path in folder.glob("*.sock")}
        assert modes.pop("handover.sock") == 0o600


def test_without_a_port_it_does_not_start(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LISTEN_FDS", raising=False)
    with pytest.raises(SystemExit, match=r"litellm\.socket"):
        handover.main(command_line(folder))


def test_what_is_left_is_removed(folder: Path) -> None:
    assert handover.main(["remove", f"--engine={folder.parent / 'docker'}", "--name=litellm-2"]) == 0
    assert (folder.parent / "log").read_text() == "container rm --force litellm-2\n"


def test_a_container_speaks_for_itself_only() -> None:
    notice = b"READY=1\nMAINPID=1\nFDSTORE=1\nSTATUS=loading LiteLLM\nSTOPPING=1\nEXTEND_TIMEOUT_USEC=5"
    assert handover.passed_on(notice) == b"READY=1\nSTATUS=loading LiteLLM\nSTOPPING=1\nEXTEND_TIMEOUT_USEC=5"
    assert handover.passed_on(b"MAINPID=1") == b""
