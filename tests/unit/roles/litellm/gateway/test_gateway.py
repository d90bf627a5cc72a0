"""The whole program, as service managers and clients see it."""

from __future__ import annotations

import http.client
import json
import logging
import os
import runpy
import signal
import socket
import subprocess
import sys
import typing as t
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import master
import pytest

from tests.unit.roles.litellm.gateway.conftest import KEY, LONGEST, PROGRAM, Slot, wait_until


def get(url: str, headers: Mapping[str, str] = MappingProxyType({})) -> t.Any:
    request = urllib.request.Request(url, headers=dict(headers))  # noqa: S310 - a test's own address
    with urllib.request.urlopen(request, timeout=LONGEST) as answer:  # noqa: S310 - the same
        return json.load(answer)


def children(process: int) -> list[int]:
    text = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(number) for number in text.split()]


def ended(process: subprocess.Popen[str]) -> str:
    """Stop it in order, and return what it printed."""
    process.terminate()
    output = process.communicate(timeout=LONGEST)[0]
    assert process.returncode == 0
    return output


def test_it_serves_drains_and_takes_its_state_away(slot: Slot) -> None:
    slot.state.write_text("ready 1\n")
    process = slot.start()
    slot.wait_for(f"ready {process.pid}\n")
    assert get(f"{slot.url}/health/readiness")["path"] == str(Path(sys.executable).parent)
    ask = "import sys, urllib.request as u; print(u.urlopen(sys.argv[1]).read())"
    with subprocess.Popen(  # noqa: S603 - this Python and a test's own address
        [sys.executable, "-c", ask, f"{slot.url}/slow"], stdout=subprocess.PIPE, text=True
    ) as client:
        wait_until((slot.folder / "asked").exists)
        output = ended(process)
        answer = client.communicate(timeout=LONGEST)[0]
    assert "finished" in answer, "a request that was accepted is answered"
    assert not slot.state.exists()
    assert "ready: serving 2 deployments" in output
    assert KEY not in output


def test_litellm_is_loaded_once_without_a_look_for_garbage_and_shared(slot: Slot) -> None:
    process = slot.start()
    slot.wait_for("ready ")
    memory = get(f"{slot.url}/memory")
    assert not memory["looked_for_garbage"]
    assert memory["frozen"] > 0
    assert memory["encoded_in"] == [process.pid]


def test_a_signal_for_new_log_files_ends_nothing(slot: Slot) -> None:
    process = slot.start()
    slot.wait_for("ready ")
    (worker,) = children(process.pid)
    for each in (signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2):
        os.kill(worker, each)
    os.kill(process.pid, signal.SIGUSR1)
    assert get(f"{slot.url}/slow") == "finished"
    assert children(process.pid) == [worker]
    assert "died" not in ended(process)


def test_variables_for_other_servers_do_no_harm(slot: Slot) -> None:
    slot.start(WEB_CONCURRENCY="auto", PROMETHEUS_MULTIPROC_DIR="/nowhere", GUNICORN_FD="7", GUNICORN_PID="1")
    slot.wait_for("ready ")
    assert get(f"{slot.url}/health/readiness")


def test_a_proxy_is_believed_by_its_network_too(slot: Slot) -> None:
    slot.start(FORWARDED_ALLOW_IPS="balancer1,127.0.0.0/8")
    slot.wait_for("ready ")
    assert get(f"{slot.url}/client", {"X-Forwarded-For": "192.0.2.7"}) == "192.0.2.7"


def test_a_kept_connection_is_answered_and_told_to_end(slot: Slot) -> None:
    process = slot.start()
    slot.wait_for("ready")
    client = http.client.HTTPConnection("127.0.0.1", slot.port, timeout=LONGEST)
    resting = http.client.HTTPConnection("127.0.0.1", slot.port, timeout=LONGEST)
    for connection in (client, resting):
        connection.connect()
    # Connections are accepted in turn, and a slot is ready a moment before it accepts.
    get(f"{slot.url}/who")
    process.terminate()
    told: list[str | None] = [None]
    # Until the worker has heard that it must stop, it answers as ever.
    while told[-1] is None:
        client.request("GET", "/who")
        answer = client.getresponse()
        assert answer.status == 200
        answer.read()
        told.append(answer.getheader("Connection"))
    resting.request("GET", "/who")
    last = resting.getresponse()
    assert (told[-1], last.status, last.getheader("Connection")) == ("close", 200, "close")
    last.read()
    process.communicate(timeout=LONGEST)
    assert process.returncode == 0


