# SPDX-License-Identifier: GPL-3.0-or-later
"""What share of a model's limits each priority of keys has (``priority_reservation``).

One share that LiteLLM cannot reckon with fails at every request, and it lets all of them pass.
"""

from __future__ import annotations

import re
import typing as t

from ...module_utils._nearest import nearest
from .._report.problems import did_you_mean, type_name
from . import value_types as types
from .words import check_word

if t.TYPE_CHECKING:
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_KINDS = ("percent", "rpm", "tpm")
_KEYS = ("type", "value")
_READS_AS_NUMBER = re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*")
_PASSES = "LiteLLM cannot reckon with it, and lets every request pass, past the model's own rpm and tpm too"


def check_priorities(checked: CheckedConfig, report: Report) -> None:
    """Every share is a number, or says what it is a number of."""
    shares = checked.block("litellm_settings").get("priority_reservation")
    for name, share in shares.items() if isinstance(shares, dict) else ():
        location: Location = ("litellm_settings", "priority_reservation", name)
        if isinstance(share, dict):
            _check_parts(report, location, share)
        elif not types.is_number(share):
            _refuse(report, location, share)


def _check_parts(report: Report, location: Location, share: dict[str, t.Any]) -> None:
    for key in share:
        if key not in _KEYS:
            close = nearest(str(key), _KEYS)
            instead = "the value is 1" if close == "value" else "the value counts as percent"
            message = f"is not known here; LiteLLM does not look at it, and {instead} unless it says otherwise"
            report.add("unknown-key", (*location, key), message, did_you_mean(str(key), _KEYS), firm=True)
    check_word(report, (*location, "type"), share.get("type"), _KINDS, "the value counts as percent", firm=True)
    value = share.get("value", 1)
    if not types.is_number(value) and not (isinstance(value, str) and _READS_AS_NUMBER.fullmatch(value)):
        _refuse(report, (*location, "value"), value)


def _refuse(report: Report, location: Location, value: object) -> None:
    message = f"must be a number, not {type_name(value)}; {_PASSES}"
    report.add("wrong-type", location, message, types.remedy("num", value), firm=True)
