# SPDX-License-Identifier: GPL-3.0-or-later
"""What the modules of one kind of thing have in common: one brings one thing to its options, its partner tells what is there."""

from __future__ import annotations

import hashlib
import json
import typing as t

from ansible.module_utils.basic import AnsibleModule

from .._durations import now
from .._gateway.connection import CONNECTION_ARGUMENTS
from .._gateway.errors import GatewayError
from .._litellm_names import MARKER, USER_ROLES
from .access import Refused, client_of
from .applying import apply
from .desired import Desired, digest
from .kinds import CREDENTIAL, KEY, KINDS, TEAM, USER, Kind
from .planning import Choices, plan

ABSENT, PRESENT = "absent", "present"
_OWNER = "module"
_COMMON: dict[str, dict[str, t.Any]] = {
    **CONNECTION_ARGUMENTS,
    "name": {"type": "str", "required": True},
    "state": {"type": "str", "choices": [ABSENT, PRESENT], "default": PRESENT},
}
_NAMES = {"type": "list", "elements": "str"}
_BUDGET = {"type": "dict", "options": {"limit": {"type": "float"}, "period": {"type": "str"}}}
_USE: dict[str, dict[str, t.Any]] = {"models": _NAMES, "budget": _BUDGET}
_RATES = {"rpm": {"type": "int"}, "tpm": {"type": "int"}}
_ALL_RATES = {**_RATES, "parallel": {"type": "int"}}
_FURTHER = {"metadata": {"type": "dict"}, "extra": {"type": "dict"}}
_FIELDS: dict[str, dict[str, dict[str, t.Any]]] = {
    "budget": {"limit": {"type": "float"}, "soft_limit": {"type": "float"}, "period": {"type": "str"}, **_ALL_RATES},
    "team": {**_USE, **_RATES, "blocked": {"type": "bool"}, **_FURTHER},
    "user": {
        "email": {"type": "str"},
        "role": {
            "type": "str",
            "choices": [*USER_ROLES],
        },
        "teams": _NAMES,
        **_USE,
        **_ALL_RATES,
        **_FURTHER,
    },
    "key": {
        "value": {"type": "str", "no_log": True},
        "team": {"type": "str"},
        "user": {"type": "str"},
        **_USE,
        "aliases": {"type": "dict"},
        "shared_budget": {"type": "str"},
        **_ALL_RATES,
        "expires": {"type": "str"},
        "grace": {"type": "str"},
        "blocked": {"type": "bool"},
        **_FURTHER,
    },
    "tag": {"description": {"type": "str"}, **_USE, **_ALL_RATES},
    "credential": {"values": {"type": "dict", "no_log": True}, "info": {"type": "dict"}},
}
_NEEDED = {"key": "value", "credential": "values"}


def bring_one(kind: Kind) -> None:
    """Bring one of *kind* to the options of the module that runs, and end it."""
    module = AnsibleModule(argument_spec=argument_spec(kind), supports_check_mode=True)
    _end(module, lambda: bring(kind, module.params, module.check_mode))


def tell_all(kind: Kind) -> None:
    """Tell what is there of *kind*, and end the module that runs."""
    module = AnsibleModule(
        argument_spec={**CONNECTION_ARGUMENTS, "name": {"type": "str", "default": ""}}, supports_check_mode=True
    )
    _end(module, lambda: tell(kind, module.params))


def argument_spec(kind: Kind) -> dict[str, dict[str, t.Any]]:
    """The options of the module that brings one of *kind* to what they say."""
    return {**_COMMON, **_FIELDS[kind.name]}


def bring(kind: Kind, options: t.Mapping[str, t.Any], check_mode: bool) -> dict[str, t.Any]:
    """Bring one thing to *options*; what they leave out is left alone.

    :raises Refused: when it is not done.
    :raises GatewayError: when the gateway does not answer.
    """
    client = client_of(options)
    each = _desired(kind, options)
    present = client.read(_kinds_for(kind, options), models=bool(options.get("models")))
    absent = options["state"] == ABSENT
    if (
        not absent
        and _NEEDED.get(kind.name)
        and not options.get(_NEEDED[kind.name])
        and (kind is CREDENTIAL or present.find(kind.name, each.name) is None)
    ):
        raise Refused("Nothing was changed.", [f"{_NEEDED[kind.name]} is needed to make {each.told}"])
    choices = Choices(now(), _OWNER)
    found = plan([] if absent else [each], [each] if absent else [], present, choices)
    if found.problems:
        raise Refused("Nothing was changed.", found.problems)
    lines = [change.as_line() for change in found.changes]
    result: dict[str, t.Any] = {"changed": bool(lines), "differences": lines}
    if lines:
        result["diff"] = {"prepared": "".join(f"{line}\n" for line in lines)}
    if lines and not check_mode:
        secret = options.get(_NEEDED.get(kind.name, "")) or ""
        outcome = apply(found.changes, client, {each.name: secret})
        if outcome.failed:
            raise Refused("The gateway refused it.", outcome.failed, done=outcome.done)
    return result


def tell(kind: Kind, options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """What is there of *kind*, or the one that *options* name.

    :raises Refused: when the options name no gateway.
    :raises GatewayError: when the gateway does not answer.
    """
    present = client_of(options).read([kind], models=False)
    rows = present.rows[kind.name]
    if options["name"]:
        one = present.find(kind.name, options["name"])
        rows = [one] if one else []
    return {"changed": False, "found": [row.as_result() for row in rows]}


def _end(module: AnsibleModule, answer: t.Callable[[], dict[str, t.Any]]) -> None:
    """End the *module* with the *answer*, or with a sentence that says why there is none."""
    try:
        result = answer()
    except Refused as refusal:
        module.fail_json(msg=str(refusal), problems=refusal.problems, **refusal.result)
    except GatewayError as error:
        module.fail_json(msg=f"{module.params['url']}: {error}", error=error.as_result())
    module.exit_json(**result)


def _kinds_for(kind: Kind, options: t.Mapping[str, t.Any]) -> list[Kind]:
    """What has to be read: the kind, and those that the options name or that would go with it."""
    names = {kind.name} | {name for name in ("team", "user") if options.get(name)}
    names |= {TEAM.name} if options.get("teams") is not None else set()
    names |= {"budget"} if options.get("shared_budget") else set()
    names |= {KEY.name} if kind in (TEAM, USER) else set()
    return [each for each in KINDS.values() if each.name in names]


def _desired(kind: Kind, options: t.Mapping[str, t.Any]) -> Desired:
    fields = {name: options[name] for name in _FIELDS[kind.name] if options.get(name) is not None}
    value = fields.pop(_NEEDED.get(kind.name, ""), None)
    if kind is KEY and value:
        fields["digest"] = digest(value)
    shared = fields.pop("shared_budget", None)
    if shared:
        fields["budget"] = shared
    if kind is CREDENTIAL and value:
        # LiteLLM tells no value again, so what it was is noted beside it.
        noted = hashlib.sha256(json.dumps([options["name"], value], sort_keys=True).encode()).hexdigest()[:16]
        fields["info"] = {**(fields.get("info") or {}), MARKER: {"values": noted}}
    return Desired(kind.name, str(options["name"]), fields)
