# SPDX-License-Identifier: GPL-3.0-or-later
"""How a module of a service ends: with what its state makes of the host, or with a sentence that says why not."""

from __future__ import annotations

import typing as t

from ansible.module_utils.basic import AnsibleModule

from ._owned_files import Refusal
from ._systemctl import Failed

if t.TYPE_CHECKING:
    from ._service_bringing import Found
    from ._service_options import Spec

Differs = t.TypeVar("Differs", bound="Found")
States = t.Mapping[str, t.Callable[[AnsibleModule], "dict[str, t.Any]"]]


def run(service: str, spec: Spec, states: States, unanswered: type[Exception]) -> None:
    """Bring the host to the state that the options name, and end the module.

    :param service: as sentences name it.
    :param states: value of the option ``state`` to what it does, which returns the result.
    :param unanswered: what is raised where the service does not answer.
    """
    module = AnsibleModule(argument_spec=spec, supports_check_mode=True)
    try:
        result = states[module.params["state"]](module)
    except Refusal as refusal:
        module.fail_json(msg=f"{service} does not take what is declared: {refusal}. Nothing was changed.")
    except (Failed, unanswered) as error:
        module.fail_json(msg=f"{error}")
    module.exit_json(**result)


def brought(module: AnsibleModule, found: Differs, bring: t.Callable[[t.Any, Differs], None]) -> dict[str, t.Any]:
    """The result of bringing a host to the module's options, by *bring*, unless it is only looked at."""
    if found.changed and not module.check_mode:
        bring(module.params, found)
    return {"changed": found.changed, "differences": found.told, "restarted": found.restarts, "diff": found.diff}


def taken_away(module: AnsibleModule, remain: t.Sequence[str], take_away: t.Callable[[], None]) -> dict[str, t.Any]:
    """The result of *take_away*, which removes the paths that *remain*, unless the host is only looked at."""
    if remain and not module.check_mode:
        take_away()
    return {"changed": bool(remain), "differences": [f"{path} is there" for path in remain]}
