# SPDX-License-Identifier: GPL-3.0-or-later
"""Every ``module.name`` that LiteLLM loads is code that it will find: a file of the operator's own, or a package."""

from __future__ import annotations

import re
import typing as t

from ...module_utils._nearest import nearest
from .._known.names import CALLBACKS
from .._report.problems import did_you_mean
from .._report.secrets import REFERENCE, shown
from .entry import REFUSES

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from .._known.python_code import OwnCode
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_GENERAL = (
    "custom_auth",
    "custom_key_generate",
    "custom_key_update",
    "custom_key_policy",
    "custom_team_metadata_validate",
    "custom_sso",
    "custom_ui_sso_sign_in_handler",
)
_DOTTED = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)+")


def check_code(checked: CheckedConfig, report: Report) -> None:
    """Every setting that names code is a dotted path, and leads to a file or package that is there, where that is known."""
    code = checked.code
    for location, value, effect in paths_of_code(checked):
        elsewhere = not isinstance(value, str) or value.startswith(REFERENCE) or "://" in value
        if not elsewhere and not any(checked.allows(location[:end]) for end in range(1, len(location) + 1)):
            _check_path(checked, code, report, location, str(value), effect)


def _check_path(
    checked: CheckedConfig, code: OwnCode | None, report: Report, location: Location, value: str, effect: str
) -> None:
    if "." not in value or (code and not _DOTTED.fullmatch(value)):
        report.add("unknown-code", location, f"{shown(value)} names no code; {effect}", "write file.name, without .py")
    if not code or not _DOTTED.fullmatch(value):
        return
    module, _dot, name = value.rpartition(".")
    top = module.partition(".")[0]
    file = code.files.get(top)
    if file is None and checked.vocabulary.loads_only_beside and code.has(top):
        message = (
            f"{top} is no file beside the configuration, and LiteLLM {checked.vocabulary.requested} looks nowhere else"
        )
        remedy = f"write a file that imports {name} from {module}, and name that file here and in litellm_python_files"
        report.add("unknown-code", location, f"{message}; {effect}", remedy)
    elif file is None:
        _check_package(code, report, location, top, name, effect)
    elif module != top:
        message = f"{top}.py is a file, and has no {module[len(top) + 1 :]} to load {name} from; {effect}"
        report.add("unknown-code", location, message, f"write {top} and, behind one dot, what its top level defines")
    elif file.names is not None and name not in file.names:
        close = nearest(name, file.names)
        remedy = f"did you mean {top}.{close}?" if close else did_you_mean(name, file.names)
        report.add("unknown-code", location, f"{top}.py defines no {name}; {effect}", remedy)


def _check_package(code: OwnCode, report: Report, location: Location, top: str, name: str, effect: str) -> None:
    if code.has(top):
        return
    if top in code.left:
        message = f"{top}.py is beside the configuration here, and nothing brings it to the host; {effect}"
        report.add("unknown-code", location, message, f"name {top}.py in litellm_python_files")
        return
    if code.looked_at:
        message = f"there is no {top}.py beside this file; without a package of that name, {effect}"
        report.add(
            "unknown-code", location, message, f"with the role, name {top}.py in litellm_python_files", "warning"
        )
        return
    close = nearest(top, code.files)
    where = "neither one of litellm_python_files nor of a package that is known here"
    remedy = f"name {top}.py in litellm_python_files, or its package in litellm_extra_packages"
    remedy = f"did you mean {close}.{name}?" if close else remedy
    report.add("unknown-code", location, f"{top} is {where}; {effect}", remedy, None if code.complete else "warning")


def paths_of_code(checked: CheckedConfig) -> Iterator[tuple[Location, object, str]]:
    """Every place where LiteLLM loads code by its path: the place, what stands there, and what happens without it."""
    settings, general = checked.block("litellm_settings"), checked.block("general_settings")
    for key in CALLBACKS[:4]:
        yield from _entries(("litellm_settings", key), settings.get(key))
    yield from _single(("litellm_settings", "post_call_rules"), settings.get("post_call_rules"))
    for location, entry in _dictionaries(
        ("litellm_settings", "custom_provider_map"), settings.get("custom_provider_map")
    ):
        yield from _single((*location, "custom_handler"), entry.get("custom_handler"))
    for location, entry in _dictionaries(("litellm_settings", "guardrails"), settings.get("guardrails")):
        for name, guardrail in entry.items():
            if isinstance(guardrail, dict):
                yield from _entries((*location, name, "callbacks"), guardrail.get("callbacks"))
    for key in _GENERAL:
        yield from _single(("general_settings", key), general.get(key))
    jwt = general.get("litellm_jwtauth")
    if isinstance(jwt, dict):
        location = ("general_settings", "litellm_jwtauth", "custom_validate")
        yield from _single(location, jwt.get("custom_validate"))
    for location, entry in _dictionaries(
        ("general_settings", "pass_through_endpoints"), general.get("pass_through_endpoints")
    ):
        # What is no code of the operator's own is an address.
        target = entry.get("target")
        if checked.code and isinstance(target, str) and target.partition(".")[0] in checked.code.files:
            yield (*location, "target"), target, "LiteLLM takes it for an address"
    for location, entry in _dictionaries(("guardrails",), checked.config.get("guardrails")):
        params = entry.get("litellm_params")
        kind = params.get("guardrail") if isinstance(params, dict) else None
        if isinstance(kind, str) and "." in kind:
            yield (*location, "litellm_params", "guardrail"), kind, REFUSES
    for location, entry in _dictionaries(("mcp_tools",), checked.config.get("mcp_tools")):
        yield from _single((*location, "handler"), entry.get("handler"))
    yield from _plugins(("router_settings", "plugins"), checked.block("router_settings").get("plugins"))
    for deployment in checked.deployments:
        router = deployment.params.get("complexity_router_config")
        if isinstance(router, dict):
            location = deployment.locate("complexity_router_config")
            yield from _plugins((*location, "plugins"), router.get("plugins"))
            yield from _single((*location, "classifier_plugin"), router.get("classifier_plugin"))


def _single(location: Location, value: object) -> Iterator[tuple[Location, object, str]]:
    if value is not None:
        yield location, value, REFUSES


def _plugins(location: Location, value: object) -> Iterator[tuple[Location, object, str]]:
    for index, entry in enumerate(value if isinstance(value, list) else ()):
        yield (*location, index), entry, REFUSES


def _entries(location: Location, value: object) -> Iterator[tuple[Location, object, str]]:
    """Those entries of a list of callbacks, or the one that stands for it, that are no names of LiteLLM's."""
    if isinstance(value, str) and "." in value:
        yield location, value, REFUSES
    for index, entry in enumerate(value if isinstance(value, list) else ()):
        if isinstance(entry, str) and "." in entry:
            yield (*location, index), entry, REFUSES


def _dictionaries(location: Location, value: object) -> Iterator[tuple[Location, dict[t.Any, t.Any]]]:
    for index, entry in enumerate(value if isinstance(value, list) else ()):
        if isinstance(entry, dict):
            yield (*location, index), entry
