"""Gateways are drained and brought back, and a configuration is taken over, without losing a request."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.changes import (
    Clock,
    Outcome,
    bring_back,
    drain,
    take_over,
)
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.errors import BalancerError
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.runtime import Runtime, Served

from tests.unit.plugins.module_utils._balancer.conftest import FakeHaproxy, Worker


class Played(Clock):
    """Time that passes without waiting. *then* says what happens at which pause, counted from 1."""

    def __init__(self, then: dict[int, t.Callable[[], None]] | None = None) -> None:
        self.pauses = 0
        self._then = then or {}

    def now(self) -> float:
        return float(self.pauses)

    def pause(self) -> None:
        self.pauses += 1
        self._then.get(self.pauses, lambda: None)()


def test_time_passes() -> None:
    clock = Clock()
    before = clock.now()
    clock.pause()
    assert clock.now() > before


def test_drain_waits_until_the_gateway_has_answered(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    clock = Played({3: lambda: haproxy.worker.gateways.update(gw1=("DRAIN", 0))})
    outcome = drain(runtime, "gw1", 60, clock, False)
    assert outcome == Outcome(True, Served("gw1", "10.0.0.1:4000", "DRAIN", "L7OK/200", 0))
    assert clock.pauses == 3


def test_drain_tells_what_is_left(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    outcome = drain(runtime, "gw1", 4, Played(), False)
    assert outcome.changed
    assert outcome.warning == "1 requests at gw1 are not answered after 4 s, and go on."


def test_draining_twice_changes_nothing(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    haproxy.worker.gateways["gw1"] = ("DRAIN", 0)
    assert not drain(runtime, "gw1", 4, Played(), False).changed
    assert not any(command.startswith("set") for command in haproxy.said)


def test_the_only_gateway_goes_on(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    del haproxy.worker.gateways["gw2"]
    outcome = drain(runtime, "gw1", 4, Played(), False)
    assert (outcome.changed, "is the only gateway" in outcome.warning) == (False, True)
    assert haproxy.worker.gateways["gw1"] == ("UP", 1)


def test_a_gateway_is_drained_once_another_one_serves_again(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    haproxy.worker.gateways |= {"gw1": ("UP", 0), "gw2": ("DOWN", 0)}

    def back() -> None:
        haproxy.worker.gateways["gw2"] = ("UP", 0)

    assert drain(runtime, "gw1", 4, Played({2: back}), False).changed
    assert any(command.startswith("set server gateways/gw1 state drain") for command in haproxy.said)


def test_the_last_gateway_that_serves_is_not_drained(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    haproxy.worker.gateways["gw2"] = ("DOWN", 0)
    with pytest.raises(
        BalancerError, match=r"gw1 is left as it is, for no other gateway serves \(gw2: DOWN\)\. .*--limit gw2$"
    ):
        drain(runtime, "gw1", 4, Played(), False)
    assert haproxy.worker.gateways["gw1"] == ("UP", 1)


@pytest.mark.parametrize("change", [drain, bring_back])
def test_a_gateway_that_is_none(haproxy: FakeHaproxy, runtime: Runtime, change: t.Any) -> None:
    with pytest.raises(BalancerError, match=r"has no gateway gw11; did you mean \'gw1\'\?"):
        change(runtime, "gw11", 4, Played(), False)
    with pytest.raises(BalancerError, match=r"has no gateway zebra; it has gw1, gw2\."):
        change(runtime, "zebra", 4, Played(), False)


@pytest.mark.parametrize("change", [drain, bring_back])
def test_where_no_balancer_runs_there_is_nothing_to_do(runtime: Runtime, change: t.Any) -> None:
    outcome = change(runtime, "gw1", 4, Played(), False)
    assert (outcome.changed, outcome.gateway) == (False, None)
    assert outcome.warning.startswith("No balancer runs here")


def test_bring_back_waits_until_the_gateway_is_up(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    haproxy.worker.gateways["gw1"] = ("DRAIN", 0)
    set_state = runtime.set_state

    def ready_but_down(gateway: str, state: str) -> None:
        set_state(gateway, state)
        haproxy.worker.gateways["gw1"] = ("DOWN 1/2", 0)

    runtime.set_state = ready_but_down  # type: ignore[method-assign]
    clock = Played({2: lambda: haproxy.worker.gateways.update(gw1=("UP", 0))})
    outcome = bring_back(runtime, "gw1", 60, clock, False)
    assert outcome.changed
    assert outcome.gateway
    assert outcome.gateway.status == "UP"


def test_bring_back_fails_where_the_gateway_stays_down(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    haproxy.worker.gateways["gw1"] = ("DOWN", 0)
    with pytest.raises(BalancerError, match=r"after 3 s the balancer finds it DOWN \(L7OK/200\)"):
        bring_back(runtime, "gw1", 3, Played(), False)


def test_bringing_back_what_is_up_changes_nothing(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    assert not bring_back(runtime, "gw1", 3, Played(), False).changed


def test_check_mode_only_tells(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    assert drain(runtime, "gw1", 3, Played(), True).changed
    assert haproxy.worker.gateways["gw1"] == ("UP", 1)
    haproxy.worker.gateways["gw1"] = ("MAINT", 0)
    assert bring_back(runtime, "gw1", 3, Played(), True).changed
    assert haproxy.worker.gateways["gw1"] == ("MAINT", 0)
    assert take_over(runtime, "configuration 2", 3, Played(), True)
    assert "reload" not in haproxy.said


def test_a_configuration_is_taken_over_and_drained_gateways_stay_drained(
    haproxy: FakeHaproxy, runtime: Runtime
) -> None:
    haproxy.worker.gateways.update(gw1=("DRAIN", 0), gone=("DRAIN", 0))
    new = Worker({"gw1": ("UP", 0), "gw2": ("UP", 0)}, "configuration 2")
    haproxy.on_reload = lambda: setattr(haproxy, "worker", new)
    assert take_over(runtime, "configuration 2", 5, Played(), False)
    assert new.gateways == {"gw1": ("DRAIN", 0), "gw2": ("UP", 0)}
    assert not take_over(runtime, "configuration 2", 5, Played(), False)


def test_a_reload_takes_its_time(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    new = Worker({"gw1": ("UP", 0)}, "configuration 2")
    haproxy.answers = {"show stat": haproxy.worker.table()}
    clock = Played({2: lambda: setattr(haproxy, "worker", new)})
    assert take_over(runtime, "configuration 2", 5, clock, False)
    assert clock.pauses == 2


def test_a_configuration_that_does_not_come(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    with pytest.raises(BalancerError, match="does not run its new configuration 2 after 3 s, and goes on"):
        take_over(runtime, "configuration 2", 3, Played(), False)


def test_nobody_answers_after_a_reload(haproxy: FakeHaproxy, runtime: Runtime) -> None:
    haproxy.on_reload = haproxy.close
    with pytest.raises(BalancerError, match="goes on with the former one"):
        take_over(runtime, "configuration 2", 3, Played(), False)


def test_no_balancer_to_take_it_over(runtime: Runtime) -> None:
    assert take_over(runtime, "configuration 2", 3, Played(), True)
    with pytest.raises(BalancerError, match="its service has not been started"):
        take_over(runtime, "configuration 2", 3, Played(), False)
