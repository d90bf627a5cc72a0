# SPDX-License-Identifier: GPL-3.0-or-later
"""What LiteLLM takes off the cost of requests, or adds to it, by provider: discounts and margins."""

from __future__ import annotations

import typing as t

from .._report.problems import did_you_mean, type_name
from . import value_types as types
from .words import check_word

if t.TYPE_CHECKING:
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_SETTINGS = "litellm_settings"
_DISCOUNTS = "cost_discount_config"
_MARGINS = "cost_margin_config"
_SHARE, _AMOUNT = "percentage", "fixed_amount"
_OF_ALL = "global"
_UNCOUNTED = "LiteLLM counts no spend of these requests, and no budget ends"
_COUNTED_DOWN = "LiteLLM counts the spend of every request down"
_WRITE_SHARE = "write a share, such as 0.05 for 5 %"


def check_adjustments(checked: CheckedConfig, report: Report) -> None:
    """Discounts and margins are for providers, and leave something of the cost."""
    for where, provider, value in _entries(checked, _DISCOUNTS):
        check_word(report, where, provider.partition("/")[0], checked.providers, "the discount never acts", firm=True)
        _check_discount(report, where, value)
    for where, provider, value in _entries(checked, _MARGINS):
        known = [*checked.providers, _OF_ALL]
        check_word(report, where, provider, known, "the margin is never added", firm=True)
        _check_margin(report, where, value)


def _entries(checked: CheckedConfig, key: str) -> t.Iterator[tuple[Location, str, t.Any]]:
    """Location, name and value of each entry of a setting; that it is a dictionary is another check's business."""
    setting = checked.block(_SETTINGS).get(key)
    for name, value in setting.items() if isinstance(setting, dict) else ():
        yield (_SETTINGS, key, name), str(name), value


def _check_discount(report: Report, where: Location, value: t.Any) -> None:
    """A share of the cost. LiteLLM multiplies by it as it is."""
    if types.is_number(value):
        if value > 1:
            report.add("negative-price", where, f"takes off more than all; {_COUNTED_DOWN}", _WRITE_SHARE)
    elif value is not None:
        effect = "LiteLLM takes it for all or nothing" if isinstance(value, bool) else _UNCOUNTED
        report.add("wrong-type", where, f"must be a number, not {type_name(value)}; {effect}", _WRITE_SHARE)


def _check_margin(report: Report, where: Location, value: t.Any) -> None:
    """A share of the cost, or a dictionary with a share, an amount in USD, or both."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in (_SHARE, _AMOUNT):
                hint = did_you_mean(str(key), (_SHARE, _AMOUNT))
                report.add(
                    "unknown-key", (*where, key), "is not known here; the margin goes without it", hint, firm=True
                )
            elif not types.fits("~num", part) or part is None:
                message = f"must be a number, not {type_name(part)}; {_UNCOUNTED}"
                report.add("wrong-type", (*where, key), message, _WRITE_SHARE if key == _SHARE else "write USD")
        return
    if isinstance(value, (str, list)):
        message = f"must be a number or a dictionary, not {type_name(value)}; LiteLLM adds nothing"
        report.add("wrong-type", where, message, _WRITE_SHARE)
    elif types.is_number(value) and value < -1:
        report.add("negative-price", where, f"takes off more than all; {_COUNTED_DOWN}", _WRITE_SHARE)
