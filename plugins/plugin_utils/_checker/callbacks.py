# SPDX-License-Identifier: GPL-3.0-or-later
"""Callbacks: their names, in each list that names them, and the settings of their own."""

from __future__ import annotations

import typing as t

from ...module_utils._nearest import key_slip_of
from .._known.names import CALLBACKS
from .._report.problems import did_you_mean, type_name
from .._report.secrets import shown
from .entry import REFUSES, check_misspelt, check_required

if t.TYPE_CHECKING:
    from collections.abc import Collection

    from .._known.deployment import Block
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_ACTING = "callbacks"
"""The list of those that act on requests: callbacks that only log are for the lists of one event."""
_ONLY_LOGS = "log"


def check_callbacks(checked: CheckedConfig, report: Report) -> None:
    """Every callback is one that LiteLLM knows, or the path of one's own."""
    tables = checked.vocabulary.tables
    for key in CALLBACKS:
        value = checked.block("litellm_settings").get(key)
        location: Location = ("litellm_settings", key)
        # LiteLLM takes one dotted path as text, too.
        if value is not None and not isinstance(value, list) and not (key == _ACTING and _is_path(value)):
            message = f"must be a list, not {type_name(value)}; LiteLLM refuses to start, or takes every letter for a callback"
            report.add("unknown-callback", location, message, "write a list")
        known = {**_known(checked), **(tables["service_callbacks"] if key == "service_callback" else {})}
        for index, name in enumerate(value if isinstance(value, list) else ()):
            if not isinstance(name, str):
                message = f"must be the name of a callback, not {type_name(name)}; LiteLLM refuses to start, or never calls it"
                report.add("unknown-callback", (*location, index), message, "write its name")
            elif key == _ACTING:
                check_acting(checked, report, (*location, index), name)
            else:
                _check_name(report, (*location, index), name, known, "LiteLLM starts, and never calls it")


def check_acting(checked: CheckedConfig, report: Report, location: Location, name: str) -> None:
    """*name* is a callback that acts on requests."""
    known = _known(checked)
    acting = [each for each, kind in known.items() if kind != _ONLY_LOGS]
    hint = "write it in success_callback and failure_callback" if name in known else ""
    _check_name(report, location, name, acting, REFUSES, hint)


def _check_name(
    report: Report, location: Location, name: str, known: Collection[str], effect: str, hint: str = ""
) -> None:
    """*name* is one of *known*, or the path of a callback of the operator's own."""
    if name not in known and not _is_path(name):
        message = f"{shown(name)} is no callback of LiteLLM's for this list; {effect}"
        report.add("unknown-callback", location, message, hint or did_you_mean(name, known))


def _known(checked: CheckedConfig) -> dict[str, t.Any]:
    """The callbacks that there are: name to kind or settings."""
    return {**checked.vocabulary.tables["callbacks"], **_api_callbacks(checked)}


def _is_path(value: object) -> bool:
    """Whether *value* is the path of something of the operator's own, ``module.name``."""
    return isinstance(value, str) and "." in value


def _api_callbacks(checked: CheckedConfig) -> dict[str, Block]:
    """The callbacks of the operator's own that send to an address: name to settings."""
    entries = checked.block("callback_settings").items()
    return {
        name: entry
        for name, entry in entries
        if isinstance(name, str) and isinstance(entry, dict) and entry.get("callback_type") == "generic_api"
    }


def check_logger_settings(checked: CheckedConfig, report: Report) -> None:
    """Settings that keep prompts out of what a callback writes are not misspelt; what else stands there is the callback's own."""
    for name, entry in checked.block("callback_settings").items():
        if isinstance(entry, dict) and name in checked.vocabulary.tables["callbacks"]:
            location: Location = ("callback_settings", name)
            check_misspelt(checked, report, "logger_settings", location, entry, guess=key_slip_of, firm=True)


def check_api_callbacks(checked: CheckedConfig, report: Report) -> None:
    """A callback that sends to an address says to which, and with which headers."""
    for name, entry in _api_callbacks(checked).items():
        location: Location = ("callback_settings", name)
        check_misspelt(checked, report, "api_callback", location, entry)
        check_required(report, ("endpoint", "headers"), location, entry, "LiteLLM leaves the callback out")
