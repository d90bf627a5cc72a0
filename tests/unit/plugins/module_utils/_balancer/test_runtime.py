"""What a balancer says at its sockets becomes data."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._balancer import runtime as module
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.errors import BalancerError
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.runtime import Runtime, Served

from tests.unit.plugins.module_utils._balancer.conftest import FakeHaproxy, Worker


def test_gateways(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    assert runtime.gateways() == [
        Served("gw1", "10.0.0.1:4000", "UP", "L7OK/200", 1),
        Served("gw2", "10.0.0.1:4000", "UP", "L7OK/200", 0),
    ]


def test_requests_in_former_workers_count(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    haproxy.former = {5: Worker({"gw1": ("UP", 2), "gone": ("UP", 1)}), 6: Worker({"gw1": ("UP", 3)})}
    assert [gateway.sessions for gateway in runtime.gateways()] == [6, 0]


def test_a_former_worker_may_end_before_it_is_asked(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    haproxy.former = {5: None}
    assert [gateway.sessions for gateway in runtime.gateways()] == [1, 0]


def test_a_state_is_set_in_all_workers(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    former = Worker({"gw1": ("UP", 2)})
    haproxy.former = {5: former}
    runtime.set_state("gw1", "drain")
    assert haproxy.worker.gateways["gw1"] == ("DRAIN", 1)
    assert former.gateways["gw1"] == ("DRAIN", 2)


def test_a_state_of_a_gateway_that_is_none(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    with pytest.raises(BalancerError, match="does not set gw3 to drain: No such server"):
        runtime.set_state("gw3", "drain")


def test_info(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    assert runtime.runs()
    assert runtime.info() == {"Name": "HAProxy", "Version": "3.0.11", "description": "configuration 1"}


def test_nobody_there(runtime: Runtime) -> None:
    assert not runtime.runs()
    with pytest.raises(BalancerError, match=r"cannot be asked at .*admin\.sock: No such file or directory"):
        runtime.info()


def test_a_socket_that_nobody_listens_at(haproxy: FakeHaproxy, runtime: Runtime, tmp_path: Path) -> None:
    haproxy.close()
    assert (tmp_path / "admin.sock").exists()
    assert not runtime.runs()


def test_a_master_that_begins_anew_is_waited_for(haproxy: FakeHaproxy, runtime: Runtime, tmp_path: Path) -> None:
    master, elsewhere = tmp_path / "master.sock", tmp_path / "elsewhere.sock"
    master.rename(elsewhere)
    threading.Timer(0.3, elsewhere.rename, [master]).start()
    assert runtime.former_workers() == []


def test_a_master_that_stays_away(
    haproxy: FakeHaproxy, runtime: Runtime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    haproxy.close()
    with pytest.raises(BalancerError, match=r"cannot be asked at .*master\.sock: Connection refused"):
        runtime.former_workers()


@pytest.mark.parametrize(
    ("status", "serves", "drained"),
    [
        ("UP", True, False),
        ("UP 1/3", True, False),
        ("no check", True, False),
        ("DOWN", False, False),
        ("DOWN 1/2", False, False),
        ("MAINT", False, False),
        ("DRAIN", False, True),
        ("DRAIN 1/3", False, True),
    ],
)
def test_states(status: str, serves: bool, drained: bool) -> None:
    gateway = Served("gw1", "", status, "", 0)
    assert (gateway.serves, gateway.drained) == (serves, drained)
    assert gateway.as_result()["serves"] is serves


def test_an_empty_answer_has_no_gateways(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    haproxy.answers = {"show stat": "\n"}
    assert runtime.gateways() == []


def test_the_last_resort_is_no_other_gateway(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    haproxy.worker = Worker({"gw1": ("DRAIN", 1), "gw2": ("DOWN", 0), "gw1:last-resort": ("no check", 2)})
    haproxy.former = {7: Worker({"gw1": ("DRAIN", 4), "gw1:last-resort": ("no check", 8)})}
    assert [(gateway.name, gateway.sessions) for gateway in runtime.gateways()] == [("gw1", 15), ("gw2", 0)]
