# SPDX-License-Identifier: GPL-3.0-or-later
"""How long something took, as a gateway counts it: so many at most so many seconds."""

from __future__ import annotations

import math
import typing as t
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Times:
    """Durations that were counted.

    :ivar count: how many.
    :ivar buckets: seconds to the number of durations that were at most so long; infinity is the last.
    """

    count: int = 0
    buckets: t.Mapping[float, int] = field(default_factory=dict)

    def __add__(self, other: Times) -> Times:
        bounds = {*self.buckets, *other.buckets}
        added = {bound: self.buckets.get(bound, 0) + other.buckets.get(bound, 0) for bound in sorted(bounds)}
        return Times(self.count + other.count, added)

    def quantile(self, share: float) -> float | None:
        """The seconds within which *share* (0 to 1) of them ended, taken from within its bucket as Prometheus does.

        Beyond the last bound that is a number, it is that bound. None where nothing was counted.
        """
        ordered = sorted(self.buckets.items())
        if not ordered or ordered[-1][1] <= 0:
            return None
        rank, below, before = share * ordered[-1][1], 0.0, 0
        for bound, until in ordered:
            if until >= rank and until > before:
                return below if math.isinf(bound) else below + (bound - below) * (rank - before) / (until - before)
            if not math.isinf(bound):
                below, before = bound, until
        return below


def times(counted: t.Mapping[str, t.Any]) -> Times:
    """What ``litellm_gateway_info`` says of one kind of durations."""
    buckets = {float(bound): int(until) for bound, until in (counted.get("buckets") or {}).items()}
    return Times(int(counted.get("count", 0)), dict(sorted(buckets.items())))
