# SPDX-License-Identifier: GPL-3.0-or-later
"""``pass_through_endpoints``: routes of the operator's own that lead past LiteLLM to another server."""

from __future__ import annotations

import re
import typing as t

from .._report.problems import did_you_mean, type_name
from .._report.secrets import shown
from . import value_types as types
from .entry import REFUSES, check_misspelt, check_required, check_types, listed
from .guardrails import check_guardrail_names

if t.TYPE_CHECKING:
    from .._known.deployment import Block
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_TYPED = ("path", "target", "headers", "default_query_params", "methods", "include_subpath")
_METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")
# A host with a port or a path behind it. A module of the operator's own has neither.
_WITHOUT_SCHEME = re.compile(r"[\w.-]+(?::\d+)?/.*|[\w.-]+:\d+")
_NO_ANSWER = "every request to the route gets 500"


def check_pass_through(checked: CheckedConfig, report: Report) -> None:
    """Every route leads from somewhere to somewhere, and says who may take it."""
    for where, endpoint in listed(checked, report, "general_settings", "pass_through_endpoints"):
        check_misspelt(checked, report, "pass_through", where, endpoint)
        check_required(report, ("path",), where, endpoint, REFUSES)
        check_required(report, ("target",), where, endpoint, "LiteLLM leaves the route out, and answers 404")
        typed = {key: value for key, value in endpoint.items() if key in _TYPED}
        check_types(checked, report, "pass_through", where, typed)
        _check_reached(report, where, endpoint)
        _check_values(report, where, endpoint)
        _check_auth(report, where, endpoint)
        _check_guardrails(checked, report, (*where, "guardrails"), endpoint.get("guardrails"))


def _check_reached(report: Report, where: Location, endpoint: Block) -> None:
    """Requests reach the route, and from there a server."""
    path, target, methods = (endpoint.get(key) for key in ("path", "target", "methods"))
    if isinstance(path, str) and not path.startswith("/"):
        message = "does not begin with a slash; every request to it gets 404"
        report.add("dead-route", (*where, "path"), message, f"write {shown(f'/{path}', bare=True)}")
    elif isinstance(path, str) and "*" in path:
        remedy = "write the path without it, and include_subpath: true"
        report.add("dead-route", (*where, "path"), "has a *, which LiteLLM takes as it is; requests get 404", remedy)
    if isinstance(target, str) and not types.is_reference(target) and _WITHOUT_SCHEME.fullmatch(target):
        message = f"is no URL; {_NO_ANSWER}"
        report.add("dead-route", (*where, "target"), message, "write https:// or http:// before it")
    for index, method in enumerate(methods if isinstance(methods, list) else ()):
        if method not in _METHODS:
            name = str(method)
            hint = f"write {name.upper()}" if name.upper() in _METHODS else did_you_mean(name, _METHODS)
            message = f"{shown(name)} is no method of HTTP as LiteLLM takes it; requests get 405"
            report.add("dead-route", (*where, "methods", index), message, hint)


def _check_values(report: Report, where: Location, endpoint: Block) -> None:
    """Numbers are numbers, and headers are text: LiteLLM hands them on as they are."""
    for key, effect in (("timeout", _NO_ANSWER), ("cost_per_request", "LiteLLM counts no spend of the route")):
        value = endpoint.get(key)
        if value is not None and not types.is_number(value):
            report.add(
                "wrong-type", (*where, key), f"must be a number, not {type_name(value)}; {effect}", "write a number"
            )
    headers = endpoint.get("headers")
    for name, value in headers.items() if isinstance(headers, dict) else ():
        if value is not None and not isinstance(value, str):
            message = f"must be text, not {type_name(value)}; {_NO_ANSWER}"
            report.add("wrong-type", (*where, "headers", name), message, "put it in quotes")


def _check_auth(report: Report, where: Location, endpoint: Block) -> None:
    """A route that says nothing of it asks for a key."""
    auth = endpoint.get("auth", True)
    if auth is True:
        return
    on_purpose = auth is False
    message = "asks clients for no key"
    if endpoint.get("include_subpath") is True:
        message += " at this path, and for one at every path below it"
    message += "" if on_purpose else "; LiteLLM takes nothing but true for a yes"
    remedy = "" if on_purpose else "write auth: true, or auth: false where no key is meant"
    report.add("open-route", (*where, "auth"), message, remedy, "notice" if on_purpose else None)


def _check_guardrails(checked: CheckedConfig, report: Report, location: Location, value: t.Any) -> None:
    """The guardrails of the route are a list or a dictionary of such that there are."""
    if isinstance(value, (list, dict)):
        check_guardrail_names(checked, report, [((*location, key), name) for key, name in _named(value)])
    elif value is not None:
        message = f"must be a list or a dictionary, not {type_name(value)}; LiteLLM lets everything pass"
        report.add("wrong-type", location, message, "write a list of guardrail_names", firm=True)


def _named(guardrails: list[t.Any] | Block) -> t.Iterable[tuple[t.Any, t.Any]]:
    """Key and name of each guardrail: those of a dictionary are its keys."""
    return enumerate(guardrails) if isinstance(guardrails, list) else ((name, name) for name in guardrails)
