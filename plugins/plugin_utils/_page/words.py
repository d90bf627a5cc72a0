# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers as people read them."""

from __future__ import annotations

from datetime import datetime, timezone

NONE = "\N{EN DASH}"
"""Where there is no number."""


def whole(number: float | None) -> str:
    """A count: ``1,234``."""
    return NONE if number is None else f"{number:,.0f}"


def rate(number: float | None) -> str:
    """How often something happens: with as many digits as a small number takes."""
    return whole(number) if number is None or number == 0 or number >= 10 else _short(number, 2)


def usd(amount: float | None) -> str:
    """Money in USD, without the unit: two digits behind the point, or as many as a small sum takes."""
    if amount is None:
        return NONE
    if amount == 0:
        return "0"
    return f"{amount:,.2f}" if abs(amount) >= 1 else _short(amount, 3)


def seconds(duration: float | None) -> str:
    """Seconds, without the unit."""
    if duration is None:
        return NONE
    return f"{duration:,.1f}" if duration >= 10 else f"{duration:.2f}" if duration >= 0.1 else _short(duration, 2)


def percent(share: float | None) -> str:
    """A share of 1 as a percentage: ``12.5 %``. What is there is never told as nothing, and what is missing never as all."""
    if share is None:
        return NONE
    if 0 < share < 0.001:
        return "< 0.1 %"
    if 0.999 < share < 1:
        return "> 99.9 %"
    return f"{share * 100:.3g} %"


def moment(at: str) -> str:
    """A time in UTC, to the minute; the text itself where it is no time of ISO 8601."""
    try:
        return datetime.fromisoformat(at).astimezone(timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    except ValueError:
        return at


def _short(number: float, digits: int) -> str:
    """So many digits that say something, never in powers of ten."""
    text = f"{number:.{digits}g}"
    return f"{float(text):.12f}".rstrip("0").rstrip(".") if "e" in text else text
