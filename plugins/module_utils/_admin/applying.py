# SPDX-License-Identifier: GPL-3.0-or-later
"""Does what a plan says, and tells what was done and what the gateway refused."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from .._gateway.errors import AUTHENTICATION, GatewayError

if t.TYPE_CHECKING:
    from .changes import Change
    from .client import AdminClient


@dataclass
class Outcome:
    """What became of a plan.

    :param done: changes that were made, one line each.
    :param failed: changes that were refused, one sentence each.
    :param made: names of keys that have their new value now.
    """

    done: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)


def apply(changes: t.Sequence[Change], client: AdminClient, secrets: t.Mapping[str, t.Any]) -> Outcome:
    """Make *changes* in their order.

    What is refused does not stop others of its kind, but what comes after them: a key is not made without its team.

    :param secrets: name of a key or a credential to its value.
    """
    outcome = Outcome()
    broken: set[tuple[str, str]] = set()
    stage = ""
    for change in changes:
        if outcome.failed and _stage(change) != stage:
            break
        stage = _stage(change)
        if (change.kind, change.name) in broken:
            continue
        try:
            for call in change.calls:
                client.write(call, secrets.get(change.name, "") if call.secret else "")
        except GatewayError as error:
            outcome.failed.append(f"{change.kind} {change.name}: {error}")
            broken.add((change.kind, change.name))
            if error.retryable or error.kind == AUTHENTICATION:
                break
            continue
        outcome.done.append(change.as_line())
        outcome.made += [change.makes] if change.makes else []
    return outcome


def _stage(change: Change) -> str:
    return change.kind + ("-" if change.action == "remove" else "")