def test_a_connection_that_rests_is_closed_at_last(slot: Slot) -> None:
    process = slot.start()
    slot.wait_for("ready")
    resting = http.client.HTTPConnection("127.0.0.1", slot.port, timeout=LONGEST)
    resting.connect()
    # Connections are accepted in turn, and a slot is ready a moment before it accepts.
    get(f"{slot.url}/who")
    ended(process)
    assert resting.sock.recv(1) == b""


def test_a_worker_that_is_killed_is_replaced_while_the_other_serves(slot: Slot) -> None:
    slot.options["workers"] = 2
    process = slot.start()
    slot.wait_for(f"ready {process.pid}\n")
    victim, other = children(process.pid)
    os.kill(victim, signal.SIGKILL)
    wait_until(lambda: victim not in children(process.pid) and len(children(process.pid)) == 2)
    assert {get(f"{slot.url}/who") for _number in range(20)} <= {*children(process.pid), other}
    assert ended(process).count("ready: serving") == 1


def test_a_worker_that_is_spent_is_replaced_without_a_gap(slot: Slot) -> None:
    slot.options["max-requests-before-restart"] = 3
    process = slot.start()
    slot.wait_for("ready")
    first = children(process.pid)[0]
    answered: set[int] = set()

    def replaced() -> bool:
        answered.add(get(f"{slot.url}/who"))
        return first not in children(process.pid)

    wait_until(replaced)
    wait_until(lambda: get(f"{slot.url}/who") != first)
    assert first in answered
    ended(process)


def test_a_worker_that_dies_leaves_no_core(slot: Slot) -> None:
    process = slot.start()
    slot.wait_for("ready")
    (worker,) = children(process.pid)
    limits = Path(f"/proc/{worker}/limits").read_text().splitlines()
    assert [line.split()[4:6] for line in limits if line.startswith("Max core file size")] == [["0", "0"]]
    ended(process)


def test_workers_end_with_their_master(slot: Slot) -> None:
    process = slot.start()
    slot.wait_for("ready")
    (worker,) = children(process.pid)
    process.kill()
    process.communicate(timeout=LONGEST)
    wait_until(lambda: not Path(f"/proc/{worker}").exists())


def test_a_later_worker_that_does_not_start_takes_nobody_with_it(slot: Slot) -> None:
    slot.options["workers"] = 2
    switch = slot.folder / "broken"
    process = slot.start(FAILS_ONCE_THERE_IS=str(switch))
    slot.wait_for("ready")
    victim, other = children(process.pid)
    switch.touch()
    os.kill(victim, signal.SIGKILL)
    tried: set[int] = set()

    def one_has_failed() -> bool:
        now = set(children(process.pid))
        tried.update(now - {victim, other})
        return bool(tried - now)

    wait_until(one_has_failed)
    assert get(f"{slot.url}/who") == other
    switch.unlink()
    wait_until(lambda: len({get(f"{slot.url}/who") for _number in range(20)}) >= 1 and len(children(process.pid)) == 2)
    assert slot.state.read_text() == f"ready {process.pid}\n"
    assert "a worker does not start: LiteLLM does not start: RuntimeError: no database" in ended(process)


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({"BROKEN": "b"}, "LiteLLM loaded 1 of 2 declared deployments; it dropped: b"),
        ({"FAILS": "1"}, "LiteLLM does not start: RuntimeError: no database"),
    ],
)
def test_a_refused_release_ends_with_status_3_and_its_reason(
    slot: Slot, environment: dict[str, str], reason: str
) -> None:
    process = slot.start(**environment)
    output = process.communicate(timeout=LONGEST)[0]
    assert process.returncode == 3
    assert slot.state.read_text() == f"refused: {reason}\n"
    assert output.count(f"release refused: {reason}") == 1
    assert KEY not in output


@pytest.mark.parametrize(
    ("status", "ends_with", "state"),
    [("1", 3, "refused: LiteLLM does not start: it ended with status 1 and does not say why\n"), ("0", 0, None)],
)
def test_litellm_ends_by_itself(slot: Slot, status: str, ends_with: int, state: str | None) -> None:
    process = slot.start(EXITS=status)
    process.communicate(timeout=LONGEST)
    assert process.returncode == ends_with
    assert (slot.state.read_text() if slot.state.exists() else None) == state


