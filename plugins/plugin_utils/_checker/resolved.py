# SPDX-License-Identifier: GPL-3.0-or-later
"""``os.environ/NAME``: what resolves, what only looks as if it did, and what nothing defines."""

from __future__ import annotations

import re
import typing as t
from functools import lru_cache

from ...module_utils._env_text import NAME, is_name
from ...module_utils._managers import KUBERNETES
from ...module_utils._nearest import nearest, slip_of
from .._report.locations import Location
from .._report.references import MASTER_KEY_AT, reference, texts_in
from .._report.secrets import REFERENCE, is_key_as_name, is_name_of_secret, shown
from .checked_config import CheckedConfig

if t.TYPE_CHECKING:
    from .._report.report import Report

_LOOKALIKE = re.compile(
    r"""
      \$\{?([A-Z][A-Z0-9_]{2,})\}?                        # $NAME, ${NAME}
    | \$\{([A-Z][A-Z0-9_]{2,})(?::-|:?[?=+]).*\}          # ${NAME:-default}, but no dash alone, as in ${X-HEADER}
    | \$(?:\(|env:)([A-Z][A-Z0-9_]{2,})\)?                # $(NAME) of Kubernetes, $env:NAME
    | %([A-Z][A-Z0-9_]{2,})%
    | \$\{\{\s*(?:secrets|vars|env)\.(\w+)\s*\}\}       # of GitHub
    | process\.env(?:\.|\[['"])(\w+)(?:['"]\])?
    | (?:os\.)?(?:environ|getenv|env)(?:\.get)?[\[(]\s*['"]?(\w+)['"]?\s*(?:,.*)?[\])]
    | (?:os[._]?)?env(?:iron)?\w*[./:](\w+)              # os.env/NAME, os.environ.NAME, env:NAME
    | os[._]env\w*\W+(\w+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MISSPELT = re.compile(r"([\w./ -]{7,13})[/.:\\](\w+)")
_TEMPLATE = re.compile(r"\{\{.*\}\}")
_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9_]{2,}\b")
# What LiteLLM fills in for each client, from what the client sends or has stored.
_IN_OTHERS = frozenset({"env", "static_headers"})
_BEGINNINGS = "$%{eEoOpPsS"

_INSIDE = re.compile(rf"\$\{{{NAME}\}}")


def check_references(checked: CheckedConfig, report: Report) -> None:
    """Every text of the configuration that is a reference, or looks like one."""
    set_late = checked.block("environment_variables")
    for location, value, lists in texts_in(checked.config):
        if REFERENCE in value:
            found = reference(location, value, lists)
            if checked.asks_manager and value.startswith(REFERENCE) and not lists and not is_key_as_name(found.name):
                continue  # What it is called there is not seen here, and a name there may hold - and /.
            if found.fault:
                report.add("reference-not-resolved", location, *found.fault)
            else:
                _check_defined(checked, report, location, found.name, set_late)
        elif location[-1] in ("api_base", "base_url") and _INSIDE.search(value):
            message = "holds a variable of a shell, which LiteLLM sends as it is"
            report.add(
                "looks-like-reference", location, message, f"write {REFERENCE}NAME, and put the whole value into NAME"
            )
        elif value.lstrip()[:1] in _BEGINNINGS and (named := _looked_for(location, value.strip())) is not None:
            message = "looks like a reference to the environment; LiteLLM takes it for the value itself"
            report.add("looks-like-reference", location, message, f"write {REFERENCE}{named}")


def _looked_for(location: Location, value: str) -> str | None:
    """The name of the variable that *value* seems to refer to, ``NAME`` where it is not told; None: it refers to none."""
    if location[0] == "mcp_servers" and value.startswith("${") and not _IN_OTHERS.isdisjoint(location):
        return None
    if _TEMPLATE.fullmatch(value) and location[0] != "prompts":  # which are templates
        named = _CAPITALS.findall(value)
        return _shown_name(named[-1]) if named else "NAME" if is_name_of_secret(str(location[-1])) else None
    matched = _LOOKALIKE.fullmatch(value)
    if matched is None:
        matched = _MISSPELT.fullmatch(value)
        if matched is None or not _is_nearly(matched[1]):
            return None
        return _shown_name(matched[2])
    return _shown_name(next(filter(None, matched.groups())))


def _shown_name(name: str) -> str:
    return name if is_name(name) and shown(name, bare=True) == name else "NAME"


@lru_cache(maxsize=1024)
def _is_nearly(word: str) -> bool:
    return nearest(word, [REFERENCE.rstrip("/")]) != ""


def _check_defined(
    checked: CheckedConfig, report: Report, location: Location, name: str, set_late: dict[str, t.Any]
) -> None:
    if checked.environment is None or name in checked.environment:
        return
    what = shown(name, bare=True)
    if name in set_late:
        message = f"{what} is set by environment_variables, which LiteLLM reads after it has resolved the references"
        report.add("late-reference", location, message, "set it in the environment of the service")
        return
    in_pods = checked.service_manager == KUBERNETES
    remedy = f"declare {what} in {'litellm_kubernetes_secrets' if in_pods else 'litellm_secrets'}"
    known = name in checked.vocabulary.providers.values()  # a provider's own name is no slip of another one's
    close = "" if known else slip_of(name, checked.environment)
    if close:
        remedy += f", or write {close} if that is meant"
    if location == MASTER_KEY_AT and not in_pods:
        remedy = "set litellm_master_key"
    message = f"{what} is not in the environment of the service; LiteLLM reads nothing there, without a word"
    report.add("undefined-reference", location, message, remedy)
