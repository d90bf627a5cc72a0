"""Which program is Redis, and what a throw-away one says of a configuration."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _redis_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._owned_files import Refusal, text_of
from ansible_collections.llmops.litellm.plugins.module_utils._redis import trial

FATAL = """\
*** FATAL CONFIG FILE ERROR (Redis 7.0.15) ***
Reading the configuration file, at line 4
>>> 'maxclient 10'
Bad directive or wrong number of arguments
"""
STARTING = "1:M 28 Nov 2026 17:35:04.942 "

SERVER = """\
#!{python}
import socket, sys
lines = dict(line.split(" ", 1) for line in open(sys.argv[1]).read().splitlines())
assert "replicaof" not in lines and lines["port"] == "0" and lines["aclfile"].startswith(lines["dir"]), lines
if lines["maxmemory"] == "wrong":
    sys.exit("1:M 1 Jan 2026 00:00:00.000 # users.acl is wrong in " + lines["dir"])
server = socket.socket(socket.AF_UNIX)
server.bind(lines["unixsocket"])
server.listen()
while True:
    client, _address = server.accept()
    while client.recv(4096):
        client.sendall(b"+OK\\r\\n")
"""


@pytest.mark.parametrize(
    ("release", "program"),
    [
        ('ID=debian\nVERSION_ID="12"\n', "redis"),
        ('ID=debian\nVERSION_ID="13"\n', "valkey"),
        ("ID=elsewhere\n", "redis"),
        ("", "redis"),
    ],
)
def test_valkey_is_chosen_where_the_distribution_has_it(
    host: Path, monkeypatch: pytest.MonkeyPatch, release: str, program: str
) -> None:
    read = text_of
    monkeypatch.setattr(trial, "text_of", lambda path: release if path == "/etc/os-release" else read(path))
    assert trial.program_of("auto") is trial.PROGRAMS[program]
    assert trial.program_of("redis") is trial.PROGRAMS["redis"]
    Path(places.UNITS[places.SERVICE]).write_text("ExecStart=@/usr/bin/valkey-check-rdb valkey-server x\n")
    assert trial.program_of("auto") is trial.PROGRAMS["valkey"]


def test_directives_are_read() -> None:
    assert trial.directives('# a\nport 0\n\nsave ""\nbind 10.0.0.1 ::1\n') == {
        "port": "0",
        "save": '""',
        "bind": "10.0.0.1 ::1",
    }


def test_the_reason_is_what_is_no_warning_of_each_start() -> None:
    assert trial.reason(FATAL) == "maxclient 10: Bad directive or wrong number of arguments"
    warned = f"{STARTING}# WARNING Memory overcommit must be enabled!\n"
    assert trial.reason(f"{STARTING}# Failed to load certificate\n{warned}") == "Failed to load certificate"
    assert trial.reason("exec format error\n") == "exec format error"
    assert trial.reason("") == "it said nothing"


def program(folder: Path) -> trial.Program:
    path = folder / "server"
    path.write_text(SERVER.format(python=sys.executable))
    path.chmod(0o755)
    return trial.Program(str(path), "redis-server", "redis-tools")


def tried(memory: str) -> dict[str, str]:
    text = (
        f"port 6379\nunixsocket {places.SOCKET}\ndir {places.STATES[0]}\naclfile {places.USERS}\n"
        f"maxmemory {memory}\nreplicaof 10.0.0.1 6379\n"
    )
    return {places.CONFIGURATION: text, places.USERS: "user default on\n", places.RUNTIME_FOLDER: "d /run\n"}


def test_a_trial_has_no_port_no_data_and_follows_nobody(host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = host / "t"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with trial.trial(program(host), tried("64"), "secret") as connection:
        assert connection.ask("PING") == "OK"
    assert not list(temporary.iterdir())


def test_what_does_not_start_is_refused_in_words_of_the_host(host: Path) -> None:
    with (
        pytest.raises(Refusal, match=r"users\.acl is wrong in "),
        trial.trial(program(host), tried("wrong"), "secret"),
    ):
        pass


def test_a_trial_that_hangs_is_ended(host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "START", 0.2)
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def begin(*args: object, **named: object) -> object:
        started.append(popen(["/bin/sleep", "60"]))
        return started[0]

    monkeypatch.setattr(subprocess, "Popen", begin)
    with pytest.raises(Refusal, match="it said nothing"), trial.trial(program(host), tried("64"), "secret"):
        pass
    assert started[0].returncode is not None
