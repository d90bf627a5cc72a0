# SPDX-License-Identifier: GPL-3.0-or-later
"""Budgets, teams, users and keys as an inventory declares them, checked as a whole before any gateway is asked."""

from __future__ import annotations

import hashlib
import typing as t
from dataclasses import dataclass, field

from ...module_utils._headers import fits_bearer
from .._language.field_types import mapping, read_record
from .._language.rules import RULES
from .._plain_data import to_plain
from .._report.problems import InputError, did_you_mean
from .._report.report import Report
from . import fields as types
from .handover import Handover, read_handover

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._report.report import Spot

_SHORTEST_VALUE = 20
"""How many characters a key has at least, the sk- of its beginning among them."""
_LITELLM_NAMES = {
    "max_budget": "budget",
    "budget_duration": "budget",
    "rpm_limit": "rpm",
    "tpm_limit": "tpm",
    "max_parallel_requests": "parallel",
    "team_id": "team",
    "user_id": "user",
    "budget_id": "budget",
    "duration": "expires",
    "key": "value_env",
    "key_alias": "",
    "models": "models",
    "aliases": "agent",
    "metadata": "metadata",
    "spend": "",
}


@dataclass(frozen=True)
class Declared:
    """What an inventory declares.

    :param wanted: what the host's half of the module takes: ``kind``, ``name`` and ``fields`` of each.
    :param values: name of a key to the value that the operator chose for it.
    :param handover: where generated values go; None where nothing says so.
    """

    wanted: list[dict[str, t.Any]]
    values: dict[str, str] = field(default_factory=dict, repr=False)
    handover: Handover | None = None


def read_declared(options: Mapping[str, t.Any], prefix: str = "") -> Declared:
    """What *options* declare.

    :param options: ``budgets``, ``teams``, ``users`` and ``keys``, from a name to its fields; ``agents``, from a name to an
        alias; ``secrets``, from the name of a variable to its value; and ``handover``.
    :param prefix: what the names of options begin with where somebody wrote them.
    :raises InputError: with everything that is wrong.
    """
    report = Report(RULES)
    read: dict[str, dict[str, dict[str, t.Any]]] = {}
    for many in types.FIELDS:
        at = report.at(f"{prefix}{many}")
        read[many] = _read_all(many, to_plain(options.get(many) or {}, at), at)
    at = report.at(f"{prefix}agents")
    agents = {
        name: str(alias) for name, alias in (mapping(to_plain(options.get("agents") or {}, at), at) or {}).items()
    }
    secrets = mapping(options.get("secrets") or {}, report.at(f"{prefix}secrets")) or {}
    values: dict[str, str] = {}
    for name, fields in read["keys"].items():
        at = report.at(f"{prefix}keys", name)
        fields.update(_of_agent(fields.pop("agent", None), fields, agents, f"{prefix}agents", at))
        value = _value(fields.pop("value_env", None), fields, secrets, at)
        if value:
            values[name] = value
            fields["digest"] = hashlib.sha256(value.encode()).hexdigest()
    _same_value(values, report, prefix)
    handover = read_handover(
        to_plain(options.get("handover") or {}, report.at(f"{prefix}key_handover")), report, prefix
    )
    if report.refused:
        raise InputError(report.problems)
    wanted = [
        {"kind": many[:-1], "name": name, "fields": fields}
        for many, entries in read.items()
        for name, fields in entries.items()
    ]
    return Declared(wanted, values, handover)


def _read_all(many: str, entries: t.Any, at: Spot) -> dict[str, dict[str, t.Any]]:
    found = {}
    for name, entry in (mapping(entries, at) or {}).items():
        spot = at.child(name)
        if types.name(name, spot) is None:
            continue
        checked = mapping({} if entry is None else entry, spot)
        if checked is not None:
            found[name] = read_record(checked, types.FIELDS[many], spot.child)
            _extra(found[name], spot.child("extra"))
            if many == "budgets":
                _soft_limit(found[name], spot)
    return found


def _extra(fields: dict[str, t.Any], at: Spot) -> None:
    """LiteLLM's own names are for what has no field."""
    for key in fields.get("extra", {}):
        if key in _LITELLM_NAMES:
            ours = _LITELLM_NAMES[key]
            at.child(key).add("litellm-name", "is LiteLLM's name", f"write {ours}" if ours else "take it out")


def _soft_limit(fields: dict[str, t.Any], at: Spot) -> None:
    soft, limit = fields.get("soft_limit"), fields.get("limit")
    if soft is not None and limit is not None and soft >= limit:
        at.child("soft_limit").add("contradiction", f"is {soft}, and has to be less than limit, {limit}")


def _of_agent(
    agent: str | None, fields: Mapping[str, t.Any], agents: Mapping[str, str], where: str, at: Spot
) -> dict[str, t.Any]:
    """Fields of the key of an agent: it is for the agent's model, which it gets under the names ``default`` and the agent's own, too."""
    if agent is None:
        return {}
    if agent not in agents:
        at.child("agent").add("unknown-alias", f"{agent!r} is none of {where}", did_you_mean(agent, agents))
        return {}
    if "models" in fields:
        at.child("models").add(
            "contradiction", "stands beside agent, whose model the key is for", "take one of them out"
        )
        return {}
    return {"models": [agents[agent]], "aliases": {"default": agents[agent], agent: agents[agent]}}


def _value(variable: str | None, fields: Mapping[str, t.Any], secrets: Mapping[str, t.Any], at: Spot) -> str:
    """The value that the operator chose, in *variable*; empty where one is generated, or where it is no value."""
    if variable is None:
        return ""
    if "rotation" in fields:
        at.child("rotation").add(
            "contradiction", "is for generated values; this one changes with its variable", "take it out"
        )
    value = str(secrets.get(variable) or "")
    spot = at.child("value_env")
    if not value:
        spot.add("missing-field", f"{variable} is not among litellm_secrets", did_you_mean(variable, secrets))
    elif not value.startswith("sk-") or not fits_bearer(value):
        spot.add(
            "field-range", f"the value of {variable} has to begin with sk-, and to be letters, digits and punctuation"
        )
    elif len(value) < _SHORTEST_VALUE:
        message = f"the value of {variable} has fewer than {_SHORTEST_VALUE} characters, and can be guessed"
        spot.add("field-range", message, "openssl rand -hex 24 makes one; put sk- before it")
    else:
        return value
    return ""


def _same_value(values: Mapping[str, str], report: Report, prefix: str) -> None:
    first: dict[str, str] = {}
    for name, value in values.items():
        if value in first:
            at = report.at(f"{prefix}keys", name, "value_env")
            at.add("written-twice", f"is the value of key {first[value]}, too", "give each key a value of its own")
        first.setdefault(value, name)
