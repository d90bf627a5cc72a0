# SPDX-License-Identifier: GPL-3.0-or-later
"""Spans of time as LiteLLM writes them, and points in time as it answers them."""

from __future__ import annotations

import datetime
import re

SPAN = re.compile(r"([1-9]\d*)(s|m|h|d|w)")
"""A span of time of one length, as LiteLLM writes it: a month has none."""

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
TOLERANCE = datetime.timedelta(minutes=2)
"""How far two times may be apart that are meant to be the same: LiteLLM and its database take the time one after the other."""


def span(text: str) -> datetime.timedelta | None:
    """How long ``90d`` is; None for what is no number of seconds, minutes, hours, days or weeks."""
    found = SPAN.fullmatch(text)
    return datetime.timedelta(seconds=int(found.group(1)) * _SECONDS[found.group(2)]) if found else None


def moment(text: object) -> datetime.datetime | None:
    """The time that LiteLLM answered, in UTC; None for what is none."""
    try:
        # Before Python 3.11, Z and fractions other than of 3 or 6 digits are not understood.
        whole, _dot, rest = str(text).replace("Z", "+00:00").partition(".")
        zone = re.search(r"[+-]\d\d:\d\d$", rest or whole)
        found = datetime.datetime.fromisoformat(whole if not rest else whole + (zone.group() if zone else ""))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=datetime.timezone.utc)


def now() -> datetime.datetime:
    """The time in UTC."""
    return datetime.datetime.now(datetime.timezone.utc)
