# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What the service's environment holds for the names that a configuration refers to. No value is ever in a problem.

LiteLLM says nothing of an empty variable, and turns ``true`` into a boolean; it refuses, or answers every request with
400, where the master key is not usable.
"""

from __future__ import annotations

import dataclasses
import typing as t

from ._master_key import master_key_fault
from ._places import Place
from ._references import MASTER_KEY_PATH

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ._problems import Problem
    from ._references import Reference


def check_values(environment: Mapping[str, t.Any], references: Iterable[Reference]) -> list[Problem]:
    """Problems of the values that *references* lead to; a name that is not there is another check's business.

    :param environment: names to values, as the service will have them.
    """
    problems: list[Problem] = []
    used = {reference.name: reference.place.path for reference in references}
    for name, path in used.items():
        if name in environment:
            place = Place(f"litellm_secrets.{name}" if path != MASTER_KEY_PATH else "litellm_master_key")
            check = _check_master_key if path == MASTER_KEY_PATH else _check_value
            problems.extend(check(place, "" if environment[name] is None else str(environment[name])))
    return problems


def _check_value(place: Place, value: str) -> t.Iterator[Problem]:
    if not value:
        yield place.error("is empty, and LiteLLM would call the upstream without a key", "give it its value")
    elif value != value.strip():
        yield place.error("starts or ends with white space, which LiteLLM would send along", "strip it")
    elif value.casefold() in ("true", "false"):
        yield place.error("is a word that LiteLLM turns into a boolean", "write another value")


def _check_master_key(place: Place, value: str) -> t.Iterator[Problem]:
    if not value:
        yield place.error(
            "is not set, and LiteLLM does not start without it",
            "declare it, or set litellm_master_key_env to an empty string to leave authentication out",
        )
    elif fault := master_key_fault(value):
        remedy = "choose your own, 16 random letters and digits or more"
        yield dataclasses.replace(place.error(fault.message, remedy), severity=fault.severity)
