# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that LiteLLM compares with its own: channels and kinds of alerts, stores of secrets, spans of time."""

from __future__ import annotations

import re
import typing as t
from zoneinfo import available_timezones

from .._report.problems import did_you_mean, type_name
from .._report.secrets import REFERENCE, shown
from . import value_types as types

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .._report.locations import Location
    from .._report.problems import Severity
    from .._report.report import Report
    from .checked_config import CheckedConfig

_SPAN = re.compile(r"\d+(?:mo|[smhdw])")
_DAYS = re.compile(r"[1-9]\d*d", re.IGNORECASE)
_ENDLESS = ("-1",)
_GENERAL = "general_settings"
_SETTINGS = "litellm_settings"


def check_word(
    report: Report,
    location: Location,
    word: object,
    known: Collection[str],
    effect: str,
    *,
    severity: Severity | None = None,
    firm: bool = False,
) -> None:
    """*word* is one of *known*, null, or a reference, of which nothing is known here."""
    if word is None or types.is_reference(word) or (isinstance(word, str) and word in known) or not known:
        return
    what = shown(word) if isinstance(word, str) else type_name(word)
    message = f"{what} is none of the words that LiteLLM knows here; {effect}"
    report.add("unknown-word", location, message, did_you_mean(str(word), known), severity, firm=firm)


def check_words(checked: CheckedConfig, report: Report) -> None:
    """The words of single settings."""
    tables, general = checked.vocabulary.tables, checked.block(_GENERAL)
    system = general.get("key_management_system")
    known = tables.get("key_management_systems", {})
    if isinstance(system, str) and types.fits(tables[_GENERAL].get("key_management_system", "any"), system):
        check_word(report, (_GENERAL, "key_management_system"), system, known, "it refuses to start")
    limited = general.get("token_rate_limit_type")
    known = tables.get("token_rate_limit_types", {})
    check_word(report, (_GENERAL, "token_rate_limit_type"), limited, known, "all tokens count")
    objects = general.get("supported_db_objects")
    for index, word in enumerate(objects if isinstance(objects, list) else ()):
        location: Location = (_GENERAL, "supported_db_objects", index)
        check_word(report, location, word, tables.get("database_objects", {}), "it is no object of the database")
    user = checked.block(_SETTINGS).get("default_internal_user_params")
    if isinstance(user, dict):
        location = (_SETTINGS, "default_internal_user_params", "user_role")
        check_word(report, location, user.get("user_role"), tables.get("user_roles", {}), "new users get no rights")
    _check_service_callbacks(checked, report)
    _check_zone(report, checked.block(_SETTINGS).get("timezone"))
    frequency = general.get("spend_report_frequency")
    if frequency is not None and not (isinstance(frequency, str) and _DAYS.fullmatch(frequency)):
        message = (
            f"{shown(frequency)} is no number of days; LiteLLM refuses to start where it alerts and has a database"
        )
        report.add("unknown-word", (_GENERAL, "spend_report_frequency"), message, "write a number and d: 7d")


def _check_zone(report: Report, name: object) -> None:
    """The zone whose midnight budgets begin anew at is one of those that this machine knows, where it knows any."""
    zones = available_timezones() if isinstance(name, str) and not name.startswith(REFERENCE) else ()
    if zones and name not in zones:
        message = f"{shown(name)} is no time zone that is known here; LiteLLM takes UTC for it, without a word"
        report.add("unknown-word", (_SETTINGS, "timezone"), message, did_you_mean(str(name), zones), "warning")


def _check_service_callbacks(checked: CheckedConfig, report: Report) -> None:
    """``service_callback`` hears of Redis and the database, and only some callbacks listen to that."""
    known = checked.vocabulary.tables.get("service_callbacks", {})
    callbacks = checked.vocabulary.tables["callbacks"]
    names = checked.block(_SETTINGS).get("service_callback")
    for index, name in enumerate(names if isinstance(names, list) else ()):
        if isinstance(name, str) and name in callbacks and name not in known:
            location = (_SETTINGS, "service_callback", index)
            check_word(report, location, name, known, "it never calls it here", severity="warning")


def check_alerts(checked: CheckedConfig, report: Report) -> None:
    """Alerts go somewhere, and are of kinds that there are."""
    general, tables = checked.block(_GENERAL), checked.vocabulary.tables
    kinds = tables.get("alert_types", {})
    channels = general.get("alerting")
    for index, channel in enumerate(channels if isinstance(channels, list) else ()):
        # A callback is started as well, and finds out by itself what there is to tell.
        if not (isinstance(channel, str) and channel in tables["callbacks"]):
            location = (_GENERAL, "alerting", index)
            check_word(report, location, channel, tables.get("alert_channels", {}), "nobody is alerted there")
    wanted = general.get("alert_types")
    for index, kind in enumerate(wanted if isinstance(wanted, list) else ()):
        check_word(report, (_GENERAL, "alert_types", index), kind, kinds, "there is no such alert")
    for key in ("alert_to_webhook_url", "alert_type_config"):
        block = general.get(key)
        for kind in block if isinstance(block, dict) else ():
            check_word(report, (_GENERAL, key, kind), kind, kinds, "there is no such alert")


def check_spans(checked: CheckedConfig, report: Report) -> None:
    """Every span of time is one that LiteLLM can read."""
    words = checked.vocabulary.tables.get("duration_words", {})
    for location, value, resets in _spans(checked):
        if not isinstance(value, str) or value.startswith(REFERENCE) or value.strip().lower() in (*words, *_ENDLESS):
            continue
        remedy = "write a number and s, m, h, d, w or mo: 30d"
        if not _SPAN.match(value):
            message = f"{shown(value)} is no span of time; LiteLLM does not act on it, or fails where it is used"
            report.add("unknown-word", location, message, remedy, firm=True)
        elif resets and not _SPAN.fullmatch(value):
            message = f"{shown(value)} is no span of time that a budget can be for; LiteLLM resets it every midnight"
            report.add("unknown-word", location, message, remedy, "warning")


_IN_SETTINGS = {
    "default_key_generate_params": ("duration", "budget_duration"),
    "upperbound_key_generate_params": ("duration", "budget_duration"),
    "default_internal_user_params": ("budget_duration",),
    "default_team_params": ("budget_duration",),
}
_RETENTION = re.compile(r"maximum_\w+_retention_(?:period|interval)")


def _spans(checked: CheckedConfig) -> Iterator[tuple[Location, object, bool]]:
    """Each span of time: its location, itself, and whether it says when a budget of the database begins anew."""
    for deployment in checked.deployments:
        location: Location = deployment.locate("budget_duration")
        yield location, deployment.params.get("budget_duration"), False
    settings = checked.block(_SETTINGS)
    for key in ("budget_duration", "internal_user_budget_duration"):
        yield (_SETTINGS, key), settings.get(key), True
    for block, keys in _IN_SETTINGS.items():
        params = settings.get(block)
        if isinstance(params, dict):
            yield from (((_SETTINGS, block, key), params.get(key), key == "budget_duration") for key in keys)
    for location, budget in checked.budgets():
        for key in ("time_period", "budget_duration"):
            yield (*location, key), budget.get(key), False
    for key, value in checked.block(_GENERAL).items():
        if isinstance(key, str) and _RETENTION.fullmatch(key):
            yield (_GENERAL, key), value, False
