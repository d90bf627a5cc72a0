# SPDX-License-Identifier: GPL-3.0-or-later
"""The answers of ``litellm_access``: what is to be done for everything that is declared, and what became of it."""

from __future__ import annotations

import typing as t

from .._durations import now
from .._gateway.connection import CONNECTION_ARGUMENTS, connection_problems, sender_for
from .applying import apply
from .changes import change_of
from .client import AdminClient
from .desired import Desired
from .kinds import DECLARED
from .planning import KEEP, REMOVE, REPORT, Choices, plan

ARGUMENT_SPEC: dict[str, dict[str, t.Any]] = {
    **CONNECTION_ARGUMENTS,
    "budgets": {"type": "dict", "default": {}},
    "teams": {"type": "dict", "default": {}},
    "users": {"type": "dict", "default": {}},
    "keys": {"type": "dict", "default": {}, "no_log": False},
    "agents": {"type": "dict", "default": {}},
    "secrets": {"type": "dict", "default": {}, "no_log": True},
    "handover": {"type": "dict", "default": {}},
    "owner": {"type": "str", "default": "inventory"},
    "unmanaged": {"type": "str", "choices": [KEEP, REPORT, REMOVE], "default": KEEP},
    "variable_prefix": {"type": "str", "default": ""},
    "wanted": {"type": "list", "elements": "dict", "default": []},
    "changes": {"type": "list", "elements": "dict", "default": []},
    "values": {"type": "dict", "default": {}, "no_log": True},
}


class Refused(Exception):
    """Something cannot be done; ``problems`` says why.

    :param problems: why, one sentence each.
    :param result: what the module returns besides.
    """

    def __init__(self, message: str, problems: t.Sequence[str], **result: t.Any) -> None:
        self.problems = list(problems)
        self.result = result
        super().__init__("\n".join([message, *(f"  - {problem}" for problem in problems)]))


def client_of(options: t.Mapping[str, t.Any]) -> AdminClient:
    """A client of the gateway that *options* name, which have the keys of ``CONNECTION_ARGUMENTS``.

    :raises Refused: when they name none.
    """
    problems = connection_problems(options)
    if problems:
        raise Refused("The options name no gateway.", problems)
    return AdminClient(options["url"], options["master_key"], sender_for(options))


def planned(options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """What has to be done, after one read of everything that is there.

    :raises Refused: when it may not be done.
    :raises GatewayError: when the gateway does not answer.
    """
    client = client_of(options)
    wanted = [Desired(**entry, whole=True) for entry in options["wanted"]]
    present = client.read(DECLARED)
    found = plan(wanted, [], present, Choices(now(), options["owner"], options["unmanaged"], whole=True))
    if found.problems:
        raise Refused(f"{len(found.problems)} problems; nothing was changed.", found.problems)
    lines = [change.as_line() for change in found.changes]
    result: dict[str, t.Any] = {
        "changed": bool(lines),
        "differences": lines,
        "changes": [change.as_result() for change in found.changes],
        "notices": found.notices,
        "counted": {kind.name: sum(each.kind == kind.name for each in wanted) for kind in DECLARED},
        "requests": client.requests,
    }
    if options["unmanaged"] != KEEP:
        result["unmanaged"] = found.unmanaged
    if lines:
        result["diff"] = {
            "prepared": "".join(f"{_SIGNS[change.action]} {change.as_line()}\n" for change in found.changes)
        }
    return result


_SIGNS = {"create": "+", "update": "~", "rotate": "~", "remove": "-"}


def brought(options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """What became of the changes that were planned.

    :raises Refused: when the gateway did not take one.
    """
    client = client_of(options)
    outcome = apply([change_of(result) for result in options["changes"]], client, options["values"])
    result = {"changed": bool(outcome.done), "made": outcome.made, "requests": client.requests}
    if outcome.failed:
        left = len(options["changes"]) - len(outcome.done)
        message = f"{len(outcome.done)} changes were made, {left} were not; the next run goes on."
        raise Refused(message, outcome.failed, done=outcome.done, **result)
    return result
