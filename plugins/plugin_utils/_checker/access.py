# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may come, to which routes, and what requests must hold: lists of ``general_settings`` that LiteLLM compares word by word."""

from __future__ import annotations

import ipaddress
import typing as t

from .._report.problems import type_name
from .._report.secrets import shown
from . import value_types as types

if t.TYPE_CHECKING:
    from collections.abc import Callable

    from .._report.report import Report
    from .checked_config import CheckedConfig

_GENERAL = "general_settings"
_CUSTOM, _AS_USUAL = "custom_auth", "custom_auth_run_common_checks"
_DEEPEST = 2
"""How many names LiteLLM takes from an entry of ``enforced_params``."""


def _whole_route(entry: str) -> str:
    fits = entry.startswith("/") and "*" not in entry
    return "" if fits else "is no whole route, and LiteLLM compares it with nothing else"


def _whole_address(entry: str) -> str:
    try:
        ipaddress.ip_address(entry)
    except ValueError:
        return "is no address of one client, and LiteLLM compares it with nothing else"
    return ""


def _parameter(entry: str) -> str:
    fits = len(entry.split(".")) <= _DEEPEST
    return "" if fits else "has more than two names, and LiteLLM passes over it"


def _anything(_entry: str) -> str:
    return ""


class _Compared(t.NamedTuple):
    """A list that LiteLLM compares word by word.

    :param fault: what is wrong with an entry; empty where nothing is.
    :param effect: what becomes of an entry that never matches.
    :param as_text: what LiteLLM does with text in the place of the list.
    :param remedy: what to write instead of such an entry.
    """

    fault: Callable[[str], str]
    effect: str
    as_text: str
    remedy: str


_COMPARED = {
    "public_routes": _Compared(
        _anything,
        "",
        "LiteLLM takes every part of it for a route that needs no key, and a * in it for all routes",
        "",
    ),
    "admin_only_routes": _Compared(
        _whole_route,
        "it protects nothing",
        "LiteLLM takes every part of it for a route",
        "write each route, as /key/generate",
    ),
    "allowed_routes": _Compared(
        _whole_route,
        "every request to it gets 403",
        "LiteLLM takes every part of it for a route",
        "write each route, as /chat/completions and /v1/chat/completions",
    ),
    "allowed_ips": _Compared(
        _whole_address,
        "every client of it gets 403",
        "LiteLLM takes every part of it for an address",
        "write each address, or let a firewall or proxy judge networks",
    ),
    "enforced_params": _Compared(
        _parameter,
        "requests without it are served",
        "LiteLLM takes every letter for a parameter, and every request fails",
        "write a parameter, or parameter.key",
    ),
}


def check_custom_auth(checked: CheckedConfig, report: Report) -> None:
    """Who judges keys by code of their own knows that LiteLLM then judges nothing else."""
    general = checked.block(_GENERAL)
    if general.get(_CUSTOM) and general.get(_AS_USUAL) is not True and _AS_USUAL in checked.vocabulary.tables[_GENERAL]:
        message = (
            f"stands without {_AS_USUAL}; LiteLLM enforces no budgets, models and limits of teams and projects then"
        )
        report.add("unchecked-keys", (_GENERAL, _CUSTOM), message, f"write {_AS_USUAL}: true beside it")


def check_access(checked: CheckedConfig, report: Report) -> None:
    """Lists that are compared word by word are lists, of entries that something can be equal to."""
    for key, compared in _COMPARED.items():
        value = checked.block(_GENERAL).get(key)
        # Where LiteLLM declares a list, the check of types has said so.
        open_to_text = types.fits(checked.vocabulary.tables[_GENERAL].get(key, "any"), value)
        if isinstance(value, str) and open_to_text and not types.is_reference(value):
            message = f"must be a list, not text; {compared.as_text}"
            report.add("wrong-type", (_GENERAL, key), message, "write a list", firm=True)
        for index, entry in enumerate(value if isinstance(value, list) else ()):
            fault = compared.fault(entry) if isinstance(entry, str) else ""
            if not isinstance(entry, str):
                message = f"must be text, not {type_name(entry)}"
                report.add("wrong-type", (_GENERAL, key, index), message, "write text", firm=True)
            elif fault and not types.is_reference(entry):
                message = f"{shown(entry)} {fault}; {compared.effect}"
                report.add("never-equal", (_GENERAL, key, index), message, compared.remedy, firm=True)
