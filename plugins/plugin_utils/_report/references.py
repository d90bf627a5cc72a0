# SPDX-License-Identifier: GPL-3.0-or-later
"""Every ``os.environ/NAME`` of a configuration, and what only looks like one to people, but not to LiteLLM."""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass

from ...module_utils._env_text import is_name
from .locations import Location
from .secrets import HIDDEN, REFERENCE, is_key_as_name, looks_real, shown

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MASTER_KEY_AT = ("general_settings", "master_key")

_DASHED = re.compile(r"[A-Za-z0-9_.-]*[.-][A-Za-z0-9_.-]*")


@dataclass(frozen=True)
class Reference:
    """One ``os.environ/NAME``, or what only looks like one.

    :param fault: why LiteLLM does not resolve it, and what to write instead; None where it does.
    """

    name: str
    location: Location
    fault: tuple[str, str] | None = None


def _is_resolved_inside(location: Location) -> bool:
    """Whether LiteLLM also resolves a reference that ends a text here: ``Bearer os.environ/NAME``."""
    return (*location[:2], *location[3:4]) == ("general_settings", "pass_through_endpoints", "headers")


def _is_resolved_in_lists(location: Location) -> bool:
    """Whether LiteLLM also resolves the references in a list here."""
    return location[:2] == ("general_settings", "alert_to_webhook_url")


def texts_in(tree: t.Any, location: Location = (), lists: int = 0) -> Iterator[tuple[Location, str, int]]:
    """Every text in *tree*, in its order: its location, itself, and how many lists are around it.

    LiteLLM looks for references in the dictionaries of a list, but not in its lists; so a dictionary in one list counts anew.
    """
    if isinstance(tree, dict):
        items: Iterable[tuple[t.Any, t.Any]] = tree.items()
        lists = lists if lists > 1 else 0
    else:
        items = enumerate(tree)
        lists += 1
    for key, value in items:
        if isinstance(value, str):
            yield (*location, key), value, lists
        elif isinstance(value, (dict, list)):
            yield from texts_in(value, (*location, key), lists)


def references_in(tree: dict[t.Any, t.Any]) -> Iterator[Reference]:
    """The references in *tree*, a configuration, in its order."""
    for location, text, lists in texts_in(tree):
        if REFERENCE in text:
            yield reference(location, text, lists)


def reference(location: Location, text: str, lists: int) -> Reference:
    """What *text*, which holds a reference, is at *location*, with *lists* around it as :func:`texts_in` counts them."""
    before, _reference, name = text.partition(REFERENCE)
    return Reference(name, location, _fault(text, before, name, location, lists))


def _fault(text: str, before: str, name: str, location: Location, lists: int) -> tuple[str, str] | None:
    if is_key_as_name(name):
        message = f"has a key behind {REFERENCE}, where the name of a variable belongs; LiteLLM finds no such variable"
        return message, f"put the key into litellm_secrets, and write {REFERENCE} and the name that it has there"
    if not before and _DASHED.fullmatch(name):
        what = HIDDEN if looks_real(name) else shown(name, bare=True)
        return (
            f"refers to {what}, which is no name of a variable that a shell or systemd can set",
            "use letters, digits and _ alone",
        )
    if (before and not _is_resolved_inside(location)) or not is_name(name):
        message = f"holds {REFERENCE} inside other text, which LiteLLM sends as it is"
        return message, f"write {REFERENCE}NAME alone, and put the whole value into that variable"
    if lists and not _is_resolved_in_lists(location):
        remedy = "write the value, unless it is a secret, which has to stand where LiteLLM resolves it"
        return f"{shown(text, bare=True)} stands in a list, where LiteLLM does not resolve it", remedy
    return None
