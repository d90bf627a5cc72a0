# SPDX-License-Identifier: GPL-3.0-or-later
"""The model that all work is compared with: what would it have cost there?"""

from __future__ import annotations

import typing as t

from .._ready_models import MODELS
from .._report.problems import did_you_mean
from .facts import Gateway
from .figures import Prices


class UnknownReference(Exception):
    """Nobody knows the prices of the model. The text says which names there are."""


def reference(name: str, gateways: t.Sequence[Gateway]) -> Prices | None:
    """The prices of the model *name*: as a gateway serves it, else those of the ready models.

    :param name: an alias, a key, or a ready model's name; empty for none.
    :raises UnknownReference: when neither knows its prices of input and output.
    """
    if not name:
        return None
    served = [each for gateway in gateways for each in gateway.deployments]
    for each in served:
        if name in (each.alias, each.id) and each.input is not None and each.output is not None:
            return Prices(name, each.input, each.output, each.input if each.cached_input is None else each.cached_input)
    cost = MODELS.get(name, {}).get("cost", {})
    if "input" in cost and "output" in cost:
        return Prices(name, cost["input"], cost["output"], cost.get("cached_input", cost["input"]))
    known = {*MODELS, *(each.alias for each in served if each.input is not None and each.output is not None)}
    remedy = did_you_mean(name, known) or "write the alias of a model that has a cost"
    raise UnknownReference(f"litellm_reference_model: the prices of {name!r} are not known; {remedy}.")