def test_told_to_stop_while_it_loads(slot: Slot) -> None:
    process = slot.start(HANGS="1")
    assert process.stdout is not None
    while "model 'b'" not in process.stdout.readline():
        assert process.poll() is None
    ended(process)
    assert not slot.state.exists()


def test_a_file_that_cannot_be_read(slot: Slot) -> None:
    (slot.folder / "config.yaml").unlink()
    process = slot.start()
    assert "Traceback" in process.communicate(timeout=LONGEST)[0]
    assert process.returncode == 3
    assert "LiteLLM does not start: FileNotFoundError: [Errno 2]" in slot.state.read_text()


def test_a_package_that_is_missing_is_named(slot: Slot) -> None:
    (slot.folder / "site" / "litellm" / "proxy" / "proxy_server.py").write_text("import no_such_package\n")
    process = slot.start()
    process.communicate(timeout=LONGEST)
    reason = "LiteLLM does not start: ModuleNotFoundError: No module named 'no_such_package'"
    assert slot.state.read_text() == f"refused: {reason}\n"


def test_a_reason_holds_no_secret(slot: Slot) -> None:
    module = "import os\nraise RuntimeError(f\"bad key {os.environ['LITELLM_MASTER_KEY']}\")\n"
    (slot.folder / "site" / "litellm" / "proxy" / "proxy_server.py").write_text(module)
    process = slot.start()
    process.communicate(timeout=LONGEST)
    assert slot.state.read_text() == "refused: LiteLLM does not start: RuntimeError: bad key ****\n"


@pytest.mark.parametrize("opened", [False, True])
def test_a_port_that_nobody_handed_over(slot: Slot, opened: bool) -> None:
    slot.listener.close()
    slot.listener = socket.socket() if opened else open(os.devnull)  # type: ignore[assignment]  # noqa: SIM115 - no socket
    process = slot.start()
    process.communicate(timeout=LONGEST)
    assert process.returncode == 3
    assert slot.state.read_text().startswith("refused: the port was not handed over: file descriptor")


def test_what_systemd_says_of_the_socket_does_not_make_it_two(slot: Slot) -> None:
    process = slot.start(LISTEN_FDS="1", LISTEN_FDNAMES="litellm.socket")
    slot.wait_for("ready")
    assert get(f"{slot.url}/who")
    ended(process)


# --- Parts of it, in this process ---------------------------------------------------------------------

program = runpy.run_path(str(PROGRAM / "__main__.py"), run_name="gateway")


def test_environment_files_are_added_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {"KEPT": "1", "A": "old"})
    (tmp_path / "service.env").write_text('A="first"\nB="${A} $HOME"\n')
    (tmp_path / "litellm.env").write_text('A="second"\nBARE\n')
    program["read_environment"]([tmp_path / "service.env", tmp_path / "litellm.env"])
    assert os.environ == {"KEPT": "1", "A": "second", "B": "${A} $HOME"}


def test_the_command_line_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended_by_it:
        program["main"]([])
    assert ended_by_it.value.code == 2
    assert "--state-file" in capsys.readouterr().err


def test_requests_are_logged_as_litellm_logs(slot: Slot) -> None:
    request = "GET /who"
    for environment, count in (({}, 0), ({"JSON_LOGS": "True"}, 1)):
        process = slot.start(**environment)
        slot.wait_for("ready")
        get(f"{slot.url}/who")
        lines = [line for line in ended(process).splitlines() if request in line]
        assert len(lines) == 1
        assert sum(request in json.loads(line)["message"] for line in lines if line.startswith("{")) == count


def test_the_log_level_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    loggers = [logging.getLogger(name) for name in ("LiteLLM", "LiteLLM Proxy", "LiteLLM Router")]
    for logger in loggers:
        monkeypatch.setattr(logger, "level", logging.NOTSET)
    monkeypatch.delenv("LITELLM_LOG", raising=False)
    master.set_log_level()
    assert {logger.level for logger in loggers} == {logging.NOTSET}
    monkeypatch.setenv("LITELLM_LOG", "info")
    master.set_log_level()
    assert {logger.level for logger in loggers} == {logging.INFO}
