# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Every ``os.environ/NAME`` of a configuration, and what only looks like one to people, but not to LiteLLM."""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass

from .locations import Place
from .problems import Location, Problem
from .secrets import REFERENCE

MASTER_KEY_AT = ("general_settings", "master_key")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DASHED = re.compile(r"[A-Za-z0-9_.-]*[.-][A-Za-z0-9_.-]*")


@dataclass(frozen=True)
class Reference:
    """One ``os.environ/NAME`` and where it stands."""

    name: str
    place: Place


def _is_resolved_inside(location: Location) -> bool:
    """Whether LiteLLM also resolves a reference that ends a text here: ``Bearer os.environ/NAME``."""
    return (*location[:2], *location[3:4]) == ("general_settings", "pass_through_endpoints", "headers")


def _is_resolved_in_lists(location: Location) -> bool:
    """Whether LiteLLM also resolves the references in a list here."""
    return location[:2] == ("general_settings", "alert_to_webhook_url")


def find_references(tree: t.Any, place: Place, problems: list[Problem], lists: int = 0) -> list[Reference]:
    """The references in *tree*, in its order; what only looks like one becomes a problem.

    :param lists: how many lists are around *tree*. LiteLLM looks into the dictionaries of a list, not into its lists.
    """
    if isinstance(tree, dict):
        lists = lists if lists > 1 else 0
        return [
            found for key, value in tree.items() for found in find_references(value, place.child(key), problems, lists)
        ]
    if isinstance(tree, list):
        return [
            found
            for index, item in enumerate(tree)
            for found in find_references(item, place.child(index), problems, lists + 1)
        ]
    if not isinstance(tree, str) or REFERENCE not in tree:
        return []
    before, _reference, name = tree.partition(REFERENCE)
    if not before and _DASHED.fullmatch(name):
        problems.append(
            place.error(
                f"refers to {name}, which is no name of a variable that a shell or systemd can set",
                "use letters, digits and _ alone",
            )
        )
        return []
    if (before and not _is_resolved_inside(place.location)) or not _NAME.fullmatch(name):
        problems.append(
            place.error(
                f"holds {REFERENCE} inside other text, which LiteLLM sends as it is",
                f"write {REFERENCE}NAME alone, and put the whole value into that variable",
            )
        )
        return []
    if lists and not _is_resolved_in_lists(place.location):
        remedy = "write the value, unless it is a secret, which has to stand where LiteLLM resolves it"
        problems.append(place.error(f"{tree} stands in a list, where LiteLLM does not resolve it", remedy))
        return []
    return [Reference(name, place)]
