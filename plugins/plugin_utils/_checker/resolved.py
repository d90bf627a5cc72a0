# SPDX-License-Identifier: GPL-3.0-or-later
"""``os.environ/NAME``: what resolves, what only looks as if it did, and what nothing defines."""

from __future__ import annotations

import re
import typing as t

from ...module_utils._env_text import NAME
from ...module_utils._managers import KUBERNETES
from ...module_utils._nearest import slip_of
from .._report.locations import Location
from .._report.references import MASTER_KEY_AT, reference, texts_in
from .._report.secrets import REFERENCE, shown
from .checked_config import CheckedConfig

if t.TYPE_CHECKING:
    from .._report.report import Report

_LOOKALIKE = re.compile(
    r"""
      \$\{?[A-Z][A-Z0-9_]{2,}\}?              # $NAME, ${NAME}
    | (?:os[._]?)?env(?:iron)?\w*[./:]\w+     # os.env/NAME, os.environ.NAME, env:NAME
    | os[._]env\w*\W+\w+
    """,
    re.VERBOSE | re.IGNORECASE,
)

_INSIDE = re.compile(rf"\$\{{{NAME}\}}")


def check_references(checked: CheckedConfig, report: Report) -> None:
    """Every text of the configuration that is a reference, or looks like one."""
    set_late = checked.block("environment_variables")
    for location, value, lists in texts_in(checked.config):
        if REFERENCE in value:
            found = reference(location, value, lists)
            if found.fault:
                report.add("reference-not-resolved", location, *found.fault)
            else:
                _check_defined(checked, report, location, found.name, set_late)
        elif location[-1] in ("api_base", "base_url") and _INSIDE.search(value):
            message = "holds a variable of a shell, which LiteLLM sends as it is"
            report.add(
                "looks-like-reference", location, message, f"write {REFERENCE}NAME, and put the whole value into NAME"
            )
        elif value[:1] in "$eEoO" and _LOOKALIKE.fullmatch(value.strip()):
            message = "looks like a reference to the environment; LiteLLM takes it for the value itself"
            report.add("looks-like-reference", location, message, f"write {REFERENCE}NAME")


def _check_defined(
    checked: CheckedConfig, report: Report, location: Location, name: str, set_late: dict[str, t.Any]
) -> None:
    if checked.environment is None or name in checked.environment:
        return
    if name in set_late:
        message = f"{shown(name, bare=True)} is set by environment_variables, which LiteLLM reads after it has resolved the references"
        report.add("late-reference", location, message, "set it in the environment of the service")
        return
    in_pods = checked.service_manager == KUBERNETES
    what = shown(name, bare=True)
    remedy = f"declare {what} in {'litellm_kubernetes_secrets' if in_pods else 'litellm_secrets'}"
    known = name in checked.vocabulary.providers.values()  # a provider's own name is no slip of another one's
    close = "" if known else slip_of(name, checked.environment)
    if close:
        remedy += f", or write {close} if that is meant"
    if location == MASTER_KEY_AT and not in_pods:
        remedy = "set litellm_master_key"
    message = f"{what} is not in the environment of the service; LiteLLM reads nothing there, without a word"
    report.add("undefined-reference", location, message, remedy)
