# SPDX-License-Identifier: GPL-3.0-or-later
"""GPU modes: models that are not there at the same time, such as those that take turns on one GPU.

A model that names no modes is there in each. Without a mode, all models are served, and those that are away fall back or
answer with their error.
"""

from __future__ import annotations

import typing as t

from .._report.problems import did_you_mean
from .._report.report import Report
from .._report.secrets import shown
from . import field_types
from .entries import Entry
from .model_spec import ModelSpec

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OPTION = "litellm_mode"


def in_mode(
    entries: Sequence[Entry], catalog: Iterable[Entry], value: t.Any, report: Report
) -> tuple[list[Entry], set[str]]:
    """Those of *entries* that are there in the mode *value*, and the aliases that are not.

    :param catalog: all models that are declared; a mode that none of them names is refused.
    """
    at = report.at(OPTION)
    mode = None if value is None or value == "" else field_types.name(value, at)
    if mode is None:
        return list(entries), set()
    declared = dict.fromkeys(mode for entry in catalog for mode in _modes(entry) or ())
    if mode not in declared:
        remedy = did_you_mean(mode, declared) if declared else "write modes in a model"
        at.add("unknown-gpu-mode", f"{shown(mode)} is in the modes of no model", remedy)
        return list(entries), set()
    there = [entry for entry in entries if mode in (_modes(entry) or (mode,))]
    if entries and not there:
        at.add("no-model-left", f"{shown(mode)} leaves no model to serve", "declare one for this mode")
    return there, {entry.alias for entry in entries} - {entry.alias for entry in there}


def _modes(entry: Entry) -> list[str] | None:
    return entry.modes if isinstance(entry, ModelSpec) else None
