# SPDX-License-Identifier: GPL-3.0-or-later
"""Values that LiteLLM stumbles over when it starts, each in a way of its own."""

from __future__ import annotations

import re
import typing as t

from .._report.problems import type_name
from .._report.secrets import shown
from . import value_types as types
from .database import has_database
from .entry import REFUSES

if t.TYPE_CHECKING:
    from .._report.report import Report
    from .checked_config import CheckedConfig

_SETTINGS, _GENERAL, _ROUTER = "litellm_settings", "general_settings", "router_settings"
_TIME_OF_DAY = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]?\d(?::[0-5]?\d)?")
_MINUTES_OF_DAY = 24 * 60
_SECONDS = ("proxy_batch_write_at", "proxy_budget_rescheduler_min_time", "proxy_budget_rescheduler_max_time")
_LEAST, _MOST = 597, 605
"""Between how many seconds LiteLLM looks for budgets that begin anew, unless a setting says so."""


def check_stops(checked: CheckedConfig, report: Report) -> None:
    """Nothing stands in a file that LiteLLM can only take from Python, or stumbles over when it reads what stands beside it."""
    settings = checked.config.get(_SETTINGS, {})
    if settings is None and checked.config.get("mcp_servers"):
        report.add("null-setting", (_SETTINGS,), f"is null beside mcp_servers; {REFUSES}", "take it out")
    aliases = checked.block(_SETTINGS).get("mcp_aliases")
    if aliases and not isinstance(aliases, dict):
        message = f"must be a dictionary, not {type_name(aliases)}; {REFUSES}"
        report.add("wrong-type", (_SETTINGS, "mcp_aliases"), message, "write alias: name of the server")
    if checked.block(_ROUTER).get("alerting_config") is not None:
        message = f"can be set in Python alone; {REFUSES}"
        remedy = "write general_settings.alerting, and alerting_threshold beside it"
        report.add("wrong-type", (_ROUTER, "alerting_config"), message, remedy)


def check_time_of_reset(checked: CheckedConfig, report: Report) -> None:
    """Budgets begin anew at a time of the day. Without quotes, YAML takes 12:30 for the number 750."""
    value = checked.block(_SETTINGS).get("budget_reset_time")
    known = "budget_reset_time" in checked.vocabulary.tables[_SETTINGS]
    if not known or value in (None, "") or (isinstance(value, str) and _TIME_OF_DAY.fullmatch(value)):
        return
    if isinstance(value, str):
        message = f"{shown(value)} is no time of day; {REFUSES}"
        report.add("unknown-word", (_SETTINGS, "budget_reset_time"), message, 'write hours and minutes: "06:00"')
        return
    minutes = int(value) if types.is_number(value) and 0 <= value < _MINUTES_OF_DAY else 6 * 60
    message = f"must be text, not {type_name(value)}, which YAML takes a time without quotes for; {REFUSES}"
    remedy = f'write "{minutes // 60:02}:{minutes % 60:02}", in quotes'
    report.add("wrong-type", (_SETTINGS, "budget_reset_time"), message, remedy)


def check_background_responses(checked: CheckedConfig, report: Report) -> None:
    """What is said of responses is a dictionary of dictionaries, which LiteLLM asks without looking."""
    responses = checked.block(_SETTINGS).get("responses")
    mode = responses.get("background_mode", {}) if isinstance(responses, dict) else {}
    for value, below in ((responses, ()), (mode, ("background_mode",))):
        # Null is another check's finding at the top, and stops LiteLLM below.
        if not isinstance(value, dict) and (value is not None or below):
            message = f"must be a dictionary, not {type_name(value)}; {REFUSES}"
            remedy = "write background_mode: {polling_via_cache: all}"
            report.add("wrong-type", (_SETTINGS, "responses", *below), message, remedy)


def check_alias_pattern(checked: CheckedConfig, report: Report) -> None:
    """What names of keys have to look like is a regular expression."""
    pattern = checked.block(_SETTINGS).get("key_alias_pattern")
    if not isinstance(pattern, str) or "key_alias_pattern" not in checked.vocabulary.tables[_SETTINGS]:
        return
    try:
        re.compile(pattern)
    except re.error as error:
        message = f"is no regular expression: {error.msg} at position {error.pos}; {REFUSES}"
        report.add("unknown-word", (_SETTINGS, "key_alias_pattern"), message, "write one of Python's")


def check_schedules(checked: CheckedConfig, report: Report) -> None:
    """How often LiteLLM writes to its database, and looks for budgets that begin anew, are numbers and a range of them."""
    if not has_database(checked):
        return
    general = checked.block(_GENERAL)
    given = {key: general[key] for key in _SECONDS if general.get(key) is not None}
    for key, value in given.items():
        if not types.is_number(value):
            message = f"must be a number of seconds, not {type_name(value)}; {REFUSES}"
            report.add("wrong-type", (_GENERAL, key), message, types.remedy("num", value))
    _batch, low, high = _SECONDS
    least, most = given.get(low, _LEAST), given.get(high, _MOST)
    if types.is_number(least) and types.is_number(most) and least > most:
        key = low if low in given else high
        what = f"is {given[key]}, and {high if key == low else low} is {most if key == low else least}"
        remedy = (
            f"write {high}: {least + _MOST - _LEAST} beside it"
            if key == low
            else f"write {low}: {most} or less beside it"
        )
        report.add("wrong-type", (_GENERAL, key), f"{what}; {REFUSES}", remedy)
