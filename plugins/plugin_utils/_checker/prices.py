# SPDX-License-Identifier: GPL-3.0-or-later
"""What a deployment costs: prices are not negative, and stand on both sides."""

from __future__ import annotations

import typing as t

from ...module_utils._litellm_names import PRICES, TALKING_MODES
from . import value_types as types

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from .._known.deployment import Block, Deployment
    from .._report.report import Report
    from .checked_config import CheckedConfig

_WRITING = ("", *TALKING_MODES, "realtime")
"""Modes of models whose answers are paid for by the token."""
_SIDES = {
    PRICES["input"]: PRICES["output"],
    PRICES["output"]: PRICES["input"],
}


def check_prices(checked: CheckedConfig, report: Report, deployment: Deployment) -> None:
    """Prices are not negative, and stand on both sides."""
    for name, block in (("litellm_params", deployment.params), ("model_info", deployment.info)):
        for key, value in prices_in(block):
            if value < 0:
                message = "is negative; LiteLLM counts the spend of every request down"
                report.add("negative-price", (*deployment.location, name, key), message, "write a price, or 0")
        for key, other in _SIDES.items():
            if (
                block.get(key)
                and deployment.params.get(other) is None
                and deployment.info.get(other) is None
                and checked.mode(deployment) in _WRITING
            ):
                message = f"stands without {other}; LiteLLM counts the other side as free"
                report.add(
                    "half-price",
                    (*deployment.location, name, key),
                    message,
                    f"write {other} too, or 0 where it is free",
                )


def prices_in(block: Block) -> Iterator[tuple[str, float]]:
    """The prices in *block*; YAML also knows keys that are no text."""
    for key, value in block.items():
        if isinstance(key, str) and "cost" in key and types.is_number(value):
            yield key, value
