# SPDX-License-Identifier: GPL-3.0-or-later
"""What changes in a balancer that runs: a gateway is drained and brought back, a configuration is taken over."""

from __future__ import annotations

import contextlib
import time
import typing as t
from dataclasses import dataclass

from .._nearest import nearest
from .errors import BalancerError

if t.TYPE_CHECKING:
    from .runtime import Runtime, Served

PAUSE = 0.2
"""Seconds between two looks at the balancer."""

OTHERS_PATIENCE = 30
"""Seconds that drain waits for another gateway to serve."""


class Clock:
    """The time, and how to let it pass."""

    def now(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def pause(self) -> None:
        """Let some time pass."""
        time.sleep(PAUSE)

    def waits(self, done: t.Callable[[], bool], timeout: float) -> bool:
        """Whether *done* says yes within *timeout* seconds; it is asked at least once."""
        deadline = self.now() + timeout
        while not done():
            if self.now() >= deadline:
                return False
            self.pause()
        return True


@dataclass(frozen=True)
class Outcome:
    """What was done.

    :ivar changed: whether anything was.
    :ivar gateway: the gateway as the balancer sees it now; None where no balancer runs.
    :ivar warning: what somebody should know although nothing failed; empty for nothing.
    """

    changed: bool
    gateway: Served | None = None
    warning: str = ""


def _find(gateways: list[Served], name: str) -> Served:
    for gateway in gateways:
        if gateway.name == name:
            return gateway
    names = [gateway.name for gateway in gateways]
    near = nearest(name, names)
    meant = f"did you mean {near!r}?" if near else f"it has {', '.join(names) or 'none'}."
    raise BalancerError(f"The balancer has no gateway {name}; {meant}")


def drain(runtime: Runtime, name: str, timeout: float, clock: Clock, dry: bool) -> Outcome:
    """Let the gateway *name* get no new requests, and wait until it has answered those that it has.

    :param timeout: how long to wait, in seconds. What is left then is told, and nothing is cut off.
    :param dry: only say what would be done.
    :raises BalancerError: when no other gateway serves, when the balancer has no such gateway, or when it does not answer.
    """
    if not runtime.runs():
        return Outcome(False, warning="No balancer runs here, so that nothing is under way through it.")
    gateways = runtime.gateways()
    gateway = _find(gateways, name)
    if len(gateways) == 1:
        return Outcome(False, gateway, f"{name} is the only gateway of the balancer, and goes on getting its requests.")

    def another_serves() -> bool:
        return any(other.serves for other in runtime.gateways() if other.name != name)

    # One that is found slow for a moment serves again in the next.
    if not gateway.drained and not clock.waits(another_serves, min(timeout, OTHERS_PATIENCE)):
        gateways = runtime.gateways()
        others = [other for other in gateways if other.name != name]
        states = ", ".join(f"{other.name}: {other.status}" for other in others)
        first = ",".join(other.name for other in others)
        raise BalancerError(
            f"{name} is left as it is, for no other gateway serves ({states}). Bring another one up first: --limit {first}"
        )
    changed = not gateway.drained
    if dry:
        return Outcome(changed, gateway)
    if changed:
        runtime.set_state(name, "drain")
    clock.waits(lambda: _find(runtime.gateways(), name).sessions == 0, timeout)
    gateway = _find(runtime.gateways(), name)
    left = gateway.sessions
    warning = f"{left} requests at {name} are not answered after {timeout:g} s, and go on." if left else ""
    return Outcome(changed, gateway, warning)


def bring_back(runtime: Runtime, name: str, timeout: float, clock: Clock, dry: bool) -> Outcome:
    """Let the gateway *name* get requests again, and wait until the balancer finds that it is up.

    :param timeout: how long to wait, in seconds.
    :param dry: only say what would be done.
    :raises BalancerError: when the gateway is not up in time, when the balancer has no such gateway, or does not answer.
    """
    if not runtime.runs():
        return Outcome(False, warning="No balancer runs here, so that nothing has to be brought back.")
    gateway = _find(runtime.gateways(), name)
    changed = gateway.drained or gateway.status.startswith("MAINT")
    if dry:
        return Outcome(changed, gateway)
    if changed:
        runtime.set_state(name, "ready")
    in_time = clock.waits(lambda: _find(runtime.gateways(), name).serves, timeout)
    gateway = _find(runtime.gateways(), name)
    if not in_time:
        raise BalancerError(
            f"{name} is brought back, but after {timeout:g} s the balancer finds it {gateway.status} ({gateway.check})."
        )
    return Outcome(changed, gateway)


def take_over(runtime: Runtime, wanted: str, timeout: float, clock: Clock, dry: bool) -> bool:
    """Have the balancer run the configuration that calls itself *wanted*; returns whether it ran another one.

    The configuration is in its file, and was checked. No connection is lost: a new worker takes the ports, the former one
    answers what it has accepted. Gateways that are drained stay so.

    :param timeout: how long the new worker may take, in seconds.
    :param dry: only say what would be done.
    :raises BalancerError: when it does not run in time; then the former one goes on.
    """
    if not runtime.runs():
        if dry:
            return True
        raise BalancerError("No balancer runs here: its service has not been started, or has ended.")
    if runtime.info().get("description") == wanted:
        return False
    if dry:
        return True
    drained = [gateway.name for gateway in runtime.gateways() if gateway.drained]
    # HAProxy 2.6 may cut the connection off instead of answering.
    with contextlib.suppress(BalancerError):
        runtime.ask_master("reload")
    if not clock.waits(lambda: _runs(runtime, wanted), timeout):
        raise BalancerError(
            f"The balancer does not run its new {wanted} after {timeout:g} s, and goes on with the former one. "
            "'journalctl --unit litellm-balancer' says why."
        )
    names = {gateway.name for gateway in runtime.gateways()}
    for name in drained:
        if name in names:
            runtime.set_state(name, "drain")
    return True


def _runs(runtime: Runtime, wanted: str) -> bool:
    """Whether the present worker has the configuration *wanted*; while workers change, none may answer."""
    try:
        return runtime.info().get("description") == wanted
    except BalancerError:
        return False
